"""Sets a page of HTML as a tagged PDF: the blocks, tables and type of a supplement, and no other part of CSS.

Why beside WeasyPrint: it takes a twentieth of the time, needs no library of the system, and gives the same bytes
on every one. What a page asks for beyond it (another property, another element, a row taller than a page) raises
`Unsettable`, and WeasyPrint sets that page. The tests hold the two against each other.
"""

from __future__ import annotations


class Unsettable(Exception):
    """What a page or its style sheet asks for that is not set here, as words that follow "needed for"."""
