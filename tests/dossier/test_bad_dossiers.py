"""Good YAML that is not a good dossier: what is said, and where."""

from pathlib import Path

import pytest

from fmm_desktop.dossier.reading import DossierError, Finding, check, read, read_with_warnings

from .conftest import Written


def only(found: tuple[Finding, ...]) -> Finding:
    """Return the one finding that there should be."""
    assert len(found) == 1, found
    return found[0]


def error(written: Written, old: str, new: str) -> str:
    """Return the Dutch sentence of the only error in the good dossier with `old` replaced."""
    path = written(old, new)
    report = check(path)
    found = only(report.findings)
    assert report.dossier is None
    assert found.severity == "error"
    with pytest.raises(DossierError) as raised:
        read(path)
    assert raised.value.text("nl") == f"agenda.yaml, {found.text('nl')}"
    assert raised.value.text("en") == f"agenda.yaml, {found.text('en')}"
    return found.text("nl")


def warning(written: Written, old: str, new: str) -> str:
    """Return the Dutch sentence of the only warning in the good dossier with `old` replaced."""
    path = written(old, new)
    found = only(check(path).findings)
    assert found.severity == "warning"
    assert read_with_warnings(path).warnings == (found,)
    assert check(path).dossier == read(path)
    return found.text("nl")


