"""A query against the library's index: which topics it finds, and where in them."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial, reduce
from operator import and_, or_

from fmm_desktop.search.fields import certainties_called, kinds_called
from fmm_desktop.search.library_sets import union
from fmm_desktop.search.library_text import KINDS, Field, KeptPassage, KeptTopic
from fmm_desktop.search.query import Part, Query

_SHORTEST = 3  # letters that `letters` can find

# A field is ?1, what is asked for ?2; see `library_sets.key`.
_POSTINGS_OF = """
    CROSS JOIN posting ON posting.key BETWEEN (?1 << 48) + (found.id << 16) AND (?1 << 48) + (found.id << 16) + 65535
"""
_WITH_LETTERS = f"""
    SELECT posting.key & 65535, posting.topics
    FROM (SELECT rowid AS id FROM letters WHERE letters MATCH ?2) AS found {_POSTINGS_OF}
"""  # noqa: S608 - constants; values are bound
_WITH_PART = f"""
    SELECT posting.key & 65535, posting.topics
    FROM (SELECT id FROM word WHERE instr(text, ?2)) AS found {_POSTINGS_OF}
"""  # noqa: S608 - as above
_WHOLE = f"""
    SELECT posting.key & 65535, posting.topics FROM (SELECT id FROM word WHERE text = ?2) AS found {_POSTINGS_OF}
"""  # noqa: S608 - as above
_IN_FIELD = """
    SELECT posting.key & 65535, posting.topics
    FROM posting CROSS JOIN word ON word.id = posting.key >> 16 & 4294967295
    WHERE posting.key BETWEEN ?1 << 48 AND (?1 << 48) + 281474976710655 AND instr(word.text, ?2)
"""
_BEGINS = """
    SELECT posting.key & 65535, posting.topics
    FROM posting CROSS JOIN word ON word.id = posting.key >> 16 & 4294967295
    WHERE posting.key BETWEEN ?1 << 48 AND (?1 << 48) + 281474976710655 AND substr(word.text, 1, length(?2)) = ?2
"""
_SOME_PAGES = "SELECT ordinal, text FROM json_each(?) CROSS JOIN page ON ordinal = value"
_ALL_PAGES = "SELECT ordinal, text FROM page WHERE ordinal BETWEEN ? AND ?"
_DENSE = 4  # times as many pages are read in a row as quickly as those that are asked for one by one


class Asked:
    """A query, and the passages that its words are looked for in: those of its kinds and actors, or the whole page."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.words = query.words
        asked = [part for part in query.parts if part.words and not part.left_out]
        self._by_kind = any(part.field == "kind" for part in asked)
        self._kinds = {kind for part in asked if part.field == "kind" for kind in _kinds(part.words)}
        self._actors = [part.words for part in asked if part.field == "actor"]
        self._narrowed = self._by_kind or bool(self._actors)
        self._unsure = [part for part in query.parts if not part.field and not self._is_sure(part)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked that a library can answer."""
        return all(part.field == "note" for part in self.query.parts)

    @property
    def is_sure(self) -> bool:
        """Whether the topics that `among` gives need no look at their text."""
        return not self._unsure

    def among(self, database: sqlite3.Connection, all_topics: int) -> int:
        """Return the topics in `all_topics` that may be found: those that are, when `is_sure`."""
        topics = all_topics
        for part in self.query.parts:
            if part.field == "note" or (part.left_out and part in self._unsure):
                continue
            found = self._found(database, part)
            topics &= ~found if part.left_out else found
        return topics

    @property
    def reads_topics(self) -> bool:
        """Whether `finds` must be asked of each topic that `on_pages` gives."""
        return self._narrowed and not self.is_sure

    def on_pages(self, database: sqlite3.Connection, ordinals: Sequence[int]) -> Sequence[int]:
        """Return those of some topics that `among` gives on whose pages the phrases stand, or do not."""
        if self._narrowed or self.is_sure:
            return ordinals
        found = ordinals
        for part in self._unsure:  # of one after the other, as most pages do not have the first
            found = _on_pages(database, found, part.words, wanted=not part.left_out)
        return found

    def finds(self, topic: KeptTopic) -> bool:
        """Return whether a topic that `on_pages` gives is found."""
        return not self.reads_topics or all(self._stands(part.words, topic) != part.left_out for part in self._unsure)

    def passages(self, topic: KeptTopic) -> Sequence[KeptPassage]:
        """Return the passages that words are looked for in."""
        if not self._narrowed:
            return topic.passages
        named = self._named(topic)
        return [passage for passage in topic.passages if self._is_asked(passage, named)]

    def _named(self, topic: KeptTopic) -> frozenset[int]:
        """Return the actors of a topic that are asked for, as its passages know them."""
        asked = self._actors
        return frozenset(
            place
            for place, one in enumerate(topic.actors)
            if any(words == one.id or words in one.name for words in asked)
        )

    def _is_asked(self, passage: KeptPassage, named: frozenset[int]) -> bool:
        of_kind = not self._by_kind or passage.kind in self._kinds
        return of_kind and (not self._actors or not named.isdisjoint(passage.actors))

    def _stands(self, words: str, topic: KeptTopic) -> bool:
        """Return whether words stand in the title or in a passage that is asked for; most stand in no passage."""
        if words in topic.folded_title:
            return True
        holding = [passage for passage in topic.passages if words in passage.folded]
        if not holding:
            return False
        named = self._named(topic)
        return any(self._is_asked(passage, named) for passage in holding)

    def _is_sure(self, part: Part) -> bool:
        """Return whether the index alone can tell: not for a phrase, nor for which passages of an actor hold a word."""
        if " " in part.words or self._actors:
            return False
        return not self._narrowed or len(part.words) >= _SHORTEST

    def _found(self, database: sqlite3.Connection, part: Part) -> int:
        if not _can_be_kept(part.words):
            return 0
        if part.field:
            return _in_field(database, part)
        if self._narrowed and part not in self._unsure:
            fields = [Field.TITLE, *(Field.KIND + kind for kind in self._kinds)]
            return reduce(or_, (_with_word(database, field, part.words) for field in fields))
        return reduce(and_, (_with_word(database, Field.ANY, word) for word in part.words.split(" ")))


def _kinds(words: str) -> list[int]:
    return [KINDS.index(kind) for kind in kinds_called(words)]


def _can_be_kept(words: str) -> bool:
    """Return whether words could stand in a file at all: half a sign cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in words)


