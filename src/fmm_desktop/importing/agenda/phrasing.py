"""The notation of the phrases by which an agenda is recognised, made into patterns over folded text.

`…` stands for words in between, `(a|b)` for a choice, with `?` behind it for one that may be missing, `word*` for any
ending, `{name}` for a list of words, `^` for the beginning. Case, accents and kinds of hyphens do not count.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from fmm_desktop.search.folding import fold

GAP = "…"
_SEPARATOR = r"[,;:]?\s+"
_MOST_WORDS = 25
_TOKEN = re.compile(r"\s*(?P<token>(?:\([^()]*(?:\([^()]*\)[^()]*)*\)\??|\{[\w-]+\}|\[[^\]]*\]|[^\s(){}\[])+)")
_PART = re.compile(
    r"\((?P<choice>(?:[^()]|\([^()]*\))*)\)(?P<maybe>\??)|\{(?P<name>[\w-]+)\}|(?P<class>\[[^\]]*\]\]?)|(?P<word>.)"
)
NOTHING = re.compile(r"(?!)")

_LONGEST = 3000  # code points of a sentence, and
_LONGEST_WORD = 100  # of a word: what is longer is no language, and would be looked through for ever


@lru_cache(maxsize=4096)
def heard(text: str) -> str:
    """Return a sentence folded, to look for phrases in; empty for what is far too long to be one."""
    if len(text) > _LONGEST or any(len(word) > _LONGEST_WORD for word in text.split()):
        return ""
    return fold(text)


Lists = Mapping[str, Sequence[str]]


def compiled(phrases: Iterable[str], lists: Lists) -> re.Pattern[str]:
    """Return one pattern that finds any of `phrases` in folded text. Raises KeyError for a list that is not there."""
    sources = [_bounded(phrase, lists) for phrase in phrases]
    return re.compile("|".join(sources)) if sources else NOTHING


def whole(phrases: Iterable[str], lists: Lists) -> re.Pattern[str]:
    """Return one pattern that any of `phrases` is the whole of a folded text for."""
    sources = [rf"^(?:{_sequence(phrase, lists)})$" for phrase in phrases]
    return re.compile("|".join(sources)) if sources else NOTHING


def _bounded(phrase: str, lists: Lists) -> str:
    start = phrase.startswith("^")
    body = _sequence(phrase.removeprefix("^"), lists)
    before = "^" if start else r"(?<!\w)"
    return rf"{before}(?:{body})(?!\w)"


def _sequence(phrase: str, lists: Lists) -> str:
    """Return the source of words one after another; what is optional takes its separator along."""
    tokens = [match["token"] for match in _TOKEN.finditer(phrase)]
    source, begun = "", False
    for token in tokens:
        if token == GAP:
            source += rf"(?:{_SEPARATOR}\S+){{0,{_MOST_WORDS}}}?" if begun else rf"(?:\S+\s+){{0,{_MOST_WORDS}}}?"
        elif _may_be_missing(token):
            inner = _token(token.removesuffix("?"), lists)
            source += rf"(?:{_SEPARATOR}{inner})?" if begun else rf"(?:{inner}{_SEPARATOR})?"
        else:
            source += (_SEPARATOR if begun else "") + _token(token, lists)
            begun = True
    return source


def _may_be_missing(token: str) -> bool:
    return token.startswith("(") and token.endswith(")?") and token.count("(") == 1


def _token(token: str, lists: Lists) -> str:
    return "".join(_parts(token, lists))


def _parts(token: str, lists: Lists) -> Iterator[str]:
    for match in _PART.finditer(token):
        if match["choice"] is not None:
            choices = "|".join(_sequence(choice, lists) for choice in match["choice"].split("|"))
            yield f"(?:{choices}){match['maybe']}"
        elif match["name"] is not None:
            yield f"(?:{'|'.join(_sequence(word, lists) for word in lists[match['name']])})"
        elif match["class"] is not None:
            yield match["class"]
        else:
            yield _letter(match["word"])


@lru_cache(maxsize=512)
def _letter(letter: str) -> str:
    return r"\w*" if letter == "*" else re.escape(fold(letter))
