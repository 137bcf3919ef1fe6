"""What the sheet of a topic holds, as frozen values: words and order, nothing about how they look.

Every passage of the topic and every note that is chosen is in it exactly once. Headings, dates and stances are in the
language of the dossier; links carry the words of their target. The template prints what it finds here and decides
nothing, so this is where a test looks.
"""

from msgspec import Struct

from fmm_desktop.dossier import vocabulary
from fmm_desktop.dossier.model import Topic
from fmm_desktop.dossier.vocabulary import WORDS
from fmm_desktop.sheets.entries import Aside, Group, NoteEntry, Scribe
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes, SheetNote, chosen
from fmm_desktop.sheets.order import Order, Where


class TopicSheet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything on the sheet of one topic.

    `marking` stands at the head and the foot of each page and is empty when there is none; `own_marking` is that of the
    topic where the pages have one for all; `certainty` is empty for a topic that is planned. `notes` are those that
    stand together at the end, under `notes_heading`; `beside` tells that those of the passages stand in the margin.
    """

    path: str
    number: str
    title: str
    session: str
    marking: str = ""
    certainty: str = ""
    own_marking: str = ""
    groups: tuple[Group, ...] = ()
    asides: tuple[Aside, ...] = ()
    notes_heading: str = ""
    notes: tuple[NoteEntry, ...] = ()
    beside: bool = False


def topic_sheets(
    scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes, *, in_book: bool = False
) -> tuple[TopicSheet, ...]:
    """Return the sheets of `topics`, with those of the notes that the order takes, where it wants them.

    Those that are `in_book` need not say of which session they are, nor which documents their sources are.
    """
    taken = (chosen(notes.get(topic.path, ()), order.notes) for topic in topics)
    return tuple(_sheet(scribe, topic, order, those, in_book) for topic, those in zip(topics, taken, strict=True))


def _sheet(scribe: Scribe, topic: Topic, order: Order, notes: tuple[SheetNote, ...], in_book: bool) -> TopicSheet:
    at_end = tuple(note for note in notes if order.notes.where is Where.END or topic.passage(note.passage) is None)
    with_passage = tuple(note for note in notes if note not in at_end)
    dossier, language = scribe.dossier, scribe.language
    asides = (_related(scribe, topic), *(() if in_book else (scribe.sources(topic.passages),)))
    return TopicSheet(
        path=topic.path,
        number=topic.number,
        title=topic.title,
        session="" if in_book else scribe.session(dossier.session_of(topic)),
        marking=_marking(scribe, topic, order, notes),
        certainty="" if topic.certainty == "planned" else vocabulary.certainty_name(topic.certainty, language),
        own_marking=topic.marking if in_book else "",
        groups=scribe.groups(topic, with_passage),
        asides=tuple(aside for aside in asides if aside.lines),
        notes_heading=WORDS.notes.say(language) if at_end else "",
        notes=tuple(scribe.note(note, topic, apart=True) for note in at_end),
        beside=order.notes.where is Where.BESIDE and bool(with_passage),
    )


def _marking(scribe: Scribe, topic: Topic, order: Order, notes: tuple[SheetNote, ...]) -> str:
    """Return the line for the pages of a topic: what was given or is the dossier's, and what the topic holds."""
    own = given_or_own(order.marking, scribe.dossier.marking)
    passages = (passage.marking for passage in topic.passages)
    return marking_line((*own, topic.marking, *passages, *scribe.quoted_markings(notes, topic)))


def _related(scribe: Scribe, topic: Topic) -> Aside:
    topics = (scribe.dossier.topic(path, near=topic.path) for path in topic.related)
    named = zip(topic.related, topics, strict=True)
    lines = tuple((other.number, other.title) if other else ("", path) for path, other in named)
    return Aside(WORDS.related.say(scribe.language), lines)
