"""Reading backwards is so much work and no more: what goes beyond stays prose, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document.nodes import Block, Heading, Text, Title
from generator.library.find import Source
from generator.recover.recover import recover
from generator.wording import effort
from generator.wording.effort import MOST_OF_A_PART, TooMuchWork, at_part, of_a_document, spend
from tests.recover.test_law_two import SHIPPED, WORDING, document, plain, said_again, words
from tests.without_rules import plain_library

TITLE = (
    "Harbor Point Funds Harbor Point Growth Fund Supplement dated June 9, 2026 to the Prospectus dated March 1, 2026 "
    "The figure File Nos. 333-990001 and 811-99001 "
)
ADDED = "Effective June 22, 2026, the following is added at the end of the section “Investment Restrictions” of the "
RENAMED = "Effective immediately, Harbor Point Distributors, Inc., the distributor of Harbor Point Funds, changes its "
#: Each can be read in more ways than there is time for.
HOSTILE: dict[str, Block] = {
    "a title": Title((Text((TITLE * 40).strip()),)),
    "a lead-in": words(ADDED + "“Investment Restrictions”" * 300),
    "an announcement": words((RENAMED * 300).strip()),
    "lists of names": words("The Fund and the Adviser and the Fund, " * 300 + "the Fund."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_words_that_can_be_read_in_endless_ways_stay_as_they_are(name: str, tmp_path: Path) -> None:
    hostile = document(HOSTILE[name], words("What follows is read as it was."))
    assert plain(said_again(tmp_path, hostile)) == plain(hostile)


def test_what_stands_beside_them_is_read_all_the_same() -> None:
    plainly = (Heading(1, (Text("Fees"),)), words("The table “Fees” is replaced with the following:"), words("x"))
    alone = recover(document(*plainly), WORDING)
    beside = recover(document(HOSTILE["an announcement"], *plainly), WORDING)
    assert beside["changes"][-1] == alone["changes"][-1] and "operation" in beside["changes"][-1]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_sample_comes_near(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = [one.document for one in plain_library(WORDING).load_each(Source(path, "x")) if one.document]
    usual = [recover(one, WORDING) for one in loaded]
    monkeypatch.setattr(effort, "MOST_OF_A_PART", MOST_OF_A_PART // 40)
    monkeypatch.setattr(effort, "MOST_OF_ALL", effort.MOST_OF_ALL // 40)
    monkeypatch.setattr(effort, "MORE_FOR_EACH", 0)
    assert [recover(one, WORDING) for one in loaded] == usual != []


def test_work_is_counted_by_part_and_in_all() -> None:
    with of_a_document(0):
        for part in range(2):
            at_part(part)
            spend(MOST_OF_A_PART)
        at_part(2)
        with pytest.raises(TooMuchWork):
            spend(1)
    with of_a_document(0):
        at_part(0)
        spend(MOST_OF_A_PART)
        at_part(0)
        with pytest.raises(TooMuchWork):
            spend(1)


def test_a_document_leaves_nothing_behind() -> None:
    with of_a_document(0):
        spend(MOST_OF_A_PART)
    spend(MOST_OF_A_PART)


def test_a_proof_says_that_there_were_too_many_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = [path for path in SHIPPED if path.stem == "fund-reopening"]
    monkeypatch.setattr(effort, "MOST_OF_A_PART", 20)
    found = plain_library(WORDING).load(Source(path, "x")).diagnostics
    assert {"OUT-02"} <= {one.code for one in found} <= {"OUT-02", "OUT-04"}
    assert all("more ways than are tried" in one.help for one in found)
