"""Strategies for content about fees: a fund with hostile names, its classes, rates, tiers."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.wording.environment import load_wording
from tests.kinds.round import house_of, names

Content = dict[str, Any]

days = st.dates(date(1950, 1, 1), date(2199, 12, 31)).map(date.isoformat)
rates = st.integers(1, 1200).map(lambda points: f"{points / 100:.2f}%")
fine_rates = st.one_of(rates, st.integers(1000, 200000).map(lambda points: f"{points / 100000:.5f}%"))
figures = st.one_of(rates, st.sampled_from(["0.00%", "None", "N/A"]))
amounts = st.integers(1, 9999).map(lambda thousands: f"${thousands * 1000:,}")
texts = names.map(lambda name: f"The {name} runs on.")


@st.composite
def registrants(draw: st.DrawFn) -> Content:
    """The growth fund under a hostile name, with classes under hostile names or without any."""
    labels = draw(st.lists(names, max_size=4, unique=True))
    classes = {f"K{index}": {"name": label} for index, label in enumerate(labels)}
    fund = draw(names.filter(lambda name: name not in labels))
    adviser = draw(st.sampled_from(["Adviser", "Manager", "A&B <Adviser>"]))
    board = draw(st.sampled_from(["Trustees", "Directors", "A&B <Board>"]))
    declared = {"growth": {"name": fund, "classes": classes}}
    return {"name": "Harbor Point Funds", "terms": {"adviser": adviser, "board": board}, "funds": declared}


def classes_of(registrant: Content) -> list[str]:
    """The keys of the fund's classes."""
    return list(registrant["funds"]["growth"]["classes"])


@st.composite
def by_class(draw: st.DrawFn, registrant: Content, values: st.SearchStrategy[Any]) -> Content:
    """A value for the whole fund, or one for each of some classes."""
    keys = classes_of(registrant)
    if not keys or draw(st.booleans()):
        return {"all": draw(values)}
    shown = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    return {key: draw(values) for key in shown}


@st.composite
def tiers(draw: st.DrawFn) -> list[Content]:
    """One to five tiers in order."""
    ends = sorted(draw(st.lists(st.integers(1, 5000), max_size=4, unique=True)))
    return [*({"up_to": f"${end} million", "rate": draw(fine_rates)} for end in ends), {"rate": draw(fine_rates)}]


def some(draw: st.DrawFn, parts: dict[str, st.SearchStrategy[Any]]) -> Content:
    """Some of the parts, each drawn."""
    return {name: draw(values) for name, values in parts.items() if draw(st.booleans())}


def findings(kind: str, body: Any, **parts: Any) -> list[str]:
    """The codes of what is found wrong with a block."""
    try:
        house = house_of(kind, body, **parts)
    except ValidationError as error:
        return [one["ctx"]["code"] for one in error.errors() if "code" in one.get("ctx", {})]
    return [code for _, code, _, _ in check_references(house, load_wording())]
