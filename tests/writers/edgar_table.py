"""What the EDGAR Filer Manual asks of a table's lines, checked on the lines alone."""

from __future__ import annotations


def table_lines(text: str) -> list[list[str]]:
    """The lines of each table of a file, its own tags included."""
    tables: list[list[str]] = []
    for line in text.splitlines():
        if line == "<TABLE>":
            tables.append([])
        if tables and (not tables[-1] or tables[-1][-1] != "</TABLE>"):
            tables[-1].append(line)
    return tables


def edges_of(line: str) -> list[int]:
    """Where the tags of a line of S and C tags begin; none for another line."""
    tags = line.split()
    if not tags or tags[0] != "<S>" or set(tags[1:]) - {"<C>"}:
        return []
    return [at for at, character in enumerate(line) if character == "<"]


def check_table(lines: list[str]) -> list[list[int]]:
    """The edges of each part; AssertionError where a line breaks 5.2.1.3.3 or 5.2.1.4."""
    assert lines[0] == "<TABLE>" and lines[-1] == "</TABLE>"
    end = lines.index("<FN>") if "<FN>" in lines else len(lines) - 1
    assert all(len(line) <= 132 for line in lines[:end])
    assert all(len(line) <= 80 for line in lines[end:])
    starts = [at for at, line in enumerate(lines) if line == "<CAPTION>"]
    parts = [lines[start + 1 : stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    return [check_part(part) for part in parts]


def check_part(lines: list[str]) -> list[int]:
    """The edges of a part: one line of tags, two of them at least, a blank before each C on every line."""
    tagged = [edges for edges in map(edges_of, lines) if edges]
    assert len(tagged) == 1
    edges = tagged[0]
    assert edges[0] == 0 and len(edges) >= 2
    for line in lines:
        for edge in edges[1:]:
            assert line[edge - 2 : edge].strip() == "", line
    return edges
