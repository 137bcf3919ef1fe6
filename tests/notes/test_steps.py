"""Everything that changes notes is a step; steps are undone and done again, also after the window was closed."""

import datetime
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from fmm_desktop.notes import deriving, revisions, steps
from fmm_desktop.notes.note import Anchor, Content, NoteKind, Status, Traits
from fmm_desktop.notes.steps import Hand, What
from fmm_desktop.notes.store import NoteStore

OpenStore = Callable[..., NoteStore]


def made(store: NoteStore, anchor: Anchor, text: str = "x", traits: Traits | None = None) -> str:
    """Write a note, leave it, and return its id."""
    note = store.settle(store.write(None, anchor, text, traits).id)
    assert note
    return note.id


def typed(store: NoteStore, note_id: str, text: str) -> None:
    """Type over a note and leave it."""
    note = store.get(note_id)
    assert note
    store.write(note_id, note.anchor, text)
    store.settle(note_id)


def texts(store: NoteStore) -> list[str]:
    return sorted(note.text for note in store.of_dossier("fmm"))


def test_a_new_note_is_undone_and_done_again(store: NoteStore, anchor: Anchor) -> None:
    made(store, anchor)

    assert store.changes.next_undo().what is What.MADE
    assert store.changes.undo().anchor == anchor
    assert texts(store) == []
    assert store.changes.next_undo() is None
    assert store.changes.next_redo().what is What.MADE
    store.changes.redo()
    assert texts(store) == ["x"]
    assert store.changes.redo() is None


def test_steps_are_undone_one_by_one_the_last_first(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor)
    typed(store, note_id, "x y")
    store.changes.mark({note_id: Traits(NoteKind.SAY)})
    store.changes.mark({note_id: Traits(NoteKind.SAY, Status.SAID)})
    store.changes.mark({note_id: Traits(NoteKind.SAY, Status.SAID, ("navo",))})
    store.changes.mark({note_id: Traits(NoteKind.SAY, Status.SAID, ("navo",), "beter")})
    store.write(note_id, replace(anchor, passage="p2"), "x y")
    store.settle(note_id)
    store.delete(note_id)
    store.restore(note_id)

    done = []
    while outcome := store.changes.undo():
        done.append(outcome.step.what)

    assert done == [
        What.RESTORED, What.DELETED, What.PLACED, What.WORDING, What.LABELS, What.STATUS, What.KIND, What.TYPED,
        What.MADE,
    ]  # fmt: skip
    assert texts(store) == []
    while store.changes.redo():
        pass
    (note,) = store.of_dossier("fmm")
    assert note.anchor.passage == "p2"
    assert note.traits == Traits(NoteKind.SAY, Status.SAID, ("navo",), "beter")


def test_an_undo_is_a_revision_like_any_other(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor)
    typed(store, note_id, "y")
    store.changes.undo()

    assert [one.text for one in store.history(note_id)] == ["x", "y", "x"]
    assert [head.text for head in store.heads(note_id)] == ["x"]


def test_what_is_being_typed_is_undone_first(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor)
    store.write(note_id, anchor, "x, half")

    store.changes.undo()
    assert texts(store) == ["x"]
    store.changes.redo()
    assert texts(store) == ["x, half"]


def test_what_is_being_typed_in_a_note_is_a_step_before_what_is_done_to_it(store: NoteStore, anchor: Anchor) -> None:
    marked, other = made(store, anchor, "een"), made(store, anchor, "twee")
    store.write(marked, anchor, "een, half")
    store.write(other, anchor, "twee, half")

    store.changes.mark({marked: Traits(NoteKind.SAY)})

    assert [one.text for one in store.history(marked)] == ["een", "een, half", "een, half"]
    assert store.get(other).draft, "the other one is still being typed"
    assert store.get(marked).text == "een, half"
    assert not store.get(marked).conflict


