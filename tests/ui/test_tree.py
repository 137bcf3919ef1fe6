"""The filter line narrows the tree at once; Escape brings everything back."""

import pytest
import synthetic
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from fmm_desktop import app
from fmm_desktop.ui.location import Location

from . import agenda
from .conftest import Open, Reader, type_text, write

ALL = [
    "1\u2002Ochtend van de Raad",
    "1.1\u2002Steun aan Oekraïne",
    "1.2\u2002Veiligheid op zee",
    "2\u2002Middag",
    "2.1\u2002Handel en tarieven",
]
ALT = Qt.KeyboardModifier.AltModifier


def found(reader: Reader) -> str:
    """Return what stands between the filter line and the tree."""
    words = reader.window.tree.findChildren(QLabel)
    return " ".join(label.text() for label in words if label.isVisible())


@pytest.mark.usefixtures("qapp")
def test_the_names_that_a_client_relies_on_are_there_before_the_window_is_shown(state, file):
    window = app.build(["--data-dir", str(state), str(file)])
    assert window.objectName() == "mainWindow"
    for name in ("filterEdit", "dossierTree", "topicView", "notesList", "noteEditor"):
        (widget,) = window.findChildren(QWidget, name)
        assert widget.accessibleName()
    assert not window.isVisible()
    window.close()


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("OEKRAINE", [ALL[0], ALL[1], ALL[3], ALL[4]]),  # accents and case; in a title and in the text of a figure
        ("vloot", [ALL[0], ALL[1]]),  # inside a compound
        ("beschermen kabels", [ALL[0], ALL[2]]),  # any order
        ("wederopbouw", [ALL[0], ALL[1]]),  # a tag
        ("kabels tarieven", []),  # every word
        ("middag", [ALL[3], ALL[4]]),  # the title of a session
    ],
)
def test_typing_narrows_the_tree_at_once_and_keeps_the_way_to_each_hit(reader, typed, rows):
    assert reader.rows == ALL
    reader.type_filter(typed)
    assert reader.rows == rows


def test_the_tree_follows_each_letter(reader):
    reader.focus(reader.filter)
    for letter, rows in (("t", ALL), ("a", [*ALL[:2], *ALL[3:]]), ("r", ALL[3:]), ("x", [])):
        type_text(reader.filter, letter)
        assert reader.rows == rows
    reader.press(Qt.Key.Key_Backspace)
    assert reader.rows == ALL[3:]


def test_hits_are_marked_on_the_page_and_in_the_tree(reader):
    before = pictured(reader)
    reader.type_filter("OEKRAINE")
    assert reader.marked() == ["Oekraïne"] * 2  # in the title and in a point
    assert reader.window.tree._delegate.colours.hit in colours_of(reader)
    assert before != pictured(reader)


def test_marks_stand_right_behind_letters_that_qt_counts_twice(reader):
    reader.type_filter("vloot")
    assert reader.marked() == ["vloot"]  # behind a ship, which is two units of UTF-16


@pytest.mark.parametrize("pane", ["filter", "tree", "page", "editor", "list"])
def test_escape_from_anywhere_brings_everything_back_with_the_topic_still_selected(reader, pane):
    reader.go("middag/handel")
    reader.type_filter("kabels")
    assert reader.rows == [ALL[0], ALL[2]]
    assert reader.topic == "middag/handel"  # filtering does not turn the page
    reader.focus(getattr(reader, pane))
    reader.press(Qt.Key.Key_Escape)
    assert reader.filter.text() == ""
    assert reader.rows == ALL
    assert reader.selected == ALL[4]
    assert reader.tree.visualRect(reader.tree.currentIndex()).intersects(reader.tree.viewport().rect())
    assert not reader.marked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_down_and_enter_lead_from_the_line_to_the_first_hit_and_open_it(reader, key):
    reader.type_filter("tarieven")
    reader.press(key)
    assert reader.tree.hasFocus()
    assert reader.topic == "middag/handel"
    assert reader.selected == ALL[4]
    assert "Geen nieuwe tarieven." in reader.text


