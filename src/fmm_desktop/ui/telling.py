"""What the window says: that something went wrong, that something was done, that one must wait."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStatusBar

from fmm_desktop.dossier.outcome import Reading
from fmm_desktop.errors import UserError
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.language import InterfaceLanguage
from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.message_bar import MessageBar


class Teller(QObject):
    """Says things in the language of the interface: in the message bar, or by the way in the status bar."""

    def __init__(self, messages: MessageBar, status: QStatusBar, language: InterfaceLanguage, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._status = status
        self._language = language
        self._doubt = ""  # what was said of notes in doubt last
        self._deleted = ""  # what was said of the note that was deleted last

    def say(self, error: UserError) -> str:
        """Return an error in words."""
        return error.text(self._language.current)

    def warn(self, words: str) -> None:
        """Say that something went wrong; what is open stays open."""
        self._messages.warn(words)

    def warn_of(self, error: Exception) -> None:
        """Say what went wrong; what no reader can mend is raised."""
        if not isinstance(error, UserError):
            raise error
        self.warn(self.say(error))

    def tell(self, words: str) -> None:
        """Say something worth knowing."""
        self._messages.tell(words)

    def tell_if_quiet(self, words: str) -> None:
        """Say something worth knowing, unless what is being said matters more."""
        if not self._messages.matters:
            self._messages.tell(words)

    def tell_passing(self, words: str) -> None:
        """Say what was done, by the way; a screen reader says it aloud."""
        self._status.showMessage(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._status, words))

    def tell_to_mend(self, reading: Reading) -> None:
        """Say what there is to mend in a file that was read; nothing when all is well."""
        if reading.warnings:
            first = reading.warnings[0].text(self._language.current)
            words = self.tr("%n thing(s) to mend in this file. The first: %1", "", len(reading.warnings))
            self._messages.tell(words.replace("%1", first))

    def tell_deleted(self, restore: Callable[[], None]) -> None:
        """Say that a note was deleted, and offer to bring it back."""
        self._deleted = self.tr("The note was deleted.")
        self._messages.tell(self._deleted, action=self.tr("Bring back"), do=restore)

    def tell_to_do(self, words: str, action: str, do: Callable[[], None]) -> None:
        """Say something worth knowing, with a button that does something about it."""
        self._messages.tell(words, action=action, do=do)

    def tell_ready(self, words: str, action: str, do: Callable[[], None]) -> None:
        """Say that something is ready, with a button that shows it; by the way, where what is being said matters more.

        `words` say by which key it is shown as well.
        """
        if self._messages.matters:
            self.tell_passing(words)
        else:
            self._messages.tell(words, action=action, do=do)

    def tell_remarks(self, count: int, show: Callable[[], None]) -> None:
        """Say how much an editor would remark on in what was just imported, and offer to show it."""
        if not self._messages.matters:
            words = self.tr("An editor would make %n remark(s) on this dossier.", "", count)
            self._messages.tell(words, action=self.tr("Show"), do=show)

    def tell_to_choose(self, words: str, choose: Callable[[], None]) -> None:
        """Say that notes came in of which two versions are here now, and offer to look at them."""
        self._messages.tell(words, action=self.tr("Choose…"), do=choose)

    def tell_news(self, edition: int, topics: int, show: Callable[[], None]) -> None:
        """Say that an edition has other things to say than the one before, and offer to show them."""
        if self._doubt and self._messages.words == self._doubt and not self._messages.isHidden():
            return  # that matters more, and the tree shows what is new
        words = self.tr("Edition %1 is new to you: %n topic(s) not as you had them.", "", topics)
        self._messages.tell(words.replace("%1", str(edition)), action=self.tr("What is new"), do=show)

    def tell_doubt(self, count: int, review: Callable[[], None]) -> None:
        """Say that it is not sure where some notes hang, and offer to look at them."""
        words = self.tr("%n note(s) could not be placed for sure in this edition. Nothing was lost.", "", count)
        if not self._messages.isHidden() and not self._messages.matters and self._messages.words != self._doubt:
            words = f"{self._messages.words} {words}"  # such as that they were imported
        self._doubt = words
        self._messages.tell(words, action=self.tr("Review"), do=review)

    def end_doubt(self) -> None:
        """Take back that it is not sure where some notes hang."""
        self.end(self._doubt)

    def tell_reviewed(self, left: int | None) -> None:
        """Say that the review is over, and how many notes are left for later; None when that is not known yet."""
        if left is None:
            self._status.showMessage(self.tr("It is not known yet where all notes belong. Try again in a moment."))
            return
        words = self.tr("%n note(s) left in doubt", "", left) if left else self.tr("Every note has its place again.")
        self._status.showMessage(words)

    def tell_forgotten(self, reason: str) -> None:
        """Say that the state of the window cannot be saved."""
        words = self.tr("The window will not come back as it is now: %1.")
        self._status.showMessage(words.replace("%1", reason))

    def wait_for_file(self, destination: Destination, job: Job) -> None:
        """Say that a file is being read, which can be stopped."""
        self._messages.wait_for(self.tr("Reading %1…").replace("%1", destination.path.name), job)

    def end(self, words: str) -> None:
        """Take back what was said, if it is still there."""
        if self._messages.words == words:
            self._messages.dismiss()

    def end_deleted(self) -> None:
        """Take back the offer to bring a note back."""
        self.end(self._deleted)

    def end_passing(self) -> None:
        """Take back what was said by the way of another page."""
        if self._status.currentMessage():
            self._status.clearMessage()

    def dismiss(self) -> None:
        """Take back whatever was said."""
        self._messages.dismiss()
