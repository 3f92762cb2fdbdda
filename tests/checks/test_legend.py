"""A finding about the legend asks for what is lacking, and for nothing that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.casebook import cases, found

LEGEND, LINE = "`legend: rule_497e`", "`closing: retain`"
LACKS = {
    "the paragraph of Rule 497, a file number, a line to keep it": f"add {LEGEND} and {LINE} to the registrant's style",
    "a file number": "add the line to `legend:`",
}


@pytest.mark.parametrize("lacks", LACKS)
def test_the_help_names_what_is_lacking(lacks: str, tmp_path: Path) -> None:
    failing = [case for case in cases() if case.code == "LEG-01" and case.kind == "fails"]
    findings = [one for case in failing for one in found(case, tmp_path)]
    assert [one.help for one in findings if one.message.endswith(f"lacks {lacks}")] == [LACKS[lacks]]
