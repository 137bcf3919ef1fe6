"""What is measured with: the dossier that is shipped, and notes on the passages of a dossier."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.note import Anchor, Content, NoteKind, Revision, Status
from fmm_desktop.notes.store import NoteStore

SHIPPED = Path(__file__).parents[2] / "data" / "fmm-2025-12-03.nl.yaml"


def write_notes(folder: Path, file: Path, count: int) -> None:
    """Put notes on the passages of a dossier: one on a passage of each topic, then the next one on each, and so on."""
    dossier = read(file)
    topics = list(dossier.topics())
    with NoteStore.open(folder, author="reader", device="laptop") as store:
        for number in range(count):
            turn, place = divmod(number, len(topics))
            topic = topics[place]
            passage = topic.passages[turn % len(topic.passages)]
            quote = words_in(passage.text, dossier, topic.path)
            anchor = Anchor(dossier.id, topic.path, passage.id, dossier.edition, quote)
            store.settle(store.write(None, anchor, f"Vraag {number}: wie betaalt, en vanaf wanneer?").id)


def take_in_notes(folder: Path, file: Path, *, here: int, elsewhere: int) -> None:
    """Put many notes in at once: `here` on the passages of a dossier, the others on a hundred more dossiers."""
    dossier = read(file)
    places = [
        Anchor(dossier.id, topic.path, passage.id, dossier.edition, words_in(passage.text, dossier, topic.path))
        for topic in dossier.topics()
        for passage in topic.passages
    ]
    others = [
        Anchor(f"other-{number % 100}", f"council/topic-{number % 1000}", f"p{number % 7}") for number in range(1000)
    ]
    with NoteStore.open(folder, author="reader", device="laptop") as store:
        store.take_in(_revisions(places, here, "here"))
        store.take_in(_revisions(others, elsewhere, "elsewhere"))


def _revisions(places: list[Anchor], count: int, name: str) -> Iterator[Revision]:
    kinds, statuses = tuple(NoteKind), tuple(Status)
    start = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    for number in range(count):
        time = start + datetime.timedelta(minutes=number)
        content = Content(
            anchor=places[number % len(places)],
            text=f"Vraag {number}: wie betaalt, en vanaf wanneer? Nagaan of Oekraïne dit ook zo leest.",
            created=time,
            creator=("reader", "colleague")[number % 2],
            kind=kinds[number % len(kinds)],
            status=statuses[number % len(statuses)],
            labels=("purl", "navo") if number % 3 else (),
        )
        yield Revision(
            id=f"{name}-{number}", note=f"{name}-note-{number}", parents=(), time=time, author=content.creator,
            device="laptop", content=content,
        )  # fmt: skip
