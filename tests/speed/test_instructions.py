"""A text-and-HTML build takes no more instructions than it did, whatever else the machine is doing."""

from __future__ import annotations

from shutil import which

import pytest

from benchmarks import instructions


@pytest.mark.skipif(which("valgrind") is None, reason="valgrind, which counts instructions, is not installed")
def test_a_build_takes_no_more_instructions_than_was_accepted() -> None:
    known = instructions.accepted()
    if known is None:
        pytest.skip("nothing was accepted for this build of Python yet: python benchmarks/instructions.py --accept")
    assert instructions.too_many(instructions.figures(), known) == []


def test_more_than_the_tolerance_is_told() -> None:
    known = {"start": 100.0, "supplement": 2.0}
    assert instructions.too_many({"start": 104.9, "supplement": 2.09}, known) == []
    (told,) = instructions.too_many({"start": 105.2, "supplement": 1.0}, known)
    assert told == "start: 105.2 loops, accepted are 100.0 and 5 % more"
