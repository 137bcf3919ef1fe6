"""Editions made by chance: paragraphs are put in, taken out, swapped, reworded, split, joined, moved and said again.

Every word bears a number, so that a test knows where the very words of a note went, and not only words like them.
"""

import datetime
import random
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Kind, Meeting, Passage, Session, Topic

KINDS = (Kind.AIM, Kind.DISCUSSION, Kind.POSITION, Kind.POINT)


class Word(NamedTuple):
    """A word, and the number by which it is known again."""

    text: str
    number: int


class Paragraph:
    """A passage that is being edited; one without an id gets one from its place."""

    def __init__(self, kind: Kind, words: list[Word], identifier: str = "") -> None:
        self.kind, self.words, self.id = kind, words, identifier

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class Draft:
    """An edition that is being edited: topic path → paragraphs."""

    def __init__(
        self, chance: random.Random, vocabulary: list[str], *, repeats: float = 0.0, copies: float = 0.0
    ) -> None:
        """`repeats` of the sentences, and `copies` of the paragraphs, say what another one says."""
        self.chance, self.vocabulary, self.repeats, self.copies = chance, vocabulary, repeats, copies
        self.topics: dict[str, list[Paragraph]] = {}
        self._count = 0

    def write(self, topics: int, paragraphs: int) -> None:
        """Write topics with paragraphs of one to four sentences, half of them with an id of their own."""
        for number in range(topics):
            topic = self.topics[f"s{number // 10}/t{number}"] = []
            for place in range(paragraphs):
                identifier = f"p{place}" if self.chance.random() < 0.5 else ""
                topic.append(self.paragraph(identifier))

    def paragraph(self, identifier: str = "") -> Paragraph:
        """Return a new paragraph; now and then one that says what another one says."""
        if self.copies and self.chance.random() < self.copies and (one := self.any_paragraph()):
            return Paragraph(one.kind, [self.word(word.text) for word in one.words], identifier)
        sentences = [self.sentence() for _ in range(self.chance.randint(1, 4))]
        return Paragraph(self.chance.choice(KINDS), [word for one in sentences for word in one], identifier)

    def any_paragraph(self) -> Paragraph | None:
        written = [one for paragraphs in self.topics.values() for one in paragraphs]
        return self.chance.choice(written) if written else None

    def sentence(self) -> list[Word]:
        """Return a new sentence; now and then one that says what another one says."""
        written = [one for paragraphs in self.topics.values() for one in paragraphs] if self.repeats else []
        if written and self.chance.random() < self.repeats:
            return [self.word(word.text) for word in self.chance.choice(written).words[:12]]
        words = self.chance.choices(self.vocabulary, k=self.chance.randint(3, 14))
        return [self.word(text) for text in (words[0].capitalize(), *words[1:-1], f"{words[-1]}.")]

    def word(self, text: str = "") -> Word:
        self._count += 1
        return Word(text or self.chance.choice(self.vocabulary), self._count)

    # -- edits ---------------------------------------------------------------------------------------------------------

    def edit(self, times: int) -> None:
        """Edit somewhere, in some way, a number of times."""
        edits = (self.insert, self.delete, self.swap, self.reword, self.reword, self.split, self.join, self.move)
        for _ in range(times):
            self.chance.choice(edits)(self.chance.choice(list(self.topics.values())))

    def insert(self, topic: list[Paragraph]) -> None:
        topic.insert(self.chance.randint(0, len(topic)), self.paragraph())

    def delete(self, topic: list[Paragraph]) -> None:
        if topic:
            topic.pop(self.chance.randrange(len(topic)))

    def swap(self, topic: list[Paragraph]) -> None:
        if len(topic) > 1:
            one, other = self.chance.sample(range(len(topic)), 2)
            topic[one], topic[other] = topic[other], topic[one]

    def reword(self, topic: list[Paragraph]) -> None:
        """Put in, take out or replace a few words that stand together."""
        if topic:
            words = self.chance.choice(topic).words
            start = self.chance.randint(0, len(words))
            words[start : start + self.chance.randint(0, 3)] = [self.word() for _ in range(self.chance.randint(0, 3))]
            words.extend([self.word()] * (not words))

    def split(self, topic: list[Paragraph]) -> None:
        if topic:
            place = self.chance.randrange(len(topic))
            words = topic[place].words
            if len(words) > 1:
                cut = self.chance.randrange(1, len(words))
                topic.insert(place + 1, Paragraph(topic[place].kind, words[cut:]))
                topic[place].words = words[:cut]

    def join(self, topic: list[Paragraph]) -> None:
        if len(topic) > 1:
            place = self.chance.randrange(len(topic) - 1)
            topic[place].words = topic[place].words + topic.pop(place + 1).words

    def move(self, topic: list[Paragraph]) -> None:
        if topic:
            paragraph = topic.pop(self.chance.randrange(len(topic)))
            paragraph.id = ""
            other = self.chance.choice(list(self.topics.values()))
            other.insert(self.chance.randint(0, len(other)), paragraph)

    # -- what comes of it ----------------------------------------------------------------------------------------------

    def dossier(self, edition: int = 1) -> Dossier:
        """Return the edition as it stands now."""
        sessions: dict[str, list[Topic]] = {}
        for path in self.topics:
            passages = tuple(
                Passage(id=identifier, kind=one.kind, number=f"1.1.{place}", text=one.text)
                for place, (identifier, one) in enumerate(self.with_ids(path), 1)
            )
            session, _, topic = path.partition("/")
            made = Topic(id=topic, path=path, number="1.1", title=f"Onderwerp {topic}", passages=passages)
            sessions.setdefault(session, []).append(made)
        return Dossier(
            id="fmm",
            edition=edition,
            title="Bijeenkomst",
            language="nl",
            meeting=Meeting(start=datetime.date(2025, 12, 3)),
            sessions=tuple(
                Session(id=name, number="1", title=name, topics=tuple(topics)) for name, topics in sessions.items()
            ),
        )

    def with_ids(self, path: str) -> list[tuple[str, Paragraph]]:
        """Return the paragraphs of a topic in the order of their kinds, each with its id, own or made."""
        ordered = sorted(self.topics[path], key=lambda one: KINDS.index(one.kind))
        counts = dict.fromkeys(KINDS, 0)
        found = []
        for one in ordered:
            counts[one.kind] += 1
            found.append((one.id or f"{one.kind}-{counts[one.kind]}", one))
        return found

    def where(self, numbers: list[int]) -> tuple[str, str, int] | None:
        """Return the topic, the passage and the place in its text of the very words with these numbers, if together."""
        for path in self.topics:
            for identifier, one in self.with_ids(path):
                own = [word.number for word in one.words]
                if numbers[0] in own:
                    at = own.index(numbers[0])
                    if own[at : at + len(numbers)] == numbers:
                        return path, identifier, sum(len(word.text) + 1 for word in one.words[:at])
        return None
