"""The little Markdown that a text in a dossier or a note may hold, as a tree of frozen values.

Allowed are emphasis, strong emphasis, code, bulleted and numbered lists, and links of ours: `[[topic-id]]`,
`[[session/topic]]`, `[[term:purl]]`, `[[actor:sybiha]]`, each with other words after a bar (`[[term:purl|the list]]`).
Everything else, raw HTML, images and addresses included, is text and stays text. The same tree is shown on the
screen, printed by Typst and searched, so that what is found is what is read.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

LinkTarget = Literal["topic", "term", "actor"]


class Plain(Struct, frozen=True, tag="text"):
    """Words."""

    text: str


class Code(Struct, frozen=True, tag="code"):
    """Words to be shown as they were typed."""

    text: str


class Break(Struct, frozen=True, tag="break"):
    """A new line within a paragraph."""


class Link(Struct, frozen=True, tag="link"):
    """A link within the dossier; `label` is empty when the target's own name is to be shown."""

    target: LinkTarget
    id: str
    label: str = ""


class Emphasis(Struct, frozen=True, tag="emphasis"):
    """Emphasised words."""

    children: tuple["Inline", ...]


class Strong(Struct, frozen=True, tag="strong"):
    """Strongly emphasised words."""

    children: tuple["Inline", ...]


Inline = Plain | Code | Break | Link | Emphasis | Strong


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph of running text."""

    children: tuple[Inline, ...]


class ListBlock(Struct, frozen=True, tag="list"):
    """A list; `start` is the first number, or None for bullets. Each item is a sequence of blocks."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


Block = Paragraph | ListBlock

LINK = re.compile(r"\[\[(?:(term|actor):)?([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,500}))?\]\]")

# A text with none of these, links of ours left out, is one paragraph: most passages are, and need no parser.
_SIGNS = re.compile(r"[*_`\\\[\n\r\t\x00]")
_LEAD = re.compile(r"\s|(?:[-+]|\d{1,9}[.)])(?:\s|$)")
_MAX_NESTING = 20

LINE_END = "\u200b"
"""Stands, unseen, after the blank that the end of a line became, when a hyphen stood before it.

So a search can join the halves of a word that was broken there, on the page as well, and "in- en uitvoer" stays.
"""
_HYPHENS = ("-", "\u2010", "\u00ad")


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text`. No input raises; a text nested twenty levels deep is shown as it was typed."""
    if not text.strip():
        return ()
    if not _is_marked_up(LINK.sub("x", text)):
        return (Paragraph(_words_and_links(text)),)
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - only marked-up texts pay for the parser

    tokens = _parser().parse(text)
    if _too_deep(tokens):  # the parser drops what is deeper, and walking it would overrun the stack
        return tuple(Paragraph(_words_and_links(line)) for line in text.splitlines() if line.strip())
    return _blocks(SyntaxTreeNode(tokens))


def _is_marked_up(text: str) -> bool:
    return bool(_SIGNS.search(text) or _LEAD.match(text) or text[-1:].isspace())


def _own_words(link: Link) -> str:
    return link.label or link.id


def plain(text: str, words_of: Callable[[Link], str] = _own_words) -> str:
    """Return the words of `text` without its markup: what a search looks through and a list shows.

    Blocks are parted by newlines. `words_of` gives the words that stand for a link; by default the link's own, or
    else its id.
    """
    if not _is_marked_up(text):  # most texts: their words are the text
        return text
    if not _is_marked_up(LINK.sub("x", text)):
        return LINK.sub(lambda match: words_of(_link(match)), text)
    return "\n".join(_plain_block(block, words_of) for block in parse(text))


def links(text: str) -> tuple[Link, ...]:
    """Return the links in `text`, in order."""
    if "[[" not in text:
        return ()
    if "`" not in text and "\\" not in text:  # nothing that takes the meaning from brackets: no need to parse
        return tuple(_link(match) for match in LINK.finditer(text))
    return tuple(_links_in(parse(text)))


def _links_in(parts: Iterable[Block | Inline]) -> Iterator[Link]:
    for part in parts:
        match part:
            case Link():
                yield part
            case Paragraph(children) | Emphasis(children) | Strong(children):
                yield from _links_in(children)
            case ListBlock(items):
                for item in items:
                    yield from _links_in(item)


def _plain_block(block: Block, words_of: Callable[[Link], str]) -> str:
    if isinstance(block, ListBlock):
        return "\n".join(_plain_block(child, words_of) for item in block.items for child in item)
    return "".join(_plain_inline(child, words_of) for child in block.children)


def _plain_inline(inline: Inline, words_of: Callable[[Link], str]) -> str:
    match inline:
        case Plain(text) | Code(text):
            return text
        case Link():
            return words_of(inline)
        case Break():
            return "\n"
        case Emphasis(children) | Strong(children):
            return "".join(_plain_inline(child, words_of) for child in children)


def _link(match: re.Match[str]) -> Link:
    kind, identifier, label = match.groups()
    target: LinkTarget = "term" if kind == "term" else "actor" if kind == "actor" else "topic"
    return Link(target, identifier.strip(), (label or "").strip())


def _too_deep(tokens: "Sequence[Token]") -> bool:
    depth = max(accumulate(token.nesting for token in tokens), default=0)
    return depth >= _MAX_NESTING or any(_too_deep(token.children) for token in tokens if token.children)


def _words_and_links(text: str) -> tuple[Inline, ...]:
    found: list[Inline] = []
    end = 0
    for match in LINK.finditer(text):
        if match.start() > end:
            found.append(Plain(text[end : match.start()]))
        found.append(_link(match))
        end = match.end()
    if end < len(text):
        found.append(Plain(text[end:]))
    return tuple(found)


def _link_rule(state: "StateInline", silent: bool) -> bool:
    match = LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("dossier_link", "", 0).meta = {"link": _link(match)}
    state.pos = match.end()
    return True


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - see parse()

    parser = MarkdownIt("zero", {"maxNesting": _MAX_NESTING})
    parser.enable(["emphasis", "list", "backticks", "escape", "newline", "balance_pairs", "fragments_join"])
    parser.inline.ruler.before("escape", "dossier_link", _link_rule)
    return parser


def _blocks(parent: "SyntaxTreeNode") -> tuple[Block, ...]:
    found: list[Block] = []
    for node in parent.children:
        if node.type in {"bullet_list", "ordered_list"}:
            items = tuple(_blocks(item) for item in node.children)
            start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            found.append(ListBlock(items, start))
        elif node.type == "paragraph":
            found.append(Paragraph(tuple(_inlines(node.children[0]))))
        else:  # the rules that are enabled make nothing else
            raise AssertionError(node.type)
    return tuple(found)


def _inlines(parent: "SyntaxTreeNode") -> tuple[Inline, ...]:
    found: list[Inline] = []
    for node in parent.children:
        match node.type:
            case "text":
                if node.content:
                    found.append(Plain(node.content))
            case "code_inline":
                found.append(Code(node.content))
            case "softbreak":
                after_hyphen = found and _plain_inline(found[-1], _own_words).endswith(_HYPHENS)
                found.append(Plain(f" {LINE_END}" if after_hyphen else " "))
            case "hardbreak":
                found.append(Break())
            case "em":
                found.append(Emphasis(_inlines(node)))
            case "strong":
                found.append(Strong(_inlines(node)))
            case "dossier_link":
                found.append(node.meta["link"])
            case other:
                raise AssertionError(other)
    return tuple(found)
