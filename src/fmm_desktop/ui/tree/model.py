"""The tree as Qt wants it: nodes over frozen values, one reset for each change of what is shown.

Of a large dossier the model holds the rows around one row only, a few pages of them; `show_around` goes elsewhere, and
`fetchMore` goes on below the last one. So a key in the filter line costs the same in any dossier.

`createIndex` keeps no reference, so the model owns its nodes for as long as an index may point to one.
"""

from collections.abc import Callable, Mapping
from itertools import islice, takewhile

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from fmm_desktop.dossier.model import Session, Topic
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.roles import ACCESSIBLE_TEXT, DISPLAY, ITEM, TOOL_TIP
from fmm_desktop.ui.tree.outline import BEFORE_ALL, Outline, Row, Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, overload

    from fmm_desktop.search.turning import Heading

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE = 60  # rows: more than most screens show

RowText = Callable[["Session | Topic | Heading", int], str]
"""Says a row in words, for a screen reader and a tooltip, given its number of notes."""


class Node:
    """A row of the tree: a topic or what it stands below, its parent, and its place among its siblings."""

    __slots__ = ("at", "children", "item", "parent", "row")

    def __init__(self, item: "Session | Topic | Heading | None", parent: "Node | None", at: Row) -> None:
        self.item = item
        self.parent = parent
        self.at = at
        self.row = len(parent.children) if parent else 0
        self.children: list[Node] = []

    @property
    def location(self) -> Location:
        """The page that this row stands for."""
        return location_of(self.item) if self.item else Location()


def location_of(item: "Session | Topic | Heading") -> Location:
    """Return the page that a row stands for."""
    if isinstance(item, Topic):
        return Location("topic", item.path)
    return Location("session", item.id) if isinstance(item, Session) else Location(item.field, item.key)


