"""The page as the reader meets it: reading width, marks, the current passage, links that lead on or explain."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QToolTip, QWidget

from fmm_desktop.dossier.links import explanation
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.text import Link
from fmm_desktop.search.query import Query
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.page.content import PageContent, Ranges
from fmm_desktop.ui.page.style import Style

_READING_WIDTH = 42  # ems: some 75 letters a line beside the numbers
_AIR = 26  # pixels beside the text at the least


class TopicView(QTextBrowser):
    """Shows one page. Takes values by `show_page` and answers by signals; loads nothing from anywhere."""

    location_requested = Signal(object)  # Location
    passage_chosen = Signal(str)  # passage id, "" for the topic
    explained = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topicView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # beside the text as well as behind it
        self.setAutoFillBackground(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._style = style
        self._dossier: Dossier | None = None
        self._location = Location()
        self._note_counts: Mapping[str, int] = {}
        self._show_sources = False
        self._query = Query()
        self._ranges: Ranges = {}
        self._passage = ""
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._tell_link)
        self.retranslate()

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
        self._style = style
        self._keep_reading_width()
        self._write_in_place()

    def set_show_sources(self, show: bool) -> None:
        """Show or hide where each passage comes from; the reader's place stays."""
        self._show_sources = show
        self._write_in_place()

    def set_query(self, query: Query) -> None:
        """Mark what `query` finds on the page."""
        self._query = query
        self._mark()

    def retranslate(self) -> None:
        """Name the page in the language of the interface."""
        self.setAccessibleName(self.tr("Page"))
        self._write_in_place()

    # -- the place of the reader -----------------------------------------------------------------------------------

    @property
    def passage(self) -> str:
        """The id of the current passage; empty for the topic as a whole."""
        return self._passage

    def place(self) -> float:
        """Return how far the reader is down the page, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def go_to_place(self, place: float) -> None:
        """Go to a place that `place` returned."""
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def choose_passage(self, passage_id: str) -> None:
        """Make a passage the current one and bring it into view; "" chooses the topic as a whole."""
        if passage_id and passage_id not in self._ranges:
            return
        changed = passage_id != self._passage
        self._passage = passage_id
        if passage_id:
            self._bring_into_view(passage_id)
        self.viewport().update()
        if changed:
            self.passage_chosen.emit(passage_id)

    def step_passage(self, step: int) -> None:
        """Choose the passage `step` places on; before the first one is the topic as a whole."""
        ids = list(self._ranges)
        here = ids.index(self._passage) if self._passage in self._ranges else -1
        there = here + step
        if there < 0:
            self.choose_passage("")
            self.verticalScrollBar().setValue(0)
        elif there < len(ids):
            self.choose_passage(ids[there])

    # -- writing and marking ---------------------------------------------------------------------------------------

    def _write(self) -> None:
        if self._dossier is None:
            self.document().clear()
            return
        content = PageContent(self._dossier, self._style, show_sources=self._show_sources)
        document = self.document()
        match self._location.page:
            case "topic" if topic := self._dossier.topic(self._location.id):
                self._ranges = content.topic(document, topic, self._note_counts)
            case "session" if session := self._dossier.session(self._location.id):
                self._ranges = content.session(document, session)
            case _:
                self._ranges = content.overview(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _write_in_place(self) -> None:
        place = self.place()
        self._write()
        self.go_to_place(place)

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        if self._query:
            form = QTextCharFormat()
            form.setBackground(QColor(self._style.colours.hit))
            form.setForeground(QColor(self._style.colours.hit_text))
            block = self.document().begin()
            while block.isValid():
                for start, end in _in_utf16(block.text(), self._query.spans):
                    mark = QTextEdit.ExtraSelection()
                    mark.cursor = QTextCursor(block)  # type: ignore[attr-defined]
                    mark.cursor.setPosition(block.position() + start)  # type: ignore[attr-defined]
                    mark.cursor.setPosition(  # type: ignore[attr-defined]
                        block.position() + end, QTextCursor.MoveMode.KeepAnchor
                    )
                    mark.format = form  # type: ignore[attr-defined]
                    marks.append(mark)
                block = block.next()
        self.setExtraSelections(marks)

    def _rectangle(self, passage_id: str) -> QRectF:
        """Return where a passage stands in the document, in pixels."""
        start, end = self._ranges[passage_id]
        layout = self.document().documentLayout()
        first = layout.blockBoundingRect(self.document().findBlock(start))
        return first.united(layout.blockBoundingRect(self.document().findBlock(end)))

    def _bring_into_view(self, passage_id: str) -> None:
        rectangle = self._rectangle(passage_id)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        air = self._style.em * 2
        if rectangle.top() - air < bar.value():
            bar.setValue(round(rectangle.top() - air))
        elif rectangle.bottom() + air > bar.value() + height:
            bar.setValue(round(min(rectangle.bottom() + air - height, rectangle.top() - air)))

    # -- events ----------------------------------------------------------------------------------------------------

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load nothing: a dossier has no business with files or the network."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the lines at reading width, the text in the middle."""
        self._keep_reading_width()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page, and a bar beside the current passage."""
        super().paintEvent(event)
        if self._passage in self._ranges:
            rectangle = self._rectangle(self._passage).translated(0, -self.verticalScrollBar().value())
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._style.colours.note))
            painter.drawRoundedRect(QRectF(0, rectangle.top() - 2, 4, rectangle.height() + 4), 2, 2)
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the passage that is clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._location.page == "topic":
            self.choose_passage(self._passage_at(event.position().toPoint()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _keep_reading_width(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(_AIR, int((room - _READING_WIDTH * self._style.em) / 2))
        self.setViewportMargins(side, _AIR, side, 0)

    def _passage_at(self, point: QPoint) -> str:
        height = point.y() + self.verticalScrollBar().value()
        for passage_id in self._ranges:
            rectangle = self._rectangle(passage_id)
            if rectangle.top() - self._style.em * 0.4 <= height <= rectangle.bottom() + self._style.em * 0.4:
                return passage_id
        return ""

    def _follow(self, url: QUrl) -> None:
        target, _, identifier = url.toString(QUrl.ComponentFormattingOption.FullyDecoded).partition(":")
        match target:
            case "topic" if self._dossier and (topic := self._dossier.topic(identifier, self._location.id)):
                self.location_requested.emit(Location("topic", topic.path))
            case "session":
                self.location_requested.emit(Location("session", identifier))
            case "term" | "actor":
                self._tell(Link(target, identifier))

    def _tell_link(self, url: QUrl) -> None:
        """Explain the term or actor that the keyboard or the mouse is on."""
        target, _, identifier = url.toString(QUrl.ComponentFormattingOption.FullyDecoded).partition(":")
        if self._dossier is not None and target in {"term", "actor"}:
            link = Link("term" if target == "term" else "actor", identifier)
            self.explained.emit(" – ".join(explanation(link, self._dossier).splitlines()))
            if not self.underMouse():
                self._tell(link)
        else:
            self.explained.emit("")

    def _tell(self, link: Link) -> None:
        if self._dossier is not None:
            below = self.cursorRect().bottomLeft()
            QToolTip.showText(self.viewport().mapToGlobal(below), explanation(link, self._dossier), self)


def _in_utf16(text: str, spans: Callable[[str], tuple[tuple[int, int], ...]]) -> list[tuple[int, int]]:
    """Return spans counted as Qt counts: letters beyond U+FFFF are two."""
    found = spans(text)
    if not found or text.isascii() or max(text) <= "\uffff":
        return list(found)
    return [(len(text[:start].encode("utf-16-le")) // 2, len(text[:end].encode("utf-16-le")) // 2) for start, end in found]
