"""A project's own templates: they take the place of shipped ones, file by file, and grow stale aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.library import overrides
from generator.library.overrides import check_overrides, differences, renewed_text, replaceable, replacement_text
from generator.templates import templates_folder, without_record
from tests.house.modules import ROOT

CONTENT = """\
registrant: {name: Example Trust, funds: {growth: Example Growth Fund}}
date: 2026-05-01
funds: growth
targets: [{document: prospectus, date: 2026-02-01}]
style: {header: registrant_first, closing: retain}
changes: [{content: The Fund is closed.}]
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one supplement, in which the commands run."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "one.yaml").write_text(CONTENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def supplement(*words: str) -> Result:
    """What a command does."""
    return CliRunner().invoke(main, list(words))


def replace(name: str, old: str, new: str) -> Path:
    """Puts a template of the project's own in the place of a shipped one, with other words in it."""
    done = supplement("override", name)
    assert done.exit_code == 0, done.output
    own = Path("templates", name)
    text = own.read_text("utf-8")
    assert old in text
    own.write_text(text.replace(old, new), encoding="utf-8")
    return own


def test_it_lists_what_can_be_replaced() -> None:
    listed = supplement("override").stdout.split()
    assert {"wording/closing/retain.md", "text/frame.txt", "html/style.html", "pdf/print.css"} <= set(listed)
    assert listed == replaceable()
    supplement("override", "pdf/print.css")
    assert "pdf/print.css  (replaced)" in supplement("override").stdout.splitlines()


@pytest.mark.parametrize("name", replaceable())
def test_a_replacement_says_of_what(name: str) -> None:
    text = replacement_text(name)
    shipped = (templates_folder() / name).read_text("utf-8")
    assert without_record(text) == "\n" + shipped
    assert without_record(shipped) == shipped
    assert differences(name, text) == ""
    assert renewed_text(name, shipped) == renewed_text(name, text) == text


@pytest.mark.parametrize("name", ["wording/closing/retain.md", "text/nodes.txt", "html/style.html", "pdf/print.css"])
def test_a_copy_changes_nothing(name: str, project: Path) -> None:
    assert supplement("build", "--out", "before").exit_code == 0
    assert supplement("override", name).exit_code == 0
    done = supplement("build", "--out", "after")
    assert (done.exit_code, "OVR" in done.stderr) == (0, False)
    for file in (project / "before").glob("[!.]*"):
        assert (project / "after" / file.name).read_bytes() == file.read_bytes()


def test_every_shipped_phrase_reads_the_same_under_its_record(project: Path) -> None:
    for name in replaceable():
        if name.startswith("wording/"):
            supplement("override", name)
    done = supplement("build", "--to", "text")
    assert done.exit_code == 0, done.output


def test_own_wording_is_said_in_every_format(project: Path) -> None:
    replace("wording/closing/retain.md", "Please keep this supplement", "Keep this sheet")
    done = supplement("build")
    assert done.exit_code == 0, done.output
    for suffix in ("txt", "htm", "pdf"):
        assert "Keep this sheet for future reference." in supplement("read", f"build/one.{suffix}").stdout or (
            "closing: retain" in supplement("read", f"build/one.{suffix}").stdout
        )
    assert "Keep this sheet" in Path("build/one.txt").read_text()


@pytest.mark.parametrize(
    ("name", "old", "new", "suffix"),
    [
        ("html/style.html", "Times New Roman", "Georgia", "htm"),
        ("pdf/print.css", "text-align", "text-align", "pdf"),
    ],
)
def test_own_looks_are_used(name: str, old: str, new: str, suffix: str, project: Path) -> None:
    assert supplement("build", "--out", "before").exit_code == 0
    own = replace(name, old, new)
    if name.endswith(".css"):
        own.write_text(own.read_text("utf-8") + "p { color: #333333 }\n", encoding="utf-8")
    done = supplement("build", "--out", "after")
    assert done.exit_code == 0, done.output
    assert (project / "after" / f"one.{suffix}").read_bytes() != (project / "before" / f"one.{suffix}").read_bytes()
    assert supplement("verify", "--out", "after").exit_code == 0


