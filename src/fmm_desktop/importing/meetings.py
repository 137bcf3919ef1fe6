"""Whether a document is of the meeting that a dossier is of, and if not, what tells."""

import datetime
import re
from collections.abc import Iterator

from msgspec.structs import replace

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.vocabulary import date_in_words
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.shaping import shaped
from fmm_desktop.search.folding import even

_DATE = re.compile(r"(?:-\d{4})?(?:-\d\d){0,2}$")  # at the end of an id; one that was written by hand may have less
_NAME = re.compile(r"[^\W\d_]{3,}")

_DAY = Sentence("de datum ({new} in plaats van {old})", "the date ({new} instead of {old})")
_LANGUAGE = Sentence("de taal ({new} in plaats van {old})", "the language ({new} instead of {old})")
_OWN = Sentence("wiens inzet het is ({new} in plaats van {old})", "whose positions they are ({new} instead of {old})")
_COUNCIL = Sentence("wie er vergadert ('{new}' in plaats van '{old}')", "who meets ('{new}' instead of '{old}')")
_LANGUAGES = {"nl": Sentence("Nederlands", "Dutch"), "en": Sentence("Engels", "English")}


def dossier_id(draft: Draft) -> str:
    """Return the id that the dossier of a draft gets, which does not hang on its sessions."""
    return shaped(replace(draft, sessions=()), datetime.date.min).shape.id


def may_be_of_same_meeting(draft: Draft, dossier: Dossier) -> bool:
    """Return whether a draft may be of the meeting of a dossier: on its first day, or with its id, in its language."""
    if draft.language != _language(dossier):
        return False  # a translation is another dossier
    return draft.meeting.start == dossier.meeting.start or dossier_id(draft) == dossier.id


def is_of_same_meeting(draft: Draft, dossier: Dossier) -> bool:
    """Return whether nothing tells that a draft is of another meeting: on one day there may be several."""
    return not any(True for _ in _differences(draft, dossier))


def differences(draft: Draft, dossier: Dossier, language: Language) -> str:
    """Return what tells that a draft is of another meeting than a dossier, in words; empty for nothing."""
    found = [
        what.say(language, **{name: _said(value, language) for name, value in (("new", new), ("old", old))})
        for what, new, old in _differences(draft, dossier)
    ]
    return ", ".join(found)


def _said(value: Sentence | datetime.date | str, language: Language) -> str:
    if isinstance(value, datetime.date):
        return date_in_words(value, language)
    return value.say(language) if isinstance(value, Sentence) else value


_Value = Sentence | datetime.date | str


def _differences(draft: Draft, dossier: Dossier) -> Iterator[tuple[Sentence, _Value, _Value]]:
    """Yield what differs, with what it is in the document and what in the dossier; what is not known does not."""
    start, language = draft.meeting.start, _language(dossier)
    if start is not None and start != dossier.meeting.start:
        yield _DAY, start, dossier.meeting.start
    if draft.language != language:
        yield _LANGUAGE, _LANGUAGES.get(draft.language, draft.language), _LANGUAGES.get(language, language)
        return  # of which names and countries differ as well
    new = next((one.name for one in draft.actors if one.id == draft.own), "")
    old = next((one.name for one in dossier.actors if one.id == dossier.own), "")
    if new and old and even(new) != even(old):
        yield _OWN, new, old
    if not _is_alike(draft, dossier):
        yield _COUNCIL, draft.meeting.council or draft.heading.title, dossier.title


def _is_alike(draft: Draft, dossier: Dossier) -> bool:
    """Whether both are called after the same body: one has the id, the abbreviation or all of the name of the other."""
    meeting, stem = draft.meeting, _DATE.sub("", dossier.id)
    here, there = _names(f"{meeting.council} {draft.heading.title}"), _names(f"{dossier.title} {dossier.id}")
    of_one_in_other = (
        (_names(meeting.council.partition("(")[0]), there),
        (_names(meeting.short), there),
        (_names(stem), here),
    )
    return stem == _DATE.sub("", dossier_id(draft)) or any(one and one <= other for one, other in of_one_in_other)


def _names(text: str) -> set[str]:
    return set(_NAME.findall(even(text)))


def _language(dossier: Dossier) -> str:
    return dossier.language.partition("-")[0]
