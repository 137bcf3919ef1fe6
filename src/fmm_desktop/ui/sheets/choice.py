"""What is to be printed, chosen from the open dossier."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.ui.navigation import Navigator

What = Literal["topic", "session", "all"]


class Choice(Struct, frozen=True):
    """Topics of a dossier, with notes by topic path (empty when none are wanted)."""

    dossier: Dossier
    topics: tuple[Topic, ...]
    notes: Mapping[str, tuple[SheetNote, ...]] = {}


class Chooser:
    """Makes choices from the page that is open; `notes_of` gives the notes of a topic as they are printed."""

    def __init__(self, navigator: Navigator, notes_of: Callable[[Topic], tuple[SheetNote, ...]]) -> None:
        self._navigator = navigator
        self._notes_of = notes_of

    def choose(self, what: What, *, with_notes: bool) -> Choice | None:
        """Return the open topic, its session, or everything; None when there is no such topic."""
        topics = self._topics(what)
        if self._navigator.dossier is None or not topics:
            return None
        notes = {topic.path: self._notes_of(topic) for topic in topics} if with_notes else {}
        return Choice(self._navigator.dossier, topics, notes)

    def _topics(self, what: What) -> tuple[Topic, ...]:
        dossier, topic = self._navigator.dossier, self._navigator.topic
        if dossier is None:
            return ()
        if what == "all":
            return tuple(dossier.topics())
        if topic is None:
            return ()
        return (topic,) if what == "topic" else dossier.session_of(topic).topics
