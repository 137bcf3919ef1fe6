"""The pages that tell what is not as the reader had it: new, changed, moved and gone, the words marked."""

from collections.abc import Iterable, Iterator

from fmm_desktop.dossier.editions import (
    Change,
    EditionChanges,
    EntryChange,
    Field,
    PassageChange,
    SessionChange,
    TopicChange,
    words_of_both,
)
from fmm_desktop.dossier.editions_vocabulary import change_name, field_name, group_name, value_in_words, was_number
from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.dossier.vocabulary import date_in_words, kind_name
from fmm_desktop.errors import Sentence
from fmm_desktop.ui.changes import as_html
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.page.content import Badges, PageContent
from fmm_desktop.ui.page.html import Pieces, escape
from fmm_desktop.ui.page.noted import OnPassages

_TITLE = Sentence("Wat er nieuw is", "What is new")
_AGAINST = Sentence("Editie {new} tegenover editie {old}", "Edition {new} against edition {old}")
_SAME = Sentence(
    "Deze editie zegt hetzelfde als de vorige die u had.", "This edition says the same as the one that you had before."
)
_COMPARING = Sentence("De edities worden vergeleken…", "The editions are being compared…")
_SINCE = Sentence("Veranderd sinds u het las", "Changed since you read it")
_NOTES_ONE = Sentence("1 notitie", "1 note")
_NOTES_MANY = Sentence("{count} notities", "{count} notes")
_DOSSIER = Sentence("Over het dossier", "About the dossier")
_PASSAGES_ONE = Sentence("1 passage: bekijk wat", "1 passage: see what")
_PASSAGES_MANY = Sentence("{count} passages: bekijk wat", "{count} passages: see what")
_SHORT = 300  # letters of a field that is shown
_AT_ONCE = 20_000  # letters of passages that are compared word by word on one page: some 50 ms


