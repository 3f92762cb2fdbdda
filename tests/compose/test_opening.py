"""The opening and the header name each document with its own date."""

from __future__ import annotations

import pytest

from generator.compose.compose import compose
from generator.document.canonical import shown_text
from generator.document.nodes import Paragraph, Title
from generator.library.proof import check_reading_back
from generator.model.supplement import House
from generator.wording.environment import load_wording
from tests.kinds.fees import findings
from tests.kinds.round import house_of, round_trip

PROSPECTUS = {"document": "prospectus", "date": "2026-03-01"}
SUMMARY = {"document": "summary_prospectus", "date": "2026-03-01"}
SAI = {"document": "sai", "date": "2026-05-01"}
CURRENT = {"document": "summary_prospectus", "current": "yes", "plural": "yes"}
TO_DATE = {"supplemented": "yes"}
LISTED = {"supplements": ["2026-04-02"]}
PLURAL = {"plural": "yes"}
DATED = {"opening": "made_as_of_dated"}


def house(*targets: dict[str, object], style: dict[str, str] = DATED) -> House:
    """A supplement of some documents, with the opening that says their dates."""
    return house_of("objective", {"new": "growth"}, targets=targets, style=style)


def lines(one: House, kind: type[Title | Paragraph]) -> list[str]:
    """The words of the titles or paragraphs, after they were read back as what they say."""
    document = compose(one, load_wording())
    assert list(check_reading_back(one, document, load_wording())) == []
    return [shown_text(block.children) for block in document.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([PROSPECTUS], "to the Prospectus of Harbor Point Funds dated March 1, 2026."),
        (
            [SUMMARY, PROSPECTUS],
            "to the Summary Prospectus and the Prospectus of Harbor Point Funds dated March 1, 2026.",
        ),
        (
            [PROSPECTUS, SAI],
            "to the Prospectus dated March 1, 2026 and the Statement of Additional Information dated May 1, 2026 of"
            " Harbor Point Funds.",
        ),
    ],
)
def test_documents_of_one_date_share_it_and_others_have_their_own(targets: list[dict[str, object]], said: str) -> None:
    assert lines(house(*targets), Paragraph)[0] == f"This Supplement is made as of September 30, 2026 {said}"


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        (
            [PROSPECTUS | TO_DATE, SAI],
            "the Prospectus dated March 1, 2026, as supplemented to date, and the Statement of Additional Information"
            " dated May 1, 2026",
        ),
        (
            [SUMMARY | TO_DATE, PROSPECTUS | TO_DATE, SAI | TO_DATE],
            "the Summary Prospectus dated March 1, 2026, as supplemented to date, the Prospectus dated March 1, 2026,"
            " as supplemented to date, and the Statement of Additional Information dated May 1, 2026, as supplemented"
            " to date",
        ),
        (
            [SUMMARY | TO_DATE, PROSPECTUS],
            "the Summary Prospectus dated March 1, 2026, as supplemented to date, and the Prospectus dated March 1,"
            " 2026",
        ),
        (
            [CURRENT | TO_DATE, SAI],
            "the current Summary Prospectuses, as supplemented to date, and the Statement of Additional Information"
            " dated May 1, 2026",
        ),
        (
            [PROSPECTUS, SAI | TO_DATE],
            "the Prospectus dated March 1, 2026 and the Statement of Additional Information dated May 1, 2026, as"
            " supplemented to date",
        ),
    ],
)
def test_a_comma_stands_behind_as_supplemented_to_date(targets: list[dict[str, object]], said: str) -> None:
    assert lines(house(*targets), Title)[-1] == f"Supplement dated September 30, 2026 to {said}"


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([SUMMARY, PROSPECTUS], "the Summary Prospectus and the Prospectus, each dated March 1, 2026"),
        (
            [SUMMARY | PLURAL, PROSPECTUS | PLURAL, SAI | {"date": "2026-03-01"}],
            "the Summary Prospectuses, the Prospectuses and the Statement of Additional Information, each dated"
            " March 1, 2026",
        ),
        (
            [SUMMARY | TO_DATE, PROSPECTUS | TO_DATE],
            "the Summary Prospectus and the Prospectus, each dated March 1, 2026, as supplemented to date",
        ),
        (
            [SUMMARY | LISTED, PROSPECTUS | LISTED],
            "the Summary Prospectus dated March 1, 2026, as supplemented on April 2, 2026, and the Prospectus dated"
            " March 1, 2026, as supplemented on April 2, 2026",
        ),
        ([PROSPECTUS], "the Prospectus dated March 1, 2026"),
    ],
    ids=["two", "three", "to date", "listed", "one"],
)
def test_the_date_of_several_documents_stands_once(targets: list[dict[str, object]], said: str) -> None:
    for header in ("registrant_first", "fund_first", "fund_first_dated", "capitals_fund_first"):
        style = DATED | {"header": header}
        assert lines(house(*targets, style=style), Title)[-1].endswith(f"to {said}")
    capitals = lines(house(*targets, style={"header": "capitals_registrant_first"}), Title)[-1]
    assert capitals == f"Supplement dated September 30, 2026 to {said}".upper()


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([PROSPECTUS | TO_DATE], "PROSPECTUS DATED MARCH 1, 2026, AS SUPPLEMENTED TO DATE"),
        (
            [PROSPECTUS | TO_DATE, SAI],
            "PROSPECTUS DATED MARCH 1, 2026, AS SUPPLEMENTED TO DATE, AND THE STATEMENT OF ADDITIONAL INFORMATION DATED"
            " MAY 1, 2026",
        ),
        (
            [PROSPECTUS | LISTED],
            "PROSPECTUS DATED MARCH 1, 2026, AS SUPPLEMENTED ON APRIL 2, 2026",
        ),
    ],
)
def test_a_header_in_capitals_says_how_a_document_is_supplemented(targets: list[dict[str, object]], said: str) -> None:
    header = lines(house(*targets, style={"header": "capitals_registrant_first"}), Title)[-1]
    assert header == f"SUPPLEMENT DATED SEPTEMBER 30, 2026 TO THE {said}"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (
            {"header": "capitals_registrant_first"},
            "THE CURRENT SUMMARY PROSPECTUSES AND THE PROSPECTUS DATED MARCH 1, 2026",
        ),
        ({"opening": "made_as_of_dated"}, "the current Summary Prospectuses and the Prospectus dated March 1, 2026 of"),
    ],
    ids=["capitals", "opening"],
)
def test_a_current_document_is_told_without_a_date(style: dict[str, str], said: str) -> None:
    document = round_trip(
        "objective", {"new": "growth"}, style={"header": "registrant_first"} | style, targets=[CURRENT, PROSPECTUS]
    )
    assert said in " ".join(
        shown_text(block.children) for block in document.blocks if isinstance(block, Title | Paragraph)
    )


def test_a_document_has_a_date_or_is_the_current_one() -> None:
    assert findings("objective", {"new": "growth"}, targets=[{"document": "sai"}]) == ["KEY-02"]
    assert findings("objective", {"new": "growth"}, targets=[SAI | {"current": "yes"}]) == ["DAT-03"]


def test_of_two_funds_each_is_a_series() -> None:
    one = house_of(
        "objective",
        {"new": "growth"},
        funds=["growth", "income"],
        style={"header": "fund_first", "opening": "made_as_of"},
    )
    assert lines(one, Title)[2:4] == [
        "(each a “Fund” and together the “Funds”)",
        "each a series of Harbor Point Funds",
    ]
