"""Finding words in a folder of dossiers, and following its files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import synthetic

from fmm_desktop.dossier.model import Kind
from fmm_desktop.dossier.reading import read
from fmm_desktop.errors import UserError
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.library import Found, Library
from fmm_desktop.search.marking import Marker
from fmm_desktop.search.query import parse
from fmm_desktop.search.topic_sets import ordinals_of

from .library_samples import about, dossier, write

DATA = Path(__file__).parents[2] / "data"


class StoppedError(Exception):
    """The reader stopped the work."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for dossiers."""
    made = tmp_path / "dossiers"
    made.mkdir()
    return made


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "cache") as opened:
        yield opened


def found(library: Library, typed: str, *places: Path) -> list[Found]:
    """Return what `typed` finds; as many as are counted."""
    hits = list(library.search(parse(typed), places))
    assert library.count(parse(typed), places) == len(hits)
    return hits


def names(library: Library, typed: str, *places: Path) -> list[str]:
    """Return `file topic` of each hit."""
    return sorted(f"{one.file.stem} {one.path.partition('/')[2]}" for one in found(library, typed, *places))


# -- what is found -----------------------------------------------------------------------------------------------------


def test_a_hit_tells_where_it_is(library: Library) -> None:
    library.update([DATA])

    (hit,) = found(library, "SCHADUW vloot")

    assert (hit.file.name, hit.dossier_id, hit.edition) == ("fmm-2025-12-03.nl.yaml", "fmm-2025-12-03", 1)
    assert (hit.title, hit.number, hit.kind) == ("Collectieve druk op Rusland", "1.3.3", Kind.POSITION)
    assert "schaduwvloot" in hit.snippet
    assert read(hit.file).topic(hit.path).passage(hit.passage).number == hit.number  # type: ignore[union-attr]


