"""Compares two editions of a dossier: `compare` the whole, `compare_topics` one topic."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fmm_desktop.dossier.closeness import even
from fmm_desktop.dossier.editions import (
    Change,
    EditionChanges,
    EntryChange,
    Field,
    PassageChange,
    SessionChange,
    TopicChange,
)
from fmm_desktop.dossier.matching import Pairs, match_passages, match_strays, match_topics, out_of_order, pair_by
from fmm_desktop.dossier.model import Dossier, Passage, Session, SourceRef, Topic

_OF_DOSSIER = ("id", "title", "language", "marking", "own", "meeting")
_OF_SESSION = ("title", "form", "time", "participants", "introduction")
_OF_TOPIC = ("title", "certainty", "marking", "tags", "related")
_OF_PASSAGE = ("text", "kind", "actor", "stance", "value", "marking", "source")  # the source is last
_OF_ENTRY = {
    "timeline": ("title", "start", "end", "place"),
    "actors": ("name", "kind", "role", "of", "text"),
    "terms": ("short", "long", "translation", "text"),
    "sources": ("title", "date", "file"),
}


def compare(old: Dossier, new: Dossier) -> EditionChanges:
    """Return what is different in `new`. Dossiers with different ids are compared all the same."""
    return EditionChanges(
        old=old,
        new=new,
        fields=_fields(old, new, _OF_DOSSIER),
        entries=tuple(_entries(old, new)),
        sessions=tuple(_Sessions(old, new).changes()),
    )


def compare_topics(old: Topic, new: Topic) -> TopicChange | None:
    """Return what is different in a topic, None when nothing is. What is in other topics is not looked at."""
    return _Topic(old, new).told({}, moved=old.path != new.path)


# -- the parts ---------------------------------------------------------------------------------------------------------


class _Topic:
    """A topic in two editions, and which of its passages are the same."""

    def __init__(self, old: Topic | None, new: Topic | None) -> None:
        self.old, self.new = old, new
        self.pairs: Pairs = match_passages(old.passages, new.passages) if old and new and old != new else {}

    @property
    def is_same(self) -> bool:
        """Whether nothing can be different: the numbers are the same, too."""
        return self.old == self.new

    def gone(self) -> Iterator[Passage]:
        """Yield the passages that are not in the topic any more."""
        if self.old and not self.is_same:
            yield from (one for place, one in enumerate(self.old.passages) if place not in self.pairs)

    def came(self) -> Iterator[Passage]:
        """Yield the passages that were not in the topic before."""
        if self.new and not self.is_same:
            taken = set(self.pairs.values())
            yield from (one for place, one in enumerate(self.new.passages) if place not in taken)

    def told(self, strays: "_Strays", *, moved: bool = False) -> TopicChange | None:
        """Return what became of the topic. `strays` are the passages that came from other topics."""
        if self.is_same:
            return None
        topic = self.new or self.old
        if topic is None:
            raise ValueError
        fields = _fields(self.old, self.new, _OF_TOPIC) if self.old and self.new else ()
        passages = tuple(self._passages(strays))
        change = Change.CHANGED if fields or passages else Change.MOVED if moved else None
        change = change if self.old and self.new else Change.NEW if self.new else Change.GONE
        if change is None:
            return None
        session = topic.path.partition("/")[0]
        return TopicChange(
            change=change, moved=moved, session=session, old=self.old, new=self.new, fields=fields, passages=passages
        )

    def _passages(self, strays: "_Strays") -> Iterator[PassageChange]:
        """Yield what became of the passages, in the order of the new ones; those that are gone stand at the end."""
        was = {now: place for place, now in self.pairs.items()}
        moved = out_of_order(now for _, now in sorted(self.pairs.items()))
        old_path, new_path = self.old.path if self.old else "", self.new.path if self.new else ""
        for place, passage in enumerate(self.new.passages if self.new else ()):
            if place in was and self.old:
                before, path, elsewhere = self.old.passages[was[place]], old_path, False
            elif (new_path, passage.id) in strays:
                (path, before), elsewhere = strays[new_path, passage.id], True
            else:
                if self.old:  # of a topic that is new, all is new
                    yield PassageChange(change=Change.NEW, new=passage, new_topic=new_path)
                continue
            is_moved = elsewhere or (place in moved and before.kind is passage.kind)
            if told := _passage(before, passage, path, new_path, moved=is_moved):
                yield told
        if self.new and self.old:
            left = {id(passage) for _, passage in strays.values()}
            for passage in self.gone():
                if id(passage) not in left:
                    yield PassageChange(change=Change.GONE, old=passage, old_topic=old_path)


_Strays = dict[tuple[str, str], tuple[str, Passage]]
"""The path and the id of a passage that came from another topic → the path of that, and the passage there."""


def _passage(old: Passage, new: Passage, old_path: str, new_path: str, *, moved: bool) -> PassageChange | None:
    names = _OF_PASSAGE[:-1] if _is_of_same_source(old, new) else _OF_PASSAGE
    fields = _fields(old, new, names)
    if not fields and not moved:
        return None
    return PassageChange(
        change=Change.CHANGED if fields else Change.MOVED,
        moved=moved,
        old=old,
        new=new,
        old_topic=old_path,
        new_topic=new_path,
        fields=fields,
    )


def _is_of_same_source(old: Passage, new: Passage) -> bool:
    """Whether both come from one source: where in it is a number that goes up with each paragraph put in before."""
    return bool(old.source and new.source and old.source.id == new.source.id)


class _Sessions:
    """The sessions of two editions with their topics."""

    def __init__(self, old: Dossier, new: Dossier) -> None:
        self._old, self._new = old, new
        pairs = match_topics(old, new)
        was = {now: path for path, now in pairs.items()}
        before, after = ({topic.path: topic for topic in one.topics()} for one in (old, new))
        self._topics = {path: _Topic(before.get(was.get(path, "")), topic) for path, topic in after.items()}
        self._gone = {path: _Topic(topic, None) for path, topic in before.items() if path not in pairs}
        order = {path: place for place, path in enumerate(before)}
        places = {path: order[was[path]] for path in after if path in was}
        late = out_of_order(places.values())
        self._moved = {path for path, place in places.items() if place in late or was[path] != path}
        self._strays = self._find_strays()

    def changes(self) -> Iterator[SessionChange]:
        """Yield the sessions in which something is different, those that are gone at the end."""
        pairs: Pairs = {}
        pair_by(pairs, self._old.sessions, self._new.sessions, lambda one: one.id)
        pair_by(pairs, self._old.sessions, self._new.sessions, lambda one: even(one.title))
        was = {now: self._old.sessions[place] for place, now in pairs.items()}
        moved = out_of_order(now for _, now in sorted(pairs.items()))
        for place, session in enumerate(self._new.sessions):
            if told := self._session(was.get(place), session, moved=place in moved):
                yield told
        for place, session in enumerate(self._old.sessions):
            if place not in pairs:
                yield SessionChange(change=Change.GONE, old=session, topics=tuple(self._gone_from(session)))

    def _session(self, old: Session | None, new: Session, *, moved: bool) -> SessionChange | None:
        fields = _fields(old, new, _OF_SESSION) if old else ()
        told = [self._topics[topic.path].told(self._strays, moved=topic.path in self._moved) for topic in new.topics]
        topics = *(topic for topic in told if topic), *(self._gone_from(old) if old else ())
        change = Change.CHANGED if fields else Change.MOVED if moved else None
        change = change if old else Change.NEW
        return (
            SessionChange(change=change, old=old, new=new, fields=fields, topics=topics) if change or topics else None
        )

    def _gone_from(self, session: Session) -> Iterator[TopicChange]:
        for topic in session.topics:
            if topic.path in self._gone and (told := self._gone[topic.path].told(self._strays)):
                yield told

    def _find_strays(self) -> _Strays:
        """Return the passages that went from one topic to another."""
        both = *self._topics.values(), *self._gone.values()
        gone = [(one.old.path, passage) for one in both for passage in one.gone() if one.old]
        came = [(one.new.path, passage) for one in both for passage in one.came() if one.new]
        pairs = match_strays([passage for _, passage in gone], [passage for _, passage in came])
        return {(came[now][0], came[now][1].id): gone[place] for place, now in pairs.items()}


# -- fields ------------------------------------------------------------------------------------------------------------


def _fields(old: Struct, new: Struct, names: Sequence[str]) -> tuple[Field, ...]:
    both = ((name, getattr(old, name), getattr(new, name)) for name in names)
    fields = (Field(name, _said(one), _said(other)) for name, one, other in both if one != other)
    return tuple(field for field in fields if even(field.old) != even(field.new))


def _said(value: object) -> str:
    """Return what a field says, in a line."""
    match value:
        case None:
            return ""
        case SourceRef(id, at):
            return f"{id}, {at}" if at else id
        case tuple():
            return ", ".join(map(str, value))
        case dict():
            return ", ".join(f"{key}: {one}" for key, one in value.items())
        case Struct():
            return ", ".join(filter(None, (_said(getattr(value, name)) for name in value.__struct_fields__)))
        case _:
            return str(value)


def _entries(old: Dossier, new: Dossier) -> Iterator[EntryChange]:
    """Yield what became of what a dossier has beside its sessions."""
    for group, names in _OF_ENTRY.items():
        was, now = ({_id_of(entry): entry for entry in getattr(one, group)} for one in (old, new))
        if was == now:
            continue
        for identifier, entry in now.items():
            if identifier not in was:
                yield EntryChange(change=Change.NEW, group=group, id=identifier)
            elif fields := _fields(was[identifier], entry, names):
                yield EntryChange(change=Change.CHANGED, group=group, id=identifier, fields=fields)
        yield from (EntryChange(change=Change.GONE, group=group, id=one) for one in was if one not in now)


def _id_of(entry: Struct) -> str:
    """Return the id of an entry; a date of the timeline has none, and goes by its date and title."""
    identifier = getattr(entry, "id", "")
    return str(identifier or " ".join(str(getattr(entry, name)) for name in ("start", "title")))
