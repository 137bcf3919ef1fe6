"""Random small libraries: what a plain comparison of folded texts finds is found, and nothing else."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.links import texts_of_topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.folding import fold
from fmm_desktop.search.library import Library
from fmm_desktop.search.library_tables import open_in_memory
from fmm_desktop.search.query import parse
from fmm_desktop.search.topic_sets import ordinals_of

from .library_samples import LONG_AGO, dossier

LETTERS = "abAÁßﬁ-’\u00ad"
WORDS = st.text(LETTERS, min_size=1, max_size=5).map(lambda word: f"x{word}")
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
BROKEN_LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)


@st.composite
def topics(draw: st.DrawFn) -> dict[str, Any]:
    """Return a topic with few words, so that some come twice."""
    return {
        "title": draw(TEXTS),
        "tags": draw(st.lists(WORDS, max_size=2)),
        "certainty": draw(st.sampled_from(["planned", "possible"])),
        "aim": draw(st.lists(TEXTS | BROKEN_LINES, max_size=2)),
        "position": draw(st.lists(TEXTS, max_size=2)),
        "points": [f"{text} [[actor:{draw(st.sampled_from('pq'))}]]" for text in draw(st.lists(TEXTS, max_size=1))],
        "others": [
            {"actor": actor, "text": draw(TEXTS)} for actor in draw(st.lists(st.sampled_from("pqr"), max_size=2))
        ],
    }


ACTORS = [
    {"id": "p", "kind": "person", "name": "xa Pá", "of": "q"},
    {"id": "q", "kind": "country", "name": "xb"},
    {"id": "r", "kind": "country", "name": "ab"},
]
LIBRARIES = st.lists(st.lists(topics(), max_size=3), min_size=1, max_size=3)
FRAGMENTS = st.text("abAÁsßﬁi-'x", min_size=1, max_size=4)
FIELDS = st.sampled_from(
    ["soort:inzet", "kind:aim", "kind:", "soort:x", "actor:p", "actor:xb", "actor:", "zekerheid:gepland", "sessie:1"]
) | st.builds("tag:{}".format, FRAGMENTS)
PARTS = (
    FRAGMENTS | st.builds('"{} {}"'.format, FRAGMENTS, FRAGMENTS) | FIELDS | st.builds("-{}".format, FRAGMENTS | FIELDS)
)


def made(folder: str, library: list[list[dict[str, Any]]]) -> list[Path]:
    """Write the dossiers of a library and return their files."""
    paths = [Path(folder) / f"{number}.yaml" for number in range(len(library))]
    for path, some in zip(paths, library, strict=True):
        path.write_text(json.dumps(dossier(topics=some, actors=ACTORS), ensure_ascii=False), encoding="utf-8")
        os.utime(path, (LONG_AGO, LONG_AGO))
    return paths


@settings(max_examples=100, deadline=None)
@given(LIBRARIES, st.lists(FRAGMENTS, min_size=1, max_size=3))
def test_nothing_is_missed_that_a_plain_comparison_finds(library: list[list[dict[str, Any]]], words: list[str]) -> None:
    typed = " ".join(word.strip("-") or "x" for word in words)
    wanted = set()
    with tempfile.TemporaryDirectory() as folder, Library(open_in_memory(), None) as opened:
        for path in made(folder, library):
            one = read(path)
            for topic in one.topics():
                page = " \n".join(fold(text) for text in (*texts_of_topic(topic, one), "Werksessie"))
                if all(word in page for word in fold(typed).split()):
                    wanted.add((path, topic.path))
        opened.update([Path(folder)])

        assert {(hit.file, hit.path) for hit in opened.search(parse(typed))} == wanted


@settings(max_examples=150, deadline=None)
@given(LIBRARIES, st.lists(PARTS, min_size=1, max_size=3).map(" ".join))
def test_the_library_finds_what_the_finder_finds(library: list[list[dict[str, Any]]], typed: str) -> None:
    wanted = set()
    with tempfile.TemporaryDirectory() as folder, Library(open_in_memory(), None) as opened:
        for path in made(folder, library):
            one = read(path)
            paths = [topic.path for topic in one.topics()]
            hits = Finder(one).find(parse(typed))
            wanted |= {(path, paths[place]) for place in (ordinals_of(hits.bits) if hits else ())}
        opened.update([Path(folder)])

        assert {(hit.file, hit.path) for hit in opened.search(parse(typed))} == wanted
        assert opened.count(parse(typed)) == len(wanted)
