"""A new supplement: valid whoever asks for it, with his own fund in it where that fits, and every key explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.library.find import Source
from generator.library.kinds import SupplementKind, supplement_kinds
from generator.library.load import Library, Loaded
from generator.library.new import New, NoSuchFund, new_supplement
from generator.library.new.comments import commented
from generator.model.supplement import Supplement
from generator.wording.environment import load_wording

KINDS = supplement_kinds()
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
CLASSES = "A: Class A, B: Class B, C: Class C, D: Class D"
#: A registrant with enough of everything for any sample.
LARGE = """\
name: Wide Meadow Trust
terms: {fund: Portfolio, adviser: Manager}
funds:
""" + "".join(
    f"  meadow-{n}: {{name: 'Wide Meadow {n} Portfolio', classes: {{{CLASSES}}}}}\n"
    for n in ("one", "two", "three", "four", "five", "six")
)
SMALL = "name: Narrow Lane Trust\nfunds: {lane: {name: Narrow Lane Fund}}\n"


MANY = ", ".join(f"{key}: Class {key}" for key in ("A", "C", "I", "R", "R2", "R5", "R6", "Z"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with content and nothing in it."""
    (tmp_path / "content" / "registrants").mkdir(parents=True)
    return tmp_path


def make(kind: SupplementKind, project: Path, fund: str | None = None) -> tuple[New, Loaded]:
    """A new supplement of a kind, and what loading it gives."""
    path, wording = project / "content" / "new.yaml", load_wording()
    new = new_supplement(kind, path, project / "templates" / "schema" / "supplement.schema.json", wording, fund)
    path.write_text(new.text, encoding="utf-8")
    return new, Library(wording).load(Source(path, "new"))


def declare(project: Path, **registrants: str) -> None:
    """Puts registrants into a project."""
    for key, text in registrants.items():
        (project / "content" / "registrants" / f"{key}.yaml").write_text(text, encoding="utf-8")


@every_kind
def test_it_is_valid_in_an_empty_project(kind: SupplementKind, project: Path) -> None:
    new, loaded = make(kind, project)
    assert new.registrant is None
    assert [str(one) for one in loaded.diagnostics if one.severity != "info"] == []


@every_kind
def test_a_large_registrant_is_put_in(kind: SupplementKind, project: Path) -> None:
    declare(project, meadow=LARGE)
    new, loaded = make(kind, project)
    assert [str(one) for one in loaded.diagnostics if one.severity == "error"] == []  # a house may lack a legend
    assert loaded.house
    assert new.registrant == "meadow"
    assert loaded.house.registrant.name == "Wide Meadow Trust"
    assert loaded.house.supplement.funds[0] == "meadow-one"
    assert "Harbor Point Growth Fund" not in new.text


@every_kind
def test_a_small_registrant_makes_nothing_invalid(kind: SupplementKind, project: Path) -> None:
    declare(project, lane=SMALL)
    new, loaded = make(kind, project)
    assert [str(one) for one in loaded.diagnostics if one.severity == "error"] == []  # a house may lack a legend
    if new.registrant:
        assert loaded.house
        assert loaded.house.registrant.name == "Narrow Lane Trust"
        assert loaded.house.supplement.funds[0] == "lane"


@pytest.mark.parametrize("funds", [2, 6])
@every_kind
def test_funds_of_many_classes_bring_no_warning(kind: SupplementKind, funds: int, project: Path) -> None:
    declared = "".join(f"  f{n}: {{name: Wide Meadow {n} Fund, classes: {{{MANY}}}}}\n" for n in range(funds))
    style = "style: {legend: rule_497e, closing: retain}"
    declare(project, wide=f"name: Wide Meadow Trust\nfile_no_1933: 333-48456\n{style}\nfunds:\n{declared}")
    new, loaded = make(kind, project)
    assert new.registrant == "wide"
    assert [str(one) for one in loaded.diagnostics if one.severity != "info"] == []


def test_the_fund_that_is_asked_for_is_put_in(project: Path) -> None:
    declare(project, lane=SMALL, meadow=LARGE)
    new, loaded = make(KINDS["fund-closing"], project, "meadow-four")
    assert loaded.house
    assert new.registrant == "meadow"
    assert loaded.house.supplement.funds[0] == "meadow-four"
    assert re.search(r"^registrant: meadow$", new.text, re.MULTILINE)


def test_a_list_of_funds_has_only_those_that_there_are(project: Path) -> None:
    declare(project, lane="name: Narrow Lane Trust\nfunds: {lane: Narrow Lane Fund, path: Narrow Path Fund}\n")
    new, _ = make(KINDS["trustees"], project)
    assert new.registrant == "lane" and new.strange == ()
    assert "funds: [lane, path]" in new.text and "Harbor Point" not in new.text


def test_whom_a_sample_has_beside_ones_own_is_told(project: Path) -> None:
    declare(project, lane=SMALL)
    new, _ = make(KINDS["service-providers"], project)
    assert new.registrant == "lane"
    assert set(new.strange) == {"balanced", "international"}


def test_a_registrant_with_errors_is_told(project: Path) -> None:
    declare(project, lane=SMALL.replace("funds", "fnds"))
    new, _ = make(KINDS["fund-closing"], project)
    assert new.registrant is None
    assert [Path(file).name for file in new.unread] == ["lane.yaml"]


def test_a_fund_that_nobody_declares_is_refused(project: Path) -> None:
    declare(project, lane=SMALL)
    with pytest.raises(NoSuchFund, match="'meadow'; declared are: lane"):
        make(KINDS["fund-closing"], project, "meadow")


def test_the_first_line_leads_to_the_schema(project: Path) -> None:
    new, _ = make(KINDS["fee-table"], project)
    assert new.text.startswith("# yaml-language-server: $schema=../templates/schema/supplement.schema.json\n")


@every_kind
def test_every_key_that_begins_a_line_is_explained_once(kind: SupplementKind, project: Path) -> None:
    new, _ = make(kind, project)
    lines = new.text.splitlines()
    explained = [line.strip() for line in lines if line.lstrip().startswith("# ")]
    assert "# The supplement's own date" in explained
    assert "# The changes, in order" in explained
    for sentence in ("# The supplement's own date", "# What is done; `notice` has no lead-in"):
        assert explained.count(sentence) <= 1


def test_comments_are_all_that_is_added() -> None:
    text = "# mine\nregistrant: r\ndate: 2026-01-02\ntargets:\n  - {document: sai, date: 2026-01-01}\n"
    added = commented(text, Supplement).splitlines()
    assert [line for line in added if not line.startswith("# ") or line == "# mine"] == text.splitlines()
    assert added[:4] == ["# mine", "registrant: r", "# The supplement's own date", "date: 2026-01-02"]


def test_a_long_comment_is_broken() -> None:
    text = "registrant: r\ndate: 2026-01-02\nchanges:\n  - operation: notice\n    content: x\n"
    assert max(map(len, commented(text, Supplement).splitlines())) <= 112
