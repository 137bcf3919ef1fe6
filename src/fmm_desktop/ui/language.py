"""The language of the interface: the system's, or the reader's choice."""

import os
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QTranslator

from fmm_desktop.errors import Language, language_of

Choice = Literal["system", "nl", "en"]


class InterfaceLanguage:
    """Puts the translations of the program and of Qt itself in place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.current: Language = "en"

    def choose(self, choice: Choice) -> None:
        """Speak the chosen language from now on; every widget is told by Qt's LanguageChange."""
        from PySide6.QtCore import QLibraryInfo, QLocale  # noqa: PLC0415 - a thousand names of languages and countries

        self.current = of_the_system() if choice == "system" else choice
        QLocale.setDefault(QLocale.system() if choice == "system" else QLocale(choice))
        self.fall_silent()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(Path(qt_folder) / f"qtbase_{self.current}.qm")
        self._install(self._folder / f"fmm_desktop_{self.current}.qm")

    def fall_silent(self) -> None:
        """Take the translations away again, for a window that comes after this one."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()

    def _install(self, file: Path) -> None:
        translator = QTranslator()
        if translator.load(str(file)):
            self._installed.append(translator)
            QCoreApplication.installTranslator(translator)


def of_the_system() -> Language:
    """Return Dutch when the reader's system prefers it to English, else English."""
    if said := language_of(os.environ):
        return said
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - see above

    for language in QLocale.system().uiLanguages():
        if language.partition("-")[0] in {"nl", "en"}:
            return "nl" if language.startswith("nl") else "en"
    return "en"
