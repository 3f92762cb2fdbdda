"""What was typed in another form is understood well enough to say what to type."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from generator.model.values import read_day, read_fine_rate, read_rate


def told(read: object, text: str) -> str:
    """The message and help with which a reader refuses a text."""
    assert callable(read)
    with pytest.raises(PydanticCustomError) as refused:
        read(text)
    context = refused.value.context or {}
    return f"{context['message']}: {context['help']}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("86bp", "0.86%"),
        ("75 basis points", "0.75%"),
        ("0.5bp", "0.005%"),
        (".10%", "0.10%"),
        ("(0.35%)", "0.35%"),
        ("0,86%", "0.86%"),
        ("0.86 percent", "0.86%"),
        ("\u201c0.86%\u201d", "0.86%, without the typographic quotes"),
        ("4500bp", "a percentage such as 0.86%, or None, or N/A"),
        ("about one", "a percentage such as 0.86%, or None, or N/A"),
        ("", "a percentage such as 0.86%, or None, or N/A"),
    ],
)
def test_the_percentage_that_was_meant_is_proposed(text: str, meant: str) -> None:
    assert told(read_rate, text).endswith(f"is not a percentage: write {meant}")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11/30/2024", "2024-11-30"),
        ("30/11/2024", "2024-11-30"),
        ("10/15/26", "2026-10-15"),
        ("2026/10/15", "2026-10-15"),
        ("July 14, 2025", "2025-07-14"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("14 July 2025", "2025-07-14"),
        ("\u201c2025-07-14\u201d", "2025-07-14, without the typographic quotes"),
    ],
)
def test_the_day_that_was_meant_is_proposed(text: str, day: str) -> None:
    assert told(read_day, text).endswith(f"write year-month-day with dashes, here {day}")


@pytest.mark.parametrize("text", ["June 31, 2025", "soon", "13/13/2025", "Maytember 1, 2025 and later"])
def test_no_day_is_proposed_where_none_is_meant(text: str) -> None:
    assert told(read_day, text).endswith("such as 2009-11-12")


@pytest.mark.parametrize("text", ["0.6375%", "0.6375", "0.63755%", "0.0125%"])
def test_a_schedule_has_finer_rates_than_a_fee_table(text: str) -> None:
    assert f"{read_fine_rate(text)}%" == f"{text.rstrip('%')}%"
    assert "has more decimals than a fee table shows" in told(read_rate, text)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("0.0086", "0.0086 is too low for a yearly rate: if 0.0086 is a fraction, write 0.86%"),
        ("0.006375", "0.006375 has more decimals than a schedule shows: if 0.006375 is a fraction, write 0.6375%"),
        ("0.0086%", "0.0086% is too low for a yearly rate: if 0.0086% is a fraction, write 0.86%"),
        ("0.123455%", "0.123455% has more decimals than a schedule shows: write it rounded, 0.12346%"),
    ],
)
def test_a_fraction_is_told_from_a_fine_rate(text: str, help: str) -> None:
    assert told(read_fine_rate, text) == help


def test_what_is_rounded_for_a_fee_table_is_no_hundredfold() -> None:
    assert told(read_rate, "0.6375%").endswith("write it rounded, 0.64%")
    assert told(read_rate, "0.8650").endswith("write it rounded, 0.87%")
    assert told(read_rate, "0.0086").endswith("if 0.0086 is a fraction, write 0.86%")
