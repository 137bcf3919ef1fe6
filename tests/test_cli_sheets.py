"""`fmm-desktop sheets` with all that can be ordered, as a terminal sees it."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst

from fmm_desktop import cli
from fmm_desktop.dossier.reading import read
from fmm_desktop.dossier.seen import Seen
from fmm_desktop.notes.note import Anchor, NoteKind, Traits
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.sheets.kinds import SheetKind

DOSSIER = """\
format: fmm-dossier/1
id: overleg
edition: 1
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
        points: [Wij delen een rivier.]
        others:
          - {actor: be, stance: mixed, text: Eerst meten.}
  - id: middag
    title: Middag
    topics:
      - id: ijs
        title: IJs
        position:
          - {id: p1, text: Nederland breekt het ijs.}
"""
NEXT = DOSSIER.replace("edition: 1", "edition: 2").replace("breekt het ijs", "breekt al het ijs")

Capture = pytest.CaptureFixture[str]
Sheets = Callable[..., int]


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a data file and returns its path."""

    def write(content: str = DOSSIER, name: str = "overleg.yaml") -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.fixture
def sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sheets:
    """Return a function that runs the command with Dutch messages and its state in a folder of the test."""
    monkeypatch.setenv("LANGUAGE", "nl")

    def run(*arguments: str | Path) -> int:
        return cli.main(["sheets", *map(str, arguments), "--data-dir", str(tmp_path / "state")])

    return run


def pages(pdf: Path) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def write_note(state: Path, text: str, kind: NoteKind = NoteKind.REMARK, passage: str = "p1") -> None:
    anchor = Anchor("overleg", "middag/ijs", passage, 1, "Nederland breekt het ijs.")
    with NoteStore.open(state, author="Lezer", device="laptop") as store:
        store.settle(store.write(None, anchor, text, Traits(kind)).id)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (["--kind", "book"], "overleg-ed1-book.pdf"),
        (["--kind", "spreeklijst"], "overleg-ed1-speaking.pdf"),
        (["--kind", "table card", "--topics", "peil"], "overleg-ed1-card-1.1-peil.pdf"),
        (["--actor", "belgie"], "overleg-ed1-actor-be.pdf"),
    ],
)
def test_each_kind_gets_a_file_of_its_name(
    kind: list[str], name: str, file: Callable[..., Path], tmp_path: Path, sheets: Sheets
) -> None:
    assert sheets(file(), *kind, "-o", tmp_path / "uit") == 0
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [name]


def test_topics_are_named_by_number_session_or_path(file: Callable[..., Path], tmp_path: Path, sheets: Sheets) -> None:
    for topics, count in (("1.1", 1), ("1", 1), ("middag/ijs, 1.1", 2), ("ijs", 1)):
        target = tmp_path / f"{count}.pdf"
        assert sheets(file(), "--topics", topics, "-o", target, "--overwrite") == 0
        assert len(pages(target)) == count


