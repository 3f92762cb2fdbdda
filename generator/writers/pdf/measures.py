"""The page in points: what print.css states in words, and what column widths are computed from."""

from __future__ import annotations

#: Letter paper with margins of an inch (print.css, `@page`): the width of a line, upright and on its side.
UPRIGHT, SIDEWAYS = 468, 648
#: Type sizes of running text, notes and titles (print.css).
BODY, NOTE, TITLE = 10.5, 8.5, 14.0
#: What stands left of an item's words: label and indent (print.css, `.item`).
ITEM_INDENT = 26.0
#: What a note's mark takes of the type size (print.css, `sup`).
MARK = 0.68
