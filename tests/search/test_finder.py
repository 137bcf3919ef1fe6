"""Which topics a query finds, in the dossiers that are shipped and in those that nobody wrote."""

import random
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import synthetic
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from fmm_desktop.dossier.links import texts_of_topic, words_of_topic
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, Topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.search.finder import Finder, Hits
from fmm_desktop.search.folding import fold
from fmm_desktop.search.marking import Marker
from fmm_desktop.search.noting import NoteText
from fmm_desktop.search.query import Query, parse
from fmm_desktop.search.topic_sets import ordinals_of

from .test_folding import texts

DATA = Path(__file__).parents[2] / "data"
Notes = Mapping[str, Sequence[str]]


@pytest.fixture(scope="module")
def dutch() -> Dossier:
    return read(DATA / "fmm-2025-12-03.nl.yaml")


@pytest.fixture(scope="module")
def english() -> Dossier:
    return read(DATA / "fmm-2025-12-03.en.yaml")


def paths(dossier: Dossier, hits: Hits | None) -> set[str]:
    """Return the paths of the topics that were found."""
    assert hits is not None
    topics = list(dossier.topics())
    return {topics[ordinal].path for ordinal in ordinals_of(hits.bits)}


def found(dossier: Dossier, typed: str, notes: Notes | None = None) -> set[str]:
    """Return the paths of the topics that `typed` finds."""
    return paths(dossier, Finder(dossier).find(parse(typed), notes))


def everything(dossier: Dossier) -> set[str]:
    return {topic.path for topic in dossier.topics()}


def holding(dossier: Dossier, words: str) -> set[str]:
    """Return the paths of the topics on whose page `words` stand."""
    return {topic.path for topic in dossier.topics() if fold(words) in fold(words_of_topic(topic, dossier))}


def line(text: str) -> str:
    return " ".join(fold(text).split())


def plainly(dossier: Dossier, query: Query, notes: Notes) -> set[str]:
    """Return what words and phrases find when every text is folded and looked through."""
    return {
        topic.path
        for session in dossier.sessions
        for topic in session.topics
        if all(
            any(
                part.words in line(text)
                for text in (
                    session.title,
                    *texts_of_topic(topic, dossier),
                    *(note.text for note in notes.get(topic.path, ())),
                )
            )
            != part.left_out
            for part in query.parts
        )
    }


def made(dossier: Dossier, *sessions: tuple[str, list[list[str]]]) -> Dossier:
    """Return a dossier of sessions, each a title and its topics; a topic is its title and its passages."""
    return structs.replace(
        dossier,
        sessions=tuple(
            Session(
                id=f"s{place}",
                number=str(place),
                title=title,
                topics=tuple(
                    Topic(
                        id=f"t{number}",
                        path=f"s{place}/t{number}",
                        number=f"{place}.{number}",
                        title=first,
                        passages=tuple(
                            Passage(id=f"p{n}", kind=list(Kind)[n % 5], number=f"{place}.{number}.{n}", text=text)
                            for n, text in enumerate(passages)
                        ),
                    )
                    for number, (first, *passages) in enumerate(topics, 1)
                ),
            )
            for place, (title, topics) in enumerate(sessions, 1)
        ),
    )


def test_nothing_typed_finds_nothing_and_says_so(dutch: Dossier) -> None:
    assert Finder(dutch).find(parse("  ")) is None


def test_a_word_that_stands_nowhere_finds_no_topic(dutch: Dossier) -> None:
    assert Finder(dutch).find(parse("vergeetmijnietje")) == Hits(0)


def test_hits_know_their_topics_by_number(dutch: Dossier) -> None:
    hits = Finder(dutch).find(parse("vloot"))
    expected = [n for n, topic in enumerate(dutch.topics()) if topic.path in found(dutch, "vloot")]

    assert hits is not None
    assert list(ordinals_of(hits.bits)) == expected
    assert len(hits) == len(expected) > 0


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


def test_a_word_of_the_session_and_a_word_of_the_topic_find_the_topic(dutch: Dossier) -> None:
    small = made(dutch, ("Zonnebloem", [["Roos"], ["Tulp"]]), ("Lunch", [["Roos"]]))

    assert found(small, "roos zonnebloem") == {"s1/t1"}
    assert found(small, "roos -zonnebloem") == {"s2/t1"}


