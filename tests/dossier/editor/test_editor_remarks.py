"""What an editor remarks on, what not, and how a dossier says that it is right as it is."""

import datetime
import json
import time
from pathlib import Path
from typing import Any

import pytest
import synthetic
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import convert

from fmm_desktop import cli
from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.editor.checking import editor_remarks
from fmm_desktop.dossier.editor.names import CHECKS
from fmm_desktop.dossier.format import DossierShape
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import check

SHIPPED = sorted((Path(__file__).parents[3] / "data").glob("*.yaml"))
POSITION = ["Nederland steunt dit."]


def dossier(*topics: dict[str, Any], session: dict[str, Any] | None = None, **fields: Any) -> Dossier:
    """Return a dossier of one session with these topics; each has a position unless it says otherwise."""
    numbered = [
        {"id": f"t{place}", "title": f"Onderwerp {place}", "position": POSITION, **topic}
        for place, topic in enumerate(topics, 1)
    ]
    sessions = [{"id": "s", "title": "Sessie", "topics": numbered, **(session or {})}]
    whole = {
        "format": "fmm-dossier/1",
        "id": "overleg",
        "edition": 1,
        "language": "nl",
        "title": "Overleg over water",
        "meeting": {"start": "2025-12-03"},
        "own": "nl",
        "actors": [{"id": "nl", "kind": "country", "name": "Nederland"}],
        "sessions": sessions,
    }
    return build(convert(json.loads(json.dumps({**whole, **fields})), DossierShape))


def told(one: Dossier) -> list[tuple[str, str]]:
    """Return the checks that find something, each with what it finds it in."""
    return [(remark.check, remark.path) for remark in editor_remarks(one)]


def sentence(one: Dossier) -> str:
    """Return the one sentence, in English, that there is to be said."""
    (remark,) = editor_remarks(one)
    return remark.words("en")


# -- positions ---------------------------------------------------------------------------------------------------------


def test_a_topic_without_position_is_told() -> None:
    assert told(dossier({"position": [], "discussion": ["Het peil komt aan bod."]})) == [("no-position", "s/t1")]


@pytest.mark.parametrize(
    "topic",
    [
        {},
        {"title": "Inleiding", "position": [], "background": ["De raad telt twee sessies."]},
        {"title": "4. Diversen", "position": [], "background": ["Er staat niets op de lijst."]},
        {"certainty": "possible", "position": [], "if-raised": ["Nederland wacht af."]},
    ],
)
def test_a_topic_that_needs_no_position_is_not(topic: dict[str, Any]) -> None:
    assert told(dossier(topic)) == []


def test_a_dossier_of_nobody_in_particular_needs_no_positions() -> None:
    assert told(dossier({"position": []}, own=None, actors=[])) == []


@pytest.mark.parametrize("certainty", ["possible", "defensive"])
def test_a_topic_that_may_be_raised_needs_a_line_for_it(certainty: str) -> None:
    assert told(dossier({"certainty": certainty})) == [("no-if-raised", "s/t1")]
    assert told(dossier({"certainty": certainty, "if-raised": ["Nederland wacht af."]})) == []


# -- abbreviations -----------------------------------------------------------------------------------------------------


def test_an_abbreviation_that_is_never_explained_is_told_where_it_first_stands() -> None:
    found = dossier(
        {"background": ["Zo gaat het.", "De inzet van KFOR duurt voort."]}, {"background": ["KFOR groeit."]}
    )

    assert told(found) == [("unexplained", "s/t1#background-2")]
    assert "KFOR" in sentence(found)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("De missie Kosovo Force (KFOR) groeit, zoals KFOR wil.", {}),
        ("KFOR (Kosovo Force) groeit.", {}),
        ("KFOR groeit.", {"terms": [{"id": "k", "short": "KFOR"}]}),
        ("NAC groeit.", {"terms": [{"id": "k", "short": "Raad", "translation": {"en": "Council (NAC)"}}]}),
        ("[[actor:kfor]] groeit.", {"actors": [{"id": "kfor", "kind": "organisation", "name": "KFOR"}], "own": None}),
        ("De FMM begint.", {"title": "NAVO Foreign Ministers Meeting"}),
        ("De EU geeft EUR 5 mln. aan de VN, zie deel III en G7.", {}),
        ("Dit moet NIET gebeuren, en NOOIT meer. Nooit was het nooit zo.", {}),
        ("RAPPORT OVER DE TOESTAND", {}),
        ("Zie ST 12345/24 ADD 1 of mail INFO@EXAMPLE.ORG.", {}),
        ("IJs op het IJ bij IJmuiden.", {}),
        ("VERSLAG RAAD", {"session": {"title": "Verslag van de raad"}}),
        ("Het stempel GEHEIM TOT MORGEN staat erop.", {}),
        ("De MH17 en de NH90.", {}),
        ("Y. van der Meer en J.D. Jansen zijn er.", {}),
    ],
)
def test_what_is_explained_or_no_abbreviation_is_not(text: str, fields: dict[str, Any]) -> None:
    assert told(dossier({"background": [text]}, **fields)) == []


