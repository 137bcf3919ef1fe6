"""The roles in which a view asks a model, as the plain numbers that Qt sends.

`Qt.ItemDataRole` says the same, but naming `Qt` builds all of its hundred enums, which the first page does not need.
`tests/ui/test_models.py` holds them against each other.
"""

DISPLAY = 0
TOOL_TIP = 3
ACCESSIBLE_TEXT = 11
ITEM = 256
"""The value behind a row: a `Node` of the tree, a `NoteRow` of the notes."""
COPIED = 257
"""What is copied of a row."""
