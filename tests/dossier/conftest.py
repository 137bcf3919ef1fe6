"""A small dossier that is right, and a way to write it to a file with one thing in it changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

Written = Callable[..., Path]

GOOD = """\
format: fmm-dossier/1
id: vergadering
edition: 1
issued: 2025-11-28
language: nl
title: Vergadering van ministers
meeting: {start: 2025-12-03, place: Brussel, country: be}
own: nl
timeline:
  - {start: 2025-06-24, end: 2025-06-25, title: Top}
actors:
  - {id: nl, kind: country, name: Nederland}
  - {id: be, kind: country, name: België}
terms:
  - {id: purl, short: PURL, translation: {en: list}}
sources:
  - {id: agenda, title: Agenda, date: 2025-11-28}
sessions:
  - id: nar
    title: Noord-Atlantische Raad
    time: 13:30
    participants: [nl, be]
    introduction: Over [[china]].
    topics:
      - id: steun
        title: Steun
        tags: [no, yes, on, 1_000]
        aim: [Het doel.]
        position:
          - {id: p1, text: "De inzet.", source: {id: agenda, at: "al. 2"}}
          - Nog een inzet over [[term:purl]].
        if-raised:
          - Als het opkomt.
        others:
          - {actor: be, stance: supports, text: België steunt dit.}
        figures:
          - {value: EUR 500 mln., text: Bijdrage.}
      - id: china
        title: China
        related: [steun, nar/steun]
"""


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return a function that writes the good dossier with `old` replaced by `new`, and returns the file."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in GOOD
        path = tmp_path / "agenda.yaml"
        path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
        return path

    return write
