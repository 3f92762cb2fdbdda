"""Slips in figures: fee tables, waivers, Examples, and the tiers of a fee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

from generator.model.fee_rows import ANNUAL, SHAREHOLDER
from tests.mutation.samples import Data, Sample, Steps
from tests.mutation.slips import GONE, Edit, put

_ROWS = r"\.fee_table\.rows"
_ANNUAL = rf"{_ROWS}\.(?:{'|'.join(ANNUAL)})\.?\w*$"
_LOADS = rf"{_ROWS}\.(?:{'|'.join(SHAREHOLDER)})\.?\w*$|\.sales_charges\..*\brate(?:s\[\d+\])?$"
_EXAMPLE = r"\.example\.rows\.\w+"
#: A schedule's tiers, now or before.
_TIERS = r"\.(?:tiers|sub_advisory_fee\.previous)$"
_BOUNDS = {"$250 million": "$350 million", "$500 million": "$750 million", "$1 billion": "$2 billion"}


def _rates(sample: Sample, pattern: str) -> Iterator[tuple[Steps, str]]:
    """The percentages at the paths that a pattern fits."""
    for steps, value in sample.at(pattern):
        if isinstance(value, str) and re.fullmatch(r"\d+\.\d+%", value):
            yield steps, value


def _other_digit(text: str, random: Random) -> str:
    """A figure with one digit typed as another."""
    at = random.choice([index for index, sign in enumerate(text) if sign.isdigit()])
    return text[:at] + random.choice([digit for digit in "0123456789" if digit != text[at]]) + text[at + 1 :]


def _digits(sample: Sample, random: Random, pattern: str) -> Iterator[Edit]:
    yield from (put(steps, _other_digit(rate, random)) for steps, rate in _rates(sample, pattern))


def component_digit(sample: Sample, random: Random) -> Iterator[Edit]:
    """A yearly expense with another digit."""
    yield from _digits(sample, random, _ANNUAL)


def part_of_other_expenses_digit(sample: Sample, random: Random) -> Iterator[Edit]:
    """A part of other expenses with another digit."""
    yield from _digits(sample, random, rf"{_ROWS}\.\w+\.components\.")


def total_digit(sample: Sample, random: Random) -> Iterator[Edit]:
    """A stated total with another digit."""
    yield from _digits(sample, random, rf"{_ROWS}\.total\.")


def net_digit(sample: Sample, random: Random) -> Iterator[Edit]:
    """What is left after the waiver, with another digit."""
    yield from _digits(sample, random, rf"{_ROWS}\.net\.")


def waiver_digit(sample: Sample, random: Random) -> Iterator[Edit]:
    """A waiver in the fee table with another digit."""
    yield from _digits(sample, random, rf"{_ROWS}\.waiver\.")


def load_digit(sample: Sample, random: Random) -> Iterator[Edit]:
    """A sales charge of the fee table with another digit."""
    yield from _digits(sample, random, rf"{_ROWS}\.(?:{'|'.join(SHAREHOLDER)})\.")


def digits_transposed(sample: Sample, random: Random) -> Iterator[Edit]:
    """Two neighbouring digits of a figure of a fee table or an Example swapped."""
    for steps, value in sample.at(rf"{_ROWS}|{_EXAMPLE}"):
        pairs = [match.start() for match in re.finditer(r"(?=(\d)(\d))", str(value)) if match[1] != match[2]]
        if isinstance(value, str) and value[-1:] in "%0123456789" and pairs:
            at = random.choice(pairs)
            yield put(steps, value[:at] + value[at + 1] + value[at] + value[at + 2 :])


def decimal_point_moved(sample: Sample, random: Random) -> Iterator[Edit]:
    """A rate ten times as high, or a tenth of it."""
    for steps, rate in _rates(sample, rf"{_ROWS}|{_EXAMPLE}|\.tiers\["):
        amount = Decimal(rate.rstrip("%"))
        yield put(steps, f"{random.choice([amount * 10, amount / 10])}%")


def percent_as_a_fraction(sample: Sample, random: Random) -> Iterator[Edit]:
    """0.0065 for 0.65%."""
    for steps, rate in _rates(sample, r"\."):
        yield put(steps, str(Decimal(rate.rstrip("%")) / 100))


def basis_points(sample: Sample, random: Random) -> Iterator[Edit]:
    """65 for 0.65%."""
    for steps, rate in _rates(sample, rf"{_ROWS}|{_EXAMPLE}|\.tiers\[|\.limits\."):
        yield put(steps, f"{Decimal(rate.rstrip('%')) * 100:f}".removesuffix(".00"))


def amount_of_the_example(sample: Sample, random: Random) -> Iterator[Edit]:
    """An amount of the Example with another digit."""
    for steps, value in sample.at(rf"{_EXAMPLE}\.(?:amounts|no_redemption)\."):
        yield put(steps, _other_digit(value, random))


def ratio_of_the_example(sample: Sample, random: Random) -> Iterator[Edit]:
    """A ratio that the Example is computed from, with another digit."""
    yield from _digits(sample, random, rf"{_EXAMPLE}\.(?:total|net|front_load|deferred_load\.\d+)$")


def _swaps(sample: Sample, pattern: str, random: Random) -> Iterator[Edit]:
    """Two unlike values of a mapping in each other's place."""
    for steps, mapping in sample.at(pattern):
        if not isinstance(mapping, dict):
            continue
        keys = [key for key in mapping if key not in ("caption", "note", "components")]
        pairs = [(a, b) for at, a in enumerate(keys) for b in keys[at + 1 :] if mapping[a] != mapping[b]]
        if pairs:
            a, b = random.choice(pairs)
            yield put(steps, mapping | {a: mapping[b], b: mapping[a]})


