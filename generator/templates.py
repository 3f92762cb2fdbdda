"""Where the templates are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """The folder with `wording/`, `text/`, `html/` and `pdf/`."""
    package = Path(__file__).resolve().parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"
