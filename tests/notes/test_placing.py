"""A note on another edition: the same, moved, changed, ambiguous or lost, and never on words that it does not quote."""

import datetime
from collections.abc import Sequence

import pytest
import synthetic
from msgspec.structs import replace

from fmm_desktop.dossier.model import Dossier, Kind, Meeting, Passage, Session, Topic
from fmm_desktop.notes.anchoring import anchor_at
from fmm_desktop.notes.hanging import Hung, all_hung, at_home, hung
from fmm_desktop.notes.note import Anchor, Words
from fmm_desktop.notes.placing import Outcome, Placement, Placer, Spot

STEUN = "Nederland blijft Oekraïne steunen, ook met munitie."
LASTEN = "Nederland onderstreept dat bondgenoten de lasten gelijk moeten verdelen."
CHINA = "China levert goederen voor tweeërlei gebruik aan Rusland."


def edition(number: int = 2, **topics: Sequence[str | tuple[str, str]]) -> Dossier:
    """Return an edition with one session: for each topic its positions, as texts or as pairs of id and text."""
    made = [
        Topic(
            id=name,
            path=f"nar/{name}",
            number="1.1",
            title=f"Onderwerp {name}",
            passages=tuple(
                Passage(
                    id=f"position-{place}" if isinstance(one, str) else one[0],
                    kind=Kind.POSITION,
                    number=f"1.1.{place}",
                    text=one if isinstance(one, str) else one[1],
                )
                for place, one in enumerate(positions, 1)
            ),
        )
        for name, positions in topics.items()
    ]
    session = Session(id="nar", number="1", title="Raad", topics=tuple(made))
    meeting = Meeting(start=datetime.date(2025, 12, 3))
    return Dossier(id="fmm", edition=number, title="Bijeenkomst", language="nl", meeting=meeting, sessions=(session,))


def on(text: str, words: str = "", *, passage: str = "position-1", topic: str = "steun", turn: int = 0) -> Anchor:
    """Return the anchor of a note on a passage, or on words in it: where they stand for the first time, or later."""
    if not words:
        return Anchor("fmm", f"nar/{topic}", passage, 1, text)
    start = -1
    for _ in range(turn + 1):
        start = text.index(words, start + 1)
    return Anchor("fmm", f"nar/{topic}", passage, 1, text, Words.of(text, start, start + len(words)))


def quoted(placement: Placement, dossier: Dossier) -> str:
    """Return the words that a note was placed on."""
    assert placement.spot
    topic = dossier.topic(placement.spot.topic)
    passage = topic.passage(placement.spot.passage) if topic else None
    assert passage
    return passage.text[placement.spot.start : placement.spot.end]


# -- on a passage ------------------------------------------------------------------------------------------------------


def test_a_passage_that_says_what_it_said_is_the_same() -> None:
    placed = Placer(edition(steun=[STEUN, LASTEN])).place(on(STEUN))

    assert placed == Placement(Outcome.SAME, Spot("nar/steun", "position-1"))
    assert placed.is_sure


def test_a_passage_before_it_takes_its_id_but_not_its_note() -> None:
    assert Placer(edition(steun=[LASTEN, STEUN])).place(on(STEUN)) == Placement(
        Outcome.MOVED, Spot("nar/steun", "position-2")
    )


def test_a_passage_goes_to_another_topic_with_its_note() -> None:
    placed = Placer(edition(steun=[LASTEN], china=[CHINA, STEUN])).place(on(STEUN))

    assert placed == Placement(Outcome.MOVED, Spot("nar/china", "position-2"))


def test_a_topic_goes_to_another_session_with_its_notes() -> None:
    session = edition(steun=[STEUN], china=[STEUN]).sessions[0]
    topics = tuple(
        Topic(id=one.id, path=f"nuc/{one.id}", number="1.1", title=one.title, passages=one.passages)
        for one in session.topics
    )
    moved = Dossier(
        id="fmm",
        edition=2,
        title="",
        language="nl",
        meeting=Meeting(start=datetime.date(2025, 12, 3)),
        sessions=(Session(id="nuc", number="1", title="", topics=topics),),
    )

    assert Placer(moved).place(on(STEUN)) == Placement(Outcome.MOVED, Spot("nuc/steun", "position-1"))


