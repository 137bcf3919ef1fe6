"""The order of the revisions of a note is that of what replaces what; clocks and the way they came do not matter."""

import datetime

from fmm_desktop.notes.lineage import in_order, nearest
from fmm_desktop.notes.note import Anchor, Content, Revision

NINE = datetime.datetime(2025, 12, 1, 9, tzinfo=datetime.UTC)


def said(name: str, minute: int, *parents: str) -> Revision:
    content = Content(anchor=Anchor("fmm", "nar/oekraine"), text=name, created=NINE, creator="anna")
    time = NINE + datetime.timedelta(minutes=minute)
    return Revision(id=name, note="n", parents=parents, time=time, author="anna", device="d", content=content)


def names(revisions: tuple[Revision, ...]) -> str:
    return "".join(one.id for one in revisions)


def test_what_came_last_stands_by_its_time_and_nothing_stands_before_what_it_replaces() -> None:
    mine = [said("a", 0), said("b", 1, "a"), said("d", 4, "b")]
    assert names(in_order([*mine, said("c", 3, "a", "b")])) == "abcd", "it was imported, and is older"
    assert names(in_order([said("a", 9), said("b", 1, "a"), said("c", 2, "b")])) == "abc", "a clock was wrong"
    assert names(in_order([said("a", 1, "c"), said("b", 2, "a"), said("c", 3, "b")])) in {"abc", "bca", "cab"}, (
        "a circle"
    )
    assert names(in_order([said("a", 1, "a"), said("b", 2, "gone")])) == "ab"


def test_of_all_that_lead_to_a_revision_the_last_are_what_it_was_written_over() -> None:
    known = {one.id: one for one in (said("a", 0), said("b", 1, "a"), said("c", 2, "a"), said("d", 3, "b"))}
    assert nearest(["a", "b"], known) == ("b",)
    assert nearest(["d", "a"], known) == ("d",), "b between them is not named"
    assert nearest(["a", "b", "c", "gone"], known) == ("b", "c")
    assert nearest(["gone"], known) == ()
