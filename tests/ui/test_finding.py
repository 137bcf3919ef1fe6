"""From hit to hit, across topics; snippets, notes and slips of the pen; a dossier of which the tree holds a part."""

import pytest
import synthetic
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeView

from fmm_desktop.dossier.reading import read
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.marking import Marker
from fmm_desktop.search.query import parse
from fmm_desktop.ui.location import Destination, Location
from fmm_desktop.ui.tree.bar import WholeBar
from fmm_desktop.ui.tree.snippets import Snippets

from .conftest import Open, Reader
from .test_tree import ALL, found

SHIFT = Qt.KeyboardModifier.ShiftModifier


def current(reader: Reader) -> str:
    """Return the words that are marked more strongly than the others."""
    reader.marked()  # waits for the marks
    strong = reader.window.tree._delegate.colours.current_hit
    marks = [mark for mark in reader.page.extraSelections() if mark.format.background().color().name() == strong]
    return " ".join(mark.cursor.block().text() for mark in marks)


def test_f3_walks_through_the_hits_of_all_topics_and_round_at_the_ends(reader):
    reader.type_filter("oekraine")
    walked = []
    for _ in range(4):
        reader.press(Qt.Key.Key_F3)
        walked.append((reader.topic, current(reader)))
    title, point = "1.1 Steun aan Oekraïne", "Wij blijven naast Oekraïne staan."
    figure = "EUR 5 mln.: Bijdrage aan Oekraïne."
    assert [topic for topic, _ in walked] == ["raad/steun", "raad/steun", "middag/handel", "raad/steun"]
    assert walked[0][1] == walked[3][1] == title
    assert walked[1][1] == point
    assert "Oekraïne" in walked[2][1]
    assert walked[2][1] in figure
    for topic in ("middag/handel", "raad/steun", "raad/steun", "middag/handel"):
        reader.press(Qt.Key.Key_F3, SHIFT)
        assert reader.topic == topic
        assert current(reader)


def test_f3_tells_which_hit_that_is_and_how_far_down_the_tree_until_another_page_is_open(reader):
    reader.speak("nl")
    said = reader.window.statusBar().currentMessage
    reader.type_filter("oekraine")
    told = []
    for _ in range(3):
        reader.press(Qt.Key.Key_F3)
        told.append(said())
    assert told == [
        "Treffer 1 van 2 op deze pagina · onderwerp 1 van 2 in de boom",
        "Treffer 2 van 2 op deze pagina · onderwerp 1 van 2 in de boom",
        "Treffer 1 van 1 op deze pagina · onderwerp 2 van 2 in de boom",
    ]
    reader.go("raad/steun")
    assert said() == ""


def test_f3_is_there_while_a_filter_stands_only(reader):
    assert not reader.action("next_hit").isEnabled()
    reader.type_filter("kabels")
    assert reader.action("next_hit").isEnabled()
    reader.press(Qt.Key.Key_F3)  # from a topic that was not found to the first that was
    assert reader.topic == "raad/zee"
    reader.press(Qt.Key.Key_F3)  # the only hit there is
    assert reader.topic == "raad/zee"
    assert current(reader) == "Kabels op de bodem beschermen."
    reader.press(Qt.Key.Key_Escape)
    assert not reader.action("previous_hit").isEnabled()
    assert not current(reader)


def test_a_hit_out_of_view_is_brought_into_view(reader):
    reader.window.resize(900, 300)
    reader.type_filter("tweede regel")
    reader.press(Qt.Key.Key_F3)
    (mark,) = [mark for mark in reader.page.extraSelections() if mark.cursor.selectedText() == "Tweede"]
    assert reader.page.viewport().rect().contains(reader.page.cursorRect(mark.cursor))


def test_a_note_is_found_and_the_tree_follows_when_it_is_left(reader):
    reader.go("raad/zee")
    reader.write("Vraag naar de zeppelin")
    reader.type_filter("zeppelin")
    assert reader.rows == [ALL[0], ALL[2]]
    snippets = reader.window.tree._delegate.snippets
    assert snippets.of(reader.window.navigator.topic).text == "Vraag naar de zeppelin"
    reader.press(Qt.Key.Key_Escape)
    reader.type_filter("luchtballon")
    assert reader.rows == []
    reader.write(" en de luchtballon")
    reader.do("overview")  # leaves the note
    assert reader.rows == [ALL[0], ALL[2]]


