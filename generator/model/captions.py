"""Which item of the form a fee table's caption means, as filings word it (Form N-1A Item 3)."""

from __future__ import annotations

import re

from generator.patterns import late

_CAPTIONS = (
    ("front_load", r"(maximum )?(front-end )?sales (charge|load).*(purchases|offering price).*"),
    ("reinvested_load", r"(maximum )?sales (charge|load).*reinvested.*"),
    ("deferred_load", r"maximum (contingent )?deferred sales (charge|load).*"),
    ("redemption_fee", r"redemption fees?\b.*"),
    ("exchange_fee", r"exchange fees?\b.*"),
    ("account_fee", r"(maximum )?account (maintenance |service )?fees?\b.*"),
    ("management_fee", r"(investment )?(management|advisory) fees?\b.*"),
    ("distribution_12b1", r"(distribution.*)?\(?12b-1\)?( fees?)?( \(12b-1 fees?\))?|distribution.*fees?.*"),
    ("acquired_fund_fees", r"acquired fund fees (and|&) expenses.*"),
    ("other_expenses", r"(total (of )?)?other expenses\b.*"),
    ("net", r"(total annual.*(after|less|net of).*(waivers?|reimbursements?).*|net (annual )?.*expenses.*)"),
    ("total", r"total annual.*expenses.*"),
    ("waiver", r"(less:? )?(fee|expense)?s? ?(waivers?|reductions?|reimbursements?)\b.*"),
)
_COMPILED = tuple((item, re.compile(pattern, re.IGNORECASE)) for item, pattern in _CAPTIONS)


def item_of(caption: str) -> str | None:
    """The item that a caption means, or None for one that the form does not have."""
    return next((item for item, pattern in _COMPILED if pattern.fullmatch(caption)), None)


#: Captions that are the form's in substance: its words, with what is between them where filings have something there.
#: A fund without a load says no "maximum"; for an account fee the form wants a caption that tells which one it is.
_FORMS = {
    "front_load": r"(maximum )?(front-end )?sales (charge|load)( \((charge|load)\))?( imposed)? on purchases.*",
    "deferred_load": r"maximum (contingent )?deferred sales (charge|load).*",
    "reinvested_load": r"(maximum )?sales (charge|load)( \((charge|load)\))?( imposed)? on reinvested .*",
    "redemption_fee": r"redemption fees?\b.*",
    "exchange_fee": r"exchange fees?\b.*",
    "account_fee": r"(?=maximum |.*\baccount\b).*\bfees?\b.*",
    "management_fee": r"management fees( \(.*\))?",
    "distribution_12b1": r"(?=.*\b(distribution|service)\b)(?=.*\b12b-1\b).*",
    "other_expenses": r"((total|total of|remaining|all) )?other expenses( \(.*\))?",
    "acquired_fund_fees": r"acquired (fund|portfolio)s?( \(.*\))? fees and expenses.*",
    "total": r"total annual .*(operating )?expenses.*",
    "waiver": r".*(waive|reimburse|reduction|limitation|absor).*",
    "net": r"(?=.*\bannual\b)(total|net) .*expenses.*",
}
_COMPILED_FORMS = {item: re.compile(pattern) for item, pattern in _FORMS.items()}
_MARKS = late(r"(?:[\s,]*(?:\(\d{1,2}\)|\([a-z]{1,2}\)|/\d{1,2}/|\*+))+$")


def without_marks(text: str) -> str:
    """A label or figure without the marks of notes that were typed behind it: `Management fees(1)`, `0.18%(2),(3)`."""
    return _MARKS.sub("", text).strip()


def is_form(item: str, caption: str) -> bool:
    """Whether a caption is in substance that of the form's item."""
    plain = " ".join(without_marks(caption).lower().replace("&", "and").split())
    return item in _COMPILED_FORMS and bool(_COMPILED_FORMS[item].fullmatch(plain))
