"""What the reader of agendas is unsure of, said to who reviews the draft."""

from collections.abc import Iterable, Iterator

from fmm_desktop.errors import Sentence
from fmm_desktop.importing.agenda.draft import Doubt, Draft, DraftPassage, Seems

DOUBTS = {
    Doubt.TITLE: Sentence("titel voorgesteld: het document geeft er geen", "title proposed: the document gives none"),
    Doubt.KIND: Sentence("soort onzeker", "kind unsure"),
    Doubt.MAYBE_POSITION: Sentence("misschien inzet", "perhaps a position"),
    Doubt.MAYBE_FIGURE: Sentence("hierin staat misschien een cijfer", "perhaps there is a figure in this"),
    Doubt.LEVEL: Sentence("sessie of onderwerp: dat is onzeker", "session or topic: that is unsure"),
    Doubt.SAME_TOPIC: Sentence(
        "misschien meer dan één onderwerp: er staan geen kopjes", "perhaps more than one topic: there are no headings"
    ),
    Doubt.BELOW: Sentence(
        "misschien meer dan één onderwerp: er staan kopjes onder",
        "perhaps more than one topic: headings stand below it",
    ),
    Doubt.ACTOR: Sentence("wie dit vindt, is onzeker", "who holds this is unsure"),
    Doubt.LABEL: Sentence("onder dit kopje staat niets", "nothing stands under this label"),
    Doubt.LETTER: Sentence("staat in de brief, niet in de agenda", "stands in the letter, not in the agenda"),
    Doubt.DATE: Sentence("datum van de bijeenkomst onzeker", "date of the meeting unsure"),
    Doubt.DATE_OF_DOCUMENT: Sentence(
        "wanneer de bijeenkomst is, staat nergens: dit is de datum van het document zelf",
        "when the meeting is, is told nowhere: this is the date of the document itself",
    ),
    Doubt.NO_DATE: Sentence(
        "wanneer de bijeenkomst is, staat nergens: geef de datum",
        "when the meeting is, is told nowhere: give the date",
    ),
    Doubt.LANGUAGE: Sentence("taal van het document onzeker", "language of the document unsure"),
    Doubt.MARKING: Sentence("rubricering onzeker: zie het document", "marking unsure: see the document"),
}

SEEMS = {
    Seems.AGENDA: Sentence("een geannoteerde agenda", "an annotated agenda"),
    Seems.REPORT: Sentence("een verslag van een bijeenkomst, geen agenda", "a report of a meeting, no agenda"),
    Seems.QUESTIONS: Sentence(
        "een verslag van een schriftelijk overleg, geen agenda", "a document of written questions, no agenda"
    ),
    Seems.DEBATE: Sentence("een verslag van een debat, geen agenda", "a report of a debate, no agenda"),
    Seems.UNKNOWN: Sentence("geen agenda", "no agenda"),
}


def doubts_of(draft: Draft) -> Iterator[tuple[str, Doubt]]:
    """Yield each doubt with the title or the text that it is about, in the order of the draft."""
    yield from ((draft.heading.title, doubt) for doubt in draft.doubts)
    for session in draft.sessions:
        yield from ((session.heading.title, doubt) for doubt in session.doubts)
        yield from _of_passages(session.introduction)
        for topic in session.topics:
            yield from ((topic.heading.title, doubt) for doubt in topic.doubts)
            yield from _of_passages(topic.passages)


def _of_passages(passages: Iterable[DraftPassage]) -> Iterator[tuple[str, Doubt]]:
    return ((passage.text, doubt) for passage in passages for doubt in passage.doubts)
