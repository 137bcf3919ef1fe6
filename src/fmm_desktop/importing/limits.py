"""How much of a document is read, so that no file can take all memory or all time; and the watch over long work."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

MAX_BYTES = 100_000_000
"""Of a file."""

MAX_TEXT_BYTES = 16_000_000
"""Of a file that is text all through: plain text, Markdown, HTML, XML. A year of agendas is less."""

MAX_MARKDOWN_BYTES = 2_000_000
"""Of Markdown, whose parser is slower than the others."""

MAX_MARKDOWN_PARAGRAPH = 200_000
"""Characters of a paragraph in Markdown: its parser cannot be stopped within one."""

MAX_UNZIPPED = 32_000_000
"""Of all parts of a .docx or .odt that are read, unzipped."""

MAX_TAGS = 1_000_000
"""Of all those parts together. A page has some hundreds, so this is thousands of pages."""

MAX_RATIO = 200
"""How much larger a part may become by unzipping, once it is over `RATIO_FREE` bytes."""

RATIO_FREE = 4_000_000

MAX_DIRECTORY = 4_000_000
"""Bytes of the table of contents of a .docx or .odt."""

MAX_DEPTH = 200
"""Elements inside each other, in XML and HTML."""

MAX_CHARACTERS = 8_000_000
"""Of text in a document, however it is packed."""

MAX_BLOCKS = 50_000
"""Of a document; three thousand pages have fewer."""

MAX_LINES = 1_000_000
"""Of a plain text, empty ones too."""

MAX_PAGES = 3_000

MAX_PAGE_CHARACTERS = 200_000
"""Of text on one page of a PDF."""

Watch = Callable[[float], None]
"""Is told now and then how far the work is, from 0.0 to 1.0; what it raises ends the work."""


_Item = TypeVar("_Item")
_STEP = 5_000


def watched(items: Iterable[_Item], watch: Watch, fraction: float, step: int = _STEP) -> Iterator[_Item]:
    """Yield the items; the watch is asked now and then whether to go on, for what takes long as one piece of work."""
    for count, item in enumerate(items):
        if count % step == 0:
            watch(fraction)
        yield item


def unwatched(_fraction: float) -> None:
    """Watch nothing."""
