"""What goes out as annotations comes back whole."""

import datetime
import json
import tempfile
import uuid
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.reading import read as read_dossier
from fmm_desktop.notes.anchoring import anchor_at
from fmm_desktop.notes.exchange import annotations
from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.exchange.reading import Origin, read
from fmm_desktop.notes.exchange.swift import swiftly
from fmm_desktop.notes.exchange.understanding import understood
from fmm_desktop.notes.note import Anchor, Content, Note, NoteKind, Revision, Status, Traits, Words
from fmm_desktop.notes.spots import Spot
from fmm_desktop.notes.store import NoteStore

from .conftest import NOON, POSITION, STEADFAST, Desk

SHIPPED = Path(__file__).parents[3] / "data" / "fmm-2025-12-03.nl.yaml"


def test_notes_come_back_as_they_were(anna: Desk, bram: Desk) -> None:
    anna.write("Vraag: wie *betaalt*?", traits=Traits(NoteKind.QUESTION, Status.SAID, ("geld", "na de lunch"), ""))
    anna.write(
        "zachter", msgspec.structs.replace(POSITION, words=STEADFAST), Traits(NoteKind.AMENDMENT, wording="staat")
    )
    anna.write("over alles", Anchor("fmm", "nar/oekraine", quote="Steun aan Oekraïne"))

    assert bram.take(anna.send()) == ["new", "new", "new"]

    assert bram.notes() == anna.notes()
    assert {note.author for note in bram.notes()} == {"anna"}


def test_every_letter_comes_back(anna: Desk, bram: Desk) -> None:
    text = "\x00\x07\x1b[31m\u00a0\u202f\u2028\u202e\r\n\t<script>alert(1)</script> ﬁ 🚢 é e\u0301  "
    anna.write(text)

    bram.take(anna.send())

    assert bram.notes()[0].text == text


def test_a_long_text_comes_back(anna: Desk, bram: Desk) -> None:
    anna.write("een lang verhaal\n" * 50_000)

    assert bram.take(anna.send()) == ["new"]
    assert bram.notes() == anna.notes()


def test_what_a_colleague_got_can_be_sent_on_and_back_again(anna: Desk, bram: Desk) -> None:
    anna.write("een")
    bram.take(anna.send())

    assert bram.send() == anna.send()
    assert anna.take(bram.send()) == ["same"]


def test_what_was_made_on_a_dossier_is_the_same_here_and_there(anna: Desk, bram: Desk) -> None:
    """Words, a passage and a topic of the dossier that ships, as the window makes their anchors."""
    dossier = read_dossier(SHIPPED)
    topic = next(dossier.topics())
    passage = topic.passages[0].id
    for spot in (Spot(topic.path, passage, 0, 8), Spot(topic.path, passage), Spot(topic.path)):
        anna.write("hier", anchor_at(dossier, spot))
    there = anna.send()

    assert anna.take(there) == ["same", "same", "same"]
    assert bram.take(there) == ["new", "new", "new"]
    assert bram.notes(dossier.id) == anna.notes(dossier.id)
    assert {note.anchor.language for note in bram.notes(dossier.id)} == {"nl"}
    anna.change(anna.notes(dossier.id)[0].id, "daar", anna.notes(dossier.id)[0].anchor)
    assert anna.take(bram.send()) == ["older", "same", "same"]


_FULL = Content(
    anchor=Anchor("fmm", "nar/oekraine", "p1", 3, "Zo blijft het hier.", Words("blijft", "Zo ", " hier", 3, 9), "nl"),
    text="anders",
    created=NOON,
    creator="anna",
    kind=NoteKind.AMENDMENT,
    status=Status.SAID,
    labels=("toon",),
    wording="bleef",
    extra={"x:more": 1},
)


