"""The command line as a terminal sees it: what it prints where, and how it ends."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import synthetic

from fmm_desktop import __version__, cli
from fmm_desktop.dossier.reading import check, read
from fmm_desktop.dossier.seen import Seen
from fmm_desktop.errors import language_of
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore

DATA = Path(__file__).parents[1] / "data"
SHIPPED = DATA / "fmm-2025-12-03.nl.yaml"
SECONDS = 30  # far more than any of this takes, far less than what hangs

GOOD = """\
format: fmm-dossier/1
id: overleg
edition: 1
language: nl
title: Overleg
meeting: {start: 2025-12-03}
sessions:
  - id: ochtend
    title: Ochtend
    topics:
      - id: peil
        title: Een gezamenlijk peil
        position: [Instemming met een peil.]
      - id: ijs
        title: IJs
        position:
          - {id: p1, text: Nederland breekt het ijs.}
"""
WARNED = GOOD + "kleur: rood\n"
WRONG = GOOD.replace("title: IJs", "titel: IJs").replace("edition: 1", "edition: een")

Capture = pytest.CaptureFixture[str]


def environment(language: str = "nl", **more: str) -> dict[str, str]:
    """Return an environment that asks for a language and finds the package as this process does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": language, **more}


def fmm_desktop(*arguments: str | Path, language: str = "nl", **more: str) -> "subprocess.CompletedProcess[str]":
    """Run the real command and return what it printed and how it ended."""
    return subprocess.run(
        [sys.executable, "-m", "fmm_desktop", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        env=environment(language, **more),
    )


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a data file and returns its path."""

    def write(content: str | bytes = GOOD, name: str = "overleg.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def one_line(text: str) -> str:
    """Return the one line that `text` is."""
    (line,) = text.splitlines()
    assert line.startswith("fmm-desktop: ")
    assert "Traceback" not in line
    return line


def words_in(pdf: Path) -> str:
    """Return the words of a PDF."""
    document = pdfium.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def pages_of(pdf: Path) -> int:
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


# -- help and wrong use ------------------------------------------------------------------------------------------------


def test_the_version() -> None:
    done = fmm_desktop("--version")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"fmm-desktop {__version__}\n", "")


@pytest.mark.parametrize("command", [["--help"], ["check", "--help"], ["sheets", "-h"], ["find", "-h"]])
@pytest.mark.parametrize(("locale", "word"), [("nl_NL.UTF-8", "gebruik:"), ("en_GB.UTF-8", "usage:"), ("C", "usage:")])
def test_the_help_is_in_the_language_of_the_terminal(
    command: list[str], locale: str, word: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGUAGE")
    monkeypatch.setenv("LANG", locale)

    assert cli.main(command) == 0
    printed = capsys.readouterr()
    assert word in printed.out
    assert printed.err == ""


def test_the_help_names_every_option(capsys: Capture) -> None:
    cli.main(["--help"])
    told = capsys.readouterr().out

    for words in (
        "check",
        "sheets",
        "--data-dir",
        "--json",
        "--output",
        "--notes",
        "--overwrite",
        "find",
        "--in",
        "--version",
        "--help",
    ):
        assert words in told
    assert max(map(len, told.splitlines())) <= 120


@pytest.mark.parametrize(
    "arguments",
    [
        ["sheets"],
        ["check"],
        ["--vreemd"],
        ["a.yaml", "b.yaml"],
        ["sheets", "a.yaml"],
        ["check", "a.yaml", "--jso"],
        ["find"],
        ["find", "a", "--jso"],
        ["find", "a", "--in"],
    ],
)
def test_wrong_use_is_one_line_that_points_to_the_help(arguments: list[str], capsys: Capture) -> None:
    assert cli.main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert one_line(printed.err).endswith("; zie fmm-desktop --help")


@pytest.mark.parametrize(
    ("arguments", "in_dutch", "in_english"),
    [
        (["check"], "BESTAND ontbreekt", "the following arguments are required: FILE"),
        (["sheets"], "BESTAND, -o/--output ontbreekt", "the following arguments are required: FILE, -o/--output"),
        (["sheets", "a", "-o"], "bij -o/--output hoort een waarde", "argument -o/--output: expected one argument"),
        (["--data-dir"], "bij --data-dir hoort een waarde", "argument --data-dir: expected one argument"),
        (["find"], "WOORDEN ontbreekt", "the following arguments are required: WORDS"),
        (["check", "a", "--jso"], "--jso is onbekend", "unrecognized arguments: --jso"),
        (["a", "b", "--{x}"], "b --{x} is onbekend", "unrecognized arguments: b --{x}"),
        (
            ["check", "a", "--json=ja"],
            "bij --json hoort geen waarde",
            "argument --json: ignored explicit argument 'ja'",
        ),
    ],
)
def test_wrong_use_is_told_in_the_language_of_the_terminal(
    arguments: list[str], in_dutch: str, in_english: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(arguments) == 2
    assert one_line(capsys.readouterr().err) == f"fmm-desktop: {in_dutch}; zie fmm-desktop --help"

    monkeypatch.setenv("LANGUAGE", "en")
    assert cli.main(arguments) == 2
    assert one_line(capsys.readouterr().err) == f"fmm-desktop: {in_english}; see fmm-desktop --help"


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "job",
    [
        ["check"],
        ["compare", str(DATA / "fmm-2025-12-03.nl.yaml")],
        ["find", "--in", str(DATA), "nergenstevinden"],
        ["notes", "export"],
        ["notes", "import", "--dry-run"],
        ["import", "-o", "weg/a.yaml"],
        ["sheets", "-o", "weg/a.pdf"],
    ],
)
def test_every_job_takes_the_folder_of_the_state(job: list[str], before: bool, tmp_path: Path, capsys: Capture) -> None:
    """Given a file that is not there, then that is what every job says, or nothing: the option is known to it."""
    state, missing = ["--data-dir", str(tmp_path / "state")], [] if job[0] in {"find", "notes"} else ["weg.yaml"]
    missing = ["weg.jsonld"] if "--dry-run" in job else missing

    cli.main([*state, *job, *missing] if before else [*job, *missing, *state])

    said = capsys.readouterr().err
    assert "--data-dir is onbekend" not in said
    assert "--help" not in said
    assert not (tmp_path / "state").exists() or job[0] == "find"


# -- check -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_nothing_is_wrong_with_what_is_shipped(path: Path) -> None:
    done = fmm_desktop("check", path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_warnings_are_printed_and_end_in_1(file: Callable[..., Path]) -> None:
    path = file(WARNED)
    done = fmm_desktop("check", path, language="en")

    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{path}: warning: line 18, column 1: kleur: ")
    assert done.stderr == ""


def test_errors_are_printed_and_end_in_2_with_the_first_on_stderr(file: Callable[..., Path]) -> None:
    path = file(WRONG)
    done = fmm_desktop("check", path)

    assert done.returncode == 2
    lines = done.stdout.splitlines()
    assert len(lines) > 1
    assert all(line.startswith(f"{path}: ") for line in lines)
    first = next(line for line in lines if line.startswith(f"{path}: fout: regel 3, kolom 10: edition: "))
    told = one_line(done.stderr)
    assert told.startswith("fmm-desktop: overleg.yaml, regel 3, kolom 10: edition: ")
    assert told.endswith("(en nog 1 in dit bestand)")
    assert first.partition("edition: ")[2] in told


@pytest.mark.parametrize("key", ["{x}", "{0}", "{", "}", "{x!r:>9}", "{{x}}"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_braces_in_a_file_are_printed_as_they_are(
    key: str, language: str, file: Callable[..., Path], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    path = file(f"{GOOD}'{key}': 1\n")

    assert cli.main(["check", str(path)]) == 1
    assert f"'{key}'" in capsys.readouterr().out
    assert cli.main(["check", "--json", str(path)]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert f"'{key}'" in row["message"]
    assert all(f"'{key}'" in found.text(language_of({"LANG": language}) or "nl") for found in check(path).findings)


def test_several_files_each_get_their_due(file: Callable[..., Path], tmp_path: Path) -> None:
    wrong, warned, good = file(WRONG, "fout.yaml"), file(WARNED, "let-op.yaml"), file(GOOD, "goed.yaml")
    missing = tmp_path / "weg.yaml"

    done = fmm_desktop("check", good, wrong, missing, warned)

    assert done.returncode == 2
    assert {line.split(": ")[0] for line in done.stdout.splitlines()} == {str(wrong), str(warned)}
    assert [line.split(" ")[1].rstrip(",:") for line in done.stderr.splitlines()] == ["fout.yaml", str(missing)]


@pytest.mark.parametrize(("first", "second", "code"), [(GOOD, WARNED, 1), (WARNED, GOOD, 1), (WRONG, WARNED, 2)])
def test_the_worst_file_decides_how_it_ends(first: str, second: str, code: int, file: Callable[..., Path]) -> None:
    assert cli.main(["check", str(file(first, "a.yaml")), str(file(second, "b.yaml"))]) == code


@pytest.mark.parametrize("language", ["nl", "en"])
def test_json_is_for_programs(language: str, file: Callable[..., Path], tmp_path: Path) -> None:
    path, missing = file(WRONG), tmp_path / "weg.yaml"
    done = fmm_desktop("check", "--json", path, missing, language=language)

    assert done.returncode == 2
    rows = json.loads(done.stdout)
    assert {frozenset(row) for row in rows} == {frozenset({"file", "severity", "line", "column", "path", "message"})}
    assert {"file": str(path), "severity": "error", "line": 3, "column": 10, "path": "edition"}.items() <= rows[
        0
    ].items()
    assert rows[-1]["file"] == str(missing)
    assert rows[-1]["line"] == 0
    assert ("there is no such file" in rows[-1]["message"]) == (language == "en")
    assert len(done.stderr.splitlines()) == 2


def test_json_of_a_good_file_is_an_empty_list(file: Callable[..., Path], capsys: Capture) -> None:
    assert cli.main(["check", str(file()), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_dossier_cannot_steer_the_terminal(file: Callable[..., Path], capsys: Capture) -> None:
    path = file(GOOD + '"\\e[2J\\a\\x9b31mkleur": rood\n')

    assert cli.main(["check", str(path)]) == 2
    printed = capsys.readouterr()
    lines = f"{printed.out}{printed.err}".splitlines()
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert any("kleur" in line for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_and_a_terminal_that_are_not_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xe9.yaml")
    path.write_text(WRONG, encoding="utf-8")

    for more in ({}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}):
        done = fmm_desktop("check", path, **more)
        assert done.returncode == 2
        assert done.stdout.count("\n") == 2 + done.stdout.count("waarschuwing")
        one_line(done.stderr)


# -- sheets ------------------------------------------------------------------------------------------------------------


def test_a_folder_gets_a_sheet_for_each_topic(file: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "nieuw" / "bladen"
    done = fmm_desktop("sheets", file(), "-o", folder)

    assert (done.returncode, done.stderr) == (0, "")
    sheets = sorted(folder.iterdir())
    assert [sheet.name for sheet in sheets] == ["overleg-ed1-1.1-peil.pdf", "overleg-ed1-1.2-ijs.pdf"]
    assert done.stdout.splitlines() == [str(sheet) for sheet in sheets]
    assert "Een gezamenlijk peil" in words_in(sheets[0])


def test_a_name_that_ends_in_pdf_gets_all_sheets(file: Callable[..., Path], tmp_path: Path) -> None:
    target = tmp_path / "alles.PDF"
    done = fmm_desktop("sheets", file(), "--output", target)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{target}\n", "")
    assert pages_of(target) == 2


def test_a_sheet_that_is_there_is_not_overwritten_unasked(file: Callable[..., Path], tmp_path: Path) -> None:
    path, folder = file(), tmp_path / "bladen"
    folder.mkdir()
    there = folder / "overleg-ed1-1.2-ijs.pdf"
    there.write_text("van mij", encoding="utf-8")

    refused = fmm_desktop("sheets", path, "-o", folder)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert str(there) in one_line(refused.stderr)
    assert [one.name for one in folder.iterdir()] == [there.name]
    assert there.read_text("utf-8") == "van mij"

    assert fmm_desktop("sheets", path, "-o", folder, "--overwrite").returncode == 0
    assert pages_of(there) == 1


def test_notes_come_on_the_sheets_when_asked_for(file: Callable[..., Path], tmp_path: Path) -> None:
    state, path = tmp_path / "state", file()
    with NoteStore.open(state, author="Lezer", device="laptop") as store:
        for passage, text in (("p1", "Vraag naar de ijsbrekers."), ("", "Dit onderwerp eerst.")):
            store.settle(store.write(None, Anchor("overleg", "ochtend/ijs", passage), text).id)
        store.write(None, Anchor("ander-overleg", "ochtend/ijs", "p1"), "Van een ander dossier.")
    bare, noted = tmp_path / "zonder.pdf", tmp_path / "met.pdf"

    assert fmm_desktop("sheets", path, "-o", bare, "--data-dir", state).returncode == 0
    assert fmm_desktop("sheets", path, "-o", noted, "--notes", "--data-dir", state).returncode == 0

    assert "ijsbrekers" not in words_in(bare)
    for words in ("Vraag naar de ijsbrekers.", "Dit onderwerp eerst.", "Lezer"):
        assert words in words_in(noted)
    assert "ander dossier" not in words_in(noted)


BREAKS = "Nederland breekt het ijs."
NEXT = (
    GOOD.replace("edition: 1", "edition: 2")
    .replace("[Instemming met een peil.]", f"[Instemming met een peil., {BREAKS}]")
    .replace(f"- {{id: p1, text: {BREAKS}}}", "- {id: p1, text: Wij varen nergens heen.}")
)


@pytest.mark.parametrize("it_stood_in_both", [False, True])
def test_a_note_comes_on_the_sheet_of_the_topic_that_it_hangs_on_now(
    file: Callable[..., Path], tmp_path: Path, it_stood_in_both: bool
) -> None:
    state, folder = tmp_path / "state", tmp_path / "bladen"
    both = GOOD.replace("[Instemming met een peil.]", f"[Instemming met een peil., {BREAKS}]")
    Seen(state / "editions").meet(read(file(both if it_stood_in_both else GOOD)))
    with NoteStore.open(state, author="Lezer", device="laptop") as store:
        store.settle(store.write(None, Anchor("overleg", "ochtend/ijs", "p1", 1, BREAKS), "Met welke boten?").id)

    assert fmm_desktop("sheets", file(NEXT), "-o", folder, "--notes", "--data-dir", state).returncode == 0

    noted = {sheet.name: "welke boten" in words_in(sheet) for sheet in folder.iterdir()}
    level, ice = "overleg-ed2-1.1-peil.pdf", "overleg-ed2-1.2-ijs.pdf"
    assert noted == {level: not it_stood_in_both, ice: it_stood_in_both}


def test_notes_that_cannot_be_opened_are_an_error_and_no_sheet(file: Callable[..., Path], tmp_path: Path) -> None:
    in_the_way, target = tmp_path / "state", tmp_path / "alles.pdf"
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")

    done = fmm_desktop("sheets", file(), "-o", target, "--notes", "--data-dir", in_the_way)

    assert (done.returncode, done.stdout) == (2, "")
    one_line(done.stderr)
    assert not target.exists()


def test_notes_that_were_damaged_are_told_of(file: Callable[..., Path], tmp_path: Path) -> None:
    state, target = tmp_path / "state", tmp_path / "alles.pdf"
    state.mkdir()
    (state / "notes.sqlite3").write_bytes(b"this is no database" * 100)

    done = fmm_desktop("sheets", file(), "-o", target, "--notes", "--data-dir", state)

    assert done.returncode == 0
    assert [one_line(line) for line in done.stderr.splitlines()]
    assert "beschadigd" in done.stderr
    assert target.exists()


@pytest.mark.parametrize("target", ["bestand", "bestand/bladen", "weg/alles.pdf", "map.pdf"])
def test_a_place_where_no_sheet_can_be(target: str, file: Callable[..., Path], tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "bestand").write_text("van mij", encoding="utf-8")
    (tmp_path / "map.pdf").mkdir()

    assert cli.main(["sheets", str(file()), "-o", str(tmp_path / target)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    one_line(printed.err)


def test_a_dossier_without_topics_has_no_sheets(file: Callable[..., Path], tmp_path: Path, capsys: Capture) -> None:
    path = file(GOOD.partition("sessions:")[0])

    assert cli.main(["sheets", str(path), "-o", str(tmp_path / "bladen")]) == 2
    one_line(capsys.readouterr().err)
    assert not (tmp_path / "bladen").exists()


# -- bad input ---------------------------------------------------------------------------------------------------------

TOPIC = "      - id: peil\n        title: Een gezamenlijk peil\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD: dict[str, str | bytes] = {
    "empty": b"",
    "blank": b" \n\n",
    "binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "not UTF-8": GOOD.replace("peil.", "één.").encode("latin-1"),
    "UTF-16": GOOD.encode("utf-16"),
    "broken YAML": GOOD + "sources: [\n",
    "a tab": GOOD.replace("    title: Ochtend", "\ttitle: Ochtend"),
    "not a dossier": "boodschappen:\n  - melk\n",
    "a list": "- a\n- b\n",
    "a word": "hallo",
    "two documents": f"{GOOD}---\n{GOOD}",
    "wrong type": GOOD.replace("edition: 1", "edition: een"),
    "text where a list is wanted": GOOD.replace("[Instemming met een peil.]", "Instemming met een peil."),
    "missing key": GOOD.replace("        title: IJs\n", ""),
    "duplicate id": GOOD.replace("id: ijs", "id: peil"),
    "impossible date": GOOD.replace("2025-12-03", "2025-02-30"),
    "a tag that builds an object": GOOD.replace("title: Overleg", "title: !!python/object/apply:os.getcwd []"),
    "a tag of its own": GOOD.replace("title: Overleg", "title: !secret x"),
    "a key twice": GOOD.replace(TOPIC, f"{TOPIC}        title: Nog een titel\n"),
    "alias bomb": BOMB + GOOD,
    "a list in itself": GOOD.replace("[Instemming met een peil.]", "&a [*a]"),
    "100,000 brackets": GOOD.replace("[Instemming met een peil.]", "[" * 100_000),
    "100,000 nested lists": GOOD.replace("[Instemming met een peil.]", "[" * 100_000 + "]" * 100_000),
    "100,000 braces": "{a: " * 100_000,
    "100,000 dashes": "- " * 100_000,
    "a newer format": GOOD.replace("fmm-dossier/1", "fmm-dossier/2"),
    "a number of 100,000 digits": GOOD.replace("edition: 1", "edition: " + "9" * 100_000),
}


def refused(path: Path, tmp_path: Path) -> str:
    """Run both jobs on `path`, see that they refuse it at once and leave nothing, and return the line of `sheets`."""
    target = tmp_path / "bladen"
    start = time.monotonic()
    sheets = fmm_desktop("sheets", path, "-o", target)
    check = fmm_desktop("check", path)

    assert time.monotonic() - start < 10
    assert (sheets.returncode, sheets.stdout) == (2, "")
    assert check.returncode == 2
    assert one_line(sheets.stderr) == one_line(check.stderr)
    assert not target.exists()
    assert len(sheets.stderr) < 1000
    return sheets.stderr


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_line(kind: str, file: Callable[..., Path], tmp_path: Path) -> None:
    assert "overleg.yaml" in refused(file(BAD[kind]), tmp_path)


def test_the_good_file_that_the_bad_ones_are_made_of(file: Callable[..., Path]) -> None:
    assert cli.main(["check", str(file())]) == 0


def test_a_missing_file(tmp_path: Path) -> None:
    assert "is er niet" in refused(tmp_path / "weg.yaml", tmp_path)


def test_a_folder(tmp_path: Path) -> None:
    assert "dit is een map" in refused(tmp_path, tmp_path)


def test_a_file_of_200_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    assert "te groot" in refused(path, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
@pytest.mark.parametrize("job", [["check"], ["sheets", "-o", "bladen"]], ids=lambda job: job[0])
def test_no_permission(job: list[str], file: Callable[..., Path]) -> None:
    path = file()
    path.chmod(0)
    path.parent.chmod(0o755)
    as_another = (  # root may read everything, so that it becomes nobody, when all that is needed has been imported
        "import contextlib, io, os, sys\n"
        "from fmm_desktop import cli\n"
        "with contextlib.redirect_stderr(io.StringIO()):\n"
        "    cli.main([sys.argv[1], 'weg.yaml', *sys.argv[3:]])\n"
        "os.getuid() or (os.setgroups([]), os.setgid(65534), os.setuid(65534))\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", as_another, job[0], path.name, *job[1:]],
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        env=environment("en"),
        cwd=path.parent,
    )

    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert one_line(done.stderr) == (
        "fmm-desktop: overleg.yaml: no permission to read this file; ask its owner for the right to read it"
    )


# -- interrupted, unheard ----------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_in_130_and_tells_how_many_whole_sheets_are_there(
    asked: signal.Signals, tmp_path: Path
) -> None:
    path, next_one, folder = tmp_path / "groot.yaml", tmp_path / "ander.yaml", tmp_path / "bladen"
    path.write_text(synthetic.yaml_text(400), encoding="utf-8")
    next_one.write_text(synthetic.yaml_text(2).replace("id: ", "id: x", 1), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "fmm_desktop", "sheets", next_one, path, "-o", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
    ) as started:
        guard = threading.Timer(SECONDS, started.kill)
        guard.start()
        assert started.stdout is not None
        first = [started.stdout.readline() for _ in range(3)][-1]  # it is at work on the second dossier now
        started.send_signal(asked)
        rest, told = started.communicate()
        guard.cancel()

    assert first.startswith(str(folder))
    sheets = list(folder.iterdir())
    assert started.returncode == 130
    assert told == f"fmm-desktop: gestopt: {len(sheets)} bestand(en) klaar in {folder}, niets half\n"
    assert 3 + len(rest.splitlines()) == len(sheets) < 402
    assert {sheet.suffix for sheet in sheets} == {".pdf"}
    assert all(sheet.read_bytes().rstrip().endswith(b"%%EOF") for sheet in sheets)


def with_the_reader_gone(*arguments: str | Path) -> tuple[int, str]:
    """Run the command with an stdout that nobody reads; return how it ended and what it told on stderr."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "fmm_desktop", *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
            env=environment(),
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows tells of it in another way")
def test_a_reader_who_has_seen_enough_is_no_trouble(file: Callable[..., Path], tmp_path: Path) -> None:
    assert with_the_reader_gone("--help") == (0, "")
    assert with_the_reader_gone("check", file(WARNED)) == (1, "")
    assert with_the_reader_gone("sheets", file(), "-o", tmp_path / "bladen") == (0, "")
    assert len(list((tmp_path / "bladen").iterdir())) == 2, "the work is done all the same"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check"]], ids=lambda arguments: arguments[0])
def test_output_that_cannot_be_written_is_told_of(arguments: list[str], file: Callable[..., Path]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "fmm_desktop", *arguments, *([file(WARNED)] if arguments == ["check"] else [])],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
            env=environment("en"),
        )

    assert done.returncode == 2
    assert "the output cannot be written" in one_line(done.stderr)


