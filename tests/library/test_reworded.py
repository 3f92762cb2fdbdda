"""A document that no longer reads back since a project changed the wording: told at the template's change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.diagnostics import Diagnostic
from generator.library.find import Source
from generator.library.overrides import replacement_text
from generator.templates import templates_folder
from generator.wording.environment import load_wording
from tests.without_rules import plain_library

CONTENT = Path(__file__).resolve().parents[2] / "content"
EXTENSION = CONTENT / "tour" / "waiver-extension.yaml"
HOUSE, EFFECTIVE = "waiver_change/house", "phrase/effective_the"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A project's templates: copies of two shipped ones, as `supplement override` writes them."""
    for name in (HOUSE, EFFECTIVE):
        path = tmp_path / "templates" / "wording" / f"{name}.md"
        path.parent.mkdir(parents=True)
        path.write_text(replacement_text(f"wording/{name}.md"), "utf-8")
    return tmp_path / "templates"


def change(templates: Path, name: str, *changes: tuple[str, str]) -> str:
    """Rewords a template, and gives its text."""
    path = templates / "wording" / f"{name}.md"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return text


def found(templates: Path, path: Path = EXTENSION) -> list[Diagnostic]:
    return list(plain_library(load_wording(templates)).load(Source(path, path.stem)).diagnostics)


def marked(text: str, one: Diagnostic) -> str:
    """The words of a template that a finding marks."""
    return text.splitlines()[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]


ON = "{% elif effective.qualifier == 'on' %}"
BY_WHICH = ("The agreement by which", "The agreement whereby")


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        (HOUSE, [("| | Previous Limit | New Limit |", "| | Previous | Limit | New Limit |")], "|"),
        (HOUSE, [BY_WHICH, ("through {{ ends.new | date }}", "on")], "on."),
        (HOUSE, [BY_WHICH, ("{{ limit.previous | rate }}", "a limit")], "a limit"),
        (HOUSE, [BY_WHICH, ("it was to end on {{ ends.previous | date }} and ", "")], "now"),
        (EFFECTIVE, [("{% elif effective.qualifier == 'immediately' %}Effective immediately, the", "")], ON),
    ],
)
def test_the_change_is_marked_that_a_document_does_not_read_back_for(
    templates: Path, name: str, changes: list[tuple[str, str]], words: str
) -> None:
    text = change(templates, name, *changes)
    (one,) = found(templates)
    assert one.code == "OUT-02"
    assert one.file == f"templates/wording/{name}.md"
    assert one.message.startswith("since this wording was changed: ")
    assert f"supplement override --diff wording/{name}.md" in one.help
    assert "yaml:" in one.help
    assert marked(text, one) == words


def test_an_emptied_template_is_named(templates: Path) -> None:
    (templates / "wording" / f"{HOUSE}.md").write_text("")
    assert [(one.file, one.span.line) for one in found(templates)] == [(f"templates/wording/{HOUSE}.md", 1)]


def test_other_words_that_read_back_are_no_fault(templates: Path) -> None:
    change(templates, HOUSE, BY_WHICH)
    assert found(templates) == []


def test_content_that_reads_as_something_else_is_told_at_its_line(templates: Path, tmp_path: Path) -> None:
    change(templates, HOUSE, BY_WHICH)
    shutil.copytree(CONTENT / "tour", tmp_path / "tour")
    path = tmp_path / "tour" / "waiver-extension.yaml"
    words = "Effective immediately, the table “Fees” of the Prospectus is replaced with the following for Harbor Point"
    notice = f"  - operation: notice\n    content: ['{words} Small Cap Fund:', 'Nothing of it.']\n"
    path.write_text(path.read_text("utf-8").replace("changes:\n", f"changes:\n{notice}"), "utf-8")
    assert [(one.code, one.file) for one in found(templates, path)] == [("OUT-02", str(path))]


def test_a_table_of_no_form_is_no_fault_of_the_tool(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(templates, HOUSE, ("| | Previous Limit | New Limit |", "| | Previous | Limit | New Limit |"))
    monkeypatch.chdir(templates.parent)
    shutil.copytree(CONTENT / "tour", templates.parent / "content")
    result = CliRunner().invoke(main, ["check", "content/waiver-extension.yaml"])
    assert "FIL-09" not in result.output
    assert "| | | Previous | Limit | New Limit |" in result.output
    assert "give every row as many cells" in result.output


def test_a_template_may_begin_with_a_byte_order_mark(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = templates / "wording" / f"{HOUSE}.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert found(templates) == []
    monkeypatch.chdir(templates.parent)
    shutil.copytree(CONTENT / "tour", templates.parent / "content")
    result = CliRunner().invoke(main, ["check", "content/waiver-extension.yaml"])
    assert (result.exit_code, "OVR-02" in result.output) == (0, False)
    assert CliRunner().invoke(main, ["override", "--diff", f"wording/{HOUSE}.md"]).output == ""
    assert CliRunner().invoke(main, ["override", "--renew", f"wording/{HOUSE}.md"]).exit_code == 0
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert (templates_folder() / "wording" / f"{HOUSE}.md").read_text("utf-8") in path.read_text("utf-8")
