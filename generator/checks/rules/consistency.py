"""Rules about slips that another place gives away: a fund, a document or a figure that is not the one there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges, spell_figure
from generator.checks.rules._days import day_of, stated_days
from generator.checks.rules._examples import examples
from generator.checks.rules._fee_tables import charges_of
from generator.checks.rules._marked import marked_prose
from generator.checks.rules._noted import noted
from generator.checks.rules._ratios import ratios_of
from generator.checks.rules._row_names import row_of
from generator.checks.sentences import sentence_of, sentences
from generator.checks.subject import LISTING, Placed, Subject
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.name_change import NameChange
from generator.model.values import spell
from generator.patterns import late

#: Sentences that may speak of another fund: what one fund has to do with the other, or how they are alike.
_OF_BOTH = late(
    r"\b(?:exchang\w+|merg\w+|reorgani\w+|acqui\w+|transfer\w*|conver\w+|success\w+|predecess\w+|former\w*|previous\w*"
    r"|master|feeder|invest\w* (?:\w+ ){0,3}in|shares of other|other funds?|same|similar\w*|compar\w+"
    r"|like|unlike|than|each of|both|neither|(?:un|not )affected"
    r"|(?:stays?|remains?|continues?) (?:\w+ )?(?:open|available|unchanged))\b",
    re.IGNORECASE,
)
_A_YEAR = timedelta(365)
_TO = late(r"\b(?:corrected|restated|changed|revised) to (?P<figure>\d{1,2}\.\d{2})\s?%")
_ANNOUNCES = late(
    r"\b(?:includ(?:es?|ing)|such as|to|at|of|by|from|is|are):$|\b(?:that|to|of|by|if|who|includ(?:es?|ing)|such as)$"
)
_BEFORE_WORDS = late(r"(?:to|at|of|by|from|is|are):$")
#: So many blanks are between the words of what is more than the name of a part.
_LABEL = 3


def another_funds_name(subject: Subject) -> Iterator[Breach]:
    """A sentence is about a fund that the supplement does not amend.

    CMB-04 | warning | possible | house rule: a text that is copied gets the name of its own fund

    Looks for the names of the registrant's other funds in sentences that name no fund of the supplement. Sentences
    about exchanges, mergers, funds that invest in one another and the like are let pass.

    Why: a text from another fund's supplement tells the wrong shareholders, and promises something of the wrong fund.

    Fails:

        funds: growth
        content: The Example Income Fund may also accept securities as payment for its shares.

    Mend: write the name of the fund that the supplement is for, or add the other to `funds:`.
    """
    registrant, own = subject.registrant, subject.house.funds
    others = [fund.name for key, fund in registrant.funds.items() if key not in subject.supplement.funds]
    if subject.read or not own:
        return
    term = registrant.terms.fund
    mine = re.compile("|".join([*(re.escape(fund.name) for fund in own), rf"\b(?:[Tt]he|[Ee]ach) {term}\b"]))
    for words in marked_prose(subject, *others):
        for name in others if words.path.startswith("changes") else ():
            at = words.text.find(name)
            sentence = sentence_of(words.text, at) if at >= 0 else ""
            if sentence and not mine.search(sentence.replace(name, "")) and not _OF_BOTH.search(sentence):
                yield Breach(words.path, f"the supplement is not for the {name}", words=name)


def document_not_amended(subject: Subject) -> Iterator[Breach]:
    """A change is of a document that the supplement does not amend.

    DOC-11 | error | likely | house rule: every change stands in a target document

    Compares `documents:` of each change with the targets.

    Why: the change is made in a document that this supplement is not attached to, so nobody meets it there.

    Fails:

        targets:
          - {document: prospectus, date: 2026-05-01}
        documents: sai

    Mend: add the document to `targets:`, or take it out of the change.
    """
    targets = {target.document for target in subject.supplement.targets}
    for path, change in subject.changes if targets else ():
        for name in dict.fromkeys(change.documents):
            if name not in targets:
                yield Breach(f"{path}.documents", f"the supplement amends no {name.replace('_', ' ')}")


def same_change(subject: Subject) -> Iterator[Breach]:
    """A change stands twice.

    DOC-12 | warning | likely | house rule: a change is made once

    Compares each change with those before it: all that it says is the same. What replaces or removes the same place
    twice is DOC-06. Documents that were read are not looked at: their headings recur.

    Why: it was copied to be changed, and was not; the change that was meant is missing.

    Fails:

        - operation: add_at_end
          location: {section: Buying Shares}
          content: Shares can be bought online.
        - operation: add_at_end
          location: {section: Buying Shares}
          content: Shares can be bought online.

    Mend: write the change that was meant, or delete it.
    """
    before: list[tuple[str, object]] = []
    for path, change in subject.changes if not subject.read else ():
        first = next((at for at, one in before if one == change), None)
        if first and not change.operation.startswith(("replace", "delete")):
            yield Breach(path, "this change stands above already", also=((first, "the same change"),))
        before.append((path, change))


def far_ahead(subject: Subject) -> Iterator[Breach]:
    """Something takes effect a year or more after the supplement.

    DAT-18 | warning | possible | house rule: what comes later than the next prospectus is told in that

    Compares the days from which changes hold, those of events to come, and the day of first use with the supplement's
    own date. Last days of waivers, and rules of law, may lie further ahead.

    Why: a prospectus is renewed every year, so a year too many was typed.

    Fails:

        date: 2026-09-30
        effective: 2027-12-01

    Mend: correct the year; where it is right, waive the finding.
    """
    supplement = subject.supplement
    if supplement.date is None:
        return
    found = {"filed": supplement.filed, "used_from": supplement.used_from, "effective": day_of(supplement.effective)}
    found |= {f"{path}.effective": day_of(change.effective) for path, change in subject.changes}
    found |= {one.path: one.day for one in stated_days(subject) if one.sort in ("start", "coming")}
    for path, day in found.items():
        if day and day - supplement.date >= _A_YEAR:
            yield Breach(path, f"{day} is a year or more after the supplement, {supplement.date}")


def marked_twice(subject: Subject) -> Iterator[Breach]:
    """A note is marked twice in one place.

    FN-16 | warning | certain | house rule: a place has a mark once

    Looks at the keys of each `note:`.

    Why: the mark is printed twice, and the note that was meant not at all.

    Fails:

        management_fee: {all: 0.65%, note: [waived, waived]}

    Mend: name the other note, or leave one out.
    """
    for table in noted(subject):
        for path, keys in table.places:
            for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
                yield Breach(path, f"the note {key!r} is marked twice here")


def list_missing(subject: Subject) -> Iterator[Breach]:
    """A paragraph announces a list, and none follows.

    SEC-15 | warning | likely | house rule: a text is read once more before it is filed

    Looks at paragraphs that end in `include:` or `such as:`, or break off after `that`, `to`, `of` and the like,
    and at what follows in the same change; and at those that end in `at:`, `are:` and the like before a paragraph of
    several words that ends in a colon, too. A colon with nothing behind it at all is SEC-14.

    Why: the list was lost on the way, and the sentence is half of one.

    Fails:

        - The risks of such investments include
        - The Adviser looks for companies that grow.

    Mend: add the list, or finish the sentence.
    """
    followed = {one.path: after for one, after in pairwise(subject.blocks) if one.number == after.number}
    for placed in subject.blocks if not subject.read else ():
        announces = _ANNOUNCES.search(placed.body) if placed.kind == "paragraph" else None
        after = followed.get(placed.path)
        if announces and _lacks_list(announces[0], after):
            words = announces[0]
            yield Breach(placed.path, f"the paragraph ends in {words!r}, and no list follows", words=words)


def _lacks_list(announced: str, after: Placed | None) -> bool:
    """Whether what follows a paragraph's last words is not what they announce.

    After `at:` or `are:` a paragraph may say it, and a few words with a colon may be the name of a part of it.
    """
    if after is None:
        return announced[-1] != ":"
    if _BEFORE_WORDS.match(announced):
        return after.kind == "paragraph" and after.body.endswith(":") and after.body.count(" ") >= _LABEL
    return after.kind not in LISTING


def corrected_to(subject: Subject) -> Iterator[Breach]:
    """A sentence says to what a figure is corrected, and the fee table has another.

    NUM-19 | error | likely | Form N-1A Item 3: one figure, wherever it is told

    Looks for sentences that name a row of the fee table and say that it is `corrected to`, `restated to` or `changed
    to` a percentage, and compares with the table of the same fund: the classes that the sentence names, else any.

    Why: a correction that is itself wrong is worse than the slip.

    Fails:

        reason: Other Expenses of Class A were printed as 0.81% and are corrected to 0.19%.

    Mend: correct the sentence, or the table.
    """
    for words in marked_prose(subject, "ed to "):
        number = re.match(r"changes\[(\d+)\]", words.path)
        change = subject.supplement.changes[int(number[1])] if number else None
        for sentence in sentences(words.text):
            told, item = list(_TO.finditer(sentence)), row_of(sentence)
            if not item or len(told) != 1:
                continue
            for table in charges_of(subject, subject.house.fund_key_of(change)):
                shown = _figures(table, item, sentence)
                if shown and Decimal(told[0]["figure"]) not in shown:
                    figures = " or ".join(map(spell_figure, sorted(shown)))
                    yield Breach(words.path, f"the fee table has {figures}", words=told[0][0])


def _figures(table: Charges, item: str, sentence: str) -> set[Decimal]:
    """The percentages of a row, of the classes that a sentence names, else of all."""
    cells = [*zip(table.names, table.cells(item), strict=False)]
    named = [cell for name, cell in cells if name and re.search(rf"\b{re.escape(name)}\b", sentence)]
    return {cell.rate for cell in named or (cell for _, cell in cells) if cell.rate is not None}


def charge_at_sale(subject: Subject) -> Iterator[Breach]:
    """The Example counts a lower charge at sale than the fee table shows, in the first year and in no other.

    EX-16 | warning | possible | Form N-1A Item 3: table and Example are one item

    Compares `deferred_load:` of a class whose Example has it for year 1 alone with the highest charge at sale in the
    fee table. A higher charge than the table's is EX-09; charges that fall over the years are let pass.

    Why: a charge that lasts for a year or so is the same on its last day as on its first.

    Fails:

        deferred_load:
          1: 1.00%

    Mend: write the charge of the table, or correct the table.
    """
    for seen in examples(subject):
        for row in seen.rows:
            own = row.row.deferred_load if row.row else {}
            table = ratios_of(subject, seen, row.key) if [*own] == ["1"] else None
            rate, most = own.get("1"), table and table.deferred_load
            if isinstance(rate, Decimal) and most and rate < most:
                message = f"{spell(rate)} is charged at sale here, {spell(most)} in the fee table"
                yield Breach(f"{row.path}.deferred_load.1", message)


def short_symbol(subject: Subject) -> Iterator[Breach]:
    """A class has a shorter ticker symbol than another class of its fund.

    IDS-09 | warning | likely | Nasdaq: symbols of mutual funds have five letters, the last an X

    Compares the symbols of the classes that the registrant declares for each fund of the supplement, and those of
    classes that are launched or renamed together. Only exchange-traded funds have fewer than five letters, and those
    have one class.

    Why: a letter was lost, and what is left may be another company's symbol.

    Fails:

        funds:
          growth:
            name: Example Growth Fund
            classes: {A: {name: Class A, ticker: EXGAX}, I: {name: Class I, ticker: EXGI}}

    Mend: correct the symbol.
    """
    for symbols in _symbols(subject):
        longest = max(symbols.values(), key=len, default="")
        for path, symbol in symbols.items():
            if len(symbol) < len(longest) == 5:
                yield Breach(path, f"{symbol} has {len(symbol)} letters, {longest} has five")


def _symbols(subject: Subject) -> Iterator[dict[str, str]]:
    """The symbols of each fund's classes, and of each block with new ones, by their paths."""
    for key, fund in zip(subject.house.fund_keys, subject.house.funds, strict=True):
        path = f"registrant.funds.{key}.classes"
        yield {f"{path}.{name}.ticker": one.ticker for name, one in fund.classes.items() if one.ticker}
    for placed in subject.blocks:
        if placed.kind in (ClassLaunch.kind, NameChange.kind):
            tickers = enumerate(getattr(one, "ticker", None) for one in placed.body.classes)
            yield {f"{placed.path}.classes[{at}].ticker": ticker for at, ticker in tickers if ticker}
