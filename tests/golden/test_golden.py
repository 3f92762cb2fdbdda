"""Each shipped supplement as it is built: outline, text, HTML, the PDF's tag tree, and its pages to look at.

`pytest tests/golden --accept` writes them anew; the diff is then what a change does to real documents.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from generator.document.outline import print_outline
from generator.filing.formats import FORMATS
from generator.library.find import find_sources
from generator.library.load import Loaded
from generator.readers.pdf import dump_tags
from generator.wording.environment import load_wording
from tests.without_rules import plain_library

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parents[1] / "content"
LIBRARY = plain_library(load_wording())
#: The supplements of content/, by the name of what is built: one that is split gives one for each document.
SHIPPED = {loaded.source.name: loaded for source in find_sources([CONTENT])[0] for loaded in LIBRARY.load_each(source)}
#: Those whose pages are pictured too: the two real ones, and the tour's fullest.
PICTURED = [name for name in SHIPPED if not name.startswith("tour/")] + ["tour/fee-table", "tour/combined"]
#: Dots per point of the pictures of pages (about 130 dpi).
SCALE = 1.8


def files_of(loaded: Loaded) -> dict[str, str]:
    """The golden files of a supplement, by name."""
    assert loaded.document is not None and not loaded.diagnostics
    written = {name: format.write(loaded.document) for name, format in FORMATS.items()}
    return {
        "outline.txt": print_outline(loaded.document),
        "text.txt": written["text"].decode("ascii"),
        "page.htm": written["html"].decode("ascii"),
        "tags.txt": dump_tags(written["pdf"]),
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_supplement_is_built_as_accepted(name: str, request: pytest.FixtureRequest) -> None:
    folder = HERE / name
    files = files_of(SHIPPED[name])
    if request.config.getoption("--accept"):
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (folder / file).write_text(text, "utf-8")
        if name in PICTURED:
            draw_pages(SHIPPED[name], folder)
    for file, text in files.items():
        assert (folder / file).read_text("utf-8") == text, f"{file} differs: look, then --accept"


def draw_pages(loaded: Loaded, folder: Path) -> None:
    """Pictures of a supplement's pages, for the README and for whoever reviews a change of looks."""
    assert loaded.document is not None
    pdf = pypdfium2.PdfDocument(FORMATS["pdf"].write(loaded.document))
    for number in range(len(pdf)):
        pdf[number].render(scale=SCALE, grayscale=True).to_pil().save(folder / f"page-{number + 1}.png", optimize=True)
    pdf.close()


def test_no_golden_folder_is_left_behind() -> None:
    folders = {path.parent.relative_to(HERE).as_posix() for path in HERE.rglob("outline.txt")}
    assert folders == set(SHIPPED)
