"""The agendas that are samples: sessions, topics and positions as expected, every one."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.editor.checking import editor_remarks
from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Draft, DraftTopic, Seems
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.formats import read
from fmm_desktop.importing.shaping import shaped

from .documents import books

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "agendas").glob("*.txt"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> tuple[Draft, dict[str, Any]]:
    path: Path = request.param
    return read_agenda(read(path), books()), json.loads(path.with_suffix(".expect.json").read_text("utf-8"))


def test_it_is_read_as_expected(sample: tuple[Draft, dict[str, Any]]) -> None:
    draft, expected = sample

    assert draft.heading.title == expected["title"]
    assert draft.heading.spans
    assert draft.language == expected["language"]
    assert (draft.seems is Seems.REPORT) == expected["negative"]
    assert [as_expected(session) for session in draft.sessions] == [
        {"title": session["title"], "topics": [without_count(topic) for topic in session["topics"]]}
        for session in expected["sessions"]
    ]


def test_an_editor_remarks_on_what_is_missing_in_it_and_on_nothing_else() -> None:
    drafts = (read_agenda(read(path), books()) for path in SAMPLES)
    dossiers = [build(shaped(draft, datetime.date(2026, 2, 1)).shape) for draft in drafts]

    assert [[remark.silenced_by for remark in editor_remarks(dossier)] for dossier in dossiers] == [
        ["[unexplained/KFOR]"],
        ["[no-position]"],
        ["[unexplained/EVRM]"],
        [],
        [],
        ["[dates]", "[no-position]", "[no-position]", "[unexplained/HV]"],  # a report, of after the meeting
    ]


def as_expected(session: Any) -> dict[str, Any]:
    return {
        "title": session.heading.title if session.heading.spans else None,
        "topics": [topic_as_expected(topic) for topic in session.topics],
    }


def topic_as_expected(topic: DraftTopic) -> dict[str, Any]:
    positions = [passage.text for passage in topic.passages if passage.kind is Kind.POSITION]
    others = " ".join(passage.text for passage in topic.passages if passage.kind not in {Kind.POSITION, Kind.AIM})
    labels = [passage.label for passage in topic.passages if passage.label_spans]
    return {
        "title": topic.heading.title if topic.heading.spans else None,
        "position": positions,
        "background": others,
        "inner_headings": labels,
    }


def without_count(topic: dict[str, Any]) -> dict[str, Any]:
    return {**topic, "background": " ".join(topic["background"])}


def test_the_meeting_is_found() -> None:
    found = {path.stem[:2]: read_agenda(read(path), books()).meeting for path in SAMPLES}

    days = {name: (str(meeting.start), str(meeting.end or "")) for name, meeting in found.items()}
    assert days == {
        "21": ("2023-11-28", "2023-11-29"),
        "25": ("2025-11-17", ""),
        "26": ("2019-10-07", "2019-10-08"),
        "29": ("2012-06-11", ""),
        "33": ("1999-04-26", "1999-04-27"),
        "37": ("2025-12-15", ""),
    }
    assert (found["26"].place, found["26"].country) == ("Luxemburg", "lu")
    assert (found["25"].council, found["25"].short) == ("Raad Algemene Zaken (RAZ)", "RAZ")
