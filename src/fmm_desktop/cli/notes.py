"""`fmm-desktop notes export` and `notes import`: notes out and in without a window."""

import argparse
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from fmm_desktop import paths
from fmm_desktop.cli import behind
from fmm_desktop.cli.output import DONE, FINDINGS, complain, print_json, print_lines, write
from fmm_desktop.cli.state import notes_to_try_on, open_notes
from fmm_desktop.cli.words import EXPORT_OR_IMPORT, FILE, Parser, parser_of, require
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outgoing import write_whole
from fmm_desktop.dossier.reading import read
from fmm_desktop.dossier.seen import Seen
from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.notes.exchange import file, picking, planning, reading
from fmm_desktop.notes.exchange.formats import Format, format_of, made
from fmm_desktop.notes.exchange.planning import TO_LOOK_AT, Fate, Plan
from fmm_desktop.notes.exchange.telling import fate_name
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.notes.store import NoteStore

_NOTHING = Sentence("er zijn geen notities om te exporteren", "there are no notes to export")
_TYPED = Sentence(
    "{count} notitie(s) worden nog getypt in een venster en gaan mee zoals ze het laatst zijn verlaten",
    "{count} note(s) are still being typed in a window, and go as they were last left",
)
_STAYS = Sentence(
    "{count} notitie(s) die u niet zelf noemt blijven hier; met --with do-not-volunteer gaan ze mee",
    "{count} note(s) that you would not volunteer stay here; with --with do-not-volunteer they go along",
)
_GONE = Sentence(
    "wat hier is verwijderd, blijft weg; met --bring-back komt het terug",
    "what was deleted here stays away; with --bring-back it comes back",
)
_UNPLACED = Sentence(
    "sommige notities noemen geen dossier; zeg met --dossier op welk ze horen",
    "some notes name no dossier; say with --dossier on which they belong",
)
_UNKNOWN = Sentence(
    "'{dossier}' is geen dossier dat hier bekend is; geef bij --dossier het bestand ervan (.yaml), of open het eerst "
    "in het venster",
    "'{dossier}' is no dossier that is known here; give its file (.yaml) with --dossier, or open it in the window "
    "first",
)
_NO_FORM = Sentence("'{word}' is geen vorm; wel: {known}", "'{word}' is no format; there are: {known}")
_NO_KIND = Sentence("'{word}' is geen soort; wel: {known}", "'{word}' is no kind; there are: {known}")


def run(argv: list[str], language: Language) -> int:
    """Do what is asked for and return the exit code."""
    jobs: dict[str, Callable[[list[str], Language], int]] = {"export": _export, "import": _import}
    argv = behind(argv, jobs)
    if not argv or argv[0] not in jobs:
        parser = parser_of(language)
        parser.parse_known_args(argv)  # --help and --version
        require(parser, EXPORT_OR_IMPORT)
    return jobs[argv[0]](argv[1:], language)


# -- out ---------------------------------------------------------------------------------------------------------------


def _export(argv: list[str], language: Language) -> int:
    asked = _asked_of_export(argv, language)
    kind = asked.format or format_of(asked.output)
    dossiers = [_dossier(name) for name in asked.dossier]
    here = {dossier.id: dossier for dossier in dossiers if isinstance(dossier, Dossier)}
    ids = [dossier.id if isinstance(dossier, Dossier) else dossier for dossier in dossiers]
    with open_notes(asked.data_dir, language) as store:
        found = picking.pick(store, ids, asked.without, _progress())
    picked = tuple(one for one in found if not one.kinds & asked.unless_asked)
    typed = sum(one.note.draft for one in picked)
    if typed:
        complain(_TYPED.say(language, count=typed))
    editions = Seen(paths.folders(asked.data_dir).state / "editions").editions
    data = made(kind, picked, here, language, editions)
    if asked.output is None:
        _print(data)
    else:
        write_whole(data, asked.output, overwrite=asked.overwrite, private=True)
        print_lines(str(asked.output))
    if len(picked) < len(found):
        complain(_STAYS.say(language, count=len(found) - len(picked)))
    if not picked:
        complain(_NOTHING.say(language))
    return DONE if picked else FINDINGS


def _asked_of_export(argv: list[str], language: Language) -> argparse.Namespace:
    parser = parser_of(language)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--format")
    parser.add_argument("--dossier", action="append", default=[])
    parser.add_argument("--with", action="append", default=[], dest="also")
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--overwrite", action="store_true")
    asked = parser.parse_args(argv)
    asked.format = _form(asked.format, parser) if asked.format else None
    asked.without = [_kind(word, parser) for word in asked.without]
    asked.unless_asked = {NoteKind.DO_NOT_VOLUNTEER} - {_kind(word, parser) for word in asked.also}
    return asked


