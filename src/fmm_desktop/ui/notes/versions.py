"""The versions of a note side by side, until the reader chooses: two windows changed it, or somebody else did."""

import html
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fmm_desktop.dossier.difference import Part, differences
from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Revision
from fmm_desktop.notes.vocabulary import note_kind_label, status_name
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.buttons import push_button
from fmm_desktop.ui.notes.history import Page, in_words
from fmm_desktop.ui.notes.times import say_time


class VersionsDialog(QDialog):
    """Shows the versions of a note side by side, until the reader chooses."""

    keep_wanted = Signal(str, object)  # the id of the revision that stays, those of all versions that were shown
    both_wanted = Signal()

    def __init__(self, colours: Colours, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Versions of the note"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._colours, self._language = colours, language
        self._versions: Sequence[Revision] = ()
        self._keeps: list[QPushButton] = []
        self._seen: tuple[str, ...] = ()
        self._columns = QWidget(self)
        words = QLabel(self.tr("This note was changed in two places at the same time. Nothing is lost: choose."), self)
        words.setWordWrap(True)
        self._both = push_button(self, self.tr("Keep each as a &note of its own"), self.both_wanted.emit)
        self._later = push_button(self, self.tr("&Later"), self.close)
        bar = QHBoxLayout()
        bar.addWidget(self._both)
        bar.addStretch(1)
        bar.addWidget(self._later)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._columns)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(self._beside, 1)
        layout.addLayout(bar)
        self.resize(860, 460)

    def show_versions(self, versions: Sequence[Revision], seen: Iterable[str]) -> None:
        """Show versions, at least two, the one that is shown in the list first.

        `seen` are the ids of all revisions that a choice replaces: of those that say the same, one is shown.
        """
        self._seen = tuple(seen)
        if versions == self._versions:
            return
        self._versions, self._keeps = versions, []
        columns = QWidget(self)
        beside = QHBoxLayout(columns)
        beside.setContentsMargins(0, 0, 0, 0)
        for place, one in enumerate(versions):
            beside.addLayout(self._column(place + 1, one, versions[0] if place else versions[1], columns), 1)
        self._beside.replaceWidget(self._columns, columns)
        self._columns.deleteLater()
        self._columns.hide()
        self._columns = columns
        for before, after in pairwise((*self._keeps, self._both, self._later)):
            self.setTabOrder(before, after)
        self._keeps[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, number: int, one: Revision, other: Revision, parent: QWidget) -> QVBoxLayout:
        traits = [note_kind_label(one.kind, self._language), status_name(one.status, self._language)]
        about = QLabel(f"{say_time(one.time)} · {one.author}\n{' · '.join((*traits, *one.content.labels))}", parent)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        page = Page(parent)
        page.setAccessibleName(about.text())
        page.write(_own(in_words(other.content), in_words(one.content), self._colours))
        words = self.tr("Keep version &%1").replace("%1", str(number))
        keep = push_button(parent, words, lambda: self.keep_wanted.emit(one.id, self._seen))
        self._keeps.append(keep)
        column = QVBoxLayout()
        column.addWidget(about)
        column.addWidget(page, 1)
        column.addWidget(keep)
        return column


def _own(other: str, one: str, colours: Colours) -> str:
    """Return a text, with what the other one does not say underlined."""
    looks = {Part.KEPT: "", Part.IN: f"color:{colours.say};text-decoration:underline"}
    return "".join(
        f'<span style="white-space:pre-wrap;{looks[piece.part]}">{_escape(piece.text)}</span>'
        for piece in differences(other, one)
        if piece.part is not Part.OUT
    )


def _escape(text: str) -> str:
    return html.escape(text.replace("\0", "\ufffd")).replace("\n", "<br>")
