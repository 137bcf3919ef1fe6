"""When and where the meeting is, and who meets: from the title, the offer and the first sentences.

A year that is not written is that of the weekday, else the one after the date of the letter, else the one that the
document names.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from fmm_desktop.importing.agenda.dates import WrittenDate, written_dates, years_in
from fmm_desktop.importing.agenda.draft import Doubt, Draft, DraftMeeting
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard

_SHORT = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
_DATED = 2  # title, offer and the first sentence that says when it is: what is told later may be another meeting


class Found(NamedTuple):
    """The meeting, and what is unsure of it."""

    meeting: DraftMeeting
    issued: datetime.date | None
    doubts: tuple[Doubt, ...]


class Told(NamedTuple):
    """Where a document tells of its meeting: title, offer, first sentences, the line with the date of the letter."""

    title: str
    offer: str
    sentences: Sequence[str]
    dated: str


def meeting_of(told: Told, name: str, book: Book) -> Found:
    """Return the meeting; `name` is that of who meets."""
    issued = next((_exact(date) for date in written_dates(heard(told.dated), book.words) if date.year), None)
    held = [text for text in told.sentences if _tells_of_all(heard(text), book)]
    texts = [told.title, told.offer, *held]
    dated = [heard(text) for text in texts[: _DATED + 1]]
    passing = not any(written_dates(text, book.words) for text in dated)
    if passing:
        named = list(naming_a_meeting(told.sentences, book))
        texts += named
        dated = [heard(text) for text in named]
    start, end, doubts = _when(dated, issued, years_in([*texts, *told.sentences]), book)
    if start and passing and not any(map(book.coming.search, dated)):
        doubts = (Doubt.DATE,)
    place, country = _where(texts, book)
    short = next((match[1] for text in [name, *texts] if (match := _SHORT.search(text))), "")
    meeting = DraftMeeting(start=start, end=end, place=place, country=country, council=name, short=short)
    not_told = () if start else (Doubt.DATE_OF_DOCUMENT if issued else Doubt.NO_DATE,)
    return Found(meeting, issued, doubts or not_told)


def _tells_of_all(folded: str, book: Book) -> bool:
    """Whether a sentence says that a meeting takes place, and not a part of one."""
    return book.held.search(folded) is not None and book.beginning.search(folded) is None


_DATE_DOUBTS = frozenset({Doubt.DATE, Doubt.DATE_OF_DOCUMENT, Doubt.NO_DATE})


def dated(draft: Draft, start: datetime.date) -> Draft:
    """Return the draft of a meeting that begins on a day, for sure; one that would end before it ends on that day."""
    end = draft.meeting.end if draft.meeting.end and draft.meeting.end > start else None
    doubts = tuple(doubt for doubt in draft.doubts if doubt not in _DATE_DOUBTS)
    return replace(draft, meeting=replace(draft.meeting, start=start, end=end), doubts=doubts)


def naming_a_meeting(sentences: Iterable[str], book: Book) -> Iterator[str]:
    """Yield the sentences that name a meeting and, soon after it, its date, which is not told as past."""
    for sentence in sentences:
        folded = heard(sentence)
        for date in written_dates(folded, book.words):
            before = folded[: date.place].rpartition(";")[2]
            named = list(book.meeting_word.finditer(before))
            if named and len(before[named[-1].end() :].split()) <= _BETWEEN and not _is_past(folded, date, book):
                yield sentence
                break


_BETWEEN = 10  # words between a meeting and its date
_BEFORE_NOW = re.compile(r"[\W\d]{0,3}(?:j\.?l\b|jongstleden|last\b)")


def _is_past(folded: str, date: WrittenDate, book: Book) -> bool:
    told = book.pattern(book.words.seems.report).search(folded)
    return told is not None or _BEFORE_NOW.match(folded, date.end_place) is not None


def _exact(date: WrittenDate) -> datetime.date | None:
    return date.start_in(date.year)


def _when(
    texts: Iterable[str], issued: datetime.date | None, years: Sequence[int], book: Book
) -> tuple[datetime.date | None, datetime.date | None, tuple[Doubt, ...]]:
    written = [date for text in texts for date in written_dates(text, book.words)[:1]]
    if not written:
        return None, None, ()
    best = written[0]
    same = [date for date in written if (date.day, date.month) == (best.day, best.month)]
    year, sure = _year(same, issued, years)
    start = best.start_in(year) if year else None
    longest = max(same, key=lambda date: date.last_day)
    agree = len(same) == len(written) and all(_fits(date, start) for date in same)
    return start, longest.end_in(year) if start else None, () if not start or (sure and agree) else (Doubt.DATE,)


def _fits(date: WrittenDate, start: datetime.date | None) -> bool:
    """Whether a written date has the weekday and the year of the day it is taken for."""
    return start is None or ((date.weekday in {-1, start.weekday()}) and date.year in {0, start.year})


def _year(same: Sequence[WrittenDate], issued: datetime.date | None, years: Sequence[int]) -> tuple[int, bool]:
    """Return the year of a date, and whether that is sure; 0 for none."""
    if written := {date.year for date in same if date.year}:
        return min(written), len(written) == 1
    if issued:
        return _year_after(same[0], issued), True
    fitting = [year for year in _candidates(years) if _on_its_weekday(same, year)]
    if any(date.weekday >= 0 for date in same):
        return (fitting[0], True) if fitting else (next(iter(_candidates(years)), 0), False)
    return next(iter(_candidates(years)), 0), False


def _year_after(date: WrittenDate, issued: datetime.date) -> int:
    """Return the year in which the date comes soonest to the letter: an agenda comes before its meeting."""
    days = ((date.start_in(year), year) for year in (issued.year - 1, issued.year, issued.year + 1))
    near = [(abs(day - issued), year) for day, year in days if day]
    return min(near)[1] if near else issued.year


def _candidates(years: Sequence[int]) -> Iterator[int]:
    """Yield the years that a document names, then those between and beside them."""
    named = sorted(set(years), key=lambda year: -years.count(year))
    yield from named
    if named:
        yield from (year for year in range(min(named), max(named) + 1) if year not in named)
        yield from (min(named) - 1, max(named) + 1)


def _on_its_weekday(dates: Iterable[WrittenDate], year: int) -> bool:
    return all(
        (day := date.start_in(year)) is not None and day.weekday() == date.weekday
        for date in dates
        if date.weekday >= 0
    )


def _where(texts: Sequence[str], book: Book) -> tuple[str, str]:
    """Return the city and its country: a city that is known first, as in the title, else a name after `plaats in`."""
    names = "|".join(sorted(map(re.escape, book.words.cities), key=len, reverse=True))
    before = "|".join(book.words.place_words)
    for text in reversed(texts):
        if match := re.search(rf"(?:\b(?:{before})|\d,) ({names})\b", text):
            return match[1], book.words.cities[match[1]]
    if match := re.search(rf", ({names}),? \d", texts[0]):
        return match[1], book.words.cities[match[1]]
    for text in reversed(texts):
        if match := re.search(
            rf"\b(?:{'|'.join(book.words.held_in)}) ((?:[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+){{0,2}})", text
        ):
            return match[1], ""
    return "", ""
