"""The printed report: excerpts, marks and what must not happen to a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Label, Span
from generator.report import full
from generator.report.cells import visible, width_of

MARKS = re.compile(r"^ *\| ( *)(\^+)$", re.MULTILINE)


def printed(text: str, *found: Diagnostic, width: int = 80) -> str:
    return full(found, {"a.yaml": text}, colour=False, width=width)


def finding(span: Span, *labels: Label, message: str = "wrong", help: str = "") -> Diagnostic:
    return Diagnostic("NUM-01", message, "a.yaml", span, help, labels=labels)


def test_further_places_stand_in_the_same_excerpt() -> None:
    text = "rows:\n  total: 0.85\n  waiver: 0.10\n  name: A\n  net: 0.70\n"
    total, waiver = Label(Span(2, 10, 2, 14), "total 0.85%"), Label(Span(3, 11, 3, 15), "less waiver 0.10%")
    found = Diagnostic(
        "FEE-04",
        "net expenses do not equal total expenses less the waiver",
        "a.yaml",
        Span(5, 8, 5, 12),
        "write 0.75, or delete the line and it will be computed",
        source="Form N-1A, Item 3, Instruction 3(e)",
        labels=(total, waiver),
    )
    assert (
        printed(text, found)
        == """\
error[FEE-04]: net expenses do not equal total expenses less the waiver
 --> a.yaml:5:8
2 |   total: 0.85
  |          ---- total 0.85%
3 |   waiver: 0.10
  |           ---- less waiver 0.10%
...
5 |   net: 0.70
  |        ^^^^
  = help: write 0.75, or delete the line and it will be computed
  = source: Form N-1A, Item 3, Instruction 3(e)

