"""Least amounts of an investment: an amount of dollars, or `None` where any amount will do."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, PlainSerializer

from generator.model.values import NONE, read_money, spell


def read_minimum(value: Any) -> Any:
    """An amount of dollars, or `None` for no minimum."""
    return NONE if isinstance(value, str) and value.lower() == "none" else read_money(value)


Minimum: TypeAlias = Annotated[Any, BeforeValidator(read_minimum), PlainSerializer(spell)]
