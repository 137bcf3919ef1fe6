"""Which elements of a web page stand around its text: navigation, header and footer, forms, and what is hidden."""

import re

from fmm_desktop.importing.limits import Watch, watched
from fmm_desktop.importing.markup import Element, walked

NEVER_READ = frozenset({"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "title", "head"})
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""What is set on lines of its own."""

_CONTROLS = frozenset({"button", "select", "textarea", "dialog"})
_AROUND = frozenset({"nav", "aside", "form", "header", "footer"}) | _CONTROLS
_OF_A_TEXT = frozenset({"header", "footer"})
"""What has the title or the notes of the text when it stands within that."""

_TEXT = frozenset({"main", "article"})
_NEVER_AROUND = frozenset({"html", "body"}) | _TEXT
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|skip-?links?|pagination|share|sidebar)(?:$|[\s_-])"
)
_NOT_SHOWN = re.compile(r"\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b", re.IGNORECASE)
_MOST = 0.4
"""What holds more than this share of the text of a page does not stand around it, whatever it is called."""


def around(root: Element, name: str, watch: Watch) -> set[Element]:
    """Return the elements around the text. Raises ImportingError when the page is nested too deep."""
    most = _MOST * length(root)
    found: set[Element] = set()
    titled = _titled(root)
    lengths, in_text = [0], 0
    for event in watched(walked(root, name), watch, 0.5):
        if event.what == "text":
            lengths[-1] += len(event.text) * (event.name not in NEVER_READ)
            continue
        in_text += {"start": 1, "end": -1}[event.what] * (event.name in _TEXT)
        if event.what == "start":
            lengths.append(0)
            continue
        own = lengths.pop()
        lengths[-1] += own
        if is_hidden(event.element) or (
            _is_around(event.name, event.element, in_text)
            and not _holds(event.name, own, most)
            and event.element is not titled
        ):
            found.add(event.element)
    return found


def _titled(root: Element) -> Element | None:
    """Return the header with the one title of a page that does not say which part of it is its text."""
    if any(True for _ in root.iter(*_TEXT)) or len(list(root.iter("h1"))) != 1:
        return None
    return next((header for header in root.iter("header") if any(True for _ in header.iter("h1"))), None)


def _holds(tag: str, own: int, most: float) -> bool:
    return own > most and tag != "nav"


def _is_around(tag: str, element: Element, in_text: int) -> bool:
    if tag in _NEVER_AROUND or tag not in BLOCKS:
        return False
    if tag in _AROUND:
        return not (in_text and tag in _OF_A_TEXT)
    said = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return (element.get("role") or "") in _ROLES or _CLASSES.search(said) is not None


def is_hidden(element: Element) -> bool:
    """Whether a page says itself that an element is not shown."""
    return "hidden" in element.attrib or _NOT_SHOWN.search(element.get("style") or "") is not None


def main_of(root: Element) -> Element | None:
    """Return the one element that the page says is its text, when most of the page stands in it."""
    found = [element for element in root.iter("main", "article", "div") if _is_main(element)]
    if not found:
        return None
    return found[0] if length(found[0]) > _MOST * length(root) else None


def _is_main(element: Element) -> bool:
    return (
        element.tag == "main"
        or element.get("role") == "main"
        or element.get("id") in {"main", "content", "main-content"}
    )


def length(root: Element) -> int:
    """Return how many characters stand in an element."""
    return sum(
        len(part or "")
        for element in root.iter()
        if element.tag not in NEVER_READ
        for part in (element.text, element.tail)
    )
