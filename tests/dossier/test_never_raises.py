"""Whatever is in a file, it is read or it is refused in words."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec import ValidationError, convert

from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.checks import examine
from fmm_desktop.dossier.format import DossierShape, TopicShape
from fmm_desktop.dossier.reading import DossierError, check, read
from fmm_desktop.dossier.structure import differences, dossier_type
from fmm_desktop.dossier.yaml_border import load

from .conftest import GOOD

ordinary = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # one file is written again and again: each example replaces it as a whole

_pieces = st.sampled_from(
    [
        *("a", "id", "format: fmm-dossier/1\n", "sessions", "topics", "é", "\u2028", "\ufeff", "\t", "\\", "\n"),
        *(": ", ":\n", "- ", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "? ", "<<", '"', "'", "# ", "| ", ">-\n"),
        *("&a ", "*a ", "!!str ", "!x ", "!!python/name:a ", "---\n", "...\n", "%YAML 1.1\n"),
        *("~", "1", "2025-12-03", "2025-99-99", "true"),
    ]
)
_scalars = st.none() | st.booleans() | st.integers(-2, 2**70) | st.floats() | st.text(max_size=4) | st.dates()
_values = st.recursive(
    _scalars | st.sampled_from(["nl", "nar", "p1", "2025-02-30", "2025-12-03", "planned"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "text", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
_topics = st.fixed_dictionaries(
    {"id": st.just("t"), "title": st.just("T")},
    optional={
        key: st.lists(
            st.just("tekst") | st.fixed_dictionaries({"id": st.sampled_from(["aim-1", "aim-1-2", "position-2", "p"])}),
            max_size=4,
        )
        for key in ("aim", "discussion", "position", "points", "if-raised", "background")
    },
)


def read_or_refused(path: Path) -> None:
    """Fail when reading does anything but give a dossier or a sentence."""
    try:
        dossier = read(path)
    except DossierError as error:
        sentence = error.text("nl")
    else:
        sentence = "gelezen"
        assert check(path).dossier == dossier
    assert sentence
    assert "\n" not in sentence


@ordinary
@given(content=st.binary(max_size=200))
@example(content=b"\xef\xbb\xbf\xef\xbb\xbfa")
@example(content=b"%YAML 9.9\n---\n")
@example(content=b"a: \xc2\x80")
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    read_or_refused(tmp_path / "x.yaml")


@ordinary
@given(content=st.lists(_pieces, max_size=40).map("".join))
@example(content="&a {&b b: *b, ? *b : c}")
@example(content="? &a [*a]")
@example(content="*a : x")
@example(content="{[[a]]: 1, 2: 3}: 4")
def test_anything_like_yaml(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.yaml").write_text(content, encoding="utf-8")
    read_or_refused(tmp_path / "x.yaml")


@ordinary
@given(place=st.integers(0, len(GOOD)), removed=st.integers(0, 30), piece=st.lists(_pieces, max_size=3).map("".join))
def test_a_good_file_with_something_wrong_somewhere(tmp_path: Path, place: int, removed: int, piece: str) -> None:
    (tmp_path / "x.yaml").write_text(GOOD[:place] + piece + GOOD[place + removed :], encoding="utf-8")
    read_or_refused(tmp_path / "x.yaml")


@ordinary
@given(data=st.data())
def test_what_msgspec_refuses_is_explained_and_nothing_else_is(data: st.DataObject) -> None:
    value = load(GOOD.encode()).value
    mutate(value, data)

    try:
        convert(copy.deepcopy(value), DossierShape)
        refused = False
    except ValidationError:
        refused = True

    assert bool(list(differences(value, dossier_type()))) == refused
    examine(value)


def mutate(value: Any, data: st.DataObject) -> None:
    """Replace, add or remove one thing somewhere in `value`."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if isinstance(value[key], dict | list) and data.draw(st.integers(0, 4)):
            value = value[key]
        else:
            break
    if keys and data.draw(st.booleans()):
        value[key] = data.draw(_values)
    elif keys:
        del value[key]


@ordinary
@given(topic=_topics)
def test_passages_have_unique_ids_and_numbers_in_order(topic: dict[str, Any]) -> None:
    taken: set[str] = set()
    for key in topic.keys() - {"id", "title"}:
        topic[key] = [with_text(passage, taken) for passage in topic[key]]
    shape = convert(
        {**load(GOOD.encode()).value, "sessions": [{"id": "s", "title": "S", "topics": [topic]}]}, DossierShape
    )

    passages = next(build(shape).topics()).passages

    assert [passage.number for passage in passages] == [f"1.1.{place}" for place in range(1, len(passages) + 1)]
    assert len({passage.id for passage in passages}) == len(passages)
    assert taken <= {passage.id for passage in passages}
    assert len(passages) == sum(len(value) for value in topic.values() if isinstance(value, list))


def with_text(passage: str | dict[str, str], taken: set[str]) -> str | dict[str, str]:
    """Give a passage a text, and leave out an id that another one has."""
    if isinstance(passage, str) or passage["id"] in taken:
        return "tekst"
    taken.add(passage["id"])
    return {**passage, "text": "tekst"}


def test_the_examples_can_fail() -> None:
    with pytest.raises(ValidationError):
        convert({"id": "t"}, TopicShape)
