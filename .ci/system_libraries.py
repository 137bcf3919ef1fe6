"""See to it that the libraries of the system that Qt's wheel leaves out are there. Linux; elsewhere nothing is missing.

Asks the loader (`ldd`) about every part of Qt that the program uses. What is missing is installed on a Debian-like
machine when this runs as root; otherwise the one line to type is printed and the exit code is 1. Standard library
only, as nothing else can be relied upon yet.
"""

import os
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

# The parts of Qt that the program uses: its modules, and the plugins of X11, Wayland, a machine without a screen,
# pictures, and typing.
PARTS = (
    "QtNetwork.*.so",
    "QtPrintSupport.*.so",
    "QtSvg*.so",
    "QtTest.*.so",
    "QtWidgets.*.so",
    "lrelease",
    "Qt/plugins/iconengines/*.so",
    "Qt/plugins/platforminputcontexts/libcompose*.so",
    "Qt/plugins/platforminputcontexts/libibus*.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/wayland-*-client/*.so",
    "Qt/plugins/wayland-shell-integration/*.so",
    "Qt/plugins/xcbglintegrations/*.so",
)

# Which Debian package holds a library. The names hold for Debian 12 and 13 and for Ubuntu 22.04 and later.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# Qt draws boxes where a machine has no font at all.
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_PACKAGE = "fonts-dejavu-core"


def main() -> int:
    """Return 0 when all is there, or there now, and else 1, having said in one line what to type."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return 0
    libraries = missing_libraries()
    packages = sorted({PACKAGES.get(name, name) for name in libraries} | missing_fonts())
    if not packages:
        return 0
    if not shutil.which("apt-get"):
        print(f"Missing on this system, and needed by Qt: {' '.join(sorted(libraries) or packages)}", file=sys.stderr)
        return 1
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        print(
            f"Qt needs some libraries of the system. Type this, then try again:\n  sudo {shlex.join(command)}",
            file=sys.stderr,
        )
        return 1
    return install(command)


def missing_libraries() -> set[str]:
    """Return the names of the shared libraries that the loader does not find, such as `libEGL.so.1`."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        sys.exit("PySide6-Essentials is not installed")
    folder = Path(package.origin).parent
    parts = sorted(set(chain.from_iterable(folder.glob(pattern) for pattern in PARTS)))
    asked = subprocess.run(
        ["ldd", *parts], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return {line.split()[0] for line in asked.stdout.splitlines() if "=> not found" in line}


def missing_fonts() -> set[str]:
    """Return the package of a font when no folder of the system holds one, and else nothing."""
    folders = (Path(name).expanduser() for name in FONT_FOLDERS)
    files = chain.from_iterable(folder.rglob("*.[ot]tf") for folder in folders)
    return set() if next(files, None) else {FONT_PACKAGE}


def install(command: list[str]) -> int:
    """Install, having read the lists of packages first, and return what the last command returned."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Qt needs some libraries of the system: {shlex.join(command)}", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)  # old lists may do as well
    return subprocess.run([*command, "-qq"], check=False, env=quiet, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
