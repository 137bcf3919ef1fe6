"""The page in the middle: numbers, links that lead on and back, terms that explain themselves, nothing loaded."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from fmm_desktop.paths import bundled
from fmm_desktop.ui.location import OVERVIEW, Location

from . import agenda
from .conftest import Open, Reader, click, write

SHIPPED = bundled("data") / "fmm-2025-12-03.nl.yaml"
ALT = Qt.KeyboardModifier.AltModifier


def numbered(reader: Reader) -> list[tuple[str, str]]:
    """Return number and text of each numbered row on the page, from top to bottom."""
    tables = [one for one in reader.page.document().rootFrame().childFrames() if isinstance(one, QTextTable)]
    rows = ((one.cellAt(row, 0), one.cellAt(row, 1)) for one in tables for row in range(one.rows()))
    return [(said(number).removesuffix(" ●"), said(text)) for number, text in rows]


def said(cell) -> str:
    """Return the words in a cell."""
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def tab_to(reader: Reader, words: str) -> None:
    """Press Tab on the page until the link with these words is reached."""
    reader.focus(reader.page)
    for _ in range(20):
        reader.press(Qt.Key.Key_Tab)
        if reader.page.textCursor().selectedText() == words:
            return
    pytest.fail(f"no way to {words} by Tab")


@pytest.mark.parametrize("path", agenda.TOPICS)
def test_every_passage_of_the_topic_stands_on_the_page_with_its_number_in_order(reader, path):
    reader.go(path)
    passages = reader.window.navigator.topic.passages
    rows = numbered(reader)
    assert [number for number, _ in rows] == [passage.number for passage in passages]
    for passage, (_, text) in zip(passages, rows, strict=True):
        first = re.split(r"[*\[<]", passage.text)[0].strip()
        assert first in text


def test_the_page_says_session_title_certainty_and_kinds_in_the_language_of_the_dossier(reader):
    reader.go("raad/zee")
    lines = reader.text.splitlines()
    assert lines[0] == "1 Ochtend van de Raad"
    assert lines[1] == "1.2 Veiligheid op zee"
    assert "mogelijk" in lines[2].lower()
    assert "Krachtenveld" in lines
    assert "België (steunt): België deelt de zorg." in reader.text


def test_a_click_on_a_link_leads_to_the_topic_and_back_and_forward_lead_back(reader):
    assert not reader.action("back").isEnabled()
    reader.click("Veiligheid op zee")
    assert reader.topic == "raad/zee"
    assert reader.selected == "1.2\u2002Veiligheid op zee"
    reader.focus(reader.page)
    reader.press(Qt.Key.Key_Left, ALT)
    assert reader.topic == "raad/steun"
    assert not reader.action("back").isEnabled()
    reader.press(Qt.Key.Key_Right, ALT)
    assert reader.topic == "raad/zee"
    assert not reader.action("forward").isEnabled()


def test_a_click_on_a_link_chooses_no_passage_on_the_page_that_it_leads_to(open_window):
    reader = open_window(SHIPPED)
    where = reader.point_of("Rusland")

    click(reader.page.viewport(), where)

    assert reader.topic == "nar/rusland"
    assert reader.window.page._passage_at(where), "there is nothing under the mouse now that could be chosen by mistake"
    assert reader.window.page.passage == ""


def test_by_keyboard_tab_goes_to_a_link_and_enter_follows_it(reader):
    tab_to(reader, "Veiligheid op zee")
    reader.press(Qt.Key.Key_Return)
    assert reader.topic == "raad/zee"


def test_links_lead_to_the_session_and_from_there_to_its_topics(reader):
    tab_to(reader, "1 Ochtend van de Raad")
    reader.press(Qt.Key.Key_Return)
    assert reader.window.navigator.location == Location("session", "raad")
    assert "Nederland, België" in reader.text
    tab_to(reader, "Veiligheid op zee")
    reader.press(Qt.Key.Key_Return)
    assert reader.topic == "raad/zee"


def test_the_overview_shows_everything_and_leads_to_each_topic(reader):
    reader.focus(reader.page)
    reader.press(Qt.Key.Key_Home, ALT)
    assert reader.window.navigator.location == OVERVIEW
    for words in ("Overleg van ministers", "Den Haag", "PURL", "editie 2", "Handel en tarieven", "België"):
        assert words in reader.text
    tab_to(reader, "Handel en tarieven")
    reader.press(Qt.Key.Key_Return)
    assert reader.topic == "middag/handel"
    reader.press(Qt.Key.Key_Left, ALT)
    assert reader.window.navigator.location == OVERVIEW


def test_a_term_explains_itself_when_the_keyboard_reaches_it(reader, qtbot):
    tab_to(reader, "PURL")
    qtbot.waitUntil(QToolTip.isVisible)
    assert "lijst van wensen" in QToolTip.text()
    assert "Wat het dringendst nodig is." in reader.window.statusBar().currentMessage()
    reader.press(Qt.Key.Key_Return)
    assert reader.topic == "raad/steun", "a term leads nowhere"
    QToolTip.hideText()


def test_a_term_explains_itself_under_the_mouse(reader, qtbot):
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    where = reader.point_of("PURL")
    viewport = reader.page.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, where, viewport.mapToGlobal(where)))
    qtbot.waitUntil(QToolTip.isVisible)
    assert "lijst van wensen" in QToolTip.text()
    move_to(reader, where)
    assert "lijst van wensen" in reader.window.statusBar().currentMessage()
    QToolTip.hideText()


def move_to(reader: Reader, where: QPoint) -> None:
    """Move the mouse over the page, without a button."""
    viewport = reader.page.viewport()
    buttons, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), buttons, buttons, none)
    QApplication.sendEvent(viewport, event)


def test_markup_in_a_dossier_is_shown_as_it_is_written(reader):
    reader.go("raad/zee")
    assert '<img src="file:///etc/hostname"><script>alert(1)</script> & <b>niet vet</b>' in reader.text
    assert "\ufffc" not in reader.text, "there is no picture"
    reader.go("raad/steun")
    assert "Wij blijven naast Oekraïne staan." in reader.text


def test_nothing_is_loaded_even_if_markup_slipped_through(reader, tmp_path):
    """Given a page with a picture in it, then Qt gets an empty one, and does not look for the file itself."""
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    file = tmp_path / "picture.png"
    assert picture.save(str(file))
    for address in (str(file), QUrl.fromLocalFile(str(file)).toString(), "http://localhost/picture.png"):
        reader.page.setHtml(f'<img src="{address}">')
        reader.page.repaint()
        found = reader.page.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        assert found.size() == QSize(1, 1)
        assert "#ff0000" not in {reader.page.viewport().grab().toImage().pixelColor(x, 30).name() for x in range(200)}
        reader.page.anchorClicked.emit(QUrl(address))
    for kind in (QTextDocument.ResourceType.HtmlResource, QTextDocument.ResourceType.StyleSheetResource):
        assert reader.page.document().resource(kind.value, QUrl.fromLocalFile(__file__)).isEmpty()
    assert reader.topic == "raad/steun"


def test_a_dossier_cannot_get_a_picture_onto_any_page(open_window: Open, tmp_path):
    """Given markup in each place for text, when every page is shown, then it stands there as text."""
    evil = '<img src=\\"file:///etc/hostname\\">'
    text = agenda.TEXT
    for words in ("Overleg van ministers", "Ochtend van de Raad", "Veiligheid op zee", "Den Haag", "lijst van wensen"):
        text = text.replace(words, f'"{evil} {words}"', 1)
    reader = open_window(write(tmp_path / "evil.yaml", text))
    loaded = []
    reader.page.loadResource = lambda kind, name: loaded.append((kind, name))
    for location in (
        OVERVIEW,
        Location("session", "raad"),
        Location("topic", "raad/zee"),
        Location("topic", "raad/steun"),
    ):
        reader.window.navigator.go(location)
        reader.page.repaint()
        assert "\ufffc" not in reader.text
        assert '<img src="file:///etc/hostname">' in reader.text
    assert not loaded


def test_alt_down_goes_from_passage_to_passage_and_a_click_chooses_one(reader):
    reader.focus(reader.page)
    chosen = []
    reader.window.page.passage_chosen.connect(chosen.append)
    for _ in range(9):  # more than there are
        reader.press(Qt.Key.Key_Down, ALT)
    assert chosen == [passage.id for passage in reader.window.navigator.topic.passages]
    reader.press(Qt.Key.Key_Up, ALT)
    assert reader.window.page.passage == "background-1"
    reader.click("schaduwvloot")
    assert reader.window.page.passage == "p2"
    assert "1.1.3" in reader.target
    reader.click("Steun aan Oekraïne")  # the title
    assert reader.window.page.passage == ""
    assert "1.1.3" not in reader.target


def test_the_current_passage_is_brought_into_view(reader):
    reader.window.resize(900, 320)
    reader.focus(reader.page)
    for _ in range(6):
        reader.press(Qt.Key.Key_Down, ALT)
    bar = reader.page.verticalScrollBar()
    rectangle = reader.window.page._rows.rectangle(reader.window.page.passage)
    assert bar.value() > 0
    assert bar.value() <= rectangle.top() < rectangle.bottom() <= bar.value() + reader.page.viewport().height()


def test_a_very_long_title_is_shown_whole_and_breaks_nothing(open_window: Open, tmp_path):
    title = "Bovenmatig " * 50 + "Donaudampfschifffahrtsgesellschaft" * 12
    reader = open_window(write(tmp_path / "long.yaml", agenda.TEXT.replace("Steun aan Oekraïne", title, 1)))
    assert reader.message == ""
    assert title in reader.text
    assert reader.window.width() < 2000
    reader.type_filter("gesellschaft bovenmatig")
    assert len(reader.rows) == 2


def test_sources_are_shown_when_asked_for_and_the_place_stays(reader):
    assert "Brief aan de Kamer" not in reader.text
    reader.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "[Brief aan de Kamer, al. 2]" in reader.text
    reader.do("show_sources")
    assert "Brief aan de Kamer" not in reader.text


def test_where_there_is_but_one_source_only_the_place_in_it_is_said(open_window):
    reader = open_window(SHIPPED)

    reader.do("show_sources")

    assert "[NAR, al. 2]" in reader.text
    assert "[Geannoteerde agenda" not in reader.text


def test_zoom_changes_the_text_and_stays_in_bounds(reader):
    def size() -> float:
        return reader.page.document().find("schaduwvloot").charFormat().fontPointSize()

    normal = size()
    reader.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert size() > normal
    for _ in range(40):
        reader.do("zoom_out")
    assert 6 < size() < normal
    reader.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert size() == normal


def test_copy_takes_what_is_selected_on_the_page(reader):
    reader.point_of("Nederland draagt")
    reader.page.setTextCursor(reader.page.document().find("Nederland draagt bij"))
    reader.focus(reader.page)
    QTest.keyClick(reader.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Nederland draagt bij"
