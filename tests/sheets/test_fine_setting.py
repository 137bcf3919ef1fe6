"""How figures, directions, heads and changes are set, as one sees them on the page: read back by place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pytest
from rivers import TEMPLATES, river_dossier, river_topic, sheet_of, shipping_topic

from fmm_desktop.dossier.model import Kind, Passage
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.printable import printable
from fmm_desktop.sheets.typesetting import House, typeset


class Page:
    """The words of a page, and where they stand."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._text = page.get_textpage()
        self.words: str = self._text.get_text_range()

    def box(self, words: str, letter: int = 0) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a letter of `words`, which stand on the page once."""
        assert self.words.count(words) == 1, self.words
        return self._text.get_charbox(self.words.index(words) + letter)  # type: ignore[no-any-return]


@contextmanager
def first_page(pdf: bytes) -> Iterator[Page]:
    with pdfium.PdfDocument(pdf) as read:
        yield Page(read[0])


def figures(*values: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(id=f"f{nr}", kind=Kind.FIGURE, number=f"1.1.{nr}", text=f"Betreft{nr}: wat dit kost", value=value)
        for nr, value in enumerate(values)
    )


def test_figures_stand_below_each_other_by_their_decimal_sign_and_a_minus_is_one() -> None:
    topic = river_topic(passages=figures("EUR 1.234.567,89", "12,5 mln.", "-450", "ruim tweemaal zoveel"), related=())

    with first_page(typeset(sheet_of(river_dossier(topic), topic), House(TEMPLATES))) as page:
        ends = [page.box("567,89", 2)[2], page.box("12,5", 1)[2], page.box("\u2212450", 3)[2]]
        assert max(ends) - min(ends) < 0.7
        assert page.box("ruim tweemaal")[0] == pytest.approx(page.box("EUR")[0], abs=0.7)


def test_figures_beside_notes_leave_room_for_what_they_count() -> None:
    topic = river_topic(
        passages=(
            Passage(id="a", kind=Kind.AIM, number="1.1.9", text="Doel."),
            *figures("1 infanteriecompagnie", "1 analist"),
        ),
        related=(),
    )
    order = {"paper": "a5", "size": "large", "two_sided": True, "notes": NoteChoice(where=Where.BESIDE)}

    pdf = typeset(sheet_of(river_dossier(topic), topic, SheetNote("a", "Navragen."), **order), House(TEMPLATES))

    with first_page(pdf) as page:
        for nr in range(2):
            assert page.box(f"Betreft{nr}: wat")[1] == pytest.approx(
                page.box(f"Betreft{nr}: wat dit kost", 23)[1], abs=3
            )
        assert "infanteriecompagnie" in page.words


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("al EUR 500 mln. in 2025", "al EUR~500~mln. in 2025"),
        ("12 km en 5 % van 3 miljard", "12~km en 5~% van 3~miljard"),
        ("32 landen, 3 december, 7 Mijlen", "32 landen, 3 december, 7 Mijlen"),
    ],
)
def test_a_number_is_not_torn_from_its_unit(text: str, printed: str) -> None:
    assert printable(text, {}) == printed.replace("~", "\u00a0")


def test_what_is_read_from_right_to_left_stands_so_and_its_number_at_the_left(
    typeset_text: Callable[..., bytes],
) -> None:
    with first_page(typeset_text("עברית עם English באמצע.")) as page:
        number, first, english, stop = (page.box(said)[0] for said in ("1.1.1", "עברית", "English", "באמצע."))
        assert number < stop < english < first


def test_a_long_title_in_the_head_ends_at_a_word() -> None:
    dossier = river_dossier(title="Bijeenkomst over grensoverschrijdende beroepskwalificaties in de lidstaten " * 2)

    with first_page(typeset(document(dossier, Order(paper="a5")), House(TEMPLATES))) as page:
        assert "beroepskwalificaties… 4 maart" in page.words


def test_only_topics_with_notes_leave_room_beside_them() -> None:
    order = Order(kind=SheetKind.BOOK, notes=NoteChoice(where=Where.BESIDE))
    text = "Nederland steunt een gezamenlijk peil. " * 5
    aim = Passage(id="a", kind=Kind.AIM, number="1.1.1", text=text)
    topics = (river_topic(passages=(aim,), related=()), shipping_topic())
    made = document(river_dossier(*topics), order, {"ochtend/peil": [SheetNote("a", "Navragen.")]})

    assert [part.sheet.beside for part in made.parts if hasattr(part, "sheet")] == [True, False]


def test_what_is_put_in_for_words_and_begins_with_a_stop_stands_close_behind_them() -> None:
    passage = Passage(id="a", kind=Kind.POINT, number="1.1.1", text="Wij staan achter NAVO op peil.")
    topic = river_topic(passages=(passage,), related=())
    note = SheetNote("a", "", kind=NoteKind.AMENDMENT, wording="Wij staan achter NAVO. Dat geldt ook voor peil.")

    with first_page(typeset(sheet_of(river_dossier(topic), topic, note), House(TEMPLATES))) as page:
        assert "op. Dat" in page.words
