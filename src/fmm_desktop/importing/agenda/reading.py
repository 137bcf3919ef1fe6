"""The reader of agendas: a document in plain form becomes a draft dossier."""

from collections.abc import Sequence

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing import trouble
from fmm_desktop.importing.agenda.actors import actors_in, group_id
from fmm_desktop.importing.agenda.arranging import arranged
from fmm_desktop.importing.agenda.building import Builder
from fmm_desktop.importing.agenda.draft import Doubt, Draft, DraftSession, Footnote, Heading, LeftOut, Part, Seems, Span
from fmm_desktop.importing.agenda.formulas import formula_words
from fmm_desktop.importing.agenda.headings import ranks
from fmm_desktop.importing.agenda.kinds import said
from fmm_desktop.importing.agenda.letter import Letter, read_letter
from fmm_desktop.importing.agenda.lines import Line, Role, lines_of
from fmm_desktop.importing.agenda.markings import marking_in
from fmm_desktop.importing.agenda.meeting import Told, meeting_of
from fmm_desktop.importing.agenda.naming import meeting_name, name_in_passing, name_of, named, title_lines
from fmm_desktop.importing.agenda.outline import SessionOutline, outline
from fmm_desktop.importing.agenda.passages import Setting
from fmm_desktop.importing.agenda.phrases import Book, Books
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.agenda.seems import what_it_seems
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.importing.agenda.tables import by_columns, without_frames
from fmm_desktop.importing.agenda.terms import terms_in
from fmm_desktop.importing.limits import Watch, unwatched
from fmm_desktop.importing.plain import BlockKind, Plain

_HEADS = 3  # headings that tell what a text is
_LOOK = 12  # sentences in which the meeting is told of
_MOST_HEARD = 400  # sentences by which the own side is told


def read_agenda(plain: Plain, books: Books, watch: Watch = unwatched) -> Draft:
    """Return what an agenda was read as.

    Raises ImportingError when it is in a language without phrases, or what `watch` raises to stop.
    """
    book, doubts = _book(plain, books)
    marked = marking_in(plain, books.values())
    letter = read_letter(plain.blocks, book)
    blocks = without_frames(plain.blocks)
    lines = lines_of(blocks, [span for span in letter.body if span.block not in marked.blocks], book)
    lines, columns = by_columns(lines, book)
    texts = _texts(lines, book)
    book = _with_own(texts, book)
    title = title_lines(lines, letter, book)
    heading, unsure = named(plain, lines, title, letter, book)
    before, lines = lines[: title.start], lines[title.stop :]
    heads = [] if heading.spans else [line.text for line in lines if line.role is Role.HEADING][:_HEADS]
    letterhead = [plain.blocks[left.span.block].text for left in letter.left_out]
    titles = [heading.title if heading.spans else "", plain.title, letter.subject]
    seems = what_it_seems([*titles, *letterhead, *heads], texts[:_LOOK], book)
    council = _council([*before, *lines], letter, heading, book)
    told = Told(heading.title, letter.offer or letter.subject, texts[:_LOOK], letter.dated)
    found = meeting_of(told, council, book)
    setting = Setting(plain, book, seems not in {Seems.AGENDA, Seems.UNKNOWN}, letter.in_letter, watch)
    outlines = [*_outlined(before, book), *_outlined(lines, book)]
    sessions = Builder(setting, council, group_id(book)).sessions(outlines)
    body = [line.text for line in (*before, *lines)]
    return Draft(
        plain=plain,
        heading=heading,
        language=book.language,
        seems=seems,
        marking=marked.text,
        own=book.own,
        issued=found.issued,
        formulas=formula_words(book.words, book.own),
        meeting=found.meeting,
        sessions=sessions,
        terms=terms_in([heading.title, *body], watch),
        actors=actors_in(body, book, _needed(sessions, found.meeting.country, book), watch),
        footnotes=_footnotes(plain),
        left_out=_left_out(letter, marked.blocks, columns),
        doubts=(*found.doubts, *doubts, *unsure, *marked.doubts),
    )


def _outlined(lines: Sequence[Line], book: Book) -> tuple[SessionOutline, ...]:
    return arranged(outline(lines, ranks(lines, book)), book)


def _book(plain: Plain, books: Books) -> tuple[Book, tuple[Doubt, ...]]:
    """Return the phrases for a document: of its language, or of the one whose verbs it has most of."""
    if book := books.get(plain.language):
        return book, ()
    if plain.language:
        raise trouble.other_language(plain.name, plain.language)
    words = [word for block in plain.blocks for word in block.text.lower().split()]
    return max(books.values(), key=lambda book: sum(word in book.verbs for word in words)), (Doubt.LANGUAGE,)


def _texts(lines: Sequence[Line], book: Book) -> list[str]:
    """Return the sentences of the body."""
    return [
        line.text[start:end]
        for line in lines
        if line.role is Role.TEXT
        for start, end in sentences(line.text, book.abbreviations)
    ]


def _with_own(texts: Sequence[str], book: Book) -> Book:
    """Return the phrases with the country of which most positions are found; the first of the file when none is."""
    start = texts[:_MOST_HEARD]
    whole = "\n".join(map(heard, start))
    there = [own for own in book.by_own.values() if own.side.country_named.search(whole)]
    return max(there, key=lambda own: _positions(start, own)) if len(there) > 1 else next(iter(there), book)


def _positions(texts: Sequence[str], book: Book) -> int:
    return sum(said(text, book).kind is Kind.POSITION for text in texts)


def _council(lines: Sequence[Line], letter: Letter, heading: Heading, book: Book) -> str:
    """Return who meets: by the sentence that says that it does, else by the offer, the title, what else names it."""
    found = meeting_name(lines, book) or name_of(letter.offer, book) or name_of(heading.title, book)
    return found or name_in_passing(lines, letter, book)


def _needed(sessions: Sequence[DraftSession], country: str, book: Book) -> set[str]:
    """Return the ids of actors that the draft refers to."""
    passages = (one for session in sessions for topic in session.topics for one in topic.passages)
    actors = {passage.actor for passage in passages if passage.actor}
    return actors | {book.own} | ({country} if country else set())


def _footnotes(plain: Plain) -> tuple[Footnote, ...]:
    return tuple(
        Footnote(block.marker.strip("[]()."), block.text, Span(place, 0, len(block.text)))
        for place, block in enumerate(plain.blocks)
        if block.kind is BlockKind.FOOTNOTE
    )


def _left_out(letter: Letter, marked: frozenset[int], columns: frozenset[Span]) -> tuple[LeftOut, ...]:
    """Return what is no passage, in order: the letter, the marking in the body, and names of columns of a table."""
    body = (LeftOut(Part.MARKING, span) for span in letter.body if span.block in marked)
    names = (LeftOut(Part.COLUMNS, span) for span in columns)
    return tuple(sorted((*letter.left_out, *body, *names), key=lambda left: left.span))
