"""What a book holds: a cover, a table of contents, the topics by session, and terms and actors at the end."""

from collections.abc import Iterator

from msgspec import Struct, structs

from fmm_desktop.dossier import vocabulary
from fmm_desktop.dossier.editions_vocabulary import group_name
from fmm_desktop.dossier.model import Actor, Event, Session, Term, Topic
from fmm_desktop.dossier.vocabulary import WORDS
from fmm_desktop.search.folding import fold
from fmm_desktop.sheets.entries import Body, Scribe
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.marking import distinct, given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.sheets.topic_sheet import TopicSheet, topic_sheets
from fmm_desktop.sheets.vocabulary import PRINTED, sheet_kind_label


class Cover(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="part", tag="cover"):
    """The first page: what meeting it is, which edition, what came before and comes after.

    `timeline` are dates and what happens then; the meeting itself is told apart by the last of the three.
    """

    title: str
    label: str
    occasion: str
    edition: str
    timeline_heading: str = ""
    timeline: tuple[tuple[str, str, bool], ...] = ()
    marking: str = ""


class Contents(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="part", tag="contents"):
    """Where the table of contents stands, which the template makes."""

    heading: str
    marking: str = ""


class Opening(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="part", tag="session"):
    """What a session begins with."""

    number: str
    title: str
    facts: str = ""
    introduction: Body = ""
    marking: str = ""
    beside: bool = False


class Chapter(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="part", tag="topic"):
    """A topic, as on its sheet."""

    sheet: TopicSheet
    marking: str = ""
    beside: bool = False

    @property
    def path(self) -> str:
        """The path of the topic."""
        return self.sheet.path


class Explained(Struct, frozen=True, omit_defaults=True):
    """A term, an actor or a source: what it is called, what that stands for, and more of it."""

    name: str
    means: str = ""
    body: Body = ""


class Glossary(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="part", tag="glossary"):
    """Terms, actors or sources under a heading, in the order of the alphabet; persons by their last name.

    The `first` of them begins a page, the others follow it.
    """

    heading: str
    explained: tuple[Explained, ...]
    first: bool = False
    marking: str = ""


def book(scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes) -> tuple[Struct, ...]:
    """Return the parts of the book of `topics`; none when there are no topics.

    A book is kept as one: each of its pages bears the markings of all that is in it.
    """
    if not topics:
        return ()
    used = distinct(passage.source.id for topic in topics for passage in topic.passages if passage.source)
    scribe = Scribe(scribe.dossier, frozenset(used))
    sheets = topic_sheets(scribe, topics, order, notes, in_book=True)
    own = given_or_own(order.marking, scribe.dossier.marking)
    marking = marking_line((*own, *(part for sheet in sheets for part in sheet.marking.split(" · "))))
    return (
        _cover(scribe, marking),
        Contents(heading=PRINTED.contents.say(scribe.language), marking=marking),
        *_sessions(scribe, {sheet.path: sheet for sheet in sheets}, marking, order.notes.where is Where.BESIDE),
        *_glossaries(scribe, used, marking),
    )


def _cover(scribe: Scribe, marking: str) -> Cover:
    dossier, language = scribe.dossier, scribe.language
    return Cover(
        title=dossier.title,
        label=sheet_kind_label(SheetKind.BOOK, language),
        occasion=scribe.occasion(),
        edition=scribe.edition(),
        timeline_heading=WORDS.timeline.say(language) if dossier.timeline else "",
        timeline=tuple(_event(scribe, event) for event in dossier.timeline),
        marking=marking,
    )


def _event(scribe: Scribe, event: Event) -> tuple[str, str, bool]:
    when = vocabulary.period_in_words(event.start, event.end, scribe.language)
    is_this = event.start == scribe.dossier.meeting.start and event.title == scribe.dossier.title
    return when, ", ".join(distinct((event.title, event.place))), is_this


def _sessions(scribe: Scribe, sheets: dict[str, TopicSheet], marking: str, beside: bool) -> Iterator[Struct]:
    for session in scribe.dossier.sessions:
        chosen = [sheets[topic.path] for topic in session.topics if topic.path in sheets]
        if chosen:
            yield structs.replace(_opening(scribe, session, marking), beside=beside)
            yield from (Chapter(sheet=sheet, marking=marking, beside=beside) for sheet in chosen)


def _opening(scribe: Scribe, session: Session, marking: str) -> Opening:
    participants = ((scribe.dossier.actor(one), one) for one in session.participants)
    names = ", ".join(actor.name if actor else name for actor, name in participants)
    return Opening(
        number=session.number,
        title=session.title,
        facts=" · ".join(distinct((session.form, session.time, names))),
        introduction=scribe.body(session.introduction),
        marking=marking,
    )


def _glossaries(scribe: Scribe, used: tuple[str, ...], marking: str) -> Iterator[Glossary]:
    dossier, language = scribe.dossier, scribe.language
    terms = tuple(_term(scribe, term) for term in sorted(dossier.terms, key=lambda term: fold(term.short)))
    actors = tuple(_actor(scribe, actor) for actor in sorted(dossier.actors, key=_by_last_name))
    sources = tuple(Explained(name, means) for name, means in scribe.named_sources(used))
    said = group_name("sources", language) if len(used) > 1 else WORDS.source.say(language)
    headings = (WORDS.terms.say(language), WORDS.actors.say(language), said)
    there = [(heading, found) for heading, found in zip(headings, (terms, actors, sources), strict=True) if found]
    for place, (heading, explained) in enumerate(there):
        yield Glossary(heading=heading, explained=explained, first=place == 0, marking=marking)


def _term(scribe: Scribe, term: Term) -> Explained:
    translated = (f"{language}: {words}" for language, words in term.translation.items())
    return Explained(term.short, "; ".join(distinct((term.long, *translated))), scribe.body(term.text))


def _actor(scribe: Scribe, actor: Actor) -> Explained:
    home = scribe.dossier.actor(actor.of)
    means = ", ".join(distinct((actor.role, home.name if home else actor.of)))
    return Explained(actor.name, means, scribe.body(actor.text))


def _by_last_name(actor: Actor) -> tuple[bool, str]:
    """Return what an actor is found by: persons, behind all others, by their last name."""
    is_person = actor.kind == "person"
    return is_person, fold(f"{actor.name.rpartition(' ')[2]} {actor.name}" if is_person else actor.name)
