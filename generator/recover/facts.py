"""Facts in the header of a document whose wording is not ours: names, date, target documents.

Why: a filing from elsewhere says the same things in its own words. What is found here is data beside those
words, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any

from generator.model.values import bare, read_day
from generator.patterns import late
from generator.wording.types import MONTHS, read_date

_DAY = rf"(?:{'|'.join(MONTHS)})\s+\d{{1,2}},?\s+\d{{4}}"
_DATED = late(rf"supplement (?:is )?dated:?\s+({_DAY})", re.IGNORECASE)
_ONLY_DAY = late(rf"(?:dated:?\s+)?({_DAY})", re.IGNORECASE)
_DOCUMENT = late(
    r"(?P<summary_prospectus>summary prospectus(?P<s1>es)?)|(?P<sai>statements? of additional information)"
    r"|(?P<prospectus>(?:statutory )?prospectus(?P<s2>es)?)",
    re.IGNORECASE,
)
_TARGET_DATE = late(rf"dated\s+(?:as of\s+)?({_DAY})", re.IGNORECASE)
_REGISTRANT = late(r"\b(trust|funds|portfolios|inc\.?|corporation|company|series)\b", re.IGNORECASE)
_FUND = late(r"\b(fund|portfolio|etf)\b", re.IGNORECASE)


def find_date(lines: Iterable[str], body: Iterable[str]) -> str | None:
    """The supplement's own date: after "supplement dated", else a line that is only a day; `2009-11-12`."""
    lines, body = list(lines), list(body)
    said = (_DATED.search(text) for text in [" ".join(lines), *body])
    alone = (_ONLY_DAY.fullmatch(text.strip(" .")) for text in [*lines, *body])
    return next((day for found in chain(said, alone) if found and (day := _day(found[1]))), None)


def _day(text: str) -> str | None:
    """The day that some words say, or None for one that no calendar or no content has."""
    try:
        return read_day(read_date(text)).isoformat()
    except ValueError:
        return None


def find_targets(lines: Iterable[str]) -> list[dict[str, Any]]:
    """The documents that a header names with a date; several may share the date after them."""
    text = " ".join(lines)
    targets: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = []
    marks = sorted([*_DOCUMENT.finditer(text), *_TARGET_DATE.finditer(text)], key=lambda found: found.start())
    for found in marks:
        if found.re is _DOCUMENT:
            kind = next(name for name in ("summary_prospectus", "sai", "prospectus") if found[name])
            plural = bool(found["s1"] or found["s2"] or found[0].lower().startswith("statements"))
            waiting.append({"document": kind} | ({"plural": "yes"} if plural else {}))
        elif waiting and (day := _day(found[1])):
            targets += [one | {"date": day} for one in waiting]
            waiting = []
    return [one for at, one in enumerate(targets) if not is_told(one, targets[:at])]


def is_told(target: dict[str, Any], before: Iterable[dict[str, Any]]) -> bool:
    """Whether a document of this kind and date is among others: a supplement has each once."""
    return any(all(one.get(part) == target.get(part) for part in ("document", "date")) for one in before)


def find_names(lines: Iterable[str]) -> tuple[str, list[str]]:
    """The registrant's name and the funds' names among header lines; the first line where none reads as a name."""
    lines = filter(None, map(bare, lines))
    names = [line for line in lines if not _DOCUMENT.search(line) and not re.search(r"[(:;]|\bdated\b", line)]
    registrant = next((name for name in names if _REGISTRANT.search(name)), None)
    funds = [name for name in names if name != registrant and _FUND.search(name)]
    return registrant or (funds[0] if funds else next(iter(names), "")), list(dict.fromkeys(funds))
