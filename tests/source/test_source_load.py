"""Loading into models: what is right, and models that pydantic builds in other ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, RootModel, TypeAdapter, WrapValidator

from generator.diagnostics import Diagnostic
from generator.source.codes import CODES
from generator.source.load import load_typed
from generator.source.parse import parse_source
from tests.source.models import BulletsBlock, FeeTableBlock, Part, Sample

RIGHT = """\
name: Growth Fund
date: 2009-11-12
classes: {A: Class A}
content:
  - fee_table: {rows: [{A: 0.86%}]}
  - bullets: [one]
registrant: {name: Trust}
file-no: 33-1
"""


def found_in(source: str, model: type[BaseModel]) -> list[Diagnostic]:
    node, found = parse_source(source.encode(), "x.yaml")
    assert node is not None
    assert not found
    return load_typed(node, model, "x.yaml")[1]


def brief(found: list[Diagnostic]) -> list[tuple[int, int, str, str]]:
    return [(one.span.line, one.span.column, one.code, one.path) for one in found]


def test_a_right_source_is_its_model() -> None:
    node, _ = parse_source(RIGHT.encode(), "x.yaml")
    assert node is not None
    sample, found, spans = load_typed(node, Sample, "x.yaml")
    assert not found
    assert sample is not None
    assert (sample.name, sample.date, sample.file_no) == ("Growth Fund", date(2009, 11, 12), "33-1")
    assert isinstance(sample.content[0], FeeTableBlock)
    assert sample.content[0].fee_table.rows[0]["A"] == Decimal("0.86")
    assert isinstance(sample.content[1], BulletsBlock)
    assert spans.value("content[1].bullets[0]").column == 15


class Tree(Part):
    name: str
    inner: tuple[Tree, ...] = ()


def test_a_model_may_hold_itself() -> None:
    source = "name: a\ninner:\n  - name: b\n    inner:\n      - nam: c\n"
    (found,) = found_in(source, Tree)
    assert brief([found]) == [(5, 9, "KEY-01", "inner[0].inner[0].nam")]
    assert found.help == "did you mean `name`?"


class ListBlock(Part):
    list: ListOfLists


class ListOfLists(Part):
    list: tuple[str, ...]
    items: str


def only_key(value: Any) -> str:
    return str(next(iter(value), ""))


def test_a_kind_that_is_called_like_a_key_inside_it() -> None:
    class Page(Part):
        blocks: tuple[Annotated[ListBlock | BulletsBlock, Field(union_mode="smart")], ...]

    found = found_in("blocks:\n  - list:\n      list: [a]\n      itms: b\n", Page)
    assert brief(found) == [(4, 7, "KEY-01", "blocks[0].list.itms")]


def as_block(value: Any, validate: Any) -> Any:
    """Chooses the model by the only key, as pydantic cannot see."""
    models = {"fee_table": FeeTableBlock, "bullets": BulletsBlock}
    return models[only_key(value)].model_validate(value)


def test_a_validator_that_wraps_leaves_only_the_source_to_go_by() -> None:
    class Page(Part):
        blocks: tuple[Annotated[Any, WrapValidator(as_block)], ...]

    found = found_in("blocks:\n  - fee_table: {rows: [{A: x}]}\n  - bullets: {a: b}\n", Page)
    assert brief(found) == [
        (2, 28, "NUM-08", "blocks[0].fee_table.rows[0].A"),
        (3, 14, "TYP-01", "blocks[1].bullets"),
    ]


def test_a_root_model_takes_no_step() -> None:
    class Rows(RootModel[list[dict[str, Literal["x", "y"]]]]):
        pass

    assert brief(found_in("- a: x\n- a: z\n", Rows)) == [(2, 6, "TYP-05", "[1].a")]


def test_three_branches_and_a_number_or_a_word() -> None:
    class Cell(Part):
        value: int | Literal["none"] | list[int]

    (text,) = found_in("value: many\n", Cell)
    assert (text.span.column, text.path) == (8, "value")
    (item,) = found_in("value: [1, two]\n", Cell)
    assert brief([item]) == [(1, 12, "TYP-06", "value[1]")]


def test_every_kind_of_error_has_words() -> None:
    class Odd(Part):
        low: int = Field(0, ge=3)
        multiple: int = Field(0, multiple_of=5)
        flag: bool = False
        code: str = Field("", pattern="^[A-Z]+$", examples=["ABC"])
        size: float = 0.0
        short: str = Field("xx", min_length=2)
        pair: tuple[int, int] = (0, 0)

    source = "low: 1\nmultiple: 3\nflag: perhaps\ncode: abc\nsize: big\nshort: x\npair: [1]\n"
    found = found_in(source, Odd)
    assert [one.message for one in found] == [
        "the value should be greater than or equal to 3",
        "the value should be a multiple of 5",
        "yes or no is wanted here",
        "the text has not the form that is wanted here",
        "a number is wanted here",
        "at least 2 characters are wanted here",
        "item 2 is missing",
    ]
    assert [one.span.line for one in found] == [1, 2, 3, 4, 5, 6, 7]


def test_findings_do_not_depend_on_adapters_built_before() -> None:
    TypeAdapter(list[Sample])
    assert brief(found_in("name: A\n", Sample)) == [(1, 1, "KEY-02", "date")]


words = st.sampled_from(
    [*Sample.model_fields, "file-no", "fee_table", "bullets", "rows", "kind", "text", "A", "0.86%", "x", ""]
)
content = st.recursive(
    st.one_of(words, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words.filter(bool), inner, max_size=4)),
    max_leaves=15,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(words.filter(bool), content, max_size=6) | content.filter(bool))
def test_any_content_is_a_model_or_has_findings_inside_the_file(data: Any) -> None:
    text = yaml.safe_dump(data, sort_keys=False)
    node, _ = parse_source(text.encode(), "x.yaml")
    assert node is not None
    sample, found, _ = load_typed(node, Sample, "x.yaml")
    assert (sample is None) == bool(found)
    for one in found:
        assert one.code in {*CODES, "NUM-08", "DAT-01"}
        assert one.message
        assert one.span.line <= text.count("\n")