def test_a_passage_with_other_words_is_proposed_and_not_taken() -> None:
    placed = Placer(edition(steun=[LASTEN, STEUN.replace("munitie", "geld en munitie")])).place(on(STEUN))

    assert placed == Placement(Outcome.CHANGED, Spot("nar/steun", "position-2"))
    assert not placed.is_sure


def test_a_passage_that_stands_twice_is_left_to_the_reader() -> None:
    placed = Placer(edition(china=[STEUN, CHINA], steun=[LASTEN, STEUN, STEUN])).place(on(STEUN))

    assert placed.outcome is Outcome.AMBIGUOUS
    assert placed.candidates == (
        Spot("nar/steun", "position-2"),
        Spot("nar/steun", "position-3"),
        Spot("nar/china", "position-1"),
    )


def test_a_passage_that_is_gone_is_lost_and_what_took_its_id_is_not_taken_for_it() -> None:
    assert Placer(edition(steun=[])).place(on(STEUN)) == Placement(Outcome.LOST)
    assert Placer(edition(steun=[CHINA])).place(on(STEUN)) == Placement(
        Outcome.LOST, None, (Spot("nar/steun", "position-1"),)
    )


def test_a_passage_that_was_changed_is_not_taken_for_one_that_says_the_same_elsewhere() -> None:
    changed = edition(steun=[STEUN.replace("munitie", "geld")], china=[STEUN])

    placed = Placer(changed).place(on(STEUN))

    assert placed.outcome is Outcome.CHANGED
    assert placed.spot == Spot("nar/steun", "position-1")
    assert placed.candidates == (Spot("nar/china", "position-1"),)


def test_the_edition_before_tells_which_of_two_passages_is_gone() -> None:
    before = edition(1, steun=[STEUN], china=[STEUN])

    placed = Placer(edition(steun=[], china=[STEUN]), before).place(on(STEUN))

    assert not placed.is_sure
    assert placed.candidates == (Spot("nar/china", "position-1"),)
    assert Placer(edition(steun=[], china=[STEUN]), edition(1, steun=[STEUN])).place(on(STEUN)).is_sure


SUPPORT = "Nederland steunt dit voorstel en vraagt om een spoedige uitvoering ervan."
NO_SUPPORT = "Nederland steunt dit voorstel niet en vraagt om uitstel van de uitvoering ervan."
TWICE = edition(1, steun=[("p1", SUPPORT), ("p2", SUPPORT)])


@pytest.mark.parametrize("words", ["", SUPPORT, "spoedige uitvoering"])
@pytest.mark.parametrize("first", [NO_SUPPORT, ""])
@pytest.mark.parametrize("before", [None, TWICE])
def test_of_two_passages_that_say_the_same_the_other_one_gets_no_note(
    words: str, first: str, before: Dossier | None
) -> None:
    after = edition(2, steun=[("p1", first), ("p2", SUPPORT)] if first else [("p2", SUPPORT)])
    anchor = on(SUPPORT, words, passage="p1")

    assert Placer(after, before).place_at_once(anchor) is None
    placed = Placer(after, before).place(anchor)
    assert not placed.is_sure


def test_a_passage_that_was_changed_at_its_place_is_not_given_up_for_one_that_says_the_same() -> None:
    after, anchor = edition(2, steun=[NO_SUPPORT, SUPPORT]), on(SUPPORT)

    assert Placer(after).place_at_once(anchor) is None
    assert Placer(after).place(anchor).spot == Spot("nar/steun", "position-1")
    inserted = edition(2, steun=[CHINA, SUPPORT])
    assert Placer(inserted).place_at_once(anchor) == Placement(Outcome.MOVED, Spot("nar/steun", "position-2"))


