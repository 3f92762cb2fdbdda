"""The private marks that stand for structure and values while wording is text.

A wording template is light Markdown. Before Jinja sees it, each mark of structure becomes one private-use
character, so that rendering and reading backwards work on the same alphabet and no word of an author can
be taken for structure (the source refuses private-use characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TITLE, HEADING_1, HEADING_2, HEADING_3 = "\ue100", "\ue101", "\ue102", "\ue103"
PARAGRAPH, CENTERED, RIGHT = "\ue104", "\ue105", "\ue106"
BULLET, DECIMAL, ALPHA, ROMAN, PLAIN = "\ue107", "\ue108", "\ue109", "\ue10a", "\ue10b"
TABLE, HEAD, ROW, CELL_END, NOTE, NOTE_TEXT = "\ue110", "\ue111", "\ue112", "\ue113", "\ue114", "\ue115"
CAPTION, PAGE = "\ue116", "\ue117"
STRONG, EMPHASIS, BREAK = "\ue120", "\ue121", "\ue122"
VALUE, VALUE_END = "\ue000", "\ue001"

BLOCK_STARTS = "\ue100-\ue10b\ue110-\ue112\ue114\ue116\ue117"
ANY_TOKEN = "\ue000-\ue1ff"

#: A line end that says nothing: a finding about a template names the line of its file.
LINE_END = "{#\n#}"

_TAG = r"(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})"  # one tag: never from the first to the last of a line
_TAGS = rf"(?:\s*{_TAG})*"
_ONLY_TAGS = re.compile(rf"{_TAGS}\s*")
_MARKERS = [
    (re.compile(rf"({_TAGS})\s*{mark}\s+"), token)
    for mark, token in (
        ("#", TITLE),
        ("##", HEADING_1),
        ("###", HEADING_2),
        ("####", HEADING_3),
        (">", RIGHT),
        ("-", BULLET),
        (r"1\.", DECIMAL),
        (r"\(a\)", ALPHA),
        (r"\(i\)", ROMAN),
        (":", PLAIN),
        ("Table:", CAPTION),
    )
]
_DIVIDER = re.compile(rf"{_TAGS}[\s|:-]*-[\s|:-]*(?:{_TAG}[\s|:-]*)*")
_NOTE = re.compile(rf"({_TAGS})\s*\[\^(.+?)\]:\s*")
_CELLS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\\\|)|\|")
_STRONG = re.compile(r"\*\*")
_EMPHASIS = re.compile(r"(?<!\*)\*(?!\*)")


def tokenize(source: str) -> str:
    """A template's source with its light Markdown as private marks.

    `# ` title, `## ` to `#### ` headings, `> ` right-hand line, `- `, `1. `, `(a) `, `(i) ` items, `: ` a line
    that stays a line, `Table: ` a table's caption, `| … |` rows (the one before `|---|` is the head), `[^marker]: `
    notes, `**bold**`, `*italics*`, a backslash at a line's end a break. Other lines are paragraphs, one until a blank
    line.
    """
    return "".join(_tokenized(source.splitlines()))


def tokenize_phrase(source: str) -> str:
    """The source of a part of a sentence: bold and italics as private marks, its line ends blanks."""
    lines = [" ".join(line.split()) for line in source.strip().splitlines()]
    return f" {LINE_END}".join(_emphasized(line) for line in lines)


def _tokenized(lines: list[str]) -> Iterator[str]:
    in_paragraph = in_table = False
    for at, line in enumerate(lines):
        if _ONLY_TAGS.fullmatch(line):
            in_paragraph = False
            yield line.strip() + LINE_END
            continue
        if _is_row(line) and _DIVIDER.fullmatch(line):
            yield LINE_END
            continue
        token, rest = _marked(line)
        opens_table = _is_row(line) and not in_table
        if _is_row(line):
            after = lines[at + 1] if at + 1 < len(lines) else ""
            rest = (HEAD if _is_row(after) and _DIVIDER.fullmatch(after) else ROW) + _cells(line)
            token = ""
        elif not token and not in_paragraph:
            token = PARAGRAPH
        in_table = _is_row(line)
        in_paragraph = not _is_row(line) and token != CAPTION
        yield (TABLE if opens_table else "") + (token if token != NOTE else "") + _emphasized(rest) + "\n"


def _is_row(line: str) -> bool:
    return "|" in line and re.sub(_TAG, "", line).strip().startswith("|")


def _marked(line: str) -> tuple[str, str]:
    """The mark that a line begins with, behind leading tags, and the line without it."""
    if note := _NOTE.match(line):
        return NOTE, f"{note[1]}{NOTE}{note[2]}{NOTE_TEXT}{line[note.end() :]}"
    for pattern, token in _MARKERS:
        if match := pattern.match(line):
            return token, match[1] + line[match.end() :]
    return "", line


def _cells(line: str) -> str:
    """The cells of a row, each with its end mark, without the pipe that opens the row."""
    first = _CELLS.sub(lambda m: m[0] if m[1] else CELL_END, line)
    at = first.index(CELL_END)
    return first[:at] + first[at + 1 :]


def _emphasized(line: str) -> str:
    if "*" not in line:
        return line[:-1] + BREAK if line.endswith("\\") else line
    parts = re.split(r"(\{\{.*?\}\}|\{%.*?%\})", line)
    for index in range(0, len(parts), 2):
        text = _EMPHASIS.sub(EMPHASIS, _STRONG.sub(STRONG, parts[index]))
        parts[index] = text
    joined = "".join(parts)
    return joined[:-1] + BREAK if joined.endswith("\\") else joined
