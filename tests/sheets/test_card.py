"""The table card holds what may lie on the table, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rivers import river_dossier, river_topic, sheet_of

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order
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
