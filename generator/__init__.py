"""Prospectus supplements: from YAML to EDGAR text, EDGAR HTML and PDF, and back.

What other programs may rely on is listed here; every other name can change. Building a folder:

    from pathlib import Path
    from generator import FORMATS, Library, build, find_sources, load_wording

    sources, findings = find_sources([Path("content")])
    library = Library(load_wording())
    for source in sources:
        built = build(library.load(source), FORMATS.values(), Path("build"))

and understanding somebody else's filing:

    from generator import read_file, recover_content, write_yaml

    document = read_file("filing.htm", Path("filing.htm").read_bytes()).document
    print(write_yaml(recover_content(document, load_wording())))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.compare.fields import compare as compare_documents
    from generator.compose.compose import compose as compose_document
    from generator.diagnostics import Diagnostic
    from generator.document.nodes import Document
    from generator.document.outline import print_outline
    from generator.errors import SupplementError
    from generator.filing.build import build
    from generator.filing.formats import FORMATS
    from generator.filing.verify import verify
    from generator.library.find import find_sources
    from generator.library.load import Library
    from generator.library.spelling import write_yaml
    from generator.readers.files import read_file
    from generator.recover.recover import recover as recover_content
    from generator.wording.environment import load_wording

__all__ = [
    "FORMATS",
    "Diagnostic",
    "Document",
    "Library",
    "SupplementError",
    "build",
    "compare_documents",
    "compose_document",
    "find_sources",
    "load_wording",
    "print_outline",
    "read_file",
    "recover_content",
    "verify",
    "write_yaml",
]

#: Where each name lives. A name that a room of the package bears already has a longer one here.
_HOMES = {
    "FORMATS": "generator.filing.formats:FORMATS",
    "Diagnostic": "generator.diagnostics:Diagnostic",
    "Document": "generator.document.nodes:Document",
    "Library": "generator.library.load:Library",
    "SupplementError": "generator.errors:SupplementError",
    "build": "generator.filing.build:build",
    "compare_documents": "generator.compare.fields:compare",
    "compose_document": "generator.compose.compose:compose",
    "find_sources": "generator.library.find:find_sources",
    "load_wording": "generator.wording.environment:load_wording",
    "print_outline": "generator.document.outline:print_outline",
    "read_file": "generator.readers.files:read_file",
    "recover_content": "generator.recover.recover:recover",
    "verify": "generator.filing.verify:verify",
    "write_yaml": "generator.library.spelling:write_yaml",
}


def __getattr__(name: str) -> Any:
    """A public name, its module imported when it is first asked for.

    Why: `import generator` costs nothing, and whoever only reads text never loads what sets a PDF.
    """
    if name not in _HOMES:
        raise AttributeError(f"module 'generator' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return globals().setdefault(name, getattr(import_module(module), attribute))


def __dir__() -> list[str]:
    """The public names besides what is loaded."""
    return sorted({*globals(), *__all__})
