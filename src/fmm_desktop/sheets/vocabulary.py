"""What the kinds of sheet are called, and the words that are printed on them alone, in both languages."""

from typing import NamedTuple

from fmm_desktop.errors import Language, Sentence
from fmm_desktop.sheets.kinds import SheetKind

_KINDS = {
    SheetKind.TOPIC: Sentence("onderwerpblad", "topic sheet"),
    SheetKind.CARD: Sentence("tafelkaart", "table card"),
    SheetKind.SPEAKING: Sentence("spreeklijst", "speaking list"),
    SheetKind.ACTOR: Sentence("actorblad", "actor sheet"),
    SheetKind.CHANGES: Sentence("wijzigingsblad", "change sheet"),
    SheetKind.NOTES: Sentence("notitielijst", "note list"),
    SheetKind.BOOK: Sentence("dossierboek", "book"),
}


class _Printed(NamedTuple):
    """Words on the sheets themselves, beside those of `dossier.vocabulary`."""

    copy: Sentence = Sentence("exemplaar {copy} van {copies}", "copy {copy} of {copies}")
    number: Sentence = Sentence("Nr.", "No.")
    value: Sentence = Sentence("Waarde", "Value")
    counts: Sentence = Sentence("Betreft", "Subject")
    gone: Sentence = Sentence(
        "bij een passage die er niet meer is ({id})", "on a passage that is no longer there ({id})"
    )
    persons: Sentence = Sentence("Personen", "Persons")
    takes_part: Sentence = Sentence("Neemt deel aan", "Takes part in")
    what_is_new: Sentence = Sentence("Wat er nieuw is", "What is new")
    against: Sentence = Sentence("Editie {new} tegenover editie {old}", "Edition {new} against edition {old}")
    struck: Sentence = Sentence("Doorgehaald", "Struck out")
    is_gone: Sentence = Sentence(" is vervallen, ", " is gone, ")
    underlined: Sentence = Sentence("onderstreept", "underlined")
    is_new: Sentence = Sentence(" is nieuw", " is new")
    was: Sentence = Sentence("was {number}", "was {number}")
    dossier: Sentence = Sentence("Over het dossier", "About the dossier")
    one_note: Sentence = Sentence("1 notitie", "1 note")
    notes: Sentence = Sentence("{count} notities", "{count} notes")
    elsewhere: Sentence = Sentence("Niet meer in deze editie", "No longer in this edition")
    extract: Sentence = Sentence("Uittreksel", "Extract")
    extract_of: Sentence = Sentence("Uittreksel, zonder: {missing}", "Extract, without: {missing}")
    all_notes: Sentence = Sentence("notities", "notes")
    other_notes: Sentence = Sentence("andere notities", "other notes")
    too_long: Sentence = Sentence("Paste niet op deze kaart:", "Had no room on this card:")
    speaking_list: Sentence = Sentence("Spreeklijst", "Speaking list")
    in_all: Sentence = Sentence("Samen {time}", "{time} in all")
    rate: Sentence = Sentence("bij {words} woorden per minuut", "at {words} words a minute")
    interpreted: Sentence = Sentence("maal {factor} voor vertolking", "times {factor} for interpretation")
    contents: Sentence = Sentence("Inhoud", "Contents")


PRINTED = _Printed()


def sheet_kind_name(kind: SheetKind, language: Language) -> str:
    """Return what a kind of sheet is called within a sentence."""
    return _KINDS[kind].say(language)


def sheet_kind_label(kind: SheetKind, language: Language) -> str:
    """Return what a kind of sheet is called where it stands alone."""
    name = sheet_kind_name(kind, language)
    return name[0].upper() + name[1:]