class DossierModel(QAbstractItemModel):
    """The topics of a dossier and what they stand below, all of them or those that a query found."""

    def __init__(self, row_text: RowText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_text = row_text
        self.shown = Shown(Outline(None))
        self._note_counts: Mapping[str, int] = {}
        self._root = Node(None, None, BEFORE_ALL)
        self._nodes: dict[Row, Node] = {}
        self._is_changing = False
        self.page = _PAGE
        """How many rows a view shows at most. A few pages of them are held: each row costs at each key."""
        self.is_laid_out = False
        """Whether a view is laying out the rows: it would fetch more of them at each turn, with a page full."""

    def show(self, shown: Shown, note_counts: Mapping[str, int], around: Row | None = None) -> None:
        """Show rows, those around one at least. `note_counts` maps topic paths to numbers of notes."""
        self._note_counts = note_counts
        self._hold(shown, around if around in shown else None)

    def show_around(self, row: Row) -> None:
        """Hold the rows around another one."""
        self._hold(self.shown, row)

    def _hold(self, shown: Shown, around: Row | None) -> None:
        if around and around[1] >= 0:
            shown.fold(around[0], folded=False)  # who goes to a topic sees it
        rows = _rows(shown, around, self.page)
        self._is_changing = True
        self.beginResetModel()
        self.shown = shown
        self._root = Node(None, None, BEFORE_ALL)
        self._nodes = {}
        for row in rows:
            self._add(row)
        self.endResetModel()
        self._is_changing = False

    def _add(self, row: Row) -> None:
        place, ordinal = row
        parent = self._nodes[place, -1] if ordinal >= 0 else self._root
        node = self._nodes[row] = Node(self.shown.outline.item(row), parent, row)
        parent.children.append(node)

    def _insert(self, parent: Node, rows: "Sequence[Row]") -> None:
        """Add rows below a node, headings each with its topics behind it."""
        count = sum(ordinal < 0 or parent is not self._root for _place, ordinal in rows)
        if count:
            index = self.createIndex(parent.row, 0, parent) if parent.parent else QModelIndex()
            self._is_changing = True
            self.beginInsertRows(index, len(parent.children), len(parent.children) + count - 1)
            for row in rows:
                self._add(row)
            self.endInsertRows()
            self._is_changing = False

    def set_note_counts(self, note_counts: Mapping[str, int]) -> None:
        """Show other numbers of notes beside the topics; they are told at each page, and seldom others."""
        if note_counts is self._note_counts:
            return
        before, self._note_counts = self._note_counts, note_counts
        for node in tuple(self._nodes.values()):  # who hears of it may have more fetched
            path = node.item.path if isinstance(node.item, Topic) else ""
            if path and note_counts.get(path) != before.get(path):
                index = self.createIndex(node.row, 0, node)
                self.dataChanged.emit(index, index)

    def note_count(self, item: "Session | Topic | Heading | None") -> int:
        """Return the number of notes of a topic; what it stands below has none of its own."""
        return self._note_counts.get(item.path, 0) if isinstance(item, Topic) else 0

    def headings(self) -> "Iterable[tuple[int, QModelIndex]]":
        """Yield the place and the index of each heading that is held."""
        return ((node.at[0], self.createIndex(node.row, 0, node)) for node in self._root.children)

    def index_of(self, location: Location) -> QModelIndex:
        """Return the index of the row of a page, going there if it is not held; invalid when it is not shown.

        The heading over a topic that is not held is unfolded.
        """
        return self.index_at(self.shown.outline.row_of(location))

    def index_at(self, row: Row | None) -> QModelIndex:
        """Return the index of a row, as `index_of` does for a page."""
        if row is None or row not in self.shown:
            return QModelIndex()
        if row not in self._nodes:
            self.show_around(row)
        node = self._nodes[row]
        return self.createIndex(node.row, 0, node)

    def holds(self, row: Row | None) -> bool:
        """Whether a row is held."""
        return row in self._nodes

    @property
    def is_whole(self) -> bool:
        """Whether every row is held."""
        return not self.lacks_below and not self.lacks_above

    def holds_all_below(self, index: _Index) -> bool:
        """Whether all topics under a heading are held."""
        node = self.node(index)
        return node is not None and len(node.children) == self.shown.size(node.at[0])

    @property
    def lacks_above(self) -> bool:
        """Whether there are rows above the first one held."""
        if not self._root.children:
            return False
        first = _first(self._root.children[0])
        return any(row not in self._nodes for row in islice(self.shown.before(first.at), 2))

    @property
    def lacks_below(self) -> bool:
        """Whether there are rows below the last one held."""
        return any(True for _ in self.shown.after(self._last))

    @property
    def _last(self) -> Row:
        """The last row that is held."""
        node = self._root
        while node.children:
            node = node.children[-1]
        return node.at

    @property
    def topic_count(self) -> int:
        """The number of topics shown, held or not."""
        return self.shown.count

    @staticmethod
    def node(index: _Index) -> Node | None:
        """Return the node behind an index of this model."""
        node = index.internalPointer()  # None of an invalid one
        return node if isinstance(node, Node) else None

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802 - Qt's name
        """Return whether there are more rows than are held: below the last one, or under a heading that has none."""
        node = self.node(parent)
        if self._is_changing:
            return False
        if node is None:
            return not self.is_laid_out and self.lacks_below
        return self._is_empty(node)

    def fetchMore(self, parent: _Index) -> None:  # noqa: N802 - Qt's name
        """Hold more of them."""
        node = self.node(parent)
        if not self.canFetchMore(parent):
            return  # Qt's tester does not ask
        if node is not None:
            self._insert(node, list(islice(self.shown.topics(node.at[0]), 2 * self.page)))
        elif self._root.children:
            rows = list(islice(self.shown.after(self._last), 2 * self.page))
            here = list(takewhile(lambda row: row[1] >= 0, rows))
            self._insert(self._root.children[-1], here)
            self._insert(self._root, rows[len(here) :])

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:  # noqa: N802 - Qt's name
        """Return whether there are rows below a row, held or not."""
        node = self.node(parent) or self._root
        return bool(node.children) or self._is_empty(node)

    def _is_empty(self, node: Node) -> bool:
        """Whether a node is a heading of whose topics none is held."""
        place, ordinal = node.at
        return not node.children and ordinal < 0 <= place and self._has_topics(place)

    def _has_topics(self, place: int) -> bool:
        return next(self.shown.topics(place), None) is not None

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
        above = node.parent if node is not None else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of children that are held."""
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
            number = node.item.number
            return f"{number}\u2002{node.item.title}" if number else node.item.title
        if role in {ACCESSIBLE_TEXT, TOOL_TIP}:
            return self._row_text(node.item, self.note_count(node.item))
        return node if role == ITEM else None


def _rows(shown: Shown, around: Row | None, page: int) -> list[Row]:
    """Return the rows to hold: all when they are a few pages, else those around one of them or the first ones."""
    most = 4 * page
    if shown.count <= most:
        rows = list(islice(shown.after(BEFORE_ALL), most + 1))
        if len(rows) <= most:
            return rows
    return _rows_around(shown, around, page) if around else list(islice(shown.after(BEFORE_ALL), _below(page)))


def _below(page: int) -> int:
    """Return how many rows below the one at the top of a view are enough to scroll on."""
    return 2 * page + page // 2


def _rows_around(shown: Shown, row: Row, page: int) -> list[Row]:
    """Return a row with those above and below it, a heading first."""
    if row[0] in shown.folded:
        row = (row[0], -1)
    rows = [*islice(shown.before(row), page + page // 2)]
    rows.reverse()
    rows += [row, *islice(shown.after(row), _below(page))]
    return rows if rows[0][1] < 0 else [(rows[0][0], -1), *rows]


def _first(node: Node) -> Node:
    """Return the first topic of a heading that is held; the heading itself when there is none."""
    return node.children[0] if node.children else node
