"""Why a key does nothing where the reader is in a review, and what would work there instead."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from fmm_desktop.importing.editing import INTRODUCTION, PASSAGE_DEPTH, Place
from fmm_desktop.ui.actions import QT_TRANSLATE_NOOP

_CONTEXT = "Review"
_NOTHING = QT_TRANSLATE_NOOP("Review", "Nothing is chosen: go to a row of the draft first.")
_ONE = QT_TRANSLATE_NOOP("Review", "This takes one row at a time: choose one.")
_HERE = QT_TRANSLATE_NOOP("Review", "That cannot be done here.")
_DOSSIER = QT_TRANSLATE_NOOP("Review", "The dossier as a whole stays where it is: go to a session, topic or passage.")
_NO_KIND = QT_TRANSLATE_NOOP("Review", "A title has no kind: choose one or more of the passages below it.")
_INTRODUCED = QT_TRANSLATE_NOOP(
    "Review", "An introduction has no kinds: Ctrl+Enter begins a topic at this passage, whose passages have one."
)
_NO_TOPIC = QT_TRANSLATE_NOOP("Review", "Only a topic is planned, possible or defensive: go to one, or into one.")
_NO_PASSAGE = QT_TRANSLATE_NOOP("Review", "A topic begins at a passage: go to one below this title.")
_TOO_LONG = QT_TRANSLATE_NOOP("Review", "That is too long for a title.")
_LAST_THERE = QT_TRANSLATE_NOOP("Review", "There is nothing in that direction to go past.")

_SEVERAL = {
    "join": QT_TRANSLATE_NOOP("Review", "Only passages that follow each other in one topic can be joined."),
    "move": QT_TRANSLATE_NOOP("Review", "Several are moved together only when they are passages of one topic."),
    "kind": _NO_KIND,
}
# By what was chosen: the dossier, a session, a topic, a passage; "" for where nothing more can be said.
_BY_DEPTH = {
    "kind": (_NO_KIND, _NO_KIND, _NO_KIND, ""),
    "certainty": (_NO_TOPIC, _NO_TOPIC, "", _NO_TOPIC),
    "higher": (
        _DOSSIER,
        QT_TRANSLATE_NOOP("Review", "Nothing is higher than a session."),
        "",
        QT_TRANSLATE_NOOP("Review", "This passage is too long for a title: split it first, by Enter in the document."),
    ),
    "lower": (
        _DOSSIER,
        QT_TRANSLATE_NOOP("Review", "The first session cannot be lowered: there is none before it to be a topic of."),
        "",
        QT_TRANSLATE_NOOP("Review", "Nothing is lower than a passage; Alt+Left makes it a topic."),
    ),
    "begin": (
        _NO_PASSAGE,
        _NO_PASSAGE,
        _NO_PASSAGE,
        QT_TRANSLATE_NOOP("Review", "The topic begins at this passage already: F2 on its row gives it another title."),
    ),
    "join": (
        _DOSSIER,
        QT_TRANSLATE_NOOP("Review", "Sessions are not joined; Alt+Right makes this one a topic of the one before it."),
        QT_TRANSLATE_NOOP(
            "Review", "This is the first topic of its session; Alt+Right makes its heading part of the introduction."
        ),
        QT_TRANSLATE_NOOP("Review", "This is the first passage here: there is none before it to join it to."),
    ),
    "rename": (
        _TOO_LONG,
        _TOO_LONG,
        _TOO_LONG,
        QT_TRANSLATE_NOOP("Review", "A passage has no title: go to the dossier, a session or a topic."),
    ),
    "move": (_DOSSIER, _LAST_THERE, _LAST_THERE, _LAST_THERE),
}
_ANYWHERE = {
    "split": QT_TRANSLATE_NOOP("Review", "Put the cursor between two words of a passage in the document (F6)."),
    "take_in": QT_TRANSLATE_NOOP("Review", "There is no session in this draft to take it into."),
}


def why_not(name: str, chosen: Sequence[Place]) -> str:
    """Say why the action with this name does nothing when these places are chosen."""
    return QCoreApplication.translate(_CONTEXT, _ANYWHERE.get(name) or _why(name, chosen) or _HERE)


def _why(name: str, chosen: Sequence[Place]) -> str:
    if not chosen:
        return _NOTHING
    depths = {len(place) for place in chosen}
    introduces = all(len(place) == PASSAGE_DEPTH and place[1] == INTRODUCTION for place in chosen)
    if name == "kind" and introduces:
        return _INTRODUCED
    if len(chosen) > 1 and not (name == "move" and depths == {PASSAGE_DEPTH} and _are_together(chosen)):
        return _SEVERAL.get(name, _ONE)
    return _BY_DEPTH[name][depths.pop()] if name in _BY_DEPTH else ""


def _are_together(chosen: Sequence[Place]) -> bool:
    return len({place[:-1] for place in chosen}) == 1
