"""The engine: HTML and a style sheet to the bytes of a tagged PDF, from the packaged typeface and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, NoReturn

from jinja2 import TemplateRuntimeError

from generator.typeset.faces import FILES, faces_folder
from generator.writers.pdf.looks import print_css
from generator.writers.pdf.weasy.libraries import load_engine
from generator.writers.pdf.weasy.tags import retag

#: Why: Pango's font maps are not safe to use from two threads; the preview serves from several.
_ENGINE = Lock()
#: Against what addresses are resolved, so that those without a scheme are refused too and not left out in silence.
_BASE = "file:///templates/pdf/"


def render_pdf(html: str, looks: Path | None = None) -> bytes:
    """The PDF of a page of HTML, tagged as PDF/UA-1 asks; the same bytes for the same HTML, always.

    Raises TemplateRuntimeError where the page or its style sheet refers to anything, for nothing is fetched; and
    where a project's own page has what cannot be tagged, such as a drawing.
    """
    with _ENGINE:
        load_engine()
        fonts = _fonts()
        from weasyprint import HTML
        from weasyprint.urls import FatalURLFetchingError

        try:
            source = HTML(string=html, url_fetcher=_Refusing(), base_url=_BASE)
            pages = source.render(font_config=fonts, stylesheets=[_style(looks)])
            written: bytes = pages.write_pdf(finisher=retag, pdf_variant="pdf/ua-1")
        except FatalURLFetchingError as error:
            raise TemplateRuntimeError(str(error.__cause__)) from None
        except RuntimeError as error:
            if looks is None:  # a fault of ours
                raise
            raise TemplateRuntimeError(f"the page has something that cannot be tagged: {error}") from None
        return written


@cache
def _fonts() -> Any:
    """One font configuration for the process, of the packaged faces only.

    Why one: each costs some 10 ms and 0.27 MB that is never given back.
    """
    with _packaged_fonts_only():
        from weasyprint.text.fonts import FontConfiguration

        return FontConfiguration()


@cache
def _style(looks: Path | None) -> Any:
    """The style sheet, parsed once."""
    from weasyprint import CSS

    return CSS(string=print_css(looks), font_config=_fonts(), url_fetcher=_Refusing(), base_url=_BASE)


@contextmanager
def _packaged_fonts_only() -> Iterator[None]:
    """Fontconfig reads a configuration that names the packaged faces and no font of the host.

    Why the variable is put back: a program that this one starts must find the host's fonts again.
    """
    with TemporaryDirectory(prefix="supplement-") as folder:
        path = Path(folder, "fonts.conf")
        path.write_text(_configuration(folder), encoding="utf-8")
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(path)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def _configuration(cache_folder: str) -> str:
    """Fontconfig's XML: one folder, in it four files, and a place for its cache."""
    accepted = "".join(f"<glob>*/{name}</glob>" for name in FILES.values())
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(faces_folder()))}</dir><cachedir>{escape(cache_folder)}</cachedir>"
        f"<selectfont><acceptfont>{accepted}</acceptfont>"
        "<rejectfont><glob>*</glob></rejectfont></selectfont></fontconfig>"
    )


class _Refusing:
    """Nothing is ever fetched: the typeface and the style sheet are all that a page needs.

    Why fatal: WeasyPrint leaves out what cannot be fetched, and says so to nobody.
    """

    _fail_on_errors = True

    def __call__(self, url: str, *_: object, **__: object) -> NoReturn:
        raise ValueError(f"it refers to {url.removeprefix(_BASE)}, and a page refers to nothing outside of itself")
