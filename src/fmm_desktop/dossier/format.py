"""The shape of a data file, `fmm-dossier/1`, as it stands on disk.

These types mirror the YAML one to one: `reading` checks a file against them and makes a `model.Dossier` of it, and
the JSON Schema in `resources/schema/` is generated from them. Nothing behind the border sees them.
Keys in the file are written with hyphens (`if-raised`).
"""

import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from fmm_desktop.dossier.editor.names import CHECKS
from fmm_desktop.dossier.model import ActorKind, Certainty, Stance

FORMAT = "fmm-dossier/1"

Identifier = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9._-]*$(?!\n)",  # `$` alone would let a newline at the end pass
        max_length=100,
        description="Lower-case letters, digits, dots, hyphens and underscores; stable over editions.",
    ),
]
Text = Annotated[str, Meta(max_length=100_000)]
Title = Annotated[str, Meta(min_length=1, max_length=1000, pattern=r"\S")]
LanguageCode = Annotated[
    str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$(?!\n)", description="BCP 47, such as nl or en.")
]

Checked = Annotated[
    str,
    Meta(
        description="A check that is silenced here and below: its name, or unexplained/KFOR for one thing.",
        extra_json_schema={"anyOf": [{"enum": list(CHECKS)}, {"pattern": f"^({'|'.join(CHECKS)})/."}]},
    ),
]


class _Shape(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True):
    """What every mapping of the file has in common."""


class SourceRef(_Shape, frozen=True):
    """Where a passage comes from: the id of a source and the place in it."""

    id: Identifier
    at: str = ""


class PassageShape(_Shape, frozen=True):
    """One numbered paragraph. In the file it may also be a plain string."""

    text: Text
    id: Identifier = ""
    source: SourceRef | None = None
    marking: str = ""
    checked: tuple[Checked, ...] = ()


class OtherShape(_Shape, frozen=True):
    """Where another actor stands."""

    actor: Identifier
    text: Text
    stance: Stance = "unknown"
    id: Identifier = ""
    source: SourceRef | None = None
    marking: str = ""
    checked: tuple[Checked, ...] = ()


class FigureShape(_Shape, frozen=True):
    """A number or an amount that must be right, with what it counts."""

    value: str
    text: Text
    id: Identifier = ""
    source: SourceRef | None = None
    marking: str = ""
    checked: tuple[Checked, ...] = ()


Passages = tuple[Text | PassageShape, ...]


class TopicShape(_Shape, frozen=True):
    """What is discussed in a session; its passages stand in a list for each kind."""

    id: Identifier
    title: Title
    certainty: Certainty = "planned"
    marking: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    checked: tuple[Checked, ...] = ()
    aim: Passages = ()
    discussion: Passages = ()
    position: Passages = ()
    points: Passages = ()
    if_raised: Passages = ()
    others: tuple[OtherShape, ...] = ()
    figures: tuple[FigureShape, ...] = ()
    background: Passages = ()


class SessionShape(_Shape, frozen=True):
    """A part of the meeting."""

    id: Identifier
    title: Title
    form: str = ""
    time: str = ""
    participants: tuple[Identifier, ...] = ()
    introduction: Text = ""
    checked: tuple[Checked, ...] = ()
    topics: tuple[TopicShape, ...] = ()


class MeetingShape(_Shape, frozen=True):
    """When and where the meeting is; `end` only when it lasts longer than a day."""

    start: datetime.date
    end: datetime.date | None = None
    place: str = ""
    country: Identifier | None = None


class EventShape(_Shape, frozen=True):
    """A date before or after the meeting that matters to it."""

    start: datetime.date
    title: Title
    end: datetime.date | None = None
    place: str = ""


class ActorShape(_Shape, frozen=True):
    """A country, an organisation or a person; a person is `of` another actor."""

    id: Identifier
    kind: ActorKind
    name: Title
    role: str = ""
    of: Identifier | None = None
    text: Text = ""


class TermShape(_Shape, frozen=True):
    """An abbreviation or a name, explained."""

    id: Identifier
    short: Title
    long: str = ""
    translation: dict[str, str] = {}
    text: Text = ""


class SourceShape(_Shape, frozen=True):
    """A document that passages refer to."""

    id: Identifier
    title: Title
    date: datetime.date | None = None
    file: str = ""


class DossierShape(_Shape, frozen=True):
    """A whole data file."""

    format: Literal["fmm-dossier/1"]
    id: Identifier
    edition: Annotated[int, Meta(ge=1, le=2**31 - 1)]
    title: Title
    language: LanguageCode
    meeting: MeetingShape
    issued: datetime.date | None = None
    marking: str = ""
    own: Identifier | None = None
    checked: tuple[Checked, ...] = ()
    timeline: tuple[EventShape, ...] = ()
    actors: tuple[ActorShape, ...] = ()
    terms: tuple[TermShape, ...] = ()
    sources: tuple[SourceShape, ...] = ()
    sessions: tuple[SessionShape, ...] = ()
