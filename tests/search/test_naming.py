"""Who and what a passage is about: by link, as its actor, and by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.model import Actor, Dossier, Kind, Meeting, Passage, Session, Term, Topic
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.naming import Naming
from fmm_desktop.search.query import parse
from fmm_desktop.search.topic_sets import ordinals_of

from .test_folding import texts

ACTORS = (
    Actor(id="cn", kind="country", name="China"),
    Actor(id="ua", kind="country", name="Oekraïne"),
    Actor(id="eu", kind="organisation", name="EU"),
    Actor(id="ba", kind="country", name="Bosnië en Herzegovina"),
    Actor(id="kallas", kind="person", name="Kaja Kallas", of="eu"),
)
TERMS = (Term(id="om", short="OM", long="Openbaar Ministerie"), Term(id="nuc", short="NUC"))


def dossier(*titled: tuple[str, str]) -> Dossier:
    """Return a dossier of topics with a title and one passage each."""
    topics = tuple(
        Topic(id=str(place), path=f"s/{place}", number=str(place), title=title, passages=(passage(text),))
        for place, (title, text) in enumerate(titled)
    )
    session = Session(id="s", number="1", title="", topics=topics)
    meeting = Meeting(start="2025-12-03")
    return Dossier(
        id="d", edition=1, title="", language="nl", meeting=meeting, actors=ACTORS, terms=TERMS, sessions=(session,)
    )


def passage(text: str, actor: str = "") -> Passage:
    """Return a passage with a text."""
    return Passage(id="p", kind=Kind.OTHER if actor else Kind.AIM, number="1", text=text, actor=actor)


NAMING = Naming(dossier())


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Over CHINA spreken wij.", {"cn"}),
        ("China's markt, en Oekraines leger", {"cn", "ua"}),
        ("de EU-lidstaten", {"eu"}),
        ("een neutraal land in Indochina", set()),
        ("een leuke dag voor de eu", set()),  # a name in capitals stands in capitals
        ("Bosnië en\nHerzegovina", {"ba"}),
        ("Bosnië, en ook Herzegovina", set()),
        ("volgens [[actor:kallas|haar]]", {"kallas"}),
        ("zie [[china/handel|de handel]]", set()),  # where a link leads is not read
        ("met Kaja Kallas", {"kallas"}),
    ],
)
def test_an_actor_is_named_by_whole_words(text: str, about: set[str]) -> None:
    assert NAMING.actors_in(passage(text)) == about


def test_who_takes_a_stance_is_what_a_passage_is_about() -> None:
    assert NAMING.actors_in(passage("Steunt China.", actor="eu")) == {"eu", "cn"}


def test_an_abbreviation_is_no_small_word() -> None:
    assert NAMING.terms_in(passage("Het gaat om alles.")) == set()
    assert NAMING.terms_in(passage("Het OM, en de [[term:nuc|raad]].")) == {"om", "nuc"}
    assert NAMING.terms_in(passage("Het openbaar ministerie")) == {"om"}


def test_a_topic_is_about_whom_its_title_or_a_passage_names() -> None:
    found = Finder(
        dossier(("Rapport over China", "Wat wij weten."), ("Steun", "Aan Oekraïne, tegen China."), ("A", "B"))
    )
    under = found.under("actor")
    assert list(ordinals_of(under.of(["cn"]))) == [0, 1]
    assert list(ordinals_of(under.of(["ua"]))) == [1]
    assert found.find(parse("actor:china")).bits == under.of(["cn"])
    assert found.find(parse("actor:oekraine tegen")).bits == under.of(["ua"]), (
        "the words stand in a passage that names it"
    )


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(ACTORS))
def test_a_name_between_blanks_is_always_found_and_nothing_raises(text: str, actor: Actor) -> None:
    assert actor.id in NAMING.actors_in(passage(f"{text} . {actor.name} . {text}"))