def test_a_missing_key_names_file_line_column_path_and_key(written: Written) -> None:
    path = written("        title: China\n", "")

    with pytest.raises(DossierError) as raised:
        read(path)

    assert (
        raised.value.text("nl") == "agenda.yaml, regel 38, kolom 9: sessions › nar › topics › china: 'title' ontbreekt"
    )
    assert str(raised.value) == "agenda.yaml, line 38, column 9: sessions › nar › topics › china: 'title' is missing"
    assert raised.value.place == (38, 9)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "title: Steun",
            "title: 2025",
            "regel 26, kolom 16: sessions › nar › topics › steun › title: hier hoort tekst, "
            "maar er staat het getal 2025; zet het tussen aanhalingstekens",
        ),
        ("time: 13:30", "time: true", "hier hoort tekst, maar er staat true (waar of onwaar); zet het tussen"),
        ("time: 13:30", "time: 1.5", "er staat het getal 1.5"),
        ("id: vergadering", "id: 2025-12-03", "er staat de datum 2025-12-03; zet het tussen aanhalingstekens"),
        ("time: 13:30", "time:", "regel 21, kolom 10: sessions › nar › time: hier staat niets; vul een tekst in"),
        ("time: 13:30", "time: [a]", "hier hoort tekst, maar er staat een lijst"),
        (
            "- Als het opkomt.",
            "- Als: het opkomt.",
            "sessions › nar › topics › steun › if-raised › 1: hier hoort een tekst "
            "of 'text: …'; een tekst met ': ' erin moet tussen aanhalingstekens",
        ),
        ("- Als het opkomt.", "- 12", "› if-raised › 1: hier hoort tekst, maar er staat het getal 12"),
        ("- Als het opkomt.", "-", "› if-raised › 1: hier staat niets"),
        ("aim: [Het doel.]", "aim: Het doel.", "› aim: hier hoort een lijst, maar er staat de tekst 'Het doel.'"),
        (
            "{start: 2025-12-03, place: Brussel, country: be}",
            "Brussel",
            "meeting: hier horen gegevens met de sleutels start, maar er staat de tekst 'Brussel'",
        ),
        ("{en: list}", "list", "terms › purl › translation: hier horen taalcodes met tekst, zoals {en: …}"),
        ("{en: list}", "{en: 3}", "terms › purl › translation › en: hier hoort tekst"),
        ("edition: 1", "edition: 0", "edition: hier hoort een geheel getal vanaf 1, niet 0"),
        ("edition: 1", "edition: -3", "niet -3"),
        ("edition: 1", "edition: een", "hier hoort een geheel getal vanaf 1, maar er staat de tekst 'een'"),
        ("edition: 1", "edition: true", "er staat true (waar of onwaar)"),
        ("edition: 1", "edition: 1.5", "er staat het getal 1.5"),
        ("edition: 1", "edition: 99999999999999999999999999", "hier hoort een geheel getal"),
        (
            "stance: supports",
            "stance: suports",
            "'suports' is geen keuze; kies uit mixed, opposes, supports, unknown; bedoeld is misschien 'supports'",
        ),
        ("kind: country, name: N", "kind: [x], name: N", "is geen keuze; kies uit country, organisation, person"),
        ("id: steun", "id: Steun!", "'Steun!' is geen goed id; gebruik kleine letters"),
        ("id: steun", "id: " + "x" * 101, "101 tekens is te lang; de grens is 100"),
        ("[Het doel.]", f"[{'x' * 100_001}]", "› aim › 1: 100001 tekens is te lang; de grens is 100000"),
        ("title: Steun", "title: '  '", "hier staat niets"),
        ("title: Steun", 'title: ""', "hier staat niets"),
        ("language: nl", "language: Nederlands", "'Nederlands' is geen taalcode"),
        ("2025-11-28\nl", "2025-02-30\nl", "regel 4, kolom 9: issued: de datum 2025-02-30 bestaat niet"),
        (
            "2025-11-28\nl",
            "'2025-02-30'\nl",
            "issued: hier hoort een datum die bestaat, zoals 2025-12-03, maar er staat de tekst '2025-02-30'",
        ),
        ("2025-11-28\nl", "morgen\nl", "maar er staat de tekst 'morgen'"),
        ("2025-11-28\nl", "2025\nl", "maar er staat het getal 2025"),
        (
            "end: 2025-06-25",
            "end: 2025-06-23",
            "timeline › 1 › end: het einde (2025-06-23) ligt voor het begin (2025-06-24)",
        ),
        ("place: Brussel", "end: 2025-12-02", "meeting › end: het einde"),
        (
            "- {id: be, kind",
            "- {id: nl, kind",
            "regel 13, kolom 10: actors › nl › id: het id 'nl' is al gebruikt op "
            "regel 12; geef een van de twee een ander id",
        ),
        ("- id: china", "- id: steun", "topics › steun › id: het id 'steun' is al gebruikt op regel 25"),
        ("{actor: be,", "{id: p1, actor: be,", "› others › p1 › id: het id 'p1' is al gebruikt op regel 30"),
        ("short: PURL, translation: {en: list}}", "short: A}\n  - {id: purl, short: B}", "terms › purl › id"),
        (
            "format: fmm-dossier/1",
            "format: fmm-dossier/2",
            "regel 1, kolom 9: format: dit dossier is van formaat "
            "fmm-dossier/2 en deze versie leest fmm-dossier/1; installeer een nieuwer programma",
        ),
        ("format: fmm-dossier/1", "format: iets", "dit is geen dossier; hier hoort fmm-dossier/1"),
        ("format: fmm-dossier/1", "format: fmm-dossier/²", "dit is geen dossier; hier hoort fmm-dossier/1"),
        ("format: fmm-dossier/1", "format: 1", "dit is geen dossier; hier hoort fmm-dossier/1"),
        ("format: fmm-dossier/1\n", "", "dit is geen dossier; een dossier begint met 'format: fmm-dossier/1'"),
    ],
)
def test_an_error_says_what_is_wrong_and_what_to_do(written: Written, old: str, new: str, sentence: str) -> None:
    assert sentence in error(written, old, new)


