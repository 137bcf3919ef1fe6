"""Remembers how the window is: saved shortly after it changed, so that it comes back like that even after a crash."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from fmm_desktop.ui import state
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.appearance import Appearance
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.recent import MOST, Recent, name_of, with_first, without

_PAUSE = 1000  # ms
_REMEMBERED = (
    *("show_tree", "show_notes", "show_remarks", "show_sources", "with_notes"),
    *("language_system", "language_nl", "language_en"),
)
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}


class Memory(QObject):
    """Saves the state of a window in a folder. Until a dossier is open, the one that was `left` stays remembered."""

    failed = Signal(str)  # the reason, in words of the system
    recent_changed = Signal(object)  # Recent

    def __init__(
        self, window: MainWindow, actions: Actions, appearance: Appearance, folder: Path, left: state.WindowState
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._appearance = appearance
        self._folder = folder
        self._left = left
        self.recent: Recent = left.recent[:MOST]
        self.library = left.library
        self.notes = left.notes
        self.remarks_height = left.remarks_height
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)
        self._check_actions(left)
        self._watch()

    def _check_actions(self, left: state.WindowState) -> None:
        for name, on in {
            "show_tree": left.tree_shown,
            "show_notes": left.notes_shown,
            "show_remarks": left.remarks_shown,
            "show_sources": left.show_sources,
            "with_notes": left.with_notes,
            f"by_{left.view}": True,
            f"theme_{left.theme}": True,
            f"language_{left.language}": True,
        }.items():
            self._actions[name].setChecked(on)

    def _watch(self) -> None:
        """Hear of whatever changes without a page or the looks being changed by it."""
        window = self._window
        window.installEventFilter(self)
        window.splitter.splitterMoved.connect(self.save_soon)
        window.tree.query_changed.connect(self.save_soon)
        window.tree.turned.connect(self.save_soon)
        window.page.verticalScrollBar().valueChanged.connect(self.save_soon)
        for name in _REMEMBERED:
            self._actions[name].toggled.connect(self.save_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear of the window being moved and resized."""
        if event.type() in _MOVES and watched is self._window:
            self.save_soon()
        return super().eventFilter(watched, event)

    def remember(self, path: Path) -> None:
        """Note that a dossier was opened."""
        self._set_recent(with_first(self.recent, path))

    def remember_library(self, folder: Path) -> None:
        """Note that a folder is the library now."""
        self.library = name_of(folder)
        self._set_recent(with_first(self.recent, folder, is_folder=True))

    def remember_notes(self, shown: state.NotesShown) -> None:
        """Note which notes the list shows now."""
        self.notes = shown
        self.save_soon()

    def remember_remarks(self, height: int) -> None:
        """Note how high the pane of remarks is now."""
        self.remarks_height = height
        self.save_soon()

    def forget(self, path: Path) -> None:
        """Note that a dossier or a folder is not there any more."""
        self._set_recent(without(self.recent, path))

    def clear_recent(self) -> None:
        """Forget what was opened."""
        self._set_recent(())

    def _set_recent(self, recent: Recent) -> None:
        self.recent = recent
        self.recent_changed.emit(recent)
        self.save_soon()

    def save_soon(self) -> None:
        """Something changed: save it when things are quiet."""
        self._pause.start()

    def save(self) -> None:
        """Save how the window is now."""
        self._pause.stop()
        try:
            state.save(self._state(), self._folder)
        except OSError as error:
            self.failed.emit(error.strerror or str(error))

    def _state(self) -> state.WindowState:
        window, actions, looks = self._window, self._actions, self._appearance
        tree, page, side = window.splitter.sizes()
        is_open = window.navigator.dossier is not None
        return state.WindowState(
            dossier=name_of(window.path) if is_open else self._left.dossier,
            location=window.navigator.location if is_open else self._left.location,
            place=window.page.place() if is_open else self._left.place,
            filter=window.tree.filter_text,
            view=window.tree.view,
            panes=(tree, page, side),
            tree_shown=actions["show_tree"].isChecked(),
            notes_shown=actions["show_notes"].isChecked(),
            remarks_shown=actions["show_remarks"].isChecked(),
            remarks_height=self.remarks_height,
            geometry=bytes(window.saveGeometry().data()),
            zoom=looks.zoom,
            theme=looks.scheme,
            language=looks.language_choice,
            show_sources=actions["show_sources"].isChecked(),
            with_notes=actions["with_notes"].isChecked(),
            notes=self.notes,
            recent=self.recent,
            library=self.library,
        )
