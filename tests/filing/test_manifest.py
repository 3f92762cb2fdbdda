"""What a build remembers: what was written comes back as written, and what cannot be trusted is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Edit, Label, Span
from generator.filing.manifest import (
    MANIFEST,
    Entry,
    Made,
    Manifest,
    Unusable,
    read_manifest,
    stored,
    told,
    write_manifest,
)
from tests.filing.batches import counts, run, write_project

FINDING = Diagnostic(
    "NUM-01", "a message", "supplement", Span(1, 2, 3, 4), "help", "warning", "changes[0]", "Form N-1A",
    (Label(Span(5, 6, 7, 8), "here"),), Edit(Span(1, 2, 1, 3), "x"),
)  # fmt: skip
PLAIN = Diagnostic("NUM-02", "another", "registrant", severity="info")


def manifest() -> Manifest:
    """A manifest with all that one can have."""
    files = {"tour/a.txt": Made("1" * 64, "2" * 64), "tour/a.pdf": Made("3" * 64, "")}
    entry = Entry("../content/tour/a.yaml", "harbor", ("tour/a",), files, (FINDING, PLAIN))
    return Manifest({"tour/a": entry}, {"gone.txt": "4" * 64})


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    write_manifest(tmp_path, manifest())
    assert read_manifest(tmp_path) == manifest()
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_a_name_that_is_no_text_comes_back(tmp_path: Path) -> None:
    known = Manifest({"a\udcff": Entry("../content/a\udcff.yaml")}, {"\udcfe.txt": "4" * 64})
    write_manifest(tmp_path, known)
    assert read_manifest(tmp_path) == known


def test_it_is_sorted_a_line_each_and_of_a_version(tmp_path: Path) -> None:
    write_manifest(tmp_path, manifest())
    text = (tmp_path / MANIFEST).read_text("utf-8")
    data = json.loads(text)
    assert data["version"] == 1
    assert list(data["supplements"]) == sorted(data["supplements"])
    starts = [line.partition('":')[0].strip('"') for line in text.splitlines()[2:] if '": {' in line]
    assert [one for one in starts if one in data["supplements"]] == list(data["supplements"])


def test_nothing_is_not_written(tmp_path: Path) -> None:
    write_manifest(tmp_path, manifest())
    write_manifest(tmp_path, Manifest())
    assert list(tmp_path.iterdir()) == []
    assert read_manifest(tmp_path) == Manifest()


def test_findings_are_told_with_the_names_that_files_have_now() -> None:
    found = (
        Diagnostic("A-01", "m", "content/a.yaml"),
        Diagnostic("A-02", "m", "content/registrants/h.yaml"),
        Diagnostic("A-03", "m", "elsewhere"),
    )
    kept = stored(found, Path("content/a.yaml"), "content/registrants/h.yaml")
    assert [one.file for one in told(kept, Path("../a.yaml"), "../h.yaml")] == ["../a.yaml", "../h.yaml", "elsewhere"]


UNUSABLE = {
    "no JSON": "{",
    "a list": "[]",
    "another version": '{"version": 2, "supplements": {}, "unclaimed": {}}',
    "without files": '{"version": 1, "supplements": {"a": {}}, "unclaimed": {}}',
    "a file above": '{"version": 1, "supplements": {}, "unclaimed": {"../a.txt": ""}}',
    "a file elsewhere": '{"version": 1, "supplements": {}, "unclaimed": {"/etc/passwd": ""}}',
    "nested too deep": "[" * 100_000,
}


@pytest.mark.parametrize("fault", UNUSABLE)
def test_what_cannot_be_understood_is_refused(fault: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(UNUSABLE[fault], "utf-8")
    with pytest.raises(Unusable):
        read_manifest(tmp_path)


def test_a_build_without_a_memory_builds_all_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_project(tmp_path, 1))
    assert counts(run("build")) == (2, 0)
    (tmp_path / "build" / MANIFEST).write_text("{", "utf-8")
    result = run("build")
    assert (result.exit_code, counts(result)) == (0, (2, 0))
    assert "FIL-11" in result.stderr
    result = run("build")
    assert counts(result) == (0, 2) and "FIL-11" not in result.stderr


def test_a_format_that_was_not_built_this_time_stays_claimed() -> None:
    known = manifest()
    known.record("tour/a", Entry("../a.yaml", "", ("tour/a",), {"tour/a.txt": Made("5" * 64, "6" * 64)}))
    assert set(known.entries["tour/a"].files) == {"tour/a.txt", "tour/a.pdf"}
    assert known.unclaimed == {"gone.txt": "4" * 64}
    known.record("tour/a", Entry("../a.yaml", "", ("tour/a-sp",), {"tour/a-sp.txt": Made("7" * 64, "8" * 64)}))
    assert set(known.unclaimed) == {"gone.txt", "tour/a.txt", "tour/a.pdf"}
