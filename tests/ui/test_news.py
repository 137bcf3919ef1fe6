"""What is new in an edition: told once, shown in the tree until it was read, and on pages with the words marked."""

import re

import pytest
import synthetic
from benchmarks.samples import take_in_notes
from PySide6.QtCore import Qt

from fmm_desktop.dossier.reading import read
from fmm_desktop.ui.location import Destination, Location
from fmm_desktop.ui.page import news

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


def placed_all(reader: Reader) -> int:
    """Wait until all notes are placed, and return how many there are."""
    placements = reader.window.controls._notes_desk.placements
    reader.bot.waitUntil(lambda: not placements._soon.isActive() and placements._job is None, timeout=20_000)
    return len(tuple(placements.placed()))


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


def test_notes_on_what_was_changed_or_is_gone_are_counted_where_that_is_told(open_window: Open, file):
    text = agenda.TEXT.replace("[Geen nieuwe tarieven.]", "[Geen nieuwe tarieven., Vrije doorvaart voor vissers.]")
    reader = opened(open_window, write(file, text))
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "x")
    reader.go("middag/handel")
    note_on(reader, "vissers", "y")
    note_on(reader, "doorvaart", "z")
    text = text.replace("edition: 2", "edition: 3").replace(", Vrije doorvaart voor vissers.]", "]")
    changed = write(file.parent / "agenda-3.yaml", text.replace(CABLES, "Kabels bij de zeebedding beter beschermen."))
    reader = reopened(open_window, reader, changed)
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    reader.bot.waitUntil(lambda: "✎" in reader.text)
    assert placed_all(reader) == 3
    lines = reader.text.splitlines()
    on_topic, on_changed = (line for line in lines if "✎ 1 notitie" in line)
    assert "Gewijzigd" in on_topic, "and what is below it is counted there as well"
    assert "Gewijzigd" in on_changed
    on_topic, on_gone = (line for line in lines if "✎ 2 notities" in line)
    assert "Gewijzigd" in on_topic
    assert "Vervallen · Doel · was 2.1.2" in on_gone, "by the number that it had"


def test_notes_on_a_topic_that_is_gone_are_counted_with_it(open_window: Open, file):
    reader = opened(open_window, file)
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "x")
    text = agenda.TEXT.replace("edition: 2", "edition: 3")
    start, end = text.index("      - id: zee"), text.index("  - id: middag")
    reader = reopened(open_window, reader, write(file.parent / "agenda-3.yaml", text[:start] + text[end:]))
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    reader.bot.waitUntil(lambda: "✎" in reader.text)
    (line,) = (line for line in reader.text.splitlines() if "✎" in line)
    assert "Vervallen" in line


def test_where_much_is_new_each_topic_leads_to_what_is_new_in_it(open_window: Open, file, next_edition, monkeypatch):
    monkeypatch.setattr(news, "_AT_ONCE", 10)
    reader = reopened(open_window, opened(open_window, file), next_edition)
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    assert "Handel en heffingen" in reader.text
    assert "zeebodem" not in reader.text
    reader.click("1 passage")
    assert reader.window.navigator.location == Location("news", "raad/zee")
    assert "zeebodem" in reader.text


def test_an_edition_that_is_new_all_over_shows_its_topics_and_the_notes_hit(open_window: Open, tmp_path, state):
    before, after = tmp_path / "1.yaml", tmp_path / "2.yaml"
    text = synthetic.yaml_text(200)
    write(before, text)
    take_in_notes(state, before, here=1000, elsewhere=0)
    words = sorted(set(re.findall(r"\b[a-z]{6,}\b", text)))[::5]
    other = re.sub(rf'(?<=[ "])({"|".join(words)})(?=[ .,])', "gewijzigd", text)
    write(after, re.sub(r"^edition: (\d+)", lambda found: f"edition: {int(found[1]) + 1}", other, flags=re.MULTILINE))
    reader = reopened(open_window, opened(open_window, before), after)
    assert placed_all(reader) == 1000
    reader.do("news")
    assert "✎" in reader.text
    assert "bekijk wat" in reader.text, "each topic leads to its own words: all at once would hold up the window"


def test_a_topic_of_the_edition_before_is_not_read_in_the_next(open_window: Open, file, next_edition):
    reader = opened(open_window, file)
    reader.go("raad/zee")
    timer = reader.window.controls._news._reading
    assert timer.isActive()
    reader.window.controls.open(Destination(next_edition, Location("topic", "raad/zee")))
    reader.bot.waitUntil(lambda: reader.window.navigator.dossier.edition == 3)
    assert not timer.isActive()


def test_what_an_edition_that_was_left_is_like_is_not_told_of_the_next(open_window: Open, file, next_edition):
    reader = opened(open_window, file)
    news = reader.window.controls._news
    told = []
    news.known.connect(lambda: told.append(news._known.changes is not None))
    news._compare()
    news.enter(read(next_edition))
    reader.bot.waitUntil(lambda: bool(told))
    assert told == [True]


def test_a_topic_counts_as_read_in_the_edition_that_it_was_shown_of(open_window: Open, file, next_edition, state):
    reader = opened(open_window, file)
    reader.go("raad/zee")
    reader.window.enter(read(next_edition), Destination(next_edition, Location("topic", "raad/zee")))
    reader.window.controls._news._reading.timeout.emit()  # before it is known what is new in the next
    assert list(state.rglob("read.msgpack")) == []


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


def test_a_topic_that_only_moved_has_a_badge_until_it_was_read_where_it_is(open_window: Open, file):
    head, sea = agenda.TEXT.split("      - id: zee\n")
    sea, afternoon = sea.split("  - id: middag\n")
    start, steun = head.split("      - id: steun\n")
    turned = f"{start}      - id: zee\n{sea}      - id: steun\n{steun}  - id: middag\n{afternoon}"
    moved = write(file.parent / "agenda-3.yaml", turned.replace("edition: 2", "edition: 3"))
    reader = opened(open_window, file)
    for topic in ("raad/zee", "raad/steun"):
        reader.go(topic)
        read_it(reader)

    reader = reopened(open_window, reader, moved)
    reader.press(Qt.Key.Key_D, CTRL_SHIFT)
    assert re.search(r"Verplaatst\s+was 1\.[12]", reader.text), "from where"
    ((there, what),) = badges(reader).items()
    assert what == "moved"
    reader.go(there)
    read_it(reader)
    assert badges(reader) == {}
    assert badges(reopened(open_window, reader, moved)) == {}


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
