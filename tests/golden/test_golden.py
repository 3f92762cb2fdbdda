"""Each shipped supplement as it is built: outline, text, HTML, the PDF's tag tree, and its pages to look at.

`pytest tests/golden --accept` writes them anew; the diff is then what a change does to real documents.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from generator.document.outline import print_outline
from generator.filing.formats import FORMATS
from generator.library.find import Source, find_sources
from generator.library.load import Library
from generator.readers.pdf import dump_tags
from generator.wording.environment import load_wording

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parents[1] / "content"
SOURCES, _ = find_sources([CONTENT])
#: Dots per point of the pictures of pages (about 130 dpi).
SCALE = 1.8


def files_of(source: Source) -> dict[str, str]:
    """The golden files of a supplement, by name."""
    loaded = Library(load_wording()).load(source)
    assert loaded.document is not None and not loaded.diagnostics
    written = {name: format.write(loaded.document) for name, format in FORMATS.items()}
    return {
        "outline.txt": print_outline(loaded.document),
        "text.txt": written["text"].decode("ascii"),
        "page.htm": written["html"].decode("ascii"),
        "tags.txt": dump_tags(written["pdf"]),
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_shipped_supplement_is_built_as_accepted(source: Source, request: pytest.FixtureRequest) -> None:
    folder = HERE / source.name
    files = files_of(source)
    if request.config.getoption("--accept"):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
        draw_pages(source, folder)
    for name, text in files.items():
        assert (folder / name).read_text("utf-8") == text, f"{name} differs: look, then --accept"


def draw_pages(source: Source, folder: Path) -> None:
    """Pictures of a supplement's pages, for the README and for whoever reviews a change of looks."""
    loaded = Library(load_wording()).load(source)
    assert loaded.document is not None
    pdf = pypdfium2.PdfDocument(FORMATS["pdf"].write(loaded.document))
    for number in range(len(pdf)):
        pdf[number].render(scale=SCALE, grayscale=True).to_pil().save(folder / f"page-{number + 1}.png", optimize=True)
    pdf.close()


def test_no_golden_folder_is_left_behind() -> None:
    folders = {path.parent.relative_to(HERE).as_posix() for path in HERE.rglob("outline.txt")}
    assert folders == {source.name for source in SOURCES}
