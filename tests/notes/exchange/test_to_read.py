"""Notes as Markdown and as a table: good to read, and nothing in them works that should not."""

import csv
import io
from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read
from fmm_desktop.dossier.vocabulary import kind_name
from fmm_desktop.notes.exchange import markdown, table
from fmm_desktop.notes.exchange.picking import pick
from fmm_desktop.notes.note import Anchor, NoteKind, Status, Traits

from .conftest import Desk

SHIPPED = Path(__file__).parents[3] / "data" / "fmm-2025-12-03.nl.yaml"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read(SHIPPED)


@pytest.fixture
def desk(anna: Desk, dossier: Dossier) -> Desk:
    """Notes on the second topic and on the first, made in that order."""
    second, first = list(dossier.topics())[1::-1]
    said = second.passages[2]
    anna.write("over *alles*", Anchor(dossier.id, second.path, quote=second.title))
    anna.write("wie?", Anchor(dossier.id, second.path, said.id, 1, said.text), Traits(NoteKind.QUESTION))
    anna.write("nooit", Anchor(dossier.id, first.path), Traits(NoteKind.DO_NOT_VOLUNTEER, Status.OPEN))
    return anna


def lines(data: bytes) -> list[str]:
    return data.decode().splitlines()


def test_markdown_is_by_topic_in_the_order_of_the_dossier(desk: Desk, dossier: Dossier) -> None:
    said = lines(markdown.write(pick(desk.store), {dossier.id: dossier}, "nl"))

    first, second = list(dossier.topics())[:2]
    heads = [line for line in said if line.startswith("#")]
    assert heads[0] == f"# Notities: {dossier.title}"
    assert heads[1] == f"## {first.number} {first.title}"
    assert heads[2] == f"## {second.number} {second.title}"
    assert heads[3].startswith(f"### {second.passages[2].number} ")
    assert any(line.startswith("**Vraag** · open · anna · ") for line in said)
    assert any(line.startswith("> ") for line in said)
    assert "over *alles*" in said


def test_a_wording_that_was_made_for_other_words_says_for_which(anna: Desk, dossier: Dossier) -> None:
    topic = next(iter(dossier.topics()))
    then = Anchor(dossier.id, topic.path, topic.passages[0].id, 1, "Zo was het.")
    note = anna.store.write(None, then, "", Traits(NoteKind.AMENDMENT, wording="Zo zij het."))
    anna.store.settle(note.id)
    assert not any("Voorgesteld bij" in line for line in lines(markdown.write(pick(anna.store), {}, "nl")))

    now = msgspec.structs.replace(then, edition=2, quote="Zo is het.")
    anna.store.write(note.id, now, "", note.traits)
    anna.store.settle(note.id)

    said = lines(markdown.write(pick(anna.store), {}, "nl"))
    at = said.index("Voorgesteld bij de woorden van editie 1:")
    assert [one for one in said[at + 1 :] if one] == ["> Zo was het.", "Voorgestelde tekst:", "> Zo zij het."]


def test_without_the_dossier_the_path_stands_there(desk: Desk) -> None:
    assert "## nar/oekraine" in lines(markdown.write(pick(desk.store), {}, "en"))


def test_a_kind_can_stay_at_home(desk: Desk) -> None:
    picked = pick(desk.store, without=[NoteKind.DO_NOT_VOLUNTEER])

    assert b"nooit" not in markdown.write(picked, {}, "nl")
    assert len(picked) == 2


