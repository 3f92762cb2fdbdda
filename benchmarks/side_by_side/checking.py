"""Whether a file says every word and every table row of a document, whoever wrote it.

An engine can be fast by leaving things out. Words are counted, whatever their order; rows are compared cell by cell
where a file marks its cells (HTML, tagged PDF), else their figures are counted among the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.side_by_side.prepared import Plain

Row: TypeAlias = tuple[str, ...]
_WORD = re.compile(r"\w+")
#: What a fault names at the most.
NAMED = 5


@dataclass
class Said:
    """What a file says: its words, and its rows where it marks them."""

    text: str
    rows: Counter[Row] | None = field(default=None)


def faults(file: Path, document: Plain) -> str:
    """What a file lacks of a document, in a sentence; empty where it lacks nothing."""
    if not file.is_file() or not file.stat().st_size:
        return f"no {file.suffix} was written"
    return missing(READERS[file.suffix](file.read_bytes()), document)


def missing(said: Said, document: Plain) -> str:
    """What is missing of a document in what a file says; empty where nothing is."""
    wanted = Counter(_words(" ".join(texts(document))))
    lost = wanted - Counter(_words(said.text))
    if lost:
        return f"{lost.total()} of {wanted.total()} words, such as {', '.join([*lost][:NAMED])}"
    if said.rows is None:
        return _unseen(said.text, document)
    gone = Counter(row_of(row) for row in rows(document)) - said.rows
    return f"{gone.total()} table rows, such as {' | '.join(next(iter(gone)))}" if gone else ""


def _unseen(text: str, document: Plain) -> str:
    """The figures of tables that are too seldom in a text; a line may end inside of one."""
    squeezed = "".join(_plain(text).split())
    cells = Counter(cell for row in rows(document) for cell in row if any(map(str.isdigit, cell)) and " " not in cell)
    lost = [_plain(cell) for cell, count in cells.items() if squeezed.count(_plain(cell)) < count]
    return f"{len(lost)} figures, such as {', '.join(lost[:NAMED])}" if lost else ""


def texts(document: Plain) -> Iterator[str]:
    """Every text of a document that is shown, in order."""
    for block in document["blocks"]:
        match block["kind"]:
            case "list":
                yield from block["items"]
            case "table":
                yield block["caption"]
                for row in (block["head"], *block["rows"]):
                    yield from row
                for note in block["notes"]:
                    yield from (note["marker"], note["text"])
            case "break":
                pass
            case _:
                yield block["text"]


def rows(document: Plain) -> Iterator[list[str]]:
    """Every row of the tables of a document."""
    for block in document["blocks"]:
        if block["kind"] == "table":
            yield from filter(any, (block["head"], *block["rows"]))


def _plain(text: str) -> str:
    """Letters without accents, ligatures as their letters, one kind of quotation mark and dash."""
    spread = unicodedata.normalize("NFKD", text.replace("\u00ad", ""))
    bare = "".join(character for character in spread if not unicodedata.combining(character))
    return bare.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2010: "-", 0x2013: "-", 0x2014: "-"})


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text))


def row_of(cells: list[str]) -> Row:
    """The filled cells of a row, without blanks: where a line of a cell ends is nobody's business."""
    return tuple(bare for cell in cells if (bare := "".join(_plain(cell).split())))


# --- What each format says -----------------------------------------------------------------------------------------


def said_html(data: bytes) -> Said:
    """What an HTML file says."""
    from lxml import html

    root: Any = html.document_fromstring(data)
    found = Counter(row_of([cell.text_content() for cell in row.xpath("./td|./th")]) for row in root.iter("tr"))
    return Said(" ".join(root.xpath("//body//text()")), found)


def said_text(data: bytes) -> Said:
    """What an EDGAR text file says; its rows by way of this tool's reader, for only this tool writes such files."""
    from benchmarks.side_by_side.prepared import plain
    from generator import FORMATS

    read = plain(FORMATS["text"].read(data))
    return Said(" ".join(texts(read)), Counter(row_of(row) for row in rows(read)))


def said_pdf(data: bytes) -> Said:
    """What a PDF says on its pages, and in the rows of its tag tree where it has one."""
    import pypdfium2

    from generator.errors import NotHouseForm
    from generator.readers.pdf.tree import tag_tree

    pdf = pypdfium2.PdfDocument(data)
    try:
        shown = [page.get_textpage().get_text_range() for page in pdf]
        try:
            root: Any = tag_tree(pdf)
        except NotHouseForm:
            root = None
    finally:
        pdf.close()
    text = " ".join(shown).replace("\ufffe", "-").replace("\x02", "-")
    return Said(text, Counter(_tagged_rows(root)) if root else None)


def _tagged_rows(element: Any) -> Iterator[Row]:
    if element.tag == "TR":
        yield row_of([_tagged_text(cell) for cell in element.kids])
    else:
        for kid in element.kids:
            yield from _tagged_rows(kid)


def _tagged_text(element: Any) -> str:
    return str(element.text) + "".join(_tagged_text(kid) for kid in element.kids)


READERS: dict[str, Callable[[bytes], Said]] = {
    ".htm": said_html,
    ".html": said_html,
    ".txt": said_text,
    ".pdf": said_pdf,
}
