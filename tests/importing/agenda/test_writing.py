"""A draft becomes a data file, and the next edition of one that is there."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from fmm_desktop.dossier.comparing import compare
from fmm_desktop.dossier.model import Dossier, Kind
from fmm_desktop.dossier.reading import check, read
from fmm_desktop.dossier.text import plain
from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.editing import passages_at, set_kind, with_passages
from fmm_desktop.importing.editions import as_edition_of
from fmm_desktop.importing.shaping import as_markdown, shaped
from fmm_desktop.importing.writing import yaml_text

from .documents import agenda

TODAY = datetime.date(2026, 2, 1)
TEXT = """\
Geannoteerde agenda Waterraad 3 maart 2026

Op dinsdag 3 maart vindt de Waterraad (WR) plaats in Brussel. De bijeenkomst duurt een dag.

Hoogwaterdienst (HWD)

De ministers zullen spreken over de Hoogwaterdienst. Nederland zal pleiten voor een *vaste* dienst.

Vispassages

De Commissie zal de Raad bijpraten. Nederland steunt de aanleg van [[twaalf]] passages bij de stuwen.
"""


def written(draft: Draft, file: Path, old: Dossier | None = None) -> Dossier:
    shape = shaped(draft, TODAY)
    file.write_text(
        yaml_text(as_edition_of(shape, old) if old else shape, "a.txt", draft.seems, "nl"), encoding="utf-8"
    )
    assert check(file).findings == ()
    return read(file)


def test_a_stance_in_a_document_that_names_nobody_is_background(tmp_path: Path) -> None:
    draft = replace(set_kind(agenda("Agenda\n\nWater\n\nDe dijk is hoog."), [(0, 0, 0)], Kind.OTHER), actors=(), own="")

    dossier = written(draft, tmp_path / "x.yaml")

    assert [(one.kind, one.text) for topic in dossier.topics() for one in topic.passages] == [
        (Kind.BACKGROUND, "De dijk is hoog.")
    ]


def test_dates_under_a_label_become_the_timeline_and_dates_in_sentences_do_not(tmp_path: Path) -> None:
    timeline = (
        "Tijdpad: 12 maart 2026: stemming in het Parlement. Besluit van de Raad (7 en 8 april). "
        "Op 9 april 2026 volgt overleg."
    )
    draft = agenda(f"{TEXT}\n{timeline}\n")
    labelled = replace(draft.sessions[0].topics[-1].passages[-1], label="Tijdpad", text=timeline.partition(": ")[2])
    place = (0, len(draft.sessions[0].topics) - 1, 0)
    draft = with_passages(draft, place, (*passages_at(draft, place)[:-1], labelled))

    first = written(draft, tmp_path / "x.yaml")

    told = [(event.start.isoformat(), event.end and event.end.day, event.title) for event in first.timeline]
    assert told == [("2026-03-12", None, "stemming in het Parlement"), ("2026-04-07", 8, "Besluit van de Raad")]
    assert written(draft, tmp_path / "y.yaml", first).timeline == first.timeline


def test_a_dossier_has_readable_ids_and_passages_with_their_place(tmp_path: Path) -> None:
    dossier = written(agenda(TEXT), tmp_path / "wr.yaml")

    assert (dossier.id, dossier.edition, dossier.language, dossier.own) == ("wr-2026-03-03", 1, "nl", "nl")
    assert [topic.path for topic in dossier.topics()] == ["wr/inleiding", "wr/hwd", "wr/vispassages"]
    assert (dossier.meeting.place, dossier.meeting.country) == ("Brussel", "be")
    passage = dossier.topics().__next__().passages[0]
    assert passage.source is not None
    assert (passage.source.id, passage.source.at) == ("ga", "al. 2")
    assert [source.file for source in dossier.sources] == ["agenda.txt"]


def test_words_that_look_like_markup_are_shown_as_they_stood(tmp_path: Path) -> None:
    dossier = written(agenda(TEXT), tmp_path / "wr.yaml")

    texts = [plain(passage.text) for topic in dossier.topics() for passage in topic.passages]
    assert "Nederland zal pleiten voor een *vaste* dienst." in texts
    assert "Nederland steunt de aanleg van [[twaalf]] passages bij de stuwen." in texts


@pytest.mark.parametrize(
    "text", ["- streep", "1. punt", "2) punt", "a * b", "*a*", "_a_", "`a`", "\\", "[[a]]", "[a](b)", "+", "\\*a*"]
)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert plain(as_markdown(text)) == text


def test_the_day_stands_in_for_a_date_that_is_not_there_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"

    dossier = written(agenda("Geannoteerde agenda Waterraad\n\nDe Raad zal spreken over water."), file)

    assert dossier.meeting.start == TODAY
    assert "# onzeker: datum van de bijeenkomst onzeker" in file.read_text("utf-8")


def test_the_next_edition_keeps_the_ids_of_what_is_the_same(tmp_path: Path) -> None:
    old = written(agenda(TEXT), tmp_path / "1.yaml")
    newer = TEXT.replace("De Commissie zal", "Het voorzitterschap opent de bespreking. De Commissie zal").replace(
        "Vispassages\n", "Stuwen en vispassages\n"
    )
    newer = newer.replace("Nederland zal pleiten", "Nederland is tegen uitstel. Nederland zal pleiten")

    new = written(agenda(newer), tmp_path / "2.yaml", old)

    assert (new.id, new.edition) == (old.id, 2)
    assert [topic.path for topic in new.topics()] == ["wr/inleiding", "wr/hwd", "wr/vispassages"]
    service = new.topic("wr/hwd")
    assert service is not None
    assert [(one.id, one.text.split()[1]) for one in service.passages] == [
        ("d1", "ministers"),
        ("p2", "is"),
        ("p1", "zal"),
    ]
    changes = compare(old, new)
    gone = [
        change
        for session in changes.sessions
        for topic in session.topics
        for change in topic.passages
        if not change.new
    ]
    assert gone == []


def test_the_next_edition_of_a_dossier_that_was_written_by_hand_keeps_what_was_put_in(tmp_path: Path) -> None:
    file = tmp_path / "hand.yaml"
    file.write_text(
        """\
format: fmm-dossier/1
id: waterraad-maart
edition: 3
language: nl
title: Waterraad
marking: INTERN
meeting: {start: 2026-03-03}
own: nederland
checked: [unexplained/HWD]
actors: [{id: nederland, kind: country, name: Nederland}]
sessions:
  - id: ochtend
    title: Waterraad
    topics:
      - id: vis
        title: Vispassages
        tags: [zalm]
        checked: [dates]
        position: [{id: zalm, text: Nederland steunt de aanleg van twaalf passages bij de stuwen.}]
""",
        encoding="utf-8",
    )

    new = written(agenda(TEXT.replace("[[twaalf]]", "twaalf")), tmp_path / "4.yaml", read(file))

    fish = new.topic("vis")
    assert fish is not None
    assert (new.id, new.edition, new.marking, new.own) == ("waterraad-maart", 4, "INTERN", "nederland")
    assert fish.path == "ochtend/vis"
    assert fish.tags == ("zalm",)
    assert fish.passage("zalm") is not None
    assert new.checked == {"": ("unexplained/HWD",), "ochtend/vis": ("dates",)}