def _kind(word: str, parser: Parser) -> NoteKind:
    try:
        return NoteKind(word)
    except ValueError:
        parser.error(_NO_KIND.say(parser.language, word=word, known=", ".join(NoteKind)))


def _form(word: str, parser: Parser) -> Format:
    try:
        return Format(word)
    except ValueError:
        parser.error(_NO_FORM.say(parser.language, word=word, known=", ".join(Format)))


def _dossier(name: str) -> Dossier | str:
    """Return the dossier in a file, or the id that `name` is."""
    return read(Path(name)) if name.endswith((".yaml", ".yml")) else name


def _print(data: bytes) -> None:
    """Write an export to stdout: to the letter, unless that is a terminal, which a text could steer."""
    text = data.decode()
    if sys.stdout.isatty():
        print_lines(*text.splitlines())
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    write(text)


# -- in ----------------------------------------------------------------------------------------------------------------


def _import(argv: list[str], language: Language) -> int:
    asked = _asked_of_import(argv, language)
    dossier = _dossier(asked.dossier) if asked.dossier else ""
    origin = reading.Origin(datetime.now(UTC), dossier.id if isinstance(dossier, Dossier) else dossier)
    data = file.content(asked.file)
    incoming = reading.read(data, origin, _progress())
    with _store_for(asked, language) as store:
        if isinstance(dossier, str) and dossier and not _is_known(dossier, store, asked.data_dir, data):
            raise UserError(_UNKNOWN, dossier=dossier)
        plan = planning.plan(incoming, store.histories, store.bin.thrown_away(), _progress())
        if not asked.dry_run:
            with store.patient():
                store.take_in(plan.revisions(bring_back=asked.bring_back), thrown_away=asked.bring_back)
    if asked.json:
        print_json([{"author": author, **_counted(counts)} for author, counts in plan.by_author().items()])
    else:
        print_lines(*_lines(plan, language))
    return _told(plan, language, bring_back=asked.bring_back)


def _store_for(asked: argparse.Namespace, language: Language) -> NoteStore:
    if asked.dry_run:
        return notes_to_try_on(asked.data_dir, language)
    return open_notes(asked.data_dir, language, may_be_new=True)


def _asked_of_import(argv: list[str], language: Language) -> argparse.Namespace:
    parser = parser_of(language)
    parser.add_argument("file", type=Path, metavar=FILE.say(language))
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--dossier", default="")
    parser.add_argument("--bring-back", action="store_true")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(argv)


def _is_known(dossier_id: str, store: NoteStore, data_dir: Path | None, data: bytes) -> bool:
    """Return whether anything here, or another note that comes in, is of a dossier: else its id is mistyped."""
    if dossier_id in store.dossier_counts() or dossier_id in Seen(paths.folders(data_dir).state / "editions").ids():
        return True
    named = reading.read(data, reading.Origin(datetime.now(UTC)))
    return any(one.revision.anchor.dossier == dossier_id for one in named) or any(
        read(shipped).id == dossier_id for shipped in paths.bundled("data").glob("*.yaml")
    )


def _counted(counts: Counter[Fate]) -> dict[str, int]:
    return {fate.value: counts[fate] for fate in Fate}


def _lines(plan: Plan, language: Language) -> Iterable[str]:
    for author, counts in plan.by_author().items():
        told = ", ".join(f"{counts[fate]} {fate_name(fate, language)}" for fate in Fate if counts[fate])
        yield f"{author or '?'}: {told}"


def _told(plan: Plan, language: Language, *, bring_back: bool) -> int:
    """Say what the reader must see to, and return the exit code."""
    if plan.count(Fate.GONE) and not bring_back:
        complain(_GONE.say(language))
    if plan.count(Fate.UNPLACED):
        complain(_UNPLACED.say(language))
    left = [fate for fate in TO_LOOK_AT if plan.count(fate) and not (bring_back and fate is Fate.GONE)]
    return FINDINGS if left else DONE


def _progress() -> Callable[[float], None]:
    """Return what tells how far the work is, on a line that goes away, when there is a terminal to tell it to."""
    return _show if sys.stderr.isatty() else lambda _fraction: None


def _show(fraction: float) -> None:
    sys.stderr.write(f"\r{fraction:4.0%}\r    \r" if fraction >= 1 else f"\r{fraction:4.0%}\r")
    sys.stderr.flush()
