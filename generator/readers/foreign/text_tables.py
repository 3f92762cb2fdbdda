"""Tables from lines: columns by rules and blank gutters, rows by rules, labels and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.document.canonical import shown_text
from generator.document.figures import is_figure
from generator.document.nodes import Break, Inlines, Text
from generator.readers.foreign.affixes import whole_figures
from generator.readers.foreign.columns import WIDEST, Placed, in_columns
from generator.readers.foreign.pieces import Grid, Piece
from generator.readers.foreign.runs import joined
from generator.readers.foreign.text_lines import COLUMN, NOTES, blocks_of, indent, is_rule, untagged
from generator.readers.foreign.text_passages import WIDTH, passages_of, words_of

_CHUNK = re.compile(r"\S+(?: \S+)*")
_STROKES = re.compile(r"[-=_]{2,}")
_COLUMNS_LINE = re.compile(rf"\s*(?:{COLUMN}\s*)+")
_MARKED = re.compile(r"\s*(?:\([0-9a-z]{1,2}\)|\*{1,5}|[0-9]{1,2})\s+[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table as cells; `section` counts the rules above it, `gap`: an empty line is above it."""

    cells: tuple[Inlines, ...]
    section: int
    gap: bool
    indent: int


def table_pieces(lines: Sequence[str], width: int = WIDTH) -> list[Piece]:
    """What the lines of a table show: its grid, then the passages that stand below it as notes."""
    body, below = _without_notes(lines)
    grid = _grid(body)
    if grid is None:
        return [piece for block in blocks_of([untagged(line) for line in lines]) for piece in _prose(block, width)]
    return [grid, *(piece for block in blocks_of(below) for piece in passages_of(block, width))]


def is_tabular(block: Sequence[str]) -> bool:
    """Whether untagged lines are a table: rows of chunks with wide gutters at the same columns."""
    rows = [line for line in block if not is_rule(line)]
    wide = [line for line in rows if len(re.split(r"\S\s{3,}(?=\S)", line.strip())) > 1]
    return len(rows) > 1 and len(wide) * 10 >= len(rows) * 7 and len(wide) > 1


def _prose(block: Sequence[str], width: int) -> Iterator[Piece]:
    kept = [line for line in block if not is_rule(line)]
    yield from passages_of(kept, width) if kept else ()


