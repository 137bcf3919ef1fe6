"""A remark of an editor: which check found what, where, and how that is said."""

from typing import Any

from msgspec import Struct

from fmm_desktop.dossier.editor.spots import Spot
from fmm_desktop.dossier.trouble import Steps
from fmm_desktop.errors import Language, Sentence


class Remark(Struct, frozen=True, kw_only=True):
    """Something in a dossier that its writer may want to look at.

    `check` is the name of the check, `about` what it is about where that can be silenced by itself (`KFOR`). `path`
    names what it is told at: a passage (`nar/china#p1`), a topic, a session, or the dossier when it is empty; `others`
    are the paths of what it is compared with. `steps` lead to the place in the file. `nl` and `en` are the sentence.
    """

    check: str
    steps: Steps
    path: str
    nl: str
    en: str
    about: str = ""
    others: tuple[str, ...] = ()

    @property
    def silenced_by(self) -> str:
        """What to write in the dossier to hear no more of it, in brackets: `[unexplained/KFOR]`."""
        return f"[{self.check}/{self.about}]" if self.about else f"[{self.check}]"

    def words(self, language: Language) -> str:
        """Return the sentence."""
        return self.nl if language == "nl" else self.en


def remark(
    check: str,
    spot: Spot,
    sentence: Sentence,
    *,
    about: str = "",
    other: Spot | None = None,
    **values: Any,  # noqa: ANN401 - whatever the sentence shows
) -> Remark:
    """Return a remark at `spot`; `other` is the place it is compared with, which the sentence names as `{where}`."""
    said = {
        name: value if isinstance(value, Sentence) else Sentence(str(value), str(value))
        for name, value in values.items()
    }
    if other is not None:
        said["where"] = _SAME if other.steps == spot.steps else _where(other)
    return Remark(
        check=check,
        steps=spot.steps,
        path=spot.path,
        nl=sentence.say("nl", **{name: value.nl for name, value in said.items()}),
        en=sentence.say("en", **{name: value.en for name, value in said.items()}),
        about=about,
        others=() if other is None else (other.path,),
    )


_SAME = Sentence("dezelfde tekst", "the same text")


def _where(spot: Spot) -> Sentence:
    if not spot.number:
        return Sentence("de titel", "the title")
    if spot.passage:
        return Sentence(f"passage {spot.number}", f"passage {spot.number}")
    if spot.topic:
        return Sentence(f"onderwerp {spot.number}", f"topic {spot.number}")
    return Sentence(f"sessie {spot.number}", f"session {spot.number}")
