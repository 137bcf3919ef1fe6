"""FMM Desktop as `fmm-desktop` without arguments starts it, through its command line, and watched.

The argument is the moment at which to end: `painted` (the first topic), `idle` (everything is in place), or `closed`
(as by a reader, with everything saved).
"""

import sys

import telling

import fmm_desktop

until = sys.argv.pop()
told = {}


class WatchedApp:
    """Stands in for `fmm_desktop.app` until the command line asks for it, so that nothing is imported earlier."""

    @staticmethod
    def main(argv):
        del fmm_desktop.app
        from fmm_desktop import app  # noqa: PLC0415

        begin, finish = app.begin, app.finish

        def watched_begin(argv):
            begun = begin(argv)
            begun.window.page.first_painted.connect(tell_painted)
            return begun

        def watched_finish(begun, *, report=False):
            finish(begun, report=report)
            from PySide6.QtCore import QTimer  # noqa: PLC0415

            QTimer.singleShot(0, lambda: tell_finished(begun.window))

        app.begin, app.finish = watched_begin, watched_finish
        return app.main(argv)


def tell_painted():
    told.update(telling.moment("painted"))
    if until == "painted":
        telling.end(told)


def tell_finished(window):
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    told.update(telling.moment("finished"))
    if until == "closed":
        window.close()
    else:
        QTimer.singleShot(telling.IDLE, lambda: telling.end(told | telling.memory()))


fmm_desktop.app = WatchedApp
from fmm_desktop.__main__ import main  # noqa: E402

ended = main()
telling.say(told)
sys.exit(ended)
