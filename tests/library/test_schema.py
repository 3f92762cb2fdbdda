"""The schema for editors: fresh, explained throughout, and no stricter than the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from pydantic import BaseModel

from generator.cli.main import main
from generator.library.schema import SCHEMAS, json_schema, schema_file, schema_text
from generator.source.load import load_typed
from generator.source.parse import parse_source
from tests.content_strategies import contents
from tests.house.modules import ROOT
from tests.library.json_schema import as_editors_see, faults, resolved

ROOTS = {name: json_schema(name) for name in SCHEMAS}
SHIPPED = sorted((ROOT / "content").rglob("*.yaml"))
CHANGE = "registrant: r\ndate: 2026-01-02\nchanges:\n  - "


def named(name: str) -> str:
    """The path of a schema in the repository."""
    return f"templates/{schema_file(name)}"


def found(text: str, name: str = "supplement") -> list[str]:
    """What the schema finds in a text of content."""
    node, faulty = parse_source(text.encode(), "")
    assert node and not faulty
    return faults(ROOTS[name], as_editors_see(node), ROOTS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_fresh(name: str) -> None:
    committed = (ROOT / named(name)).read_text("utf-8")
    assert committed == schema_text(name), f"type: supplement schema {name} --out {named(name)}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_it(name: str) -> None:
    assert json.loads(CliRunner().invoke(main, ["schema", name]).output) == ROOTS[name]


def keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of a schema with what it says of it, by the model's name and its own."""
    for name, one in {"": schema, **schema["definitions"]}.items():
        yield from ((f"{name}.{key}", inner) for key, inner in one.get("properties", {}).items())


def wants_text(schema: dict[str, Any]) -> bool:
    """Whether a key takes text of the author's own, alone or in a list: then an example says more than words."""
    if "enum" in schema or "$ref" in schema:
        return False
    if choices := schema.get("anyOf"):
        return not any("enum" in one or "$ref" in one for one in choices) and any(map(wants_text, choices))
    if schema.get("type") == "array":
        return wants_text(schema["items"]) if isinstance(schema["items"], dict) else False
    return schema.get("type") != "object" and schema.get("type") != "null"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained(name: str) -> None:
    assert [path for path, schema in keys(ROOTS[name]) if not schema.get("description")] == []
    unlike = [path for path, schema in keys(ROOTS[name]) if wants_text(schema) and not schema.get("examples")]
    assert unlike == [], "these keys take text and have no example"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_examples_are_what_may_be_written(name: str) -> None:
    for path, schema in keys(ROOTS[name]):
        for example in schema.get("examples", ()):
            typed = plain_scalars(json.loads(json.dumps(example)))
            assert faults(schema, typed, ROOTS[name], path) == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_shipped_content_is_as_the_schema_wants_it(file: Any) -> None:
    name = "registrant" if file.parent.name == "registrants" else "supplement"
    assert found(file.read_text("utf-8"), name) == []


@given(contents())
@settings(max_examples=60, deadline=None)
def test_what_the_model_takes_the_schema_takes(content: dict[str, Any]) -> None:
    model: type[BaseModel] = SCHEMAS["supplement"]
    model.model_validate(content)
    assert faults(ROOTS["supplement"], plain_scalars(content), ROOTS["supplement"]) == []


def plain_scalars(content: Any) -> Any:
    """Content as an editor sees it where nothing is in quotes."""
    match content:
        case dict():
            return {key: plain_scalars(value) for key, value in content.items()}
        case list() | tuple():
            return [plain_scalars(value) for value in content]
        case str():
            return resolved(content)
        case _:
            return content


@pytest.mark.parametrize(
    "text",
    [
        "effective: immediately", "effective: 2026-01-02", "effective: {date: 2026-01-02, qualifier: on_or_about}",
        "section: 0.86", "section: yes", "section: None", "section: 2026-01-02", "fund: growth", "fund: 2030",
        "funds: growth", "funds: [growth, income]", "documents: sai", "location: {section: Risks, page: 12}",
        "location: {section: Risks, page: 6 and 12}", 'location: {section: Risks, page: "3, 6-8 and A-12"}',
        "location: {section: [Risks, 5.10], page: {sai: A-3, prospectus: 12-14}, paragraph: last, sentence: 2}",
        "content: A bare text", "content: 12", "content: [one, two, 3]", "content: {heading: One}",
        "content: [{page_break: yes}, {page_break: true}, {page_break: No}]",
        "content: [{table: {rows: [[a, 1.5, {text: b, note: x}], [c, 2, yes]], notes: {x: Words}}}]",
        "content: [{people: [rich, pardo]}]", "content: [{people: {persons: [rich]}}]",
        "content: [{fee_table: {rows: {other_expenses: 0.03, management_fee: {A: 0.86%, B: None, C: N/A}}}}]",
        "content: [{fee_schedule: {tiers: [{up_to: 500000000, rate: 0.88}, {up_to: $1.5 billion, rate: 1%}]}}]",
    ],
)  # fmt: skip
def test_short_forms_and_plain_scalars_are_taken(text: str) -> None:
    node, _ = parse_source((CHANGE + text).encode(), "")
    assert node and load_typed(node, SCHEMAS["supplement"], "")[0] is not None
    assert found(CHANGE + text) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("operatoin: notice", "operatoin"), ("operation: replace", "operation"), ("effective: soon", "effective"),
        ("effective: 2/1/2026", "effective"), ("location: {sektion: Risks}", "sektion"),
        ("location: {section: Risks, page: {sia: 3}}", "page"), ("content: [{fee_tabel: {}}]", "fee_tabel"),
        ("location: {paragraph: first}", "paragraph"), ("documents: prospekt", "documents"),
        ("content: [{fee_schedule: {tiers: [{up_to: some, rate: 1%}]}}]", "up_to"),
        ("content: [{fee_schedule: {tiers: [{upto: $5, rate: 1%}]}}]", "upto"),
        ("content: [{fee_schedule: {tiers: [{rate: 88}]}}]", "rate"), ("content: [{fee_schedule: {}}]", "tiers"),
        ("content: [{page_break: perhaps}]", "page_break"), ("content: [{heading: a, centered: b}]", "content"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_at_its_key(text: str, path: str) -> None:
    node, _ = parse_source((CHANGE + text).encode(), "")
    assert node and load_typed(node, SCHEMAS["supplement"], "")[0] is None
    assert any(path in fault for fault in found(CHANGE + text)), found(CHANGE + text)


def test_a_registrant_is_a_file_or_written_out() -> None:
    assert found("registrant: {name: A Trust, cik: 0001126087, funds: {a: A Fund}}\ndate: 2026-01-02") == []
    assert found("name: A Trust\ncik: 1126087\nfunds: {a: {name: A Fund, classes: {A: Class A}}}", "registrant") == []
    assert found("nane: A Trust", "registrant")