def test_a_kind_that_another_version_has_stays_at_home_too(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    anna.change(note.id, "geheim", traits=Traits(NoteKind.DO_NOT_VOLUNTEER))
    bram.change(note.id, "openbaar")
    bram.take(anna.send())

    assert pick(bram.store, without=[NoteKind.DO_NOT_VOLUNTEER]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=file:///etc/passwd>",
        "![x](http://e.org/p.png)",
        "[x](javascript:alert(1))",
        "<http://e.org>",
        "[x]: http://e.org",
        "# kop",
        "kop\n===",
        "kop\n-",
        "```\ncode",
        "> citaat",
        "> <script>x</script>\n> ```\n> # kop\n> ---\n>      code",
        "> a\n===",
        "a\n***\nb",
        "\x00\x1b[2J\x85",
        "&lt;b&gt;",
        "| a |\n|---|",
    ],
)
def test_in_markdown_a_note_is_text_with_emphasis_and_lists_alone(anna: Desk, text: str) -> None:
    for place in ("text", "quote", "title", "wording"):
        anchor = Anchor("d", "s/t", "p", 1, text if place == "quote" else "q")
        if place == "title":
            anchor = msgspec.structs.replace(anchor, topic=text)
        anna.write(text if place == "text" else "x", anchor, Traits(wording=text if place == "wording" else ""))

    html = MarkdownIt("commonmark").render(markdown.write(pick(anna.store), {}, "nl").decode())

    for sign in ("<script", "<img", "<a ", "<code", "<pre", "<table", "<hr", "\x1b", "\x00"):
        assert sign not in html
    assert html.count("<h1") == 1
    assert html.count("<h3") == 4


def test_a_quotation_in_a_note_stays_one(anna: Desk) -> None:
    text = "Klopt niet meer.\n\n> Er stond: *dit*\n> en <b>dat</b>\n>     # diep\nNog iets\n> > twee"
    anna.write(text, Anchor("d", "s/t"))

    html = MarkdownIt("commonmark").render(markdown.write(pick(anna.store), {}, "nl").decode())

    assert "<p>Klopt niet meer.</p>\n<blockquote>\n<p>Er stond: <em>dit</em><br />\n" in html
    assert "en &lt;b&gt;dat&lt;/b&gt;<br />\n# diep</p>\n</blockquote>\n<p>Nog iets</p>\n" in html
    assert "<blockquote>\n<p>&gt; twee</p>\n</blockquote>" in html


def test_what_looks_like_a_list_in_a_heading_is_none(anna: Desk) -> None:
    anna.write("x", Anchor("d", "1. a"))
    assert "<h2>1. a</h2>" in MarkdownIt().render(markdown.write(pick(anna.store), {}, "nl").decode())


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_has_a_row_for_each_note(desk: Desk, dossier: Dossier) -> None:
    head, *found = rows(table.write(pick(desk.store), {dossier.id: dossier}, "en"))

    assert head[:4] == ["Dossier", "Edition", "Topic", "Passage"]
    assert [row[8] for row in found] == ["nooit", "over *alles*", "wie?"]
    assert found[2][5:7] == ["Question", "Open"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00a0=1", "＝1", "=cmd|' /C calc'!A0", '"=1', "\n=1"],
)
def test_no_cell_is_run(anna: Desk, text: str) -> None:
    anna.write(text, Anchor(text, "s/t", text, 1, text), Traits(labels=(text,), wording=text))

    (_head, row) = rows(table.write(pick(anna.store), {}, "nl"))

    assert not [cell for cell in row if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))]
    assert row[8].removeprefix("'") == text


def test_a_cell_is_no_larger_than_a_spreadsheet_takes(anna: Desk) -> None:
    anna.write("a" * 100_000)
    (_head, row) = rows(table.write(pick(anna.store), {}, "nl"))
    assert len(row[8]) == 32_767


def test_notes_stand_where_they_hang_now_and_those_in_doubt_say_so(anna: Desk, dossier: Dossier) -> None:
    first, second = list(dossier.topics())[:2]
    moved, other = first.passages[0], second.passages[0]
    anna.write("mee", Anchor(dossier.id, second.path, moved.id, 0, moved.text))
    anna.write("twijfel", Anchor(dossier.id, second.path, other.id, 0, "Dit zegt geen enkele passage van het dossier."))
    anna.write("weg", Anchor(dossier.id, "nar/weg", quote="Een onderwerp dat er niet meer is"))
    here = {dossier.id: dossier}

    _head, *found = rows(table.write(pick(anna.store), here, "en"))
    place = {row[8]: tuple(row[2:4]) for row in found}
    assert place["mee"] == (f"{first.number} {first.title}", f"{moved.number} {kind_name(moved.kind, 'nl')}")
    assert place["twijfel"] == (f"{second.number} {second.title}", "to review")
    assert place["weg"] == ("nar/weg", "to review")
    said = lines(markdown.write(pick(anna.store), here, "nl"))
    assert said.index("mee") < said.index(f"## {second.number} {second.title}") < said.index("### te beoordelen")
