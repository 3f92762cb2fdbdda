"""Workers are forked, whatever another test has loaded into this process before."""

from __future__ import annotations

import pytest

from generator.filing import workers


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No package forbids it: no test here sets two pages with WeasyPrint in a process and its copy."""
    monkeypatch.setattr(workers, "UNFORKABLE", frozenset())
