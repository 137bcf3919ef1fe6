"""The left pane as one thing: the filter line, how much it found, the tree."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.dossier.vocabulary import certainty_name
from fmm_desktop.errors import Language
from fmm_desktop.search.query import Query, parse
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.location import Location, View
from fmm_desktop.ui.tree.found import FoundLabel
from fmm_desktop.ui.tree.outline import Outline
from fmm_desktop.ui.tree.search import Search
from fmm_desktop.ui.tree.view import TreeView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from fmm_desktop.search.answers import Notes
    from fmm_desktop.search.finder import Hits
    from fmm_desktop.search.turning import Heading
    from fmm_desktop.ui.tree.aids import FilterAids
    from fmm_desktop.ui.tree.delegate import TreeDelegate
    from fmm_desktop.ui.tree.snippets import Snippets
    from fmm_desktop.ui.tree.turn_button import TurnButton


class TreePane(QWidget):
    """Shows the sessions and topics of a dossier, narrowed by what is typed above them."""

    location_chosen = Signal(object)  # Location
    query_changed = Signal(object)  # Query
    turned = Signal(str)  # View
    indexed = Signal()  # `heading` knows from now on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._query = Query()
        self._note_counts: Mapping[str, int] = {}
        self._news: Mapping[str, str] = {}
        self._delegate: TreeDelegate | None = None
        self._snippets: Snippets | None = None
        self._search = Search(self)
        self._search.ready.connect(self._get_ready)
        self._search.answered.connect(self._show_answer)
        self._edit = QLineEdit(self)
        self._edit.setObjectName("filterEdit")
        self._edit.setMaxLength(1000)
        self._edit.textChanged.connect(self._filter)
        self._found = FoundLabel(self._search, self)
        self._tree = TreeView(self._row_text, self)
        self._tree.chosen.connect(self.location_chosen)
        self._aids: FilterAids | None = None
        self._view: View = "session"
        self._turn_button: TurnButton | None = None
        self._language: Language = "en"
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 8, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addWidget(self._edit)
        self._rows.addWidget(self._found)
        self._rows.addWidget(self._tree, 1)

    def finish(self, colours: Colours) -> None:
        """Paint rows with certainty, notes and marks, and answer keys: what the first page need not wait for."""
        from fmm_desktop.ui.tree.bar import WholeBar  # noqa: PLC0415 - see above
        from fmm_desktop.ui.tree.delegate import TreeDelegate  # noqa: PLC0415

        self._delegate = TreeDelegate(colours, self._tree.rows.note_count)
        self._delegate.language = self._language
        self._mark()
        self._tree.setItemDelegate(self._delegate)
        self._tree.setHorizontalScrollBarPolicy(self._tree.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self._bar = WholeBar(self._tree)
        self._bar.follow()
        self._edit.setClearButtonEnabled(True)
        self._bring_in_aids()
        for widget in (self._edit, self._tree):
            widget.installEventFilter(self)
        self._search.prepare()

    def _bring_in_aids(self) -> None:
        from PySide6.QtWidgets import QHBoxLayout  # noqa: PLC0415 - see above

        from fmm_desktop.ui.tree.aids import FilterAids  # noqa: PLC0415

        self._aids = FilterAids(self._edit, self._search)
        self._aids.enter(self._dossier, self._language)
        line = QHBoxLayout()
        self._rows.removeWidget(self._found)
        line.addWidget(self._found, 1)
        line.addWidget(self._aids.suggestion)
        self._rows.insertWidget(1, self._aids.bar)
        self._rows.insertLayout(2, line)
        self._rows.insertWidget(3, self._aids.offers)
        self._bring_in_turn_button()

    def _bring_in_turn_button(self) -> None:
        from fmm_desktop.ui.tree.turn_button import TurnButton  # noqa: PLC0415 - see above

        self._turn_button = TurnButton(self)
        self._rows.insertWidget(4, self._turn_button)
        self._tell_arrangement()

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, note_counts: Mapping[str, int]) -> None:
        """Show another dossier; what stands in the filter line goes on to filter."""
        self._dossier, self._note_counts, self._snippets = dossier, note_counts, None
        self._search.enter(dossier)
        if self._delegate is not None:
            self._search.prepare()
        if self._aids is not None:
            self._aids.enter(dossier, self._language)
        self._tree.enter(self._outline() or Outline(dossier), note_counts)
        self._tell_arrangement()
        if self._query:
            self._show()
        else:
            self._tell_found(self._tree.rows.topic_count)

    @property
    def view(self) -> View:
        """By what the topics are arranged."""
        return self._view

    def arrange(self, view: View) -> None:
        """Arrange the topics by something else: at once, or when a large dossier is ready for that."""
        if view != self._view:
            self._view = view
            self._turn()
            self.turned.emit(view)

    def offer_views(self, actions: "Iterable[QAction]") -> None:
        """Let a mouse user choose among ways to arrange the topics."""
        if self._turn_button is not None:
            self._turn_button.offer(actions)

    def heading(self, location: Location) -> "Heading | None":
        """Return what the page of an actor, a tag, a kind or a term is about; None while that is not known yet.

        `indexed` tells when it is. What the dossier does not know of has no topics.
        """
        turning, field = self._search.turning(), location.turned_by
        if turning is None or field is None:
            return None
        from fmm_desktop.search.turning import Heading  # noqa: PLC0415 - not needed by the first page

        return turning.heading(field, location.id) or Heading(field, location.id, location.id, 0)

    def may_have(self, location: Location) -> bool:
        """Return whether there is a page of an actor, a tag, a kind or a term; True while that is not known yet."""
        turning, field = self._search.turning(), location.turned_by
        return turning is None or field is None or turning.heading(field, location.id) is not None

    def set_note_counts(self, note_counts: Mapping[str, int]) -> None:
        """Show other numbers of notes: topic path → number."""
        self._note_counts = note_counts
        self._tree.rows.set_note_counts(note_counts)

    def set_news(self, news: Mapping[str, str]) -> None:
        """Show which topics are new or changed: topic path → a value of `dossier.editions.Change`."""
        self._news = news
        if self._delegate is not None:
            self._delegate.news = news
            self._tree.viewport().update()

    def set_notes(self, notes: "Callable[[], Notes]") -> None:
        """Look through the texts of notes as well; `notes` is asked for them at each question."""
        self._search.notes = notes
        self.follow_notes()

    def follow_notes(self) -> None:
        """Find anew while a filter stands, because the notes changed."""
        if not self._search.is_preparing:
            self._ask_again()

    def make_way(self) -> None:
        """Let what is done beside the window rest for a moment: another page is wanted."""
        self._search.make_way()

    def select(self, location: Location) -> None:
        """Select the row of a page, without choosing it anew."""
        self._tree.select(location)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        if self._delegate is not None:
            self._delegate.colours = colours
            self._tree.viewport().update()

    def neighbour(self, step: int) -> Location | None:
        """Return the topic `step` on (1, -1; 0 is the current one, or the first) among those shown; None at the end.

        From the page of a session the next topic is its first one, and the previous one is the last before it.
        """
        return self._tree.beside(step)

    def round(self, step: int) -> Location | None:
        """Return the topic `step` on (1 or -1) as `neighbour` does, round at the ends; None when none is shown."""
        return self._tree.round(step)

    @property
    def place(self) -> tuple[int, int]:
        """Which row of a topic the page that is open has, from 1, 0 for none; and how many there are."""
        return self._tree.place

    @property
    def shows_current(self) -> bool:
        """Whether the page that is open is among the rows, folded or not."""
        return self._tree.shows_current

    @property
    def focus_places(self) -> tuple[QWidget, ...]:
        """What takes the focus in here and does not show it clearly itself."""
        return (self._tree,)

    @property
    def query(self) -> Query:
        """What the filter line asks for."""
        return self._query

    @property
    def hits(self) -> "Hits | None":
        """What the filter line found; None while all is shown."""
        return self._search.answer()

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
        """Show everything again, with the same page selected; the focus stays where it is."""
        self._edit.clear()

    def retranslate(self, language: Language) -> None:
        """Say everything in the language of the interface."""
        self._language = self._found.language = language
        if self._delegate is not None:
            self._delegate.language = language
            self._tree.viewport().update()
        if self._aids is not None:
            self._aids.enter(self._dossier, language)
        self._edit.setPlaceholderText(self.tr("Filter sessions and topics"))
        self._edit.setAccessibleName(self.tr("Filter"))
        self._edit.setToolTip(self.tr("Every word must occur, in any order, also inside other words"))
        self._tell_arrangement()
        self._tell_found(self._tree.rows.topic_count)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _filter(self, typed: str) -> None:
        query = parse(typed)
        if query != self._query:
            self._query = query
            self._show()
            self.query_changed.emit(query)

    def _show(self) -> None:
        self._search.ask(self._query)
        self._show_answer()

    def _get_ready(self) -> None:
        self._turn()
        self._ask_again()
        self.indexed.emit()

    def _outline(self) -> Outline | None:
        """Return the dossier as it is to be arranged; None while it is not ready for that."""
        if self._dossier is None or self._view == "session":
            return Outline(self._dossier)
        turning = self._search.turning()
        if turning is None:
            return None
        from fmm_desktop.ui.tree.turned import Turned  # noqa: PLC0415 - not needed by the first page

        return Turned(self._dossier, self._view, turning.headings(self._view))

    def _turn(self) -> None:
        outline = self._outline()
        if outline is not None and outline.view != self._tree.rows.shown.outline.view:
            self._tree.turn(outline, self._search.answer(), self._note_counts)
        self._tell_arrangement()

    def _tell_arrangement(self) -> None:
        if self._turn_button is not None:
            is_waiting = self._tree.rows.shown.outline.view != self._view
            self._turn_button.tell(self._view, is_waiting=is_waiting)
            self._tree.setAccessibleName(self._turn_button.words_of_rows)

    def _ask_again(self) -> None:
        if self._query:
            self._show()

    def _show_answer(self) -> None:
        hits = self._search.answer()
        self._mark()
        self._tell_found(self._tree.rows.shown.outline.total if hits is None else len(hits))
        self._tree.narrow(hits, self._note_counts)
        if self._aids is not None:
            self._aids.follow_answer()

    def _mark(self) -> None:
        if self._delegate is not None:
            self._delegate.mark(self._query, self._asked_snippets())

    def _asked_snippets(self) -> "Snippets | None":
        """Return what gives a topic the line under its title; None when nothing is found."""
        finder = self._search.finder
        if self._dossier is None or finder is None or self._search.answer() is None:
            return None
        from fmm_desktop.ui.tree.snippets import Snippets  # noqa: PLC0415 - needed by a filter only

        if self._snippets is None:
            self._snippets = Snippets(self._dossier)
        self._snippets.ask(self._query, self._search.notes(), finder.scope(self._query).holds)
        return self._snippets

    def _tell_found(self, found: int) -> None:
        """Say how much was found, before it is shown: the tree is laid out once, in the room that is left."""
        if self._found.tell(self._query, found) and (layout := self.layout()):
            layout.activate()

    def _row_text(self, item: "Session | Topic | Heading", notes: int) -> str:
        parts = [f"{item.number} {item.title}".lstrip()]
        if isinstance(item, Topic):
            parts.append(certainty_name(item.certainty, self._language))
            if item.path in self._news:
                from fmm_desktop.dossier.editions_vocabulary import change_name  # noqa: PLC0415 - see above

                parts.append(change_name(self._news[item.path], self._language))
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
        if self._aids is not None and self._aids.lead_to_offers():
            return
        self.focus_tree()
        first = self.neighbour(0)
        if first is not None:
            self.select(first)
            self.location_chosen.emit(first)
