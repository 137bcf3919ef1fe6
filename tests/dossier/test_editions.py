"""What is new, changed, moved or gone in another edition: of the sessions, the topics and the passages."""

import random

import pytest
import synthetic
from drafting import Draft
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fmm_desktop.dossier.comparing import compare, compare_topics
from fmm_desktop.dossier.difference import Part
from fmm_desktop.dossier.editions import Change, EditionChanges
from fmm_desktop.dossier.model import Dossier, Passage, Topic
from fmm_desktop.dossier.reading import read

from .conftest import GOOD, Written

Told = list[tuple[str, str, str]]


@pytest.fixture
def old(written: Written) -> Dossier:
    return read(written())


def changed(written: Written, *edits: tuple[str, str]) -> Dossier:
    """Return the good dossier as its second edition, with edits in its file."""
    text = GOOD.replace("edition: 1", "edition: 2")
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    return read(written(GOOD, text))


def told(changes: EditionChanges) -> Told:
    """Return what became of the passages: the topic, the words, and the change."""
    return [
        (topic.topic.id, (passage.new or passage.old or topic.topic.passages[0]).text, passage.change.value)
        for topic in changes.topics()
        for passage in topic.passages
    ]


def test_the_same_words_in_another_edition_are_no_difference(old: Dossier, written: Written) -> None:
    new = changed(written, ("2025-11-28\nlanguage", "2025-12-01\nlanguage"), ("Het doel.", '"Het  doel."'))

    assert new.edition != old.edition
    assert not compare(old, new)


def test_a_passage_that_is_put_in_changes_none_after_it(old: Dossier, written: Written) -> None:
    put_in = ("          - {id: p1,", "          - Een nieuwe inzet vooraf.\n          - {id: p1,")
    new = changed(written, put_in, ("al. 2", "al. 3"))

    assert [one.id for one in new.sessions[0].topics[0].passages][1:3] == ["position-1", "p1"]
    assert told(compare(old, new)) == [("steun", "Een nieuwe inzet vooraf.", "new")]
    assert told(compare(new, old)) == [("steun", "Een nieuwe inzet vooraf.", "gone")]


def test_passages_that_are_alike_are_known_by_their_words(old: Dossier, written: Written) -> None:
    alike = "          - Nog een inzet over [[term:purl]], maar dan anders.\n"
    put_in = ("          - Nog een inzet", f"{alike}          - Nog een inzet")

    assert told(compare(old, changed(written, put_in))) == [
        ("steun", "Nog een inzet over [[term:purl]], maar dan anders.", "new")
    ]


def test_a_passage_with_other_words_is_changed_and_shows_them(old: Dossier, written: Written) -> None:
    changes = compare(old, changed(written, ("Nog een inzet over", "Nog altijd een inzet over")))

    (topic,) = changes.topics()
    (passage,) = topic.passages
    assert passage.change is Change.CHANGED
    assert [(piece.part, piece.text) for piece in changes.words(passage)] == [
        (Part.KEPT, "Nog "),
        (Part.IN, "altijd "),
        (Part.KEPT, "een inzet over PURL."),
    ]


def test_no_markup_is_shown_where_the_words_are_the_same(old: Dossier, written: Written) -> None:
    def words(*edits: tuple[str, str]) -> list[tuple[Part, str]]:
        changes = compare(old, changed(written, *edits))
        ((passage,),) = (topic.passages for topic in changes.topics())
        return [(piece.part, piece.text) for piece in changes.words(passage)]

    name = words(("Nog een inzet over [[term:purl]]", "Nog een inzet over PURL"))
    assert name == [(Part.KEPT, "Nog een inzet over PURL"), (Part.OUT, " (→ PURL)"), (Part.KEPT, ".")]
    assert words(("Nog een inzet", "Nog *een* inzet")) == [(Part.KEPT, "Nog een inzet over PURL.")]


def test_what_a_topic_and_a_passage_are_beside_their_words(old: Dossier, written: Written) -> None:
    new = changed(
        written,
        ("title: Steun\n", "title: Steun aan allen\n        certainty: possible\n        marking: Vertrouwelijk\n"),
        ("stance: supports", "stance: mixed"),
        ("EUR 500 mln.", "EUR 600 mln."),
        ('source: {id: agenda, at: "al. 2"}', "marking: Intern"),
    )

    (topic,) = compare(old, new).topics()

    assert [(field.name, field.old, field.new) for field in topic.fields] == [
        ("title", "Steun", "Steun aan allen"),
        ("certainty", "planned", "possible"),
        ("marking", "", "Vertrouwelijk"),
    ]
    assert [[(field.name, field.old, field.new) for field in one.fields] for one in topic.passages] == [
        [("marking", "", "Intern"), ("source", "agenda, al. 2", "")],
        [("stance", "supports", "mixed")],
        [("value", "EUR 500 mln.", "EUR 600 mln.")],
    ]


