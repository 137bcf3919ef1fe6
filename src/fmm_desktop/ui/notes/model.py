"""The list of the notes of a topic, in the order of the passages that they hang on."""

from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.roles import ACCESSIBLE_TEXT, COPIED, DISPLAY, ITEM

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class NoteRow(Struct, frozen=True):
    """A note in the list, and the words for what it hangs on (`1.1.4 Inzet`) and its labels, its version, kind, status.

    `heading` is that of the group of which it is the first; `author` is empty for the reader's own.
    """

    writing: Writing
    place: str
    version: str = ""
    kind: str = ""
    status: str = ""
    heading: str = ""
    author: str = ""


class NotesModel(QAbstractListModel):
    """The notes of a topic. Owns its rows; changed by one reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NoteRow, ...] = ()

    def show(self, rows: tuple[NoteRow, ...]) -> None:
        """Show other notes."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def refresh(self, writing: Writing) -> None:
        """Paint a note anew whose text has changed."""
        for place, row in enumerate(self._rows):
            if row.writing is writing:
                self.dataChanged.emit(self.index(place), self.index(place))

    def index_of(self, writing: Writing) -> QModelIndex:
        """Return the index of a note: the same one, or the one with the same identity; invalid when it is not shown."""
        for place, row in enumerate(self._rows):
            if row.writing.stands_for(writing):
                return self.index(place)
        return QModelIndex()

    @property
    def count(self) -> int:
        """How many notes these are, whatever the number of their versions."""
        return len({row.writing.note.id if row.writing.note is not None else row.writing.key for row in self._rows})

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of notes."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - Qt's type
        """Return the words of a note, or its row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ITEM:
            return row
        if role == COPIED:
            return row.writing.text or row.writing.traits.wording
        if role == DISPLAY:
            return f"{', '.join(filter(None, (row.place, row.version)))}: {row.writing.text}"
        if role == ACCESSIBLE_TEXT:
            said = (row.heading, row.author, row.kind, row.status, row.place, row.version)
            texts = (row.writing.text, row.writing.traits.wording)
            return f"{', '.join(dict.fromkeys(filter(None, said)))}: {' → '.join(filter(None, texts))}"
        return None
