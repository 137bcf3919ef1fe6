"""How sure a topic is: `mogelijk` in its heading, its first sentences or the introduction makes it possible."""

import re
from collections.abc import Iterable, Sequence

from fmm_desktop.dossier.model import Certainty
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard

_LONG = 4  # letters, of a word that tells a title from others
_LOOK = 2  # sentences in which a topic says whether it comes up


def certainty_of(title: str, sentences: Sequence[str], announced: Iterable[str], book: Book) -> Certainty:
    """Return how sure a topic is, by its title, its first sentences and the possible ones in the introduction."""
    if any(is_possible(text, book) for text in (title, *sentences[:_LOOK])):
        return "possible"
    words = {word for word in re.findall(r"\w+", heard(title)) if len(word) >= _LONG}
    if words and any(words <= set(re.findall(r"\w+", heard(sentence))) for sentence in announced):
        return "possible"
    return "planned"


def possible_sentences(sentences: Iterable[str], book: Book) -> list[str]:
    """Return the sentences that say that something may come up."""
    return [sentence for sentence in sentences if is_possible(sentence, book)]


def is_possible(sentence: str, book: Book) -> bool:
    """Whether a sentence says that what it is about may come up."""
    folded = heard(sentence)
    return bool(book.possible_surely.search(folded) or book.possible.search(book.not_possible.sub(" ", folded)))
