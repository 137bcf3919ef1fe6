"""The dossier turned: by actor, tag, kind and term, with the same page, the same filter, by keys and by mouse."""

import pytest
import synthetic
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QToolTip

from fmm_desktop.ui import state as window_state
from fmm_desktop.ui.location import Destination, Location
from fmm_desktop.ui.tree.bar import WholeBar

from . import agenda
from .conftest import Open, Reader, write
from .test_finding import in_view
from .test_page import tab_to
from .test_tree import ALL, found

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
STEUN, ZEE, HANDEL = ALL[1], ALL[2], ALL[4]
BY_ACTOR = ["België", STEUN, ZEE, HANDEL, "Nederland", STEUN]
CHANGES = {
    "[Geen nieuwe tarieven.]": '["Geen tarieven voor [[actor:be]], zie [[zee]]."]',
    "[Kabels op de bodem beschermen.]": '["Met [[actor:minister]] kabels op de bodem beschermen."]',
    "[Het doel is één gezamenlijke lijn.]": '["Voor [[actor:be]] en [[actor:nl]] één gezamenlijke lijn."]',
    "name: België}": "name: België}\n  - {id: minister, kind: person, name: A. Minister, role: minister, of: be}",
    "certainty: defensive": "certainty: defensive\n        tags: [Wederopbouw, handel]",
}
TEXT = agenda.TEXT
for old, new in CHANGES.items():
    TEXT = TEXT.replace(old, new)


@pytest.fixture
def file(tmp_path):
    """Write the small agenda, in which actors are spoken of."""
    return write(tmp_path / "agenda.yaml", TEXT)


def turn(reader: Reader, key: Qt.Key) -> None:
    """Turn the dossier by its key."""
    reader.press(key, ALT)


def heading_above(reader: Reader) -> str:
    """Return the heading that the selected row stands under."""
    return reader.tree.currentIndex().parent().data() or ""


def test_keys_turn_the_dossier_and_the_topic_that_is_open_stays_selected(reader):
    reader.go("raad/zee")
    for key, rows in (
        (Qt.Key.Key_2, ["A. Minister", ZEE, *BY_ACTOR]),
        (Qt.Key.Key_3, ["handel", HANDEL, "wederopbouw", STEUN, HANDEL, "Zonder label", ZEE]),
        (Qt.Key.Key_5, ["PURL", STEUN, "Zonder begrip", ZEE, HANDEL]),
        (Qt.Key.Key_1, ALL),
    ):
        turn(reader, key)
        assert reader.rows == rows
        assert reader.selected == ZEE
        assert reader.topic == "raad/zee"
    turn(reader, Qt.Key.Key_4)
    assert [row for row in reader.rows if row not in ALL] == [
        "Doel", "Inzet", "Spreekpunten", "Krachtenveld", "Cijfers", "Achtergrond"
    ]  # fmt: skip
    assert heading_above(reader) == "Doel", "the first that shows it"


def test_the_mouse_turns_it_by_the_button_above_the_tree_which_tells_how_it_is_turned(reader):
    button = reader.find(QToolButton, "turnButton")
    assert button.isVisible()
    assert button.accessibleName()
    before = button.text()
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, 0)))
    assert [action.objectName() for action in menu.actions()] == [
        "by_session", "by_actor", "by_tag", "by_kind", "by_term"
    ]  # fmt: skip
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(reader.action("by_term")).center())
    assert reader.rows[0] == "PURL"
    assert reader.action("by_term").isChecked()
    assert not reader.action("by_session").isChecked()
    assert button.text() != before


def test_the_next_topic_is_the_next_one_under_the_same_heading(reader):
    turn(reader, Qt.Key.Key_2)
    reader.go_to(Location("actor", "be"))
    walked = []
    for _ in range(5):
        reader.press(Qt.Key.Key_PageDown, CTRL)
        walked.append((heading_above(reader), reader.topic))
    assert walked == [
        ("België", "raad/steun"),
        ("België", "raad/zee"),
        ("België", "middag/handel"),
        ("Nederland", "raad/steun"),  # although it stands under Belgium as well
        ("Nederland", "raad/steun"),
    ]
    for there in walked[2::-1]:
        reader.press(Qt.Key.Key_PageUp, CTRL)
        assert (heading_above(reader), reader.topic) == there


