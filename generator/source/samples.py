"""What a finding shows an author to type."""

from __future__ import annotations

#: What is shown to be typed is shown whole: a value, a name, a sentence or two. Nobody types a page again.
LONGEST = 400
#: How much is shown of the end of a text that is longer.
_ENDING = 20


def in_quotes(text: str) -> str:
    """How a text is typed in quotes; of a page of it its beginning and its end, which is where the quotes go."""
    shown = text
    if len(text) > LONGEST:
        ending = text[-_ENDING:]
        shown = f"{text[: LONGEST - _ENDING].rstrip()} … {ending.partition(' ')[2] or ending}"
    return "'" + shown.replace("'", "''") + "'" if '"' in shown or "\\" in shown else f'"{shown}"'
