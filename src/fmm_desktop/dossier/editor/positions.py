"""Topics of which the own side says nothing: no position, or no line for when they are raised."""

from collections.abc import Iterator, Sequence

from fmm_desktop.dossier.editor import sentences as say
from fmm_desktop.dossier.editor.names import NO_IF_RAISED, NO_POSITION
from fmm_desktop.dossier.editor.remark import Remark, remark
from fmm_desktop.dossier.editor.spots import Spot
from fmm_desktop.dossier.model import Dossier, Kind, Topic

# topics that nobody has a position on
_WITHOUT = {
    *("inleiding", "introductie", "context", "achtergrond", "algemeen", "diversen", "varia", "rondvraag"),
    *("wat verder ter tafel komt", "overige onderwerpen", "mededelingen", "agenda", "programma"),
    *("introduction", "background", "general", "any other business", "aob", "programme", "announcements"),
}
_SAID = {Kind.POSITION, Kind.IF_RAISED}


def check_positions(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each topic without position, and for each that may be raised without an answer to it."""
    has_side = bool(dossier.own) or any(
        passage.kind is Kind.POSITION for topic in dossier.topics() for passage in topic.passages
    )
    for spot in spots:
        if spot.topic is None or not spot.is_title:
            continue
        kinds = {passage.kind for passage in spot.topic.passages}
        if spot.topic.certainty != "planned" and Kind.IF_RAISED not in kinds:
            yield remark(NO_IF_RAISED, spot, say.NO_IF_RAISED[spot.topic.certainty])
        elif has_side and not _has_its_line(spot.topic, kinds):
            yield remark(NO_POSITION, spot, say.NO_POSITION)


def _has_its_line(topic: Topic, kinds: set[Kind]) -> bool:
    if Kind.POSITION in kinds or (topic.certainty != "planned" and kinds & _SAID):
        return True
    return topic.title.lstrip("0123456789. ").casefold() in _WITHOUT