@pytest.mark.parametrize("ending", ["\\n", "\\r", " "])
def test_an_id_may_not_end_in_white_space(written: Written, ending: str) -> None:
    # `be` is referred to, so only the shape of the id itself is wrong here
    assert "is geen goed id" in error(written, "- id: china\n", f'- id: "china{ending}"\n')


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "time: 13:30",
            "tijdstip: 13:30",
            "regel 21, kolom 5: sessions › nar › tijdstip: de sleutel 'tijdstip' is onbekend en wordt overgeslagen",
        ),
        (
            "        if-raised:",
            "        if_raised:",
            "'if_raised' is onbekend en wordt overgeslagen; bedoeld is misschien 'if-raised'",
        ),
        ('at: "al. 2"', "page: 2", "› position › p1 › source › page: de sleutel 'page' is onbekend"),
        ("own: nl", "own: nld", "regel 8, kolom 6: own: er is geen actor met id 'nld'; bedoeld is misschien 'nl'"),
        ("country: be", "country: fr", "meeting › country: er is geen actor met id 'fr'"),
        ("name: België", "name: België, of: eu", "actors › be › of: er is geen actor met id 'eu'"),
        ("[nl, be]", "[nl, lu]", "sessions › nar › participants › 2: er is geen actor met id 'lu'"),
        (
            "{actor: be,",
            "{actor: bex,",
            "› others › 1 › actor: er is geen actor met id 'bex'; bedoeld is misschien 'be'",
        ),
        (
            "source: {id: agenda",
            "source: {id: agend",
            "› source › id: er is geen bron met id 'agend'; bedoeld is misschien 'agenda'",
        ),
        (
            "related: [steun, nar/steun]",
            "related: [steun, nuc/steun]",
            "› related › 2: er is geen onderwerp 'nuc/steun'; bedoeld is misschien 'nar/steun'",
        ),
        (
            "[[term:purl]]",
            "[[term:prul]]",
            "› position › 2: er is geen begrip met id 'prul'; bedoeld is misschien 'purl'",
        ),
        ("Over [[china]].", "Over [[actor:kina|K]].", "› introduction: er is geen actor met id 'kina'"),
        ("Over [[china]].", "Over [[chna]].", "er is geen onderwerp 'chna'; bedoeld is misschien 'china'"),
        ("name: België", 'name: België, text: "Zie [[elders]]."', "actors › be › text: er is geen onderwerp 'elders'"),
        ("short: PURL", 'short: PURL, text: "[[term:x]]"', "terms › purl › text: er is geen begrip met id 'x'"),
        ("[Het doel.]", '["Het doel.", " "]', "› aim › 2: deze passage is leeg"),
        ("De inzet.", "", "› position › p1 › text: deze passage is leeg"),
    ],
)
def test_a_warning_says_what_is_odd_and_the_dossier_opens(written: Written, old: str, new: str, sentence: str) -> None:
    assert sentence in warning(written, old, new)


def test_check_lists_everything_in_the_order_of_the_file(written: Written) -> None:
    path = written("edition: 1", "edition: een\nextra: 1\nextra2: &a {x: 2025-99-99}\nextra2: 3")
    text = path.read_text("utf-8").replace("title: China", "titel: China").replace("[Het doel.]", "[1, 2.5, {text: 3}]")
    path.write_text(text, encoding="utf-8")

    report = check(path)

    assert report.text("en").splitlines() == [
        "error: line 3, column 10: edition: a whole number from 1 belongs here, but there is the text 'een'",
        "warning: line 4, column 1: extra: the key 'extra' is not known and is left out",
        "warning: line 5, column 1: extra2: the key 'extra2' is not known and is left out",
        "error: line 5, column 16: extra2 › x: the date 2025-99-99 does not exist; "
        "if no date is meant, put the text in quotes",
        "error: line 6, column 1: 'extra2' stands here for the second time; the first is on line 5",
        "error: line 31, column 15: sessions › nar › topics › steun › aim › 1: a text belongs here, "
        "but there is the number 1; put it in quotes",
        "error: line 31, column 18: sessions › nar › topics › steun › aim › 2: a text belongs here, "
        "but there is the number 2.5; put it in quotes",
        "error: line 31, column 30: sessions › nar › topics › steun › aim › 3 › text: a text belongs here, "
        "but there is the number 3; put it in quotes",
        "error: line 41, column 9: sessions › nar › topics › china: 'title' is missing",
        "warning: line 42, column 9: sessions › nar › topics › china › titel: the key 'titel' is not known and is left "
        "out; perhaps 'title' is meant",
    ]
    assert report.dossier is None
    with pytest.raises(DossierError, match=r"agenda\.yaml, line 3, .* \(and 6 more in this file\)"):
        read(path)


def test_a_newer_format_is_not_half_read(written: Written) -> None:
    path = written("format: fmm-dossier/1", "format: fmm-dossier/12")
    path.write_text(path.read_text("utf-8").replace("title:", "naam:"), encoding="utf-8")

    assert "fmm-dossier/12" in only(check(path).findings).text("en")


