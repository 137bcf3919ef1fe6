"""Paints a row of the tree: number, title and snippet with their hits marked, certainty, how many notes."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fmm_desktop.dossier.editions_vocabulary import change_name
from fmm_desktop.dossier.model import Session, Topic
from fmm_desktop.dossier.vocabulary import certainty_name
from fmm_desktop.errors import Language
from fmm_desktop.search.marking import Marker, remembering
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.painting import Face, Ink, Snippet, badge, write
from fmm_desktop.ui.tree.model import DossierModel
from fmm_desktop.ui.tree.snippets import Snippets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.turning import Heading

_AIR = 8
_REMEMBERED = 400  # titles
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class Look:
    """Fonts, colours and finished badges: what is the same in each row, made anew when the looks change."""

    def __init__(self, colours: Colours, font: QFont) -> None:
        self.font = QFont(font)  # Qt takes the one that it gives away back
        self.plain, self.bold = Face(font), Face(font, bold=True)
        self.small = Face(font, smaller=True)
        self.badges: dict[tuple[str, float], QPixmap] = {}
        self.selection, self.accent = QColor(colours.selection), QColor(colours.accent)
        self.inks = {
            (selected, quiet): Ink(
                colours.selection_text if selected else colours.muted if quiet else colours.text, colours.hit
            )
            for selected in (False, True)
            for quiet in (False, True)
        }


class Badge(NamedTuple):
    """A word on a tinted ground."""

    words: str
    colour: str
    ground: str


class TreeDelegate(QStyledItemDelegate):
    """Paints rows in the colours of the window, with the hits of a query marked.

    With `snippets` each row has room for a second line, in which the words around the first hit stand.
    """

    def __init__(self, colours: Colours, note_count: Callable[[Session | Topic], int]) -> None:
        super().__init__()
        self._folding = remembering(_REMEMBERED)
        self._marker = Marker(Query(), self._folding)
        self.snippets: Snippets | None = None
        self.language: Language = "en"
        self.news: Mapping[str, str] = {}
        """Which topics are not as the reader last read them, by path: new, changed or moved."""
        self._colours = colours
        self._note_count = note_count
        self._look = Look(colours, QFont())

    def mark(self, query: Query, snippets: Snippets | None) -> None:
        """Mark another query from now on; None for no snippets."""
        self._marker = Marker(query, self._folding)
        self.snippets = snippets

    @property
    def colours(self) -> Colours:
        """The colours of the window."""
        return self._colours

    @colours.setter
    def colours(self, colours: Colours) -> None:
        self._colours = colours
        self._look = Look(colours, self._look.font)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return a row that is easy to hit."""
        return QSize(120, round(option.fontMetrics.height() * (1.75 if self.snippets is None else 2.7)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row; the selection keeps its colour when the tree has not the focus."""
        node = DossierModel.node(index)
        if node is None or node.item is None:
            return
        if option.font != self._look.font:
            self._look = Look(self._colours, option.font)
        rect: QRect = option.rect
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        state = option.state.value
        if state & _SELECTED:
            painter.fillRect(left, top, width, height, self._look.selection)
            if state & _FOCUSED:
                painter.fillRect(left, top, 3, height, self._look.accent)
        width -= 2 * _AIR
        self._paint_item(painter, (left + _AIR, top, width, height), node.item, bool(state & _SELECTED))

    def _paint_item(
        self, painter: QPainter, place: tuple[int, int, int, int], item: "Session | Topic | Heading", selected: bool
    ) -> None:
        look = self._look
        face = look.plain if isinstance(item, Topic) else look.bold
        left, top, width, height = place
        indent = round(face.width(f"{item.number}\u2002")) if item.number else 0
        snippet = self.snippets.of(item) if self.snippets is not None and isinstance(item, Topic) else None
        if snippet is not None and snippet.text:
            head = (height - face.height - look.small.height - 1) // 2
            painter.setFont(look.small.font)
            shown = look.small.window(snippet, width - indent)
            at = (left + indent, top + head + face.height + 1)
            write(painter, at, shown, look.small, look.inks[selected, True])
        else:
            head = (height - face.height) // 2
        if isinstance(item, Topic):
            width -= self._paint_badges(painter, (left + width, top + head + face.height // 2), item)
        painter.setFont(face.font)
        write(painter, (left, top + head), Snippet(item.number), face, look.inks[selected, True])
        title = " ".join(item.title.split())
        words = face.window(Snippet(title, self._marker.spans(title)), width - indent)
        write(painter, (left + indent, top + head), words, face, look.inks[selected, False])

    def _paint_badges(self, painter: QPainter, end: tuple[int, int], topic: Topic) -> int:
        """Paint the badges to the left of a place, at that height; return how wide they are together."""
        right, middle = end
        ratio = painter.device().devicePixelRatioF() if self._has_badges(topic) else 1.0
        for one in self._badges(topic):
            key = (one.words, ratio)
            picture = self._look.badges.get(key)
            if picture is None:
                picture = badge(one.words, (one.colour, one.ground), self._look.small, ratio)
                self._look.badges[key] = picture
            right -= round(picture.width() / ratio)
            painter.drawPixmap(right, middle - round(picture.height() / ratio) // 2, picture)
            right -= 4
        return end[0] - right

    def _has_badges(self, topic: Topic) -> bool:
        return topic.certainty != "planned" or topic.path in self.news or bool(self._note_count(topic))

    def _badges(self, topic: Topic) -> Iterator[Badge]:
        """Yield what is said of a topic at the end of its row, from the right."""
        if count := self._note_count(topic):
            yield Badge(f"✎ {count}", self._colours.note, self._colours.note_ground)
        if topic.path in self.news:
            words = change_name(self.news[topic.path], self.language)
            yield Badge(words, self._colours.accent, self._colours.position_ground)
        if topic.certainty != "planned":
            possible = topic.certainty == "possible"
            colour = self._colours.possible if possible else self._colours.muted
            ground = self._colours.possible_ground if possible else self._colours.window
            yield Badge(certainty_name(topic.certainty, self.language), colour, ground)
