"""What a reader may choose for the pages: where notes stand, paper, copies, marking, and a style of his own."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from rivers import river_dossier, sheet_of

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.house_style import own_style, typeset_in_style
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

Pages = Callable[[bytes], list[str]]
NOTE = SheetNote("p1", "Navragen.", kind=NoteKind.QUESTION)


def text_of(dossier: Dossier, topic: Topic, templates: Path, pages: Pages, **order: object) -> str:
    return "\n".join(pages(typeset(sheet_of(dossier, topic, NOTE, **order), House(templates))))


def test_an_order_can_be_written_down_and_read_back() -> None:
    order = Order(kind=SheetKind.BOOK, topics=("a/b",), notes=NoteChoice(where=Where.END), copies=3, marking="INTERN")

    assert msgspec.json.decode(msgspec.json.encode(order), type=Order) == order


@pytest.mark.parametrize("where", Where)
def test_notes_stand_where_the_reader_wants_them(
    where: Where, dossier: Dossier, topic: Topic, templates: Path, pages: Pages
) -> None:
    text = text_of(dossier, topic, templates, pages, notes=NoteChoice(where=where))

    if where is Where.NONE:
        assert "Navragen." not in text
    else:
        last = "1.1.11"
        assert text.index("1.1.3") < text.index("Vraag: Navragen.")
        assert (text.index("Navragen.") > text.index(last)) == (where is Where.END)


def test_what_one_does_not_volunteer_and_what_was_dropped_come_only_when_asked_for(
    dossier: Dossier, topic: Topic
) -> None:
    secret = SheetNote("", "Geheim.", kind=NoteKind.DO_NOT_VOLUNTEER)
    dropped = SheetNote("", "Weg.", status=Status.DROPPED)
    choice = NoteChoice(kinds=frozenset(NoteKind), statuses=frozenset(Status))

    assert sheet_of(dossier, topic, secret, dropped) == sheet_of(dossier, topic)
    assert b"Geheim." in msgspec.json.encode(sheet_of(dossier, topic, secret, dropped, notes=choice))


@pytest.mark.parametrize("kind", [SheetKind.TOPIC, SheetKind.CARD, SheetKind.SPEAKING, SheetKind.BOOK])
@pytest.mark.parametrize("two_sided", [False, True])
def test_each_copy_is_numbered_and_counted_anew(
    kind: SheetKind, two_sided: bool, dossier: Dossier, templates: Path, pages: Pages
) -> None:
    order = Order(kind=kind, copies=2, two_sided=two_sided, paper="a5", marking="INTERN")
    pdf = typeset(document(dossier, order), House(templates))
    printed = pages(pdf)
    first = [page for page in printed if "exemplaar 1 van 2" in page]
    second = [page for page in printed if "exemplaar 2 van 2" in page]

    assert first + second == printed
    assert not two_sided or len(first) % 2 == 0
    for copy in (first, second):
        numbers = [re.search(r"· (\d+) / (\d+)", page) for page in copy]
        counted = [(int(number[1]), int(number[2])) for number in numbers if number]
        assert counted == [(place, len(second)) for place in range(1 + (kind is SheetKind.BOOK), len(second) + 1)]
    assert all(page.count("INTERN") >= 2 for page in printed)
    outline = [item.get_title() for item in pdfium.PdfDocument(pdf).get_toc() if item.level == 0]
    assert len(outline) == len(set(outline))


def title_width(page: pdfium.PdfPage) -> float:
    """Return how wide the title is set."""
    text = page.get_textpage()
    at = text.get_text_range().index("Een gezamenlijk peil")
    return text.get_charbox(at + 19)[2] - text.get_charbox(at)[0]


def test_paper_and_letters_are_as_ordered(dossier: Dossier, topic: Topic, templates: Path) -> None:
    def page_of(**order: object) -> pdfium.PdfPage:
        return pdfium.PdfDocument(typeset(sheet_of(dossier, topic, **order), House(templates)))[0]

    small = page_of(paper="a5")
    assert (round(small.get_width()), round(small.get_height())) == (420, 595)
    widths = [title_width(page_of(size=size)) for size in ("small", "normal", "large")]
    assert widths == sorted(set(widths))


@pytest.mark.parametrize(
    ("given", "own", "printed"),
    [
        ("", "TLP:GREEN", "TLP:GREEN"),
        ("TLP:AMBER", "TLP:GREEN", "TLP:AMBER"),
        ("tlp:clear", "TLP:RED", "TLP:RED"),
        ("Departementaal  vertrouwelijk", "intern", "Departementaal  vertrouwelijk"),
        ("Voor gebruik op de dag zelf", "Stg. geheim", "Stg. geheim · Voor gebruik op de dag zelf"),
        ("INTERN", "", "INTERN"),
    ],
)
def test_a_marking_that_is_given_never_hides_a_higher_one(given: str, own: str, printed: str) -> None:
    assert marking_line(given_or_own(given, own)) == printed


def test_a_house_style_takes_the_place_of_the_shipped_one(
    topic: Topic, templates: Path, tmp_path: Path, pages: Pages
) -> None:
    (tmp_path / "sheets").mkdir()
    style = shutil.copy(templates / "style.typ", tmp_path / "sheets" / "style.typ")
    style.write_text(
        style.read_text("utf-8").replace("#let caps(body) =", "#let caps(body) = [«#body»]\n#let old(body) ="), "utf-8"
    )

    marked = msgspec.structs.replace(topic, certainty="possible")
    pdf, trouble = typeset_in_style(sheet_of(river_dossier(marked), marked), House(templates, own_style(tmp_path)))

    assert trouble is None
    assert "«mogelijk»" in "\n".join(pages(pdf))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("#let broken = (", r"mijn\.typ:1 cannot be used: unclosed delimiter"),
        ("#let other = 1", r"mijn\.typ \(words\.typ:\d+\) cannot be used: unknown variable"),
        ('#read("../../../../../etc/hostname")', "escape"),
        ('#import "@preview/x:1.0.0": *', "network"),
        ('#panic(read("topic.typ").len() + 0 * 1, "mijn")', "panicked"),
    ],
)
def test_a_broken_house_style_is_told_and_the_shipped_one_used(
    line: str, told: str, dossier: Dossier, topic: Topic, templates: Path, tmp_path: Path
) -> None:
    style = tmp_path / "mijn.typ"
    style.write_text(line, "utf-8")

    pdf, trouble = typeset_in_style(sheet_of(dossier, topic), House(templates, style))

    assert pdf == typeset(sheet_of(dossier, topic), House(templates))
    assert trouble is not None
    with pytest.raises(type(trouble), match=told):
        raise trouble


def test_a_house_style_that_takes_a_package_is_told_in_one_language(templates: Path, tmp_path: Path) -> None:
    style = tmp_path / "mijn.typ"
    style.write_text('#import "@preview/tablex:0.0.8": *', "utf-8")

    _, trouble = typeset_in_style(document(river_dossier(), Order()), House(templates, style))

    assert trouble is not None
    assert "mijn.typ:1 haalt een pakket van het netwerk" in trouble.text("nl")
    assert "template" not in trouble.text("nl")
