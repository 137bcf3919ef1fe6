"""What a measured program says of itself: one `name value` a line on stdout, and then it ends at once."""

import os
import sys
import time
from pathlib import Path

IDLE = 1000  # ms in which a window has nothing to do before its memory is read


def moment(name):
    """Return seconds of the clock that the whole system shares, and those that the process has computed."""
    return {f"{name}_clock": time.monotonic(), f"{name}_cpu": time.process_time()}


def memory():
    """Return the share of the machine's memory that is this process's (PSS), in bytes: a page of n processes is 1/n.

    Libraries beside Python count in full (RSS), as on a machine where nothing else has them open: here the program
    that measures has Qt loaded itself, and would take half of each page of it upon it.
    """
    pss = 0
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        name, *values = line.split()
        if not name.endswith(":"):
            counted = "Rss:" if "site-packages" in line else "Pss:"
        elif name == counted:
            pss += int(values[0]) * 1024
    return {"pss": pss}


def say(told):
    """Say it."""
    sys.stdout.writelines(f"{name} {value}\n" for name, value in told.items())
    sys.stdout.flush()


def end(told):
    """Say it and end."""
    say(told)
    os._exit(0)
