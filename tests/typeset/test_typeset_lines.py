"""Lines: every word once and in order, no line too wide, and even blanks in justified paragraphs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from generator.typeset.lines import SHRINK, Line, _cost, lines_of
from generator.typeset.style import Style
from generator.typeset.words import Word, part_of

JUSTIFIED = Style(display="block", font_size=10.0, line_height=14.0, text_align="justify", overflow_wrap="anywhere")
LEFT = replace(JUSTIFIED, text_align="left")
TEXTS = some.lists(some.text("abcdefgi-/.,", min_size=1, max_size=30), min_size=1, max_size=60)


def words(texts: list[str], style: Style) -> list[Word]:
    """Words of one part each."""
    return [Word([part_of(text, style, None)]).measured() for text in texts]


def shown(lines: list[Line]) -> str:
    """The texts of lines, blanks as they stand."""
    text = ""
    for line in lines:
        for at, word in enumerate(line.words):
            joined = line.glued if at + 1 == len(line.words) else line.words[at + 1].glued
            text += "".join(part.shaped.text for part in word.parts) + ("" if joined else " ")
    return text.rstrip()


def width(line: Line) -> float:
    """From the first word's beginning to the last one's end."""
    gaps = [
        0.0 if word.glued else before.blank + line.stretch
        for before, word in zip(line.words, line.words[1:], strict=False)
    ]
    return sum(word.width for word in line.words) + sum(gaps)


@given(TEXTS, some.floats(30, 400), some.sampled_from([JUSTIFIED, LEFT]), some.sampled_from([0.0, -18.0, 20.0]))
def test_every_word_stands_once_and_no_line_is_too_wide(
    texts: list[str], room: float, style: Style, indent: float
) -> None:
    lines = lines_of(words(texts, style), replace(style, text_indent=indent), 0.0, room)
    assert shown(lines) == " ".join(texts)
    for at, line in enumerate(lines):
        free = room - (indent if at == 0 else 0.0)
        if len(line.words) > 1:
            assert width(line) <= free + 0.01


@given(TEXTS, some.floats(120, 400))
def test_justified_lines_end_at_the_edge_but_the_last(texts: list[str], room: float) -> None:
    lines = lines_of(words(texts, JUSTIFIED), JUSTIFIED, 7.0, room)
    for line in lines[:-1]:
        blanks = [word for word in line.words[1:] if not word.glued]
        if blanks:
            assert abs(width(line) - room) < 0.01
            assert line.stretch >= -SHRINK * line.words[0].blank - 0.01
        assert line.x == 7.0


@given(TEXTS, some.floats(120, 400))
def test_even_lines_cost_no_more_than_full_ones(texts: list[str], room: float) -> None:
    short = [text[:8] for text in texts]
    even = lines_of(words(short, JUSTIFIED), JUSTIFIED, 0.0, room)
    full = lines_of(words(short, LEFT), LEFT, 0.0, room)

    def cost(lines: list[Line]) -> float:
        """What all lines cost, whoever chose where they end."""
        total = 0.0
        for line in lines:
            blanks = [word.blank for word in line.words[:-1]]
            spare = room - sum(word.width for word in line.words) - sum(blanks)
            total += _cost(spare, sum(blanks), line is lines[-1])
        return total

    assert cost(even) <= cost(full) * (1 + 1e-9)


def test_a_word_that_no_line_holds_is_broken_after_a_hyphen_or_stroke_first() -> None:
    lines = lines_of(words(["reimbursement-and/or-waiver"], LEFT), LEFT, 0.0, 75.0)
    assert [line.words[0].parts[0].shaped.text for line in lines] == ["reimbursement-", "and/or-waiver"]
    assert [line.glued for line in lines] == [True, True]
    narrow = lines_of(words(["reimbursement"], LEFT), LEFT, 0.0, 30.0)
    assert len(narrow) > 1 and shown(narrow) == "reimbursement"


def test_no_word_is_broken_for_a_hair_or_against_the_sheet() -> None:
    (word,) = words(["(0.35%)"], LEFT)
    assert len(lines_of([word], LEFT, 0.0, word.width - 0.4)) == 1
    assert len(lines_of([word], LEFT, 0.0, word.width - 0.6)) == 2
    whole = replace(LEFT, white_space="nowrap")
    assert len(lines_of(words(["(0.35%)"], whole), whole, 0.0, word.width / 2)) == 1


def test_lines_that_are_asked_for_end_where_they_are_asked_for() -> None:
    two = words(["one", "two", "three"], JUSTIFIED)
    two[0].ends_line = True
    lines = lines_of(two, JUSTIFIED, 0.0, 400.0)
    assert [len(line.words) for line in lines] == [1, 2] and lines[0].stretch == lines[1].stretch == 0


def test_words_stand_left_right_or_in_the_middle() -> None:
    (word,) = words(["middle"], LEFT)
    places = {
        align: lines_of([word], replace(LEFT, text_align=align), 10.0, 100.0)[0].x
        for align in ("left", "right", "center", "justify")
    }
    spare = 100.0 - word.width
    assert places == {"left": 10.0, "right": 10.0 + spare, "center": 10.0 + spare / 2, "justify": 10.0}


def test_a_raised_mark_makes_no_line_higher_and_large_type_does() -> None:
    mark = replace(LEFT, font_size=6.8, line_height=0.0, vertical_align=2.4)
    plain, large = words(["Fee"], LEFT), replace(LEFT, font_size=20.0, line_height=24.0)
    plain[0].parts.append(part_of("*", mark, None))
    assert lines_of(plain, LEFT, 0.0, 100.0)[0].height == 14.0
    plain[0].parts.append(part_of("x", large, None))
    assert lines_of(plain, LEFT, 0.0, 100.0)[0].height > 20.0
