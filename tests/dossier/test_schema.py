"""The JSON Schema that ships says what the types say."""

import json
from pathlib import Path

from fmm_desktop.dossier.schema import schema_text

SHIPPED = Path(__file__).parents[2] / "resources" / "schema" / "fmm-dossier-1.json"


def test_the_schema_that_ships_is_current() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == schema_text(), (
        "python -m fmm_desktop.dossier.schema > resources/schema/fmm-dossier-1.json"
    )


def test_the_schema_knows_keys_choices_and_what_is_required() -> None:
    shapes = json.loads(schema_text())["$defs"]

    assert {"if-raised", "position", "others"} <= shapes["TopicShape"]["properties"].keys()
    assert shapes["TopicShape"]["required"] == ["id", "title"]
    assert set(shapes["OtherShape"]["properties"]["stance"]["enum"]) == {"supports", "opposes", "mixed", "unknown"}
    assert shapes["MeetingShape"]["properties"]["start"]["format"] == "date"