@pytest.mark.parametrize("text", ["De OVDs.", "COP30 begint.", "EVRM ook.", "De EVRM-partijen.", "EVRM’s rol."])
def test_an_abbreviation_is_found_in_a_plural_and_in_a_compound(text: str) -> None:
    assert [check for check, _ in told(dossier({"background": [text]}))] == ["unexplained"]


# -- two names ---------------------------------------------------------------------------------------------------------


def test_a_session_that_is_a_lunch_and_a_dinner_is_told() -> None:
    found = dossier({"background": ["De ministers spreken bij het diner."]}, session={"form": "werklunch"})

    assert told(found) == [("two-names", "s/t1#background-1")]
    assert sentence(found) == "here it says 'diner' and in session 1 'werklunch'; which of the two is it?"


def test_a_session_that_works_at_two_meals_is_told() -> None:
    found = dossier({"background": ["Bij de lunch begint de werklunch.", "Na het werkdiner is men vrij."]})

    assert told(found) == [("two-names", "s/t1#background-2")]


def test_a_session_may_have_lunch_and_dinner() -> None:
    assert told(dossier({"background": ["Bij de lunch spreekt men vrijuit.", "Het diner is om acht uur."]})) == []


def test_a_meal_that_is_announced_as_another_is_told() -> None:
    opening = {"id": "o", "title": "Inleiding", "introduction": "De dag eindigt met een werkdiner.", "topics": []}
    lunch = {"id": "l", "title": "Werklunch van de raad", "topics": []}

    assert told(dossier(sessions=[opening, lunch])) == [("two-names", "o")]
    assert told(dossier(sessions=[opening, {**lunch, "title": "Werkdiner van de raad"}])) == []
    assert told(dossier(sessions=[opening, lunch, {"id": "d", "title": "Diner", "topics": []}])) == []


@pytest.mark.parametrize(
    ("here", "there"),
    [("de defensie-industrie", "de defensieindustrie"), ("bezoek aan Kiev", "bezoek aan Kyiv"), ("de NAR", "de NAC")],
)
def test_one_thing_by_two_names_is_told(here: str, there: str) -> None:
    terms = [{"id": "nar", "short": "NAR", "long": "Noord-Atlantische Raad", "translation": {"en": "Council (NAC)"}}]

    assert [name for name, _ in told(dossier({"background": [here, there]}, terms=terms))] == ["two-names"]
    assert told(dossier({"background": [here, here]}, terms=terms)) == []


def test_two_terms_for_one_long_form_are_told() -> None:
    terms = [
        {"id": "a", "short": "HWD", "long": "Hoogwaterdienst"},
        {"id": "b", "short": "HD", "long": "hoogwaterdienst"},
    ]

    assert told(dossier(terms=terms)) == [("two-names", "")]


