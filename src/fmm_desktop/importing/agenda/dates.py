"""Dates as an agenda writes them: `28–29 november`, `7 en 8 oktober 2019`, `26/27 april 1999`, `December 3, 2025`."""

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from fmm_desktop.importing.agenda.phrase_file import PhraseFile
from fmm_desktop.search.folding import fold


class WrittenDate(Struct, frozen=True, kw_only=True):
    """A date or a period as it is written, at `place` in the folded text; `year` is 0 when it is not written."""

    place: int
    end_place: int
    day: int
    month: int
    year: int = 0
    last_day: int = 0
    last_month: int = 0
    weekday: int = -1

    def start_in(self, year: int) -> datetime.date | None:
        """Return the first day, in this year; None when there is no such day."""
        return _date(year, self.month, self.day)

    def end_in(self, year: int) -> datetime.date | None:
        """Return the last day of a period that starts in this year; None for one day."""
        if not self.last_day:
            return None
        month = self.last_month or self.month
        end = _date(year + (month < self.month), month, self.last_day)
        start = self.start_in(year)
        return end if end and start and end > start else None


def written_dates(text: str, words: PhraseFile) -> list[WrittenDate]:
    """Return the dates in folded text, in order."""
    patterns, months, weekdays = _patterns(words.months, words.weekdays, words.date_joiners)
    found: dict[int, WrittenDate] = {}
    taken = bytearray(len(text))  # where a date is found already: thousands of dates are not each held against all
    for pattern in patterns:
        for match in pattern.finditer(text):
            start, end = match.span()
            date = _written(match, months, weekdays)
            if date and not any(taken[start:end]):
                found[start] = date
                taken[start:end] = b"\1" * (end - start)
    return [found[place] for place in sorted(found)]


def years_in(texts: Iterable[str]) -> list[int]:
    """Return every year that is written in these texts."""
    return [int(year) for text in texts for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)]


@lru_cache(maxsize=8)
def _patterns(
    months: tuple[str, ...], weekdays: tuple[str, ...], joiners: tuple[str, ...]
) -> tuple[list[re.Pattern[str]], dict[str, int], dict[str, int]]:
    month_numbers = {fold(name): number for number, name in enumerate(months, 1)}
    weekday_numbers = {fold(name): number for number, name in enumerate(weekdays)}
    month, weekday = "|".join(month_numbers), "|".join(weekday_numbers)
    join = "|".join(["-", "/", *(re.escape(fold(joiner)) for joiner in joiners)])
    day, last = r"(?P<day>\d{1,2})(?:st|nd|rd|th|e)?", r"(?P<last_day>\d{1,2})(?:st|nd|rd|th|e)?"
    year = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\d)"
    begin = rf"(?<![\w.])(?:(?P<weekday>{weekday}),?\s+(?:the\s+)?)?"
    middle = rf"\s*(?:{join})\s*(?:(?:{weekday}),?\s+)?"
    sources = [
        rf"{begin}{day}\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?P<first_year>(?:19|20)\d\d))?{middle}{last}\s+(?P<last_month>{month}){year}",
        rf"{begin}{day}{middle}{last}\s+(?:of\s+)?(?P<month>{month}){year}",
        rf"{begin}{day}\s+(?:of\s+)?(?P<month>{month}){year}",
        rf"{begin}(?P<month>{month})\s+{day}(?:{middle}{last})?(?:,\s*|\s+)(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"{begin}(?P<day>\d{{1,2}})[-./](?P<month>\d{{1,2}})[-./](?P<year>(?:19|20)\d\d)(?!\d)",
        rf"{begin}(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    ]
    return [re.compile(source) for source in sources], month_numbers, weekday_numbers


def _written(match: re.Match[str], months: dict[str, int], weekdays: dict[str, int]) -> WrittenDate | None:
    parts = match.groupdict()
    month = months.get(parts["month"]) or int(parts["month"])
    date = WrittenDate(
        place=match.start(),
        end_place=match.end(),
        day=int(parts["day"]),
        month=month,
        year=int(parts.get("first_year") or parts.get("year") or 0),
        last_day=int(parts.get("last_day") or 0),
        last_month=months.get(parts.get("last_month") or "", 0),
        weekday=weekdays.get(parts.get("weekday") or "", -1),
    )
    return date if date.start_in(date.year or 2000) else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
