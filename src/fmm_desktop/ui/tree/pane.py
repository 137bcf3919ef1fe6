"""The left pane as one thing: the filter line, how much it found, the tree."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.dossier.vocabulary import certainty_name, headings_language
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.query import Query, parse
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.theme import Colours
from fmm_desktop.ui.tree.delegate import TreeDelegate
from fmm_desktop.ui.tree.model import DossierModel


class TreePane(QWidget):
    """Shows the sessions and topics of a dossier, narrowed by what is typed above them."""

    location_chosen = Signal(object)  # Location
    query_changed = Signal(object)  # Query

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._finder: Finder | None = None
        self._query = Query()
        self._location = Location()
        self._note_counts: Mapping[str, int] = {}
        self._folded: set[Location] = set()
        self._model = DossierModel(self._row_text, self)
        self._delegate = TreeDelegate(colours)
        self._delegate.note_count = self._model.note_count
        self._edit = self._make_edit()
        self._found = QLabel(self)
        self._found.setContentsMargins(4, 0, 4, 0)
        self._found.setWordWrap(True)
        self._tree = self._make_tree()
        self._lay_out()
        self.retranslate()

    def _make_edit(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName("filterEdit")
        edit.setClearButtonEnabled(True)
        edit.setMaxLength(1000)
        edit.textChanged.connect(self._filter)
        edit.installEventFilter(self)
        return edit

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setObjectName("dossierTree")
        tree.setModel(self._model)
        tree.setItemDelegate(self._delegate)
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.selectionModel().currentChanged.connect(self._choose)
        tree.expanded.connect(lambda index: self._remember_folded(index, folded=False))
        tree.collapsed.connect(lambda index: self._remember_folded(index, folded=True))
        tree.installEventFilter(self)
        return tree

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._edit)
        layout.addWidget(self._found)
        layout.addWidget(self._tree, 1)
        self._found.hide()

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, note_counts: Mapping[str, int]) -> None:
        """Show another dossier; what stands in the filter line goes on to filter."""
        self._dossier, self._finder, self._note_counts = dossier, Finder(dossier), note_counts
        self._delegate.language = headings_language(dossier.language)
        self._folded.clear()
        self._location = Location()
        self._show()

    def set_note_counts(self, note_counts: Mapping[str, int]) -> None:
        """Show other numbers of notes: topic path → number."""
        self._note_counts = note_counts
        self._model.set_note_counts(note_counts)

    def select(self, location: Location) -> None:
        """Select the row of a page, without choosing it anew."""
        self._location = location
        index = self._model.index_of(location)
        self._tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self._tree.scrollTo(index)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._delegate.colours = colours
        self._tree.viewport().update()

    def neighbour(self, step: int) -> Location | None:
        """Return the topic `step` rows on among those shown, or None at the end."""
        topics = [location for location in self._model.locations() if location.page == "topic"]
        if self._location in topics:
            place = topics.index(self._location) + step
            return topics[place] if 0 <= place < len(topics) else None
        return topics[0] if topics else None

    @property
    def filter_text(self) -> str:
        """What stands in the filter line."""
        return self._edit.text()

    def set_filter_text(self, text: str) -> None:
        """Put words into the filter line."""
        self._edit.setText(text)

    def focus_filter(self) -> None:
        """Go to the filter line, its words selected."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def focus_tree(self) -> None:
        """Go to the tree."""
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
            self._query = self._delegate.query = query
            self._show()
            self.query_changed.emit(query)

    def _show(self) -> None:
        hits = self._finder.find(self._query) if self._finder else None
        self._model.show(self._dossier, hits, self._note_counts)
        self._unfold()
        self._tell_found()
        self.select(self._location)

    def _unfold(self) -> None:
        """Open every session; without a filter, leave those folded that the reader folded."""
        self._tree.blockSignals(True)
        try:
            self._tree.expandAll()
            for location in self._folded if not self._query else ():
                self._tree.collapse(self._model.index_of(location))
        finally:
            self._tree.blockSignals(False)

    def _remember_folded(self, index: QModelIndex, *, folded: bool) -> None:
        node = self._model.node(index)
        if node is not None and not self._query:
            (self._folded.add if folded else self._folded.discard)(node.location)

    def _tell_found(self) -> None:
        topics = [location for location in self._model.locations() if location.page == "topic"]
        self._found.setVisible(bool(self._query) or not topics)
        if self._query and not topics:
            self._found.setText(self.tr("Nothing found. Press Escape to see everything again."))
        elif self._query:
            self._found.setText(self.tr("%n topic(s) found", "", len(topics)))
        else:
            self._found.setText(self.tr("This dossier has no topics."))

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        node = self._model.node(current)
        if node is not None and node.location != self._location:
            self._location = node.location
            self.location_chosen.emit(node.location)

    def _row_text(self, item: Session | Topic, notes: int) -> str:
        parts = [f"{item.number} {item.title}"]
        if isinstance(item, Topic):
            parts.append(certainty_name(item.certainty, self._delegate.language))
            if notes:
                parts.append(self.tr("%n note(s)", "", notes))
        return ", ".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow and Enter keys lead from the filter line to the tree, and letters from the tree to the line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._edit and self._leads_to_tree(event.key()):
                return True
            if event.key() == Qt.Key.Key_Escape and self._edit.text():
                self.clear_filter()
                return True
        return super().eventFilter(watched, event)

    def _leads_to_tree(self, key: int) -> bool:
        if key not in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        self.focus_tree()
        first = self.neighbour(0)
        if first is not None:
            self.select(first)
            self.location_chosen.emit(first)
        return True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
