"""What stands under which heading when a dossier is turned: what a query for just that would find."""

from pathlib import Path

import pytest
import synthetic
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.model import Actor, Dossier, Kind, Meeting, Passage, Session, Term, Topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.search.facets import part, values
from fmm_desktop.search.field_names import TurnedBy
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.folding import fold
from fmm_desktop.search.naming import Naming
from fmm_desktop.search.query import parse
from fmm_desktop.search.topic_sets import everything, ordinals_of, set_of
from fmm_desktop.search.turning import REST, Turning, passages_under, title_of

FIELDS: tuple[TurnedBy, ...] = ("actor", "tag", "kind", "term")
TEXT = """\
format: fmm-dossier/1
id: d
edition: 1
issued: 2025-11-28
language: nl
title: Overleg
meeting: {start: 2025-12-03, place: Brussel, country: be}
own: nl
actors:
  - {id: nl, kind: country, name: Nederland}
  - {id: ua, kind: country, name: Oekraïne}
  - {id: sybiha, kind: person, name: Andrii Sybiha, of: ua}
  - {id: be, kind: country, name: België}
terms:
  - {id: purl, short: PURL, long: lijst}
  - {id: nar, short: NAR}
sessions:
  - id: raad
    title: Raad
    topics:
      - {id: a, title: A, tags: [Zee], position: ["Met [[actor:sybiha]] over [[term:purl]]."]}
      - {id: b, title: B, tags: [zee, één], others: [{actor: be, stance: supports, text: Ja.}]}
  - id: middag
    title: Middag
    topics:
      - {id: c, title: C, aim: [Doel.], background: ["Over [[actor:ua]]."]}
      - {id: d, title: D}
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Return a small dossier."""
    file = tmp_path / "d.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return read(file)


def turning_of(dossier: Dossier) -> Turning:
    """Return what turns a dossier."""
    return Turning(dossier, Finder(dossier))


def turned(dossier: Dossier, field: TurnedBy) -> dict[str, list[str]]:
    """Return the titles of the topics under the title of each heading, in order."""
    topics = list(dossier.topics())
    found = turning_of(dossier).headings(field)
    return {heading.title: [topics[one].title for one in ordinals_of(heading.topics)] for heading in found}


def test_by_actor_a_person_stands_under_their_own_name_and_under_whom_they_belong_to(dossier):
    assert list(turned(dossier, "actor").items()) == [
        ("Andrii Sybiha", ["A"]),
        ("België", ["B"]),
        ("Oekraïne", ["A", "C"]),
        ("Zonder actor", ["D"]),  # and nobody speaks of the Netherlands
    ]


def test_by_tag_what_is_the_same_to_a_reader_is_one_heading_as_it_was_written_first(dossier):
    assert list(turned(dossier, "tag").items()) == [("één", ["B"]), ("Zee", ["A", "B"]), ("Zonder label", ["C", "D"])]


def test_by_kind_in_the_order_in_which_a_topic_is_read(dossier):
    assert list(turned(dossier, "kind").items()) == [
        ("Doel", ["C"]),
        ("Inzet", ["A"]),
        ("Krachtenveld", ["B"]),
        ("Achtergrond", ["C"]),
        ("Zonder passages", ["D"]),
    ]


def test_by_term_only_those_that_a_text_names(dossier):
    assert list(turned(dossier, "term").items()) == [("PURL", ["A"]), ("Zonder begrip", ["B", "C", "D"])]


@pytest.mark.parametrize("field", ["actor", "tag", "kind"])
def test_under_a_heading_stands_what_a_query_for_it_finds(field):
    dossier = synthetic.dossier(120)
    finder = Finder(dossier)
    found = Turning(dossier, finder).headings(field)
    assert len(found) >= 8
    for heading in found:
        asked = finder.find(parse(part(field, heading.title, "nl"))).bits
        assert heading.topics & ~asked == 0  # the query finds "Europese" for "Europe" as well
        if sum(fold(heading.title) in fold(other.title) for other in found) == 1:
            assert heading.topics == asked


def test_a_name_that_the_dossier_does_not_explain_is_a_heading_all_the_same():
    passage = Passage(id="p", kind=Kind.AIM, number="1.1.1", text="[[actor:cn]] en [[term:xyz]]")
    dossier = of_topics([Topic(id="t", path="s/t", number="1.1", title="T", passages=(passage,))])
    assert turned(dossier, "actor") == {"cn": ["T"]}
    assert turned(dossier, "term") == {"xyz": ["T"]}
    assert turning_of(dossier).heading("actor", "cn") is not None
    assert turning_of(dossier).heading("actor", "xyz") is None


