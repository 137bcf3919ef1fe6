"""What was left out of a draft taken in after all: as passages, in the topic where it stands in the document.

Places are those of `editing`.
"""

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Draft, DraftPassage, Span, words_at
from fmm_desktop.importing.editing import (
    INTRODUCTION,
    PASSAGE_DEPTH,
    NoSuchChangeError,
    Place,
    passages_at,
    with_passages,
)

_Where = tuple[int, int]
"""The order of a block in the document, and a place in its text."""


def taken_in(draft: Draft, blocks: Collection[int], outside: Collection[int]) -> tuple[Draft, tuple[Place, ...]]:
    """Return the draft with what was left out of it as passages, background each, and where these are.

    `blocks` are numbers in `Plain.blocks`, of the letter; `outside` numbers in `Plain.left_out`. Raises
    NoSuchChangeError when nothing of it was left out, or when there is no session to take it in.
    """
    own = [left for left in draft.left_out if left.span.block in blocks]
    draft = replace(draft, left_out=tuple(left for left in draft.left_out if left.span.block not in blocks))
    draft, spans = _with_blocks(draft, outside)
    wanted = sorted((*(left.span for left in own), *spans), key=lambda span: _where(draft, span))
    if not wanted or not draft.sessions:
        raise NoSuchChangeError(blocks)
    for span in wanted:
        text = words_at(draft.plain, (span,))
        draft = _with_passage(draft, DraftPassage(kind=Kind.BACKGROUND, spans=(span,), text=text))
    return draft, tuple(place for place, spans in _placed(draft) if spans[-1] in wanted and len(place) == PASSAGE_DEPTH)


def _with_blocks(draft: Draft, outside: Collection[int]) -> tuple[Draft, tuple[Span, ...]]:
    """Return the draft with blocks that were no part of the body at the end of it; their order stays what it was."""
    plain = draft.plain
    taken = tuple(block for number, block in enumerate(plain.left_out) if number in outside)
    left = tuple(block for number, block in enumerate(plain.left_out) if number not in outside)
    spans = tuple(Span(number, 0, len(block.text)) for number, block in enumerate(taken, len(plain.blocks)))
    return replace(draft, plain=replace(plain, blocks=(*plain.blocks, *taken), left_out=left)), spans


def _with_passage(draft: Draft, passage: DraftPassage) -> Draft:
    """Put a passage behind what stands before it in the document; at the very beginning when that is nothing."""
    here = _where(draft, passage.spans[0])
    before = max(
        ((_where(draft, spans[-1]), place) for place, spans in _placed(draft) if _where(draft, spans[-1]) < here),
        default=None,
    )
    place = _behind(before[1]) if before is not None else (0, INTRODUCTION, 0)
    passages = passages_at(draft, place)
    return with_passages(draft, place, (*passages[: place[2]], passage, *passages[place[2] :]))


def _behind(place: Place) -> Place:
    """Return where a passage comes that stands behind a session's heading, a topic's heading or a passage."""
    if len(place) == 1:
        return (*place, INTRODUCTION, 0)
    return (*place, 0) if len(place) < PASSAGE_DEPTH else (*place[:-1], place[-1] + 1)


def _placed(draft: Draft) -> Iterator[tuple[Place, tuple[Span, ...]]]:
    """Yield every part of the draft that has words in the document, with where they are."""
    for number, session in enumerate(draft.sessions):
        if session.heading.spans:
            yield (number,), session.heading.spans
        for at, passage in enumerate(session.introduction):
            yield (number, INTRODUCTION, at), passage.spans
        for order, topic in enumerate(session.topics):
            if topic.heading.spans:
                yield (number, order), topic.heading.spans
            for at, passage in enumerate(topic.passages):
                yield (number, order, at), passage.spans


def _where(draft: Draft, span: Span) -> _Where:
    return draft.plain.blocks[span.block].order, span.start
