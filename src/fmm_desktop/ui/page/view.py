"""The page as the reader meets it: reading width, marks, the current passage, links that lead on or explain.

The first page is what the reader waits for, so what only later pages and gestures need is imported where it is used:
each class of Qt is built with all its enums when it is first named.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.text import Link
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.nothing import nothing
from fmm_desktop.ui.page.content import PageContent
from fmm_desktop.ui.page.rows import Rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
        QTextCursor,
        QWheelEvent,
    )

    from fmm_desktop.search.turning import Heading
    from fmm_desktop.ui.page.links import Links
    from fmm_desktop.ui.page.marks import Marks

_READING_WIDTH = 42  # ems: some 75 letters a line beside the numbers
_AIR = 14  # pixels beside the text at the least
_MARGIN = 12  # pixels; room for the bar beside the current passage
_MARKED_AFTER = 30  # ms after the last key


class TopicView(QTextBrowser):
    """Shows one page. Takes values by methods and answers by signals; loads nothing from anywhere."""

    location_requested = Signal(object)  # Location
    everything_requested = Signal(object)  # Location of all on an actor or a term
    passage_chosen = Signal(str)  # passage id, "" for the topic
    explained = Signal(str)
    hit_shown = Signal(int, int)  # which of the hits on this page, from 1, and how many there are; 0 for none
    zoom_wanted = Signal(int)  # steps
    typed = Signal(str)  # a letter, where nothing can be written: the reader begins a note
    first_painted = Signal()

    def __init__(
        self, style: Style, heading: "Callable[[Location], Heading | None]", parent: QWidget | None = None
    ) -> None:
        """`heading` tells what the page of an actor, a tag, a kind or a term is about, see `TreePane.heading`."""
        super().__init__(parent)
        self.setObjectName("topicView")
        self.document().documentLayout().setPaintDevice(lay_ground(self))  # which had the old one
        self.setFrameStyle(0)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # beside the text as well as behind it
        self.setAutoFillBackground(True)
        self._style = style
        self._heading = heading
        self._dossier: Dossier | None = None
        self._location = Location()
        self._note_counts: Mapping[str, int] = {}
        self._show_sources = False
        self._query = Query()
        self._rows = Rows(self.document(), ())
        self._marks: Marks | None = None
        self._links: Links | None = None
        self._marking = QTimer(self, singleShot=True, interval=_MARKED_AFTER)
        self._marking.timeout.connect(self._mark)
        self._passage = ""
        self._painted = False
        self._wanted_place: float | None = None
        self.verticalScrollBar().setUpdatesEnabled(False)  # painted when `finish` knows how
        self.anchorClicked.connect(self._follow)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_page(self, dossier: Dossier, location: Location, note_counts: Mapping[str, int]) -> None:
        """Show a page from its top. `note_counts` maps passage ids to numbers of notes."""
        self._dossier, self._location, self._note_counts = dossier, location, note_counts
        self._passage = ""
        self._write()
        self.verticalScrollBar().setValue(0)

    def set_note_counts(self, note_counts: Mapping[str, int]) -> None:
        """Show other numbers of notes; the reader's place stays."""
        if note_counts != self._note_counts:
            self._note_counts = note_counts
            self._write_in_place()

    def set_style(self, style: Style) -> None:
        """Show the page in other colours or another size; the reader's place stays."""
        if style != self._style:
            self._style = style
            self._keep_reading_width()
            self._write_in_place()

    def set_show_sources(self, show: bool) -> None:
        """Show or hide where each passage comes from; the reader's place stays."""
        if show != self._show_sources:
            self._show_sources = show
            self._write_in_place()

    def set_query(self, query: Query) -> None:
        """Mark what `query` finds on the page, a moment later: the tree is what the reader looks at while typing."""
        if query != self._query:
            self._query = query
            if self._marks is not None and self._marks.current is not None:
                self.hit_shown.emit(0, 0)
            self._marking.start()

    def finish(self) -> None:
        """Explain what the mouse rests on, take what is typed, be quick between pages: not for the first page."""
        from fmm_desktop.ui.flat import flatten  # noqa: PLC0415
        from fmm_desktop.ui.page.keys import Keys  # noqa: PLC0415 - see above
        from fmm_desktop.ui.page.links import Links  # noqa: PLC0415
        from fmm_desktop.ui.page.tips import Tips  # noqa: PLC0415

        self._links = Links(self, self._explanation, self.everything_requested.emit)
        self.highlighted.connect(lambda url: self._tell_link(url.toString()))
        self.installEventFilter(Tips(self._links.show_tip, self))
        self.installEventFilter(Keys(self.typed.emit, self))
        flatten(self)
        self.verticalScrollBar().setUpdatesEnabled(True)
        # A bar that came and went with the length of a page would have each page laid out twice.
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOn)

    def refresh(self) -> None:
        """Show the page of an actor, a tag, a kind or a term anew, because more is known of it."""
        if self._location.turned_by:
            self._write_in_place()

    def retranslate(self) -> None:
        """Name the page, and say the numbers of notes, in the language of the interface."""
        self.setAccessibleName(self.tr("Page"))
        if self._note_counts:
            self._write_in_place()

    # -- the place of the reader -----------------------------------------------------------------------------------

    @property
    def linked(self) -> Location | None:
        """The page of all on the actor or term whose link the mouse or the keyboard is on; None when it is on none."""
        return self._links.location if self._links is not None else None

    @property
    def passage(self) -> str:
        """The id of the current passage; empty for the topic as a whole."""
        return self._passage

    def place(self) -> float:
        """Return how far the reader is down the page, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def go_to_place(self, place: float) -> None:
        """Go to a place that `place` returned; before the window is shown, be there when it is."""
        self._wanted_place = None if self._painted else place
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def choose_passage(self, passage_id: str) -> None:
        """Make a passage the current one and bring it into view; "" chooses the topic as a whole."""
        if passage_id and passage_id not in self._rows:
            return
        changed = passage_id != self._passage
        self.show_passage(passage_id)
        if changed:
            self.passage_chosen.emit(passage_id)

    def show_passage(self, passage_id: str) -> None:
        """Do the same for who knows already, and tell nobody; a passage that is not here is no passage."""
        self._passage = passage_id if passage_id in self._rows else ""
        if self._passage:
            self._bring_into_view(passage_id)
        self.viewport().update()

    def step_passage(self, step: int) -> None:
        """Choose the passage `step` places on; before the first one is the topic as a whole."""
        keys = self._rows.keys
        there = (keys.index(self._passage) if self._passage in keys else -1) + step
        if there < 0:
            self.choose_passage("")
            self.verticalScrollBar().setValue(0)
        elif there < len(keys):
            self.choose_passage(keys[there])

    def step_hit(self, step: int) -> bool:
        """Go to the next hit of the query (1) or the previous one (-1); False when there is none on this page.

        The first time it is the next one from the lines in view.
        """
        self._mark_now()
        edge = QPoint(0, 0) if step > 0 else QPoint(self.viewport().width(), self.viewport().height())
        return self._marks is not None and self._show_hit(self._marks.step(step, self._position_at(edge)))

    def go_to_hit(self, step: int) -> bool:
        """Go to the first hit on the page (1) or the last one (-1); False when there is none."""
        self._mark_now()
        return self._marks is not None and self._show_hit(self._marks.go_to_end(step))

    def _position_at(self, point: QPoint) -> int:
        return self.cursorForPosition(point).position()

    def _show_hit(self, hit: "QTextCursor | None") -> bool:
        """Mark a hit more strongly than the others, bring it into view and tell which one it is."""
        if self._marks is None or self._marks.current is None or hit is None:
            return False
        self.setExtraSelections(self._marks.selections(self._style.colours))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        rectangle, air = self.cursorRect(hit), round(self._style.em * 2)
        if rectangle.top() < air or rectangle.bottom() > height - air:
            bar.setValue(bar.value() + rectangle.top() - height // 3)
        self.hit_shown.emit(self._marks.current + 1, len(self._marks))
        return True

    # -- writing and marking ---------------------------------------------------------------------------------------

    def _write(self) -> None:
        if self._dossier is None:
            return
        content = PageContent(self._dossier, self._style, show_sources=self._show_sources)
        passages: tuple[tuple[str, str], ...] = ()
        if topic := self._dossier.topic(self._location.id) if self._location.page == "topic" else None:
            html = content.topic(topic, self._note_counts, self._count_words)
            passages = tuple((passage.id, passage.number) for passage in topic.passages)
        elif session := self._dossier.session(self._location.id) if self._location.page == "session" else None:
            html = content.session(session)
        elif field := self._location.turned_by:
            from fmm_desktop.ui.page.heading import HeadingContent  # noqa: PLC0415 - needed by a turned dossier only

            html = HeadingContent(self._dossier, self._style, show_sources=self._show_sources).heading(
                field, self._location.id, self._heading(self._location)
            )
        else:
            html = content.overview()
        self.setHtml(html)
        if self._links is not None:
            self._links.forget()
        self._rows = Rows(self.document(), passages)
        if self._query:
            self._mark()

    def _write_in_place(self) -> None:
        place = self.place() if self._painted or self._wanted_place is None else self._wanted_place
        current = self._marks.current if self._marks else None
        self._write()
        if current is not None:
            self._mark(current)
        self.go_to_place(place)

    def _count_words(self, count: int) -> str:
        return self.tr("%n note(s)", "", count)

    def _mark_now(self) -> None:
        if self._marking.isActive():
            self._mark()

    def _mark(self, current: int | None = None) -> None:
        from fmm_desktop.ui.page.marks import Marks  # noqa: PLC0415 - needed by a filter only

        self._marking.stop()
        before, self._marks = self._marks, Marks(self.document(), self._query)
        self._marks.current = current
        if before or self._marks:  # else the page is as it was
            self.setExtraSelections(self._marks.selections(self._style.colours))

    def _bring_into_view(self, passage_id: str) -> None:
        rectangle = self._rows.rectangle(passage_id)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        air = self._style.em * 2
        if rectangle.top() - air < bar.value():
            bar.setValue(round(rectangle.top() - air))
        elif rectangle.bottom() + air > bar.value() + height:
            bar.setValue(round(min(rectangle.bottom() + air - height, rectangle.top() - air)))

    # -- events ----------------------------------------------------------------------------------------------------

    def loadResource(self, kind: int, _name: "QUrl | str") -> object:  # noqa: N802 - Qt's name
        """Load nothing: a dossier has no business with files or the network."""
        return nothing(kind)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Go to the next link and explain it, as the mouse does; from the last one to the next pane."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus() and self._links is not None:
            self._tell_link(self._links.tell_focused())
        return moved

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:  # noqa: N802 - Qt's name
        """Show what can be done here; Qt's own menu would copy addresses that lead nowhere outside."""
        if self._links is not None:
            self._links.show_menu(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:  # noqa: N802 - Qt's name
        """Keep the lines at reading width, the text in the middle."""
        self._keep_reading_width()
        super().resizeEvent(event)
        if self._wanted_place is not None:
            self.go_to_place(self._wanted_place)

    def showEvent(self, event: "QShowEvent") -> None:  # noqa: N802 - Qt's name
        """Be at the place wanted; Qt brings the cursor into view first, which is at the top."""
        super().showEvent(event)
        if self._wanted_place is not None:
            self.go_to_place(self._wanted_place)

    def paintEvent(self, event: "QPaintEvent") -> None:  # noqa: N802 - Qt's name
        """Paint the page, and a bar beside the current passage."""
        super().paintEvent(event)
        if not self._painted and self._dossier is not None:
            self._painted = True
            self._wanted_place = None
            QTimer.singleShot(0, self, self.first_painted.emit)
        if self._passage and self._passage in self._rows:
            self._paint_bar(self._rows.rectangle(self._passage).translated(0, -self.verticalScrollBar().value()))

    def _paint_bar(self, beside: QRectF) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not needed by the first page
        from PySide6.QtGui import QColor, QPainter  # noqa: PLC0415

        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.colours.note))
        painter.drawRoundedRect(QRectF(0, beside.top() - 2, 4, beside.height() + 4), 2, 2)
        painter.end()

    def wheelEvent(self, event: "QWheelEvent") -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl, scroll without."""
        if event.modifiers().name == "ControlModifier":
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:  # noqa: N802 - Qt's name
        """Choose the passage that is clicked; a link that leads to another page chooses nothing there."""
        point = event.position().toPoint()
        leads_away = self.anchorAt(point).startswith(("topic:", "session:"))
        super().mouseReleaseEvent(event)
        if event.button().name == "LeftButton" and self._location.page == "topic" and not leads_away:
            self.choose_passage(self._passage_at(point))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _keep_reading_width(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(_AIR, int((room - _READING_WIDTH * self._style.em - 2 * _MARGIN) / 2))
        self.setViewportMargins(side, _AIR, side, 0)

    def _passage_at(self, point: QPoint) -> str:
        return self._rows.at(point.y() + self.verticalScrollBar().value(), self._style.em * 0.4)

    def _follow(self, url: "QUrl") -> None:
        target, _, identifier = url.toString().partition(":")
        match target:
            case "topic" if self._dossier and (topic := self._dossier.topic(identifier, self._location.id)):
                self.location_requested.emit(Location("topic", topic.path))
            case "session":
                self.location_requested.emit(Location("session", identifier))
            case "term" | "actor" if self._links is not None:
                self._links.tell_focused()

    def _tell_link(self, address: str) -> None:
        """Say what the term or actor is that the mouse or the keyboard is on."""
        words = self._links.words(address) if self._links is not None else ""
        self.explained.emit(" – ".join(words.splitlines()))

    def _explanation(self, link: Link) -> str:
        from fmm_desktop.dossier.links import explanation  # noqa: PLC0415

        return explanation(link, self._dossier) if self._dossier else ""
