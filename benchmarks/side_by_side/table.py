"""Figures as Markdown: a short table for the README, and every row for a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.side_by_side.contestants import CONTESTANTS
from benchmarks.side_by_side.figures import Figures, Row

BEGIN, END = "<!-- benchmark: written by `make bench` -->", "<!-- end of benchmark -->"
#: Below this a difference is none.
SAME = 0.05
_PATH = re.compile(r"(?<!\w)/[\w.-]+(?:/[\w.-]+)+")
KINDS = {"small": "one fee table", "typical": "typical", "long": "long", "wide-table": "wide tables"}
MEASURES = {
    "warm": "Warm: one document in a process that has done some",
    "cold": "Cold: a whole process for one document",
    "batch": "Batch: a document's share of the whole, start included",
    "no-op": "Build again, nothing changed",
    "one edit": "Build again, one supplement edited",
    "verify": "`supplement verify`, a document's share",
    "read back": "Read the same PDF back: pdfplumber's text and tables; ours compared with the content",
    "preview": "Preview: from a save to the new draft",
}


def short(figures: Figures) -> str:
    """The README's table: ratios first, milliseconds beside them."""
    size = figures.largest
    heads = ["", "makes", "warm", "cold", f"batch of {size}", "on 2 workers", "memory"]
    lines = [
        [
            one.label,
            one.makes,
            _cell(figures, figures.found("warm", one.name)),
            _cell(figures, figures.found("cold", one.name)),
            _cell(figures, figures.found("batch", one.name, "typical", size)),
            _cell(figures, figures.found("batch", one.name, "typical", size, 2)),
            _memory(figures.found("batch", one.name, "typical", size)),
        ]
        for one in CONTESTANTS.values()
    ]
    text = (
        f"Typical supplements, {figures.pages:.0f} pages and some {round(figures.words, -1)} words each, no two alike; "
        "every word and table row of each output was checked. “×” is how many times as fast as the usual script (YAML, "
        "Jinja, WeasyPrint, pdfplumber), in milliseconds a document: warm in a process that has done some, cold as a "
        "whole process, in a batch. Only this tool is given data; the others get the finished words, write no EDGAR "
        "text and prove nothing."
    )
    more = (
        "[Every figure](docs/benchmark.md), with ranges and other kinds of documents. `make bench` measures again in a "
    )
    more += "few minutes, `make bench BENCH=--full` with batches of up to 1,000 in hours."
    return "\n\n".join([text, _grid(heads, lines), _again(figures), _surroundings(figures), more])


def _again(figures: Figures) -> str:
    """What is asked of a folder that was built before."""
    size = figures.largest
    parts = []
    for measure, words in (("no-op", "nothing changed"), ("one edit", "one edit"), ("verify", "")):
        row = figures.found(measure, "ours", "typical", size)
        if row and row.times and not row.failed:
            each = row.middle * (size if measure == "verify" else 1)
            parts.append(f"{words}: {_time(each)}" if words else f"`supplement verify`: {_time(each)}")
    told = f"A folder of {size} built again, in all three formats: {'; '.join(parts)}." if parts else ""
    shown = next((row for row in figures.rows if row.measure == "preview" and row.times and not row.failed), None)
    return f"{told} The preview, from a save to the new draft: {_time(shown.middle)}.".strip() if shown else told


def _surroundings(figures: Figures) -> str:
    """What it all ran on, and how steady that was."""
    machine = figures.machine
    facts = ", ".join(f"{value} {key}" if key == "processors" else f"{key} {value}" for key, value in machine.items())
    steady = figures.calibration
    if not steady:
        return f"Measured with {facts}."
    loop = f"a fixed loop beside them took {median(steady):.0f} ms ({min(steady):.0f} to {max(steady):.0f})"
    return f"Measured with {facts}; medians, in shuffled order; {loop}."


def full(figures: Figures) -> str:
    """Every row, measure by measure."""
    parts = [
        "# Side by side",
        "Written by `make bench`. Ratios are to the usual script on the same documents.",
        _surroundings(figures),
    ]
    for measure, title in MEASURES.items():
        keys = sorted({row.key for row in figures.rows if row.measure == measure}, key=_order)
        if keys:
            parts.append(f"## {title}")
        for key in keys:
            rows = [row for row in figures.rows if row.key == key]
            about = _about(rows[0])
            heads = [about, "ratio", "ms", "range", "n", "memory"]
            parts.append(_grid(heads, [_line(figures, row) for row in sorted(rows, key=_place)]))
    return "\n\n".join(parts) + "\n"


def _order(key: tuple[str, str, int, int]) -> tuple[int, int, int]:
    return [*KINDS, key[1]].index(key[1]), key[2], key[3]


def _place(row: Row) -> int:
    return [*CONTESTANTS].index(row.contestant)


def _about(row: Row) -> str:
    kind = KINDS.get(row.kind, row.kind)
    if row.measure in ("warm", "cold", "read back"):
        return kind
    workers = f", {row.jobs} worker{'s' * (row.jobs > 1)}" if row.measure == "batch" else ""
    return f"{kind}, {row.size}{workers}"


def _line(figures: Figures, row: Row) -> list[str]:
    label = CONTESTANTS[row.contestant].label
    if row.failed or not row.times:
        return [label, "", _failed(row), "", "", ""]
    spread = f"{_digits(min(row.times))} to {_digits(max(row.times))}"
    ratio = figures.ratio(row)
    return [label, f"×{_ratio(ratio)}" if ratio else "", _digits(row.middle), spread, f"{len(row.times)}", _memory(row)]


def _cell(figures: Figures, row: Row | None) -> str:
    if row is None or (not row.times and not row.failed):
        return ""
    if row.failed:
        return _failed(row)
    ratio = figures.ratio(row)
    shown = f"{_digits(row.middle)} ms"
    return f"**×{_ratio(ratio)}** {shown}" if ratio else shown


def _failed(row: Row) -> str:
    """Why there is no time: in words that no cell of a table ends at, and no path of a machine."""
    reason = _PATH.sub("…", " ".join(row.failed.split()).replace("|", "/"))
    return "not installed" if reason.startswith("not installed") else f"failed: {reason}"


def _memory(row: Row | None) -> str:
    return f"{row.memory:.0f} MB" if row and row.memory and not row.failed else ""


def _ratio(ratio: float) -> str:
    if abs(ratio - 1) < SAME:
        return "1"
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.2f}"


def _digits(milliseconds: float) -> str:
    return f"{milliseconds:,.0f}" if milliseconds >= 10 else f"{milliseconds:.1f}"


def _time(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 1000 else f"{milliseconds:.0f} ms"


def _grid(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table of Markdown: words to the left, figures to the right."""
    rule = ["---" if head in ("", "makes") or at == 0 else "--:" for at, head in enumerate(heads)]
    return "\n".join("| " + " | ".join(line) + " |" for line in (heads, rule, *lines))


def place(text: str, file: Path) -> None:
    """Puts text between the markers of a file. ValueError where the markers are not there."""
    whole = file.read_text("utf-8")
    between = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if not between.search(whole):
        raise ValueError(f"{file.name} has no line {BEGIN}")
    file.write_text(between.sub(lambda _: f"{BEGIN}\n\n{text}\n\n{END}", whole, count=1), encoding="utf-8")
