"""The help shows the pictures that come with it, and no others."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from fmm_desktop.errors import Language
from fmm_desktop.ui.help_window import HelpWindow

FOLDER = Path(__file__).parents[2] / "resources" / "help"
PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_shows_two_sheets_and_a_review_and_loads_nothing_from_elsewhere(
    language: Language, qtbot: QtBot
) -> None:
    window = HelpWindow(FOLDER, language)
    qtbot.addWidget(window)
    page = window.findChild(QTextBrowser)
    assert page is not None

    named = re.findall(r"!\[.+?\]\((.+?)\)", (FOLDER / f"{language}.md").read_text("utf-8"))

    assert named == [f"{one}.{language}.png" for one in ("sheet", "card", "review")]
    for name in named:
        picture = page.loadResource(PICTURE, QUrl(name))
        assert isinstance(picture, QImage)
        assert picture.width() > 300
    elsewhere = page.loadResource(PICTURE, QUrl.fromLocalFile(str(FOLDER / "window.png")))
    assert isinstance(elsewhere, QImage)
    assert elsewhere.width() == 1
