"""Web pages and Kamerstukken in XML become blocks; what stands around the text is left out but kept."""

import pytest

from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Format, Weight

from .making import read, texts

_PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Raad van 17 november</title><style>p {color: red}</style></head>
<body><header>Ministerie</header><nav><ul><li>Overzicht</li></ul></nav>
<main><h1>Geannoteerde agenda</h1><h2>Handel</h2>
<p>De Commissie licht toe.<sup><a href="#noot1" id="terug1">1</a></sup> Nederland
steunt dit.</p><ol start="3"><li><p>Derde</p><ul><li>binnen</li></ul></li><li>Vierde</li></ol>
<p><strong>Inzet Nederland</strong><br>Nederland vraagt aandacht.</p>
<table><tr><td>Land</td><td>Ja</td></tr></table>
<div id="noot1"><p><a href="#terug1">1</a> Kamerstuk 21 501-02.</p></div></main>
<footer>Over deze site</footer><script>alert("nee")</script></body></html>"""


def test_a_page_gives_its_text_and_leaves_out_what_is_around_it() -> None:
    plain = read(_PAGE)

    assert (plain.format, plain.title, plain.language) == (Format.HTML, "Raad van 17 november", "nl")
    assert [(block.whole, block.kind, block.level, block.depth) for block in plain.blocks] == [
        ("Geannoteerde agenda", BlockKind.PARAGRAPH, 1, 0),
        ("Handel", BlockKind.PARAGRAPH, 2, 0),
        ("De Commissie licht toe. Nederland steunt dit.", BlockKind.PARAGRAPH, 0, 0),
        ("3. Derde", BlockKind.ITEM, 0, 1),
        ("• binnen", BlockKind.ITEM, 0, 2),
        ("4. Vierde", BlockKind.ITEM, 0, 1),
        ("Inzet Nederland", BlockKind.PARAGRAPH, 0, 0),
        ("Nederland vraagt aandacht.", BlockKind.PARAGRAPH, 0, 0),
        ("Land", BlockKind.CELL, 0, 0),
        ("Ja", BlockKind.CELL, 0, 0),
        ("1 Kamerstuk 21 501-02.", BlockKind.FOOTNOTE, 0, 0),
    ]
    assert texts(plain.left_out) == ["Ministerie", "• Overzicht", "Over deze site"]
    assert plain.blocks[2].footnotes == (FootnoteMark(23, "1"),)
    assert plain.blocks[6].weight is Weight.BOLD


def test_the_marks_that_a_page_says_are_footnotes_stay_and_no_other_digit_is_one() -> None:
    note = '<p id="n1"><a href="#t1">1</a> Kamerstuk 22 112.</p>'
    mark = '<a href="#n1" class="noot"><sup>1</sup></a>'

    block, _ = read(f"<html><body><p>Het beleid1 is besproken{mark} en klaar.</p>{note}").blocks

    assert (block.text, block.footnotes) == ("Het beleid1 is besproken en klaar.", (FootnoteMark(24, "1"),))


_BODY = "<p>De Raad spreekt over de toestand en het voorzitterschap licht de stand van zaken toe.</p>"


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        (f"<a href='#c'>Skip to content</a><form><h1>Agenda</h1>{_BODY}</form>", ["Skip to content"]),
        (f"<header>Site</header><main><article><header><h1>Agenda</h1></header>{_BODY}</article></main>", ["Site"]),
        (
            f"<div class='has-sidebar'><nav>Menu</nav><h1>Agenda</h1>{_BODY}<footer>Voet</footer></div>",
            ["Menu", "Voet"],
        ),
        (f"<form>Zoeken<textarea>hier</textarea></form><h1>Agenda</h1>{_BODY}", ["Zoeken", "hier"]),
        (f"<h1>Age<span hidden>intern</span>nda</h1><p style='display: none'>weg</p>{_BODY}", ["intern", "weg"]),
    ],
)
def test_what_is_around_a_text_is_told_by_what_it_holds(page: str, left_out: list[str]) -> None:
    plain = read(f"<html><body class='page has-sidebar'>{page}</body></html>")

    assert texts(plain.blocks) == ["Agenda", _BODY[3:-4]]
    assert texts(plain.left_out) == left_out


@pytest.mark.parametrize(
    ("header", "left_out"),
    [("<h1>Agenda</h1>", []), ("<nav>Menu</nav><h1>Agenda</h1>", ["Menu"]), ("<p>Logo</p>", ["Logo"])],
)
def test_the_header_with_the_only_title_of_a_page_is_text(header: str, left_out: list[str]) -> None:
    below = "" if "h1" in header else "<h1>Agenda</h1>"

    plain = read(f"<html><body><header>{header}</header><form>{below}{_BODY}</form></body></html>")

    assert texts(plain.blocks) == ["Agenda", _BODY[3:-4]]
    assert texts(plain.left_out) == left_out


def test_a_text_that_a_page_shows_verbatim_is_read_as_plain_text() -> None:
    assert texts(read("<html><body><h1>Agenda</h1><pre>Handel\n\n- punt\n</pre></body></html>").blocks) == [
        "Agenda", "Handel", "- punt",
    ]  # fmt: skip


_KAMERSTUK = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">2025-2026</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>21 501-02</dossiernr></dossiernummer><titel>Raad Algemene Zaken</titel></dossier>
<stuk><stuknr>Nr. <ondernummer>3268</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>
<datumtekst isodatum="2025-11-05">Den Haag, 5 november 2025</datumtekst><algemeen><vrije-tekst><tekst>
<tussenkop kopopmaak="vet">Handel</tussenkop><tussenkop kopopmaak="cur">Inzet</tussenkop>
<al>De Raad be<?xpp afbm?>spreekt<noot type="voet"><noot.nr>1</noot.nr><noot.al>Bron.</noot.al></noot> het <nadruk
type="cur">kader</nadruk>.</al><al/>
<lijst><li><li.nr>a.</li.nr><al>Eerste</al><al>Vervolg</al></li></lijst>
<divisie><kop><nr>2</nr><titel>Diversen</titel></kop><al>Niets.</al></divisie></tekst>
<tekst-sluiting><ondertekening><functie>De Minister,</functie><naam><voornaam>A.</voornaam>
<achternaam>Voorbeeld</achternaam></naam></ondertekening></tekst-sluiting></vrije-tekst></algemeen></stuk></kamerstuk>
</officiele-publicatie>"""


