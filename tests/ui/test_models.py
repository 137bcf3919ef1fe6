"""The models keep every promise that Qt's own tester knows of, across resets; roles are what Qt says they are."""

import datetime

import pytest
import synthetic
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.query import parse
from fmm_desktop.ui import roles
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.notes.keeper import Writing
from fmm_desktop.ui.notes.model import NoteRow, NotesModel
from fmm_desktop.ui.tree.model import DossierModel

pytestmark = pytest.mark.usefixtures("qapp")


def watch(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Watch a model; a broken promise ends the test run."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_roles_are_those_of_qt():
    assert Qt.ItemDataRole.DisplayRole == roles.DISPLAY
    assert Qt.ItemDataRole.ToolTipRole == roles.TOOL_TIP
    assert Qt.ItemDataRole.AccessibleTextRole == roles.ACCESSIBLE_TEXT
    assert Qt.ItemDataRole.UserRole == roles.ITEM


@pytest.fixture
def tree():
    model = DossierModel(lambda item, notes: f"{item.title} {notes}")
    model.watched = watch(model)
    return model


def test_the_tree_keeps_its_promises_across_resets(tree):
    dossier = synthetic.dossier(45)
    finder = Finder(dossier)
    for typed in ("", "oekraine", "zeppelin", "vloot", ""):
        tree.show(dossier, finder.find(parse(typed)), {"sessie-1/onderwerp-1": 3})
        tree.set_note_counts({"sessie-2/onderwerp-21": 1})
    assert tree.rowCount() == 3
    tree.show(None, None, {})
    assert tree.rowCount() == 0


def test_every_row_is_found_by_the_page_that_it_stands_for(tree):
    dossier = synthetic.dossier(45)
    tree.show(dossier, None, {})
    for topic in dossier.topics():
        index = tree.index_of(Location("topic", topic.path))
        assert index.data() == f"{topic.number}\u2002{topic.title}"
        assert index.parent().data(roles.ITEM).item is dossier.session_of(topic)
        assert tree.index(index.row(), 0, index.parent()) == index
    assert not tree.index_of(Location("topic", "nowhere/nothing")).isValid()


def test_a_change_of_the_counts_is_told_for_the_topics_that_changed_only(tree):
    tree.show(synthetic.dossier(3), None, {"sessie-1/onderwerp-1": 1, "sessie-1/onderwerp-2": 1})
    told = []
    tree.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    tree.set_note_counts({"sessie-1/onderwerp-1": 1, "sessie-1/onderwerp-3": 2, "gone/topic": 4})
    assert sorted(told) == [1, 2]
    assert tree.note_count(tree.index_of(Location("topic", "sessie-1/onderwerp-3")).data(roles.ITEM).item) == 2


def note_row(name: str) -> NoteRow:
    """Return a row of the list."""
    anchor = Anchor("fmm", "nar/oekraine", name)
    now = datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC)
    note = Note(id=name, anchor=anchor, text=f"over {name}", author="lezer", created=now, changed=now)
    return NoteRow(Writing(anchor, note, note.text), f"1.1.{name}")


def test_the_list_of_notes_keeps_its_promises_across_resets():
    model = NotesModel()
    watched = watch(model)
    rows = tuple(map(note_row, "123"))
    for shown in (rows, (), rows[:1], rows):
        model.show(shown)
        model.refresh(rows[0].writing)
        assert [model.index(row).data() for row in range(model.rowCount())] == [
            f"{row.place}: {row.writing.text}" for row in shown
        ]
    assert model.index_of(note_row("2").writing).row() == 1, "the same note by its identity"
    assert not model.index_of(note_row("9").writing).isValid()
    assert model.first_on("3") is rows[2].writing
    assert watched is not None
