"""Rules about the lines that every supplement has: Rule 497, the file number, and to keep it with the prospectus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.rules._parts import is_supplement, of_registrant
from generator.checks.subject import Subject
from generator.patterns import late

_RULE = late(r"\b497 ?\([a-k]\)|\brule 497\b", re.IGNORECASE)
_FILE_NUMBER = late(r"(?<![\d-])(?:811-\d{4,6}|(?:333|33|033|2|002)-\d{4,8})(?!\d)")
_ANY_NUMBER = late(r"(?<![\d-])\d{1,3}-\d{4,8}(?!\d)")
_LINE = "a line to keep it"
_RETAIN = late(
    r"\b(?:retain(?:ed)?|keep|kept|save|attach(?:ed)?|maintained)\b[^.]*\b(?:future|reference|records|prospectus)",
    re.IGNORECASE,
)


def missing(subject: Subject) -> Iterator[Breach]:
    """A supplement lacks its legend, its file number or the line to keep it.

    LEG-01 | warning | likely | Rule 497(g); house rule: a supplement is kept with its prospectus

    Looks in `legend:`, in the header and in the author's own words for the paragraph of Rule 497, for a file number,
    and for a sentence such as “Please keep this supplement for future reference”. A house style with a `legend:` has
    the first two, `closing: retain` the last.

    Why: Rule 497(g) wants the paragraph and the file number in the upper right corner of the cover. Without the last
    line, the investor throws the sheet away.

    Fails:

        registrant: {name: Example Trust, file_no_1933: 333-48456, funds: {growth: Example Growth Fund}}
        date: 2026-09-30

    Mend: add `legend: rule_497e` and `closing: retain` to the registrant's style.
    """
    if not is_supplement(subject):
        return
    text = " ".join(words.text for words in subject.words if not of_registrant(words.path) and words.role != "name")
    worded = subject.house.style.legend and not subject.supplement.legend
    closing = subject.house.style.closing
    lacks = [] if worded or _RULE.search(text) else ["the paragraph of Rule 497"]
    lacks += [] if worded or _FILE_NUMBER.search(text) else ["a file number"]
    lacks += [] if (closing and "retain" in closing) or _RETAIN.search(text) else [_LINE]
    if lacks:
        at = "legend" if subject.supplement.legend else "date"
        yield Breach(at, f"the supplement lacks {', '.join(lacks)}", _remedy(lacks, subject))


def _remedy(lacks: list[str], subject: Subject) -> str:
    """What to type for that which is lacking, and for nothing that is there."""
    own = bool(subject.supplement.legend)
    above = any(one != _LINE for one in lacks)
    parts = ["`legend: rule_497e`"] if above and not own else []
    parts += ["`closing: retain`"] if _LINE in lacks else []
    said = f"add {' and '.join(parts)} to the registrant's style" if parts else ""
    if above and own:
        return f"add the line to `legend:`{'; ' * bool(said)}{said}"
    return said


def of_another(subject: Subject) -> Iterator[Breach]:
    """The legend has not what Rule 497(g) asks for, or the file number of another registrant.

    SUB-01 | warning | likely | Rule 497(g)

    A legend names the paragraph of Rule 497 and a file number, one of those that the registrant has: 333- … of the
    Securities Act, 811- … of the Investment Company Act. Supplements without any legend are LEG-01.

    Why: a legend is copied from filing to filing, and with it the number of another trust.

    Fails:

        registrant: {name: Example Trust, file_no_1933: 333-48456, file_no_1940: 811-10183, funds: {growth: Growth}}
        legend: ["Filed pursuant to Rule 497(e)", "File No. 333-48465"]

    Mend: correct the number, or add the line that is missing.
    """
    legend, registrant = subject.supplement.legend, subject.registrant
    if not legend or (subject.read and not any(_RULE.search(line) or _FILE_NUMBER.search(line) for line in legend)):
        return
    if not any(_RULE.search(line) for line in legend):
        yield Breach("legend", "the legend names no paragraph of Rule 497")
    found = [
        (index, number)
        for index, line in enumerate(legend)
        for number in (_ANY_NUMBER if "File No" in line else _FILE_NUMBER).findall(line)
    ]
    if not found:
        yield Breach("legend", "the legend has no file number")
    for index, number in found:
        known = registrant.file_no_1940 if number.startswith("811-") else registrant.file_no_1933
        if known and _plain(number) != _plain(known):
            yield Breach(f"legend[{index}]", f"the registrant has the file number {known}", words=number)


def _plain(number: str) -> tuple[int, int]:
    """A file number without the noughts that some write before it: 002-1, 02-1 and 2-1 are one."""
    act, _, own = number.partition("-")
    return int(act), int(own)
