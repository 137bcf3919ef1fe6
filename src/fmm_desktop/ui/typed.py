"""What was typed into a widget, or selected in one, to the letter."""

from PySide6.QtGui import QTextCursor, QTextDocument

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}  # what Qt puts between lines


def typed_in(document: QTextDocument) -> str:
    """Return all of a document. Not by `toPlainText`, which makes an ordinary blank of a hard one."""
    return document.toRawText().translate(_LINE_ENDS)


def selected_by(cursor: QTextCursor) -> str:
    """Return what a cursor selects."""
    return cursor.selectedText().translate(_LINE_ENDS)
