"""Files on disk, where the reader wants them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fmm_desktop.dossier.outgoing import OutgoingError, write_whole

LIMITED = """
import resource, signal, sys
from pathlib import Path
from fmm_desktop.dossier.outgoing import OutgoingError, write_whole

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(bytes(5000), Path(sys.argv[1]), overwrite=True)
except OutgoingError as error:
    print(error)
"""


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_whole(b"%PDF", tmp_path / "a.pdf")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"%PDF")]


def test_what_exists_is_overwritten_only_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    with pytest.raises(OutgoingError, match="exists already"):
        write_whole(b"new", target)
    assert target.read_bytes() == b"old"

    write_whole(b"new", target, overwrite=True)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are Unix")
def test_what_is_overwritten_keeps_who_may_read_it_and_the_link_that_leads_to_it(tmp_path: Path) -> None:
    target, link = tmp_path / "a.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    link.symlink_to(target)

    write_whole(b"new", link, overwrite=True)

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are Unix")
def test_a_write_that_runs_out_of_space_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(target)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "no space left" in told.stdout
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_and_a_folder_as_target_are_told(tmp_path: Path) -> None:
    with pytest.raises(OutgoingError, match="does not exist"):
        write_whole(b"", tmp_path / "nowhere" / "a.pdf")
    with pytest.raises(OutgoingError, match="is a folder"):
        write_whole(b"", tmp_path)
    with pytest.raises(OutgoingError, match="could not be written"):
        write_whole(b"", tmp_path / ("a" * 300 + ".pdf"))


WITHOUT_RIGHTS = """
import os, pathlib, sys
from fmm_desktop.dossier.outgoing import OutgoingError, write_whole
if os.getuid() == 0:  # root may write everywhere: go on as nobody, standing in the folder that others cannot reach
    os.chdir(sys.argv[1])
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
try:
    write_whole(b"", pathlib.Path("a.pdf") if os.getuid() == 65534 else pathlib.Path(sys.argv[1], "a.pdf"))
except OutgoingError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are Unix")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        told = subprocess.run(
            [sys.executable, "-c", WITHOUT_RIGHTS, str(tmp_path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        tmp_path.chmod(0o700)

    assert "may not write" in told.stdout
    assert list(tmp_path.iterdir()) == []
