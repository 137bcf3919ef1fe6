"""Shapes of agendas that the samples do not have: sessions, topics and labels come out of them as well."""

import datetime
import time
from pathlib import Path

import pytest

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.dates import written_dates
from fmm_desktop.importing.agenda.draft import Doubt, Draft, Part, Seems
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.agenda.sentences import Abbreviations, sentences
from fmm_desktop.importing.agenda.terms import terms_in
from fmm_desktop.importing.formats import read
from fmm_desktop.importing.plain import Block, BlockKind, FootnoteMark, Format, Plain, Weight
from fmm_desktop.importing.trouble import ImportingError

from .documents import agenda, blocks, books, titles

SHAPES = Path(__file__).parents[1] / "samples" / "shapes"


def shape(name: str) -> Draft:
    return read_agenda(read(SHAPES / f"{name}.txt"), books())


def of_kind(draft: Draft, kind: Kind) -> list[str]:
    return [passage.text for passage in draft.passages() if passage.kind is kind]


def test_a_paragraph_is_a_topic_where_there_are_no_headings() -> None:
    draft = shape("paragraph-a-topic.nl")

    assert titles(draft) == [
        ("Inleiding", ["Inleiding"]),
        ("Raad voor Waterpeil", ["Vaargeul open", "Aanpak van ijs op de bovenloop", "Zalmtrap"]),
        ("Werkdiner met de havens", ["Doorvaart in de winter"]),
    ]
    council = draft.sessions[1]
    assert council.heading.spans
    assert council.introduction[0].text.startswith("In de Raad voor Waterpeil spreken")
    assert [topic.certainty for topic in council.topics] == ["planned", "planned", "possible"]
    assert all(topic.doubts == (Doubt.TITLE,) for topic in council.topics)
    assert [(one.actor, one.stance) for one in draft.passages() if one.kind is Kind.OTHER] == [("ch", "mixed")]


def test_a_year_that_is_not_written_is_that_of_the_weekday() -> None:
    draft = shape("paragraph-a-topic.nl")

    assert draft.meeting.start == datetime.date(2026, 3, 10)
    assert (draft.meeting.place, draft.meeting.country) == ("Straatsburg", "fr")
    assert Doubt.DATE not in draft.doubts


@pytest.mark.parametrize(
    ("text", "day", "place", "council"),
    [
        (
            "Ik zal Nederland vertegenwoordigen tijdens de bijeenkomst van de havenministers op donderdag 12 februari "
            "2026 te Brussel. Daarover gaat deze agenda.",
            "2026-02-12",
            "Brussel",
            "",
        ),
        (
            "The Minister of State will attend the Coastal Affairs Council meeting in Oslo on 4 March 2026.",
            "2026-03-04",
            "Oslo",
            "Coastal Affairs Council",
        ),
        ("Op 2 februari jl. was er een Waterraad. De Waterraad van 12 mei jl. sprak over zalm.", "None", "", ""),
        ("De brief van 12 mei 2026 noemt de sluizen. De Raad zal daarover spreken.", "None", "", ""),
    ],
)
def test_a_meeting_that_is_only_named_in_passing_has_its_date_there(
    text: str, day: str, place: str, council: str
) -> None:
    more = "Ministers will discuss the coast." if council else "De ministers spreken over de dijken."

    draft = agenda(f"{text}\n\nDam\n\n{more} {more}\n\nDigue\n\n{more} {more}")

    assert (str(draft.meeting.start), draft.meeting.place, draft.meeting.council) == (day, place, council)
    assert (draft.doubts[0] is Doubt.NO_DATE) == (day == "None")