def test_topics_and_sessions_that_came_and_went(old: Dossier, written: Written) -> None:
    lunch = "  - id: lunch\n    title: Lunch\n    topics:\n      - {id: rusland, title: Rusland}\n"
    new = changed(written, ("sessions:\n", f"sessions:\n{lunch}"), ("      - id: china\n", "      - id: azie\n"))

    changes = compare(old, new)

    assert [(one.session.id, one.change) for one in changes.sessions] == [("lunch", Change.NEW), ("nar", None)]
    assert [(one.topic.path, one.change) for one in changes.topics()] == [
        ("lunch/rusland", Change.NEW),
        ("nar/azie", Change.MOVED),  # another id, the same title
    ]
    assert [(one.topic.path, one.change) for one in compare(new, old).topics()] == [
        ("nar/china", Change.MOVED),
        ("lunch/rusland", Change.GONE),
    ]


def test_a_passage_that_goes_to_another_topic_is_told_of_there(old: Dossier) -> None:
    steun, china = old.sessions[0].topics
    stray = Passage(id="b1", kind=steun.passages[0].kind, number="", text="Dit doel komt elders te staan, geheel.")
    before = with_topics(old, replace(steun, passages=(*steun.passages, stray)), china)
    after = with_topics(old, steun, replace(china, passages=(replace(stray, id="aim-1"),)))

    (topic,) = compare(before, after).topics()

    (passage,) = topic.passages
    assert (topic.topic.id, passage.change, passage.moved) == ("china", Change.MOVED, True)
    assert (passage.old_topic, passage.new_topic) == ("nar/steun", "nar/china")


def with_topics(dossier: Dossier, *topics: Topic) -> Dossier:
    return replace(dossier, sessions=(replace(dossier.sessions[0], topics=topics),))


def test_the_order_of_passages(old: Dossier) -> None:
    steun, china = old.sessions[0].topics
    first, one, other, *rest = steun.passages
    turned = replace(steun, passages=(first, other, one, *rest))

    change = compare_topics(steun, turned)

    assert change
    assert [(one.change, one.moved) for one in change.passages] == [(Change.MOVED, True)]
    assert compare_topics(china, china) is None


def test_actors_terms_and_dates(old: Dossier, written: Written) -> None:
    changes = compare(
        old,
        changed(
            written,
            ("name: België", "name: Koninkrijk België"),
            ("title: Top}", "title: Topontmoeting}"),
            ("  - {id: purl", "  - {id: fmm, short: FMM}\n  - {id: purl"),
        ),
    )

    assert [(entry.group, entry.id, entry.change.value) for entry in changes.entries] == [
        ("timeline", "2025-06-24 Topontmoeting", "new"),
        ("timeline", "2025-06-24 Top", "gone"),
        ("actors", "be", "changed"),
        ("terms", "fmm", "new"),
    ]


def test_the_topic_of_the_page_is_asked_for_by_its_path(old: Dossier, written: Written) -> None:
    changes = compare(old, changed(written, ("Het doel.", "Het doel is een ander.")))

    assert changes.topic("nar/china") is None
    topic = changes.topic("nar/steun")
    assert topic
    assert topic.change is Change.CHANGED


def test_a_large_dossier_with_one_topic_less() -> None:
    dossier = synthetic.dossier(400)
    first, *others = dossier.sessions
    less = replace(dossier, sessions=(replace(first, topics=first.topics[1:]), *others))

    assert [(one.topic.path, one.change) for one in compare(dossier, less).topics()] == [
        ("sessie-1/onderwerp-1", Change.GONE)
    ]
    assert not compare(dossier, synthetic.dossier(400))


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32), edits=st.integers(0, 20), repeats=st.sampled_from([0.0, 0.5]))
def test_each_passage_is_told_of_once_or_is_as_it_was(seed: int, edits: int, repeats: float) -> None:
    draft = Draft(random.Random(seed), [word.lower() for word in synthetic._WORDS], repeats=repeats)
    draft.write(3, 4)
    old = draft.dossier()
    draft.edit(edits)
    new = draft.dossier(2)

    told = [passage for topic in compare(old, new).topics() for passage in topic.passages]

    def passages(dossier: Dossier) -> set[tuple[str, str]]:
        return {(topic.path, one.id) for topic in dossier.topics() for one in topic.passages}

    was = [(one.old_topic, one.old.id) for one in told if one.old]
    now = [(one.new_topic, one.new.id) for one in told if one.new]
    assert len(set(was)) == len(was)
    assert len(set(now)) == len(now)
    assert set(was) <= passages(old)
    assert set(now) <= passages(new)
    assert len(passages(old)) - len(was) == len(passages(new)) - len(now)  # those that nothing is told of
    assert all(one.old.text == one.new.text for one in told if one.change is Change.MOVED if one.old and one.new)
