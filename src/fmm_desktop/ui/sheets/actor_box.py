"""The field that says whom an actor sheet is about: what is typed in it and what stands on the pages never differ."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.folding import fold


class ActorBox(QComboBox):
    """Lists the actors by name. One is found by any letters of the name, as soon as they are typed."""

    actor_changed = Signal()

    def __init__(self, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("actorBox")
        for actor in sorted(dossier.actors, key=lambda actor: actor.name.casefold()):
            self.addItem(actor.name, actor.id)
        self._folded = [fold(self.itemText(row)) for row in range(self.count())]
        self._row = self.currentIndex()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(self._completer())
        self.editTextChanged.connect(self._find)
        if (line := self.lineEdit()) is not None:
            line.editingFinished.connect(self._complete)

    @property
    def actor(self) -> str:
        """The id of the actor whom the field names; empty when it names none."""
        return str(self.itemData(self._row)) if self._row >= 0 else ""

    def choose(self, actor: str) -> None:
        """Name an actor; one that is not in the list changes nothing."""
        if (row := self.findData(actor)) >= 0:
            self.setCurrentIndex(row)

    def _completer(self) -> QCompleter:
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return completer

    def _find(self, words: str) -> None:
        row = self._row_of(words)
        if row != self._row:
            self._row = row
            self.actor_changed.emit()

    def _row_of(self, words: str) -> int:
        """Return the row that is called so, else the first that begins so, else the first with it; -1 without any."""
        if words == self.itemText(self.currentIndex()):
            return self.currentIndex()  # two may have the same name
        wanted = fold(words.strip())
        if not wanted:
            return -1
        found = [row for row, name in enumerate(self._folded) if wanted in name]
        return min(
            found, key=lambda row: (self._folded[row] != wanted, not self._folded[row].startswith(wanted)), default=-1
        )

    def _complete(self) -> None:
        """Say the whole name once the reader is done."""
        if self._row >= 0:
            with QSignalBlocker(self):
                self.setCurrentIndex(self._row)
                self.setEditText(self.itemText(self._row))
