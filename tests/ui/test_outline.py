"""The rows of the tree, asked for one by one, are those that a plain list of all of them holds."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.model import Dossier, Meeting, Session, Topic
from fmm_desktop.search.finder import Hits
from fmm_desktop.search.turning import REST, Heading
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.tree.outline import BEFORE_ALL, Outline, Row, Shown
from fmm_desktop.ui.tree.turned import Turned


def dossier(sizes: list[int]) -> Dossier:
    """Return a dossier with this many topics in each session."""
    sessions = tuple(
        Session(id=f"s{place}", number=str(place), title="", topics=tuple(topics(place, size)))
        for place, size in enumerate(sizes)
    )
    return Dossier(id="d", edition=1, title="", language="nl", meeting=Meeting(start="2025-12-03"), sessions=sessions)


def topics(place: int, size: int):
    """Yield the topics of a session."""
    for at in range(size):
        yield Topic(id=f"t{at}", path=f"s{place}/t{at}", number=f"{place}.{at}", title="")


def standing(outline: Outline) -> list[set[int]]:
    """Return the topics that stand below each heading."""
    if isinstance(outline, Turned):
        return [{at for at in range(outline.total) if one.topics >> at & 1} for one in outline.headings]
    return [set(range(start, end)) for start, end in pairwise(outline.starts)]


def all_rows(outline: Outline, found: set[int] | None) -> list[Row]:
    """Return the rows to be shown, from top to bottom, every heading unfolded."""
    rows: list[Row] = []
    for place, below in enumerate(standing(outline)):
        inside = [(place, ordinal) for ordinal in sorted(below if found is None else below & found)]
        if inside or found is None:
            rows += [(place, -1), *inside]
    return rows


def turned(sizes: list[int], below: list[set[int]]) -> Turned:
    """Return a turned dossier with these topics below its headings, and those below none below a last one."""
    total = sum(sizes)
    rest = set(range(total)).difference(*below)
    sets = [{at for at in one if at < total} for one in (*below, rest)]
    headings = [
        Heading("tag", str(place), f"label {place}", sum(1 << at for at in one))
        for place, one in enumerate(sets)
        if one
    ]
    return Turned(dossier(sizes), "tag", headings)


@st.composite
def outlines(draw):
    """Draw an outline, what was found in it (None: no filter) and which sessions are folded."""
    sizes = draw(st.lists(st.integers(0, 12), max_size=8))
    found = draw(st.none() | st.sets(st.integers(0, max(0, sum(sizes) - 1)), max_size=20))
    found = set() if found and not sum(sizes) else found
    folded = draw(st.sets(st.integers(0, 8), max_size=3))
    if draw(st.booleans()):
        return turned(sizes, draw(st.lists(st.sets(st.integers(0, 90), max_size=8), max_size=6))), found, folded
    return Outline(dossier(sizes)), found, folded


@settings(max_examples=200)
@given(outlines())
def test_rows_upwards_and_downwards_are_those_of_a_plain_list(drawn):
    outline, found, folded = drawn
    hits = None if found is None else Hits(sum(1 << one for one in found))
    shown = Shown(outline, hits, folded)
    everything = all_rows(outline, found)
    visible = [row for row in everything if row[1] < 0 or row[0] not in folded]

    assert list(shown.after(BEFORE_ALL)) == visible
    assert shown.first() == (visible[0] if visible else None)
    assert shown.last() == (visible[-1] if visible else None)
    for at, row in enumerate(visible):
        assert list(shown.after(row)) == visible[at + 1 :]
        assert list(shown.before(row)) == visible[:at][::-1]
    for row in all_rows(outline, None):
        assert (row in shown) == (row in everything)
    plain = [row for row in everything if row[1] >= 0]
    assert shown.count == len({ordinal for _, ordinal in plain})
    assert shown.length == len(plain)
    for rank, row in enumerate(plain):
        assert shown.rank(row) == rank
        assert shown.at_rank(rank) == row


@settings(max_examples=200)
@given(outlines())
def test_the_topics_beside_a_row_are_its_neighbours_in_a_plain_list(drawn):
    outline, found, _ = drawn
    hits = None if found is None else Hits(sum(1 << one for one in found))
    shown = Shown(outline, hits)
    plain = [row for row in all_rows(outline, found) if row[1] >= 0]

    assert shown.end(1) == (plain[0] if plain else None)
    assert shown.end(-1) == (plain[-1] if plain else None)
    for at, row in enumerate(plain):
        assert shown.topic_beside(row, 0) == row
        assert shown.topic_beside(row, 1) == (plain[at + 1] if at + 1 < len(plain) else None)
        assert shown.topic_beside(row, -1) == (plain[at - 1] if at else None)
        session = (row[0], -1)
        inside = [one for one in plain if one[0] == row[0]]
        assert shown.topic_beside(session, 1) == inside[0]
        assert shown.topic_beside(session, 0) == plain[0]


def test_a_page_finds_its_row_and_a_row_its_page():
    outline = Outline(dossier([2, 0, 3]))
    assert outline.row_of(Location("topic", "s2/t1")) == (2, 3)
    assert outline.item((2, 3)).path == "s2/t1"
    assert outline.row_of(Location("session", "s1")) == (1, -1)
    assert outline.item((1, -1)).id == "s1"
    for nowhere in (Location(), Location("session", "s9"), Location("topic", "s1/t0"), Location("topic", "s9/t0")):
        assert outline.row_of(nowhere) is None


def test_a_topic_is_found_below_the_heading_that_the_reader_is_at_else_below_the_first():
    outline = turned([2, 2], [{0, 3}, {1, 3}, {3}])
    assert outline.row_of(Location("topic", "s1/t1")) == (0, 3)
    assert outline.row_of(Location("topic", "s1/t1"), near=2) == (2, 3)
    assert outline.row_of(Location("topic", "s0/t1"), near=2) == (1, 1)
    assert outline.row_of(Location("topic", "s1/t0"), near=99) == (3, 2)
    assert outline.row_of(Location("tag", "1")) == (1, -1)
    for nowhere in (Location("tag", "9"), Location("tag", REST), Location("actor", "1"), Location("session", "s1")):
        assert outline.row_of(nowhere) is None


@pytest.mark.parametrize("found", [None, {1, 3}])
def test_rows_of_a_turned_dossier_are_counted_each_and_its_topics_once(found):
    shown = Shown(turned([2, 2], [{0, 3}, {1, 3}, {3}]), None if found is None else Hits(0b1010))
    assert (shown.count, shown.length) == ((4, 6) if found is None else (2, 4))
