"""Rules about sections: their numbers, their titles, their sub-heads, and what follows a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.rules._parts import inside, is_supplement
from generator.checks.subject import Subject
from generator.model.content import Content
from generator.patterns import late

_NUMBERED = late(r"(?P<number>[IVXL]+|\d{1,2})\.\s")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
_HEADS = ("heading", "subheading")
#: Words of a title, and the kinds of content that belong under it.
_TITLES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (late(words, re.IGNORECASE), frozenset(kinds.split()))
    for words, kinds in (
        (r"portfolio manag|investment team", "manager_change people"),
        (
            r"\bfees?\b|\bexpenses?\b",
            "fee_table fee_schedule example waiver waiver_change waiver_end distribution_fee_change sub_advisory_fee"
            " sales_charges adviser_change",
        ),
        (r"\brisks?\b", "risk investment_permission"),
        (r"\bobjectives?\b", "objective"),
        (r"\bstrateg(?:y|ies)\b", "strategy investment_permission diversification"),
        (r"\bdividends?\b|\bdistributions?\b", "distributions distribution_fee_change"),
        (r"\btrustees?\b|\bdirectors\b|\bofficers\b", "trustees"),
        (r"\bperformance\b|\breturns\b|\bbenchmark\b|\bindex\b", "benchmark"),
        (r"\bliquidation\b", "liquidation"),
        (r"\breorgani[sz]ation\b|\bmerger\b", "reorganization"),
    )
)
_PLACED = frozenset(kind for _, kinds in _TITLES for kind in kinds)


def numbers(subject: Subject) -> Iterator[Breach]:
    """The numbers of sections skip or repeat one, or a single section has a number.

    SEC-01 | warning | likely | house rule: sections are numbered from one, where there are several

    The numbers of a house style are computed; here a lone one is found. In titles that carry a number of their own,
    every number is compared with the one that is due.

    Why: the reader looks for the section that is missing.

    Fails:

        changes:
          - section: I. Portfolio Managers
            content: The Fund has new portfolio managers.
          - section: III. Minimum Investments
            content: The Fund has new minimum investments.

    Mend: leave the numbers to `numbering:` of the style; delete it where there is one section.
    """
    titles = [(f"{path}.section", change.section) for path, change in subject.changes if change.section]
    if subject.house.style.numbering != "none" and len(titles) == 1:
        yield Breach(titles[0][0], "the only section has a number")
    own = [(path, match["number"]) for path, title in titles if (match := _NUMBERED.match(title))]
    for index, (path, given) in enumerate(own):
        due = str(index + 1) if given.isdecimal() else _ROMAN[min(index, len(_ROMAN) - 1)]
        if given != due and index < len(_ROMAN):
            yield Breach(path, f"this section has the number {given}, {due} is due", words=f"{given}.")
            return


def another_title(subject: Subject) -> Iterator[Breach]:
    """The title of a section is that of other content.

    SEC-02 | info | possible | house rule: a title says what follows

    Compares the words of a title (“Portfolio Managers”, “Fees”, “Risks” …) with the kinds of content under it. Prose is
    not looked at.

    Why: the change was put under the title of the one before, and is overlooked there.

    Fails:

        - section: Portfolio Managers
          content:
            - risk: {principal: yes, risks: [{name: Sector Risk, text: A sector can fall.}]}

    Mend: give the change a title of its own.
    """
    for path, change in subject.changes if is_supplement(subject) else ():
        title, at = change.section or next(iter(change.location.section[-1:]), ""), f"{path}.section"
        kinds = {placed.kind for placed in inside(subject, path)} & _PLACED
        fitting = [known for words, known in _TITLES if title and words.search(title)]
        if kinds and fitting and not kinds & frozenset().union(*fitting):
            told = " and ".join(sorted(kind.replace("_", " ") for kind in kinds))
            yield Breach(at if change.section else f"{path}.location.section", f"under this title stands: {told}")


def sub_heads(subject: Subject) -> Iterator[Breach]:
    """A sub-head stands before its lead-in in one section and after it in another.

    SEC-03 | warning | likely | house rule: one order of parts in one supplement

    Compares the changes that have a lead-in and a heading next to it: in `introduction:`, or first in `content:`.

    Why: above a lead-in a heading seems to be the supplement's own, below it a part of the prospectus.

    Fails:

        - section: Additional Strategies
          introduction:
            - heading: Real Estate
          operation: supplement

    Mend: move the heading from `introduction:` to `content:`, or the other way round.
    """
    led = [(path, change) for path, change in subject.changes if change.lead_in or change.operation != "notice"]
    before = [at for path, one in led if (at := _head(one.introduction, f"{path}.introduction", last=True))]
    after = [at for path, one in led if (at := _head(one.content, f"{path}.content", last=False))]
    if before and after:
        also = ((after[0], "here it stands after"),)
        yield from (Breach(at, "this sub-head stands before its lead-in", also=also) for at in before)


def after_a_colon(subject: Subject) -> Iterator[Breach]:
    """A paragraph ends in a colon, and nothing follows it.

    SEC-14 | warning | likely | house rule: a colon announces something

    Looks at the last paragraph of every change and at a lead-in in words of its own. Where a document was read, what
    follows may have been taken for the next change, so that only its end is looked at. What a lead-in of the tool's
    leads in is SEC-04.

    Why: what was to follow has been lost, often a table.

    Fails:

        - content:
            - "The following minimums apply:"

    Mend: add what is announced, or end the paragraph in a full stop.
    """
    supplement = subject.supplement
    ends = [(change.content, f"{path}.content") for path, change in subject.changes]
    ends += [(supplement.closing, "closing")] if supplement.closing else []
    ends += [(supplement.opening, "opening")] if not ends else []
    for content, path in ends[-1:] if subject.read else ends:
        shown = [(index, block) for index, block in enumerate(content) if block.body and block.kind != "page_break"]
        if shown and (last := shown[-1][1]).kind == "paragraph" and last.body.endswith(":"):
            yield Breach(f"{path}[{shown[-1][0]}].paragraph", "nothing follows this colon", words=last.body[-30:])
    for path, change in subject.changes:
        if change.lead_in.endswith(":") and not any(block.body for block in change.content):
            yield Breach(f"{path}.lead_in", "nothing follows this lead-in")


def _head(content: Content, path: str, last: bool) -> str:
    """The place of the heading at an end of content; empty where something else stands there."""
    shown = [(index, block) for index, block in enumerate(content) if block.body]
    if not shown or (at := shown[-1 if last else 0])[1].kind not in _HEADS:
        return ""
    return f"{path}[{at[0]}].{at[1].kind}"
