"""What a table card holds: what a reader may need to say on a topic, on one page, and nothing that others may not see.

Only aim, points and if-raised are on it, with the notes of the kinds `say` and `if-raised`. A card lies on the table:
so a note says nothing of the passage that it hangs on when that is not on the card, and no wording that it proposes.
"""

from collections.abc import Iterable

from msgspec import Struct, structs

from fmm_desktop.dossier import vocabulary
from fmm_desktop.dossier.model import Kind, Topic
from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.notes.vocabulary import note_kind_label
from fmm_desktop.sheets.entries import Entry, NoteEntry, Scribe
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes, SheetNote, chosen
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.vocabulary import PRINTED

ON_CARD = (Kind.AIM, Kind.POINT, Kind.IF_RAISED)
SAID_ON_CARD = (NoteKind.SAY, NoteKind.IF_RAISED)
_BELOW = {Kind.POINT: NoteKind.SAY, Kind.IF_RAISED: NoteKind.IF_RAISED}


class Line(Struct, frozen=True, omit_defaults=True):
    """A passage or a note on a card, under `heading` when it is the first of its group."""

    kind: str
    heading: str = ""
    passage: Entry | None = None
    note: NoteEntry | None = None


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
    certainty: str = ""
    lines: tuple[Line, ...]


def table_cards(scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes) -> tuple[TableCard, ...]:
    """Return the cards of the topics that have something for one."""
    cards = (_card(scribe, topic, order, tuple(notes.get(topic.path, ()))) for topic in topics)
    return tuple(card for card in cards if card.lines)


def _card(scribe: Scribe, topic: Topic, order: Order, notes: tuple[SheetNote, ...]) -> TableCard:
    dossier, language = scribe.dossier, scribe.language
    said = tuple(_alone(note) for note in chosen(notes, order.notes) if note.kind in SAID_ON_CARD)
    shown = (passage.marking for passage in topic.passages if passage.kind in ON_CARD)
    return TableCard(
        path=topic.path,
        number=topic.number,
        title=topic.title,
        session=scribe.session(dossier.session_of(topic)),
        extract=_extract(topic, len(said) < len(notes), language),
        too_long=PRINTED.too_long.say(language),
        marking=marking_line((*given_or_own(order.marking, dossier.marking), topic.marking, *shown)),
        certainty="" if topic.certainty == "planned" else vocabulary.certainty_name(topic.certainty, language),
        lines=tuple(line for kind in ON_CARD for line in _lines(scribe, topic, kind, said)),
    )


def _alone(note: SheetNote) -> SheetNote:
    """Return a note that says nothing but its own text."""
    return structs.replace(note, passage="", wording="", words="", written_on="", author="", changed=None)


def _lines(scribe: Scribe, topic: Topic, kind: Kind, notes: Iterable[SheetNote]) -> tuple[Line, ...]:
    """Return the passages of a kind, each as a line, and the notes that are said when they are."""
    heading = vocabulary.kind_name(kind, scribe.language)
    passages = [Line(kind.value, passage=scribe.entry(passage, topic)) for passage in topic.of_kind(kind)]
    passages = [structs.replace(one, passage=_without_source(one.passage)) for one in passages]
    below = _BELOW.get(kind)
    said = [Line(kind.value, note=scribe.note(note, topic)) for note in notes if note.kind is below]
    if below is not None and said and not passages:
        heading = note_kind_label(below, scribe.language)
    lines = passages + said
    return (structs.replace(lines[0], heading=heading), *lines[1:]) if lines else ()


def _without_source(entry: Entry | None) -> Entry | None:
    return structs.replace(entry, source="") if entry else None


def _extract(topic: Topic, notes: bool, language: Language) -> str:
    """Return the words that say what is not on the card, by kind."""
    kinds = (kind for kind in Kind if kind not in ON_CARD and topic.of_kind(kind))
    missing = [vocabulary.kind_name(kind, language).lower() for kind in kinds]
    if notes:
        missing.append(PRINTED.other_notes.say(language))
    return (
        PRINTED.extract.say(language) if not missing else PRINTED.extract_of.say(language, missing=", ".join(missing))
    )
