"""Canonical words: how text and inlines are spelled before anything compares them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.document.nodes import Break, Emphasis, Field, Inline, Inlines, NoteRef, Strong, Text

BLANK = " "


def canonical_text(text: str) -> str:
    """NFC, every run of white space (line ends too) one blank, none at the ends."""
    return BLANK.join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def canonical_inlines(children: Iterable[Inline]) -> Inlines:
    """The same words in one spelling: texts joined, single blanks, none at the ends or around a break.

    Blanks stand outside of bold and italics; empty runs are gone. Two inline sequences that a person could
    not tell apart are equal afterwards, up to which words are fields.
    """
    return _trimmed(_joined(_flat(children)))


def shown_text(children: Iterable[Inline]) -> str:
    """The words of inlines as a person reads them, marks of notes included, a break as a blank."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text):
                parts.append(text)
            case Field(shown=shown):
                parts.append(shown)
            case Strong(inner) | Emphasis(inner):
                parts.append(shown_text(inner))
            case Break():
                parts.append(BLANK)
            case NoteRef(marker):
                parts.append(marker)
    return "".join(parts)


def _flat(children: Iterable[Inline]) -> list[Inline]:
    """Inner runs made canonical, with the blanks at their edges moved outside."""
    flat: list[Inline] = []
    for child in children:
        if isinstance(child, Strong | Emphasis):
            inner = _joined(_flat(child.children))
            first, last = shown_text(inner[:1])[:1], shown_text(inner[-1:])[-1:]
            trimmed = _trimmed(inner)
            if first.isspace() or (inner and not trimmed):
                flat.append(Text(BLANK))
            if trimmed:
                flat.append(type(child)(trimmed))
                if last.isspace():
                    flat.append(Text(BLANK))
        else:
            flat.append(child)
    return flat


def _joined(children: list[Inline]) -> list[Inline]:
    """Neighbouring texts, and neighbouring runs of one emphasis, are one; blanks are single."""
    joined: list[Inline] = []
    texts: list[Text] = []  # side by side: put together at once, for a document may have thousands
    for child in children:
        if isinstance(child, Text):
            texts.append(child)
            continue
        if isinstance(child, Field) and not child.shown:
            continue
        joined += _one_text(texts)
        texts = []
        last = joined[-1] if joined else None
        if isinstance(child, Strong) and isinstance(last, Strong):
            joined[-1] = Strong(_trimmed(_joined([*last.children, *child.children])))
        elif isinstance(child, Emphasis) and isinstance(last, Emphasis):
            joined[-1] = Emphasis(_trimmed(_joined([*last.children, *child.children])))
        else:
            joined.append(child)
    return [*joined, *_one_text(texts)]


def _one_text(texts: list[Text]) -> list[Inline]:
    """Some texts side by side as one with single blanks; nothing where they say nothing."""
    text = _single_blanks("".join(one.text for one in texts))
    return [Text(text)] if text else []


def _trimmed(children: list[Inline]) -> Inlines:
    """No blank or break at the ends, no blank beside a break, no two blanks across a border."""
    out: list[Inline] = []
    for child in children:
        if isinstance(child, Break):
            _strip_end(out)
            if out and not isinstance(out[-1], Break):
                out.append(child)
        elif isinstance(child, Text):
            text = child.text.lstrip(BLANK) if child.text[0] == BLANK and _at_edge(out) else child.text
            if text:
                out.append(child if text == child.text else Text(text))
        else:
            out.append(child)
    while out and (isinstance(out[-1], Break) or _strip_end(out)):
        if isinstance(out[-1], Break):
            out.pop()
    return tuple(out)


def _at_edge(out: list[Inline]) -> bool:
    """Whether a blank may not follow."""
    return not out or isinstance(out[-1], Break) or shown_text(out[-1:]).endswith(BLANK)


def _strip_end(out: list[Inline]) -> bool:
    """Takes the blanks off the end of the last text; true when that removed or changed something."""
    if out and isinstance(out[-1], Text) and out[-1].text.endswith(BLANK):
        text = out.pop().text.rstrip(BLANK)  # type: ignore[union-attr]
        if text:
            out.append(Text(text))
        return bool(out)
    return False


def _single_blanks(text: str) -> str:
    """Runs of white space as one blank, the ends kept."""
    if not text:
        return text
    body = canonical_text(text)
    if not body:
        return BLANK
    head = BLANK if text[0].isspace() else ""
    tail = BLANK if text[-1].isspace() else ""
    return head + body + tail
