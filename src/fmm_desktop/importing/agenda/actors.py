"""Who is named: countries and organisations that are known, and persons with their office."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from fmm_desktop.dossier.model import ActorKind
from fmm_desktop.importing.agenda.draft import DraftActor
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import compiled
from fmm_desktop.importing.agenda.slugs import Slugs
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.search.folding import fold

_NAME = r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:[ -](?:(?:van|de|der|von|of) )*[A-ZÀ-Þ][a-zà-ÿ’'-]+){0,2})"

_TITLE = r"(?:(?:Mr|Ms|Mrs|Dr|Sir|Lord|Lady|Dame|Baroness|mevrouw|de heer|mw|dhr)\b\.?)"


_STEP = 10
"""Countries that are looked for between two questions whether to go on."""


def actors_in(
    texts: Sequence[str], book: Book, needed: Iterable[str] = (), watch: Watch = unwatched
) -> tuple[DraftActor, ...]:
    """Return who is named in these texts, and the countries and others with the ids that are `needed`.

    Raises what `watch` raises to stop.
    """
    whole = fold("\n".join(texts))
    words = frozenset(re.findall(r"\w+", whole))
    wanted = set(needed)
    countries, organisations = (watched(known, watch, 1.0, _STEP) for known in (_countries(book), _organisations(book)))
    countries_ = [one.actor for one in countries if one.actor.id in wanted or one.is_in(whole, words)]
    organisations_ = [one.actor for one in organisations if one.is_in(whole, words)]
    group = [_group(book)] if book.words.others.group and _group(book).id in wanted else []
    known = [*countries_, *organisations_, *group]
    persons = _persons(texts, book, Slugs(actor.id for actor in known))
    return (*known, *persons)


def group_id(book: Book) -> str:
    """Return the id of the actor that stands for others who are not named."""
    return _group(book).id


def _group(book: Book) -> DraftActor:
    return DraftActor(id=Slugs().of(book.words.others.group), kind="organisation", name=book.words.others.group)


class _Known(NamedTuple):
    """An actor by all its names; those of one word are looked for among the words of a text, which is quick."""

    actor: DraftActor
    single: frozenset[str]
    beginnings: tuple[str, ...]
    longer: re.Pattern[str]

    def is_in(self, text: str, words: frozenset[str]) -> bool:
        """Whether a folded text, with these words, names the actor."""
        if self.single & words or self.longer.search(text):
            return True
        return any(word.startswith(self.beginnings) for word in words) if self.beginnings else False

    def is_named(self, name: str) -> bool:
        """Whether a folded name is that of the actor."""
        return self.is_in(name, frozenset(re.findall(r"\w+", name)))


def _countries(book: Book) -> tuple[_Known, ...]:
    return _known(tuple(book.words.countries.items()), "country")


def _organisations(book: Book) -> tuple[_Known, ...]:
    return _known(tuple(book.words.organisations.items()), "organisation")


@lru_cache(maxsize=16)
def _known(named: tuple[tuple[str, tuple[str, ...]], ...], kind: ActorKind) -> tuple[_Known, ...]:
    return tuple(_by_names(DraftActor(id=name, kind=kind, name=words[0]), words) for name, words in named)


def _by_names(actor: DraftActor, names: Sequence[str]) -> _Known:
    folded = [fold(name) for name in names]
    return _Known(
        actor,
        frozenset(name for name in folded if name.isalnum()),
        tuple(name[:-1] for name in folded if name.endswith("*") and name[:-1].isalnum()),
        compiled([name for name in folded if not name.removesuffix("*").isalnum()], {}),
    )


def _persons(texts: Iterable[str], book: Book, slugs: Slugs) -> Iterator[DraftActor]:
    offices = "|".join(sorted(book.words.offices, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w’'-])(?P<before>[\w’'-]{{1,40}}?[ -])??(?P<office>\b(?i:{offices}))(?:,? {_TITLE} | ){_NAME}"
    )
    seen = set[str]()
    for text in texts:
        for match in pattern.finditer(text):
            if match["name"] not in seen and not _is_known(match["name"], book):
                seen.add(match["name"])
                of = _of(match["before"] or "", book)
                yield DraftActor(
                    id=slugs.of(match["name"].split()[-1]),
                    kind="person",
                    name=match["name"],
                    role=match["office"],
                    of=of,
                )


def _is_known(name: str, book: Book) -> bool:
    """Whether what looks like the name of a person is that of a country, an organisation, a city or an abbreviation."""
    folded = fold(name)
    return (
        name.isupper()
        or any(one.is_named(folded) for one in (*_countries(book), *_organisations(book)))
        or (name in book.words.cities or bool(book.meeting_word.search(folded)))
    )


def _of(before: str, book: Book) -> str:
    """Return the id of the country or organisation in the word before an office: `Oekraïense`, `EU-`."""
    word = fold(before).strip(" -")
    return next((one.actor.id for one in (*_countries(book), *_organisations(book)) if one.is_named(word)), "")