@pytest.mark.parametrize(
    ("name", "council", "topics"),
    [
        (
            "parts-in-text.nl",
            "Bijeenkomst van de ministers van Havens",
            [
                "Inleiding",
                "Sessie van de Loodsengroep Noordzee (LN)",
                "Noordzeeraad",
                "Vaargeulen",
                "Noorse minister van Visserij",
                "Bijeenkomst van de Contactgroep Baggeren (CB)",
            ],
        ),
        (
            "parts-in-text.en",
            "Meeting of Harbour Ministers",
            [
                "Introduction",
                "Session of the North Sea Pilots Group (NSPG)",
                "North Sea Council",
                "Norwegian minister of Fisheries",
                "Meeting of the Dredging Contact Group (DCG)",
            ],
        ),
    ],
)
def test_parts_of_a_meeting_that_follow_each_other_in_running_text_are_topics(
    name: str, council: str, topics: list[str]
) -> None:
    draft = shape(name)

    assert titles(draft) == [(council, topics)]
    assert (draft.heading.title, draft.meeting.short) == (council, "")
    assert [topic.heading.title for topic in draft.topics() if Doubt.SAME_TOPIC in topic.doubts] == [
        title for title in topics if title == "Vaargeulen"
    ]


def test_the_first_part_of_a_meeting_is_no_introduction() -> None:
    draft = agenda(
        "De bijeenkomst begint met een sessie van de Loodsengroep. Daarover wordt niets gezegd.\n\n"
        "Vervolgens komen de ministers bijeen in de Noordzeeraad. Nederland steunt de loodsen.\n"
    )

    assert titles(draft)[0][1] == ["Sessie van de Loodsengroep", "Noordzeeraad"]


@pytest.mark.parametrize(
    ("sentence", "name", "terms"),
    [
        (
            "De Raad voor Vervoer, Telecommunicatie en Energie (VTE-Raad) vindt plaats op 5 maart 2026.",
            "Raad voor Vervoer, Telecommunicatie en Energie (VTE-Raad)",
            [("VTE", "Vervoer, Telecommunicatie en Energie")],
        ),
        (
            "The Transport, Telecommunications and Energy Council (TTE) takes place on 5 March 2026.",
            "Transport, Telecommunications and Energy Council (TTE)",
            [("TTE", "Transport, Telecommunications and Energy Council")],
        ),
        ("De Visraad, Nederland en België vindt plaats op 5 maart 2026.", "Visraad", []),
        ("In Paris, Germany and Poland Council meets on 5 March 2026 about the seas.", "Poland Council", []),
    ],
)
def test_the_name_of_a_council_may_be_a_list_and_its_abbreviation_is_a_term(
    sentence: str, name: str, terms: list[tuple[str, str]]
) -> None:
    draft = agenda(f"{sentence} {sentence}")

    assert draft.meeting.council == name
    assert [(term.short, term.long) for term in draft.terms] == terms


def test_a_meeting_without_a_name_is_called_what_the_offer_says_it_is() -> None:
    draft = agenda(
        "Hierbij bied ik u de geannoteerde agenda aan voor de bijeenkomst van de ministers van Havens op 3 maart 2026 "
        "te Oslo.\n\nDijken\n\nDe ministers spreken over dijken.\n\nSluizen\n\nDe ministers spreken over sluizen."
    )

    assert (draft.heading.title, draft.meeting.council) == ("Bijeenkomst van de ministers van Havens",) * 2
    assert str(draft.meeting.start) == "2026-03-03"


def test_a_date_in_a_sentence_that_may_tell_of_what_was_is_unsure() -> None:
    draft = agenda("De Waterraad van 3 maart 2026 heeft de dijken besproken. Nederland steunt hogere dijken.")

    assert (str(draft.meeting.start), draft.doubts[0]) == ("2026-03-03", Doubt.DATE)


def test_an_english_agenda_that_is_wrapped() -> None:
    draft = shape("hard-wrapped.en")

    assert draft.language == "en"
    assert draft.own == "gb"
    assert draft.meeting.start == datetime.date(2026, 3, 16)
    assert titles(draft) == [
        ("Foreign Affairs Council (FAC)", ["Introduction", "Harbour security", "Georgia", "Any other business"])
    ]
    assert of_kind(draft, Kind.POSITION) == [
        "The UK will stress that ships must be able to shelter.",
        "We remain concerned about the elections.",
    ]
    assert [one.value for one in draft.passages() if one.kind is Kind.FIGURE] == ["EUR 5 million"]
    assert [topic.certainty for topic in draft.topics()][2] == "possible"  # by the introduction


