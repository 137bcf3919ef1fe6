"""The names of the checks of an editor, as they stand under `checked` in a file to silence them."""

NO_POSITION = "no-position"
NO_IF_RAISED = "no-if-raised"
UNEXPLAINED = "unexplained"
TWO_NAMES = "two-names"
DATES = "dates"
FIGURES = "figures"
LINKS = "links"

CHECKS = (NO_POSITION, NO_IF_RAISED, UNEXPLAINED, TWO_NAMES, DATES, FIGURES, LINKS)


def check_of(checked: str) -> str:
    """Return which check an item under `checked` silences: `unexplained` for `unexplained/KFOR`."""
    return checked.partition("/")[0].strip()
