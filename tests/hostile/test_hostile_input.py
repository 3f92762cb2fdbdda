"""Input that means harm: a finding and exit 1, in bounded time and memory; no traceback, no socket.

What is tested elsewhere already:

| case | test |
|---|---|
| bytes that are no UTF-8, ten thousand levels, towers of aliases, files full of control characters | `tests/source/` |
| empty, truncated and encrypted files to read; a full disk | `tests/cli/test_refusals.py` |
| a build without a network | `tests/house/test_house_surroundings.py` |
| faults of wording templates | `tests/wording/test_check.py`, `tests/cli/test_wording_faults.py` |
| names that EDGAR refuses | `tests/library/test_names.py` |
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.templates import templates_folder
from tests.hostile.cases import AS_TYPED, CONTENT, FETCHING, GOOD, REACHING_OUT, STYLES, TEMPLATES
from tests.hostile.running import Done, supplement


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one supplement, beside files that are none of its own."""
    folder = tmp_path / "project"
    (folder / "content").mkdir(parents=True)
    (folder / "content/one.yaml").write_text(GOOD, "utf-8")
    for name in ("elsewhere", "elsewhere.yaml", "elsewhere.css", "elsewhere.png"):
        (tmp_path / name).write_text("elsewhere words", "utf-8")
    return folder


def refused(done: Done, code: str, file: str = "") -> None:
    """The command ended with 1 and a finding of a code, with a place and a remedy."""
    assert done.code == 1, done.talk
    (found, *_) = [one for one in done.found if one["code"].startswith(code)] or [done.output]
    assert found["code"].startswith(code) and found["severity"] == "error" and found["help"]
    assert found["span"]["line"] >= 1 and found["file"].endswith(file)
    assert "root:" not in done.output + done.talk and "elsewhere words" not in done.output + done.talk


def own(project: Path, name: str, old: str, new: str) -> None:
    """A template of the project's own: the shipped one with something else in it."""
    path = project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (templates_folder() / name).read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("name", CONTENT)
def test_content_that_means_harm_is_refused(name: str, project: Path) -> None:
    old, new, code = CONTENT[name]
    assert old in GOOD
    (project / "content/one.yaml").write_bytes(GOOD.replace(old, new, 1).encode())
    refused(supplement(project, "check", "--format", "json"), code, "one.yaml")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_file_of_100_mb_is_refused_before_it_is_read_whole(command: str, project: Path) -> None:
    with (project / "content/one.yaml").open("wb") as stream:
        stream.truncate(4 << 30)  # more than the memory that there is
    refused(supplement(project, command, "--format", "json"), "SRC-03", "one.yaml")


SETTINGS = "[tool.supplement]\nignore = []\n"


@pytest.mark.parametrize(
    "text",
    [SETTINGS + "\n" * 2_000_000, SETTINGS + "x = " + "[" * 100_000, SETTINGS + "x = " + "9" * 100_000, "\n" * 900_000],
    ids=["large", "deep", "endless", "empty"],
)
def test_settings_that_mean_harm_are_refused(text: str, project: Path) -> None:
    (project / "pyproject.toml").write_text(text, "utf-8")
    if text.strip():
        refused(supplement(project, "check", "--format", "json"), "SET-04", "pyproject.toml")
    else:
        assert supplement(project, "check").code == 0


def test_settings_are_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "pyproject.toml")
    os.mkfifo(project / "content/x.yaml")
    done = supplement(project, "check")
    assert done.code in (0, 1)


@pytest.mark.parametrize("name", ["content/x.yaml", "templates/wording/notice/house.md", "templates/pdf/print.css"])
def test_a_pipe_that_is_named_is_not_waited_for(name: str, project: Path) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(project / name)
    for command in ("check", "build"):
        done = supplement(project, command, "content/x.yaml" if name.startswith("content") else "content/one.yaml")
        assert "Traceback" not in done.talk
        assert done.code == 1 if name.startswith("content") else done.code in (0, 1)


@pytest.mark.parametrize("name", ["x.txt", "x.htm", "x.pdf"])
def test_a_huge_file_is_not_read(name: str, project: Path) -> None:
    with (project / name).open("wb") as stream:
        stream.truncate(4 << 30)
    done = supplement(project, "read", name)
    assert done.code == 1 and "RD-01" in done.talk and "larger than 32 MB" in done.talk and "help:" in done.talk
    refused(supplement(project, "verify", "--format", "json", name), "RD-01", name)


