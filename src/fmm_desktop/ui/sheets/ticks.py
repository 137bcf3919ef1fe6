"""Which topics are ticked, as Qt wants it: sessions with their topics, a session half ticked when some of them are."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.dossier.vocabulary import certainty_name
from fmm_desktop.errors import Language

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_State = Qt.CheckState
CERTAINTY = int(_Role.UserRole)
"""The role in which a view asks how sure a topic is."""
_TOLD_ONE_BY_ONE = 12  # sessions: a view looks where each of their topics stands, which takes time with a thousand


class TickModel(QAbstractItemModel):
    """The sessions and topics of a dossier, each with a tick.

    An index of a topic points to its session, one of a session to nothing; the dossier keeps what is pointed to.
    """

    ticked_changed = Signal()

    def __init__(
        self, dossier: Dossier, ticked: Iterable[str], language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._dossier = dossier
        self._rows = {session.id: row for row, session in enumerate(dossier.sessions)}
        self._ticked = set(ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The paths of the topics that are ticked, in the order of the dossier."""
        return tuple(topic.path for topic in self._dossier.topics() if topic.path in self._ticked)

    @property
    def count(self) -> int:
        """How many topics there are."""
        return sum(len(session.topics) for session in self._dossier.sessions)

    def tick(self, paths: Iterable[str]) -> None:
        """Tick these topics and no others."""
        before, self._ticked = self._ticked, set(paths)
        turned = {path.partition("/")[0] for path in before ^ self._ticked}
        rows = [self._rows[session] for session in turned if session in self._rows]
        if len(rows) <= _TOLD_ONE_BY_ONE:
            for row in rows:
                self._tell(row)
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0), [_Role.CheckStateRole])
        self.ticked_changed.emit()

    def index_of_first(self) -> QModelIndex:
        """Return the index of the first topic that is ticked, or of the first row."""
        for row, session in enumerate(self._dossier.sessions):
            for place, topic in enumerate(session.topics):
                if topic.path in self._ticked:
                    return self.index(place, 0, self.index(row, 0))
        return self.index(0, 0)

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """Return the index of a session, or of a topic below one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._dossier.sessions[parent.row()] if parent.isValid() else None)

    if TYPE_CHECKING:

        @overload
        def parent(self) -> QObject | None: ...
        @overload
        def parent(self, index: _Index) -> QModelIndex: ...

    def parent(self, index: _Index | None = None) -> QObject | QModelIndex | None:
        """Return the session of a topic; without an index, the owner of the model."""
        if index is None:
            return super().parent()
        session = index.internalPointer()
        return self.createIndex(self._rows[session.id], 0, None) if isinstance(session, Session) else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many sessions there are, or topics of one."""
        if not parent.isValid():
            return len(self._dossier.sessions)
        item = self._item(parent)
        return len(item.topics) if isinstance(item, Session) else 0

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return 1."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that every row can be ticked, a session with all its topics."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return the words of a row, or its tick."""
        if not index.isValid():
            return None
        item = self._item(index)
        if role == CERTAINTY:
            return self._certainty(item)
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole} and (certainty := self._certainty(item)):
            return f"{item.number}\u2002{item.title}, {certainty}"
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return f"{item.number}\u2002{item.title}"
        return self._state(item) if role == _Role.CheckStateRole else None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401, N802 - Qt's
        """Tick a topic or all of a session, or take the tick away."""
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        item = self._item(index)
        paths = {topic.path for topic in item.topics} if isinstance(item, Session) else {item.path}
        (self._ticked.update if _State(value) is _State.Checked else self._ticked.difference_update)(paths)
        self._tell(index.parent().row() if index.parent().isValid() else index.row())
        self.ticked_changed.emit()
        return True

    # -- inside ----------------------------------------------------------------------------------------------------

    def _item(self, index: _Index) -> Session | Topic:
        session = index.internalPointer()
        return session.topics[index.row()] if isinstance(session, Session) else self._dossier.sessions[index.row()]

    def _certainty(self, item: Session | Topic) -> str:
        """Return how sure a topic is to come up, in words; nothing when it is."""
        if isinstance(item, Session) or item.certainty == "planned":
            return ""
        return certainty_name(item.certainty, self._language)

    def _state(self, item: Session | Topic) -> Qt.CheckState:
        if isinstance(item, Topic):
            return _State.Checked if item.path in self._ticked else _State.Unchecked
        ticked = sum(topic.path in self._ticked for topic in item.topics)
        if ticked == len(item.topics):
            return _State.Checked if ticked else _State.Unchecked
        return _State.PartiallyChecked if ticked else _State.Unchecked

    def _tell(self, row: int) -> None:
        session = self.index(row, 0)
        self.dataChanged.emit(session, session, [_Role.CheckStateRole])
        if last := self.rowCount(session):
            self.dataChanged.emit(self.index(0, 0, session), self.index(last - 1, 0, session), [_Role.CheckStateRole])
