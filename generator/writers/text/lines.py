"""Words set in lines: where each kind of block begins, how wide it may be, where its lines break.

A block is told by the indent of its first line, so each kind has one of its own. Lines break at blanks and
nowhere else: a break after a hyphen would read back as a blank.
"""

from __future__ import annotations

from generator.document.labels import item_labels
from generator.document.nodes import Break, Heading, Inlines, List, Note, Paragraph
from generator.writers.text.words import written

#: Characters on a line outside of tables (EDGAR Filer Manual II 5.2.1.2.1).
LINE = 80
#: The widest centred line, so that a centred block is indented by 10 at least.
CENTRED = 60
#: The widest line of a legend, so that it is indented by 40 at least.
LEGEND = 40
#: The indent of a paragraph's first line, and the least column that a hanging text stands in.
INDENT = 5
HEADING_INDENTS = {1: 0, 2: 3, 3: 6}
#: The indent of a line of a plain list, and of what of it goes on below: no other block begins at the first.
PLAIN, PLAIN_ON = 8, 12


def wrapped(text: str, first: int, rest: int) -> list[str]:
    """The text in lines of at most `first`, then `rest` characters; a longer word has a line of its own."""
    lines: list[str] = []
    start, room, length = 0, first, len(text)
    while length - start > room:
        end = text.rfind(" ", start, start + room + 1)
        if end < 0:
            end = text.find(" ", start)
            if end < 0:
                break
        lines.append(text[start:end])
        start, room = end + 1, rest
    lines.append(text[start:])
    return lines


def balanced(text: str, width: int) -> list[str]:
    """The text in as few lines as the width allows, and those as even as they can be."""
    lines = wrapped(text, width, width)
    if len(lines) > 1:
        narrow = -(-len(text) // len(lines))
        while len(even := wrapped(text, narrow, narrow)) > len(lines):
            narrow += 1
        return even if max(map(len, even)) <= width else lines
    return lines


def centred(children: Inlines) -> list[str]:
    """Lines in the middle of the page, with the line ends that were asked for."""
    lines = [line for part in _split_at_breaks(children) for line in balanced(written(part), CENTRED)]
    return [" " * ((LINE - len(line)) // 2) + line for line in lines]


def _split_at_breaks(children: Inlines) -> list[Inlines]:
    parts: list[Inlines] = [()]
    for child in children:
        if isinstance(child, Break):
            parts.append(())
        else:
            parts[-1] += (child,)
    return parts


def flush_right(children: Inlines) -> list[str]:
    """Lines that end at the right margin."""
    return [line.rjust(LINE) for line in wrapped(written(children), LEGEND, LEGEND)]


def flush_left(children: Inlines) -> list[str]:
    """Lines that begin at the left margin; none for no words."""
    return wrapped(written(children), LINE, LINE) if children else []


def paragraph_lines(paragraph: Paragraph) -> list[str]:
    """A paragraph: its first line indented, or centred, or a legend at the right."""
    if paragraph.align == "center":
        return centred(paragraph.children)
    if paragraph.align == "right":
        return flush_right(paragraph.children)
    lines = wrapped(written(paragraph.children), LINE - INDENT, LINE)
    lines[0] = " " * INDENT + lines[0]
    return lines


def heading_lines(heading: Heading) -> list[str]:
    """A heading, its number before it, and a line of dashes as long as its longest line."""
    indent = " " * HEADING_INDENTS[heading.level]
    column = hanging_column([heading.number]) if heading.number else 0
    lines = _hanging(heading.number, heading.children, column, LINE - len(indent))
    lines.append("-" * max(map(len, lines)))
    return [indent + line for line in lines]


def item_lines(block: List) -> list[list[str]]:
    """The lines of each item, its mark before them; of lines without marks all in one, for no room is between them."""
    if block.style == "plain":
        return [[line for item in block.items for line in plain_lines(item)]]
    marks = item_marks(block)
    column = item_column(block)
    return [_hanging(mark, item, column, LINE) for mark, item in zip(marks, block.items, strict=True)]


def plain_lines(item: Inlines) -> list[str]:
    """A line of a plain list: what does not fit goes on further in, so that each item begins where it is seen to."""
    first, *more = wrapped(written(item), LINE - PLAIN, LINE - PLAIN_ON)
    return [" " * PLAIN + first, *(" " * PLAIN_ON + line for line in more)]


def item_marks(block: List) -> list[str]:
    """The marks of a list's items: their labels, and `o` for a bullet, which ASCII has not."""
    count = len(block.items)
    return ["o"] * count if block.style == "bullet" else item_labels(block.style, count)


def item_column(block: List) -> int:
    """The column that the words of a list's items stand in.

    Why: a roman list never has the column of a short alphabetic one, so that its `(i)` after `(h)` begins a list.
    """
    return max(hanging_column(item_marks(block)), INDENT + (block.style == "roman"))


def note_lines(notes: tuple[Note, ...]) -> list[list[str]]:
    """The lines of each note below a table, its marker before them."""
    column = hanging_column([note.marker for note in notes])
    return [_hanging(note.marker, note.children, column, LINE) for note in notes]


def hanging_column(marks: list[str]) -> int:
    """The column that words stand in beside marks: two blanks behind the longest at least."""
    return max(INDENT, max(map(len, marks)) + 2)


def _hanging(mark: str, children: Inlines, column: int, width: int) -> list[str]:
    lines = wrapped(written(children), width - column, width - column)
    return [mark.ljust(column) + lines[0], *(" " * column + line for line in lines[1:])]
