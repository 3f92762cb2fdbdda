"""Content written as YAML is read as what was written, and is spelled as a person would type it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.library.spelling import write_yaml
from generator.source.nodes import to_plain
from generator.source.parse import parse_source
from tests.content_strategies import Content, contents
from tests.trees import phrases

WORDS = [
    "yes", "no", "null", "~", "0001126087", "0.10", "1e3", "2009-11-12", "- x", "a: b", "#1", "x #y", "'",
    '"', "{x}", "[x]", "*", "&a", "!t", "%", "@", "`", "|", ">", "? x", ": x", "=", "<<", "---", "...", "\\n",
]  # fmt: skip
words = st.one_of(st.sampled_from(WORDS), phrases(30))
values = st.recursive(
    words, lambda inner: st.one_of(st.lists(inner), st.dictionaries(phrases(2), inner)), max_leaves=20
)


def read(text: str) -> Any:
    node, diagnostics = parse_source(text.encode(), "content.yaml")
    assert diagnostics == []
    assert node is not None
    return to_plain(node)


def spelled(value: Any) -> Any:
    """A value with every scalar as text."""
    match value:
        case dict():
            return {key: spelled(one) for key, one in value.items()}
        case list():
            return [spelled(one) for one in value]
        case _:
            return str(value)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(phrases(2), values, min_size=1))
@example({"<<": "<<", "~": "null"})
@example({"empty": "", "list": [], "mapping": {}})
def test_what_is_written_is_what_is_read(content: dict[str, Any]) -> None:
    assert read(write_yaml(content)) == content


@pytest.mark.parametrize("mark", ["-", "*", "o", "•", "1.", "–"])
@pytest.mark.parametrize("quote", ["", "#", "'", "\\"])
def test_no_line_begins_as_an_item_of_a_list_does(mark: str, quote: str) -> None:
    content = {"text": quote + "".join(f"{'it' * (n % 9 + 1)}. {mark} " for n in range(99)) + "end"}
    assert read(write_yaml(content)) == content


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(contents())
def test_supplements_are_written_as_they_are(content: Content) -> None:
    assert read(write_yaml(content)) == spelled(content)


@pytest.mark.parametrize("plain", ["2009-11-12", "0.86%", "0001126087", "Class A", "$500 million", "yes", "None"])
def test_values_need_no_quotes(plain: str) -> None:
    assert write_yaml({"value": plain}) == f"value: {plain}\n"
