"""Narrowing by mouse: a row of menus under the filter line that write into it. There is one truth, the line."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from fmm_desktop.search.facets import FACETS, Choice
from fmm_desktop.search.field_names import Field

_NARROWEST = 24  # pixels

Choices = Callable[[Field], tuple[Choice, ...]]
"""Gives what there is to choose of a field now."""


class FacetBar(QWidget):
    """A menu for each field. Answers by `chosen`: a part of a query, to be put in or taken out."""

    chosen = Signal(str)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._buttons = {field: self._make_button(field) for field in FACETS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        self.retranslate()

    def _make_button(self, field: Field) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"facet_{field}")
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(_NARROWEST)  # the pane may be narrower than all their words
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu, field))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _fill(self, menu: QMenu, field: Field) -> None:
        menu.clear()
        for choice in self._choices(field):
            found = "" if choice.found is None else f"\t{choice.found}"
            action = menu.addAction(f"{choice.words.replace('&', '&&')}{found}")
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            action.triggered.connect(lambda _checked, part=choice.part: self.chosen.emit(part))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing to choose")).setEnabled(False)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = {
            "kind": self.tr("Kind"),
            "actor": self.tr("Actor"),
            "tag": self.tr("Tag"),
            "certainty": self.tr("Certainty"),
            "note": self.tr("With notes"),
        }
        for field, button in self._buttons.items():
            button.setText(words[field])
            button.setToolTip(self.tr("Show only topics with this: it is written into the filter line"))
            button.setAccessibleName(words[field])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
