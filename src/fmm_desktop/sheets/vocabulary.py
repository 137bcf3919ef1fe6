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
    counts: Sentence = Sentence("Wat het telt", "What it counts")
    gone: Sentence = Sentence(
        "bij een passage die er niet meer is ({id})", "on a passage that is no longer there ({id})"
    )


PRINTED = _Printed()


def sheet_kind_name(kind: SheetKind, language: Language) -> str:
    """Return what a kind of sheet is called within a sentence."""
    return _KINDS[kind].say(language)


def sheet_kind_label(kind: SheetKind, language: Language) -> str:
    """Return what a kind of sheet is called where it stands alone."""
    name = sheet_kind_name(kind, language)
    return name[0].upper() + name[1:]
