"""`fmm-desktop sheets`: the sheets of dossiers as PDF, without a window."""

import sys
import threading
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from fmm_desktop import paths
from fmm_desktop.cli.ordering import Asked, actor_of, asked, topics_of
from fmm_desktop.cli.output import BAD, DONE, FINDINGS, complain, in_words, print_lines, tame
from fmm_desktop.cli.stopping import Stopping
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read
from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.sheets.documents import Document, Wish, left_out
from fmm_desktop.sheets.errors import NO_SINCE, SheetError
from fmm_desktop.sheets.house_style import Typeset, own_style, typeset_in_style
from fmm_desktop.sheets.job import write_sheets
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.network import shut_the_network
from fmm_desktop.sheets.notes import Notes, SheetNote, sheet_note
from fmm_desktop.sheets.typesetting import House

_HOMELESS = Sentence(
    "{count} notitie(s) hangen aan een onderwerp dat niet in deze editie staat en worden niet afgedrukt; "
    "open het dossier in het venster om ze te beoordelen",
    "{count} note(s) hang on a topic that is not in this edition and are not printed; "
    "open the dossier in the window to review them",
)
_NO_CARD = Sentence(
    "geen tafelkaart voor {topics}: daar staat niets dat erop mag",
    "no table card for {topics}: nothing there may be on one",
)
_SETTING = Sentence(
    "{file}: {count} onderwerpen worden gezet… {seconds} s", "{file}: setting {count} topics… {seconds} s"
)
_OTHER_ID = Sentence(
    "'{old}' en '{new}' zijn verschillende dossiers, geen edities van één; ze zijn toch vergeleken",
    "'{old}' and '{new}' are different dossiers, not editions of one; they were compared all the same",
)
_NO_TEMPLATE = Sentence(
    "{path}: dit sjabloon is er niet; kijk de naam na", "{path}: this template is not there; look at its name"
)
_STOPPED = Sentence(
    "gestopt: {count} bestand(en) klaar in {where}, niets half",
    "stopped: {count} file(s) ready in {where}, none of them half",
)
_STOPPED_BEFORE = Sentence(
    "gestopt voordat er iets klaar was; er is niets geschreven",
    "stopped before anything was ready; nothing was written",
)
_LISTED = {SheetKind.NOTES, SheetKind.CHANGES}
"""The kinds on which notes stand whose topic is gone, when they are of all topics."""


def run(argv: list[str], language: Language) -> int:
    """Write the sheets of dossiers and return the exit code; what is wrong with one does not stop the others."""
    typed = asked(argv, language)
    if typed.template is not None and not typed.template.is_file():
        raise UserError(_NO_TEMPLATE, path=typed.template)
    shut_the_network()
    with Stopping() as stopping:
        job = _Job(typed, language, stopping)
        try:
            _write_all(job, typed, language)
        except KeyboardInterrupt:
            sentence = _STOPPED if job.count else _STOPPED_BEFORE
            complain(sentence.say(language, count=job.count, where=typed.output))
            raise
    return job.code


def _write_all(job: "_Job", typed: Asked, language: Language) -> None:
    for file in typed.files:
        try:
            job.write(file)
        except UserError as error:
            if len(typed.files) == 1:
                raise
            told = in_words(error, language)
            complain(told if file.name in told else f"{file}: {told}")
            job.code = BAD