def rows_of_the_example_swapped(sample: Sample, random: Random) -> Iterator[Edit]:
    """The amounts of one class under another's name."""
    for steps, rows in sample.at(r"\.example\.rows$"):
        keys = [key for key in rows if "amounts" in rows[key]]
        for a, b in [(a, b) for a in keys for b in keys if a < b]:
            for parts in (("amounts",), ("amounts", "no_redemption"), ("total",), ("total", "net")):
                if all(part in rows[key] for key in (a, b) for part in parts):
                    swapped = rows | {
                        a: rows[a] | {part: rows[b][part] for part in parts},
                        b: rows[b] | {part: rows[a][part] for part in parts},
                    }
                    yield put(steps, swapped)


def classes_swapped_in_a_row(sample: Sample, random: Random) -> Iterator[Edit]:
    """The figures of two classes in each other's column."""
    yield from _swaps(sample, rf"{_ROWS}\.\w+$", random)


def component_row_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A yearly expense, or a part of one, left out."""
    for steps, _ in sample.at(rf"{_ROWS}\.(?:{'|'.join(ANNUAL)}|\w+\.components\.\w+)$"):
        yield put(steps, GONE)


def waiver_dropped_and_net_kept(sample: Sample, random: Random) -> Iterator[Edit]:
    """The waiver left out, of the table or of a class, and what it leaves still there."""
    for steps, _ in sample.at(rf"{_ROWS}\.waiver(?:\.[A-Z]\w*)?$"):
        yield put(steps, GONE if steps[-1] == "waiver" else "None")


def distribution_fee_above_one_percent(sample: Sample, random: Random) -> Iterator[Edit]:
    """A 12b-1 fee that FINRA does not allow."""
    for steps, _ in _rates(sample, rf"{_ROWS}\.distribution_12b1\.\w+$|\.distribution_fee_change\.rates\."):
        yield put(steps, random.choice(["1.05%", "1.25%", "1.10%", "2.50%", "1.15%"]))


def load_above_what_is_allowed(sample: Sample, random: Random) -> Iterator[Edit]:
    """A sales charge above 8.5%."""
    for steps, _ in _rates(sample, _LOADS):
        yield put(steps, random.choice(["8.75%", "9.00%", "8.55%", "15.75%"]))


def waiver_of_another_class(sample: Sample, random: Random) -> Iterator[Edit]:
    """The waiver of a class typed with another class's figure."""
    for steps, row in sample.at(rf"{_ROWS}\.waiver$"):
        for a, b in [(a, b) for a in row for b in row if a != b and "note" not in (a, b) and row[a] != row[b]]:
            yield put((*steps, a), row[b])


def corrected_figure(sample: Sample, random: Random) -> Iterator[Edit]:
    """What a figure is corrected to, told with another digit than in the new table."""
    yield from _digits(sample, random, r"\.correction\.figures\[\d+\]\.right$")
    for steps, text in sample.at(r"^changes\[\d+\]\.reason$"):
        for figure in re.finditer(r"(?<=corrected to )\d+\.\d+%", text):
            yield put(steps, text[: figure.start()] + _other_digit(figure[0], random) + text[figure.end() :])


