"""Whatever a file of annotations holds: one clear sentence, or notes whose text is text; nothing half or loaded."""

import json
import os
import socket
import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.errors import UserError
from fmm_desktop.notes.exchange import file as files
from fmm_desktop.notes.exchange.checking import MAX_TEXT
from fmm_desktop.notes.exchange.planning import plan
from fmm_desktop.notes.exchange.reading import MAX_ANNOTATIONS, Origin, read
from fmm_desktop.notes.exchange.trouble import ExchangeError
from fmm_desktop.notes.store import NoteStore

from .conftest import NOON, Desk

ORIGIN = Origin(NOON, "fmm")


def annotation(**more: object) -> dict[str, Any]:
    return {"type": "Annotation", "body": {"type": "TextualBody", "value": "x"}, "target": "http://e.org", **more}


def refused(data: object) -> str:
    """Return the one sentence with which a file is refused."""
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(ExchangeError) as caught:
        read(raw, ORIGIN)
    nl, en = caught.value.text("nl"), caught.value.text("en")
    assert nl != en
    assert "\n" not in en
    assert "{" not in en.replace("{}", "")
    assert len(en) < 1000
    return en


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"nothing",
        b'{"target": NaN}',
        b'{"target": 1e999}',
        b'{"target": "\\ud800"}',
        b'{"target": "\xff"}',
        b'{"a": ' + b"9" * 10_000 + b"}",
        b"[" * 10_000 + b"]" * 10_000,
        b"[" * 100_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b"\xff\xfe{\x00}\x00",
    ],
)
def test_what_is_no_sound_json(data: bytes) -> None:
    assert "nothing was taken in" in refused(data)


@pytest.mark.parametrize(
    "data", [{}, [], 5, "x", None, {"items": []}, {"name": "a package"}, {"items": [{}]}, [5], [[]]]
)
def test_json_without_annotations(data: object) -> None:
    assert "nothing was taken in" in refused(data)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"target": 5}, "target"),
        ({"target": [True]}, "target"),
        ({"target": {"source": "urn:fmm-dossier:fmm", "fmm:topic": ["a"]}}, "target › fmm:topic"),
        ({"target": {"source": "urn:fmm-dossier:fmm", "fmm:edition": -1}}, "target › fmm:edition"),
        ({"target": {"source": "urn:fmm-dossier:fmm", "fmm:edition": True}}, "target › fmm:edition"),
        ({"target": {"fmm:edition": 2**40}}, "target › fmm:edition"),
        ({"target": {"selector": 7}}, "target › selector"),
        ({"target": {"selector": {"type": "TextQuoteSelector", "exact": "a", "prefix": 3}}}, "selector › prefix"),
        ({"body": [5]}, "body"),
        ({"bodyValue": {}}, "bodyValue"),
        ({"created": "gisteren"}, "created"),
        ({"created": 20251203}, "created"),
        ({"created": "0001-01-01T00:00:00+14:00"}, "created"),
        ({"creator": [[]]}, "creator"),
        ({"creator": {"name": ["a", "b"]}}, "creator › name"),
        ({"fmm:kind": "shout"}, "fmm:kind"),
        ({"fmm:kind": {}}, "fmm:kind"),
        ({"fmm:status": 1}, "fmm:status"),
        ({"fmm:revision": "r", "fmm:replaces": [1]}, "fmm:replaces"),
        ({"fmm:revision": 5}, "fmm:revision"),
        ({"fmm:revision": "r" * 2000}, "fmm:revision"),
        ({"x": 2**70}, "118059"),
        ({"x": "a" * (MAX_TEXT + 1)}, "x"),
        ({"body": {"type": "TextualBody", "value": "a" * 10_000_000}}, "body › value"),
        ({"body": {"type": "TextualBody", "value": "woord " * 2_000_000}}, "body › value"),
        ({"body": {"type": "TextualBody", "value": "een " + "a" * 20_001}}, "body › value"),
    ],
)
def test_a_wrong_type_is_named_with_its_place(wrong: dict[str, object], name: str) -> None:
    assert f"Annotation 2: '{name}" in refused([annotation(), annotation(**wrong)])


def test_too_deep_within_one_annotation() -> None:
    deep: object = 1
    for _ in range(40):
        deep = [deep]
    assert "32 layers" in refused(annotation(x=deep))


def test_a_million_annotations_are_too_many() -> None:
    data = b"[" + b",".join([b'{"target":"a"}'] * 1_000_000) + b"]"
    assert str(MAX_ANNOTATIONS) in refused(data)


