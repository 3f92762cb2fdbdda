"""Figures in a column, set one below the other on their decimal points."""

from __future__ import annotations

import re

from generator.patterns import late

_WHOLE = late(r"\D*[\d,]*", re.ASCII)
#: How many blanks the alignment may add to the longest figure before it does more harm than good.
_SPREAD = 8


def on_the_point(figures: list[str], marks: list[str]) -> list[str]:
    """The figures with their marks, blanks before them so that their decimal points stand in one column.

    `None`, `N/A` and dashes end where the figures end; marks of notes hang behind. Empty stays empty. Where
    figures differ too much in length for that, they end in one column instead.
    """
    numbers = [any(map(str.isdigit, figure)) for figure in figures]
    points = [len(_WHOLE.match(f)[0]) if n else 0 for f, n in zip(figures, numbers, strict=True)]  # type: ignore[index]
    tail = max((len(f) - p for f, p, n in zip(figures, points, numbers, strict=True) if n), default=0)
    befores = [p if n else len(f) - tail for f, p, n in zip(figures, points, numbers, strict=True)]
    most = max(before for figure, before in zip(figures, befores, strict=True) if figure)
    texts = [figure + mark for figure, mark in zip(figures, marks, strict=True)]
    aligned = [" " * (most - before) + text if text else "" for before, text in zip(befores, texts, strict=True)]
    longest = max(map(len, texts))
    if max(map(len, aligned)) > longest + _SPREAD:
        return [text.rjust(longest) if text else "" for text in texts]
    return aligned
