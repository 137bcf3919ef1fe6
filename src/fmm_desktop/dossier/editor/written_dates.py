"""Dates as texts write them, in Dutch and in English: `woensdag 3 december 2025`, `7 en 8 juli`, `July 7, 2026`."""

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from fmm_desktop.dossier.vocabulary import MONTHS
from fmm_desktop.errors import Language, Sentence

WEEKDAYS = (
    Sentence("maandag", "Monday"),
    Sentence("dinsdag", "Tuesday"),
    Sentence("woensdag", "Wednesday"),
    Sentence("donderdag", "Thursday"),
    Sentence("vrijdag", "Friday"),
    Sentence("zaterdag", "Saturday"),
    Sentence("zondag", "Sunday"),
)
_LEAP_YEAR = 2024
_DIGIT = re.compile(r"[0-9]")


class WrittenDate(NamedTuple):
    """A date or period, from `start` to `end` in a text. `year` is 0 and `weekday` -1 when they are not written."""

    start: int
    end: int
    words: str
    day: int
    last_day: int
    month: int
    year: int
    weekday: int

    @property
    def exists(self) -> bool:
        """Whether there are such days."""
        return 1 <= self.day <= self.last_day <= calendar.monthrange(self.year or _LEAP_YEAR, self.month)[1]

    def near(self, date: datetime.date) -> datetime.date:
        """Return its first day, in the year that is written, or else in the year in which it is nearest to `date`.

        Of a date that `exists`, its last day is in that year as well.
        """
        if self.year:
            return datetime.date(self.year, self.month, self.day)
        years = [year for year in range(date.year - 1, date.year + 2) if datetime.MINYEAR <= year <= datetime.MAXYEAR]
        days = [datetime.date(year, self.month, self.day) for year in years if self._is_in(year)]
        return min(days, key=lambda day: abs(day - date), default=datetime.date(_LEAP_YEAR, self.month, self.day))

    def _is_in(self, year: int) -> bool:
        return self.last_day <= calendar.monthrange(year, self.month)[1]


def written_dates(text: str, language: Language) -> Iterator[WrittenDate]:
    """Yield the dates in a text of this language, in order; a period within one month counts as one."""
    pattern = _PATTERNS[language]
    if not _DIGIT.search(text):
        return
    for match in pattern.finditer(text):
        parts = match.groupdict()
        day = int(parts["day"] or parts["day_after"])
        yield WrittenDate(
            start=match.start(),
            end=match.end(),
            words=match[0],
            day=day,
            last_day=int(parts["last"] or day),
            month=_MONTH_NUMBERS[(parts["month"] or parts["month_before"]).casefold()],
            year=int(parts["year"] or parts["year_after"] or 0),
            weekday=_WEEKDAY_NUMBERS.get((parts["weekday"] or parts["weekday_before"] or "").casefold(), -1),
        )


def _numbers(names: tuple[Sentence, ...], first: int) -> dict[str, int]:
    return {name.casefold(): number for number, names in enumerate(names, first) for name in names}


_MONTH_NUMBERS = _numbers(MONTHS, 1)
_WEEKDAY_NUMBERS = _numbers(WEEKDAYS, 0)


def _pattern(months: str, weekdays: str, extra: str) -> re.Pattern[str]:
    weekday = rf"(?:\b(?P<weekday>{weekdays}),?\s+(?:the\s+)?)?"
    begin = r"(?<![\d.,:/-])"
    day, last = r"(?P<day>\d{1,2})(?:st|nd|rd|th|e)?", r"(?P<last>\d{1,2})(?:st|nd|rd|th|e)?"
    year = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\d)"
    normal = rf"{weekday}{begin}{day}(?:\s*(?:[-–/]|en|t/m|and|to)\s*{last})?\s+(?:of\s+)?(?P<month>{months})\b{year}"
    return re.compile(f"{normal}{extra}", re.IGNORECASE | re.ASCII)


_NAMES: dict[Language, tuple[str, str]] = {
    "nl": ("|".join(month.nl for month in MONTHS), "|".join(day.nl for day in WEEKDAYS)),
    "en": ("|".join(month.en for month in MONTHS), "|".join(day.en for day in WEEKDAYS)),
}
_NEVER = r"|(?P<weekday_before>(?!))(?P<month_before>)(?P<day_after>)(?P<year_after>)"
_MONTH_FIRST = (
    r"|(?:\b(?P<weekday_before>"
    + _NAMES["en"][1]
    + r"),?\s+)?\b(?P<month_before>"
    + _NAMES["en"][0]
    + r")\s+(?P<day_after>\d{1,2})(?:,\s*|\s+)(?P<year_after>(?:19|20)\d\d)\b"
)
_PATTERNS: dict[Language, re.Pattern[str]] = {
    "nl": _pattern(*_NAMES["nl"], _NEVER),
    "en": _pattern(*_NAMES["en"], _MONTH_FIRST),
}
