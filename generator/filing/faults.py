"""What stops a file from being written, as findings: what its format cannot show, and templates that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError

from generator.diagnostics import Diagnostic, Span
from generator.document.nodes import Document
from generator.document.specimen import SPECIMEN
from generator.filing.formats import Format, project_formats
from generator.library.load import Loaded
from generator.templates import place_of, templates_folder


def writing_faults(loaded: Loaded, document: Document, format: Format) -> list[Diagnostic]:
    """What a format cannot show of a supplement, at the place in the content."""
    found = []
    for fault in format.faults(document):
        file, span = loaded.places.place(fault.path)
        message = f"{fault.message} ({format.name})"
        found.append(Diagnostic("OUT-03", message, file, span, fault.help, path=fault.path))
    return found


def looks_faults(templates: Path | None) -> Iterator[Diagnostic]:
    """Findings where a project's own templates for looks cannot be used for a document with a block of every kind."""
    for format in project_formats(templates).values():
        if format.looks:
            try:
                format.render(SPECIMEN, format.looks)
            except TemplateError as error:
                yield template_fault(format.name, format.looks, error)


def template_fault(name: str, looks: Path | None, error: TemplateError) -> Diagnostic:
    """What is wrong with a template of a project's own, in its line where that is known."""
    file, line = place_of(error, looks or templates_folder())
    if (here := Path.cwd()) in Path(file).parents:
        file = str(Path(file).relative_to(here))
    message = f"the template cannot be used for {name}: {error.message}"
    return Diagnostic("OVR-03", message, file, Span(line, 1, line, 1), "mend it, or remove it from your templates/")