class NewsContent(PageContent):
    """Makes the page of the differences of two editions; the dossier is the newer one, `before` the older."""

    def __init__(self, dossier: Dossier, style: Style, notes: OnPassages, before: Dossier | None = None) -> None:
        super().__init__(dossier, style)
        self._notes = notes
        self._before = before or dossier

    def news(self, changes: EditionChanges | None, *, is_known: bool = True) -> str:
        """Return the page of an edition; None when nothing differs from what the reader had.

        Of an edition in which much differs each topic leads to a page of its own.
        """
        pieces = self._pieces("")
        return pieces.page(self._news(pieces, changes, is_known))

    def topic_news(self, change: TopicChange) -> str:
        """Return the page of what became of one topic since the reader last read it."""
        pieces = self._pieces(change.topic.path)
        title = pieces.line(_SINCE.say(self._language), size=0.95, colour=self._colours.muted, above=0.5)
        return pieces.page((title, *self._topic_changes(pieces, change)))

    def _news(self, pieces: Pieces, changes: EditionChanges | None, is_known: bool) -> Iterator[str]:
        muted = self._colours.muted
        yield pieces.line(self._dossier.title, size=0.95, colour=muted, above=0.5)
        yield pieces.heading(_TITLE.say(self._language), 1)
        if not changes:
            yield pieces.line((_SAME if is_known else _COMPARING).say(self._language), above=0.8)
            return
        against = _AGAINST.say(self._language, new=changes.new.edition, old=changes.old.edition)
        issued = date_in_words(changes.old.issued, self._language) if changes.old.issued else ""
        yield pieces.line(f"{against} ({issued})" if issued else against, size=0.95, colour=muted)
        if changes.fields or changes.entries:
            yield pieces.heading(_DOSSIER.say(self._language), 2)
            yield from self._fields(pieces, changes.fields)
            yield from (self._entry_line(pieces, entry) for entry in changes.entries)
        in_full = sum(map(_letters, changes.topics())) <= _AT_ONCE
        for session in changes.sessions:
            yield from self._session_changes(pieces, session, in_full=in_full)

    def _session_changes(self, pieces: Pieces, change: SessionChange, *, in_full: bool) -> Iterator[str]:
        session = change.session
        title = f"{session.number}\u2002{session.title}"
        if change.new is not None:
            yield pieces.links("", {f"session:{session.id}": title}, above=1.4, bold=True)
        else:
            yield pieces.line(title, above=1.4, bold=True)
        if change.change is not None:
            yield pieces.badges(self._badge(change.change))
        yield from self._fields(pieces, change.fields)
        tell = self._topic_changes if in_full else self._topic_summary
        for topic in change.topics:
            yield from tell(self._pieces(topic.topic.path), topic)

    def _topic_changes(self, pieces: Pieces, change: TopicChange) -> Iterator[str]:
        topic = change.topic
        if change.new is not None:
            yield pieces.links("", {f"topic:{topic.path}": _titled(topic)}, above=1.0)
        else:
            yield pieces.line(topic.title, above=1.0)
        yield pieces.badges(self._became(change) | self._hit(self._hit_in(change)))
        yield from self._fields(pieces, change.fields)
        yield from (self._passage_changes(pieces, passage) for passage in change.passages)

    def _topic_summary(self, pieces: Pieces, change: TopicChange) -> Iterator[str]:
        """Return that a topic differs, with the way to its own page."""
        topic, count = change.topic, len(change.passages)
        badges = self._became(change) | self._hit(self._hit_in(change))
        if change.new is None:
            yield pieces.summary(topic.title, "", badges, {})
        else:
            words = (_PASSAGES_ONE if count == 1 else _PASSAGES_MANY).say(self._language, count=count)
            more = {f"news:{topic.path}": words} if count else {}
            yield pieces.summary(_titled(topic), f"topic:{topic.path}", badges, more)
        yield from self._fields(pieces, change.fields)

    def _became(self, change: TopicChange) -> Badges:
        became = self._badge(change.change)
        if change.moved and change.change is not Change.MOVED:
            became |= self._badge(Change.MOVED)
        was = change.old if change.moved or change.new is None else None
        return became | ({self._was(was.number): (self._colours.muted, self._colours.window)} if was else {})

    def _was(self, number: str) -> str:
        return was_number(number, self._language).replace(" ", "\N{NO-BREAK SPACE}")

    def _passage_changes(self, pieces: Pieces, change: PassageChange) -> str:
        passage = change.new or change.old
        if passage is None:
            return ""
        asides = [self._change(change.change), kind_name(passage.kind, self._language)]
        if change.old is not None and (change.moved or change.new is None):
            asides.append(self._was(change.old.number))
        asides += self._hit(self._hit_passage(change))
        fields = (self._field(field) for field in change.fields if field.name not in {"text", "kind"})
        said = words_of_both(change, self._before, self._dossier)
        words = as_html(*said, self._colours)
        return _row(
            pieces, change.new.number if change.new else "", words, " · ".join((*asides, *fields)), self._colours.muted
        )

    def _hit_in(self, change: TopicChange) -> int:
        """Return how many notes hang on a topic that differs and on what differs in it."""
        return self._hit_topic(change) + sum(map(self._hit_passage, change.passages))

    def _hit_topic(self, change: TopicChange) -> int:
        """Return how many notes hang on a topic itself that differs, or were written on it; on all of it when gone."""
        sure = self._notes.sure.get((change.new.path, ""), 0) if change.new else 0
        if change.old is None:
            return sure
        if change.new is None:
            path = change.old.path
            return sum(count for (topic, _), count in self._notes.doubtful.items() if topic == path)
        return sure + self._notes.doubtful.get((change.old.path, ""), 0)

    def _hit_passage(self, change: PassageChange) -> int:
        """Return how many notes hang on a passage that differs, or were written on it and are in doubt now."""
        sure = self._notes.sure.get((change.new_topic, change.new.id), 0) if change.new else 0
        return sure + (self._notes.doubtful.get((change.old_topic, change.old.id), 0) if change.old else 0)

    def _hit(self, count: int) -> Badges:
        """Return how many notes a change touches, as a badge."""
        if not count:
            return {}
        words = (_NOTES_ONE if count == 1 else _NOTES_MANY).say(self._language, count=count)
        words = words.replace(" ", "\N{NO-BREAK SPACE}")  # a badge is one thing
        return {f"✎\N{NO-BREAK SPACE}{words}": (self._colours.note, self._colours.note_ground)}

    def _badge(self, change: Change) -> Badges:
        colours = self._colours
        tints = {
            Change.NEW: (colours.say, colours.window),
            Change.CHANGED: (colours.accent, colours.position_ground),
            Change.MOVED: (colours.muted, colours.window),
            Change.GONE: (colours.alarm, colours.alarm_ground),
        }
        return {self._change(change): tints[change]}

    def _change(self, change: Change) -> str:
        return change_name(change, self._language).capitalize()

    def _fields(self, pieces: Pieces, fields: Iterable[Field]) -> Iterator[str]:
        for field in fields:
            yield pieces.line(self._field(field), size=0.95, colour=self._colours.muted)

    def _field(self, field: Field) -> str:
        old = self._value(field.name, field.old, self._before)
        new = self._value(field.name, field.new, self._dossier)
        return f"{field_name(field.name, self._language)}: {old} → {new}"

    def _value(self, name: str, value: str, dossier: Dossier) -> str:
        short = " ".join(value_in_words(name, value, dossier, self._language).split())
        return (f"{short[:_SHORT]}…" if len(short) > _SHORT else short) or "–"

    def _entry_line(self, pieces: Pieces, entry: EntryChange) -> str:
        said = ", ".join(map(self._field, entry.fields))
        words = f"{self._change(entry.change)}: {group_name(entry.group, self._language).lower()}, {entry.id}"
        return pieces.line(f"{words} ({said})" if said else words, size=0.95, colour=self._colours.muted)


def _titled(topic: Topic) -> str:
    return f"{topic.number}\u2002{topic.title}"


def _letters(change: TopicChange) -> int:
    """Return how much there is to compare in a topic."""
    both = (one for passage in change.passages for one in (passage.old, passage.new) if one is not None)
    return sum(len(one.text) for one in both)


def _row(pieces: Pieces, number: str, words: str, aside: str, muted: str) -> str:
    """Return a passage that differs: its number, its words with the differences marked, what became of it."""
    css = f"color:{muted}"
    said = f'<span style="{pieces.book(1.0)}">{words}</span>'
    return (
        '<table width="100%" border="0" cellspacing="0" cellpadding="3"><tr>'
        f'<td width="{pieces.margin}"><span style="{css}">{escape(number)}</span></td>'
        f'<td>{said}<br><span style="{css};font-size:small">{escape(aside)}</span></td></tr></table>'
    )
