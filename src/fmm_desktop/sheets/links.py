"""Links on paper: the words of what they lead to, and for a topic its number, since nobody can follow them."""

from msgspec import structs

from fmm_desktop.dossier.links import words_of
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.text import Block, Emphasis, Inline, Link, ListBlock, Paragraph, Strong


def resolved(blocks: tuple[Block, ...], dossier: Dossier, near: str) -> tuple[Block, ...]:
    """Return `blocks` with every link labelled with the words to print, a topic's with its number: `Ice (1.2)`.

    A link to a topic carries the path of that topic as its id; `near` is the path of the topic the text stands in.
    """
    return tuple(_block(block, dossier, near) for block in blocks)


def _block(block: Block, dossier: Dossier, near: str) -> Block:
    if isinstance(block, ListBlock):
        return structs.replace(block, items=tuple(resolved(item, dossier, near) for item in block.items))
    return Paragraph(_inlines(block.children, dossier, near))


def _inlines(inlines: tuple[Inline, ...], dossier: Dossier, near: str) -> tuple[Inline, ...]:
    return tuple(_inline(inline, dossier, near) for inline in inlines)


def _inline(inline: Inline, dossier: Dossier, near: str) -> Inline:
    match inline:
        case Link():
            return _link(inline, dossier, near)
        case Emphasis(children):
            return Emphasis(_inlines(children, dossier, near))
        case Strong(children):
            return Strong(_inlines(children, dossier, near))
        case _:
            return inline


def _link(link: Link, dossier: Dossier, near: str) -> Link:
    words = words_of(link, dossier, near)
    topic = dossier.topic(link.id, near) if link.target == "topic" else None
    return Link(link.target, topic.path, f"{words} ({topic.number})") if topic else structs.replace(link, label=words)