@pytest.mark.parametrize("language", ["dutch", "english"])
def test_everything_on_the_page_of_a_topic_finds_it(language: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(language)
    finder = Finder(dossier)
    for topic in dossier.topics():
        figures = [figure.value for figure in topic.of_kind(Kind.FIGURE)]
        actors = [dossier.actor(other.actor) for other in topic.of_kind(Kind.OTHER)]
        for words in (topic.title, *topic.tags, *figures, *(actor.name for actor in actors if actor)):
            assert topic.path in paths(dossier, finder.find(parse(f'"{words}"'))), words


def test_a_link_is_found_by_the_words_that_are_shown_for_it(dutch: Dossier) -> None:
    small = made(dutch, ("Sessie", [["Titel", f"Zie [[actor:{dutch.actors[0].id}]] en **vet*heid*jes**."]]))

    assert found(small, f'"{dutch.actors[0].name}"') == {"s1/t1"}
    assert found(small, "vetheidjes") == {"s1/t1"}
    assert found(small, '"actor:"') == set()


@pytest.mark.parametrize(
    "text", ["de schaduw-\nvloot", "de *schaduw-*\nvloot", "- de schaduw-\n  vloot", "de schaduw\u00ad\nvloot"]
)
def test_a_word_that_was_broken_at_the_end_of_a_line_is_found_and_marked(dutch: Dossier, text: str) -> None:
    small = made(dutch, ("Sessie", [["Titel", text]]))
    words = words_of_topic(next(small.topics()), small)

    assert found(small, "schaduwvloot") == found(small, '"de schaduwvloot"') == {"s1/t1"}
    assert [fold(words[start:end]) for start, end in Marker(parse("schaduwvloot")).spans(words)] == ["schaduwvloot"]


def test_a_hyphen_joins_nothing_to_the_next_passage(dutch: Dossier) -> None:
    small = made(dutch, ("Sessie", [["Titel", "in-", "uitvoer"]]))

    assert found(small, "inuitvoer") == set()
    assert found(small, "in- uitvoer") == {"s1/t1"}


def test_a_phrase_stands_in_one_passage_whatever_white_space_is_in_it(dutch: Dossier) -> None:
    small = made(
        dutch, ("De vloot", [["Steun", "aan Oekraïne"], ["Titel", "steun\u00a0 aan\n*Oekraïne*"], ["Aan steun", "aan"]])
    )

    assert found(small, '"steun aan oekraine"') == {"s1/t2"}
    assert found(small, '"TEUN AAN oek"') == {"s1/t2"}
    assert found(small, '-"steun aan"') == {"s1/t1", "s1/t3"}
    assert found(small, '"de vloot"') == everything(small)


def test_notes_are_looked_through(dutch: Dossier) -> None:
    small = made(dutch, ("Sessie", [["Een", "doel"], ["Twee", "doel"]]))
    notes = {
        "s1/t2": [NoteText("Kan dit\nwel?"), NoteText("Navragen bij Één")],
        "elders/t9": [NoteText("wel")],
        "s1/t1": [],
    }

    assert found(small, "navragen", notes) == {"s1/t2"}
    assert found(small, "een", notes) == {"s1/t1", "s1/t2"}
    assert found(small, '"dit wel"', notes) == {"s1/t2"}
    assert found(small, "doel -wel", notes) == {"s1/t1"}
    assert found(small, "notitie:", notes) == {"s1/t2"}
    assert found(small, "-note:", notes) == {"s1/t1"}
    assert found(small, "note:navragen", notes) == {"s1/t2"}
    assert found(small, "note:doel", notes) == set()
    assert found(small, 'note:"dit navragen"', notes) == set()


NOTED = {
    "s1/t1": [NoteText("navragen", NoteKind.QUESTION), NoteText("gebeld", NoteKind.FOLLOW_UP, Status.CLEARED)],
    "s1/t2": [NoteText("een open vraag over vissen", NoteKind.REMARK, Status.DROPPED)],
    "s1/t3": [NoteText("wie?", NoteKind.QUESTION, Status.CLEARED), NoteText("niets", NoteKind.DO_NOT_VOLUNTEER)],
}


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("notitie:vraag", {"s1/t1", "s1/t3"}),
        ("note:question", {"s1/t1", "s1/t3"}),
        ("note:quest", {"s1/t1", "s1/t3"}),
        ("NOTITIE:Vra", {"s1/t1", "s1/t3"}),
        ("note:open", {"s1/t1", "s1/t3"}),
        ("note:dropped", {"s1/t2"}),
        ("notitie:vervallen", {"s1/t2"}),
        ('notitie:"niet zelf noemen"', {"s1/t3"}),
        ("note:do-not-volunteer", {"s1/t3"}),
        ("note:follow-up", {"s1/t1"}),
        ("note:navragen", {"s1/t1"}),
        ('note:"open vraag"', {"s1/t2"}),
        ("note:vissen", {"s1/t2"}),
        ("note:amendment", set()),
    ],
)
def test_notes_are_found_by_kind_and_by_status_and_else_by_their_words(
    dutch: Dossier, typed: str, topics: set[str]
) -> None:
    small = made(dutch, ("Sessie", [["Een"], ["Twee"], ["Drie"], ["Vier"]]))

    assert found(small, typed, NOTED) == topics


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("note:question note:open", {"s1/t1"}),
        ("note:open note:question", {"s1/t1"}),
        ("note:question note:cleared", {"s1/t3"}),
        ("note:question note:wie", {"s1/t3"}),
        ("note:question note:gebeld", set()),
        ("note:question -note:cleared", {"s1/t1"}),
        ("note:open -note:question", {"s1/t3"}),
        ("note:question -note:dropped", {"s1/t1", "s1/t3"}),
        ("-note:question", {"s1/t2", "s1/t4"}),
        ("-note:open", {"s1/t2", "s1/t4"}),
        ("note:question note:follow-up", {"s1/t1"}),
        ("note:question note:", {"s1/t1", "s1/t3"}),
    ],
)
def test_kind_status_and_words_hold_of_one_note(dutch: Dossier, typed: str, topics: set[str]) -> None:
    small = made(dutch, ("Sessie", [["Een"], ["Twee"], ["Drie"], ["Vier"]]))

    assert found(small, typed, NOTED) == topics


