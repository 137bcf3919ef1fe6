"""What the fields of a query find."""

from pathlib import Path

import pytest
from msgspec import structs

from fmm_desktop.dossier.model import Actor, Dossier, Kind, Passage, Session, Topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.noting import NoteText
from fmm_desktop.search.query import parse

DATA = Path(__file__).parents[2] / "data"


def passage(number: int, kind: Kind, text: str, **fields: str) -> Passage:
    return Passage(id=f"p{number}", kind=kind, number=f"1.1.{number}", text=text, **fields)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """A dossier of three topics that have little in common."""
    fleet = Topic(
        id="vloot",
        path="nar/vloot",
        number="1.1",
        title="Schaduwvloot",
        tags=("Oostzee", "hybride dreiging"),
        marking="TLP:AMBER",
        passages=(
            passage(1, Kind.POSITION, "Nederland wil sancties tegen rederijen."),
            passage(2, Kind.BACKGROUND, "Vorig jaar was er een verzekering."),
            passage(3, Kind.OTHER, "Verzet zich tegen sancties van de EU.", actor="cn", stance="opposes"),
        ),
    )
    support = Topic(
        id="steun",
        path="nar/steun",
        number="1.2",
        title="Steun",
        certainty="possible",
        tags=("purl",),
        passages=(
            passage(1, Kind.AIM, "Een verzekering."),
            passage(2, Kind.DISCUSSION, "Met [[actor:minister]] over sancties.", marking="Intern beraad"),
            passage(3, Kind.OTHER, "Wacht af.", actor="niet-bekend"),
        ),
    )
    lunch = Topic(id="lunch", path="lunch/lunch", number="2.1", title="Sancties en taart", certainty="defensive")
    return structs.replace(
        read(DATA / "fmm-2025-12-03.nl.yaml"),
        marking="",
        actors=(
            Actor(id="cn", kind="country", name="Volksrepubliek China"),
            Actor(id="ua", kind="country", name="Oekraïne"),
            Actor(id="minister", kind="person", name="De minister", of="ua"),
        ),
        sessions=(
            Session(id="nar", number="1", title="Noord-Atlantische  Raad", topics=(fleet, support)),
            Session(id="lunch", number="2", title="Werklunch", topics=(lunch,)),
            Session(id="leeg", number="3", title="Leeg"),
        ),
    )


def found(dossier: Dossier, typed: str) -> str:
    """Return the ids of the topics that `typed` finds."""
    hits = Finder(dossier).find(parse(typed))
    assert hits is not None
    return " ".join(topic.id for place, topic in enumerate(dossier.topics()) if hits.bits >> place & 1)


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("soort:inzet", "vloot"),
        ("kind:position", "vloot"),
        ("soort:INZ", "vloot"),
        ("soort:krachtenveld", "vloot steun"),
        ("kind:others", "vloot steun"),
        ("kind:other", "vloot steun"),
        ("soort:doel", "steun"),
        ("soort:zet", ""),
        ("soort:", "vloot steun"),
        ("-soort:inzet", "steun lunch"),
        ("-soort:", "lunch"),
        ("soort:inzet soort:doel", ""),
    ],
)
def test_a_kind_goes_by_the_beginning_of_its_name_in_both_languages(dossier: Dossier, typed: str, topics: str) -> None:
    assert found(dossier, typed) == topics


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("actor:china", "vloot"),
        ("actor:cn", "vloot"),
        ('actor:"republiek china"', "vloot"),
        ("actor:minister", "steun"),
        ("actor:oekraine", "steun"),  # the minister is of Ukraine
        ("actor:ua", "steun"),
        ("actor:niet-bekend", "steun"),
        ("actor:", "vloot steun"),
        ("-actor:", "lunch"),
        ("actor:japan", ""),
    ],
)
def test_an_actor_goes_by_part_of_its_name_or_by_its_id(dossier: Dossier, typed: str, topics: str) -> None:
    assert found(dossier, typed) == topics


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("tag:oostzee", "vloot"),
        ('tag:"hybride dr"', "vloot"),
        ("tag:", "vloot steun"),
        ("-tag:purl", "vloot lunch"),
        ("sessie:raad", "vloot steun"),
        ('sessie:"noord-atlantische raad"', "vloot steun"),
        ("sessie:nar", "vloot steun"),
        ("sessie:2", "lunch"),
        ("sessie:leeg", ""),
        ("sessie:", "vloot steun lunch"),
        ("zekerheid:gepland", "vloot"),
        ("zekerheid:mog", "steun"),
        ("certainty:defensive", "lunch"),
        ("zekerheid:", "vloot steun lunch"),
        ("zekerheid:zeker", ""),
        ("rubricering:amber", "vloot"),
        ("rubricering:intern", "steun"),
        ("rubricering:", "vloot steun"),
        ("-marking:tlp", "steun lunch"),
    ],
)
def test_tags_sessions_certainties_and_markings(dossier: Dossier, typed: str, topics: str) -> None:
    assert found(dossier, typed) == topics


def test_the_marking_of_a_dossier_is_that_of_each_topic(dossier: Dossier) -> None:
    marked = structs.replace(dossier, marking="Departementaal")

    assert found(marked, "rubricering:") == found(marked, "rubricering:departementaal") == "vloot steun lunch"
    assert found(marked, "rubricering:amber") == "vloot"


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("soort:inzet sancties", "vloot"),
        ("soort:inzet verzekering", ""),  # that is background
        ("soort:inzet schaduwvloot", "vloot"),  # the title says what it is about
        ("soort:inzet rederijen schaduwvloot", "vloot"),
        ("soort:inzet raad", ""),
        ("soort:inzet -verzekering", "vloot"),
        ("soort:inzet -sancties", ""),
        ('soort:inzet "wil sancties"', "vloot"),
        ('soort:inzet "tegen sancties"', ""),
        ("actor:china sancties", "vloot"),
        ("actor:china rederijen", ""),
        ("actor:china volksrepubliek", "vloot"),  # the name leads the passage
        ("actor:oekraine sancties", "steun"),
        ("actor:oekraine verzekering", ""),
        ("soort:krachtenveld actor:china verzet", "vloot"),
        ("soort:inzet actor:china verzet", ""),
        ("soort: verzekering", "vloot steun"),
        ("soort:bespreking soort:doel verzekering", "steun"),
        ("-soort:inzet sancties", "steun lunch"),
        ("sancties tag:oostzee", "vloot"),
        ("sancties", "vloot steun lunch"),
    ],
)
def test_words_beside_a_kind_or_an_actor_stand_in_its_passages_or_in_the_title(
    dossier: Dossier, typed: str, topics: str
) -> None:
    assert found(dossier, typed) == topics


def test_a_note_does_not_count_beside_a_kind(dossier: Dossier) -> None:
    finder = Finder(dossier)
    notes = {"nar/vloot": [NoteText("navragen")]}

    assert len(finder.find(parse("navragen"), notes) or ()) == 1
    assert len(finder.find(parse("soort:inzet navragen"), notes) or ()) == 0
    assert len(finder.find(parse("soort:inzet notitie:navragen rederijen"), notes) or ()) == 1