def test_the_jobs_do_without_qt(file: Callable[..., Path], tmp_path: Path) -> None:
    ask = "import sys; from fmm_desktop import cli; cli.main(sys.argv[1:]); print('PySide6' in sys.modules)"
    find = ["find", "peil", "--in", tmp_path, "--data-dir", tmp_path / "state"]
    for job in (["check", file()], ["sheets", file(), "-o", tmp_path / "alles.pdf"], ["--help"], find):
        done = subprocess.run(
            [sys.executable, "-c", ask, *job],
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=True,
            env=environment(),
        )
        assert done.stdout.splitlines()[-1] == "False"


# -- the window --------------------------------------------------------------------------------------------------------


def window(program: str, *arguments: str | Path, language: str = "nl", **more: str) -> list[str]:
    """Run Python that starts the window; return the lines that it printed on either stream, after how it ended."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        env=environment(language, **more),
    )
    return [str(done.returncode), *done.stdout.splitlines()]


START = "import sys; from fmm_desktop import cli; sys.exit(cli.main(sys.argv[1:]))"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen without these variables")
def test_without_a_screen_one_line_says_so() -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}

    assert window(START, **nothing) == [
        "2",
        "fmm-desktop: hier is geen scherm (DISPLAY en WAYLAND_DISPLAY zijn leeg); "
        "'fmm-desktop sheets' maakt onderwerpbladen zonder scherm",
    ]
    assert window(START, "overleg.yaml", language="en", **nothing) == [
        "2",
        "fmm-desktop: there is no screen here (DISPLAY and WAYLAND_DISPLAY are empty); "
        "'fmm-desktop sheets' makes topic sheets without one",
    ]


@pytest.mark.parametrize("module", ["__init__", "QtWidgets"])
def test_qt_that_cannot_be_loaded_is_one_line(module: str, tmp_path: Path) -> None:
    qt = tmp_path / "PySide6"
    qt.mkdir()
    for name in ("__init__", "QtCore", "QtGui", "QtWidgets"):
        (qt / f"{name}.py").write_text("def __getattr__(name): return object")
    name = "PySide6" if module == "__init__" else f"PySide6.{module}"
    missing = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (qt / f"{module}.py").write_text(f"raise ImportError({missing!r}, name={name!r})")

    ended, told = window(f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {START}", language="en")

    assert ended == "2"
    assert one_line(told) == f"fmm-desktop: the window cannot be shown ({missing}); run 'make setup' or see the README"


def test_a_mistake_of_ours_in_an_import_is_not_taken_for_qt() -> None:
    program = """
