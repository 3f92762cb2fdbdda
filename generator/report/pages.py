"""Pages of rules as people read them, and lists of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks.pages.page import Page
from generator.report.cells import visible, width_of, wrapped
from generator.report.colours import Colours
from generator.report.excerpt import NARROWEST
from generator.report.markdown import table

#: Raised when a key of the JSON list goes away or changes its meaning; a new key does not raise it.
JSON_VERSION = 1
_HEAD = ("Code", "Severity", "Confidence", "Title", "Source")


def page_text(page: Page, *, colour: bool, width: int) -> str:
    """A page, its sentences broken at blanks to a width, its example as it is."""
    width = max(width, NARROWEST)
    return "\n".join(_page(page, Colours(colour), width)) + "\n"


def _page(page: Page, colours: Colours, width: int) -> Iterator[str]:
    first, *rest = wrapped(f"{page.code}: {visible(page.title)}", 0, width)
    yield colours.of(page.severity, first)
    yield from (colours.of(page.severity, line) for line in rest)
    yield f"{page.severity}, {page.confidence}"
    yield from wrapped(f"Source: {visible(page.source)}", 0, width)
    for name, text in (("", page.what), ("Why", page.why)):
        yield from _paragraph(name, text, colours, width)
    if page.fails:
        yield from ("", colours.strong("Fails:"), "")
        yield from (f"    {visible(line)}".rstrip() for line in page.fails.splitlines())
    yield from _paragraph("Mend", page.mend, colours, width)


def _paragraph(name: str, text: str, colours: Colours, width: int) -> Iterator[str]:
    """A paragraph after an empty line, its name in bold before it."""
    if not text:
        return
    yield ""
    lead = f"{name}: " if name else ""
    first, *rest = wrapped(visible(text), len(lead), width)
    yield f"{colours.strong(lead.rstrip())} {first}" if lead else first
    yield from rest


def list_text(pages: Iterable[Page], *, width: int | None) -> str:
    """A line for each page: code, severity, confidence, title and source; broken to a width where one is given."""
    rows = [(one.code, one.severity, one.confidence, f"{one.title} ({one.source})") for one in pages]
    return rows_text(rows, width)


def left_out_text(reasons: Mapping[str, str], *, width: int | None) -> str:
    """A line for each rule that there is not, with the reason."""
    return rows_text(list(reasons.items()), width)


def rows_text(rows: Sequence[tuple[str, ...]], width: int | None) -> str:
    """Rows with their cells below one another, the last one broken to the width that is left for it."""
    wide = [max((width_of(row[at]) for row in rows), default=0) for at in range(len(rows[0]) - 1 if rows else 0)]
    before = sum(wide) + 2 * len(wide)
    lines: list[str] = []
    for row in rows:
        lead = "".join(f"{cell:<{size}}  " for cell, size in zip(row, wide, strict=False))
        last = visible(row[-1])
        first, *rest = wrapped(last, 0, max(width - before, NARROWEST)) if width else [last]
        lines += [lead + first, *(" " * before + line for line in rest)]
    return "".join(f"{line}\n" for line in lines)


def list_json(pages: Iterable[Page]) -> str:
    """`{"version": 1, "rules": […]}` in ASCII, with the whole pages."""
    return _json("rules", [_as_data(one) for one in pages])


def left_out_json(reasons: Mapping[str, str]) -> str:
    """`{"version": 1, "left_out": […]}` in ASCII."""
    return _json("left_out", [{"code": code, "reason": reason} for code, reason in reasons.items()])


def _json(name: str, entries: list[dict[str, str]]) -> str:
    return json.dumps({"version": JSON_VERSION, name: entries}, indent=2) + "\n"


def _as_data(page: Page) -> dict[str, str]:
    names = ("code", "severity", "confidence", "title", "source", "origin", "what", "why", "fails", "mend")
    return {name: getattr(page, name) for name in names}


def list_markdown(pages: Iterable[Page]) -> str:
    """A table in Markdown."""
    return table(_HEAD, ((one.code, one.severity, one.confidence, one.title, one.source) for one in pages))


def left_out_markdown(reasons: Mapping[str, str]) -> str:
    """A table in Markdown."""
    return table(("Code", "Why there is no such rule"), reasons.items())
