"""How every test runs: property tests without a stop-watch, and the same examples in continuous integration."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# Why no deadline: a machine that is shared by several is slow at times, and that is no fault of the code.
settings.register_profile("developer", deadline=None)
# Why derandomized: a change is judged by what it changed. Developers' runs are where new examples are tried.
settings.register_profile("integration", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("integration" if os.environ.get("CI") else "developer")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/golden --accept` writes the golden files anew."""
    parser.addoption("--accept", action="store_true", help="write golden files anew instead of comparing")