def test_a_letter_that_is_the_agenda_with_its_signature_at_the_end() -> None:
    draft = shape("letter-is-agenda.nl")

    assert titles(draft)[1:] == [
        ("I. Agenda Landbouw- en Visserijraad", ["Bijensterfte(voortgangsrapport)", "Haringquota (gedachtewisseling)"]),
        ("II. Overige onderwerpen", ["Oogst"]),
    ]
    assert of_kind(draft, Kind.POSITION) == ["Ik zal pleiten voor een verbod.", "Wij steunen de lijn van de Commissie."]
    assert [left.part for left in draft.left_out][-2:] == [Part.SIGNATURE, Part.SIGNATURE]
    (kept,) = draft.sessions[0].topics[0].passages
    assert (kept.text, kept.doubts) == ("Tevens informeer ik uw Kamer over de stand van de oogst.", (Doubt.LETTER,))


def test_labels_give_their_kind_to_what_stands_under_them() -> None:
    draft = shape("labelled-items.nl")

    first = draft.sessions[0].topics[0]
    assert first.heading.title == "Agendapunt: Minimumloon"
    assert [(one.label, one.kind, one.actor) for one in first.passages] == [
        ("Doel Raadsbehandeling", Kind.AIM, ""),
        ("Inhoud/achtergrond", Kind.BACKGROUND, ""),
        ("Inhoud/achtergrond", Kind.BACKGROUND, ""),
        ("Inzet/rol Nederland", Kind.POSITION, ""),
        ("Inzet/rol Nederland", Kind.POSITION, ""),
        ("Indicatie krachtenveld", Kind.OTHER, "de"),
        ("Indicatie krachtenveld", Kind.OTHER, "lidstaten"),
        ("Tijdpad", Kind.BACKGROUND, ""),
    ]
    assert "lidstaten" in {actor.id for actor in draft.actors}


def test_parts_with_letters_hold_numbered_topics_and_items_are_of_the_kind_above_them() -> None:
    draft = shape("parts-and-numbers.nl")

    assert draft.marking == "NATO UNCLASSIFIED"
    assert (draft.meeting.start, draft.meeting.end) == (datetime.date(2026, 1, 31), datetime.date(2026, 2, 1))
    assert titles(draft) == [
        ("A. Geannoteerde agenda", ["1. Militaire mobiliteit", "2. Droneverdediging"]),
        ("B. Overige onderwerpen", ["3. Missies"]),
    ]
    assert of_kind(draft, Kind.POSITION) == [
        "Nederland zal:",
        "aandacht vragen voor bruggen;",
        "pleiten voor een korter formulier.",
        "Nederland steunt het plan.1",
    ]


def test_topics_stand_before_the_signature_and_after_it() -> None:
    draft = shape("topics-around-signature.nl")

    assert draft.heading.title == "Geannoteerde agenda JBZ-Raad 9 en 10 maart 2023"
    assert titles(draft) == [("Inleiding", ["Motie over vissen"]), ("JBZ-Raad", ["1. Smokkel"])]


def test_a_list_of_what_is_on_the_agenda_holds_no_headings() -> None:
    assert titles(shape("list-first.nl")) == [
        ("Milieuraad", ["Inleiding", "1. Voorbereiding Kopenhagen", "2. Bodem", "3. Diversen"])
    ]


def test_a_title_above_a_letterhead_is_the_title_and_what_stands_below_it_is_left_out() -> None:
    draft = agenda(
        "Inbreng verslag van een schriftelijk overleg\n21 501-02 Raad Buitenlandse Zaken\nNr. 3300\n"
        "Vastgesteld 12 januari 2026\n\nBinnen de commissie hebben fracties vragen over de geannoteerde agenda.\n\n"
        "I. Vragen vanuit de fracties\n\nVragen van de leden van de Waterfractie\n\nDe leden van de fractie zijn "
        "tevreden over de dijken en vragen of dat zo blijft.\n\nII. Antwoord van de minister\n\n"
        "De dijken zijn hoog, en dat blijft zo, ook als het water stijgt.\n"
    )

    assert draft.heading.spans
    assert draft.issued == datetime.date(2026, 1, 12)
    assert [left.part for left in draft.left_out] == [Part.LETTERHEAD] * 3
    assert titles(draft)[1:] == [
        ("I. Vragen vanuit de fracties", ["Vragen van de leden van de Waterfractie"]),
        ("II. Antwoord van de minister", ["Antwoord van de minister"]),
    ]


