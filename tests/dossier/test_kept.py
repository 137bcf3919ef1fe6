"""Dossiers that were read before: the cache makes opening faster and can do nothing else."""

import os
import random
import stat
import zlib
from pathlib import Path

import msgspec
import pytest

from fmm_desktop.dossier import kept, reading
from fmm_desktop.dossier.model import Dossier

from .conftest import Written

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where dossiers are kept; not made yet."""
    return tmp_path / "home" / "cache"


def entries(cache: Path) -> list[Path]:
    return sorted((cache / "dossiers").iterdir())


def read(path: Path, cache: Path) -> Dossier:
    outcome = kept.read(path, cache)
    assert outcome is not None
    return outcome.dossier


def plant(content: bytes, cache: Path, *, made_from: bytes | None = None, by: str = kept._BY) -> Dossier:
    """Keep a dossier that says "Geplant" for `content`, as if `made_from` something, `by` some version; return it."""
    dossier = msgspec.structs.replace(reading.read(DATA / "fmm-2025-12-03.nl.yaml"), title="Geplant")
    kept.keep(content, dossier, cache)
    (entry,) = entries(cache)
    encoded = msgspec.msgpack.encode([by, made_from or content, dossier])
    entry.write_bytes(zlib.crc32(encoded).to_bytes(4, "big") + encoded)
    return dossier


def test_a_file_that_did_not_change_is_recalled_and_not_read(written: Written, cache: Path) -> None:
    path = written()
    planted = plant(path.read_bytes(), cache)

    assert read(path, cache) == planted


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_what_is_recalled_equals_what_is_read(path: Path, cache: Path) -> None:
    first, second = read(path, cache), kept.recall(path.read_bytes(), cache)

    assert first == second == reading.read(path)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_dossiers_come_read_already(path: Path) -> None:
    assert kept.recall(path.read_bytes(), DATA) == reading.read(path), "make setup reads them"


def test_a_dossier_that_came_with_the_program_is_not_read(written: Written, cache: Path, tmp_path: Path) -> None:
    path = written()
    planted = plant(path.read_bytes(), tmp_path / "shipped")

    outcome = kept.read(path, cache, shipped=tmp_path / "shipped")

    assert outcome is not None
    assert outcome.dossier == planted
    assert not cache.exists(), "what is there already is not kept once more"


def test_what_came_with_the_program_is_not_used_for_a_file_that_was_changed(
    written: Written, cache: Path, tmp_path: Path
) -> None:
    path = written()
    planted = plant(path.read_bytes() + b"\n# changed", tmp_path / "shipped")

    outcome = kept.read(path, cache, shipped=tmp_path / "shipped")

    assert outcome is not None
    assert outcome.dossier == reading.read(path) != planted


def test_a_file_at_another_place_with_the_same_content_is_the_same(written: Written, cache: Path) -> None:
    path = written()
    read(path, cache)
    moved = path.rename(path.with_name("verplaatst.yaml"))

    assert read(moved, cache) == reading.read(moved)
    assert len(entries(cache)) == 1


def test_one_byte_that_differs_makes_the_file_be_read_anew(written: Written, cache: Path) -> None:
    path = written()
    read(path, cache)
    path = written("title: China", "title: Chima")

    assert [topic.title for topic in read(path, cache).topics()] == ["Steun", "Chima"]


def test_content_that_only_looks_the_same_is_read_anew(written: Written, cache: Path) -> None:
    """Two files may share checksum and length, and thereby the name of their entry."""
    path = written()
    content = path.read_bytes()
    plant(content, cache, made_from=content.replace(b"China", b"Chima"))

    assert read(path, cache) == reading.read(path)


def test_an_entry_of_another_version_is_not_used(written: Written, cache: Path) -> None:
    path = written()
    plant(path.read_bytes(), cache, by="0.0.9/1")

    assert read(path, cache) == reading.read(path)
    assert read(path, cache).title != "Geplant", "and it was replaced by one of this version"


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        b"x",
        b"\x00" * 100,
        b"a file of another program",
        b"\x91" * 100_000,
        msgspec.msgpack.encode(["a", b"b", "c"]),
        b"\xff" * 4 + msgspec.msgpack.encode({"by": 1}),
    ],
    ids=["empty", "short", "zeros", "text", "nested", "old", "map"],
)
def test_a_foreign_entry_counts_as_none(entry: bytes, written: Written, cache: Path) -> None:
    path = written()
    read(path, cache)
    (file,) = entries(cache)
    for content in (entry, zlib.crc32(entry).to_bytes(4, "big") + entry):
        file.write_bytes(content)

        assert kept.recall(path.read_bytes(), cache) is None
        assert read(path, cache) == reading.read(path)


def test_a_damaged_entry_is_never_taken_for_the_dossier(written: Written, cache: Path) -> None:
    path = written()
    content = path.read_bytes()
    read(path, cache)
    (entry,) = entries(cache)
    good = entry.read_bytes()
    chance = random.Random(3)

    for place in chance.sample(range(len(good)), 150):
        damaged = bytearray(good)
        damaged[place] ^= 1 << chance.randrange(8)
        entry.write_bytes(damaged)
        assert kept.recall(content, cache) is None, place
    for length in chance.sample(range(len(good)), 50):
        entry.write_bytes(good[:length])
        assert kept.recall(content, cache) is None, length
    entry.write_bytes(good)
    assert kept.recall(content, cache) == reading.read(path)


@pytest.mark.parametrize("inside", [(), ("cache",), ("cache", "dossiers")])
def test_a_folder_that_cannot_be_made_does_not_fail_the_reading(
    inside: tuple[str, ...], written: Written, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path.joinpath("home", *inside)
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")
    path, cache = written(), tmp_path / "home" / "cache"

    for _ in range(2):
        assert read(path, cache) == reading.read(path)

    assert len(capsys.readouterr().err.splitlines()) == 2
    assert in_the_way.read_text("utf-8") == "a file where a folder should be"


def test_an_entry_that_is_a_folder_does_not_fail_the_reading(written: Written, cache: Path) -> None:
    path = written()
    read(path, cache)
    (entry,) = entries(cache)
    entry.unlink()
    entry.mkdir()

    assert read(path, cache) == reading.read(path)


def test_the_last_twenty_are_kept(written: Written, cache: Path) -> None:
    contents = []
    for edition in range(1, 26):
        path = written("edition: 1", f"edition: {edition}")
        contents.append(path.read_bytes())
        read(path, cache)
        os.utime(max(entries(cache), key=lambda entry: entry.stat().st_mtime_ns), (edition, edition))

    assert len(entries(cache)) == 20
    recalled = [kept.recall(content, cache) for content in contents]
    assert [dossier.edition for dossier in recalled if dossier] == list(range(6, 26))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_what_is_kept_is_for_the_reader_alone(written: Written, cache: Path) -> None:
    before = os.umask(0o022)
    try:
        read(written(), cache)
    finally:
        os.umask(before)

    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (cache.parent, cache, cache / "dossiers")}
    assert set(modes.values()) == {0o700}, modes
    assert [stat.S_IMODE(entry.stat().st_mode) for entry in entries(cache)] == [0o600]


def test_nothing_half_written_stays(written: Written, cache: Path) -> None:
    read(written(), cache)

    assert [entry.suffix for entry in entries(cache)] == [".msgpack"]


def test_a_file_with_warnings_is_read_anew_so_that_they_are_told_anew(written: Written, cache: Path) -> None:
    path = written("own: nl", "own: nl\nkleur: rood")

    for _ in range(2):
        outcome = kept.read(path, cache)
        assert outcome is not None
        assert len(outcome.warnings) == 1
    assert not cache.exists()


def test_a_large_file_is_left_for_later_unless_it_is_kept(written: Written, cache: Path) -> None:
    path = written()
    size = path.stat().st_size

    assert kept.read(path, cache, at_most=size - 1) is None
    assert not cache.exists()
    assert kept.read(path, cache, at_most=size) is not None
    assert kept.read(path, cache, at_most=1) is not None


def test_a_bad_file_raises_as_reading_does(written: Written, cache: Path) -> None:
    path = written("title: China", "")

    with pytest.raises(reading.DossierError, match="'title' is missing"):
        kept.read(path, cache)
    with pytest.raises(reading.DossierError):
        kept.read(path.with_name("weg.yaml"), cache)
    assert not cache.exists()


def test_reading_tells_how_far_it_is_and_can_be_stopped(written: Written, cache: Path) -> None:
    parts: list[float] = []
    kept.read(written(), cache, watch=parts.append)
    assert parts == sorted(parts)
    assert 0 <= parts[0] <= parts[-1] <= 1

    def stop(_part: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        kept.read(written("edition: 1", "edition: 2"), cache, watch=stop)
    assert len(entries(cache)) == 1
