"""What a reader does with notes: type, leave, look, delete, take back."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore

if TYPE_CHECKING:
    from tests.notes.conftest import Clock


ELSEWHERE = Anchor("fmm", "nar/china")


def test_a_note_is_the_same_after_the_window_was_closed(open_store: Callable[..., NoteStore], anchor: Anchor) -> None:
    first = open_store()
    written = first.write(None, anchor, "Vraag naar de *planning*.")
    first.close()

    (found,) = open_store().on_topic("fmm", "nar/oekraine")

    assert (found.id, found.anchor, found.text) == (written.id, anchor, "Vraag naar de *planning*.")
    assert (found.author, found.created, found.changed) == ("reader", written.created, written.changed)
    assert written.draft
    assert not found.draft


def test_what_is_being_typed_is_seen_everywhere(store: NoteStore, anchor: Anchor) -> None:
    note = store.write(None, anchor, "a")
    store.settle(note.id)
    typed = store.write(note.id, anchor, "a b")

    assert store.get(note.id) == typed
    assert store.on_topic("fmm", "nar/oekraine") == store.of_dossier("fmm") == (typed,)
    assert store.counts("fmm") == {"nar/oekraine": 1}
    assert typed.text == "a b"


def test_notes_are_found_by_dossier_and_topic_in_the_order_in_which_they_were_made(
    store: NoteStore, anchor: Anchor
) -> None:
    notes = [store.write(None, place, "x") for place in (anchor, ELSEWHERE, anchor, Anchor("other", "nar/oekraine"))]

    assert [note.id for note in store.on_topic("fmm", "nar/oekraine")] == [notes[0].id, notes[2].id]
    assert [note.id for note in store.of_dossier("fmm")] == [note.id for note in notes[:3]]
    assert store.counts("fmm") == {"nar/oekraine": 2, "nar/china": 1}
    assert store.counts("nothing") == {}
    assert store.dossier_counts() == {"fmm": 3, "other": 1}
    store.delete(notes[0].id)
    assert store.dossier_counts() == {"fmm": 2, "other": 1}


def test_a_note_can_move_to_another_topic_while_it_is_typed(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.write(note.id, ELSEWHERE, "x")

    assert store.counts("fmm") == {"nar/china": 1}
    assert store.on_topic("fmm", "nar/oekraine") == ()
    assert store.settle(note.id).anchor == ELSEWHERE


def test_leaving_a_note_makes_one_revision_however_often_it_was_typed_in(store: NoteStore, anchor: Anchor) -> None:
    note = store.write(None, anchor, "w")
    for text in ("wa", "wat", "wat?"):
        store.write(note.id, anchor, text)
    settled = store.settle(note.id)

    (revision,) = store.history(note.id)
    assert (revision.text, revision.anchor, revision.parents) == ("wat?", anchor, ())
    assert (revision.id, revision.author, revision.device) == (settled.revision, "reader", "laptop")
    assert revision.time == settled.changed > settled.created


def test_leaving_a_note_as_it_was_leaves_no_trace(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.write(note.id, anchor, "x y")
    store.write(note.id, anchor, "x")

    assert store.settle(note.id) == note
    assert store.settle(note.id) == note
    assert len(store.history(note.id)) == 1


def test_a_new_note_with_nothing_in_it_vanishes_when_it_is_left(store: NoteStore, anchor: Anchor) -> None:
    note = store.write(None, anchor, " \n ")

    assert store.settle(note.id) is None
    assert store.get(note.id) is None
    assert store.counts("fmm") == {}
    assert store.history(note.id) == ()


def test_typing_on_in_a_note_that_vanished_brings_it_back(store: NoteStore, anchor: Anchor) -> None:
    note = store.write(None, anchor, "")
    store.settle(note.id)
    store.write(note.id, anchor, "after all")

    assert store.settle(note.id).text == "after all"


def test_an_old_note_that_was_emptied_stays_with_its_history(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.write(note.id, anchor, "")

    assert store.settle(note.id).text == ""
    assert [revision.text for revision in store.history(note.id)] == ["x", ""]


def test_a_deleted_note_is_out_of_sight_and_comes_back_as_it_was(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    store = open_store()
    note = store.settle(store.write(None, anchor, "x").id)
    store.delete(note.id)
    store.close()

    store = open_store()
    assert store.get(note.id) is None
    assert store.on_topic("fmm", "nar/oekraine") == ()
    assert store.counts("fmm") == {}
    assert store.restore(note.id).text == "x"
    assert [revision.deleted for revision in store.history(note.id)] == [False, True, False]
    assert not store.get(note.id).conflict


def test_deleting_a_note_keeps_what_was_just_typed_in_it(store: NoteStore, anchor: Anchor) -> None:
    note = store.write(None, anchor, "typed a moment ago")
    store.delete(note.id)

    assert store.restore(note.id).text == "typed a moment ago"


def test_deleting_and_restoring_twice_or_nothing_does_nothing(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)

    assert store.restore(note.id) == note
    assert store.delete(note.id).deleted
    assert store.delete(note.id) is None
    assert store.delete("no such note") is None
    assert store.restore("no such note") is None
    assert store.settle("no such note") is None
    assert len(store.history(note.id)) == 2


def test_the_order_of_revisions_does_not_depend_on_the_clock(store: NoteStore, anchor: Anchor, clock: "Clock") -> None:
    note = store.settle(store.write(None, anchor, "Monday").id)
    clock.go(days=-30)
    store.write(note.id, anchor, "later, by a clock that was set back")
    store.settle(note.id)

    assert store.get(note.id).text == "later, by a clock that was set back"
    assert not store.get(note.id).conflict
    assert store.history(note.id)[0].text == "Monday"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "a\0b"),
        ("👩‍👩‍👧 \u202e <script>alert(1)</script> \x1b[31m", "👩‍👩‍👧 \u202e <script>alert(1)</script> \x1b[31m"),
        ("half \ud83d character", "half \ufffd character"),
        ("two halves \ud83d\ude00", "two halves 😀"),
        ("'; DROP TABLE revision; --", "'; DROP TABLE revision; --"),
        ("é" * 5_000_000, "é" * 5_000_000),
    ],
    ids=["nul", "emoji", "lone surrogate", "surrogates", "sql", "10 MB"],
)
def test_hostile_text_is_kept_as_it_is(open_store: Callable[..., NoteStore], typed: str, kept: str) -> None:
    store = open_store()
    note = store.write(None, Anchor("fmm", "nar/oekraine", "p1", 1, typed), typed)
    assert note.text == kept
    store.close()

    found = open_store().get(note.id)
    assert (found.text, found.anchor.quote) == (kept, kept)


def test_a_device_with_an_odd_name_can_keep_notes(open_store: Callable[..., NoteStore], anchor: Anchor) -> None:
    store = open_store(device="laptop-\udce9")
    note = store.write(None, anchor, "x")
    store.settle(note.id)

    assert store.history(note.id)[0].device == "laptop-\ufffd"


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_the_user_can_read_the_files(folder: Path, store: NoteStore, anchor: Anchor) -> None:
    store.write(None, anchor, "x")
    store.back_up_if_due()

    assert {path.name for path in folder.iterdir()} >= {"notes.sqlite3", "notes.sqlite3-wal", "notes.sqlite3-shm"}
    for path in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_file_that_others_could_read_is_closed_to_them(folder: Path, open_store: Callable[..., NoteStore]) -> None:
    open_store().close()
    (folder / "notes.sqlite3").chmod(0o644)
    open_store()

    assert stat.S_IMODE((folder / "notes.sqlite3").stat().st_mode) == 0o600


def test_a_folder_with_odd_characters_is_a_folder(tmp_path: Path, anchor: Anchor) -> None:
    folder = tmp_path / "no?tes #1 100% é"
    with NoteStore.open(folder, author="r", device="d") as store:
        note = store.write(None, anchor, "x")
        assert store.back_up_if_due() is not None
    with NoteStore.open(folder, author="r", device="d") as store:
        assert store.get(note.id).text == "x"
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_a_store_in_memory_works_and_says_that_it_keeps_nothing(anchor: Anchor) -> None:
    with NoteStore.in_memory(author="r", device="d") as store:
        note = store.settle(store.write(None, anchor, "x").id)

        assert not store.durable
        assert store.on_topic("fmm", "nar/oekraine") == (note,)
        assert store.back_up_if_due() is None


def test_nothing_happened_at_a_first_and_a_second_start(open_store: Callable[..., NoteStore]) -> None:
    first = open_store()
    assert first.events == ()
    assert first.durable
    first.close()
    assert open_store().events == ()
