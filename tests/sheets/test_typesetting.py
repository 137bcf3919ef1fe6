"""The PDF of a sheet, read back."""

import re
import shutil
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from rivers import sheet_of

from fmm_desktop.dossier.model import Dossier, Kind, Passage, SourceRef, Topic
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.typesetting import House, typeset

Pages = Callable[[bytes], list[str]]
HEADINGS = re.compile(r"(?i)doel|bespreking|inzet|spreekpunten|indien opgebracht|krachtenveld|cijfers|achtergrond")


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


def test_every_number_stands_once_and_in_order(sheet: Document, templates: Path, pages: Pages) -> None:
    text = "\n".join(pages(typeset(sheet, House(templates))))

    assert re.findall(r"(?<![\d.])1\.1\.\d+", text) == [f"1.1.{place}" for place in range(1, 12)]


def test_notes_are_printed_when_given_and_only_then(
    dossier: Dossier, topic: Topic, templates: Path, pages: Pages
) -> None:
    notes = (SheetNote("p1", "Bij de inzet."), SheetNote("", "Bij het geheel."), SheetNote("weg", "Verweesd."))

    with_notes = "\n".join(pages(typeset(sheet_of(dossier, topic, *notes), House(templates))))
    without = "\n".join(pages(typeset(sheet_of(dossier, topic), House(templates))))

    assert with_notes.index("1.1.3") < with_notes.index("Opmerking: Bij de inzet.") < with_notes.index("1.1.4")
    assert with_notes.index("1.1.11") < with_notes.index("Bij het geheel.") < with_notes.index("Verweesd.")
    assert "Notitie" not in without


def test_the_marking_stands_at_head_and_foot_of_each_page(
    make_dossier: Callable[..., Dossier], templates: Path, pages: Pages
) -> None:
    dossier = make_dossier(marking="TLP:AMBER")

    printed = pages(typeset(document(dossier, Order()), House(templates)))

    assert len(printed) > 1
    assert all(lines(page)[0] == lines(page)[-1] == "TLP:AMBER · INTERN" for page in printed[:-1])
    assert lines(printed[-1])[0] == lines(printed[-1])[-1] == "TLP:AMBER"


def test_a_dossier_without_marking_has_no_line_for_it(dossier: Dossier, templates: Path, pages: Pages) -> None:
    *_, unmarked = dossier.topics()
    first, *_ = pages(typeset(sheet_of(dossier, unmarked), House(templates)))

    assert lines(first)[0] == "Rivierenoverleg 4 maart 2026, Nijmegen"
    assert lines(first)[-1].startswith("rivieren-2026 · editie 2 · uitgegeven 27 februari 2026 1 / ")


def test_pages_are_counted_over_the_whole_and_each_topic_starts_one(
    dossier: Dossier, templates: Path, pages: Pages
) -> None:
    printed = pages(typeset(document(dossier, Order()), House(templates)))
    total = len(printed)

    assert all(f"{place} / {total}" in page for place, page in enumerate(printed, 1))
    assert lines(printed[-1])[1] == "1.2 Scheepvaart bij laagwater"


def test_the_pdf_has_title_language_date_and_tags(sheet: Document, templates: Path) -> None:
    pdf = typeset(sheet, House(templates))
    printed = pdfium.PdfDocument(pdf)

    assert printed.get_metadata_dict()["Title"] == "1.1 Een gezamenlijk peil – Rivierenoverleg"
    assert printed.get_metadata_dict()["Author"] == ""
    assert printed.get_metadata_dict()["CreationDate"].startswith("D:20260227")
    assert printed.is_tagged()
    assert b"/StructTreeRoot" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert re.search(rb"/Lang ?\(nl\)", pdf)


def test_the_outline_has_topics_and_under_them_their_headings(dossier: Dossier, templates: Path) -> None:
    printed = pdfium.PdfDocument(typeset(document(dossier, Order()), House(templates)))
    outline = [(item.level, item.get_title()) for item in printed.get_toc()]

    assert [title for level, title in outline if level == 0] == [
        "1.1 Een gezamenlijk peil",
        "1.2 Scheepvaart bij laagwater",
    ]
    assert outline[1] == (1, "Doel")


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        ("nl", "verantwoordelijkheidsgevoel", "ver ant woor de lijk heids ge voel"),
        ("en-GB", "extraordinarily", "ex tra or di nar ily"),
    ],
)
def test_words_are_hyphenated_in_the_language_of_the_dossier(
    language: str, word: str, parts: str, typeset_text: Callable[..., bytes], pages: Pages
) -> None:
    text = " ".join(f"{'i' * (place % 9)} {word}" for place in range(200))

    printed = "".join(pages(typeset_text(text, language=language)))

    syllables = parts.split()
    allowed = {"".join(syllables[:count]) for count in range(1, len(syllables))}
    broken = set(re.findall(r"(\w+)(?:-\r\n|\ufffe\r?\n?|\u00ad\r\n|\x02)", printed))
    assert broken
    assert broken <= allowed


