"""Compile the translations: each `.ts` of this folder, which people edit, into the `.qm` that Qt loads.

Run as a script it compiles in place, for a checkout. As the build hook of the wheel it does the same before the files
are gathered, so that a wheel, an editable install and a wheel made from the source archive all have them.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent


class CustomBuildHook(BuildHookInterface[Any]):
    """The hook that hatchling looks for by this name."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - names are hatchling's
        """Compile before the files of the wheel are gathered."""
        compile_all(Path(self.root) / "resources" / "translations")


def compile_all(folder: Path) -> None:
    """Write a `.qm` beside each `.ts` in `folder`; raises `CalledProcessError` when Qt cannot read one."""
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        subprocess.run([lrelease(), "-silent", source, "-qm", target], check=True)


def lrelease() -> Path:
    """Return Qt's compiler of translations, which comes with PySide6-Essentials."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        sys.exit("PySide6-Essentials is not installed: it brings lrelease, which compiles the translations")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(package.origin).parent / name


if __name__ == "__main__":
    compile_all(HERE)
