"""The content's JSON Schema: what editors complete, explain and underline while an author types."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from generator.library.schema.walk import Walk
from generator.model.entities import Registrant
from generator.model.supplement import Supplement

#: The kinds of files that authors write, by the name of their schema.
SCHEMAS: dict[str, type[BaseModel]] = {"supplement": Supplement, "registrant": Registrant}


def schema_file(name: str) -> str:
    """Where a schema stands below a project's `templates/`."""
    return f"schema/{name}.schema.json"


def json_schema(name: str) -> dict[str, Any]:
    """The schema of a kind of file, draft 07, whole in itself."""
    model, walk = SCHEMAS[name], Walk()
    walk.schema(model.__pydantic_core_schema__)
    whole = walk.definitions.pop(model.__name__)
    definitions = {"definitions": dict(sorted(walk.definitions.items()))}
    return {"$schema": "http://json-schema.org/draft-07/schema#"} | whole | definitions


def schema_text(name: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(json_schema(name), indent=2, ensure_ascii=False) + "\n"
