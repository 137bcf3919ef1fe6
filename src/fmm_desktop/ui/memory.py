"""Remembers how the window is: saved shortly after it changed, so that it comes back like that even after a crash."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.ui import state
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.appearance import Appearance
from fmm_desktop.ui.main_window import MainWindow

_PAUSE = 1000  # ms


class Memory(QObject):
    """Saves the state of a window in a folder."""

    failed = Signal(str)  # the reason, in words of the system

    def __init__(self, window: MainWindow, actions: Actions, appearance: Appearance, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._appearance = appearance
        self._folder = folder
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)

    def check_actions(self, left: state.WindowState) -> None:
        """Tick what was ticked."""
        for name, on in {
            "show_tree": left.tree_shown,
            "show_notes": left.notes_shown,
            "show_sources": left.show_sources,
            "with_notes": left.with_notes,
            f"theme_{left.theme}": True,
            f"language_{left.language}": True,
        }.items():
            self._actions[name].setChecked(on)

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
        return state.WindowState(
            dossier=str(window.path or ""),
            location=window.navigator.location,
            place=window.page.place(),
            filter=window.tree.filter_text,
            panes=tuple(window.splitter.sizes()),
            tree_shown=actions["show_tree"].isChecked(),
            notes_shown=actions["show_notes"].isChecked(),
            geometry=bytes(window.saveGeometry().data()),
            zoom=looks.zoom,
            theme=looks.scheme,
            language=looks.language_choice,
            show_sources=actions["show_sources"].isChecked(),
            with_notes=actions["with_notes"].isChecked(),
        )
