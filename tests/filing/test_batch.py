"""A season's batch: what changed is built, and nothing else; what fails, fails alone."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from generator.filing.builder import Builder, Outcome
from generator.filing.progress import Progress, bar
from generator.filing.workers import default_jobs
from generator.library.find import Source
from tests.filing.batches import (
    BROKEN,
    SUPPLEMENT,
    copy_templates,
    counts,
    files_in,
    run,
    write_project,
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of four supplements, built, in the folder where the command runs."""
    monkeypatch.chdir(write_project(tmp_path, 3))
    result = run("build")
    assert (result.exit_code, counts(result)) == (0, (4, 0)), result.output
    return tmp_path


def edit(path: str, old: str, new: str) -> None:
    """Other words in a file."""
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def test_a_build_of_what_has_not_changed_builds_nothing(project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*")}
    result = run("build")
    assert (result.exit_code, counts(result)) == (0, (0, 4))
    assert len(result.stdout.split()) == 8
    assert {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*")} == before
    assert counts(run("build", "--force")) == (4, 0)


def test_an_edit_builds_its_supplement(project: Path) -> None:
    edit("content/s01.yaml", "0.81%", "0.80%")
    assert counts(run("build")) == (1, 3)
    assert b"0.80%" in Path("build/s01.txt").read_bytes()


def test_an_edit_of_a_registrant_builds_its_supplements(project: Path) -> None:
    edit("content/registrants/harbor.yaml", "Harbor Point Growth Fund", "Harbor Growth Fund")
    assert counts(run("build")) == (3, 1)


def test_a_registrant_that_takes_the_place_of_another_is_noticed(project: Path) -> None:
    Path("content/registrants/harbor.yaml").rename("content/registrants/harbor.yml")
    assert counts(run("build")) == (0, 4)
    edit("content/registrants/harbor.yml", "Harbor Point Growth Fund", "Harbor Growth Fund")
    assert counts(run("build")) == (3, 1)


def test_a_template_builds_all(project: Path) -> None:
    own = copy_templates(project)
    assert counts(run("build")) == (4, 0)
    frame = own / "frame.txt"
    frame.write_text(frame.read_text("utf-8") + "{# another #}", "utf-8")
    assert counts(run("build")) == (4, 0)
    assert counts(run("build")) == (0, 4)


def test_a_template_behind_a_link_builds_all(project: Path) -> None:
    own = copy_templates(project)
    Path("shared").mkdir()
    own.rename("shared/text")
    own.symlink_to(project / "shared/text")
    (own / "round").symlink_to(project / "shared/text")  # loaders do not mind, and follow a name only
    (own / "away").symlink_to("/")
    assert counts(run("build")) == (4, 0)
    assert counts(run("build")) == (0, 4)
    frame = Path("shared/text/frame.txt")
    frame.write_text(frame.read_text("utf-8") + "{# another #}", "utf-8")
    assert counts(run("build")) == (4, 0)
    assert counts(run("build")) == (0, 4)


class Meddling(Builder):
    """A builder beside which somebody changes a template, and changes it back."""

    def __call__(self, source: Source) -> Outcome:
        """What is built with the template as it was for a moment."""
        frame = Path("templates/text/frame.txt")
        before = frame.read_text("utf-8")
        frame.write_text("{# for a moment #}" + before, "utf-8")
        outcome = super().__call__(source)
        frame.write_text(before, "utf-8")
        return outcome


def test_templates_that_change_during_a_build_leave_nothing_current(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_templates(project)
    with monkeypatch.context() as patched:
        patched.setattr("generator.filing.builder.Builder", Meddling)
        result = run("build", "content/s00.yaml", "content/s01.yaml")
    assert (result.exit_code, counts(result)) == (0, (2, 0)) and "FIL-15" in result.stderr
    assert run("build", "content/s02.yaml", "content/alone.yaml").exit_code == 0
    result = run("build")
    assert counts(result) == (2, 2) and "FIL-15" not in result.stderr
    assert counts(run("build")) == (0, 4)


def test_a_setting_builds_all(project: Path) -> None:
    Path("pyproject.toml").write_text('[tool.supplement]\nignore = ["LEG-01"]\n', "utf-8")
    assert counts(run("build")) == (4, 0)


def test_another_version_of_the_tool_builds_all(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.filing.inputs._tool", lambda: "another")
    assert counts(run("build")) == (4, 0)


def test_a_format_that_is_wanted_later_is_built(project: Path) -> None:
    Path("build/s00.htm").unlink()
    edit("content/s01.yaml", "0.81%", "0.80%")
    from click.testing import CliRunner

    from generator.cli.main import main

    assert counts(CliRunner().invoke(main, ["build", "--to", "text"])) == (1, 3)
    assert counts(run("build")) == (2, 2)


@pytest.mark.parametrize("text", [None, "an altered file\n"])
def test_an_output_that_was_altered_or_removed_is_built(text: str | None, project: Path) -> None:
    file, before = Path("build/s02.txt"), files_in(project / "build")
    file.unlink() if text is None else file.write_text(text, "utf-8")
    assert counts(run("build")) == (1, 3)
    assert files_in(project / "build") == before


def test_findings_are_told_again(project: Path) -> None:
    told = [run("build", *words, "--format", "json").stdout for words in (["--force"], [], [])]
    assert json.loads(told[0])["diagnostics"]
    assert told[0] == told[1] == told[2]
    full = [run("build", *words).stderr.rpartition("\n1")[0].splitlines()[:-1] for words in (["--force"], [])]
    assert full[0] == full[1]


def test_one_that_fails_fails_alone(project: Path) -> None:
    before = Path("build/s01.txt").read_bytes()
    Path("content/s01.yaml").write_text(BROKEN, "utf-8")
    Path("content/s03.yaml").write_text(BROKEN, "utf-8")
    edit("content/s02.yaml", "0.81%", "0.80%")
    result = run("build")
    assert (result.exit_code, counts(result)) == (1, (1, 2))
    assert result.stderr.count("DAT-06") >= 2 and "1 of 3" in result.stderr
    assert b"0.80%" in Path("build/s02.txt").read_bytes()
    assert Path("build/s01.txt").read_bytes() == before and not Path("build/s03.txt").exists()
    assert run("build").exit_code == 1


def test_a_folder_in_the_way_of_one_file_stops_all_of_its_supplement(project: Path) -> None:
    before = Path("build/s01.txt").read_bytes()
    Path("build/s01.htm").unlink()
    Path("build/s01.htm").mkdir()
    edit("content/s01.yaml", "0.81%", "0.80%")
    result = run("build", "--clean")
    assert (result.exit_code, counts(result)) == (1, (0, 3))
    assert "a folder stands where" in result.stderr and "move away what stands there" in result.stderr
    assert "--> build/s01.htm" in result.stderr
    assert Path("build/s01.txt").read_bytes() == before and not list(Path("build").glob("*.part"))
    Path("build/s01.htm").rmdir()
    result = run("build", "--clean")
    assert (result.exit_code, counts(result)) == (0, (1, 3)) and "FIL-10" not in result.stderr


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("old", [True, False])
def test_what_has_landed_is_taken_back_where_the_next_cannot_land(
    linked: bool, old: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not old:
        run("build", "--clean")
        for path in Path("build").glob("s01.*"):
            path.unlink()
    before = files_in(project / "build")
    edit("content/s01.yaml", "0.81%", "0.80%")
    real = os.replace

    def refusing(source: Path, target: Path) -> None:
        if Path(target).name == "s01.htm":
            raise OSError(errno.EIO, "Input/output error", str(target))
        real(source, target)

    def unlinkable(*_names: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", refusing)
        if not linked:
            patched.setattr("os.link", unlinkable)
        result = run("build")
    assert result.exit_code == 1 and "FIL-04" in result.stderr
    assert files_in(project / "build") == before
    assert not list(Path("build").glob(".*.part"))
    assert run("build").exit_code == 0 and b"0.80%" in Path("build/s01.txt").read_bytes()


def test_what_landed_and_cannot_be_taken_back_is_claimed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit("content/s01.yaml", "0.81%", "0.80%")
    real = os.replace

    failed = False

    def refusing(source: Path, target: Path) -> None:
        nonlocal failed
        failed = (failed or Path(target).name == "s01.htm") and Path(target).name.startswith("s01")
        if failed:
            raise OSError(errno.EIO, "Input/output error", str(target))
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", refusing)
        assert run("build").exit_code == 1
    assert b"0.80%" in Path("build/s01.txt").read_bytes()
    Path("content/s01.yaml").unlink()
    assert "FIL-10" not in run("build", "--clean").stderr
    assert not list(Path("build").glob("s01.*"))


def test_fail_fast_stops_at_the_first(project: Path) -> None:
    Path("content/s00.yaml").write_text(BROKEN, "utf-8")
    edit("content/s02.yaml", "0.81%", "0.80%")
    result = run("build", "--fail-fast")
    assert (result.exit_code, counts(result)) == (1, (0, 2))
    assert b"0.81%" in Path("build/s02.txt").read_bytes()


def test_any_number_of_workers_gives_the_same(project: Path) -> None:
    Path("content/s01.yaml").write_text(BROKEN, "utf-8")
    results = {jobs: run("build", "--out", jobs, "--jobs", jobs) for jobs in ("1", "2")}
    assert files_in(project / "1") == files_in(project / "2")
    assert len(files_in(project / "2")) == 6
    assert Path("1/.supplement.json").read_bytes() == Path("2/.supplement.json").read_bytes()
    assert results["1"].stderr == results["2"].stderr
    assert results["1"].stdout.replace("1/", "2/") == results["2"].stdout


class Fatal(Builder):
    """A builder whose process ends, or breaks, at a supplement of a certain name."""

    def __call__(self, source: Source) -> Outcome:
        """The outcome of the others."""
        if source.name == "s01":
            os._exit(9)
        return super().__call__(source)

    def _build(self, source: Source) -> Outcome:
        if source.name == "s00":
            raise ZeroDivisionError("of the tool's own")
        return super()._build(source)


def test_a_worker_that_dies_takes_one_supplement_with_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.filing.builder.Builder", Fatal)
    result = run("build", "--force", "--jobs", "2")
    assert (result.exit_code, counts(result)) == (1, (2, 0))
    assert result.stderr.count("FIL-09") == 3  # with the hint what to explain
    assert "exit code 9" in result.stderr and "ZeroDivisionError: of the tool's own" in result.stderr
    assert len(files_in(project / "build")) == 8


def test_what_no_content_claims_is_removed_on_demand(project: Path) -> None:
    Path("content/s00.yaml").unlink()
    Path("content/s01.yaml").rename("content/other.yaml")
    Path("build/s01.htm").write_text("somebody's work", "utf-8")
    Path("build/mine.txt").write_text("not of the tool", "utf-8")
    result = run("build")
    assert "4 built files belong to no content" in result.stderr
    assert Path("build/s00.txt").exists()
    result = run("build", "--clean")
    assert (result.exit_code, counts(result)) == (0, (0, 3))
    assert "FIL-10" in result.stderr
    kept = {"alone", "s02", "other"}
    assert set(files_in(project / "build")) == {f"{name}{suffix}" for name in kept for suffix in (".txt", ".htm")} | {
        "mine.txt",
        "s01.htm",
    }
    assert "FIL-10" not in run("build", "--clean").stderr


def test_content_that_was_not_asked_for_is_still_content(project: Path) -> None:
    before = files_in(project / "build")
    assert run("build", "content/s00.yaml", "--clean").exit_code == 0
    assert files_in(project / "build") == before


def test_parts_that_are_no_more_are_unclaimed(project: Path) -> None:
    split = SUPPLEMENT.replace("targets:\n", "split: true\ntargets:\n  - {document: sai, date: 2026-05-01}\n")
    Path("content/s00.yaml").write_text(split, "utf-8")
    result = run("build", "--clean")
    assert (result.exit_code, counts(result)) == (0, (2, 3)), result.stderr
    assert not Path("build/s00.txt").exists() and Path("build/s00-sai.txt").exists()
    Path("content/s00-sai.yaml").write_text(SUPPLEMENT, "utf-8")
    result = run("build")
    assert result.exit_code == 1 and "FIL-02" in result.stderr


def test_leftovers_of_a_killed_build_are_removed(project: Path) -> None:
    for name in (".s00.txt.part", "..supplement.json.part"):
        (project / "build" / name).write_text("half", "utf-8")
    (project / "build" / ".mine.part").write_text("not of the tool", "utf-8")
    assert run("build").exit_code == 0
    assert [path.name for path in (project / "build").glob("*.part")] == [".mine.part"]


def test_a_machine_without_libraries_is_told_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.filing.batch.missing_libraries", lambda: ["libpango-1.0.so.0"])
    assert run("build", "--force").exit_code == 0  # the shipped looks need none of them
    Path("templates/pdf").mkdir(parents=True)
    Path("templates/pdf/print.css").write_text("p { float: left }", "utf-8")
    from click.testing import CliRunner

    from generator.cli.main import main

    result = CliRunner().invoke(main, ["build", "--force"])
    assert result.exit_code == 1
    assert result.stderr.count("FIL-12") == 2 and "supplement doctor" in result.stderr


class Terminal:
    """A stream that is a terminal, or is none."""

    def __init__(self, terminal: bool) -> None:
        self.terminal, self.text = terminal, ""

    def isatty(self) -> bool:
        """Whether it is one."""
        return self.terminal

    def write(self, text: str) -> None:
        """Keeps the text."""
        self.text += text

    def flush(self) -> None:
        """Does nothing."""


def test_progress_is_a_bar_or_a_line_for_every_hundred() -> None:
    assert bar(0, 40, 0.0) == "[........................] 0/40"
    assert bar(10, 40, 5.0) == "[######..................] 10/40  2.0/s  0:15 left"
    streams = {terminal: Terminal(terminal) for terminal in (True, False)}
    for stream in streams.values():
        progress = Progress(stream)  # type: ignore[arg-type]
        for done in range(251):
            progress(done, 250)
        progress.close()
    assert streams[False].text == "100 of 250 done\n200 of 250 done\n"
    assert "250/250" in streams[True].text and streams[True].text.endswith(" \r")


def test_few_files_are_built_in_one_process() -> None:
    assert default_jobs(0) == default_jobs(31) == 1
    assert 1 <= default_jobs(1000) <= (os.cpu_count() or 1)
