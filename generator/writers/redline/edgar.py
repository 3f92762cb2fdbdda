"""The marks of EDGAR for what changed: `<R>` before and `</R>` after it, `<R></R>` where something was deleted.

EDGAR Filer Manual II (June 2025) 5.2.1.3.3 (ASCII) and 5.2.2.8 (HTML). EDGAR blanks the marks out before a file
is given to the public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.patterns import late

BEGIN, END = "<R>", "</R>"
DELETED = BEGIN + END

_LINE = late(r"^(?:<R>|</R>|<R></R>)\n", re.MULTILINE)
_IN_TAG = late(r"</R>(<[^<>\n]*)\n>")


def pair(lines: Iterable[str], new: bool) -> Iterator[str]:
    """Lines of text, between two lines of marks where they are new."""
    yield from (f"{BEGIN}\n", *lines, f"{END}\n") if new else lines


def deletion(gone: bool) -> Iterator[str]:
    """The line that says that something was deleted here, or none."""
    if gone:
        yield f"{DELETED}\n"


def without_marks(text: str) -> str:
    """A file as it was before it was marked: lines of text marks, and marks within HTML, with their line ends."""
    bare = _LINE.sub("", text)
    bare = _IN_TAG.sub(r"\1>", bare)
    return bare.replace(f"{END}\n", "").replace(BEGIN, "").replace(END, "")