def test_a_topic_is_selected_where_the_reader_clicked_it_and_stays_there(reader):
    turn(reader, Qt.Key.Key_2)
    model = reader.tree.model()
    second = model.index(0, 0, model.index(2, 0))  # under Nederland
    reader.tree.scrollTo(second)
    QTest.mouseClick(reader.tree.viewport(), Qt.MouseButton.LeftButton, pos=reader.tree.visualRect(second).center())
    assert heading_above(reader) == "Nederland"
    reader.type_filter("steun")
    assert heading_above(reader) == "Nederland"
    reader.press(Qt.Key.Key_Escape)
    assert heading_above(reader) == "Nederland"


def test_the_filter_stays_and_counts_each_topic_once(reader):
    reader.type_filter("oekraine")
    turn(reader, Qt.Key.Key_2)
    assert reader.filter.text() == "oekraine"
    assert reader.rows == ["België", STEUN, HANDEL, "Nederland", STEUN]
    assert found(reader).startswith("2 ")
    reader.type_filter("sessie:middag")
    assert reader.rows == ["België", HANDEL]
    reader.type_filter("zzz")
    assert reader.rows == []
    turn(reader, Qt.Key.Key_1)
    assert reader.rows == []
    reader.press(Qt.Key.Key_Escape)
    assert reader.rows == ALL


def test_f3_walks_through_the_hits_in_the_order_of_the_turned_tree(reader):
    turn(reader, Qt.Key.Key_2)
    reader.type_filter("bijdrage")
    reader.type_filter("tarieven")
    reader.press(Qt.Key.Key_F3)
    assert (heading_above(reader), reader.topic) == ("België", "middag/handel")
    reader.type_filter("oekraine")
    walked = []
    for _ in range(12):
        reader.press(Qt.Key.Key_F3)
        there = heading_above(reader), reader.topic
        if there not in walked[-1:]:
            walked.append(there)
    assert walked[:4] == [
        ("België", "middag/handel"),
        ("Nederland", "raad/steun"),
        ("België", "raad/steun"),
        ("België", "middag/handel"),
    ]


def test_a_heading_opens_its_page_with_everything_on_it_in_every_session(reader):
    turn(reader, Qt.Key.Key_2)
    reader.go_to(Location("actor", "be"))
    for words in (
        "België", "1 Ochtend van de Raad", STEUN.replace("\u2002", " "), "1.2.2", "België deelt de zorg.", "2 Middag",
        "2.1.1", "A. Minister", "3 onderwerpen",
    ):  # fmt: skip
        assert words in reader.text.replace("\u2002", " ")
    assert "schaduwvloot" not in reader.text, "which is not about Belgium"
    assert not reader.action("print").isEnabled()
    reader.click("Veiligheid op zee")
    assert reader.topic == "raad/zee"
    assert heading_above(reader) == "België"
    reader.press(Qt.Key.Key_Left, ALT)
    assert reader.window.navigator.location == Location("actor", "be")
    assert reader.selected == "België"


def test_a_bare_link_on_such_a_page_leads_where_it_does_on_the_page_of_its_topic(open_window: Open, tmp_path):
    same_id = "      - {id: zee, title: Handel over zee}\n"
    reader = open_window(write(tmp_path / "agenda.yaml", TEXT + same_id))
    turn(reader, Qt.Key.Key_3)
    reader.go_to(Location("tag", "handel"))
    assert "Geen tarieven voor" in reader.text, "the aim leads a topic"
    reader.click("Handel over zee")
    assert reader.topic == "middag/zee", "beside the topic in which the link stands"


def test_passages_stand_there_under_the_certainty_and_the_marking_of_their_topic(open_window: Open, tmp_path):
    marked = TEXT.replace("certainty: possible", "certainty: possible\n        marking: DEP. VERTROUWELIJK")
    reader = open_window(write(tmp_path / "agenda.yaml", marked.replace("own: nl", "own: nl\nmarking: INTERN")))
    turn(reader, Qt.Key.Key_4)
    reader.go_to(Location("kind", "aim"))
    lines = [" ".join(line.split()) for line in reader.text.splitlines()]
    assert lines.count("INTERN") == 1, "of the dossier, above all"
    assert lines.index("INTERN") < lines.index("3 onderwerpen")
    below = [lines[lines.index(" ".join(topic.split())) + 1] for topic in (STEUN, ZEE, HANDEL)]
    assert below == ["1.1.1", "mogelijk DEP. VERTROUWELIJK", "defensief"], "the first is planned, and not marked"


