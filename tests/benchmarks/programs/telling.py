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
    """Return the share of the machine's memory that is this process's, in bytes: pages shared by n count for 1/n."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return {"pss": next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))}


def end(told):
    """Say it and end."""
    sys.stdout.writelines(f"{name} {value}\n" for name, value in told.items())
    sys.stdout.flush()
    os._exit(0)
