"""Strategies for content about people: a registrant with hostile names of people, funds and adviser; roles, service."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.kinds.facts import days
from tests.kinds.family import families
from tests.kinds.round import names

PEOPLE = ["p1", "p2", "p3", "p4"]

roles = st.sampled_from(["lead", "co", "associate", "assistant"])
since = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))
credentials = st.sampled_from(["CFA", "Ph.D.", "CFA, CAIA"])


@st.composite
def staffed(draw: st.DrawFn) -> dict[str, Any]:
    """The parts of a supplement of three funds whose registrant has declared four people."""
    parts: dict[str, Any] = draw(families())
    person = st.fixed_dictionaries({"title": names}, optional={"credentials": credentials, "bio": names})
    called = draw(st.lists(names, min_size=4, max_size=4, unique=True))
    people = {key: {"name": name} | draw(person) for key, name in zip(PEOPLE, called, strict=True)}
    parts["registrant"]["people"] = people
    return parts


def serving(keys: list[str], **required: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some people, each in a role and since a moment where they have one."""
    optional = {name: value for name, value in (("role", roles), ("since", since)) if name not in required}
    one = st.fixed_dictionaries(required, optional=optional)
    return st.lists(one, min_size=len(keys), max_size=len(keys)).map(
        lambda facts: [{"person": key, **own} for key, own in zip(keys, facts, strict=True)]
    )