def test_a_title_between_lines_of_letterhead_has_not_the_date_of_those() -> None:
    draft = agenda(
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2025-2026\nNr. 1012\n"
        "INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 12 januari 2026\n\n"
        "De commissie heeft vragen over de geannoteerde agenda voor de Milieuraad van 20 januari 2026.\n\n"
        "De voorzitter van de commissie,\nN. Voorbeeld\n\nDe adjunct-griffier van de commissie,\nVan Voorbeeld\n\n"
        "Vragen van de leden\n\nDe leden zijn tevreden over de dijken en vragen of dat zo blijft.\n"
    )

    assert draft.heading.title == "INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"
    assert (draft.issued, draft.meeting.start) == (datetime.date(2026, 1, 12), datetime.date(2026, 1, 20))
    assert [left.part for left in draft.left_out] == [Part.LETTERHEAD] * 4 + [Part.SIGNATURE] * 4
    assert titles(draft)[0][1] == ["Inleiding", "Vragen van de leden"]


def test_that_a_topic_is_possible_stands_in_its_certainty_and_not_in_its_title() -> None:
    draft = agenda("Dijken (mogelijk)\n\nHet water staat hoog.\n\nSluizen (oud)\n\nHet water staat laag.\n")

    assert [(topic.heading.title, topic.certainty) for topic in draft.topics()] == [
        ("Dijken", "possible"),
        ("Sluizen (oud)", "planned"),
    ]


def test_what_only_looks_like_an_agenda_is_named() -> None:
    assert shape("written-questions.nl").seems is Seems.QUESTIONS
    assert (
        agenda("Nr. 4 VERSLAG VAN EEN COMMISSIEDEBAT\n\nDe leden spraken over de geannoteerde agenda.").seems
        is Seems.DEBATE
    )
    assert agenda("Report of the Fisheries Council\n\nThe Council met on 3 March 2026 in Paris.").seems is Seems.REPORT
    assert agenda("Boodschappen\n\nWe hebben nog kaas en brood nodig voor morgen.").seems is Seems.UNKNOWN


def bold(text: str) -> Block:
    return Block(text=text, weight=Weight.BOLD)


def italic(text: str) -> Block:
    return Block(text=text, weight=Weight.ITALIC)


TALK = Block(text="De Raad zal spreken over de dijken. Nederland zal pleiten voor hogere dijken.")
MORE = Block(text="Het water staat hoog. Dat is al weken zo in het hele land.")


def test_bold_sessions_hold_topics_in_italics() -> None:
    draft = blocks(
        bold("Ochtend"), italic("Dijken"), TALK, italic("Sluizen"), MORE, bold("Middag"), italic("Gemalen"), MORE
    )

    assert titles(draft) == [("Ochtend", ["Dijken", "Sluizen"]), ("Middag", ["Gemalen"])]


def test_headings_in_italics_under_topics_with_text_are_labels() -> None:
    draft = blocks(
        bold("Dijken"), MORE, italic("Vervolgstappen"), TALK, bold("Sluizen"), MORE, italic("Planning"), MORE
    )

    assert titles(draft) == [("Agenda", ["Dijken", "Sluizen"])]
    assert [one.label for one in draft.passages() if one.label_spans] == ["Vervolgstappen", "Planning"]


def test_levels_of_the_format_come_first() -> None:
    def head(text: str, level: int) -> Block:
        return Block(text=text, level=level)

    draft = blocks(
        head("Geannoteerde agenda Waterraad", 1), MORE, head("Ochtend", 2), head("Dijken", 3), TALK, head("Middag", 2),
        head("Sluizen", 3), MORE,
    )  # fmt: skip

    assert draft.heading.title == "Geannoteerde agenda Waterraad"
    assert titles(draft)[1:] == [("Ochtend", ["Dijken"]), ("Middag", ["Sluizen"])]


