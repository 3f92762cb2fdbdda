"""Templates for looks: the first folder that has one, whatever happens to it meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.templates import LooksLoader, template_text


def two_folders(tmp_path: Path) -> tuple[Path, Path]:
    folders = tmp_path / "own", tmp_path / "shipped"
    for folder in folders:
        folder.mkdir()
        (folder / "style.html").write_text(folder.name, "utf-8")
    return folders


def test_one_that_is_removed_while_it_is_read_gives_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, shipped = two_folders(tmp_path)
    loader = LooksLoader((own, shipped))
    assert loader.get_source(None, "style.html")[0] == "own"
    (own / "style.html").unlink()
    monkeypatch.setattr(Path, "is_file", lambda _: True)  # as it was a moment ago
    assert loader.get_source(None, "style.html")[0] == "shipped"
    (shipped / "style.html").unlink()
    with pytest.raises(TemplateNotFound):
        loader.get_source(None, "style.html")


def test_one_that_cannot_be_read_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(TemplateSyntaxError, match="cannot be read"):
        template_text(tmp_path, tmp_path)
