"""No page says less of how secret it is than what is printed on it; and the reader sees that."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rivers import river_dossier, river_topic

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

Black = Callable[[bytes], tuple[int, int]]

# A topic: the kinds of its passages, whether it is in both editions, in the new or in the old one.
topics = st.lists(
    st.tuples(st.lists(st.sampled_from(Kind), max_size=4), st.sampled_from(["both", "new", "old"])),
    min_size=1,
    max_size=3,
)
# Which of the notes that there can be: on each topic and each passage one that hangs there for sure, and one in doubt.
SPOTS = [(place, nr, doubtful) for place in range(3) for nr in range(-1, 4) for doubtful in (False, True)]
notes = st.tuples(st.integers(0, 2 ** len(SPOTS) - 1), st.sampled_from(NoteKind))


def topic_of(place: int, kinds: list[Kind], edition: int) -> Topic:
    """Return a topic of which each part has a text and a marking that nothing else has."""
    passages = (
        Passage(
            id=f"p{nr}",
            kind=kind,
            number=f"1.{place}.{nr}",
            text=f"text-{place}-{nr}- {'België' if nr % 2 else ''} in {edition}",
            marking=f"MARK-{place}-{nr}-",
            actor="be" if kind is Kind.OTHER else "",
        )
        for nr, kind in enumerate(kinds)
    )
    return river_topic(
        id=f"t{place}",
        path=f"ochtend/t{place}",
        number=f"1.{place}",
        title=f"title-{place}-",
        marking=f"MARK-{place}-t-",
        related=(),
        passages=tuple(passages),
    )


def edition_of(drawn: list[tuple[list[Kind], str]], edition: int, there: str) -> Dossier:
    chosen = [topic_of(place, kinds, edition) for place, (kinds, where) in enumerate(drawn) if where in {"both", there}]
    empty = topic_of(9, [], edition)
    return river_dossier(*chosen, empty, edition=edition)


@pytest.mark.parametrize("kind", SheetKind)
@settings(max_examples=40, deadline=None)
@given(drawn=topics, noted=notes, where=st.sampled_from([Where.IN_PLACE, Where.END]))
def test_the_pages_of_each_kind_bear_the_marking_of_all_that_is_printed(
    kind: SheetKind, drawn: list[tuple[list[Kind], str]], noted: tuple[int, NoteKind], where: Where
) -> None:
    old, new = edition_of(drawn, 1, "old"), edition_of(drawn, 2, "new")
    notes: dict[str, list[SheetNote]] = {}
    mask, note_kind = noted
    for place, nr, doubtful in (spot for at, spot in enumerate(SPOTS) if mask >> at & 1):
        words, on = (f"text-{place}-{nr}-", f"p{nr}") if nr >= 0 else ("", "")
        path = f"ochtend/t{place}"
        if doubtful:
            note = SheetNote("", "België?", kind=note_kind, words=words, written_on=f"{path}#{on}")
            notes.setdefault("ochtend/weg" if place == 2 else "ochtend/t9", []).append(note)
        elif has_passage(new, path, on):
            notes.setdefault(path, []).append(SheetNote(on, f"Over {words}", kind=note_kind, words=words))
    choice = NoteChoice(kinds=frozenset(NoteKind), statuses=frozenset(Status), where=where)
    try:
        made = document(new, Order(kind=kind, actor="be", notes=choice), notes, old)
    except SheetError:
        return

    for part in made.parts:
        said = msgspec.json.encode(part).decode()
        marking = getattr(part, "marking", "")
        for place, (kinds, _) in enumerate(drawn):
            for nr in range(len(kinds)):
                assert f"text-{place}-{nr}-" not in said or f"MARK-{place}-{nr}-" in marking
            shown = f"title-{place}-" in said or f"text-{place}-" in said
            assert not shown or f"MARK-{place}-t-" in marking


def has_passage(dossier: Dossier, path: str, key: str) -> bool:
    topic = dossier.topic(path)
    return topic is not None and (not key or topic.passage(key) is not None)


def test_a_note_in_doubt_says_nothing_of_what_nobody_knows_the_marking_of() -> None:
    lost = SheetNote("", "Van toen.", words="geheim voornemen", written_on="ochtend/peil#s9")
    proposal = SheetNote("", "Liever:", wording="geen plan", words="geheim plan", written_on="ochtend/weg#s9")

    for kind in (SheetKind.NOTES, SheetKind.TOPIC):
        made = document(river_dossier(), Order(kind=kind), {"ochtend/peil": [lost, proposal]})
        said = msgspec.json.encode(made.parts).decode()
        assert "Van toen." in said
        assert "geheim" not in said


def test_what_is_said_twice_stands_once_however_it_is_written() -> None:
    assert marking_line(["Stg. GEHEIM", " ", "STG.  Geheim ", "TLP:RED", ""]) == "Stg. GEHEIM · TLP:RED"
    assert given_or_own("intern", "INTERN ") == ("intern",)
    assert given_or_own(" geheim", "  ") == ("geheim",)


def test_of_markings_of_one_ladder_the_highest_stands_alone() -> None:
    assert marking_line(["INTERN", "Dep. VERTROUWELIJK", "Stg. GEHEIM"]) == "Stg. GEHEIM"
    assert (
        marking_line(["Dep. VERTROUWELIJK", "NATO SECRET", "Voor BZ"]) == "Dep. VERTROUWELIJK · NATO SECRET · Voor BZ"
    )
    assert given_or_own("Stg. GEHEIM", "Dep. VERTROUWELIJK") == ("Stg. GEHEIM",)


# -- on paper ----------------------------------------------------------------------------------------------------------


def marked(title: str, marking: str, **order: object) -> Document:
    """Return what is printed of the river topic in a dossier of this title and marking."""
    dossier = river_dossier(
        river_topic(related=()), title=title, marking=marking, id="lang-" * (len(title) // 20) + "x"
    )
    return document(dossier, Order(**order))  # type: ignore[arg-type]


@pytest.fixture
def black(templates: Path) -> Callable[[Document], tuple[int, int]]:
    """Return who counts the black spots at the head and the foot of a first page; all else there is grey."""

    def count(made: Document) -> tuple[int, int]:
        with pdfium.PdfDocument(typeset(made, House(templates))) as pdf:
            drawn = pdf[0].render(scale=2, grayscale=True)
            rows = bytes(drawn.buffer)
            stride, high = drawn.stride, int(0.085 * drawn.height)
        head, foot = rows[: high * stride], rows[-high * stride :]
        return sum(spot < 40 for spot in head), sum(spot < 40 for spot in foot)

    return count


@pytest.mark.parametrize(("paper", "size"), [("a4", "normal"), ("a5", "large")])
@pytest.mark.parametrize("kind", [SheetKind.CARD, SheetKind.TOPIC])
def test_no_title_however_long_takes_the_marking_off_the_page(
    paper: str, size: str, kind: SheetKind, black: Callable[[Document], tuple[int, int]]
) -> None:
    order = {"kind": kind, "paper": paper, "size": size, "copies": 5}
    short, long = (
        marked("Kort", "STG. GEHEIM", **order),
        marked("Bijeenkomst van ministers " * 30, "STG. GEHEIM", **order),
    )

    assert black(long) == black(short)
    assert min(black(short)) > min(black(marked("Kort", "", **order)))


def test_many_markings_are_printed_in_smaller_letters_and_to_the_last(
    black: Callable[[Document], tuple[int, int]],
) -> None:
    def with_markings(*markings: str) -> tuple[int, int]:
        return black(marked("Kort", " · ".join(markings), paper="a5", size="large"))

    many = ["NATO CONFIDENTIAL RELEASABLE TO PARTNER"] * 6
    assert all(
        more > less for more, less in zip(with_markings(*many, "STG. GEHEIM"), with_markings(*many), strict=True)
    )
