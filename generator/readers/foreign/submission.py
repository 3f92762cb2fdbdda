"""The SGML wrapper that EDGAR puts around documents (EDGAR Filer Manual II, 5.1), taken off."""

from __future__ import annotations

import re

_DOCUMENT = re.compile(
    r"^<DOCUMENT>[^\S\n]*$(.*?)(?=^<DOCUMENT>[^\S\n]*$|\Z)", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_TYPE = re.compile(r"^<TYPE>[^\S\n]*(\S+)", re.IGNORECASE | re.MULTILINE)
_TEXT = re.compile(r"^<TEXT>", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"</TEXT>", re.IGNORECASE)
_INNER = re.compile(r"\A\s*</?XBRL>|</?XBRL>\s*\Z", re.IGNORECASE)
_ATTACHED = re.compile(r"EX-|GRAPHIC|ZIP|XML|EXCEL|JSON|COVER|PDF", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|td|tr|font|br|span|h[1-6])\b", re.IGNORECASE)


def is_submission(text: str) -> bool:
    """Whether the characters begin with EDGAR's wrapper."""
    return bool(re.match(r"\s*(?:-----BEGIN PRIVACY|<(?:SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION|DOCUMENT)\b)", text, re.I))


def primary_document(text: str) -> str:
    """The words of the first primary document of a submission, or the text itself where there is no wrapper.

    Why: headers, graphics and exhibits are not what the supplement says.
    """
    if not is_submission(text):
        return text
    bodies = [found[1] for found in _DOCUMENT.finditer(text)]
    primary = [body for body in bodies if not _ATTACHED.match(document_type(body))]
    return _inner_text((primary or bodies or [text])[0])


def document_type(body: str) -> str:
    """What `<TYPE>` says of a document, or nothing."""
    found = _TYPE.search(body)
    return found[1] if found else ""


def looks_like_html(text: str) -> bool:
    """Whether a document's characters are HTML; the tags of EDGAR's text form are not."""
    return bool(_MARKUP.search(text[:200_000]))


def _inner_text(body: str) -> str:
    begin = _TEXT.search(body)
    inner = body[begin.end() :] if begin else body
    ends = [found.start() for found in _END.finditer(inner)]
    return _INNER.sub("", inner[: ends[-1]] if ends else inner)
