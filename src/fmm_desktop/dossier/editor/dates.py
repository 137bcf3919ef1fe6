"""Dates that disagree: with the weekday beside them, with the calendar, with the meeting, with the timeline."""

import datetime
import re
from collections.abc import Iterator, Sequence

from fmm_desktop.dossier.editor import sentences as say
from fmm_desktop.dossier.editor.names import DATES
from fmm_desktop.dossier.editor.remark import Remark, remark
from fmm_desktop.dossier.editor.spots import Spot
from fmm_desktop.dossier.editor.written_dates import WEEKDAYS, WrittenDate, written_dates
from fmm_desktop.dossier.model import Dossier, Event
from fmm_desktop.dossier.vocabulary import date_in_words, headings_language, period_in_words
from fmm_desktop.errors import Sentence

_NEAR = datetime.timedelta(days=60)  # a date without a year may be of another year when it is further away
_MOST_BETWEEN = 30  # letters between the name of an event and its date
_MOST_AROUND = 300  # letters of a sentence that are looked at beside its date
_MOST_EVENTS = 100  # of a timeline, each of which is looked for in all texts
_THIS_MEETING = re.compile(r"\b(?:de|deze|the|this) (?:bijeenkomst|vergadering|meeting)\b", re.IGNORECASE)
_HELD_ON = re.compile(
    r"\b(?:plaats|place|gehouden|held|is|bijeen)(?: (?:in|te) [\w-]+(?: [\w-]+)?)? (?:op|on|van|from) $", re.IGNORECASE
)
_ON = re.compile(r"\s*(?:op|on)\s", re.IGNORECASE)
_IS_HELD = re.compile(
    r"(?: a\.s\.| jl\.)?,? (?:vindt|vinden|vond|zal|zullen|komt|komen|takes?|will|the)\b", re.IGNORECASE
)
_OTHER_MEETING = re.compile(r"\b(?:volgende|vorige|komende|eerdere|next|last|previous|coming|earlier)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"\s*[,(\d]")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])")
_JOINING = re.compile(r"[\s(,]*(?:(?:op|van|on|of|is)\s+)?\(?")


def check_dates(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each date that disagrees with another, with its weekday, or with the calendar."""
    yield from _of_documents(dossier)
    language = headings_language(dossier.language)
    for spot in spots:
        for date in written_dates(spot.text, language):
            yield from _in_text(date, spot, dossier)
    for event in dossier.timeline[:_MOST_EVENTS]:
        yield from _of_event(event, dossier, spots)


def _of_documents(dossier: Dossier) -> Iterator[Remark]:
    """Yield what is wrong with the dates that are fields of the file."""
    meeting, issued = dossier.meeting, dossier.issued
    last = meeting.end or meeting.start
    if issued and issued > last:
        spot = Spot(("issued",), "", "")
        yield remark(DATES, spot, say.ISSUED_AFTER, issued=_said(issued), meeting=_said(last))
    for place, source in enumerate(dossier.sources):
        if issued and source.date and source.date > issued:
            spot = Spot(("sources", place, "date"), "", "")
            yield remark(DATES, spot, say.SOURCE_AFTER, date=_said(source.date), issued=_said(issued))
    for place, event in enumerate(dossier.timeline):
        if event.title.casefold() == dossier.title.casefold() and not _overlaps(event, meeting.start, last):
            spot = Spot(("timeline", place), "", "")
            yield remark(DATES, spot, say.OTHER_THAN_MEETING, date=_said(event.start), meeting=_meeting(dossier))


def _in_text(date: WrittenDate, spot: Spot, dossier: Dossier) -> Iterator[Remark]:
    if not date.exists:
        yield remark(DATES, spot, say.NO_SUCH_DATE, date=date.words)
        return
    day = date.near(dossier.meeting.start)
    if date.weekday not in {-1, day.weekday()} and (date.year or abs(day - dossier.meeting.start) < _NEAR):
        yield remark(
            DATES,
            spot,
            say.OTHER_WEEKDAY,
            date=_said(day),
            written=WEEKDAYS[date.weekday],
            right=WEEKDAYS[day.weekday()],
        )
    elif _is_of_meeting(date, spot, dossier) and not _is_in_meeting(date, day, dossier):
        yield remark(DATES, spot, say.OTHER_THAN_MEETING, date=_said(day), meeting=_meeting(dossier))


def _is_of_meeting(date: WrittenDate, spot: Spot, dossier: Dossier) -> bool:
    """Whether the date is said to be that of the meeting: in the title of the dossier, or by a sentence about it."""
    if not spot.path:
        return True
    before, after = _sentence_around(date, spot.text)
    sentence = f"{before}…{after}"
    title = _TITLE_END.split(dossier.title)[0].casefold()
    if not (_THIS_MEETING.search(sentence) or title in sentence.casefold()) or _OTHER_MEETING.search(sentence):
        return False
    return bool(_HELD_ON.search(before) or (_ON.fullmatch(before) and _IS_HELD.match(after)))


def _sentence_around(date: WrittenDate, text: str) -> tuple[str, str]:
    """Return what stands before and after the date in its sentence, as far as it matters."""
    before, after = text[max(0, date.start - _MOST_AROUND) : date.start], text[date.end : date.end + _MOST_AROUND]
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]


def _is_in_meeting(date: WrittenDate, day: datetime.date, dossier: Dossier) -> bool:
    first, last = dossier.meeting.start, dossier.meeting.end or dossier.meeting.start
    return first <= day <= last or day <= first <= day + datetime.timedelta(date.last_day - date.day)


def _of_event(event: Event, dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each place that gives an event of the timeline, by name and place, another date."""
    if not event.place:
        return
    language = headings_language(dossier.language)
    name = re.compile(rf"{re.escape(event.title)}[^.!?]{{1,{_MOST_BETWEEN}}}?{re.escape(event.place)}", re.IGNORECASE)
    for spot in spots:
        if not spot.is_title and event.place in spot.text and (named := name.search(spot.text)):
            for date in written_dates(spot.text[named.end() :], language):
                joined = _JOINING.fullmatch(spot.text[named.end() : named.end() + date.start])
                if joined and date.exists and not _overlaps(event, *_period(date, event.start)):
                    when = Sentence(*(period_in_words(event.start, event.end, one) for one in ("nl", "en")))
                    yield remark(DATES, spot, say.OTHER_THAN_TIMELINE, date=date.words, event=event.title, when=when)
                break


def _period(date: WrittenDate, near: datetime.date) -> tuple[datetime.date, datetime.date]:
    first = date.near(near)
    return first, first.replace(day=date.last_day)


def _overlaps(event: Event, first: datetime.date, last: datetime.date) -> bool:
    return event.start <= last and first <= (event.end or event.start)


def _said(date: datetime.date) -> Sentence:
    return Sentence(date_in_words(date, "nl"), date_in_words(date, "en"))


def _meeting(dossier: Dossier) -> Sentence:
    first, last = dossier.meeting.start, dossier.meeting.end
    return Sentence(period_in_words(first, last, "nl"), period_in_words(first, last, "en"))