import gc, sys
from fmm_desktop import cli
sys.modules["fmm_desktop.ui.state"] = None
try:
    cli.main([])
except ImportError as error:
    print(error.name, "collected", gc.isenabled())
"""

    assert window(program) == ["0", "fmm_desktop.ui.state collected True"]


def test_a_window_that_is_never_painted_is_finished_all_the_same(tmp_path: Path) -> None:
    program = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from fmm_desktop import app, cli
from fmm_desktop.ui.main_window import MainWindow

def show(window):
    window.page.viewport().setUpdatesEnabled(False)  # as on a desktop that starts programs as icons
    super(MainWindow, window).showMinimized()
    watch = QTimer(window, interval=20)
    watch.timeout.connect(lambda: window.controls and QTimer.singleShot(1500, window, lambda: end(window)))
    watch.timeout.connect(lambda: window.controls and watch.stop())
    watch.start()

def end(window):
    print("painted", window.page._painted)
    print("tidied", QCoreApplication.instance().findChild(QObject, "tidier") is not None)
    print("finished", finished)
    window.close()

finished, finish = [], app.finish
app.finish = lambda begun, **more: (finished.append(1), finish(begun, **more))
MainWindow.show = show
sys.exit(cli.main(sys.argv[1:]))
"""

    ended, *told = window(program, "--data-dir", tmp_path)

    assert ended == "0"
    assert told[-3:] == ["painted False", "tidied True", "finished [1]"]
