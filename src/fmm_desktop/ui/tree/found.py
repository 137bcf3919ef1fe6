"""How much was found, between the filter line and the tree; or that one must wait, and which fields there are not."""

from PySide6.QtWidgets import QLabel, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.search.query import Query, Slip
from fmm_desktop.ui.tree.search import Search


class FoundLabel(QLabel):
    """Tells in words what a search found; it is there only while it has something to tell."""

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.language: Language = "en"
        """Of the interface."""
        self.setContentsMargins(4, 0, 4, 0)
        self.setWordWrap(True)
        self.hide()

    def tell(self, query: Query, found: int) -> bool:
        """Tell how many topics were found; return whether the words are others than before."""
        words = "\n".join(self._words(query, found))
        if words == self.text():
            return False
        self.setText(words)
        self.setVisible(bool(words))
        return True

    def _words(self, query: Query, found: int) -> list[str]:
        lines = [self._counted(found)] if query else []
        lines += map(self._mended, query.slips)
        if not lines and not found and self._search.has_dossier:
            lines.append(self.tr("This dossier has no topics."))
        return lines

    def _mended(self, slip: Slip) -> str:
        from fmm_desktop.search.facets import meant  # noqa: PLC0415 - not needed by the first page

        said = self.tr("“%1:” is no field; perhaps “%2:”.")
        return said.replace("%1", slip.typed).replace("%2", meant(slip, self.language))

    def _counted(self, found: int) -> str:
        if self._search.is_preparing:
            return self.tr("Getting ready to search…")
        if self._search.is_searching:
            return self.tr("Searching…")
        if found:
            return self.tr("%n topic(s) found", "", found)
        return self.tr("Nothing found. Press Escape to see everything again.")
