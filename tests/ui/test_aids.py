"""Narrowing by mouse and completing by Tab write the same query that could be typed."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton, QTreeView

from fmm_desktop import app

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    window = app.build(["--data-dir", str(tmp_path), str(DATA / "fmm-2025-12-03.nl.yaml")])
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def edit(window) -> QLineEdit:
    return window.findChild(QLineEdit, "filterEdit")


def menu(window, field: str) -> QMenu:
    """Return the menu of a facet as it is when it is opened."""
    shown = window.findChild(QToolButton, f"facet_{field}").menu()
    shown.aboutToShow.emit()
    return shown


def topics(window) -> list[str]:
    model = window.findChild(QTreeView, "dossierTree").model()
    sessions = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(row, 0, session).data() for session in sessions for row in range(model.rowCount(session))]


def choose(window, field: str, words: str) -> None:
    action = next(action for action in menu(window, field).actions() if action.text().split("\t")[0] == words)
    action.trigger()


def test_a_kind_that_is_chosen_stands_in_the_line_and_narrows_the_tree(window):
    before = len(topics(window))

    choose(window, "kind", "indien opgebracht")

    assert edit(window).text() == 'soort:"indien opgebracht"'
    assert 0 < len(topics(window)) < before


def test_choosing_again_takes_it_out(window):
    before = topics(window)
    choose(window, "certainty", "mogelijk")
    assert topics(window) != before

    choose(window, "certainty", "mogelijk")

    assert edit(window).text() == ""
    assert topics(window) == before


def test_a_menu_tells_how_many_topics_each_choice_leaves(window):
    (possible,) = (action for action in menu(window, "certainty").actions() if action.text().startswith("mogelijk"))
    number = int(possible.text().split("\t")[1])

    possible.trigger()

    assert len(topics(window)) == number


def test_what_was_typed_is_ticked(window):
    QTest.keyClicks(edit(window), "zekerheid:mogelijk")

    ticked = [action.text().split("\t")[0] for action in menu(window, "certainty").actions() if action.isChecked()]

    assert ticked == ["mogelijk"]


def test_without_notes_there_is_none_to_choose(window):
    (nothing,) = menu(window, "note").actions()
    assert not nothing.isEnabled(), "there is no note yet"


def test_tab_completes_what_is_being_typed(window):
    line = edit(window)
    line.setFocus()
    QTest.keyClicks(line, "vloot soor")

    QTest.keyClick(line, Qt.Key.Key_Tab)
    QTest.keyClicks(line, "inz")
    QTest.keyClick(line, Qt.Key.Key_Tab)

    assert line.text() == "vloot soort:inzet "
    assert line.hasFocus()


def test_tab_stays_in_a_line_that_is_being_typed_and_leads_on_from_an_empty_one(window):
    line = edit(window)
    line.setFocus()
    QTest.keyClicks(line, "zzzz")

    QTest.keyClick(line, Qt.Key.Key_Tab)

    assert line.text() == "zzzz"
    assert line.hasFocus(), "what is typed next must not land in a note"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert not line.hasFocus()


def test_the_suggestion_is_shown_whole_where_there_is_room(window):
    QTest.keyClicks(edit(window), "schaduw")
    label = window.findChild(QLabel, "suggestion")
    QApplication.processEvents()

    assert label.text() == "⇥ schaduwvloot"
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    window.tree.setFixedWidth(90)
    QApplication.processEvents()
    assert label.text().endswith("…")
    window.tree.setFixedWidth(400)
    QApplication.processEvents()
    assert label.text() == "⇥ schaduwvloot"


def test_a_click_on_the_suggestion_takes_it(window):
    QTest.keyClicks(edit(window), "zekerh")
    label = window.findChild(QLabel, "suggestion")
    assert label.isVisible()

    QTest.mouseClick(label, Qt.MouseButton.LeftButton)

    assert edit(window).text() == "zekerheid:"


def test_escape_takes_the_suggestion_away_with_the_words(window):
    QTest.keyClicks(edit(window), "zekerh")

    QTest.keyClick(edit(window), Qt.Key.Key_Escape)

    assert edit(window).text() == ""
    assert not window.findChild(QLabel, "suggestion").isVisible()


@pytest.mark.parametrize("width", [60, 150, 240, 600])
def test_each_menu_can_be_read_and_reached_in_a_pane_of_any_width(window, width):
    bar = window.findChild(QToolButton, "facet_kind").parentWidget()
    bar.parentWidget().layout().removeWidget(bar)
    bar.resize(width, bar.heightForWidth(width))
    buttons = bar.findChildren(QToolButton)
    assert len(buttons) == 5
    for one, other in itertools.pairwise(buttons):
        assert not one.geometry().intersects(other.geometry())
        assert (other.y(), other.x()) > (one.y(), one.x()), "they go on below in their order"
    assert all(bar.rect().contains(button.geometry()) for button in buttons)
    assert all(button.width() >= min(width, button.sizeHint().width()) for button in buttons)


def test_of_many_tags_the_menu_shows_those_that_find_most_and_how_to_get_at_the_others(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "nl")
    tags = [f"[label {number}{', vaak' if number > 100 else ''}]" for number in range(120)]
    passages = ["x"] * len(tags)
    dossier = write(tmp_path / "veel.yaml", topics=[list(one) for one in zip(tags, passages, strict=True)])
    many = app.build(["--data-dir", str(tmp_path / "state"), str(dossier)])
    qtbot.addWidget(many)
    with qtbot.waitActive(many):
        many.show()
        many.activateWindow()
    qtbot.waitUntil(lambda: not many.tree._search.is_preparing)

    *shown, hint = menu(many, "tag").actions()

    assert len(shown) == 40
    assert "vaak\t19" in [action.text() for action in shown]
    assert "label:" in hint.text()
    assert "81" in hint.text()
    assert not hint.isEnabled()


def write(file: Path, topics: list[list[str]]) -> Path:
    """Write a dossier with topics of which the tags and the aim are given."""
    lines = [
        f"      - {{id: t{place}, title: T{place}, tags: {tags}, aim: [{aim}]}}"
        for place, (tags, aim) in enumerate(topics)
    ]
    head = (
        "format: fmm-dossier/1\nid: veel\nedition: 1\nissued: 2025-11-28\nlanguage: nl\ntitle: Veel\n"
        "meeting: {start: 2025-12-03, place: Brussel}\nsessions:\n  - id: s\n    title: S\n    topics:\n"
    )
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return file
