"""Rules about what an Example has to be there for, and what it has to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from generator.checks.breach import Breach
from generator.checks.rules._example_costs import fits
from generator.checks.rules._examples import Amounts, Seen, examples, tables_of
from generator.checks.rules._fee_tables import charges
from generator.checks.rules._ratios import Ratios, ratios_for, ratios_of
from generator.checks.rules._waiver_terms import End, last_end, years_through
from generator.checks.subject import Subject
from generator.model.kinds.example import ExampleRow
from generator.model.values import spell
from generator.patterns import late

#: Words that tell that the Example is dealt with, though not as data.
_SAID = late(
    r"\b(?:[Tt]his|[Tt]he|[Ee]xpense|[Cc]ost|[Ff]ollowing|[Ff]ee)\s+[Ee]xamples?\b|^\W*Examples?\W*$"
    r"|\bExamples?\b[\u201d\u2019\"']|^Examples?\.\s"
)
#: What an Example in words assumes: a sum, and a return.
_SUM = late(r"\binvest(?:s|ed|ment of)?\s+(?:of\s+)?\$\s?(?P<sum>[\d,]+)")
_RETURN = late(
    r"(?P<rate>\d+(?:\.\d+)?)%\s+(?:annual\s+|hypothetical\s+)*(?:rate of )?return|returns?\s+(?P<other>\d+(?:\.\d+)?)%"
)
#: The part of a counted year that a waiver must last, in the first year and in a later one.
_FIRST_YEAR, _LATER_YEAR = Decimal("0.49"), Decimal("0.82")
_COUNTS = frozenset({"front_load", "deferred_load", "redemption_fee"})


@dataclass(frozen=True, slots=True)
class _Counted:
    """A row that counts a waiver, its last day, the day from which it is counted, and the years between them."""

    row: Amounts
    end: End
    begins: date
    years: Decimal


def missing(subject: Subject) -> Iterator[Breach]:
    """A fee table is revised, and the Example that follows from it is not.

    EX-01 | warning | likely | Form N-1A Item 3: table and Example are one item

    Looks for an Example of the same fund anywhere in the supplement, as data, as a table of words, or spoken of. A
    table for the statement of additional information alone needs none.

    Why: the Example in the prospectus goes on to show what the former fees cost.

    Fails:

        - fee_table:
            rows:
              management_fee: 0.65%
              other_expenses: 0.10%

    Mend: add `example:` with the total of each class. Where no amount changes, waive the finding and say so.
    """
    shown = {seen.fund for seen in examples(subject)}
    told: set[str | None] = set()
    for table in charges(subject):
        change = table.placed.change
        documents = {*change.documents} if change and change.documents else _targets(subject)
        counts = any(line.counted or line.item in _COUNTS for line in table.lines)
        known = table.fund is not None or subject.read
        if counts and known and table.fund not in shown | told and documents != {"sai"} and not _spoken_of(subject):
            told.add(table.fund)
            yield Breach(table.path, "the fee table is revised, and there is no Example that goes with it")


def waiver_outlived(subject: Subject) -> Iterator[Breach]:
    """The Example counts a waiver that is over, or for longer than it lasts, or does not say for how long.

    EX-03 | error | likely | Form N-1A Item 3, Instruction 4(a)

    Compares `waiver_years:` with the last day of each class's waiver, counted from the day on which the Example takes
    effect, where the supplement states that day: as data, or in the note at the waiver's row in the fee table. A part
    of a year counts as a year here; EX-03a is about short ones. A class with a ratio after the waiver needs
    `waiver_years:`.

    Why: the instruction allows the lower ratio only in the periods in which the waiver is expected to go on.

    Fails:

        waiver_years: 3
        rows:
          A: {total: 1.26%, net: 1.07%}

    Mend: write the years that the waiver lasts, or its new last day. Where it lasts longer for one class than for
    another, give each an Example of its own.
    """
    for seen in examples(subject):
        if seen.typed and seen.typed.waiver_years is None:
            for row in seen.rows:
                if row.row and row.row.net is not None:
                    message = "a ratio after a waiver, but no years that the waiver lasts"
                    yield Breach(f"{row.path}.net", message, "add waiver_years: 1")
        counted = _counted(subject, seen)
        least = min(counted, key=lambda one: one.years, default=None)
        if least is None or seen.waiver_years <= (most := ceil(least.years)):
            continue
        message = f"a waiver is counted for {seen.waiver_years} years, and ends on {least.end.day}, in year {most}"
        help = f"write waiver_years: {most}"
        if not most:
            message = f"a waiver is counted, and ended on {least.end.day}, before {least.begins}"
            help = "write the waiver's new last day, or delete waiver_years: and each net:"
        if any(ceil(one.years) > most for one in counted):
            help += f", and give the classes whose waiver lasts longer than that of {least.row.key!r} their own Example"
        also = ((least.end.path, "its last day"),)
        yield Breach(f"{seen.placed.path}.waiver_years", message, help, also)


def waiver_part_of_year(subject: Subject) -> Iterator[Breach]:
    """The Example counts a waiver for a whole year in which it ends early.

    EX-03a | warning | likely | Form N-1A Item 3, Instruction 4(a)

    Looks at the last year that `waiver_years:` counts, from the day on which the Example takes effect. In the first
    year half of it is enough, for the prospectus's own year began before the supplement; in a later one ten months
    are. Amounts that count the waiver for its part of the year are taken.

    Why: the instruction allows the lower ratio only in the periods in which the waiver is expected to go on.

    Fails:

        - waiver: {limits: {A: 1.07%}, ends: 2027-10-01, ended_by: board}
        - example:
            waiver_years: 2   # from October 1, 2026
            rows:
              A: {total: 1.26%, net: 1.07%}

    Mend: count a year less, or state the amounts with the waiver for its part of the year.
    """
    for seen in examples(subject):
        years = seen.waiver_years
        short = [
            one
            for one in _counted(subject, seen)
            if one.years
            and 0 < (part := one.years - (years - 1)) < (_FIRST_YEAR if years == 1 else _LATER_YEAR)
            and not _in_part(subject, seen, one)
        ]
        if least := min(short, key=lambda one: one.years, default=None):
            part = least.years - (years - 1)
            days = round(part * 365)
            span = f"{round(part * 12)} months" if days > 45 else "1 day" if days == 1 else f"{days} days"
            message = f"a waiver is counted for all of year {years}, and ends on {least.end.day}, {span} into it"
            fewer = f"write waiver_years: {years - 1}" if years > 1 else "delete waiver_years: and each net:"
            help = f"{fewer}, or state amounts that count it for {span} of that year"
            yield Breach(f"{seen.placed.path}.waiver_years", message, help, ((least.end.path, "its last day"),))


def nothing_at_sale(subject: Subject) -> Iterator[Breach]:
    """The Example shows what shares cost if they are kept, and nothing is charged when they are sold.

    EX-05 | error | likely | Form N-1A Item 3, Instruction 4(f)

    A class with `no_redemption:` needs a charge at sale: in `deferred_load:`, in the fee table of the fund, or in
    amounts that differ.

    Why: a second row with the same amounts tells readers that they differ.

    Fails:

        A: {amounts: {1: $91, 3: $284}, no_redemption: {1: $91, 3: $284}}

    Mend: delete `no_redemption:`, or state the charge.
    """
    for seen in examples(subject):
        for row in seen.rows:
            table = ratios_of(subject, seen, row.key)
            if row.kept and row.row and not row.row.deferred_load and (why := _no_charge(subject, seen, row, table)):
                yield Breach(f"{row.path}.no_redemption", why)


def kept_unshown(subject: Subject) -> Iterator[Breach]:
    """A class pays a charge when shares are sold, and the Example does not show what they cost if they are kept.

    EX-13 | warning | likely | Form N-1A Item 3, Instruction 4(f)

    Looks at the deferred sales charge in the fee table of the same fund. One with a note is passed over: it is often
    charged on large purchases only.

    Why: the form asks for both, and the amounts shown leave the charge out.

    Fails:

        deferred_load: {A: None, C: 1.00%}

    Mend: add `deferred_load:` with the charge at the end of each year to the class's row of the Example; beside amounts
    that are stated, `no_redemption:` with those of shares that are kept.
    """
    for seen in examples(subject):
        for table in tables_of(subject, seen) if seen.typed else ():
            line = table.line("deferred_load")
            for row in seen.rows if line and not line.note else ():
                cell = table.cell("deferred_load", row.key)
                if cell and cell.rate and row.row and not row.row.redeemable:
                    message = f"the fee table has a deferred charge of {spell(cell.rate)}, this row none"
                    yield Breach(
                        row.path, message, _kept_remedy(row.row, spell(cell.rate)), ((cell.path, "the charge"),)
                    )


def _kept_remedy(row: ExampleRow, charge: str) -> str:
    """What to type for what shares cost that are kept: the charge where amounts are computed, else those amounts."""
    if row.total is None:
        return "add `no_redemption:` to the row, with the amounts by year if the shares are kept, beside `amounts:`"
    return f"add `deferred_load: {{1: {charge}}}` to the row, with the charge at the end of each year that has one"


def waiver_without_ratio(subject: Subject) -> Iterator[Breach]:
    """The Example says that it counts a waiver, and computes no amount with one.

    EX-12 | warning | likely | Form N-1A Item 3, Instruction 4(a)

    `waiver_years:` is stated, the amounts are computed, and no row has a ratio after the waiver.

    Why: the words above the amounts say what the amounts do not do.

    Fails:

        waiver_years: 1
        rows:
          A: {total: 1.26%}

    Mend: add `net:` to the rows of the classes that have a waiver, or delete `waiver_years:`.
    """
    for seen in examples(subject):
        computed = [row.row for row in seen.rows if row.row and row.row.total is not None]
        stated = len(computed) < len(seen.rows)
        if seen.waiver_years and computed and not stated and all(row.net is None for row in computed):
            message = "a waiver is counted, but no class has a ratio after it"
            yield Breach(f"{seen.placed.path}.waiver_years", message)


def other_assumptions(subject: Subject) -> Iterator[Breach]:
    """An Example in words assumes another sum or another return than the form.

    EX-14 | warning | likely | Form N-1A Item 3, Example

    Looks at sentences that assume an investment: $10,000 and a return of 5% a year are the form's.

    Why: funds are compared by their Examples, which is why all assume the same.

    Fails:

        - This Example assumes that you invest $1,000 in the Fund and that your investment has a 5% return each year.

    Mend: write $10,000 and 5%, and compute the amounts with them; or give the Example as data.
    """
    for one in subject.prose:
        if "ssum" not in one.text or "invest" not in one.text or "xample" not in one.text:
            continue
        if (found := _SUM.search(one.text)) and found["sum"].rstrip(",") != "10,000":
            yield Breach(one.path, f"the Example assumes ${found['sum']}, the form $10,000", words=found[0])
        if (found := _RETURN.search(one.text)) and Decimal(found["rate"] or found["other"]) != 5:
            rate = found["rate"] or found["other"]
            yield Breach(one.path, f"the Example assumes a return of {rate}%, the form 5%", words=found[0])


def _targets(subject: Subject) -> set[str]:
    return {target.document for target in subject.supplement.targets}


def _spoken_of(subject: Subject) -> bool:
    """Whether the words of the supplement, or a place that it names, tell of the Example."""
    places = (
        place for _, change in subject.changes for place in (*change.location.section, change.location.table or "")
    )
    return any(_SAID.search(text) for text in (*(one.text for one in subject.words), *places))


def _counted(subject: Subject, seen: Seen) -> list[_Counted]:
    """The rows that count a waiver whose last day is known; all rows where none has a ratio after it."""
    begins = subject.effective(seen.placed.change)
    if not begins or not seen.waiver_years:
        return []
    ratios = [(row, ratios_for(subject, seen, row)) for row in seen.rows]
    waived = [row for row, one in ratios if one and one.net is not None and one.net != one.total]
    ends = [(row, last_end(subject, seen.fund, row.key)) for row in waived or seen.rows]
    return [_Counted(row, end, begins, years_through(begins, end.day)) for row, end in ends if end]


def _in_part(subject: Subject, seen: Seen, one: _Counted) -> bool:
    """Whether a row's amounts are stated, and count the waiver for a part of the last year alone."""
    ratios = ratios_for(subject, seen, one.row) if one.row.sold else None
    return ratios is not None and fits(one.row, ratios, one.years)


def _no_charge(subject: Subject, seen: Seen, row: Amounts, table: Ratios | None) -> str:
    """Why there is no charge at sale; nothing where there is one, or may be."""
    if all(row.sold.get(year, (None, ""))[0] == value for year, (value, _) in row.kept.items()):
        return "the amounts are the same whether shares are sold or kept" if row.sold else ""
    redeemed = next((cell for one in tables_of(subject, seen) if (cell := one.cell("redemption_fee", row.key))), None)
    if table and table.deferred_load == 0 and (redeemed is None or redeemed.nothing):
        return "the fee table has no charge at sale for this class"
    return ""
