"""The corpus of cases: a source in a fence, then the report that its author sees in another."""

from __future__ import annotations

import re
from pathlib import Path

from generator.report import full
from generator.source.load import load_typed
from generator.source.parse import parse_source
from tests.source.models import Sample

CASES = Path(__file__).parent / "cases"
YAML = re.compile(r"^```yaml\n(?P<yaml>.*?)^```\n", re.MULTILINE | re.DOTALL)
_CASE = re.compile(YAML.pattern + r"\n```report\n(?P<report>.*?)\n```\n", re.MULTILINE | re.DOTALL)
_CHARACTER = re.compile(r"‹U\+([0-9A-F]{4,6})›")


def cases(name: str) -> list[tuple[str, str]]:
    """The sources of a corpus file, each with its report; a source without a report fails."""
    text = (CASES / name).read_text(encoding="utf-8")
    found = [(match["yaml"], match["report"]) for match in _CASE.finditer(text)]
    assert len(found) == len(YAML.findall(text)), f"{name} has a source without a report"
    return found


def source_text(written: str) -> str:
    """A source with its invisible characters in place of their names."""
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), written)


def report_of(written: str, name: str) -> str:
    """The report on a source, in which its invisible characters are escaped."""
    text = source_text(written)
    node, found = parse_source(text.encode(), "x.yaml")
    if name == "typed.md":
        assert node is not None
        assert not found
        found = load_typed(node, Sample, "x.yaml")[1]
    return full(found, {"x.yaml": text}, colour=False, width=100).rstrip("\n")
