"""Every sample as PDF: built, and read back as it was written.

Why apart: the engine takes longer to start than a sample takes to set, so one process sets them all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.filing.formats import FORMATS
from tests.samples.samples import SOURCES, build_and_read

pytestmark = pytest.mark.xdist_group("samples as PDF")


@pytest.mark.parametrize("name", SOURCES)
def test_pdf_says_what_it_says(name: str, tmp_path: Path) -> None:
    build_and_read(name, [FORMATS["pdf"]], tmp_path)
