"""The library of a window, driven by keys and clicks, and a small folder of dossiers to show in it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from ..search.library_samples import about, write
from .conftest import Reader, type_text

FLEET = "Nederland wil de schaduwvloot aanpakken."


def make_folder(made: Path) -> Path:
    """Make a folder with a dossier in two editions, an older one, and a file that is broken."""
    new = {"start": "2026-02-03", "end": "2026-02-04", "place": "Luxemburg"}
    for edition in (1, 2):
        write(made / f"raad-{edition}.yaml", about(FLEET, "Energie.", id="raad", edition=edition, title="Raad",
                                                    meeting=new))  # fmt: skip
    old = {"start": "2024-05-06", "place": "Oslo"}
    write(made / "oud" / "top.yaml", about("De vloot in Oslo.", id="top", title="Top", meeting=old))
    write(made / "stuk.yaml", "format: fmm-dossier/1\ntitle: [")
    return made


class Shown:
    """The library of a window, and the hands of who looks in it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pane = reader.find(QWidget, "libraryPane")
        self.edit = reader.find(QLineEdit, "libraryEdit")
        self.list = reader.find(QListView, "libraryList")

    @property
    def rows(self) -> list[str]:
        """What the rows say, from top to bottom."""
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def lines(self):
        """The values behind the rows."""
        return self.list.model().lines

    @property
    def told(self) -> str:
        """What is said above the list."""
        return self.reader.find(QLabel, "libraryTold").text()

    @property
    def selected(self) -> str:
        """The row that is selected."""
        chosen = self.list.selectionModel().selectedIndexes()
        return chosen[0].data() if chosen else ""

    def wait(self) -> None:
        """Wait until all is read and answered."""
        desk = self.reader.window.controls._door.room.desk
        self.reader.bot.waitUntil(
            lambda: (
                not (desk.is_reading or desk.is_listing or desk.is_searching or desk._counting.is_busy)
                and not desk._pause.isActive()
            ),
            timeout=20_000,
        )

    def find(self, words: str) -> None:
        """Type into the line and wait for the answer."""
        self.reader.focus(self.edit)
        self.edit.selectAll()
        type_text(self.edit, words)
        self.wait()

    def open(self, beginning: str) -> None:
        """Go to the first row that begins like this, and press Enter."""
        row = next(row for row, words in enumerate(self.rows) if words.startswith(beginning))
        self.reader.focus(self.list)
        self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.reader.press(Qt.Key.Key_Return)


def show(reader: Reader, folder: Path) -> Shown:
    """Show a folder as the library, and wait until it is read."""
    reader.window.controls.show_library(folder)
    shown = Shown(reader)
    shown.wait()
    return shown
