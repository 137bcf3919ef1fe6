"""The window comes back as it was; a damaged memory of it does no harm; nobody else can read it."""

import json
import os
import stat

import pytest
from PySide6.QtCore import Qt

from .conftest import Open

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_window_comes_back_as_it_was(reader, open_window: Open):
    reader.window.resize(780, 420)
    reader.go("raad/steun")
    reader.type_filter("achtergrond")
    reader.do("theme_dark")
    reader.do("language_en")
    reader.do("show_sources")
    reader.do("with_notes")
    for _ in range(3):
        reader.do("zoom_in")
    reader.window.splitter.setSizes([210, 330, 230])
    panes = reader.window.splitter.sizes()
    bar = reader.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = reader.window.page.place()
    assert place > 0
    reader.close()

    again = open_window()
    assert again.window.windowTitle().startswith("Overleg van ministers")
    assert again.topic == "raad/steun"
    assert again.filter.text() == "achtergrond"
    assert len(again.rows) == 2
    assert again.marked()
    for name, on in {"theme_dark": True, "language_en": True, "show_sources": True, "with_notes": False}.items():
        assert again.action(name).isChecked() is on
    assert again.filter.placeholderText() == "Filter sessions and topics"
    assert "Brief aan de Kamer" in again.text
    assert again.page.palette().base().color().lightness() < 80
    assert again.window.width() == 780
    assert again.window.splitter.sizes() == pytest.approx(panes, abs=3)
    assert again.window.page.place() == pytest.approx(place, abs=0.05)
    assert again.window.controls._appearance.zoom == 3
    again.page.verticalScrollBar().setValue(0)
    again.window.resize(760, 400)
    assert again.window.page.place() == 0, "the place is come back to once, not with every change of the window"


def test_panes_that_were_hidden_stay_hidden(reader, open_window: Open):
    reader.do("show_tree")
    reader.do("show_notes")
    assert not reader.tree.isVisible()
    reader.close()
    again = open_window()
    assert not again.tree.isVisible()
    assert not again.editor.isVisible()
    again.press(Qt.Key.Key_F, CTRL)
    assert again.tree.isVisible()
    assert again.filter.hasFocus()
    again.press(Qt.Key.Key_N, CTRL)
    assert again.editor.hasFocus()


def test_another_page_than_a_topic_comes_back(reader, open_window: Open):
    reader.do("overview")
    reader.close()
    assert "Tijdlijn" in open_window().text


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"zoom": "much"}', b"\xff\xfe", b'{"panes": [1]}', b'{"zoom": 9999}']
)
def test_a_damaged_memory_does_no_harm(state, open_window: Open, file, damage):
    state.mkdir(mode=0o700)
    (state / "window.json").write_bytes(damage)
    reader = open_window(file)
    assert reader.topic == "raad/steun"
    assert reader.message == ""
    assert reader.window.controls._appearance.zoom <= 16
    reader.close()
    assert json.loads((state / "window.json").read_bytes())


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_what_is_kept_can_be_read_by_the_user_alone(state, open_window: Open, file):
    before = os.umask(0)
    try:
        reader = open_window(file)
        reader.write("geheim")
        reader.close()
    finally:
        os.umask(before)
    kept = [state, *state.rglob("*")]
    assert len(kept) > 3
    for path in kept:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_filter_and_the_notes_are_not_lost_by_a_crash_after_a_second(reader, state):
    reader.do("zoom_in")
    reader.bot.waitUntil((state / "window.json").exists)
    assert json.loads((state / "window.json").read_bytes())["zoom"] == 1