def _in_field(database: sqlite3.Connection, part: Part) -> int:
    whole = partial(_topics, database, _WHOLE)
    inside: Callable[[Field, str], int] = partial(_inside, database)
    begins: Callable[[Field, str], int] = partial(_topics, database, _BEGINS)
    words = part.words
    match part.field:
        case "kind":
            return reduce(or_, (whole(Field.KIND + kind, "") for kind in _kinds(words)), 0)
        case "certainty":
            return reduce(or_, (whole(Field.CERTAINTY, one) for one in certainties_called(words)), 0)
        case "actor":
            return inside(Field.ACTOR, words) | whole(Field.ACTOR_ID, words) if words else whole(Field.ACTOR, "")
        case "session":
            return inside(Field.SESSION, words) | begins(Field.SESSION_ID, words) | whole(Field.SESSION_NUMBER, words)
        case "tag":
            return inside(Field.TAG, words)
        case _:
            return inside(Field.MARKING, words)


def _inside(database: sqlite3.Connection, field: Field, words: str) -> int:
    """Return the topics with a text in a field that holds words."""
    if len(words) < _SHORTEST:
        return _topics(database, _IN_FIELD, field, words)
    return _with_word(database, field, words)


def _with_word(database: sqlite3.Connection, field: int, word: str) -> int:
    """Return the topics in which a word, or a part of one, stands in a field."""
    if field == Field.ANY and len(word) < _SHORTEST:
        return _topics(database, _WHOLE, Field.SHORT, word)
    if "\0" in word:  # ends what FTS5 is asked
        return _topics(database, _WITH_PART, field, word)
    return _topics(database, _WITH_LETTERS, field, '"{}"'.format(word.replace('"', '""')))


def _topics(database: sqlite3.Connection, statement: str, field: int, words: str) -> int:
    return union(database.execute(statement, (field, words)))


def _on_pages(database: sqlite3.Connection, ordinals: Sequence[int], words: str, *, wanted: bool) -> Sequence[int]:
    """Return those of ascending ordinals on whose pages words stand; when these are not `wanted`, the others.

    To look in Python takes two thirds of the time that SQLite's own instr() takes.
    """
    if not ordinals:
        return ordinals
    first, last = ordinals[0], ordinals[-1]
    if last - first >= len(ordinals) * _DENSE:
        pages = database.execute(_SOME_PAGES, (json.dumps(ordinals),))
        return [ordinal for ordinal, page in pages if (words in page) is wanted]
    found = [ordinal for ordinal, page in database.execute(_ALL_PAGES, (first, last)) if (words in page) is wanted]
    return found if last - first + 1 == len(ordinals) else sorted(set(ordinals).intersection(found))
