"""An index that is damaged, foreign, shared, or cannot be written: the dossiers are found all the same."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import synthetic

from fmm_desktop.search import library_tables
from fmm_desktop.search.library import Library
from fmm_desktop.search.query import parse

from .library_samples import about, write

SECONDS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two dossiers."""
    write(tmp_path / "dossiers" / "a.yaml", about("vloot", "china"))
    write(tmp_path / "dossiers" / "b.yaml", about("schaduwvloot"))
    return tmp_path / "dossiers"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def fill(folder: Path, cache: Path) -> None:
    """Make the index of a library."""
    with Library.open(cache) as library:
        library.update([folder])


def count(library: Library, folder: Path, typed: str = "vloot") -> int:
    """Bring a library up to date and return how many topics are found."""
    library.update([folder])
    hits = list(library.search(parse(typed), [folder]))
    assert len(hits) == library.count(parse(typed), [folder])
    return len(hits)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def scribble(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[16384:] = b"\xa5" * (len(content) - 16384)
    file.write_bytes(content)


def of_another_version(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE made SET by = 'another'")
    database.close()


def of_another_program(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE something (else_ TEXT)")
    database.close()


DAMAGE: list[Callable[[Path], object]] = [
    cut,
    scribble,
    of_another_version,
    of_another_program,
    lambda file: file.write_bytes(b""),
    lambda file: file.write_bytes(b"this is no database" * 100),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_or_foreign_index_is_made_anew(damage: Callable[[Path], object], folder: Path, cache: Path) -> None:
    fill(folder, cache)
    damage(cache / library_tables.NAME)

    with Library.open(cache) as library:
        assert count(library, folder) == 2
        assert library.is_kept
    with Library.open(cache) as library:
        assert library.update([folder]).read == 0


def test_what_another_version_knew_is_not_asked(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    of_another_version(cache / library_tables.NAME)

    with Library.open(cache) as library:
        assert library.count(parse("vloot")) == 0
        assert library.update([folder]).read == 2


@pytest.mark.parametrize("table", ["topic", "page", "posting", "file", "word", "letters", "made"])
def test_damage_that_shows_while_it_is_open(table: str, folder: Path, cache: Path) -> None:
    fill(folder, cache)
    with Library.open(cache) as library:
        library._database.execute(f"DROP TABLE {table}")

        assert list(library.search(parse('"schaduwvloot"'), [folder]))
        assert count(library, folder) == 2
        assert len(library.dossiers([folder])) == 2


def test_what_is_kept_of_a_topic_is_damaged(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    with Library.open(cache) as library:
        library._database.execute("UPDATE topic SET kept = x'c1' WHERE ordinal = 0")

        assert len(list(library.search(parse("vloot"), [folder]))) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_index_is_for_the_reader_alone(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "new" / "cache"
    with Library.open(cache) as library:
        library.update([folder])
        for file in cache.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert [stat.S_IMODE(path.stat().st_mode) for path in (cache, cache.parent)] == [0o700, 0o700]


def test_without_a_folder_the_index_is_in_memory(folder: Path, cache: Path) -> None:
    cache.write_text("a file where a folder should be", encoding="utf-8")

    with Library.open(cache) as library:
        assert not library.is_kept
        assert count(library, folder) == 2


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    cache.chmod(0o500)
    try:
        with Library.open(cache) as library:
            assert count(library, folder) == 2
    finally:
        cache.chmod(0o700)


def test_a_disk_that_is_full_leaves_the_index_in_memory(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "large"
    write(folder / "a.yaml", synthetic.yaml_text(60))
    with Library.open(cache) as library:
        library._database.execute("PRAGMA max_page_count = 20")

        assert count(library, folder, "onderwerp") == count(library, folder, "onderwerp")
        assert not library.is_kept
        assert count(library, folder, "e") == 60


def test_two_at_once_do_not_break_each_other(folder: Path, cache: Path) -> None:
    with Library.open(cache) as one, Library.open(cache) as other:
        assert count(one, folder) == count(other, folder) == 2
        for turn in range(1, 8):
            write(folder / "a.yaml", about(*["vloot"] * turn), seconds=turn)
            assert count(one if turn % 2 else other, folder) == turn + 1
            assert one.count(parse("vloot")) == other.count(parse("vloot")) == turn + 1


def test_all_that_open_a_new_index_at_the_same_moment_keep_it(tmp_path: Path) -> None:
    def is_kept(cache: Path) -> bool:
        together.wait(SECONDS)
        with Library.open(cache) as library:
            return library.is_kept

    together = threading.Barrier(6)
    with ThreadPoolExecutor(6) as readers:
        for turn in range(10):
            assert all(readers.map(is_kept, [tmp_path / str(turn)] * 6))


def test_two_processes_index_the_same_folder(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "large"
    for number in range(8):
        write(folder / f"{number}.yaml", synthetic.yaml_text(20, number))
    program = """
import sys
from pathlib import Path
from fmm_desktop.search.library import Library
from fmm_desktop.search.query import parse
with Library.open(Path(sys.argv[1])) as library:
    library.update([Path(sys.argv[2])])
    print(library.count(parse("e")), library.is_kept)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    started = [
        subprocess.Popen([sys.executable, "-c", program, cache, folder], stdout=subprocess.PIPE, env=environment)
        for _ in range(2)
    ]
    told = [one.communicate(timeout=SECONDS)[0].decode().split() for one in started]

    assert told == [["160", "True"]] * 2
    with Library.open(cache) as library:
        assert library.update([folder]).read == 0
        assert library.count(parse("e")) == 160
