"""Rules about the figures of the Example: its amounts against the ratios, its ratios against the fee table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges
from generator.checks.rules._example_costs import amount_at, compared, fits, misses, off_by, unconverted
from generator.checks.rules._examples import Amounts, Seen, examples, tables_of
from generator.checks.rules._ratios import Ratios, own_ratios, ratios_of
from generator.checks.subject import Subject
from generator.model.funds import class_name
from generator.model.values import NONE, spell

#: For so many years an Example is tried with a waiver that its words do not mention.
_MOST_YEARS = 3


def amounts_off(subject: Subject) -> Iterator[Breach]:
    """An amount of the Example is not what the ratios give.

    EX-06 | error | likely | Form N-1A Item 3, Example; average balance method

    Computes each stated amount from the row's own ratios, else from the fee table of the same fund in the same
    supplement: $10,000, 5% a year, average balance, rounded once. Two dollars or more off is reported. Amounts may
    count a waiver for a part of the year in which it ends, and a conversion that the supplement tells. Where no table
    says what is charged at purchase and at sale, they may count a charge that explains all of them: a usual one at
    purchase, or one at sale that falls with the years, beside amounts without it.

    Why: an amount that was carried over from last year is wrong as soon as a ratio changes.

    Fails:

        A: {total: 0.89%, amounts: {1: $91, 3: $284, 5: $493, 10: "$1,106"}}

    Mend: write the computed amount or leave it out, or correct the ratio. `supplement explain` shows the steps.
    """
    for seen, row, ratios, years in compared(subject):
        untold = unconverted(row, ratios, years)
        for path, (off, wanted) in off_by(row, ratios, years).items():
            if off > 1 and path not in untold and not _unmentioned(seen, row, ratios):
                also = ((ratios.path, "the ratio"),) if ratios.path != row.path else ()
                stated = amount_at(row, path)
                message = f"{spell(stated)} is stated, {spell(wanted)} computed"
                yield Breach(path, message, _help(row, ratios, spell(wanted), stated > wanted), also)


def dollar_off(subject: Subject) -> Iterator[Breach]:
    """An amount of the Example is one dollar off what the ratios give.

    EX-06a | warning | possible | Form N-1A Item 3, Example; average balance method

    As EX-06, for amounts that are exactly one dollar off: another way of rounding gives that too.

    Why: one dollar is rounding, or a ratio that changed in its last digit after the Example was computed.

    Fails:

        A: {total: 0.89%, amounts: {1: $90, 3: $284, 5: $493, 10: "$1,096"}}

    Mend: write the computed amount, or leave it out.
    """
    for seen, row, ratios, years in compared(subject):
        for path, (off, wanted) in off_by(row, ratios, years).items():
            if off == 1 and not _unmentioned(seen, row, ratios):
                message = f"{spell(amount_at(row, path))} is stated, {spell(wanted)} computed"
                yield Breach(path, message, f"write {spell(wanted)}, if nothing else rounds it so")


def table_off(subject: Subject) -> Iterator[Breach]:
    """No ratio of the fee table gives the amounts of an Example that is a table of words.

    EX-15 | warning | possible | Form N-1A Item 3, Example; average balance method

    As EX-06, for a table with amounts by years that is not typed as `example:`. It is tried with and without a
    waiver of one to three years, and with usual sales charges where no table says what is charged.

    Why: in a document that was filed elsewhere too, fee table and Example should belong together.

    Fails:

        - table:
            head: ["", 1 Year, 3 Years, 5 Years, 10 Years]
            rows: [[Class A, $93, $290, $504, "$1,220"], [Class C, $168, $520, $897, "$1,955"]]

    Mend: compute the amounts again, or give them as `example:` with ratios.
    """
    for seen in examples(subject):
        for row in seen.rows if seen.typed is None else ():
            ratios = ratios_of(subject, seen, row.key)
            if ratios and not any(_explained(row, ratios, years) for years in range(_MOST_YEARS + 1)):
                (path, (_, wanted)) = max(off_by(row, ratios, 0).items(), key=lambda one: one[1][0])
                stated = spell(amount_at(row, path))
                message = f"{stated} does not follow from {spell(ratios.total)}, which gives {spell(wanted)}"
                yield Breach(path, message, also=((ratios.path, "the ratio"),))


def waiver_unmentioned(subject: Subject) -> Iterator[Breach]:
    """The amounts count a waiver, and the words above them do not say so.

    EX-07 | warning | likely | Form N-1A Item 3, Instruction 4(a)

    Amounts that do not follow from the ratio before the waiver, and do follow from the one after it for some first
    years, in an Example without `waiver_years:`.

    Why: a reader who does the sum with the ratio in the table comes to another figure.

    Fails:

        - example:
            rows:
              A: {1: $109, 3: $381, 5: $673, 10: "$1,506"}

    Mend: add `waiver_years:` with the years for which the amounts count the waiver.
    """
    for seen, row, ratios, _ in compared(subject):
        if years := _unmentioned(seen, row, ratios):
            span = "the first year" if years == 1 else f"the first {years} years"
            message = f"the amounts count a waiver for {span}, and the Example does not say so"
            yield Breach(row.path, message, f"add waiver_years: {years}")


def ratio_not_of_table(subject: Subject) -> Iterator[Breach]:
    """A ratio in the Example is not the one in the fee table.

    EX-09 | error | likely | Form N-1A Item 3: table and Example are one item

    Compares `total:`, `net:`, `front_load:` and `deferred_load:` of each class with the fee table of the same fund
    in the same supplement. A redemption fee of the table may be counted in `deferred_load:`, and a purchase fee in
    `front_load:`.

    Why: the amounts are computed from a ratio that the reader does not see, and cannot be checked against the table.

    Fails:

        A: {total: 1.14%}

    Mend: write the ratio of the table, or correct the table.
    """
    for seen in examples(subject):
        for row in seen.rows:
            own = own_ratios(row.row, row.path) if row.row else None
            table = ratios_of(subject, seen, row.key) if own else None
            if own and table:
                yield from _differing(row, own, table)


def without_class(subject: Subject) -> Iterator[Breach]:
    """A class of the fee table has no row in the Example, or the other way about.

    EX-10 | warning | likely | Form N-1A Item 3, Instruction 1(d)(ii): a response for each class

    Compares the columns of the fee table with the rows of the Example of the same fund, or of its Examples.

    Why: a class that was added to one of the two is easily forgotten in the other.

    Fails:

        rows:
          A: {total: 0.90%}

    Mend: add the row, or take the class out of the table.
    """
    first: dict[str | None, Seen] = {}
    for seen in examples(subject):
        own = {row.key for other in examples(subject) if other.fund == seen.fund for row in other.rows}
        for table in _typed_tables(subject, seen):
            shown = [key for key in table.columns if key != "all"]
            if shown and "all" not in own:
                told = first.setdefault(seen.fund, seen) is not seen
                for key in (key for key in shown if key not in own and not told):
                    name = class_name(seen.fund or "", key, subject.house).value
                    message = f"{name} is in the fee table, and has no row in the Example"
                    yield Breach(f"{seen.placed.path}.rows", message, also=((table.path, "the fee table"),))
                for row in (row for row in seen.rows if row.key not in shown):
                    name = class_name(seen.fund or "", row.key, subject.house).value
                    message = f"{name} has a row in the Example, and no column in the fee table"
                    yield Breach(row.path, message, also=((table.path, "the fee table"),))


def out_of_order(subject: Subject) -> Iterator[Breach]:
    """Costs fall as the years go by, or are higher for shares that are kept.

    EX-11 | warning | likely | Form N-1A Item 3, Example: costs add up over the years

    Looks at stated amounts. Those of shares that are kept rise with the years, and so do those of shares that are
    sold where no charge at sale falls meanwhile; nobody pays more for keeping shares than for selling them.

    Why: two columns or two tables changed places.

    Fails:

        A: {1: $284, 3: $91, 5: $493, 10: "$1,096"}

    Mend: put the amounts under their years.
    """
    for seen in examples(subject):
        for row in seen.rows:
            charged = row.row is not None and row.row.redeemable
            for shown in (row.kept, {} if charged else row.sold):
                for (_, (less, _)), (year, (more, path)) in pairwise(shown.items()):
                    if more < less:
                        yield Breach(path, f"{spell(more)} after {year} years, {spell(less)} before")
            for year, (value, path) in row.kept.items():
                if year in row.sold and value > row.sold[year][0]:
                    message = f"{spell(value)} if the shares are kept, {spell(row.sold[year][0])} if they are sold"
                    yield Breach(path, message)


def _unmentioned(seen: Seen, row: Amounts, ratios: Ratios) -> int:
    """For how many years the amounts count a waiver of which the Example says nothing; 0 where they do not."""
    if seen.waiver_years or ratios.net is None or ratios.net == ratios.total or fits(row, ratios, 0):
        return 0
    return next((years for years in (1, 2, 3, 5, 10) if fits(row, ratios, years)), 0)


def _explained(row: Amounts, ratios: Ratios, years: int) -> bool:
    """Whether the amounts follow from the ratios, that for ten years perhaps by a conversion."""
    return misses(row, ratios, years) == len(unconverted(row, ratios, years))


def _help(row: Amounts, ratios: Ratios, wanted: str, higher: bool) -> str:
    """What to do about an amount: write another, or say what it counts."""
    if not higher or (row.row and row.row.deferred_load):
        return f"write {wanted}, or check the ratios"
    if row.kept:
        return f"write {wanted}, or state the charge at sale that it counts: deferred_load:"
    if ratios.front_load is None:
        return f"write {wanted}, or state the sales charge that it counts, with total: front_load: or deferred_load:"
    return f"write {wanted}, or check the ratios"


#: What the ratios of a row are called.
_CALLED = {"total": "the total", "net": "the total after the waiver", "front_load": "the sales charge at purchase"}


def _differing(row: Amounts, own: Ratios, table: Ratios) -> Iterator[Breach]:
    """The figures of a row that are not those of the table; what is charged at sale may be less than there."""
    there = ((table.path, "the fee table"),)
    pairs = [(name, getattr(own, name), getattr(table, name)) for name in ("total", "net", "front_load")]
    for name, mine, other in pairs:
        more = table.purchase if name == "front_load" else Decimal(0)
        if mine is not None and other is not None and not other <= mine <= other + more:
            told = f"{_spell(other)} with a purchase fee of {spell(more)}" if more else _spell(other)
            message = f"{_CALLED[name]} is {_spell(mine)} here, {told} in the fee table"
            yield Breach(f"{row.path}.{name}", message, f"write `{name}: {_spell(other + more)}`", there)
    if table.deferred_load is None or own.deferred_load is None:
        return
    if own.deferred_load > (most := table.deferred_load + table.redemption):
        message = f"the charge at sale is {_spell(own.deferred_load)} here, {_spell(most)} in the fee table"
        help = f"write {_spell(most)} or less for each year under `deferred_load:`, or correct the table"
        yield Breach(f"{row.path}.deferred_load", message, help, there)


def _spell(rate: Decimal) -> str:
    return spell(rate) if rate else NONE


def _typed_tables(subject: Subject, seen: Seen) -> Iterator[Charges]:
    return (one for one in tables_of(subject, seen) if one.table and seen.typed)
