"""What a format cannot show of a supplement, as findings at the places in its content."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.document.nodes import Document
from generator.filing.formats import Format
from generator.library.load import Loaded


def writing_faults(loaded: Loaded, document: Document, format: Format) -> list[Diagnostic]:
    """What a format cannot show of a supplement, at the place in the content."""
    found = []
    for fault in format.faults(document):
        file, span = loaded.places.place(fault.path)
        message = f"{fault.message} ({format.name})"
        found.append(Diagnostic("OUT-03", message, file, span, fault.help, path=fault.path))
    return found
