"""Every word of a document is in exactly one place of its draft, in order, and in the file that is written of it."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings

from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import check
from fmm_desktop.dossier.text import plain as words_of
from fmm_desktop.importing.agenda.draft import Draft, DraftSession, Heading, Span, words_at
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.editions import as_edition_of
from fmm_desktop.importing.plain import Plain
from fmm_desktop.importing.shaping import shaped
from fmm_desktop.importing.writing import yaml_text

from .documents import books, documents

BOUNDED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def places(spans: list[Span], plain: Plain) -> Counter[tuple[int, int]]:
    """Count how often each letter of a document is held."""
    return Counter(
        (span.block, place)
        for span in spans
        for place in range(span.start, span.end)
        if plain.blocks[span.block].text[place].isalnum()
    )


@given(documents())
@BOUNDED
def test_every_letter_is_held_once_and_in_order(plain: Plain) -> None:
    draft = read_agenda(plain, books())

    every = Counter(
        (number, place)
        for number, block in enumerate(plain.blocks)
        for place, sign in enumerate(block.text)
        if sign.isalnum()
    )
    assert places(list(draft.spans()), plain) == every
    body = [span for session in draft.sessions for span in in_session(session)]
    assert body == sorted(body)
    assert all(passage.text == words_at(plain, passage.spans) for passage in draft.passages())


def in_session(session: DraftSession) -> list[Span]:
    one = Draft(plain=Plain(blocks=()), heading=Heading(title=""), language="nl", sessions=(session,))
    return list(one.spans())


@given(documents())
@BOUNDED
def test_what_is_written_is_read_without_a_warning_and_holds_every_word(
    tmp_path_factory: pytest.TempPathFactory, plain: Plain
) -> None:
    file = tmp_path_factory.getbasetemp() / "draft.yaml"
    draft = read_agenda(plain, books())
    file.write_text(
        yaml_text(shaped(draft, datetime.date(2026, 3, 1)), plain.name, draft.seems, "nl"), encoding="utf-8"
    )

    report = check(file)

    assert report.text("en") == ""
    assert report.dossier is not None
    written = in_file(report.dossier)
    assert not words(in_document(draft)) - words(written)
    assert not words(passage.text for passage in draft.passages()) - words(written)


def in_file(dossier: Dossier) -> list[str]:
    """Every text of a dossier that words of a document may stand in."""
    texts = [dossier.title, *(source.title for source in dossier.sources)]
    for session in dossier.sessions:
        texts += [session.title, words_of(session.introduction)]
        for topic in session.topics:
            texts += [topic.title, *(["mogelijk"] if topic.certainty == "possible" else [])]
            for passage in topic.passages:
                texts += [words_of(passage.text), passage.source.at if passage.source else ""]
    return texts


def in_document(draft: Draft) -> list[str]:
    """Every text of a document that was not left out."""
    out = {left.span for left in draft.left_out}
    return [draft.plain.blocks[one.block].text[one.start : one.end] for one in draft.spans() if one not in out]


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


@given(documents())
@settings(max_examples=40, deadline=None)
def test_the_same_document_once_more_is_an_edition_without_a_change(plain: Plain) -> None:
    draft = read_agenda(plain, books())
    first = shaped(draft, datetime.date(2026, 3, 1))

    again = as_edition_of(shaped(draft, datetime.date(2026, 3, 1)), build(first.shape))

    assert again.shape.sessions == first.shape.sessions
    assert (again.shape.id, again.shape.edition) == (first.shape.id, 2)
