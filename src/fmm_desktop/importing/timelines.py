"""Dates under a label such as *Tijdpad* become events of the timeline; what is no date with a name beside it does not.

The passage stays what it is: a timeline is a list of what stands there, as terms and actors are.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from fmm_desktop.dossier.editor.written_dates import WrittenDate, written_dates
from fmm_desktop.dossier.format import EventShape
from fmm_desktop.dossier.vocabulary import headings_language
from fmm_desktop.importing.agenda.draft import Draft, DraftPassage
from fmm_desktop.search.folding import even

_LABELS = frozenset({"tijdpad", "tijdlijn", "planning", "timeline", "timetable", "calendar"})
_PIECE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z0-9])")
_BEHIND = re.compile(r"\s*[:–—,-]\s*")
_BEFORE = re.compile(r"\s*(?:[:–—,(-]\s*)$")
_LONGEST = 200  # letters of the name of an event; what is longer is a text


def events_of(draft: Draft) -> Iterator[EventShape]:
    """Yield the events that a draft tells of in so many words: a date, and a name before or behind it."""
    found = dict[tuple[date, str], EventShape]()
    for passage in draft.passages():
        if even(passage.label).strip(" :") in _LABELS:
            for event in _in_passage(passage, draft):
                found.setdefault((event.start, even(event.title)), event)
    yield from found.values()


def _in_passage(passage: DraftPassage, draft: Draft) -> Iterator[EventShape]:
    for piece in _PIECE_END.split(passage.text):
        dates = list(written_dates(piece, headings_language(draft.language)))
        if len(dates) == 1 and (title := _title(piece, dates[0])) and (start := _start(dates[0], draft)):
            last = min(dates[0].last_day, monthrange(start.year, start.month)[1])
            end = start.replace(day=last) if last != start.day else None
            yield EventShape(start=start, end=end, title=title)


def _title(piece: str, found: WrittenDate) -> str:
    """Return the name beside a date at the beginning or the end of a piece, "" for a date within a sentence."""
    before, after = piece[: found.start], piece[found.end :].rstrip(" .;)")
    if not before.strip() and (behind := _BEHIND.match(after)):
        title = after[behind.end() :]
    elif not after.strip() and (ahead := _BEFORE.search(before)):
        title = before[: ahead.start()]
    else:
        return ""
    return title if len(title) <= _LONGEST and any(map(str.isalpha, title)) else ""


def _start(found: WrittenDate, draft: Draft) -> date | None:
    """Return the first day; None where there is no such day, and where nothing tells the year."""
    if not found.exists or not (found.year or draft.meeting.start):
        return None
    return found.near(draft.meeting.start or date.min)