def end_of_words(pdf: bytes) -> tuple[float, bool]:
    """Return where the word `goed.` ends, in points from the left, and whether the next line is a source alone."""
    page = pdfium.PdfDocument(pdf)[0].get_textpage()
    printed = page.get_text_range()
    right: float = page.get_charbox(printed.index("goed.") + 4)[2]
    return right, "goed.\r\n[" in printed


def test_a_source_on_a_line_of_its_own_does_not_stretch_the_line_before(typeset_text: Callable[..., bytes]) -> None:
    source = SourceRef("ga", "al. 2")
    texts = ["heel " * 16 + "i" * count + "goed." for count in range(2, 12, 2)]

    ends = [end_of_words(typeset_text(text, source=source)) for text in texts]
    natural = [end_of_words(typeset_text(text))[0] for text in texts]

    assert any(alone for _, alone in ends)
    assert all(end <= by_itself + 1 for (end, alone), by_itself in zip(ends, natural, strict=True) if alone)


def test_a_number_is_never_torn_from_its_passage_nor_a_heading_left_alone(
    make_topic: Callable[..., Topic], make_dossier: Callable[..., Dossier], templates: Path, pages: Pages
) -> None:
    given = make_topic().passages
    named = [msgspec.structs.replace(passage, text=f"Zin{passage.number} {passage.text}") for passage in given]
    for height in range(8, 40, 2):
        filler = Passage(id="filler", kind=Kind.AIM, number="1.1.0", text="- regel\n" * height)
        topic = make_topic(passages=(filler, *named))

        printed = pages(typeset(sheet_of(make_dossier(topic), topic), House(templates)))

        for page in printed:
            margin = set(re.findall(r"(?<![\d.n])1\.1\.\d+", page)) - {"1.1.0"}
            assert margin == set(re.findall(r"Zin(1\.1\.\d+)", page))
            assert not HEADINGS.fullmatch(lines(page)[-2])


def test_the_same_sheet_gives_the_same_bytes(sheet: Document, templates: Path) -> None:
    assert typeset(sheet, House(templates)) == typeset(sheet, House(templates))


def test_a_broken_template_is_told_with_its_file_and_line(sheet: Document, templates: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(templates, tmp_path / "house")
    style = folder / "style.typ"
    style.write_text("#let broken = (\n" + style.read_text("utf-8"), "utf-8")

    with pytest.raises(SheetError) as told:
        typeset(sheet, House(folder))

    assert told.value.text("en").startswith("The template style.typ:1 cannot be typeset: unclosed delimiter;")
    assert told.value.text("nl").startswith("Het sjabloon style.typ:1 kan niet worden gezet")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('#let secret = read("../../../../../../etc/hostname")', "escape"),
        ('#import "@preview/tablex:0.0.8": *', "network"),
        ("#unknown-thing", "unknown variable"),
    ],
)
def test_a_template_reaches_nothing_outside_its_folder(
    line: str, message: str, sheet: Document, templates: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(templates, tmp_path / "house")
    main = folder / "topic.typ"
    main.write_text(main.read_text("utf-8") + line, "utf-8")

    with pytest.raises(SheetError, match=message):
        typeset(sheet, House(folder))


def test_a_template_that_puts_the_name_of_a_package_together_reaches_no_network(
    sheet: Document, templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(templates, tmp_path / "house")
    main = folder / "topic.typ"
    main.write_text(main.read_text("utf-8") + '#import "@pre" + "view/tablex:0.0.8": *', "utf-8")
    heard: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:  # where Typst would go through to the network
        listener = threading.Thread(target=lambda: heard.append(hung_up(proxy)))
        listener.start()
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")

        with pytest.raises(SheetError, match=r"topic\.typ:\d+ takes a package from the network"):
            typeset(sheet, House(folder))

        listener.join()
    assert heard == [None]


def hung_up(proxy: socket.socket) -> object:
    """Return who called, when anybody did within a moment, and hang up."""
    proxy.settimeout(0.3)
    try:
        caller, address = proxy.accept()
    except TimeoutError:
        return None
    caller.close()
    return address


def test_a_missing_template_is_told(sheet: Document, tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"topic\.typ"):
        typeset(sheet, House(tmp_path / "nowhere"))
