"""Rules about the figures of the Example: its amounts against the ratios, its ratios against the fee table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges
from generator.checks.rules._examples import (
    Amounts,
    Ratios,
    Seen,
    examples,
    fits,
    fits_with_some_load,
    misses,
    off_by,
    own_ratios,
    ratios_for,
    ratios_of,
    tables_of,
)
from generator.checks.rules._waiver_terms import last_end, years_through
from generator.checks.subject import Subject
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.values import NONE, spell

#: For so many years an Example is tried with a waiver that its words do not mention.
_MOST_YEARS = 3


def amounts_off(subject: Subject) -> Iterator[Breach]:
    """An amount of the Example is not what the ratios give.

    EX-06 | error | likely | Form N-1A Item 3, Example; average balance method

    Computes each stated amount from the row's own ratios, else from the fee table of the same fund in the same
    supplement: $10,000, 5% a year, average balance, rounded once. Two dollars or more off is reported. Where the last
    day of the waiver is known, amounts may count it for a part of the year in which it ends.

    Why: an amount that was carried over from last year is wrong as soon as a ratio changes.

    Fails:

        A: {total: 0.89%, amounts: {1: $91, 3: $284, 5: $493, 10: "$1,106"}}

    Mend: write the computed amount or leave it out, or correct the ratio. `supplement explain` shows the steps.
    """
    for row, ratios, years in _compared(subject):
        for path, (off, wanted) in off_by(row, ratios, years).items():
            if off > 1:
                also = ((ratios.path, "the ratio"),) if ratios.path != row.path else ()
                message = f"{_stated(row, path)} is stated, {spell(wanted)} computed"
                yield Breach(path, message, f"write {spell(wanted)}, or check the ratios", also)


def dollar_off(subject: Subject) -> Iterator[Breach]:
    """An amount of the Example is one dollar off what the ratios give.

    EX-06a | warning | possible | Form N-1A Item 3, Example; average balance method

    As EX-06, for amounts that are exactly one dollar off: another way of rounding gives that too.

    Why: one dollar is rounding, or a ratio that changed in its last digit after the Example was computed.

    Fails:

        A: {total: 0.89%, amounts: {1: $90, 3: $284, 5: $493, 10: "$1,096"}}

    Mend: write the computed amount, or leave it out.
    """
    for row, ratios, years in _compared(subject):
        for path, (off, wanted) in off_by(row, ratios, years).items():
            if off == 1:
                message = f"{_stated(row, path)} is stated, {spell(wanted)} computed"
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
            if ratios and not any(_fits(row, ratios, years) for years in range(_MOST_YEARS + 1)):
                (path, (_, wanted)) = max(off_by(row, ratios, 0).items(), key=lambda one: one[1][0])
                message = (
                    f"{_stated(row, path)} does not follow from {spell(ratios.total)}, which gives {spell(wanted)}"
                )
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
    for seen in examples(subject):
        for row in seen.rows:
            if years := _unmentioned(subject, seen, row):
                span = "the first year" if years == 1 else f"the first {years} years"
                message = f"the amounts count a waiver for {span}, and the Example does not say so"
                yield Breach(row.path, message, f"add waiver_years: {years}")


def ratio_not_of_table(subject: Subject) -> Iterator[Breach]:
    """A ratio in the Example is not the one in the fee table.

    EX-09 | error | likely | Form N-1A Item 3: table and Example are one item

    Compares `total:`, `net:`, `front_load:` and `deferred_load:` of each class with the fee table of the same fund
    in the same supplement.

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
                    message = f"class {key!r} is in the fee table, and has no row in the Example"
                    yield Breach(f"{seen.placed.path}.rows", message, also=((table.path, "the fee table"),))
                for row in (row for row in seen.rows if row.key not in shown):
                    message = f"class {row.key!r} has a row in the Example, and no column in the fee table"
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


