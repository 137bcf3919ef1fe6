"""What helps to write a query: menus to choose from, what the line could go on with, and what may have been meant."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.search.facets import Choice, choices, toggled
from fmm_desktop.search.field_names import Field
from fmm_desktop.search.suggesting import Suggester
from fmm_desktop.ui.tree.facets import FacetBar
from fmm_desktop.ui.tree.offers import NearestOffers
from fmm_desktop.ui.tree.search import Search
from fmm_desktop.ui.tree.suggestion import SuggestionLabel

_PAUSE = 250  # ms without a key, after which it is looked up what may have been meant


class FilterAids(QObject):
    """Stands by a filter line and writes into it, so that there is one truth, the line."""

    def __init__(self, edit: QLineEdit, search: Search) -> None:
        super().__init__(edit)
        self._edit = edit
        self._search = search
        self._dossier: Dossier | None = None
        self._language: Language = "en"
        self._suggester: Suggester | None = None
        self.bar = FacetBar(self._choices)
        self.suggestion = SuggestionLabel()
        self.offers = NearestOffers()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: search.guess(edit.text()))
        search.guessed.connect(self.offers.offer)
        self.offers.taken.connect(self._write)
        self.offers.escaped.connect(self._clear)
        self.bar.chosen.connect(lambda part: self._write(toggled(edit.text(), part)))
        self.suggestion.taken.connect(self._write)
        self.suggestion.hide()
        edit.textEdited.connect(self._suggest)
        edit.textChanged.connect(self._forget)
        edit.installEventFilter(self)

    def enter(self, dossier: Dossier | None, language: Language) -> None:
        """Help with another dossier, in a language of the interface."""
        if (dossier, language) != (self._dossier, self._language):
            self._dossier, self._language = dossier, language
            self._suggester = Suggester(dossier, language) if dossier is not None else None
            self.suggestion.offer(())
            self._offer_anew()

    def follow_answer(self) -> None:
        """Offer what may have been meant when the line finds nothing: after a pause, as a key must not wait for it."""
        if self._search.found_nothing:
            self._pause.start()
        else:
            self._pause.stop()
            self._take_offers_away()

    def lead_to_offers(self) -> bool:
        """Go to what may have been meant; return whether anything is offered."""
        return self.offers.enter()

    def _choices(self, field: Field) -> tuple[Choice, ...]:
        if self._dossier is None:
            return ()
        return choices(field, self._dossier, self._edit.text(), self._language, self._search.count)

    def _suggest(self, typed: str) -> None:
        at_the_end = self._edit.cursorPosition() == len(typed)
        self.suggestion.offer(self._suggester.suggest(typed) if self._suggester and at_the_end else ())

    def _forget(self, typed: str) -> None:
        self._offer_anew()  # what was typed may ask for the same as before
        if not typed:
            self.suggestion.offer(())

    def _offer_anew(self) -> None:
        self._take_offers_away()
        self.follow_answer()

    def _take_offers_away(self) -> None:
        self._search.stop_guessing()
        self.offers.offer(())

    def _write(self, line: str) -> None:
        self._edit.setText(line)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._suggest(line)

    def _clear(self) -> None:
        self._edit.clear()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Tab complete. It stays in a line that is being typed: the next words must not land in a note."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and watched is self._edit
        ):
            return self.suggestion.take() or self.offers.take() or bool(self._edit.text())
        return super().eventFilter(watched, event)
