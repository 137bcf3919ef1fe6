"""The table card holds what may lie on the table, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rivers import river_dossier, river_topic, sheet_of

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.documents import document, left_out
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

GOLDEN = Path(__file__).parents[1] / "golden" / "table-card.json"
NOTES = (
    SheetNote("p1", "Zeg dank.", "Afdeling Water", kind=NoteKind.SAY, wording="geheim voorstel", words="bindend peil"),
    SheetNote("", "Alleen over kosten.", kind=NoteKind.IF_RAISED),
    SheetNote("s1", "Twijfel hierover.", kind=NoteKind.QUESTION),
    SheetNote("s1", "Nooit noemen.", kind=NoteKind.DO_NOT_VOLUNTEER),
)
EVERYTHING = NoteChoice(kinds=frozenset(NoteKind), statuses=frozenset(Status))
MAY_BE_SEEN = {Kind.AIM, Kind.POINT, Kind.IF_RAISED}
MAY_BE_SAID = {NoteKind.SAY, NoteKind.IF_RAISED}


def test_a_card_holds_what_the_golden_file_says(dossier: Dossier, topic: Topic) -> None:
    card = sheet_of(dossier, topic, *NOTES, kind=SheetKind.CARD)
    held = msgspec.json.format(msgspec.json.encode(card), indent=1).decode() + "\n"
    assert held == GOLDEN.read_text("utf-8")


passages = st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(["", "INTERN"])), max_size=12)
notes = st.lists(
    st.tuples(st.sampled_from(NoteKind), st.sampled_from(Status), st.integers(-1, 11), st.booleans()), max_size=8
)


@settings(max_examples=100, deadline=None)
@given(passages=passages, notes=notes)
def test_nothing_else_comes_on_a_card_whatever_the_dossier(
    passages: list[tuple[Kind, str]], notes: list[tuple[NoteKind, Status, int, bool]]
) -> None:
    topic = river_topic(
        passages=tuple(
            Passage(
                id=f"p{place}",
                kind=kind,
                number=f"1.1.{place}",
                text=f"passage-{place}-{kind}.",
                marking=marking,
                value=f"value-{place}-{kind}." if kind is Kind.FIGURE else "",
                actor=f"actor-{place}-{kind}." if kind is Kind.OTHER else "",
            )
            for place, (kind, marking) in enumerate(passages)
        )
    )
    written = tuple(
        SheetNote(
            f"p{place}" if place >= 0 else "",
            f"note-{order}-{kind}.",
            kind=kind,
            status=status,
            wording=f"wording-{order}." if amends else "",
            words=f"passage-{place}-" if amends else "",
        )
        for order, (kind, status, place, amends) in enumerate(notes)
    )
    try:
        card = sheet_of(river_dossier(topic), topic, *written, kind=SheetKind.CARD, notes=EVERYTHING)
    except SheetError:
        assert not any(kind in MAY_BE_SEEN for kind, _ in passages)
        assert not any(kind in MAY_BE_SAID for kind, *_ in notes)
        return

    said = msgspec.json.encode(card.parts).decode()
    for place, (kind, _) in enumerate(passages):
        assert (f"passage-{place}-{kind}." in said) == (kind in MAY_BE_SEEN)
        assert f"value-{place}" not in said
        assert f"actor-{place}" not in said
    for order, (note_kind, *_) in enumerate(notes):
        assert (f"note-{order}-{note_kind}." in said) == (note_kind in MAY_BE_SAID)
    assert "wording" not in said


def test_a_card_is_one_page_in_letters_as_large_as_it_allows(
    dossier: Dossier, templates: Path, pages: Callable[[bytes], list[str]]
) -> None:
    printed = pages(typeset(document(dossier, Order(kind=SheetKind.CARD)), House(templates)))

    assert len(printed) == len(list(dossier.topics()))
    assert "Uittreksel, zonder: bespreking, inzet, krachtenveld, cijfers, achtergrond" in printed[0]


def test_a_note_in_doubt_says_so_and_none_repeats_its_heading(topic: Topic) -> None:
    notes = (
        SheetNote("", "Dit eerst.", kind=NoteKind.SAY, written_on="ochtend/peil#p9"),
        SheetNote("", "Over kosten.", kind=NoteKind.IF_RAISED),
    )
    (card,) = sheet_of(river_dossier(topic), topic, *notes, kind=SheetKind.CARD).parts

    said = [(line.note.about, line.alike) for line in card.lines if line.note]  # type: ignore[attr-defined]
    assert said == [("te beoordelen", False), ("", True)]
    assert "notities" not in card.extract  # type: ignore[attr-defined]


def test_the_topics_without_a_card_are_told_beforehand(topic: Topic) -> None:
    silent = msgspec.structs.replace(topic, passages=topic.of_kind(Kind.POSITION))
    dossier, order = river_dossier(silent), Order(kind=SheetKind.CARD)

    assert left_out(dossier, order, {}) == (silent,)
    assert left_out(dossier, order, {silent.path: [SheetNote("", "Dank.", kind=NoteKind.SAY)]}) == ()


def test_a_card_says_nothing_of_how_its_notes_and_its_topic_stand(topic: Topic) -> None:
    secret = Passage(id="s9", kind=Kind.BACKGROUND, number="1.1.12", text="Niet te zien.", marking="STG. GEHEIM")
    unsure = msgspec.structs.replace(topic, certainty="defensive", passages=(*topic.passages, secret))
    note = SheetNote("s9", "Zeg dank.", kind=NoteKind.SAY, status=Status.CLEARED)

    made = sheet_of(river_dossier(unsure, marking="INTERN"), unsure, note, kind=SheetKind.CARD, notes=EVERYTHING)

    said = msgspec.json.encode(made.parts).decode()
    assert "Zeg dank." in said
    assert not any(word in said for word in ("afgedaan", "defensief", "Niet te zien"))
    assert made.parts[0].marking == "STG. GEHEIM"  # type: ignore[attr-defined]


def test_a_card_without_notes_says_that_it_is(topic: Topic) -> None:
    bare = msgspec.structs.replace(topic, passages=topic.of_kind(Kind.AIM))
    (card,) = sheet_of(river_dossier(bare), bare, kind=SheetKind.CARD, notes=NoteChoice(where=Where.NONE)).parts

    assert card.extract == "Uittreksel, zonder: notities"  # type: ignore[attr-defined]


def test_a_title_that_is_longer_than_a_page_is_cut_so_that_the_points_have_room(
    templates: Path, pages: Callable[[bytes], list[str]]
) -> None:
    topic = river_topic(title="Een gezamenlijk peil in de rivieren " * 50, related=())

    (page,) = pages(
        typeset(sheet_of(river_dossier(topic), topic, kind=SheetKind.CARD, paper="a5", size="large"), House(templates))
    )

    assert "…" in page
    assert "Wij delen" in page


@pytest.mark.parametrize("size", ["normal", "large"])
def test_the_foot_of_a_small_card_stays_out_of_the_rim_that_printers_leave(
    size: str, topic: Topic, templates: Path
) -> None:
    dossier = river_dossier(topic, marking="INTERN")
    card = sheet_of(dossier, topic, *NOTES, kind=SheetKind.CARD, paper="a5", size=size, two_sided=True, copies=2)

    page = pdfium.PdfDocument(typeset(card, House(templates)))[0]

    lowest = min(box.get_bounds()[1] for box in page.get_objects())
    assert lowest > 5 * 72 / 25.4


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_what_has_no_room_is_named_on_the_card(
    paper: str, make_dossier: Callable[..., Dossier], templates: Path, pages: Callable[[bytes], list[str]]
) -> None:
    long = " ".join(["rivierverruimingsproject"] * 90)
    topic = river_topic(
        passages=tuple(Passage(id=f"s{n}", kind=Kind.POINT, number=f"1.1.{n}", text=f"({n}) {long}") for n in range(9))
    )

    (page,) = pages(typeset(sheet_of(make_dossier(topic), topic, kind=SheetKind.CARD, paper=paper), House(templates)))

    shown, _, missing = page.partition("Paste niet op deze kaart:")
    printed = [n for n in range(9) if f"({n})" in shown]
    named = [n for n in range(9) if f"1.1.{n}" in missing]
    assert printed
    assert named
    assert printed + named == list(range(9))


def test_a_topic_without_anything_for_a_card_has_none(topic: Topic) -> None:
    silent = msgspec.structs.replace(topic, passages=topic.of_kind(Kind.POSITION))

    with pytest.raises(SheetError, match="may be on a table card"):
        sheet_of(river_dossier(silent), silent, kind=SheetKind.CARD)


def test_a_link_to_a_topic_that_has_no_card_is_words(templates: Path, pages: Callable[[bytes], list[str]]) -> None:
    _, other = river_dossier().topics()
    silent = msgspec.structs.replace(other, passages=(msgspec.structs.replace(other.passages[0], kind=Kind.POSITION),))

    (page,) = pages(
        typeset(document(river_dossier(river_topic(), silent), Order(kind=SheetKind.CARD)), House(templates))
    )

    assert "zie Scheepvaart bij laagwater (1.2)" in " ".join(page.split())
