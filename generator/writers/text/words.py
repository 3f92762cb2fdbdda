"""Words as EDGAR text spells them: nothing in them can be taken for a tag, notes are marked behind them."""

from __future__ import annotations

from generator.document.nodes import Inlines, NoteRef, Text
from generator.patterns import late

_TAKEN_FOR_MARKUP = late(r"<(?=[A-Za-z/!?])|&(?=lt;|amp;)")


def escaped(text: str) -> str:
    """Text in which `<` before a letter, `/`, `!` or `?` is `&lt;`, and `&` before `lt;` or `amp;` is `&amp;`.

    Why: a tag is a key word between angle brackets (EDGAR Filer Manual II 5.2.1.3.1), so content that says
    `<TABLE>` must not read as one; everything else stays as it was written ("A&B", "< 5%").
    """
    if "<" not in text and "&" not in text:
        return text
    return _TAKEN_FOR_MARKUP.sub(lambda found: "&lt;" if found[0] == "<" else "&amp;", text)


def written(children: Inlines) -> str:
    """The words of inlines that `carried` made plain, with the marks of notes directly behind them."""
    if not children:
        return ""
    first = children[0]
    text = escaped(first.text) if isinstance(first, Text) else ""
    return text + marks(children[1:]) if len(children) > 1 else text


def marks(children: Inlines) -> str:
    """The marks of notes in a row, two of asterisks with a blank between them.

    Why: `*` and `**` in a row would read as `***`.
    """
    text = ""
    for child in children:
        if isinstance(child, NoteRef):
            apart = " " if text.endswith("*") and child.marker.startswith("*") else ""
            text += apart + child.marker
    return text
