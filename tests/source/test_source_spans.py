"""Content paths: their spelling, and the places that they lead to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.source.parse import parse_source
from generator.source.spans import Spans, path_of, steps_of

SOURCE = """\
name: Growth Fund
changes:
  - content:
      - text
      - fee_table:
          rows:
            - {A: 0.86%}
            - A: 0.87%
              "B.C [d]": 0.88%
"""


def spans() -> Spans:
    node, found = parse_source(SOURCE.encode(), "x.yaml")
    assert node is not None
    assert not found
    return Spans(node)


def words(span: Span) -> str:
    assert span.line == span.end_line
    return SOURCE.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]


def test_a_path_leads_to_its_value_and_its_key() -> None:
    assert words(spans().value("name")) == "Growth Fund"
    assert words(spans().key("name")) == "name"
    assert words(spans().value("changes[0].content[1].fee_table.rows[1].A")) == "0.87%"
    assert words(spans().key("changes[0].content[1].fee_table")) == "fee_table"


def test_a_key_that_is_no_plain_word_stands_in_quotes() -> None:
    path = path_of(["changes", 0, "content", 1, "fee_table", "rows", 1, "B.C [d]"])
    assert path == 'changes[0].content[1].fee_table.rows[1]["B.C [d]"]'
    assert words(spans().value(path)) == "0.88%"


def test_an_item_has_no_key_of_its_own() -> None:
    assert words(spans().key("changes[0].content[0]")) == "text"


def test_a_path_that_the_source_lacks_is_at_its_nearest_ancestor() -> None:
    assert words(spans().value("changes[0].content[1].fee_table.rows[0].total")) == "{A: 0.86%}"
    assert words(spans().key("changes[0].content[1].fee_table.rows[9].A")) == "rows"
    assert spans().value("nothing.at[0].all") == spans().value("")


def test_the_only_key_of_a_mapping_may_be_left_out() -> None:
    assert words(spans().value("changes[0].content[1].rows[0].A")) == "0.86%"


steps = st.lists(st.one_of(st.integers(0, 99), st.text(min_size=1, max_size=8)), max_size=6)


@given(steps)
def test_paths_are_read_as_they_are_spelled(steps: list[str | int]) -> None:
    assert steps_of(path_of(steps)) == steps
