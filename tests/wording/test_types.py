"""Every type of value is shown and read inversely, and read only where nothing but the value stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.measures import read_portion, read_return
from generator.model.values import ORDINALS, PAGES, Dollars, read_money, spell, spell_money
from generator.wording.types import TYPES, read_value
from tests.trees import phrases

cents = st.integers(0, 2500).map(lambda n: Decimal(n) / 100).map(lambda d: d.quantize(Decimal("0.01")))
mils = st.integers(0, 25000).map(lambda n: Decimal(n) / 1000).map(lambda d: d.quantize(Decimal("0.001")))
rates = st.one_of(cents, mils)
fine_rates = st.one_of(rates, st.decimals(0, 25, places=4), st.decimals(0, 25, places=5))
amounts = st.one_of(
    st.integers(1, 10**16).map(Dollars),
    st.builds(
        lambda n, scale: Dollars(n * scale), st.integers(1, 9999), st.sampled_from([10**6, 10**8, 10**9, 10**12])
    ),
    st.integers(1, 10**9).map(lambda n: Dollars(Decimal(n) / 100)),
)
unread = st.sampled_from(["None", "N/A"])
markers = st.one_of(
    st.integers(1, 5).map("*".__mul__),
    st.integers(1, 99).map(lambda n: f"({n})"),
    st.text("abcxyz", min_size=1, max_size=2).map(lambda text: f"({text})"),
)
capitals = phrases().filter(lambda text: text == text.upper())
names = phrases().filter(lambda text: "," not in text)
credentials = st.lists(st.sampled_from(["CFA", "CPA", "Ph.D.", "J.D.", "CAIA", "MBA"]), min_size=1, max_size=3).map(
    ", ".join
)
moments = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
portions = st.decimals("0.01", 300, places=4).map(lambda d: read_portion(f"{d}%"))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": phrases(),
    "text": phrases(40),
    "sentence": phrases().map(lambda text: f"{text}."),
    "capitals": capitals,
    "person": names,
    "credentials": credentials,
    "date": st.dates(),
    "capital_date": st.dates(),
    "month": st.builds(lambda year, month: f"{year:04d}-{month:02d}", st.integers(1, 9999), st.integers(1, 12)),
    "moment": st.builds(lambda day, length: day[:length], moments, st.sampled_from([4, 7, 10])),
    "time": st.times().map(lambda clock: f"{clock:%H:%M}"),
    "ordinal": st.integers(1, len(ORDINALS)).map(str) | st.just("last"),
    "page": st.from_regex(PAGES.replace(r"\d", "[0-9]"), fullmatch=True),
    "count": st.integers(1, 9999),
    "figure": st.one_of(fine_rates, unread, amounts),
    "waived": st.one_of(rates, unread),
    "rate": fine_rates,
    "percent": portions,
    "return": st.decimals(-100, "9999.99", places=2).map(lambda d: read_return(f"{d}%")) | st.just("N/A"),
    "money": amounts,
    "marks": st.one_of(st.just(""), markers),
    "marker": markers,
}


def test_every_type_is_tried_here() -> None:
    assert set(VALUES) == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
@given(data=st.data())
def test_what_is_shown_reads_as_the_spelling_of_the_value(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    kind = TYPES[name]
    assert read_value(kind, kind.show(value)) == spell(value)


@pytest.mark.parametrize("name", [name for name, kind in TYPES.items() if not kind.free])
@given(data=st.data())
def test_what_is_more_than_a_value_is_not_read(name: str, data: st.DataObject) -> None:
    kind = TYPES[name]
    shown = kind.show(data.draw(VALUES[name].filter(bool)))
    before, after = data.draw(st.sampled_from([("x", ""), ("", " x"), (" ", ""), ("", "."), ("1", "q")]))
    assert read_value(kind, before + shown + after) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("date", "Maytember 1, 2009"),
        ("date", "May 1 2009"),
        ("month", "Sept 2001"),
        ("moment", "May 4 2019"),
        ("moment", "19"),
        ("time", "16:00"),
        ("time", "13:00 p.m."),
        ("ordinal", "2nd"),
        ("page", "12 to 14"),
        ("count", "1,234"),
        ("percent", "80"),
        ("return", "7.3%"),
        ("rate", "0.8%"),
        ("rate", "None"),
        ("figure", "0.86"),
        ("waived", "0.86%"),
        ("money", "500 million"),
        ("money", "$1234"),
        ("marker", "******"),
        ("marker", "†"),
        ("sentence", "no stop at its end"),
        ("person", "Roe, Jane"),
        ("credentials", "Vice President"),
        ("credentials", "SVP"),
    ],
)
def test_what_has_not_the_form_is_not_read(name: str, text: str) -> None:
    assert read_value(TYPES[name], text) is None


@given(amounts)
def test_an_amount_as_spelled_is_the_amount(amount: Dollars) -> None:
    assert read_money(spell_money(amount)) == amount
