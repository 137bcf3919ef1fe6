"""Deleted notes stay until the reader throws them away; what is thrown away is gone from the file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fmm_desktop.notes import schema
from fmm_desktop.notes.backups import best_backup
from fmm_desktop.notes.note import Anchor, NoteKind, Status
from fmm_desktop.notes.store import NoteStore

OpenStore = Callable[..., NoteStore]
SCHEMA_3 = Path(__file__).parent / "samples" / "schema-3.sql"


def made(store: NoteStore, anchor: Anchor, text: str) -> str:
    """Write a note, leave it, and return its id."""
    return store.settle(store.write(None, anchor, text).id).id


def deleted(store: NoteStore, anchor: Anchor, text: str) -> str:
    """Write a note, delete it, and return its id."""
    note_id = made(store, anchor, text)
    store.delete(note_id)
    return note_id


def in_bin(store: NoteStore) -> list[str]:
    return [one.text for one in store.bin.contents()]


def in_files(folder: Path, words: str) -> list[str]:
    """Return the files of the notes in which `words` stand, backups left out."""
    return [file.name for file in folder.iterdir() if file.is_file() and words.encode() in file.read_bytes()]


def test_the_bin_holds_the_deleted_notes_of_all_dossiers_the_last_first(store: NoteStore, anchor: Anchor) -> None:
    deleted(store, anchor, "een")
    made(store, anchor, "blijft")
    deleted(store, Anchor("ander", "nar/china"), "twee")

    two, one = store.bin.contents()

    assert (two.text, two.anchor.dossier, one.text, one.by) == ("twee", "ander", "een", "reader")
    assert two.deleted > one.deleted


def test_the_bin_is_emptied_by_the_reader_only(open_store: OpenStore, anchor: Anchor, clock) -> None:  # type: ignore[no-untyped-def]
    store = open_store()
    deleted(store, anchor, "weg")
    store.close()
    clock.go(days=4000)

    assert in_bin(open_store()) == ["weg"]


def test_several_are_brought_back_as_one_step(store: NoteStore, anchor: Anchor) -> None:
    ids = [deleted(store, anchor, text) for text in ("een", "twee", "drie")]

    assert store.changes.restore(ids[:2]) == 2
    assert in_bin(store) == ["drie"]
    assert {note.text for note in store.of_dossier("fmm")} == {"een", "twee"}
    store.changes.undo()
    assert set(in_bin(store)) == {"een", "twee", "drie"}


def test_what_is_thrown_away_is_gone_from_the_file(store: NoteStore, anchor: Anchor, folder: Path) -> None:
    note_id = made(store, anchor, "eerst stond er pannenkoek")
    store.write(note_id, anchor, "toen stond er roggebrood")
    store.settle(note_id)
    store.delete(note_id)
    for number in range(50):
        made(store, anchor, f"{number} blijft")
    assert in_files(folder, "pannenkoek")

    assert store.bin.throw_away([note_id]) == 1

    assert in_bin(store) == []
    assert store.history(note_id) == ()
    assert in_files(folder, "pannenkoek") == in_files(folder, "roggebrood") == []
    assert len(store.of_dossier("fmm")) == 50
    assert store._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert store._database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_nothing_but_what_was_thrown_away_can_be_removed(store: NoteStore, anchor: Anchor) -> None:
    gone, kept = deleted(store, anchor, "weg"), deleted(store, anchor, "blijft")
    store.bin.throw_away([gone])

    for statement in ("DELETE FROM parent", "DELETE FROM revision"):
        with pytest.raises(sqlite3.IntegrityError, match="is never removed"):
            store._database.execute(statement)
    assert len(store.history(kept)) == 2


def test_a_note_that_is_there_or_being_typed_in_cannot_be_thrown_away(open_store: OpenStore, anchor: Anchor) -> None:
    here, there = open_store("here"), open_store("there")
    alive, typed = made(here, anchor, "leeft"), deleted(here, anchor, "weg")
    there.write(typed, anchor, "toch niet weg")

    assert here.bin.throw_away([alive, typed, "nobody"]) == 0
    there.settle(typed)
    assert {note.text for note in here.of_dossier("fmm")} == {"leeft", "toch niet weg"}


def test_the_steps_of_what_was_thrown_away_go_with_it(store: NoteStore, anchor: Anchor) -> None:
    made(store, anchor, "blijft")
    store.bin.throw_away([deleted(store, anchor, "weg")])

    assert store.changes.undo().step.count == 1
    assert store.of_dossier("fmm") == ()
    assert store.changes.undo() is None
    store.changes.redo()
    assert [note.text for note in store.of_dossier("fmm")] == ["blijft"]


def test_an_import_brings_back_what_was_thrown_away_only_when_asked(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor, "weg")
    sent = store.history(note_id)
    store.delete(note_id)
    store.bin.throw_away([note_id])

    assert store.take_in(sent) == 0
    assert store.bin.thrown_away() == {note_id}
    assert store.take_in(sent, thrown_away=True) == 1
    assert store.get(note_id).text == "weg"
    assert store.bin.thrown_away() == frozenset()
    with pytest.raises(sqlite3.IntegrityError, match="is never removed"):
        store._database.execute("DELETE FROM revision")


def test_who_still_types_in_what_another_window_threw_away_keeps_it(open_store: OpenStore, anchor: Anchor) -> None:
    here, there = open_store("here"), open_store("there")
    note_id = made(here, anchor, "weg")
    there.get(note_id)
    here.delete(note_id)
    here.bin.throw_away([note_id])

    there.write(note_id, anchor, "ik typte nog")
    there.settle(note_id)

    assert [note.text for note in here.of_dossier("fmm")] == ["ik typte nog"]
    assert here.bin.thrown_away() == frozenset()


def test_the_newer_backup_stays_the_better_one(store: NoteStore, anchor: Anchor, folder: Path, clock) -> None:  # type: ignore[no-untyped-def]
    made(store, anchor, "blijft")
    gone = deleted(store, anchor, "weg")
    store.back_up_if_due()
    store.bin.throw_away([gone])
    clock.go(days=1)
    newer = store.back_up_if_due()

    assert best_backup(folder / "notes.sqlite3") == newer


def test_a_damaged_file_does_not_bring_back_what_was_thrown_away(
    open_store: OpenStore, anchor: Anchor, folder: Path
) -> None:
    store = open_store()
    made(store, anchor, "blijft")
    gone = deleted(store, anchor, "weg")
    store.back_up_if_due()
    store.bin.throw_away([gone])
    store.close()
    file = folder / "notes.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute("DROP INDEX revision_of_note")

    store = open_store()

    assert store.events, "it was damaged"
    assert [note.text for note in store.of_dossier("fmm")] == ["blijft"]
    assert in_bin(store) == []


# -- files of before ---------------------------------------------------------------------------------------------------


def test_a_file_of_before_gets_its_bin_and_its_steps(folder: Path, open_store: OpenStore) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "notes.sqlite3")) as database:
        database.executescript(SCHEMA_3.read_text(encoding="utf-8"))
    store = open_store()

    assert schema.number(store._database) == len(schema.MIGRATIONS)
    assert schema.is_whole(store._database)
    assert in_bin(store) == ["weg"]
    assert {note.text for note in store.of_dossier("fmm")} == {"verwelkomt", "beter: *spreekt*", "half een woo"}
    (proposal,) = (note for note in store.of_dossier("fmm") if note.kind is NoteKind.AMENDMENT)
    assert (proposal.traits.wording, proposal.status) == ("zegt toe", Status.CLEARED)
    (on_words,) = (note for note in store.of_dossier("fmm") if note.anchor.words)
    assert (on_words.anchor.words.exact, on_words.traits.labels) == ("blijft Oekraïne ", ("inzet",))
    assert store.changes.next_undo().count == 1, "the draft that was settled is the first step"
    store.bin.throw_away([one.id for one in store.bin.contents()])
    assert in_bin(store) == []
