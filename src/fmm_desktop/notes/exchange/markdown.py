"""Notes as Markdown, to read and to send: by topic, the passage quoted. It does not come back."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fmm_desktop.dossier.vocabulary import date_in_words
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.exchange.placing import Dossiers, Group, groups, no_editions
from fmm_desktop.notes.hanging import Editions
from fmm_desktop.notes.note import Note, Revision
from fmm_desktop.notes.vocabulary import note_kind_label, status_name
from fmm_desktop.notes.wording import worded_on, wording_before

_TITLE = Sentence("Notities", "Notes")
_EDITION = Sentence("editie {number}", "edition {number}")
_WORDING = Sentence("Voorgestelde tekst:", "Proposed wording:")
_WORDED_FOR = Sentence("Voorgesteld bij de woorden van editie {number}:", "Proposed for the words of edition {number}:")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_BLOCK = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|[-+=]|$)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
_SINGLE = re.compile(r"(?<!\n)\n(?!\n)")  # a line that the reader typed is a line, as in the editor
_LINK = re.compile(r"([\\`\[\]<>&!|~])")
_QUOTED = re.compile(r" {0,3}>\s*(.*)")
_HEADING = re.compile(r"^(\s*)(#|=+\s*$|-+\s*$|(?:[*_]\s*){3,}$)")


def write(picked: Iterable[Picked], dossiers: Dossiers, language: Language, editions: Editions = no_editions) -> bytes:
    """Return the notes as one text. What a note says stays its Markdown, without HTML, links or headings that work."""
    picked = tuple(picked)
    histories = {one.note.id: one.history for one in picked}
    return ("\n\n".join(_blocks(groups(picked, dossiers, editions), histories, language)) + "\n").encode()


def _blocks(found: Iterable[Group], histories: Mapping[str, Sequence[Revision]], language: Language) -> Iterator[str]:
    before = None
    for group in found:
        if group.dossier_id != before:
            before = group.dossier_id
            title = group.dossier.title if group.dossier else group.dossier_id
            yield f"# {_TITLE.say(language)}: {_heading(title)}"
        yield f"## {_heading(group.title)}"
        for note in group.notes:
            yield from _note(note, group, language)
            if note.traits.wording:
                yield from _proposal(note, histories[note.id], language)


def _note(note: Note, group: Group, language: Language) -> Iterator[str]:
    place = group.place(note, language)
    if place:
        yield f"### {_heading(place)}"
    quoted = note.anchor.words.exact if note.anchor.words else note.anchor.quote
    if quoted and note.anchor.passage:
        yield _quoted(_literal(quoted))
    edition = _EDITION.say(language, number=note.anchor.edition)
    about = (
        status_name(note.status, language),
        _heading(note.author),
        date_in_words(note.changed.date(), language),
        edition,
        *map(_heading, note.traits.labels),
    )
    yield f"**{note_kind_label(note.kind, language)}** · {' · '.join(filter(None, about))}"
    if note.text.strip():
        yield _safe(note.text)


def _proposal(note: Note, history: Sequence[Revision], language: Language) -> Iterator[str]:
    """Yield the wording that a note proposes, and first the words that it was made for when they are others by now."""
    wording = note.traits.wording
    if (on := worded_on(history, wording, note.anchor)) is not None:
        yield _WORDED_FOR.say(language, number=on.edition)
        yield _quoted(_literal(wording_before(on)))
    yield f"{_WORDING.say(language)}\n\n{_quoted(_literal(wording))}"


def _lines(text: str) -> list[str]:
    return _LINE_ENDS.sub("\n", _CONTROLS.sub("\ufffd", text)).split("\n")


def _literal(text: str) -> str:
    """Return words so that no sign in them does anything, on as many lines."""
    return "\n".join(_BLOCK.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line)).strip() for line in _lines(text))


def _heading(text: str) -> str:
    return _literal(" ".join(text.split()))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in _SINGLE.sub("  \n", text).split("\n"))


def _safe(text: str) -> str:
    """Return a note so that emphasis, lists and quotations work, and nothing else: no HTML, link, picture, heading."""
    return _SINGLE.sub("  \n", "\n".join(_safe_lines(_lines(text))))


def _safe_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines that do no harm; what follows a quotation without a blank line is no part of it."""
    was_quoted = False
    for line in lines:
        quoted = _QUOTED.match(line)
        if was_quoted and not quoted:
            yield ""
        yield f"> {_safe_line(quoted[1])}".rstrip() if quoted else _safe_line(line)
        was_quoted = quoted is not None


def _safe_line(line: str) -> str:
    return _HEADING.sub(r"\1\\\2", _LINK.sub(r"\\\1", line))
