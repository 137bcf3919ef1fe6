"""The left pane as one thing: the filter line, how much it found, the tree."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.dossier.vocabulary import certainty_name, headings_language
from fmm_desktop.search.query import Query, parse
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.tree.model import DossierModel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.finder import Finder, Hits
    from fmm_desktop.ui.jobs import Job
    from fmm_desktop.ui.tree.delegate import TreeDelegate


_FOLDED_AT_ONCE = 150  # topics: some 30 ms


class TreePane(QWidget):
    """Shows the sessions and topics of a dossier, narrowed by what is typed above them."""

    location_chosen = Signal(object)  # Location
    query_changed = Signal(object)  # Query

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._finder: Finder | None = None
        self._preparing: Job | None = None
        self._query = Query()
        self._location = Location()
        self._note_counts: Mapping[str, int] = {}
        self._folded: set[Location] = set()
        self._model = DossierModel(self._row_text, self)
        self._delegate: TreeDelegate | None = None
        self._edit = QLineEdit(self)
        self._edit.setObjectName("filterEdit")
        self._edit.setMaxLength(1000)
        self._edit.textChanged.connect(self._filter)
        self._found = QLabel(self)
        self._found.setContentsMargins(4, 0, 4, 0)
        self._found.setWordWrap(True)
        self._found.hide()
        self._tree = self._make_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._edit)
        layout.addWidget(self._found)
        layout.addWidget(self._tree, 1)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setObjectName("dossierTree")
        lay_ground(tree)
        tree.setModel(self._model)
        tree.setHeaderHidden(True)
        tree.setFrameStyle(0)
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.selectionModel().currentChanged.connect(self._choose)
        tree.expanded.connect(lambda index: self._remember_folded(index, folded=False))
        tree.collapsed.connect(lambda index: self._remember_folded(index, folded=True))
        return tree

    def finish(self, colours: Colours) -> None:
        """Paint rows with certainty, notes and marks, and answer keys: what the first page need not wait for."""
        from fmm_desktop.ui.tree.delegate import TreeDelegate  # noqa: PLC0415 - see above

        self._delegate = TreeDelegate(colours, self._model.note_count)
        self._delegate.query = self._query
        self._delegate.language = headings_language(self._dossier.language if self._dossier else "")
        self._tree.setItemDelegate(self._delegate)
        self._tree.setHorizontalScrollBarPolicy(self._tree.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self._edit.setClearButtonEnabled(True)
        for widget in (self._edit, self._tree):
            widget.installEventFilter(self)
        if self._finder is None:
            self._prepare()

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, note_counts: Mapping[str, int]) -> None:
        """Show another dossier; what stands in the filter line goes on to filter."""
        if self._preparing is not None:
            self._preparing.stop()
        self._dossier, self._finder, self._note_counts, self._preparing = dossier, None, note_counts, None
        if self._delegate is not None:
            self._delegate.language = headings_language(dossier.language)
        self._folded.clear()
        self._location = Location()
        self._prepare()
        self._show()

    def set_note_counts(self, note_counts: Mapping[str, int]) -> None:
        """Show other numbers of notes: topic path → number."""
        self._note_counts = note_counts
        self._model.set_note_counts(note_counts)

    def select(self, location: Location) -> None:
        """Select the row of a page, without choosing it anew."""
        self._location = location
        index = self._model.index_of(location)
        self._tree.setCurrentIndex(index)
        if index.isValid():
            self._tree.scrollTo(index)
        else:
            self._tree.clearSelection()

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        if self._delegate is not None:
            self._delegate.colours = colours
            self._tree.viewport().update()

    def neighbour(self, step: int) -> Location | None:
        """Return the topic `step` on (1, -1; 0 is the current one, or the first) among those shown; None at the end.

        From the page of a session the next topic is its first one, and the previous one is the last before it.
        """
        return self._model.topic_beside(self._location, step)

    @property
    def focus_places(self) -> tuple[QWidget, ...]:
        """What takes the focus in here and does not show it clearly itself."""
        return (self._tree,)

    @property
    def filter_text(self) -> str:
        """What stands in the filter line."""
        return self._edit.text()

    def set_filter_text(self, text: str) -> None:
        """Put words into the filter line."""
        self._edit.setText(text)

    def focus_filter(self) -> None:
        """Go to the filter line, its words selected."""
        self._edit.setFocus()
        self._edit.selectAll()

    def focus_tree(self) -> None:
        """Go to the tree."""
        self._tree.setFocus()

    def clear_filter(self) -> None:
        """Show everything again, with the same page selected, and go to the tree."""
        self._edit.clear()
        self.focus_tree()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._edit.setPlaceholderText(self.tr("Filter sessions and topics"))
        self._edit.setAccessibleName(self.tr("Filter"))
        self._edit.setToolTip(self.tr("Every word must occur, in any order, also inside other words"))
        self._tree.setAccessibleName(self.tr("Sessions and topics"))
        self._tell_found()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _filter(self, typed: str) -> None:
        query = parse(typed)
        if query != self._query:
            self._query = query
            if self._delegate is not None:
                self._delegate.query = query
            self._show()
            self.query_changed.emit(query)

    def _show(self) -> None:
        self._model.show(self._dossier, self._hits(), self._note_counts)
        self._unfold()
        self._tell_found()
        self.select(self._location)

    def _hits(self) -> "Hits | None":
        """Return what the query finds; None when nothing is asked, as by the first page."""
        if self._dossier is None or not self._query:
            return None
        if self._finder is None:
            self._make_finder(self._dossier)
        if self._finder is None or (self._preparing is not None and not self._finder.ready):
            return None  # all is shown until it can be narrowed, and said to be
        return self._finder.find(self._query)

    def _make_finder(self, dossier: Dossier) -> None:
        from fmm_desktop.search.finder import Finder  # noqa: PLC0415 - not needed by the first page

        self._finder = Finder(dossier)
        if _is_large(dossier):
            from fmm_desktop.ui.jobs import Job  # noqa: PLC0415 - see above

            job = self._preparing = Job(self._finder.prepare)
            job.succeeded.connect(lambda _: self._begin_to_find(job))
            job.start()

    def _prepare(self) -> None:
        """Fold a large dossier before anybody asks, beside the window, which goes on."""
        if self._delegate is not None and self._dossier is not None and _is_large(self._dossier):
            self._make_finder(self._dossier)

    def _begin_to_find(self, job: "Job") -> None:
        if job is self._preparing:
            self._preparing = None
            if self._query:
                self._show()

    def _unfold(self) -> None:
        """Open every session; without a filter, leave those folded that the reader folded."""
        folded, self._folded = self._folded, set()
        self._tree.expandAll()
        for location in folded if not self._query else ():
            self._tree.collapse(self._model.index_of(location))
        self._folded = folded

    def _remember_folded(self, index: QModelIndex, *, folded: bool) -> None:
        node = self._model.node(index)
        if node is not None and not self._query:
            (self._folded.add if folded else self._folded.discard)(node.location)

    def _tell_found(self) -> None:
        found = self._model.topic_count
        if self._query and self._preparing is not None:
            self._found.setText(self.tr("Getting ready to search…"))
        elif self._query:
            words = self.tr("%n topic(s) found", "", found)
            self._found.setText(words if found else self.tr("Nothing found. Press Escape to see everything again."))
        else:
            self._found.setText(self.tr("This dossier has no topics."))
        self._found.setVisible(bool(self._query) or (self._dossier is not None and not found))

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        node = self._model.node(current)
        if node is not None and node.location != self._location:
            self._location = node.location
            self.location_chosen.emit(node.location)

    def _row_text(self, item: Session | Topic, notes: int) -> str:
        parts = [f"{item.number} {item.title}"]
        if isinstance(item, Topic) and self._dossier is not None:
            parts.append(certainty_name(item.certainty, headings_language(self._dossier.language)))
            if notes:
                parts.append(self.tr("%n note(s)", "", notes))
        return ", ".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow and Enter keys lead from the filter line to the tree, and Escape clear the line."""
        if event.type() is QEvent.Type.KeyPress:
            from fmm_desktop.ui.tree.keys import clears, leads_down  # noqa: PLC0415 - not needed by the first page

            if watched is self._edit and leads_down(event):
                self._lead_to_tree()
                return True
            if self._edit.text() and clears(event):
                self.clear_filter()
                return True
        return super().eventFilter(watched, event)

    def _lead_to_tree(self) -> None:
        self.focus_tree()
        first = self.neighbour(0)
        if first is not None:
            self.select(first)
            self.location_chosen.emit(first)


def _is_large(dossier: Dossier) -> bool:
    return sum(len(session.topics) for session in dossier.sessions) > _FOLDED_AT_ONCE