# -- dates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Op dinsdag 3 december 2025 komt men bijeen.", "3 December 2025 is a Wednesday, not a Tuesday"),
        ("Op dinsdag 3 december a.s. komt men bijeen.", "3 December 2025 is a Wednesday, not a Tuesday"),
        ("Het akkoord van 31 november 2024.", "there is no '31 november 2024'"),
        ("Het akkoord van 29 februari 2025.", "there is no '29 februari 2025'"),
        ("Op 2 december a.s. vindt de bijeenkomst plaats.", "by 'meeting' the meeting is on 3 December 2025"),
        ("Deze bijeenkomst vindt plaats op 4 december.", "by 'meeting' the meeting is on 3 December 2025"),
        ("Op 2 december 2025 vindt het overleg over water plaats.", "by 'meeting' the meeting is on 3 December 2025"),
        ("De NAVO-top in Ankara (8 en 9 juli 2026) volgt.", "by the timeline 'NAVO-top' is on 6–7 July 2026"),
    ],
)
def test_a_date_that_disagrees_is_told(text: str, words: str) -> None:
    timeline = [{"start": "2026-07-06", "end": "2026-07-07", "title": "NAVO-top", "place": "Ankara"}]

    assert words in sentence(dossier({"background": [text]}, timeline=timeline))


@pytest.mark.parametrize(
    "text",
    [
        "Op woensdag 3 december komt men bijeen.",
        "Het akkoord van 29 februari 2024, en dat van 29 februari.",
        "De volgende keer vindt de bijeenkomst plaats op 7 juli 2026.",
        "De volgende bijeenkomst vindt plaats op 7 juli 2026.",
        "De bijeenkomst vindt plaats in Brussel en volgt op de top van 5 november 2025 in Bazel.",
        "De bijeenkomst volgt op de NAVO-top in Den Haag (24–25 juni 2025).",
        "De NAVO-top in Ankara (6 en 7 juli 2026) volgt. In Ankara was op 3 mei een ander overleg.",
        "Vanaf dinsdag 1 juni geldt het verdrag.",  # of which year is not said, and it may be another one
    ],
)
def test_a_date_that_agrees_is_not(text: str) -> None:
    timeline = [{"start": "2026-07-06", "end": "2026-07-07", "title": "NAVO-top", "place": "Ankara"}]

    assert told(dossier({"background": [text]}, timeline=timeline)) == []


def test_dates_in_english() -> None:
    english = {"language": "en", "own": None, "actors": []}

    assert "is a Wednesday" in sentence(dossier({"background": ["On Monday 3 December 2025 it starts."]}, **english))
    assert "is a Wednesday" in sentence(dossier({"background": ["On Monday, December 3, 2025 it starts."]}, **english))
    assert told(dossier({"background": ["Wednesday, 3 December 2025, and the 5 may agree."]}, **english)) == []


def test_dates_of_documents_and_of_the_title() -> None:
    assert told(dossier(issued="2025-12-04")) == [("dates", "")]
    assert told(dossier(issued="2025-11-28", sources=[{"id": "a", "title": "A", "date": "2025-11-29"}])) == [
        ("dates", "")
    ]
    assert told(dossier(title="Overleg, 2 december 2025")) == [("dates", "")]
    assert told(dossier(title="Overleg, 2 en 3 december 2025", issued="2025-12-03")) == []


# -- figures -----------------------------------------------------------------------------------------------------------


def test_another_figure_for_the_same_thing_is_told() -> None:
    figure = {"value": "EUR 500 mln.", "text": "Nederlandse bijdrage aan PURL tot nu toe."}
    found = dossier(
        {"figures": [figure]}, {"if-raised": ["Nederland heeft al EUR 400 mln. bijgedragen aan PURL."]},
        terms=[{"id": "purl", "short": "PURL"}],
    )  # fmt: skip

    assert told(found) == [("figures", "s/t2#if-raised-1")]
    assert "here it says EUR 400 mln. and in passage 1.1.2" in sentence(found)