def test_a_mistyped_field_is_said_and_the_rest_still_filters(reader):
    reader.type_filter("sort:inzet kabels")
    assert reader.rows == [ALL[0], ALL[2]]
    counted, slip = found(reader).split("\n")
    assert counted == "1 onderwerp gevonden"
    assert "“sort:”" in slip
    assert "“soort:”" in slip


@pytest.mark.parametrize(
    ("typed", "topic", "snippet"),
    [
        ("vloot", "raad/steun", "Een 🚢 van de schaduwvloot wordt aangehouden."),
        ("bodem", "raad/zee", "Kabels op de bodem beschermen."),
        ("wederopbouw", "raad/steun", "wederopbouw"),  # a tag
        ("soort:krachtenveld", "raad/zee", "België België deelt de zorg."),
        ("soort:achtergrond regel", "raad/steun", "Eerste regel van de achtergrond."),
        ("handel", "middag/handel", "Geen nieuwe tarieven."),  # the title alone: how the text begins
    ],
)
def test_the_snippet_is_where_the_first_hit_stands(file, typed, topic, snippet):
    dossier = read(file)
    query = parse(typed)
    snippets = Snippets(dossier)
    snippets.ask(query, {}, Finder(dossier).scope(query).holds)
    shown = snippets.of(dossier.topic(topic))
    assert shown.text == snippet
    assert [shown.text[start:end] for start, end in shown.spans] == [
        snippet[start:end] for start, end in Marker(query).spans(snippet)
    ]


def test_rows_have_a_second_line_while_filtering(reader):
    low = row_height(reader)
    reader.type_filter("kabels")
    assert row_height(reader) > 1.3 * low
    reader.press(Qt.Key.Key_Escape)
    assert row_height(reader) == low


def row_height(reader: Reader) -> int:
    """Return the height of the first row."""
    return reader.tree.visualRect(reader.tree.model().index(0, 0)).height()


# -- a large dossier ---------------------------------------------------------------------------------------------------


@pytest.fixture
def large(open_window: Open) -> Reader:
    """Return a window with a thousand topics, ready to be filtered."""
    reader = open_window()
    reader.window.enter(synthetic.dossier(1000), Destination(reader.window.path))
    reader.bot.waitUntil(lambda: not reader.window.tree._search.is_preparing, timeout=30_000)
    return reader


def in_view(tree: QTreeView) -> list[str]:
    """Return the rows that can be seen, from top to bottom."""
    QApplication.processEvents()
    rows, index = [], tree.indexAt(tree.viewport().rect().topLeft())
    while index.isValid() and tree.visualRect(index).intersects(tree.viewport().rect()):
        rows.append(index.data())
        index = tree.indexBelow(index)
    return rows


def test_end_and_home_lead_to_the_last_and_the_first_row_of_all(large):
    large.focus(large.tree)
    large.press(Qt.Key.Key_End)
    assert large.topic == "sessie-50/onderwerp-1000"
    assert in_view(large.tree)[-1].startswith("50.20")
    large.press(Qt.Key.Key_Home)
    assert large.window.navigator.location == Location("session", "sessie-1")
    assert in_view(large.tree)[0].startswith("1\u2002")


@pytest.mark.parametrize(
    ("key", "start", "end", "least"),
    [
        (Qt.Key.Key_PageDown, "sessie-1/onderwerp-1", "sessie-50/onderwerp-1000", 20),
        (Qt.Key.Key_PageUp, "sessie-50/onderwerp-1000", "sessie-1", 20),
        # Further rows than are held at a time, and not all thousand of them.
        (Qt.Key.Key_Down, "sessie-36/onderwerp-701", "sessie-50/onderwerp-1000", 314),
        (Qt.Key.Key_Up, "sessie-15/onderwerp-300", "sessie-1", 315),
    ],
)
def test_the_keys_go_to_the_last_row_and_to_the_first(large, key, start, end, least):
    large.focus(large.tree)
    large.go(start)
    seen = []
    while large.window.navigator.location not in seen[-1:]:
        seen.append(large.window.navigator.location)
        large.press(key)
    assert large.window.navigator.location.id == end
    assert len(seen) == len(set(seen)) >= least


def test_scrolling_reaches_the_last_row_and_the_first_again(large):
    bar = large.tree.verticalScrollBar()
    for end in ("50.20", "1\u2002"):
        for _ in range(100):
            bar.setValue(bar.maximum() if end == "50.20" else bar.minimum())
            if any(row.startswith(end) for row in in_view(large.tree)):
                break
        assert any(row.startswith(end) for row in in_view(large.tree))


