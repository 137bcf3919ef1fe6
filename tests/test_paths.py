"""Where things are: what comes with the program, and the folders of the reader."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fmm_desktop import paths

CHECKOUT = Path(__file__).parents[1]


def test_what_comes_with_the_program_is_found() -> None:
    assert (paths.bundled("data") / "fmm-2025-12-03.nl.yaml").is_file()
    assert (paths.bundled("resources") / "sheets" / "topic.typ").is_file()


def test_in_a_wheel_it_stands_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "fmm_desktop"
    package.mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(CHECKOUT / "src" / "fmm_desktop" / name, package)
    (package / "data").mkdir()
    ask = "from fmm_desktop.paths import bundled; print(bundled('data')); print(bundled('resources'))"

    done = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines() == [str(package / "data"), str(tmp_path / "resources")]


def test_a_data_dir_moves_everything(tmp_path: Path) -> None:
    folders = paths.folders(tmp_path / "stick")

    assert folders == paths.Folders(state=tmp_path / "stick", cache=tmp_path / "stick" / "cache")
    assert not folders.state.exists(), "asking where a folder is does not make it"


def test_a_data_dir_may_be_given_from_home_or_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert paths.folders(Path("stick")).state == tmp_path / "stick"
    assert paths.folders(Path("~/stick")).state == Path.home() / "stick"


def test_without_one_they_are_where_the_system_wants_them(home: Path) -> None:
    folders = paths.folders()

    assert paths.APP_NAME in (folders.state.name, folders.state.parent.name)
    assert folders.state != folders.cache
    assert folders.state.is_relative_to(home)
    assert folders.cache.is_relative_to(home)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of the XDG rules")
def test_on_linux_they_follow_the_xdg_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    assert paths.folders() == paths.Folders(tmp_path / "data" / "fmm-desktop", tmp_path / "cache" / "fmm-desktop")
