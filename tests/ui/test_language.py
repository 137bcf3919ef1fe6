"""The interface speaks Dutch and English, changes at once, and no word of it is untranslated."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_label, status_label
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.vocabulary import sheet_kind_label
from fmm_desktop.ui import dialogs
from fmm_desktop.ui.page.noted import Selected

from . import print_hands
from .conftest import Open, Reader

ROOT = Path(__file__).parents[2]
NAMES = ("filterEdit", "dossierTree", "topicView", "notesList", "noteEditor")


def names(reader: Reader) -> list[str]:
    """Return what a screen reader calls the panes."""
    return [reader.find(QWidget, name).accessibleName() for name in NAMES]


def test_the_language_changes_at_once_everywhere_and_back(reader):
    dutch = names(reader)
    assert reader.filter.placeholderText() == "Filter sessies en onderwerpen"
    assert reader.window.menuBar().actions()[0].text() == "&Bestand"
    assert dutch[3:] == ["Notities", "Tekst van de notitie"]
    reader.speak("en")
    assert reader.filter.placeholderText() == "Filter sessions and topics"
    assert reader.window.menuBar().actions()[0].text() == "&File"
    assert names(reader)[3:] == ["Notes", "Text of the note"]
    assert names(reader)[1] == "Sessions and topics"
    assert "Doel" in reader.text, "the headings of a dossier stay in its own language"
    reader.speak("nl")
    assert names(reader) == dutch
    assert reader.window.menuBar().actions()[0].text() == "&Bestand"


@pytest.mark.parametrize(("system", "first"), [("nl_BE", "&Bestand"), ("en_GB", "&File"), ("fr_FR", "&File")])
def test_the_language_of_the_system_is_followed(open_window: Open, file, monkeypatch, system, first):
    monkeypatch.setenv("LANGUAGE", system)
    reader = open_window(file)
    assert reader.window.menuBar().actions()[0].text() == first


def test_counts_are_said_right_in_both_languages(reader):
    reader.type_filter("oekraine")
    for language, words in (("nl", "2 onderwerpen gevonden"), ("en", "2 topics found")):
        reader.speak(language)
        assert words in [label.text() for label in reader.window.tree.findChildren(QLabel)]
    reader.type_filter("kabels")
    assert "1 topic found" in [label.text() for label in reader.window.tree.findChildren(QLabel)]


class _Marking(QTranslator):
    """Translates every text of ours to «itself», so that one that was not handed to a translator stands out."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:  # noqa: ARG002 - Qt's signature
        return f"«{source}»"


# What is shown as it is: names of languages in themselves, signs, what comes from the dossier or from nobody.
_AS_IT_IS = {"&Nederlands", "&English", "Nederlands", "English", "−", "+", "A4", "A5"}
_FROM_THE_VOCABULARY = {note_kind_label(kind, "nl") for kind in NoteKind} | {
    status_label(status, "nl") for status in Status
}
_FROM_THE_VOCABULARY |= {sheet_kind_label(kind, "nl") for kind in SheetKind}
_FROM_THE_DOSSIER = {"Overleg van ministers – FMM Desktop", "België", "Nederland"}


def texts(top: QWidget) -> dict[str, str]:
    """Return every text of the interface in a window, by where it stands."""
    found: dict[str, str] = {"title": top.windowTitle()}
    for place, widget in enumerate([top, *top.findChildren(QWidget)]):
        name = f"{type(widget).__name__} {widget.objectName() or place}"
        found |= {f"{name} tip": widget.toolTip(), f"{name} name": widget.accessibleName()}
        match widget:
            case QLabel() | QAbstractButton():
                found[name] = widget.text()
            case QMenu():
                found[name] = widget.title()
            case QLineEdit() | QPlainTextEdit():
                found[name] = widget.placeholderText()
            case QComboBox():
                found |= {f"{name} {row}": widget.itemText(row) for row in range(widget.count())}
    for place, action in enumerate(top.findChildren(QAction)):
        if not action.isSeparator():
            name = f"action {action.objectName() or place}"
            found |= {name: action.text(), f"{name} tip": action.toolTip()}
    return found


