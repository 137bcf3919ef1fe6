"""Paragraphs become passages: a position for each sentence, other sentences of one kind together."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt, DraftPassage, Span, words_at
from fmm_desktop.importing.agenda.kinds import Said, said, value_in
from fmm_desktop.importing.agenda.lines import Role
from fmm_desktop.importing.agenda.outline import Paragraph
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.importing.agenda.stances import stance_of, who_stands
from fmm_desktop.importing.limits import Watch, watched
from fmm_desktop.importing.plain import BlockKind, Plain

_EACH = {Kind.POSITION, Kind.FIGURE, Kind.OTHER, Kind.POINT, Kind.IF_RAISED}
"""Kinds of which each sentence is a passage of its own."""


_WANTED = {Kind.POSITION, Kind.IF_RAISED}
"""Kinds of what the own side wants."""


_STEP = 200
"""Sentences of a paragraph between two questions whether to go on."""


class _Sentence(NamedTuple):
    span: Span
    text: str
    said: Said


class Setting(NamedTuple):
    """What passages are made with. In a report nothing is a position: it tells what was said."""

    plain: Plain
    book: Book
    is_report: bool
    in_letter: frozenset[int]
    watch: Watch


def passages_of(paragraphs: Sequence[Paragraph], setting: Setting) -> tuple[DraftPassage, ...]:
    """Return the passages of paragraphs, in order; together they hold every word of them."""
    found: list[DraftPassage] = []
    lead: Said | None = None
    for paragraph in paragraphs:
        is_item = paragraph.line.block.kind is BlockKind.ITEM
        made = list(_passages(paragraph, setting, lead if is_item else None))
        found.extend(made)
        if not is_item:
            lead = _lead(paragraph, made)
    return tuple(found)


def _far(paragraph: Paragraph, setting: Setting) -> float:
    """How far into the document a paragraph stands."""
    return paragraph.line.span.block / len(setting.plain.blocks)


def _lead(paragraph: Paragraph, made: Sequence[DraftPassage]) -> Said | None:
    """A sentence that ends on a colon gives its kind to the items below it."""
    return Said(made[-1].kind) if made and paragraph.line.text.rstrip().endswith(":") else None


def _passages(paragraph: Paragraph, setting: Setting, lead: Said | None) -> Iterator[DraftPassage]:
    line = paragraph.line
    if line.role is Role.LABEL:
        yield _passage([_Sentence(line.span, line.text, Said(line.kind or Kind.BACKGROUND))], setting, (Doubt.LABEL,))
        return
    spans = watched(_sentence_spans(paragraph, setting.book), setting.watch, _far(paragraph, setting), _STEP)
    found = [_sentence(span, paragraph, setting, lead) for span in spans]
    first = True
    for group in _groups(found):
        label = (paragraph.label.line.span,) if paragraph.label and paragraph.opens and first else ()
        doubts = (*line.doubts, *([Doubt.LETTER] if line.span.block in setting.in_letter else []))
        name = paragraph.label.line.text.strip(" :") if paragraph.label else ""
        yield _passage(group, setting, doubts, label=name, label_spans=label)
        first = False


def _sentence_spans(paragraph: Paragraph, book: Book) -> Iterator[Span]:
    start = paragraph.line.span.start
    text = paragraph.line.text
    if paragraph.line.role is Role.PROCEDURE:
        yield paragraph.line.span
        return
    for first, last in sentences(text, book.abbreviations):
        yield Span(paragraph.line.span.block, start + first, start + last)


def _sentence(span: Span, paragraph: Paragraph, setting: Setting, lead: Said | None) -> _Sentence:
    text = words_at(setting.plain, [span])
    return _Sentence(span, text, _what_is_said(text, paragraph, setting, lead))


def _what_is_said(text: str, paragraph: Paragraph, setting: Setting, lead: Said | None) -> Said:
    if paragraph.line.role is Role.PROCEDURE:
        return Said(Kind.AIM)
    found = said(text, setting.book)
    if setting.is_report:
        return _reported(found)
    label = paragraph.label.kind if paragraph.label else None
    if label is None:
        if lead is not None and found.kind not in _WANTED:
            return _as(lead.kind, text, setting.book)
        return stance_of(text, found, setting.book)
    return _labelled(found, label, text, setting.book)


def _reported(found: Said) -> Said:
    """What a report tells was said; only amounts stay what they are."""
    kept = found.kind in {Kind.FIGURE, Kind.BACKGROUND, Kind.DISCUSSION}
    return found._replace(doubts=()) if kept else Said(Kind.BACKGROUND)


def _labelled(found: Said, label: Kind, text: str, book: Book) -> Said:
    """The label decides, but for what certainly is for when it is raised, or is no background under such a label."""
    if label is Kind.POSITION and found.kind is Kind.IF_RAISED:
        return found
    if label is not Kind.BACKGROUND:
        return _as(label, text, book)
    if found.kind in _WANTED:
        return Said(Kind.BACKGROUND, (Doubt.MAYBE_POSITION,))
    return found if found.kind in {Kind.DISCUSSION, Kind.FIGURE} else Said(Kind.BACKGROUND, found.doubts)


def _as(kind: Kind, text: str, book: Book) -> Said:
    if kind is Kind.FIGURE:
        return Said(kind, value=value_in(text)) if value_in(text) else Said(Kind.BACKGROUND, (Doubt.MAYBE_FIGURE,))
    if kind is Kind.OTHER:
        return who_stands(text, book)
    return Said(kind)


def _groups(found: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    for (kind, _), group in groupby(found, key=lambda sentence: (sentence.said.kind, sentence.said.doubts)):
        if kind in _EACH:
            yield from ([sentence] for sentence in group)
        else:
            yield list(group)


def _passage(
    group: Sequence[_Sentence],
    setting: Setting,
    doubts: tuple[Doubt, ...] = (),
    *,
    label: str = "",
    label_spans: tuple[Span, ...] = (),
) -> DraftPassage:
    first, last = group[0], group[-1]
    span = Span(first.span.block, first.span.start, last.span.end)
    block = setting.plain.blocks[span.block]
    every = dict.fromkeys([*doubts, *(doubt for sentence in group for doubt in sentence.said.doubts)])
    return DraftPassage(
        kind=first.said.kind,
        spans=(span,),
        text=words_at(setting.plain, (span,)),
        label=label,
        label_spans=label_spans,
        actor=first.said.actor,
        stance=first.said.stance,
        value=first.said.value,
        footnotes=tuple(mark.number for mark in block.footnotes if span.start < mark.place <= span.end),
        doubts=tuple(every),
    )
