"""A remark silenced in the file: one line or one item comes in, and all else stays as somebody typed it."""

from pathlib import Path

import pytest

from fmm_desktop.dossier.editor.checking import editor_remarks
from fmm_desktop.dossier.editor.remark import Remark
from fmm_desktop.dossier.editor.silencing import line_of, silenced
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read_with_warnings

TEXT = """\
# van de hand van de schrijver
format: fmm-dossier/1
id: overleg
edition: 1
language: nl
title: Overleg van 4 december 2025
meeting: {start: 2025-12-03}
sessions:
  - id: raad
    title: Raad   # ochtend

    topics:
      - id: steun
        title: Steun
        position:
          - {id: p1, text: Wij noemen KFOR en EDIP.}
          - Op dinsdag 3 december 2025 is er overleg.
"""


def about(dossier: Dossier, check: str) -> Remark:
    """Return the first remark of a check, by its name or with what it is about."""
    return next(one for one in editor_remarks(dossier) if check in one.silenced_by)


def read(text: str) -> Dossier:
    return read_with_warnings(Path("x.yaml"), data=text.encode()).dossier


def put(text: str, check: str) -> tuple[str, str]:
    """Silence a remark; return the line that was there before, "" for none, and the one that is there now."""
    dossier = read(text)
    done = silenced(text.encode(), about(dossier, check), dossier)
    assert done is not None
    now, before = done.data.decode().splitlines(keepends=True), text.splitlines(keepends=True)
    here = done.line - 1
    is_new = len(now) > len(before)
    assert now[:here] + now[here + 1 :] == before[:here] + before[here + (not is_new) :], "all else is as it was"
    assert not any(one.silenced_by == f"[{check}]" for one in editor_remarks(read("".join(now))))
    return "" if is_new else before[here], now[here]


@pytest.mark.parametrize(
    ("text", "check", "line"),
    [
        (TEXT, "unexplained/KFOR", "        checked: [unexplained/KFOR]\n"),
        (TEXT.replace("\n", "\r\n"), "unexplained/KFOR", "        checked: [unexplained/KFOR]\r\n"),
        (TEXT.replace("title: Steun\n", "title: Steun\n        checked:\n          - links\n"), "unexplained/KFOR",
         "          - unexplained/KFOR\n"),
    ],
)  # fmt: skip
def test_a_line_comes_in(text: str, check: str, line: str) -> None:
    assert put(text, check) == ("", line)


@pytest.mark.parametrize(
    ("checked", "line"),
    [
        ("checked: [links]  # nagekeken", "        checked: [links, unexplained/KFOR]  # nagekeken\n"),
        ("checked: [links, ]", "        checked: [links, unexplained/KFOR]\n"),
        ("checked: []", "        checked: [unexplained/KFOR]\n"),
    ],
)
def test_an_item_comes_into_the_list_that_is_there(checked: str, line: str) -> None:
    text = TEXT.replace("title: Steun\n", f"title: Steun\n        {checked}\n")

    assert put(text, "unexplained/KFOR")[1] == line


def test_what_has_no_name_of_its_own_is_silenced_at_its_passage_or_else_at_its_topic() -> None:
    """A date in a passage that is a mapping, then one in a passage that is only a text."""
    mapping = TEXT.replace("- Op dinsdag", "- {id: p2, text: Op dinsdag").replace("is er overleg.", "is er overleg.}")

    for text, where in ((mapping, "raad/steun#p2"), (TEXT, "raad/steun")):
        dossier = read(text)
        remark = next(one for one in editor_remarks(dossier) if one.check == "dates" and one.path)
        done = silenced(text.encode(), remark, dossier)
        assert done is not None
        assert read(done.data.decode()).checked == {where: ("dates",)}


def test_what_is_about_the_whole_dossier_is_silenced_at_its_beginning() -> None:
    assert put(TEXT, "dates") == ("", "checked: [dates]\n")


def test_a_file_that_says_something_else_by_now_stays_as_it_is() -> None:
    dossier = read(TEXT)

    changed = TEXT.replace("Steun\n", "Hulp\n").encode()

    assert silenced(changed, about(dossier, "unexplained/KFOR"), dossier) is None


def test_where_no_line_can_be_found_the_line_itself_is_told() -> None:
    odd = TEXT.replace(
        "      - id: steun\n        title: Steun\n",
        "      -\n        ? id\n        : steun\n        ? title\n\n        : Steun\n",
    )
    dossier = read(odd)
    remark = about(dossier, "unexplained/KFOR")

    done = silenced(odd.encode(), remark, dossier)

    assert done is None or read(done.data.decode()).checked
    assert line_of(remark) == "checked: [unexplained/KFOR]"
