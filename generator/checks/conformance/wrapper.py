"""The documents inside a dissemination file, and the places they have in it.

Why: what the public downloads from EDGAR is not what was attached: a `<DOCUMENT>` envelope surrounds each
attachment, a header precedes the first, and files of the 1990s carry a mail wrapper as well. None of that is
the filer's text, so none of it is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.conformance.names import suffix

_ENVELOPE = re.compile(r"\s*(?:<SEC-DOCUMENT>|<SUBMISSION>|<DOCUMENT>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)", re.I)
_OPEN = re.compile(r"(?<![^\r\n])<DOCUMENT>[ \t]*(?![^\r\n])", re.I)
_TEXT = re.compile(r"(?<![^\r\n])<TEXT>[ \t]*(?:\r\n|\r|\n)?", re.I)
_END = re.compile(r"(?<![^\r\n])</(?:TEXT|DOCUMENT)>", re.I)
_NAME = re.compile(r"(?<![^\r\n])<FILENAME>([^\r\n]*)", re.I)
_HTML = re.compile(r"<html\b", re.I)
#: How far into a document without a name to look for what it is.
_BEGINNING = 2000
_LINE = re.compile(r"\r\n|\r|\n")
_DASH_ESCAPE = re.compile(r"(?<![^\r\n])- -")


@dataclass(frozen=True, slots=True)
class Attachment:
    """One document of a submission: its name, its characters, and the line that they start on.

    The name is empty where the envelope gives none, as in files before about 2001.
    """

    name: str
    text: str
    line: int

    @property
    def kind(self) -> str:
        """What the document is: its name's suffix, or what the words look like where there is no name."""
        if self.name:
            return suffix(self.name)
        return "htm" if _HTML.search(self.text, 0, _BEGINNING) else "txt"


def is_wrapped(text: str) -> bool:
    """Whether the text is a dissemination file rather than one attachment."""
    return _ENVELOPE.match(text) is not None


def attachments(text: str) -> Iterator[Attachment]:
    """The documents of a dissemination file, in order; a document that is not closed ends with the file."""
    line, counted = 1, 0
    if text.lstrip().startswith("-----BEGIN PRIVACY"):
        text = _DASH_ESCAPE.sub("-", text)
    start = _OPEN.search(text)
    while start:
        body = _TEXT.search(text, start.end())
        if body is None:
            return
        end = _END.search(text, body.end())
        stop = end.start() if end else len(text)
        name = _NAME.search(text, start.end(), body.start())
        line += len(_LINE.findall(text, counted, body.end()))
        counted = body.end()
        yield Attachment(name.group(1).strip() if name else "", text[body.end() : stop], line)
        start = _OPEN.search(text, stop)
