"""Nothing that a test does can reach the home folder of who runs it, nor depends on their screen or language."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is there; a test must not open windows on somebody's screen
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
for _name in ("LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"

MUCH = 50_000  # objects made since there was a look for garbage

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """Collect garbage after a test where a window has taken that upon itself: no event loop runs between tests."""
    yield
    if not gc.isenabled() and gc.get_count()[0] > MUCH:
        gc.collect(1)


@pytest.fixture(autouse=True, scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make an empty folder the home of everything that is started here; the program itself must leave it alone."""
    folder = tmp_path_factory.mktemp("home")
    before = dict(os.environ)
    for name, inside in _FOLDERS.items():
        os.environ[name] = str(folder / inside)
        (folder / inside).mkdir(exist_ok=True)
    yield folder
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(autouse=True)
def untouched_home(home: Path) -> Iterator[None]:
    """Fail a test after which the program has a folder of its own at home: it forgot to say where its state goes."""
    yield
    made = [one for inside in {"", *_FOLDERS.values()} for one in (home / inside).glob("*fmm*")]
    assert not made, f"this test used the folders of the user: {made}"


@pytest.fixture(autouse=True)
def dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak Dutch unless a test asks for something else."""
    monkeypatch.setenv("LANGUAGE", "nl")


@pytest.fixture
def own_excepthook() -> Iterator[None]:
    """Give back the hook for what nobody caught."""
    before = sys.excepthook
    yield
    sys.excepthook = before
