"""Large supplements, with many funds, many classes, long tables: built in every format, and read back as written."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.document.nodes import Document, Table
from generator.filing.formats import FORMATS
from generator.library.find import Source
from generator.library.load import Loaded
from generator.library.spelling import write_yaml
from generator.wording.environment import load_wording
from tests.samples.samples import prove
from tests.without_rules import plain_library

pytestmark = pytest.mark.xdist_group("samples as PDF")

Content = dict[str, Any]
STYLES = ["Growth", "Value", "Income", "Balanced", "Bond", "Index"]
REGIONS = ["U.S.", "International", "Emerging Markets", "Small Cap", "Global Infrastructure"]
#: The classes of the largest fund.
CLASSES = ["A", "B", "C", "F", "I", "K", "N", "R1", "R2", "R3", "R4", "R5", "R6", "Z"]
#: The classes with a deferred sales charge, by year.
DEFERRED = {"B": {"1": "5.00%", "3": "3.00%"}, "C": {"1": "1.00%"}, "N": {"1": "1.00%"}}


def fund_names(count: int) -> list[str]:
    """So many different names of funds."""
    return [f"Harbor Point {REGIONS[at // 6 % 5]} {STYLES[at % 6]} Fund" for at in range(count)]


def supplement(funds: dict[str, Content], shown: list[str], *changes: Content, **registrant: Any) -> Content:
    """A supplement of some of a registrant's funds."""
    style = {"legend": "rule_497e", "closing": "retain"}
    numbers = {"file_no_1933": "333-990001", "file_no_1940": "811-99001"}
    return {
        "registrant": {"name": "Harbor Point Funds", **numbers, "style": style, "funds": funds, **registrant},
        "date": "2026-09-14",
        "funds": shown,
        "targets": [
            {"document": document, "date": "2026-03-01", "plural": "yes"}
            for document in ("summary_prospectus", "prospectus", "sai")
        ],
        "effective": "2026-09-30",
        "changes": list(changes),
    }


def reorganization() -> Content:
    """Twelve funds merged into four of the registrant's and two of another's; forty classes."""
    names = fund_names(16)
    classes = {key: f"Class {key}" for key in ("A", "C", "I", "R6")}
    funds = {f"f{at}": {"name": name, "classes": classes} for at, name in enumerate(names)}
    outside = [{"name": f"Lighthouse {style} Fund", "registrant": "Lighthouse Trust"} for style in ("Core", "Alpha")]
    mergers = []
    for at in range(12):
        held = list(classes)[: 4 if at % 3 == 0 else 3]
        into: Any = f"f{12 + at % 4}" if at < 10 else {"outside": outside[at - 10]}
        given = {key: "A" if key == "C" else key for key in held} if at < 10 else dict.fromkeys(held, "Class I")
        mergers.append({"target": f"f{at}", "acquiring": into, "classes": given})
    body = {
        "board_date": "2026-08-12",
        "mergers": mergers,
        "record_date": "2026-08-31",
        "meeting_date": "2026-10-15",
        "materials": "proxy_statement",
        "last_purchase": "2026-11-13",
        "closing": {"qualifier": "on_or_about", "date": "2026-11-20"},
        "tax_free": "yes",
        "borne_by": "adviser_and_funds",
    }
    return supplement(funds, [f"f{at}" for at in range(12)], {"content": [{"reorganization": body}]})


