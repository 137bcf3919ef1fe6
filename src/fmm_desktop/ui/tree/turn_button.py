"""Tells above the tree how it is arranged, and lets a mouse user arrange it in another way."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from fmm_desktop.ui.location import View


class TurnButton(QToolButton):
    """A menu of the actions that it is given, under the name of what the tree is arranged by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View = "session"
        self._is_waiting = False
        self.setObjectName("turnButton")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.retranslate()

    def offer(self, actions: Iterable[QAction]) -> None:
        """Offer these ways to arrange the tree."""
        self.menu().addActions(list(actions))

    def tell(self, view: View, *, is_waiting: bool) -> None:
        """Say how the tree is arranged, or that it will be as soon as the dossier is ready for that."""
        self._view, self._is_waiting = view, is_waiting
        self.retranslate()

    @property
    def words_of_rows(self) -> str:
        """What the rows of the tree are, for a screen reader."""
        return {
            "session": self.tr("Sessions and topics"),
            "actor": self.tr("Actors and topics"),
            "tag": self.tr("Tags and topics"),
            "kind": self.tr("Kinds and topics"),
            "term": self.tr("Terms and topics"),
        }[self._view]

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        words = {
            "session": self.tr("By session"),
            "actor": self.tr("By actor"),
            "tag": self.tr("By tag"),
            "kind": self.tr("By kind"),
            "term": self.tr("By term"),
        }[self._view]
        told = self.tr("%1: getting ready…").replace("%1", words) if self._is_waiting else words
        self.setText(told)
        self.setAccessibleName(self.tr("Tree arranged: %1").replace("%1", told))
        self.setToolTip(self.tr("Arrange the topics by session, actor, tag, kind or term"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
