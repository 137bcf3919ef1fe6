"""The speaking list: the points in the order of the meeting, and how long they take."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rivers import river_dossier, river_topic, sheet_of

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.speaking import SpeakingList, time_in_words
from fmm_desktop.sheets.typesetting import House, typeset

GOLDEN = Path(__file__).parents[1] / "golden" / "speaking-list.json"


def points(*words: int) -> tuple[Passage, ...]:
    """Return points of so many words."""
    return tuple(
        Passage(id=f"s{place}", kind=Kind.POINT, number=f"1.1.{place}", text="woord " * count)
        for place, count in enumerate(words, 1)
    )


def spoken(*words: int, **order: object) -> SpeakingList:
    topic = river_topic(passages=points(*words))
    (part,) = sheet_of(river_dossier(topic), topic, kind=SheetKind.SPEAKING, **order).parts
    assert isinstance(part, SpeakingList)
    return part


def test_a_list_holds_what_the_golden_file_says(dossier: Dossier) -> None:
    held = msgspec.json.encode(document(dossier, Order(kind=SheetKind.SPEAKING, interpretation=1.5)))
    assert msgspec.json.format(held, indent=1).decode() + "\n" == GOLDEN.read_text("utf-8")


def test_times_follow_from_the_words_and_add_up() -> None:
    said = spoken(120, 30, 61)

    assert [point.time for point in said.sessions[0].topics[0].points] == ["1 min", "15 s", "31 s"]
    assert said.sessions[0].topics[0].time == said.sessions[0].time == "1 min 46 s"
    assert said.total == "Samen 1 min 46 s"


def test_a_slow_speaker_and_an_interpreter_take_longer() -> None:
    said = spoken(100, words_a_minute=100, interpretation=1.75)

    assert said.total == "Samen 1 min 45 s"
    assert said.rate == "bij 100 woorden per minuut, maal 1,75 voor vertolking"


@pytest.mark.parametrize(("seconds", "words"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (3725, "62 min 05 s")])
def test_time_in_words(seconds: int, words: str) -> None:
    assert time_in_words(seconds) == words


def test_topics_without_points_are_left_out_and_a_list_without_any_is_told(dossier: Dossier) -> None:
    (part,) = document(dossier, Order(kind=SheetKind.SPEAKING)).parts
    assert isinstance(part, SpeakingList)
    assert [topic.number for session in part.sessions for topic in session.topics] == ["1.1"]

    with pytest.raises(SheetError, match="no points"):
        document(dossier, Order(kind=SheetKind.SPEAKING, topics=("ochtend/scheepvaart",)))


def test_times_stand_at_the_right_of_their_points(
    topic: Topic, dossier: Dossier, templates: Path, pages: Callable[[bytes], list[str]]
) -> None:
    (page,) = pages(typeset(sheet_of(dossier, topic, kind=SheetKind.SPEAKING), House(templates)))

    assert "laten wij ook de zorg delen. 5 s" in page
