"""All checks of an editor on one dossier: `editor_remarks`. A dossier can silence them under `checked`."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from fmm_desktop.dossier.editor.abbreviations import check_abbreviations
from fmm_desktop.dossier.editor.dangling_links import check_links
from fmm_desktop.dossier.editor.dates import check_dates
from fmm_desktop.dossier.editor.figures import check_figures
from fmm_desktop.dossier.editor.names import LINKS
from fmm_desktop.dossier.editor.positions import check_positions
from fmm_desktop.dossier.editor.remark import Remark
from fmm_desktop.dossier.editor.spots import Spot, spots
from fmm_desktop.dossier.editor.two_names import check_names
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.trouble import Trouble
from fmm_desktop.errors import Sentence

MAX_REMARKS = 1000
"""More of one check are not told: a dossier may be made to have millions."""

_CHECKS: tuple[Callable[[Dossier, Sequence[Spot]], Iterator[Remark]], ...] = (
    check_positions,
    check_abbreviations,
    check_names,
    check_dates,
    check_figures,
    check_links,
)
_AS_SAID = Sentence("{nl}", "{en}")


def editor_remarks(dossier: Dossier, watch: Callable[[float], None] = lambda _part: None) -> tuple[Remark, ...]:
    """Return what an editor would remark on in `dossier` and is not silenced there, in the order of reading.

    What is about the whole dossier (its dates, its terms) comes first. `watch` is told how far we are, 0 to 1, and may
    raise to stop; no dossier raises.
    """
    seen = list(spots(dossier))
    order = {spot.steps: place for place, spot in enumerate(seen)}
    silence = _Silence(dossier)
    found: list[Remark] = []
    for number, check in enumerate(_CHECKS, 1):
        watch(number / (len(_CHECKS) + 1))
        found += islice((one for one in check(dossier, seen) if not silence.covers(one)), MAX_REMARKS)
    return tuple(sorted(found, key=lambda one: order.get(one.steps, -1)))


def editor_troubles(dossier: Dossier) -> Iterator[Trouble]:
    """Yield the remarks as `reading.check` tells them; of links to nothing it tells itself."""
    for one in editor_remarks(dossier):
        if one.check != LINKS:
            yield Trouble(
                "remark",
                one.steps,
                _AS_SAID,
                {"nl": f"{one.nl} {one.silenced_by}", "en": f"{one.en} {one.silenced_by}"},
            )


class _Silence:
    """What the dossier says has been looked at."""

    def __init__(self, dossier: Dossier) -> None:
        self._by_path = {
            path: {name.replace(" ", "").casefold() for name in names} for path, names in dossier.checked.items()
        }

    def covers(self, remark: Remark) -> bool:
        """Whether the remark is silenced where it is told, at what it is compared with, or around one of them."""
        if not self._by_path:
            return False
        names = {remark.check, f"{remark.check}/{remark.about}".replace(" ", "").casefold()}
        return any(names & self._by_path.get(path, set()) for path in _around(remark))


def _around(remark: Remark) -> Iterator[str]:
    yield ""
    for path in (remark.path, *remark.others):
        yield path
        topic = path.partition("#")[0]
        yield topic
        yield topic.partition("/")[0]
