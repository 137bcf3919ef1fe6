"""Open the window of the installed program, without a screen, and look whether all of it came along.

Run by the Python of the environment that the wheel was installed in, with a folder for the state of the program and
a Dutch locale. Fails when a file is missing, when the window is empty, or when it does not speak Dutch.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QTextBrowser, QTreeView

import fmm_desktop
from fmm_desktop.app import build
from fmm_desktop.paths import bundled


def main(state: str) -> None:
    """Raise AssertionError, naming what is wrong, or print one line."""
    package = Path(fmm_desktop.__file__).parent
    assert "site-packages" in package.parts, f"the checkout was imported instead of the wheel: {package}"
    for name in ("data", "resources"):
        assert bundled(name) == package / name, f"{name} did not come with the wheel"
    dutch = QTranslator()
    assert dutch.load(str(bundled("resources") / "translations" / "fmm_desktop_nl.qm")), "no Dutch translation"
    left_behind = [file.name for file in package.rglob("*") if file.suffix == ".ts" or file.name == "prepare.py"]
    assert not left_behind, f"of no use to a reader: {left_behind}"

    window = build(["fmm-desktop", "--data-dir", state])
    window.show()
    QApplication.processEvents()
    tree = window.findChild(QTreeView, "dossierTree")
    page = window.findChild(QTextBrowser, "topicView")
    assert tree is not None, "the window has no dossierTree"
    assert page is not None, "the window has no topicView"
    sessions = tree.model().rowCount()
    assert sessions > 0, "the tree is empty"
    words = len(page.toPlainText().split())
    assert words > 0, "the page is empty"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren", "Qt does not speak Dutch"
    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(colours) > 2, "nothing was drawn"  # noqa: PLR2004 - paper and ink alone are a blank page
    print(f"window: {sessions} sessions, {words} words, {picture.width()} by {picture.height()} points")
    window.close()


if __name__ == "__main__":
    main(sys.argv[1])