def test_looks_that_say_something_else_are_not_filed(project: Path) -> None:
    own = replace("text/frame.txt", "", "")
    own.write_text(own.read_text("utf-8") + "An advertisement.\n", encoding="utf-8")
    done = supplement("build", "--to", "text")
    assert done.exit_code == 1
    assert "your own templates in" in done.stderr.replace("\n", " ")
    assert not (project / "build" / "one.txt").exists()


@pytest.mark.parametrize("broken", ["{% for %}", "{{ nothing.at.all }}", "{% include 'absent.txt' %}"])
def test_a_broken_look_is_a_finding(broken: str) -> None:
    own = replace("text/frame.txt", "", "")
    own.write_text(own.read_text("utf-8") + broken, encoding="utf-8")
    done = supplement("build", "--to", "text")
    assert (done.exit_code, "OVR-03" in done.stderr) == (1, True), done.output
    assert "--> templates/text/frame.txt:" in done.stderr


@pytest.mark.parametrize("name", ["text/frame.txt", "html/nodes.html", "pdf/frame.html"])
def test_check_tells_nothing_of_a_look_that_can_be_used(name: str) -> None:
    replace(name, "", "")
    done = supplement("check")
    assert (done.exit_code, "OVR-03" in done.stdout) == (0, False), done.output


@pytest.mark.parametrize("name", ["text/frame.txt", "html/nodes.html", "pdf/frame.html"])
@pytest.mark.parametrize("broken", ["{% for %}", "{{ 'x' | nosuchfilter }}"])
def test_check_tells_a_broken_look(name: str, broken: str) -> None:
    own = replace(name, "", "")
    own.write_text(own.read_text("utf-8") + broken, encoding="utf-8")
    done = supplement("check")
    assert (done.exit_code, done.stdout.count("OVR-03]")) == (1, 1), done.output
    assert f"--> templates/{name}:" in done.stdout


def test_a_stale_replacement_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "wording/closing/retain.md"
    own = replace(name, "Please keep", "Keep")
    assert list(check_overrides(Path("templates"))) == []
    shipped = overrides._shipped_text
    monkeypatch.setattr(overrides, "_shipped_text", lambda name: shipped(name) + "\nMore.\n")
    (found,) = check_overrides(Path("templates"))
    assert (found.code, found.severity, found.file, found.span.line) == ("OVR-01", "warning", str(own), 1)
    assert "wording/closing/retain.md" in found.message
    assert f"supplement override --diff {name}" in found.help
    for command in ("check", "build"):
        done = supplement(command)
        assert done.exit_code == 0, done.output
        assert "OVR-01" in done.output
    assert "-More." in supplement("override", "--diff", name).stdout
    assert supplement("override", "--renew", name).exit_code == 0
    assert list(check_overrides(Path("templates"))) == []
    assert own.read_text("utf-8").count("replaces sha256:") == 1
    assert "Keep this" in own.read_text("utf-8")


def test_a_replacement_without_a_record_is_a_warning() -> None:
    own = Path("templates/html/style.html")
    own.parent.mkdir(parents=True)
    own.write_text((templates_folder() / "html" / "style.html").read_text("utf-8"), encoding="utf-8")
    assert [one.code for one in check_overrides(Path("templates"))] == ["OVR-02"]


def test_a_form_of_ones_own_replaces_nothing() -> None:
    own = Path("templates/wording/closing/ours.md")
    own.parent.mkdir(parents=True)
    own.write_text("{% clause closing.ours %}\nFile this.\n{% endclause %}\n", encoding="utf-8")
    assert list(check_overrides(Path("templates"))) == []


def test_no_replacement_is_written_over() -> None:
    own = replace("pdf/print.css", "", "")
    before = own.read_text("utf-8")
    done = supplement("override", "pdf/print.css")
    assert (done.exit_code, "is there already" in done.stderr) == (2, True)
    assert own.read_text("utf-8") == before


@pytest.mark.parametrize("words", [["html/styles.html"], ["../pyproject.toml"], ["--diff", "pdf/print.css"]])
def test_what_is_not_there_is_wrong_use(words: list[str]) -> None:
    assert supplement("override", *words).exit_code == 2


def test_the_shipped_templates_do_not_replace_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert list(check_overrides(Path("templates"))) == []
    assert supplement("override", "pdf/print.css").exit_code == 2
