"""What happened while the notes were opened, in words for the reader."""

from msgspec import Struct

from fmm_desktop.errors import Language, Sentence


class Notice(Struct, frozen=True):
    """Something that went well but that the reader should know."""

    sentence: Sentence
    values: dict[str, object] = {}

    def text(self, language: Language) -> str:
        """Return it in the language of the reader."""
        return self.sentence.say(language, **self.values)
