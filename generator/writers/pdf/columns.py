"""How wide each column of a table is, in which size of type, and whether its page is turned."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from generator.document.canonical import shown_text
from generator.document.figures import column_kinds, is_group, is_total
from generator.document.nodes import Table
from generator.patterns import late
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.figures import BoldOrNot, block_width
from generator.writers.pdf.measures import SIDEWAYS, UPRIGHT

#: Widths in ems: a label and other words need no more to be easy to read, figures look lost with more, and
#: no column gets less.
EASY_LABEL, EASY_WORDS, AMPLE_LABEL, AMPLE_FIGURES, LEAST = 12.0, 11.0, 24.0, 7.0, 2.0

#: What addresses of pages begin with, and the parts after which a line may end: what `typeset.words` breaks first.
ADDRESS = late(r"\W?(?:https?://|www\.)")
ADDRESS_PARTS = late(r"[^/-]*(?:[/-]+|$)")


@dataclass(frozen=True, slots=True)
class Setting:
    """A size of type, the blank between two columns, and whether the page is turned."""

    size: float
    gap: float
    turned: bool = False

    @property
    def room(self) -> int:
        """The width of the table."""
        return SIDEWAYS if self.turned else UPRIGHT


#: The best first: smaller type before a turned page, and on a turned page the largest that fits.
SETTINGS = [
    *(Setting(size, gap) for size, gap in ((9.5, 10), (9, 9), (8.5, 7), (8, 6), (7.5, 4.5))),
    *(Setting(size, gap, True) for size, gap in ((9.5, 9), (9, 8), (8.5, 7), (8, 6), (7.5, 4.5), (7, 4.5))),
]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column needs in ems: its longest word, enough to read easily, all on one line."""

    figures: bool
    least: float
    easy: float
    full: float


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table is set, and the widths of its columns in whole points, gaps included."""

    setting: Setting
    widths: tuple[int, ...]

    def room(self, column: int) -> float:
        """The width of a line in a column, in ems."""
        return (self.widths[column] - self.setting.gap) / self.setting.size


def table_grid(table: Table) -> Grid:
    """The best setting in which every column is easy to read; the last, squeezed, where none is."""
    columns = table_columns(table)
    for setting in SETTINGS:
        if sum(_points(column.easy, setting) for column in columns) <= setting.room:
            return Grid(setting, _spread(columns, setting))
    return Grid(SETTINGS[-1], _squeeze(columns, SETTINGS[-1]))


def table_columns(table: Table) -> list[Column]:
    """The needs of each column; a line over other rows takes the whole width and so counts nowhere."""
    heads = table.head or ((),) * len(table.rows[0])
    rows = [row for row in table.rows if not is_group(row)]
    return [
        _column([(row[at], is_total(row)) for row in rows], shown_text(heads[at]), kind == "figures", at)
        for at, kind in enumerate(column_kinds(table))
    ]


def _column(cells: list[BoldOrNot], head: str, figures: bool, at: int) -> Column:
    """What a column needs, from its cells and the words of its head, which are bold."""
    texts = [(shown_text(cell), bold) for cell, bold in cells]
    lines = [text_width(text, bold) for text, bold in texts]
    whole = [(part, bold) for text, bold in [*texts, (head, True)] for word in text.split() for part in _unbroken(word)]
    words = [text_width(part, bold) for part, bold in whole]
    least = max([LEAST, *words])
    full = max([least, text_width(head, True), *lines])
    if figures:
        return Column(True, least, max([least, block_width(cells), *lines]), full)
    return Column(False, least, max(least, min(full, EASY_WORDS if at else EASY_LABEL)), full)


def _unbroken(word: str) -> list[str]:
    """The parts of a word that no line should end in: those of an address between its strokes and hyphens.

    Why: one long address would else turn the page for the sake of a column.
    """
    return ADDRESS_PARTS.findall(word) if ADDRESS.match(word) else [word]


def _points(ems: float, setting: Setting) -> int:
    """A column's width in whole points, so that the rules of neighbouring cells meet without a seam."""
    return ceil(ems * setting.size + setting.gap)


def _spread(columns: list[Column], setting: Setting) -> tuple[int, ...]:
    """Easy widths, and what is left over handed out.

    First figures get one width, then labels and then other words a line, then figures air; labels take the rest.
    """
    widths = [_points(column.easy, setting) for column in columns]
    figures = [column.figures for column in columns]
    alike = max([width for width, is_figures in zip(widths, figures, strict=True) if is_figures], default=0)
    spare = setting.room - sum(widths)
    wanted = (
        [alike if is_figures else 0 for is_figures in figures],
        [_points(min(columns[0].full, AMPLE_LABEL), setting)] + [0] * (len(columns) - 1),
        [0 if column.figures else _points(column.full, setting) for column in columns],
        [max(alike, _points(AMPLE_FIGURES, setting)) if is_figures else 0 for is_figures in figures],
    )
    for wants in wanted:
        spare = _hand_out(widths, [max(0, want - width) for want, width in zip(wants, widths, strict=True)], spare)
    widths[0] += spare
    return tuple(widths)


def _hand_out(widths: list[int], lacking: list[int], spare: int) -> int:
    """Widens columns by what they lack, or by their share of what there is; returns what is left."""
    total = sum(lacking)
    given = [lack if total <= spare else lack * spare // total for lack in lacking]
    for at, more in enumerate(given):
        widths[at] += more
    return spare - sum(given)


def _squeeze(columns: list[Column], setting: Setting) -> tuple[int, ...]:
    """Widths between the longest word and an easy line; below that, in proportion, and words break."""
    widths = [_points(column.least, setting) for column in columns]
    spare = setting.room - sum(widths)
    if spare < 0:
        widths = _shrunk(widths, _points(LEAST, setting), setting.room)
        spare = setting.room - sum(widths)
    easy = [max(0, _points(column.easy, setting) - width) for column, width in zip(columns, widths, strict=True)]
    spare = _hand_out(widths, easy, spare)
    widths[0] += spare
    return tuple(widths)


def _shrunk(widths: list[int], floor: int, room: int) -> list[int]:
    """Widths that fit, each cut in proportion to what it has above the floor; the floor gives way last."""
    floor = min(floor, room // len(widths))
    over = [max(0, width - floor) for width in widths]
    return [floor + part * (room - floor * len(widths)) // max(1, sum(over)) for part in over]
