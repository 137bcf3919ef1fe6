"""`fmm-desktop compare` as a terminal sees it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fmm_desktop import cli

OLD = """\
format: fmm-dossier/1
id: overleg
edition: 1
issued: 2025-11-28
language: nl
title: Overleg
meeting: {start: 2025-12-03}
actors:
  - {id: be, kind: country, name: België}
sessions:
  - id: ochtend
    title: Ochtend
    topics:
      - id: peil
        title: Een gezamenlijk peil
        aim: [Instemming met een peil.]
        position:
          - Nederland steunt het voorstel van de voorzitter.
          - Nederland wil dat allen meten.
        others:
          - {actor: be, stance: supports, text: België wil eerst meten.}
      - id: ijs
        title: IJs
"""
NEW = (
    OLD.replace("edition: 1", "edition: 2")
    .replace("2025-11-28", "2025-12-01")
    .replace("- Nederland steunt het voorstel", "- Eerst dit.\n          - Nederland steunt het nieuwe voorstel")
    .replace("          - Nederland wil dat allen meten.\n", "")
    .replace("stance: supports", "stance: mixed")
    .replace("title: IJs", "title: IJs\n        certainty: possible")
)

Capture = pytest.CaptureFixture[str]
File = Callable[[str, str], str]


@pytest.fixture
def file(tmp_path: Path) -> File:
    """Return a function that writes a data file and returns its path."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_a_reader_sees_what_differs(file: File, capsys: Capture) -> None:
    assert cli.main(["compare", file("1.yaml", OLD), file("2.yaml", NEW)]) == 1

    assert capsys.readouterr().out.splitlines() == [
        "Overleg, editie 1 (28 november 2025) → Overleg, editie 2 (1 december 2025)",
        "",
        "1 Ochtend",
        "  1.1 Een gezamenlijk peil (gewijzigd)",
        "    1.1.2 Inzet (nieuw): {+Eerst dit.+}",
        "    1.1.3 Inzet (gewijzigd): Nederland steunt het {+nieuwe +}voorstel van de voorzitter.",
        "    1.1.4 Krachtenveld (gewijzigd): standpunt: [-steunt-]{+verdeeld+} | België wil eerst meten.",
        "    was 1.1.3 Inzet (vervallen): [-Nederland wil dat allen meten.-]",
        "  1.2 IJs (gewijzigd)",
        "    zekerheid: [-gepland-]{+mogelijk+}",
    ]


def test_links_are_told_in_words_and_what_went_by_its_old_number(file: File, capsys: Capture) -> None:
    linked = OLD.replace("      - id: ijs\n        title: IJs\n", "") + (
        "      - {id: ijs, title: IJs, related: [peil, kou]}\n      - {id: kou, title: De kou}\n"
    )
    linked = linked.replace("Nederland wil dat allen meten.", "Nederland wil [[kou|meten]].")
    after = linked.replace("      - {id: kou, title: De kou}\n", "").replace("[[kou|meten]]", "meten")
    after = after.replace("related: [peil, kou]", "related: [peil]").replace("title: Ochtend", "title: Vroeg")

    cli.main(["compare", file("1.yaml", linked), file("2.yaml", after)])

    assert capsys.readouterr().out.splitlines()[2:] == [
        "1 Vroeg (gewijzigd)",
        "  titel: [-Ochtend-]{+Vroeg+}",
        "  1.1 Een gezamenlijk peil (gewijzigd)",
        "    1.1.3 Inzet (gewijzigd): Nederland wil meten[- (→ De kou)-].",
        "  1.2 IJs (gewijzigd)",
        "    zie ook: Een gezamenlijk peil[-, De kou-]",
        "  was 1.3 De kou (vervallen)",
    ]


def test_it_speaks_english(file: File, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    cli.main(["compare", file("1.yaml", OLD), file("2.yaml", NEW)])

    assert "  1.2 IJs (changed)\n    certainty: [-planned-]{+possible+}\n" in capsys.readouterr().out


def test_nothing_differs(file: File, capsys: Capture) -> None:
    again = OLD.replace("edition: 1", "edition: 2")

    assert cli.main(["compare", file("1.yaml", OLD), file("2.yaml", again)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["er is geen verschil"]
    assert cli.main(["compare", file("1.yaml", OLD), file("2.yaml", again), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_program_gets_each_change_with_its_place(file: File, capsys: Capture) -> None:
    assert cli.main(["compare", file("1.yaml", OLD), file("2.yaml", NEW), "--json"]) == 1

    rows = json.loads(capsys.readouterr().out)
    assert [(row["what"], row["change"], row.get("number")) for row in rows] == [
        ("topic", "changed", None),
        ("passage", "new", "1.1.2"),
        ("passage", "changed", "1.1.3"),
        ("passage", "changed", "1.1.4"),
        ("passage", "gone", "1.1.3"),
        ("topic", "changed", None),
    ]
    assert rows[2]["topic"] == "ochtend/peil"
    assert rows[2]["was"] == "ochtend/peil#position-1"
    assert rows[2]["words"][1] == {"part": "in", "text": "nieuwe "}
    assert rows[5]["fields"] == [{"name": "certainty", "old": "planned", "new": "possible"}]


def test_different_dossiers_are_compared_all_the_same(file: File, capsys: Capture) -> None:
    assert cli.main(["compare", file("1.yaml", OLD), file("2.yaml", OLD.replace("id: overleg", "id: beraad"))]) == 1

    printed = capsys.readouterr()
    assert "'overleg' en 'beraad' zijn verschillende dossiers" in printed.err
    assert "id: [-overleg-]{+beraad+}" in printed.out


@pytest.mark.parametrize("which", [0, 1])
def test_a_bad_file_is_told_of_in_a_line(which: int, file: File, capsys: Capture) -> None:
    files = [file("1.yaml", OLD), file("2.yaml", OLD)]
    files[which] = file("3.yaml", OLD.replace("title: IJs", "titel: IJs"))

    assert cli.main(["compare", *files]) == 2
    assert capsys.readouterr().err.startswith("fmm-desktop: 3.yaml")


def test_a_file_too_few_is_wrong_use(file: File, capsys: Capture) -> None:
    assert cli.main(["compare", file("1.yaml", OLD)]) == 2
    assert capsys.readouterr().err == "fmm-desktop: NIEUW ontbreekt; zie fmm-desktop --help\n"


def test_everything_that_can_differ_has_a_name(file: File, capsys: Capture) -> None:
    full = OLD.replace("{start: 2025-12-03}", "{start: 2025-12-04, place: Delft, country: be}\nown: be")
    full = full.replace("language: nl", "language: en").replace("title: Overleg", "title: Beraad\nmarking: Geheim")
    full = full.replace(
        "name: België}", "name: Belgie, role: gast, of: be, text: Buur.}\ntimeline: [{start: 2025-01-01, title: Top}]"
    )
    full = full.replace("title: Ochtend", "title: Vroeg\n    form: lunch\n    time: '9:00'\n    participants: [be]")
    full = full.replace("title: IJs", "title: IJs\n        tags: [kou]\n        related: [peil]")

    assert cli.main(["compare", file("1.yaml", OLD), file("2.yaml", full)]) == 1
    out = capsys.readouterr().out
    for line in ("eigen kant: {+België+}", "vorm: {+lunch+}", "zie ook: {+Een gezamenlijk peil+}", "labels: {+kou+}"):
        assert line.replace("België", "Belgie") in out
