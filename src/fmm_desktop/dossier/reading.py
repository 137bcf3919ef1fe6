"""The border: a data file is read and checked here, once, and nothing behind it is checked again.

    read(path: Path) -> Dossier                       # DossierError on the first error
    read_with_warnings(path, watch=None, *, data=None) -> Reading  # Reading(dossier, warnings: tuple[Finding, ...])
    check(path: Path, *, as_editor=False) -> Report   # Report(dossier: Dossier | None, findings: tuple[Finding, ...])

`DossierError` (a `UserError`) says file, line, column, path and what was expected; `Finding` is severity, line,
column and path, with `words(language)`, and as one line `text(language)`. `check` lists every error and warning, and on
wish the remarks of an editor; it raises `DossierError` only when there is no text to check (missing, empty, binary,
too large, …).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from fmm_desktop.dossier import checks
from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.datafile import DossierError, read_bytes
from fmm_desktop.dossier.format import DossierShape
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outcome import Reading, Report
from fmm_desktop.dossier.trouble import Finding, Nearest, Place, Steps, Trouble, finding
from fmm_desktop.dossier.yaml_border import Watch, load
from fmm_desktop.dossier.yaml_places import KeyAndValue, locate
from fmm_desktop.errors import Sentence

__all__ = ["DossierError", "Finding", "Reading", "Report", "check", "first_error", "read", "read_with_warnings"]

_SHARE_OF_YAML = 0.7  # of the time that reading takes
_AT_A_PLACE = Sentence("{name}, {finding_nl}{more_nl}", "{name}, {finding_en}{more_en}")
_WHOLE_FILE = Sentence("{name}: {finding_nl}{more_nl}", "{name}: {finding_en}{more_en}")
_MORE = Sentence(" (en nog {count} in dit bestand)", " (and {count} more in this file)")


def read(path: Path) -> Dossier:
    """Return the dossier in the data file `path`. Raises `DossierError` when it cannot be read as one."""
    return build(_shape(path, _examine(path)))


def read_with_warnings(path: Path, watch: Watch | None = None, *, data: bytes | None = None) -> Reading:
    """Return the dossier in the data file `path` and the warnings about it, with their places in the file.

    `watch` is told how far reading is, 0 to 1, and may raise to stop it. `data` is what `read_bytes` gave for the file,
    for who has it already. Raises `DossierError` as `read` does.
    """
    examined = _examine(path, watch, data)
    return Reading(build(_shape(path, examined)), _findings(examined))


def check(path: Path, *, as_editor: bool = False) -> Report:
    """Return everything that is wrong with the data file `path`: every error and every warning.

    With `as_editor` also what an editor would remark on, when there are no errors. Raises `DossierError` when there is
    no text to check.
    """
    examined = _examine(path)
    dossier = build(examined.shape) if examined.shape else None
    if dossier and as_editor:
        from fmm_desktop.dossier.editor.checking import editor_troubles  # noqa: PLC0415 - not needed to read a dossier

        examined = examined._replace(troubles=[*examined.troubles, *editor_troubles(dossier)])
    return Report(dossier, _findings(examined))


class _Examined(NamedTuple):
    data: bytes
    raw: Any
    shape: DossierShape | None  # None when there are errors
    troubles: list[Trouble]


def _examine(path: Path, watch: Watch | None = None, data: bytes | None = None) -> _Examined:
    data = read_bytes(path) if data is None else data
    raw, broken = load(data, watch=None if watch is None else lambda part: watch(part * _SHARE_OF_YAML))
    shape, troubles = checks.examine(raw, broken)
    return _Examined(data, raw, shape, troubles)


def _shape(path: Path, examined: _Examined) -> DossierShape:
    if examined.shape is None:
        raise first_error(path, _findings(examined))
    return examined.shape


def first_error(path: Path, findings: Iterable[Finding]) -> DossierError:
    """Return what `read` raises for a file with these findings: the first error among them, and how many more."""
    first, *others = (found for found in findings if found.severity == "error")
    more = len(others)
    return DossierError(
        path,
        _AT_A_PLACE if first.line else _WHOLE_FILE,
        Place(first.line, first.column),
        name=path.name,
        finding_nl=first.text("nl"),
        finding_en=first.text("en"),
        more_nl=_MORE.say("nl", count=more) if more else "",
        more_en=_MORE.say("en", count=more) if more else "",
    )


def _findings(examined: _Examined) -> tuple[Finding, ...]:
    if not examined.troubles:
        return ()
    wanted = {steps for trouble in examined.troubles for steps in (trouble.steps, trouble.also) if steps is not None}
    places = locate(examined.data, wanted)
    nearest = Nearest()  # asked in the order of the file
    placed = sorted(((_place(trouble, places), trouble) for trouble in examined.troubles), key=lambda pair: pair[0])
    return tuple(finding(_with_line(trouble, places), examined.raw, place, nearest) for place, trouble in placed)


def _place(trouble: Trouble, places: Mapping[Steps, KeyAndValue]) -> Place:
    key, value = places[trouble.steps]
    return trouble.place if trouble.place.line else key if trouble.at_key else value


def _with_line(trouble: Trouble, places: Mapping[Steps, KeyAndValue]) -> Trouble:
    """Return `trouble` with the line of the other key that it is about, if any."""
    if trouble.also is None:
        return trouble
    return trouble._replace(values={**trouble.values, "first": places[trouble.also].key.line})