def converted(subject: Subject) -> Iterator[Breach]:
    """The ten-year amount of a class that converts is that of one which does not.

    EX-08 | info | possible | practice: the ratio of the class that it becomes counts after the conversion

    Where the supplement also tells that shares of a class become those of another within ten years of purchase, and
    the Example computes the class's amount for ten years from its own ratio throughout.

    Why: the amount is too high, and the converting class looks dearer than it is.

    Fails:

        - class_conversion: {from: C, to: A, after: 8 years}
        - example:
            rows: {A: {total: 1.00%}, C: {total: 1.75%}}

    Mend: state the amount for ten years that counts the other class's ratio after the conversion.
    """
    for placed, conversion in subject.typed(ClassConversion):
        after = conversion.after
        if after is None or not after.unit.startswith("year") or int(after.number) >= 10:
            continue
        funds = conversion.funds or subject.house.fund_keys_of(placed.change)
        for seen in examples(subject):
            for row in seen.rows if seen.fund in funds and seen.typed and not seen.typed.new_fund else ():
                if row.key == conversion.given and row.row and row.row.total is not None and "10" not in row.sold:
                    message = f"shares of {row.key} become {conversion.received} after {after.number} years"
                    help = f"state the amount for 10 years; it counts the ratio of {conversion.received} at the end"
                    yield Breach(row.path, message, help, ((placed.path, "the conversion"),))


def _compared(subject: Subject) -> Iterator[tuple[Amounts, Ratios, Decimal | int]]:
    """Each row with stated amounts and known ratios, and the years of its waiver; none that another rule tells."""
    for seen in examples(subject):
        for row in seen.rows if seen.typed else ():
            ratios = ratios_for(subject, seen, row)
            if ratios is None or not (row.sold or row.kept):
                continue
            years = _years(subject, seen, row, ratios)
            if not fits_with_some_load(row, ratios, years) and not _unmentioned(subject, seen, row):
                yield row, ratios, years


def _years(subject: Subject, seen: Seen, row: Amounts, ratios: Ratios) -> Decimal | int:
    """The years for which amounts count a waiver: those that the Example says, or with a part of the last one."""
    whole = seen.waiver_years if ratios.net is not None else 0
    end, begins = last_end(subject, seen.fund, row.key), subject.effective(seen.placed.change)
    exact = years_through(begins, end.day) if whole and end and begins else Decimal(whole)
    ways: tuple[Decimal | int, ...] = (whole, exact) if abs(exact - whole) < 1 else (whole,)
    return min(ways, key=lambda years: misses(row, ratios, years))


def _unmentioned(subject: Subject, seen: Seen, row: Amounts) -> int:
    """For how many years the amounts count a waiver of which the Example says nothing; 0 where they do not."""
    ratios = ratios_for(subject, seen, row) if seen.typed and not seen.waiver_years and (row.sold or row.kept) else None
    if ratios is None or ratios.net is None or ratios.net == ratios.total or fits(row, ratios, 0):
        return 0
    return next((years for years in (1, 2, 3, 5, 10) if fits(row, ratios, years)), 0)


def _fits(row: Amounts, ratios: Ratios, years: int) -> bool:
    return fits(row, ratios, years) or fits_with_some_load(row, ratios, years)


def _stated(row: Amounts, path: str) -> str:
    return next(spell(value) for value, at in (*row.sold.values(), *row.kept.values()) if at == path)


def _differing(row: Amounts, own: Ratios, table: Ratios) -> Iterator[Breach]:
    """The figures of a row that are not those of the table; what is charged at sale may be less than there."""
    there = ((table.path, "the fee table"),)
    pairs = [(name, getattr(own, name), getattr(table, name)) for name in ("total", "net", "front_load")]
    for name, mine, other in pairs:
        if mine is not None and other is not None and mine != other:
            message = f"{name} is {_spell(mine)} here, {_spell(other)} in the fee table"
            yield Breach(f"{row.path}.{name}", message, f"write {_spell(other)}", there)
    most = table.deferred_load
    if most is not None and own.deferred_load is not None and own.deferred_load > most:
        message = f"deferred_load is {_spell(own.deferred_load)} here, {_spell(most)} in the fee table"
        yield Breach(f"{row.path}.deferred_load", message, also=there)


def _spell(rate: Decimal) -> str:
    return spell(rate) if rate else NONE


def _typed_tables(subject: Subject, seen: Seen) -> Iterator[Charges]:
    return (one for one in tables_of(subject, seen) if one.table and seen.typed)
