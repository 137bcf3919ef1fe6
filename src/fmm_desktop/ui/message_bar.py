"""What the program has to say, in a line above the page: it takes nothing away and goes by itself or by a key."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from fmm_desktop.ui.colours import Colours


class Work(Protocol):
    """What can be waited for: a job, or a run of the printer."""

    progressed: SignalInstance  # 0 to 1
    succeeded: SignalInstance
    stopped: SignalInstance

    def stop(self) -> None:
        """Ask it to stop."""


class MessageBar(QFrame):
    """Shows one message: something went wrong, something is worth knowing, or something takes its time."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAutoFillBackground(True)
        self._colours = colours
        self._alarming = False
        self._do: Callable[[], None] | None = None
        self._work: Work | None = None
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        by = Qt.TextInteractionFlag
        self._words.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or no key would bring the reader to it
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 100)
        self._progress.setMaximumWidth(180)
        self._action = QPushButton(self)
        self._action.clicked.connect(self._act)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.hide()
        self.retranslate()

    @property
    def words(self) -> str:
        """What the bar says."""
        return self._words.text()

    @property
    def matters(self) -> bool:
        """Whether it says that something went wrong, or that something is under way."""
        return not self.isHidden() and (self._alarming or self._work is not None)

    def tell(self, words: str, *, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say something worth knowing, with a button that does something about it when there is one."""
        self._show(words, alarming=False)
        self._offer(action, do)

    def tell_also(self, words: str) -> None:
        """Say something worth knowing, after what is being said."""
        self.tell(words if self.isHidden() else f"{self.words} {words}")

    def warn(self, words: str) -> None:
        """Say that something went wrong, and what to do."""
        self._show(words, alarming=True)

    def wait_for(self, words: str, work: Work) -> None:
        """Say that some work takes its time, how far it is, and offer to stop it; go when it is done."""
        self._show(words, alarming=False)
        self._work = work
        self._progress.setRange(0, 0)  # busy, until the work tells how far it is
        self._progress.show()
        self._close.hide()
        self._offer(self.tr("Stop"), work.stop)
        work.progressed.connect(lambda fraction: self._show_progress(work, fraction))
        for done in (work.succeeded, work.stopped):
            done.connect(lambda *_: self._end_wait(work))

    def dismiss(self) -> None:
        """Go, unless something is under way."""
        if self._work is None:
            self.hide()

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._paint_ground()

    def retranslate(self) -> None:
        """Speak the language of the interface; what was said in another goes, unless something is under way."""
        close = self.tr("Close")
        if close != self._close.text():  # Qt tells of a language also when it is the one spoken already
            self.dismiss()
        self._close.setText(close)
        if self._work is not None:
            self._action.setText(self.tr("Stop"))
        self.setAccessibleName(self.tr("Message"))

    def _show(self, words: str, *, alarming: bool) -> None:
        self._alarming = alarming
        self._work = None
        self._words.setText(words)
        self._progress.hide()
        self._action.hide()
        self._close.show()
        self._paint_ground()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _end_wait(self, work: Work) -> None:
        """Go, if what is said is still that this work takes its time."""
        if work is self._work:
            self._work = None
            self.hide()

    def _show_progress(self, work: Work, fraction: float) -> None:
        if work is self._work:
            self._progress.setRange(0, 100)
            self._progress.setValue(round(fraction * 100))

    def _offer(self, action: str, do: Callable[[], None] | None) -> None:
        self._do = do
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def _act(self) -> None:
        do, self._do = self._do, None
        self._work = None
        self.hide()
        if do is not None:
            do()

    def _paint_ground(self) -> None:
        ground = self._colours.alarm_ground if self._alarming else self._colours.position_ground
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        text = self._colours.alarm if self._alarming else self._colours.text
        palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
