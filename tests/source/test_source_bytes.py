"""Files that are no text, too large, too deep; and the laws that hold for every file."""

from __future__ import annotations

import codecs
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Span, has_errors
from generator.document.canonical import canonical_text
from generator.report import full
from generator.source import parse
from generator.source.builder import MOST_FAULTS
from generator.source.characters import refused
from generator.source.decode import LARGEST, MOST_RUNS
from generator.source.nodes import Mapping, Scalar, Sequence, to_plain
from generator.source.parse import parse_source
from generator.source.places import Places
from generator.source.syntax import Broken, syntax_fault


def test_a_byte_that_is_not_utf8_is_shown_with_what_it_was() -> None:
    node, (found,) = parse_source(b"name: A\nnote: the Fund\x92s fee\n", "x.yaml")
    assert node is None
    assert (found.code, found.span) == ("SRC-01", Span(2, 15, 2, 16))
    assert found.message == "the byte 0x92 is not UTF-8; in Windows-1252 it is ’"


def test_columns_count_characters_and_not_bytes() -> None:
    _, (found,) = parse_source("né: \u00fc".encode() + b"\xff", "x.yaml")
    assert found.span == Span(1, 6, 1, 7)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_other_encodings_are_named(encoding: str) -> None:
    node, (found,) = parse_source("name: A\n".encode(encoding), "x.yaml")
    assert node is None
    assert found.code == "SRC-02"
    assert encoding[:6].upper().replace("UTF-32", "UTF-") in found.message


def test_a_byte_order_mark_is_accepted_and_counts_for_no_column() -> None:
    node, found = parse_source(codecs.BOM_UTF8 + b"name: A\n", "x.yaml")
    assert not found
    assert isinstance(node, Mapping)
    assert node.entries[0][0] == Scalar("name", Span(1, 1, 1, 5))


def test_a_syntax_error_that_nobody_has_met_is_still_a_finding() -> None:
    text = "a: b\nc: d\n"
    mark = yaml.Mark("x", 5, 1, 0, None, None)
    error = yaml.MarkedYAMLError(problem="found something new", problem_mark=mark)
    found = syntax_fault(Broken(error, text, Places(text), None), "x.yaml")
    assert (found.code, found.message, found.span.line) == ("SRC-29", "this is not YAML: found something new", 2)


def test_a_large_file_is_not_read() -> None:
    node, (found,) = parse_source(b"a" * (LARGEST + 1), "x.yaml")
    assert (node, found.code) == (None, "SRC-03")


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "[{a: ", "!t [", "&a - "])
def test_ten_thousand_levels_are_one_finding(opening: str) -> None:
    node, found = parse_source((opening * 10_000).encode(), "x.yaml")
    assert node is None
    assert [one.code for one in found if one.code not in ("SRC-08", "SRC-09")] == ["SRC-12"] or opening == "&a - "


def test_a_tower_of_aliases_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 200)]
    node, found = parse_source("\n".join(lines).encode(), "x.yaml")
    assert node is None
    assert {one.code for one in found} == {"SRC-08", "SRC-30"}
    assert len(found) <= MOST_FAULTS + 4


def test_a_file_full_of_control_characters_has_few_findings() -> None:
    _, found = parse_source(b"\x07a" * 10_000, "x.yaml")
    assert len(found) == MOST_RUNS + 1


def test_scalars_keep_their_spelling() -> None:
    source = b"[0000350001, 0.10, NO, on, 2009-11-12, 2001-09, None, 5:1, 1_000, .inf, 0x1F]"
    node, found = parse_source(source, "x.yaml")
    assert not found
    assert node is not None
    assert to_plain(node) == source.decode().strip("[]").split(", ")


def test_null_is_nothing_or_a_tilde_or_the_plain_word() -> None:
    node, _ = parse_source(b"a:\nb: ~\nc: null\nd: 'null'\ne: \"\"\nf: Null\n", "x.yaml")
    assert node is not None
    assert to_plain(node) == {"a": None, "b": None, "c": None, "d": "null", "e": "", "f": "Null"}


