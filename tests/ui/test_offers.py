"""What is offered when the filter line finds nothing, by keys and by mouse; and that no key waits for it."""

import pytest
import synthetic
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from fmm_desktop.ui.location import Destination

from .conftest import Reader, click
from .test_tree import ALL


def offered(reader: Reader) -> list[str]:
    """Return the lines that are offered, as they are shown."""
    buttons = reader.find(QWidget, "nearestOffers").findChildren(QToolButton)
    return [button.text() for button in buttons if button.isVisible()]


def wait_for_offers(reader: Reader) -> list[str]:
    reader.bot.waitUntil(lambda: bool(offered(reader)), timeout=10_000)
    return offered(reader)


def button(reader: Reader, place: int) -> QToolButton:
    return reader.find(QToolButton, f"nearestOffer{place}")


def test_a_slip_of_the_pen_is_mended_by_tab(reader):
    reader.type_filter("schadwvloot")
    assert reader.rows == []
    assert wait_for_offers(reader) == ["schaduwvloot (1)"]
    reader.press(Qt.Key.Key_Tab)
    assert reader.filter.text() == "schaduwvloot"
    assert reader.filter.hasFocus()
    assert reader.rows == ALL[:2]
    assert offered(reader) == []


def test_what_is_offered_can_be_clicked(reader):
    reader.type_filter("kabels zekerheid:mooglijk")
    assert wait_for_offers(reader) == ["kabels zekerheid:mogelijk (1)"]
    click(button(reader, 0), QPoint(5, 5))
    assert reader.filter.text() == "kabels zekerheid:mogelijk"
    assert reader.rows == [ALL[0], ALL[2]]


def test_the_down_key_leads_to_the_offers_and_enter_takes_one(reader):
    reader.type_filter("schaduwvloot handel")
    first, second = wait_for_offers(reader)
    assert {first, second} == {"schaduwvloot (1)", "handel (1)"}
    reader.press(Qt.Key.Key_Down)
    assert button(reader, 0).hasFocus()
    reader.press(Qt.Key.Key_Down)
    assert button(reader, 1).hasFocus()
    reader.press(Qt.Key.Key_Return)
    assert f"{reader.filter.text()} (1)" == second
    assert reader.filter.hasFocus()


@pytest.mark.parametrize("inside", [False, True])
def test_escape_still_clears_the_line(reader, inside):
    reader.type_filter("schadwvloot")
    wait_for_offers(reader)
    if inside:
        reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Escape)
    assert reader.filter.text() == ""
    assert reader.rows == ALL
    assert offered(reader) == []


def test_a_key_takes_the_offers_away_and_others_come(reader):
    reader.type_filter("schadwvloot")
    wait_for_offers(reader)
    reader.press(Qt.Key.Key_Space)
    assert offered(reader) == []
    assert wait_for_offers(reader) == ["schaduwvloot (1)"]


def test_tab_stays_where_nothing_is_offered(reader):
    reader.type_filter("qqqq")
    reader.press(Qt.Key.Key_Tab)
    assert reader.filter.hasFocus()
    assert reader.filter.text() == "qqqq"


def test_an_offer_says_all_to_a_screen_reader_and_a_long_one_is_cut(reader):
    reader.type_filter("schadwvloot " + "-zzz" * 20)
    wait_for_offers(reader)
    reader.window.resize(700, 500)
    QApplication.processEvents()
    assert button(reader, 0).accessibleName().startswith("schaduwvloot -zzz")
    assert button(reader, 0).accessibleName().endswith("1 onderwerp")
    assert button(reader, 0).text().endswith("…")
    assert button(reader, 0).toolTip().endswith("(1)")


def test_offers_are_said_in_the_language_of_the_interface(reader):
    reader.type_filter("schadwvloot")
    wait_for_offers(reader)
    assert button(reader, 0).accessibleName() == "schaduwvloot, 1 onderwerp"
    reader.speak("en")
    reader.bot.waitUntil(lambda: button(reader, 0).accessibleName() == "schaduwvloot, 1 topic")
    head = reader.find(QWidget, "nearestOffers").findChild(QLabel)
    assert head.text().startswith("Perhaps")


def test_another_dossier_takes_the_offers_with_it(reader):
    reader.type_filter("schadwvloot")
    wait_for_offers(reader)
    reader.window.enter(synthetic.dossier(20), Destination(reader.window.path))
    assert offered(reader) == []
    assert wait_for_offers(reader)[0].startswith("schaduwvloot (")