class _Job:
    """Writes the sheets of one dossier after the other; `count` is how many files are there, `code` how it ends."""

    def __init__(self, typed: Asked, language: Language, stopping: Stopping) -> None:
        self._typed, self._language, self._stopping = typed, language, stopping
        self._state = paths.folders(typed.data_dir).state
        self._house = House(paths.bundled("resources") / "sheets", typed.template or own_style(self._state))
        self._since = [read(file) for file in typed.since]
        self._places: dict[tuple[str, int] | Path, Path] = {}
        self._line = _Line()
        self._told = False
        self.count = 0
        self.code = DONE

    def write(self, file: Path) -> None:
        """Write the sheets of the dossier in a file."""
        wish = self._wish(read(file))
        target = self._target(wish.dossier, file)
        overwrite = self._typed.overwrite
        self._line.show(f"{file.name}…")

        def setter(document: Document, house: House) -> Typeset:
            done = _interruptible(document, house, lambda seconds: self._show_setting(file, document, seconds))
            self._stopping.hold()  # until the file that is written now was told of
            return done

        try:
            for written in write_sheets(wish, target, self._house, overwrite=overwrite, setter=setter):
                self._line.show("")
                self._tell(written.trouble)
                print_lines(str(written.path))
                self._line.show(f"{file.name}: {written.done}/{written.total}")
                self.count += 1
                self._stopping.let_go()
        finally:
            self._line.show("")
            self._stopping.let_go()
        if without := left_out(wish.dossier, wish.order, wish.notes):
            complain(_NO_CARD.say(self._language, topics=", ".join(topic.number for topic in without)))

    def _show_setting(self, file: Path, document: Document, seconds: int) -> None:
        count = max(1, len(document.targets))
        self._line.show(_SETTING.say(self._language, file=file.name, count=count, seconds=seconds))

    def _wish(self, dossier: Dossier) -> Wish:
        typed = self._typed
        order = replace(
            typed.order,
            topics=topics_of(typed.topics, dossier),
            actor=actor_of(typed.actor, dossier),
        )
        notes = self._notes(dossier) if typed.with_notes else {}
        return Wish(dossier, order, notes, self._edition_before(dossier) if self._since else None)

    def _tell(self, trouble: SheetError | None) -> None:
        """Say once that the house style could not be used."""
        if trouble is not None and not self._told:
            complain(trouble.text(self._language))
            self._told, self.code = True, max(self.code, FINDINGS)

    def _target(self, dossier: Dossier, file: Path) -> Path:
        """Return where the sheets go: into a folder of their own when another dossier has files of the same name."""
        output = self._typed.output
        names = (output / file.stem if place == 1 else output / f"{file.stem}-{place}" for place in count(1))
        key = (dossier.id, dossier.edition)
        target = output if key not in self._places else next(name for name in names if name not in self._places)
        self._places |= {key: target, target: target}
        return target

    def _edition_before(self, dossier: Dossier) -> Dossier:
        """Return the edition to compare with: of the same dossier, or the one that was given for the only one."""
        for one in self._since:
            if one.id == dossier.id:
                return one
        if len(self._typed.files) > 1 or len(self._since) > 1:
            raise SheetError(NO_SINCE)
        complain(_OTHER_ID.say(self._language, old=self._since[0].id, new=dossier.id))
        return self._since[0]

    def _notes(self, dossier: Dossier) -> Notes:
        """Return the notes on a dossier by topic, and tell on stderr what happened to them while they were opened."""
        from fmm_desktop.cli.state import open_notes  # noqa: PLC0415 - most sheets have no notes
        from fmm_desktop.dossier.seen import Seen  # noqa: PLC0415
        from fmm_desktop.notes.hanging import all_hung  # noqa: PLC0415

        notes = dict[str, list[SheetNote]]()
        with open_notes(self._typed.data_dir, self._language) as store:
            written = store.of_dossier(dossier.id)
        reader = paths.user()
        places = all_hung(dossier, {note.anchor for note in written}, Seen(self._state / "editions").editions)
        for note in written:
            place = places[note.anchor]
            if (note.text + note.traits.wording).strip():
                notes.setdefault(place.topic, []).append(sheet_note(note, note, place, dossier, reader))
        homeless = sum(len(those) for path, those in notes.items() if "/" not in path or not dossier.topic(path))
        if homeless and (self._typed.topics.strip() or self._typed.kind not in _LISTED):
            complain(_HOMELESS.say(self._language, count=homeless))
        return notes


def _interruptible(document: Document, house: House, show: Callable[[int], None]) -> Typeset:
    """Set a document on a thread of its own: Typst hears of no interrupt, and nothing is written meanwhile.

    `show` is told each second how many it took until then.
    """
    done: list[Typeset | BaseException] = []

    def work() -> None:
        try:
            done.append(typeset_in_style(document, house))
        except BaseException as error:  # noqa: BLE001 - handed on to who waits
            done.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    start, shown = time.monotonic(), 0
    while thread.is_alive():
        thread.join(0.1)  # on Windows, an interrupt is heard between two of these
        if (seconds := int(time.monotonic() - start)) > shown:
            shown = seconds
            show(seconds)
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


class _Line:
    """A line that says how far the work is and goes away, when there is a terminal for it."""

    def __init__(self) -> None:
        self._there = sys.stderr.isatty()
        self._shown = ""

    def show(self, words: str) -> None:
        """Say this instead of what was said."""
        if self._there:
            sys.stderr.write("\r" + " " * len(self._shown) + "\r" + tame(words))
            sys.stderr.flush()
            self._shown = words
