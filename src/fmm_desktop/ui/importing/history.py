"""What the reader did to a draft: drafts are values, so undoing is going back along a list of them."""

from collections.abc import Sequence
from typing import NamedTuple

from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.editing import Place


class Step(NamedTuple):
    """A draft, and what was chosen in it."""

    draft: Draft
    chosen: tuple[Place, ...]


class History:
    """The steps that were made; one of them is what there is now."""

    def __init__(self, draft: Draft) -> None:
        self._steps = [Step(draft, ())]
        self._now = 0
        self._saved = draft

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._steps[self._now].draft

    @property
    def is_changed(self) -> bool:
        """Whether the draft is another one than was read or saved."""
        return self.draft is not self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return self._now > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone."""
        return self._now + 1 < len(self._steps)

    def do(self, step: Step, before: Sequence[Place]) -> None:
        """Make a step; what was undone is gone. `before` is what was chosen until now, to come back to."""
        self._steps[self._now] = Step(self.draft, tuple(before))
        self._steps[self._now + 1 :] = [step]
        self._now += 1

    def undo(self) -> Step:
        """Go a step back, and return where that leads; nowhere else when there is none."""
        self._now = max(self._now - 1, 0)
        return self._steps[self._now]

    def redo(self) -> Step:
        """Make the step again that was undone last."""
        self._now = min(self._now + 1, len(self._steps) - 1)
        return self._steps[self._now]

    def note_saved(self, draft: Draft) -> None:
        """Take a draft as safe; what was done since it was handed out is not."""
        self._saved = draft