def test_a_table_with_labels_is_read_as_labelled() -> None:
    def cell(text: str) -> Block:
        return Block(text=text, kind=BlockKind.CELL)

    draft = blocks(
        bold("Dijken"),
        cell("Inzet Nederland"),
        cell("Hogere dijken."),
        cell("Achtergrond"),
        cell("Hoog water."),
        bold("Sluizen"),
        MORE,
    )

    assert [(one.label, one.kind) for one in draft.passages()][:2] == [
        ("Inzet Nederland", Kind.POSITION),
        ("Achtergrond", Kind.BACKGROUND),
    ]


def test_footnotes_are_kept_with_the_passage_they_hang_on() -> None:
    text = "De Raad zal spreken over dijken. Nederland steunt het plan."
    marked = Block(text=text, footnotes=(FootnoteMark(len(text), "1"),))
    draft = blocks(
        bold("Dijken"),
        marked,
        bold("Sluizen"),
        MORE,
        Block(text="Kamerstuk 27 625, nr. 3", kind=BlockKind.FOOTNOTE, marker="1"),
    )

    assert [(one.kind, one.footnotes) for one in draft.passages()][:2] == [
        (Kind.DISCUSSION, ()),
        (Kind.POSITION, ("1",)),
    ]
    assert [(note.number, note.text) for note in draft.footnotes] == [("1", "Kamerstuk 27 625, nr. 3")]


def test_a_thousand_terms_in_a_paragraph_take_no_time() -> None:
    begun = time.process_time()

    terms = terms_in([" ".join(f"De Grote Raad {number} (GR{number})" for number in range(2000))])

    assert len(terms) == 2000
    assert time.process_time() - begun < 3  # it was 15 when all that stood before was looked at


@pytest.mark.parametrize("run", [".", "?", "…", "! ", '."', "(A) ", ", ", "1.", "-"])
def test_a_long_run_of_signs_takes_no_time(run: str) -> None:
    begun = time.process_time()

    found = sentences(f"De Raad{run * 8_000}A", Abbreviations(frozenset()))

    assert found[0][0] == 0
    assert time.process_time() - begun < 1  # it was 4 when the end of a row of dots was sought anew from each of them


def test_the_watch_is_asked_within_a_paragraph() -> None:
    told: list[float] = []
    text = " ".join(f"De Grote Raad {number} (GR{number}) komt bijeen." for number in range(1000))
    plain = Plain(blocks=(Block(text=text, page=1, order=1),), name="a.docx", format=Format.DOCX, language="nl")

    read_agenda(plain, books(), told.append)

    assert len(told) > 1000 / 200 + 1000 / 500 + 5


def test_thousands_of_dates_in_a_paragraph_take_no_time() -> None:
    text = "".join(f"{number % 28 + 1} maart {2000 + number % 90}, " for number in range(8000))
    begun = time.process_time()

    assert len(written_dates(text, books()["nl"].words)) == 8000
    assert time.process_time() - begun < 1  # it was 3 when each was held against all


def test_terms_and_persons_are_found() -> None:
    draft = agenda(
        "Het Meerjarig Waterplan (MWP) komt van de Noord-Nederlandse Peildienst (NNP). De Zweedse minister Lindqvist "
        "en EU-commissaris Van Dijk spreken over het fonds (geld) en DBV (De Brede Vaart). "
        "Ook komt de wet (Safe Ships Act, SSA) aan de orde, en een plan (BRP – Blue River Plan) uit (Delft, NL)."
    )

    assert {(term.short, term.long) for term in draft.terms} == {
        ("MWP", "Meerjarig Waterplan"),
        ("NNP", "Noord-Nederlandse Peildienst"),
        ("DBV", "De Brede Vaart"),
        ("SSA", "Safe Ships Act"),
        ("BRP", "Blue River Plan"),
    }
    persons = [(actor.name, actor.role, actor.of) for actor in draft.actors if actor.kind == "person"]
    assert persons == [("Lindqvist", "minister", "se"), ("Van Dijk", "commissaris", "eu")]


def test_a_language_without_phrases_is_refused() -> None:
    with pytest.raises(ImportingError, match="in French") as caught:
        read_agenda(Plain(blocks=(Block(text="Les ministres se réunissent."),), name="a.txt", language="fr"), books())

    assert "in het Frans" in caught.value.text("nl")


