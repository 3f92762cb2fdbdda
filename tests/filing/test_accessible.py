"""What an accessibility checker that is not ours finds in our PDFs: nothing, in the rules that it covers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pdfua import Severity, validate

from generator.document.nodes import Document
from generator.errors import Unwritable
from generator.filing.formats import FORMATS
from generator.library.find import Source, find_sources
from generator.library.load import Library
from generator.wording.environment import load_wording
from generator.writers.pdf import write_pdf
from tests.trees import normal_documents

CONTENT = Path(__file__).resolve().parents[2] / "content"
#: Rules that the checker cannot evaluate on arrays of names (`/Headers`); it says so itself, and reports no fault.
SKIPPED = {"UA-14-001"}


def faults(data: bytes, folder: Path) -> list[str]:
    """The findings of the checker, without what it says it did not evaluate."""
    file = folder / "checked.pdf"
    file.write_bytes(data)
    found = validate(str(file)).findings
    assert {one.rule_id for one in found if one.severity.name == "SKIP"} <= SKIPPED
    return [f"{one.rule_id} {one.message}" for one in found if one.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize("source", find_sources([CONTENT])[0], ids=lambda source: source.name)
def test_shipped_supplements_have_no_fault(source: Source, tmp_path: Path) -> None:
    loaded = Library(load_wording()).load(source)
    assert loaded.document is not None
    assert faults(FORMATS["pdf"].write(loaded.document), tmp_path) == []


@given(normal_documents(most=4))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_generated_documents_have_no_fault(tmp_path: Path, document: Document) -> None:
    try:
        data = write_pdf(document)
    except Unwritable:
        return
    assert faults(data, tmp_path) == []
