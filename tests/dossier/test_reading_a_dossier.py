"""What a good file becomes."""

import datetime
from pathlib import Path

import pytest
import synthetic

from fmm_desktop.dossier.datafile import read_bytes
from fmm_desktop.dossier.model import Kind, SourceRef
from fmm_desktop.dossier.reading import check, read, read_with_warnings

from .conftest import Written


def test_a_dossier_is_read_with_everything_in_its_place(written: Written) -> None:
    dossier = read(written())

    assert (dossier.id, dossier.edition, dossier.own) == ("vergadering", 1, "nl")
    assert dossier.meeting.start == datetime.date(2025, 12, 3)
    assert dossier.timeline[0].end == datetime.date(2025, 6, 25)
    assert dossier.terms[0].translation == {"en": "list"}
    assert [topic.path for topic in dossier.topics()] == ["nar/steun", "nar/china"]
    assert dossier.sessions[0].participants == ("nl", "be")


def test_passages_are_numbered_through_the_topic_in_the_order_of_their_kinds(written: Written) -> None:
    topic = read(written()).sessions[0].topics[0]

    assert [(passage.number, passage.kind) for passage in topic.passages] == [
        ("1.1.1", Kind.AIM),
        ("1.1.2", Kind.POSITION),
        ("1.1.3", Kind.POSITION),
        ("1.1.4", Kind.IF_RAISED),
        ("1.1.5", Kind.OTHER),
        ("1.1.6", Kind.FIGURE),
    ]


def test_a_passage_without_an_id_gets_one_from_its_kind_and_place(written: Written) -> None:
    topic = read(written()).sessions[0].topics[0]

    assert [passage.id for passage in topic.passages] == [
        "aim-1", "p1", "position-2", "if-raised-1", "other-1", "figure-1",
    ]  # fmt: skip


def test_an_id_that_is_taken_is_not_given_to_another_passage(written: Written) -> None:
    topic = read(written("{id: p1,", "{id: position-2,")).sessions[0].topics[0]

    assert [passage.id for passage in topic.of_kind(Kind.POSITION)] == ["position-2", "position-2-2"]


def test_others_and_figures_keep_who_and_how_much(written: Written) -> None:
    topic = read(written()).sessions[0].topics[0]
    other, figure = topic.of_kind(Kind.OTHER)[0], topic.of_kind(Kind.FIGURE)[0]

    assert (other.actor, other.stance, other.text) == ("be", "supports", "België steunt dit.")
    assert (figure.value, figure.text) == ("EUR 500 mln.", "Bijdrage.")
    assert topic.passages[1].source == SourceRef("agenda", "al. 2")


def test_texts_are_stripped(written: Written) -> None:
    topic = read(written("[Het doel.]", '["  Het doel.\\n ", {text: " Nog een. "}]')).sessions[0].topics[0]

    assert [passage.text for passage in topic.of_kind(Kind.AIM)] == ["Het doel.", "Nog een."]


def test_what_starts_and_ends_on_one_day_is_right(written: Written) -> None:
    assert check(written("end: 2025-06-25", "end: 2025-06-24")).findings == ()


def test_no_is_norway_and_half_past_one_is_a_time(written: Written) -> None:
    session = read(written()).sessions[0]

    assert session.time == "13:30"
    assert session.topics[0].tags == ("no", "yes", "on", "1_000")


def test_a_byte_order_mark_is_read_over(written: Written) -> None:
    path = written()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert read(path).id == "vergadering"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(written: Written, line_end: str) -> None:
    path = written()
    expected = read(path)
    path.write_bytes(path.read_bytes().replace(b"\n", line_end.encode()))

    assert read(path) == expected


def test_a_good_dossier_has_no_findings(written: Written) -> None:
    path = written()

    assert check(path).findings == ()
    assert read_with_warnings(path).warnings == ()
    assert check(path).dossier == read_with_warnings(path).dossier == read(path)


def test_anchors_may_be_used_within_reason(written: Written) -> None:
    path = written("source: {id: agenda, at:", "source: &bron {id: agenda, at:")
    path.write_text(path.read_text("utf-8").replace("text: Bijdrage.", "text: Bijdrage., source: *bron"), "utf-8")

    assert read(path).sessions[0].topics[0].of_kind(Kind.FIGURE)[0].source == SourceRef("agenda", "al. 2")


def test_a_synthetic_dossier_is_the_same_with_and_without_yaml(tmp_path: Path) -> None:
    path = tmp_path / "synthetic.yaml"
    path.write_text(synthetic.yaml_text(45), encoding="utf-8")

    assert check(path).findings == ()
    assert read(path) == synthetic.dossier(45)
    assert [len(session.topics) for session in synthetic.dossier(45).sessions] == [20, 20, 5]
    assert synthetic.yaml_text(45, seed=2) != synthetic.yaml_text(45)


def test_a_topic_may_have_thousands_of_passages(written: Written) -> None:
    path = written("[Het doel.]", "[" + "Nog een doel., " * 5000 + "]")

    passages = read(path).sessions[0].topics[0].passages

    assert passages[4999].number == "1.1.5000"
    assert passages[4999].id == "aim-5000"


def test_who_watches_is_told_how_far_reading_is_and_can_stop_it(tmp_path: Path) -> None:
    path = tmp_path / "synthetic.yaml"
    path.write_text(synthetic.yaml_text(200), encoding="utf-8")
    told: list[float] = []

    read_with_warnings(path, told.append)

    assert len(told) > 3
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1

    def stop(_part: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_with_warnings(path, stop)


def test_content_that_was_read_already_is_not_read_again(written: Written) -> None:
    path = written()
    data = read_bytes(path)
    path.unlink()

    assert read_with_warnings(path, data=data).dossier.id == "vergadering"
