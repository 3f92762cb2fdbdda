"""Strategies for what several kinds of content share: days, counts, parts of assets, approvals, optional parts."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.kinds.round import names

days = st.dates(date(1990, 1, 1), date(2035, 12, 31)).map(date.isoformat)
counts = st.integers(1, 999).map(str)
portions = st.decimals("0.01", 300, places=2).map(lambda portion: f"{portion}%")
flags = st.sampled_from(["yes", "no"])
#: Words within a sentence.
phrases = names.filter(lambda name: not name.endswith("."))
approvals = st.one_of(
    st.fixed_dictionaries({"board": days}),
    st.fixed_dictionaries({"shareholders": days}, optional={"board": days}),
    st.fixed_dictionaries({"meeting": days}, optional={"board": days}),
)
#: What makes a change one of two funds: no single fund is named.
TWO_FUNDS: dict[str, Any] = {"funds": ["growth", "income"], "change": {"funds": ["growth", "income"]}}
