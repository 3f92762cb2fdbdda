"""Input that once made the tool fail, hang or grow, each found by damaging files at random."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.checks.conformance import check_conformance
from generator.checks.rules._amounts import amounts, bounds
from generator.library.find import Source
from generator.library.load import Library
from generator.library.reading import check_file
from generator.model.values import HIGHEST_AMOUNT, spell_money
from generator.readers.files import read_file
from generator.wording.environment import load_wording
from tests.hostile.cases import GOOD
from tests.hostile.held import held

HEADER = """\
                               Harbor Point Funds

                            Harbor Point Growth Fund

                Supplement dated June 9, 2026 to the Prospectus
                              dated March 1, 2026

"""
ENDLESS = "$" + "9" * 400
#: The body of a text file.
TEXTS = {
    "an amount without end": f"     The fee is 0.70% of assets up to {ENDLESS} billion and 0.65% above {ENDLESS}.\n",
    "a fraction without end": "     The fee is 0.70% of assets up to $1000000." + "3" * 400 + ".\n",
    "a paragraph with many findings": "     The fee of the Fund is 86% " * 1500 + ".\n",
    "a fund's name over and over": "     Harbor Point Growth Fund and Harbor Point Gowth Fund " * 900 + ".\n",
    "tags beyond the widest table": "<TABLE>\nFees\n<CAPTION>\n" + " " * 140 + "<S> <C>\nx    y\n</TABLE>\n",
    "a table in a table in a table": "<TABLE>\n<CAPTION>\n<S>  <C>\n" * 900,
    "ten thousand brackets": "     " + "(" * 10_000 + ")" * 10_000 + "\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_file_is_read_in_time(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(HEADER + TEXTS[name], "ascii")
    with held():
        check_file(tmp_path / "x.txt", load_wording())


@pytest.mark.parametrize("digits", ["9" * 5000, "0" * 5000 + "65", "x" + "f" * 5000])
def test_a_character_reference_without_end_is_read_or_refused(digits: str, tmp_path: Path) -> None:
    body = f'<p><a name="&#{digits};">Harbor Point</a> <font style="&#{digits};" size="2">Funds &#{digits};</font></p>'
    data = f"<html><body>{body}<p>Supplement dated June 9, 2026</p></body></html>".encode()
    (tmp_path / "x.htm").write_bytes(data)
    with held():
        check_file(tmp_path / "x.htm", load_wording())
        list(check_conformance("x.htm", data))


def test_a_name_as_long_as_a_paragraph_is_read_in_time(tmp_path: Path) -> None:
    title = " " * 20 + "Harbor Point Growth Fund of Harbor Point Funds " * 700
    (tmp_path / "x.txt").write_text(
        HEADER.replace("                            Harbor Point Growth Fund", title), "ascii"
    )
    with held():
        check_file(tmp_path / "x.txt", load_wording())


@pytest.mark.parametrize("tag", ["div", "b", "table", "td", "ul", "li", "font", "p"])
def test_html_ten_thousand_levels_deep_is_read_or_refused(tag: str, tmp_path: Path) -> None:
    (tmp_path / "x.htm").write_text(f"<html><body>{f'<{tag}>' * 10_000}x{f'</{tag}>' * 10_000}</body></html>", "ascii")
    with held():
        check_file(tmp_path / "x.htm", load_wording())


@pytest.mark.parametrize("amount", [ENDLESS, f"{ENDLESS} trillion", "$1." + "1" * 400, "$999999999 trillion"])
def test_an_amount_beyond_all_amounts_is_refused(amount: str, tmp_path: Path) -> None:
    schedule = (
        f"{{fund: growth, content: [{{fee_schedule: {{tiers: [{{up_to: {amount}, rate: 0.7%}}, {{rate: 0.6%}}]}}}}]}}"
    )
    path = tmp_path / "one.yaml"
    path.write_text(GOOD.replace("{content: The Fund is closed.}", schedule), "utf-8")
    with held():
        found = Library(load_wording()).load(Source(path, "one")).diagnostics
    assert "NUM-14" in [one.code for one in found]


def test_amounts_are_spelled_whatever_they_are() -> None:
    assert spell_money(Decimal(10) ** 60 + 1).startswith("$1")
    assert spell_money(HIGHEST_AMOUNT / 2) == "$500,000 trillion"
    assert list(amounts(f"from {ENDLESS} to $5")) == [("$5", Decimal(5))]
    assert [one.amount for one in bounds(f"assets up to {ENDLESS}, and of assets over $5 million")] == [5_000_000]


def test_an_ordinal_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    change = "{operation: replace_text, location: {paragraph: " + "9" * 5000 + "}, content: x}"
    path.write_text(GOOD.replace("{content: The Fund is closed.}", change), "utf-8")
    with held():
        found = Library(load_wording()).load(Source(path, "one")).diagnostics
    assert "SEC-12" in [one.code for one in found] and "Exceeds" not in str(found)


@pytest.mark.parametrize(
    "deep", ["[" * 5000, "{a: " * 5000, "- " * 5000, "\n".join(" " * n + "a:" for n in range(3000))]
)
def test_content_without_bottom_is_refused(deep: str, tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(deep, "utf-8")
    with held():
        found = Library(load_wording()).load(Source(path, "one")).diagnostics
    assert found and found[0].code.startswith("SRC")


def test_tags_beyond_the_widest_table_are_findings() -> None:
    text = "<TABLE>\n<CAPTION>\n" + " " * 140 + "<S> <C>\nx    y\n</TABLE>\n"
    assert check_conformance("x.txt", text.encode())


def test_a_long_line_of_columns_with_a_slip_is_read_in_no_time() -> None:
    table = f"<TABLE>\n<CAPTION>\na   b\n<S>  {'<C> ' * 30}<C  <C>\nx   1\n</TABLE>\n"
    with held():
        assert read_file("x.txt", table.encode()).document.blocks