def test_the_edition_before_tells_that_one_of_some_passages_went_to_another_topic() -> None:
    before = edition(1, steun=[STEUN, STEUN], china=[CHINA])
    after = edition(2, steun=[LASTEN, STEUN], china=[CHINA, STEUN])

    assert not Placer(after, before).place(on(STEUN)).is_sure


def test_of_editions_with_one_number_the_one_tells_that_the_note_was_written_on() -> None:
    before, after = edition(1, steun=[STEUN]), edition(1, steun=[LASTEN], china=[CHINA, STEUN])

    placed = all_hung(after, [on(STEUN)], lambda _dossier: (after, before))
    assert placed == {on(STEUN): Hung("nar/china", "position-2")}


def test_a_note_stays_in_doubt_when_the_edition_before_tells_that_both_were_there() -> None:
    before, after = edition(1, steun=[STEUN], china=[STEUN]), edition(2, steun=[LASTEN], china=[STEUN])

    assert all_hung(after, [on(STEUN)], lambda _dossier: (after, before))[on(STEUN)].doubt
    assert all_hung(after, [on(STEUN)], lambda _dossier: ())[on(STEUN)] == Hung("nar/china", "position-1")


def test_another_dossier_gets_no_notes() -> None:
    anchor = Anchor("other", "nar/steun", "position-1", 1, STEUN)

    assert Placer(edition(steun=[STEUN])).place(anchor) == Placement(Outcome.LOST)


def test_blanks_and_line_ends_do_not_count() -> None:
    broken = STEUN.replace(" ", "  ", 2)

    assert Placer(edition(steun=[broken])).place(on(STEUN)).outcome is Outcome.SAME
    assert Placer(edition(steun=[STEUN])).place(on(broken)).outcome is Outcome.SAME


def test_a_passage_of_which_nobody_kept_the_words_is_proposed() -> None:
    anchor = Anchor("fmm", "nar/steun", "position-1")

    assert Placer(edition(steun=[STEUN])).place(anchor) == Placement(Outcome.CHANGED, Spot("nar/steun", "position-1"))


def test_what_its_own_topic_tells_of_a_note_is_told_at_once() -> None:
    placer = Placer(edition(steun=[LASTEN, STEUN], china=[CHINA]))

    assert placer.place_at_once(on(LASTEN)) == Placement(Outcome.SAME, Spot("nar/steun", "position-1"))
    assert placer.place_at_once(on(STEUN)) == Placement(Outcome.MOVED, Spot("nar/steun", "position-2"))
    assert placer.place_at_once(on(STEUN, "munitie")) == placer.place(on(STEUN, "munitie"))
    assert placer.place_at_once(on(CHINA)) is None
    assert placer.place(on(CHINA)).outcome is Outcome.MOVED


# -- on words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "words", "expected"),
    [
        (STEUN, "Oekraïne steunen", Outcome.SAME),
        ("Wij herhalen dit. " + STEUN, "Oekraïne steunen", Outcome.SAME),
        (STEUN.replace("munitie", "materieel"), "blijft Oekraïne", Outcome.SAME),
        (STEUN.replace(" ", "  "), "Oekraïne steunen", Outcome.SAME),
        (STEUN.replace("steunen", "helpen"), "Oekraïne steunen", Outcome.CHANGED),
    ],
)
def test_words_are_found_again_in_their_passage(now: str, words: str, expected: Outcome) -> None:
    dossier = edition(steun=[now])

    placed = Placer(dossier).place(on(STEUN, words))

    assert placed.outcome is expected
    if placed.is_sure:
        assert quoted(placed, dossier).split() == words.split()


def test_for_words_that_were_changed_those_are_proposed_that_stand_there_now() -> None:
    dossier = edition(steun=[STEUN.replace("Oekraïne steunen", "Oekraïne krachtig helpen")])

    placed = Placer(dossier).place(on(STEUN, "steunen"))

    assert placed.outcome is Outcome.CHANGED
    assert quoted(placed, dossier) == "krachtig helpen"


def test_words_go_with_their_passage() -> None:
    dossier = edition(steun=[LASTEN], china=[STEUN])

    placed = Placer(dossier).place(on(STEUN, "steunen"))

    assert placed.outcome is Outcome.MOVED
    assert placed.spot == Spot("nar/china", "position-1", STEUN.index("steunen"), STEUN.index("steunen") + 7)


