"""Documents for the tests of the reader of agendas: written out, or thrown together by chance."""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.agenda.phrases import Books, load_books
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.formats import read_bytes
from fmm_desktop.importing.plain import Block, BlockKind, Cell, FootnoteMark, Format, Plain, Weight

PHRASES = Path(__file__).parents[3] / "resources" / "phrases"


@cache
def books() -> Books:
    """The phrases that are shipped."""
    return load_books(PHRASES)


def agenda(text: str, name: str = "agenda.txt") -> Draft:
    """Read a plain text as an agenda."""
    return read_agenda(read_bytes(text.encode(), name), books())


def blocks(*found: Block, language: str = "nl") -> Draft:
    """Read blocks as an agenda, as a reader of a format would have found them."""
    placed = tuple(
        Block(
            **{field: getattr(block, field) for field in block.__struct_fields__}
            | {"order": order, "place": f"al. {order + 1}"}
        )
        for order, block in enumerate(found)
    )
    return read_agenda(Plain(blocks=placed, name="agenda.docx", format=Format.DOCX, language=language), books())


def titles(draft: Draft) -> list[tuple[str, list[str]]]:
    """Return the titles of the sessions with those of their topics."""
    return [(session.heading.title, [topic.heading.title for topic in session.topics]) for session in draft.sessions]


_TEXTS = st.sampled_from(
    """
Hierbij bied ik u de geannoteerde agenda aan voor de Raad van 3 maart.
De Minister van Landbouw,
N.N. Voorbeeld
Den Haag, 20 november 2023
Geachte voorzitter,
Geannoteerde agenda Landbouwraad 3 maart 2026
Sessie 1: Water
Sessie 2: Land
Noord-Atlantische Raad
Werklunch (WL)
Waterbeheer
Visserij (mogelijk)
Droogte en Landbouw (DL)
Inzet Nederland
Onderwerp
Krachtenveld
Inhoud: een voorstel.
Stand van zaken
Gedachtewisseling
Bijen(voortgangsrapport)De Commissie zal dit toelichten.
Op woensdag 3 maart a.s. vindt de Landbouwraad plaats in Brussel. Mogelijk komt droogte aan de orde.
De Raad zal spreken over de droogte. Nederland zal pleiten voor water. Dat kost EUR 3 mln. per jaar.
Nederland steunt het plan. Duitsland steunt het plan niet.1 De Commissie zwijgt.
Hierbij is samenhang van belang. 5% is veel.
Nederland zal:
VERTROUWELIJK
*let op* [[dit]] `niet` 1. a_b_c
- streepje # hekje: dubbel
1. punt
Ik hoop u hiermee voldoende te hebben geïnformeerd. Ook dit nog.
""".strip().splitlines()
) | st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60)


def _tidy(text: str) -> str:
    return " ".join(text.split())


@st.composite
def documents(draw: st.DrawFn) -> Plain:
    """Documents of parts of agendas in any order, in any setting."""
    texts = [tidy for text in draw(st.lists(_TEXTS, min_size=1, max_size=14)) if (tidy := _tidy(text))]
    notes = draw(st.integers(0, 2))
    found = [_block(draw, text, order) for order, text in enumerate(texts or ["Leeg"])]
    found += [
        Block(text=f"Kamerstuk 21 501-32, nr. {number}", kind=BlockKind.FOOTNOTE, marker=str(number), order=len(found))
        for number in range(1, notes + 1)
    ]
    return Plain(blocks=tuple(found), name=draw(_NAMES), language=draw(st.sampled_from(["nl", "nl", "en", ""])))


_NAMES = st.sampled_from(["agenda.docx", "a: b #c.txt", "", ".md", "'aan\"halen'.pdf"])


def _block(draw: st.DrawFn, text: str, order: int) -> Block:
    kind = draw(st.sampled_from([BlockKind.PARAGRAPH] * 4 + [BlockKind.ITEM, BlockKind.CELL, BlockKind.CELL]))
    placed = kind is BlockKind.CELL and draw(st.booleans())
    return Block(
        text=text,
        kind=kind,
        cell=Cell(1, *divmod(order, 2)) if placed else None,
        level=draw(st.sampled_from([0, 0, 0, 0, 1, 2, 3])),
        weight=draw(st.sampled_from([Weight.PLAIN] * 4 + [Weight.BOLD, Weight.ITALIC])),
        marker=draw(st.sampled_from([""] * 5 + ["1.", "2.", "a)", "-", "=", "I.", "II.", "C.", "1.1"])),
        footnotes=(FootnoteMark(len(text), "1"),) if draw(st.booleans()) else (),
        place=f"al. {order + 1}",
        order=order,
    )
