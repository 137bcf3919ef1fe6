"""The help inside the program."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QVBoxLayout, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.nothing import nothing


class _HelpPage(QTextBrowser):
    """Shows the help; loads nothing but what it is given."""

    def __init__(self, pictures: dict[str, QImage], parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Return one of the pictures, else nothing."""
        return self._pictures.get(QUrl(name).toString(), nothing(kind))


class HelpWindow(QDialog):
    """Shows the help page of the language of the interface, beside the window."""

    def __init__(self, folder: Path, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        pictures = folder.glob(f"*.{language}.png")
        self._page = page = _HelpPage({picture.name: QImage(str(picture)) for picture in pictures}, self)
        page.setAccessibleName(self.tr("Help"))
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setOpenLinks(False)
        page.document().setDocumentMargin(24)
        flatten(page)
        page.setMarkdown((folder / f"{language}.md").read_text(encoding="utf-8"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.close)
        self.resize(720, 720)

    def lead_to(self, heading: str) -> None:
        """Show what stands under a heading, as it reads; the beginning when there is none."""
        block = self._page.document().begin()
        while block.isValid() and not (block.blockFormat().headingLevel() and block.text() == heading):
            block = block.next()
        if block.isValid():
            self._page.moveCursor(QTextCursor.MoveOperation.End)  # to come from below, with the heading on top
            self._page.setTextCursor(QTextCursor(block))
