"""The lines of an ASCII document: what the page adds is gone, tables are told from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import UnreadableFile
from generator.readers.foreign.decoding import without_invisible
from generator.readers.foreign.furniture import is_marked_page_number, is_page_number

EDGE = "\f"
MOST_LINES = 60_000
#: What stands for each character of a tag inside `<TABLE>`: a column's tag, the notes' tag, any other.
COLUMN, NOTES, OTHER = "\ue000", "\ue001", "\ue002"
_TAG = re.compile(r"</?(CAPTION|S|C|FN|F[0-9]{1,2})>", re.IGNORECASE)
_NO_TAG = dict.fromkeys(map(ord, (COLUMN, NOTES, OTHER)), "\ufffd")
_PAGE = re.compile(r"</?PAGE>", re.IGNORECASE)
_REDLINE = re.compile(r"</?R>")
_TABLE = re.compile(r"<(/?)TABLE>", re.IGNORECASE)
_RULE = re.compile(r"[\s\-=_]*(?:-{3}|={3}|_{3})[\s\-=_]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines in a row that are prose, or that stand between `<TABLE>` tags."""

    lines: tuple[str, ...]
    tabular: bool


def stretches(text: str) -> Iterator[Stretch]:
    """The prose and the tagged tables of a document in order, without page numbers and tags of pages.

    UnreadableFile where there are more lines than any filing has.
    """
    if text.count("\n") > MOST_LINES:
        raise UnreadableFile(f"the file has more than {MOST_LINES} lines", "give one supplement, not an archive")
    lines = without_page_numbers(list(_plain_lines(text)))
    held: list[str] = []
    tabular = False
    for line in lines:
        found = _TABLE.search(line)
        if not found:
            held.append(_TAG.sub(_as_sign, line) if tabular else line)
            continue
        before, after = line[: found.start()], line[found.end() :]
        yield Stretch((*held, before), tabular)
        held, tabular = [after], not found[1]
    yield Stretch(tuple(held), tabular)


def is_rule(line: str) -> bool:
    """Whether a line is nothing but strokes."""
    return bool(_RULE.fullmatch(line))


def indent(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def blocks_of(lines: Sequence[str]) -> Iterator[list[str]]:
    """The runs of lines between empty ones."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def untagged(line: str) -> str:
    """A table's line with blanks where tags stood, so that the columns stay."""
    return line.replace(COLUMN, " ").replace(NOTES, " ").replace(OTHER, " ").rstrip()


def _as_sign(tag: re.Match[str]) -> str:
    name = tag[1].upper()
    return (COLUMN if name in ("S", "C") else NOTES if name == "FN" else OTHER) * len(tag[0])


def _plain_lines(text: str) -> Iterator[str]:
    for raw in text.replace("\f", f"\n{EDGE}\n").split("\n"):
        line = _REDLINE.sub("", without_invisible(raw)).expandtabs(8).replace("\u00a0", " ").translate(_NO_TAG).rstrip()
        if _PAGE.search(line):
            yield EDGE
            line = _PAGE.sub("", line)
            if not line.strip():
                continue
        yield EDGE if raw == EDGE else line


def without_page_numbers(lines: list[str]) -> list[str]:
    """The lines without pages' edges and numbers; a sentence that runs over an edge runs on."""
    visible = [at for at, line in enumerate(lines) if line == EDGE or line.strip()]
    dropped: set[int] = set()
    for place, at in enumerate(visible):
        text = lines[at].strip()
        around = [lines[visible[near]] if 0 <= near < len(visible) else EDGE for near in (place - 1, place + 1)]
        if lines[at] != EDGE and (is_marked_page_number(text) or (EDGE in around and is_page_number(text))):
            dropped.add(at)
    kept = [line for at, line in enumerate(lines) if at not in dropped]
    return list(_run_on(kept))


def _run_on(lines: list[str]) -> Iterator[str]:
    held: list[str] = []
    last = ""
    for line in lines:
        if line == EDGE or not line.strip():
            held.append(line)
            continue
        runs_on = EDGE in held and last[-1:].isalnum() and line.strip()[:1].islower()
        yield from [] if runs_on else [line if line != EDGE else "" for line in held]
        held, last = [], line.strip()
        yield line
    yield from ("" for _ in held)
