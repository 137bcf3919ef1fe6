"""Kamerstuk XML, as officielebekendmakingen.nl gives it: its skeleton says what is envelope and what is text."""

from fmm_desktop.importing.cells import Tables
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.docx_styles import int_of
from fmm_desktop.importing.gathering import Gathering
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.importing.markup import Element, Event, child, parsed_xml, walked
from fmm_desktop.importing.plain import Block, BlockKind, Found, Piece

_WHAT = "XML"
_NEVER_READ = frozenset({"meta", "metadata", "noot.nr", "li.nr"})
_MARKERS = ("label", "nr")
"""What a heading is numbered with: "Bijlage" and "1"."""

_APART = frozenset({"titel", "subtitel", "voornaam", "achternaam"})
"""What is a word of its own, also where no blank stands before it."""

_ENVELOPE = frozenset(
    {"kamerstukkop", "dossier", "stuknr", "datumtekst", "ondertekening", "tekst-sluiting", "slotformule"}
)
_BLOCKS = (
    frozenset(
        [
            "al",
            "tekstregel",
            "entry",
            "term",
            "functie",
            "naam",
            "dossiernummer",
            "titel",
            "subtitel",
            "tussenkop",
            "kop",
            "li",
        ]
    )
    | _ENVELOPE
)
_BOLD, _ITALIC = frozenset({"vet", "vetcur"}), frozenset({"cur", "vetcur"})
_RANKS = ("vet", "vetcur", "cur")


def read(data: bytes, name: str, watch: Watch = unwatched) -> Found:
    """Return what stands in a Kamerstuk; envelope and signatures are left out, with the tag that says so as style."""
    watch(0.0)
    root = parsed_xml(data.removeprefix(b"\xef\xbb\xbf"), name, _WHAT)
    watch(0.5)
    return Found(_Reader(root, name).pieces(watch), _title(root), "nl")


def _title(root: Element) -> str:
    """The title of the annex, which is the agenda, else that of the document: the letter around it."""
    for around in ("bijlage", "stuk"):
        if title := next((_words(element) for parent in root.iter(around) for element in parent.iter("titel")), ""):
            return title
    return ""


def _words(element: Element) -> str:
    inner = ((part.text or "") + ("" if part is element else part.tail or "") for part in element.iter())
    return tidy("".join(inner))


class _Reader:
    """Reads one document."""

    def __init__(self, root: Element, name: str) -> None:
        self._root = root
        self._name = name
        self._gathered = Gathering(name)
        self._tags: list[str] = []
        self._tables = Tables()
        self._ranks = _ranks(root)
        self._marker = ""

    def pieces(self, watch: Watch) -> list[Piece]:
        """Return all pieces."""
        skipped = 0
        for event in watched(walked(self._root, self._name), watch, 0.5):
            if event.name in _NEVER_READ or (event.name in _MARKERS and self._tags[-1:] == ["kop"]):
                skipped += {"start": 1, "end": -1}.get(event.what, 0)
            elif not skipped:
                self._step(event)
        return self._gathered.end()

    def _step(self, event: Event) -> None:
        if event.what == "text":
            self._gathered.add(event.text)
        elif event.what == "start":
            self._begin(event.name, event.element)
        else:
            self._end(event.name, event.element)

    def _begin(self, tag: str, element: Element) -> None:
        if tag == "noot":
            self._gathered.begin_note(_number(element, "noot.nr"))
        elif tag in _BLOCKS and not self._in_one_block(tag):
            self._new_block()
            self._gathered.left_out += self._is_envelope(tag)
        if tag in _APART:
            self._gathered.add(" ")
        self._tags.append(tag)
        self._tables.begin(tag, tall=int_of(element.get("morerows") or "", 0) + 1)
        if tag in {"li", "kop"}:
            self._keep_marker()
            self._marker = tidy(" ".join(_number(element, own) for own in (("li.nr",) if tag == "li" else _MARKERS)))
        if tag in _BLOCKS and not self._in_one_block(tag):
            self._gathered.begin(self._sort(tag, element))
        self._weigh(tag, element, 1)

    def _end(self, tag: str, element: Element) -> None:
        self._weigh(tag, element, -1)
        self._tags.pop()
        self._tables.end(tag)
        if tag == "noot":
            self._gathered.end_note()
        elif tag == "noot.al":
            self._gathered.end_line()
        elif tag in _BLOCKS and not self._in_one_block(tag):
            self._new_block()
            if tag in {"li", "kop"}:
                self._keep_marker()
            self._gathered.left_out -= self._is_envelope(tag)
            self._gathered.begin(self._sort("", element))

    def _in_one_block(self, tag: str) -> bool:
        """The title of a heading, and all that stands in a note, are in a block already."""
        return "noot" in self._tags or (tag in {"titel", "subtitel"} and "kop" in self._tags)

    def _is_envelope(self, tag: str) -> bool:
        return tag in _ENVELOPE or (tag == "titel" and self._tags[-1:] == ["stuk"])

    def _new_block(self) -> None:
        if self._gathered.begin():
            self._marker = ""

    def _keep_marker(self) -> None:
        """A number without text is text itself, so that it is not lost."""
        if self._marker:
            self._gathered.begin(Block(text=""))
            self._gathered.add(self._marker)
            self._new_block()

    def _sort(self, tag: str, element: Element) -> Block:
        level = self._tags.count("divisie") if tag == "kop" else 0
        if tag == "tussenkop":
            level = self._tags.count("divisie") + self._ranks.index(_rank(element)) + 1
        depth = self._tags.count("li")
        cell = self._tables.here
        kind = BlockKind.CELL if cell else BlockKind.ITEM if depth else BlockKind.PARAGRAPH
        around = next((own for own in reversed(self._tags) if own in _ENVELOPE), "")
        style = around or tag
        return Block(text="", kind=kind, level=level, marker=self._marker, depth=depth, style=style, cell=cell)

    def _weigh(self, tag: str, element: Element, step: int) -> None:
        said = _rank(element) if tag == "tussenkop" else element.get("type") if tag == "nadruk" else ""
        self._gathered.bold += step * (said in _BOLD)
        self._gathered.italic += step * (said in _ITALIC)


def _number(element: Element, tag: str) -> str:
    own = child(element, tag)
    return "" if own is None else _words(own)


def _rank(element: Element) -> str:
    """How an intermediate heading is set; some say so by emphasis within them."""
    inner = child(element, "nadruk")
    said = element.get("kopopmaak") or (inner.get("type") if inner is not None else "") or ""
    return said if said in _RANKS else "vet"


def _ranks(root: Element) -> list[str]:
    """The settings that occur, the highest first: the only one in a document is a single level."""
    said = {_rank(element) for element in root.iter("tussenkop")}
    return [rank for rank in _RANKS if rank in said]