def test_nothing_found_is_said_and_what_is_found_is_counted(reader):
    reader.type_filter("zeppelin")
    assert reader.rows == []
    assert "Niets gevonden" in found(reader)
    assert reader.topic == "raad/steun"
    reader.press(Qt.Key.Key_Down)  # nowhere to go
    assert reader.topic == "raad/steun"
    reader.type_filter("kabels")
    assert found(reader) == "1 onderwerp gevonden"


def test_a_dossier_without_topics_says_so(open_window: Open, tmp_path):
    head = agenda.TEXT.partition("sessions:")[0]
    reader = open_window(write(tmp_path / "empty.yaml", f"{head}sessions: []\n"))
    assert reader.rows == []
    assert found(reader)
    assert "Overleg van ministers" in reader.text  # the overview
    reader.type_filter("x")
    reader.press(Qt.Key.Key_Escape)
    assert not reader.window.side.isEnabled() or not reader.editor.isEnabled()


def test_sessions_stay_folded_after_a_filter(reader):
    first = reader.tree.model().index(0, 0)
    reader.focus(reader.tree)
    reader.tree.setCurrentIndex(first)
    reader.press(Qt.Key.Key_Left)
    assert reader.rows == [ALL[0], ALL[3], ALL[4]]
    reader.type_filter("kabels")
    assert reader.rows == [ALL[0], ALL[2]], "a hit is shown although its session was folded"
    reader.press(Qt.Key.Key_Escape)
    assert reader.rows == [ALL[0], ALL[3], ALL[4]]


def test_arrows_in_the_tree_turn_the_page_and_the_keys_go_from_topic_to_topic(reader):
    reader.focus(reader.tree)
    reader.press(Qt.Key.Key_Down)
    assert reader.topic == "raad/zee"
    reader.press(Qt.Key.Key_Down)
    assert reader.window.navigator.location == Location("session", "middag")
    reader.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert reader.topic == "middag/handel", "the next topic after the page of a session is the first one of it"
    for topic in ("raad/zee", "raad/steun", "raad/steun"):
        reader.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
        assert reader.topic == topic
    reader.go_to(Location("session", "middag"))
    reader.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert reader.topic == "raad/zee", "the topic before a session is the last one of the session before"


def test_a_row_says_all_about_itself_to_a_screen_reader(reader):
    zee = reader.tree.model().index(1, 0, reader.tree.model().index(0, 0))
    assert zee.data(Qt.ItemDataRole.AccessibleTextRole) == "1.2 Veiligheid op zee, mogelijk"
    reader.speak("en")
    assert zee.data(Qt.ItemDataRole.AccessibleTextRole) == "1.2 Veiligheid op zee, possible", "it is said in the window"
    assert reader.window.tree._delegate.language == "en"


def test_a_pasted_page_does_not_hurt(reader):
    reader.focus(reader.filter)
    reader.filter.setText("woord " * 5000)
    assert reader.rows == []
    type_text(reader.filter, "\\[(*")
    reader.press(Qt.Key.Key_Escape)
    assert reader.rows == ALL


def pictured(reader: Reader) -> bytes:
    """Return the tree as it is painted."""
    picture = reader.tree.viewport().grab().toImage()
    return bytes(picture.constBits())


def colours_of(reader: Reader) -> set[str]:
    """Return the colours that the tree is painted in."""
    picture = reader.tree.viewport().grab().toImage()
    return {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 3)
    }


def test_a_large_dossier_is_made_ready_for_the_filter_beside_the_window(open_window, tmp_path):
    file = write(tmp_path / "large.yaml", synthetic.yaml_text(400))
    reader = open_window(file)
    reader.bot.waitUntil(lambda: reader.window.navigator.dossier is not None, timeout=30_000)
    reader.type_filter("vloot drones koploper")  # ready or not: it is narrowed in the end

    reader.bot.waitUntil(lambda: 0 < reader.window.tree._tree.rows.topic_count < 400, timeout=30_000)
    assert "onderwerpen gevonden" in found(reader)
    assert reader.filter.text() == "vloot drones koploper"
