"""Links to nothing, for who has a dossier without its file: reading the file warns of the same, with places."""

from collections.abc import Iterator, Sequence

from fmm_desktop.dossier.editor import sentences as say
from fmm_desktop.dossier.editor.names import LINKS
from fmm_desktop.dossier.editor.remark import Remark, remark
from fmm_desktop.dossier.editor.spots import Spot
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.text import Link, links


def check_links(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each link, source and related topic that the dossier does not have."""
    topics = {name for topic in dossier.topics() for name in (topic.id, topic.path)}
    for spot in spots:
        for target in _missing(spot, dossier, topics):
            yield remark(LINKS, spot, say.NO_TARGET, about=target, target=target)


def _missing(spot: Spot, dossier: Dossier, topics: set[str]) -> Iterator[str]:
    if spot.passage:
        yield from _links(spot.passage.text, dossier, topics)
        if spot.passage.actor and not dossier.actor(spot.passage.actor):
            yield spot.passage.actor
        if spot.passage.source and not dossier.source(spot.passage.source.id):
            yield spot.passage.source.id
    elif spot.topic:
        yield from (path for path in spot.topic.related if path not in topics)
    elif spot.session and spot.steps[-1] == "introduction":
        yield from _links(spot.session.introduction, dossier, topics)


def _links(text: str, dossier: Dossier, topics: set[str]) -> Iterator[str]:
    for link in links(text):
        if not _has(link, dossier, topics):
            yield link.id


def _has(link: Link, dossier: Dossier, topics: set[str]) -> bool:
    match link.target:
        case "term":
            return dossier.term(link.id) is not None
        case "actor":
            return dossier.actor(link.id) is not None
        case "topic":
            return link.id in topics
