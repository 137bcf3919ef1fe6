"""Topics where there are no headings for them: by the paragraphs.

A part of the meeting that is only named (`Noord-Atlantische Raad`) has a topic in each paragraph that says what will be
talked about; a paragraph that does not goes on with the topic before it. A part that names its subject is one topic.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.numbering import Sort
from fmm_desktop.importing.agenda.outline import Paragraph, SessionOutline, TopicOutline
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.importing.agenda.speaker import wants

_ENOUGH = 3  # paragraphs, from which on the first may be an introduction


def arranged(sessions: Sequence[SessionOutline], book: Book) -> tuple[SessionOutline, ...]:
    """Return the sessions with topics for paragraphs that stand under no heading of their own."""
    headings = any(session.heading for session in sessions) or any(
        topic.heading for session in sessions for topic in session.topics
    )
    within = any(session.heading and topic.heading for session in sessions for topic in session.topics)
    named = (_with_subject(session, book) if within else session for session in sessions)
    return tuple(_arranged(session, book, alone=not headings) for session in named)


def _with_subject(session: SessionOutline, book: Book) -> SessionOutline:
    """Beside sessions that hold topics, one whose heading is no name of a part (`Overig`) is a topic as well."""
    if session.heading is None or len(session.topics) != 1 or session.topics[0].heading:
        return session
    name = heard(session.heading.text).partition(" (")[0]
    is_part = book.session_surely.search(name) or book.session_perhaps.search(name)
    return session if is_part else replace(session, subject=session.heading.text)


def _arranged(session: SessionOutline, book: Book, *, alone: bool) -> SessionOutline:
    if any(topic.heading for topic in session.topics) or not session.topics:
        return session
    if session.heading is None and not alone:
        return session
    if subject_of(session):
        return session
    (topic,) = session.topics
    name = session.heading.text if session.heading else ""
    return replace(session, topics=tuple(_by_paragraph(topic.paragraphs, name, book)))


def subject_of(session: SessionOutline) -> str:
    """Return what the heading of a session says it is about (`Sessie 2: Westelijke Balkan`); empty for nothing."""
    if session.subject:
        return session.subject
    line = session.heading
    if line is None or line.sort not in {Sort.SESSION, Sort.NONE}:
        return "" if line is None else line.text
    match = _SUBJECT.match(line.text)
    return match["subject"].strip() if match else ""


_SUBJECT = re.compile(r"[^:–—]{1,60}?(?::| [–—-]) ?(?P<subject>\S.*)")


def _by_paragraph(paragraphs: Sequence[Paragraph], name: str, book: Book) -> list[TopicOutline]:
    topics: list[list[Paragraph]] = []
    introduction = _introduction(paragraphs, name, book)
    joined = set[int]()
    for paragraph in paragraphs[introduction:]:
        if not topics or (paragraph.label is None and _opens_topic(paragraph, book)):
            topics.append([paragraph])
        else:
            joined.add(len(topics) - 1)
            topics[-1].append(paragraph)
    found = [TopicOutline(heading=None, paragraphs=tuple(group)) for group in topics]
    found = [
        replace(topic, doubts=(Doubt.SAME_TOPIC,)) if place in joined else topic for place, topic in enumerate(found)
    ]
    if introduction:
        return [TopicOutline(heading=None, paragraphs=tuple(paragraphs[:introduction]), introduces=True), *found]
    return found


def _introduction(paragraphs: Sequence[Paragraph], name: str, book: Book) -> int:
    """Return how many paragraphs come before the first topic: at most one under the name of a part."""
    count = 0
    for paragraph in paragraphs[: 1 if name else None]:
        if len(paragraphs) < _ENOUGH or not _introduces(paragraph, name, book):
            break
        count += 1
    return count if count < len(paragraphs) else 0


def _introduces(paragraph: Paragraph, name: str, book: Book) -> bool:
    """Whether a paragraph without a position announces what comes, or begins with the name of its part."""
    folded = [heard(sentence) for sentence in sentences_of(paragraph, book)]
    announces = any(book.announcing.search(sentence) for sentence in folded)
    bare = heard(name).partition(" (")[0]
    names = bool(bare) and bool(folded) and bare in folded[0]
    return (announces or names) and not any(wants(sentence, book) for sentence in folded)


def _opens_topic(paragraph: Paragraph, book: Book) -> bool:
    """Whether a paragraph says what will be talked about, by anyone but the own side."""
    folded = [heard(sentence) for sentence in sentences_of(paragraph, book)]
    opens = any(book.opener.search(sentence) and not wants(sentence, book) for sentence in folded)
    return opens or begins_part(paragraph, book)


def begins_part(paragraph: Paragraph, book: Book) -> bool:
    """Whether a paragraph begins by saying which part of the meeting comes now (`Tijdens het diner …`)."""
    first = next(iter(sentences_of(paragraph, book)), "")
    return book.beginning.search(heard(first)) is not None and not wants(heard(first), book)


def sentences_of(paragraph: Paragraph, book: Book) -> list[str]:
    """Return the sentences of a paragraph."""
    text = paragraph.line.text
    return [text[start:end] for start, end in sentences(text, book.abbreviations)]
