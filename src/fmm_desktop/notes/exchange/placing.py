"""What the notes that go out hang on, in words, and in the order of the dossier."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.errors import Language
from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.hanging import Editions, Hung, all_hung
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.notes.vocabulary import TO_REVIEW

Dossiers = Mapping[str, Dossier]
"""Dossiers that can be read here, by id; notes on others are named by ids alone."""


def no_editions(_dossier: Dossier) -> Iterable[Dossier]:
    """Return none: of the editions before nothing is known."""
    return ()


class Group(NamedTuple):
    """The notes that hang on one topic, in the order of its passages; `topic` is None when that is not here.

    `hung` tells where each hangs, for those of a dossier that is here.
    """

    dossier_id: str
    path: str
    dossier: Dossier | None
    topic: Topic | None
    notes: tuple[Note, ...]
    hung: Mapping[Anchor, Hung]

    @property
    def title(self) -> str:
        """The number and the title of the topic, or its path."""
        return f"{self.topic.number} {self.topic.title}" if self.topic else self.path

    def place(self, note: Note, language: Language) -> str:
        """Return what a note hangs on: `1.2.3 Inzet`, that it is to be reviewed, an id when it is not here, or nothing.

        `language` is that of the file; the kind of a passage is named in that of the dossier.
        """
        hung = self.hung.get(note.anchor)
        if hung is None:
            return note.anchor.passage
        if hung.doubt is not None:
            return TO_REVIEW.say(language)
        passage = self.topic.passage(hung.passage) if self.topic else None
        if passage is None or self.dossier is None:
            return hung.passage
        return f"{passage.number} {kind_name(passage.kind, headings_language(self.dossier.language))}"


def groups(picked: Iterable[Picked], dossiers: Dossiers, editions: Editions = no_editions) -> Iterator[Group]:
    """Yield the notes by topic: in the order of their dossier, those on topics that are not in it after them.

    They stand where they hang in the dossiers that are here; `editions` gives those that they may be written on.
    """
    found: dict[str, list[Note]] = {}
    for one in picked:
        found.setdefault(one.note.anchor.dossier, []).append(one.note)
    for dossier_id, notes in found.items():
        dossier = dossiers.get(dossier_id)
        hung = all_hung(dossier, {note.anchor for note in notes}, editions) if dossier else {}
        by_topic: dict[str, list[Note]] = {}
        for note in notes:
            place = hung.get(note.anchor)
            by_topic.setdefault(place.topic if place else note.anchor.topic, []).append(note)
        topics = [topic.path for topic in dossier.topics()] if dossier else sorted(by_topic)
        for path in (*(one for one in topics if one in by_topic), *sorted(set(by_topic) - set(topics))):
            topic = dossier.topic(path) if dossier and "/" in path else None
            yield Group(dossier_id, path, dossier, topic, _in_order(topic, by_topic[path], hung), hung)


def _in_order(topic: Topic | None, notes: list[Note], hung: Mapping[Anchor, Hung]) -> tuple[Note, ...]:
    order = {passage.id: place for place, passage in enumerate(topic.passages, 1)} if topic else {}
    return tuple(sorted(notes, key=lambda note: order.get(hung[note.anchor].passage, 0) if topic else 0))