def test_another_amount_between_the_same_two_is_told() -> None:
    actors = [{"id": "nl", "kind": "country", "name": "Nederland"}, {"id": "ua", "kind": "country", "name": "Oekraïne"}]
    texts = ["Nederland gaf EUR 2 mld. aan Oekraïne.", "Aan Oekraïne gaf Nederland EUR 3 mld."]

    assert told(dossier(*({"background": [text]} for text in texts), actors=actors)) == [
        ("figures", "s/t2#background-1")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nederland droeg EUR 500 mln. bij aan de winterhulp.", "Nederland droeg EUR 0,5 mld. bij aan de winterhulp."),
        ("Nederland gaf EUR 1.500 aan de hulp in de winter.", "Nederland gaf 1500 euro aan de hulp in de winter."),
        ("Noorwegen geeft EUR 5 mln. voor hulp en herstel.", "Nederland geeft EUR 6 mln. voor hulp en herstel."),
        ("De uitgaven aan defensie waren 2% in 2020.", "De uitgaven aan defensie waren 3% in 2024."),
        ("Nederland geeft EUR 5 mln. voor voedsel en hulp.", "Nederland geeft EUR 6 mln. voor munitie en hulp."),
        ("De Nederlandse bijdrage is EUR 5 mln.", "De Nederlandse bijdrage is EUR 20 mln."),
        ("De groei van de uitgaven is 1% dit jaar.", "De groei van de uitgaven is 2% tot 3% dit jaar."),
        (
            "De hulp aan Oekraïne kost EUR 5 mln. deze winter.",
            "De hulp aan Oekraïne kost EUR 6 mln. extra deze winter.",
        ),
    ],
)
def test_figures_that_are_the_same_or_of_something_else_are_not(one: str, other: str) -> None:
    assert told(dossier({"background": [one]}, {"background": [other]})) == []


# -- silence, places, bounds -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"checked": ["unexplained"]},
        {"checked": ["unexplained/KFOR"]},
        {"session": {"checked": ["unexplained/kfor"]}},
    ],
)
def test_what_is_checked_is_silent(fields: dict[str, Any]) -> None:
    topic = {"background": [{"text": "KFOR groeit."}]}

    assert told(dossier(topic))
    assert told(dossier(topic, **fields)) == []


def test_silence_holds_for_its_place_its_check_and_its_thing_only() -> None:
    silent = {"text": "KFOR groeit.", "checked": ["unexplained/KFOR"]}

    assert told(dossier({"background": [silent, "EVRM ook."]})) == [("unexplained", "s/t1#background-2")]
    assert told(dossier({"background": ["KFOR groeit."], "checked": ["dates", "unexplained/EVRM"]}))
    assert told(dossier({"position": [], "checked": ["no-position"]}, {"position": []})) == [("no-position", "s/t2")]


def test_two_places_that_disagree_are_silenced_in_either() -> None:
    pair = [{"text": "Bezoek aan Kiev."}, {"text": "Bezoek aan Kyiv."}]

    assert told(dossier({"background": pair}))
    for place in (0, 1):
        checked = [{**one, "checked": ["two-names"]} if one is pair[place] else one for one in pair]
        assert told(dossier({"background": checked})) == []


FILE = """\
format: fmm-dossier/1
id: overleg
edition: 1
language: nl
title: Overleg
meeting: {start: 2025-12-03}
own: nl
checked: []
actors: [{id: nl, kind: country, name: Nederland}]
sessions:
  - id: s
    title: Sessie
    topics:
      - id: t
        title: Titel
        discussion: ["Zie [[weg]].", De KFOR groeit.]
"""


