"""The window comes back as it was; a damaged memory of it does no harm; nobody else can read it."""

import json
import os
import stat
from pathlib import Path

import msgspec
import pytest
import synthetic
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fmm_desktop.ui.location import Location
from fmm_desktop.ui.state import FILE_NAME, NotesShown, WindowState, load, save

from .conftest import Open, write

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
    for name, on in {"theme_dark": True, "language_en": True, "show_sources": True, "with_notes": True}.items():
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
    "damage",
    [
        *(b"", b"{", b"[]", b'{"zoom": "much"}', b"\xff\xfe", b'{"panes": [1]}', b'{"zoom": 9999}'),
        *(b'{"panes":[99999999999,1,1],"zoom":-40}', b'{"panes":[-1,1,1]}', b'{"panes":[1,2,3,4]}'),
        *(b'{"place":1e300}', b'{"place":-1}', b'{"zoom":-5}'),
        *(b'{"geometry":"AdnQywADAAA="}', b'{"dossier":"\\u0000"}'),
    ],
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


ordinary = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

_numbers = st.integers(-(2**70), 2**70) | st.integers(-50, 5000)
_left = {
    "dossier": st.text(max_size=5),
    "location": st.none()
    | st.fixed_dictionaries(
        {}, optional={"page": st.sampled_from(["overview", "session", "topic", "x"]), "id": st.text(max_size=3)}
    ),
    "place": st.floats(allow_nan=False, allow_infinity=False) | _numbers,
    "filter": st.text(max_size=5),
    "panes": st.lists(_numbers, max_size=4),
    "tree_shown": st.booleans(),
    "notes_shown": st.booleans(),
    "geometry": st.binary(max_size=80).map(lambda garbage: msgspec.json.decode(msgspec.json.encode(garbage))),
    "zoom": _numbers,
    "theme": st.sampled_from(["system", "light", "dark", "x"]),
    "language": st.sampled_from(["system", "nl", "en", "x"]),
    "show_sources": st.booleans(),
    "with_notes": st.booleans(),
    "recent": st.lists(st.text(max_size=4), max_size=12),
    "library": st.text(max_size=4),
    "notes": st.fixed_dictionaries(
        {}, optional={"kind": st.text(max_size=3), "group": st.sampled_from(["kind", "status", "x"])}
    ),
}


@settings(ordinary, max_examples=30)
@given(left=st.fixed_dictionaries({}, optional=_left))
def test_whatever_is_in_the_memory_the_window_opens(left, state, open_window: Open):
    state.mkdir(mode=0o700, exist_ok=True)
    (state / FILE_NAME).write_text(json.dumps(left), encoding="utf-8")
    reader = open_window()
    assert reader.page.isVisible()
    assert reader.text
    reader.close()


@settings(ordinary, max_examples=200)
@given(left=st.fixed_dictionaries({}, optional=_left))
def test_what_comes_from_the_memory_is_within_bounds(left, tmp_path):
    (tmp_path / FILE_NAME).write_text(json.dumps(left), encoding="utf-8")
    found = load(tmp_path)
    assert len(found.panes or (0, 0, 0)) == 3
    assert all(0 <= pane < 2**31 for pane in found.panes or ())
    assert 0 <= found.place <= 1
    assert -4 <= found.zoom <= 16


@pytest.mark.parametrize(("way", "zoom"), [("zoom_in", 16), ("zoom_out", -4)])
def test_the_largest_and_the_smallest_text_come_back(reader, open_window: Open, file, way, zoom):
    for _ in range(25):
        reader.do(way)
    reader.close()
    assert open_window(file).window.controls._appearance.zoom == zoom


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


def drag(reader, handle: int, by: int) -> None:
    """Move the line between two panes."""
    splitter = reader.window.splitter
    splitter.moveSplitter(splitter.handle(handle).pos().x() + by, handle)


CHANGES = {
    "filter": lambda reader: reader.type_filter("kabels"),
    "panes": lambda reader: drag(reader, 1, -40),
    "tree_shown": lambda reader: reader.do("show_tree"),
    "notes_shown": lambda reader: reader.do("show_notes"),
    "show_sources": lambda reader: reader.do("show_sources"),
    "with_notes": lambda reader: reader.do("with_notes"),
    "language": lambda reader: reader.do("language_en"),
    "theme": lambda reader: reader.do("theme_dark"),
    "zoom": lambda reader: reader.do("zoom_in"),
    "place": lambda reader: reader.page.verticalScrollBar().setValue(30),
    "notes": lambda reader: reader.window.controls._notes._bar.chosen.emit(NotesShown(kind="question")),
    "location": lambda reader: reader.go("middag/handel"),
    "geometry": lambda reader: reader.window.resize(900, 500),
    "recent": lambda reader: reader.window.controls.show_library(reader.window.path.parent),
    "library": lambda reader: reader.window.controls.show_library(reader.window.path.parent),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changed_is_kept_by_itself_so_that_a_crash_does_not_lose_it(open_window: Open, file, state, what):
    reader = open_window(file)
    reader.window.controls._memory._pause.setInterval(50)  # ms; a reader does not wait for it
    reader.window.resize(800, 300)
    reader.bot.waitUntil(lambda: remembered(state) != {} and not pending(reader))
    before = remembered(state)[what]
    CHANGES[what](reader)
    reader.bot.waitUntil(lambda: remembered(state)[what] != before)


def remembered(state: Path) -> dict:
    """Return what is remembered now."""
    return json.loads((state / FILE_NAME).read_bytes()) if (state / FILE_NAME).exists() else {}


def pending(reader) -> bool:
    """Return whether something is yet to be saved."""
    QApplication.processEvents()
    return reader.window.controls._memory._pause.isActive()


def test_a_window_that_is_closed_while_its_dossier_is_read_keeps_its_place(open_window: Open, state, tmp_path):
    path = write(tmp_path / "large.yaml", synthetic.yaml_text(2000))
    left = WindowState(dossier=str(path), location=Location("topic", "sessie-1/onderwerp-3"), place=0.25, filter="a")
    save(left, state)
    reader = open_window()
    assert reader.window.path is None, "it is being read"
    reader.close()
    kept = load(state)
    assert (kept.dossier, kept.location, kept.place, kept.filter) == (str(path), left.location, 0.25, "a")
