"""The samples: the supplements in `content/`, those of the tour too, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.document.carried import EVERYWHERE, carried
from generator.filing.build import build
from generator.filing.formats import Format
from generator.library.find import Source, find_sources
from generator.library.load import Library, Loaded
from generator.library.proof import recovered_house
from generator.recover.visible import visible
from generator.wording.environment import load_wording
from tests.house.modules import ROOT
from tests.without_rules import plain_library

SOURCES: dict[str, Source] = {one.name: one for one in find_sources([ROOT / "content"])[0]}
TOUR = ROOT / "content" / "tour"


@cache
def library() -> Library:
    """The library that the samples are loaded with."""
    return plain_library(load_wording())


@cache
def loaded(name: str) -> tuple[Loaded, ...]:
    """The supplements that a sample asks for, by the name of its outputs."""
    return tuple(library().load_each(SOURCES[name]))


def text_of(path: Path) -> str:
    """A sample as it was typed."""
    return path.read_text("utf-8")


def build_and_read(name: str, formats: list[Format], out: Path) -> None:
    """Builds a sample, and finds in each of its files what it says."""
    for one in loaded(name):
        prove(one, formats, out)


def prove(one: Loaded, formats: list[Format], out: Path) -> None:
    """Builds a supplement, and finds in each of its files what it says."""
    wording = library().wording
    assert one.document
    built = build(one, formats, out)
    assert [str(finding) for finding in built.diagnostics] == []
    assert len(built.files) == len(formats)
    wanted = visible(recovered_house(carried(one.document, EVERYWHERE), wording))
    for format, file in zip(formats, built.files, strict=True):
        read = carried(format.read(file.read_bytes()), EVERYWHERE)
        assert visible(recovered_house(read, wording)) == wanted
