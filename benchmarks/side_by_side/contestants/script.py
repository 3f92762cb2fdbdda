"""The script that most people would write: YAML, Jinja, WeasyPrint, and pdfplumber to look at what came out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import jinja2
import pdfplumber
import weasyprint
import yaml

from benchmarks.side_by_side.contestants import Maker


def contestant(_name: str) -> Maker:
    """The maker of a page and its PDF."""
    return make


def make(project: Path, document: str, out: Path) -> None:
    """Renders the words as HTML and PDF, with everything set up anew, and reads the PDF's text and tables."""
    with (project / "plain" / f"{document}.yaml").open(encoding="utf-8") as stream:
        data = yaml.safe_load(stream)
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True)
    page = environment.get_template("page.html").render(**data)
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{document}.htm").write_text(page, encoding="utf-8")
    written = weasyprint.HTML(string=page).write_pdf()
    (out / f"{document}.pdf").write_bytes(written)
    text, tables = read_back(written)
    if not text.strip():
        raise RuntimeError(f"nothing can be read in the PDF; {tables} tables")


def read_back(data: bytes) -> tuple[str, int]:
    """The text of a PDF, and how many tables pdfplumber finds in it."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
        return text, sum(len(page.extract_tables()) for page in pdf.pages)
