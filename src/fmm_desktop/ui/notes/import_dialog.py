"""What an import would do, before it is done: a table with a row for each author."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.errors import Language
from fmm_desktop.notes.exchange.planning import Fate, Plan
from fmm_desktop.notes.exchange.telling import fate_meaning, fate_name

_ROWS = 8  # authors that are seen without scrolling


class ImportDialog(QDialog):
    """Shows a plan and asks whether it is to be done."""

    wanted = Signal(bool)  # whether to bring back what was deleted here

    def __init__(self, plan: Plan, name: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import notes"))
        self._plan = plan
        self._fates = [fate for fate in Fate if plan.count(fate)]
        self._language = language
        self._heading = self._label("")
        self._heading.setText(self.tr("%n note(s) in %1", "", len(plan.planned)).replace("%1", name))
        self._table = self._make_table()
        self._back = QCheckBox(self.tr("&Bring back what was deleted here"), self)
        self._back.setObjectName("bringBack")
        self._back.setVisible(bool(plan.count(Fate.GONE)))
        self._buttons = self._make_buttons()
        layout = QVBoxLayout(self)
        for widget in (self._heading, self._table, self._label(self._meanings()), self._back, self._buttons):
            layout.addWidget(widget)
        self._back.toggled.connect(self._tell_whether_there_is_anything)
        self._tell_whether_there_is_anything()
        self.accepted.connect(lambda: self.wanted.emit(self._back.isChecked()))
        self.finished.connect(self.deleteLater)
        self.resize(max(self.sizeHint().width(), 520), self.sizeHint().height())

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names in a file are text
        label.setWordWrap(True)
        return label

    def _make_table(self) -> QTableWidget:
        authors = self._plan.by_author()
        table = QTableWidget(len(authors), 1 + len(self._fates), self)
        table.setObjectName("importTable")
        table.setAccessibleName(self.tr("What the import would do"))
        names = [fate_name(fate, self._language) for fate in self._fates]
        table.setHorizontalHeaderLabels([self.tr("Author"), *(f"{name[0].upper()}{name[1:]}" for name in names)])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, (author, counts) in enumerate(authors.items()):
            table.setItem(row, 0, QTableWidgetItem(" ".join(author.split()) or "?"))
            for column, fate in enumerate(self._fates, 1):
                item = QTableWidgetItem(str(counts[fate] or "–"))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        shown = min(len(authors), _ROWS)
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + shown * table.rowHeight(0) + 6)
        return table

    def _meanings(self) -> str:
        """Say what each heading means."""
        lines = []
        for fate in self._fates:
            name = fate_name(fate, self._language)
            lines.append(f"{name[0].upper()}{name[1:]}: {fate_meaning(fate, self._language)}.")
        return "\n".join(lines)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._import = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _tell_whether_there_is_anything(self) -> None:
        anything = bool(self._plan.revisions(bring_back=self._back.isChecked()))
        self._import.setVisible(anything)
        self._import.setDefault(anything)
        self._cancel.setText(self.tr("Cancel") if anything else self.tr("Close"))
        self._cancel.setDefault(not anything)