def test_hits_are_marked_on_the_page_of_a_heading(reader):
    turn(reader, Qt.Key.Key_4)
    reader.go_to(Location("kind", "figure"))
    reader.type_filter("bijdrage")
    reader.bot.waitUntil(lambda: reader.marked() == ["Bijdrage"])


def test_f4_leads_from_a_link_that_the_keyboard_is_on_to_all_there_is_on_it(reader):
    reader.go("middag/handel")
    tab_to(reader, "België")
    assert "F4" in reader.window.statusBar().currentMessage()
    reader.press(Qt.Key.Key_F4)
    assert reader.window.navigator.location == Location("actor", "be")
    assert reader.selected == "België"
    assert "België deelt de zorg." in reader.text
    assert reader.action("by_actor").isChecked()
    reader.press(Qt.Key.Key_Left, ALT)
    assert reader.topic == "middag/handel"
    turn(reader, Qt.Key.Key_1)
    assert reader.rows == ALL
    assert reader.selected == HANDEL


def test_f4_elsewhere_offers_whom_and_what_the_topic_or_the_passage_names(reader):
    reader.go("raad/steun")
    reader.focus(reader.page)
    assert offered(reader) == ["België", "Nederland", "PURL"]
    reader.press(Qt.Key.Key_Down, ALT)
    assert offered(reader) == ["België", "Nederland"]
    reader.press(Qt.Key.Key_Down, ALT)
    assert offered(reader) == ["Nederland", "PURL"]
    reader.press(Qt.Key.Key_Down, ALT)
    reader.press(Qt.Key.Key_F4)
    assert reader.window.statusBar().currentMessage() == "Hier wordt geen actor of begrip genoemd."
    reader.press(Qt.Key.Key_Up, ALT)
    reader.press(Qt.Key.Key_F4)
    QTest.keyClick(reader.find(QMenu, "everythingMenu"), Qt.Key.Key_Return)
    assert reader.window.navigator.location == Location("actor", "nl")
    assert "1.1.2" in reader.text


def offered(reader: Reader) -> list[str]:
    """Press F4 and return what the menu offers, closed again."""
    reader.press(Qt.Key.Key_F4)
    menu = reader.find(QMenu, "everythingMenu")
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    reader.bot.waitUntil(lambda: reader.window.findChild(QMenu, "everythingMenu") is None)
    reader.focus(reader.page)  # a screen without a window manager forgets where it was
    return words


def test_f4_leads_there_from_a_link_under_the_mouse(reader):
    reader.focus(reader.page)
    QTest.mouseMove(reader.page.viewport(), QPoint(3, 3))
    QTest.mouseMove(reader.page.viewport(), reader.point_of("PURL"))
    reader.bot.waitUntil(lambda: "F4" in reader.window.statusBar().currentMessage())
    reader.press(Qt.Key.Key_F4)
    assert reader.window.navigator.location == Location("term", "purl")
    assert reader.selected == "PURL"
    assert "lijst van wensen" in reader.text
    QToolTip.hideText()


def test_the_actor_who_leads_a_passage_is_a_link_as_well(reader):
    reader.go("raad/zee")
    assert "België (steunt): België deelt de zorg." in reader.text
    QTest.mouseMove(reader.page.viewport(), QPoint(3, 3))
    QTest.mouseMove(reader.page.viewport(), reader.point_of("België"))
    reader.bot.waitUntil(lambda: reader.page.linked is not None)
    assert reader.page.linked == Location("actor", "be")


def page_menu(reader: Reader, words: str) -> QMenu:
    """Click on words with the right button and return the menu."""
    where = reader.point_of(words)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, reader.page.viewport().mapToGlobal(where))
    QApplication.sendEvent(reader.page.viewport(), event)
    return reader.find(QMenu, "pageMenu")


def test_the_menu_of_the_page_leads_there_for_who_has_a_mouse_only(reader):
    menu = page_menu(reader, "PURL")
    everything, *_ = menu.actions()
    assert "PURL" in everything.text()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(everything).center())
    assert reader.window.navigator.location == Location("term", "purl")
    assert reader.selected == "PURL"


