"""`fmm-desktop find` as a terminal sees it."""

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import synthetic

from fmm_desktop import cli

SECONDS = 30

DOSSIER = """\
format: fmm-dossier/1
id: overleg
edition: 2
language: nl
title: Overleg
meeting: {start: 2025-12-03}
actors: [{id: cn, kind: country, name: China}]
sessions:
  - id: ochtend
    title: Ochtend
    topics:
      - id: peil
        title: Een gezamenlijk peil
        aim: [Instemming met een peil.]
        others: [{actor: cn, text: Wil eerst meten.}]
      - id: ijs
        title: IJs
        position:
          - {id: p1, text: Nederland breekt het ijs met een schaduwvloot.}
"""

Capture = pytest.CaptureFixture[str]
Find = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a dossier."""
    made = tmp_path / "dossiers"
    made.mkdir()
    (made / "overleg.yaml").write_text(DOSSIER, encoding="utf-8")
    return made


@pytest.fixture
def find(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    """Return a function that looks for words in that folder."""
    monkeypatch.setenv("LANGUAGE", "nl")
    return lambda *arguments: cli.main(["find", *arguments, "--in", str(folder), "--data-dir", str(tmp_path / "state")])


def test_a_hit_is_a_line_with_dossier_number_topic_kind_and_words(find: Find, capsys: Capture) -> None:
    assert find("VLOOT", "ijs") == 0

    printed = capsys.readouterr()
    assert printed.out == ("Overleg, editie 2 · 1.2.1 · IJs · Inzet: Nederland breekt het ijs met een schaduwvloot.\n")
    assert printed.err == ""


def test_nothing_found_ends_in_1(find: Find, capsys: Capture) -> None:
    assert find("vergeetmijnietje") == 1
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["een", "-ijs"], ["1.1.1"]),
        (["-schaduwvloot", "een"], ["1.1.1"]),
        (["-haven", "-overwrite", "ijs"], ["1.2.1"]),
        (["soort:inzet", "een"], ["1.2.1"]),
        (["actor:china"], ["1.1.2"]),
        (['"breekt het"'], ["1.2.1"]),
        (["zekerheid:gepland"], ["1.1.1", "1.2.1"]),
    ],
)
def test_the_words_are_those_of_the_filter_line(
    words: list[str], numbers: list[str], find: Find, capsys: Capture
) -> None:
    assert find(*words, "--json") == 0
    assert [row["number"] for row in json.loads(capsys.readouterr().out)] == numbers


def test_json_is_for_programs(find: Find, folder: Path, capsys: Capture) -> None:
    assert find("--json", "schaduwvloot") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": str(folder / "overleg.yaml"),
            "dossier": "overleg",
            "dossier_title": "Overleg",
            "edition": 2,
            "number": "1.2.1",
            "topic": "ochtend/ijs",
            "topic_title": "IJs",
            "passage": "p1",
            "kind": "position",
            "snippet": "Nederland breekt het ijs met een schaduwvloot.",
        }
    ]
    assert find("--json", "vergeetmijnietje") == 1
    assert json.loads(capsys.readouterr().out) == []


def test_a_mistyped_field_is_told_and_the_rest_filters(find: Find, capsys: Capture) -> None:
    assert find("soorrt:inzet", "ijs") == 0

    printed = capsys.readouterr()
    assert "1.2.1" in printed.out
    assert printed.err == (
        "fmm-desktop: het veld 'soorrt:' bestaat niet; bedoeld is wellicht 'soort:'; de rest is wel gezocht\n"
    )


def test_notes_are_said_to_be_elsewhere(find: Find, capsys: Capture) -> None:
    assert find("notitie:", "ijs") == 0
    assert "'notitie:' geldt hier niet" in capsys.readouterr().err


def test_broken_files_are_a_line_each_and_the_rest_is_looked_through(find: Find, folder: Path, capsys: Capture) -> None:
    (folder / "stuk.yaml").write_text(DOSSIER.replace("edition: 2", "edition: twee"), encoding="utf-8")
    (folder / "half.yaml").write_text("format: fmm-dossier/1\nsessions: [\n", encoding="utf-8")
    (folder / "anders.yaml").write_text("services: {}\n", encoding="utf-8")

    assert find("schaduwvloot") == 0

    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert [line.split(",")[0] for line in printed.err.splitlines()] == [
        "fmm-desktop: half.yaml",
        "fmm-desktop: stuk.yaml",
    ]


def test_a_place_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    arguments = ["find", "ijs", "--in", str(tmp_path / "weg"), "--data-dir", str(tmp_path / "state")]

    assert cli.main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert str(tmp_path / "weg") in printed.err


def test_without_a_place_the_shipped_dossiers_are_looked_through(tmp_path: Path, capsys: Capture) -> None:
    assert cli.main(["find", "schaduwvloot", "--data-dir", str(tmp_path)]) == 0
    assert "Collectieve druk op Rusland" in capsys.readouterr().out


def test_a_cache_that_cannot_be_kept_is_told_and_nothing_else(find: Find, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "state").write_text("a file where a folder should be", encoding="utf-8")

    assert find("schaduwvloot") == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == len(printed.err.splitlines()) == 1
    assert "niets worden bewaard" in printed.err


def test_a_dossier_cannot_steer_the_terminal(find: Find, folder: Path, capsys: Capture) -> None:
    (folder / "b.yaml").write_text(DOSSIER.replace("title: IJs", r'title: "IJs\e[2J"'), encoding="utf-8")

    find("ijs")
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals and signals")
def test_progress_is_shown_on_a_terminal_and_an_interrupt_ends_in_130(tmp_path: Path) -> None:
    folder = tmp_path / "groot"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.yaml").write_text(synthetic.yaml_text(20, number), encoding="utf-8")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "nl"}
    command = [sys.executable, "-m", "fmm_desktop", "find", "e", "--in", folder, "--data-dir", tmp_path / "state"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as started:
        guard = threading.Timer(SECONDS, started.kill)
        guard.start()
        os.close(theirs)
        told = os.read(ours, 5)  # it is at work now
        started.send_signal(signal.SIGINT)
        printed, _ = started.communicate()
        guard.cancel()
    os.close(ours)

    assert told.startswith(b"\r  0%")
    assert (started.returncode, printed) == (130, b"")
