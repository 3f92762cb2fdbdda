"""What a finding shows an author to type."""

from __future__ import annotations

LONGEST = 60


def in_quotes(text: str) -> str:
    """How a text is typed in quotes; a long one is cut short."""
    shown = text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
    return "'" + shown.replace("'", "''") + "'" if '"' in shown or "\\" in shown else f'"{shown}"'
