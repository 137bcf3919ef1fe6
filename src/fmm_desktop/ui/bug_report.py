"""What is not foreseen: shown with a report that can be copied, kept in a file, and the program runs on."""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QSysInfo, Qt, qVersion
from PySide6.QtWidgets import QWidget

from fmm_desktop import __version__

FILE_NAME = "errors.log"
_BOX = "bugBox"
_LONGEST_LOG = 1_000_000  # bytes; then it is begun anew
_LONGEST_DETAILS = 100_000  # letters in the box; a bug in painting makes hundreds of reports


def report_bugs(window: QWidget, folder: Path) -> None:
    """Show exceptions that nobody caught, in one box over `window`, and add each to the log in `folder`.

    PySide6 hands an exception in a slot to `sys.excepthook` and the program runs on.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        report = _report("".join(traceback.format_exception(kind, error, trace)))
        sys.stderr.write(report)
        _log(report, folder)
        _show(report, window)

    sys.excepthook = hook


def _report(trace: str) -> str:
    versions = (
        f"FMM Desktop {__version__}, Qt {qVersion()}, Python {sys.version.split()[0]}, {QSysInfo.prettyProductName()}"
    )
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{versions}\n\n{trace}"


def _log(report: str, folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(folder / FILE_NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if os.fstat(opened).st_size > _LONGEST_LOG:
            os.ftruncate(opened, 0)
        with open(opened, "a", encoding="utf-8", errors="backslashreplace") as log:  # noqa: PTH123 - a mode
            log.write(f"{report}\n")
    except OSError as error:
        sys.stderr.write(f"{folder / FILE_NAME}: {error.strerror}\n")


def _show(report: str, window: QWidget) -> None:
    """Show a report in a box, or add it to the one that is open; past some length it stands in the log alone."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not needed by a program without bugs

    for box in window.findChildren(QMessageBox, _BOX):
        if box.isVisible():
            if len(box.detailedText()) + len(report) < _LONGEST_DETAILS:
                box.setDetailedText(f"{box.detailedText()}\n{report}")
            return
    box = QMessageBox(window)
    box.setObjectName(_BOX)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setText(
        QCoreApplication.translate(
            "BugReport", "Something went wrong that should not. What was saved is safe; the program goes on."
        )
    )
    box.setInformativeText(
        QCoreApplication.translate("BugReport", "Please send the report below to those who look after the program.")
    )
    box.setDetailedText(report)
    box.open()
