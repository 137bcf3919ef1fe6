"""What a reader may have meant with a filter line that finds nothing: lines like it that find something.

A word or a value that is nowhere is exchanged for what is like it; a word is taken apart, or joined to its neighbour.
What holds somewhere but never together is tried with less: a phrase without its quotation marks, a part left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from fmm_desktop.dossier.links import texts_of_topic
from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.search.answers import Notes
from fmm_desktop.search.facets import ALL_FIELDS, quoted, values
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.folding import fold
from fmm_desktop.search.likeness import bare, names_like, words_like
from fmm_desktop.search.query import Part, Query, parse, pieces
from fmm_desktop.search.topic_sets import Watch, ordinals_of

_MOST = 4
_TRIED = 100  # lines: each is looked for
_PIECES = 32  # as many as a query has
_SHORTEST_HALF = 3  # letters of a word that another one is taken apart into
_READ = 3  # topics in which it is looked up how a word is written


class Offer(NamedTuple):
    """A filter line, and how many topics it finds with the notes of now: at least one."""

    line: str
    found: int


def nearest(
    typed: str, dossier: Dossier, finder: Finder, notes: Notes | None = None, watch: Watch = lambda _fraction: None
) -> tuple[Offer, ...]:
    """Return up to four lines like `typed` that find something, the likest first; none when it finds something itself.

    It takes some 50 ms, and for phrases as long as looking through texts does; `watch` may raise to stop it.
    """
    trial = _Trial(finder, notes or {}, watch)
    if not parse(typed) or trial.found(typed):
        return ()
    return tuple(_Nearest(typed, dossier, finder, trial).offers())


class _Trial:
    """Looks for one line after the other, up to a number of them."""

    def __init__(self, finder: Finder, notes: Notes, watch: Watch) -> None:
        self._finder = finder
        self._notes = notes
        self._watch = watch
        self._known: dict[Query, int] = {}

    def found(self, line: str) -> int:
        """Return how many topics a line finds; 0 as well when it asks for nothing, or too much was tried already."""
        query = parse(line)
        if query not in self._known:
            self._watch(0.0)
            hits = self._finder.find(query, self._notes, watch=self._watch) if len(self._known) < _TRIED else None
            self._known[query] = len(hits) if hits is not None else 0
        return self._known[query]


class _Piece(NamedTuple):
    typed: str
    part: Part

    @property
    def is_word(self) -> bool:
        """Whether it asks for a word or a phrase."""
        return not self.part.field and not self.part.left_out

    @property
    def word(self) -> str:
        """The word that it asks for, empty when it asks for anything else."""
        return self.part.words if self.is_word and " " not in self.part.words else ""


class _Nearest:
    """Lines like one that finds nothing."""

    def __init__(self, typed: str, dossier: Dossier, finder: Finder, trial: _Trial) -> None:
        self._pieces = list(islice(_asking(typed), _PIECES))
        self._dossier = dossier
        self._finder = finder
        self._trial = trial

    def offers(self) -> list[Offer]:
        """Return up to four lines, the likest first."""
        nowhere = [place for place, piece in enumerate(self._pieces) if self._is_nowhere(piece)]
        instead = {
            place: [one for one in self._instead(self._pieces[place]) if self._trial.found(one)] for place in nowhere
        }
        repaired = [*self._joined(nowhere), *self._exchanged(instead)] if nowhere else []
        offers = list(self._tried(repaired)) or list(self._tried([self._loosened]))
        best = self._best(instead)
        return offers or self._with_less(best) or list(self._tried(self._with_least(best)))

    # -- what is nowhere -------------------------------------------------------------------------------------------

    def _is_nowhere(self, piece: _Piece) -> bool:
        return not self._trial.found(piece.typed)

    def _instead(self, piece: _Piece) -> Iterator[str]:
        """Yield what could stand instead of a piece that finds nothing, the likest first."""
        part = piece.part
        if part.left_out:
            return
        if part.field:
            yield from self._values(piece, part)
        elif " " in part.words:
            yield from self._phrases(part.words.split())
        else:
            yield from self._apart(part.words)
            yield from self._words(part.words)

    def _values(self, piece: _Piece, part: Part) -> Iterator[str]:
        name = piece.typed.partition(":")[0]
        written = {fold(value): value for value in self._known_values(part.field) if value}
        likes = [quoted(written[like]) for like in names_like(part.words, written)]
        yield from (f"{name}:{like}" for like in likes)
        if part.field == "note" and part.words:
            yield f"{name}:"  # with any note
        yield from (*likes, quoted(part.words))  # they may stand in a text

    def _known_values(self, field: str) -> Iterator[str]:
        for one in ALL_FIELDS:
            if one == field:
                yield from values(one, self._dossier, "nl")
                yield from values(one, self._dossier, "en")

    def _words(self, word: str) -> Iterator[str]:
        vocabulary = self._finder.vocabulary
        for like in words_like(word, vocabulary.__contains__, vocabulary.with_letters):
            yield self._as_written(like)

    def _apart(self, word: str) -> Iterator[str]:
        """Yield two words of the dossier that a word is made of."""
        known = self._finder.vocabulary
        for place in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
            halves = word[:place], word[place:].lstrip("-")
            if all(half in known for half in halves):
                yield " ".join(map(self._as_written, halves))

    def _phrases(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the words of a phrase joined, mended, and without the quotation marks."""
        yield from ("".join(words), "-".join(words))
        mended = [next(self._words(word), "") if not self._trial.found(word) else word for word in words]
        yield quoted(" ".join(filter(None, mended)))
        yield " ".join(filter(None, mended))

    def _as_written(self, word: str) -> str:
        """Return a folded word as the dossier writes it most often where it comes first."""
        hits = self._finder.find(Query((Part(word),)))
        forms = Counter[str]()
        for ordinal in islice(ordinals_of(hits.bits), _READ) if hits else ():
            for text in texts_of_topic(self._topics[ordinal], self._dossier):
                forms.update(form for written in text.split() if fold(form := bare(written)) == word)
        return max(forms, key=lambda form: (forms[form], form.islower()), default=word)

    @cached_property
    def _topics(self) -> Sequence[Topic]:
        return tuple(self._dossier.topics())

    # -- lines -----------------------------------------------------------------------------------------------------

    def _tried(self, lines: Iterable[str]) -> Iterator[Offer]:
        found = (Offer(line, self._trial.found(line)) for line in dict.fromkeys(lines))
        return islice((offer for offer in found if offer.found), _MOST)

    def _best(self, instead: dict[int, list[str]]) -> list[str]:
        """Return the pieces with the best that there is instead of each; a phrase that nothing is like in words."""
        best: list[str] = []
        for place, piece in enumerate(self._pieces):
            if place not in instead:
                best.append(piece.typed)
            elif instead[place]:
                best.append(instead[place][0])
            elif piece.is_word:
                best += [word for word in piece.part.words.split() if self._trial.found(word)]
        return best

    def _exchanged(self, instead: dict[int, list[str]]) -> Iterator[str]:
        """Yield lines with the best instead of each piece that is nowhere, then with what is less like one of them."""
        yield " ".join(self._best(instead))
        for place, others in instead.items():
            for other in others[1:]:
                yield " ".join(self._best(instead | {place: [other]}))

    def _joined(self, nowhere: Sequence[int]) -> Iterator[str]:
        """Yield lines in which two words that stand side by side are one, when either of them is nowhere."""
        rest = [piece.typed for piece in self._pieces]
        for place in range(len(rest) - 1):
            one, other = (piece.word for piece in self._pieces[place : place + 2])
            if one and other and not {place, place + 1}.isdisjoint(nowhere):
                for word in (f"{one}{other}", f"{one}-{other}"):
                    if word in self._finder.vocabulary:
                        yield " ".join((*rest[:place], self._as_written(word), *rest[place + 2 :]))

    @property
    def _loosened(self) -> str:
        """The line with the words of its phrases instead of these."""
        typed = [piece.typed.replace('"', " ") if piece.is_word else piece.typed for piece in self._pieces]
        return " ".join(" ".join(typed).split())

    def _with_less(self, line: Sequence[str]) -> list[Offer]:
        """Return lines without one of their pieces: those first that still ask for most, and so find least."""
        fewer = dict.fromkeys(" ".join((*line[:place], *line[place + 1 :])) for place in range(len(line)))
        offers = [Offer(one, found) for one in fewer if (found := self._trial.found(one))]
        return sorted(offers, key=lambda offer: offer.found)[:_MOST]

    def _with_least(self, line: Sequence[str]) -> Iterator[str]:
        """Yield as many of the pieces as hold together, the first ones kept before others, and the last ones."""
        for order in (range(len(line)), range(len(line) - 1, -1, -1)):
            kept: list[int] = []
            for place in order:
                if self._trial.found(" ".join(line[one] for one in sorted([*kept, place]))):
                    kept.append(place)
            yield " ".join(line[one] for one in sorted(kept))


def _asking(typed: str) -> Iterator[_Piece]:
    """Yield the pieces of a line; a mistyped field asks for nothing."""
    for piece in dict.fromkeys(pieces(typed)):
        yield from (_Piece(piece, part) for part in parse(piece).parts[:1])
