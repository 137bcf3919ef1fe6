"""`fmm-desktop import` as a terminal sees it."""

import json
from pathlib import Path

import pytest

from fmm_desktop import cli
from fmm_desktop.dossier.reading import read

Capture = pytest.CaptureFixture[str]
SAMPLES = Path(__file__).parent / "samples" / "agendas"
AGENDA = SAMPLES / "25-nl-raz-2025-11.txt"
REPORT = SAMPLES / "37-nl-NEGATIVE-verslag-rbz-2025-12.txt"


@pytest.fixture(autouse=True)
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nl")


def imported(*words: str | Path) -> int:
    return cli.main(["import", *map(str, words)])


def test_a_document_becomes_a_dossier(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "raz.yaml"

    assert imported(AGENDA, "-o", file) == 0

    assert capsys.readouterr() == (f"{file}: 1 sessie(s), 5 onderwerp(en), 5 keer inzet, 0 keer onzeker\n", "")
    assert read(file).id == "raz-2025-11-17"


def test_for_a_program_it_says_the_same_and_what_is_unsure(tmp_path: Path, capsys: Capture) -> None:
    agenda = tmp_path / "a.txt"
    agenda.write_text("Agenda\n\nDe Raad zal spreken over water.\n", encoding="utf-8")

    imported(agenda, "-o", tmp_path / "a.yaml", "--json")

    (row,) = json.loads(capsys.readouterr().out)
    assert (row["seems"], row["sessions"], row["topics"], row["positions"]) == ("agenda", 1, 1, 0)
    assert row["unsure"][0] == {"where": "Agenda", "doubt": "date", "message": "datum van de bijeenkomst onzeker"}


def test_a_report_is_imported_and_named_as_such(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "verslag.yaml"

    assert imported(REPORT, "-o", file) == 1

    assert "een verslag van een bijeenkomst, geen agenda" in capsys.readouterr().err
    assert "# Dit lijkt een verslag" in file.read_text("utf-8")
    assert read(file).sessions


def test_nothing_is_overwritten_unasked(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "raz.yaml"
    file.write_text("van mij", encoding="utf-8")

    assert imported(AGENDA, "-o", file) == 2
    assert file.read_text("utf-8") == "van mij"
    assert "bestaat al" in capsys.readouterr().err
    assert imported(AGENDA, "-o", file, "--overwrite") == 0
    assert read(file).edition == 1


def test_the_next_edition(tmp_path: Path) -> None:
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    imported(AGENDA, "-o", first)

    assert imported(AGENDA, "-o", second, "--edition-of", first) == 0

    assert (read(second).id, read(second).edition) == ("raz-2025-11-17", 2)
    assert read(second).sessions == read(first).sessions


FRENCH = (
    "Les ministres de la mer et des eaux, dans le port. La mer est à la une pour les ministres des eaux, de la pêche."
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "geen tekst"),
        (b"\x00\x01\x02" * 50, "geen document"),
        (FRENCH.encode(), "in het Frans"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence_and_nothing_is_written(
    content: bytes, said: str, tmp_path: Path, capsys: Capture
) -> None:
    document = tmp_path / "x.txt"
    document.write_bytes(content)

    assert imported(document, "-o", tmp_path / "x.yaml") == 2

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert said in printed.err
    assert list(tmp_path.iterdir()) == [document]