def test_every_entry_of_the_menu_of_the_page_works(reader):
    copy, select_all = page_menu(reader, "gezamenlijke").actions()
    assert not copy.isEnabled()
    select_all.trigger()
    assert "gezamenlijke" in reader.page.textCursor().selectedText()
    reader.find(QMenu, "pageMenu").close()
    QApplication.processEvents()
    QApplication.sendEvent(
        reader.page, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    )
    menu = reader.window.findChildren(QMenu, "pageMenu")[-1]
    note, copy, _ = (action for action in menu.actions() if not action.isSeparator())
    assert note.objectName() == "noteOnWords", "words are selected now"
    copy.trigger()
    assert "gezamenlijke" in QApplication.clipboard().text()
    menu.close()


def test_the_window_comes_back_turned_at_the_page_that_was_open(open_window: Open, file, state):
    first = open_window(file)
    turn(first, Qt.Key.Key_2)
    first.go_to(Location("actor", "be"))
    first.close()
    assert window_state.load(state).view == "actor"
    again = open_window()
    assert again.rows == ["A. Minister", ZEE, *BY_ACTOR]
    assert again.selected == "België"
    assert "België deelt de zorg." in again.text
    assert again.action("by_actor").isChecked()


def test_a_state_from_before_there_were_views_still_loads(tmp_path):
    write(tmp_path / window_state.FILE_NAME, '{"dossier": "/x.yaml", "filter": "vloot", "zoom": 2}')
    left = window_state.load(tmp_path)
    assert (left.filter, left.zoom, left.view) == ("vloot", 2, "session")


def test_another_dossier_opens_turned_as_well(reader, tmp_path):
    turn(reader, Qt.Key.Key_3)
    other = write(tmp_path / "other.yaml", agenda.TEXT.replace("id: agenda", "id: other"))
    reader.window.controls.open(Destination(other))
    reader.bot.waitUntil(lambda: reader.window.path == other)
    assert reader.rows == ["wederopbouw", STEUN, "Zonder label", ZEE, HANDEL]


def test_a_dossier_without_actors_tags_and_terms_has_one_heading(open_window: Open, tmp_path):
    head, _, _ = agenda.TEXT.partition("actors:")
    text = f"{head}sessions:\n  - id: raad\n    title: Raad\n    topics:\n      - {{id: a, title: A}}\n"
    reader = open_window(write(tmp_path / "bare.yaml", text))
    for key, heading in (
        (Qt.Key.Key_2, "Zonder actor"),
        (Qt.Key.Key_3, "Zonder label"),
        (Qt.Key.Key_4, "Zonder passages"),
        (Qt.Key.Key_5, "Zonder begrip"),
    ):
        turn(reader, key)
        assert reader.rows == [heading, "1.1\u2002A"]
        reader.go_to(Location(reader.window.tree.view, ""))
        assert heading in reader.text


def test_a_dossier_without_topics_can_be_turned(open_window: Open, tmp_path):
    head = agenda.TEXT.partition("sessions:")[0]
    reader = open_window(write(tmp_path / "empty.yaml", f"{head}sessions: []\n"))
    for key in (Qt.Key.Key_2, Qt.Key.Key_5, Qt.Key.Key_1):
        turn(reader, key)
        assert reader.rows == []


def test_the_words_follow_the_language_and_the_headings_that_of_the_dossier(reader):
    turn(reader, Qt.Key.Key_4)
    rows = reader.rows
    reader.speak("en")
    button = reader.find(QToolButton, "turnButton")
    assert button.text() == "By kind"
    assert reader.tree.accessibleName() == "Kinds and topics"
    assert reader.rows == rows


def test_sessions_stay_folded_while_the_dossier_is_turned(reader):
    reader.focus(reader.tree)
    reader.tree.setCurrentIndex(reader.tree.model().index(0, 0))
    reader.press(Qt.Key.Key_Left)
    assert reader.rows == [ALL[0], ALL[3], ALL[4]]
    turn(reader, Qt.Key.Key_2)
    assert reader.rows == ["A. Minister", ZEE, *BY_ACTOR]
    turn(reader, Qt.Key.Key_1)
    assert reader.rows == [ALL[0], ALL[3], ALL[4]]


