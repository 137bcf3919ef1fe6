"""What helps to write a query: menus to choose from, and what the line could go on with."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.search.facets import Choice, Field, choices, toggled
from fmm_desktop.search.suggesting import Suggester
from fmm_desktop.ui.tree.facets import FacetBar
from fmm_desktop.ui.tree.suggestion import SuggestionLabel

Count = Callable[[str], int | None]
"""Tells how many topics a filter line would find; None when that would take long."""


class FilterAids(QObject):
    """Stands by a filter line and writes into it, so that there is one truth, the line."""

    def __init__(self, edit: QLineEdit, count: Count) -> None:
        super().__init__(edit)
        self._edit = edit
        self._count = count
        self._dossier: Dossier | None = None
        self._language: Language = "en"
        self._suggester: Suggester | None = None
        self.bar = FacetBar(self._choices)
        self.suggestion = SuggestionLabel()
        self.bar.chosen.connect(lambda part: self._write(toggled(edit.text(), part)))
        self.suggestion.taken.connect(self._write)
        self.suggestion.hide()
        edit.textEdited.connect(self._suggest)
        edit.textChanged.connect(self._forget)
        edit.installEventFilter(self)

    def enter(self, dossier: Dossier | None, language: Language) -> None:
        """Help with another dossier, in a language of the interface."""
        if (dossier, language) != (self._dossier, self._language):
            self._dossier, self._language = dossier, language
            self._suggester = Suggester(dossier, language) if dossier is not None else None
            self.suggestion.offer(())

    def _choices(self, field: Field) -> tuple[Choice, ...]:
        if self._dossier is None:
            return ()
        return choices(field, self._dossier, self._edit.text(), self._language, self._count)

    def _suggest(self, typed: str) -> None:
        at_the_end = self._edit.cursorPosition() == len(typed)
        self.suggestion.offer(self._suggester.suggest(typed) if self._suggester and at_the_end else ())

    def _forget(self, typed: str) -> None:
        if not typed:
            self.suggestion.offer(())

    def _write(self, line: str) -> None:
        self._edit.setText(line)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._suggest(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Tab complete while there is something to complete, and lead on otherwise."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and watched is self._edit
        ):
            return self.suggestion.take()
        return super().eventFilter(watched, event)
