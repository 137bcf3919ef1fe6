"""`fmm-desktop import` as a terminal sees it."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from fmm_desktop import cli, paths
from fmm_desktop.dossier.reading import read
from fmm_desktop.dossier.seen import Seen

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
    agenda.write_text("Den Haag, 2 maart 2026\n\nAgenda\n\nDe Raad zal spreken over water.\n", encoding="utf-8")

    imported(agenda, "-o", tmp_path / "a.yaml", "--json")

    (row,) = json.loads(capsys.readouterr().out)
    assert (row["seems"], row["sessions"], row["topics"], row["positions"]) == ("agenda", 1, 1, 0)
    assert (row["unsure"][0]["where"], row["unsure"][0]["doubt"]) == ("Agenda", "date-of-document")


def test_the_date_of_the_meeting_must_be_given_where_none_is_told(tmp_path: Path, capsys: Capture) -> None:
    agenda, file = tmp_path / "a.txt", tmp_path / "a.yaml"
    agenda.write_text("Agenda\n\nDe Raad zal spreken over water.\n", encoding="utf-8")

    assert imported(agenda, "-o", file) == 2
    assert "--date 2026-03-31" in capsys.readouterr().err
    assert not file.exists()
    for wrong in ("31 maart", "20260331", "2026-02-30", ""):
        assert imported(agenda, "-o", file, "--date", wrong) == 2
        said = capsys.readouterr().err
        assert said == f"fmm-desktop: --date {wrong}: dit is geen datum; geef jaar, maand en dag, zoals 2026-03-31\n"
    assert imported(agenda, "-o", file, "--date", "2026-03-31") == 0
    assert str(read(file).meeting.start) == "2026-03-31"
    assert "datum" not in file.read_text("utf-8")


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


def test_a_document_of_another_meeting_is_no_next_edition_unless_one_insists(tmp_path: Path, capsys: Capture) -> None:
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    imported(AGENDA, "-o", first)

    assert imported(REPORT, "-o", second, "--edition-of", first) == 2

    said = capsys.readouterr().err
    assert (
        f"{REPORT}: dit lijkt over een andere bijeenkomst te gaan dan {first}; anders is de datum (15 december" in said
    )
    assert "wie er vergadert ('Raad Buitenlandse Zaken (RBZ)' in plaats van 'Geannoteerde agenda" in said
    assert "geef --insist mee" in said
    assert not second.exists()
    assert imported(REPORT, "-o", second, "--edition-of", first, "--insist") == 1
    assert read(second).id == read(first).id


def test_a_dossier_gets_a_name_by_which_it_is_found_again(tmp_path: Path, capsys: Capture) -> None:
    assert imported(AGENDA, "-o", tmp_path / "raz.txt") == 2

    assert "eindigt op .yaml of .yml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_state_of_the_reader_tells_which_editions_there_are(tmp_path: Path) -> None:
    """Given that a second edition was opened, when another is made of the first, then it is the third."""
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    imported(AGENDA, "-o", first)
    Seen(paths.folders(tmp_path / "state").state / "editions").meet(replace(read(first), edition=2))

    assert (
        cli.main(
            [
                "--data-dir",
                str(tmp_path / "state"),
                "import",
                str(AGENDA),
                "-o",
                str(second),
                "--edition-of",
                str(first),
            ]
        )
        == 0
    )

    assert read(second).edition == 3


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
