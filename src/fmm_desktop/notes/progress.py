"""How work with many notes tells how far it is, and how it is stopped."""

from collections.abc import Callable

Report = Callable[[float], None]
"""Called with how far the work is, 0 to 1; may raise to stop it."""


def silent(_fraction: float) -> None:
    """Tell nobody how far the work is."""
