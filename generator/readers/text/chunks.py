"""A file cut into its chunks: a table from tag to tag, else the lines between two blank ones."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import NotHouseForm

_LINE, _TABLE_LINE = 80, 132
TABLE, TABLE_END = "<TABLE>", "</TABLE>"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that stand together, and the number of the first of them in the file."""

    number: int
    lines: list[str]

    @property
    def indent(self) -> int:
        """The blanks before the first line."""
        return indent_of(self.lines[0])


def indent_of(line: str) -> int:
    """The blanks before a line's words."""
    return len(line) - len(line.lstrip(" "))


def chunks_of(text: str) -> list[Chunk]:
    """The chunks of a file, one blank line between two; NotHouseForm for characters or lines we never write."""
    if text == "\n":
        return []
    if not text.endswith("\n"):
        raise NotHouseForm("the last line has no end", text.count("\n") + 1)
    lines = text[:-1].split("\n")
    chunks: list[Chunk] = []
    at = 0
    while at < len(lines):
        end = _table_end(lines, at) if lines[at] == TABLE else _blank_line(lines, at)
        chunks.append(_checked(Chunk(at + 1, lines[at:end])))
        if end < len(lines) and (lines[end] or end + 1 == len(lines)):
            raise NotHouseForm("blocks are apart by one blank line", end + 1)
        at = end + 1
    return chunks


def _blank_line(lines: list[str], start: int) -> int:
    if not lines[start]:
        raise NotHouseForm("a blank line too many", start + 1)
    for at in range(start, len(lines)):
        if not lines[at]:
            return at
    return len(lines)


def _table_end(lines: list[str], start: int) -> int:
    try:
        return lines.index(TABLE_END, start) + 1
    except ValueError:
        raise NotHouseForm("a TABLE tag that is never closed", start + 1) from None


def _checked(chunk: Chunk) -> Chunk:
    widest = _TABLE_LINE if chunk.lines[0] == TABLE else _LINE
    for number, line in enumerate(chunk.lines, chunk.number):
        if len(line) > widest:
            raise NotHouseForm(f"{len(line)} characters on a line that holds {widest}", number)
        if line.endswith(" "):
            raise NotHouseForm("a blank at the end of the line", number)
        if not (line.isascii() and line.isprintable()) or "^" in line:
            raise NotHouseForm("a character that EDGAR text cannot hold", number)
    return chunk
