"""What is said about a file is said in both languages, with the same things filled in."""

import string

import pytest

from fmm_desktop.dossier import check_sentences, datafile, structure_sentences, yaml_sentences
from fmm_desktop.errors import Sentence

SENTENCES = [*yaml_sentences._SYNTAX.values()] + [
    sentence
    for module in (check_sentences, datafile, structure_sentences, yaml_sentences)
    for sentence in vars(module).values()
    if isinstance(sentence, Sentence)
]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.en[:40])
def test_both_languages_name_the_same_things(sentence: Sentence) -> None:
    assert places(sentence.nl) == places(sentence.en)
    assert sentence.nl != sentence.en or sentence.nl.startswith("{")


def places(template: str) -> set[str | None]:
    """Return the names of the places to fill in a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
