"""Which notes a change hits: those that hang on what differs, and those in doubt that were written on it."""

from fmm_desktop.dossier.editions import PassageChange, TopicChange
from fmm_desktop.dossier.model import Topic
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.notes import Notes, SheetNote, chosen
from fmm_desktop.sheets.order import NoteChoice


class Hits:
    """The notes that are chosen, by what they hang on for sure and, in doubt, by what they were written on.

    What one does not volunteer is never among them: a change sheet goes to all who have the edition before.
    """

    def __init__(self, notes: Notes, choice: NoteChoice) -> None:
        self._sure: dict[str, list[SheetNote]] = {}
        self._doubtful: dict[str, list[SheetNote]] = {}
        for path, those in notes.items():
            for note in chosen(those, choice):
                if note.kind is NoteKind.DO_NOT_VOLUNTEER:
                    continue
                hung, spot = (self._doubtful, note.written_on) if note.written_on else (self._sure, "")
                hung.setdefault(spot or f"{path}#{note.passage}", []).append(note)

    def of_topic(self, change: TopicChange) -> tuple[SheetNote, ...]:
        """Return the notes on a topic itself; of one that is gone, all that were written on it."""
        if change.new is None and change.old is not None:
            start = f"{change.old.path}#"
            return tuple(note for spot, notes in self._doubtful.items() if spot.startswith(start) for note in notes)
        sure = self._sure.get(f"{change.new.path}#", ()) if change.new else ()
        return (*sure, *(self._doubtful.get(f"{change.old.path}#", ()) if change.old else ()))

    def of_passage(self, change: PassageChange) -> tuple[SheetNote, ...]:
        """Return the notes on a passage as it is now, and those in doubt that were written on it as it was."""
        sure = self._sure.get(f"{change.new_topic}#{change.new.id}", ()) if change.new else ()
        return (*sure, *(self._doubtful.get(f"{change.old_topic}#{change.old.id}", ()) if change.old else ()))

    def on_passages(self, topic: Topic) -> tuple[SheetNote, ...]:
        """Return the notes on the passages of a topic."""
        return tuple(note for one in topic.passages for note in self._sure.get(f"{topic.path}#{one.id}", ()))
