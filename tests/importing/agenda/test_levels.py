"""Headings below headings: the rank that the format or the numbering gives them, and labels among them."""

from fmm_desktop.importing.agenda.draft import Doubt, Draft
from fmm_desktop.importing.plain import Block, Weight

from .documents import agenda, blocks, titles

TITLE = "# Geannoteerde agenda Waterraad 20 april 2026\n\n"
TALK = "De Raad zal spreken over het water. Nederland zal pleiten voor hogere dijken.\n\n"


def in_markdown(*headings: str) -> Draft:
    """Read an agenda with text under each heading that ends on `+`."""
    parts = (f"{line.strip('+')}\n\n{TALK if line.endswith('+') else ''}" for line in headings)
    return agenda(TITLE + "".join(parts), "agenda.md")


def test_headings_below_one_of_several_are_topics_and_the_others_stay_beside_it() -> None:
    draft = in_markdown("## Delta+", "## Rivieren", "### Maas+", "### Waal+", "## Overig+")

    assert titles(draft) == [("Delta", ["Delta"]), ("Rivieren", ["Maas", "Waal"]), ("Overig", ["Overig"])]
    assert not any(topic.doubts for topic in draft.topics())


def test_a_last_heading_of_the_level_of_sessions_is_one() -> None:
    draft = in_markdown("## Sessie 1: Delta+", "## Sessie 2: Rivieren", "### Maas+", "### Waal+", "## Slotdiner+")

    assert [title for title, _ in titles(draft)] == ["Sessie 1: Delta", "Sessie 2: Rivieren", "Slotdiner"]
    assert titles(draft)[1][1] == ["Maas", "Waal"]


def test_bold_lines_below_a_session_with_a_level_are_its_topics() -> None:
    talk = Block(text=TALK.strip())
    draft = blocks(
        Block(text="Geannoteerde agenda Waterraad 20 april 2026", level=1),
        Block(text="Sessie 1: Rivieren", level=2, weight=Weight.BOLD),
        *(Block(text="Maas", weight=Weight.BOLD), talk, Block(text="Waal", weight=Weight.BOLD), talk),
        *(Block(text="Slotdiner", level=2, weight=Weight.BOLD), talk),
    )

    assert [title for title, _ in titles(draft)] == ["Sessie 1: Rivieren", "Slotdiner"]
    assert titles(draft)[0][1] == ["Maas", "Waal"]


def test_numbers_with_a_point_are_topics_below_their_number() -> None:
    draft = agenda(
        "Annotated agenda of the Water Council, Brussels, 28 May 2026\n\n1. Rivers\n\n1.1 28th dike\n\n"
        "The Council will hold a debate. Ireland supports it.\n\n1.2 Rhine\n\nThe Presidency will report.\n\n"
        "2. Any other business\n\nThe Commission will present a plan."
    )

    assert titles(draft) == [
        ("1. Rivers", ["1.1 28th dike", "1.2 Rhine"]),
        ("2. Any other business", ["Any other business"]),
    ]
    assert draft.heading.title == "Annotated agenda of the Water Council, Brussels, 28 May 2026"
    assert draft.meeting.place == "Brussels"


def test_a_heading_that_stands_in_several_topics_is_a_label_and_one_that_does_not_is_unsure() -> None:
    again = in_markdown("## Maas", "### Vervolgstappen+", "### Peil+", "## Waal", "### Vervolgstappen+", "## Overig+")
    once = in_markdown("## Maas+", "### Sluizen+", "## Waal+", "## Overig+")

    assert [(topic.heading.title, topic.doubts) for topic in once.topics()] == [
        ("Maas", (Doubt.BELOW,)),
        ("Waal", ()),
        ("Overig", ()),
    ]
    assert {one.label for one in once.passages()} == {"", "Sluizen"}
    assert "Vervolgstappen" not in {topic.heading.title for topic in again.topics()}
