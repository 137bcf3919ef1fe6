"""What the review says of a note in doubt: as rich text what it hung on and what is there now, and places in words."""

import html

from fmm_desktop.dossier.vocabulary import kind_name
from fmm_desktop.errors import Language
from fmm_desktop.notes.anchoring import words_at
from fmm_desktop.notes.note import Anchor, Note, NoteKind
from fmm_desktop.notes.spots import Spot
from fmm_desktop.notes.vocabulary import note_kind_label
from fmm_desktop.notes.wording import wording_before
from fmm_desktop.ui.changes import as_html
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.reviewing import ReviewItem

_LONGEST = 400  # letters of a passage in the list of places


def note_said(note: Note, language: Language, colours: Colours) -> str:
    """Return what a note says below its kind, and the change that it proposed in what it hung on."""
    kind = f"<b>{html.escape(note_kind_label(note.kind, language))}</b>"
    change = as_html(wording_before(note.anchor), note.traits.wording, colours) if is_proposal(note) else ""
    return "<br>".join(filter(None, (kind, _lines(note.text), change)))


def is_proposal(note: Note) -> bool:
    """Return whether a note proposes a wording."""
    return note.kind is NoteKind.AMENDMENT and bool(note.traits.wording)


def was(anchor: Anchor, colours: Colours) -> str:
    """Return what a note hung on, its words marked."""
    words = anchor.words
    if words is None or anchor.quote[words.start : words.end] != words.exact:
        return _lines(words.exact if words else anchor.quote)
    return _around(anchor.quote, words.start, words.end, colours)


def now(item: ReviewItem, spot: Spot, colours: Colours) -> str:
    """Return what is there now, against what the note hung on; nothing for a topic."""
    text, anchor = words_at(item.dossier, spot.topic, spot.passage), item.note.anchor
    if not text:
        return ""
    if text == anchor.quote:
        return _around(text, spot.start, spot.end, colours)
    return as_html(anchor.quote if anchor.passage else "", text, colours)


def proposed_now(item: ReviewItem, spot: Spot, colours: Colours) -> str:
    """Return what the proposal would change in the words of now; nothing when those are as they were."""
    text = words_at(item.dossier, spot.topic, spot.passage)
    words = text[spot.start : spot.end] if spot.start < spot.end else text
    if not is_proposal(item.note) or not words or words == wording_before(item.note.anchor):
        return ""
    return as_html(words, item.note.traits.wording, colours)


def place_in_words(item: ReviewItem, spot: Spot, language: Language) -> str:
    """Return where a spot is: number and kind of its passage, and the topic."""
    topic = item.dossier.topic(spot.topic)
    passage = topic.passage(spot.passage) if topic else None
    if topic is None:
        return spot.topic
    if passage is None:
        return f"{topic.number} {topic.title}"
    return f"{passage.number} {kind_name(passage.kind, language)}, {topic.title}"


def place_with_text(item: ReviewItem, spot: Spot, language: Language) -> str:
    """Return the same, with what is said there."""
    words = " ".join(words_at(item.dossier, spot.topic, spot.passage).split())
    short = f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
    return ": ".join(filter(None, (place_in_words(item, spot, language), short)))


def _around(text: str, start: int, end: int, colours: Colours) -> str:
    look = f"background-color:{colours.note_ground}"
    return f'{_lines(text[:start])}<span style="{look}">{_lines(text[start:end])}</span>{_lines(text[end:])}'


def _lines(text: str) -> str:
    return html.escape(text.replace("\0", "\ufffd")).replace("\n", "<br>")