def test_the_command_line_tells_remarks_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "overleg.yaml"
    path.write_text(FILE, encoding="utf-8")

    assert cli.main(["check", "--json", str(path)]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["severity"], row["line"], row["column"], row["path"]) for row in rows] == [
        ("remark", 15, 16, "sessions › s › topics › t › title"),
        ("warning", 16, 22, "sessions › s › topics › t › discussion › 1"),
        ("remark", 16, 38, "sessions › s › topics › t › discussion › 2"),
    ]
    assert rows[2]["message"].endswith("[unexplained/KFOR]")

    path.write_text(
        FILE.replace("checked: []", "checked: [unexplained/KFOR, no-position, links/weg]"), encoding="utf-8"
    )
    assert cli.main(["check", str(path)]) == 0
    assert capsys.readouterr().out == ""

    path.write_text(FILE.replace("checked: []", "checked: [unexplaned/KFOR, no-position, links]"), encoding="utf-8")
    assert cli.main(["check", "--json", str(path)]) == 1
    (unknown, _) = json.loads(capsys.readouterr().out)
    assert unknown["severity"] == "warning"
    assert "unexplaned" in unknown["message"]
    assert "'unexplained'" in unknown["message"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_an_editor_has_nothing_to_say_about_what_is_shipped(path: Path) -> None:
    assert check(path, as_editor=True).text("en") == ""
    assert "checked:" in path.read_text(encoding="utf-8"), "and was silenced where the source is as it is"


def test_links_to_nothing_are_told_without_the_file() -> None:
    assert told(dossier({"background": ["Zie [[weg]] en [[t1]]."], "related": ["s/t1", "s/weg"]})) == [
        ("links", "s/t1"),
        ("links", "s/t1#background-1"),
    ]


_WORDS = st.sampled_from(
    [
        *("Nederland", "KFOR", "(KFOR)", "EUR 5 mln.", "EUR", "5%", "3,5 %", "31 februari", "dinsdag 3 december 2025"),
        *("29 februari", "werklunch", "diner", "Kiev", "Kyiv", "defensie-industrie", "defensieindustrie", "[[term:x]]"),
        *("[[", "**", "- ", "\n", "Deze bijeenkomst vindt plaats op", "1 en 40 mei", "0 mei 0001", "9999", "³ mei"),
        *("٣ mei 2025", "€ 1.2.3", "€ ٥", "²%"),
    ]
)  # fmt: skip
_TEXT = st.lists(_WORDS | st.text(max_size=5), max_size=8).map(" ".join)
_CHECKED = st.lists(st.sampled_from([*CHECKS, "unexplained/KFOR", "weg", ""]), max_size=2)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(_TEXT, max_size=5),
    title=_TEXT,
    start=st.dates(),
    language=st.sampled_from(["nl", "en", "de"]),
    checked=_CHECKED,
)
def test_no_dossier_raises_and_each_remark_can_be_silenced(
    texts: list[str], title: str, start: Any, language: str, checked: list[str]
) -> None:
    fields = {"title": f"T {title}", "meeting": {"start": str(start)}, "language": language, "issued": str(start)}
    timeline = [{"start": str(start), "title": "Top (", "place": "Kyiv"}]
    topic = {"background": texts, "certainty": "possible", "checked": checked}

    found = editor_remarks(dossier(topic, timeline=timeline, **fields))

    silence = [one.silenced_by.strip("[]") for one in found]
    assert editor_remarks(dossier(topic, timeline=timeline, checked=silence, **fields)) == ()
    assert all("\n" not in one.nl.splitlines()[0] and one.en for one in found)


@settings(max_examples=100, deadline=None)
@given(
    first=st.integers(0, 32),
    last=st.integers(0, 32),
    month=st.sampled_from(["februari", "april", "december", "february", "June"]),
    year=st.sampled_from(["", " 2025", " 1900"]),
    start=st.dates() | st.sampled_from([datetime.date(2025, 2, 28), datetime.date.min, datetime.date.max]),
    language=st.sampled_from(["nl", "en"]),
)
@example(first=28, last=29, month="februari", year="", start=datetime.date(2025, 2, 28), language="nl")
def test_no_period_raises(first: int, last: int, month: str, year: str, start: datetime.date, language: str) -> None:
    """Given an event with a period in a text, as there are or are not in its year, when it is checked, then it is."""
    text = f"De Top in Kyiv, {first}-{last} {month}{year}, en Overleg over water op {first}-{last} {month}{year}."
    timeline = [{"start": str(start), "title": "Top", "place": "Kyiv"}]

    found = editor_remarks(
        dossier({"background": [text]}, timeline=timeline, language=language, meeting={"start": str(start)})
    )

    assert all(one.check == "dates" for one in found)


@pytest.mark.parametrize(
    "piece", ["A", "a", " ", "AB ", "AB (a-", "1.", "1 ", "3 mei ", "EUR 1 ", "a-a", "Op 3 mei vindt ", "(AB", "lunch "]
)
def test_a_long_text_does_not_hold_the_checks_up(piece: str) -> None:
    started = time.process_time()
    editor_remarks(dossier({"background": ["AB (" + piece * (100_000 // len(piece) - 4)]}))
    assert time.process_time() - started < 10, "some ms where nothing is looked for again and again"


def test_words_by_chance_have_no_abbreviations_dates_or_names() -> None:
    assert {one.check for one in editor_remarks(synthetic.dossier(300))} <= {"figures", "no-if-raised", "no-position"}
