"""XML and HTML from outside, parsed so that nothing is fetched and nothing grows: the one place that knows lxml."""

import html
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, Protocol, cast

from lxml import etree  # type: ignore[import-untyped]

from fmm_desktop.errors import Sentence
from fmm_desktop.importing import trouble
from fmm_desktop.importing.limits import MAX_DEPTH
from fmm_desktop.importing.trouble import ImportingError

_LIMIT_CODES = frozenset({etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT})


class Element(Protocol):
    """What is used of an element of lxml."""

    tag: str
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]

    def get(self, key: str, default: str = "") -> str:
        """Return an attribute."""

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Yield this element and those in it."""

    def __iter__(self) -> Iterator["Element"]:
        """Yield the children."""


class Event(NamedTuple):
    """A step of the walk through a tree: into an element, out of it, or a text.

    `name` is the tag without namespace of that element; for a text that of the element it stands in.
    """

    what: Literal["start", "end", "text"]
    name: str
    element: Element
    text: str = ""


def parsed_xml(data: bytes, name: str, what: str) -> Element:
    """Return the root of an XML document. `what` is the word for its kind, for what is said when it is no good.

    Raises ImportingError: damaged, too deep, or with entities of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise ImportingError(_sentence(problem), file=name, what=what) from problem
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        raise ImportingError(trouble.ENTITIES, file=name)
    return cast("Element", root)


def _sentence(problem: Exception) -> Sentence:
    if "depth" in str(problem).lower():
        return trouble.TOO_DEEP
    return trouble.ENTITIES if getattr(problem, "code", 0) in _LIMIT_CODES else trouble.DAMAGED


def parsed_html(text: str, name: str) -> Element:
    """Return the root of a web page, mended as browsers do. Raises ImportingError when nothing can be made of it."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise ImportingError(trouble.TOO_DEEP, file=name) from problem
    if root is None:
        raise ImportingError(trouble.EMPTY, file=name)
    return cast("Element", root)


def walked(root: Element, name: str) -> Iterator[Event]:
    """Yield what stands in a tree in the order of the document, without recursion.

    Raises ImportingError when elements stand deeper inside each other than `MAX_DEPTH`.
    """
    open_: list[tuple[Element, str, Iterator[Element]]] = []
    inner: Element | None = root
    while True:
        if inner is None:
            element, own, _ = open_.pop()
            yield Event("end", own, element)
            if not open_:
                return
            if element.tail:
                yield Event("text", open_[-1][1], element, element.tail)
        elif isinstance(inner.tag, str):
            own = inner.tag.rpartition("}")[2]
            open_.append((inner, own, iter(inner)))
            if len(open_) > MAX_DEPTH:
                raise ImportingError(trouble.TOO_DEEP, file=name)
            yield Event("start", own, inner)
            if inner.text:
                yield Event("text", own, inner, inner.text)
        else:  # an entity that the document does not define itself: the letter that HTML gives that name
            yield Event("text", open_[-1][1], inner, html.unescape(inner.text or "") + (inner.tail or ""))
        inner = next(open_[-1][2], None)


def local(element: Element, attribute: str) -> str:
    """Return an attribute by its name without namespace; "" when there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == attribute:
            return value
    return ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children with one of these names, namespaces left aside."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in names:
            yield child


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name, if there is one."""
    return None if element is None else next(children(element, name), None)
