"""Sessions and topics of a draft, with passages, made of headings and paragraphs; titles where there are none."""

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.arranging import begins_part, subject_of
from fmm_desktop.importing.agenda.draft import Doubt, DraftPassage, DraftSession, DraftTopic, Heading, words_at
from fmm_desktop.importing.agenda.lines import Line
from fmm_desktop.importing.agenda.outline import SessionOutline, TopicOutline
from fmm_desktop.importing.agenda.passages import Setting, passages_of
from fmm_desktop.importing.agenda.possible import certainty_of, possible_sentences
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.importing.agenda.titles import proposed_title, without_possible

_OF_THE_INTRODUCTION = {Kind.BACKGROUND, Kind.DISCUSSION, Kind.FIGURE, Kind.AIM}


class Builder:
    """Makes sessions. `council` is the name of the meeting; `group` the id of others who are not named."""

    def __init__(self, setting: Setting, council: str, group: str) -> None:
        self._setting, self._council, self._group = setting, council, group
        self._announced: list[str] = []

    def sessions(self, outlines: Sequence[SessionOutline]) -> tuple[DraftSession, ...]:
        """Return the sessions, in order."""
        alone = len(outlines) == 1
        return tuple(self._session(outline, alone=alone, first=not place) for place, outline in enumerate(outlines))

    def _session(self, outline: SessionOutline, *, alone: bool, first: bool) -> DraftSession:
        passages = [self._passages(topic) for topic in outline.topics]
        introduction = self._is_introduction(outline, passages)
        rest = list(zip(outline.topics, passages, strict=True))[introduction:]
        opens = first and self._is_first_untitled(outline, alone=alone)
        if not self._announced:
            self._announced = self._possible(passages[0] if passages else ())
        topics = [
            self._topic(topic, made, outline, opens=opens and not place) for place, (topic, made) in enumerate(rest)
        ]
        return DraftSession(
            heading=self._session_heading(outline, introduces=first and not alone),
            introduction=passages[0] if introduction else (),
            topics=tuple(topics),
            doubts=outline.doubts,
        )

    def _passages(self, topic: TopicOutline) -> tuple[DraftPassage, ...]:
        made = passages_of(topic.paragraphs, self._setting)
        return tuple(
            replace(one, actor=self._group) if one.kind is Kind.OTHER and not one.actor else one for one in made
        )

    @staticmethod
    def _is_introduction(outline: SessionOutline, passages: Sequence[Sequence[DraftPassage]]) -> bool:
        """Whether what stands under the heading of a session, before its topics, introduces it."""
        if outline.heading is None or len(outline.topics) < _WITH_OTHERS or outline.topics[0].heading:
            return False
        if not outline.topics[1].heading and not outline.topics[0].introduces:
            return False
        return all(passage.kind in _OF_THE_INTRODUCTION for passage in passages[0])

    def _is_first_untitled(self, outline: SessionOutline, *, alone: bool) -> bool:
        """Whether the first topic introduces the whole agenda."""
        if outline.heading is not None or not outline.topics or outline.topics[0].heading:
            return False
        if any(begins_part(paragraph, self._setting.book) for paragraph in outline.topics[0].paragraphs[:1]):
            return False
        return outline.topics[0].introduces or len(outline.topics) > 1 or not alone

    def _session_heading(self, outline: SessionOutline, *, introduces: bool) -> Heading:
        if outline.heading:
            return self._found(outline.heading)
        words = self._setting.book.words.title
        return Heading(title=words.introduction if introduces else self._council or words.unnamed)

    def _found(self, line: Line) -> Heading:
        return Heading(title=words_at(self._setting.plain, (line.span,)), spans=(line.span,))

    def _topic(
        self, topic: TopicOutline, passages: tuple[DraftPassage, ...], session: SessionOutline, *, opens: bool
    ) -> DraftTopic:
        heading, doubts = self._topic_heading(topic, passages, session, opens=opens)
        title, is_possible = without_possible(heading.title, self._setting.book)
        heading = replace(heading, title=title)
        said = self._first(passage for passage in passages if passage.kind is not Kind.POSITION)
        certainty = "planned" if opens else certainty_of(heading.title, said, self._announced, self._setting.book)
        return DraftTopic(
            heading=heading,
            certainty="possible" if is_possible else certainty,
            passages=passages,
            doubts=tuple(dict.fromkeys((*topic.doubts, *doubts))),
        )

    def _topic_heading(
        self, topic: TopicOutline, passages: Sequence[DraftPassage], session: SessionOutline, *, opens: bool
    ) -> tuple[Heading, tuple[Doubt, ...]]:
        if topic.heading:
            return self._found(topic.heading), ()
        if opens:
            return Heading(title=self._setting.book.words.title.introduction), ()
        if len(session.topics) == 1 and (subject := subject_of(session)):
            return Heading(title=subject), ()
        ordered = sorted(passages, key=lambda passage: passage.kind is not Kind.DISCUSSION)
        texts = self._first(passage for passage in ordered if passage.kind is not Kind.POSITION)
        return Heading(title=proposed_title(texts or self._first(ordered), self._setting.book)), (Doubt.TITLE,)

    def _first(self, passages: Iterable[DraftPassage]) -> list[str]:
        """Return the first sentences of passages: enough to tell what they are about."""
        return list(islice((text for passage in passages for text in self._sentences(passage)), _FIRST))

    def _sentences(self, passage: DraftPassage) -> list[str]:
        text = passage.text[:_LONGEST]
        return [text[start:end] for start, end in sentences(text, self._setting.book.abbreviations)]

    def _possible(self, passages: Sequence[DraftPassage]) -> list[str]:
        texts = [text for passage in passages for text in self._sentences(passage)]
        return possible_sentences(texts, self._setting.book)


_WITH_OTHERS = 2
_FIRST = 12  # sentences
_LONGEST = 5000  # code points of a passage that is looked at
