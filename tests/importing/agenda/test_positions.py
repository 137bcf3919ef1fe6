"""Positions told from other sentences, on many sentences of many governments that we wrote for it.

`sentences/known.txt` was looked at while the phrases were made, `sentences/unseen.txt` when they were done, and
`sentences/later.txt` was written after that. A line is a language, the country whose side it is, a kind and a sentence.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.kinds import Said, said
from fmm_desktop.importing.agenda.phrase_file import SpeakerWords
from fmm_desktop.importing.agenda.phrases import Book

from .documents import agenda, books

_WANTED = {Kind.POSITION, Kind.IF_RAISED}


def _lines(name: str) -> Iterator[tuple[Kind, str, Said]]:
    for line in (Path(__file__).parent / "sentences" / f"{name}.txt").read_text("utf-8").splitlines():
        head, sentence = line.split(": ", 1)
        language, own, kind = head.split()
        yield Kind(kind), sentence, said(sentence, books()[language].by_own[own])


def _is_right(kind: Kind, found: Said) -> bool:
    """A position is found, or marked as one that it may be; what is none is never taken for one for certain."""
    if kind in _WANTED:
        return found.kind is kind or Doubt.MAYBE_POSITION in found.doubts
    return found.kind not in _WANTED or Doubt.KIND in found.doubts


@pytest.mark.parametrize("name", ["known", "unseen", "later"])
def test_no_position_is_lost_and_none_is_made_up(name: str) -> None:
    assert [sentence for kind, sentence, found in _lines(name) if not _is_right(kind, found)] == []


def test_few_are_marked_as_unsure() -> None:
    found = [found for name in ("known", "unseen", "later") for kind, _, found in _lines(name) if kind in _WANTED]

    assert sum(bool(one.doubts) for one in found) <= 0.06 * len(found)


def test_a_file_of_phrases_that_does_not_tell_of_subjects_takes_every_name_for_one() -> None:
    bare = Book(replace(books()["nl"].words, speaker=SpeakerWords()), "nl")

    assert said("Op dit punt zal Nederland pleiten voor water.", bare).kind is Kind.POSITION
    assert said("De Raad zal spreken over water.", bare).kind is Kind.DISCUSSION


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Nederland glorieert in deze sector."),
        ("nl", "Daarnaast koestert het kabinet deze afspraak."),
        ("nl", "Ik vrees voor de gevolgen."),
        ("en", "The UK cherishes this agreement."),
        ("en", "We dread the consequences."),
        ("en", "Minister Voorbeeld will urge partners to act."),
    ],
)
def test_a_verb_that_is_not_known_is_marked(language: str, sentence: str) -> None:
    assert said(sentence, books()[language]) == Said(Kind.BACKGROUND, (Doubt.MAYBE_POSITION,))


@pytest.mark.parametrize(
    ("language", "sentence", "doubts"),
    [
        ("nl", "Nederland zal in Wenen over het verdrag zwijgen.", ()),
        ("nl", "De voorzitter zal Nederland als eerste vragen.", (Doubt.KIND,)),
        ("nl", "De Nederlandse inzet is een korter traject.", ()),
        ("nl", "De Nederlandse inzet in Mali is groot.", (Doubt.KIND,)),
        ("en", "The UK will foster a new approach.", (Doubt.KIND,)),
        ("en", "France and the UK will call for a ban.", (Doubt.KIND,)),
        ("en", "The minister will call for a ban.", (Doubt.KIND,)),
    ],
)
def test_a_position_is_marked_when_it_may_be_of_another(
    language: str, sentence: str, doubts: tuple[Doubt, ...]
) -> None:
    assert said(sentence, books()[language]) == Said(Kind.POSITION, doubts)


def test_what_is_for_when_it_comes_up_stays_so_in_a_list_of_what_is_discussed() -> None:
    draft = agenda(
        "Geannoteerde agenda Waterraad 3 maart 2026\n\nWater\n\nDe Raad zal spreken over:\n"
        "- de stand van de rivieren;\n- mocht dit worden opgebracht, dan zal Nederland wijzen op het verdrag.\n"
    )

    (topic,) = draft.sessions[0].topics
    assert [passage.kind for passage in topic.passages] == [Kind.DISCUSSION, Kind.DISCUSSION, Kind.IF_RAISED]
