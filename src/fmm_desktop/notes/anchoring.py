"""From a place in a dossier to the anchor of a note on it."""

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.note import Anchor, Words
from fmm_desktop.notes.spots import Spot


def words_at(dossier: Dossier, topic_path: str, passage_id: str) -> str:
    """Return what can be read of a passage; empty when there is no such passage."""
    topic = dossier.topic(topic_path) if "/" in topic_path else None
    passage = topic.passage(passage_id) if topic else None
    return words_in(passage.text, dossier, topic_path) if passage else ""


def anchor_at(dossier: Dossier, spot: Spot) -> Anchor:
    """Return the anchor of a note on a spot of a dossier: on its words, else on its passage, else on its topic.

    Raises LookupError when the dossier has no such topic.
    """
    topic = dossier.topic(spot.topic) if "/" in spot.topic else None
    if topic is None:
        raise LookupError(spot.topic)
    passage = topic.passage(spot.passage)
    text = words_at(dossier, spot.topic, spot.passage)
    return Anchor(
        dossier=dossier.id,
        topic=topic.path,
        passage=passage.id if passage else "",
        edition=dossier.edition,
        quote=text if passage else topic.title,
        words=Words.of(text, spot.start, spot.end) if passage and spot.start < spot.end else None,
        language=dossier.language,
    )