def test_notes_of_now_are_looked_through(dutch: Dossier) -> None:
    finder = Finder(dutch)
    query = parse('"geheel nieuw" vergeetmijnietje')
    path = next(dutch.topics()).path

    assert finder.find(query, {}) == Hits(0)
    assert finder.find(query, {path: [NoteText("Geheel nieuw vergeetmijnietje")]}) == Hits(1)
    assert finder.find(query, {path: [NoteText("Geheel nieuw")]}) == Hits(0)


def test_a_dossier_without_topics_finds_nothing(dutch: Dossier) -> None:
    empty = structs.replace(dutch, sessions=())

    for typed in ("oekraine", "-oekraine", "soort:inzet", '"a b"', "sessie:", "-notitie:"):
        assert found(empty, typed) == set()
        assert not Finder(empty).is_slow(parse(typed))


def test_the_finder_agrees_with_looking_through_every_topic() -> None:
    dossier = synthetic.dossier(300)
    finder = Finder(dossier)
    chance = random.Random(7)
    pages = [words_of_topic(topic, dossier).split() for topic in dossier.topics()]
    noted = chance.sample(list(dossier.topics()), 20)
    notes = {topic.path: list(map(NoteText, chance.sample(pages[0], 3))) for topic in noted}

    def piece() -> str:
        page = chance.choice(pages)
        start = chance.randrange(len(page) - 3)
        words = " ".join(page[start : start + chance.choice([1, 1, 2, 3])])
        quote = '"' if " " in words else ""
        return f"{chance.choice(['', '', '-'])}{quote}{words[: chance.randint(1, 40)]}{quote}"

    for _ in range(80):
        query = parse(" ".join(piece() for _ in range(chance.randint(1, 3))))

        assert paths(dossier, finder.find(query, notes)) == plainly(dossier, query, notes), query


