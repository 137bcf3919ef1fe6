"""The phrases about the own side: whose position it is, and by what it is known that it wants something."""

import re
from functools import cached_property

import msgspec

from fmm_desktop.importing.agenda.phrase_file import PhraseFile
from fmm_desktop.importing.agenda.phrasing import NOTHING, Lists, compiled, whole
from fmm_desktop.search.folding import fold

SPEAKING, BELONGING = "¤", "‡"
"""Stand in a sentence for a name of the own side that may be its subject, and for other names of its country, so that
the phrases about it are the same for every country and are compiled once."""


def lists_of(words: PhraseFile, own: str) -> dict[str, tuple[str, ...]]:
    """Return the lists that phrases refer to: the groups, `own` side, and `named`, all the names of its country."""
    side = words.own.get(own, ())
    return {**words.groups, "own": (*side, *words.own_any), "named": words.countries.get(own, ()) or side}


class Side(msgspec.Struct, frozen=True, dict=True):
    """The phrases about the own side as patterns over folded text. `own` is its country, or empty."""

    words: PhraseFile
    own: str = ""

    @cached_property
    def _names(self) -> Lists:
        return lists_of(self.words, self.own)

    @cached_property
    def _lists(self) -> Lists:
        own = (SPEAKING, *self.words.speaker.first)
        return {**self.words.groups, "own": own, "named": (SPEAKING, BELONGING)}

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return frozenset(map(fold, self.words.verbs))

    @cached_property
    def own_named(self) -> re.Pattern[str]:
        """The own side by any of its names."""
        return compiled(self._names["own"], {})

    @cached_property
    def country_named(self) -> re.Pattern[str]:
        """The own country by any of its names."""
        return compiled(self.words.own.get(self.own, ()), {})

    @cached_property
    def country_words(self) -> re.Pattern[str]:
        """All the names of the own country, and the words that are made of them."""
        return compiled(self._names["named"], {})

    @cached_property
    def speaking(self) -> re.Pattern[str]:
        """The own side where it may be the subject."""
        return compiled(self._lists["own"], {})

    @cached_property
    def company(self) -> re.Pattern[str]:
        """The own side with what stands between it and its verb: other countries, or a clause between commas."""
        words = self.words
        countries = compiled([names[0] for names in words.countries.values()], {}).pattern
        joins = "|".join(map(re.escape, map(fold, words.speaker.joins))) or "(?!)"
        others = rf"(?:(?:, | (?:{joins}) )(?:the )?(?:{countries}))+(?= )"
        return re.compile(rf"{SPEAKING}(?:{others}|, [^,]{{3,100}},(?= ))")

    @cached_property
    def insists(self) -> re.Pattern[str]:
        """That the own side will want something besides."""
        joins = "|".join(self.words.speaker.joins)
        insist = self.words.groups.get("insist", ())
        return compiled([f"({joins}) … {{insist}}"], self._lists) if joins and insist else NOTHING

    @cached_property
    def own_line(self) -> re.Pattern[str]:
        """What belongs to the own side (`Nederlandse inzet`)."""
        return compiled(self.words.own_line, self._lists)

    @cached_property
    def stance_words(self) -> frozenset[str]:
        """The verbs of stances, folded: of more than one word the first."""
        return frozenset(fold(word).split()[0] for word in self.words.groups.get("stance", ()))

    @cached_property
    def keeps(self) -> re.Pattern[str]:
        """What ends right before the own side and still lets it speak."""
        return re.compile(rf"(?:{compiled(self.words.speaker.keeps, self._lists).pattern})$")

    @cached_property
    def lines(self) -> re.Pattern[str]:
        """A name of the own side with its line: `UK priority`."""
        return compiled(["({own}|{named}) ([a-z]*)? {line}"], self._names)

    @cached_property
    def present(self) -> re.Pattern[str]:
        """A word that may be a verb in the present."""
        return whole(self.words.speaker.present, self._lists)

    @cached_property
    def past(self) -> re.Pattern[str]:
        """A word that may be a verb in the past."""
        return whole(self.words.speaker.past, self._lists)

    @cached_property
    def facts(self) -> re.Pattern[str]:
        """What is a fact, when it stands behind the name of the own side: from the verb on."""
        return compiled([f"^{phrase}" for phrase in self.words.speaker.facts], self._lists)

    @cached_property
    def others_named(self) -> tuple[str, ...]:
        """The names of other countries, of organisations and of who speaks at meetings."""
        countries = (words[0] for words in self.words.countries.values())
        organisations = (word for words in self.words.organisations.values() for word in words)
        return (*countries, *organisations, *self.words.title.speakers, *self.words.others.words)

    @cached_property
    def other_named(self) -> re.Pattern[str]:
        """Any of the others."""
        return compiled(self.others_named, {})

    @cached_property
    def other_first(self) -> re.Pattern[str]:
        """A clause that begins with one of the others."""
        articles = f"({'|'.join(self.words.speaker.articles)})?" if self.words.speaker.articles else ""
        return compiled([f"^{articles} {{others}}", f"^{articles} [a-z]* {{others}}"], {"others": self.others_named})

    @cached_property
    def office_of(self) -> re.Pattern[str]:
        """An office of the own side with what it is over, before its verb: groups `office` and `of`."""
        words = self.words.speaker
        if not (words.offices and words.of):
            return NOTHING
        offices, of, verbs = (
            "|".join(map(re.escape, map(fold, some))) for some in (words.offices, words.of, self._verbs)
        )
        return re.compile(rf"\b(?P<office>{offices}) (?:{of}) (?P<of>(?:[\w-]+,? ){{1,8}}?)(?=(?:{verbs})\b)")

    @cached_property
    def position(self) -> re.Pattern[str]:
        """What the own side wants."""
        return compiled(self.words.position, self._lists)

    @cached_property
    def attitude(self) -> re.Pattern[str]:
        """What the own side thinks, behind its verb and its name."""
        return compiled(self.words.groups.get("attitude", ()), self._lists)

    @cached_property
    def if_raised(self) -> re.Pattern[str]:
        """That what is said is for when it comes up."""
        return compiled(self.words.if_raised, self._lists)

    @cached_property
    def position_perhaps(self) -> re.Pattern[str]:
        """What the own side will do, by a verb that is not known."""
        return compiled(self.words.position_perhaps, self._lists)

    @cached_property
    def position_unsure(self) -> re.Pattern[str]:
        """What the own side wants, or someone else."""
        return compiled(self.words.position_unsure, self._lists)

    @cached_property
    def not_position(self) -> re.Pattern[str]:
        """What the own side did, or tells."""
        return compiled(self.words.not_position, self._lists)

    @cached_property
    def borderline(self) -> re.Pattern[str]:
        """What may be a position, said by nobody."""
        return compiled(self.words.borderline, self._lists)
