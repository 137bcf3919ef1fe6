"""The line above the table of notes asks as that of the dossier does, of each note by itself."""

import pytest

from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.search.note_filter import asks_for, note_row
from fmm_desktop.search.noting import NoteScope, NoteText
from fmm_desktop.search.query import parse

ASKED = NoteText("Wie betaalt\nde schaduwvloot?", NoteKind.QUESTION, Status.OPEN)
SAID = NoteText("Oekraïne eerst", NoteKind.SAY, Status.SAID)
ROWS = {
    "asked": note_row(ASKED, ("PURL", "navo"), ("1.1.4 Inzet", "Vraag", "open", "reader")),
    "said": note_row(SAID, (), ("2.1 China", "Zeggen", "gezegd", "colleague")),
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", {"asked", "said"}),
        ("vloot", {"asked"}),
        ("betaalt de", {"asked"}),
        ('"betaalt de"', {"asked"}),
        ('"de betaalt"', set()),
        ("oekraine", {"said"}),
        ("-oekraine", {"asked"}),
        ("inzet", {"asked"}),
        ("colleague", {"said"}),
        ("note:question", {"asked"}),
        ("notitie:gezegd", {"said"}),
        ("-note:question", {"said"}),
        ("note:question note:said", set()),
        ("note:vloot", {"asked"}),
        ("label:purl", {"asked"}),
        ("label:", {"asked"}),
        ("-label:", {"said"}),
        ("purl", {"asked"}),
        ("sessie:china", {"said"}),
    ],
)
def test_what_is_asked_for(typed: str, found: set[str]) -> None:
    query = parse(typed)
    scope = NoteScope.of(query.parts)

    assert {name for name, row in ROWS.items() if asks_for(query, scope, row)} == found
