"""What the agenda is called: its own title, else the subject of the letter, else the meeting in its first sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from fmm_desktop.importing.agenda.dates import written_dates
from fmm_desktop.importing.agenda.draft import Doubt, Heading, words_at
from fmm_desktop.importing.agenda.letter import Letter
from fmm_desktop.importing.agenda.lines import Line, Role, has_verb
from fmm_desktop.importing.agenda.meeting import naming_a_meeting
from fmm_desktop.importing.agenda.numbering import Sort
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.importing.plain import Plain
from fmm_desktop.search.folding import fold_with_places

_SHARED = 0.5  # of the words of a title that stand in the offer as well
_LOOK = 4  # sentences in which the meeting is named
_PASSING = 12  # sentences in which it is named by the way
_LONGEST = 200
_MOST_LINES = 3


def title_lines(lines: Sequence[Line], letter: Letter, book: Book) -> slice:
    """Return which lines are the title of the agenda: the first after the letter, one above all of it, or none."""
    above = bool(lines) and lines[0].span.block < letter.begin and _says_title(lines[0], book)
    if above and not any(_says_title(line, book) for line in lines[1:]):
        return slice(0, 1)
    first = next((place for place, line in enumerate(lines) if line.span.block >= letter.begin), 0)
    count = _count(lines[first:], letter, book)
    return slice(first, first + count) if count else slice(0, 0)


def _says_title(line: Line, book: Book) -> bool:
    return line.role is Role.HEADING and book.titles.search(heard(line.text)) is not None


def _count(lines: Sequence[Line], letter: Letter, book: Book) -> int:
    """Return how many lines are the title: the first, and those up to the one with the date when it has none."""
    run = list(takewhile(lambda line: line.sort is Sort.NONE and _may_be_title(line, book), lines[:_MOST_LINES]))
    if not run:
        return 0
    dated = next((place for place, line in enumerate(run) if written_dates(heard(line.text), book.words)), None)
    if dated is not None and not any(book.session_surely.search(heard(line.text)) for line in run[: dated + 1]):
        return dated + 1
    return int(_is_title(lines, letter, book))


def _may_be_title(line: Line, book: Book) -> bool:
    """A title may be longer than other headings."""
    if line.role is not Role.TEXT:
        return line.role is Role.HEADING
    text = line.text
    is_whole = text == line.block.text and len(text) <= _LONGEST and not text.endswith((".", ";", ":"))
    return is_whole and not has_verb(text, book)


def _is_title(lines: Sequence[Line], letter: Letter, book: Book) -> bool:
    line = lines[0]
    folded = heard(line.text)
    if book.titles.search(folded):
        return True
    if line.role is Role.TEXT:
        return False
    if line.block.level and sum(other.block.level == line.block.level for other in lines) == 1:
        return True
    words = set(re.findall(r"\w+", folded))
    offer = set(re.findall(r"\w+", heard(f"{letter.offer} {letter.subject}")))
    if letter.offer or letter.subject:
        return len(words & offer) >= _SHARED * len(words)
    if any(_looks_like(line, other) for other in lines[1:]):
        return False
    return not (book.session_surely.search(folded) or book.session_perhaps.search(folded.partition(" (")[0]))


def _looks_like(line: Line, other: Line) -> bool:
    return other.role is Role.HEADING and other.sort is line.sort and other.block.weight is line.block.weight


def named(
    plain: Plain, lines: Sequence[Line], title: slice, letter: Letter, book: Book
) -> tuple[Heading, tuple[Doubt, ...]]:
    """Return the title that the lines of `title` are, or else one that is proposed."""
    if lines[title]:
        spans = tuple(line.span for line in lines[title])
        return Heading(title=words_at(plain, spans), spans=spans), ()
    said = (plain.title, letter.subject, meeting_name(lines, book), name_of(letter.offer, book))
    proposed = next(
        filter(None, (*said, name_in_passing(lines, letter, book))), plain.name.rpartition(".")[0] or plain.name
    )
    return Heading(title=proposed[:_LONGEST] or book.words.title.unnamed), (Doubt.TITLE,)


def meeting_name(lines: Sequence[Line], book: Book) -> str:
    """Return the name of the meeting as the first sentences give it: `vindt de Raad Algemene Zaken (RAZ) plaats`."""
    texts = [line.text for line in lines[:_LOOK] if line.role is Role.TEXT]
    for text in texts:
        for start, end in sentences(text, book.abbreviations)[:_LOOK]:
            if not book.beginning.search(heard(text[start:end])) and (name := name_in(text[start:end], book)):
                return name
    return ""


def name_in(sentence: str, book: Book) -> str:
    """Return the name of the meeting that a sentence says takes place; empty when it does not."""
    return name_of(sentence, book) if book.held.search(heard(sentence)) else ""


def name_in_passing(lines: Sequence[Line], letter: Letter, book: Book) -> str:
    """Return the name of the meeting in the offer or a first sentence that names it with its date; empty for none."""
    texts = islice((text for line in lines if line.role is Role.TEXT for text in _sentences(line, book)), _PASSING)
    found = list(naming_a_meeting([letter.offer, *texts], book))
    return next(filter(None, [*(name_of(one, book) for one in found), *(_described(one, book) for one in found)]), "")


def _described(sentence: str, book: Book) -> str:
    """Return a name that is a description (`bijeenkomst van de ministers van Defensie`); empty for none."""
    folded, places = fold_with_places(sentence)
    for match in book.meeting_word.finditer(folded):
        end = places[match.end() - 1] + 1
        if of := _OF.match(sentence, end):
            name = sentence[places[match.start()] : _last_of_name(sentence, of.end(), book)]
            return name[:1].upper() + name[1:]
    return ""


_OF = re.compile(r" (?:van|of) (?:(?:de|het|the) )?(?:[a-zà-þ]+ van |[a-zà-þ]+ of )?[A-ZÀ-Þ][\w’'-]*")


def _sentences(line: Line, book: Book) -> Iterator[str]:
    return (line.text[start:end] for start, end in sentences(line.text, book.abbreviations))


def name_of(sentence: str, book: Book) -> str:
    """Return the name of the meeting that a sentence or a title holds; empty for none."""
    if not heard(sentence):
        return ""
    folded, places = fold_with_places(sentence)
    for match in book.meeting_word.finditer(folded):
        start, end = places[match.start()], places[match.end() - 1] + 1
        name = sentence[_first_of_name(sentence, start, book) : _last_of_name(sentence, end, book)].strip(" ,")
        if name[:1].isupper() and heard(name) not in book.meeting_names:
            return name
    return ""


def _first_of_name(sentence: str, start: int, book: Book) -> int:
    """A name goes back over words with a capital (`NAVO Foreign Ministers |`), or a list (`Justice and Health |`)."""
    words = list(re.finditer(r"\S+", sentence[:start]))
    listed = False
    for place in range(len(words) - 1, -1, -1):
        word = words[place][0]
        joins = word.islower() and place > 0 and words[place - 1][0].endswith("-")  # `Landbouw- en Visserijraad`
        lists = word in _AND and place > 0 and _may_be_listed(words[place - 1][0], book)
        named = word[:1].isupper() and not word.endswith((".", ":")) and not book.titles.search(heard(word))
        if word.endswith(","):
            named = named and listed and _may_be_listed(word, book)
        if not (joins or lists or named) or heard(word) in book.title_articles:
            break
        listed = listed or lists
        start = words[place].start()
    return start


_AND = {"en", "and", "&"}
_SUBJECT = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}"
_LISTED = re.compile(rf"(?:, {_SUBJECT}){{1,5}},? (?:en|and|&) {_SUBJECT}")
_AFTER = re.compile(r"(?: (?:[A-ZÀ-Þ][\w’'-]*|van|voor|en|of|for|on|and|\([A-Z][\w-]{1,10}\)))*")


def _may_be_listed(word: str, book: Book) -> bool:
    """Whether a word may be one of the subjects in the name of a council: no country, city or day is."""
    return word[:1].isupper() and heard(word).strip(" ,") not in book.places_and_days


def _last_of_name(sentence: str, end: int, book: Book) -> int:
    """A name goes on over words with a capital, lists of them, and an abbreviation: `Raad | Algemene Zaken (RAZ)`."""
    end = _after(sentence, end)
    listed = _LISTED.match(sentence, end)
    if listed and all(_may_be_listed(word, book) for word in re.findall(r"[A-ZÀ-Þ][\w’'-]*", listed[0])):
        end = _after(sentence, listed.end())
    return end


def _after(sentence: str, end: int) -> int:
    match = _AFTER.match(sentence, end)
    return end + len(re.sub(r"(?: (?:van|voor|en|of|for|on|and))+$", "", match[0])) if match else end