@pytest.mark.parametrize("text", ["# leeg\n", "tekst", "[a, b]", "---\n", "12"])
def test_a_file_that_is_no_mapping_is_not_a_dossier(written: Written, text: str) -> None:
    path = written()
    path.write_text(text, encoding="utf-8")

    assert "dit is geen dossier; een dossier begint met" in only(check(path).findings).text("nl")
    with pytest.raises(DossierError, match="this is not a dossier"):
        read(path)


def test_no_more_than_a_thousand_errors_are_listed(written: Written) -> None:
    path = written("[Het doel.]", "[" + "1, " * 5000 + "]")

    assert len(check(path).findings) == 1000
    with pytest.raises(DossierError, match="and 999 more"):
        read(path)


@pytest.mark.parametrize("hidden", ["`[[niets]]`", r"\\[[niets]]"])
def test_what_is_no_link_is_not_looked_up(written: Written, hidden: str) -> None:
    assert check(written("[Het doel.]", f"['{hidden}']".replace(r"\\", "\\"))).findings == ()


def test_braces_in_a_file_do_not_break_a_sentence(written: Written) -> None:
    assert "'{x}'" in error(written, "edition: 1", 'edition: "{x}"')
    assert "'{0}'" in error(written, "id: steun", 'id: "{0}"')
    assert "'{x}'" in warning(written, "own: nl", 'own: nl\n"{x}": 1')


def test_what_stands_behind_an_alias_gets_the_place_of_the_alias(written: Written) -> None:
    path = written("aim: [Het doel.]", "aim: &a [x, {text: 1}]\n        background: *a")

    places = [(found.line, found.column, found.path.rpartition(" › ")[0]) for found in check(path).findings]

    assert places == [
        (28, 28, "sessions › nar › topics › steun › aim › 2"),
        (29, 21, "sessions › nar › topics › steun › background › 2"),
    ]


def test_dutch_and_english_say_the_same_things_with_the_same_places(written: Written) -> None:
    found = only(check(written("edition: 1", "edition: 0")).findings)

    assert found.text("nl").startswith("regel 3, kolom 10: edition: ")
    assert found.text("en").startswith("line 3, column 10: edition: ")


# -- names that may be meant -------------------------------------------------------------------------------------------


def told_what_is_meant(path: Path) -> list[bool]:
    """Return for each finding about a file, in its order, whether a name is given that may be meant."""
    return ["; bedoeld is misschien" in found.text("nl") for found in check(path).findings]


def test_whoever_mistypes_much_is_told_each_time_what_may_be_meant(written: Written) -> None:
    path = written("[nl, be]", f"[{', '.join(f'be{place}' for place in range(100))}]")

    assert told_what_is_meant(path) == [True] * 100


@pytest.mark.parametrize(("length", "most"), [(20, 50), (90, 3)])
def test_a_file_made_to_ask_for_millions_of_names_gets_the_first_ones(written: Written, length: int, most: int) -> None:
    names = [f"actor-{place:04}".ljust(length, "x") for place in range(100)]
    actors = "".join(f"  - {{id: {name}, kind: person, name: N}}\n" for name in names)
    path = written("[nl, be]", f"[{', '.join(f'{name}q' for name in names)}]")
    path.write_text(path.read_text("utf-8").replace("terms:\n", f"{actors}terms:\n"), encoding="utf-8")

    told = told_what_is_meant(path)

    assert len(told) == 100
    assert 0 < sum(told) <= most
    assert told == sorted(told, reverse=True), "those that come first in the file"


@pytest.mark.parametrize("key", ["sessions", "timeline"])
def test_unknown_keys_ask_for_no_more_either(written: Written, key: str) -> None:
    path = written()
    path.write_text(
        path.read_text("utf-8") + "".join(f"{key}{place:07}: 1\n" for place in range(900)), encoding="utf-8"
    )

    told = told_what_is_meant(path)

    assert len(told) == 900
    assert 0 < sum(told) < 900
    assert told == sorted(told, reverse=True)
