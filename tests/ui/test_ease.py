"""What makes the window easy: where the reader is can be seen, and what they do leads where they meant."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def test_a_line_lies_along_the_pane_that_has_the_focus(reader):
    (line,) = reader.window.findChildren(QWidget, "focusLine") or [reader.window.controls._focus_line]

    for pane in (reader.tree, reader.page, reader.list, reader.editor):
        reader.focus(pane)

        assert line.parent() is pane
        assert line.isVisible()
        drawn = pane.grab().toImage()
        colour = reader.window.controls._appearance.colours.accent
        assert drawn.pixelColor(drawn.width() // 2, 0).name() == colour


def test_who_types_on_the_page_begins_a_note_on_the_passage(reader):
    reader.click("Nederland")
    reader.focus(reader.page)
    passage = reader.window.page.passage

    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        for letter in "Vraag":
            reader.bot.keyClicks(reader.page if letter == "V" else reader.editor, letter)

    assert passage
    assert reader.editor.hasFocus()
    assert reader.editor.toPlainText() == "Vraag"
    assert [one.anchor.passage for one in reader.window.controls._notes._all] == [passage]


def test_back_leads_to_the_place_that_was_left(reader):
    bar = reader.page.verticalScrollBar()
    reader.window.resize(reader.window.width(), 300)
    reader.bot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    left = bar.value()

    reader.do("next_topic")
    reader.do("back")

    assert bar.value() == left


def test_who_types_without_a_pause_is_saved_meanwhile(reader):
    saved = []
    reader.window.controls._keeper.saved.connect(lambda writing: saved.append(writing.text))
    reader.focus(reader.editor)

    for _ in range(20):
        QTest.keyClick(reader.editor, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, 40)  # 40 ms after the last one

    assert saved, "nothing was saved before the reader stopped"
    assert len(saved[0]) < 20
