"""A key that is wrong is always found, in its own line, in whatever content it stands and however deep."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.library.find import Source
from generator.library.spelling import write_yaml
from generator.wording.environment import load_wording
from tests.content_strategies import Content, contents
from tests.samples.slips import slip
from tests.without_rules import plain_library

FILE = Path("content.yaml")


@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(contents(), st.integers(0, 2**32))
def test_a_wrong_key_is_found_in_its_line(content: Content, seed: int) -> None:
    text, line = slip(write_yaml(content), Random(seed))
    loaded = plain_library(load_wording(), drafts={FILE: text.encode()}).load(Source(FILE, "content"))
    found = [one.span.line for one in loaded.diagnostics if one.severity == "error"]
    assert line in found, (line, loaded.diagnostics, text)