def test_a_programme_holds_the_topics_below_it() -> None:
    draft = shape("gymnich.nl")

    assert titles(draft) == [("Programma informele Raad", ["Oekraïne", "Midden-Oosten", "EU-China / handel"])]
    assert (draft.meeting.place, draft.meeting.short) == ("Kopenhagen", "Gymnich")


def test_parts_by_day_stand_straight_above_their_topics() -> None:
    draft = shape("parts-by-day.nl")

    assert titles(draft)[1:] == [
        ("Onderzoek en innovatie (16 en 17 juli)", ["Kaderprogramma onderzoek", "Europese onderzoeksruimte"]),
        ("Interne markt (17 juli)", ["Dienstenrichtlijn"]),
    ]
    assert of_kind(draft, Kind.AIM) == ["Beleidsdebat", "(Algemene oriëntatie)", "Gedachtewisseling"]


def test_labels_on_the_line_of_their_text() -> None:
    topic = shape("financial-labels.nl").sessions[0].topics[0]

    assert [(one.label, one.kind) for one in topic.passages] == [
        ("Document", Kind.BACKGROUND),
        ("Aard bespreking", Kind.AIM),
        ("Besluitvormingsprocedure", Kind.AIM),
        ("Toelichting", Kind.DISCUSSION),
        ("Toelichting", Kind.POSITION),
    ]


def test_a_british_statement() -> None:
    draft = shape("written-statement.en")

    assert (draft.own, draft.meeting.place, draft.meeting.council) == ("gb", "Brussels", "Foreign Affairs Council")
    assert titles(draft)[0][1] == ["Introduction", "Russia/Ukraine", "Middle East Peace Process", "Western Balkans"]
    assert len(of_kind(draft, Kind.POSITION)) == 3


def test_reading_is_watched_and_stopped() -> None:
    plain = read(SHAPES / "gymnich.nl.txt")

    def stop(fraction: float) -> None:
        assert 0 <= fraction <= 1
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_agenda(plain, books(), stop)


def test_an_agenda_that_comes_with_a_report_or_tells_of_an_earlier_meeting_is_an_agenda() -> None:
    draft = agenda(
        "Hierbij bied ik u de geannoteerde agenda aan voor de Waterraad van 3 maart, en het verslag van de vorige "
        "Raad.\n\nGeannoteerde agenda Waterraad 3 maart 2026\n\nOp 2 februari jl. vond een informele Raad plaats. "
        "Op 3 maart vindt de Waterraad plaats in Parijs.\n\nDijken\n\n"
        "Nederland steunt hogere dijken. De Raad zal daarover spreken.\n"
    )

    assert draft.seems is Seems.AGENDA
    assert of_kind(draft, Kind.POSITION) == ["Nederland steunt hogere dijken."]


@pytest.mark.parametrize(
    "office",
    [
        "De minister van Infrastructuur,\nDijken en Water,",
        "De minister van Infrastructuur,\nDijken en Water",
        "De minister van Infrastructuur, Dijken\nen Water,",
    ],
)
def test_a_signature_whose_office_takes_two_lines_is_left_out_whole(office: str) -> None:
    first, second = office.splitlines()
    draft = agenda(
        "Geannoteerde agenda Waterraad 20 april 2026\n\n1. Dijken\n\nNederland steunt het voorstel.\n\n"
        f"{first}\n\n{second}\n\nN. Voorbeeld"
    )

    assert [left.part for left in draft.left_out] == [Part.SIGNATURE] * 3
    assert [one.text for one in draft.passages()] == ["Nederland steunt het voorstel."]


@pytest.mark.parametrize(
    ("line", "left"),
    [("PERMANENTE VERTEGENWOORDIGING VAN NEDERLAND", [Part.LETTERHEAD]), ("ROOD BEPERKT", [])],
)
def test_letterhead_above_a_title_with_a_level_is_no_part_of_it_unless_it_may_be_a_marking(
    line: str, left: list[Part]
) -> None:
    title = "Geannoteerde agenda Waterraad, Luxemburg, 20 april 2026"
    draft = blocks(Block(text=line), Block(text=title, level=1), TALK)

    assert draft.heading.title == (title if left else f"{line} {title}")
    assert [out.part for out in draft.left_out] == left
