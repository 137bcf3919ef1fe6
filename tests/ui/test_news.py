"""What is new in an edition: told once, shown in the tree until it was read, and on pages with the words marked."""

import pytest
from PySide6.QtCore import Qt

from fmm_desktop.ui.location import Location

from . import agenda
from .conftest import Open, Reader, write
from .test_words import note_on

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CABLES = "Kabels op de bodem beschermen."
CHANGES = (
    ("edition: 2", "edition: 3"),
    (CABLES, "Kabels op de zeebodem beter beschermen."),
    ("[Geen nieuwe tarieven.]", "[Geen nieuwe tarieven., Eerlijke handel.]"),
    ("title: Handel en tarieven", "title: Handel en heffingen"),
)


@pytest.fixture
def next_edition(file):
    """Write the next edition beside the small agenda."""
    text = agenda.TEXT
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    return write(file.parent / "agenda-3.yaml", text)


def opened(open_window: Open, file) -> Reader:
    """Open a dossier and wait until it was compared with what the reader had."""
    reader = open_window(file)
    reader.bot.waitUntil(lambda: reader.window.controls._news._known is not None)
    return reader


def reopened(open_window: Open, reader: Reader, file) -> Reader:
    reader.close()
    return opened(open_window, file)


def read_it(reader: Reader) -> None:
    """Stay on a topic for as long as it takes to have read it."""
    timer = reader.window.controls._news._reading
    assert timer.isActive()
    timer.setInterval(0)
    reader.bot.waitUntil(lambda: not timer.isActive())
    timer.setInterval(3000)


def badges(reader: Reader) -> dict[str, str]:
    """Return which topics the tree shows to be new or changed."""
    return dict(reader.window.tree._delegate.news)


def test_the_first_edition_is_no_news(open_window: Open, file):
    reader = opened(open_window, file)
    assert reader.message == ""
    assert badges(reader) == {}
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    assert "hetzelfde" in reader.text


def test_another_edition_is_told_of_once_and_a_click_shows_what_is_new(open_window: Open, file, next_edition):
    reader = reopened(open_window, opened(open_window, file), next_edition)
    assert "3" in reader.message
    assert "2" in reader.message
    reader.bar._action.click()
    assert reader.window.navigator.location == Location("news")
    for words in ("Handel en heffingen", "zeebodem", "Eerlijke handel.", "Handel en tarieven"):
        assert words in reader.text
    assert "Steun aan Oekraïne" not in reader.text
    reader = reopened(open_window, reader, next_edition)
    assert reader.message == ""


def test_words_are_marked_and_notes_that_are_hit_are_counted(open_window: Open, file, next_edition):
    reader = opened(open_window, file)
    reader.go("middag/handel")
    note_on(reader, "tarieven.", "x")
    reader = reopened(open_window, reader, next_edition)
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    html = reader.page.toHtml()
    assert "line-through" in html
    assert "underline" in html
    assert "✎" not in reader.text, "the passage that the note is on did not change"


def test_the_tree_shows_what_is_not_read_yet(open_window: Open, file, next_edition):
    reader = reopened(open_window, opened(open_window, file), next_edition)
    assert badges(reader) == {"raad/zee": "changed", "middag/handel": "changed"}
    index = reader.tree.model().index_of(Location("topic", "raad/zee"))
    assert "gewijzigd" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    reader.go("raad/zee")
    read_it(reader)
    assert badges(reader) == {"middag/handel": "changed"}
    reader = reopened(open_window, reader, next_edition)
    assert badges(reader) == {"middag/handel": "changed"}


def test_a_topic_leads_to_what_changed_in_it_and_back(open_window: Open, file, next_edition):
    reader = reopened(open_window, opened(open_window, file), next_edition)
    reader.go("raad/zee")
    assert "Veranderd sinds u het las" in reader.text
    reader.click("sinds u het las")
    assert reader.window.navigator.location == Location("news", "raad/zee")
    assert "zeebodem" in reader.text
    assert "Handel" not in reader.text
    reader.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.topic == "raad/zee"
    reader.go("raad/steun")
    assert "Veranderd sinds" not in reader.text


def test_the_page_of_news_speaks_before_it_is_known(open_window: Open, file, next_edition):
    reader = reopened(open_window, opened(open_window, file), next_edition)
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    reader.close()
    again = open_window(next_edition)
    assert again.window.navigator.location == Location("news")
    assert "vergeleken" in again.text
    again.bot.waitUntil(lambda: "zeebodem" in again.text)
