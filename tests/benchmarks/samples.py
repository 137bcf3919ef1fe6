"""What is measured with: the dossier that is shipped, and notes on the passages of a dossier."""

from pathlib import Path

from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.note import Anchor
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
            anchor = Anchor(dossier.id, topic.path, passage.id, dossier.edition, passage.text)
            store.settle(store.write(None, anchor, f"Vraag {number}: wie betaalt, en vanaf wanneer?").id)