def test_words_are_found_in_the_half_that_they_went_to() -> None:
    both = f"{STEUN} {LASTEN} {CHINA}"
    dossier = edition(steun=[f"{STEUN} {LASTEN}", "Tussen beide.", CHINA])

    placed = Placer(dossier).place(on(both, "goederen voor tweeërlei gebruik"))

    assert placed.outcome is Outcome.MOVED
    assert quoted(placed, dossier) == "goederen voor tweeërlei gebruik"


def test_the_second_of_two_is_the_second_again() -> None:
    text = "De lasten, en nog eens de lasten, en dan nog iets."

    placed = Placer(edition(steun=[f"{text} Zo is het."])).place(on(text, "lasten", turn=1))

    assert placed.spot == Spot("nar/steun", "position-1", 26, 32)


def test_one_of_two_sentences_that_are_the_same_is_not_guessed() -> None:
    text = f"{STEUN} {STEUN}"

    placed = Placer(edition(steun=[f"{STEUN} {STEUN} {STEUN}"])).place(on(text, "steunen", turn=1))

    assert placed.outcome is Outcome.AMBIGUOUS
    assert len(placed.candidates) == 3


def test_what_is_left_of_two_sentences_that_are_the_same_is_not_taken_for_the_other() -> None:
    text = f"{STEUN} {LASTEN} {STEUN} {CHINA}"
    left = edition(steun=[f"{STEUN} {LASTEN} {CHINA}"])

    assert not Placer(left).place(on(text, "steunen", turn=1)).is_sure
    assert Placer(left).place(on(text, "gelijk")).is_sure


def test_the_edition_before_tells_that_words_were_there_all_along() -> None:
    before = edition(1, steun=[f"{STEUN} {LASTEN}"], china=[f"{CHINA} {LASTEN}"])
    after = edition(steun=[STEUN], china=[f"{CHINA} {LASTEN}"])
    note = on(f"{STEUN} {LASTEN}", "bondgenoten de lasten gelijk moeten verdelen")

    assert not Placer(after, before).place(note).is_sure


def test_a_passage_that_stands_once_in_its_topic_is_that_one() -> None:
    placed = Placer(edition(steun=[LASTEN, STEUN], china=[STEUN])).place(on(STEUN))

    assert placed == Placement(Outcome.MOVED, Spot("nar/steun", "position-2"))


def test_one_word_is_not_looked_for_all_over_the_dossier() -> None:
    placed = Placer(edition(steun=[LASTEN], china=[CHINA])).place(on("Over Rusland spreken wij nog.", "Rusland"))

    assert placed == Placement(Outcome.LOST, None, (Spot("nar/steun", "position-1"),))
    assert Placer(edition(china=[CHINA])).place(on("Over Rusland.", "Rusland")) == Placement(Outcome.LOST)


@pytest.mark.parametrize(
    ("then", "words", "now"),
    [
        ("De bijdrage is EUR 50 in totaal.", "EUR 50", "De bijdrage is EUR 500 in totaal."),
        ("De bijdrage is EUR 50 in totaal.", "EUR 50", "De bijdrage is EUR 50,5 in totaal."),
        ("De NAVO komt hier weer bijeen.", "NAVO", "De NAVO-top komt hier weer bijeen."),
        ("De schaduwvloot vaart op zee.", "vloot", "De vloot vaart op zee."),
    ],
)
def test_words_are_not_found_within_others(then: str, words: str, now: str) -> None:
    assert not Placer(edition(steun=[now])).place(on(then, words)).is_sure


def test_a_part_of_a_word_is_found_in_that_word() -> None:
    text = "De schaduwvloot vaart op zee."
    dossier = edition(steun=[f"Nog altijd geldt: {text} Zie ook de vloot zelf."])

    assert quoted(Placer(dossier).place(on(text, "vloot")), dossier) == "vloot"
    assert Placer(dossier).place(on(text, "vloot")).spot == Spot("nar/steun", "position-1", 28, 33)


