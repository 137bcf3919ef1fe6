"""What a reviewer does to a draft: kinds, titles and places change, the words never do."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing import editing, rearranging
from fmm_desktop.importing.agenda.draft import Doubt, Draft, Heading, Span, words_at
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.agenda.titles import without_possible
from fmm_desktop.importing.editing import NoSuchChangeError, Place
from fmm_desktop.importing.plain import Block, Plain
from fmm_desktop.importing.taking_in import taken_in

from .agenda.documents import agenda, books, documents, titles

TEXT = """\
Geannoteerde agenda Waterraad 3 maart 2026

Sessie 1: Rivieren

Hoogwater

De Raad zal spreken over hoogwater. Hierbij is samenhang van belang. Nederland steunt de dienst.

Laagwater

Inhoud

De vaargeul is ondiep.

Sessie 2: Zeeën

Dijken

De Raad zal spreken over dijken.
"""


@pytest.fixture
def draft() -> Draft:
    return agenda(TEXT)


def kinds(draft: Draft, topic: Place) -> list[tuple[Kind, str]]:
    return [(passage.kind, passage.text.split()[0]) for passage in editing.passages_at(draft, topic)]


def test_a_key_changes_the_kind_of_passages_and_settles_the_doubt(draft: Draft) -> None:
    assert editing.passage_at(draft, (0, 0, 1)).doubts == (Doubt.MAYBE_POSITION,)

    changed = editing.set_kind(draft, [(0, 0, 1), (0, 0, 0)], Kind.POSITION)

    assert kinds(changed, (0, 0)) == [(Kind.POSITION, "De"), (Kind.POSITION, "Hierbij"), (Kind.POSITION, "Nederland")]
    assert editing.passage_at(changed, (0, 0, 1)).doubts == ()


def test_passages_are_joined_and_split_again(draft: Draft) -> None:
    both = editing.joined(draft, (0, 0, 1))
    assert editing.passage_at(both, (0, 0, 0)).text == (
        "De Raad zal spreken over hoogwater. Hierbij is samenhang van belang."
    )

    again = editing.split(both, (0, 0, 0), len("De Raad zal spreken over hoogwater. "))

    assert [passage.text for passage in again.passages()] == [passage.text for passage in draft.passages()]


def test_a_topic_begins_at_a_passage_gets_a_name_and_is_joined_again(draft: Draft) -> None:
    parted = rearranging.begun(draft, (0, 0, 2))
    assert titles(parted)[0][1] == ["Hoogwater", "Nederland steunt de dienst.", "Laagwater"]

    named = rearranging.renamed(parted, (0, 1), "De dienst")
    assert titles(named)[0][1] == ["Hoogwater", "De dienst", "Laagwater"]
    assert editing.topic_at(named, (0, 1)).doubts == ()

    assert kinds(rearranging.united(named, (0, 1)), (0, 0)) == kinds(draft, (0, 0))


def test_no_topic_is_left_empty_where_another_begins_at_its_first_passage(draft: Draft) -> None:
    with pytest.raises(editing.NoSuchChangeError):
        rearranging.begun(draft, (0, 0, 0))

    labelled = rearranging.united(draft, (0, 1))  # the heading is a label now
    place = (0, 0, len(editing.topic_at(draft, (0, 0)).passages))
    asked = replace(editing.topic_at(draft, (0, 1)), doubts=(Doubt.TITLE,))
    assert rearranging.begun(labelled, place) == editing.with_topic(draft, (0, 1), asked)

    nameless = rearranging.begun(draft, (0, 0, 2))
    assert rearranging.begun(nameless, (0, 1, 0)) == nameless, "it begins there, and has no heading of its own"


def test_a_topic_becomes_a_session_and_a_topic_again(draft: Draft) -> None:
    risen = rearranging.raised(draft, (0, 1))
    assert titles(risen) == [
        ("Sessie 1: Rivieren", ["Hoogwater"]),
        ("Laagwater", ["Laagwater"]),
        ("Sessie 2: Zeeën", ["Dijken"]),
    ]

    assert rearranging.lowered(risen, (1,)) == draft


def test_a_heading_that_is_one_no_more_is_a_label(draft: Draft) -> None:
    united = rearranging.united(draft, (0, 1))

    last = editing.passages_at(united, (0, 0))[-1]
    assert words_at(united.plain, last.label_spans) == "Laagwater Inhoud"
    assert last.label == "Laagwater: Inhoud", "all of it stands in the file"


def test_a_topic_is_moved_into_another_session(draft: Draft) -> None:
    moved = rearranging.shifted(draft, (0, 1), 1)
    assert titles(moved) == [("Sessie 1: Rivieren", ["Hoogwater"]), ("Sessie 2: Zeeën", ["Laagwater", "Dijken"])]


def test_passages_are_moved_one_place_and_on_into_the_next_topic(draft: Draft) -> None:
    """Given a passage, when it goes down again and again, then one place each time; and up as often gives the same."""
    after, places = rearranging.stepped(draft, [(0, 0, 0)], 1)
    assert (kinds(after, (0, 0))[1], places) == ((Kind.DISCUSSION, "De"), ((0, 0, 1),))

    path = [places]
    while path[-1] != ((1, 0, 1),):
        after, places = rearranging.stepped(after, path[-1], 1)
        path.append(places)
    assert path == [((0, 0, 1),), ((0, 0, 2),), ((0, 1, 0),), ((0, 1, 1),), ((1, 0, 0),), ((1, 0, 1),)]

    for _ in path:
        after, places = rearranging.stepped(after, places, -1)
    assert (after, places) == (draft, ((0, 0, 0),))
    both, places = rearranging.stepped(draft, [(0, 0, 1), (0, 0, 2)], 1)
    assert (kinds(both, (0, 0)), places) == ([(Kind.DISCUSSION, "De")], ((0, 1, 0), (0, 1, 1)))


@pytest.mark.parametrize(
    "change",
    [
        lambda draft: editing.joined(draft, (0, 0, 0)),
        lambda draft: editing.split(draft, (0, 0, 0), 0),
        lambda draft: editing.set_kind(draft, [(0, 7, 0)], Kind.AIM),
        lambda draft: rearranging.united(draft, (0, 0)),
        lambda draft: rearranging.lowered(draft, (0,)),
        lambda draft: rearranging.shifted(draft, (0,), -1),
        lambda draft: rearranging.shifted(draft, (1, 0), 1),
        lambda draft: rearranging.renamed(draft, (0,), "  "),
        lambda draft: rearranging.renamed(draft, (0,), "a" * 1001),
        lambda _draft: rearranging.headed(agenda(TEXT.replace("over dijken", "over" + " dijken" * 200)), (1, 0, 0)),
        lambda draft: rearranging.stepped(draft, [(0, 0, 0)], -1),
        lambda draft: rearranging.stepped(draft, [(0, 0, 0), (0, 1, 0)], 1),
    ],
)
def test_what_cannot_be_done_is_told(change: object, draft: Draft) -> None:
    with pytest.raises(NoSuchChangeError):
        change(draft)  # type: ignore[operator]


def letters(draft: Draft) -> Counter[tuple[int, int]]:
    return Counter(
        (span.block, place)
        for span in draft.spans()
        for place in range(span.start, span.end)
        if draft.plain.blocks[span.block].text[place].isalnum()
    )


def test_what_was_left_out_comes_into_the_topic_where_it_stands() -> None:
    """Given a footer between two passages, when it is taken in, then it stands there."""
    blocks = [Block(text=text, order=order) for order, text in enumerate(TEXT.split("\n\n")) if text.strip()]
    footer = Block(text="Pagina 1", order=5)
    plain = Plain(blocks=tuple(block for block in blocks if block.order != 5), left_out=(footer,))
    draft = read_agenda(plain, books())
    every = letters(draft)

    changed, places = taken_in(draft, (), (0,))

    assert [editing.passage_at(changed, place).text for place in places] == ["Pagina 1"]
    assert editing.passages_at(changed, places[0]) != editing.passages_at(draft, places[0])
    assert letters(changed) == every + Counter((9, place) for place in (0, 1, 2, 3, 4, 5, 7))
    assert changed.plain.left_out == ()
    with pytest.raises(NoSuchChangeError):
        taken_in(changed, (), (0,))


@given(documents(), st.data())
@settings(max_examples=60, deadline=None)
def test_no_series_of_changes_loses_or_doubles_a_word(plain: Plain, data: st.DataObject) -> None:
    draft = read_agenda(plain, books())
    every = letters(draft)

    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.sampled_from(list(editing.places_of(draft)) or [()]))
        number = data.draw(st.integers(-2, 40))
        change = data.draw(st.sampled_from(CHANGES))
        try:
            draft = change(draft, place, number)
        except NoSuchChangeError:
            continue
        assert letters(draft) == every
        assert all(passage.text == words_at(plain, passage.spans) for passage in draft.passages())
        assert all(is_said(heading.title, plain, heading.spans) for heading in headings(draft))
        labelled = (passage for topic in draft.topics() for passage in topic.passages if passage.label_spans)
        assert all(is_said(passage.label, plain, passage.label_spans) for passage in labelled)


def headings(draft: Draft) -> list[Heading]:
    """Return the headings that the reviewer gave no other words."""
    both = [one.heading for one in (*draft.sessions, *draft.topics())]
    return [heading for heading in both if heading.title != "Anders"]


def is_said(text: str, plain: Plain, spans: tuple[Span, ...]) -> bool:
    """Whether every word at places in a document is in a text that goes into the file, or in the certainty there."""
    book = books()["nl"]
    texts = (plain.blocks[span.block].text[span.start : span.end] for span in spans)
    words = (WORD.findall(without_possible(text, book)[0]) for text in texts)
    return Counter(word for some in words for word in some) <= Counter(WORD.findall(text))


WORD = re.compile(r"\w+")
CHANGES = [
    lambda draft, place, _number: editing.set_kind(draft, [place], Kind.FIGURE),
    lambda draft, place, _number: editing.settled(draft, place),
    lambda draft, place, _number: editing.joined(draft, place),
    editing.split,
    lambda draft, place, _number: rearranging.renamed(draft, place, "Anders"),
    lambda draft, place, _number: rearranging.begun(draft, place),
    lambda draft, place, _number: rearranging.headed(draft, place),
    lambda draft, place, _number: rearranging.united(draft, place),
    lambda draft, place, _number: rearranging.raised(draft, place),
    lambda draft, place, _number: rearranging.lowered(draft, place),
    lambda draft, place, number: rearranging.shifted(draft, place, 1 if number > 0 else -1),
    lambda draft, place, _number: rearranging.introduced(draft, place),
    lambda draft, place, number: rearranging.stepped(draft, [place], 1 if number > 0 else -1)[0],
]