@given(
    st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=3),
    texts,
    st.lists(texts, max_size=2),
    st.lists(texts, max_size=3),
    st.data(),
)
@settings(max_examples=200, deadline=None)
def test_the_finder_agrees_with_looking_through_any_text(
    topics: list[list[str]], title: str, noted: list[str], typed: list[str], data: st.DataObject
) -> None:
    dossier = made(synthetic.dossier(1), (title, topics), (title[::-1], topics[:1]))
    notes = {"s1/t1": list(map(NoteText, noted)), "s2/t1": list(map(NoteText, noted[:1]))}
    known = [text for page in topics for text in page]
    pieces = [*typed, *data.draw(st.lists(st.sampled_from(known), max_size=3))]
    signs = data.draw(st.lists(st.sampled_from(["", "-", '"', '-"']), min_size=len(pieces), max_size=len(pieces)))
    query = parse(" ".join(f"{sign}{piece}{sign[-1:].strip('-')}" for sign, piece in zip(signs, pieces, strict=True)))
    words = Query(tuple(part for part in query.parts if not part.field))

    hits = Finder(dossier).find(words, notes)

    if words:
        assert paths(dossier, hits) == plainly(dossier, words, notes)
    else:
        assert hits is None


def test_each_key_finds_what_a_new_finder_finds() -> None:
    dossier = synthetic.dossier(200)
    finder = Finder(dossier)
    typed = 'soort:inzet schaduw "de raad'

    for length in [*range(1, len(typed) + 1), *range(len(typed), 0, -3)]:
        query = parse(typed[:length])
        assert finder.find(query) == Finder(dossier).find(query), typed[:length]


def test_what_must_be_looked_for_in_many_texts_is_slow_until_it_was() -> None:
    dossier = synthetic.dossier(400)
    finder = Finder(dossier)
    told: list[float] = []

    for typed in ("e", "de en", "soort:inzet", "-de", '"vergeetmijnietje dat"', "notitie:"):
        assert not finder.is_slow(parse(typed)), typed
    for typed in ('"de en"', "soort:inzet de", '-"de raad"'):
        assert finder.is_slow(parse(typed)), typed
        finder.find(parse(typed), watch=told.append)
        assert not finder.is_slow(parse(typed)), typed

    assert len(told) > 400
    assert all(0 <= fraction <= 1 for fraction in told)


def test_preparing_and_finding_can_be_stopped() -> None:
    dossier = synthetic.dossier(300)
    finder = Finder(dossier)

    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        finder.prepare(stop)
    assert finder._answers is None

    query = parse('"de en"')
    with pytest.raises(InterruptedError):
        finder.find(query, watch=stop)
    assert paths(dossier, finder.find(query)) == plainly(dossier, query, {})


def test_another_question_in_the_middle_of_a_look_changes_no_answer() -> None:
    """So it is when a search that was stopped still runs on its thread while the next one begins."""
    dossier = synthetic.dossier(300)
    finder = Finder(dossier)
    query, narrower = parse('"de en"'), parse('"de en" schaduwvloot')
    others = [parse(f'"de e{letter}"') for letter in "abcdefghijklmnopqrstuvwxyz"] + [
        parse(f'"{n} de"') for n in range(60)
    ]

    def ask_others(fraction: float) -> None:
        if fraction == 0:  # more than are remembered
            for other in others:
                finder.find(other)

    finder.find(narrower)

    assert paths(dossier, finder.find(query, watch=ask_others)) == plainly(dossier, query, {})
    assert paths(dossier, finder.find(query)) == plainly(dossier, query, {})


def test_threads_share_a_finder() -> None:
    dossier = synthetic.dossier(200)
    finder = Finder(dossier)
    finder.prepare(lambda _fraction: None)
    chance = random.Random(3)
    words = ["de", "en", "het", "van", "raad", "schaduwvloot", "oekraine", "steun"]
    asked = [parse(f'"{one} {other}" {one[:3]} soort:inzet') for one in words for other in words]
    expected = {query: finder.find(query) for query in asked}
    shared = Finder(dossier)
    shared.prepare(lambda _fraction: None)
    wrong: list[Query] = []

    def ask(queries: list[Query]) -> None:
        wrong.extend(query for query in queries if shared.find(query) != expected[query])

    threads = [threading.Thread(target=ask, args=(chance.sample(asked, len(asked)),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert not wrong
