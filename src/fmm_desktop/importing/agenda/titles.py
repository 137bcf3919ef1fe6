"""Titles proposed from the text where an agenda has none: what is said to be talked about, in its own words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.search.folding import fold, fold_with_places

_MOST_WORDS = 9
_FEWEST_LETTERS = 3
_MOST_OPENING = 2  # words before the first comma
_IN_BRACKETS = re.compile(r"\([A-Z][\w&-]+\)")
_WORD = re.compile(r"\S+")


class _Word(NamedTuple):
    text: str
    folded: str
    ends: bool  # a comma or the like stands behind it


_NO_WORD = _Word("", "", ends=False)


def proposed_title(sentences: list[str], book: Book) -> str:
    """Return a title from the sentences of a topic: what they say is talked about, else their first words."""
    for sentence in sentences:
        if title := _subject(sentence, book):
            return title
    return _first_words(sentences[0], book) if sentences else book.words.title.unnamed


def without_possible(title: str, book: Book) -> tuple[str, bool]:
    """Return a title without the mark that its subject may come up (`Sahel (mogelijk)`), and whether there was one."""
    match = _MARK.search(title)
    if match and heard(match["mark"]) in book.title_possible and title[: match.start()]:
        return title[: match.start()], True
    return title, False


_MARK = re.compile(r"\s*[(\[](?P<mark>[^()\[\]]{1,40})[)\]]$")


def _subject(sentence: str, book: Book) -> str:
    if not heard(sentence):
        return ""
    folded, places = fold_with_places(sentence)
    between = _before_or_in(sentence, folded, places, book)
    if between and (title := _noun_phrase(_words(between), book)):
        return title
    for match in book.subject.finditer(folded):
        start = places[match.end()] if match.end() < len(places) else len(sentence)
        if (title := _noun_phrase(_words(sentence[start:]), book)) and len(title) >= _FEWEST_LETTERS:
            return title
    return ""


def _before_or_in(sentence: str, folded: str, places: Sequence[int], book: Book) -> str:
    """Return what comes up: `mogelijk komt X aan de orde`, or `X komt aan de orde`; empty when nothing is said to."""
    if match := book.coming_up.search(folded):
        return sentence[places[match.start("what")] : places[match.end("what") - 1] + 1]
    match = book.comes_up.search(folded)
    return sentence[: places[match.start()]] if match and match.start() <= _FAR else ""


_FAR = 120  # code points before the verb of what comes up


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for match in _WORD.finditer(text):
        bare = match[0].strip(",;:.!?()[]\"'“”‘’«»")
        ends = match[0].rstrip("\"'”’»") != bare and match[0].rstrip("\"'”’»")[-1:] in ",;:.!?)"
        if short := _IN_BRACKETS.match(match[0]):
            bare = short[0]
        if match[0] in {"–", "—", "-"}:
            if found:
                found[-1] = found[-1]._replace(ends=True)
        else:
            found.append(_Word(bare or match[0], fold(bare), ends))
    return found


def _noun_phrase(words: list[_Word], book: Book) -> str:
    """Return the first noun phrase; of a clause (`hoe de steun kan …`) its last one before the verb."""
    rest, is_clause = _without_lead(words, book)
    phrase = _until_stop(rest, book)
    if is_clause:
        phrase = _until_name_ends(_without_lead(_last_phrase(phrase, book), book)[0], book)
    while phrase and (phrase[-1].folded in book.title_small or phrase[-1].folded in book.title_articles):
        phrase = phrase[:-1]
    return _capital(" ".join(word.text for word in phrase))


def _without_lead(words: list[_Word], book: Book) -> tuple[list[_Word], bool]:
    """Return the words without articles in front, and whether a clause begins with them."""
    is_clause = False
    first, second, third = (word.folded for word in [*words[:3], *[_NO_WORD] * 3][:3])
    if first in book.title_articles and second in book.title_speakers and third in book.title_articles:
        words = words[2:]
    while words:
        for length in (3, 2, 1):
            lead = " ".join(word.folded for word in words[:length])
            if lead in book.title_articles:
                is_clause = is_clause or lead in book.title_clause
                words = words[length:]
                break
        else:
            break
    return words, is_clause


def _until_stop(words: list[_Word], book: Book) -> list[_Word]:
    phrase: list[_Word] = []
    for place, word in enumerate(words):
        two = f"{word.folded} {words[place + 1].folded}" if place + 1 < len(words) else ""
        if word.folded in book.title_stop or two in book.title_stop:
            break
        phrase.append(word)
        if word.ends or len(phrase) == _MOST_WORDS:
            break
    return phrase


def _last_phrase(words: list[_Word], book: Book) -> list[_Word]:
    starts = [place for place, word in enumerate(words) if word.folded in book.title_articles]
    return words[starts[-1] :] if starts else words


def _until_name_ends(words: list[_Word], book: Book) -> list[_Word]:
    """A name ends the phrase unless a small word or another name comes after it: `steun aan Oekraïne | duurzaam`."""
    for place in range(2, len(words)):
        before, word = words[place - 1], words[place]
        if before.text[:1].isupper() and word.text[:1].islower() and word.folded not in book.title_small:
            return words[:place]
    return words


def _first_words(sentence: str, book: Book) -> str:
    words = _words(sentence)
    if book.beginning.search(heard(sentence)):  # `Over dinner, …` says no more than when
        opens = next((place for place, word in enumerate(words[:_MOST_OPENING]) if word.ends), len(words))
        words = words[opens + 1 :] or words
    phrase = _until_stop(_without_lead(words, book)[0], book) or words[:_MOST_WORDS]
    return _capital(" ".join(word.text for word in phrase)) or book.words.title.unnamed


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