def _left_out(value: msgspec.Struct) -> list[str]:
    """Return the fields that say nothing, in the value or in one within it."""
    asked = {one.name: (getattr(value, one.name), one.default) for one in msgspec.structs.fields(value)}
    empty = [name for name, (said, default) in asked.items() if not said or said == default]
    inside = {name: _left_out(said) for name, (said, _) in asked.items() if isinstance(said, msgspec.Struct)}
    return empty + [f"{name}.{each}" for name, names in inside.items() for each in names]


@pytest.mark.parametrize("extra", [{}, _FULL.extra], ids=["swift", "thorough"])
def test_no_field_of_a_note_stays_behind(extra: dict[str, int]) -> None:
    """Who adds a field to a note gives it a value above, and sees whether it goes out and comes back."""
    assert _left_out(_FULL) == []
    content = msgspec.structs.replace(_FULL, extra=extra)
    revision = Revision(
        id="r", note=str(uuid.UUID(int=1)), parents=("q",), time=NOON, author="bram", device="d", content=content
    )

    (back,) = read(annotations.write([Picked(_shown(revision), (revision,))]), Origin(NOON))

    assert back.revision == revision


def test_both_versions_of_a_note_go_out(anna: Desk, bram: Desk) -> None:
    note = anna.write("steunt")
    bram.take(anna.send())
    anna.change(note.id, "steunt niet")
    bram.change(note.id, "verwelkomt")
    bram.take(anna.send())

    sent = json.loads(bram.send())
    with NoteStore.in_memory(author="carla", device="x") as store:
        carla = Desk(store)
        assert carla.take(bram.send()) == ["new", "conflict"]
        assert {head.text for head in carla.store.heads(note.id)} == {"steunt niet", "verwelkomt"}
    assert len({item["id"] for item in sent["first"]["items"]}) == 2


def test_deleted_notes_stay_at_home(anna: Desk) -> None:
    anna.write("blijft")
    anna.store.delete(anna.write("weg").id)

    assert [item["body"][0]["value"] for item in json.loads(anna.send())["first"]["items"]] == ["blijft"]


def test_the_file_is_what_the_w3c_describes(anna: Desk) -> None:
    words = msgspec.structs.replace(POSITION, words=STEADFAST)
    anna.write("zachter", words, Traits(NoteKind.QUESTION, labels=("toon",)))

    sent = json.loads(anna.send())
    (item,) = sent["first"]["items"]

    assert sent["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (sent["type"], sent["first"]["type"], item["type"]) == (
        "AnnotationCollection",
        "AnnotationPage",
        "Annotation",
    )
    assert item["motivation"] == "questioning"
    assert item["creator"] == {"type": "Person", "name": "anna"}
    assert item["body"] == [
        {"type": "TextualBody", "value": "zachter", "format": "text/markdown", "purpose": "questioning"},
        {"type": "TextualBody", "value": "toon", "format": "text/plain", "purpose": "tagging"},
    ]
    assert item["target"]["source"] == "urn:fmm-dossier:fmm#nar/oekraine/p1"
    assert item["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "blijft", "prefix": "Nederland ", "suffix": " Oekraïne steunen."},
        {"type": "TextPositionSelector", "start": 10, "end": 16},
    ]


def test_the_same_notes_make_the_same_file(anna: Desk) -> None:
    anna.write("een")
    assert anna.send() == anna.send()


def test_properties_that_nobody_knows_go_out_as_they_came(anna: Desk, bram: Desk) -> None:
    anna.write("een")
    sent = json.loads(anna.send())
    (item,) = sent["first"]["items"]
    item["rights"] = "https://example.org/rights"
    item["fmm:priority"] = {"value": [1, 2.5, None, True]}
    item["creator"]["email_sha1"] = "58bad08927902ff9307b621c54716dcc5083e339"
    item["body"][0]["language"] = "nl"
    item["body"].append({"type": "Video", "id": "http://example.org/v.mp4"})
    item["target"]["state"] = {"type": "TimeState"}
    item["target"]["selector"] = {"type": "CssSelector", "value": "#p1"}

    assert bram.take(json.dumps(sent).encode()) == ["new"]
    (again,) = json.loads(bram.send())["first"]["items"]

    for name in ("rights", "fmm:priority", "creator", "body"):
        assert again[name] == item[name]
    assert again["target"]["state"] == item["target"]["state"]
    assert again["target"]["selector"] == [item["target"]["selector"]]


