"""Revisions are written once; what the reader sees can be made from them anew."""

import sqlite3
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET author = 'somebody else'",
        "DELETE FROM revision",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision",
        "UPDATE parent SET parent = ''",
        "DELETE FROM parent",
        "INSERT OR REPLACE INTO parent SELECT * FROM parent",
    ],
)
def test_a_revision_is_never_changed(store: NoteStore, anchor: Anchor, statement: str) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.delete(note.id)
    before = store.history(note.id)

    with pytest.raises(sqlite3.IntegrityError, match="is never"):
        store._database.execute(statement)
    assert store.history(note.id) == before


def test_current_notes_can_be_made_anew_from_the_revisions(
    store: NoteStore, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    other = open_store("other")
    for number in range(20):
        note = store.settle(store.write(None, anchor, f"{number}").id)
        other.get(note.id)
        if number % 2:
            store.write(note.id, anchor, f"{number} changed")
            store.settle(note.id)
        if number % 3 == 0:
            other.write(note.id, Anchor("fmm", "nar/china"), f"{number} otherwise")
            other.settle(note.id)
        if number % 5 == 0:
            store.delete(note.id)
    table = store._database.execute("SELECT * FROM note ORDER BY note").fetchall()

    store.rebuild()

    assert store._database.execute("SELECT * FROM note ORDER BY note").fetchall() == table
    assert len(table) == 20
    assert any(note.conflict for note in store.of_dossier("fmm"))


def test_typing_the_same_text_into_a_deleted_note_revives_it(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.delete(note.id)
    store.write(note.id, anchor, "x")
    assert store.settle(note.id).text == "x"
    assert not store.get(note.id).draft
    assert [revision.deleted for revision in store.history(note.id)] == [False, True, False]


def test_bringing_back_a_note_that_is_typed_in_again_makes_no_second_version(store: NoteStore, anchor: Anchor) -> None:
    note = store.settle(store.write(None, anchor, "x").id)
    store.delete(note.id)
    store.write(note.id, anchor, "y")
    assert store.restore(note.id).text == "y"
    assert [head.text for head in store.heads(note.id)] == ["y"]
    store.delete(note.id)
    assert store.get(note.id) is None


TOPICS = ("nar/oekraine", "nar/china")


class Notes(RuleBasedStateMachine):
    """A store beside a dictionary: after any sequence of calls they say the same."""

    notes = Bundle("notes")

    def __init__(self) -> None:
        super().__init__()
        self.store = NoteStore.in_memory(author="r", device="d")
        self.live: dict[str, tuple[str, str]] = {}
        self.bin: dict[str, tuple[str, str]] = {}
        self.settled: set[str] = set()

    @rule(target=notes, topic=st.sampled_from(TOPICS), text=st.text(max_size=5))
    def make(self, topic: str, text: str) -> str:
        note = self.store.write(None, Anchor("fmm", topic), text)
        self.live[note.id] = (topic, note.text)
        return note.id

    @rule(note=notes, topic=st.sampled_from(TOPICS), text=st.text(max_size=5))
    def type(self, note: str, topic: str, text: str) -> None:
        self.bin.pop(note, None)
        self.live[note] = (topic, self.store.write(note, Anchor("fmm", topic), text).text)

    @rule(note=notes)
    def settle(self, note: str) -> None:
        self._leave(note)
        self.store.settle(note)

    @rule(note=notes)
    def delete(self, note: str) -> None:
        self._leave(note)
        if note in self.live:
            self.bin[note] = self.live.pop(note)
        self.store.delete(note)

    @rule(note=notes)
    def restore(self, note: str) -> None:
        if note in self.bin:
            self.live[note] = self.bin.pop(note)
        self.store.restore(note)

    @rule()
    def rebuild(self) -> None:
        self.store.rebuild()

    @invariant()
    def they_say_the_same(self) -> None:
        found = self.store.of_dossier("fmm")
        assert {note.id: (note.anchor.topic, note.text) for note in found} == self.live
        topics = [topic for topic, _text in self.live.values()]
        assert self.store.counts("fmm") == {topic: topics.count(topic) for topic in set(topics)}
        assert not any(note.conflict for note in found)

    def _leave(self, note: str) -> None:
        if note in self.live and note not in self.settled:
            if self.live[note][1].strip():
                self.settled.add(note)
            else:
                del self.live[note]

    def teardown(self) -> None:
        self.store.close()


TestNotes = Notes.TestCase
TestNotes.settings = settings(
    max_examples=60, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
