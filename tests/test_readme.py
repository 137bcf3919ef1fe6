"""What the READMEs say is so."""

import re
from pathlib import Path

from fmm_desktop.cli import words
from fmm_desktop.dossier.reading import check
from fmm_desktop.ui.actions import SPECS

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text("utf-8")
PACKAGE = CHECKOUT / "src" / "fmm_desktop"
MAP = (PACKAGE / "README.md").read_text("utf-8")


def test_the_data_file_in_the_readme_is_right(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    path.write_text(README.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")

    assert check(path).findings == ()


def test_the_table_of_keys_names_every_key_and_no_other() -> None:
    table = README.partition("## Keys")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]

    assert {key for row in rows for key in re.findall(r"`([^`]+)`", row)} == {
        key for spec in SPECS for key in spec.keys
    }


def test_the_command_line_is_that_of_the_help() -> None:
    usage = [line.removeprefix("usage:").strip() for line in words.USE.en.splitlines()]

    assert all(f"    {line}\n" in README for line in usage)


def test_every_link_leads_to_a_file() -> None:
    targets = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", README)

    assert targets
    assert [target for target in targets if not (CHECKOUT / target).exists()] == []


def test_the_map_shows_every_module() -> None:
    rooms = MAP.partition("## How data flows")[0]
    named = set(re.findall(r"[a-z_]+", rooms)) | {"__init__", "__main__"}
    of_a_pane = {"tree", "page", "notes", "sheets", "library"}
    modules = {
        path.stem
        for path in PACKAGE.rglob("*.py")
        if not (path.parent.parent.name == "ui" and path.parent.name in of_a_pane)
    }

    assert {
        name for name in modules - named if not name.endswith("_sentences") and not name.startswith("yaml_")
    } == set()


def test_the_map_names_no_file_that_is_gone() -> None:
    for name in re.findall(r"`([a-z_/]+\.py)`", MAP):
        found = list(PACKAGE.rglob(name)) or list(CHECKOUT.glob(name))
        assert found, name
