"""Files that are not the text of a dossier at all: each gets one sentence, at once."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fmm_desktop.dossier.datafile import MAX_BYTES
from fmm_desktop.dossier.reading import DossierError, check, read

from .conftest import Written


def refusal(path: Path) -> str:
    """Return the Dutch sentence with which `path` is refused, by `read` and by `check` alike."""
    with pytest.raises(DossierError) as reading:
        read(path)
    with pytest.raises(DossierError) as checking:
        check(path)
    assert reading.value.text("nl") == checking.value.text("nl")
    assert reading.value.text("en") != reading.value.text("nl")
    assert reading.value.path == path
    return reading.value.text("nl")


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "weg.yaml"

    assert refusal(path) == f"{path}: dit bestand is er niet; controleer de naam en de map"


def test_a_file_in_a_folder_that_is_missing(tmp_path: Path) -> None:
    assert "is er niet" in refusal(tmp_path / "weg" / "agenda.yaml")


def test_a_file_under_a_file(written: Written) -> None:
    assert "niet te lezen" in refusal(written() / "agenda.yaml")


def test_a_folder(tmp_path: Path) -> None:
    assert "dit is een map" in refusal(tmp_path)


def test_an_impossible_name() -> None:
    assert "niet te lezen" in refusal(Path("a\0b.yaml"))
    assert "niet te lezen" in refusal(Path("x" * 5000))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_no_permission(written: Written) -> None:
    path = written()
    path.chmod(0)
    reader = (
        "import os, sys, pathlib\n"
        "from fmm_desktop.dossier.reading import DossierError, read\n"
        "descriptor = os.open(sys.argv[1], os.O_RDONLY | os.O_DIRECTORY) if os.getuid() == 0 else None\n"
        "descriptor is None or (os.fchdir(descriptor), os.setgroups([]), os.setgid(65534), os.setuid(65534))\n"
        "try:\n"
        "    read(pathlib.Path(sys.argv[2]))\n"
        "except DossierError as error:\n"
        "    print(error.text('en'))\n"
    )
    path.parent.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", reader, path.parent, path.name],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=path.parent,
    )

    assert done.stdout == "agenda.yaml: no permission to read this file; ask its owner for the right to read it\n"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leeg.yaml"
    path.write_bytes(content)

    assert "dit bestand is leeg" in refusal(path)


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "foto.yaml"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")

    assert "dit is geen tekstbestand" in refusal(path)


def test_utf_16_is_named(written: Written) -> None:
    path = written()
    path.write_text(path.read_text("utf-8"), encoding="utf-16")

    assert "dit is UTF-16" in refusal(path)


def test_a_file_in_latin_1_says_where(written: Written) -> None:
    path = written()
    path.write_text(path.read_text("utf-8"), encoding="latin-1")

    assert "agenda.yaml, regel 13, kolom 40: dit teken is geen UTF-8" in refusal(path)


def test_200_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    start = time.perf_counter()
    sentence = refusal(path)

    assert "200 MB is te groot" in sentence
    assert time.perf_counter() - start < 1


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "vol.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)

    assert "dit is geen tekstbestand" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    path = tmp_path / "pijp.yaml"
    os.mkfifo(path)

    assert "dit is geen gewoon bestand" in refusal(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices")
def test_a_device_is_not_read() -> None:
    assert "dit is geen gewoon bestand" in refusal(Path("/dev/zero"))
