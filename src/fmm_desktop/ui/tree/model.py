"""The tree of sessions and topics as Qt wants it: nodes over frozen values, one reset for each change of what is shown.

`createIndex` keeps no reference, so the model owns its nodes for as long as an index may point to one.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.roles import ACCESSIBLE_TEXT, DISPLAY, ITEM, TOOL_TIP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, overload

    from fmm_desktop.search.finder import Hits

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

RowText = Callable[[Session | Topic, int], str]
"""Says a row in words, for a screen reader and a tooltip, given its number of notes."""


class Node:
    """A row of the tree: a session or a topic, its parent, and its place among its siblings."""

    __slots__ = ("children", "item", "parent", "row")

    def __init__(self, item: Session | Topic | None, parent: "Node | None", row: int) -> None:
        self.item = item
        self.parent = parent
        self.row = row
        self.children: list[Node] = []

    @property
    def location(self) -> Location:
        """The page that this row stands for."""
        if isinstance(self.item, Topic):
            return Location("topic", self.item.path)
        return Location("session", self.item.id) if self.item else Location()


class DossierModel(QAbstractItemModel):
    """The sessions and topics of a dossier, all of them or those that a query found."""

    def __init__(self, row_text: RowText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_text = row_text
        self._dossier: Dossier | None = None
        self._hits: Hits | None = None
        self._note_counts: Mapping[str, int] = {}
        self._root = Node(None, None, 0)
        self._by_location: dict[Location, Node] = {}
        self._topics: list[Location] = []
        self._topics_before: dict[Location, int] = {}

    def show(self, dossier: Dossier | None, hits: "Hits | None", note_counts: Mapping[str, int]) -> None:
        """Show a dossier; `hits` None shows all of it. `note_counts` maps topic paths to numbers of notes."""
        self.beginResetModel()
        self._dossier, self._hits, self._note_counts = dossier, hits, note_counts
        self._root, self._by_location = _grow(dossier, hits)
        self._topics, self._topics_before = _count_topics(self._by_location)
        self.endResetModel()

    def set_note_counts(self, note_counts: Mapping[str, int]) -> None:
        """Show other numbers of notes beside the topics."""
        changed = {
            path for path in {*note_counts, *self._note_counts} if note_counts.get(path) != self._note_counts.get(path)
        }
        self._note_counts = note_counts
        for path in changed:
            index = self.index_of(Location("topic", path))
            if index.isValid():
                self.dataChanged.emit(index, index)

    def note_count(self, item: Session | Topic | None) -> int:
        """Return the number of notes of a topic; a session has none of its own."""
        return self._note_counts.get(item.path, 0) if isinstance(item, Topic) else 0

    def index_of(self, location: Location) -> QModelIndex:
        """Return the index of the row of a page; invalid when it is not shown."""
        node = self._by_location.get(location)
        return self.createIndex(node.row, 0, node) if node else QModelIndex()

    @property
    def topic_count(self) -> int:
        """The number of topics shown."""
        return len(self._topics)

    def topic_beside(self, location: Location, step: int) -> Location | None:
        """Return the topic `step` on from a page; None beyond the ends.

        From a session the next one is its first topic, and the previous one the last before it. From a page that is
        not shown, and from a session with step 0, it is the first topic of all.
        """
        before = self._topics_before.get(location)
        if before is None or (location.page == "session" and not step):
            place = 0
        else:
            place = before + step - (location.page == "session" and step > 0)
        return self._topics[place] if 0 <= place < len(self._topics) else None

    @staticmethod
    def node(index: _Index) -> Node | None:
        """Return the node behind an index of this model."""
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, Node) else None

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        children = (self.node(parent) or self._root).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    if TYPE_CHECKING:

        @overload
        def parent(self) -> QObject | None: ...
        @overload
        def parent(self, index: _Index) -> QModelIndex: ...

    def parent(self, index: _Index | None = None) -> QObject | QModelIndex | None:
        """Return the parent of an index; without one, the owner of the model."""
        if index is None:
            return super().parent()
        node = self.node(index)
        if node is None or node.parent is None or node.parent is self._root:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of children."""
        return 0 if parent.column() > 0 else len((self.node(parent) or self._root).children)

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return 1: all about a row stands in one cell."""
        return 1

    def data(self, index: _Index, role: int = DISPLAY) -> "Any":  # noqa: ANN401 - Qt's type
        """Return the words, the node, or what a screen reader says of a row."""
        node = self.node(index)
        if node is None or node.item is None:
            return None
        if role == DISPLAY:
            return f"{node.item.number}\u2002{node.item.title}"
        if role in {ACCESSIBLE_TEXT, TOOL_TIP}:
            return self._row_text(node.item, self.note_count(node.item))
        return node if role == ITEM else None


def _grow(dossier: Dossier | None, hits: "Hits | None") -> tuple[Node, dict[Location, Node]]:
    """Return the root of a new tree, and its nodes by the page that they stand for."""
    root = Node(None, None, 0)
    by_location: dict[Location, Node] = {}
    for session in dossier.sessions if dossier else ():
        shown = [topic for topic in session.topics if hits is None or topic.path in hits.topics]
        if hits is not None and not shown:
            continue
        branch = Node(session, root, len(root.children))
        root.children.append(branch)
        by_location[branch.location] = branch
        for row, topic in enumerate(shown):
            leaf = Node(topic, branch, row)
            branch.children.append(leaf)
            by_location[leaf.location] = leaf
    return root, by_location


def _count_topics(rows: Iterable[Location]) -> tuple[list[Location], dict[Location, int]]:
    """Return the topics among rows from top to bottom, and for each row how many topics stand before it."""
    topics: list[Location] = []
    before: dict[Location, int] = {}
    for location in rows:
        before[location] = len(topics)
        if location.page == "topic":
            topics.append(location)
    return topics, before