def test_hostile_words_come_out_as_typed(project: Path) -> None:
    words = " | ".join(AS_TYPED)
    (project / "content/one.yaml").write_text(GOOD.replace("The Fund is closed.", f"'{words}'"), "utf-8")
    done = supplement(project, "build", "--ignore", "TXT-05")  # which knows templates when it sees them
    assert done.code == 0, done.talk
    for suffix in ("txt", "htm", "pdf"):
        read = supplement(project, "read", "--to", "json", f"build/one.{suffix}")
        assert read.code == 0
        assert [word for word in AS_TYPED if word.replace('"', '\\"') not in read.output] == []
    page = (project / "build/one.htm").read_text("ascii")
    assert "<script" not in page and "<img" not in page


@pytest.mark.parametrize(
    ("name", "template"),
    [
        (name, TEMPLATES[at])
        for name in ("text/frame.txt", "html/frame.html", "pdf/frame.html")
        for at in (1, 2, REACHING_OUT)
    ],
)
def test_a_template_that_runs_for_ever_or_reaches_out_is_refused(name: str, template: str, project: Path) -> None:
    path = project / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_text(template + (templates_folder() / name).read_text("utf-8"), "utf-8")
    format = name.partition("/")[0]
    refused(supplement(project, "build", "--format", "json", "--to", format), "OVR-03")
    assert not list((project / "build").glob("one.*"))


@pytest.mark.parametrize("markup", FETCHING)
def test_a_pdf_fetches_nothing(markup: str, project: Path) -> None:
    own(project, "pdf/frame.html", "<body>", f"<body>{markup}")
    refused(supplement(project, "build", "--format", "json", "--to", "pdf"), "OVR-03")


@pytest.mark.parametrize("style", STYLES)
def test_a_style_sheet_fetches_nothing(style: str, project: Path) -> None:
    (project / "templates/pdf").mkdir(parents=True)
    shipped = (templates_folder() / "pdf/print.css").read_text("utf-8")
    (project / "templates/pdf/print.css").write_text(f"{style}\n{shipped}\np {{ font-family: x }}", "utf-8")
    refused(supplement(project, "build", "--format", "json", "--to", "pdf"), "OVR-03")


@pytest.mark.parametrize("markup", FETCHING[:2])
def test_html_refers_to_nothing(markup: str, project: Path) -> None:
    own(project, "html/frame.html", "</body>", f"{markup}</body>")
    refused(supplement(project, "build", "--format", "json", "--to", "html"), "")


@pytest.mark.parametrize("bytes_", [b"\xff\xfe{{", b"a" * 2_000_000])
def test_a_template_that_is_no_text_is_refused(bytes_: bytes, project: Path) -> None:
    (project / "templates/html").mkdir(parents=True)
    (project / "templates/html/frame.html").write_bytes(bytes_)
    refused(supplement(project, "build", "--format", "json", "--to", "html"), "OVR-03", "frame.html")


@pytest.mark.parametrize("target", ["/etc/passwd", "../../elsewhere.yaml"])
def test_a_link_out_of_the_folder_is_not_followed(target: str, project: Path) -> None:
    (project / "content/x.yaml").symlink_to(target)
    refused(supplement(project, "check", "--format", "json"), "FIL-13", "x.yaml")
    refused(supplement(project, "build", "--format", "json", "content"), "FIL-13", "x.yaml")


def test_a_link_inside_the_folder_is_followed(project: Path) -> None:
    (project / "content/sub").mkdir()
    shutil.move(project / "content/one.yaml", project / "content/sub/one.yaml")
    (project / "content/x.yaml").symlink_to("sub/one.yaml")
    assert supplement(project, "check").code == 0


@pytest.mark.parametrize("whole", [True, False])
def test_a_registrant_is_not_brought_in_by_a_link(whole: bool, project: Path) -> None:
    text = GOOD.replace("{name: Example Trust, funds: {growth: Example Growth Fund}}", "elsewhere")
    (project / "content/one.yaml").write_text(text, "utf-8")
    if whole:
        (project / "content/registrants").symlink_to(project.parent)
    else:
        (project / "content/registrants").mkdir()
        (project / "content/registrants/elsewhere.yaml").symlink_to(project.parent / "elsewhere.yaml")
    refused(supplement(project, "check", "--format", "json"), "FIL-06", "one.yaml")


def test_a_template_is_not_brought_in_by_a_link(project: Path) -> None:
    (project / "templates/text").mkdir(parents=True)
    (project / "templates/text/frame.txt").symlink_to(project.parent / "elsewhere")
    refused(supplement(project, "build", "--format", "json", "--to", "text"), "OVR-03", "frame.txt")


def test_nothing_but_a_preview_opens_a_socket(project: Path) -> None:
    assert supplement(project, "check").code == 0
    assert supplement(project, "build").code == 0
    assert supplement(project, "verify").code == 0
    assert supplement(project, "read", "build/one.pdf").code == 0
    assert supplement(project, "diff", "content/one.yaml", "build/one.htm").code == 0
