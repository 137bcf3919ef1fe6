"""Small libraries in folders, for tests."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

LONG_AGO = 1_700_000_000


def dossier(title: str = "Overleg", topics: Sequence[Mapping[str, Any]] = (), **more: Any) -> dict[str, Any]:
    """Return the values of a data file with one session."""
    numbered = [{"id": f"t{number}", "title": f"Onderwerp {number}"} | dict(one) for number, one in enumerate(topics)]
    return {
        "format": "fmm-dossier/1",
        "id": "overleg",
        "edition": 1,
        "language": "nl",
        "title": title,
        "meeting": {"start": "2025-12-03", "place": "Brussel"},
        "sessions": [{"id": "ochtend", "title": "Werksessie", "topics": numbered}],
    } | more


def about(*texts: str, **more: Any) -> dict[str, Any]:
    """Return a dossier with a topic for each text, which is its position."""
    return dossier(topics=[{"position": [text]} for text in texts], **more)


def write(path: Path, content: Mapping[str, Any] | str, *, seconds: int = 0) -> Path:
    """Write a data file, or any text, as it was changed last long ago, and `seconds` after that."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
    os.utime(path, (LONG_AGO + seconds, LONG_AGO + seconds))
    return path
