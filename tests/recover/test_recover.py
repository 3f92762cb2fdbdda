"""What is read from a document's words: facts from wherever they stand, data only where the words say them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Block, Document, Heading, Paragraph, Text, Title
from generator.library.find import Source
from generator.library.load import Loaded
from generator.library.spelling import write_yaml
from generator.model.by_class import WHOLE
from generator.model.fee_rows import FeeRow
from generator.recover.found import RESERVED, key_for
from generator.recover.recover import recover
from generator.wording.environment import load_wording
from tests.without_rules import plain_library

WORDING = load_wording()
TARGETS = [{"document": "prospectus", "date": "2024-02-01"}]


def supplement(**parts: Any) -> dict[str, Any]:
    """The content of a supplement for one fund, with parts replaced or added."""
    registrant = {"name": "Example Trust", "funds": {"growth": {"name": "Growth Fund", "classes": {"A": "Class A"}}}}
    plain = {"registrant": registrant, "date": "2024-05-01", "funds": "growth", "targets": TARGETS}
    return {**plain, "changes": [{"content": ["Words."]}], **parts}


def load(folder: Path, content: dict[str, Any]) -> Loaded:
    file = folder / "content.yaml"
    file.write_text(write_yaml(content), encoding="utf-8")
    return plain_library(WORDING).load(Source(file, "content"))


def recovered(folder: Path, content: dict[str, Any]) -> dict[str, Any]:
    """What is read from the document of some content, in the way that every format shows it."""
    loaded = load(folder, content)
    assert loaded.document is not None, loaded.diagnostics
    assert not loaded.diagnostics
    return recover(carried(loaded.document, EVERYWHERE), WORDING)


FEES = {"fee_table": {"rows": {"management_fee": {"A": "0.86%"}}}}
ONE_CLASS = {"A": "Class A"}
TWO_FUNDS = {
    "name": "Example Trust",
    "funds": {
        "growth": {"name": "Growth Fund", "classes": ONE_CLASS},
        "income": {"name": "Income Fund", "classes": ONE_CLASS},
    },
}


def test_a_date_that_only_the_opening_shows_is_the_date(tmp_path: Path) -> None:
    style = {"header": "fund_first", "opening": "made_as_of"}
    read = recovered(tmp_path, supplement(style=style, opening=["Supplement dated May 7, 1999."]))
    assert read["date"] == "2024-05-01"
    assert read["registrant"]["style"] == style


def test_a_date_that_nothing_shows_is_refused(tmp_path: Path) -> None:
    loaded = load(tmp_path, supplement(style={"header": "fund_first"}))
    assert [(one.code, one.path) for one in loaded.diagnostics] == [("OUT-04", "date")]
    assert "no words of the document show its date" in loaded.diagnostics[0].message
    assert loaded.diagnostics[0].span.line > 1


def test_the_day_of_an_earlier_supplement_is_not_taken_for_the_date(tmp_path: Path) -> None:
    loaded = load(tmp_path, supplement(style={"header": "fund_first"}, supersedes="2024-04-10"))
    assert [(one.code, one.path) for one in loaded.diagnostics] == [("OUT-04", "date")]
    assert "`header: fund_first_dated`" in loaded.diagnostics[0].help


def test_a_header_that_begins_with_the_fund_shows_the_date_too(tmp_path: Path) -> None:
    style = {"header": "fund_first_dated", "closing": "retain"}
    read = recovered(tmp_path, supplement(style=style, supersedes="2024-04-10"))
    assert (read["date"], read["supersedes"]) == ("2024-05-01", ["2024-04-10"])
    assert read["registrant"]["style"] == style


def test_the_legend_is_read_where_no_format_says_that_it_stands_at_the_right(tmp_path: Path) -> None:
    assert recovered(tmp_path, supplement(legend=["Rule 497(e)"]))["legend"] == ["Rule 497(e)"]


def test_data_before_any_section_or_lead_in_are_data(tmp_path: Path) -> None:
    read = recovered(tmp_path, supplement(changes=[{"content": [FEES]}]))
    assert read["opening"] == [
        {"fee_table": {"classes": ["A"], "rows": {"management_fee": {"A": "0.86%"}}}},
    ]


def test_a_heading_says_whose_a_table_is(tmp_path: Path) -> None:
    changes = [{"section": f"{name} Fund", "fund": name.lower(), "content": [FEES]} for name in ("Income", "Growth")]
    read = recovered(tmp_path, supplement(registrant=TWO_FUNDS, funds=["growth", "income"], changes=changes))
    assert [change["fund"] for change in read["changes"]] == ["income-fund", "growth-fund"]
    assert all("fee_table" in change["content"][0] for change in read["changes"])


def test_a_heading_under_no_section_says_whose_a_table_is(tmp_path: Path) -> None:
    changes = [{"fund": "income", "content": [{"subheading": "Income Fund"}, FEES]}]
    read = recovered(tmp_path, supplement(registrant=TWO_FUNDS, funds=["growth", "income"], changes=changes))
    assert read["opening"] == [{"subheading": "Income Fund"}]
    (change,) = read["changes"]
    assert (change["fund"], list(change["content"][0])) == ("income-fund", ["fee_table"])


def test_a_table_that_could_be_of_either_fund_is_refused(tmp_path: Path) -> None:
    changes = [{"fund": "income", "content": [FEES]}]
    loaded = load(tmp_path, supplement(registrant=TWO_FUNDS, funds=["growth", "income"], changes=changes))
    assert [(one.code, one.path) for one in loaded.diagnostics] == [("OUT-02", "changes[0].content[0].fee_table")]
    assert "name its fund" in loaded.diagnostics[0].help


def test_a_part_of_a_lead_in_that_its_wording_hides_is_refused(tmp_path: Path) -> None:
    location = {"section": "Fees", "table": "Fees and Expenses"}
    change = {"operation": "replace_table", "form": "table_for_fund", "location": location, "content": [FEES]}
    loaded = load(tmp_path, supplement(changes=[change]))
    assert [(one.code, one.path) for one in loaded.diagnostics] == [("OUT-04", "changes[0].operation")]
    assert "location.section" in loaded.diagnostics[0].message


def test_a_caption_of_the_authors_that_is_the_forms_is_no_other(tmp_path: Path) -> None:
    fees = {"fee_table": {"rows": {"management_fee": {"A": "0.86%", "caption": "Management Fees"}}}}
    assert "fee_table" in recovered(tmp_path, supplement(changes=[{"content": [fees]}]))["opening"][0]


@pytest.mark.parametrize("name", RESERVED)
def test_a_class_may_be_called_what_a_row_of_fees_has(name: str, tmp_path: Path) -> None:
    registrant = {"name": "Example Trust", "funds": {"growth": {"name": "Growth Fund", "classes": {"X": name}}}}
    fees = {"fee_table": {"rows": {"management_fee": {"X": "0.86%"}}}}
    read = recovered(tmp_path, supplement(registrant=registrant, changes=[{"content": [fees]}]))
    key = key_for(name, RESERVED)
    assert key not in RESERVED
    assert read["registrant"]["funds"]["growth-fund"]["classes"] == {key: name}
    assert read["opening"] == [{"fee_table": {"classes": [key], "rows": {"management_fee": {key: "0.86%"}}}}]


def test_every_part_of_a_row_of_fees_is_reserved() -> None:
    assert set(RESERVED) == {WHOLE, *FeeRow.model_fields}


def test_two_captions_of_one_item_are_two_rows(tmp_path: Path) -> None:
    rows = {"other_expenses": {"A": "0.10%"}, "custody": {"A": "0.02%", "caption": "Other Expenses (custody)"}}
    read = recovered(tmp_path, supplement(changes=[{"content": [{"fee_table": {"rows": rows}}]}]))
    assert list(read["opening"][0]["fee_table"]["rows"]) == ["other_expenses", "row-2"]


PEOPLE = {
    "a bare name": {"name": "Jane Roe", "title": "Manager"},
    "letters": {"name": "Jane Roe", "title": "Manager", "credentials": "CFA, CPA"},
    "a title that looks like letters": {"name": "Jane Roe", "title": "SVP, Equities"},
    "both": {"name": "Jane Roe", "title": "CIO, Equities", "credentials": "CFA"},
    "a title with a place": {"name": "Jane Roe", "title": "Head of the Desk of the East", "bio": "She joined in 1999."},
    "initials": {"name": "J.P. Roe Jr.", "title": "Manager", "bio": "J.P. Roe Jr. joined J.P. Morgan in 1999."},
}


OF_A_PLACE = "a title with a place"  # where it ends can be told by a usual term alone


@pytest.mark.parametrize(
    ("case", "adviser"),
    [
        (case, adviser)
        for case in PEOPLE
        for adviser in ("Adviser", "J.P. Morgan", "T. Rowe & Co.")
        if case != OF_A_PLACE
    ]
    + [(OF_A_PLACE, "Adviser"), (OF_A_PLACE, "Manager")],
)
def test_people_are_read_as_they_were_stated(case: str, adviser: str, tmp_path: Path) -> None:
    registrant = {"name": "Example Trust", "people": {"roe": PEOPLE[case]}, "terms": {"adviser": adviser}}
    content = supplement(
        registrant={**supplement()["registrant"], **registrant}, changes=[{"content": [{"people": ["roe"]}]}]
    )
    assert list(recovered(tmp_path, content)["registrant"]["people"].values()) == [PEOPLE[case]]


def test_a_header_of_the_authors_keeps_its_lines_and_the_rest_is_read_as_prose(tmp_path: Path) -> None:
    style = {"opening": "made_as_of"}
    read = recovered(tmp_path, supplement(header=["Notice to Shareholders"], style=style))
    assert read["header"] == ["Notice to Shareholders"]
    assert read["opening"][0] == "This Supplement is made as of May 1, 2024 to the Prospectus of Example Trust."


def test_a_sentence_that_reads_as_a_lead_in_is_refused_with_its_place(tmp_path: Path) -> None:
    words = "The table “Fees” of the Prospectus is replaced with the following for Growth Fund:"
    loaded = load(tmp_path, supplement(changes=[{"content": ["First.", words, "Then."]}]))
    assert [(one.code, one.path) for one in loaded.diagnostics] == [("OUT-02", "changes[0].content[1].paragraph")]
    assert "give it as data" in loaded.diagnostics[0].help


def test_a_lead_in_of_the_authors_may_be_worded_like_the_tools(tmp_path: Path) -> None:
    change = {
        "operation": "replace_table",
        "lead_in": "The table “Fees” of the Prospectus is replaced with the following for Growth Fund:",
        "location": {"table": "Fees"},
        "content": ["Then."],
    }
    read = recovered(tmp_path, supplement(changes=[change]))
    assert read["changes"][0]["operation"] == "replace_table"


def test_a_closing_sentence_that_the_author_typed_is_the_closing(tmp_path: Path) -> None:
    read = recovered(tmp_path, supplement(closing=["Please keep this supplement for future reference."]))
    assert read["registrant"]["style"]["closing"] == "retain"


def document(*blocks: Block) -> Document:
    return Document((Title((Text("Example Trust"),)), *blocks))


def test_a_lead_in_that_leads_nothing_in_is_prose() -> None:
    words = "The table “Fees” is replaced with the following:"
    read = recover(document(Heading(1, (Text("Fees"),)), Paragraph((Text(words),))), WORDING)
    assert read["changes"] == [{"section": "Fees", "content": [words]}]


@pytest.mark.parametrize("day", ["February 30, 2024", "May 45, 2024", "June 0, 2024"])
def test_a_day_that_no_calendar_has_is_words(day: str) -> None:
    read = recover(document(Paragraph((Text(f"Supplement dated {day}."),))), WORDING)
    assert "date" not in read
    assert read["opening"] == [f"Supplement dated {day}."]
