"""Imports go one way: from what people type, through the tree, to files and back."""

from __future__ import annotations

from graphlib import TopologicalSorter

import pytest

from tests.house.modules import Module, imported_modules, modules

#: room -> what of the package it may import besides itself, here or inside a function. A longer name goes before
#: a shorter one: `readers.text` is held to its own line, not to that of `readers`.
MAY_IMPORT = {
    "errors": "",
    "diagnostics": "",
    "patterns": "",
    "plain_files": "",
    "charrefs": "",
    "template_work": "",
    "templates": "template_work",
    # the tree, which knows nothing of what comes before or after it
    "document": "",
    # from the author's text to the tree
    "source": "diagnostics document.canonical",
    "model": "document.canonical",
    "wording": "diagnostics document model templates",
    "compose": "document model wording",
    # from the tree to files and back: no format knows another, the content, or its wording
    "writers": "",
    "writers.text": "document errors templates",
    "writers.html": "document errors templates",
    "typeset": "",
    "writers.pdf": "document errors templates typeset",
    "writers.redline": "compare.redline document errors templates writers.pdf",  # set by WeasyPrint, as some PDFs are
    "readers": "",
    "readers.text": "document errors",
    "readers.html": "document errors",
    # how much a PDF unpacks to is asked before an engine opens it; by the checker's parser, which bounds itself
    "readers.pdf": "document errors checks.conformance.pdf.bounds",
    "readers.foreign": "document errors readers.pdf.file",  # a PDF is opened in one way, whoever wrote it
    "readers.files": "document errors readers",
    "readers.lines": "charrefs document errors readers",
    # from the tree to the content
    "recover": "document model wording compose",
    # judges
    "settings": "diagnostics",
    "compare": "document",
    "compare.redline": "document",
    "checks": "",
    "checks.conformance": "charrefs diagnostics",
    "checks.rules": "checks model document.canonical",
    "checks.breach": "",
    "checks.rule": "checks diagnostics errors",
    "checks.catalogue": "checks errors",
    "checks.words": "model",
    "checks.subject": "checks model",
    "checks.waived": "checks model",
    "checks.pages": "checks diagnostics errors settings",
    "checks.workings": "checks model",
    "checks.run": "checks diagnostics model settings",
    # whole supplements
    "library": "diagnostics errors settings templates document source model wording compose recover compare checks"
    " readers",
    "filing": "diagnostics errors document library typeset writers readers compare checks settings templates wording",
    # the page that authors look at while they type
    "preview": "diagnostics errors checks compare compose document filing library model recover report settings source"
    " templates wording writers",
    # skins
    "report": "diagnostics checks.pages",
    "cli": "diagnostics errors document wording readers recover library filing report checks settings model preview"
    " compare.redline writers.redline",
    "__main__": "cli",
}


def parts_above(name: str) -> list[str]:
    """A name and the names that hold it, longest first: `a.b.c`, `a.b`, `a`."""
    parts = name.split(".")
    return [".".join(parts[:count]) for count in range(len(parts), 0, -1)]


def room_of(name: str) -> str:
    """The longest room of the table that a module stands in."""
    return next((part for part in parts_above(name) if part in MAY_IMPORT), "")


def offences(module: Module) -> list[str]:
    """The imports of a module that the table does not allow."""
    room = room_of(module.name.partition(".")[2])
    allowed = {room, "patterns", "plain_files", *MAY_IMPORT[room].split()}
    return [
        f"{module.path}:{line}: {room} may not import {name}"
        for line, name in imported_modules(module)
        if not allowed & set(parts_above(name.partition(".")[2]))
    ]


INSIDE = [module for name, module in modules().items() if name != "generator"]


def test_every_module_stands_in_a_room_of_the_table() -> None:
    assert [module.name for module in INSIDE if not room_of(module.name.partition(".")[2])] == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_what_it_may(room: str) -> None:
    inside = [module for module in INSIDE if room_of(module.name.partition(".")[2]) == room]
    assert inside, "the table names a room that is not there"
    assert [offence for module in inside for offence in offences(module)] == []


def test_no_room_imports_itself_by_way_of_another() -> None:
    graph: dict[str, set[str]] = {}
    for module in INSIDE:
        rooms = {modules()[name].room for _, name in imported_modules(module)}
        graph.setdefault(module.room, set()).update(rooms - {module.room})
    assert list(TopologicalSorter(graph).static_order())
