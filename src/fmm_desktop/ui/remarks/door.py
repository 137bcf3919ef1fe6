"""What an editor would remark on: looked for beside the window, shown in a pane, silenced in the file on wish.

The checks and the pane are imported when they are first wanted.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.jobs import Job, Report
from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.memory import Memory
from fmm_desktop.ui.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget, QWidget

    from fmm_desktop.dossier.editor.remark import Remark
    from fmm_desktop.ui.remarks.pane import RemarksPane
    from fmm_desktop.ui.remarks.rows import Row
    from fmm_desktop.ui.remarks.silences import Silences
    from fmm_desktop.ui.remarks.writing import Written

_ACTION = "show_remarks"


class RemarksDoor(QObject):
    """Keeps the pane of remarks in step with the dossier that is open."""

    wanted = Signal(object)  # Destination of a file that was written, to be read again
    made = Signal(object)  # the list, once there is one
    silencing = Signal(object)  # Silences, once there is a pane: what undoing is about in it

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        window: MainWindow,
        actions: Actions,
        memory: Memory,
        teller: Teller,
        shipped: Path,
        language: Callable[[], Language],
    ) -> None:
        """`shipped` is the folder of the dossiers that come with the program, whose files are not written."""
        super().__init__(window)
        self._window, self._actions, self._memory, self._teller = window, actions, memory, teller
        self._shipped, self._language = shipped, language
        self._pane: RemarksPane | None = None
        self._dock: QDockWidget | None = None
        self._silences: Silences | None = None
        self._job: Job | None = None
        self._looking: Job | None = None  # the job that looks for remarks, which may be let go; one that writes may not
        self._shown: Dossier | None = None  # whose remarks the pane has
        self._imported: Path | None = None  # the dossier of an import, whose remarks are told of once
        self._written: Written | None = None  # to be told of once it was read again
        self._said = ""  # of what was silenced last
        self._is_back = False  # what was silenced; to be told of once it was read again
        actions[_ACTION].toggled.connect(lambda on: self._show(with_focus=True) if on else self._hide())
        window.splitter.installEventFilter(self)

    @property
    def panes(self) -> "tuple[QWidget, ...]":
        """The pane, for the way round the panes."""
        return (self._pane,) if self._pane is not None else ()

    @property
    def _is_wanted(self) -> bool:
        return self._actions[_ACTION].isChecked()

    # -- in and out ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the pane if the reader left it open."""
        if self._is_wanted:
            self._show(with_focus=False)

    def _show(self, *, with_focus: bool) -> None:
        pane, dock = self._made()
        dock.setVisible(not self._window.splitter.isHidden())
        if with_focus:
            pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def _hide(self) -> None:
        if self._dock is not None:
            inside = self._dock.isAncestorOf(focused) if (focused := self._window.focusWidget()) else False
            self._dock.hide()
            if inside:
                self._window.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> "tuple[RemarksPane, QDockWidget]":
        if self._pane is not None and self._dock is not None:
            return self._pane, self._dock
        from PySide6.QtWidgets import QDockWidget, QWidget  # noqa: PLC0415 - waits for a wish

        from fmm_desktop.ui.remarks.pane import RemarksPane  # noqa: PLC0415

        dock = QDockWidget(self._window)
        dock.setObjectName("remarksDock")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))  # the pane has a head of its own
        pane = RemarksPane(dock)
        dock.setWidget(pane)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        if self._memory.remarks_height:
            self._window.resizeDocks([dock], [self._memory.remarks_height], Qt.Orientation.Vertical)
        pane.wanted.connect(self._go)
        pane.silence_wanted.connect(self._silence)
        pane.copy_wanted.connect(self._copy)
        pane.closed.connect(lambda: self._actions[_ACTION].setChecked(False))
        pane.resized.connect(self._memory.remember_remarks)
        self._pane, self._dock = pane, dock
        self._bring_in_undo(pane)
        self.speak()
        self.made.emit(pane.list)
        return pane, dock

    def _bring_in_undo(self, pane: "RemarksPane") -> None:
        from fmm_desktop.ui.remarks.silences import Silences  # noqa: PLC0415 - came with the pane

        self._silences = silences = Silences(self)
        silences.watch(pane)
        silences.enter(self._window.path)
        silences.wanted.connect(self._take_back)
        self.silencing.emit(silences)

    def speak(self) -> None:
        """Say everything in the language of the interface."""
        if self._pane is not None and self._dock is not None:
            self._dock.setWindowTitle(self.tr("Remarks of an editor"))
            self._pane.speak(self._language())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go and come with the dossier, where the library is shown instead of it."""
        if self._dock is not None and event.type() in {QEvent.Type.HideToParent, QEvent.Type.ShowToParent}:
            self._dock.setVisible(event.type() is QEvent.Type.ShowToParent and self._is_wanted)
        return super().eventFilter(watched, event)

    # -- looking ---------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Another dossier is open, or the same one was read again."""
        if self._silences is not None:
            self._silences.enter(self._window.path)
        if self._is_wanted or self._imported == self._window.path:
            self._look()
        else:
            self._tell_written()

    def tell_of(self, path: Path) -> None:
        """Say of a dossier that was just imported what there is to remark, once it is open."""
        self._imported = path

    def close(self) -> None:
        """Look for nothing any more."""
        if self._job is not None:
            self._job.let_go()
            self._job = None
            self._write(busy=False)

    def _look(self) -> None:
        dossier = self._window.navigator.dossier
        if dossier is None or (dossier is self._shown and self._job is None):
            return
        if self._job is not None and self._job is not self._looking:
            return  # it writes, and looks when that is done
        self.close()
        if self._pane is not None and self._shown is None:
            self._pane.wait()
        self._job = self._looking = job = Job(lambda report: _looked(dossier, report), self)
        job.succeeded.connect(lambda remarks: self._take(dossier, remarks))
        job.start()

    def _take(self, dossier: Dossier, remarks: "tuple[Remark, ...]") -> None:
        self._job = None
        if self._pane is not None and self._is_wanted:
            from fmm_desktop.ui.remarks.rows import rows_of  # noqa: PLC0415 - came with the pane

            before, self._shown = self._pane.count, dossier
            self._tell_silenced(before - len(remarks))
            self._pane.show_remarks(rows_of(dossier, remarks), is_own=self._is_own)
        else:
            self._tell_written()
        if self._imported == self._window.path:
            self._imported = None
            if remarks and not self._is_wanted:
                self._teller.tell_remarks(len(remarks), lambda: self._actions[_ACTION].setChecked(True))

    @property
    def _is_own(self) -> bool:
        path = self._window.path
        return path is not None and path.parent != self._shipped and os.access(path, os.W_OK)

    # -- what the reader wants with a remark -----------------------------------------------------------------------

    def _go(self, row: "Row") -> None:
        self._window.navigator.go(row.location)
        if row.passage:
            self._window.page.show_passage(row.passage)

    def _copy(self, row: "Row") -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - waits for a wish

        from fmm_desktop.dossier.editor.silencing import line_of  # noqa: PLC0415

        line = line_of(row.remark)
        QApplication.clipboard().setText(line)
        words = self.tr("Copied: %1. It belongs %2.").replace("%1", line)
        self._teller.tell_passing(words.replace("%2", self._where(row)))

    def _where(self, row: "Row") -> str:
        """Return where in the file a remark is silenced, in words."""
        dossier, path = self._window.navigator.dossier, row.location
        topic = dossier.topic(path.id) if dossier is not None and path.page == "topic" else None
        if topic is not None:
            return self.tr("under topic %1").replace("%1", topic.number)
        if path.page == "session":
            return self.tr("under session %1").replace("%1", row.number)
        return self.tr("at the beginning of the file")

    def _silence(self, row: "Row") -> None:
        path, dossier = self._window.path, self._shown
        if not self._is_own or path is None or dossier is None or self._job is not None:
            self._copy(row)
            return
        from fmm_desktop.ui.remarks.writing import write_silenced  # noqa: PLC0415 - waits for a wish

        self._write(busy=True)
        self._job = job = Job(lambda _report: write_silenced(path, row.remark, dossier), self)
        job.succeeded.connect(lambda written: self._end_writing(row, written))
        job.failed.connect(self._fail)
        job.start()

    def _write(self, *, busy: bool) -> None:
        if self._silences is not None:
            self._silences.is_busy = busy

    def _end_writing(self, row: "Row", written: "Written | None") -> None:
        self._job = None
        self._write(busy=False)
        if written is None:
            self._tell_by_hand(row)
            self.enter()  # another dossier may be open by now
            return
        if self._silences is not None:
            self._silences.note(written)
        self._written = written
        self._read_again(written.path)

    def _tell_by_hand(self, row: "Row") -> None:
        from fmm_desktop.dossier.editor.silencing import line_of  # noqa: PLC0415 - as above

        words = self.tr("This file was not changed: it says something else by now, or has no line for it. Write %1: %2")
        words = words.replace("%1", self._where(row)).replace("%2", line_of(row.remark))
        self._teller.tell_to_do(words, self.tr("Copy the line"), lambda: self._copy(row))

    def _tell_silenced(self, fewer: int) -> None:
        """Say what was written when the file has been read again: a check may be silenced for more than one remark."""
        if self._written is not None and self._written.path != self._window.path:
            self._tell_written()
        written, self._written = self._written, None
        if self._is_back:
            self._is_back = False
            self._teller.tell_passing(self.tr("Taken back: the file is as it was."))
        if written is None or written.path != self._window.path:
            return
        words = self.tr("Silenced in line %1 of the file: %n remark(s) fewer.", "", fewer)
        words = words.replace("%1", str(written.line)) + " " + self.tr("Ctrl+Z in the pane of remarks takes it back.")
        self._said = words
        self._teller.tell_to_do(words, self.tr("Take it back"), lambda: self._take_back(written))

    def _tell_written(self) -> None:
        """Say what was written where no list shows it: the pane was hidden meanwhile, or another dossier opened."""
        written, self._written = self._written, None
        if written is not None:
            words = self.tr("Silenced in line %1 of %2.").replace("%1", str(written.line))
            words = words.replace("%2", written.path.name)
            self._teller.tell_to_do(words, self.tr("Take it back"), lambda: self._take_back(written))

    def _take_back(self, written: "Written") -> None:
        from fmm_desktop.ui.remarks.writing import put_back  # noqa: PLC0415 - as above

        self.close()
        self._written = None
        self._teller.end(self._said)
        self._write(busy=True)
        self._job = job = Job(lambda _report: put_back(written), self)
        job.succeeded.connect(lambda done: self._end_taking_back(written, done=bool(done)))
        job.failed.connect(self._fail)
        job.start()

    def _end_taking_back(self, written: "Written", *, done: bool) -> None:
        self._job = None
        self._write(busy=False)
        if self._silences is not None:
            self._silences.forget(written)
        if done:
            self._is_back = True
            self._read_again(written.path)
        else:
            self._teller.tell(self.tr("The file was changed since then, and stays as it is."))

    def _read_again(self, path: Path) -> None:
        window = self._window
        if window.path == path:
            self.wanted.emit(Destination(path, window.navigator.location, window.page.place()))
        else:
            self._tell_written()
            self.enter()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._write(busy=False)
        self._teller.warn_of(error)
        self.enter()  # as above


def _looked(dossier: Dossier, report: Report) -> "tuple[Remark, ...]":
    from fmm_desktop.dossier.editor.checking import editor_remarks  # noqa: PLC0415 - waits for a wish

    return editor_remarks(dossier, report)
