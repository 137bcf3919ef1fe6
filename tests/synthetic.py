"""Dossiers that nobody wrote: Dutch-looking, any size, the same for the same numbers. For tests and benchmarks.

`yaml_text(10_000)` is a data file of about 17 MB; `dossier(10_000)` is what reading it gives, made without YAML.
"""

import random
from collections.abc import Iterator
from typing import Any

from msgspec import convert

from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.format import DossierShape
from fmm_desktop.dossier.model import Dossier

TOPICS_IN_SESSION = 20

_WORDS = """
aanpak akkoord afschrikking beleid bespreking bijdrage bondgenoten bondgenootschap burgers capaciteiten commissie
coördinatie crisisbeheersing cyberaanvallen defensie defensie-industrie defensieuitgaven dreiging drones energie
Europese financiering gezamenlijk grensoverschrijdend hervormingen humanitaire hybride industrie informatie initiatief
innovatie inzet kabinet koploper lastenverdeling leveringen lidstaten luchtruim luchtverdediging maatregelen maritieme
materieel militaire munitie Nederland Nederlandse noodzakelijk Oekraïne Oekraïense onderhandelingen ondersteuning
ondanks opbouw overleg partners politieke procedures raad regio Russische samenwerking sancties schaduwvloot
scheepvaart situatie solidariteit steun strategie toezegging top transatlantische trainingen uitgaven veiligheid
verdediging verklaring vertrouwen vredesplan weerbaarheid wederopbouw West-Balkan zorgen één reële ruïnes
geïntegreerde aan als bij dan dat dat de de de de de de die die dit door een een een een en en en en er haar het het
het het hun in in in in is is kan maar meer met met naar nog of om om om ook op op over te te te tegen tot uit van van
van van van voor voor wat werd worden zal zich zij zijn zoals
""".split()  # noqa: SIM905 - a hundred words read better as words
_ACTORS = ["nl", "be", "ua", "ru", "cn", "navo", "eu", "de", "fr", "pl"]
_STANCES = ["supports", "opposes", "mixed", "unknown"]
_CERTAINTIES = ["planned", "planned", "planned", "possible", "defensive"]


def yaml_text(topics: int, seed: int = 1) -> str:
    """Return a data file with this many topics of about 160 words, twenty in a session."""
    return "\n".join(_block(_values(topics, seed), "")) + "\n"


def dossier(topics: int, seed: int = 1) -> Dossier:
    """Return the dossier that `yaml_text` with the same numbers is the file of."""
    return build(convert(_values(topics, seed), DossierShape))


def _values(topics: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    numbers = range(1, topics + 1)
    groups = [numbers[start : start + TOPICS_IN_SESSION] for start in range(0, topics, TOPICS_IN_SESSION)]
    return {
        "format": "fmm-dossier/1",
        "id": "synthetisch",
        "edition": 1,
        "language": "nl",
        "title": "Synthetische bijeenkomst",
        "meeting": {"start": "2025-12-03", "place": "Brussel", "country": "be"},
        "own": "nl",
        "actors": [{"id": name, "kind": "country", "name": name.upper()} for name in _ACTORS],
        "terms": [{"id": "purl", "short": "PURL", "long": "lijst met vereisten"}],
        "sources": [{"id": "agenda", "title": "Geannoteerde agenda", "date": "2025-11-28"}],
        "sessions": [_session(number, list(group), chance) for number, group in enumerate(groups, 1)],
    }


def _session(number: int, topics: list[int], chance: random.Random) -> dict[str, Any]:
    return {
        "id": f"sessie-{number}",
        "title": f"Sessie over {_words(chance, 3)}",
        "form": "werksessie",
        "participants": ["navo", "ua"],
        "introduction": _sentence(chance, 20),
        "topics": [_topic(topic, chance) for topic in topics],
    }


def _topic(number: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": f"onderwerp-{number}",
        "title": _words(chance, 4).capitalize(),
        "certainty": chance.choice(_CERTAINTIES),
        "tags": [chance.choice(_WORDS).lower() for _ in range(3)],
        "related": [f"onderwerp-{max(1, number - 1)}"],
        "aim": [_sentence(chance, 12)],
        "discussion": [_sentence(chance, 25), _sentence(chance, 20)],
        "position": [
            {"id": "p1", "text": _sentence(chance, 24), "source": {"id": "agenda", "at": f"al. {number}"}},
            f"{_sentence(chance, 16)} Zie [[term:purl]].",
        ],
        "points": [_sentence(chance, 12)],
        "if-raised": [_sentence(chance, 10)],
        "others": [
            {"actor": chance.choice(_ACTORS), "stance": chance.choice(_STANCES), "text": _sentence(chance, 10)},
        ],
        "figures": [{"value": f"EUR {chance.randint(1, 900)} mln.", "text": _sentence(chance, 6)}],
        "background": [_sentence(chance, 25)],
    }


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))


def _sentence(chance: random.Random, count: int) -> str:
    text = _words(chance, count)
    return f"{text[0].upper()}{text[1:]}."


def _block(value: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a mapping, as a person would write them."""
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield f"{indent}{key}: {_flow(inner)}"
        elif isinstance(inner, list) and key in _ON_ONE_LINE:
            yield f"{indent}{key}: [{', '.join(inner)}]"
        elif isinstance(inner, list):
            yield f"{indent}{key}:"
            for item in inner:
                yield from _item(item, f"{indent}  ")
        else:
            yield f"{indent}{key}: {inner}"


_ON_ONE_LINE = {"participants", "tags", "related"}


def _item(item: str | dict[str, Any], indent: str) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{indent}- {item}"
        return
    lines = list(_block(item, f"{indent}  "))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _flow(value: dict[str, Any]) -> str:
    return "{" + ", ".join(f'{key}: "{inner}"' for key, inner in value.items()) + "}"
