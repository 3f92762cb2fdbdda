"""A wheel that is installed by itself builds a supplement from another folder, templates, typeface and all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: What a wheel and a source archive are made from; `build/`, `.venv/` and the caches are not.
MATERIAL = ("generator", "templates", "content", "pyproject.toml", "README.md", "LICENSE")
CONTENT = """\
date: 2024-05-01
registrant:
  name: Example Trust
  funds:
    growth: { name: Growth & Income Fund }
targets:
  - { document: prospectus, date: 2024-02-01 }
changes:
  - operation: notice
    content:
      - paragraph: The Fund will be closed to new investors at the close of business.
"""


def run(*command: str | Path, cwd: Path, **settings: str) -> str:
    """What a command prints; fails with all that it said where it does."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(command, cwd=cwd, env=environment | settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the project by the build backend that is installed."""
    project, out = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("wheel")
    for name in MATERIAL:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, project / name)
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", out, cwd=project)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has the wheel and what it depends on, and nothing of this checkout.

    Why a copy of the wheel's folders: it is what an installer does, and needs no network. The dependencies are
    those of the environment that runs the tests, reached by a `.pth` line; its editable install is passed over,
    for Python takes no heed of `.pth` files in a folder that itself comes from one.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet"]
    run(*pip, "--disable-pip-version-check", wheel, cwd=folder)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    # The network fails for whatever this Python runs.
    (packages / "sitecustomize.py").write_text("import socket\nsocket.socket.connect = socket.getaddrinfo = None\n")
    return python


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that holds a supplement and nothing else."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "closing.yaml").write_text(CONTENT)
    return tmp_path


def test_the_wheel_holds_the_package_and_its_templates(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert "generator" in tops
    assert all(top == "generator" or top.endswith(".dist-info") for top in tops)
    carried = {name.removeprefix("generator/_templates/") for name in names if "/_templates/" in name}
    assert carried == {path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates").rglob("*.*")}
    samples = {name.removeprefix("generator/_samples/") for name in names if "/_samples/" in name}
    tour = ROOT / "content" / "tour"
    assert samples == {path.relative_to(tour).as_posix() for path in tour.rglob("*.*")}
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_installed_command_builds_from_another_folder(python: Path, elsewhere: Path) -> None:
    where = run(python, "-c", "import generator; print(generator.__file__)", cwd=elsewhere).strip()
    assert Path(where).is_relative_to(python.parents[1])
    listed = run(python.parent / "supplement", "build", cwd=elsewhere).split()
    assert listed == ["build/closing.txt", "build/closing.htm", "build/closing.pdf"]
    for name in listed:
        assert "closed to new investors" in run(
            python.parent / "supplement", "read", name, "--to", "outline", cwd=elsewhere
        )


def test_the_installed_package_gives_the_bytes_that_the_checkout_gives(python: Path, elsewhere: Path) -> None:
    run(python, "-m", "generator", "build", "--out", "installed", cwd=elsewhere)
    run(sys.executable, "-m", "generator", "build", "--out", "checkout", cwd=elsewhere, PYTHONPATH=str(ROOT))
    for suffix in (".txt", ".htm", ".pdf"):
        file = f"closing{suffix}"
        assert (elsewhere / "installed" / file).read_bytes() == (elsewhere / "checkout" / file).read_bytes()


@pytest.mark.parametrize("kind", ["fund-closing", "fee-table", "per-document"])
def test_the_installed_command_writes_a_supplement_to_begin_with(python: Path, tmp_path: Path, kind: str) -> None:
    command = python.parent / "supplement"
    run(command, "new", kind, cwd=tmp_path)
    assert (tmp_path / "templates" / "schema" / "supplement.schema.json").is_file()
    run(command, "check", cwd=tmp_path)
    built = run(command, "build", cwd=tmp_path).split()
    assert {Path(file).suffix for file in built} == {".txt", ".htm", ".pdf"}


def test_the_installed_command_replaces_a_template(python: Path, elsewhere: Path) -> None:
    command = python.parent / "supplement"
    run(command, "override", "text/frame.txt", cwd=elsewhere)
    run(command, "build", "--to", "text", cwd=elsewhere)
    assert run(command, "override", "--diff", "text/frame.txt", cwd=elsewhere) == ""