def test_who_goes_on_after_an_undo_leaves_the_other_way(store: NoteStore, anchor: Anchor) -> None:
    made(store, anchor, "eerste")
    store.changes.undo()
    made(store, anchor, "tweede")

    assert store.changes.next_redo() is None
    assert store.changes.redo() is None
    assert texts(store) == ["tweede"]


def test_many_notes_are_changed_and_deleted_as_one_step(store: NoteStore, anchor: Anchor) -> None:
    ids = [made(store, anchor, f"{number}") for number in range(20)]
    assert store.changes.mark(dict.fromkeys(ids, Traits(status=Status.SAID))) == 20
    assert store.changes.delete(dict.fromkeys(ids, ())) == 20
    assert texts(store) == []

    assert store.changes.undo().step.count == 20
    assert {note.status for note in store.of_dossier("fmm")} == {Status.SAID}
    store.changes.undo()
    assert {note.status for note in store.of_dossier("fmm")} == {Status.OPEN}
    assert len(texts(store)) == 20


def test_steps_outlive_the_window(open_store: OpenStore, anchor: Anchor) -> None:
    store = open_store()
    note_id = made(store, anchor)
    store.delete(note_id)
    store.close()

    store = open_store()
    store.changes.undo()
    assert texts(store) == ["x"]
    store.close()
    store = open_store()
    store.changes.redo()
    assert texts(store) == []


KILLED = """
import sys
from pathlib import Path
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
store = NoteStore.open(Path(sys.argv[1]), author="reader", device="laptop")
note = store.settle(store.write(None, Anchor("fmm", "nar/china"), "weg").id)
store.delete(note.id)
store.write(None, Anchor("fmm", "nar/china"), "half een woo")
print("done", flush=True)
sys.stdin.read()
"""


