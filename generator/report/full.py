"""Findings as people read them: the sentence, the place with its line, and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic, in_order
from generator.report.cells import visible, wrapped
from generator.report.colours import Colours
from generator.report.excerpt import NARROWEST, Sources, excerpt, gutter_of


def full(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], *, colour: bool, width: int) -> str:
    """Every finding with its excerpt, in order of file and place, an empty line after each.

    `sources` has the text of each file by the name that the findings use; `width` is the terminal's, in columns.
    Words of users are shown as they are, except that control characters are escaped.
    """
    known, colours = Sources(sources), Colours(colour)
    blocks = ("\n".join(_finding(one, known, colours, max(width, NARROWEST))) for one in in_order(diagnostics))
    return "".join(f"{block}\n\n" for block in blocks)


def _finding(diagnostic: Diagnostic, sources: Sources, colours: Colours, width: int) -> Iterator[str]:
    code = f"{diagnostic.severity}[{visible(diagnostic.code)}]"
    first, *rest = wrapped(visible(diagnostic.message), len(code) + 2, width)
    yield f"{colours.of(diagnostic.severity, code)}: {colours.strong(first)}"
    yield from (colours.strong(line) for line in rest)
    pad = " " * gutter_of(diagnostic)
    yield f"{pad}{colours.frame('-->')} {place_of(diagnostic)}"
    lines = sources.lines(diagnostic.file)
    yield from excerpt(diagnostic, lines, colours, width)
    notes = {"help": diagnostic.help, "source": diagnostic.source}
    if not lines:
        notes = {"path": diagnostic.path, **notes}
    for name, text in notes.items():
        yield from _note(name, visible(text), pad, colours, width)


def place_of(diagnostic: Diagnostic) -> str:
    """`file:line:column`, of a PDF `file, page`."""
    if diagnostic.file.lower().endswith(".pdf"):
        return f"{visible(diagnostic.file)}, page {diagnostic.span.line}"
    return f"{visible(diagnostic.file)}:{diagnostic.span.line}:{diagnostic.span.column}"


def _note(name: str, text: str, pad: str, colours: Colours, width: int) -> Iterator[str]:
    if not text:
        return
    lead = f"{pad} = {name}: "
    first, *rest = wrapped(text, 0, max(width - len(lead), NARROWEST))
    yield f"{pad} {colours.frame('=')} {colours.strong(name)}: {first}"
    yield from (" " * len(lead) + line for line in rest)
