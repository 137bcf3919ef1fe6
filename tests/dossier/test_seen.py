"""What the reader had of a dossier before: editions and what was last read of each topic, kept and forgotten."""

import stat
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import synthetic
from msgspec import msgpack
from msgspec.structs import replace

from fmm_desktop.dossier import private
from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.dossier.seen import Seen

FIRST = synthetic.dossier(3)


def edition(number: int, change: Callable[[Topic], Topic] = lambda topic: topic, dossier: Dossier = FIRST) -> Dossier:
    """Return another edition, with other topics."""
    sessions = tuple(replace(one, topics=tuple(map(change, one.topics))) for one in dossier.sessions)
    return replace(dossier, edition=number, sessions=sessions)


def titled(title: str, which: str = "onderwerp-1") -> Callable[[Topic], Topic]:
    """Return what gives a topic another title."""
    return lambda topic: replace(topic, title=title) if topic.id == which else topic


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    return Seen(tmp_path / "editions")


def test_the_first_edition_is_no_news(seen: Seen) -> None:
    had = seen.meet(FIRST)
    assert (had.edition, had.is_new) == (None, False)


def test_the_next_edition_is_compared_with_the_one_before_each_time_that_it_is_opened(tmp_path: Path) -> None:
    second = edition(2, titled("Anders"))
    Seen(tmp_path).meet(FIRST)
    assert [Seen(tmp_path).meet(second).edition for _ in range(3)] == [FIRST] * 3


def test_it_is_new_once(tmp_path: Path) -> None:
    second = edition(2, titled("Anders"))
    Seen(tmp_path).meet(FIRST)
    assert [Seen(tmp_path).meet(second).is_new for _ in range(2)] == [True, False]


def test_an_edition_that_says_the_same_is_no_news(seen: Seen) -> None:
    seen.meet(FIRST)
    assert seen.meet(edition(2)).edition is None


def test_another_language_is_another_dossier(seen: Seen) -> None:
    seen.meet(FIRST)
    assert seen.meet(replace(edition(1, titled("Other")), language="en")).edition is None


def test_a_topic_is_as_it_was_last_read_also_editions_ago(tmp_path: Path) -> None:
    second, third = edition(2, titled("Tweede")), edition(3, titled("Derde"))
    seen = Seen(tmp_path)
    seen.meet(FIRST)
    first_topic = next(FIRST.topics())
    seen.mark_read(FIRST, first_topic)
    Seen(tmp_path).meet(second)

    had = Seen(tmp_path).meet(third)

    assert had.edition == second
    assert had.topics[first_topic.path] == first_topic
    assert had.read == frozenset()


def test_a_topic_that_was_read_as_it_is_now_is_no_news(tmp_path: Path) -> None:
    second = edition(2, titled("Tweede"))
    Seen(tmp_path).meet(FIRST)
    seen = Seen(tmp_path)
    seen.meet(second)
    seen.mark_read(second, next(second.topics()))
    assert Seen(tmp_path).meet(second).read == {next(second.topics()).path}


def test_five_editions_are_kept(tmp_path: Path) -> None:
    for number in range(1, 9):
        Seen(tmp_path).meet(edition(number, titled(f"Editie {number}")))
    (folder,) = tmp_path.iterdir()
    assert len(list(folder.glob("*.edition"))) == 5


def test_an_edition_made_to_have_the_check_sum_of_another_does_not_take_its_place(seen: Seen) -> None:
    first, forged = two_of_one_check_sum()
    assert zlib.crc32(msgpack.encode(first)) == zlib.crc32(msgpack.encode(forged))
    seen.meet(first)

    had = seen.meet(forged)

    assert had.edition == first