def test_both_ways_lead_to_the_same_words() -> None:
    old, new = edition(1, steun=[STEUN, LASTEN]), edition(2, steun=[CHINA, LASTEN, f"{STEUN} Ook geld."])
    forth = Placer(new).place(on(STEUN, "ook met munitie"))
    assert forth.spot
    text = f"{STEUN} Ook geld."
    again = on(text, "ook met munitie", passage=forth.spot.passage)

    back = Placer(old).place(again)

    assert (forth.outcome, back.outcome) == (Outcome.MOVED, Outcome.MOVED)
    assert quoted(back, old) == quoted(forth, new) == "ook met munitie"


def test_words_without_a_place_or_a_passage_text_are_found_by_their_context() -> None:
    words = Words("de lasten", "onderstreept dat bondgenoten ", " gelijk moeten verdelen.")
    dossier = edition(steun=[STEUN, LASTEN])

    placed = Placer(dossier).place(Anchor("fmm", "nar/steun", "position-2", 1, "", words))

    assert quoted(placed, dossier) == "de lasten"
    assert placed.is_sure


# -- on a topic --------------------------------------------------------------------------------------------------------


def test_a_note_on_a_topic_goes_by_its_path_then_by_its_title() -> None:
    placer = Placer(edition(steun=[], china=[]))

    def place(path: str, title: str) -> Placement:
        return placer.place(Anchor("fmm", path, "", 1, title))

    assert place("nar/steun", "Onderwerp steun") == Placement(Outcome.SAME, Spot("nar/steun"))
    assert place("nar/steun", "") == Placement(Outcome.SAME, Spot("nar/steun"))
    assert place("nar/steun", "Het onderwerp steun") == Placement(Outcome.SAME, Spot("nar/steun"))
    assert place("nar/oud", "Onderwerp china") == Placement(Outcome.MOVED, Spot("nar/china"))
    assert place("nar/steun", "Onderwerp china") == Placement(Outcome.MOVED, Spot("nar/china"))
    assert place("nuc/china", "Iets anders") == Placement(Outcome.CHANGED, Spot("nar/china"))
    assert place("nar/steun", "Iets heel anders") == Placement(Outcome.CHANGED, Spot("nar/steun"))
    assert place("nar/oud", "Iets anders") == Placement(Outcome.LOST)


def test_what_is_at_home_is_where_the_placer_says() -> None:
    """The quick look and the thorough one agree: on each passage, on words of it, and on each topic."""
    dossier = synthetic.dossier(30)
    placer = Placer(dossier)
    for topic in dossier.topics():
        for passage in (None, *topic.passages):
            spots = [Spot(topic.path, passage.id if passage else "")]
            if passage is not None:
                spots.append(Spot(topic.path, passage.id, 3, 9))
            for spot in spots:
                anchor = anchor_at(dossier, spot)
                assert at_home(dossier, anchor) == hung(dossier, anchor, placer) == Hung(*spot)
                assert at_home(dossier, replace(anchor, quote=f"{anchor.quote} nu")) is None
                assert at_home(dossier, replace(anchor, dossier="ander")) is None


