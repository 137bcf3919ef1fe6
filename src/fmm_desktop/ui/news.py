"""What is new in the edition that is open: told once, shown in the tree until it was read, and on pages of its own."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.page.noted import OnPassages
from fmm_desktop.ui.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from fmm_desktop.dossier.editions import EditionChanges, TopicChange
    from fmm_desktop.dossier.seen import Had, Seen

_READ_AFTER = 3000  # ms on the page of a topic, after which it counts as read
_PAUSE = 400  # ms after the first page
NEWS = Location("news")

NotesAt = Callable[[], OnPassages]
"""Gives how many notes hang on each passage, as far as that is known by now."""


class Known(NamedTuple):
    """What is known of an edition: what the reader had, what differs, and the topics that are not read yet."""

    had: "Had"
    changes: "EditionChanges | None"
    topics: "Mapping[str, TopicChange]"
    """By path, what became of the topics that are not as the reader last read them."""

    def is_read(self, path: str) -> bool:
        """Return whether a topic was read as it is now, and where it is now."""
        is_moved = path in self.topics and self.topics[path].change == "moved"
        return path in (self.had.read_here if is_moved else self.had.read)


class News(QObject):
    """Compares each edition that is opened with what the reader had, beside the window."""

    known = Signal()

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        teller: Teller,
        folder: Path,
        notes: NotesAt,
    ) -> None:
        super().__init__(window)
        self._window, self._navigator, self._page, self._tree = window, window.navigator, window.page, window.tree
        self._teller, self._notes = teller, notes
        self._counted = OnPassages()  # the notes that the page of what is new was made with
        self._folder = folder
        self._seen: Seen | None = None
        self._dossier: Dossier | None = None
        self._known: Known | None = None
        self._unread: dict[str, TopicChange] = {}
        self._job: Job | None = None
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._compare)
        self._reading = QTimer(self, interval=_READ_AFTER, singleShot=True)
        self._reading.timeout.connect(self._mark_read)
        actions["news"].triggered.connect(lambda _checked=False: self._navigator.go(NEWS))
        window.navigator.arrived.connect(self._follow)
        self.known.connect(window.page.refresh_news)
        if window.navigator.dossier is not None:
            self.enter(window.navigator.dossier)
        window.page.set_news(self.page_of, self.line_of)

    def enter(self, dossier: Dossier) -> None:
        """Another dossier is open: compare it, a moment later."""
        self._let_go()
        self._reading.stop()  # of a topic that was open before
        self._dossier, self._known, self._unread = dossier, None, {}
        self._tree.set_news({})
        self._soon.start()

    def close(self) -> None:
        """Compare nothing any more."""
        self._let_go()
        self._soon.stop()
        self._reading.stop()

    # -- what the page asks ----------------------------------------------------------------------------------------

    def page_of(self, location: Location, style: Style) -> str:
        """Return the page of what is new: in the whole edition, or in one topic."""
        from fmm_desktop.ui.page.news import NewsContent  # noqa: PLC0415 - most editions are no news

        if self._dossier is None:
            return ""
        self._counted = self._notes()
        before = self._known.had.edition if self._known is not None else None
        content = NewsContent(self._dossier, style, self._counted, before)
        change = self._change_of(location.id)
        if location.id and change is not None:
            return content.topic_news(change)
        return content.news(self._known.changes if self._known is not None else None, is_known=self._known is not None)

    def follow_notes(self) -> None:
        """Notes were placed: the page of what is new tells which it touches."""
        if self._navigator.location.page == NEWS.page and self._notes() != self._counted:
            self._page.refresh_news()

    def line_of(self, topic_path: str) -> bool:
        """Tell whether a topic is not as the reader last read it."""
        change = self._change_of(topic_path)
        return change is not None and change.old is not None

    def _change_of(self, topic_path: str) -> "TopicChange | None":
        return self._known.topics.get(topic_path) if self._known is not None else None

    # -- inside ----------------------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.let_go()
            self._job = None

    def _compare(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        from fmm_desktop.dossier.seen import Seen  # noqa: PLC0415 - after the first page

        if self._seen is None:
            self._seen = Seen(self._folder)
        seen = self._seen
        self._job = Job(lambda _report: _compared(seen, dossier), self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(_fail)
        self._job.start()

    def _take(self, known: Known) -> None:
        self._job = None
        self._known = known
        self._unread = {path: change for path, change in known.topics.items() if not known.is_read(path)}
        self._show()
        self.known.emit()
        self._follow(self._navigator.location)
        changes = known.changes
        if known.had.is_new and changes is not None and changes.new.edition >= changes.old.edition:
            count = sum(1 for _ in changes.topics())
            self._teller.tell_news(changes.new.edition, count, lambda: self._navigator.go(NEWS))

    def _show(self) -> None:
        self._tree.set_news({path: change.change.value for path, change in self._unread.items()})

    def _follow(self, location: Location) -> None:
        """Count a topic as read once its page was open for a while."""
        self._reading.stop()
        if self._known is not None and location.page == "topic":
            self._reading.start()

    def _mark_read(self) -> None:
        dossier, topic = self._dossier, self._navigator.topic
        if dossier is None or topic is None or self._seen is None or dossier is not self._navigator.dossier:
            return
        self._write_down(dossier, topic)
        if self._unread.pop(topic.path, None) is not None:
            self._show()

    def _write_down(self, dossier: Dossier, topic: Topic) -> None:
        try:
            if self._seen is not None:
                self._seen.mark_read(dossier, topic)
        except OSError as error:  # it will be told to be new once more, which does no harm
            sys.stderr.write(f"{self._folder}: {error.strerror}\n")


def _compared(seen: "Seen", dossier: Dossier) -> Known:
    """Compare an edition with what the reader had; runs on a thread of its own."""
    had = seen.meet(dossier)
    if had.edition is None and not had.topics:
        return Known(had, None, {})  # as nearly always
    from fmm_desktop.dossier.comparing import compare, compare_topics  # noqa: PLC0415 - most editions are no news

    changes = compare(had.edition, dossier) if had.edition is not None else None
    topics = {change.new.path: change for change in changes.topics() if change.new} if changes else {}
    for path, old in had.topics.items():  # read in an older edition than the one before
        new = dossier.topic(path)
        if new is not None and (change := compare_topics(old, new)) is not None:
            topics[path] = change
    return Known(had, changes or None, topics)


def _fail(error: Exception) -> None:
    if not isinstance(error, OSError):
        raise error
    sys.stderr.write(f"{error}\n")  # nothing is told to be new then, and nothing is lost
