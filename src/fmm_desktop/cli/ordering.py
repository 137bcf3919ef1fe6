"""What is ordered on the command line: from what was typed to an `Order`, with everything a dossier may call it."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from fmm_desktop.cli.words import FILE, Parser, parser_of, require
from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_name, status_name
from fmm_desktop.search.folding import fold
from fmm_desktop.sheets.card import SAID_ON_CARD
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import WORDS_A_MINUTE, NoteChoice, Order, Where
from fmm_desktop.sheets.vocabulary import sheet_kind_name

_NOT_KNOWN = Sentence(
    "'{word}' kan niet bij {option}; wel: {known}", "'{word}' cannot be for {option}; there are: {known}"
)
_NUMBER = Sentence(
    "'{word}' kan niet bij {option}; wel: een {sort} van {least} tot en met {most}",
    "'{word}' cannot be for {option}; it takes a {sort} from {least} to {most}",
)
_WHOLE, _ANY = Sentence("heel getal", "whole number"), Sentence("getal", "number")
_NO_NOTES_ON = Sentence(
    "op een {kind} staan geen notities; laat {option} weg", "a {kind} has no notes on it; leave {option} out"
)
_NOT_ON = Sentence(
    "notities van soort '{word}' komen niet op een {kind}; laat '{word}' weg",
    "notes of kind '{word}' do not go on a {kind}; leave '{word}' out",
)
_ONE_PLACE = Sentence(
    "op een {kind} hebben notities een vaste plaats; laat {option} weg",
    "notes have a fixed place on a {kind}; leave {option} out",
)
_OF_ANOTHER = Sentence("{option} hoort bij --kind {kind}", "{option} goes with --kind {kind}")
_ONE_PDF = Sentence(
    "van meer dossiers komen de bladen in een map, niet in één pdf",
    "the sheets of several dossiers go into a folder, not into one PDF",
)
_NO_TOPIC = Sentence(
    "{dossier} heeft geen onderwerp '{word}'; geef nummers zoals 1.2, of 1 voor de hele sessie, of paden zoals {path}",
    "{dossier} has no topic '{word}'; give numbers such as 1.2, or 1 for the whole session, or paths such as {path}",
)
_SEVERAL = Sentence(
    "'{word}' noemt in {dossier} meer dan een sessie of onderwerp; geef een van deze nummers: {known}",
    "'{word}' names more than one session or topic in {dossier}; give one of these numbers: {known}",
)
_OPTIONS_OF = {
    "actor": SheetKind.ACTOR,
    "since": SheetKind.CHANGES,
    "words_a_minute": SheetKind.SPEAKING,
    "factor": SheetKind.SPEAKING,
}
_NEEDED = {SheetKind.ACTOR: "actor", SheetKind.CHANGES: "since"}
_NEVER_ON = {
    SheetKind.CARD: frozenset(NoteKind) - set(SAID_ON_CARD),
    SheetKind.CHANGES: frozenset({NoteKind.DO_NOT_VOLUNTEER}),
}
"""The kinds of notes that are not printed on a kind of sheet, also when they are named."""
_Value = TypeVar("_Value", bound=StrEnum)


class Asked(argparse.Namespace):
    """What was typed."""

    files: list[Path]
    output: Path
    kind: SheetKind
    topics: str
    notes: str | None
    actor: str
    since: list[Path]
    template: Path | None
    statuses: str | None
    where: str | None
    overwrite: bool
    data_dir: Path | None
    order: Order
    """What is ordered of each dossier, save topics and actor, which each has its own of."""
    with_notes: bool
    """Whether notes are wanted at all."""


def asked(argv: Sequence[str], language: Language) -> Asked:
    """Return what was typed, as it was understood; ends in a line that says so when that cannot be."""
    parser = _parser(language)
    typed = parser.parse_intermixed_args(_with_kinds(argv), Asked())
    _require_files(typed, parser)
    typed.kind = _kind(typed, parser)
    if len(typed.files) > 1 and typed.output.suffix.lower() == ".pdf":
        parser.error(_ONE_PDF.say(language))
    notes = typed.notes, typed.statuses, typed.where
    _refuse_notes(typed, parser)
    typed.with_notes = typed.kind is SheetKind.NOTES or any(one is not None for one in notes)
    typed.order = _order(typed, parser)
    return typed


def topics_of(words: str, dossier: Dossier) -> tuple[str, ...] | None:
    """Return the paths of the topics that are named by number, path or id, sessions among them; None for no words.

    UserError for a word that names none.
    """
    if not words.strip():
        return None
    return tuple(path for word in words.split(",") if word.strip() for path in _paths(word.strip(), dossier))


def actor_of(word: str, dossier: Dossier) -> str:
    """Return the id of the actor that a word is the id or the name of; the word when there is none."""
    return next((one.id for one in dossier.actors if word == one.id or fold(word) == fold(one.name)), word)


# -- what can be typed -------------------------------------------------------------------------------------------------


def _parser(language: Language) -> Parser:
    parser = parser_of(language)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--kind")
    parser.add_argument("--topics", default="")
    parser.add_argument("--notes")
    parser.add_argument("--statuses")
    parser.add_argument("--where", choices=[where.value for where in Where if where is not Where.NONE])
    parser.add_argument("--actor", default="")
    parser.add_argument("--since", type=Path, action="append", default=[])
    parser.add_argument("--marking", default="")
    parser.add_argument("--paper", choices=("a4", "a5"), default="a4")
    parser.add_argument("--two-sided", action="store_true")
    parser.add_argument("--size", choices=("small", "normal", "large"), default="normal")
    parser.add_argument("--copies")
    parser.add_argument("--words-a-minute")
    parser.add_argument("--factor")
    parser.add_argument("--template", type=Path)
    parser.add_argument("--overwrite", action="store_true")
    return parser


def _with_kinds(argv: Sequence[str]) -> list[str]:
    """Return the arguments with each `--notes` joined to its kinds, or to none: what follows may be a file."""
    joined: list[str] = []
    for word in argv:
        if joined[-1:] == ["--notes"]:
            kinds = not (word.startswith("-") or Path(word).suffix or Path(word).exists())
            joined[-1:] = [f"--notes={word}"] if kinds else ["--notes=", word]
        else:
            joined.append(word)
    return [*joined[:-1], "--notes="] if joined[-1:] == ["--notes"] else joined


# -- how it is understood ----------------------------------------------------------------------------------------------


def _require_files(typed: Asked, parser: Parser) -> None:
    """Files may stand among the options, so that argparse would name what is missing one after the other."""
    output = Sentence("-o/--output", "-o/--output")
    missing = [what for what, is_there in ((FILE, typed.files), (output, typed.output)) if not is_there]
    if missing:
        require(parser, Sentence(*(", ".join(names) for names in zip(*missing, strict=True))))


def _kind(typed: Asked, parser: Parser) -> SheetKind:
    """Return the kind of sheet, which an option that goes with one kind alone tells as well."""
    given = [(name, kind) for name, kind in _OPTIONS_OF.items() if getattr(typed, name)]
    names = _names(SheetKind, sheet_kind_name)
    kind = (
        _value(typed.kind, "--kind", names, parser) if typed.kind else next((one for _, one in given), SheetKind.TOPIC)
    )
    for name, other in given:
        if other is not kind:
            parser.error(_OF_ANOTHER.say(parser.language, option=_option(name), kind=other.value))
    if kind in _NEEDED and not getattr(typed, _NEEDED[kind]):
        option = _option(_NEEDED[kind])
        require(parser, Sentence(option, option))
    return kind


def _order(typed: Asked, parser: Parser) -> Order:
    return Order(
        kind=typed.kind,
        notes=_note_choice(typed, parser),
        paper=typed.paper,
        two_sided=typed.two_sided,
        size=typed.size,
        copies=_whole(typed.copies, "--copies", parser) or 0,
        marking=typed.marking,
        words_a_minute=_whole(typed.words_a_minute, "--words-a-minute", parser) or WORDS_A_MINUTE,
        interpretation=_factor(typed.factor, parser) or 1.0,
    )


def _whole(word: str | None, option: str, parser: Parser) -> int | None:
    """Return as many copies, or words a minute, as anybody has."""
    most = 999
    if word is None or (word.isdecimal() and 1 <= int(word) <= most):
        return int(word) if word else None
    return _refuse_number(word, option, _WHOLE, most, parser)


def _factor(word: str | None, parser: Parser) -> float | None:
    """Return how many times as long it takes."""
    most = 10
    if word is None:
        return None
    try:
        factor = float(word.replace(",", "."))
    except ValueError:
        factor = 0.0
    return factor if 1 <= factor <= most else _refuse_number(word, "--factor", _ANY, most, parser)


def _refuse_number(word: str, option: str, sort: Sentence, most: int, parser: Parser) -> NoReturn:
    said = sort.say(parser.language)
    parser.error(_NUMBER.say(parser.language, word=word, option=option, sort=said, least=1, most=most))


def _refuse_notes(typed: Asked, parser: Parser) -> None:
    """End when notes are asked for that the kind of sheet never has: nobody should think that they are on it."""
    language, kind = parser.language, sheet_kind_name(typed.kind, parser.language)
    options = {"--notes": typed.notes, "--statuses": typed.statuses, "--where": typed.where}
    given = next((option for option, value in options.items() if value is not None), "")
    if given and typed.kind is SheetKind.SPEAKING:
        parser.error(_NO_NOTES_ON.say(language, kind=kind, option=given))
    if typed.where and typed.kind in {SheetKind.CARD, SheetKind.NOTES}:
        parser.error(_ONE_PLACE.say(language, kind=kind, option="--where"))
    named = _values(typed.notes, "--notes", _names(NoteKind, note_kind_name), parser)
    for one in sorted(named & _NEVER_ON.get(typed.kind, frozenset())):
        parser.error(_NOT_ON.say(language, word=one.value, kind=kind))


def _note_choice(typed: Asked, parser: Parser) -> NoteChoice:
    usual = NoteChoice()
    return NoteChoice(
        kinds=_values(typed.notes, "--notes", _names(NoteKind, note_kind_name), parser) or usual.kinds,
        statuses=_values(typed.statuses, "--statuses", _names(Status, status_name), parser) or usual.statuses,
        where=Where(typed.where) if typed.where else usual.where if typed.with_notes else Where.NONE,
    )


def _names(values: Iterable[_Value], name: Callable[[_Value, Language], str]) -> Mapping[str, _Value]:
    """Return the values by what they can be called: the word of the file, and the names in both languages."""
    languages: tuple[Language, ...] = ("nl", "en")
    return {
        called: one for one in values for called in (one.value, *(_bare(name(one, tongue)) for tongue in languages))
    }


def _values(words: str | None, option: str, names: Mapping[str, _Value], parser: Parser) -> frozenset[_Value]:
    return frozenset(_value(word, option, names, parser) for word in (words or "").split(",") if word.strip())


def _value(word: str, option: str, names: Mapping[str, _Value], parser: Parser) -> _Value:
    found = names.get(_bare(word))
    if found is None:
        known = ", ".join(dict.fromkeys(one.value for one in names.values()))
        parser.error(_NOT_KNOWN.say(parser.language, word=word, option=option, known=known))
    return found


def _bare(word: str) -> str:
    return "-".join(word.lower().split())


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _paths(word: str, dossier: Dossier) -> Iterable[str]:
    named = _named(word, dossier)
    if len(named) > 1:
        raise UserError(_SEVERAL, dossier=dossier.id, word=word, known=", ".join(one.number for one in named))
    if not named:
        _refuse(word, dossier)
    return [topic.path for topic in named[0].topics] if isinstance(named[0], Session) else [named[0].path]


def _named(word: str, dossier: Dossier) -> list[Session | Topic]:
    """Return what has this number or path; without any, all that has it as its id."""
    everything: list[Session | Topic] = [*dossier.sessions, *dossier.topics()]
    named = [one for one in everything if word == one.number or (isinstance(one, Topic) and word == one.path)]
    return named or [one for one in everything if word == one.id]


def _refuse(word: str, dossier: Dossier) -> NoReturn:
    path = next((topic.path for topic in dossier.topics()), "session/topic")
    raise UserError(_NO_TOPIC, dossier=dossier.id, word=word, path=path)
