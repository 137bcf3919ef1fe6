"""Several windows on one state: nothing is overwritten, and each sees what the other did."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore

WRITER = """
import sys
from pathlib import Path
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
name, count = sys.argv[2], int(sys.argv[3])
with NoteStore.open(Path(sys.argv[1]), author=name, device=name, busy_ms=60_000, opening_ms=60_000) as store:
    for number in range(count):
        note = store.write(None, Anchor("fmm", "nar/oekraine"), f"{name} {number}")
        store.settle(note.id)
"""


def test_two_processes_write_three_hundred_notes_each(folder: Path, open_store: Callable[..., NoteStore]) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(folder), name, "300"], stderr=subprocess.PIPE, text=True)
        for name in ("left", "right")
    ]
    for writer in writers:
        _out, errors = writer.communicate(timeout=120)
        assert (writer.returncode, errors) == (0, "")

    store = open_store()
    expected = {f"{name} {number}" for name in ("left", "right") for number in range(300)}
    assert {note.text for note in store.of_dossier("fmm")} == expected
    assert store.counts("fmm") == {"nar/oekraine": 600}
    assert store.events == ()


def test_a_window_is_told_when_another_has_written(open_store: Callable[..., NoteStore], anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    assert not right.changed_elsewhere()
    note = left.write(None, anchor, "x")

    assert right.changed_elsewhere()
    assert not right.changed_elsewhere()
    assert not left.changed_elsewhere()
    assert right.on_topic("fmm", "nar/oekraine") == (note,)


def test_two_windows_type_in_one_note_and_both_texts_are_kept(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "steunt").id)
    right.get(note.id)
    left.write(note.id, anchor, "steunt niet")
    right.write(note.id, anchor, "verwelkomt")
    assert (left.get(note.id).text, right.get(note.id).text) == ("steunt niet", "verwelkomt")
    left.settle(note.id)
    right.settle(note.id)

    for window in (left, right):
        assert window.get(note.id).text == "verwelkomt"
        assert window.get(note.id).conflict
        assert [head.text for head in window.heads(note.id)] == ["verwelkomt", "steunt niet"]
        assert [head.parents for head in window.heads(note.id)] == [(note.revision,)] * 2


def test_typing_over_a_text_that_was_changed_meanwhile_does_not_replace_the_change(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "one").id)
    right.on_topic("fmm", "nar/oekraine")
    left.write(note.id, anchor, "one, changed by left")
    left.settle(note.id)

    right.write(note.id, anchor, "one, changed by right, who saw 'one'")

    assert right.settle(note.id).conflict
    assert {head.text for head in right.heads(note.id)} == {
        "one, changed by left",
        "one, changed by right, who saw 'one'",
    }


def test_typing_over_a_change_that_was_seen_is_no_conflict(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "one").id)
    right.on_topic("fmm", "nar/oekraine")
    left.write(note.id, anchor, "two")
    left.settle_all()
    right.on_topic("fmm", "nar/oekraine")
    right.write(note.id, anchor, "three")
    right.settle_all()
    left.get(note.id)
    left.write(note.id, anchor, "four")
    left.settle_all()

    assert not right.get(note.id).conflict
    assert [revision.text for revision in right.history(note.id)] == ["one", "two", "three", "four"]


def test_the_same_words_in_both_windows_are_no_conflict(open_store: Callable[..., NoteStore], anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "one").id)
    right.get(note.id)
    for window in (left, right):
        window.write(note.id, anchor, "two")
        window.settle(note.id)

    assert len(left.heads(note.id)) == 2
    assert not left.get(note.id).conflict


def test_deleting_a_note_does_not_delete_what_another_window_wrote_in_it(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "one").id)
    right.get(note.id)
    right.write(note.id, anchor, "one and a half hour's work")
    left.delete(note.id)
    assert left.get(note.id) is None
    assert right.get(note.id).text == "one and a half hour's work"
    right.settle(note.id)

    assert left.get(note.id).text == "one and a half hour's work"
    assert left.get(note.id).conflict


def test_deleting_a_note_with_two_heads_that_were_both_seen_deletes_it(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.write(None, anchor, "new, by left")
    right.write(note.id, anchor, "new, by right")
    left.settle(note.id)
    assert right.settle(note.id).conflict
    assert len(right.heads(note.id)) == 2

    right.delete(note.id)

    assert right.get(note.id) is None
    assert len(right.heads(note.id)) == 1
    assert len(right.history(note.id)) == 3


def test_a_note_that_two_windows_make_together_has_one_maker(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.write(None, anchor, "new, by left")
    shared = right.write(note.id, anchor, "new, by right")

    assert (shared.created, shared.author) == (note.created, note.author)


def test_opening_a_second_window_leaves_the_draft_of_the_first_alone(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left = open_store("left")
    note = left.write(None, anchor, "half a sen")
    right = open_store("right")

    assert right.events == ()
    assert right.get(note.id).draft
    assert right.history(note.id) == ()
    left.write(note.id, anchor, "half a sentence")
    assert left.settle(note.id).text == "half a sentence"
    assert len(left.history(note.id)) == 1


def test_a_note_that_was_deleted_and_typed_in_again_is_there(open_store: Callable[..., NoteStore]) -> None:
    left, right = open_store("left"), open_store("right")
    anchor = Anchor("fmm", "nar/oekraine")
    note = left.settle(left.write(None, anchor, "x").id)
    right.get(note.id)
    left.delete(note.id)
    right.write(note.id, anchor, "x y")

    assert right.settle(note.id).text == "x y"
    assert left.counts("fmm") == {"nar/oekraine": 1}


def test_a_note_in_conflict_tells_what_the_other_window_wrote(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "one").id)
    right.get(note.id)
    assert left.other_versions(note.id) == ()
    for window, text in ((left, "left"), (right, "right")):
        window.write(note.id, anchor, text)
        window.settle(note.id)

    assert [one.text for one in left.other_versions(note.id)] == ["left"]
    left.get(note.id)
    left.write(note.id, anchor, "right, and more")
    assert [one.text for one in left.other_versions(note.id)] == ["left"], "not the one that is typed over"
    left.settle(note.id)
    assert [one.text for one in right.other_versions(note.id)] == ["left"]


def test_what_was_typed_before_a_change_was_shown_does_not_replace_it(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "steunt").id)
    over = left.seen(note.id)
    right.on_topic("fmm", "nar/oekraine")
    right.write(note.id, anchor, "steunt niet")
    right.settle(note.id)

    left.on_topic("fmm", "nar/oekraine")  # shown anew, while what was typed here waits to be saved
    left.write(note.id, anchor, "steunt, met kracht", over=over)
    left.settle(note.id)

    assert {head.text for head in left.heads(note.id)} == {"steunt niet", "steunt, met kracht"}


def test_who_types_on_after_a_note_was_settled_goes_on_from_his_own_text(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    left, right = open_store("left"), open_store("right")
    note = left.settle(left.write(None, anchor, "steunt").id)
    right.on_topic("fmm", "nar/oekraine")
    left.write(note.id, anchor, "steunt, met kracht")
    right.write(note.id, anchor, "steunt niet")
    right.settle(note.id)  # the later one: it is shown

    left.settle(note.id)
    left.write(note.id, anchor, "steunt, met alle kracht")
    left.settle(note.id)

    assert {head.text for head in left.heads(note.id)} == {"steunt niet", "steunt, met alle kracht"}
