"""The rows of a fee table as sentences call them."""

from __future__ import annotations

import re

from generator.patterns import late

_YEARLY = r"(?:total|net) annual (?:\w+ )?operating expenses?(?: ratio)?"
_DISTRIBUTION = r"distribution (?:and/or|and|or) service(?: \(12b-1\))?|distribution \(12b-1\)|(?:rule )?12b-1"
#: What sentences call a row, by its item; a name that holds another comes first.
_NAMES = (
    (
        "net",
        rf"{_YEARLY} after (?:the |any )?(?:fee )?(?:waiver|reimbursement)s?|net annual (?:\w+ )?operating expenses?",
    ),
    ("total", _YEARLY),
    ("acquired_fund_fees", r"acquired fund fees and expenses"),
    ("distribution_12b1", rf"(?:{_DISTRIBUTION}) fees?"),
    ("management_fee", r"(?:investment )?management fees?"),
    ("other_expenses", r"other expenses"),
)
NAMED = late("|".join(rf"(?P<{item}>\b(?:{pattern})\b)" for item, pattern in _NAMES), re.IGNORECASE)


def row_of(words: str) -> str | None:
    """The item of the only row that some words name."""
    found = {match.lastgroup for match in NAMED.finditer(words)}
    return found.pop() if len(found) == 1 else None
