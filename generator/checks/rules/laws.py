"""Rules about the names of laws and authorities, which do not change from filing to filing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.rules._marked import marked, marked_prose
from generator.checks.subject import Subject
from generator.patterns import late

#: Laws that supplements name, with the years in their short titles.
_YEARS = {
    "Investment Company Act": "1940",
    "Investment Advisers Act": "1940",
    "Securities Act": "1933",
    "Securities Exchange Act": "1934",
    "Trust Indenture Act": "1939",
    "Bank Holding Company Act": "1956",
    "Securities Investor Protection Act": "1970",
    "Employee Retirement Income Security Act": "1974",
    "Internal Revenue Code": "1986",
    "Sarbanes-Oxley Act": "2002",
}
_LAW = late(rf"\b(?P<law>{'|'.join(_YEARS)}) of (?P<year>(?:19|20)\d\d)\b")
#: Names as they are often mistyped, with what they are.
_MISTYPED = {
    "Securities Exchange Commission": "Securities and Exchange Commission",
    "Securities & Exchange Commission": "Securities and Exchange Commission",
    "Investment Advisors Act": "Investment Advisers Act",
    "Investment Adviser Act": "Investment Advisers Act",
    "Investment Companies Act": "Investment Company Act",
    "Financial Industry Regulation Authority": "Financial Industry Regulatory Authority",
    "Commodities Futures Trading Commission": "Commodity Futures Trading Commission",
    "Federal Deposit Insurance Company": "Federal Deposit Insurance Corporation",
    "Internal Revenue Services": "Internal Revenue Service",
    "Standard & Poors": "Standard & Poor's",
    "Rule 497e": "Rule 497(e)",
    "12(b)-1": "12b-1",
    "12b1 ": "12b-1 ",
    "12b-l ": "12b-1 ",
}


def year_of_a_law(subject: Subject) -> Iterator[Breach]:
    """A law is named with a year that is not its own.

    NAM-07 | error | likely | the short titles of the acts (15 U.S.C. 77a, 78a, 80a-51, 80b-20)

    Compares the years of the securities and tax laws that supplements name: the Securities Act is of 1933, the
    Securities Exchange Act of 1934, the Investment Company Act and the Investment Advisers Act of 1940. Laws of states
    are let pass.

    Why: 1933, 1934 and 1940 are mixed up, and a defined term then stands for no law.

    Fails:

        content: Shares are registered under the Securities Act of 1934.

    Mend: write the year of the law that is meant.
    """
    for words in marked_prose(subject, "Act of ", "Code of "):
        for found in _LAW.finditer(words.text):
            before = words.text[: found.start()].split()[-1:] or [""]
            of_a_state = before[0][:1].isupper() and before[0] not in ("The", "Under")
            if found["year"] != _YEARS[found["law"]] and not of_a_state:
                name = f"{found['law']} of {found['year']}"
                yield Breach(words.path, f"the {found['law']} is of {_YEARS[found['law']]}", words=name)


def name_of_an_authority(subject: Subject) -> Iterator[Breach]:
    """A law, rule or authority is not called by its name.

    NAM-08 | warning | certain | the names in the United States Code; Rule 12b-1 under the Investment Company Act

    Looks for a short list of names as they are mistyped: `Securities & Exchange Commission`, `Investment Advisors Act`,
    `12(b)-1`.

    Why: readers notice, and a search for the name does not find it.

    Fails:

        content: The Securities Exchange Commission has not approved the shares.

    Mend: `--fix` writes the name.
    """
    for words in marked(subject, *_MISTYPED):
        if words.role == "name":
            continue
        for wrong, right in _MISTYPED.items():
            if wrong in words.text:
                shown = wrong.strip()
                yield Breach(words.path, f"{shown!r} is called {right.strip()!r}", words=shown, mend=right.strip())
