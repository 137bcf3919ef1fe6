"""What a reader of a format found becomes a document in plain form: footnotes last, each block with its place."""

from collections.abc import Iterable, Iterator

import msgspec

from fmm_desktop.importing import trouble
from fmm_desktop.importing.counting import bounded
from fmm_desktop.importing.languages import language_of
from fmm_desktop.importing.plain import Block, BlockKind, Format, Found, Plain
from fmm_desktop.importing.trouble import ImportingError

_PARAGRAPH = {"nl": "al."}
_NOTE = {"nl": "noot"}


def assembled(found: Found, name: str, format_: Format) -> Plain:
    """Return the document that was found. Raises ImportingError when there is no word in it, or far too many."""
    _refuse(found, name)
    ordered = [msgspec.structs.replace(piece.block, order=order) for order, piece in enumerate(found.pieces)]
    body = [block for block, piece in zip(ordered, found.pieces, strict=True) if not piece.left_out]
    left_out = [block for block, piece in zip(ordered, found.pieces, strict=True) if piece.left_out]
    language = language_of((block.text for block in body), found.language)
    return Plain(
        blocks=tuple(_placed(sorted(body, key=lambda block: block.kind is BlockKind.FOOTNOTE), language)),
        left_out=tuple(_paged(left_out)),
        name=name,
        format=format_,
        title=found.title,
        language=language,
    )


def _refuse(found: Found, name: str) -> None:
    if not any(any(map(str.isalnum, piece.block.text)) for piece in found.pieces if not piece.left_out):
        raise ImportingError(trouble.EMPTY, file=name)
    for _ in bounded(found.pieces, name):
        pass


def _placed(blocks: Iterable[Block], language: str) -> Iterator[Block]:
    """Paragraphs are counted from 1, on each page anew; footnotes go by their number."""
    page = count = 0
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            yield _with_place(block, f"{_NOTE.get(language, 'note')} {block.marker}".rstrip())
            continue
        count = count + 1 if block.page == page else 1
        page = block.page
        yield _with_place(block, f"{_PARAGRAPH.get(language, 'para.')} {count}")


def _paged(blocks: Iterable[Block]) -> Iterator[Block]:
    return (_with_place(block, "") for block in blocks)


def _with_place(block: Block, place: str) -> Block:
    words = ", ".join(part for part in (f"p. {block.page}" if block.page else "", place) if part)
    return msgspec.structs.replace(block, place=words)
