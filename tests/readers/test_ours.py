"""Every file that the tool writes is known as its own, whatever stands before its titles, and reads as one content."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Paragraph
from generator.filing.formats import FORMATS
from generator.library.find import find_sources
from generator.library.load import Loaded
from generator.readers.files import read_file
from generator.recover.recover import recover
from generator.wording.environment import load_wording
from tests.without_rules import plain_library

CONTENT = Path(__file__).resolve().parents[2] / "content"
WORDING = load_wording()
LIBRARY = plain_library(WORDING)
SHIPPED = {loaded.source.name: loaded for source in find_sources([CONTENT])[0] for loaded in LIBRARY.load_each(source)}


@pytest.mark.parametrize("name", SHIPPED)
def test_each_format_is_known_as_ours_and_says_the_same(name: str) -> None:
    written = {one: read(SHIPPED[name], one) for one in FORMATS}
    assert written["html"] == written["text"]
    assert written["pdf"] == written["text"]


def read(loaded: Loaded, format: str) -> object:
    """The content that a file of a supplement shows."""
    assert loaded.document is not None
    file = read_file(f"a{FORMATS[format].suffix}", FORMATS[format].write(loaded.document))
    assert file.house
    return recover(carried(file.document, EVERYWHERE), WORDING)


def test_some_have_a_legend_and_some_have_none() -> None:
    firsts = {isinstance(one.document.blocks[0], Paragraph) for one in SHIPPED.values() if one.document}
    assert firsts == {True, False}
