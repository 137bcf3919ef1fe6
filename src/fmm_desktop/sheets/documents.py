"""From an order to everything that is printed: one value, which `typesetting` makes a PDF of.

`document(dossier, order, notes)` chooses by the kind that is ordered. Each kind has a module of its own, which says
what stands on it (plain frozen values), and a template of its name in `resources/sheets/`, which says where.
"""

import datetime
from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.entries import Scribe, shortened
from fmm_desktop.sheets.errors import NOTHING, NOTHING_FOR_CARD, NOTHING_TO_SAY, SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import Notes
from fmm_desktop.sheets.order import Order, Paper
from fmm_desktop.sheets.topic_sheet import topic_sheets
from fmm_desktop.sheets.vocabulary import PRINTED, sheet_kind_label

_WITH_TOPICS = {SheetKind.TOPIC, SheetKind.CARD, SheetKind.BOOK}
_LONGEST_HEAD = 120  # letters that the head of a page repeats
_SCALES = {"small": 0.88, "normal": 1.0, "large": 1.18}


class Look(Struct, frozen=True):
    """How it is printed: paper, with margins for two sides or not, and how large letters are (1.0 is normal)."""

    paper: Paper = "a4"
    two_sided: bool = False
    scale: float = 1.0


class Document(Struct, frozen=True, kw_only=True):
    """Everything that is printed at once.

    `head` are the words at both ends of the head of each page, `foot` those at the left of its foot, beside which the
    page number stands; `copies` are the words that number each copy, one empty one when they are not numbered.
    `parts` are the values of the kind, each with the `marking` of its pages; `targets` the paths of the topics that
    have a heading, to which links may lead.
    """

    kind: SheetKind
    title: str
    language: str
    head: tuple[str, str]
    foot: str
    parts: tuple[Struct, ...]
    targets: tuple[str, ...] = ()
    issued: datetime.date | None = None
    copies: tuple[str, ...] = ("",)
    look: Look = Look()


class Wish(NamedTuple):
    """What `document` is given, in one value for those who make several of it."""

    dossier: Dossier
    order: Order
    notes: Notes = MappingProxyType({})
    since: Dossier | None = None


class Given(NamedTuple):
    """What a kind of sheet is made of. `since` is the edition that the reader had before, for the change sheet."""

    scribe: Scribe
    topics: tuple[Topic, ...]
    order: Order
    notes: Notes
    since: Dossier | None


def document(dossier: Dossier, order: Order, notes: Notes | None = None, since: Dossier | None = None) -> Document:
    """Return what `order` prints of `dossier`, with `notes` by the path of their topic.

    SheetError when there is nothing to print.
    """
    given = Given(Scribe(dossier), ordered(dossier, order), order, notes or {}, since)
    parts = _KINDS[order.kind](given)
    if not parts:
        raise SheetError(NOTHING)
    return Document(
        kind=order.kind,
        title=_title(given),
        language=dossier.language,
        head=(shortened(dossier.title, _LONGEST_HEAD), shortened(given.scribe.occasion(), _LONGEST_HEAD)),
        foot=given.scribe.edition(),
        parts=parts,
        targets=_targets(parts) if order.kind in _WITH_TOPICS else (),
        issued=dossier.issued,
        copies=_copies(given),
        look=Look(order.paper, order.two_sided, _SCALES[order.size]),
    )


def _targets(parts: tuple[Struct, ...]) -> tuple[str, ...]:
    """Return the paths of the topics that have a part of their own."""
    paths = (getattr(part, "path", "") for part in parts)
    return tuple(path for path in paths if path)


def ordered(dossier: Dossier, order: Order) -> tuple[Topic, ...]:
    """Return the topics that are ordered, in the order of the dossier."""
    wanted = None if order.topics is None else frozenset(order.topics)
    return tuple(topic for topic in dossier.topics() if wanted is None or topic.path in wanted)


def left_out(dossier: Dossier, order: Order, notes: Notes) -> tuple[Topic, ...]:
    """Return the topics that are ordered and have nothing for a card, when cards are; else none."""
    if order.kind is not SheetKind.CARD:
        return ()
    from fmm_desktop.sheets.card import has_card  # noqa: PLC0415 - the window loads what is ordered only

    return tuple(topic for topic in ordered(dossier, order) if not has_card(topic, order, notes))


def _topic_sheets(given: Given) -> tuple[Struct, ...]:
    return topic_sheets(given.scribe, given.topics, given.order, given.notes)


def _table_cards(given: Given) -> tuple[Struct, ...]:
    from fmm_desktop.sheets.card import table_cards  # noqa: PLC0415 - see above

    if cards := table_cards(given.scribe, given.topics, given.order, given.notes):
        return cards
    raise SheetError(NOTHING_FOR_CARD if given.topics else NOTHING)


def _speaking_list(given: Given) -> tuple[Struct, ...]:
    from fmm_desktop.sheets.speaking import speaking_list  # noqa: PLC0415 - see above

    if spoken := speaking_list(given.scribe, given.topics, given.order):
        return (spoken,)
    raise SheetError(NOTHING_TO_SAY if given.topics else NOTHING)


def _book(given: Given) -> tuple[Struct, ...]:
    from fmm_desktop.sheets.book import book  # noqa: PLC0415 - see above

    return book(given.scribe, given.topics, given.order, given.notes)


def _actor_sheets(given: Given) -> tuple[Struct, ...]:
    from fmm_desktop.sheets.actor import actor_sheets  # noqa: PLC0415 - see above

    return actor_sheets(given.scribe, given.topics, given.order, given.notes)


def _change_sheets(given: Given) -> tuple[Struct, ...]:
    from fmm_desktop.sheets.changes import change_sheets  # noqa: PLC0415 - see above

    return change_sheets(given.scribe, given.topics, given.order, given.notes, given.since)


def _note_lists(given: Given) -> tuple[Struct, ...]:
    from fmm_desktop.sheets.note_list import note_lists  # noqa: PLC0415 - see above

    return note_lists(given.scribe, given.topics, given.order, given.notes)


_KINDS: dict[SheetKind, Callable[[Given], tuple[Struct, ...]]] = {
    SheetKind.TOPIC: _topic_sheets,
    SheetKind.CARD: _table_cards,
    SheetKind.SPEAKING: _speaking_list,
    SheetKind.BOOK: _book,
    SheetKind.ACTOR: _actor_sheets,
    SheetKind.CHANGES: _change_sheets,
    SheetKind.NOTES: _note_lists,
}


def _title(given: Given) -> str:
    """Return the title of the PDF: the topic when there is one, the kind when it is not the sheets of topics."""
    dossier, order = given.scribe.dossier, given.order
    actor = dossier.actor(order.actor) if order.kind is SheetKind.ACTOR else None
    kind = "" if order.kind is SheetKind.TOPIC else sheet_kind_label(order.kind, given.scribe.language)
    about = f"{kind} {actor.name}" if actor else kind
    topic = f"{given.topics[0].number} {given.topics[0].title}" if len(given.topics) == 1 else ""
    return " – ".join(filter(None, (topic, about, dossier.title)))


def _copies(given: Given) -> tuple[str, ...]:
    copies, language = given.order.copies, given.scribe.language
    return tuple(PRINTED.copy.say(language, copy=copy, copies=copies) for copy in range(1, copies + 1)) or ("",)
