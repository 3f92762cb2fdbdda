"""Words put in place of others: only the value changes, whatever style it is typed in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.diagnostics import Edit
from generator.document.canonical import canonical_text
from generator.library.spelling import write_yaml
from generator.source.edit import edit_of
from generator.source.nodes import Mapping, Scalar, Sequence, SourceNode, to_plain
from generator.source.parse import parse_source
from generator.source.places import Places
from generator.source.spans import path_of


def edited(text: str, path: str, words: str, mend: str) -> str | None:
    """A source after an edit."""
    root, faults = parse_source(text.encode(), "x.yaml")
    assert root is not None and not faults
    edit = edit_of(text, root, path, words, mend)
    return made(text, edit) if edit else None


def made(text: str, edit: Edit) -> str:
    """A source with an edit made."""
    places, span = Places(text), edit.span
    start, end = places.offset(span.line, span.column), places.offset(span.end_line, span.end_column)
    return text[:start] + edit.text + text[end:]


@pytest.mark.parametrize(
    ("text", "words", "mend", "after"),
    [
        ("a: the the fund\n", "the the", "the", "a: the fund\n"),
        ("a: the the fund # why\n", "the the", "the", "a: the fund # why\n"),
        ("a:  the the fund   # why\nb: 1\n", "", "x", "a:  x   # why\nb: 1\n"),
        ("a: 'it''s the the'\n", "it's the the", "it's the", "a: 'it''s the'\n"),
        ("a: 'the the'\n", "the the", "it's", "a: 'it''s'\n"),
        ('a: "say \\"so\\" so"\n', '"so" so', '"no"', 'a: "say \\"no\\""\n'),
        ('a: "b\\u00a7c"\n', "c", "d", 'a: "b\\u00a7d"\n'),
        ("a: one two\n  three # why\n", "two three", "two", "a: one two # why\n"),
        ("a: >\n  one two\n  three\n\nb: c\n", "two three", "2", "a: >\n  one 2\n\nb: c\n"),
        ("a: |  # kept\n  one two\n  three\nb: c\n", "two", "2", "a: |  # kept\n  one 2\n  three\nb: c\n"),
        ("a: |\n  one two\n  three\nb: c\n", "", "four", "a: four\nb: c\n"),
        ("a: fund\n", "fund", "fund: x", "a: 'fund: x'\n"),
        ("a: the fund\n", "fund", "fund # 2", "a: 'the fund # 2'\n"),
        ("a: b\n", "", "- c", "a: '- c'\n"),
        ("a: b\n", "", "~", "a: '~'\n"),
        ("a: b\n", "", "", "a: ''\n"),
        ("a: {b: 1}\n", "1", "1, 2", "a: {b: '1, 2'}\n"),
        ("a: one  two\n", "one two", "1 2", "a: 1 2\n"),
        ("a: one , two\n", " ,", ",", "a: one, two\n"),
        ("a: x\r\n  y\r\nb: z\r\n", "x y", "q", "a: q\r\nb: z\r\n"),
    ],
)
def test_the_words_change_and_nothing_else(text: str, words: str, mend: str, after: str) -> None:
    path = "a.b" if "{b:" in text else "a"
    assert edited(text, path, words, mend) == after


@pytest.mark.parametrize(
    ("text", "path", "words", "mend"),
    [
        ("a: b\n", "a", "c", "d"),  # there are no such words
        ("a: b\n", "c", "", "d"),  # there is no such value
        ("a: {b: c}\n", "a", "", "d"),  # it is no text
        ("a:\nb: c\n", "a", "", "d"),  # nothing stands there
        ("a: |  # kept\n  one\n", "a", "", "two"),  # the comment would be lost
        ("a: |  # one\n  one\n", "a", "one", "two"),  # the first such words are a comment
        ('a: "\\u0041 A"\n', "a", "A", "B"),  # the first such letter is spelled otherwise
    ],
)
def test_what_cannot_be_said_is_not_edited(text: str, path: str, words: str, mend: str) -> None:
    assert edited(text, path, words, mend) is None


def test_a_short_form_is_edited_in_its_place() -> None:
    assert edited("a: the the fund\n", "a[0].paragraph", "the the", "the") == "a: the fund\n"
    assert edited("fee: 0.650%\n", "fee.all", "", "0.65%") == "fee: 0.65%\n"


LETTERS = st.text(st.sampled_from("ab'\"\\:#-, {}[]&*!|>%@`~?.é§\u201c"), max_size=12)
PARTS = ("ab", "fund", "'tis", '"so"', "x:", "#1", "-", "5%", ",", "\\", "~", "é")
WORDS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map(" ".join)
KEYS = st.sampled_from(["a", "b", "fee_table", "key with blanks", "1.5", "'q'"])
VALUES = st.recursive(
    WORDS | LETTERS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
CONTENT = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


def typed(value: Any, draw: Any, indent: str = "") -> str:
    """Content as various hands type it: in flow, in quotes of both kinds, in blocks, with comments."""
    match value:
        case str():
            style = draw(st.sampled_from(["'", '"', "|", ">"]))
            if style == "'":
                return "'" + value.replace("'", "''") + "'  # so"
            if style == '"' or not value.strip() or value != value.strip():
                return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
            broken = value.replace(" ", f"\n{indent}  ", 1) if "  " not in value else value
            return f"{style}\n{indent}  {broken}"
        case dict() if value:
            lines = (f"\n{indent}'{key.replace(chr(39), chr(39) * 2)}': " for key in value)
            return "".join(
                line + typed(one, draw, indent + "  ") for line, one in zip(lines, value.values(), strict=True)
            )
        case list() if value:
            return "".join(f"\n{indent}- {typed(one, draw, indent + '  ')}".replace("- \n", "-\n") for one in value)
    return "{}" if value == {} else "[]"


def scalars(node: SourceNode, steps: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Scalar]]:
    """Every text of a source with the steps that lead to it."""
    match node:
        case Scalar():
            return [] if node.null else [(steps, node)]
        case Sequence(items):
            return [one for at, item in enumerate(items) for one in scalars(item, (*steps, at))]
        case Mapping(entries):
            return [one for key, value in entries for one in scalars(value, (*steps, key.text))]


@given(CONTENT, st.data())
def test_a_mended_file_says_the_same_but_for_the_mended_value(content: dict[str, Any], data: st.DataObject) -> None:
    text = write_yaml(content) if data.draw(st.booleans()) else typed(content, data.draw).lstrip("\n") + "\n"
    root, faults = parse_source(text.encode(), "x.yaml")
    assume(root is not None and not faults)
    assert root is not None
    found = scalars(root)
    assume(found)
    steps, scalar = data.draw(st.sampled_from(found))
    parts = scalar.text.split(" ")
    start = data.draw(st.integers(0, len(parts)))
    words = " ".join(parts[start : data.draw(st.integers(start, len(parts)))])
    mend = data.draw(WORDS | LETTERS)
    edit = edit_of(text, root, path_of(steps), words, mend)
    if edit is None:
        return
    after = made(text, edit)
    tree, faults = parse_source(after.encode(), "x.yaml")
    assert tree is not None and not faults
    ours = dict(scalars(root))
    theirs = dict(scalars(tree))
    wanted = canonical_text(scalar.text.replace(words, mend, 1) if words else mend)
    assert {path: one.text for path, one in theirs.items()} == {
        path: wanted if path == steps else one.text for path, one in ours.items()
    }
    assert str(to_plain(tree)).count("None") == str(to_plain(root)).count("None")
    assert after.count("# so") >= text.count("# so")


@given(CONTENT, st.data())
def test_a_plain_word_can_always_be_put_in_place_of_another(content: dict[str, Any], data: st.DataObject) -> None:
    text = write_yaml(content)
    root, faults = parse_source(text.encode(), "x.yaml")
    assume(root is not None and not faults)
    assert root is not None
    found = [(steps, one) for steps, one in scalars(root) if "fund" in one.text.split()]
    assume(found)
    steps, _ = data.draw(st.sampled_from(found))
    assert edit_of(text, root, path_of(steps), "fund", "funds") is not None
