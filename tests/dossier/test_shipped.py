"""The dossiers in `data/` are right, and say the same in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import check, read

SHIPPED = sorted((Path(__file__).parents[2] / "data").glob("*.yaml"))
IN_DUTCH = [path for path in SHIPPED if path.name.endswith(".nl.yaml")]


def test_there_is_one_in_each_language() -> None:
    assert IN_DUTCH
    assert len(SHIPPED) == 2 * len(IN_DUTCH)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_nothing_is_wrong_with_it(path: Path) -> None:
    report = check(path)

    assert report.text("en") == ""
    assert report.dossier is not None
    assert path.name == f"{report.dossier.id}.{report.dossier.language}.yaml"


@pytest.mark.parametrize("path", IN_DUTCH, ids=lambda path: path.name)
def test_both_languages_have_the_same_ids_and_numbers(path: Path) -> None:
    english = path.with_name(path.name.replace(".nl.", ".en."))

    assert list(outline(read(path))) == list(outline(read(english)))


def outline(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    """Yield everything of a dossier that is no language."""
    yield dossier.id, dossier.edition, dossier.issued, dossier.own, dossier.meeting.start, dossier.meeting.country
    yield tuple((event.start, event.end) for event in dossier.timeline)
    yield tuple((actor.id, actor.kind, actor.of) for actor in dossier.actors)
    yield tuple(term.id for term in dossier.terms)
    yield tuple((source.id, source.date) for source in dossier.sources)
    for session in dossier.sessions:
        yield session.id, session.number, session.participants
    for topic in dossier.topics():
        yield topic.path, topic.number, topic.certainty, topic.related
        for passage in topic.passages:
            yield passage.id, passage.kind, passage.number, passage.source and passage.source.id, passage.actor
            yield passage.stance, passage.marking
