"""`fmm-desktop compare`: what is new, changed, moved or gone in another edition of a dossier."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fmm_desktop.cli.output import DONE, FINDINGS, complain, print_json, print_lines
from fmm_desktop.cli.words import NEW, OLD, parser_of
from fmm_desktop.dossier.closeness import even
from fmm_desktop.dossier.comparing import compare
from fmm_desktop.dossier.difference import Part, Piece, differences
from fmm_desktop.dossier.editions import EditionChanges, Field, PassageChange, SessionChange, TopicChange
from fmm_desktop.dossier.editions_vocabulary import change_name, field_name, group_name, value_in_words, was_number
from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.dossier.vocabulary import WORDS, date_in_words, kind_name
from fmm_desktop.errors import Language, Sentence

_OTHER_ID = Sentence(
    "'{old}' en '{new}' zijn verschillende dossiers, geen edities van één; ze zijn toch vergeleken",
    "'{old}' and '{new}' are different dossiers, not editions of one; they were compared all the same",
)
_NOTHING = Sentence("er is geen verschil", "there is no difference")
_MOVED_FROM = Sentence("verplaatst uit {place}", "moved from {place}")
_SIGNS = {Part.KEPT: "{}", Part.OUT: "[-{}-]", Part.IN: "{{+{}+}}"}


def run(argv: list[str], language: Language) -> int:
    """Print what differs and return the exit code: 1 when something does."""
    parser = parser_of(language)
    parser.add_argument("old", type=Path, metavar=OLD.say(language))
    parser.add_argument("new", type=Path, metavar=NEW.say(language))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    old, new = read(asked.old), read(asked.new)
    if old.id != new.id:
        complain(_OTHER_ID.say(language, old=old.id, new=new.id))
    changes = compare(old, new)
    if asked.json:
        print_json(list(_rows(changes)))
    else:
        print_lines(*_lines(changes, language))
    return FINDINGS if changes else DONE


# -- for a reader ------------------------------------------------------------------------------------------------------


def _lines(changes: EditionChanges, language: Language) -> Iterator[str]:
    """Yield the changes: what was taken out stands in [-…-], what was put in stands in {+…+}."""
    yield f"{_edition(changes.old, language)} → {_edition(changes.new, language)}"
    if not changes:
        yield _NOTHING.say(language)
    for field in changes.fields:
        yield _field(field, changes, language)
    for session in changes.sessions:
        yield ""
        yield _headed(session.session, str(session.change or ""), language)
        yield from (f"  {_field(field, changes, language)}" for field in session.fields)
        for topic in session.topics:
            yield from (f"  {line}" for line in _topic(topic, changes, language))
    for group in dict.fromkeys(entry.group for entry in changes.entries):
        yield ""
        yield group_name(group, language)
        for entry in changes.entries:
            if entry.group == group:
                yield f"  {entry.id} ({change_name(entry.change, language)})"
                yield from (f"    {_field(field, changes, language)}" for field in entry.fields)


def _edition(dossier: Dossier, language: Language) -> str:
    issued = f" ({date_in_words(dossier.issued, language)})" if dossier.issued else ""
    return f"{dossier.title}, {WORDS.edition.say(language)} {dossier.edition}{issued}"


def _headed(part: Session | Topic, change: str, language: Language) -> str:
    said = f" ({change_name(change, language)})" if change else ""
    number = was_number(part.number, language) if change == "gone" else part.number
    return f"{number} {part.title}{said}"


def _topic(change: TopicChange, changes: EditionChanges, language: Language) -> Iterator[str]:
    yield _headed(change.topic, change.change, language)
    if change.moved and change.old and change.new and change.old.number != change.new.number:
        yield f"  {_MOVED_FROM.say(language, place=f'{change.old.number} {change.old.title}')}"
    yield from (f"  {_field(field, changes, language)}" for field in change.fields)
    yield from (f"  {_passage(passage, changes, language)}" for passage in change.passages)


def _passage(change: PassageChange, changes: EditionChanges, language: Language) -> str:
    passage = change.new or change.old
    if passage is None:
        raise ValueError(change)
    told = [change_name(change.change, language)]
    if change.moved and change.old:
        told = [*told[: change.change != "moved"], _MOVED_FROM.say(language, place=change.old.number)]
    others = [_field(field, changes, language) for field in change.fields if field.name != "text"]
    number = passage.number if change.new else was_number(passage.number, language)
    head = f"{number} {kind_name(passage.kind, language)} ({', '.join(told)})"
    return f"{head}: {' | '.join([*others, _marked(changes.words(change))])}"


def _field(field: Field, changes: EditionChanges, language: Language) -> str:
    old = value_in_words(field.name, field.old, changes.old, language)
    new = value_in_words(field.name, field.new, changes.new, language)
    return f"{field_name(field.name, language)}: {_marked(differences(old, new))}"


def _marked(pieces: tuple[Piece, ...]) -> str:
    return even("".join(_SIGNS[piece.part].format(piece.text) for piece in pieces))


# -- for a program -----------------------------------------------------------------------------------------------------


def _rows(changes: EditionChanges) -> Iterator[dict[str, Any]]:
    if changes.fields:
        yield _row("dossier", "changed", changes.fields)
    for session in changes.sessions:
        if session.change:
            yield _row("session", session.change, session.fields, session=session.session.id)
        for topic in session.topics:
            yield from _topic_rows(topic, session, changes)
    for entry in changes.entries:
        yield _row(entry.group, entry.change, entry.fields, id=entry.id)


def _topic_rows(topic: TopicChange, session: SessionChange, changes: EditionChanges) -> Iterator[dict[str, Any]]:
    where = {"session": session.session.id, "topic": topic.topic.path}
    yield _row("topic", topic.change, topic.fields, **where, was=topic.old.path if topic.old else "", moved=topic.moved)
    for change in topic.passages:
        passage = change.new or change.old
        if passage is not None:
            yield _row(
                "passage",
                change.change,
                change.fields,
                **where,
                passage=passage.id,
                number=passage.number,
                kind=passage.kind.value,
                was=f"{change.old_topic}#{change.old.id}" if change.old else "",
                moved=change.moved,
                words=[{"part": piece.part.value, "text": piece.text} for piece in changes.words(change)],
            )


def _row(what: str, change: str, fields: tuple[Field, ...], **more: object) -> dict[str, Any]:
    told = [{"name": field.name, "old": field.old, "new": field.new} for field in fields]
    return {"what": what, "change": str(change), **more, "fields": told}