def lone_figure(sample: Sample, random: Random) -> Iterator[Edit]:
    """Another digit in a figure that stands in one place only: a limit, a least amount, a page, a number of days."""
    for steps, value in sample.at(
        r"\.waiver\.limits\.\w+$|\.accounts\[\d\]\.initial$|\.investment_permission\.limit$|\.page\.\w+$|\.notice$"
    ):
        if digits := [index for index, sign in enumerate(value) if sign in "123456789"]:
            at = random.choice(digits)
            yield put(steps, value[:at] + random.choice("123456789".replace(value[at], "")) + value[at + 1 :])


def _schedules(sample: Sample, most: int = 1) -> Iterator[tuple[Steps, list[Data]]]:
    """The lists of tiers with more than some."""
    return ((steps, tiers) for steps, tiers in sample.at(_TIERS) if len(tiers) > most)


def tiers_out_of_order(sample: Sample, random: Random) -> Iterator[Edit]:
    """A boundary below the one before it, or above the one after it."""
    for steps, tiers in _schedules(sample, 2):
        yield put((*steps, 1, "up_to"), tiers[0]["up_to"])
        yield put((*steps, 1, "up_to"), random.choice(["$100 million", "$50 million", "$25 million", "$1 million"]))
        yield put((*steps, 0, "up_to"), random.choice(["$5 billion", "$2 billion", "$500 billion", "$2.5 billion"]))
        yield put(steps, [tiers[1], tiers[0], *tiers[2:]])


def boundary_dropped(sample: Sample, random: Random) -> Iterator[Edit]:
    """A tier without its end."""
    for steps, tiers in _schedules(sample):
        for at in range(len(tiers) - 1):
            yield put((*steps, at, "up_to"), GONE)


def tier_left_out(sample: Sample, random: Random) -> Iterator[Edit]:
    """A tier left out of a schedule that stands in two places."""
    if len([*sample.at(r"\.fee_schedule$")]) > 1:
        for steps, tiers in _schedules(sample):
            if "previous" not in steps:
                yield from (put((*steps, at), GONE) for at in range(len(tiers) - 1))


def rates_of_tiers_swapped(sample: Sample, random: Random) -> Iterator[Edit]:
    """The rates of two tiers in each other's place."""
    for steps, tiers in _schedules(sample):
        for a in range(len(tiers)):
            for b in range(a + 1, len(tiers)):
                yield (((*steps, a, "rate"), tiers[b]["rate"]), ((*steps, b, "rate"), tiers[a]["rate"]))


def last_tier_bounded(sample: Sample, random: Random) -> Iterator[Edit]:
    """An end for the last tier."""
    for steps, tiers in _schedules(sample):
        last: dict[str, Any] = tiers[-1]
        yield put((*steps, len(tiers) - 1), {"up_to": random.choice(["$2 billion", "$5 billion"]), **last})


def boundary_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """Words beside a schedule that name another amount than its boundary."""
    for steps, text in sample.at(r"\.sub_advisory_fee\.assets\.\w+$|\.fee_schedule\.notes\.[\w-]+$"):
        for amount, other in _BOUNDS.items():
            if isinstance(text, str) and amount in text:
                yield put(steps, text.replace(amount, other))
                yield put(steps, text.replace(amount, amount.replace("million", "billion")))


def rate_of_a_tier(sample: Sample, random: Random) -> Iterator[Edit]:
    """The rate of a tier with another digit."""
    yield from _digits(sample, random, r"\.tiers\[\d\]\.rate$|\.sub_advisory_fee\.previous\[\d\]\.rate$")


def rate_before_is_the_rate_now(sample: Sample, random: Random) -> Iterator[Edit]:
    """A fee, limit or rate that is said to change, with one figure on both sides."""
    for steps, change in sample.at(r"\.rates\.\w+$|\.ends$|\.fees$|\.schedule\[\d\]$"):
        if isinstance(change, dict) and {"previous", "new"} <= set(change):
            yield put((*steps, "previous"), change["new"])
            yield put((*steps, "new"), change["previous"])
    for steps, limits in sample.at(r"\.waiver_change\.limits$"):
        yield put(steps, {key: limit | {"new": limit["previous"]} for key, limit in limits.items()})
        yield put(steps, {key: limit | {"previous": limit["new"]} for key, limit in limits.items()})
    for steps, schedule in sample.at(r"\.(?:fee_schedule|sub_advisory_fee)$"):
        if "previous" in schedule:
            inner = isinstance(schedule["previous"], dict)
            yield put((*steps, "previous", "tiers") if inner else (*steps, "previous"), schedule["tiers"])
