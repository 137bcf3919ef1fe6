"""The phrases by which a sentence is known, language by language, and what is said of a file that is wrong."""

from pathlib import Path

import pytest

from fmm_desktop.errors import UserError
from fmm_desktop.importing.agenda.kinds import said
from fmm_desktop.importing.agenda.phrases import load_books
from fmm_desktop.importing.agenda.phrasing import compiled
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.search.folding import fold

from .documents import PHRASES, books

EXAMPLES = [
    (language, kind, sentence)
    for language, book in books().items()
    for kind, examples in book.words.examples.items()
    for sentence in examples
]


@pytest.mark.parametrize(("language", "kind", "sentence"), EXAMPLES)
def test_a_sentence_is_of_its_kind(language: str, kind: str, sentence: str) -> None:
    """Said of one of the countries of the file: `The Dutch position` is none for a British reader."""
    kinds = {said(sentence, book).kind.value for book in books()[language].by_own.values()}

    assert kind in kinds
    assert kind == "position" or "position" not in kinds


@pytest.mark.parametrize(
    ("phrase", "found", "not_found"),
    [
        ("zal … spreken", "De Raad zál straks ook SPREKEN.", "De Raad zal bespreken."),
        ("staat (ook|wel)? stil", "Dat staat stil en dit staat ook stil", "staat nu stil"),
        ("(ligt|liggen) voor", "de stukken liggen voor", "zij liggen ver voor"),
        ("werk*diner", "een werkdiner en een werkavonddiner", "een diner"),
        ("^op de", "Op de agenda", "Niet op de agenda"),
        ("{own} wil", "het kabinet wil", "de Raad wil"),
    ],
)
def test_the_notation_of_phrases(phrase: str, found: str, not_found: str) -> None:
    pattern = compiled([phrase], {"own": ("het kabinet",)})

    assert pattern.search(fold(found))
    assert not pattern.search(fold(not_found))


def test_a_sentence_ends_where_a_reader_sees_it_end() -> None:
    text = (
        "Op 3 maart a.s. komt dit op. Het kost EUR 500 mln. per jaar.1 Dat is veel.2Het voorstel van N.N. Voorbeeld "
        "(Kamerstuk 27 625, nr. 3) volgt. Is dat zo? “Ja.” De bijdrage is 5.2 miljoen. "
        "Zie de brief van 3 mei jl. Nederland stemde in."
    )

    found = [text[start:end] for start, end in sentences(text, books()["nl"].abbreviations)]

    assert found == [
        "Op 3 maart a.s. komt dit op.",
        "Het kost EUR 500 mln. per jaar.1",
        "Dat is veel.2",
        "Het voorstel van N.N. Voorbeeld (Kamerstuk 27 625, nr. 3) volgt.",
        "Is dat zo?",
        "“Ja.”",
        "De bijdrage is 5.2 miljoen.",
        "Zie de brief van 3 mei jl.",
        "Nederland stemde in.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("language: nl", "taal: nl", "taal"),
        ("{own} heeft … ingestemd", "{niemand} heeft … ingestemd", "niemand"),
        ("months: [", "months: [[", "list"),
    ],
)
def test_a_file_of_phrases_that_is_wrong_is_told_of(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = (PHRASES / "nl.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "nl.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(UserError, match=reason) as raised:
        load_books(tmp_path)

    assert "nl.yaml" in raised.value.text("nl")
