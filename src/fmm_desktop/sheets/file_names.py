"""What the files of sheets are called."""

import re
import unicodedata

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order

_LONGEST = 60


def file_name(dossier: Dossier, topic: Topic, kind: SheetKind = SheetKind.TOPIC) -> str:
    """Return the name of the file with the sheet of `topic`, such as `fmm-2025-12-03-ed1-1.2-rusland.pdf`.

    Made of the ids, so that it is stable within an edition and safe on every system. One of another kind says so.
    """
    number = topic.number if kind is SheetKind.TOPIC else f"{kind}-{topic.number}"
    return _safe(f"{dossier.id}-ed{dossier.edition}-{number}-{topic.id[:_LONGEST]}") + ".pdf"


def file_name_of(dossier: Dossier, order: Order) -> str:
    """Return the name of the one file that an order makes: `fmm-2025-12-03-ed1-actor-china.pdf`."""
    about = f"{order.kind}-{order.actor[:_LONGEST]}" if order.actor else order.kind
    return _safe(f"{dossier.id}-ed{dossier.edition}-{about}") + ".pdf"


def _safe(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", letters).strip(".-") or "sheet"
