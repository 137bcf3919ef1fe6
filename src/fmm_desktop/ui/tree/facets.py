"""Narrowing by mouse: a row of menus under the filter line that write into it. There is one truth, the line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from fmm_desktop.search.facets import FACETS, Choice
from fmm_desktop.search.field_names import Field
from fmm_desktop.ui.flow import MenuRow

_MOST = 40  # choices in a menu: more would not fit on a screen

Choices = Callable[[Field], tuple[Choice, ...]]
"""Gives what there is to choose of a field now."""


class FacetBar(MenuRow):
    """A menu for each field. Answers by `chosen`: a part of a query, to be put in or taken out."""

    chosen = Signal(str)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._buttons = {field: self.add_menu(f"facet_{field}", partial(self._fill, field)) for field in FACETS}
        self.place(tuple(self._buttons.values()))
        self.retranslate()

    def _fill(self, field: Field, menu: QMenu) -> None:
        choices = self._choices(field)
        shown = _most(choices)
        for choice in shown:
            found = "" if choice.found is None else f"\t{choice.found}"
            action = menu.addAction(f"{choice.words.replace('&', '&&')}{found}")
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            action.triggered.connect(lambda _checked, part=choice.part: self.chosen.emit(part))
        if left := len(choices) - len(shown):
            words = self.tr("%n more: type “%1:” and the first letters", "", left)
            menu.addAction(words.replace("%1", choices[0].part.partition(":")[0])).setEnabled(False)
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
        super().retranslate()


def _most(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return the choices that a menu has room for: those that are chosen and those that find most, in their order."""
    if len(choices) <= _MOST:
        return choices
    best = sorted(choices, key=lambda choice: (not choice.chosen, -(choice.found or 0)))[:_MOST]
    kept = {choice.part for choice in best}
    return tuple(choice for choice in choices if choice.part in kept)