def test_steps_outlive_a_kill_and_so_does_the_draft(folder: Path, open_store: OpenStore) -> None:
    command = [sys.executable, "-c", KILLED, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "done\n"
        writer.send_signal(signal.SIGKILL)
    store = open_store()

    assert texts(store) == ["half een woo"]
    assert [store.changes.undo().step.what for _ in range(3)] == [What.MADE, What.DELETED, What.MADE]
    assert texts(store) == []


def test_what_is_being_typed_is_named_as_the_step_that_it_becomes(open_store: OpenStore, anchor: Anchor) -> None:
    with open_store() as store, open_store() as other:
        note_id = store.write(None, anchor, " ").id
        assert store.changes.next_undo() is None, "blanks are no note"
        for do, what in (
            (lambda: store.write(note_id, anchor, "x"), What.MADE),
            (lambda: store.write(note_id, anchor, "x y"), What.TYPED),
            (lambda: store.write(note_id, anchor, "x y", Traits(NoteKind.SAY)), What.KIND),
            (lambda: store.write(note_id, replace(anchor, passage="p2"), "x y"), What.PLACED),
        ):
            do()
            to_come = store.changes.next_undo()
            assert other.changes.next_undo() != to_come, "what is typed there is no step of this window"
            store.settle(note_id)
            assert (to_come.what, store.changes.next_undo()) == (what, to_come)


def test_only_the_step_that_the_reader_was_told_of_is_undone(open_store: OpenStore, anchor: Anchor) -> None:
    with open_store() as store, open_store() as other:
        made(store, anchor, "een")
        told = store.changes.next_undo()
        made(other, anchor, "twee")
        assert store.changes.undo(told) is None
        assert texts(store) == ["een", "twee"]
        other.changes.undo()
        told_too = store.changes.next_redo()
        assert store.changes.undo(told).notes
        assert store.changes.redo(told_too) is None, "the one that was undone last comes first"
        assert texts(store) == []


# -- windows and imports -----------------------------------------------------------------------------------------------


def test_the_steps_of_two_windows_are_in_one_list(open_store: OpenStore, anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    made(left, anchor, "links")
    made(right, replace(anchor, dossier="ander"), "rechts")

    assert left.changes.undo().anchor.dossier == "ander", "newest first, whatever window and dossier"
    assert right.changes.undo().anchor.dossier == "fmm"
    assert left.changes.undo() is None
    right.changes.redo()
    assert texts(left) == ["links"]


def test_what_was_changed_meanwhile_is_not_undone(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor)
    typed(store, note_id, "y")
    sent = replace(store.heads(note_id)[0], id="from-elsewhere", parents=(store.heads(note_id)[0].id,))
    with store._guard("save"):  # as an import does that is no step of this reader
        deriving.add_all(store._database, [replace(sent, content=replace(sent.content, text="z"))])

    outcome = store.changes.undo()

    assert (outcome.notes, outcome.left) == ((), 1)
    assert texts(store) == ["z"]
    assert store.changes.next_undo().what is What.MADE, "the step is passed over for good"
    assert store.changes.undo().left == 1
    assert store.changes.undo() is None
    assert store.changes.next_redo() is None


def test_of_a_step_the_notes_that_did_not_change_are_undone(store: NoteStore, anchor: Anchor) -> None:
    mine, theirs = made(store, anchor, "een"), made(store, anchor, "twee")
    store.changes.delete({mine: (), theirs: ()})
    (head,) = store.heads(theirs)
    sent = replace(head, id="from-elsewhere", parents=(head.id,), deleted=False)
    deriving.add_all(store._database, [replace(sent, content=replace(sent.content, text="drie"))])

    outcome = store.changes.undo()
    assert (outcome.notes, outcome.left) == ((mine,), 1)
    assert texts(store) == ["drie", "een"]
    assert store.changes.redo().left == 0, "redo does what undo did"
    assert texts(store) == ["drie"]


def test_an_import_is_taken_back_whole(store: NoteStore, tmp_path: Path, anchor: Anchor) -> None:
    shared = made(store, anchor, "van ons")
    with NoteStore.open(tmp_path / "elsewhere", author="colleague", device="desktop") as other:
        other.take_in(store.history(shared))
        typed(other, shared, "van ons beiden")
        for number in range(5):
            made(other, anchor, f"{number}")
        sent = [each for note in other.of_dossier("fmm") for each in other.history(note.id)]
    typed(store, shared, "van mij")

    assert store.take_in(sent) == 6
    assert any(note.conflict for note in store.of_dossier("fmm"))
    assert store.changes.undo().step.what is What.TAKEN_IN

    assert texts(store) == ["van mij"]
    assert not any(note.conflict for note in store.of_dossier("fmm"))
    store.changes.redo()
    assert texts(store) == ["0", "1", "2", "3", "4", "van mij"] or "van ons beiden" in texts(store)
    (disputed,) = (note for note in store.of_dossier("fmm") if note.conflict)
    assert {head.text for head in store.heads(disputed.id)} == {"van mij", "van ons beiden"}
    assert store.take_in(sent) == 0


def test_what_an_import_brought_keeps_its_times_when_it_is_done_again(
    store: NoteStore, tmp_path: Path, anchor: Anchor
) -> None:
    then = datetime.datetime(2025, 11, 3, 9, 0, tzinfo=datetime.UTC)
    with NoteStore.open(tmp_path / "anna", author="anna", device="desktop", now=lambda: then) as anna:
        note_id = made(anna, anchor, "van anna")
        sent = anna.history(note_id)
    store.take_in(sent)
    store.changes.undo()
    (deletion,) = store.heads(note_id)
    assert (deletion.author, deletion.time > then) == ("reader", True), "it was the reader who took it back"

    store.changes.redo()

    (head,) = store.heads(note_id)
    assert (head.time, head.author, head.device) == (then, "anna", "desktop")
    assert store.get(note_id).changed == then
    typed(store, note_id, "van mij")
    store.changes.undo()
    (head,) = store.heads(note_id)
    assert (head.text, head.author, head.time > then) == ("van anna", "reader", True), "what was typed here is of here"


def test_many_notes_go_whole_or_not_at_all(store: NoteStore, anchor: Anchor) -> None:
    class StoppedError(Exception):
        pass

    def stop_halfway(done: float) -> None:
        if done > 0:
            raise StoppedError

    hand = Hand("anna", "d", datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC))
    content = Content(anchor=anchor, text="x", created=hand.time, creator="anna")
    ids = {f"n{number}": "" for number in range(revisions.AT_ONCE + 1)}
    store.take_in(hand.revision(note_id, (), content) for note_id in ids)
    binned = lambda: len(store.bin.contents())  # noqa: E731 - a name for what is asked over and over

    for do, before, after in (
        (lambda report: store.changes.delete(ids, report), 0, len(ids)),
        (lambda report: store.changes.undo(None, report), len(ids), 0),
        (lambda report: store.changes.redo(None, report), 0, len(ids)),
        (lambda report: store.changes.restore(ids, report), len(ids), 0),
        (lambda report: store.changes.delete(ids, report), 0, len(ids)),
        (lambda report: store.bin.throw_away(ids, report), len(ids), 0),
    ):
        with pytest.raises(StoppedError):
            do(stop_halfway)
        assert binned() == before
        do(lambda _done: None)
        assert binned() == after
    assert store._database.execute("SELECT count(*) FROM revision").fetchone() == (0,)


def test_a_thousand_steps_are_kept(store: NoteStore, anchor: Anchor, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(steps, "KEPT", 5)
    for number in range(9):
        made(store, anchor, f"{number}")
    while store.changes.undo():
        pass

    assert texts(store) == ["0", "1", "2", "3"]
    assert store._database.execute("SELECT count(DISTINCT step) FROM stepped").fetchone() == (5,)


# -- two versions of one note ------------------------------------------------------------------------------------------


def disputed(left: NoteStore, right: NoteStore, anchor: Anchor) -> str:
    """Let two windows say different things of one note."""
    note_id = made(left, anchor)
    right.get(note_id)
    left.write(note_id, anchor, "steunt niet")
    right.write(note_id, anchor, "verwelkomt")
    left.settle(note_id)
    right.settle(note_id)
    return note_id


def test_choosing_a_version_is_undone_to_both(open_store: OpenStore, anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    note_id = disputed(left, right, anchor)
    chosen, other = left.heads(note_id)

    assert left.changes.say_again(note_id, other.id, [chosen.id, other.id])
    assert [head.text for head in left.heads(note_id)] == ["steunt niet"]
    assert left.changes.undo().step.what is What.CHOSEN
    assert [head.text for head in left.heads(note_id)] == [chosen.text, other.text]
    left.changes.redo()
    assert texts(left) == ["steunt niet"]


def test_both_versions_are_kept_as_two_notes(open_store: OpenStore, anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    note_id = disputed(left, right, anchor)

    assert len(left.changes.part(note_id)) == 1
    assert texts(left) == ["steunt niet", "verwelkomt"]
    assert not any(note.conflict for note in left.of_dossier("fmm"))
    left.changes.undo()
    assert texts(left) == ["verwelkomt"]
    assert left.get(note_id).conflict
    assert left.changes.part(made(left, anchor, "een")) == (), "a note with one version stays one"


def test_a_note_says_again_what_it_said_on_monday(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor, "maandag", Traits(NoteKind.QUESTION))
    typed(store, note_id, "dinsdag")
    store.delete(note_id)
    monday = store.history(note_id)[0]

    shown = [head.id for head in store.heads(note_id)]
    assert store.changes.say_again(note_id, monday.id, shown)
    assert (store.get(note_id).text, store.get(note_id).kind) == ("maandag", NoteKind.QUESTION)
    shown = [head.id for head in store.heads(note_id)]
    assert not store.changes.say_again(note_id, monday.id, shown), "it does so already"
    store.changes.undo()
    assert store.get(note_id) is None


def test_a_version_that_the_reader_was_not_shown_is_not_deleted(open_store: OpenStore, anchor: Anchor) -> None:
    left, right = open_store("left"), open_store("right")
    note_id = made(left, anchor)
    shown = left.get(note_id)
    right.get(note_id)
    right.write(note_id, anchor, "daar geschreven")
    right.settle(note_id)

    left.changes.delete({note_id: [shown.revision]})
    assert texts(left) == ["daar geschreven"]


def test_an_older_version_that_came_since_is_not_deleted_either(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor, "een")
    typed(store, note_id, "twee")
    shown = store.get(note_id)
    first = store.history(note_id)[0]
    late = replace(first, id="late", parents=(first.id,), content=replace(first.content, text="van anna"))
    store.take_in([late])

    store.changes.delete({note_id: [shown.revision]})
    assert texts(store) == ["van anna"]
    store.changes.delete({note_id: [head.id for head in store.heads(note_id)]})
    assert texts(store) == []


def test_what_others_wrote_stays_theirs_when_it_is_chosen_from_and_undone(store: NoteStore, anchor: Anchor) -> None:
    note_id = made(store, anchor, "een")
    first = store.history(note_id)[0]
    content = replace(first.content, text="van anna")
    theirs = replace(first, id="a", parents=(first.id,), author="anna", device="tablet", content=content)
    typed(store, note_id, "van mij")
    store.take_in([theirs])
    before = _versions(store, note_id)
    assert len(before) == 2

    (fresh,) = store.changes.part(note_id)
    assert (store.get(note_id).text, store.get(note_id).author) == ("van mij", "reader")
    assert (store.get(fresh).text, store.get(fresh).author, store.get(fresh).changed) == (
        "van anna", "anna", theirs.time,
    )  # fmt: skip
    store.changes.undo()
    assert _versions(store, note_id) == before
    store.changes.redo()
    assert _versions(store, fresh) == {("van anna", "anna", theirs.time)}
    store.changes.undo()
    shown = [head.id for head in store.heads(note_id)]
    store.changes.say_again(note_id, "a", shown)
    store.changes.undo()
    assert _versions(store, note_id) == before
    store.changes.delete({note_id: ()})
    store.changes.undo()
    assert _versions(store, note_id) == before


def _versions(store: NoteStore, note_id: str) -> set[tuple[str, str, datetime.datetime]]:
    return {(head.text, head.author, head.time) for head in store.heads(note_id)}


def test_a_version_that_came_while_the_reader_chose_stays_beside_what_they_chose(
    open_store: OpenStore, anchor: Anchor
) -> None:
    left, right, third = open_store("left"), open_store("right"), open_store("third")
    note_id = made(left, anchor)
    right.get(note_id)
    third.get(note_id)
    for store, text in ((left, "steunt niet"), (right, "verwelkomt"), (third, "nooit gezien")):
        shown = left.heads(note_id)
        store.write(note_id, anchor, text)
        store.settle(note_id)

    assert sorted(head.text for head in shown) == ["steunt niet", "verwelkomt"]
    assert left.changes.say_again(note_id, shown[0].id, [head.id for head in shown])

    assert sorted(head.text for head in left.heads(note_id)) == sorted(["nooit gezien", shown[0].text])


# -- any sequence ------------------------------------------------------------------------------------------------------

NAMES = st.integers(0, 3)
TEXTS = st.sampled_from(["", "een", "twee", "drie"])
TRAITS = st.builds(Traits, st.sampled_from(NoteKind), st.sampled_from(Status), st.sampled_from([(), ("navo",)]))
PLACES = st.builds(Anchor, st.sampled_from(["fmm", "ander"]), st.sampled_from(["nar/china", "nar/oekraine"]))


class Steps(RuleBasedStateMachine):
    """Two windows that do as they like: all undone, the notes are as before, and done again as after."""

    @initialize()
    def begin(self) -> None:
        self.store = NoteStore.in_memory(author="r", device="d")
        self.elsewhere = NoteStore.in_memory(author="colleague", device="e")
        self.ids: list[str] = [made(self.store, Anchor("fmm", "nar/china"), "was er al")]
        self.store._database.execute("DELETE FROM step")
        self.before = self.shown()

    def shown(self) -> dict[str, object]:
        """Return all that a reader can see of the notes."""
        notes = [note for one in ("fmm", "ander") for note in self.store.of_dossier(one)]
        return {
            note.id: (note.text, note.traits, note.anchor, note.conflict, note.created, note.author,
                      {(head.deleted, not head.deleted and head.text) for head in self.store.heads(note.id)})
            for note in notes
        }  # fmt: skip

    def pick(self, number: int) -> str:
        return self.ids[number % len(self.ids)]

    @rule(place=PLACES, text=TEXTS, traits=TRAITS)
    def make(self, place: Anchor, text: str, traits: Traits) -> None:
        if note := self.store.settle(self.store.write(None, place, text, traits).id):
            self.ids.append(note.id)

    @rule(number=NAMES, place=PLACES, text=TEXTS, traits=TRAITS)
    def type(self, number: int, place: Anchor, text: str, traits: Traits) -> None:
        self.store.write(self.pick(number), place, text, traits)
        self.store.settle(self.pick(number))

    @rule(number=NAMES)
    def delete(self, number: int) -> None:
        self.store.delete(self.pick(number))

    @rule(number=NAMES)
    def restore(self, number: int) -> None:
        self.store.restore(self.pick(number))

    @invariant()
    def what_is_shown_is_what_the_revisions_lead_to(self) -> None:
        shown = self.rows()
        self.store.rebuild()
        assert self.rows() == shown

    def rows(self) -> list[object]:
        return self.store._database.execute("SELECT * FROM note ORDER BY note").fetchall()

    @rule(numbers=st.sets(NAMES), traits=TRAITS)
    def mark(self, numbers: set[int], traits: Traits) -> None:
        self.store.changes.mark({self.pick(number): traits for number in numbers})

    @rule(numbers=st.sets(NAMES))
    def delete_many(self, numbers: set[int]) -> None:
        self.store.changes.delete({self.pick(number): () for number in numbers})

    @rule(number=NAMES, place=PLACES, text=TEXTS)
    def import_what_a_colleague_wrote(self, number: int, place: Anchor, text: str) -> None:
        self.elsewhere.take_in(self.store.history(self.pick(number))[:1])
        self.elsewhere.write(self.pick(number), place, text)
        self.elsewhere.settle(self.pick(number))
        self.store.take_in(self.elsewhere.history(self.pick(number)))

    @rule(number=NAMES)
    def part(self, number: int) -> None:
        self.ids += self.store.changes.part(self.pick(number))

    @rule(number=NAMES, which=st.integers(0, 9))
    def say_again(self, number: int, which: int) -> None:
        history = self.store.history(self.pick(number))
        shown = [head.id for head in self.store.heads(self.pick(number))]
        self.store.changes.say_again(self.pick(number), history[which % len(history)].id, shown)

    @rule()
    def undo(self) -> None:
        outcome = self.store.changes.undo()
        assert outcome is None or outcome.left == 0

    @rule()
    def redo(self) -> None:
        self.store.changes.redo()

    @precondition(lambda self: self.store.changes.next_undo())
    @rule()
    def undo_and_redo_all(self) -> None:
        after, count = self.shown(), 0
        while outcome := self.store.changes.undo():
            assert outcome.left == 0
            count += 1
        assert self.shown() == self.before
        for _ in range(count):
            assert self.store.changes.redo().left == 0
        assert self.shown() == after

    def teardown(self) -> None:
        self.store.close()
        self.elsewhere.close()


TestSteps = Steps.TestCase
TestSteps.settings = settings(
    max_examples=60, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
