"""The least that PySide6 can do: a window with a splitter, an empty tree and an empty text browser.

The argument is the moment at which to end: `painted` or `idle`.
"""

import sys

import telling
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser, QTreeView


class Browser(QTextBrowser):
    """Tells its first paint."""

    painted = False

    def paintEvent(self, event):  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, tell)


def tell():
    told = telling.moment("painted")
    if sys.argv[1] == "painted":
        telling.end(told)
    QTimer.singleShot(telling.IDLE, lambda: telling.end(told | telling.memory()))


app = QApplication(["bare"])
window = QMainWindow()
splitter = QSplitter()
splitter.addWidget(QTreeView())
splitter.addWidget(Browser())
window.setCentralWidget(splitter)
window.resize(1330, 860)  # as ours at its first start
window.show()
app.exec()