"""
    )


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "before", "marks"),
    [
        ("a: bcd", 4, 3, "a: bcd", 3, 3),
        ("\ta: b", 5, 1, "    a: b", 7, 1),
        ("ab\tc", 4, 1, "ab  c", 4, 1),
        ("日本: 語", 5, 1, "日本: 語", 6, 2),
        ("日本: 語", 2, 1, "日本: 語", 2, 2),
        ("cafe\u0301: x", 8, 1, "cafe\u0301: x", 6, 1),
        ("a\x1b[31m: x", 9, 1, "a\\x1b[31m: x", 11, 1),
        ("a\u202e: x", 2, 1, "a\\u202e: x", 1, 6),
        ("\U0001f600: x", 4, 1, "\U0001f600: x", 4, 1),
        ("abc", 4, 1, "abc", 3, 1),
        ("", 1, 0, "", 0, 1),
    ],
)
def test_marks_stand_under_their_words(
    line: str, column: int, length: int, shown: str, before: int, marks: int
) -> None:
    report = printed(f"{line}\nnext", finding(Span(1, column, 1, column + length)))
    assert f"\n1 | {shown}".rstrip() + "\n" in report
    (found,) = MARKS.findall(report)
    assert (len(found[0]), len(found[1])) == (before, marks)


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    (marks,) = MARKS.findall(printed("a: b  \nc\n", finding(Span(1, 1, 2, 2))))
    assert marks == ("", "^^^^")


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "x" * 500 + "WRONG" + "y" * 500
    report = printed(text, finding(Span(1, 501, 1, 506)), width=60)
    _, _, line, marks, *_ = report.split("\n")
    assert len(line) <= 60
    assert line[4] == line[-1] == "…"
    assert line[marks.index("^") : marks.rindex("^") + 1] == "WRONG"


def test_lines_that_are_cut_on_the_right_keep_their_indentation() -> None:
    text = "rows:\n  a: 1\n  management_fee: {A: 0.65%, C: 0.65%, note: restated}\n"
    report = printed(text, finding(Span(3, 19, 3, 20), Label(Span(2, 6, 2, 7), "here")), width=40)
    assert "2 |   a: 1\n" in report
    assert "3 |   management_fee: {A: 0.65%, C: 0.…\n  |                   ^\n" in report


def test_a_label_without_room_stands_below_its_mark() -> None:
    label = Label(Span(1, 4, 1, 9), "a long story of what this place has to do with it")
    report = printed("a: 0.65%, b: 0.66%\n", finding(Span(1, 14, 1, 19), label), width=40)
    assert report.split("\n")[3:7] == [
        "  |              ^^^^^",
        "  |    -----",
        "  | a long story of what this place has",
        "  | to do with it",
    ]
    label = Label(Span(1, 30, 1, 35), "what this is")
    report = printed("a: 0.65%" + " " * 21 + "0.66%\n", finding(Span(1, 4, 1, 9), label), width=44)
    assert "\n  |                              -----\n  |                     what this is\n" in report


def test_a_place_beyond_the_file_has_no_excerpt() -> None:
    assert printed("a\n", finding(Span(9, 1, 9, 2))) == "error[NUM-01]: wrong\n --> a.yaml:9:1\n\n"


def test_a_finding_of_a_file_without_text_shows_its_path() -> None:
    found = Diagnostic("A-1", "wrong", "b.pdf", path="changes[0].text", severity="info")
    assert printed("", found) == "info[A-1]: wrong\n --> b.pdf, page 1\n  = path: changes[0].text\n\n"


def test_findings_are_in_order_and_each_once() -> None:
    first, second = finding(Span(1, 1, 1, 2)), finding(Span(2, 1, 2, 2))
    assert printed("a\nb\n", second, first, second) == printed("a\nb\n", first, second)


def test_long_sentences_are_broken_at_blanks() -> None:
    report = printed("a\n", finding(Span(), message="word " * 40, help="advice " * 40), width=50)
    assert max(map(len, report.split("\n"))) <= 50
    assert report.count("word") == report.count("advice") == 40


def test_a_byte_order_mark_is_no_character_of_the_first_line() -> None:
    report = printed("\ufeffa: b", finding(Span(1, 4, 1, 5)))
    assert "1 | a: b\n  |    ^\n" in report


def test_lines_end_as_they_do_for_yaml() -> None:
    report = printed("a\x0cb\u2028c\rd\r\ne", finding(Span(3, 1, 3, 2)))
    assert "3 | e\n" in report


def test_colour_is_only_on_demand_and_changes_no_word() -> None:
    found = finding(Span(1, 1, 1, 2), Label(Span(1, 3, 1, 4), "here"), message="[bold]x[/bold]", help="y")
    plain = printed("a b\n", found)
    coloured = full([found], {"a.yaml": "a b\n"}, colour=True, width=80)
    assert "\x1b" not in plain
    assert "\x1b[1;31m^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


anything = st.text(max_size=40)
spans = st.tuples(*[st.integers(1, 60)] * 4).map(lambda four: Span(*four))
findings = st.builds(
    Diagnostic,
    code=anything,
    message=anything,
    file=st.sampled_from(["a.yaml", "b\x1b.yaml"]),
    span=spans,
    help=anything,
    severity=st.sampled_from(["error", "warning", "info"]),
    path=anything,
    source=anything,
    labels=st.lists(st.builds(Label, spans, anything), max_size=3).map(tuple),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(findings, max_size=4), st.text(max_size=300), st.integers(-5, 120))
def test_no_finding_and_no_source_breaks_a_report(found: list[Diagnostic], text: str, width: int) -> None:
    report = full(found, {"a.yaml": text}, colour=False, width=width)
    assert all(character.isprintable() or character == "\n" or visible(character) == character for character in report)
    assert report.count("--> ") >= len(set(found))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_characters="\r\n"), min_size=1, max_size=300), st.data(), st.integers(20, 120))
def test_a_marked_character_is_the_one_above_the_mark(line: str, data: st.DataObject, width: int) -> None:
    at = data.draw(st.integers(0, len(line) - 1))
    report = printed("\n" + line, finding(Span(2, at + 1, 2, at + 2)), width=width)
    shown = next(part for part in report.split("\n") if part.startswith("2 |"))[4:]
    ((before, _),) = MARKS.findall(report)
    wanted = " " if line[at] == "\t" else visible(line[at])
    if wanted.strip() and width_of(wanted) and not line.startswith("\ufeff"):
        left = ""
        for character in shown:
            if width_of(left) == len(before) and character == wanted[0]:
                break
            left += character
        assert width_of(left) == len(before)
        assert shown[len(left) :].startswith(wanted)
    assert width_of(shown) <= max(width - 4, 20) + 10