def test_a_kamerstuk_knows_its_envelope_its_headings_and_its_notes() -> None:
    plain = read(_KAMERSTUK)

    assert plain.format is Format.KAMERSTUK
    assert [(block.whole, block.kind, block.level) for block in plain.blocks] == [
        ("Handel", BlockKind.PARAGRAPH, 1),
        ("Inzet", BlockKind.PARAGRAPH, 2),
        ("De Raad bespreekt het kader.", BlockKind.PARAGRAPH, 0),
        ("a. Eerste", BlockKind.ITEM, 0),
        ("Vervolg", BlockKind.ITEM, 0),
        ("2 Diversen", BlockKind.PARAGRAPH, 1),
        ("Niets.", BlockKind.PARAGRAPH, 0),
        ("1 Bron.", BlockKind.FOOTNOTE, 0),
    ]
    assert [(block.style, block.whole) for block in plain.left_out] == [
        ("kamerstukkop", "2025-2026"),
        ("dossier", "21 501-02"),
        ("dossier", "Raad Algemene Zaken"),
        ("stuknr", "Nr. 3268"),
        ("titel", "BRIEF VAN DE MINISTER"),
        ("datumtekst", "Den Haag, 5 november 2025"),
        ("ondertekening", "De Minister,"),
        ("ondertekening", "A. Voorbeeld"),
    ]


def test_the_annex_of_a_kamerstuk_gives_the_title_and_none_of_its_words_run_together() -> None:
    annex = (
        "<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>Geannoteerde agenda</titel></kop><divisie><kop><nr>2</nr>"
        "<titel>Libië</titel><subtitel>(mogelijk)</subtitel></kop><al>Steun<noot><noot.nr>1</noot.nr><noot.al>Een."
        "</noot.al><noot.al>Twee.</noot.al></noot>.</al></divisie><divisie><kop><nr>3</nr></kop></divisie></bijlage>"
    )
    plain = read(_KAMERSTUK.replace("</algemeen>", f"</algemeen>{annex}"))

    assert plain.title == "Geannoteerde agenda"
    assert texts(plain.blocks)[-7:] == [
        "Bijlage 1 Geannoteerde agenda", "2 Libië (mogelijk)", "Steun.", "3", "1 Bron.", "1 Een.", "1 Twee.",
    ]  # fmt: skip


_MARKDOWN = """---
title: Agenda
---
# Sessie 1

**Oekraïne**

De ministers spreken
over steun.[^1] Zie [de brief](brief.pdf).

1. een
2. twee
   - diep

| Land | Ja |
|------|----|
| nl   | x  |

[^1]: Kamerstuk.
[bron]: https://voorbeeld.example
"""


def test_markdown_keeps_its_headings_lists_and_notes() -> None:
    plain = read(_MARKDOWN, "agenda.md")

    assert (plain.format, plain.title) == (Format.MARKDOWN, "Agenda")
    assert [(block.whole, block.kind, block.level) for block in plain.blocks][:7] == [
        ("Sessie 1", BlockKind.PARAGRAPH, 1),
        ("Oekraïne", BlockKind.PARAGRAPH, 0),
        ("De ministers spreken over steun. Zie de brief.", BlockKind.PARAGRAPH, 0),
        ("1. een", BlockKind.ITEM, 0),
        ("2. twee", BlockKind.ITEM, 0),
        ("- diep", BlockKind.ITEM, 0),
        ("Land", BlockKind.CELL, 0),
    ]
    assert plain.blocks[1].weight is Weight.BOLD
    assert plain.blocks[2].footnotes == (FootnoteMark(32, "1"),)
    assert plain.blocks[-1].kind is BlockKind.FOOTNOTE
