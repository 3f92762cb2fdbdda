"""One running preview for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.preview.running import Running, make_project, running


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of a small project that the tests of a module may edit."""
    with running(make_project(tmp_path_factory.mktemp("project"))) as one:
        yield one
