"""Markings: none is lost, whatever its language and its place, and a sentence makes none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.importing.agenda.draft import Doubt, Draft
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.plain import Block, BlockKind, Cell, Plain

from .documents import books

BODIES = {
    "nl": [
        "Geannoteerde agenda Waterraad 3 maart 2026",
        "Op dinsdag 3 maart 2026 vindt in Brussel de Waterraad plaats.",
        "Droogte",
        "De Raad zal spreken over de droogte. Nederland zal pleiten voor water.",
        "Visserij",
        "De Raad spreekt over vis. Nederland steunt het plan.",
    ],
    "en": [
        "Annotated agenda Water Council 3 March 2026",
        "The Water Council meets in Brussels on Tuesday 3 March 2026.",
        "Drought",
        "Ministers will discuss the drought. The UK will call for more water.",
        "Fisheries",
        "Ministers will discuss fish. The UK supports the plan.",
    ],
}
MARKINGS = [
    "DEPARTEMENTAAL VERTROUWELIJK", "Departementaal vertrouwelijk", "Dep. Vertrouwelijk", "Dep.V.",
    "Stg. CONFIDENTIEEL", "STG GEHEIM", "Stg. zeer geheim", "VERTROUWELIJK", "INTERN GEBRUIK",
    "NAVO ONGERUBRICEERD", "RESTRICTED", "Confidential", "SECRET", "OFFICIAL", "OFFICIAL-SENSITIVE",
    "UK OFFICIAL - SENSITIVE", "NATO RESTRICTED", "NATO / EU RESTRICTED", "EU RESTRICTED",
    "RESTREINT UE / EU RESTRICTED", "LIMITE", "LIMITED", "EU LIMITED", "TLP:AMBER", "TLP:AMBER+STRICT",
    "IRELAND CONFIDENTIAL", "COSMIC TOP SECRET", "FOUO", "SBU",
]  # fmt: skip
PLACES = ["first", "below the title", "last", "left out", "on each page"]


def drafted(language: str, line: str, place: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Draft:
    """Read an agenda with a line at a place of it."""
    texts = list(BODIES[language])
    places = {"first": [0], "below the title": [1], "last": [6], "on each page": [6, 4, 0]}.get(place, [])
    for number in places:
        texts.insert(number, line)
    cells = (Cell(1, 0, 0) if kind is BlockKind.CELL and text == line else None for text in texts)
    blocks = tuple(
        Block(text=text, order=order, kind=kind if text == line else BlockKind.PARAGRAPH, cell=cell)
        for order, (text, cell) in enumerate(zip(texts, cells, strict=True))
    )
    left_out = (Block(text=line, order=len(texts)),) if place == "left out" else ()
    return read_agenda(Plain(blocks=blocks, name="a.docx", language=language, left_out=left_out), books())


def words_of(draft: Draft) -> str:
    titles = [draft.heading.title, *(session.heading.title for session in draft.sessions)]
    return " ".join(
        [*titles, *(topic.heading.title for topic in draft.topics()), *(one.text for one in draft.passages())]
    )


LABELS = ["", "Classification: ", "Rubricering: ", "MARKING - "]
ENDS = ["", " 3", " | Pagina 2 van 9", " – page 1/4"]


@given(
    st.sampled_from(sorted(BODIES)),
    st.sampled_from(MARKINGS),
    st.sampled_from(PLACES),
    *map(st.sampled_from, (LABELS, ENDS)),
)
@settings(max_examples=200, deadline=None)
def test_no_marking_is_lost(language: str, marking: str, place: str, label: str, end: str) -> None:
    draft = drafted(language, f"{label}{marking}{end}", place)

    assert draft.marking == marking
    assert marking not in words_of(draft)
    assert draft.heading.title == BODIES[language][0]
    assert Doubt.MARKING not in draft.doubts


@pytest.mark.parametrize("language", sorted(BODIES))
@pytest.mark.parametrize("place", ["first", "last", "left out"])
@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("CONFIDENTIEL DÉFENSE", "CONFIDENTIEL DÉFENSE"),
        ("Classification: YELLOW", "YELLOW"),
        ("Rubricering: Huisregel 4", "Huisregel 4"),
        ("SECRET // NOFORN", "SECRET // NOFORN"),
        ("Vertrouwelijk - niet verspreiden", "Vertrouwelijk - niet verspreiden"),
        ("FOR THE DELEGATION – EYES ONLY", "FOR THE DELEGATION – EYES ONLY"),
        ("Gerubriceerd: Huisregel", "Huisregel"),
    ],
)
def test_a_line_that_looks_like_a_marking_is_one_with_a_doubt(
    language: str, place: str, line: str, marking: str
) -> None:
    draft = drafted(language, line, place)

    assert draft.marking == marking
    assert Doubt.MARKING in draft.doubts


@pytest.mark.parametrize("language", sorted(BODIES))
@pytest.mark.parametrize("place", ["first", "below the title", "last"])
@pytest.mark.parametrize(
    "line",
    [
        "Access to the building is restricted.",
        "The Commission will present a restricted list of official statistics that are secret, limited or sensitive.",
        "De stukken zijn vertrouwelijk verspreid.",
        "RESTRICTED SESSION",
        "Besloten sessie (vertrouwelijk)",
        "Internal market",
        "INTERNAL MARKET",
        "Official development assistance",
        "Rubricering: geen",
        "Classification: none",
    ],
)
def test_what_is_no_marking_makes_none(language: str, place: str, line: str) -> None:
    assert drafted(language, line, place).marking == ""


def test_a_marking_beside_its_label_is_found_and_no_passage() -> None:
    texts = ["Rubricering", "Dep.V.", *BODIES["nl"]]
    blocks = [Block(text=text, order=order) for order, text in enumerate(texts)]

    draft = read_agenda(Plain(blocks=tuple(blocks), language="nl"), books())

    assert (draft.marking, draft.doubts) == ("Dep.V.", ())
    assert "Rubricering" not in words_of(draft)


@pytest.mark.parametrize("place", ["below the title", "last"])
def test_an_everyday_word_further_on_is_none(place: str) -> None:
    assert drafted("en", "Limited", place).marking == ""


@pytest.mark.parametrize("word", ["Limited", "Restricted", "OFFICIAL", "Vertrouwelijk"])
def test_a_word_in_the_cell_of_a_table_is_none(word: str) -> None:
    texts = [*BODIES["en"], word, "Ministers will discuss boats."]
    blocks = [
        Block(text=text, order=order, kind=BlockKind.CELL if order > 5 else BlockKind.PARAGRAPH)
        for order, text in enumerate(texts)
    ]

    assert read_agenda(Plain(blocks=tuple(blocks), language="en"), books()).marking == ""


def test_a_marking_amid_the_words_of_a_header_is_found_with_a_doubt() -> None:
    header = drafted("en", "Council of the European Union 14567/26 LIMITE EN", "left out")
    session = drafted("en", "Programme of the RESTRICTED SESSION", "left out")

    assert (header.marking, header.doubts) == ("LIMITE", (Doubt.MARKING,))
    assert session.marking == ""


@pytest.mark.parametrize(("place", "doubts"), [("first", (Doubt.MARKING,)), ("left out", ())])
def test_an_everyday_word_alone_above_everything_is_a_marking(place: str, doubts: tuple[Doubt, ...]) -> None:
    draft = drafted("en", "Official", place)

    assert (draft.marking, draft.doubts) == ("Official", doubts)


def test_two_different_markings_are_both_kept_with_a_doubt() -> None:
    draft = drafted("nl", "NATO UNCLASSIFIED", "first")
    both = read_agenda(
        Plain(blocks=draft.plain.blocks, language="nl", left_out=(Block(text="Dep. Vertrouwelijk"),)), books()
    )

    assert both.marking == "NATO UNCLASSIFIED · Dep. Vertrouwelijk"
    assert Doubt.MARKING in both.doubts


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("The UK supports the plan. NATO RESTRICTED", "NATO RESTRICTED"),
        ("The UK supports the plan, which is RESTRICTED", ""),
        ("The UK supports the plan that is restricted. Official", ""),
    ],
)
def test_a_marking_in_capitals_that_a_page_ended_with_is_found_behind_a_sentence(text: str, marking: str) -> None:
    draft = drafted("en", text, "last")

    assert (draft.marking, Doubt.MARKING in draft.doubts) == (marking, bool(marking))
    assert text.rsplit(maxsplit=1)[-1] in words_of(draft)