def test_an_edit_of_another_program_is_a_newer_version(anna: Desk, bram: Desk) -> None:
    anna.write("een")
    bram.take(anna.send())
    edited = anna.send().replace(b'"een"', b'"twee"')

    assert bram.take(edited) == ["newer"]
    assert [note.text for note in bram.notes()] == ["twee"]
    assert bram.take(edited) == ["same"]
    assert bram.take(anna.send()) == ["older"]


_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_name = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_times = st.datetimes(timezones=st.just(datetime.UTC))
_words = st.builds(Words, _text, _text, _text, st.integers(0, 99), st.integers(0, 99))
_anchors = st.builds(Anchor, _name, _text, _text, st.integers(0, 9), _text, st.none() | _words, _text)
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.floats(allow_nan=False, allow_infinity=False) | _text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_text, inner, max_size=3),
    max_leaves=6,
)
_contents = st.builds(
    Content,
    anchor=_anchors,
    text=_text,
    created=_times,
    creator=_text,
    kind=st.sampled_from(NoteKind),
    status=st.sampled_from(Status),
    labels=st.lists(_text, max_size=3).map(tuple),
    wording=_text,
    extra=st.dictionaries(_text.map("x:{}".format), _json, max_size=2),
)
_revisions = st.builds(
    Revision,
    id=st.uuids().map(str),
    note=st.uuids().map(str),
    parents=st.lists(st.uuids().map(str), max_size=3, unique=True).map(tuple),
    time=_times,
    author=_text,
    device=_name,
    content=_contents,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_revisions, max_size=3, unique_by=lambda one: one.id))
def test_any_note_comes_back(revisions: list[Revision]) -> None:
    if not revisions:
        return
    sent = annotations.write([Picked(_shown(one), (one,)) for one in revisions])

    assert [one.revision for one in read(sent, Origin(NOON))] == revisions


@settings(max_examples=30, deadline=None)
@given(st.lists(_revisions, min_size=1, max_size=4, unique_by=lambda one: one.note))
def test_any_note_is_the_same_in_another_store(revisions: list[Revision]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with NoteStore.open(Path(folder) / "a", author="anna", device="laptop") as one:
            one.take_in(revisions)
            sent = Desk(one).send()
            before = {dossier: one.of_dossier(dossier) for dossier in one.dossier_counts()}
        with NoteStore.open(Path(folder) / "b", author="bram", device="tablet") as other:
            Desk(other).take(sent)
            assert {dossier: other.of_dossier(dossier) for dossier in other.dossier_counts()} == before


def _shown(revision: Revision) -> Note:
    return Note(
        id=revision.note,
        anchor=revision.anchor,
        text=revision.text,
        author=revision.content.creator,
        created=revision.content.created,
        changed=revision.time,
        revision=revision.id,
    )


@settings(max_examples=200, deadline=None)
@given(_revisions)
def test_both_ways_of_reading_say_the_same(revision: Revision) -> None:
    """Given what we wrote, the swift way reads it unless it holds more, and then as the thorough way does."""
    (item,) = json.loads(annotations.write([Picked(_shown(revision), (revision,))]))["first"]["items"]
    swift = swiftly(item)
    assert (swift is None) == bool(revision.content.extra)
    thorough = understood(item | {"x:more": 1}, 1, NOON, "").revision

    assert msgspec.structs.replace(thorough.content, extra={}) == msgspec.structs.replace(revision.content, extra={})
    if swift is not None:
        assert swift[0] == revision
