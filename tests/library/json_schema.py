"""As much of JSON Schema (draft 07) as the content's schemas use, and YAML's plain scalars as an editor takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.source.nodes import Mapping, Scalar, Sequence, SourceNode

TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "integer": int,
    "null": type(None),
}  # fmt: skip
KEYWORDS = {
    "$schema", "$ref", "additionalProperties", "anyOf", "definitions", "description", "enum", "examples",
    "exclusiveMinimum", "items", "maxItems", "maxProperties", "maximum", "minItems", "minProperties", "minimum",
    "pattern", "patternProperties", "patternErrorMessage", "properties", "required", "type",
}  # fmt: skip


def faults(schema: dict[str, Any], value: Any, root: dict[str, Any], path: str = "") -> list[str]:
    """Where a value is not as a schema wants it, as `path: why`."""
    if "$ref" in schema:
        return faults(root["definitions"][schema["$ref"].rpartition("/")[2]], value, root, path)
    if "anyOf" in schema:
        tried = [faults(choice, value, root, path) for choice in schema["anyOf"]]
        return min(tried, key=lambda found: (any(one.startswith(f"{path}: ") for one in found), len(found)))
    return list(_faults(schema, value, root, path))


def _faults(schema: dict[str, Any], value: Any, root: dict[str, Any], path: str) -> Iterator[str]:
    assert schema.keys() <= KEYWORDS, schema.keys() - KEYWORDS
    kinds = schema.get("type", list(TYPES))
    if not any(_is(value, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        yield f"{path}: {value!r} is no {kinds}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is none of {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value, re.ASCII):
        yield f"{path}: {value!r} has not the form {schema['pattern']}"
    if _is(value, "number"):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        if value < low or value > high or ("exclusiveMinimum" in schema and value <= schema["exclusiveMinimum"]):
            yield f"{path}: {value!r} is out of bounds"
    if isinstance(value, list):
        yield from _of_list(schema, value, root, path)
    if isinstance(value, dict):
        yield from _of_mapping(schema, value, root, path)


def _of_list(schema: dict[str, Any], value: list[Any], root: dict[str, Any], path: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{path}: {len(value)} items"
    items = schema.get("items", {})
    for at, item in enumerate(value):
        yield from faults(items[at] if isinstance(items, list) else items, item, root, f"{path}[{at}]")


def _of_mapping(schema: dict[str, Any], value: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", len(value)):
        yield f"{path}: {len(value)} keys"
    yield from (f"{path}.{key}: is missing" for key in schema.get("required", ()) if key not in value)
    for key, inner in value.items():
        known = schema.get("properties", {}).get(key, schema.get("additionalProperties", {}))
        if known is False:
            yield f"{path}.{key}: is not known"
        else:
            yield from faults({} if known is True else known, inner, root, f"{path}.{key}")


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, TYPES[kind])


def as_editors_see(node: SourceNode) -> Any:
    """Content as plain data, its plain scalars resolved by the core schema of YAML 1.2 (section 10.3.2)."""
    match node:
        case Scalar(text, quoted=quoted, null=null):
            return None if null else text if quoted else resolved(text)
        case Sequence(items):
            return [as_editors_see(item) for item in items]
        case Mapping(entries):
            return {key.text: as_editors_see(value) for key, value in entries}


def resolved(text: str) -> Any:
    """What a plain scalar is to an editor: null, a boolean, a number or text."""
    if re.fullmatch(r"|~|null|Null|NULL", text):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text[2:], 8 if text[1] == "o" else 16)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    if re.fullmatch(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", text):
        return float(text.replace(".", "", 1))
    return text


def forms(schema: dict[str, Any], root: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms of which a schema takes any, below its references."""
    if "$ref" in schema:
        return forms(root["definitions"][schema["$ref"].rpartition("/")[2]], root)
    return [form for choice in schema.get("anyOf", ()) for form in forms(choice, root)] or [schema]


def inside(schemas: list[dict[str, Any]], step: str | int, root: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms of what stands at a step below any of some forms."""
    found = []
    for schema in schemas:
        if isinstance(step, str):
            found.append(schema.get("properties", {}).get(step, schema.get("additionalProperties")))
        else:
            items = schema.get("items")
            found.append(items[min(step, len(items) - 1)] if isinstance(items, list) else items)
    return [form for schema in found if isinstance(schema, dict) for form in forms(schema, root)]


def takes_other_keys(schemas: list[dict[str, Any]]) -> bool:
    """Whether a mapping of some of these forms may have keys that no form names."""
    return any(schema.get("additionalProperties") is not False for schema in schemas if _may_be_mapping(schema))


def _may_be_mapping(schema: dict[str, Any]) -> bool:
    return schema.get("type", "object") == "object" and "enum" not in schema
