"""What a hit in the library looks like: the most telling passage, and the words around what was looked for."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from fmm_desktop.dossier.model import Kind
from fmm_desktop.search.folding import fold_with_places
from fmm_desktop.search.library_asking import Asked
from fmm_desktop.search.library_text import KINDS, KeptPassage, KeptTopic
from fmm_desktop.search.library_writing import Held

_LENGTH = 140  # letters of a snippet
_BEFORE = 50


class Found(Struct, frozen=True):
    """A topic that was found. `kind` is None and `passage` empty when the words stand in no passage of it."""

    file: Path
    dossier_id: str
    dossier: str
    edition: int
    path: str
    title: str
    number: str
    """Of the passage, or else of the topic."""
    passage: str
    kind: Kind | None
    snippet: str


def hit(file: Path, held: Held, topic: KeptTopic, asked: Asked) -> Found:
    """Return how a topic is shown that was found."""
    passages = asked.passages(topic)
    telling = _most_telling(passages, asked.words)
    shown = telling or next(iter(passages or topic.passages), None)
    return Found(
        file=file,
        dossier_id=held.id,
        dossier=held.title,
        edition=held.edition,
        path=topic.path,
        title=topic.title,
        number=telling.number if telling else topic.number,
        passage=telling.id if telling else "",
        kind=KINDS[telling.kind] if telling else None,
        snippet=snippet(shown.text, shown.folded, asked.words) if shown else "",
    )


def _most_telling(passages: Sequence[KeptPassage], words: tuple[str, ...]) -> KeptPassage | None:
    """Return the first passage with the most of the words; without words the first; None when none has any."""
    if not words:
        return passages[0] if passages else None
    best, most = None, 0
    for passage in passages:
        score = sum([word in passage.folded for word in words])
        if score > most:
            best, most = passage, score
            if most == len(words):
                break
    return best


def snippet(text: str, folded: str, words: tuple[str, ...]) -> str:
    """Return the part of a text around the first of folded words, on one line; an ellipsis where it is cut.

    `folded` is the text folded: with it, most texts need not be folded again.
    """
    text = " ".join(text.split())
    if len(text) <= _LENGTH:
        return text
    place = _first(text, folded, words)
    start = min(max(place - _BEFORE, 0), len(text) - _LENGTH)
    start = text.find(" ", start, place) + 1 or start if start else 0
    end = start + _LENGTH
    if len(text) > end:
        end = max(text.rfind(" ", start, end), place + 1)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _first(text: str, folded: str, words: tuple[str, ...]) -> int:
    """Return where the first of the words begins, or 0."""
    places: Sequence[int] = range(len(text))
    if len(text) != len(folded):  # else it is letter for letter
        letters, places = fold_with_places(text)
        folded = letters
    return min((places[place] for word in words if (place := folded.find(word)) >= 0), default=0)
