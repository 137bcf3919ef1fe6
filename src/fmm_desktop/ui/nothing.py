"""What a page is given when it asks for a file or an address: a dossier has no business with either."""


def nothing(kind: int) -> object:
    """Return an empty picture or empty bytes for a resource of `kind`, a `QTextDocument.ResourceType` as a number.

    None would not do: Qt takes it for "not found here" and looks for the file itself.
    """
    from PySide6.QtCore import QByteArray  # noqa: PLC0415 - no page of ours ever asks
    from PySide6.QtGui import QImage, QTextDocument  # noqa: PLC0415

    if kind != QTextDocument.ResourceType.ImageResource.value:
        return QByteArray()
    empty = QImage(1, 1, QImage.Format.Format_ARGB32)
    empty.fill(0)
    return empty
