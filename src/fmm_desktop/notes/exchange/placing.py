"""What the notes that go out hang on, in words, and in the order of the dossier."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.note import Note

Dossiers = Mapping[str, Dossier]
"""Dossiers that can be read here, by id; notes on others are named by ids alone."""


class Group(NamedTuple):
    """The notes on one topic, in the order of its passages; `topic` is None when the dossier is not here."""

    dossier_id: str
    path: str
    dossier: Dossier | None
    topic: Topic | None
    notes: tuple[Note, ...]

    @property
    def title(self) -> str:
        """The number and the title of the topic, or its path."""
        return f"{self.topic.number} {self.topic.title}" if self.topic else self.path

    def place(self, note: Note) -> str:
        """Return what a note hangs on: `1.2.3 Inzet`, the id of a passage that is not here, or nothing."""
        passage = self.topic.passage(note.anchor.passage) if self.topic else None
        if passage is None or self.dossier is None:
            return note.anchor.passage
        return f"{passage.number} {kind_name(passage.kind, headings_language(self.dossier.language))}"


def groups(picked: Iterable[Picked], dossiers: Dossiers) -> Iterator[Group]:
    """Yield the notes by topic: in the order of their dossier, those on topics that are not in it after them."""
    found: dict[str, dict[str, list[Note]]] = {}
    for one in picked:
        found.setdefault(one.note.anchor.dossier, {}).setdefault(one.note.anchor.topic, []).append(one.note)
    for dossier_id, by_topic in found.items():
        dossier = dossiers.get(dossier_id)
        topics = [topic.path for topic in dossier.topics()] if dossier else sorted(by_topic)
        for path in (*(one for one in topics if one in by_topic), *sorted(set(by_topic) - set(topics))):
            topic = dossier.topic(path) if dossier and "/" in path else None
            yield Group(dossier_id, path, dossier, topic, _in_order(topic, by_topic[path]))


def _in_order(topic: Topic | None, notes: list[Note]) -> tuple[Note, ...]:
    order = {passage.id: place for place, passage in enumerate(topic.passages, 1)} if topic else {}
    return tuple(sorted(notes, key=lambda note: order.get(note.anchor.passage, 0)))
