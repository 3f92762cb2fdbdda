"""Which item of the form a fee table's caption means, as filings word it (Form N-1A Item 3)."""

from __future__ import annotations

import re

_CAPTIONS = (
    ("front_load", r"maximum (front-end )?sales (charge|load).*(purchases|offering price).*"),
    ("reinvested_load", r"maximum sales (charge|load).*reinvested.*"),
    ("deferred_load", r"maximum (contingent )?deferred sales (charge|load).*"),
    ("redemption_fee", r"redemption fees?\b.*"),
    ("exchange_fee", r"exchange fees?\b.*"),
    ("account_fee", r"(maximum )?account (maintenance )?fees?\b.*"),
    ("management_fee", r"(investment )?(management|advisory) fees?\b.*"),
    ("distribution_12b1", r"(distribution.*)?\(?12b-1\)?( fees?)?( \(12b-1 fees?\))?|distribution.*fees?.*"),
    ("acquired_fund_fees", r"acquired fund fees (and|&) expenses.*"),
    ("other_expenses", r"(total )?other expenses\b.*"),
    ("net", r"(total annual.*(after|less|net of).*(waivers?|reimbursements?).*|net (annual )?.*expenses.*)"),
    ("total", r"total annual.*expenses.*"),
    ("waiver", r"(less:? )?(fee|expense)?s? ?(waivers?|reductions?|reimbursements?)\b.*"),
)
_COMPILED = tuple((item, re.compile(pattern, re.IGNORECASE)) for item, pattern in _CAPTIONS)


def item_of(caption: str) -> str | None:
    """The item that a caption means, or None for one that the form does not have."""
    return next((item for item, pattern in _COMPILED if pattern.fullmatch(caption)), None)