def test_a_note_is_counted_wherever_its_topic_stands(reader):
    turn(reader, Qt.Key.Key_2)
    reader.go("raad/steun")
    reader.write("Vraag naar de lijst")
    model = reader.tree.model()
    said = [
        index.data(Qt.ItemDataRole.AccessibleTextRole)
        for place in (1, 2)
        if (index := model.index(0, 0, model.index(place, 0))).isValid()
    ]
    assert said == ["1.1 Steun aan Oekraïne, gepland, 1 notitie"] * 2


# -- a large dossier ---------------------------------------------------------------------------------------------------


def test_a_large_dossier_is_turned_when_it_is_ready_and_says_so_until_then(open_window: Open, file):
    reader = open_window(file)
    reader.window.enter(synthetic.dossier(10_000), Destination(reader.window.path))
    button = reader.find(QToolButton, "turnButton")
    turn(reader, Qt.Key.Key_2)
    there = Location("actor", "nl")
    reader.window.navigator.go(there)
    if reader.window.tree._search.is_preparing:
        assert reader.rows[0].startswith("1\u2002")
        assert "…" in button.text()
        assert "gereedgemaakt" in reader.text
    reader.bot.waitUntil(lambda: reader.selected == "NL", timeout=20_000)
    assert "…" not in button.text()
    assert "gereedgemaakt" not in reader.text
    assert "En nog" in reader.text
    assert len(reader.text) < 60_000, "the page of a heading has a bound"

    bar = reader.find(WholeBar, "wholeBar")
    assert bar.isVisible()
    bar.setValue(bar.maximum())
    assert in_view(reader.tree)[-1].split("\u2002")[0].startswith("500.")
    bar.setValue(0)
    assert in_view(reader.tree)[0] == "BE"
    reader.focus(reader.tree)
    reader.press(Qt.Key.Key_End)
    assert heading_above(reader) == "UA"
    reader.press(Qt.Key.Key_Home)
    assert reader.window.navigator.location == Location("actor", "be")


def test_a_page_of_what_a_large_dossier_turns_out_not_to_know_says_so(open_window: Open, file):
    reader = open_window(file)
    reader.window.enter(synthetic.dossier(3000), Destination(reader.window.path))
    assert reader.window.tree._search.is_preparing
    reader.window.navigator.go(Location("term", "nergens"))
    assert "gereedgemaakt" in reader.text
    reader.bot.waitUntil(lambda: "Geen enkel onderwerp" in reader.text, timeout=20_000)
    reader.press(Qt.Key.Key_Left, ALT)
    reader.window.navigator.go(Location("term", "nergens"))
    assert reader.topic, "known by now"


def test_back_from_everything_on_an_actor_the_tree_is_as_it_was(reader):
    reader.go("raad/zee")
    reader.window.controls._turner.show_everything(Location("actor", "be"))
    assert reader.window.tree.view == "actor"
    reader.press(Qt.Key.Key_Left, ALT)
    assert reader.rows == ALL
    assert reader.topic == "raad/zee"
    assert reader.action("by_session").isChecked()


def test_who_arranged_the_tree_meanwhile_keeps_that(reader):
    reader.go("raad/zee")
    reader.window.controls._turner.show_everything(Location("actor", "be"))
    turn(reader, Qt.Key.Key_3)
    reader.press(Qt.Key.Key_Left, ALT)
    assert reader.window.tree.view == "tag"


def test_the_heading_of_a_topic_that_is_first_under_it_is_in_view(open_window, file):
    large = open_window(file)
    large.window.enter(synthetic.dossier(600), Destination(large.window.path))
    large.bot.waitUntil(lambda: not large.window.tree._search.is_preparing, timeout=20_000)
    large.window.resize(900, 420)
    turn(large, Qt.Key.Key_2)
    large.focus(large.tree)
    large.press(Qt.Key.Key_End)  # to come from below
    assert heading_above(large) not in in_view(large.tree)
    shown = large.tree.rows.shown
    first = next(shown.topics(len(shown.outline.headings) // 2))
    large.tree._ahead = first
    large.window.navigator.go(Location("topic", shown.outline.item(first).path))
    assert heading_above(large) in in_view(large.tree)
