"""The index that a window asks: it is never half there, and no question is longer than the reader waits for it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import synthetic

from fmm_desktop.search import library, library_tables
from fmm_desktop.search.library import UnusableError
from fmm_desktop.search.library_files import list_files
from fmm_desktop.search.library_index import LibraryIndex
from fmm_desktop.search.query import parse

from .library_samples import about, write

ALL = (0, 1000)


class StopError(Exception):
    """What `watch` raises here."""


def go_on(_fraction: float) -> None:
    """Watch nothing."""


def stop(_fraction: float) -> None:
    """Stop at once."""
    raise StopError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of sixty topics in one dossier, one in another."""
    write(tmp_path / "dossiers" / "veel.yaml", synthetic.yaml_text(60))
    write(tmp_path / "dossiers" / "a.yaml", about("De zeppelin."))
    return tmp_path / "dossiers"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def limit(monkeypatch: pytest.MonkeyPatch, where: Callable[[Path], bool], pages: int = 20) -> None:
    """Let an index grow no larger than some pages in folders where the disk is full."""
    connect = library_tables.connect

    def connect_to_full(file: Path, wait: int) -> "library_tables.sqlite3.Connection":
        database = connect(file, wait)
        if where(file):
            database.execute(f"PRAGMA max_page_count = {pages}")
        return database

    monkeypatch.setattr(library_tables, "connect", connect_to_full)


def check(index: LibraryIndex, folder: Path) -> None:
    """See that an index knows everything."""
    assert len(index.dossiers([folder], go_on)) == 2
    assert len(index.search(parse("zeppelin"), [folder], ALL, go_on).hits) == 1
    assert index.count(parse("e"), [folder], go_on) == 61


def test_a_disk_that_fills_up_while_it_is_written_is_left_for_another_folder(folder, cache, monkeypatch):
    limit(monkeypatch, lambda file: file.parent == cache)
    index = LibraryIndex(cache)
    assert index.update([folder], go_on).dossiers == 2
    check(index, folder)
    assert index.update([folder], go_on).read == 0, "it stays there"
    index.close()


def test_a_disk_that_is_too_full_to_make_it_anew_is_left_as_well(folder, cache, monkeypatch):
    index = LibraryIndex(cache)
    for changed in range(3):
        write(folder / "veel.yaml", synthetic.yaml_text(60, changed), seconds=changed)
        index.update([folder], go_on)
    monkeypatch.setattr(library, "_MOST_GONE", 0)
    limit(monkeypatch, lambda file: file.parent == cache, pages=3)
    assert index.update([folder], go_on).dossiers == 2
    check(index, folder)
    index.close()


def test_where_no_folder_can_hold_it_each_question_reads_anew(folder, cache, monkeypatch):
    limit(monkeypatch, lambda _file: True)
    index = LibraryIndex(cache)
    assert index.update([folder], go_on).dossiers == 2
    check(index, folder)
    index.close()


def test_where_nothing_at_all_can_be_kept_each_question_reads_anew(folder, tmp_path, monkeypatch):
    (tmp_path / "no folder").write_text("", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no folder"))
    index = LibraryIndex(tmp_path / "no folder")
    assert index.update([folder], go_on).dossiers == 2
    check(index, folder)
    index.close()


def test_an_index_that_another_process_holds_for_too_long_is_left_for_another_folder(folder, cache, monkeypatch):
    index = LibraryIndex(cache)
    index.update([folder], go_on)
    write(folder / "a.yaml", about("De zeppelin.", "De vloot."), seconds=9)
    other = library_tables.open_index(cache)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(library_tables, "_PATIENCE", 50)
    assert index.update([folder], go_on).dossiers == 2
    assert index.count(parse("vloot"), [folder / "a.yaml"], go_on) == 1
    other.execute("ROLLBACK")
    other.close()
    index.close()


@pytest.mark.parametrize("ask", ["dossiers", "search", "count"])
def test_a_damaged_index_is_told_of_and_not_made_anew_inside_a_question(ask, folder, cache):
    index = LibraryIndex(cache)
    index.update([folder], go_on)
    database = library_tables.open_index(cache)
    database.execute("DROP TABLE file")
    database.close()
    questions = {
        "dossiers": lambda: index.dossiers([folder], stop),
        "search": lambda: index.search(parse("zeppelin"), [folder], ALL, stop),
        "count": lambda: index.count(parse("zeppelin"), [folder], stop),
    }
    with pytest.raises(UnusableError):
        questions[ask]()
    assert index.update([folder], go_on).read == 2
    check(index, folder)
    assert (cache / library_tables.NAME).stat().st_size, "in the same folder"
    index.close()


def test_a_folder_that_cannot_be_used_is_told_of_by_a_question_as_the_next_one_is_empty(folder, cache):
    cache.write_text("no folder", encoding="utf-8")
    index = LibraryIndex(cache)
    with pytest.raises(UnusableError):
        index.dossiers([folder], go_on)
    index.update([folder], go_on)
    check(index, folder)
    index.close()


def test_what_is_left_behind_by_a_window_that_is_closed(folder, cache, monkeypatch):
    limit(monkeypatch, lambda file: file.parent == cache)
    index = LibraryIndex(cache)
    index.update([folder], go_on)
    spare = Path(index._spare.name)
    assert spare.is_dir()
    index.close()
    assert not spare.exists()
    with pytest.raises(StopError):
        index.update([folder], stop)
    assert not spare.exists()


@pytest.mark.parametrize("words", ["e", '"komt nergens voor"', "-e", "soort:inzet e", "actor:nl de"])
def test_every_question_can_be_stopped(words, folder, cache):
    index = LibraryIndex(cache)
    index.update([folder], go_on)
    for ask in (
        lambda: index.dossiers([folder], stop),
        lambda: index.search(parse(words), [folder], ALL, stop),
        lambda: index.count(parse(words), [folder], stop),
    ):
        with pytest.raises(StopError):
            ask()
    check(index, folder)
    index.close()


def test_a_phrase_that_matches_nothing_is_watched_page_after_page(tmp_path, cache):
    write(tmp_path / "dossiers" / "veel.yaml", synthetic.yaml_text(600))
    index = LibraryIndex(cache)
    index.update([tmp_path / "dossiers"], go_on)
    for ask in (
        lambda watch: index.search(parse('"e e e e"'), [tmp_path / "dossiers"], ALL, watch).hits,
        lambda watch: index.count(parse('"e e e e"'), [tmp_path / "dossiers"], watch),
    ):
        told: list[float] = []
        assert not ask(told.append)
        assert len(told) >= 3
    index.close()


def test_listing_is_watched_in_each_folder(tmp_path):
    for number in range(9):
        (tmp_path / str(number)).mkdir()
    told: list[float] = []
    list_files([tmp_path], told.append)
    assert len(told) == 10
    with pytest.raises(StopError):
        list_files([tmp_path], stop)


def test_hits_come_in_the_order_of_the_dossier(tmp_path, cache):
    titles = [f"Onderwerp {number}" for number in range(300)]
    write(tmp_path / "dossiers" / "a.yaml", about(*("De zeppelin.",) * len(titles)))
    index = LibraryIndex(cache)
    index.update([tmp_path / "dossiers"], go_on)
    found = index.search(parse("zeppelin"), [tmp_path / "dossiers"], ALL, go_on)
    assert [hit.title for hit in found.hits] == titles
    index.close()
