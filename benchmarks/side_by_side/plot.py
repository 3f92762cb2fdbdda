"""Figures as a drawing: bars of how many times as fast as the usual script, for light and dark pages."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.side_by_side.contestants import BASE, CONTESTANTS
from benchmarks.side_by_side.figures import Figures, Row

WIDTH = 880
#: Where bars begin, and the longest of them; what is left is for the label at its end.
LEFT, LONGEST = 350, 380
STEP, BAR = 24, 15
TOP, HEAD, GAP = 62, 28, 20
STYLE = """
  text { font-family: system-ui, Helvetica, Arial, sans-serif; font-size: 13px; fill: #24292f }
  .title { font-size: 16px; font-weight: 600 }
  .head { font-weight: 600 }
  .quiet { fill: #59636e; font-size: 12px }
  .bar { fill: #8c959f }
  .ours { fill: #0969da }
  .line { stroke: #d0d7de }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .quiet { fill: #9198a1 }
    .bar { fill: #656c76 }
    .ours { fill: #4493f8 }
    .line { stroke: #3d444d }
  }
"""


def draw(figures: Figures) -> str:
    """The drawing, as SVG: a group of bars for each thing that was measured; the same bytes for the same figures."""
    size = figures.largest
    groups = [
        ("Warm: one document in a process that has done some", _rows(figures, "warm", 1, 1)),
        ("Cold: a whole process for one document", _rows(figures, "cold", 1, 1)),
        (f"A batch of {size} on one worker", _rows(figures, "batch", size, 1)),
        (f"A batch of {size} on two workers", _rows(figures, "batch", size, 2)),
    ]
    groups = [(head, rows) for head, rows in groups if rows]
    most = max((figures.ratio(row) for _, rows in groups for row in rows), default=1.0) or 1.0
    parts = [_text(16, 26, "How many times as fast as the usual script", "title")]
    parts.append(_text(16, 46, _subtitle(figures), "quiet"))
    at = TOP
    for head, rows in groups:
        parts.append(_text(16, at + 16, head, "head"))
        at += HEAD
        bottom = at + STEP * len(rows)
        parts.append(f'<line class="line" x1="{LEFT}" x2="{LEFT}" y1="{at - 2}" y2="{bottom - 4}"/>')
        for row in rows:
            parts += _bar(figures, row, at, most)
            at += STEP
        at += GAP
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{at}" viewBox="0 0 {WIDTH} {at}" role="img" '
        f'aria-label="Bars of speed, compared with the usual script">\n<style>{STYLE}</style>\n{body}\n</svg>\n'
    )


def _rows(figures: Figures, measure: str, size: int, jobs: int) -> list[Row]:
    found = [figures.found(measure, name, "typical", size, jobs) for name in CONTESTANTS]
    return [row for row in found if row]


def _subtitle(figures: Figures) -> str:
    subset = figures.machine.get("libharfbuzz-subset", "not looked for")
    processors = figures.machine.get("processors", "?")
    return (
        f"{figures.pages:.0f} pages, some {round(figures.words, -1)} words; {processors} processors, "
        f"libharfbuzz-subset {subset}; the script is YAML, Jinja, WeasyPrint, pdfplumber"
    )


def _bar(figures: Figures, row: Row, top: int, most: float) -> list[str]:
    """A name with what it makes, a bar, and its label."""
    one = CONTESTANTS[row.contestant]
    ratio = figures.ratio(row)
    length = max(1.0, LONGEST * ratio / most) if ratio else 0.0
    kind = "ours" if one.ours else "bar"
    name = f'{escape(one.label)} <tspan class="quiet">{escape(one.makes)}</tspan>'
    label = f"×{ratio:.0f}" if ratio >= 10 else f"×{ratio:.1f}" if ratio >= 1 else f"×{ratio:.2f}"
    if row.contestant == BASE:
        label = "×1"
    label = f"{label}, {row.middle:,.0f} ms" if ratio else "failed" if row.failed else ""
    if row.failed.startswith("not installed"):
        label = "not installed"
    parts = [f'<text x="{LEFT - 10}" y="{top + 12}" text-anchor="end">{name}</text>']
    if length:
        parts.append(f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{length:.1f}" height="{BAR}" rx="2"/>')
    return [*parts, _text(LEFT + length + 8, top + 12, label, "")]


def _text(x: float, y: float, words: str, kind: str) -> str:
    known = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{known}>{escape(words)}</text>'
