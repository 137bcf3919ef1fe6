"""Makes what is shipped and not written by hand: translations as Qt loads them, and dossiers that are read already.

Run as a script it does so in place, for a checkout. As the build hook of the wheel it does the same before the files
are gathered, so that a wheel, an editable install and a wheel made from the source archive all have them.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parents[1]


class CustomBuildHook(BuildHookInterface[Any]):
    """The hook that hatchling looks for by this name."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - names are hatchling's
        """Make everything before the files of the wheel are gathered."""
        prepare(Path(self.root))


def prepare(root: Path) -> None:
    """Make everything for the source in `root`."""
    compile_translations(root / "resources" / "translations")
    read_dossiers(root / "data", root / "src")


def compile_translations(folder: Path) -> None:
    """Write a `.qm` beside each `.ts` in `folder`; raises `CalledProcessError` when Qt cannot read one."""
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        subprocess.run([lrelease(), "-silent", source, "-qm", target], check=True)


def read_dossiers(folder: Path, source: Path) -> None:
    """Keep the dossiers of `folder` as the program in `source` reads them, so that its very first start need not.

    Raises `UserError` when one cannot be read.
    """
    sys.path.insert(0, str(source))
    from fmm_desktop.dossier import kept  # noqa: PLC0415 - the program that is built, not one that is installed

    shutil.rmtree(kept.folder(folder), ignore_errors=True)
    for path in sorted(folder.glob("*.yaml")):
        kept.read(path, folder)


def lrelease() -> Path:
    """Return Qt's compiler of translations, which comes with PySide6-Essentials."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        sys.exit("PySide6-Essentials is not installed: it brings lrelease, which compiles the translations")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(package.origin).parent / name


if __name__ == "__main__":
    prepare(ROOT)