def test_text_is_brought_to_canonical_form() -> None:
    source = "e\u0301: |\n\n  two  words\n  and  more\n\n'b ': \"x\\n y\"\nc: one\n  two\n"
    node, found = parse_source(source.encode(), "x.yaml")
    assert not found
    assert node is not None
    assert to_plain(node) == {"é": "two words and more", "b": "x y", "c": "one two"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_spans_are_the_same_whatever_ends_a_line(line_end: str) -> None:
    source = "a:\n- b: c\n  d: |\n    text\n    more\n\n- [e, {f: 'g'}]\n"
    node, found = parse_source(source.replace("\n", line_end).encode(), "x.yaml")
    assert not found
    assert isinstance(node, Mapping)
    items = node.entries[0][1]
    assert isinstance(items, Sequence)
    assert [(item.span.line, item.span.end_line, item.span.end_column) for item in items.items] == [
        (2, 5, 9),
        (7, 7, 16),
    ]
    assert isinstance(items.items[0], Mapping)
    assert items.items[0].entries[1][1].span == Span(3, 6, 5, 9)


PIECES = [
    "a", "key", ": ", ":", "- ", "\n", "\n  ", "\n    ", "\t", "'", '"', "[", "]", "{", "}", ", ", "*x", "&x ", "!t ",
    "!!", "<<: ", "? ", "|\n", ">-\n", "#", " # c", "---\n", "...\n", "%YAML 1.1\n", "\\", "\\x", "\x00", "\x07",
    "\x85", "\u2028", "\u00ad", "\u202e", "\ufeff", "\ufffd", "é", "日", "\U0001f600", "~", "null", "@", "`", "%", "\r",
    "\r\n", "\u00a0", "0.10",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(lambda p: "".join(p).encode())
    )
)
@pytest.mark.parametrize("loader", [parse.LOADER, yaml.BaseLoader])
def test_any_bytes_give_a_tree_or_an_error_and_a_report(loader: Any, data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "LOADER", loader)
        node, found = parse_source(data, "x.yaml")
    assert node is not None or has_errors(found)
    text = data.decode("utf-8", "replace")
    report = full(found, {"x.yaml": text}, colour=False, width=80)
    assert report.count("x.yaml:") >= len(found)
    assert not [character for character in report if refused(character) and character != "\ufffd"]
    if node is not None and not has_errors(found):
        assert not [character for character in str(to_plain(node)) if refused(character)]


typeable = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: not refused(c)), max_size=30)
#: PyYAML writes text that begins with a no-break space without quotes; SRC-14 refuses it.
texts = st.one_of(
    typeable.filter(lambda text: text[:1].isascii() or not text[:1].isspace()),
    st.text("abc :-#&*!|>'\"%@`,[]{}?\\~\n\t0.5", max_size=20),
)
keys = texts.filter(lambda text: bool(canonical_text(text)))
data_trees = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(st.tuples(keys, inner), max_size=4, unique_by=lambda e: canonical_text(e[0])).map(dict),
    ),
    max_leaves=12,
)


def canonical(data: Any) -> Any:
    if isinstance(data, str):
        return canonical_text(data)
    if isinstance(data, list):
        return [canonical(item) for item in data]
    return {canonical_text(key): canonical(value) for key, value in data.items()}


OF_LINES = {"SRC-15", "SRC-16", "SRC-17", "SRC-31"}


@settings(max_examples=300, deadline=None)
@given(data_trees, st.sampled_from([None, True, False]), st.booleans())
def test_what_pyyaml_dumps_is_read_back(data: Any, flow: bool | None, beyond_ascii: bool) -> None:
    dumped = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=beyond_ascii, sort_keys=False)
    node, found = parse_source(dumped.encode(), "x.yaml")
    assert {one.code for one in found} <= OF_LINES  # a text of several lines is refused; what it says is the same
    assert node is not None
    assert to_plain(node) == canonical(data)
