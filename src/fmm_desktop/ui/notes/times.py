"""Times as the reader writes them."""

import datetime

from PySide6.QtCore import QDateTime, QLocale


def say_time(time: datetime.datetime) -> str:
    """Return a time in the zone and the way of writing of the reader."""
    moment = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
