"""The remarks on a dossier as rows of a list: where each is, and how it is said."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fmm_desktop.dossier.editor.names import CHECKS
from fmm_desktop.dossier.editor.remark import Remark
from fmm_desktop.dossier.editor.vocabulary import check_name
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.ui.location import OVERVIEW, Location
from fmm_desktop.ui.roles import COPIED

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Row(Struct, frozen=True):
    """A remark, the number of what it is told at ("" for the dossier), and the page and the passage that is on."""

    remark: Remark
    number: str = ""
    location: Location = OVERVIEW
    passage: str = ""


def rows_of(dossier: Dossier, remarks: Iterable[Remark]) -> tuple[Row, ...]:
    """Return remarks with where they lead to."""
    return tuple(_row(dossier, remark) for remark in remarks)


def _row(dossier: Dossier, remark: Remark) -> Row:
    path, _, passage_id = remark.path.partition("#")
    topic = dossier.topic(path) if "/" in path else None
    if topic is not None:
        passage = topic.passage(passage_id)
        number = passage.number if passage else topic.number
        return Row(remark, number, Location("topic", topic.path), passage_id if passage else "")
    session = dossier.session(path) if path else None
    return Row(remark, session.number, Location("session", session.id)) if session else Row(remark)


def counts_of(rows: Iterable[Row]) -> dict[str, int]:
    """Return how many rows each check has, of those that have any."""
    counted = Counter(row.remark.check for row in rows)
    return {check: counted[check] for check in CHECKS if counted[check]}


class RemarksModel(QAbstractListModel):
    """A row for each remark, in the order of the dossier."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language = "en"
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def speak(self, language: Language) -> None:
        """Say everything in another language."""
        self.layoutAboutToBeChanged.emit()
        self._language = language
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name, Qt's default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return what a row says."""
        if not index.isValid() or role not in {_Role.DisplayRole, _Role.AccessibleTextRole, COPIED}:
            return None
        row = self.rows[index.row()]
        what = f"{check_name(row.remark.check, self._language)}: {row.remark.words(self._language)}"
        return f"{row.number or self.tr('Dossier')} · {what}"
