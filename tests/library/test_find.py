"""Which files are supplements, what their outputs are called, and which registrant they refer to."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library.find import find_sources, known_registrants, output_name, registrant_file


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name in (
        "fund.yaml",
        "2026/spring/fee.yml",
        "registrants/trust.yaml",
        ".hidden.yaml",
        ".git/x.yaml",
        "note.md",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x: y\n")
    return folder


def test_a_folder_means_the_supplements_below_it(content: Path) -> None:
    sources, diagnostics = find_sources([content])
    assert diagnostics == []
    assert [source.name for source in sources] == ["2026/spring/fee", "fund"]


def test_a_file_named_twice_is_one_source(content: Path) -> None:
    sources, _ = find_sources([content, content / "fund.yaml", content / "2026" / ".." / "fund.yaml"])
    assert [source.name for source in sources] == ["2026/spring/fee", "fund"]


def test_an_output_is_called_by_its_path_below_content_or_by_its_stem(content: Path, tmp_path: Path) -> None:
    assert output_name(content / "2026/spring/fee.yml") == "2026/spring/fee"
    assert output_name(tmp_path / "elsewhere" / "fee.yaml") == "fee"


def test_two_files_with_one_output_name_are_a_finding(content: Path, tmp_path: Path) -> None:
    other = tmp_path / "FUND.yaml"
    other.write_text("x: y\n")
    _, (finding,) = find_sources([content / "fund.yaml", other])
    assert (finding.code, finding.file) == ("FIL-02", str(other))
    assert str(content / "fund.yaml") in finding.message
    assert finding.help


def test_a_folder_without_supplements_is_a_finding(content: Path) -> None:
    _, (finding,) = find_sources([content / "registrants"])
    assert (finding.code, finding.file) == ("FIL-01", str(content / "registrants"))


def test_a_registrant_stands_beside_or_above_within_content(content: Path) -> None:
    supplement = content / "2026/spring/fee.yml"
    assert registrant_file(supplement, "trust") == content / "registrants/trust.yaml"
    assert registrant_file(supplement, "other") is None
    assert known_registrants(supplement) == ["trust"]
    near = supplement.parent / "registrants"
    near.mkdir()
    (near / "trust.yml").write_text("x: y\n")
    assert registrant_file(supplement, "trust") == near / "trust.yml"


def test_registrants_above_content_are_not_meant(content: Path, tmp_path: Path) -> None:
    (tmp_path / "registrants").mkdir()
    (tmp_path / "registrants" / "outer.yaml").write_text("x: y\n")
    assert registrant_file(content / "fund.yaml", "outer") is None


def test_a_name_may_end_in_capitals(content: Path) -> None:
    (content / "late.YAML").write_text("x: y\n")
    (content / "registrants" / "shared.Yml").write_text("x: y\n")
    sources, _ = find_sources([content])
    assert [source.name for source in sources] == ["2026/spring/fee", "fund", "late"]
    assert registrant_file(content / "fund.yaml", "shared") == content / "registrants/shared.Yml"
    assert known_registrants(content / "fund.yaml") == ["shared", "trust"]