def test_annotations_elsewhere_are_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    assert "http://e.org/page1" in refused({"type": "AnnotationCollection", "first": "http://e.org/page1"})
    assert "http://e.org/2" in refused({"type": "AnnotationPage", "items": [annotation()], "next": "http://e.org/2"})


def test_one_id_for_two_different_notes() -> None:
    one = annotation(**{"fmm:revision": "r", "fmm:digest": "x"})
    assert len(read(json.dumps([one, one]).encode(), ORIGIN)) == 1

    sound = json.loads(_sent("een"))["first"]["items"][0]
    assert len(read(json.dumps([sound, sound]).encode(), ORIGIN)) == 1


def _sent(text: str) -> bytes:
    with NoteStore.in_memory(author="anna", device="laptop") as store:
        desk = Desk(store)
        desk.write(text)
        return desk.send()


def test_a_newer_format_is_refused() -> None:
    sent = _sent("een").replace(b"fmm-notes/1", b"fmm-notes/2")
    assert "fmm-notes/2" in refused(sent)


def test_html_and_links_stay_text(bram: Desk) -> None:
    text = "<img src='file:///etc/passwd'><script>alert(1)</script> [x](http://e.org) \x00\x1b[2J"
    bram.take(
        json.dumps(annotation(body={"type": "TextualBody", "value": text, "format": "text/html"})).encode(), "fmm"
    )

    assert bram.notes()[0].text == text


def test_nothing_is_half_imported(bram: Desk) -> None:
    with pytest.raises(ExchangeError):
        bram.take(json.dumps([annotation(id="a"), annotation(id="b", created=5)]).encode(), "fmm")

    assert bram.notes() == ()


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=10,
)
_names = ["id", "type", "creator", "created", "modified", "body", "bodyValue", "target", "motivation", "fmm:note",
          "fmm:kind", "fmm:status", "fmm:revision", "fmm:replaces", "fmm:changedBy", "fmm:device", "fmm:digest",
          "fmm:kept", "x", "canonical"]  # fmt: skip
_parts = ["type", "value", "purpose", "source", "selector", "exact", "prefix", "start", "end", "fmm:topic", "fmm:quote",
          "fmm:edition", "name", "id", "format"]  # fmt: skip
_likely = _json | st.sampled_from(
    ["TextualBody", "TextQuoteSelector", "TextPositionSelector", "tagging", "editing", "urn:fmm-dossier:fmm#a/b/c",
     "urn:uuid:", "2025-12-03T09:00:00Z", "question"]
)  # fmt: skip
_part = st.dictionaries(
    st.sampled_from(_parts), _likely | st.dictionaries(st.sampled_from(_parts), _likely, max_size=4)
)
_item = st.dictionaries(st.sampled_from(_names), _likely | _part | st.lists(_part, max_size=2), max_size=8)
_annotation = st.builds(lambda item, target: item | {"target": target}, _item, _part | _likely)
_documents = (
    _json
    | _annotation
    | st.lists(_annotation, max_size=3)
    | st.builds(lambda items: {"type": "AnnotationPage", "items": items}, st.lists(_annotation | _json, max_size=3))
)


@settings(max_examples=120, deadline=None)
@given(_documents)
def test_any_json_is_read_or_refused_in_words(document: object) -> None:
    try:
        incoming = read(json.dumps(document).encode(), ORIGIN)
    except UserError as error:
        error.text("nl")
        return
    with tempfile.TemporaryDirectory() as folder, NoteStore.open(Path(folder), author="a", device="d") as store:
        store.take_in(plan(incoming, store.histories).revisions())
        desk = Desk(store)
        again = read(desk.send(), ORIGIN) if desk.notes() else ()
        fates = [one.fate.value for one in plan(read(json.dumps(document).encode(), ORIGIN), store.histories).planned]
        assert set(fates) <= {"same", "older", "unplaced"}
        assert [one.fate.value for one in plan(again, store.histories).planned] == ["same"] * len(again)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    with pytest.raises(UserError):
        read(data, ORIGIN)


# -- the file itself ---------------------------------------------------------------------------------------------------


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"x" * 100)
    monkeypatch.setattr(files, "MAX_BYTES", 99)
    for name in ("missing", ".", "pipe", "large", "x" * 300, "a\0b"):
        with pytest.raises(ExchangeError):
            files.content(tmp_path / name)


def test_a_device_is_no_file() -> None:
    if not stat.S_ISCHR(Path(os.devnull).stat().st_mode):
        pytest.skip("no such device here")
    with pytest.raises(ExchangeError):
        files.content(Path(os.devnull))
