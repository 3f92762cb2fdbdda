"""A key that is wrong is always found, in its own line: five hundred slips in the samples, the same ones each time."""

from __future__ import annotations

from random import Random

import pytest

from generator.library.find import Source
from generator.library.load import Library
from generator.model.content import KINDS
from tests.samples.samples import SOURCES, library, text_of
from tests.samples.slips import places, slip

SLIPS = 500


@pytest.mark.parametrize("batch", range(10))
def test_a_wrong_key_is_found_in_its_line(batch: int) -> None:
    chance = Random(f"slips {batch}")
    for _ in range(SLIPS // 10):
        source: Source = SOURCES[chance.choice(sorted(SOURCES))]
        text, line = slip(text_of(source.path), chance)
        draft = Library(library().wording, drafts={source.path: text.encode()})
        found = [(one.span.line, one.code) for one in draft.load(source).diagnostics if one.severity == "error"]
        assert line in [at for at, _ in found], (source.name, line, found, text.split("\n")[line - 1])


def test_every_typed_kind_is_among_what_slips_are_made_in() -> None:
    mappings = [mapping for source in SOURCES.values() for mapping, _ in places(text_of(source.path))]
    assert {key.text for mapping in mappings for key, _ in mapping.entries} >= KINDS.keys()
