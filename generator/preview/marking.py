"""The HTML of a draft: what `build` writes, each value wrapped with its path, under a mark that no built file has."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from generator.document.nodes import Document, Field
from generator.source.spans import steps_of
from generator.writers.html import write_html

#: Stands first in the body of a draft.
DRAFT_MARK = '<div id="draft-mark">Draft</div>\n'
_SPAN = re.compile(r'<span data-path="[^"]*" tabindex="0">(.*?)</span>', re.DOTALL)
_BODY = re.compile(r'<body(?: style="([^"]*)")?[^>]*>\n?(.*)</body>', re.DOTALL)


class Body(NamedTuple):
    """What a draft's page shows: the looks of its body, and what is in it."""

    style: str
    content: str


def marked(field: Field) -> Markup:
    """The words of a value in a span that names its path and can be reached with the keyboard."""
    return Markup('<span data-path="{}" tabindex="0">{}</span>').format(field.path.removeprefix("/"), field.shown)


def draft_html(document: Document, looks: Path | None = None) -> str:
    """The page of a draft. Raises Unwritable where no file could be written."""
    page = write_html(document, looks, marked)
    return re.sub(r"(<body[^>]*>\n?)", lambda found: found[1] + DRAFT_MARK, page, count=1)


def built_html(draft: str) -> str:
    """The page that `build` writes, from that of a draft: `built_html(draft_html(d)) == write_html(d)`."""
    return _SPAN.sub(lambda found: found[1], draft).replace(DRAFT_MARK, "", 1)


def body_of(draft: str) -> Body:
    """The body of a draft's page."""
    found = _BODY.search(draft)
    return Body(str(Markup(found[1] or "").unescape()), found[2]) if found else Body("", draft)


def anchor(path: str, shown: Collection[str]) -> str:
    """The shown path that a finding at some path belongs beside: its own, the first below it, or the nearest one.

    Empty where nothing shown has to do with it. `shown` is in reading order.
    """
    if not path or path in shown:
        return path
    steps = steps_of(path)
    best, common = "", 0
    for one in shown:
        alike = 0
        for mine, theirs in zip(steps, steps_of(one), strict=False):
            if mine != theirs:
                break
            alike += 1
        if alike > common:
            best, common = one, alike
    return best
