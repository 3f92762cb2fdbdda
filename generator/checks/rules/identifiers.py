"""Rules about EDGAR's identifiers, ticker symbols and form types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.rules._parts import funds_of
from generator.checks.subject import Subject
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.name_change import NameChange
from generator.patterns import late

#: Exchange-traded funds have one to five letters, mutual funds five that end in X, money market funds in XX.
_TICKER = late(r"[A-Z]{1,4}|[A-Z]{4}X")
_MONEY = late(r"\bmoney (?:market|fund)\b|\bcash (?:reserve|management)", re.IGNORECASE)


def ticker(subject: Subject) -> Iterator[Breach]:
    """A ticker symbol is not of the form that Nasdaq gives to funds.

    IDS-03 | warning | likely | Nasdaq: symbols of mutual funds have five letters, the last an X

    Looks at the symbols of the supplement's funds, and of classes that are launched or renamed. Exchange-traded funds
    may have fewer letters; a money market fund's symbol ends in XX. A class without a symbol is passed over.

    Why: a symbol that does not exist, or is another company's, sends orders astray.

    Fails:

        funds: {growth: {name: Example Growth Fund, classes: {A: {name: Class A, ticker: EXGRW}}}}

    Mend: correct the symbol.
    """
    for path, symbol, name in _tickers(subject):
        if not _TICKER.fullmatch(symbol) and not (symbol.isalpha() and re.search(r"\bETF\b", name)):
            yield Breach(path, f"{symbol} is no symbol of a mutual fund")
        elif _MONEY.search(name) and len(symbol) == 5 and not symbol.endswith("XX"):
            yield Breach(path, f"{symbol} is no symbol of a money market fund", "its symbol ends in XX")


def form_type(subject: Subject) -> Iterator[Breach]:
    """The form type does not fit the documents that are amended.

    IDS-05 | warning | likely | Rules 497(e) and 497(k); EDGAR form types 497 and 497K

    A supplement of a summary prospectus is filed as 497K, one of a prospectus or an SAI as 497. Compares `form_type:`
    with the target documents; one that amends both kinds is filed under each.

    Why: the document is filed under a form where nobody looks for it.

    Fails:

        form_type: 497K
        targets:
          - {document: prospectus, date: 2026-05-01}

    Mend: correct the form type, or split the supplement with `split: yes`.
    """
    documents = {target.document for target in subject.supplement.targets}
    wanted = subject.supplement.form_type
    if wanted == "497K" and documents and "summary_prospectus" not in documents:
        yield Breach("form_type", "no summary prospectus is amended, and 497K is for supplements of one")
    if wanted == "497K" and "sai" in documents and "summary_prospectus" in documents:
        yield Breach("form_type", "a Statement of Additional Information is amended too, which is filed as 497")
    if wanted == "497" and documents == {"summary_prospectus"}:
        yield Breach("form_type", "only a summary prospectus is amended, which is filed as 497K")


def given_twice(subject: Subject) -> Iterator[Breach]:
    """Two series or classes have the same identifier or ticker symbol.

    IDS-08 | error | certain | EDGAR Filer Manual, volume II, 5.2: every series and class has its own identifier

    Compares the series identifiers, class identifiers and ticker symbols that the registrant declares. A class stands
    under one series.

    Why: a filing goes to the wrong class, and EDGAR's record of both is spoilt.

    Fails:

        funds:
          growth: {name: Example Growth Fund, series_id: S000002839}
          income: {name: Example Income Fund, series_id: S000002839}

    Mend: look the identifiers up on EDGAR, and correct the one that was copied.
    """
    seen: dict[str, str] = {}
    for path, identifier in [] if subject.read else list(_identifiers(subject)):
        if identifier in seen:
            yield Breach(path, f"{identifier} is given twice", also=((seen[identifier], "given here already"),))
        seen.setdefault(identifier, path)


def _tickers(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """The ticker symbols that the supplement is about: path, symbol, and the names of fund and class."""
    funds = subject.registrant.funds
    for key, fund in zip(subject.house.fund_keys, subject.house.funds, strict=True):
        for name, one in fund.classes.items():
            if one.ticker:
                yield f"registrant.funds.{key}.classes.{name}.ticker", one.ticker, f"{fund.name} {one.name}"
    for kind in (ClassLaunch, NameChange):
        for placed, body in subject.typed(kind):
            for at, new in enumerate(getattr(body, "classes", ())):
                keys = (new.fund,) if new.fund else funds_of(placed, subject)
                if new.ticker:
                    names = " ".join(funds[key].name for key in keys if key in funds)
                    yield f"{placed.path}.classes[{at}].ticker", new.ticker, names


def _identifiers(subject: Subject) -> Iterator[tuple[str, str]]:
    """The identifiers and symbols of the registrant's series and classes, with their paths."""
    for key, fund in subject.registrant.funds.items():
        if fund.series_id:
            yield f"registrant.funds.{key}.series_id", fund.series_id
        for name, one in fund.classes.items():
            for part in ("class_id", "ticker"):
                if value := getattr(one, part):
                    yield f"registrant.funds.{key}.classes.{name}.{part}", value
