"""What an import would do is told before it is done, and done twice it does nothing more."""

import json

import msgspec

from fmm_desktop.notes.exchange.planning import Fate
from fmm_desktop.notes.note import Traits

from .conftest import POSITION, Desk


def foreign(text: str = "Klopt dit?", **more: object) -> dict[str, object]:
    """Return an annotation as another program writes it."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno/1",
        "type": "Annotation",
        "creator": {"id": "http://example.org/carla", "type": "Person", "name": "Carla"},
        "created": "2025-11-01T10:00:00Z",
        "body": {"type": "TextualBody", "value": text},
        "target": {"source": "http://example.org/page", "selector": {"type": "TextQuoteSelector", "exact": "Oekraïne"}},
        **more,
    }


def test_the_second_time_nothing_is_done(anna: Desk, bram: Desk) -> None:
    anna.write("een")
    assert bram.take(anna.send()) == ["new"]
    before = bram.notes()

    plan = bram.plan(anna.send())

    assert [one.fate for one in plan.planned] == [Fate.SAME]
    assert plan.revisions() == ()
    assert bram.notes() == before


def test_a_later_version_takes_the_place_of_the_one_that_is_here(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    for text in ("twee", "drie", "vier"):
        anna.change(note.id, text)

    assert bram.take(anna.send()) == ["newer"]
    (now,) = bram.notes()
    assert (now.text, now.author, now.conflict) == ("vier", "anna", False)


def test_what_was_taken_in_undone_and_done_again_goes_on_where_it_came_from(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    bram.store.changes.undo()
    bram.store.changes.redo()
    anna.change(note.id, "twee")

    assert bram.take(anna.send()) == ["newer"]
    assert [(one.text, one.conflict) for one in bram.notes()] == [("twee", False)]


def test_what_was_undone_on_purpose_is_not_replaced_by_what_goes_on_from_there(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    anna.change(note.id, "twee")
    bram.take(anna.send())
    bram.store.changes.undo()
    anna.change(note.id, "drie")

    assert bram.take(anna.send()) == ["conflict"]
    assert {head.text for head in bram.store.heads(note.id)} == {"een", "drie"}


def test_an_earlier_version_changes_nothing(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    old = anna.send()
    anna.change(note.id, "twee")
    bram.take(anna.send())

    assert bram.take(old) == ["older"]
    assert anna.take(old) == ["older"]
    assert [note.text for note in bram.notes()] == ["twee"]


def test_a_version_that_was_merged_elsewhere_replaces_both(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    bram.change(note.id, "bram")
    anna.change(note.id, "anna")
    assert anna.take(bram.send()) == ["conflict"]
    anna.store.get(note.id)  # she sees both
    anna.store.delete(note.id)
    anna.store.restore(note.id)

    assert bram.take(anna.send()) == ["newer"]
    assert [head.text for head in bram.store.heads(note.id)] == [anna.notes()[0].text]


def test_two_who_changed_one_note_see_both_versions(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    anna.change(note.id, "steunt niet")
    bram.change(note.id, "verwelkomt")

    assert bram.take(anna.send()) == ["conflict"]
    assert {head.text for head in bram.store.heads(note.id)} == {"steunt niet", "verwelkomt"}
    assert bram.take(anna.send()) == ["same"]


def test_what_both_did_alike_is_no_conflict(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    anna.change(note.id, "twee")
    bram.change(note.id, "twee")

    assert bram.take(anna.send()) == ["same"]


def test_a_note_that_was_deleted_here_stays_deleted_unless_asked_for(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    bram.store.delete(note.id)
    anna.change(note.id, "twee")

    assert bram.take(anna.send()) == ["gone"]
    assert bram.notes() == ()

    assert bram.take(anna.send(), bring_back=True) == ["gone"]
    (back,) = bram.notes()
    assert (back.text, back.author, back.conflict) == ("twee", "anna", False)
    assert bram.take(anna.send(), bring_back=True) == ["same"]


def test_a_note_that_was_thrown_away_here_stays_away_unless_asked_for(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    bram.take(anna.send())
    bram.store.delete(note.id)
    bram.store.bin.throw_away([note.id])

    assert bram.take(anna.send()) == ["gone"]
    assert bram.notes() == ()
    assert bram.take(anna.send(), bring_back=True) == ["gone"]
    assert bram.notes() == anna.notes()
    assert bram.take(anna.send()) == ["same"]


def test_a_note_that_another_brought_back_comes_back(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    anna.store.delete(note.id)
    anna.store.restore(note.id)
    bram.take(anna.send())

    assert [note.text for note in bram.notes()] == ["een"]


def test_the_plan_counts_by_author(anna: Desk, bram: Desk) -> None:
    anna.write("een")
    bram.write("twee")
    anna.take(bram.send())
    bram.write("drie")
    sent = json.loads(anna.send())

    with_both = bram.plan(json.dumps(sent).encode())

    assert with_both.by_author() == {"anna": {Fate.NEW: 1}, "bram": {Fate.SAME: 1}}


def test_an_import_is_taken_in_whole_or_not_at_all(anna: Desk, bram: Desk) -> None:
    for text in "abc":
        anna.write(text)

    assert bram.store.take_in(bram.plan(anna.send()).revisions()) == 3


# -- notes of other programs -------------------------------------------------------------------------------------------


def test_a_note_of_another_program_needs_a_dossier(bram: Desk) -> None:
    data = json.dumps(foreign()).encode()
    assert bram.take(data) == ["unplaced"]

    assert bram.take(data, onto="fmm") == ["new"]
    (note,) = bram.notes()
    assert (note.text, note.author, note.anchor.quote) == ("Klopt dit?", "Carla", "Oekraïne")
    assert note.anchor.words is not None
    assert bram.take(data, onto="fmm") == ["same"]


def test_what_it_said_goes_out_again(bram: Desk) -> None:
    bram.take(json.dumps(foreign(license="https://example.org/l")).encode(), onto="fmm")

    (item,) = json.loads(bram.send())["first"]["items"]

    assert item["canonical"] == "http://example.org/anno/1"
    assert item["license"] == "https://example.org/l"
    assert item["creator"]["id"] == "http://example.org/carla"
    assert item["target"]["fmm:about"] == "http://example.org/page"


def test_its_later_version_replaces_the_earlier_one(bram: Desk) -> None:
    old = json.dumps([foreign(modified="2025-11-02T10:00:00Z")]).encode()
    new = json.dumps([foreign("Klopt nu.", modified="2025-11-03T10:00:00Z")]).encode()
    bram.take(old, onto="fmm")

    assert bram.take(new, onto="fmm") == ["newer"]
    assert bram.take(old, onto="fmm") == ["older"]
    assert [note.text for note in bram.notes()] == ["Klopt nu."]


def test_its_older_version_is_known_as_such(bram: Desk) -> None:
    old = json.dumps([foreign(modified="2025-11-02T10:00:00Z")]).encode()
    bram.take(json.dumps([foreign("Klopt nu.", modified="2025-11-03T10:00:00Z")]).encode(), onto="fmm")

    assert bram.take(old, onto="fmm") == ["older"]


def test_what_was_changed_here_and_there_is_shown_as_two(bram: Desk) -> None:
    bram.take(json.dumps(foreign()).encode(), onto="fmm")
    bram.change(bram.notes()[0].id, "Van mij.", bram.notes()[0].anchor)

    changed = foreign("Van Carla.", modified="2025-11-05T10:00:00Z")
    assert bram.take(json.dumps(changed).encode(), onto="fmm") == ["conflict"]


def test_several_texts_become_one_and_tags_become_labels(bram: Desk) -> None:
    bodies = [
        {"type": "TextualBody", "value": "eerst"},
        {"type": "TextualBody", "value": "dan", "purpose": ["commenting"]},
        {"type": "TextualBody", "value": "geld", "purpose": "tagging"},
        "http://example.org/elders",
    ]
    bram.take(json.dumps(foreign(body=bodies, motivation=["questioning"])).encode(), onto="fmm")

    (note,) = bram.notes()
    assert note.text == "eerst\n\ndan"
    assert (note.kind, note.traits.labels) == ("question", ("geld",))


def test_a_program_that_forgets_our_properties_leaves_the_note_where_it_is(anna: Desk) -> None:
    note = anna.write("een", POSITION, Traits(labels=("geld",)))
    sent = json.loads(anna.send())
    (item,) = sent["first"]["items"]
    bare = {name: value for name, value in item.items() if not name.startswith("fmm:")}
    bare["target"] = {"source": "urn:fmm-dossier:fmm"}
    bare["body"] = {"type": "TextualBody", "value": "anders"}

    assert anna.take(json.dumps(bare).encode()) == ["conflict"]
    assert {head.anchor.topic for head in anna.store.heads(note.id)} == {"nar/oekraine"}


# -- what a file claims must not reach other notes ---------------------------------------------------------------------


def test_a_file_that_claims_to_replace_another_note_does_not_hide_it(anna: Desk, bram: Desk) -> None:
    victim = bram.write("van mij")
    anna.write("kwaad")
    sent = json.loads(anna.send())
    (item,) = sent["first"]["items"]
    item["fmm:replaces"] = [victim.revision]
    bram.take(json.dumps(sent).encode())

    bram.store.rebuild()

    assert {note.text for note in bram.notes()} == {"van mij", "kwaad"}
    assert [head.text for head in bram.store.heads(victim.id)] == ["van mij"]


def test_notes_that_claim_to_replace_each_other_stay_readable(anna: Desk, bram: Desk) -> None:
    note = anna.write("een")
    sent = json.loads(anna.send())
    (item,) = sent["first"]["items"]
    other = item | {"fmm:revision": "b", "fmm:replaces": ["a"], "body": {"type": "TextualBody", "value": "b"}}
    item |= {"fmm:revision": "a", "fmm:replaces": ["b"]}
    sent["first"]["items"].append(other)
    data = msgspec.json.encode(sent)

    bram.take(data)
    bram.take(data)

    assert [one.id for one in bram.notes()] == [note.id]
