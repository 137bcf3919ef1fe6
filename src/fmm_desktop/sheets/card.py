"""What a table card holds: what a reader may need to say on a topic, on one page, and nothing that others may not see.

Only aim, points and if-raised are on it, with the notes of the kinds `say` and `if-raised`. A card lies on the table:
so a note says nothing of the passage that it hangs on when that is not on the card, and no wording that it proposes.
"""

from collections.abc import Iterable

from msgspec import Struct, structs

from fmm_desktop.dossier import vocabulary
from fmm_desktop.dossier.model import Kind, Topic
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_label
from fmm_desktop.sheets.entries import Entry, NoteEntry, Scribe, shortened
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes, SheetNote, chosen
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.sheets.vocabulary import PRINTED

ON_CARD = (Kind.AIM, Kind.POINT, Kind.IF_RAISED)
SAID_ON_CARD = (NoteKind.SAY, NoteKind.IF_RAISED)
_LONGEST_TITLE = 300  # letters: a longer one would leave no room on the page, or need two
_BELOW = {Kind.POINT: NoteKind.SAY, Kind.IF_RAISED: NoteKind.IF_RAISED}


class Line(Struct, frozen=True, omit_defaults=True):
    """A passage or a note on a card, under `heading` when it is the first of its group.

    `alike` tells that the label of the note says no more than the heading of its group.
    """

    kind: str
    heading: str = ""
    passage: Entry | None = None
    note: NoteEntry | None = None
    alike: bool = False


class TableCard(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One page on a topic: `lines` in order, the first of which matter most.

    `extract` says that this is not everything, and what was left out; `too_long` stands before the numbers of what the
    page had no room for.
    """

    path: str
    number: str
    title: str
    session: str
    extract: str
    too_long: str
    marking: str = ""
    lines: tuple[Line, ...]


def table_cards(scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes) -> tuple[TableCard, ...]:
    """Return the cards of the topics that have something for one."""
    topics = tuple(topic for topic in topics if has_card(topic, order, notes))
    cards = (_card(scribe, topic, order, tuple(notes.get(topic.path, ()))) for topic in topics)
    return tuple(cards)


def has_card(topic: Topic, order: Order, notes: Notes) -> bool:
    """Tell whether a topic has anything that may be on a card."""
    on_card = (passage.kind in ON_CARD for passage in topic.passages)
    return any(on_card) or any(_taken(notes.get(topic.path, ()), order))


def _taken(notes: Iterable[SheetNote], order: Order) -> tuple[SheetNote, ...]:
    return tuple(note for note in chosen(notes, order.notes) if note.kind in SAID_ON_CARD)


def _card(scribe: Scribe, topic: Topic, order: Order, notes: tuple[SheetNote, ...]) -> TableCard:
    dossier, language = scribe.dossier, scribe.language
    taken = _taken(notes, order)
    said = tuple(map(_alone, taken))
    shown = (passage.marking for passage in topic.passages if passage.kind in ON_CARD)
    own = given_or_own(order.marking, dossier.marking)
    return TableCard(
        path=topic.path,
        number=topic.number,
        title=shortened(topic.title, _LONGEST_TITLE),
        session=shortened(scribe.session(dossier.session_of(topic)), _LONGEST_TITLE),
        extract=_extract(topic, _missing_notes(said, notes, order), language),
        too_long=PRINTED.too_long.say(language),
        marking=marking_line((*own, topic.marking, *shown, *scribe.quoted_markings(taken, topic))),
        lines=tuple(line for kind in ON_CARD for line in _lines(scribe, topic, kind, said)),
    )


def _alone(note: SheetNote) -> SheetNote:
    """Return a note that says nothing but its own text, and whether it is still to be reviewed."""
    alone = structs.replace(note, passage="", wording="", words="", author="", changed=None)
    return structs.replace(alone, status=Status.OPEN)


def _lines(scribe: Scribe, topic: Topic, kind: Kind, notes: Iterable[SheetNote]) -> tuple[Line, ...]:
    """Return the passages of a kind, each as a line, and the notes that are said when they are."""
    heading = vocabulary.kind_name(kind, scribe.language)
    passages = [Line(kind.value, passage=scribe.entry(passage, topic)) for passage in topic.of_kind(kind)]
    passages = [structs.replace(one, passage=_without_source(one.passage)) for one in passages]
    below = _BELOW.get(kind)
    label = note_kind_label(below, scribe.language) if below else ""
    heading = heading if passages else label
    entries = (scribe.note(note, topic) for note in notes if note.kind is below)
    said = [Line(kind.value, note=entry, alike=heading == label) for entry in entries]
    lines = passages + said
    return (structs.replace(lines[0], heading=heading), *lines[1:]) if lines else ()


def _without_source(entry: Entry | None) -> Entry | None:
    return structs.replace(entry, source="") if entry else None


def _missing_notes(said: tuple[SheetNote, ...], notes: tuple[SheetNote, ...], order: Order) -> Sentence | None:
    if order.notes.where is Where.NONE or not said:
        return PRINTED.all_notes if notes or order.notes.where is Where.NONE else None
    return PRINTED.other_notes if len(said) < len(notes) else None


def _extract(topic: Topic, notes: Sentence | None, language: Language) -> str:
    """Return the words that say what is not on the card, by kind."""
    kinds = (kind for kind in Kind if kind not in ON_CARD and topic.of_kind(kind))
    missing = [vocabulary.kind_name(kind, language).lower() for kind in kinds]
    if notes:
        missing.append(notes.say(language))
    return (
        PRINTED.extract.say(language) if not missing else PRINTED.extract_of.say(language, missing=", ".join(missing))
    )