def unmarked(top: QWidget) -> dict[str, str]:
    """Return the texts that no translator was asked for."""
    fine = _AS_IT_IS | _FROM_THE_VOCABULARY | _FROM_THE_DOSSIER
    ours = {place: text for place, text in texts(top).items() if "qt_" not in place}
    strange = {place: text for place, text in ours.items() if text.strip() and "«" not in text and text not in fine}
    return {place: text for place, text in strange.items() if not fine.issuperset(text.split(", "))}


@pytest.fixture
def marking(reader):  # noqa: ARG001 - the window comes first
    translator = _Marking()
    QCoreApplication.installTranslator(translator)
    QApplication.processEvents()
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("marking")
def test_no_text_of_the_window_is_untranslated(reader):
    reader.type_filter("kabels")
    reader.write("een notitie")
    assert not unmarked(reader.window)
    for passage in ("", "p1"):
        reader.window.controls._notes_desk.new_note(Selected(passage))
        assert not unmarked(reader.window)
    reader.write("weg ermee")
    reader.do("delete_note")
    assert "«" in reader.message
    assert not unmarked(reader.window)


@pytest.mark.usefixtures("marking")
def test_no_text_of_the_small_windows_is_untranslated(reader, tmp_path):
    dialogs.show_about(tmp_path, reader.window)
    (about,) = reader.window.findChildren(QMessageBox, "aboutBox")
    assert "«" in about.text()
    assert "«" in about.windowTitle()
    about.close()
    reader.do("help")
    (help_window,) = reader.window.findChildren(QWidget, "helpWindow")
    assert not unmarked(help_window)
    help_window.close()
    window = print_hands.opened(reader)
    for kind in SheetKind:
        print_hands.choose(window, kind)
        assert not unmarked(window)
    window.close()


# -- the files of the translator ---------------------------------------------------------------------------------------


def messages(file: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Return (context, source) → (state, translation) of a file of translations."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            words = "".join(translation.itertext()).strip()
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.get("type", "finished"), words)
    return found


@pytest.fixture(scope="module")
def updated(tmp_path_factory) -> Path:
    """Return a copy of the translations after the translator's tool looked through the sources once more."""
    folder = tmp_path_factory.mktemp("translations")
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    tool = Path(spec.origin).parent / "lupdate"
    sources = sorted(map(str, (ROOT / "src/fmm_desktop/ui").rglob("*.py")))
    for language in ("nl", "en"):
        file = folder / f"fmm_desktop_{language}.ts"
        shutil.copy(ROOT / "resources" / "translations" / file.name, file)
        plurals = ["-pluralonly"] if language == "en" else []
        subprocess.run([tool, "-silent", "-locations", "none", *plurals, *sources, "-ts", str(file)], check=True)
    return folder


def test_every_text_of_the_program_has_a_dutch_translation_and_none_is_left_over(updated):
    wrong = {
        key: said
        for key, said in messages(updated / "fmm_desktop_nl.ts").items()
        if said[0] != "finished" or not said[1]
    }
    assert not wrong
    assert len(messages(updated / "fmm_desktop_nl.ts")) > 80


def test_every_number_has_its_forms_in_english(updated):
    wrong = {
        key: said
        for key, said in messages(updated / "fmm_desktop_en.ts").items()
        if said[0] != "finished" or not said[1]
    }
    assert not wrong


def test_a_translation_keeps_the_places_that_are_filled(updated):
    for (_, source), (_, words) in messages(updated / "fmm_desktop_nl.ts").items():
        for place in ("%1", "%2", "%n"):
            assert (place in source) == (place in words), source
        assert ("…" in source) == ("…" in words), source
