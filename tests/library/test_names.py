"""Names of outputs: EDGAR takes at most 32 characters of few kinds, so content that would give others is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.conformance import check_conformance
from generator.library.find import Source, check_name


@pytest.mark.parametrize("name", ["a", "fee-waiver-2026", "tour/fee-table", "x" * 28, "Fund_2.1"])
def test_a_name_that_edgar_takes_is_no_finding(name: str) -> None:
    assert list(check_name(Source(Path(f"{name}.yaml"), name))) == []
    assert not [one for one in check_conformance(f"{name}.txt", b"Words.\n") if one.code.startswith("file.name")]


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("met-aim-small-cap-growth-portfolio-2009", "met-aim-small-cap-growth-2009"[:28]),
        ("Fee waiver", "fee-waiver"),
        ("über-fonds", "uber-fonds"),
        ("_draft", "draft"),
        ("x" * 40, "x" * 28),
    ],
)
def test_another_name_is_refused_with_one_that_edgar_takes(name: str, proposal: str) -> None:
    ((_, code, message, help),) = check_name(Source(Path(f"{name}.yaml"), name))
    assert code == "FIL-05" and name in message
    proposed = help.split("call the content ")[1].split(".yaml")[0]
    assert list(check_name(Source(Path(f"{proposed}.yaml"), proposed))) == []
    assert proposed.startswith(proposal[:10])


@pytest.mark.parametrize("folder", ["a\udcff", "two\nlines", "a\x1b[2J"])
def test_a_folder_that_no_list_can_show_is_refused(folder: str) -> None:
    ((_, code, message, help),) = check_name(Source(Path(f"content/{folder}/fund.yaml"), f"{folder}/fund"))
    assert code == "FIL-05" and message.isprintable() and message.isascii()
    proposed = help.split("call the folder ")[1].partition(":")[0]
    assert list(check_name(Source(Path(f"content/{proposed}/fund.yaml"), f"{proposed}/fund"))) == []
    ((_, code, message, _),) = check_name(Source(Path(f"{folder}.yaml"), folder))
    assert code == "FIL-05" and message.isprintable() and message.isascii()
