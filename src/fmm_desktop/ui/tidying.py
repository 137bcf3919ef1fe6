"""Python's collector of garbage, kept to the thread of the window.

By itself it runs on whatever thread makes objects just then, also on that of a job; and what of Qt is in the garbage,
a dialog that was closed, a timer, a picture, would be destroyed there. Qt does not allow that: the program would end
once in a thousand times. So it is not left to itself once there is a window, and the window looks after it.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_EACH = 100  # ms
_OLD = 20  # looks at what has survived once, after which all is looked at
_NAME = "tidier"


class Tidier(QObject):
    """Looks through what is new some times a second, and now and then through all."""

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self.setObjectName(_NAME)
        gc.disable()
        self._timer = QTimer(self, interval=_EACH)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect what is due."""
        new, once, often = gc.get_count()
        most_new, most_once, _ = gc.get_threshold()
        if often > _OLD:
            self.tidy_all()
        elif once > most_once:
            gc.collect(1)
        elif new > most_new:
            gc.collect(0)

    @staticmethod
    def tidy_all() -> None:
        """Collect all there is, and look at what stays no more: each look at a large dossier takes a while."""
        gc.collect()
        gc.freeze()


def tidy_here(window: QObject) -> Tidier:
    """Let nothing be collected but on this thread, from now on, as long as the application of a window lives."""
    application = QCoreApplication.instance() or window
    return application.findChild(Tidier, _NAME) or Tidier(application)
