"""`supplement diff`: contents, built files, filings and revisions; exit 0 where alike, 1 where not, 2 for wrong use."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.readers.html import read_html
from generator.readers.text import read_text
from generator.writers.redline.edgar import without_marks

REGISTRANT = """\
name: Harbor Point Funds
funds:
  growth: {name: Harbor Point Growth Fund, classes: {A: Class A, C: Class C}}
"""
SUPPLEMENT = """\
registrant: harbor
date: 2026-09-30
funds: growth
targets:
  - {document: prospectus, date: 2026-05-01}
changes:
  - operation: replace_table
    location: {table: Fees}
    content:
      - fee_table:
          rows:
            management_fee: {A: 0.86%, C: 0.86%}
            other_expenses: {A: 0.10%, C: 0.10%}
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def git(*words: str) -> None:
    identity = ["-c", "user.name=Jane Doe", "-c", "user.email=jane@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content: `new.yaml` with lower fees than `old.yaml`; it is the current folder."""
    content = tmp_path / "content"
    (content / "registrants").mkdir(parents=True)
    (content / "registrants" / "harbor.yaml").write_text(REGISTRANT, "utf-8")
    (content / "old.yaml").write_text(SUPPLEMENT, "utf-8")
    (content / "new.yaml").write_text(SUPPLEMENT.replace("0.86%", "0.81%"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return content


@pytest.fixture
def repository(project: Path) -> Path:
    """The same folder in a repository with one commit."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git("init", "--quiet")
    git("add", "content")
    git("commit", "--quiet", "--message", "As it was")
    return project


def words(result: Result) -> str:
    """What was printed, whatever the width of the terminal."""
    return " ".join(result.stdout.split())


def test_two_contents_are_compared_value_by_value(project: Path) -> None:
    result = run("diff", "content/old.yaml", "content/new.yaml")
    assert result.exit_code == 1
    assert "Management Fees, Class A: [-0.86%-]{+0.81%+}, down 0.05" in words(result)
    assert "Total Annual Fund Operating Expenses, Class C: [-0.96%-]{+0.91%+}, down 0.05" in words(result)
    assert result.stderr == "4 insertions (4 words), 4 deletions (4 words)\n"
    assert "\x1b" not in words(result)


def test_what_does_not_differ_exits_with_nothing(project: Path) -> None:
    result = run("diff", "content/old.yaml", "content/old.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no differences\n")


def test_other_labels_of_the_same_items_are_a_difference(project: Path) -> None:
    for kind in ("numbered", "lettered"):
        listed = SUPPLEMENT.partition("      - fee_table")[0] + f"      - {kind}: [One point of it., Another point.]\n"
        (project / f"{kind}.yaml").write_text(listed, "utf-8")
    result = run("diff", project / "numbered.yaml", project / "lettered.yaml")
    assert result.exit_code == 1
    assert "renumbered: [-1.-]{+(a)+} [-2.-]{+(b)+}" in words(result)


@pytest.mark.parametrize("suffix", [".txt", ".htm", ".pdf"])
def test_a_built_file_does_not_differ_from_its_content(project: Path, suffix: str) -> None:
    assert run("build", "content/old.yaml").exit_code == 0
    assert run("diff", f"build/old{suffix}", "content/old.yaml").exit_code == 0
    assert run("diff", f"build/old{suffix}", "content/new.yaml").exit_code == 1


def test_built_files_are_compared_across_formats(project: Path) -> None:
    assert run("build", "content/old.yaml", "content/new.yaml").exit_code == 0
    assert run("diff", "build/old.txt", "build/old.pdf").exit_code == 0
    assert "0.86% -> 0.81%" not in run("diff", "build/old.htm", "build/old.pdf").stdout
    assert run("diff", "build/old.txt", "build/new.pdf").exit_code == 1


def test_a_filing_from_elsewhere_is_compared(project: Path) -> None:
    filing = "<html><body><p><b>Harbor Point Growth Fund</b></p><p>The fee is {}% from today on.</p></body></html>"
    Path("a.htm").write_text(filing.format("0.86"), "utf-8")
    Path("b.htm").write_text(filing.format("0.81"), "utf-8")
    result = run("diff", "a.htm", "b.htm")
    assert result.exit_code == 1
    assert "The fee is [-0.86%-]{+0.81%+} from today on." in words(result)
    assert "0.86% -> 0.81%, down 0.05" in words(result)


def test_html_is_written_to_a_file(project: Path) -> None:
    result = run("diff", "content/old.yaml", "content/new.yaml", "--to", "html", "--out", "out/redline.html")
    assert (result.exit_code, result.stdout) == (1, "")
    page = Path("out/redline.html").read_text("utf-8")
    assert '<del>0.86%<span class="bar"></span></del><ins class="instead">0.81%<span class="bar"></span></ins>' in page
    assert "content/new.yaml against content/old.yaml" in page


def test_a_pdf_is_written_to_a_file_or_to_a_pipe(project: Path) -> None:
    words = ("diff", "content/old.yaml", "content/new.yaml", "--to", "pdf")
    assert run(*words, "--out", "redline.pdf").exit_code == 1
    assert Path("redline.pdf").read_bytes().startswith(b"%PDF-")
    assert run(*words).stdout_bytes == Path("redline.pdf").read_bytes()


def test_data_is_versioned(project: Path) -> None:
    report = json.loads(run("diff", "content/old.yaml", "content/new.yaml", "--to", "json").stdout)
    assert report["version"] == 1
    assert {figure["difference"] for figure in report["figures"]} == {"-0.05"}


def test_edgar_gives_the_new_document_with_marks(project: Path) -> None:
    assert run("build", "content/new.yaml", "--to", "text,html").exit_code == 0
    text = run("diff", "content/old.yaml", "content/new.yaml", "--edgar").stdout
    assert without_marks(text) == Path("build/new.txt").read_text("ascii")
    assert text.count("<R>\n") == 2
    page = run("diff", "content/old.yaml", "content/new.yaml", "--edgar", "--to", "html").stdout
    assert without_marks(page) == Path("build/new.htm").read_text("ascii")
    assert page.count("<R>") == 4
    assert read_html(without_marks(page)).blocks
    assert read_text(without_marks(text)).blocks


def test_a_revision_is_read_with_its_registrant(repository: Path) -> None:
    name = repository / "registrants" / "harbor.yaml"
    name.write_text(REGISTRANT.replace("Growth Fund", "Value Fund"), "utf-8")
    result = run("diff", "HEAD:content/old.yaml", "content/old.yaml")
    assert result.exit_code == 1
    assert "Harbor Point [-Growth-]{+Value+} Fund" in words(result)
    assert "content/old.yaml against HEAD:content/old.yaml" in words(result)


def test_a_path_of_a_revision_starts_here_or_at_the_root(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    for path in ("old.yaml", "./old.yaml", "content/old.yaml", "registrants/../old.yaml"):
        assert run("diff", f"HEAD:{path}", "old.yaml").exit_code == 0, path


def test_two_revisions_are_compared(repository: Path) -> None:
    shutil.copy("content/new.yaml", "content/old.yaml")
    git("commit", "--quiet", "--all", "--message", "As it is")
    result = run("diff", "HEAD~1:content/old.yaml", "HEAD:content/old.yaml")
    assert "[-0.86%-]{+0.81%+}, down 0.05" in words(result)


def test_what_was_wrong_at_a_revision_is_said_with_its_place(repository: Path) -> None:
    (repository / "old.yaml").write_text(SUPPLEMENT.replace("targets:", "tragets:"), "utf-8")
    (repository / "registrants" / "harbor.yaml").write_text(
        REGISTRANT.replace("name: Harbor Point Funds\n", ""), "utf-8"
    )
    git("commit", "--quiet", "--all", "--message", "Broken")
    result = run("diff", "HEAD:content/old.yaml", "content/new.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "HEAD:content/old.yaml:4:1" in result.stderr
    result = run("diff", "HEAD:content/new.yaml", "content/new.yaml")
    assert "HEAD:content/registrants/harbor.yaml:1:1" in result.stderr


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("content/none.yaml", "there is no such file"),
        ("HEAD:none.yaml", "has no file 'none.yaml'"),
        ("HEAD:content", "has no file 'content'"),
        ("nowhere:old.yaml", "no revision 'nowhere'"),
        ("--output=x:old.yaml", "No such option"),
    ],
)
def test_what_is_not_there_is_wrong_use(repository: Path, old: str, said: str) -> None:
    result = run("diff", old, "content/new.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_outside_of_a_repository_a_revision_is_wrong_use(project: Path) -> None:
    result = run("diff", "HEAD:content/old.yaml", "content/new.yaml")
    assert result.exit_code == 2
    assert "this is no git repository" in " ".join(result.stderr.split())


def test_edgar_marks_only_what_edgar_takes(project: Path) -> None:
    result = run("diff", "content/old.yaml", "content/new.yaml", "--edgar", "--to", "pdf")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_file_that_is_no_document_is_a_finding(project: Path) -> None:
    Path("a.pdf").write_bytes(b"PK\x03\x04")
    result = run("diff", "a.pdf", "content/new.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[RD-01]" in result.stderr


def test_what_text_cannot_show_is_a_finding(project: Path) -> None:
    Path("a.htm").write_text("<html><body><p>One</p><p>The sign \u6f22 is here.</p></body></html>", "utf-8")
    result = run("diff", "content/old.yaml", "a.htm", "--edgar")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[OUT-03]" in result.stderr
