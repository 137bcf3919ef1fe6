"""What a change sheet holds, and its pages."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rivers import river_dossier, river_passages, river_topic, shipping_topic

from fmm_desktop.dossier.difference import Part
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.changes import ChangedPassage, ChangedTopic, ChangeSheet
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

GOLDEN = Path(__file__).parents[1] / "golden" / "changes.json"
Pages = Callable[[bytes], list[str]]
replace = msgspec.structs.replace

NOTES = {
    "ochtend/peil": [
        SheetNote("p1", "Wie betaalt?", kind=NoteKind.QUESTION, words="kosten"),
        SheetNote("p2", "Hangt aan wat bleef."),
        SheetNote("", "Op het onderwerp."),
        SheetNote("", "In twijfel.", words="Eerder afgesproken", written_on="ochtend/peil#b1"),
        SheetNote("p1", "Zeggen wij niet.", kind=NoteKind.DO_NOT_VOLUNTEER),
    ],
    "ochtend/ijs": [SheetNote("s1", "Goed.", kind=NoteKind.SAY)],
    "ochtend/scheepvaart": [SheetNote("", "Dit was van belang.", written_on="ochtend/scheepvaart#aim-1")],
}


def level_topic() -> Topic:
    """Return the topic as it is in the new edition: passages changed, one new, two gone."""
    kept = [passage for passage in river_passages() if passage.id not in {"s1", "b1"}]
    changed = {
        "p1": {"text": "Nederland steunt een **bindend** peil in 2027, mits de kosten worden gedeeld."},
        "o1": {"stance": "supports"},
        "f1": {"value": "1.300 km", "marking": "TLP:AMBER"},
    }
    passages = [replace(passage, **changed.get(passage.id, {})) for passage in kept]
    passages.insert(4, Passage(id="p3", kind=Kind.POSITION, number="", text="Nederland vraagt om metingen."))
    numbered = tuple(replace(passage, number=f"1.1.{place}") for place, passage in enumerate(passages, 1))
    return river_topic(passages=numbered)


def editions() -> tuple[Dossier, Dossier]:
    """Return two editions: in the new one a topic has come and one is gone, and a term is put in other words."""
    old = river_dossier(edition=1, issued=datetime.date(2026, 2, 20), marking="TLP:GREEN")
    ice = Topic(
        id="ijs",
        path="ochtend/ijs",
        number="1.2",
        title="IJsbrekers",
        passages=(Passage(id="s1", kind=Kind.POINT, number="1.2.1", text="Wij breken het ijs."),),
    )
    terms = tuple(replace(term, long="Waarschuwing bij hoog water") for term in old.terms)
    return old, river_dossier(level_topic(), ice, terms=terms)


def printed(*topics: str, where: Where = Where.IN_PLACE) -> Document:
    old, new = editions()
    order = Order(kind=SheetKind.CHANGES, topics=topics or None, notes=NoteChoice(where=where))
    return document(new, order, NOTES, old)


def sheet(*topics: str, where: Where = Where.IN_PLACE) -> ChangeSheet:
    (part,) = printed(*topics, where=where).parts
    assert isinstance(part, ChangeSheet)
    return part


def topics(sheet: ChangeSheet) -> dict[str, ChangedTopic]:
    return {topic.path: topic for session in sheet.sessions for topic in session.topics}


def passages(sheet: ChangeSheet) -> list[ChangedPassage]:
    return list(topics(sheet)["ochtend/peil"].passages)


def test_a_change_sheet_holds_what_the_golden_file_says() -> None:
    held = msgspec.json.format(msgspec.json.encode(printed()), indent=1).decode() + "\n"
    assert held == GOLDEN.read_text("utf-8")


def test_only_what_differs_stands_on_it_and_what_is_gone_says_which_number_it_had() -> None:
    told = [(one.number, one.kind, *one.fate) for one in passages(sheet())]

    assert told == [
        ("1.1.3", "Inzet", "gewijzigd"),
        ("1.1.5", "Inzet", "nieuw"),
        ("1.1.7", "Krachtenveld", "gewijzigd"),
        ("1.1.9", "Cijfers", "gewijzigd"),
        ("", "Spreekpunten", "vervallen", "was 1.1.5"),
        ("", "Achtergrond", "vervallen", "was 1.1.11"),
    ]
    fates = {path: topic.fate for path, topic in topics(sheet()).items()}
    assert fates["ochtend/ijs"] == ("nieuw",)
    assert fates["ochtend/scheepvaart"] == ("vervallen", "was 1.2")


def test_what_was_changed_carries_both_wordings_to_the_letter() -> None:
    pieces = passages(sheet())[0].change

    assert "".join(words for part, words in pieces if part != Part.IN) == (
        "Nederland steunt een bindend peil, mits de kosten naar rato van het belang worden gedeeld."
    )
    assert "".join(words for part, words in pieces if part != Part.OUT) == (
        "Nederland steunt een bindend peil in 2027, mits de kosten worden gedeeld."
    )


def test_the_notes_that_are_hit_stand_with_the_change_and_no_others() -> None:
    printed_sheet = sheet()
    by_topic = topics(printed_sheet)
    hit = {(*one.fate, one.number): len(one.notes) for one in passages(printed_sheet) if one.notes}

    assert hit == {("gewijzigd", "1.1.3"): 1, ("vervallen", "was 1.1.11", ""): 1}
    assert len(by_topic["ochtend/peil"].notes) == 1
    assert by_topic["ochtend/ijs"].groups[0].entries[0].notes[0].label == "Zeggen"
    assert by_topic["ochtend/scheepvaart"].notes[0].about == "te beoordelen"
    gathered = sheet(where=Where.END)
    assert len(gathered.notes) == 5
    assert not any(one.notes for one in passages(gathered))


def test_what_one_does_not_volunteer_never_comes_on_it_even_when_asked_for() -> None:
    old, new = editions()
    order = Order(kind=SheetKind.CHANGES, notes=NoteChoice(kinds=frozenset(NoteKind)))

    assert document(new, order, NOTES, old) == printed()


def test_what_became_of_the_dossier_alone_is_a_sheet_of_its_own(templates: Path, pages: Pages) -> None:
    old = river_dossier(title="Rivierenberaad")

    (page,) = pages(typeset(document(river_dossier(), Order(kind=SheetKind.CHANGES), since=old), House(templates)))

    assert "Over het dossier" in page
    assert "Rivierenberaad" in page


def test_a_new_topic_names_the_documents_that_it_comes_from() -> None:
    (part,) = document(river_dossier(), Order(kind=SheetKind.CHANGES), since=river_dossier(shipping_topic())).parts
    assert isinstance(part, ChangeSheet)
    (new,) = topics(part).values()

    assert new.groups[0].entries[0].source == "al. 2"
    assert [aside.lines for aside in part.asides] == [(("", "Verslag van de voorbereiding, 20 februari 2026"),)]


def test_the_highest_marking_of_both_editions_stands_on_it() -> None:
    assert sheet().marking == "INTERN · TLP:AMBER"


def test_a_topic_that_is_chosen_stands_on_it_alone_without_what_became_of_the_dossier() -> None:
    chosen = sheet("ochtend/peil")

    assert list(topics(chosen)) == ["ochtend/peil"]
    assert (chosen.about, bool(sheet().about)) == ((), True)


def test_a_figure_of_which_only_the_value_changed_is_told_in_words() -> None:
    linked = Passage(id="f", kind=Kind.FIGURE, number="1.1.1", text="post van de [[term:hws]]", value="3")
    before, after = (
        river_dossier(river_topic(passages=(replace(linked, value=value),)), edition=edition)
        for value, edition in (("3", 1), ("4", 2))
    )
    (part,) = document(after, Order(kind=SheetKind.CHANGES), since=before).parts

    (passage,) = topics(part)["ochtend/peil"].passages  # type: ignore[arg-type]
    assert passage.change == ((Part.KEPT, "post van de HWS"),)


def test_no_earlier_edition_and_no_difference_are_told() -> None:
    old, new = editions()
    with pytest.raises(SheetError, match="no earlier edition"):
        document(new, Order(kind=SheetKind.CHANGES))
    with pytest.raises(SheetError, match="edition 2 says the same as edition 2"):
        document(new, Order(kind=SheetKind.CHANGES), since=new)
    same = river_dossier(level_topic(), shipping_topic())
    with pytest.raises(SheetError, match="says the same"):
        document(same, Order(kind=SheetKind.CHANGES, topics=("ochtend/scheepvaart",)), since=old)


def test_the_pages_have_every_number_of_what_is_new_or_changed_once(templates: Path, pages: Pages) -> None:
    read = pages(typeset(printed(), House(templates)))
    text = "\n".join(read)

    assert re.findall(r"(?<!was )(?<![\d.])1\.\d\.\d+", text) == ["1.1.3", "1.1.5", "1.1.7", "1.1.9", "1.2.1"]
    assert all(page.count("INTERN · TLP:AMBER") == 2 for page in read)
    for words in ("Editie 2 tegenover editie 1 (20 februari 2026)", "Doorgehaald is vervallen", "verdeeld steunt"):
        assert words in text
    assert "wat bleef" not in text
    assert "Zeggen wij niet" not in text