def two_of_one_check_sum() -> tuple[Dossier, Dossier]:
    """Return two dossiers of the same length and check sum: letters to change are chosen as one solves equations."""

    def titled_with(changed: int) -> Dossier:
        return replace(FIRST, title="".join("c" if changed >> place & 1 else "a" for place in range(40)))

    plain = zlib.crc32(msgpack.encode(titled_with(0)))
    solved: dict[int, tuple[int, int]] = {}  # by its highest bit, a difference in the sum and the letters that make it
    for place in range(40):
        letters, difference = 1 << place, zlib.crc32(msgpack.encode(titled_with(1 << place))) ^ plain
        while difference and (high := difference.bit_length()) in solved:
            difference, letters = difference ^ solved[high][0], letters ^ solved[high][1]
        if not difference:
            return titled_with(0), titled_with(letters)
        solved[difference.bit_length()] = difference, letters
    pytest.fail("33 letters are enough for 32 bits")


@pytest.mark.parametrize("name", ["x", "x" * 300, "ÀéÎ", "../..", "A", "a"])
def test_what_a_dossier_is_called_leads_to_no_other_folder(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "editions"
    Seen(folder).meet(replace(FIRST, id=name))
    second = replace(edition(2, titled("Anders")), id=name)
    assert Seen(folder).meet(second).edition == replace(FIRST, id=name)
    assert [one.name for one in tmp_path.iterdir()] == ["editions"]
    assert len([*folder.iterdir()]) == 1


def test_what_is_damaged_counts_as_not_there(tmp_path: Path) -> None:
    seen = Seen(tmp_path)
    seen.meet(FIRST)
    seen.mark_read(FIRST, next(FIRST.topics()))
    for file in tmp_path.rglob("*.*"):
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    had = Seen(tmp_path).meet(edition(2, titled("Anders")))
    assert (had.edition, dict(had.topics), had.read) == (None, {}, frozenset())


def test_it_is_for_the_reader_alone(tmp_path: Path) -> None:
    folder = tmp_path / "editions"
    seen = Seen(folder)
    seen.meet(FIRST)
    seen.mark_read(FIRST, next(FIRST.topics()))
    for one in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(one.stat().st_mode) & 0o077 == 0, one


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "editions").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(OSError, match="editions"):
        Seen(tmp_path / "editions").meet(FIRST)


def test_two_windows_lose_no_marks(tmp_path: Path) -> None:
    one, other = Seen(tmp_path), Seen(tmp_path)
    topics = list(FIRST.topics())
    for seen, topic in ((one, topics[0]), (other, topics[1]), (one, topics[2])):
        seen.meet(FIRST)
        seen.mark_read(FIRST, topic)
    assert Seen(tmp_path).meet(FIRST).read == {topic.path for topic in topics[:3]}


def test_threads_that_mark_at_the_same_time_lose_no_marks(tmp_path: Path) -> None:
    many = synthetic.dossier(24)
    topics = list(many.topics())

    def mark(mine: list[Topic]) -> None:
        seen = Seen(tmp_path)
        seen.meet(many)
        for topic in mine:
            seen.mark_read(many, topic)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(mark, topics[start::4]) for start in range(4)]:
            done.result()
    assert Seen(tmp_path).meet(many).read == {topic.path for topic in topics}
    assert not [*tmp_path.rglob("*.part")]


def test_a_file_written_by_many_at_once_is_one_of_theirs_whole(tmp_path: Path) -> None:
    file, texts = tmp_path / "file", [bytes([each]) * 200_000 for each in range(8)]
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(private.write, file, text) for text in texts * 5]:
            done.result()
    assert private.read(file) in texts
    assert [*tmp_path.iterdir()] == [file]


def test_ids_of_a_dossier_with_the_same_crc_are_kept_apart(tmp_path: Path) -> None:
    """`plumless` and `buckeroo` are known for it; a dossier can be called whatever its maker wants."""
    ids = ("plumless", "buckeroo")
    assert len({zlib.crc32(each.encode()) for each in ids}) == 1
    for each in ids:
        one = replace(FIRST, id=each, language="")
        seen = Seen(tmp_path)
        assert seen.meet(one).read == frozenset()
        seen.mark_read(one, next(one.topics()))
    assert len([*tmp_path.iterdir()]) == 2
