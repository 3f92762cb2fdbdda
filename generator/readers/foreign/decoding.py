"""From bytes to the characters of one document."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.errors import UnreadableFile

LARGEST = 32 * 1024 * 1024
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> str:
    """The characters of a file: UTF-8, else windows-1252. UnreadableFile where it is empty, huge or binary.

    Why: filers' software of twenty years declares one encoding and writes another; these two cover it.
    """
    if not data.strip():
        raise UnreadableFile("the file is empty", "export or download it again")
    if len(data) > LARGEST:
        raise UnreadableFile(f"the file is larger than {LARGEST >> 20} MB", "give one supplement, not an archive")
    text = _characters(data)
    if is_binary(text):
        raise UnreadableFile("the file is binary, not a document's text", "give the .txt, .htm or .pdf as it was filed")
    return _CONTROLS.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")


def is_binary(text: str) -> bool:
    """Whether the characters are those of no text: control characters in number, or a zero byte."""
    sample = text[:65536]
    return "\0" in text or len(_CONTROLS.findall(sample)) * 50 > len(sample)


def without_invisible(text: str) -> str:
    """Text without the characters that no page shows: soft hyphens and zero-width blanks."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_INVISIBLE)


def _characters(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")
