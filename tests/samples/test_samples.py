"""Every sample is what it should be: without a finding, built, read back as it was written; and of a kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.filing.formats import FORMATS
from generator.library.kinds import SupplementKind, samples_folder, supplement_kinds
from tests.house.modules import ROOT
from tests.samples.clauses import said_clauses
from tests.samples.samples import SOURCES, TOUR, build_and_read, loaded

KINDS = supplement_kinds()
every_sample = pytest.mark.parametrize("name", SOURCES)
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)


@every_sample
def test_there_is_nothing_to_say_of_it(name: str) -> None:
    assert [str(one) for each in loaded(name) for one in each.diagnostics] == []


@every_sample
def test_text_and_html_say_what_it_says(name: str, tmp_path: Path) -> None:
    build_and_read(name, [FORMATS["text"], FORMATS["html"]], tmp_path)


def test_there_are_thirty_two_kinds() -> None:
    assert sorted({kind.row for kind in KINDS.values()}) == list(range(1, 33))
    assert [kind.row for kind in KINDS.values()] == sorted(kind.row for kind in KINDS.values())


def test_the_samples_are_those_of_the_tour() -> None:
    assert samples_folder() == TOUR


@every_kind
def test_a_kind_has_a_sample_and_says_what_it_tells(kind: SupplementKind) -> None:
    assert kind.file.is_file()
    assert kind.file.stem in {Path(name).name for name in SOURCES if name.startswith("tour/")}
    assert 15 < len(kind.about) < 90
    assert not kind.about.endswith(".")


def test_the_readme_lists_the_kinds() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [(kind.name, kind.about) for kind in KINDS.values()]


@every_kind
def test_a_kind_has_clauses(kind: SupplementKind) -> None:
    """Why: a sample all of whose words are its author's would show nothing that the tool says by itself."""
    house = loaded(f"tour/{kind.file.stem}")[0].house
    assert house
    assert {name for name in said_clauses(house) if not name.startswith(("header.", "legend."))}


@pytest.mark.parametrize("name", [name for name in SOURCES if name.startswith("tour/")])
def test_a_sample_of_the_tour_is_of_some_kind(name: str) -> None:
    assert Path(name).name in {kind.file.stem for kind in KINDS.values()}, "give it a place in kinds.toml"
