"""Commas that end a value in brackets where its author meant them as part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.patterns import late
from generator.source.nodes import Scalar, SourceNode
from generator.source.samples import in_quotes

#: Behind up to three digits: three more and no fourth, as in `$2,500`, or some and a sign, as in `0,86%`.
_GROUP = late(r",(?:\d{3}(?!\d)|(?P<decimals>\d+) ?%)")
_DIGITS = late(r"(?<!\d)\d{1,3}\Z")
#: A value to its end, as it was meant: a comma between digits is part of it.
_WHOLE = late(r"(?:[^,:\s\[\]{}]|:(?![\s,\[\]{}])|[^\S\r\n](?!#)|(?<=\d),(?=\d))*")
#: What stands behind the comma of a name, and is nothing by itself.
_NO_NAME = late(r"(?:Inc|LLC|L\.L\.C|LLP|L\.P|LP|Ltd|N\.A|Jr|Sr)\.?")
#: The end of a sentence whose beginning is another item.
_END_OF_SENTENCE = late(r"[a-z]\S*(?: \S+)+ \S*[^\W\d_]{3,}[.;]")
_COMPLETE = (".", ";", ":", " and", " or")


@dataclass(frozen=True, slots=True)
class Cut:
    """A value that a comma cut short: as it was meant, where it ends, and what to type."""

    whole: str
    end: int
    help: str


def cut_figure(text: str, start: int, end: int, value: str) -> Cut | None:
    """What a value in brackets without quotes was meant to be that ends at the comma of a figure; None for others."""
    group = _GROUP.match(text, end)
    if not (group and _DIGITS.search(value)):
        return None
    found = _WHOLE.match(text, start)
    whole = found[0].rstrip() if found else value
    if group["decimals"]:
        return Cut(whole, start + len(whole), f"write it with a point: {whole.replace(',', '.')}")
    remedy = f"put the value in quotes: {in_quotes(whole)}; where the comma parts two values, type a blank after it"
    return Cut(whole, start + len(whole), remedy)


def likely_cut(items: Sequence[SourceNode], row: bool) -> tuple[Scalar, Scalar] | None:
    """Two items of a list in brackets that a comma has likely made of one: `Inc.` by itself, the end of a sentence.

    A row of a table may have a sentence beside a word.
    """
    plain = [item if isinstance(item, Scalar) and not item.quoted else None for item in items]
    for one, other in pairwise(plain):
        if one and other and _NO_NAME.fullmatch(other.text):
            return one, other
    if row or not (plain and (last := plain[-1]) and _END_OF_SENTENCE.fullmatch(last.text)):
        return None
    first = next((one for one in plain if one and not one.text.endswith(_COMPLETE)), None)
    return (first, last) if first else None
