"""Whether the own side speaks in a sentence: as its subject, perhaps, or only named in it (`in the UK`, `asks the UK`).

Where the own side cannot be the subject its name is taken out, so that no phrase finds it there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.side import BELONGING, SPEAKING
from fmm_desktop.search.folding import fold

NAMELESS = "_"
"""Stands in place of the own side where it does not speak."""


class Heard(NamedTuple):
    """A folded sentence with the own side in it only where it may speak. `is_unsure`: it may be the object as well;
    `may_want`: it is the subject of a verb in the present that no phrase knows."""

    text: str
    is_unsure: bool = False
    may_want: bool = False


class _Role(NamedTuple):
    speaks: bool
    is_unsure: bool = False


_SUBJECT, _PERHAPS, _NONE = _Role(speaks=True), _Role(speaks=True, is_unsure=True), _Role(speaks=False)
_NEAR = 300  # code points on either side of a name in which it is seen what it does
_LONGEST_WORD = 40
_LAST_WORD = re.compile(r"[\w'/-]+$")
_NEXT = re.compile(r" ([\w'-]+)")
_NO_BREAK = re.compile(r"[^,;:()]*$")


def own_side(folded: str, book: Book) -> Heard:
    """Return a folded sentence with what the own side does in it."""
    text = _with_short_offices(folded, book)
    pieces, start, unsure = list[str](), 0, list[bool]()
    for match in book.side.own_named.finditer(text):
        role = _role(text, match, book)
        stands = match[0] if match[0] in _folded(book.words.speaker.first) else SPEAKING
        pieces += [text[start : match.start()], stands if role.speaks else NAMELESS]
        start = match.end()
        if role.speaks:
            unsure.append(role.is_unsure)
    kept = book.side.company.sub(SPEAKING, "".join([*pieces, text[start:]]))
    kept = book.side.country_words.sub(BELONGING, kept)
    return Heard(kept, bool(unsure) and all(unsure), bool(unsure) and _may_want(kept, book))


def wants(folded: str, book: Book) -> bool:
    """Whether a folded sentence says what the own side wants."""
    return bool(book.side.position.search(own_side(folded, book).text))


def _may_want(text: str, book: Book) -> bool:
    """Whether the own side is the subject of a verb in the present that is no known fact."""
    return any(
        not book.side.facts.match(text[place : place + _NEAR])
        for match in book.side.speaking.finditer(text)
        for place in _verbs(text, match, book)
    )


def _verbs(text: str, match: re.Match[str], book: Book) -> Iterator[int]:
    """Yield where the verb of a subject may stand: behind it, after adverbs, or before it."""
    words = book.words.speaker
    is_first = match[0] in _folded(words.first)
    ahead = _last_word(text[: match.start()].rstrip()) if words.inverts else None
    if ahead and ahead[0] not in _folded(words.before):
        if is_first or book.side.present.fullmatch(ahead[0]):
            yield ahead.start()
        return
    behind = _NEXT.match(text, match.end())
    while behind and behind[1] in _folded(words.adverbs):
        behind = _NEXT.match(text, behind.end())
    if behind and (is_first or book.side.present.fullmatch(behind[1])):
        yield behind.start(1)


def _role(text: str, match: re.Match[str], book: Book) -> _Role:
    words = book.words.speaker
    before, after = text[: match.start()].rstrip(), text[match.end() : match.end() + _NEAR]
    if match[0] in _folded(book.words.own_any) and _is_of_another(after, book):
        return _NONE
    sure = _PERHAPS if match[0] in _folded(words.offices) else _SUBJECT
    last = _last_word(before)
    if (
        last is None
        or after.startswith("'s ")
        or book.side.lines.match(text, match.start())
        or book.side.keeps.search(before, _near(before))
    ):
        return sure
    is_first = match[0] in _folded(words.first)
    return _NONE if last[0] in _folded(words.never_after) else _behind(before, last, book, sure, is_first=is_first)


def _behind(before: str, last: re.Match[str], book: Book, sure: _Role, *, is_first: bool) -> _Role:
    """Return what the own side does behind other words of its clause, of which `last` is the last."""
    words = book.words.speaker
    front = _front(before[: last.start()])
    if last[0] in _folded(words.joins):
        return sure if _has_verb(front or before[-_NEAR:], book) else _joined(front, book)
    if is_first or last[0] in _folded(words.before):
        return sure
    if words.inverts:
        return _inverted(front, last[0], book, sure)
    return sure if not words.opens or _opens(f"{front} {last[0]}", book) else _NONE


def _inverted(front: str, verb: str, book: Book, sure: _Role) -> _Role:
    """Where the verb stands before its subject: what stands before the verb may be the subject as well."""
    if not _is_verb(verb, book) or book.side.other_first.search(front):
        return _NONE
    return _PERHAPS if front.partition(" ")[0] in _folded(book.words.speaker.articles) else sure


def _joined(front: str, book: Book) -> _Role:
    """`France and the UK will …`: both speak; but of `trade between France and the UK` neither does."""
    return _NONE if set(front.split()) & _folded(book.words.speaker.never_after) else _PERHAPS


def _opens(front: str, book: Book) -> bool:
    return front.split(maxsplit=1)[0] in _folded(book.words.speaker.opens)


def _near(before: str) -> int:
    return max(0, len(before) - _NEAR)


def _last_word(before: str) -> re.Match[str] | None:
    return _LAST_WORD.search(before, max(0, len(before) - _LONGEST_WORD))


def _front(before: str) -> str:
    """Return the words of the clause before the own side, and before the word that stands next to it."""
    match = _NO_BREAK.search(before, _near(before))
    return match[0].strip() if match else ""


def _has_verb(front: str, book: Book) -> bool:
    return any(word in book.verbs or word in book.side.stance_words for word in re.findall(r"[\w'-]+", front))


def _is_verb(word: str, book: Book) -> bool:
    known = word in book.verbs or word in book.side.stance_words
    return known or bool(book.side.present.fullmatch(word) or book.side.past.fullmatch(word))


def _is_of_another(after: str, book: Book) -> bool:
    """Whether a government or minister is that of another country or body: `de regering van Georgië`.

    What it thinks may begin with the same word: `is het kabinet van oordeel`.
    """
    words = after.split()
    return bool(words) and words[0] in _folded(book.words.speaker.of) and not book.side.attitude.match(after.lstrip())


def _with_short_offices(folded: str, book: Book) -> str:
    """Return the text with `de minister van Landbouw` as `de minister`, unless it is one of another country."""
    return book.side.office_of.sub(
        lambda match: match[0] if book.side.other_named.search(match["of"]) else f"{match['office']} ", folded
    )


@lru_cache(maxsize=64)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