def test_rows_follow_each_other_without_a_gap_while_scrolling(large):
    bar = large.tree.verticalScrollBar()
    numbers = []
    for _ in range(400):
        seen = [row.split("\u2002")[0] for row in in_view(large.tree)]
        numbers += [number for number in seen if number not in numbers[-90:]]
        bar.setValue(bar.value() + 5)
    every = [number for place in range(1, 51) for number in (str(place), *(f"{place}.{at}" for at in range(1, 21)))]
    assert numbers == every


def test_one_bar_stands_for_all_topics_and_leads_anywhere(large):
    bar = large.find(WholeBar, "wholeBar")
    assert bar.isVisible()
    bar.setValue(bar.maximum() // 2)
    assert in_view(large.tree)[0].startswith(("24.", "25."))
    bar.setValue(bar.maximum())
    assert in_view(large.tree)[-1].startswith("50.20")
    bar.setValue(0)
    assert in_view(large.tree)[0].startswith("1")
    large.type_filter("zzz")
    assert not bar.isVisible()


def test_what_is_selected_stays_so_while_scrolling_and_is_gone_back_to_by_a_key(large):
    bar = large.find(WholeBar, "wholeBar")
    large.go("sessie-1/onderwerp-3")
    bar.setValue(bar.maximum() // 2)
    assert large.topic == "sessie-1/onderwerp-3"
    large.focus(large.tree)
    large.press(Qt.Key.Key_Down)
    assert large.topic == "sessie-1/onderwerp-4"
    assert large.selected in in_view(large.tree)


def test_escape_shows_the_topic_that_was_selected_wherever_it_is(large):
    large.window.navigator.go(Location("topic", "sessie-31/onderwerp-611"))
    large.type_filter("schaduwvloot drones")
    large.press(Qt.Key.Key_Escape)
    assert large.topic == "sessie-31/onderwerp-611"
    assert large.selected.startswith("31.11")
    assert large.selected in in_view(large.tree)


def test_a_folded_session_stays_folded_wherever_the_reader_goes(large):
    large.tree.collapse(large.tree.model().index(0, 0))
    large.focus(large.tree)
    large.press(Qt.Key.Key_End)
    large.press(Qt.Key.Key_Home)
    assert [row.split("\u2002")[0] for row in in_view(large.tree)[:3]] == ["1", "2", "2.1"]
    large.tree.expand(large.tree.model().index(0, 0))
    assert in_view(large.tree)[1].startswith("1.1")


@pytest.fixture
def by_kind(large: Reader) -> Reader:
    """Return that window with the dossier turned by kind: a thousand topics under each heading."""
    large.do("by_kind")
    large.focus(large.tree)
    large.press(Qt.Key.Key_Home)
    return large


def test_a_heading_with_more_topics_than_are_held_is_folded_and_unfolded_without_a_gap(by_kind):
    by_kind.press(Qt.Key.Key_Left)
    assert in_view(by_kind.tree)[:3] == ["Doel", "Bespreking", "1.1\u2002" + title(by_kind, 1)]
    by_kind.press(Qt.Key.Key_Right)
    assert in_view(by_kind.tree)[1].startswith("1.1\u2002")
    numbers = [row.split("\u2002")[0] for row in walked(by_kind, 201)]
    assert numbers == ["Doel", *(f"{place}.{at}" for place in range(1, 11) for at in range(1, 21))]


def title(reader: Reader, number: int) -> str:
    """Return the title of a topic of the dossier, counted from 1."""
    return list(reader.window.navigator.dossier.topics())[number - 1].title


def walked(reader: Reader, steps: int) -> list[str]:
    """Return the rows that the Down key leads to, the current one first."""
    rows = [reader.selected]
    for _ in range(steps - 1):
        reader.press(Qt.Key.Key_Down)
        rows.append(reader.selected)
        QApplication.processEvents()
    return rows


def test_the_topic_that_is_open_under_a_folded_heading_is_shown_again_after_a_filter(by_kind):
    by_kind.window.navigator.go(Location("topic", "sessie-31/onderwerp-611"))
    by_kind.tree.collapse(by_kind.tree.currentIndex().parent())
    by_kind.type_filter("zzz")
    by_kind.press(Qt.Key.Key_Escape)
    assert by_kind.selected.startswith("31.11")
    assert by_kind.selected in in_view(by_kind.tree)


def test_a_heading_is_unfolded_before_the_rows_have_been_laid_out(large):
    large.tree.collapse(large.tree.model().index(0, 0))
    large.tree.model().show_around((0, -1))
    large.tree.expand(large.tree.model().index(0, 0))
    assert in_view(large.tree)[1].startswith("1.1\u2002")
