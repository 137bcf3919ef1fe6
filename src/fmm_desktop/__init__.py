"""FMM Desktop: the annotated agenda of a ministerial meeting, read offline, annotated and printed."""

__version__ = "0.1.0"
