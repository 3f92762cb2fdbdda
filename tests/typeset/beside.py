"""A page as both engines set it, side by side: where the words stand, and which rules are drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pdfplumber

from generator.typeset import Unsettable
from generator.typeset.setter import set_page
from generator.writers.pdf.weasy.engine import render_pdf

#: In points: what kerning over blanks, which is left out here, makes a word stand elsewhere.
NEAR = 0.15
#: A sign or a rule: its page, what it is, and where it is.
Mark = tuple[int, str, tuple[float, ...]]


def difference(html: str, css: str, folder: Path) -> str | None:
    """What is first set otherwise than by WeasyPrint; nothing where all is the same, None where it is refused here."""
    try:
        ours = set_page(html, css)
    except Unsettable:
        return None
    (folder / "print.css").write_text(css, "utf-8")
    return unlike(ours, render_pdf(html, folder))


def unlike(ours: bytes, theirs: bytes) -> str:
    """The first sign or rule of a file that another has elsewhere, or not at all."""
    nothing: Mark = (0, "", ())
    for mine, told in zip_longest(_marks(ours), _marks(theirs), fillvalue=nothing):
        near = all(abs(a - b) <= NEAR for a, b in zip(mine[2], told[2], strict=False))
        if mine[:2] != told[:2] or not near:
            return f"{mine} instead of {told}"
    return ""


def _marks(data: bytes) -> list[Mark]:
    """All signs of a file, then all rules."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        signs: list[Mark] = [
            (page.page_number, f"{sign} in {_colour(char)}", (char["x0"], char["bottom"], char["size"]))
            for page in pdf.pages
            for char in page.chars
            for sign in char["text"]
            if not sign.isspace()
        ]
        rules: list[Mark] = [
            (page.page_number, f"a rule in {ink}", place)
            for page in pdf.pages
            for ink, place in _joined(sorted(_rules(page.rects)))
        ]
    return signs + rules


def _rules(rects: list[dict[str, Any]]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Rules with their colours as top, bottom, left and right; WeasyPrint draws borders as one box around another."""
    boxes = [(_colour(one), [one[edge] for edge in ("top", "bottom", "x0", "x1")]) for one in rects]
    at = 0
    while at < len(boxes):
        ink, box = boxes[at]
        following = boxes[at + 1][1] if at + 1 < len(boxes) else box
        if box[1] - box[0] < 3 or following == box or not _holds(following, box):
            yield ink, tuple(box)
            at += 1
            continue
        at += 2
        (top, bottom, left, right), (above, below, before, after) = box, following
        for rule in (
            (above, top, before, after),
            (bottom, below, before, after),
            (above, below, before, left),
            (above, below, right, after),
        ):
            if rule[1] - rule[0] > 0.01 and rule[3] - rule[2] > 0.01:
                yield ink, rule


def _holds(outer: list[float], inner: list[float]) -> bool:
    return (
        outer[0] <= inner[0] + 0.01
        and outer[1] >= inner[1] - 0.01
        and outer[2] <= inner[2] + 0.01
        and outer[3] >= inner[3] - 0.01
    )


def _joined(rules: list[tuple[str, tuple[float, ...]]]) -> list[tuple[str, tuple[float, ...]]]:
    """Rules that go on from one another as one."""
    found: list[tuple[str, tuple[float, ...]]] = []
    for ink, rule in rules:
        last = found[-1] if found else None
        if (
            last
            and last[0] == ink
            and all(abs(a - b) < 0.01 for a, b in zip(last[1][:2], rule[:2], strict=True))
            and rule[2] < last[1][3] + 0.01
        ):
            found[-1] = (ink, (*rule[:2], last[1][2], max(rule[3], last[1][3])))
        else:
            found.append((ink, rule))
    return found


def _colour(mark: dict[str, Any]) -> str:
    ink = mark["non_stroking_color"]
    shades = ink if isinstance(ink, tuple) else (ink,)
    return " ".join(f"{shade:.2f}" for shade in (shades * 3)[:3])
