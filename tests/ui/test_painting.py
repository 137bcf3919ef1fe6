"""What rows of words are painted with: as much as there is room for, the hit in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from fmm_desktop.ui.painting import Face, Snippet


@pytest.fixture(scope="session")
def face(qapp: QApplication) -> Face:
    """Return the face of the interface."""
    return Face(qapp.font())


def test_words_that_fit_stay_as_they_are(face):
    words = Snippet("de schaduwvloot", ((3, 15),))
    assert face.window(words, face.width(words.text) + 1) == words


def test_a_hit_far_in_is_seen_and_the_beginning_gives_way(face):
    words = Snippet("Geïntegreerde hervormingen op schaduwvloot en handel", ((30, 42),))
    shown = face.window(words, face.width("hervormingen op schaduwvloot"))
    assert "schaduwvloot" in [shown.text[start:end] for start, end in shown.spans]
    assert shown.text.startswith("…")
    assert not shown.text.startswith("… ")


texts = st.text(st.sampled_from("abc éWi \u0301\U0001f6a2"), min_size=1, max_size=60)


@settings(max_examples=200, deadline=None)
@given(texts, texts, texts, st.integers(0, 400))
def test_what_is_shown_fits_and_what_is_marked_is_the_hit(face, before, hit, after, room):
    words = Snippet(f"{before}{hit}{after}", ((len(before), len(before) + len(hit)),))
    shown = face.window(words, room)
    assert face.width(shown.text) <= max(room, face.width("……")) + 0.01
    assert [shown.text[start:end] for start, end in shown.spans] in ([], [hit])
    if face.width(hit) < room / 2 - 3 * face["…"]:
        assert shown.spans, "a hit that there is room for is seen"
