"""What a note said when, and by whom."""

import datetime
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.errors import Language
from fmm_desktop.notes.lineage import in_order, nearest
from fmm_desktop.notes.note import Content, Revision
from fmm_desktop.notes.vocabulary import note_kind_label, status_name
from fmm_desktop.ui.changes import as_html
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.notes.field import wrap_for
from fmm_desktop.ui.notes.times import say_time
from fmm_desktop.ui.nothing import nothing


class Page(QTextBrowser):
    """Shows the text of a revision; loads nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(12)
        flatten(self)

    def write(self, html: str) -> None:
        """Show another text."""
        self.setWordWrapMode(wrap_for(html))
        self.setHtml(html)

    def loadResource(self, kind: int, _name: object) -> object:  # noqa: N802 - Qt's name
        """Load nothing."""
        return nothing(kind)


class HistoryDialog(QDialog):
    """Shows the revisions of a note, the newest first, each with what it changed."""

    again_wanted = Signal(str, object)  # the id of the revision to say again, those of the versions that were shown

    def __init__(self, colours: Colours, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of the note"))
        self._colours, self._language = colours, language
        self._revisions: Sequence[Revision] = ()
        self._known: Mapping[str, Revision] = {}
        self.list = QListWidget(self)
        self.list.setObjectName("historyList")
        self.list.setAccessibleName(self.tr("Versions of the note"))
        self.list.setAlternatingRowColors(True)
        self.list.setWordWrap(True)
        self.page = Page(self)
        self.page.setObjectName("historyPage")
        self.page.setAccessibleName(self.tr("What this version changed"))
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._again = QPushButton(self.tr("&Make it say this again"), self)
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self._want)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.resize(820, 480)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._about)
        column.addWidget(self.page, 1)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        close = QPushButton(self.tr("&Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        bar = QHBoxLayout()
        bar.addWidget(self._again)
        bar.addStretch(1)
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        layout.addLayout(bar)

    def show_history(self, revisions: Sequence[Revision]) -> None:
        """Show the revisions of a note, given in the order in which they came here."""
        latest_first = in_order(revisions)[::-1]
        if self._revisions == latest_first:
            return
        self._revisions, self._known = latest_first, {one.id: one for one in latest_first}
        self.list.clear()
        self.list.addItems([f"{say_time(one.time)}\n{one.author}: {self._what(one)}" for one in self._revisions])
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._revisions):
            self._again.setEnabled(False)
            return
        one, over = self._revisions[row], self._over(self._revisions[row])
        self._again.setEnabled(any(head.deleted or head.content != one.content for head in self._heads()))
        before = over[-1].content if over else None
        self._about.setText("\n".join(self._changes(one, before)))
        self.page.write(as_html(in_words(before) if before else "", in_words(one.content), self._colours))

    def _want(self) -> None:
        shown = tuple(one.id for one in self._heads())
        self.again_wanted.emit(self._revisions[self.list.currentRow()].id, shown)

    def _heads(self) -> list[Revision]:
        gone_on = {parent for one in self._revisions for parent in one.parents}
        return [one for one in self._revisions if one.id not in gone_on]

    def _over(self, one: Revision) -> list[Revision]:
        """Return what a revision was written over, of those that are here; the last one is what it changed.

        That is the latest, or the version that it leaves as it came.
        """
        over = nearest(one.parents, self._known)
        latest_last = (each for each in reversed(self._revisions) if each.id in over)
        return sorted(latest_last, key=lambda each: _hand(each) == _hand(one))

    def _what(self, one: Revision) -> str:
        over = self._over(one)
        if one.deleted:
            return self.tr("deleted")
        if not over:
            return self.tr("written")
        before = over[-1]
        changes = [self.tr("brought back")] if all(each.deleted for each in over) else []
        changes += [self.tr("version chosen")] if len(over) > 1 and _hand(before) != _hand(one) else []
        changes += [self.tr("text")] if before.text != one.text else []
        changes += [self.tr("proposed wording")] if before.content.wording != one.content.wording else []
        changes += [line.partition(":")[0].casefold() for line in self._changes(one, before.content)]
        return ", ".join(changes) or self.tr("the same again")

    def _changes(self, one: Revision, before: Content | None) -> list[str]:
        """Return what changed beside the words, a line for each."""
        was = before or one.content
        pairs = (
            (self.tr("Kind"), note_kind_label(was.kind, self._language), note_kind_label(one.kind, self._language)),
            (self.tr("Status"), status_name(was.status, self._language), status_name(one.status, self._language)),
            (self.tr("Labels"), ", ".join(was.labels), ", ".join(one.content.labels)),
            (self.tr("Place"), _place(was), _place(one.content)),
        )
        return [f"{name}: {old or '–'} → {new or '–'}" for name, old, new in pairs if old != new]


def in_words(said: Content) -> str:
    """Return what a revision says, and what it proposes."""
    return "\n\n".join(filter(None, (said.text, said.wording and f"→ {said.wording}")))


def _hand(one: Revision) -> tuple[str, datetime.datetime]:
    return one.author, one.time


def _place(content: Content) -> str:
    anchor = content.anchor
    words = f"“{anchor.words.exact}”" if anchor.words else ""
    return " ".join(filter(None, (anchor.topic, anchor.passage, words)))