# -- passages that say the same, under ids that go by their place ------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "now", "outcome", "passage"),
    [
        ([STEUN, STEUN], [STEUN, STEUN], Outcome.SAME, "position-2"),
        ([STEUN, STEUN], [CHINA, STEUN, STEUN], Outcome.MOVED, "position-3"),
        ([STEUN, STEUN, STEUN], [STEUN, STEUN], Outcome.AMBIGUOUS, ""),
        ([STEUN, STEUN, LASTEN], [CHINA, STEUN, LASTEN], Outcome.AMBIGUOUS, ""),
        ([LASTEN, STEUN], [LASTEN, STEUN, STEUN], Outcome.SAME, "position-2"),
        ([CHINA, STEUN, LASTEN], [LASTEN, STEUN, CHINA], Outcome.SAME, "position-2"),
        # two came before it, one of which says the same
        ([LASTEN, STEUN, CHINA], ["Nieuw.", STEUN, LASTEN, STEUN, CHINA], Outcome.AMBIGUOUS, ""),
        # the first went, and another one came behind
        ([LASTEN, STEUN, CHINA, STEUN, "Slot."], [CHINA, STEUN, "Slot.", STEUN], Outcome.AMBIGUOUS, ""),
        ([LASTEN, STEUN, CHINA, STEUN, "Slot."], ["Nieuw.", STEUN, "Slot.", STEUN], Outcome.AMBIGUOUS, ""),
        # the first went, and the other one came to stand there
        ([LASTEN, STEUN, CHINA, STEUN], [CHINA, STEUN], Outcome.AMBIGUOUS, ""),
    ],
)
def test_the_second_of_passages_that_say_the_same_is_not_the_next_one_that_took_its_id(
    then: list[str], now: list[str], outcome: Outcome, passage: str
) -> None:
    anchor, after = on(STEUN, passage="position-2"), edition(2, steun=now)

    placed = Placer(after, edition(1, steun=then)).place(anchor)

    assert (placed.outcome, placed.spot.passage if placed.spot and passage else "") == (outcome, passage)
    told = all_hung(after, [anchor], lambda _dossier: [edition(1, steun=then)])[anchor]
    assert (told.passage, told.doubt is None) == (passage, bool(passage))
    if now.count(STEUN) > 1:
        unknown = Placer(after).place(anchor)
        assert unknown.outcome is Outcome.AMBIGUOUS, "without the edition before nobody can tell"
    assert Placer(edition(1, steun=now)).place(anchor).outcome is not Outcome.AMBIGUOUS, "nothing went in its own"


@pytest.mark.parametrize("number", [1, 2])
def test_an_edition_given_out_twice_under_one_number_is_another_one(number: int) -> None:
    before, after = (
        edition(1, steun=[LASTEN, STEUN, CHINA, STEUN]),
        edition(number, steun=[CHINA, STEUN, LASTEN, STEUN]),
    )
    anchor = on(STEUN, passage="position-2")

    assert not Placer(after, before).place(anchor).is_sure
    assert all_hung(after, [anchor], lambda _dossier: (after, before))[anchor].doubt
    assert all_hung(after, [anchor], lambda _dossier: (before,))[anchor].doubt


def test_passages_that_differ_in_their_marks_alone_say_the_same() -> None:
    before, after = edition(1, steun=[f"*{STEUN}*", STEUN]), edition(2, steun=[STEUN, f"*{STEUN}*"])

    assert at_home(after, on(STEUN)) is None
    assert not Placer(after, before).place(on(STEUN)).is_sure
    assert Placer(edition(2, steun=[STEUN, STEUN]), before).place(on(STEUN)).is_sure


def of_others(number: int, *others: str, kind: Kind = Kind.OTHER) -> Dossier:
    """Return an edition with a topic that says of each actor, or beside each figure, that he supports, or `fr: No.`."""
    said = [one.partition(": ")[2] or "Steunt." for one in others]
    made = edition(number, steun=said)
    (session,) = made.sessions
    (topic,) = session.topics
    whose = "actor" if kind is Kind.OTHER else "value"
    passages = tuple(
        replace(passage, id=f"{kind}-{place}", kind=kind, **{whose: one.partition(": ")[0]})
        for place, (passage, one) in enumerate(zip(topic.passages, others, strict=True), 1)
    )
    return replace(made, sessions=(replace(session, topics=(replace(topic, passages=passages),)),))


@pytest.mark.parametrize("kind", [Kind.OTHER, Kind.FIGURE])
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("is_at_hand", [True, False])
def test_what_is_left_of_another_actor_or_beside_another_figure_gets_no_note(
    kind: Kind, number: int, is_at_hand: bool
) -> None:
    before, after = of_others(1, "de", "fr", kind=kind), of_others(number, "fr", kind=kind)
    anchor = on("Steunt.", passage=f"{kind}-1")

    told = all_hung(after, [anchor], lambda _dossier: (after, before) if is_at_hand else ())[anchor]

    assert told.doubt is not None or (number == 1 and not is_at_hand), "that number is all that is known then"
    assert not Placer(after, before).place(anchor).is_sure
    assert not Placer(of_others(2, "nl", "fr", kind=kind), before).place(anchor).is_sure, "his own says it no more"
    assert Placer(of_others(2, "de", kind=kind), before).place(anchor).is_sure


