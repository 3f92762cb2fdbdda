"""WeasyPrint alone, as fast as it goes without changing it: one font configuration, few fonts, the CSS parsed once.

It is given the very page that this tool sets its PDF from, ready as HTML, and proves nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from benchmarks.side_by_side.contestants import Maker


def contestant(_name: str) -> Maker:
    """The maker of a PDF with the tags of PDF/UA-1."""
    import font_source_serif_pro

    with TemporaryDirectory(prefix="fonts-") as folder:
        settings = Path(folder, "fonts.conf")
        settings.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
            f"<dir>{escape(str(font_source_serif_pro.font_directory))}</dir><cachedir>{escape(folder)}</cachedir>"
            "</fontconfig>",
            encoding="utf-8",
        )
        os.environ["FONTCONFIG_FILE"] = str(settings)
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
        del os.environ["FONTCONFIG_FILE"]
    style = CSS(filename=str(Path(__file__).parents[3] / "templates" / "pdf" / "print.css"), font_config=fonts)

    def make(project: Path, document: str, out: Path) -> None:
        page = (project / "page" / f"{document}.html").read_text("utf-8")
        rendered = HTML(string=page).render(font_config=fonts, stylesheets=[style])
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{document}.pdf").write_bytes(rendered.write_pdf(pdf_variant="pdf/ua-1"))

    return make
