"""`fmm-desktop notes` as a terminal sees it."""

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from fmm_desktop import cli
from fmm_desktop.dossier.reading import read
from fmm_desktop.dossier.seen import Seen
from fmm_desktop.notes.note import Anchor, NoteKind, Traits
from fmm_desktop.notes.store import NoteStore

Capture = pytest.CaptureFixture[str]
Notes = Callable[..., int]
SHIPPED = Path(__file__).parents[1] / "data" / "fmm-2025-12-03.nl.yaml"
ALL = ("--with", "do-not-volunteer")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where two notes of Anna are."""
    folder = tmp_path / "anna"
    with NoteStore.open(folder, author="anna", device="laptop") as store:
        store.settle(store.write(None, Anchor("fmm-2025-12-03", "nar/oekraine", "p1"), "wie betaalt?").id)
        secret = Traits(NoteKind.DO_NOT_VOLUNTEER)
        store.settle(store.write(None, Anchor("ander", "a/b"), "nooit", secret).id)
    return folder


@pytest.fixture
def notes(state: Path) -> Notes:
    """Return a function that does `notes …`, with the notes of Anna unless told otherwise."""
    return lambda *words, folder=state: cli.main(["notes", *map(str, words), "--data-dir", str(folder)])


@pytest.fixture
def bram(tmp_path: Path) -> Path:
    return tmp_path / "bram"


def test_what_goes_out_comes_in_elsewhere(notes: Notes, bram: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "notes.jsonld"

    assert notes("export", "-o", file, *ALL) == 0
    assert capsys.readouterr() == (f"{file}\n", "")
    assert notes("import", file, folder=bram) == 0
    assert capsys.readouterr() == ("anna: 2 nieuw\n", "")
    assert notes("import", file, folder=bram) == 0
    assert capsys.readouterr() == ("anna: 2 gelijk\n", "")
    with NoteStore.open(bram, author="bram", device="tablet") as store:
        (note,) = store.of_dossier("fmm-2025-12-03")
        assert (note.text, note.author) == ("wie betaalt?", "anna")


def test_a_dry_run_does_nothing(notes: Notes, bram: Path, tmp_path: Path, capsys: Capture) -> None:
    notes("export", "-o", tmp_path / "notes.jsonld", *ALL)
    capsys.readouterr()

    assert notes("import", tmp_path / "notes.jsonld", "--dry-run", "--json", folder=bram) == 0

    (row,) = json.loads(capsys.readouterr().out)
    assert (row["author"], row["new"], row["conflict"]) == ("anna", 2, 0)
    assert not bram.exists(), "not even the folder is made"
    with NoteStore.open(bram, author="bram", device="tablet") as store:
        assert store.dossier_counts() == {}


def test_export_to_stdout_is_the_file_to_the_letter(notes: Notes, tmp_path: Path, capsysbinary: object) -> None:
    assert notes("export", *ALL) == 0
    printed = capsysbinary.readouterr().out  # type: ignore[attr-defined]
    notes("export", "-o", tmp_path / "notes.jsonld", *ALL)

    assert printed == (tmp_path / "notes.jsonld").read_bytes()


@pytest.mark.parametrize(
    ("words", "there", "missing"),
    [
        ([], "wie betaalt?", "nooit"),
        (["--with", "do-not-volunteer", "--without", "remark"], "nooit", "wie betaalt?"),
        (["--with", "question", "--without", "do-not-volunteer"], "wie betaalt?", "nooit"),
        (["--dossier", "ander", "--with", "do-not-volunteer"], "nooit", "wie betaalt?"),
        (["--format", "markdown", "--dossier", SHIPPED], "## 1.1 Steun aan Oekraïne", "nooit"),
        (["--format", "csv"], '"Dossier","Editie"', "{"),
    ],
)
def test_which_notes_and_how(notes: Notes, words: list[object], there: str, missing: str, capsys: Capture) -> None:
    assert notes("export", *words) == 0

    printed = capsys.readouterr().out
    assert there in printed
    assert missing not in printed


def test_do_not_volunteer_stays_here_unless_asked_for(notes: Notes, capsys: Capture) -> None:
    assert notes("export") == 0
    said = "fmm-desktop: 1 notitie(s) die u niet zelf noemt blijven hier; met --with do-not-volunteer gaan ze mee\n"
    assert capsys.readouterr().err == said
    assert notes("export", "--dossier", "ander") == 1
    assert "nooit" not in capsys.readouterr().out
    notes("export", "--with", "do-not-volunteer")
    printed = capsys.readouterr()
    assert ("nooit" in printed.out, printed.err) == (True, "")


@pytest.mark.skipif(sys.platform == "win32", reason="has no modes")
def test_what_goes_out_is_for_the_reader_alone(notes: Notes, tmp_path: Path) -> None:
    file = tmp_path / "n.jsonld"
    for words in ([], ["--overwrite"]):
        notes("export", "-o", file, *words)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        file.chmod(0o644)


@pytest.mark.parametrize(("name", "begins"), [("n.md", "# "), ("n.csv", '\ufeff"'), ("n.json", "{"), ("n", "{")])
def test_the_name_of_the_file_tells_the_form(notes: Notes, tmp_path: Path, name: str, begins: str) -> None:
    notes("export", "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_nothing_is_replaced_unasked(notes: Notes, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "n.md").write_text("van mij")

    assert notes("export", "-o", tmp_path / "n.md") == 2
    assert (tmp_path / "n.md").read_text() == "van mij"
    assert notes("export", "-o", tmp_path / "n.md", "--overwrite") == 0
    assert capsys.readouterr().err.startswith("fmm-desktop: ")


def test_no_notes_end_in_1(notes: Notes, capsys: Capture) -> None:
    assert notes("export", "--dossier", "geen") == 1
    assert capsys.readouterr().err == "fmm-desktop: er zijn geen notities om te exporteren\n"


def test_what_there_is_to_see_to_ends_in_1(notes: Notes, bram: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "notes.jsonld"
    notes("export", "-o", file, *ALL)
    notes("import", file, folder=bram)
    with NoteStore.open(bram, author="bram", device="tablet") as store:
        store.delete(store.of_dossier("ander")[0].id)
    capsys.readouterr()

    assert notes("import", file, folder=bram) == 1
    printed = capsys.readouterr()
    assert printed.out == "anna: 1 gelijk, 1 hier verwijderd\n"
    assert "--bring-back" in printed.err
    assert notes("import", file, "--bring-back", folder=bram) == 0
    assert notes("import", file, folder=bram) == 0


def test_notes_of_another_program_need_a_dossier(notes: Notes, bram: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "foreign.json"
    file.write_text('{"type": "Annotation", "bodyValue": "klopt dit?", "target": "http://example.org"}')

    assert notes("import", file, folder=bram) == 1
    assert "--dossier" in capsys.readouterr().err
    assert notes("import", file, "--dossier", "fmm-2025-12-04", folder=bram) == 2
    assert "'fmm-2025-12-04' is geen dossier dat hier bekend is" in capsys.readouterr().err
    assert notes("import", file, "--dossier", SHIPPED, folder=bram) == 0
    with NoteStore.open(bram, author="bram", device="tablet") as store:
        assert [note.text for note in store.of_dossier("fmm-2025-12-03")] == ["klopt dit?"]


def test_a_dossier_is_known_by_its_notes_its_edition_or_another_note_that_comes_in(
    notes: Notes, state: Path, bram: Path, tmp_path: Path
) -> None:
    file = tmp_path / "foreign.json"
    target = {"source": "urn:fmm-dossier:mee#a/b"}
    one, other = ({"type": "Annotation", "bodyValue": word, "target": target} for word in "xy")
    file.write_text(json.dumps([one, other | {"target": "http://example.org"}]))
    Seen(bram / "editions").meet(replace(read(SHIPPED), id="gelezen"))

    dossiers = (("ander", state), ("gelezen", bram), ("mee", bram), ("fmm-2025-12-03", bram))
    known = [notes("import", file, "--dry-run", "--dossier", dossier, folder=place) for dossier, place in dossiers]

    assert known == [0, 0, 0, 0]
    assert notes("import", file, "--dry-run", "--dossier", "weg", folder=bram) == 2


def test_a_job_that_reads_does_not_make_a_mistyped_folder(notes: Notes, tmp_path: Path, capsys: Capture) -> None:
    mistyped = tmp_path / "anan"

    assert notes("export", folder=mistyped) == 2
    assert capsys.readouterr().err.startswith(f"fmm-desktop: {mistyped}: deze map is er niet")
    assert cli.main(["sheets", str(SHIPPED), "-o", str(tmp_path), "--notes", "--data-dir", str(mistyped)]) == 2
    assert not mistyped.exists()


@pytest.mark.parametrize("before", [["--data-dir", "DIR"], ["--data-dir=DIR"]])
def test_the_folder_may_stand_before_the_job(before: list[str], notes: Notes, state: Path, capsys: Capture) -> None:
    notes("export", *ALL)
    behind = capsys.readouterr()
    words = [word.replace("DIR", str(state)) for word in before]

    assert cli.main([*words, "notes", "export", *ALL]) == 0
    assert capsys.readouterr() == behind
    assert cli.main(["notes", *words, "export", *ALL]) == 0
    assert capsys.readouterr() == behind


@pytest.mark.parametrize("form", ["markdown", "csv"])
def test_what_is_for_reading_does_not_come_back(notes: Notes, tmp_path: Path, form: str, capsys: Capture) -> None:
    file = tmp_path / "notes.txt"
    notes("export", "--format", form, *ALL)
    file.write_text(capsys.readouterr().out)

    assert notes("import", file) == 2
    err = capsys.readouterr().err
    assert "alleen die kan worden overgenomen: Markdown en CSV zijn om te lezen" in err
    assert "JSON is malformed" not in err


def test_which_forms_there_are_is_told(notes: Notes, capsys: Capture) -> None:
    assert notes("export", "--format", "md") == 2
    assert "'md' is geen vorm; wel: jsonld, markdown, csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["throw"],
        ["export", "--without", "loud"],
        ["export", "--format", "pdf"],
        ["export", "-o", "/nowhere/at/all.md"],
        ["import"],
        ["import", "missing.jsonld"],
        ["import", SHIPPED],
        ["export", "--dossier", "missing.yaml"],
    ],
)
def test_wrong_use_is_one_line_and_ends_in_2(notes: Notes, words: list[object], capsys: Capture) -> None:
    assert notes(*words) == 2

    printed = capsys.readouterr()
    (line,) = printed.err.splitlines()
    assert line.startswith("fmm-desktop: ")
    assert printed.out == ""


def test_an_import_while_another_has_the_notes_open(notes: Notes, bram: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonld"
    notes("export", "-o", file, *ALL)
    with NoteStore.open(bram, author="bram", device="tablet") as store:
        store.write(None, Anchor("ander", "a/b"), "half getypt")
        assert notes("import", file, folder=bram) == 0
        assert store.changed_elsewhere()
        assert {note.text for note in store.of_dossier("ander")} == {"half getypt", "nooit"}


def test_a_name_that_asks_for_another_form_is_refused(notes: Notes, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "notes.pdf"
    assert notes("export", "-o", file) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert ".jsonld" in err
    assert not file.exists()
    assert notes("export", "-o", file, "--format", "csv") == 0
    assert file.exists()
