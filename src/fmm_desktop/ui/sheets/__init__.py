"""Sheets in the window: the preview, the printer, the file."""
