"""The page as the reader meets it: its passages, the words in them, links that lead on or explain.

The first page is what the reader waits for, so what only later pages and gestures need is imported where it is used:
each class of Qt is built with all its enums when it is first named.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.text import Link
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.page.noted import NOTHING_NOTED, Noted
from fmm_desktop.ui.page.paper import Paper
from fmm_desktop.ui.page.rows import Rows
from fmm_desktop.ui.page.written import HeadingOf, NewsPage, PageWriter, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QMouseEvent,
        QPaintEvent,
        QTextCursor,
    )

    from fmm_desktop.ui.page.links import Links
    from fmm_desktop.ui.page.noted import Selected
    from fmm_desktop.ui.page.overlay import Overlay

_MARKED_AFTER = 30  # ms after the last key


class TopicView(Paper):
    """Shows one page. Takes values by methods and answers by signals."""

    location_requested = Signal(object)  # Location
    everything_requested = Signal(object)  # Location of all on an actor or a term
    passage_chosen = Signal(str)  # passage id, "" for the topic
    words_chosen = Signal(str)  # the key of the note that hangs on the words
    words_selected = Signal(object)  # Selected, by the mouse
    explained = Signal(str)
    hit_shown = Signal(int, int)  # which of the hits on this page, from 1, and how many there are; 0 for none
    note_wanted = Signal()  # on the words that are selected
    typed = Signal(str)  # a letter, where nothing can be written: the reader begins a note

    def __init__(self, style: Style, heading: HeadingOf, parent: QWidget | None = None) -> None:
        """`heading` tells what the page of an actor, a tag, a kind or a term is about, see `TreePane.heading`."""
        super().__init__(style, parent)
        self.setObjectName("topicView")
        self._writer = PageWriter(heading)
        self._dossier: Dossier | None = None
        self._location = Location()
        self._noted = NOTHING_NOTED
        self._query = Query()
        self._rows = Rows(self.document(), ())
        self._overlay: Overlay | None = None  # what is marked, if anything
        self._links: Links | None = None
        self._marking = QTimer(self, singleShot=True, interval=_MARKED_AFTER)
        self._marking.timeout.connect(self._decorate)
        self._passage = ""
        self.anchorClicked.connect(self._follow)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_page(self, dossier: Dossier, location: Location, noted: Noted = NOTHING_NOTED) -> None:
        """Show a page from its top."""
        self._dossier, self._location, self._noted = dossier, location, noted
        self._passage = ""
        self._write()
        self.verticalScrollBar().setValue(0)

    def set_noted(self, noted: Noted) -> None:
        """Show that notes hang on other passages or words; the reader's place stays."""
        before, self._noted = self._noted, noted
        if noted.counts != before.counts:
            self._write_in_place()
        elif noted.highlights != before.highlights:
            self._decorate()

    def set_style(self, style: Style) -> None:
        """Show the page in other colours or another size; the reader's place stays."""
        if style != self._style:
            self._style = style
            self.keep_reading_width()
            self._write_in_place()

    def set_show_sources(self, show: bool) -> None:
        """Show or hide where each passage comes from; the reader's place stays."""
        if show != self._writer.show_sources:
            self._writer.show_sources = show
            self._write_in_place()

    def set_query(self, query: Query) -> None:
        """Mark what `query` finds on the page, a moment later: the tree is what the reader looks at while typing."""
        if query != self._query:
            self._query = query
            if self._current_hit is not None:
                self.hit_shown.emit(0, 0)
            self._marking.start()

    def finish(self) -> None:
        """Explain what the mouse rests on, take what is typed, be quick between pages: not for the first page."""
        from fmm_desktop.ui.flat import flatten  # noqa: PLC0415
        from fmm_desktop.ui.page.keys import Keys  # noqa: PLC0415 - see above
        from fmm_desktop.ui.page.links import Links  # noqa: PLC0415
        from fmm_desktop.ui.page.tips import Tips  # noqa: PLC0415

        self._links = Links(self, self._explanation, self.everything_requested.emit, self.note_wanted.emit)
        self.highlighted.connect(lambda url: self._tell_link(url.toString()))
        self.installEventFilter(Tips(self._links.show_tip, self))
        self.installEventFilter(Keys(self.typed.emit, self))
        flatten(self)
        self.verticalScrollBar().setUpdatesEnabled(True)
        # A bar that came and went with the length of a page would have each page laid out twice.
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOn)

    def set_news(self, page: NewsPage, is_news: Callable[[str], bool]) -> None:
        """Let `page` make the pages of what is new; `is_news` tells whether there is one of a topic, by its path."""
        self._writer.set_news(page, is_news)
        self.refresh_news()

    def refresh_news(self) -> None:
        """Show anew what depends on what is new, because that is known now."""
        if self._writer.depends_on_news(self._location):
            self._write_in_place()

    def refresh(self) -> None:
        """Show the page of an actor, a tag, a kind or a term anew, because more is known of it."""
        if self._location.turned_by:
            self._write_in_place()

    def retranslate(self) -> None:
        """Name the page, and say the numbers of notes, in the language of the interface."""
        self.setAccessibleName(self.tr("Page"))
        if self._noted.counts:
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
        return bool(self._query) and self._show_hit(self._over.marks.step(step, self._position_at(edge)))

    def go_to_hit(self, step: int) -> bool:
        """Go to the first hit on the page (1) or the last one (-1); False when there is none."""
        self._mark_now()
        return bool(self._query) and self._show_hit(self._over.marks.go_to_end(step))

    def _position_at(self, point: QPoint) -> int:
        return self.cursorForPosition(point).position()

    def _show_hit(self, hit: "QTextCursor | None") -> bool:
        """Mark a hit more strongly than the others, bring it into view and tell which one it is."""
        marks = self._over.marks
        if marks.current is None or hit is None:
            return False
        self.setExtraSelections(self._over.selections(self._style.colours))
        self.bring_into_view(hit)
        self.hit_shown.emit(marks.current + 1, len(marks))
        return True

    # -- words ---------------------------------------------------------------------------------------------------

    @property
    def selected(self) -> "Selected | None":
        """The words of a passage that the reader selected; None for none."""
        return self._over.words.selected(self.textCursor()) if self.textCursor().hasSelection() else None

    def show_words(self, words: "Selected") -> None:
        """Bring words of a passage into view, which becomes the current one."""
        self.show_passage(words.passage)
        span = self._over.words.place_of(words)
        if span is not None:
            self.bring_into_view(self._over.words.cursor(span))

    def let_select(self, by_keyboard: bool) -> None:
        """Let words be selected by keyboard as well: the arrow keys move a cursor then, from the current passage."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not needed by the first page

        selectable = Qt.TextInteractionFlag.TextSelectableByKeyboard
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | selectable if by_keyboard else flags & ~selectable)
        if by_keyboard:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            cursor = self.textCursor()
            here = self._passage or next(iter(self._rows.keys), "")
            cursor.setPosition(self._rows.span(here)[0] if here else 0)
            self.setTextCursor(cursor)
        else:
            self.let_go()

    def let_go(self) -> None:
        """Select no words any more."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def words_in(self, passage_id: str) -> str:
        """Return what can be read of a passage of this page; empty for what is no passage."""
        from fmm_desktop.notes.anchoring import words_at  # noqa: PLC0415 - needed by notes on words only

        return words_at(self._dossier, self._location.id, passage_id) if self._dossier else ""

    # -- writing and marking ---------------------------------------------------------------------------------------

    def _write(self) -> None:
        if self._dossier is None:
            return
        words = Words(self._count_words, self.tr("Changed since you read it: see what"))
        page = self._writer.write(self._dossier, self._location, self._style, self._noted.counts, words)
        self.write(page.html)
        if self._links is not None:
            self._links.forget()
        self._rows = Rows(self.document(), page.passages)
        if self._overlay is not None:
            self._overlay = None
            self.setExtraSelections([])  # those of the page before are empty now, but there
        if self._query or self._noted.highlights:
            self._decorate()

    def _write_in_place(self) -> None:
        place = self.place_wanted()
        current = self._current_hit
        self._write()
        if current is not None:
            self._decorate(current)
        self.go_to_place(place)

    def _count_words(self, count: int) -> str:
        return self.tr("%n note(s)", "", count)

    def _mark_now(self) -> None:
        if self._marking.isActive():
            self._decorate()

    @property
    def _over(self) -> "Overlay":
        if self._overlay is None:
            from fmm_desktop.ui.page.overlay import Overlay  # noqa: PLC0415 - needed by a filter and by notes only

            self._overlay = Overlay(self.document(), self._rows, self.words_in)
        return self._overlay

    @property
    def _current_hit(self) -> int | None:
        """The place of the hit that the reader is at."""
        return self._overlay.marks.current if self._overlay is not None else None

    def _decorate(self, current: int | None = None) -> None:
        """Mark the hits of the query and the words that notes hang on."""
        self._marking.stop()
        self._over.find(self._query, current)
        self._over.show(self._noted.highlights)
        selections = self._over.selections(self._style.colours)
        if selections or self.extraSelections():  # else the page is as it was
            self.setExtraSelections(selections)

    def _bring_into_view(self, passage_id: str) -> None:
        rectangle = self._rows.rectangle(passage_id)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        air = self._style.em * 2
        if rectangle.top() - air < bar.value():
            bar.setValue(round(rectangle.top() - air))
        elif rectangle.bottom() + air > bar.value() + height:
            bar.setValue(round(min(rectangle.bottom() + air - height, rectangle.top() - air)))

    # -- events ----------------------------------------------------------------------------------------------------

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

    def paintEvent(self, event: "QPaintEvent") -> None:  # noqa: N802 - Qt's name
        """Paint the page, and a bar beside the current passage."""
        super().paintEvent(event)
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

    def mousePressEvent(self, event: "QMouseEvent") -> None:  # noqa: N802 - Qt's name
        """Begin to select in the text, though the mouse is on the number beside it."""
        super().mousePressEvent(self._within_text(event))

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:  # noqa: N802 - Qt's name
        """Select words; Qt would select whole rows once the mouse is beside the text."""
        super().mouseMoveEvent(self._within_text(event) if event.buttons().value else event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:  # noqa: N802 - Qt's name
        """Choose the passage that is clicked; a link that leads to another page chooses nothing there."""
        point = event.position().toPoint()
        leads_away = self.anchorAt(point).startswith(("topic:", "session:"))
        super().mouseReleaseEvent(event)
        if event.button().name == "LeftButton" and self._location.page == "topic" and not leads_away:
            self._choose_at(point)

    def _choose_at(self, point: QPoint) -> None:
        """Choose the note on the words at a point, else the passage; the one that is being selected in stays so."""
        selected = self.selected
        if selected is not None:
            self.show_passage(selected.passage)
            self.words_selected.emit(selected)
            return
        key = self._over.words.at(self._letter_at(point)) if self._noted.highlights else None
        if key is not None:
            self.words_chosen.emit(key)
        else:
            self.choose_passage(self._passage_at(point))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _within_text(self, event: "QMouseEvent") -> "QMouseEvent":
        """Return an event on the page of a topic as if the mouse were on the text of the passage at that height."""
        point = event.position()
        passage = self._passage_at(point.toPoint()) if self._location.page == "topic" else ""
        if not passage or point.x() > (left := self._rows.rectangle(passage).left() + 1):
            return event
        from PySide6.QtGui import QMouseEvent  # noqa: PLC0415 - not needed by the first page

        at, moved = QPointF(left, point.y()), QPointF(left - point.x(), 0)
        buttons = event.button(), event.buttons(), event.modifiers()
        return QMouseEvent(event.type(), at, event.globalPosition() + moved, *buttons, event.pointingDevice())

    def _letter_at(self, point: QPoint) -> int:
        """Return the position of the letter at a point; -1 beside the text."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not needed by the first page

        in_document = point.toPointF() + QPointF(0, self.verticalScrollBar().value())
        return self.document().documentLayout().hitTest(in_document, Qt.HitTestAccuracy.ExactHit)

    def _passage_at(self, point: QPoint) -> str:
        return self._rows.at(point.y() + self.verticalScrollBar().value(), self._style.em * 0.4)

    def _follow(self, url: "QUrl") -> None:
        target, _, identifier = url.toString().partition(":")
        match target:
            case "topic" if self._dossier and (topic := self._dossier.topic(identifier, self._location.id)):
                self.location_requested.emit(Location("topic", topic.path))
            case "session" | "news":
                self.location_requested.emit(Location(target, identifier))
            case "term" | "actor" if self._links is not None:
                self._links.tell_focused()

    def _tell_link(self, address: str) -> None:
        """Say what the term or actor is that the mouse or the keyboard is on."""
        words = self._links.words(address) if self._links is not None else ""
        self.explained.emit(" – ".join(words.splitlines()))

    def _explanation(self, link: Link) -> str:
        from fmm_desktop.dossier.links import explanation  # noqa: PLC0415

        return explanation(link, self._dossier) if self._dossier else ""
