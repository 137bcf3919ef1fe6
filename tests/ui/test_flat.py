"""Scroll bars of our own look other than Qt's and work like them."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QStyle, QStyleOptionSlider, QTextBrowser

from fmm_desktop.ui.flat import FlatScrollBar, flatten

pytestmark = pytest.mark.usefixtures("qapp")


class Asked(FlatScrollBar):
    """Tells where Qt's style looks for the handle."""

    def place_for_the_mouse(self) -> tuple[int, int]:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = QStyle.SubControl.SC_ScrollBarSlider
        where = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, slider, self)
        return where.top(), where.bottom() + 1


@given(height=st.integers(80, 2000), span=st.integers(1, 100_000), page=st.integers(1, 5000), place=st.floats(0, 1))
@example(height=80, span=100_000, page=1, place=1.0)
@example(height=700, span=1, page=5000, place=0.0)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_handle_is_where_the_mouse_takes_it(height: int, span: int, page: int, place: float) -> None:
    bar = Asked(Qt.Orientation.Vertical)
    bar.resize(bar.sizeHint().width(), height)
    bar.setRange(0, span)
    bar.setPageStep(page)
    bar.setValue(round(place * span))

    start, end = bar.handle(bar.height(), bar.width())

    assert start == pytest.approx(bar.place_for_the_mouse()[0], abs=1)
    assert end == pytest.approx(bar.place_for_the_mouse()[1], abs=1)


@pytest.fixture
def page(qtbot):
    page = QTextBrowser()
    page.setPlainText("een regel\n" * 400)
    page.resize(400, 300)
    flatten(page)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_handle_that_is_pulled_down_brings_the_end(page):
    bar = page.verticalScrollBar()
    start, end = bar.handle(bar.height(), bar.width())
    middle = QPoint(bar.width() // 2, (start + end) // 2)

    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(bar, middle + QPoint(0, bar.height()))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, bar.height()))

    assert bar.value() == bar.maximum() > 0


def test_the_place_stays_when_the_bar_is_exchanged(qtbot):
    page = QTextBrowser()
    qtbot.addWidget(page)
    page.setPlainText("een regel\n" * 400)
    page.resize(400, 300)
    page.show()
    page.verticalScrollBar().setValue(120)

    flatten(page)

    assert isinstance(page.verticalScrollBar(), FlatScrollBar)
    assert page.verticalScrollBar().value() == 120


def test_the_handle_can_be_seen(page):
    bar = page.verticalScrollBar()
    picture = bar.grab().toImage()
    start, end = bar.handle(bar.height(), bar.width())
    middle = bar.width() // 2

    handle, free = picture.pixelColor(middle, (start + end) // 2), picture.pixelColor(middle, (end + bar.height()) // 2)

    assert handle.name() == bar.palette().mid().color().name()
    assert free.name() == bar.palette().base().color().name() != handle.name()


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_nothing_to_scroll_shows_no_handle(qtbot, orientation):
    bar = FlatScrollBar(orientation)
    qtbot.addWidget(bar)
    bar.setRange(0, 0)

    picture = bar.grab().toImage()

    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) == 1


def test_other_styles_keep_the_bars_of_their_system(qtbot):
    before = QApplication.style().name()
    page = QTextBrowser()
    qtbot.addWidget(page)
    QApplication.setStyle("windows")
    try:
        flatten(page)
        assert type(page.verticalScrollBar()) is QScrollBar
    finally:
        QApplication.setStyle(before)
