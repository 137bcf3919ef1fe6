"""The pane in which notes in doubt are looked through, one after the other: a key for each answer."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Note
from fmm_desktop.notes.spots import Outcome, Spot
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.notes import review_words
from fmm_desktop.ui.notes.reviewing import ReviewItem

_ANSWERS = {Qt.Key.Key_A: "accept", Qt.Key.Key_T: "keep", Qt.Key.Key_L: "later"}
_TITLE = 8  # letters of a title on a button at the least
_EDGE = 24  # pixels of a button beside its words
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewPane(QWidget):
    """Shows a note in doubt, what it hung on and where it could hang. Answers by signals."""

    accepted = Signal(object)  # Spot
    kept = Signal()
    later_wanted = Signal()
    left = Signal()
    looked_at = Signal(object)  # Spot that the reader looks at
    told = Signal(str)  # why what the reader asked for cannot be done

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPane")
        self._colours = colours
        self._language: Language = "en"
        self._item: ReviewItem | None = None
        self._place = self._count = 0
        self._home = ""  # the path of the topic on which the note can be kept
        self._heading = self._make_label(bold=True)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.left)
        self._reason = self._make_label()
        self._note = self._make_label()
        self._was_head, self._was = self._make_label(bold=True), self._make_label()
        self._is_head, self._is = self._make_label(bold=True), self._make_label()
        self._proposed_head, self._proposed = self._make_label(bold=True), self._make_label()
        self._body = self._make_body()
        self._spots = QListWidget(self)
        self._spots.setObjectName("reviewSpots")
        self._spots.setWordWrap(True)
        self._spots.installEventFilter(self)
        self._spots.currentRowChanged.connect(self._look_at)
        self._spots.itemActivated.connect(lambda _item: self._accept())
        self._accept_button = self._make_button("reviewAccept", self._accept)
        self._keep_button = self._make_button("reviewKeep", self.kept.emit)
        self._later_button = self._make_button("reviewLater", self.later_wanted.emit)
        self._lay_out()
        self.retranslate()
        self.hide()

    def _make_label(self, *, bold: bool = False) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        font = label.font()
        font.setBold(bold)
        label.setFont(font)
        return label

    def _make_body(self) -> QScrollArea:
        """Return what scrolls: long passages in large letters take more room than there is."""
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(6)
        for label in (
            *(self._reason, self._note, self._is_head, self._is),
            *(self._proposed_head, self._proposed, self._was_head, self._was),  # what is to be judged comes first
        ):
            rows.addWidget(label)
        rows.addStretch(1)
        body = QScrollArea(self)
        body.setFrameShape(QScrollArea.Shape.NoFrame)
        body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.setWidgetResizable(True)
        body.setWidget(inside)
        flatten(body)
        return body

    def _make_button(self, name: str, do: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._body, 2)
        layout.addWidget(self._spots, 1)
        for button in (self._accept_button, self._keep_button, self._later_button):
            layout.addWidget(button)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_item(self, item: ReviewItem | None, place: int = 0, count: int = 0) -> None:
        """Show a note in doubt, the `place`th of `count`; None hides the pane."""
        self._item, self._place, self._count = item, place, count
        self.setVisible(item is not None)
        if item is not None:
            self._fill(item)
            ways = (self._spots, self._accept_button, self._later_button)
            first = next(one for one in ways if one.isEnabled() and not one.isHidden())
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, item: ReviewItem) -> None:
        note, spots = item.note, item.spots
        counted = self.tr("Review: note %1 of %2").replace("%1", str(self._place)).replace("%2", str(self._count))
        self._heading.setText(counted)
        is_one = item.placement.outcome is Outcome.AMBIGUOUS and len(spots) == 1
        doubt = self.tr("It is not certain that this is still the passage that the note hung on. Is it?")
        self._reason.setText(doubt if is_one else self._reasons()[item.placement.outcome])
        self.show_note(note)
        edition = self.tr("It hung on (edition %1)").replace("%1", str(note.anchor.edition))
        self._was_head.setText(edition)
        self._was.setText(review_words.was(note.anchor, self._colours))
        self._spots.clear()
        for number, spot in enumerate(spots, 1):
            self._spots.addItem(f"{number}  {review_words.place_with_text(item, spot, self._language)}")
        self._spots.setVisible(len(spots) > 1)
        self._accept_button.setEnabled(bool(spots))
        self.show_home(self._home)
        self._show_spot(spots[0] if spots else None)
        if spots:
            self._spots.setCurrentRow(0)

    def show_note(self, note: Note) -> None:
        """Show what the note says."""
        self._note.setText(review_words.note_said(note, self._language, self._colours))

    def show_home(self, topic_path: str) -> None:
        """Say on which topic the note can be kept, "" for none: when that is not its own, by its title."""
        self._home, item = topic_path, self._item
        topic = item.dossier.topic(topic_path) if item is not None and topic_path else None
        words, title = self.tr("Keep it on the topic (T)"), ""
        if item is not None and topic is not None and topic.path != item.note.anchor.topic:
            title = f"{topic.number} {topic.title}"
            words = self.tr("Keep it on “%1” (T)")
            letters = self.fontMetrics()
            room = max(_TITLE * letters.averageCharWidth(), self.width() - letters.horizontalAdvance(words) - _EDGE)
            short = letters.elidedText(title, Qt.TextElideMode.ElideRight, room)
            words = words.replace("%1", short.replace("&", "&&"))
        if item is not None and topic is None:
            words = self.tr("To keep it (T), open a topic first")
        self._keep_button.setText(words)
        self._keep_button.setToolTip(title)
        self._keep_button.setEnabled(topic is not None)

    def _show_spot(self, spot: Spot | None) -> None:
        item = self._item
        if item is None:
            return
        head = change = proposal = ""
        if spot is not None:
            head = self.tr("Now: %1").replace("%1", review_words.place_in_words(item, spot, self._language))
            change = review_words.now(item, spot, self._colours)
            proposal = review_words.proposed_now(item, spot, self._colours)
        self._is_head.setText(head)
        self._is.setText(change)
        self._proposed_head.setText(self.tr("Proposed for the old text; here it would change:") if proposal else "")
        self._proposed.setText(proposal)
        for label in (self._is_head, self._is, self._proposed_head, self._proposed):
            label.setVisible(bool(label.text()))

    def _reasons(self) -> dict[Outcome, str]:
        return {
            Outcome.CHANGED: self.tr("The passage says something else now. Does the note still hang on it?"),
            Outcome.AMBIGUOUS: self.tr("These words stand in more than one place now. Which is it?"),
            Outcome.LOST: self.tr("What this note hung on is not in this edition any more."),
            Outcome.SAME: "",
            Outcome.MOVED: "",
        }

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = colours
        if self._item is not None:
            self._fill(self._item)

    def speak(self, language: Language) -> None:
        """Say kinds in a language."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Review of notes"))
        self._close.setText(self.tr("Close"))
        self._spots.setAccessibleName(self.tr("Where it could hang"))
        self._accept_button.setText(self.tr("Hang it here (A)"))
        self.show_home(self._home)
        self._later_button.setText(self.tr("Later (L)"))
        if self._item is not None:
            self._fill(self._item)

    # -- inside ----------------------------------------------------------------------------------------------------

    @property
    def _spot(self) -> Spot | None:
        spots = self._item.spots if self._item is not None else ()
        row = max(0, self._spots.currentRow())
        return spots[row] if row < len(spots) else None

    def _look_at(self, _row: int) -> None:
        spot = self._spot
        if spot is not None and self._spots.count() > 1:
            self._show_spot(spot)
            self.looked_at.emit(spot)

    def _accept(self) -> None:
        if self._spot is not None:
            self.accepted.emit(self._spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take one key for an answer: A, T, L, or the number of a place. Once, and not what is a shortcut elsewhere."""
        number = event.key() - Qt.Key.Key_0
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if number in range(1, 10):
            held &= ~Qt.KeyboardModifier.ShiftModifier  # some keyboards have digits with Shift only
        if event.isAutoRepeat() or held:
            super().keyPressEvent(event)
            return
        match _ANSWERS.get(Qt.Key(event.key())):
            case "accept" if self._accept_button.isEnabled():
                self._accept_button.click()
            case "accept":
                self.told.emit(self.tr("There is no place to hang this note: keep it on a topic (T), or leave it (L)."))
            case "keep" if self._keep_button.isEnabled():
                self._keep_button.click()
            case "keep":
                self.told.emit(self.tr("The topic of this note is gone: open another to keep it there."))
            case "later":
                self._later_button.click()
            case _ if self._item is not None and 0 < number <= len(self._item.spots):
                self.accepted.emit(self._item.spots[number - 1])
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the list take no letters for a search: they are answers."""
        if watched is self._spots and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            text = event.text()
            if event.isAutoRepeat() and event.key() in _ENTER:
                return True  # who holds the key answers once
            if text.isalnum():
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much of the title as there is room for."""
        super().resizeEvent(event)
        self.show_home(self._home)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
