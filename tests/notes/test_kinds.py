"""A note has a kind and a status; changing one is a revision, and files of before have them too."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from fmm_desktop.errors import Language
from fmm_desktop.notes import schema
from fmm_desktop.notes.note import Anchor, NoteKind, Status, Traits
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.vocabulary import note_kind_label, note_kind_name, status_label, status_name

SCHEMA_1 = Path(__file__).parent / "samples" / "schema-1.sql"


def test_a_note_is_a_remark_and_open_until_the_reader_says_otherwise(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    store = open_store()
    plain = store.write(None, anchor, "x")
    asked = store.write(None, anchor, "wie spreekt?", Traits(NoteKind.QUESTION))
    store.close()

    found = open_store().of_dossier("fmm")

    assert [(note.id, note.kind, note.status) for note in found] == [
        (plain.id, NoteKind.REMARK, Status.OPEN),
        (asked.id, NoteKind.QUESTION, Status.OPEN),
    ]


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("status", Status)
def test_every_kind_and_status_comes_back(store: NoteStore, anchor: Anchor, kind: NoteKind, status: Status) -> None:
    note = store.settle(store.write(None, anchor, "x", Traits(kind, status)).id)
    store.rebuild()

    assert (note.kind, note.status) == (kind, status)
    assert store.get(note.id) == note


def test_a_change_of_kind_or_status_is_a_revision(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.write(note.id, anchor, "x", Traits(NoteKind.SAY))
    said = store.settle(note.id)
    store.write(note.id, anchor, "x", replace(said.traits, status=Status.SAID))
    store.settle(note.id)

    assert [(one.kind, one.status) for one in store.history(note.id)] == [
        (NoteKind.REMARK, Status.OPEN),
        (NoteKind.SAY, Status.OPEN),
        (NoteKind.SAY, Status.SAID),
    ]


def test_typing_on_leaves_kind_and_status_as_they_are(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x", Traits(NoteKind.QUESTION, Status.CLEARED)).id)
    store.write(note.id, anchor, "x y")

    assert (store.get(note.id).kind, store.get(note.id).status) == (NoteKind.QUESTION, Status.CLEARED)
    assert store.settle(note.id).kind is NoteKind.QUESTION


def test_choosing_the_same_again_leaves_no_trace(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x", Traits(NoteKind.QUESTION)).id)
    store.write(note.id, anchor, "x", Traits(NoteKind.SAY))
    store.write(note.id, anchor, "x", Traits(NoteKind.QUESTION, Status.OPEN))

    assert store.settle(note.id) == note
    assert len(store.history(note.id)) == 1


def test_a_deleted_note_comes_back_with_its_kind_and_status(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x", Traits(NoteKind.FOLLOW_UP, Status.CLEARED)).id)
    store.delete(note.id)

    restored = store.restore(note.id)

    assert (restored.kind, restored.status) == (NoteKind.FOLLOW_UP, Status.CLEARED)


def test_two_windows_that_make_it_two_kinds_make_two_versions(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "x").id)
    right.get(note.id)
    left.write(note.id, anchor, "x", Traits(NoteKind.QUESTION))
    right.write(note.id, anchor, "x", Traits(NoteKind.SAY))
    left.settle(note.id)
    right.settle(note.id)

    assert left.get(note.id).conflict
    assert left.get(note.id).kind is NoteKind.SAY
    assert [other.traits.kind for other in left.other_versions(note.id)] == [NoteKind.QUESTION]


def test_the_same_kind_in_both_windows_is_no_conflict(open_store: Callable[..., NoteStore], anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "x").id)
    right.get(note.id)
    for window in (left, right):
        window.write(note.id, anchor, "x", replace(note.traits, status=Status.SAID))
        window.settle(note.id)

    assert len(left.heads(note.id)) == 2
    assert not left.get(note.id).conflict
    assert left.other_versions(note.id) == ()


# -- files of before -------------------------------------------------------------------------------------------------


@pytest.fixture
def old_file(folder: Path) -> Path:
    """Put the file of an older program where the notes are."""
    folder.mkdir()
    file = folder / "notes.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(SCHEMA_1.read_text(encoding="utf-8"))
    return file


def rows(file: Path) -> list[tuple[object, ...]]:
    """Return all revisions as they stand in a file."""
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT * FROM revision ORDER BY seq").fetchall()


def test_a_file_of_before_opens_with_everything_in_it(old_file: Path, open_store: Callable[..., NoteStore]) -> None:
    before = rows(old_file)
    store = open_store()

    notes = store.of_dossier("fmm")
    assert {note.text for note in notes} == {"verwelkomt", "wie *spreekt* er?", "half een woo"}
    assert {(note.kind, note.status) for note in notes} == {(NoteKind.REMARK, Status.OPEN)}
    (disputed,) = (note for note in notes if note.conflict)
    assert [other.text for other in store.other_versions(disputed.id)] == ["steunt niet"]
    assert rows(old_file)[: len(before)] == before, "no revision was touched"
    with closing(sqlite3.connect(old_file)) as database:
        assert schema.number(database) == len(schema.MIGRATIONS)


def test_a_file_of_before_is_backed_up_as_it_was(old_file: Path, open_store: Callable[..., NoteStore]) -> None:
    before = rows(old_file)
    open_store()

    (backup,) = (old_file.parent / "backups").iterdir()
    assert backup.name.startswith("before-schema-2-")
    assert rows(backup) == before
    with closing(sqlite3.connect(backup)) as database:
        assert schema.number(database) == 1


@pytest.mark.usefixtures("old_file")
def test_a_version_of_before_and_one_of_now_that_say_the_same_are_no_conflict(
    open_store: Callable[..., NoteStore],
) -> None:
    store = open_store()
    (note,) = (one for one in store.of_dossier("fmm") if one.conflict)
    (other,) = store.other_versions(note.id)
    store.get(note.id)
    store.write(note.id, note.anchor, other.text, Traits(NoteKind.REMARK, Status.OPEN))

    assert not store.settle(note.id).conflict


@pytest.mark.usefixtures("old_file")
def test_a_file_of_before_takes_kinds_and_keeps_its_history(
    open_store: Callable[..., NoteStore],
) -> None:
    store = open_store()
    (note,) = (one for one in store.of_dossier("fmm") if "spreekt" in one.text)
    store.write(note.id, note.anchor, note.text, Traits(NoteKind.QUESTION))
    store.settle(note.id)
    store.close()

    store = open_store()
    assert [one.traits.kind for one in store.history(note.id)] == [NoteKind.REMARK, NoteKind.QUESTION]
    assert store.events == ()


def test_a_program_that_knows_no_kinds_refuses_the_file(
    folder: Path, open_store: Callable[..., NoteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would leave them out of the next revision."""
    open_store().close()
    now = len(schema.MIGRATIONS)
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])

    with pytest.raises(Exception, match=rf"schema {now}, this version knows 1"):
        open_store()
    assert not list(folder.glob("*damaged*"))


