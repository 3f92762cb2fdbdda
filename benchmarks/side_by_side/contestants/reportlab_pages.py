"""ReportLab's Platypus: paragraphs, lists and tables of the same words in the same typeface; it writes no tags."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import font_source_serif_pro
import yaml
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from benchmarks.side_by_side.contestants import Maker

BODY = ParagraphStyle("body", fontName="Serif", fontSize=10.5, leading=14, spaceAfter=8, alignment=TA_JUSTIFY)
ALIGNED = {
    "left": BODY,
    "right": ParagraphStyle("right", BODY, alignment=TA_RIGHT),
    "center": ParagraphStyle("center", BODY, alignment=TA_CENTER),
}
TITLE = ParagraphStyle("title", BODY, fontName="Serif-Bold", fontSize=14, leading=18, alignment=TA_CENTER)
HEADING = ParagraphStyle("heading", BODY, fontName="Serif-Bold", fontSize=11.5, spaceBefore=12, keepWithNext=1)
CELL = ParagraphStyle("cell", fontName="Serif", fontSize=8, leading=10)
#: For tables of many columns: a figure such as (0.07%) stays on its line.
SMALL = ParagraphStyle("small", fontName="Serif", fontSize=6.5, leading=8)
MANY = 8
RULES = [("LINEABOVE", (0, 0), (-1, 0), 0.6, "black"), ("LINEBELOW", (0, -1), (-1, -1), 0.6, "black")]
TIGHT = [("LEFTPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), 1)]
WIDTH = letter[0] - 2 * inch


def contestant(_name: str) -> Maker:
    """The maker of a PDF."""
    folder = Path(font_source_serif_pro.font_directory)
    pdfmetrics.registerFont(TTFont("Serif", folder / "SourceSerifPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Serif-Bold", folder / "SourceSerifPro-Semibold.ttf"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def make(project: Path, document: str, out: Path) -> None:
        data = yaml.load((project / "plain" / f"{document}.yaml").read_bytes(), Loader=loader)
        out.mkdir(parents=True, exist_ok=True)
        file = SimpleDocTemplate(
            str(out / f"{document}.pdf"), pagesize=letter, title=data["title"], lang="en-US", invariant=1
        )
        file.build([flowable for block in data["blocks"] for flowable in _flowables(block)], onLaterPages=_number)

    return make


def _number(canvas: Any, document: Any) -> None:
    canvas.setFont("Serif", 8.5)
    canvas.drawCentredString(letter[0] / 2, inch / 2, str(document.page))


def _flowables(block: dict[str, Any]) -> Iterator[Any]:
    match block["kind"]:
        case "title":
            yield Paragraph(escape(block["text"]), TITLE)
        case "heading":
            yield Paragraph(escape(block["text"]), HEADING)
        case "paragraph":
            yield Paragraph(escape(block["text"]), ALIGNED[block["align"]])
        case "list":
            yield ListFlowable([Paragraph(escape(item), BODY) for item in block["items"]], bulletType="bullet")
        case "table":
            yield from _table(block)
        case "break":
            yield PageBreak()


def _table(block: dict[str, Any]) -> Iterator[Any]:
    """The first column takes what the others leave, as much as its words want."""
    if block["caption"]:
        yield Paragraph(escape(block["caption"]), HEADING)
    columns = len(block["rows"][0])
    many = columns > MANY
    others = min(72.0, WIDTH * 0.78 / (columns - 1)) if columns > 2 else WIDTH * 0.6
    widths = [WIDTH - others * (columns - 1), *[others] * (columns - 1)]
    lines = [block["head"]] if block["head"] else []
    cells = [[Paragraph(escape(cell), SMALL if many else CELL) for cell in row] for row in (*lines, *block["rows"])]
    yield Table(cells, colWidths=widths, repeatRows=len(lines), style=[*RULES, *(TIGHT if many else [])])
    yield Spacer(0, 6)
    for note in block["notes"]:
        yield Paragraph(escape(f"{note['marker']} {note['text']}"), CELL)
