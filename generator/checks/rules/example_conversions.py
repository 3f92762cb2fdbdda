"""Rules about the Example of a class whose shares become those of another class some years after purchase."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.rules._example_costs import amount_at, compared, converted_cost, unconverted
from generator.checks.rules._examples import examples
from generator.checks.rules._ratios import ratios_for
from generator.checks.subject import Subject
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.values import spell


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

    Mend: state the amount for ten years that counts the other class's ratio after the conversion, also for shares that
    are kept.
    """
    for placed, conversion in subject.typed(ClassConversion):
        funds = conversion.funds or subject.house.fund_keys_of(placed.change)
        for seen in examples(subject):
            for row in seen.rows if seen.fund in funds and seen.typed and not seen.typed.new_fund else ():
                ratios = ratios_for(subject, seen, row) if row.row and row.row.total is not None else None
                told = [one for one in ratios.becomes if one.after < 10] if ratios else []
                if row.key != conversion.given or row.row is None or ratios is None or not told:
                    continue
                sold, kept = "10" not in row.sold, row.row.redeemable and "10" not in row.kept
                if sold or kept:
                    wanted = converted_cost("10", ratios, seen.waiver_years)
                    message = f"shares of {row.key} become {told[0].key} after {told[0].after} years"
                    names = " and ".join(["amounts"] * sold + ["no_redemption"] * kept)
                    help = f"add a row of {told[0].key} with its total:, and the amount for 10 years can be computed"
                    if wanted is not None:
                        help = f'add "{spell(wanted)}" for 10 years to {names} of {row.key}'
                    yield Breach(row.path, message, help, ((placed.path, "the conversion"),))


def conversion_untold(subject: Subject) -> Iterator[Breach]:
    """The ten-year amount of class B or C is lower than its ratio gives, and nothing says what it becomes.

    EX-08a | warning | possible | practice: the ratio of the class that it becomes counts after the conversion

    Looks at amounts that are too low for the class's own ratio, and not lower than a conversion into another class
    could make them. One that follows to the dollar from a conversion into another class of the fund, after four to
    nine years, is taken. A conversion that the supplement tells is the matter of EX-06.

    Why: the amount counts a conversion that cannot be followed, or is wrong by hundreds of dollars.

    Fails:

        A: {total: 1.14%}
        C: {total: 1.89%, amounts: {10: "$1,800"}}

    Mend: correct the amount, or tell of the conversion as `class_conversion:`.
    """
    for _, row, ratios, years in compared(subject):
        for path, wanted in unconverted(row, ratios, years).items():
            message = f"{spell(amount_at(row, path))} is stated, {spell(wanted)} computed without a conversion"
            yield Breach(path, message, f"write {spell(wanted)}, or tell of the conversion: class_conversion:")
