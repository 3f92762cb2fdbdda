"""This tool, by the names that it offers to other programs: loaded, judged, written, read back, compared."""

from __future__ import annotations

from pathlib import Path

from benchmarks.side_by_side.contestants import CONTESTANTS, Maker
from generator import FORMATS, Library, build, find_sources, load_wording

SUFFIXES = {".txt": "text", ".htm": "html", ".pdf": "pdf"}


def contestant(name: str) -> Maker:
    """The maker of all three files, or of those that EDGAR takes as the filing."""
    formats = [FORMATS[SUFFIXES[suffix]] for suffix in CONTESTANTS[name].suffixes]
    library = Library(load_wording())

    def make(project: Path, document: str, out: Path) -> None:
        sources, _ = find_sources([project / "content" / f"{document}.yaml"])
        for loaded in library.load_each(sources[0]):
            built = build(loaded, formats, out)
            if not built.files:
                raise RuntimeError("; ".join(map(str, built.diagnostics)))

    return make