def fee_table() -> Content:
    """A fee table of fourteen classes, and the Example of each."""

    def row(figures: list[str]) -> Content:
        return dict(zip(CLASSES, figures, strict=True))

    fees = ["0.25%", "1.00%", "1.00%", "0.25%", "None", "0.25%", "1.00%", "1.00%", "0.75%", "0.50%", "0.25%"]
    fees += ["None"] * 3
    servicing = ["0.10%"] * 12 + ["None", "0.02%"]
    sales = {key: next(iter(years.values())) for key, years in DEFERRED.items()}
    table = {
        "rows": {
            "front_load": row(["5.75%"] + ["None"] * 13),
            "deferred_load": {key: sales.get(key, "None") for key in CLASSES},
            "management_fee": {"all": "0.65%", "note": "restated"},
            "distribution_12b1": row(fees),
            "other_expenses": {
                "components": {
                    "shareholder_servicing": row(servicing),
                    "interest": "0.04%",
                    "remaining": "0.11%",
                }
            },
            "acquired_fund_fees": {"all": "0.03%", "note": "ratio"},
            "total": {"note": "ratio"},
            "waiver": {"all": "0.09%", "note": "waiver"},
        },
        "notes": {
            "restated": {"kind": "restated"},
            "ratio": {"kind": "affe_no_correlation"},
            "waiver": {"kind": "waiver", "ends": "2027-09-30"},
        },
    }
    rows: dict[str, Content] = {}
    for key, fee, served in zip(CLASSES, fees, servicing, strict=True):
        total = sum(Decimal(one.strip("%")) for one in (fee, served, "0.83") if one != "None")
        rows[key] = {"total": f"{total:.2f}%", "net": f"{total - Decimal('0.09'):.2f}%"}
    rows["A"]["front_load"] = "5.75%"
    for key, years in DEFERRED.items():
        rows[key]["deferred_load"] = years
    funds = {"growth": {"name": fund_names(1)[0], "classes": {key: f"Class {key}" for key in CLASSES}}}
    return supplement(
        funds,
        ["growth"],
        {
            "operation": "replace_table",
            "location": {"section": "Fees and Expenses of the Fund", "table": "Fees and Expenses"},
            "content": [{"fee_table": table}],
        },
        {
            "operation": "replace_section",
            "location": {"section": "Example"},
            "content": [{"example": {"waiver_years": "1", "rows": rows}}],
        },
    )


def manager_change() -> Content:
    """Two portfolio managers who leave twenty-five funds, three who join, two who stay."""
    names = ["Ana Ruiz", "Chidi Okafor", "Dana Lin", "Gideon Thorne", "Helen Tran", "Leila Haddad", "Marta Reyes"]
    keys = [name.split()[1].lower() for name in names]
    people = {
        key: {"name": name, "title": "Senior Vice President", "bio": f"{name} joined the Adviser in 2018."}
        for key, name in zip(keys, names, strict=True)
    }
    funds = {f"f{at}": {"name": name} for at, name in enumerate(fund_names(25))}
    body = {
        "funds": list(funds),
        "removed": [{"person": "thorne", "why": "retiring"}, "haddad"],
        "added": ["ruiz", {"person": "lin", "role": "lead"}, {"person": "reyes", "role": "co"}],
        "continuing": [{"person": "okafor", "since": "2019-05"}, "tran"],
        "responsibility": "joint",
    }
    biographies = {
        "operation": "replace_section",
        "location": {"section": ["Management of the Funds", "Portfolio Managers"]},
        "funds": list(funds),
        "content": [{"people": ["okafor", "tran", "ruiz", "lin", "reyes"]}],
    }
    return supplement(funds, list(funds), {"content": [{"manager_change": body}]}, biographies, people=people)


LARGE = {"reorganization": reorganization, "fee-table": fee_table, "manager-change": manager_change}
every_large = pytest.mark.parametrize("name", LARGE)


def load(name: str, folder: Path) -> Loaded:
    """A large supplement, loaded from a file in a folder."""
    file = folder / f"{name}.yaml"
    file.write_text(write_yaml(LARGE[name]()), encoding="utf-8")
    return plain_library(load_wording()).load(Source(file, name))


@every_large
@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_it_is_built_and_says_what_it_says(name: str, format: Any, tmp_path: Path) -> None:
    loaded = load(name, tmp_path)
    assert [str(finding) for finding in loaded.diagnostics] == []
    prove(loaded, [format], tmp_path)


def tables(document: Document | None) -> list[tuple[int, int]]:
    """The tables of a document: rows and columns."""
    return [(len(b.rows), len(b.rows[0])) for b in document.blocks if isinstance(b, Table)] if document else []


def test_they_are_large(tmp_path: Path) -> None:
    assert tables(load("reorganization", tmp_path).document) == [(12, 2), (40, 4)]
    assert tables(load("fee-table", tmp_path).document) == [(15, 15), (14, 5), (3, 5)]
    assert load("manager-change", tmp_path).house.funds[24].name  # type: ignore[union-attr]
