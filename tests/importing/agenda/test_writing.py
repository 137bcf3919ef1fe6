"""A draft becomes a data file, and the next edition of one that is there."""

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import convert
from msgspec.structs import replace

from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.comparing import compare
from fmm_desktop.dossier.model import Dossier, Kind
from fmm_desktop.dossier.reading import check, read
from fmm_desktop.dossier.text import plain
from fmm_desktop.dossier.yaml_border import load
from fmm_desktop.importing.agenda.draft import Doubt, Draft, Seems
from fmm_desktop.importing.agenda.meeting import dated
from fmm_desktop.importing.editing import passages_at, set_kind, with_passages
from fmm_desktop.importing.editions import as_edition_of
from fmm_desktop.importing.shaping import Shaped, as_markdown, shaped
from fmm_desktop.importing.trouble import ImportingError
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


def test_an_introduction_keeps_its_labels_and_what_is_unsure_of_a_session_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    draft = agenda(
        "# Geannoteerde agenda Waterraad 3 maart 2026\n\n## A. Ochtend\n\n"
        "Achtergrond: De EU moet 30 procent van de dijken verhogen.\n\n"
        "### 1. Dijken\n\nDe Raad spreekt over dijken.\n\n### 2. Sluizen\n\nDe Raad spreekt over sluizen.\n",
        "agenda.md",
    )
    (morning,) = draft.sessions
    unsure = replace(draft, sessions=(replace(morning, doubts=(Doubt.LEVEL,)),))

    dossier = written(unsure, file)

    assert dossier.sessions[0].introduction == "Achtergrond: De EU moet 30 procent van de dijken verhogen."
    assert file.read_text("utf-8").partition("sessions:\n")[2].splitlines()[:4] == [
        "  # onzeker: sessie of onderwerp: dat is onzeker",
        "  # onzeker: misschien inzet",
        "  # onzeker: hierin staat misschien een cijfer",
        "  - id: ochtend",
    ]


@pytest.mark.parametrize(
    "text", ["- streep", "1. punt", "2) punt", "a * b", "*a*", "_a_", "`a`", "\\", "[[a]]", "[a](b)", "+", "\\*a*"]
)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert plain(as_markdown(text)) == text


_LIKE_VALUES = st.sampled_from(
    [
        *("2025-06-16", "2025-99-99", "2025", "-1", "1e6", "0x1F", "1_000", "13:30", ".5", ".inf", ".nan"),
        *("null", "Null", "~", "true", "False", "yes", "No", "on", "off", "y", "n", "=", "<<", "---", "...", "-", "?"),
        *("- a", "a: b", "a #b", "a:", "# a", "&a", "*a", "!a", "%a", "@a", "`a`", "[a]", "{a}", "a, b", '"a"', "'a'"),
        *("|", ">", "a  b", "a\n\nb", "a\nb", " a", "a ", "\u2028", "\x85", "\ufeff", "€", "\\", "woord " * 30 + "x"),
    ]
)  # fmt: skip
_ANY = _LIKE_VALUES | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn")), min_size=1, max_size=30)


@given(text=_ANY, other=_ANY, day=st.dates())
@example(text="2025-06-16", other="no", day=datetime.date(1, 1, 1))
@settings(max_examples=150, deadline=None)
def test_any_text_and_any_date_comes_back_as_it_was(text: str, other: str, day: datetime.date) -> None:
    """Given a text at every place that has one, when the file is read, then it is that text still: no date, no null."""
    source = shapes.SourceRef(id="ga", at=other)
    title = text if text.strip() else "titel"
    topic = shapes.TopicShape(
        id="t",
        title=title,
        tags=(other,),
        aim=(shapes.PassageShape(id="a1", text=text, source=source),),
        others=(shapes.OtherShape(id="o1", actor="nl", text=other),),
        figures=(shapes.FigureShape(id="f1", value=text, text=other),),
        background=(text, other),
    )
    shape = shapes.DossierShape(
        format="fmm-dossier/1",
        id="2025-06-16",
        edition=1,
        issued=day,
        language="nl",
        title=title,
        marking=other,
        meeting=shapes.MeetingShape(start=day, end=day, place=text),
        timeline=(shapes.EventShape(start=day, title=title, place=other),),
        actors=(shapes.ActorShape(id="nl", kind="country", name=title, role=other, text=text),),
        terms=(shapes.TermShape(id="no", short=title, long=other, translation={other: text}),),
        sources=(shapes.SourceShape(id="ga", title=title, date=day, file=other),),
        sessions=(shapes.SessionShape(id="s", title=title, form=other, introduction=text, topics=(topic,)),),
    )

    content = load(yaml_text(Shaped(shape, {}), text, Seems.AGENDA, "nl").encode())

    assert not content.troubles
    assert convert(content.value, shapes.DossierShape) == shape


UNDATED = "Geannoteerde agenda Waterraad\n\nDe Raad zal spreken over water."


