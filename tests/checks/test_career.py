"""What a biography tells of years is understood, and what it does not tell is not made up."""

from __future__ import annotations

import pytest

from generator.checks.career import Moment, in_industry, managing, moment_of, periods, with_firm


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("She has been with the Adviser since 2014.", Moment(2014)),
        ("He has worked for J.K. Marlowe as an analyst since May 2014.", Moment(2014, 5)),
        ("She joined the Adviser in June 2014.", Moment(2014, 6)),
        ("He has been with the firm since late 2014.", Moment(2014)),
    ],
)
def test_since_when_somebody_is_with_the_firm(text: str, year: Moment) -> None:
    assert [one.start for one in with_firm(text)] == [year]


def test_another_firm_is_not_the_firm() -> None:
    assert with_firm("She joined Lake Street Partners in 2014.") == ()


def test_the_industry_is_entered() -> None:
    text = "He entered the investment management industry in 1996 and has been in the securities business since 1999."
    assert [one.start.year for one in in_industry(text)] == [1996, 1999]


def test_periods_have_two_ends() -> None:
    told = periods("An analyst from May 1991 to 1999, a trader (2001-2004), with file 811-1999 from 2012 on.")
    assert [(one.start, one.end) for one in told] == [(Moment(1991, 5), Moment(1999)), (Moment(2001), Moment(2004))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Since May 2019, Ms. Quill has co-managed the Fund.", 1),
        ("She has managed the Fund since its inception in May 2019.", 1),
        ("Ms. Quill became a portfolio manager of the Fund in May 2019.", 1),
        ("Ms. Quill has managed portfolios since May 2019.", 0),
        ("Ms. Quill manages the Fund. Since May 2019, rates have fallen.", 0),
    ],
)
def test_since_when_somebody_manages_a_fund(text: str, count: int) -> None:
    assert [one.start for one in managing(text)] == [Moment(2019, 5)] * count


def test_moments_are_compared_by_what_both_tell() -> None:
    assert moment_of("2019-05-04") == Moment(2019, 5)
    assert not Moment(2019).differs(Moment(2019, 5))
    assert Moment(2019, 4).before(Moment(2019, 5)) and Moment(2018).before(Moment(2019, 1))
    assert str(Moment(2019, 5)) == "May 2019" and str(Moment(2019)) == "2019"
