"""What a text is: an agenda, or something that only looks like one. All of them carry the words of an agenda."""

from collections.abc import Iterable, Sequence

from fmm_desktop.importing.agenda.draft import Seems
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard

_FEW = 2  # sentences that say so, where the title does not


def what_it_seems(titles: Iterable[str], sentences: Sequence[str], book: Book) -> Seems:
    """Return what a text is by its titles and its first sentences."""
    words = book.words.seems
    heads = [heard(title) for title in titles if title]
    first = [heard(sentence) for sentence in sentences]
    for seems, phrases in ((Seems.QUESTIONS, words.questions), (Seems.DEBATE, words.debate)):
        pattern = book.pattern(phrases)
        if any(map(pattern.search, heads)) or sum(bool(pattern.search(one)) for one in first) >= _FEW:
            return seems
    if _any(words.report_title, heads, book):
        return Seems.REPORT
    if _any(words.agenda_title, heads, book):  # which may offer a report of the meeting before as well
        return Seems.AGENDA
    if _any(words.report, [*heads, *first[:_LOOK]], book):
        return Seems.REPORT
    return Seems.AGENDA if _any(words.agenda, [*heads, *first], book) else Seems.UNKNOWN


def _any(phrases: tuple[str, ...], texts: Iterable[str], book: Book) -> bool:
    return any(map(book.pattern(phrases).search, texts))


_LOOK = 2  # sentences that tell of a meeting that was