@pytest.mark.parametrize("before", [None, of_others(1, "de", "fr: Wacht nog af.")])
def test_what_one_actor_said_is_not_his_any_more_when_another_one_says_it(before: Dossier | None) -> None:
    after = of_others(2, "de: Zegt niets.", "fr")

    assert not Placer(after, before).place(on("Steunt.", passage="other-1")).is_sure


def test_who_supports_is_not_taken_for_the_next_who_supports() -> None:
    anchor, before = on("Steunt.", passage="other-2"), of_others(1, "de", "fr", "pl")

    hung_on = {
        actors: all_hung(of_others(2, *actors), [anchor], lambda _dossier: [before])[anchor]
        for actors in (("fr", "pl"), ("de", "pl"), ("de", "nl", "fr", "pl"))
    }

    assert hung_on["fr", "pl"] == Hung("nar/steun", "other-1")
    assert hung_on["de", "pl"].doubt is not None
    assert hung_on["de", "nl", "fr", "pl"] == Hung("nar/steun", "other-3")


# -- passages that kept the id that the dossier gave them --------------------------------------------------------------

PURL = "Nederland heeft al EUR 500 mln. bijgedragen."
MORE = PURL.replace("500", "750")


@pytest.mark.parametrize("words", ["", "EUR 500 mln.", PURL])
@pytest.mark.parametrize("before", [None, edition(1, steun=[("r1", PURL)], china=[("r4", PURL)])])
def test_a_passage_that_kept_its_id_comes_first_though_its_old_words_stand_elsewhere(
    words: str, before: Dossier | None
) -> None:
    after = edition(2, steun=[LASTEN, ("r1", MORE)], china=[("r4", PURL)])

    placed = Placer(after, before).place(on(PURL, words, passage="r1"))

    assert placed.outcome is Outcome.CHANGED
    assert [(one.topic, one.passage) for one in (placed.spot, *placed.candidates) if one] == [
        ("nar/steun", "r1"),
        ("nar/china", "r4"),
    ]


@pytest.mark.parametrize("other", ["steun", "china"])
def test_a_short_word_does_not_leave_a_passage_that_kept_its_id(other: str) -> None:
    then = "Nederland staat achter het antwoord van de NAVO op de schendingen."
    now = "Nederland staat achter het antwoord van de NAVO. Dat geldt ook voor de schendingen."
    like = "Nederland steunt het antwoord van de NAVO op de recente schendingen van het luchtruim."
    said: dict[str, list[str | tuple[str, str]]] = {"steun": [("s1", now)]}
    said.setdefault(other, []).insert(0, ("p1", like))
    anchor = on(then, "op", passage="s1")

    for before in (None, edition(1, **{**said, "steun": [*said["steun"][:-1], ("s1", then)]})):
        placed = Placer(edition(2, **said), before).place(anchor)
        assert placed.outcome is Outcome.CHANGED
        assert placed.spot
        assert placed.spot.passage == "s1"
        assert [one.passage for one in placed.candidates] == ["p1"]


def test_a_copy_of_what_a_passage_said_is_not_it_when_that_kept_its_id() -> None:
    before, after = edition(1, steun=[("r1", PURL)]), edition(2, steun=[("r1", MORE), ("r2", PURL)])

    assert Placer(after, before).place(on(PURL, passage="r1")).spot == Spot("nar/steun", "r1")


def test_of_words_of_which_only_some_are_left_the_passage_is_proposed() -> None:
    now = edition(steun=[STEUN.replace(", ook met munitie", "")])

    assert Placer(now).place(on(STEUN, "steunen, ook met munitie")) == Placement(
        Outcome.CHANGED, Spot("nar/steun", "position-1")
    )