def of_topics(topics, actors=(), terms=()) -> Dossier:
    """Return a dossier of one session."""
    session = Session(id="s", number="1", title="", topics=tuple(topics))
    meeting = Meeting(start="2025-12-03")
    return Dossier(
        id="d", edition=1, title="", language="nl", meeting=meeting, actors=actors, terms=terms, sessions=(session,)
    )


@st.composite
def dossiers(draw):
    """Draw a dossier whose topics name few actors, tags, kinds and terms."""
    topics = []
    for place in range(draw(st.integers(0, 12))):
        passages = tuple(
            Passage(id=str(at), kind=kind, number="", text=text, actor=actor if kind is Kind.OTHER else "")
            for at, (kind, text, actor) in enumerate(draw(st.lists(_PASSAGES, max_size=3)))
        )
        tags = tuple(draw(st.lists(st.sampled_from(["Zee", "zee", "één", "een", "x"]), max_size=3)))
        topics.append(Topic(id=str(place), path=f"s/{place}", number="", title="", tags=tags, passages=passages))
    actors = tuple(
        Actor(id=one, kind="person", name=one.upper(), of=of) for one, of in (("a", "b"), ("b", ""), ("c", "b"))
    )
    return of_topics(topics, actors, (Term(id="t", short="T"), Term(id="u", short="U")))


_TEXTS = st.sampled_from(["", "[[actor:a]]", "[[actor:c|hij]] en [[term:t]]", "[[term:u]] [[actor:b]]", "[[actor:?]]"])
_PASSAGES = st.tuples(st.sampled_from(Kind), _TEXTS, st.sampled_from(["a", "b", "c", "z"]))


@settings(max_examples=150, deadline=None)
@given(dossiers(), st.sampled_from(FIELDS))
def test_each_topic_stands_under_each_heading_that_one_of_its_passages_or_tags_is_about(dossier, field):
    topics = list(dossier.topics())
    turning, naming = turning_of(dossier), Naming(dossier)
    found = turning.headings(field)
    standing = 0
    for heading in found:
        assert heading.topics > 0
        assert turning.heading(field, heading.key) is heading
        assert field == "tag" or heading.title == title_of(field, heading.key, dossier)
        standing |= heading.topics
        if field != "tag" and heading.key != REST:
            about = [place for place, topic in enumerate(topics) if passages_under(field, heading.key, topic, naming)]
            assert heading.topics == set_of(about, len(topics))
        elif field == "tag" and heading.key != REST:
            tagged = [place for place, topic in enumerate(topics) if heading.key in map(fold, topic.tags)]
            assert heading.topics == set_of(tagged, len(topics))
        if heading.key == REST:
            assert heading is found[-1]
            assert not any(heading.topics & other.topics for other in found[:-1])
    assert standing == everything(len(topics))
    assert len({heading.key for heading in found}) == len(found)


def test_no_heading_for_what_there_is_not(dossier):
    turning = turning_of(dossier)
    for field in FIELDS:
        assert turning.heading(field, "nergens") is None
        rest = turning.heading(field, REST)
        assert rest is not None
        assert rest.topics
    explained = turning.heading("actor", "nl")
    assert explained is not None
    assert (explained.title, explained.topics) == ("Nederland", 0), "explained, though no topic speaks of it"


def test_a_tag_in_which_there_is_nothing_to_be_read_is_no_tag():
    topics = [
        Topic(id=name, path=f"s/{name}", number="", title=name, tags=tags)
        for name, tags in (("a", ("\u200b",)), ("b", (" \u00a0",)), ("c", ("zee", "\u200b")), ("d", ()))
    ]
    dossier = of_topics(topics)
    assert turned(dossier, "tag") == {"zee": ["c"], "Zonder label": ["a", "b", "d"]}
    assert Finder(dossier).find(parse("tag:")).bits == 0b100
    assert values("tag", dossier, "nl") == ["zee"]


def test_the_passages_that_a_heading_is_about(dossier):
    first, second, third, last = dossier.topics()
    naming = Naming(dossier)
    assert [one.id for one in passages_under("actor", "ua", first, naming)] == ["position-1"]
    assert [one.kind for one in passages_under("actor", "be", second, naming)] == [Kind.OTHER]
    assert [one.kind for one in passages_under("kind", "background", third, naming)] == [Kind.BACKGROUND]
    assert [one.kind for one in passages_under("tag", "zee", third, naming)] == [Kind.AIM], "the one that leads"
    assert passages_under("term", REST, last, naming) == ()
