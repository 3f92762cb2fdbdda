"""Who is measured: each contestant does the same documents, one after another, in a process of its own.

A contestant's module has `contestant(name)`, which gives a maker: `make(project, name, out)` writes what it makes of
a project's document into a folder. Importing a contestant's packages is part of its cold start, so nothing heavy is
imported here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

#: Makes the files of one document: the project's folder, the document's name, the folder for the files.
Maker: TypeAlias = Callable[[Path, str, Path], None]


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way of doing the documents. `suffixes` are those of its files, `packages` what must be installed."""

    name: str
    label: str
    makes: str
    module: str
    suffixes: tuple[str, ...]
    packages: tuple[str, ...] = ()

    @property
    def ours(self) -> bool:
        """Whether it is this tool."""
        return self.module == "ours"

    def lacking(self) -> list[str]:
        """The packages that are not installed."""
        return [one for one in self.packages if find_spec(one) is None]

    def maker(self) -> Maker:
        """What does the documents, its packages imported."""
        maker: Maker = import_module(f"{__name__}.{self.module}").contestant(self.name)
        return maker


#: The first is what all others are compared with.
CONTESTANTS: dict[str, Contestant] = {
    one.name: one
    for one in (
        Contestant(
            "script",
            "the usual script",
            "HTML and PDF, the PDF read back",
            "script",
            (".htm", ".pdf"),
            ("weasyprint", "pdfplumber"),
        ),
        Contestant("ours", "supplement", "text, HTML and PDF, proved", "ours", (".txt", ".htm", ".pdf")),
        Contestant("ours-edgar", "supplement, no PDF", "text and HTML, proved", "ours", (".txt", ".htm")),
        Contestant("weasyprint", "WeasyPrint, tuned", "tagged PDF", "tuned", (".pdf",), ("weasyprint",)),
        Contestant("typst", "Typst", "tagged PDF", "typst_pages", (".pdf",), ("typst",)),
        Contestant("reportlab", "ReportLab", "PDF without tags", "reportlab_pages", (".pdf",), ("reportlab",)),
    )
}
BASE = "script"
