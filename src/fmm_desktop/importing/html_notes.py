"""Which links of a web page are the numbers of footnotes, and which elements are those footnotes."""

import re

from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.markup import Element

_NUMBER = re.compile(r"[\[(]?(?:noot |note )?(\d{1,3}|\*{1,3})[\])]?", re.IGNORECASE)
_WORDS = re.compile(r"noot|note", re.IGNORECASE)
_BACK = re.compile(r"[\[(]?[\d*↩⮌^↑\ufe0e\ufe0f]+[\])]?|")
_HOLDERS = frozenset({"li", "p", "div", "td", "aside", "dd", "section", "tr"})


class Notes:
    """The footnotes of a page. `marks` are the links in the text, `notes` the elements of the notes; both by number."""

    def __init__(self, root: Element) -> None:
        parents = {inner: outer for outer in root.iter() for inner in outer}
        targets: dict[str, str] = {}
        links: dict[Element, str] = {}
        for link in root.iter("a"):
            number = _NUMBER.fullmatch(link_text(link))
            target = link.get("href", "")
            known = targets.get(target[1:])  # a note may be pointed at twice, by its number
            if number and target.startswith("#") and known in {None, number[1]} and _is_mark(link, parents.get(link)):
                links[link] = target[1:]
                targets[target[1:]] = number[1]
        holders = {
            key: _holder(element, parents)
            for element in root.iter()
            for key in (element.get("id") or "", element.get("name") or "")
            if key in targets
        }
        self.notes = {holder: targets[key] for key, holder in holders.items()}
        self.marks = {link: targets[key] for link, key in links.items() if key in holders}


def link_text(link: Element) -> str:
    """Return the words of a link."""
    inner = ((element.text or "") + ("" if element is link else element.tail or "") for element in link.iter())
    return tidy("".join(inner))


def leads_back(element: Element) -> bool:
    """Whether this is the link in a note that leads back to the text, a number or an arrow."""
    return (
        element.tag == "a"
        and element.get("href", "").startswith("#")
        and _BACK.fullmatch(link_text(element)) is not None
    )


def _is_mark(link: Element, parent: Element | None) -> bool:
    raised = (parent is not None and parent.tag == "sup") or any(True for _ in link.iter("sup"))
    said = " ".join((link.get("class") or "", link.get("role") or "", link.get("id") or "", link.get("href") or ""))
    return raised or _WORDS.search(said) is not None


def _holder(element: Element, parents: dict[Element, Element]) -> Element:
    """The element of a note: the link or anchor in it may be what has the name."""
    here: Element | None = element
    while here is not None and here.tag not in _HOLDERS:
        here = parents.get(here)
    return element if here is None else here
