"""The kinds of sheet that there are."""

from enum import StrEnum


class SheetKind(StrEnum):
    """What is printed. The values stand in what the window remembers and in what is typed on the command line."""

    TOPIC = "topic"
    CARD = "card"
    SPEAKING = "speaking"
    ACTOR = "actor"
    CHANGES = "changes"
    NOTES = "notes"
    BOOK = "book"
