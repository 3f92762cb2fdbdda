"""The shipped supplements as plain data, fully stated: a slip in one place contradicts what stands in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeAlias

from generator.checks.run import check_content
from generator.diagnostics import Diagnostic
from generator.library.find import Source, find_sources, registrant_file
from generator.library.load import Library
from generator.library.places import Places
from generator.library.references import check_references
from generator.library.spelling import write_yaml
from generator.model.by_class import WHOLE
from generator.model.fee_rows import COMPUTED
from generator.model.kinds.example import Example
from generator.model.kinds.fee_table import FeeTable
from generator.model.supplement import Change, House, Supplement
from generator.model.values import spell
from generator.source.nodes import to_plain
from generator.source.parse import parse_source
from generator.wording.environment import load_wording

CONTENT = Path(__file__).resolve().parents[2] / "content"
Data: TypeAlias = dict[str, Any]
Steps: TypeAlias = tuple[str | int, ...]
#: Severity, code and message: what makes a finding another one.
Found: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True)
class Sample:
    """A supplement with its registrant, as plain data."""

    name: str
    data: Data = field(repr=False)

    @cached_property
    def places(self) -> tuple[tuple[str, Steps, Any], ...]:
        """Every value of the data: its path as findings name it, its steps, and the value."""
        return tuple(_places(self.data, "", ()))

    def at(self, pattern: str) -> Iterator[tuple[Steps, Any]]:
        """The steps and values of the paths in which a pattern is found."""
        found = re.compile(pattern)
        return ((steps, value) for path, steps, value in self.places if found.search(path))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The YAML of each top-level key."""
        return {key: write_yaml({key: value}) for key, value in self.data.items()}

    def text(self, data: Data) -> str:
        """The YAML of data that was made from this sample's; what is unchanged is not spelled anew."""
        same = self.data
        return "".join(
            self.texts[key] if key in same and value is same[key] else write_yaml({key: value})
            for key, value in data.items()
        )

    @cached_property
    def baseline(self) -> Counter[Found]:
        """What is found in the sample itself."""
        return tally(findings(self.text(self.data)))


def _places(value: Any, path: str, steps: Steps) -> Iterator[tuple[str, Steps, Any]]:
    if path:
        yield path, steps, value
    match value:
        case dict():
            for key, one in value.items():
                yield from _places(one, f"{path}.{key}".lstrip("."), (*steps, key))
        case list():
            for index, one in enumerate(value):
                yield from _places(one, f"{path}[{index}]", (*steps, index))


WORDING = load_wording()
_FILE = Path("sample.yaml")


def findings(text: str) -> list[Diagnostic]:
    """What is found in a supplement with its registrant in it before it is composed, as Library.load finds it."""
    library = Library(WORDING, drafts={_FILE: text.encode("utf-8")})
    supplement, found, written = library.read_typed(_FILE, Supplement)
    if supplement is None or isinstance(supplement.registrant, str):
        return found
    house, places = House(registrant=supplement.registrant, supplement=supplement), Places(written)
    return [*found, *places.diagnose(check_references(house, WORDING)), *check_content(house, places.place)]


def tally(found: list[Diagnostic]) -> Counter[Found]:
    """How often each severity, code and message is found."""
    return Counter((one.severity, one.code, one.message) for one in found)


@cache
def samples() -> tuple[Sample, ...]:
    """The shipped supplements, each with its registrant and with every figure stated that is computed."""
    return tuple(Sample(source.name, _stated(source)) for source in find_sources([CONTENT])[0])


def _plain(path: Path) -> Data:
    node, found = parse_source(path.read_bytes(), str(path))
    assert node is not None and not found, found
    plain = to_plain(node)
    assert isinstance(plain, dict)
    return plain


def _stated(source: Source) -> Data:
    """The data of a file with the registrant in it, the days and lines of its filing, and its computed figures."""
    data = _plain(source.path)
    registrant = registrant_file(source.path, data["registrant"])
    assert registrant is not None
    data["registrant"] = _plain(registrant)
    _state_filing(data)
    supplement = Supplement.model_validate(data)
    assert not isinstance(supplement.registrant, str)
    house = House(registrant=supplement.registrant, supplement=supplement)
    for at, change in enumerate(supplement.changes):
        for block_at, block in enumerate(change.content):
            if isinstance(block.body, FeeTable):
                _state_table(block.body, data["changes"][at]["content"][block_at]["fee_table"], house, change)
            if isinstance(block.body, Example):
                _state_example(block.body, data["changes"][at]["content"][block_at]["example"])
    return data


def _state_filing(data: Data) -> None:
    """The form type, the day of filing and of first use, the legend line by line, and the line to keep the supplement.

    What authors have waived is found again: a waiver would hide slips too.
    """
    documents = {target["document"] for target in data["targets"]}
    data.setdefault("form_type", "497K" if documents == {"summary_prospectus"} else "497")
    data.setdefault("filed", data["date"])
    data.setdefault("used_from", data["date"])
    numbers = " and ".join(data["registrant"][act] for act in ("file_no_1933", "file_no_1940"))
    data.setdefault("legend", ["Filed pursuant to Rule 497(e)", f"File Nos. {numbers}"])
    style = data["registrant"]["style"]
    style.pop("legend", None)
    if (data.get("style") or style).get("closing", style.get("closing")) != "retain":
        data["style"] = (data.get("style") or {}) | {"closing": "retain"}
    data.pop("waive", None)


def _state_table(table: FeeTable, data: Data, house: House, change: Change) -> None:
    """The totals of a fee table, and of the parts of a row, in each column."""
    rows = {item: data["rows"].get(item, {}) for item in table.shown_items()}
    for item, row in rows.items():
        if item in COMPUTED or (isinstance(row, dict) and "components" in row):
            figures = {key: spell(table.figure(item, key)) for key in table.columns(house, change)}
            rows[item] = figures | {name: one for name, one in row.items() if name not in (WHOLE, *figures)}
    data["rows"] = rows


def _state_example(example: Example, data: Data) -> None:
    """The amounts of an Example, beside the ratios that they follow from."""
    waived = int(example.waiver_years or 0)
    for key, row in example.rows.items():
        if set(data["rows"][key]) <= set(example.years):
            continue
        stated = data["rows"][key]
        for name, kept in (("amounts", False), ("no_redemption", True))[: 1 + row.redeemable]:
            stated[name] = {year: spell(row.amount(year, kept, waived)) for year in example.years}