QUERIES = (
    """
vloot|oekraine|Oekraïne|e|de|nato -china|soort:inzet nederland|kind:position e|"steun aan"|-"steun aan"
"in de" soort:aim|-soort:inzet
actor:|actor:ned|actor:nl|actor:oekraine steun|actor:ua -steun|tag:purl|tag:|-tag:|sessie:1|session:noord|sessie:nar
zekerheid:gepland|zekerheid:m|-certainty:planned e|rubricering:|kind:|kind:x|soort:kr actor:|soort:inzet soort:doel eu
"de navo" actor:eu|zzz|-zzz|soort:inzet -de|kind:point we|actor:kallas|session:|"|-|"shadow fleet" kind:position
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("typed", QUERIES)
def test_the_library_finds_what_the_filter_line_finds(typed: str, library: Library) -> None:
    library.update([DATA])
    wanted = []
    for path in DATA.glob("*.yaml"):
        one = read(path)
        hits = Finder(one).find(parse(typed))
        topics = list(one.topics())
        wanted += [(path, topics[place].path) for place in (ordinals_of(hits.bits) if hits else ())]

    assert sorted((hit.file, hit.path) for hit in found(library, typed)) == sorted(wanted)


def test_the_passage_with_most_of_the_words_is_shown(folder: Path, library: Library) -> None:
    write(folder / "a.yaml", dossier(topics=[{"aim": ["Schepen."], "position": ["Elk jaar.", "IJs breekt schepen."]}]))
    library.update([folder])

    assert [(hit.number, hit.snippet) for hit in found(library, "schepen ijs")] == [("1.1.3", "IJs breekt schepen.")]
    assert [(hit.number, hit.kind) for hit in found(library, "soort:inzet schepen")] == [("1.1.3", Kind.POSITION)]
    assert [(hit.number, hit.kind) for hit in found(library, "onderwerp")] == [("1.1", None)], "it stands in the title"


@pytest.mark.parametrize("word", ["oekraine", "weiß", "begin", "eind", "ver­weg"])
def test_a_snippet_holds_the_word_and_is_short(word: str, folder: Path, library: Library) -> None:
    text = f"Begin {'dat ' * 60}Oekraïne, weiß ist {'en ' * 60} ver\u00adweg {'of ' * 60}aan het eind."
    write(folder / "a.yaml", about(text))
    library.update([folder])

    (hit,) = found(library, word)

    assert Marker(parse(word)).spans(hit.snippet)
    assert len(hit.snippet) <= 150
    assert (hit.snippet.startswith("… "), hit.snippet.endswith(" …")) == (word != "begin", word != "eind")


def test_newest_meetings_come_first_and_editions_stand_together(folder: Path, library: Library) -> None:
    def at(day: str) -> dict[str, str]:
        return {"start": day, "place": "Brussel"}

    write(folder / "a.yaml", about("x", id="juni", meeting=at("2025-06-24")))
    write(folder / "b.yaml", about("x", id="december", edition=1, meeting=at("2025-06-01")))
    write(folder / "c.yaml", about("x", id="december", edition=2, meeting=at("2025-12-03")))
    write(folder / "d.yaml", about("x", id="maart", meeting=at("2026-03-01")))
    library.update([folder])

    rows = library.dossiers([folder])

    assert [(row.id, row.edition) for row in rows] == [("maart", 1), ("december", 2), ("december", 1), ("juni", 1)]
    assert [hit.file for hit in found(library, "x")] == [row.file for row in rows]
    assert [(row.place, row.topics) for row in rows] == [("Brussel", 1)] * 4


def test_only_the_places_that_are_asked_for_are_looked_through(folder: Path, library: Library) -> None:
    write(folder / "een" / "a.yaml", about("vloot"))
    write(folder / "een-en-twee" / "b.yaml", about("vloot"))
    library.update([folder])

    assert names(library, "vloot", folder / "een") == ["a t0"]
    assert names(library, "vloot", folder / "een-en-twee" / "b.yaml", folder / "een") == ["a t0", "b t0"]
    assert names(library, "vloot") == ["a t0", "b t0"]
    assert found(library, "") == []


def test_notes_are_left_aside(folder: Path, library: Library) -> None:
    write(folder / "a.yaml", about("vloot", "china"))
    library.update([folder])

    assert names(library, "notitie: vloot") == ["a t0"]
    assert names(library, "notitie:") == names(library, "-note:x") == []


# -- following the files -----------------------------------------------------------------------------------------------


def test_changed_new_and_gone_files_are_followed(folder: Path, library: Library) -> None:
    for name in "abc":
        write(folder / f"{name}.yaml", about(f"vloot {name}"))
    assert library.update([folder]).read == 3
    assert library.update([folder]).read == 0

    write(folder / "a.yaml", about("niets meer"), seconds=60)
    (folder / "b.yaml").unlink()
    write(folder / "sub" / "d.yml", about("een", "vloot d"))

    assert library.update([folder]).read == 2
    assert names(library, "vloot") == ["c t0", "d t1"]


def test_a_file_that_was_only_touched_is_not_read_again(folder: Path, library: Library) -> None:
    path = write(folder / "a.yaml", about("vloot"))
    library.update([folder])
    os.utime(path)

    assert library.update([folder]).read == 0
    assert names(library, "vloot") == ["a t0"]


def test_a_change_within_the_same_tick_of_the_clock_is_seen(folder: Path, library: Library) -> None:
    path = folder / "a.yaml"
    write(path, about("vloot"))
    os.utime(path)
    now = path.stat().st_mtime_ns
    library.update([folder])
    write(path, about("china"[:5]))
    os.utime(path, ns=(now, now))

    library.update([folder])

    assert names(library, "vloot") == []
    assert names(library, "china") == ["a t0"]


def test_the_index_stays_for_the_next_time(folder: Path, tmp_path: Path) -> None:
    write(folder / "a.yaml", about("vloot"))
    with Library.open(tmp_path / "cache") as library:
        library.update([folder])
    with Library.open(tmp_path / "cache") as library:
        assert names(library, "vloot") == ["a t0"]
        assert library.update([folder]).read == 0


def test_a_file_that_changes_all_the_time_is_right_in_the_end(folder: Path, library: Library) -> None:
    for turn in range(60):
        write(folder / "a.yaml", about(*(f"woord{turn} vloot" for _ in range(20))), seconds=turn)
        write(folder / "b.yaml", about("vloot", f"woord{turn}"), seconds=turn)
        library.update([folder])

    assert len(found(library, "vloot")) == 21
    assert len(found(library, "woord59")) == 21
    assert found(library, "woord58") == []


def test_the_topics_of_a_file_that_is_gone_lend_their_words_to_no_other(folder: Path, library: Library) -> None:
    for name in "ab":
        write(folder / f"{name}.yaml", about("vloot", "china"))
        library.update([folder])
    (folder / "b.yaml").unlink()
    library.update([folder])
    write(folder / "c.yaml", about("ijs", "schip"))
    library.update([folder])

    assert names(library, "vloot") == ["a t0"]
    assert names(library, "ijs") == ["c t0"]


def test_what_is_mostly_gone_is_thrown_away(folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fmm_desktop.search.library._MOST_GONE", 100)
    for turn in range(9):
        write(folder / "a.yaml", about(*("vloot" for _ in range(20))), seconds=turn)
        library.update([folder])

    assert library._database.execute("SELECT next FROM made").fetchone()[0] < 9 * 20
    assert len(found(library, "vloot")) == 20


def test_many_topics_fill_more_than_one_block(folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("library_sets", "library_writing"):
        monkeypatch.setattr(f"fmm_desktop.search.{module}.BLOCK", 64)
    monkeypatch.setattr("fmm_desktop.search.library_sets._BYTES", 8)
    monkeypatch.setattr("fmm_desktop.search.library_sets._FEW", 4)
    monkeypatch.setattr("fmm_desktop.search.library_writing._ENOUGH", 30)
    for number in range(12):
        write(folder / f"d{number:02}.yaml", synthetic.yaml_text(25, number))
    library.update([folder])
    write(folder / "d03.yaml", synthetic.yaml_text(70, 99), seconds=60)
    library.update([folder])

    for typed in ("vloot", "e", "soort:inzet de", "zekerheid:mogelijk -vloot", '"van de"', "actor:ru"):
        wanted = sum(len(Finder(read(path)).find(parse(typed)) or ()) for path in folder.iterdir())
        assert len(found(library, typed)) == wanted, typed


def test_progress_is_told_and_what_was_done_stays(folder: Path, library: Library) -> None:
    for number in range(6):
        write(folder / f"{number}.yaml", about("vloot"))
    told: list[float] = []

    def stop_halfway(fraction: float) -> None:
        told.append(fraction)
        if fraction > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        library.update([folder], stop_halfway)

    assert told == sorted(told)
    done = len(found(library, "vloot"))
    assert 1 <= done <= 4
    assert library.update([folder], told.append).read == 6 - done
    assert told[-1] == 1.0


# -- what else stands in folders ---------------------------------------------------------------------------------------


def test_broken_dossiers_are_listed_and_the_rest_works(folder: Path, library: Library) -> None:
    write(folder / "goed.yaml", about("vloot"))
    write(folder / "fout.yaml", about("vloot") | {"edition": "een"})
    write(folder / "leeg.yaml", "")
    (folder / "beeld.yml").write_bytes(b"\x89PNG\x00\x00")
    write(folder / "stuk.yaml", "format: fmm-dossier/1\nsessions: [")
    for name in ("anders.yaml", "ook.yml"):
        write(folder / name, "services:\n  web: {image: x}\n" if name == "anders.yaml" else "a: [\n")
    write(folder / "geen-yaml.txt", about("vloot"))

    report = library.update([folder])

    assert report.dossiers == 1
    assert sorted(one.path.name for one in report.broken) == ["beeld.yml", "fout.yaml", "leeg.yaml", "stuk.yaml"]
    assert all(len(one.text(language).splitlines()) == 1 for one in report.broken for language in ("nl", "en"))
    assert names(library, "vloot") == ["goed t0"]
    assert library.update([folder]).broken == report.broken, "they are told each time"
    assert [row.error is not None for row in library.dossiers([folder])] == [False, True, True, True, True]

    write(folder / "fout.yaml", about("vloot"), seconds=60)
    assert library.update([folder]).dossiers == 2


def test_a_file_that_is_asked_for_by_name_is_a_dossier_or_broken(folder: Path, library: Library) -> None:
    other = write(folder / "anders.yaml", "services: {}\n")

    assert [one.path for one in library.update([other]).broken] == [other]


def test_a_place_that_is_gone_is_told_and_the_index_stays(folder: Path, library: Library) -> None:
    write(folder / "a.yaml", about("vloot"))
    library.update([folder])
    folder.rename(folder.with_name("weg"))

    with pytest.raises(UserError, match="there is no such folder or file"):
        library.update([folder])
    assert names(library, "vloot") == ["a t0"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_a_circle_end_and_links_that_lead_nowhere_are_passed_by(folder: Path, library: Library) -> None:
    write(folder / "sub" / "a.yaml", about("vloot"))
    (folder / "sub" / "rond").symlink_to(folder, target_is_directory=True)
    (folder / "zelf").symlink_to(folder / "zelf")
    (folder / "niets.yaml").symlink_to(folder / "weg.yaml")

    assert library.update([folder]).dossiers == 1
    assert names(library, "vloot") == ["a t0"]
    assert library.update([folder]).read == 0


@pytest.mark.parametrize("change", ["gone", "cut"])
def test_files_that_change_while_they_are_read(change: str, folder: Path, library: Library) -> None:
    paths = [write(folder / f"{number}.yaml", about("vloot")) for number in range(4)]

    def meanwhile(fraction: float) -> None:
        if fraction > 0.3 and paths[3].exists() and paths[3].stat().st_size > 20:
            paths[3].unlink() if change == "gone" else paths[3].write_bytes(b"format: fmm-dossier/1\n")

    library.update([folder], meanwhile)

    assert names(library, "vloot") == ["0 t0", "1 t0", "2 t0"]
    library.update([folder])
    assert names(library, "vloot") == ["0 t0", "1 t0", "2 t0"]
    assert len(library.dossiers([folder])) == (3 if change == "gone" else 4)


@pytest.mark.parametrize(
    "typed", ['"' * 999, "-" * 999, "\ud800 vloot", "a\0bc", "x" * 10_000, "😀", "שלום", 'a"b""c', "tag:\0"]
)
def test_no_query_is_too_strange(typed: str, folder: Path, library: Library) -> None:
    write(folder / "a.yaml", about("vloot", "😀 שלום", 'a"b""c'))
    library.update([folder])

    hits = found(library, typed)

    wanted = Finder(read(folder / "a.yaml")).find(parse(typed))
    assert len(hits) == len(wanted or ())


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_file_with_a_name_that_is_no_text_is_told_of_and_the_rest_works(folder: Path, tmp_path: Path) -> None:
    write(folder / "a.yaml", about("vloot"))
    odd = write(Path(os.fsdecode(os.fsencode(folder) + b"/m\xffp.yaml")), about("vloot"))
    with Library.open(tmp_path / "cache") as library:
        report = library.update([folder])
        assert (report.dossiers, len(report.broken)) == (1, 1)
        assert "geef het een andere naam" in report.broken[0].nl
        assert len(list(library.search(parse("vloot"), [folder]))) == 1
        with pytest.raises(UserError, match="another name"):
            library.update([odd])