def test_the_date_of_the_document_stands_in_for_one_that_is_not_told_and_that_is_said_first(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"

    dossier = written(agenda(f"Den Haag, 2 maart 2026\n\n{UNDATED}"), file)

    assert dossier.meeting.start == datetime.date(2026, 3, 2)
    first = next(line for line in file.read_text("utf-8").splitlines() if line.startswith("# onzeker"))
    assert first == "# onzeker: wanneer de bijeenkomst is, staat nergens: dit is de datum van het document zelf"


@pytest.mark.parametrize("title", ["Geannoteerde agenda Waterraad", "Geannoteerde agenda\n\nWaterraad"])
@pytest.mark.parametrize("line", ["Den Haag, 2 maart 2026", "Brussel, 2 maart 2026"])
def test_a_place_and_a_date_below_the_title_are_those_of_the_document(title: str, line: str) -> None:
    body = "Vispassages\n\nDe Raad zal spreken over vispassages."

    draft = agenda(f"{title}\n\n{line}\n\n{body}")
    told = agenda(f"{title}\n\n{line}\n\nOp 12 maart 2026 vindt de Waterraad plaats.\n\n{body}")

    assert (draft.meeting.start, draft.issued) == (None, datetime.date(2026, 3, 2))
    assert Doubt.DATE_OF_DOCUMENT in draft.doubts
    assert [topic.heading.title for topic in draft.topics()] == ["Vispassages"]
    assert (told.meeting.start, told.issued) == (datetime.date(2026, 3, 12), datetime.date(2026, 3, 2))


def test_no_date_is_made_up_where_none_is_told() -> None:
    draft = agenda(UNDATED)

    assert draft.doubts[0] is Doubt.NO_DATE
    with pytest.raises(ImportingError, match=r"agenda\.txt.*--date"):
        shaped(draft)
    given = dated(draft, TODAY)
    assert (shaped(given).shape.meeting.start, given.doubts) == (TODAY, ())


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


HARBOUR = """\
Geannoteerde agenda Waterraad 3 maart 2026

Haven

De Raad zal spreken over de haven. {}

Vispassages

De Raad zal spreken over vispassages. Nederland zal pleiten voor de stuwen.

{}
"""


def ids(dossier: Dossier) -> dict[str, str]:
    """Return the id of each passage, with that of its topic, by its last word."""
    return {
        one.text.rstrip(".").split()[-1]: f"{topic.id}#{one.id}" for topic in dossier.topics() for one in topic.passages
    }


def test_an_id_goes_with_the_subject_of_a_passage_not_with_its_place(tmp_path: Path) -> None:
    """Given set formulas, of which the subject changes or goes to another place, when it is the next edition, then
    what is about something else has a new id."""
    first = HARBOUR.format(
        "Nederland zal aandacht vragen voor de luchtverdediging. Nederland steunt een vaste dienst.", ""
    )
    second = HARBOUR.format(
        "Nederland steunt een vaste en snelle dienst. Nederland zal aandacht vragen voor de voedselzekerheid. "
        "Nederland zal pleiten voor sancties.",
        "",
    )

    old = written(agenda(first), tmp_path / "1.yaml")
    new = written(agenda(second), tmp_path / "2.yaml", old)

    assert [ids(old)[word] for word in ("luchtverdediging", "dienst")] == ["haven#p1", "haven#p2"]
    assert [ids(new)[word] for word in ("dienst", "voedselzekerheid", "sancties")] == [
        "haven#p2",
        "haven#p3",
        "haven#p4",
    ]


@pytest.mark.parametrize("around", ["", HARBOUR.format("", "").partition("\n\n")[2]])
@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        ("Nederland zal pleiten voor vis.", "Nederland zal pleiten voor staal.", False),
        ("De ministers zullen van gedachten wisselen over staal.", "over migratie.", False),
        ("Nederland steunt de onderhandelingen over vis.", "over tol.", False),
        ("Nederland zal pleiten voor strengere sancties.", "strengere sancties tegen piraten.", True),
        ("Nederland zal pleiten voor een plafond van EUR 60 per vat.", "een plafond van EUR 45 per vat.", True),
        ("De Raad zal spreken over de haven en de sluis.", "de haven, de sluis en de dijk.", True),
    ],
)
def test_formulas_do_not_make_another_subject_the_same(before: str, after: str, stays: bool, around: str) -> None:
    """`after` is written over the end of `before`, from its first word on; other topics tell nothing of it."""
    text = f"Geannoteerde agenda Waterraad 3 maart 2026\n\nKop\n\n{{}}\n\n{around}"
    changed = before.partition(after.split(maxsplit=1)[0])[0] + after
    old = build(shaped(agenda(text.format(before)), TODAY).shape)

    new = build(as_edition_of(shaped(agenda(text.format(changed)), TODAY), old).shape)

    assert next(old.topics()).passages[0].text == before
    assert next(new.topics()).passages[0].text == changed
    assert (next(new.topics()).passages[0].id == next(old.topics()).passages[0].id) is stays


def test_no_edition_gives_a_number_or_an_id_again_that_one_before_had(tmp_path: Path) -> None:
    """Given a passage and a topic that the second edition lacks, when the third has others, then with new ids."""
    more = "Drempels\n\nDe Raad zal spreken over drempels."
    first = written(agenda(HARBOUR.format("Nederland steunt de dienst.", more)), tmp_path / "1.yaml")
    second = written(agenda(HARBOUR.format("", "")), tmp_path / "2.yaml", first)
    again = shaped(agenda(HARBOUR.format("Nederland betreurt tolheffing.", more.replace("over", "lang over"))), TODAY)

    third = build(as_edition_of(again, second, [first]).shape)

    assert (third.edition, ids(third)["tolheffing"]) == (3, "haven#p2")
    assert ids(third)["drempels"] == "drempels-2#d1"
    assert as_edition_of(again, first, [second]).shape.edition == 3


def test_topics_of_one_title_are_told_apart_by_their_words(tmp_path: Path) -> None:
    one = "Diversen\n\nDe Commissie zal de Raad bijpraten over zalm en over paling.\n\n"
    other = "Diversen\n\nPortugal zal zijn nieuwe stormvloedkering toelichten.\n\n"
    old = written(agenda(HARBOUR.format("", one + other)), tmp_path / "1.yaml")

    new = written(agenda(HARBOUR.format("", other + one)), tmp_path / "2.yaml", old)

    assert ids(old)["paling"] != ids(old)["toelichten"]
    assert ids(new) == ids(old)


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
