"""The models keep every promise that Qt's own tester knows of, across resets; roles are what Qt says they are."""

import datetime

import pytest
import synthetic
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.query import parse
from fmm_desktop.search.turning import Turning
from fmm_desktop.ui import roles
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.notes.keeper import Writing
from fmm_desktop.ui.notes.model import NoteRow, NotesModel
from fmm_desktop.ui.tree.model import DossierModel
from fmm_desktop.ui.tree.outline import Outline, Shown
from fmm_desktop.ui.tree.turned import Turned

pytestmark = pytest.mark.usefixtures("qapp")


def watch(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Watch a model; a broken promise ends the test run."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_roles_are_those_of_qt():
    assert Qt.ItemDataRole.DisplayRole == roles.DISPLAY
    assert Qt.ItemDataRole.ToolTipRole == roles.TOOL_TIP
    assert Qt.ItemDataRole.AccessibleTextRole == roles.ACCESSIBLE_TEXT
    assert Qt.ItemDataRole.UserRole == roles.ITEM < roles.COPIED


@pytest.fixture
def tree():
    model = DossierModel(lambda item, notes: f"{item.title} {notes}")
    model.watched = watch(model)
    return model


def test_the_tree_keeps_its_promises_across_resets(tree):
    dossier = synthetic.dossier(45)
    finder = Finder(dossier)
    for typed in ("", "oekraine", "zeppelin", "vloot", ""):
        tree.show(Shown(Outline(dossier), finder.find(parse(typed))), {"sessie-1/onderwerp-1": 3})
        tree.set_note_counts({"sessie-2/onderwerp-21": 1})
    assert tree.rowCount() == 3
    tree.show(Shown(Outline(None)), {})
    assert tree.rowCount() == 0


def test_every_row_is_found_by_the_page_that_it_stands_for(tree):
    dossier = synthetic.dossier(45)
    tree.show(Shown(Outline(dossier)), {})
    for topic in dossier.topics():
        index = tree.index_of(Location("topic", topic.path))
        assert index.data() == f"{topic.number}\u2002{topic.title}"
        assert index.parent().data(roles.ITEM).item is dossier.session_of(topic)
        assert tree.index(index.row(), 0, index.parent()) == index
    assert not tree.index_of(Location("topic", "nowhere/nothing")).isValid()


def test_a_change_of_the_counts_is_told_for_the_topics_that_changed_only(tree):
    tree.show(Shown(Outline(synthetic.dossier(3))), {"sessie-1/onderwerp-1": 1, "sessie-1/onderwerp-2": 1})
    told = []
    tree.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    tree.set_note_counts({"sessie-1/onderwerp-1": 1, "sessie-1/onderwerp-3": 2, "gone/topic": 4})
    assert sorted(told) == [1, 2]
    assert tree.note_count(tree.index_of(Location("topic", "sessie-1/onderwerp-3")).data(roles.ITEM).item) == 2


def test_a_large_tree_is_held_in_part_and_goes_on_where_it_is_asked_to(tree):
    dossier = synthetic.dossier(1000)
    tree.show(Shown(Outline(dossier)), {})
    assert 100 < held(tree) < 300
    assert tree.topic_count == 1000
    last = tree.index_of(Location("topic", "sessie-50/onderwerp-1000"))
    assert last.data().startswith("50.20")
    assert held(tree) < 300
    assert tree.lacks_above
    assert not tree.lacks_below
    first = tree.index_of(Location("session", "sessie-1"))
    assert first.row() == 0
    assert not tree.lacks_above
    while tree.canFetchMore(QModelIndex()):
        tree.fetchMore(QModelIndex())
    assert held(tree) == 1050
    assert tree.is_whole


def test_the_topics_of_a_folded_session_are_fetched_when_it_is_unfolded(tree):
    tree.show(Shown(Outline(synthetic.dossier(1000)), None, {0, 7}), {})
    folded = tree.index(0, 0)
    assert tree.hasChildren(folded)
    if tree.canFetchMore(folded):  # Qt's tester may have done so
        tree.fetchMore(folded)
    assert tree.rowCount(folded) == 20
    assert tree.index_of(Location("topic", "sessie-8/onderwerp-141")).row() == 0


def test_a_turned_tree_keeps_its_promises_and_says_what_stands_under_what(tree):
    dossier = synthetic.dossier(45)
    finder = Finder(dossier)
    for typed in ("", "oekraine", "zeppelin", "vloot", ""):
        for field in ("actor", "tag", "kind", "term"):
            tree.show(Shown(turned(dossier, field, finder), finder.find(parse(typed))), {"sessie-1/onderwerp-1": 3})
    tree.show(Shown(turned(dossier, "kind", finder)), {"sessie-1/onderwerp-1": 1})
    assert [tree.index(row, 0).data() for row in range(3)] == ["Doel", "Bespreking", "Inzet"]
    assert tree.rowCount(tree.index(2, 0)) <= 45
    told = []
    tree.dataChanged.connect(lambda first, _last, _roles: told.append((first.parent().data(), first.data())))
    tree.set_note_counts({"sessie-1/onderwerp-1": 2})
    assert len(told) > 1, "wherever the topic stands"
    assert len({row for _, row in told}) == 1


def test_a_large_turned_tree_is_held_in_part(tree):
    dossier = synthetic.dossier(1000)
    outline = turned(dossier, "kind", Finder(dossier))
    tree.show(Shown(outline), {})
    assert 100 < held(tree) < 300
    last = tree.index_at(tree.shown.last())
    assert last.data().startswith("50.20")
    assert last.parent().data() == "Achtergrond"
    assert held(tree) < 300
    while tree.canFetchMore(QModelIndex()):
        tree.fetchMore(QModelIndex())
    assert tree.lacks_above


def test_of_a_folded_heading_with_many_topics_a_part_is_held(tree):
    dossier = synthetic.dossier(1000)
    outline = turned(dossier, "kind", Finder(dossier))
    tree.show(Shown(outline, None, set(range(len(outline.headings)))), {})
    first = tree.index(0, 0)
    if tree.canFetchMore(first):
        tree.fetchMore(first)
    assert 100 < tree.rowCount(first) < 300
    there = tree.index_of(Location("topic", "sessie-31/onderwerp-611"))
    assert there.data().startswith("31.11")
    assert there.parent().data() == "Doel"
    assert held(tree) < 300


def turned(dossier, field, finder):
    """Return the rows of a dossier turned by a field."""
    return Turned(dossier, field, Turning(dossier, finder).headings(field))


def held(tree: DossierModel) -> int:
    """Return how many rows a tree holds."""
    sessions = [tree.index(row, 0) for row in range(tree.rowCount())]
    return len(sessions) + sum(map(tree.rowCount, sessions))


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
    assert watched is not None
