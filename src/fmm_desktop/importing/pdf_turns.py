"""Pages of a PDF of which the text is turned: places on them as if the page were held so that it is upright."""

from typing import NamedTuple


class Turn(NamedTuple):
    """How often the text of a page is turned to the left by a quarter, and the size of that page in points."""

    quarters: int
    width: float
    height: float

    @property
    def degrees(self) -> int:
        """How far the page is to be turned to the right to be upright."""
        return self.quarters * 90

    @property
    def size(self) -> tuple[float, float]:
        """The size of the page when it is held so."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return where something stands on the page when it is held so: left, bottom, right, top."""
        match self.quarters:
            case 1:
                return bottom, self.width - right, top, self.width - left
            case 2:
                return self.width - right, self.height - top, self.width - left, self.height - bottom
            case 3:
                return self.height - top, left, self.height - bottom, right
            case _:
                return left, bottom, right, top
