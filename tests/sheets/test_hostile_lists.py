"""Text that tries to be something else, on the sheets that go through a whole dossier."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import msgspec
import pytest
from rivers import river_dossier, river_topic

from fmm_desktop.dossier.model import Actor, Dossier
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

Pages = Callable[[bytes], list[str]]
HOSTILE = (
    '#read("/etc/passwd")',
    "#panic() $x^2$ @label <label> = Heading",
    "C:\\folder\\name ] [ ) ( } { ~ //",
    "مرحبا \u202e omgekeerd",
    "nul\0bel\x07half\ud800",
    "😀 \U000f0000",
    "x" * 2_000,
    " ",
    "",
)


def hostile(*, edition: int = 2) -> Dossier:
    """Return the river dossier with such texts wherever one can stand."""
    kinds = zip(cycle(river_topic().passages), HOSTILE, strict=False)
    said = [text + " was zo" * (edition == 1) for text in HOSTILE]
    passages = tuple(
        msgspec.structs.replace(one, id=f"p{place}", text=said[place], value=said[place - 1], marking=text[:99])
        for place, (one, text) in enumerate(kinds)
    )
    topic = river_topic(title=HOSTILE[0], passages=passages, related=HOSTILE[:3], marking=HOSTILE[1])
    actor = Actor(id="be", kind="person", name=HOSTILE[0], role=HOSTILE[1], text=HOSTILE[3])
    return river_dossier(topic, edition=edition, title=said[0], actors=(actor,), marking=HOSTILE[2])


@pytest.mark.parametrize("kind", [SheetKind.ACTOR, SheetKind.CHANGES, SheetKind.NOTES])
def test_no_text_is_read_as_typst_or_makes_a_sheet_fail(kind: SheetKind, templates: Path, pages: Pages) -> None:
    noted = [
        SheetNote(f"p{place}", text, text, kind=NoteKind.AMENDMENT, wording=text, words=text[:50])
        for place, text in enumerate(HOSTILE)
    ]
    lost = [SheetNote("", text, words=text, written_on="ochtend/peil#weg") for text in HOSTILE]
    order = Order(kind=kind, actor="be", notes=NoteChoice(where=Where.BESIDE))

    made = document(hostile(), order, {"ochtend/peil": noted, HOSTILE[0]: lost}, hostile(edition=1))
    pdf = typeset(made, House(templates))

    printed = " ".join("".join(pages(pdf)).split())
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert all(text in printed for text in HOSTILE[:3])