def _without_notes(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of the table itself and those of the notes inside of it, after `<FN>` or after the last row."""
    notes = next((at for at, line in enumerate(lines) if NOTES in line), len(lines))
    last = max((at for at, line in enumerate(lines[:notes]) if _is_row(line)), default=-1)
    following = next((at for at in range(last + 1, notes) if _MARKED.match(lines[at])), notes)
    cut = following if last >= 0 else notes
    return list(lines[:cut]), [untagged(line) for line in lines[cut:] if not is_rule(untagged(line))]


def _is_row(line: str) -> bool:
    return is_rule(untagged(line)) or (len(_chunks(untagged(line))) > 1 and not _MARKED.match(line))


def _chunks(line: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in _CHUNK.finditer(line)]


def _grid(lines: Sequence[str]) -> Grid | None:
    kept = [untagged(line) for line in lines]
    texts = [line for line in kept if line.strip() and not is_rule(line)]
    segments = _segments(kept)
    placed = whole_figures([_placed(line, segments) for line in texts])
    laid = in_columns(placed)
    if not laid or len(laid[0]) < 2:
        return None
    rows = _rows(lines, laid)
    captions = _captions(placed, len(rows), rows)
    heads = _heads(lines, rows[captions:])
    head = _stacked([row.cells for row in rows[captions : captions + heads]])
    body = _whole_rows(rows[captions + heads :])
    if not body:
        return Grid((), tuple(_whole_rows(rows)))
    caption = joined([cell for row in rows[:captions] for cell in row.cells if cell], Break())
    return Grid(head, tuple(body), caption)


def _segments(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of the rule that has the most of them, where a rule shows columns at all."""
    rules = [[(found.start(), found.end()) for found in _STROKES.finditer(line)] for line in lines if is_rule(line)]
    best: list[tuple[int, int]] = max(rules, key=len, default=[])
    return best if 1 < len(best) <= WIDEST else []


def _placed(line: str, segments: list[tuple[int, int]]) -> list[Placed]:
    """A line's chunks where they stand; a chunk that touches the columns of two rules is cut between them."""
    spans = _chunks(line)
    if not segments:
        return [Placed(start, end, words_of([line[start:end]])) for start, end in spans]
    cells: dict[tuple[int, int], list[str]] = {}
    for start, end in spans:
        for begin, stop in _cut(line, start, end, segments):
            cells.setdefault(_column(begin, stop, segments), []).append(line[begin:stop])
    return [Placed(start, end, words_of(parts)) for (start, end), parts in cells.items()]


def _cut(line: str, start: int, end: int, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    for (_, left), (right, _) in pairwise(segments):
        if start < left and end > right:
            blank = line.find(" ", max(start, left - 1), min(end, right + 1))
            if blank > start:
                parts.append((start, blank))
                start = blank + 1
    return [*parts, (start, end)]


def _column(start: int, end: int, segments: list[tuple[int, int]]) -> tuple[int, int]:
    """The rule's stretch that a chunk belongs to; what stands left of all rules is a column of its own."""
    if end <= segments[0][0]:
        return (0, segments[0][0])
    return max(segments, key=lambda segment: min(end, segment[1]) - max(start, segment[0]))


def _rows(lines: Sequence[str], laid: list[tuple[Inlines, ...]]) -> list[_Row]:
    rows: list[_Row] = []
    section, gap = 0, False
    for line in lines:
        if is_rule(untagged(line)):
            section, gap = section + 1, False
        elif not untagged(line).strip():
            gap = not _COLUMNS_LINE.fullmatch(line) and not line.strip()
        else:
            rows.append(_Row(laid[len(rows)], section, gap, indent(untagged(line))))
            gap = False
    return rows


def _captions(placed: list[list[Placed]], count: int, rows: list[_Row]) -> int:
    """How many of the first lines are one chunk over the columns: centred, with nothing at the left."""
    captions = 0
    for cells, row in zip(placed[: max(0, count - 2)], rows, strict=False):
        others = [cell for later in placed[captions + 1 :] for cell in later]
        spans = sum(cells[0].start < cell.end and cell.start < cells[0].end for cell in _widest(others))
        if len(cells) != 1 or row.section != rows[0].section or spans < 2:
            break
        captions += 1
    return captions


def _widest(cells: list[Placed]) -> list[Placed]:
    """The cells of one line of headings or figures: those that begin at different places."""
    return list({cell.start: cell for cell in cells}.values())


def _heads(lines: Sequence[str], rows: list[_Row]) -> int:
    """How many of the first lines name the columns: those over the first rule or `<S>` line, without figures."""
    if len(rows) < 2:
        return 0
    first = rows[0].section
    over = sum(row.section == first for row in rows)
    if over == len(rows):
        over = _over_columns_line(lines)
    if not 0 < over < len(rows):
        over = next((at for at, row in enumerate(rows) if row.cells[0]), 0)
    figures = any(is_figure(shown_text(cell)) for row in rows[:over] for cell in row.cells[1:] if cell)
    return 0 if figures or over >= len(rows) else over


def _over_columns_line(lines: Sequence[str]) -> int:
    count = 0
    for line in lines:
        if _COLUMNS_LINE.fullmatch(line):
            return count
        count += bool(untagged(line).strip()) and not is_rule(untagged(line))
    return 0


def _stacked(rows: Sequence[tuple[Inlines, ...]]) -> tuple[Inlines, ...]:
    """Lines of one row, column by column."""
    return tuple(joined(parts, Text(" ")) for parts in zip(*rows, strict=True))


def _whole_rows(rows: Sequence[_Row]) -> list[tuple[Inlines, ...]]:
    """Rows of which each may have been wrapped over some lines."""
    whole: list[list[_Row]] = []
    for row in rows:
        if whole and row.section == whole[-1][-1].section and not row.gap and _continues(whole[-1][-1], row):
            whole[-1].append(row)
        else:
            whole.append([row])
    return [_stacked([row.cells for row in group]) for group in whole]


def _continues(above: _Row, row: _Row) -> bool:
    """Whether a line runs on from the one above: words without a label, or a label under a label alone."""
    others = [shown_text(cell) for cell in row.cells[1:] if cell]
    if not row.cells[0]:
        return bool(above.cells[0]) and not any(map(is_figure, others))
    lone = above.cells[0] and not any(above.cells[1:])
    lower = shown_text(row.cells[0])[:1].islower()
    return bool(lone and (lower or row.indent > above.indent) and not shown_text(above.cells[0]).endswith(":"))
