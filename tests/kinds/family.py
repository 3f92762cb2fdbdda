"""Strategies for content about several funds: a family of three with hostile names, each with three classes."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.kinds.facts import days
from tests.kinds.round import names

FUNDS, CLASSES = ["f1", "f2", "f3"], ["K1", "K2", "K3"]

ordered_days = st.lists(days, min_size=5, max_size=5).map(sorted)
qualifiers = st.sampled_from(["on", "on_or_about", "close_of_business"])
whens = st.fixed_dictionaries({"qualifier": qualifiers, "date": days})
starts = st.one_of(st.just("immediately"), days, whens)
minimums = st.one_of(st.just("None"), st.integers(1, 10**7).map(lambda amount: f"${amount:,}"))
some_funds = st.lists(st.sampled_from(FUNDS), min_size=1, unique=True)
some_classes = st.lists(st.sampled_from(CLASSES), max_size=3, unique=True)
clocks = st.times().map(lambda time: f"{time:%H:%M}")


@st.composite
def families(draw: st.DrawFn) -> dict[str, Any]:
    """The parts of a supplement of three funds with hostile names, whose classes have hostile names too."""
    funds = draw(st.lists(names, min_size=3, max_size=3, unique=True))
    labels = draw(st.lists(names, min_size=3, max_size=3, unique=True))
    adviser = draw(st.sampled_from(["Adviser", "Manager", "A&B <Adviser>"]))
    board = draw(st.sampled_from(["Trustees", "Directors", "A&B <Board>"]))
    classes = dict(zip(CLASSES, labels, strict=True))
    declared = {key: {"name": name, "classes": classes} for key, name in zip(FUNDS, funds, strict=True)}
    registrant = {"name": "Harbor Point Funds", "terms": {"adviser": adviser, "board": board}, "funds": declared}
    return {"registrant": registrant, "funds": FUNDS}