# -- killed ----------------------------------------------------------------------------------------------------------

CHANGES_ITS_MIND = """
import itertools, sys
from pathlib import Path
from fmm_desktop.notes.note import Anchor, NoteKind, Status, Traits
from fmm_desktop.notes.store import NoteStore
store = NoteStore.open(Path(sys.argv[1]), author="reader", device="laptop")
anchor = Anchor("fmm", "nar/oekraine")
note = store.settle(store.write(None, anchor, "x").id)
for round, (kind, status) in enumerate(itertools.cycle(itertools.product(NoteKind, Status))):
    store.write(note.id, anchor, "x", Traits(kind, status))
    print(note.id, kind, status, flush=True)
    if round % 3:
        store.settle(note.id)
"""


@pytest.mark.parametrize("lines", [1, 2, 7, 20, 33])
def test_a_kind_that_was_acknowledged_outlives_a_kill(
    folder: Path, open_store: Callable[..., NoteStore], lines: int
) -> None:
    command = [sys.executable, "-c", CHANGES_ITS_MIND, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        said += [line for line in writer.stdout.readlines() if line.endswith("\n")]
    note_id, *last = said[-1].split()

    found = open_store().get(note_id)

    order = [[kind, status] for kind in NoteKind for status in Status]
    then = order.index([NoteKind(last[0]), Status(last[1])])
    assert order.index([found.kind, found.status]) in {then, (then + 1) % len(order)}, "or one that was not told yet"
    assert not found.draft


# -- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_and_status_has_a_word_of_its_own(language: Language) -> None:
    words = [note_kind_name(kind, language) for kind in NoteKind] + [status_name(one, language) for one in Status]

    assert len(set(words)) == len(NoteKind) + len(Status)
    assert [note_kind_label(kind, language)[0].isupper() for kind in NoteKind] == [True] * len(NoteKind)
    assert status_label(Status.SAID, "nl") == "Gezegd"