def test_a_topic_or_an_actor_that_is_not_there_is_told(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    assert sheets(file(), "--topics", "3.1", "-o", tmp_path / "a.pdf") == 2
    assert "overleg heeft geen onderwerp '3.1'" in capsys.readouterr().err
    assert sheets(file(), "--actor", "mars", "-o", tmp_path / "a.pdf") == 2
    assert "geen actor 'mars'; kies er een van: België" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_topic_without_a_card_is_told(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    assert sheets(file(), "--kind", "card", "-o", tmp_path / "kaarten.pdf") == 0

    assert "geen tafelkaart voor 2.1: daar staat niets dat erop mag" in capsys.readouterr().err


def test_a_file_that_is_there_is_told_with_the_option_that_replaces_it(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    (tmp_path / "a.pdf").touch()

    assert sheets(file(), "-o", tmp_path / "a.pdf") == 2
    assert "geef --overwrite mee" in capsys.readouterr().err


def test_an_edition_in_another_language_is_not_compared_with(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    english = file(DOSSIER.replace("language: nl", "language: en"), "english.yaml")

    assert sheets(file(NEXT), "--since", english, "-o", tmp_path / "a.pdf") == 2
    assert "in een andere taal (en) dan deze (nl)" in capsys.readouterr().err


def test_ones_own_notes_are_not_signed_and_those_of_others_are(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(tmp_path / "state", "Blijft bewaard.")
    printed = []
    for name in ("Lezer", "Collega"):
        monkeypatch.setenv("LOGNAME", name)
        assert sheets(file(), "--notes", "-o", tmp_path / "a.pdf", "--overwrite") == 0
        printed.append("Lezer" in "".join(pages(tmp_path / "a.pdf")))

    assert printed == [False, True]


def test_a_change_sheet_compares_with_the_edition_that_is_given(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets
) -> None:
    old, new, target = file(DOSSIER, "oud.yaml"), file(NEXT), tmp_path / "wijzigingen.pdf"

    assert sheets(new, "--since", old, "-o", target) == 0
    assert "Nederland breekt al het ijs." in " ".join(pages(target)[0].split())


def test_notes_of_the_kinds_that_are_named_come_along_and_what_is_not_volunteered_only_then(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets
) -> None:
    state, target = tmp_path / "state", tmp_path / "a.pdf"
    for kind in (NoteKind.REMARK, NoteKind.QUESTION, NoteKind.DO_NOT_VOLUNTEER):
        write_note(state, f"Dit is {kind}.", kind)

    def printed(*arguments: str | Path) -> list[str]:
        assert sheets(file(), *arguments, "-o", target, "--overwrite") == 0
        text = "\n".join(pages(target))
        return [kind for kind in ("remark", "question", "do-not-volunteer") if f"Dit is {kind}." in text]

    assert printed() == []
    assert printed("--notes") == ["remark", "question"]
    assert printed("--notes", "vraag,do-not-volunteer") == ["question", "do-not-volunteer"]
    assert printed("--where", "end") == ["remark", "question"]
    assert printed("--kind", "notes") == ["remark", "question"]
    assert printed("--kind", "notes", "--statuses", "open") == ["remark", "question"]


def test_a_file_after_notes_is_a_file(file: Callable[..., Path], tmp_path: Path, sheets: Sheets) -> None:
    write_note(tmp_path / "state", "Blijft bewaard.")

    assert sheets("--notes", file(), "-o", tmp_path / "a.pdf") == 0
    assert sheets("-o", tmp_path / "b.pdf", file(), "--notes") == 0


def test_a_note_on_a_topic_that_is_gone_stands_in_the_list_and_is_told_of_elsewhere(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    write_note(tmp_path / "state", "Blijft bewaard.")
    gone = file(DOSSIER.partition("  - id: middag")[0])

    assert sheets(gone, "--kind", "notes", "-o", tmp_path / "lijst.pdf") == 0
    assert capsys.readouterr().err == ""
    assert "Niet meer in deze editie" in pages(tmp_path / "lijst.pdf")[0]
    assert sheets(gone, "--notes", "-o", tmp_path / "bladen.pdf") == 0
    assert "1 notitie(s)" in capsys.readouterr().err
    assert sheets(gone, "--kind", "notes", "--topics", "1", "-o", tmp_path / "deel.pdf") == 2
    assert "1 notitie(s)" in capsys.readouterr().err


def test_a_note_whose_passage_is_gone_says_what_stood_there_with_its_marking_when_that_edition_was_open_here(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets
) -> None:
    write_note(tmp_path / "state", "Blijft bewaard.")
    marked = DOSSIER.replace("breekt het ijs.}", "breekt het ijs., marking: TLP RED}")
    gone, target = (
        file(NEXT.replace("p1, text: Nederland breekt al het ijs", "p9, text: Iets anders")),
        tmp_path / "a.pdf",
    )

    def printed() -> str:
        assert sheets(gone, "--notes", "--topics", "ijs", "-o", target, "--overwrite") == 0
        return " ".join(" ".join(pages(target)).split())

    before = printed()
    Seen(tmp_path / "state" / "editions").meet(read(file(marked, "oud.yaml")))
    after = printed()

    assert "Blijft bewaard." in before
    assert "breekt het ijs" not in before, "nobody knows how that was marked"
    assert "Nederland breekt het ijs." in after
    assert after.count("TLP RED") >= 2


def test_a_name_that_two_have_is_not_guessed_at(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    both = file(DOSSIER.replace("- id: ijs", "- id: ochtend"))

    assert sheets(both, "--topics", "ochtend", "-o", tmp_path / "a.pdf") == 2
    assert "geef een van deze nummers: 1, 2.1" in capsys.readouterr().err
    assert sheets(both, "--topics", "middag/ochtend", "-o", tmp_path / "a.pdf") == 0


def test_typst_giving_up_is_a_line_and_no_traceback(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        pass

    def give_up(*_: object, **_more: object) -> None:
        raise PanicException("no-room")

    monkeypatch.setattr(typst, "compile", give_up)

    assert sheets(file(), "-o", tmp_path / "a.pdf") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "Typst kon dit niet zetten (no-room)" in line


def test_marking_copies_and_paper_are_as_ordered(file: Callable[..., Path], tmp_path: Path, sheets: Sheets) -> None:
    target = tmp_path / "a.pdf"
    look = ("--marking", "INTERN", "--copies", "2", "--paper", "a5", "--two-sided", "--size", "large")

    assert sheets(file(), "--topics", "1.1", *look, "-o", target) == 0

    first, *_, last = pages(target)
    assert first.count("INTERN") == last.count("INTERN") == 2
    assert "exemplaar 1 van 2" in first
    assert "exemplaar 2 van 2" in last
    document = pdfium.PdfDocument(target)
    assert tuple(map(round, document[0].get_size())) == (420, 595)
    document.close()


def test_a_speaking_list_takes_the_speed_and_the_factor(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets
) -> None:
    slow, fast = tmp_path / "traag.pdf", tmp_path / "snel.pdf"

    assert sheets(file(), "--words-a-minute", "60", "--factor", "2,5", "-o", slow) == 0
    assert sheets(file(), "--kind", "speaking", "-o", fast) == 0
    assert pages(slow) != pages(fast)


# -- several dossiers --------------------------------------------------------------------------------------------------


def test_several_dossiers_each_get_their_files_and_a_bad_one_stops_none(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    bad = file("format: iets anders\n", "fout.yaml")
    other = file(DOSSIER.replace("id: overleg", "id: ander"), "ander.yaml")
    folder = tmp_path / "uit"

    assert sheets(file(), bad, other, "--kind", "book", "-o", folder) == 2

    assert sorted(path.name for path in folder.iterdir()) == ["ander-ed1-book.pdf", "overleg-ed1-book.pdf"]
    (line,) = capsys.readouterr().err.splitlines()
    assert "fout.yaml" in line


def test_two_languages_of_a_dossier_do_not_stand_in_each_others_way(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets
) -> None:
    english = file(DOSSIER.replace("language: nl", "language: en"), "meeting.en.yaml")
    folder = tmp_path / "uit"

    assert sheets(file(), english, "--kind", "book", "-o", folder) == 0
    assert (folder / "overleg-ed1-book.pdf").exists()
    assert (folder / "meeting.en" / "overleg-ed1-book.pdf").exists()


def test_several_dossiers_do_not_go_into_one_pdf(
    file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    assert sheets(file(), file(NEXT, "b.yaml"), "-o", tmp_path / "a.pdf") == 2
    assert "in een map" in capsys.readouterr().err


# -- house style, wrong use, a terminal --------------------------------------------------------------------------------


@pytest.mark.parametrize("own", [True, False])
def test_a_broken_house_style_is_told_with_its_line_and_the_shipped_one_is_used(
    own: bool, file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    style = tmp_path / "state" / "sheets" / "style.typ" if own else tmp_path / "huis.typ"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text("\n#let size = \n", encoding="utf-8")

    assert sheets(file(), *(() if own else ("--template", style)), "-o", tmp_path / "uit") == 1

    printed = capsys.readouterr()
    (line,) = printed.err.splitlines()
    assert f"{style}:2" in line
    assert len(printed.out.splitlines()) == len(list((tmp_path / "uit").iterdir())) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--kind", "poster"], "'poster' kan niet bij --kind; wel: topic, card"),
        (["--notes", "vragen"], "'vragen' kan niet bij --notes; wel: remark, question"),
        (["--statuses", "weg"], "'weg' kan niet bij --statuses"),
        (["--kind", "actor"], "--actor ontbreekt"),
        (["--kind", "wijzigingsblad"], "--since ontbreekt"),
        (["--kind", "book", "--actor", "be"], "--actor hoort bij --kind actor"),
        (["--copies", "0"], "'0' kan niet bij --copies; wel: een heel getal van 1 tot en met 999"),
        (["--words-a-minute", "veel"], "'veel' kan niet bij --words-a-minute; wel: een heel getal"),
        (["--kind", "speaking", "--notes"], "op een spreeklijst staan geen notities; laat --notes weg"),
        (["--kind", "card", "--notes", "do-not-volunteer"], "'do-not-volunteer' komen niet op een tafelkaart"),
        (["--since", "oud.yaml", "--notes", "do-not-volunteer"], "komen niet op een wijzigingsblad"),
        (["--kind", "card", "--where", "end"], "een vaste plaats; laat --where weg"),
        (["--factor", "snel"], "'snel' kan niet bij --factor"),
        (["--paper", "a3"], "'a3' kan niet bij --paper"),
        (["--template", "weg.typ"], "weg.typ: dit sjabloon is er niet"),
        (["--since", "weg.yaml"], "weg.yaml"),
    ],
)
def test_wrong_use_is_one_line_and_nothing_is_written(
    arguments: list[str], told: str, file: Callable[..., Path], tmp_path: Path, sheets: Sheets, capsys: Capture
) -> None:
    assert sheets(file(), *arguments, "-o", tmp_path / "uit") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert not (tmp_path / "uit").exists()


def test_the_help_tells_of_every_option_and_kind(capsys: Capture) -> None:
    cli.main(["--help"])
    told = capsys.readouterr().out

    options = (
        "topics notes statuses where actor since marking paper two-sided size copies words-a-minute factor template"
    )
    assert all(f"--{option}" in told for option in ("kind", *options.split()))
    assert all(kind in told for kind in SheetKind)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
def test_a_terminal_is_told_how_far_the_work_is(file: Callable[..., Path], tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "fmm_desktop", "sheets", file(), "-o", tmp_path / "uit"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        timeout=30,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    told = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)

    assert "overleg.yaml: 1/2" in told
    assert told.endswith("\r")
    assert len(done.stdout.splitlines()) == 2
