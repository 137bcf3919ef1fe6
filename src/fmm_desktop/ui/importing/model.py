"""The rows of a draft for a view: what each is called, how it reads, what is unsure of it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from fmm_desktop.dossier.model import Certainty, Kind
from fmm_desktop.dossier.vocabulary import certainty_name, kind_name
from fmm_desktop.errors import Language
from fmm_desktop.importing.doubts import DOUBTS
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.importing.rows import Row

KIND, TEXT = range(2)
_INDENT = "\u2003"  # a blank as wide as the letters are high, for each level
_UNSURE = "? "  # before the words, where a narrow column does not cut it off
_LESS_CERTAIN: tuple[Certainty, ...] = ("possible", "defensive")
_LONGEST = 400  # letters of a row; nobody has a wider screen
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class DraftModel(QAbstractTableModel):
    """A row for each part of the draft, in the order of the document."""

    title_changed = Signal(object, str)  # Place, what the reader typed

    def __init__(self, language: Language, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._colours = language, colours
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def set_looks(self, language: Language, colours: Colours) -> None:
        """Speak another language, paint in other colours."""
        self.layoutAboutToBeChanged.emit()
        self._language, self._colours = language, colours
        self.layoutChanged.emit()

    # -- in words --------------------------------------------------------------------------------------------------

    def kind_of(self, row: Row) -> str:
        """Return what a row is."""
        if row.kind is Kind.OTHER and row.actor:
            return f"{kind_name(row.kind, self._language)}: {row.actor}"
        if row.kind is not None:
            return kind_name(row.kind, self._language)
        if row.has_title and row.certainty != "planned":
            return self._certain(self._level(row), row.certainty)
        return self._level(row)

    def _certain(self, level: str, certainty: Certainty) -> str:
        return f"{certainty_name(certainty, self._language)} {level.lower()}".capitalize()

    def _level(self, row: Row) -> str:
        names = (self.tr("Dossier"), self.tr("Session"), self.tr("Topic"), self.tr("Introduction"))
        return names[len(row.place)]

    def longest_kinds(self) -> tuple[str, ...]:
        """Return what a row may be, as it reads with a doubt: what the column must have room for."""
        topics = (self._certain(self.tr("Topic"), certainty) for certainty in _LESS_CERTAIN)
        return tuple(f"{_UNSURE}{words}" for words in (*topics, *(kind_name(kind, self._language) for kind in Kind)))

    def doubts_of(self, row: Row) -> str:
        """Return what is unsure of a row, "" for nothing."""
        return "; ".join(DOUBTS[doubt].say(self._language) for doubt in row.doubts)

    def unsure_of(self, row: Row) -> str:
        """Say that something is unsure of a row, and what; "" for nothing."""
        return self.tr("unsure: %1").replace("%1", self.doubts_of(row)) if row.doubts else ""

    def spoken(self, row: Row) -> str:
        """Return a row as a screen reader says it."""
        return ", ".join(filter(None, (self.kind_of(row), self.unsure_of(row), f"{row.number} {row.text}".strip())))

    # -- for the view ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name, Qt's default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - as above
        """The kind and the words."""
        return 0 if parent.isValid() else 2

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let titles be changed."""
        flags = super().flags(index)
        titled = index.isValid() and index.column() == TEXT and self.rows[index.row()].has_title
        return flags | Qt.ItemFlag.ItemIsEditable if titled else flags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return what a cell shows."""
        row, column = self.rows[index.row()], index.column()
        match role:
            case _Role.DisplayRole:
                return self._words(row, column)
            case _Role.FontRole:
                return _bold() if row.has_title else None
            case _Role.ForegroundRole:
                return self._colour(row, column)
            case _Role.BackgroundRole:
                return QColor(self._colours.position_ground) if row.kind is Kind.POSITION else None
        said = {_Role.EditRole: lambda: row.text, _Role.ToolTipRole: lambda: self.doubts_of(row)}
        said[_Role.AccessibleTextRole] = lambda: self.spoken(row)
        return said[_Role(role)]() if role in said else None

    def _words(self, row: Row, column: int) -> str:
        if column == KIND:
            return f"{_UNSURE if row.doubts else ''}{self.kind_of(row)}"
        words = f"{row.number}  {row.text}" if row.number else row.text
        return f"{_INDENT * max(0, len(row.place) - 1)}{words[:_LONGEST]}"

    def _colour(self, row: Row, column: int) -> QColor | None:
        if column == TEXT:
            return None
        return QColor(self._colours.alarm if row.doubts else self._colours.muted)

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Pass on a title that was typed; the rows come anew once it is one."""
        row, title = self.rows[index.row()], str(value).strip()
        if role != _Role.EditRole or not title or title == row.text:
            return False
        self.title_changed.emit(row.place, title)
        return True


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
