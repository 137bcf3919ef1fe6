"""The JSON Schema of a data file, generated from the types: `python -m fmm_desktop.dossier.schema`.

It ships as `resources/schema/fmm-dossier-1.json`, so that editors complete and check a dossier while it is written.
"""

import json
import sys

from msgspec.json import schema

from fmm_desktop.dossier.format import FORMAT, DossierShape


def schema_text() -> str:
    """Return the JSON Schema of `fmm-dossier/1`, indented by two, with a newline at the end."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        "title": "FMM Desktop dossier, format 1",
    }
    return json.dumps({**head, **schema(DossierShape)}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
