"""Which topics a query finds, in the dossiers that are shipped and in large ones that nobody wrote."""

import random
from pathlib import Path

import pytest
import synthetic
from msgspec import structs

from fmm_desktop.dossier.links import words_of_topic
from fmm_desktop.dossier.model import Dossier, Kind, Session
from fmm_desktop.dossier.reading import read
from fmm_desktop.search.finder import Finder, Hits
from fmm_desktop.search.folding import fold
from fmm_desktop.search.query import parse

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def dutch() -> Dossier:
    return read(DATA / "fmm-2025-12-03.nl.yaml")


@pytest.fixture(scope="module")
def english() -> Dossier:
    return read(DATA / "fmm-2025-12-03.en.yaml")


def found(dossier: Dossier, typed: str) -> set[str]:
    """Return the paths of the topics that `typed` finds."""
    hits = Finder(dossier).find(parse(typed))
    assert hits is not None
    return set(hits.topics)


def holding(dossier: Dossier, words: str) -> set[str]:
    """Return the paths of the topics on whose page `words` stand."""
    return {topic.path for topic in dossier.topics() if fold(words) in fold(words_of_topic(topic, dossier))}


def test_nothing_typed_finds_nothing_and_says_so(dutch: Dossier) -> None:
    assert Finder(dutch).find(parse("  ")) is None


def test_a_word_that_stands_nowhere_finds_no_topic(dutch: Dossier) -> None:
    assert Finder(dutch).find(parse("vergeetmijnietje")) == Hits(frozenset())


def test_vloot_finds_the_topic_with_the_schaduwvloot(dutch: Dossier) -> None:
    about = holding(dutch, "schaduwvloot")

    assert about
    assert about <= found(dutch, "vloot")
    assert about == found(dutch, "SCHADUW vloot") & holding(dutch, "schaduwvloot")


def test_oekraine_is_found_without_its_accent(dutch: Dossier) -> None:
    assert found(dutch, "oekraine") == found(dutch, "Oekraïne") >= holding(dutch, "Oekraïne") != set()


def test_the_title_of_a_session_brings_all_its_topics(dutch: Dossier) -> None:
    for session in dutch.sessions:
        assert {topic.path for topic in session.topics} <= found(dutch, session.title.upper())


def test_words_of_the_title_of_a_session_and_of_a_topic_do_not_add_up(dutch: Dossier) -> None:
    session = structs.replace(dutch.sessions[0], title="Zonnebloem")
    other = structs.replace(dutch, sessions=(session, *dutch.sessions[1:]))
    topic = session.topics[0]

    assert found(other, "zonnebloem") == {topic.path for topic in session.topics}
    assert found(other, f"zonnebloem {topic.title}") == set()


@pytest.mark.parametrize("language", ["dutch", "english"])
def test_everything_on_the_page_of_a_topic_finds_it(language: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(language)
    for topic in dossier.topics():
        assert topic.path in found(dossier, topic.title)
        for tag in topic.tags:
            assert topic.path in found(dossier, tag)
        for figure in topic.of_kind(Kind.FIGURE):
            assert topic.path in found(dossier, figure.value)
        for other in topic.of_kind(Kind.OTHER):
            actor = dossier.actor(other.actor)
            assert actor is not None
            assert topic.path in found(dossier, actor.name)


def test_a_link_is_found_by_the_words_that_are_shown_for_it(dutch: Dossier) -> None:
    topic = next(dutch.topics())
    passage = structs.replace(topic.passages[0], text=f"Zie [[actor:{dutch.actors[0].id}]] en **vet*heid*jes**.")
    changed = structs.replace(topic, passages=(passage,))
    session = Session(id=dutch.sessions[0].id, number="1", title="Sessie", topics=(changed,))
    small = structs.replace(dutch, sessions=(session,))

    assert found(small, dutch.actors[0].name) == {topic.path}
    assert found(small, "vetheidjes") == {topic.path}
    assert found(small, "actor:") == set()


def test_a_dossier_without_topics_finds_nothing(dutch: Dossier) -> None:
    assert found(structs.replace(dutch, sessions=()), "oekraine") == set()


def test_the_finder_agrees_with_looking_through_every_topic() -> None:
    dossier = synthetic.dossier(300)
    finder = Finder(dossier)
    chance = random.Random(7)
    vocabulary = sorted({word for topic in dossier.topics() for word in words_of_topic(topic, dossier).split()})

    pages = [
        (topic.path, fold(words_of_topic(topic, dossier)), fold(session.title))
        for session in dossier.sessions
        for topic in session.topics
    ]

    for _ in range(60):
        typed = " ".join(chance.sample(vocabulary, chance.randint(1, 3)))
        words = fold(typed).split()
        expected = {
            path for path, page, title in pages for seen in (page, title) if all(word in seen for word in words)
        }
        hits = finder.find(parse(typed))

        assert hits is not None
        assert hits.topics == expected, typed
        assert len(hits) == len(expected)
