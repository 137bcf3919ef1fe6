"""Which topics of an open dossier a query finds."""

from collections.abc import Mapping

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.answers import Answers, Notes
from fmm_desktop.search.fields import Scope
from fmm_desktop.search.index import Vocabulary
from fmm_desktop.search.noting import NoteScope
from fmm_desktop.search.query import Part, Query
from fmm_desktop.search.topic_sets import TopicSets, Watch

_LOOKED_THROUGH_AT_ONCE = 150  # topics: some 20 ms


class Hits(Struct, frozen=True):
    """What a query found: bit n of `bits` is set when topic n of `Dossier.topics()`, counted from 0, is found.

    Sessions are found by their topics alone, so that one without topics is never found.
    """

    bits: int

    def __len__(self) -> int:
        """How many topics were found."""
        return self.bits.bit_count()


class Finder:
    """Finds topics by what can be read of them, their fields, the title of their session and their notes.

    Every part of a query must hold; a word holds wherever it stands. When the query names a kind or an actor, its
    words have to stand in the title of the topic or in passages of that kind that name that actor.

    The dossier is indexed at the first question, or when `prepare` is called: beside the window when it is large.
    Once it is, several threads may ask at the same time: the index never changes, and each answer that is remembered is
    one value, read once and put down whole (`looking`).
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._answers: Answers | None = None

    def prepare(self, watch: Watch) -> None:
        """Index the dossier now; `watch` is told how far it is, 0 to 1, and may raise to stop it."""
        self._answers = Answers(self._dossier, watch)

    def is_slow(self, query: Query) -> bool:
        """Return whether `find` may take more than 30 ms, as it has to look through the texts of many topics."""
        answers = self._ready_answers()
        scope = answers.scope(query.parts)
        among, left = answers.all, 0
        for part in _cheap_first(query, scope):
            if _stands_in_texts(part, scope):
                left += answers.left_to_look_through(part, scope, among).bit_count()
            elif part.field != "note":
                among = _narrowed(among, part, answers.in_index(part))
        return left > _LOOKED_THROUGH_AT_ONCE

    def find(self, query: Query, notes: Notes | None = None, *, watch: Watch | None = None) -> Hits | None:
        """Return what `query` finds, or None when it asks for nothing. `notes` are those of now.

        `watch` is called for each topic whose text is looked through, and may raise to stop that.
        """
        if not query:
            return None
        answers = self._ready_answers()
        scope = answers.scope(query.parts)
        noted, note_scope = answers.noted(notes or {}), NoteScope.of(query.parts)
        found = answers.all
        for part in _cheap_first(query, scope):
            holding = answers.in_notes(part, noted, note_scope) if _may_stand_in_notes(part, scope) else 0
            if _stands_in_texts(part, scope):
                holding |= answers.in_texts(part, scope, found & ~holding, watch or _unwatched)
            elif part.field != "note":
                holding |= answers.in_index(part)
            found = _narrowed(found, part, holding)
        return Hits(found)

    def scope(self, query: Query) -> Scope:
        """Return the passages in which the words of `query` have to stand."""
        return self._ready_answers().scope(query.parts)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the dossier."""
        return self._ready_answers().vocabulary

    def under(self, field: str) -> TopicSets:
        """Return the topics under each actor, tag, kind or term, as `turning` wants them."""
        return self._ready_answers().under(field)

    @property
    def tags(self) -> Mapping[str, str]:
        """How each tag was written first, by what it is folded to."""
        return self._ready_answers().tags

    def _ready_answers(self) -> Answers:
        if self._answers is None:
            self._answers = Answers(self._dossier, _unwatched)
        return self._answers


def _cheap_first(query: Query, scope: Scope) -> list[Part]:
    """Return the parts of a query, those last that are looked for in texts: few topics are left then."""
    return sorted(query.parts, key=lambda part: _stands_in_texts(part, scope))


def _stands_in_texts(part: Part, scope: Scope) -> bool:
    """Return whether no index tells where a part stands: a phrase, and words in some passages only."""
    return not part.field and (bool(scope) or " " in part.words)


def _may_stand_in_notes(part: Part, scope: Scope) -> bool:
    return part.field == "note" or not (part.field or scope)


def _narrowed(found: int, part: Part, holding: int) -> int:
    return found & ~holding if part.left_out else found & holding


def _unwatched(_fraction: float) -> None:
    """Nobody waits."""
