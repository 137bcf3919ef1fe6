"""Every action is in a menu, does something, has keys of its own, and the help knows them."""

import re
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu

from fmm_desktop.ui.actions import SPECS

from .conftest import Reader
from .test_page import tab_to

HELP = Path(__file__).parents[2] / "resources" / "help"
_AS_QT_SAYS = {
    "Pijl links": "Left",
    "Pijl rechts": "Right",
    "Pijl omlaag": "Down",
    "Pijl omhoog": "Up",
}


def in_menus(reader: Reader) -> list[str]:
    """Return the names of all actions in the menu bar, submenus included."""
    found = []
    waiting = list(reader.window.menuBar().actions())
    while waiting:
        action = waiting.pop()
        menu = action.menu()
        if isinstance(menu, QMenu):
            waiting += menu.actions()
        elif not action.isSeparator():
            found.append(action.objectName())
    return found


def test_every_action_is_in_a_menu_once(reader):
    assert sorted(in_menus(reader)) == sorted(spec.name for spec in SPECS)


def test_no_two_actions_have_the_same_keys():
    keys = Counter(QKeySequence(key).toString() for spec in SPECS for key in spec.keys)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_entries_of_a_menu_have_the_same_letter(reader):
    for language in ("nl", "en"):
        reader.speak(language)
        for menu in [reader.window.menuBar(), *reader.window.menuBar().findChildren(QMenu)]:
            letters = re.findall(r"&(\w)", " ".join(action.text().lower() for action in menu.actions()))
            assert [letter for letter, count in Counter(letters).items() if count > 1] == [], menu.actions()[0].text()


def keys_in_help(language: str) -> set[str]:
    """Return the keys that the help names in its tables, as Qt writes them."""
    found = set()
    for row in re.findall(
        r"^\| ((?:Ctrl|Alt|Shift|F\d|Esc)[^|]*) \|", (HELP / f"{language}.md").read_text("utf-8"), re.MULTILINE
    ):
        for keys in row.split(", "):
            found.add("+".join(_AS_QT_SAYS.get(key, key) for key in keys.split("+")))
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_names_every_key_and_no_other(language):
    assert keys_in_help(language) == {key for spec in SPECS for key in spec.keys}


def looks(reader: Reader) -> tuple:
    """Return all that an action could have changed."""
    focus = QApplication.focusWidget()
    return (
        reader.window.navigator.location,
        reader.text,
        reader.page.document().defaultFont().pointSizeF(),
        reader.page.toHtml(),
        reader.window.page.passage,
        reader.filter.text(),
        reader.notes,
        reader.target,
        focus and focus.objectName(),
        reader.tree.isVisible(),
        reader.editor.isVisible(),
        reader.window.isVisible(),
        reader.message,
        reader.window.statusBar().currentMessage(),
        tuple(action.isChecked() for action in reader.window.findChildren(QAction)),
        tuple(one.objectName() for one in reader.window.findChildren(QDialog) if one.isVisible()),
        QApplication.clipboard().text(),
        reader.window.menuBar().actions()[0].text(),
        QApplication.palette().window().color().name(),
    )


def dispute(reader: Reader) -> None:
    """Write a note that somebody else changes at the same time."""
    reader.write("steunt")
    reader.do("note_on_topic")
    store = reader.window.controls._keeper._store
    (head,) = store.heads(store.of_dossier("agenda")[0].id)
    for text in ("steunt niet", "verwelkomt"):
        store.take_in([replace(head, id=text, parents=(head.id,), content=replace(head.content, text=text))])
    reader.window.controls._keeper.changed.emit()
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))


def prepare(reader: Reader, name: str) -> None:  # noqa: C901, PLR0912 - a table in the form of a match
    """Make a situation in which an action has something to do."""
    match name:
        case "delete_note" | "undo" | "note_history":
            reader.write("weg ermee")
        case "redo":
            reader.write("weg ermee")
            reader.do("undo")
        case "note_versions":
            dispute(reader)
        case "restore_note":
            reader.write("weg ermee")
            reader.do("delete_note")
        case "clear_filter" | "next_hit" | "previous_hit":
            reader.type_filter("kabels")
        case "copy":
            reader.page.selectAll()
            reader.focus(reader.page)
        case "zoom_reset":
            reader.do("zoom_in")
        case "theme_system" | "language_system":
            reader.do(name.replace("system", "light" if "theme" in name else "en"))
        case "back" | "previous_topic":
            reader.do("next_topic")
        case "forward":
            reader.do("next_topic")
            reader.do("back")
        case "previous_passage":
            reader.do("next_passage")
        case "go_page" | "next_pane" | "previous_pane":
            reader.focus(reader.tree)
        case "go_tree" | "filter":
            reader.focus(reader.page)
        case "by_session":
            reader.do("by_actor")
        case "everything":
            tab_to(reader, "PURL")
        case "note_on_topic":
            reader.do("next_passage")
        case "note_kind_remark" | "note_status_open":
            reader.do("note_kind_say")
            reader.do("note_status_said")
        case "next_note" | "previous_note":
            reader.write("hier")
            reader.do("next_topic")
            reader.do("previous_topic")


@pytest.mark.parametrize("name", [spec.name for spec in SPECS])
def test_every_action_does_something(reader, monkeypatch, name):
    """Given a situation in which it can be used, when it is chosen, then something is not as it was."""
    asked = []
    for method in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, method, lambda *_: asked.append("file") or ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: asked.append("folder") or "")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: asked.append("printer") or QDialog.DialogCode.Rejected)
    prepare(reader, name)
    assert reader.action(name).isEnabled()
    before = looks(reader)
    reader.do(name)
    if name in {"theme_light", "preview", "print"}:  # light is what it was; sheets are set beside the window
        reader.bot.waitUntil(lambda: asked or looks(reader) != before, timeout=20_000)
    assert asked or looks(reader) != before
    for box in reader.window.findChildren(QDialog):
        box.close()
    reader.bot.waitUntil(lambda: not reader.window.controls._sheets._jobs, timeout=20_000)


def test_a_key_works_from_every_pane(reader):
    for pane in (reader.filter, reader.tree, reader.page, reader.list, reader.editor):
        reader.focus(pane)
        reader.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert reader.topic == "raad/zee", pane.objectName()
        reader.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
        assert reader.topic == "raad/steun", pane.objectName()


def test_f6_goes_round_the_panes(reader):
    reader.focus(reader.tree)
    seen = []
    for _ in range(3):
        reader.press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[0] is reader.page
    assert reader.window.side.isAncestorOf(seen[1])
    assert reader.window.tree.isAncestorOf(seen[2])
    reader.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert reader.window.side.isAncestorOf(QApplication.focusWidget())
