"""Nothing that a build says depends on where or when it runs: no network, no clock, no chance, no locale."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.modules import ROOT, Module, imports, modules

#: What no module imports: names, and the names below them.
BARRED = {
    "asyncio", "ftplib", "getpass", "http", "locale", "platform", "random", "requests", "secrets", "smtplib", "socket",
    "ssl", "time", "urllib.request", "uuid",
}  # fmt: skip
#: What no module calls on anything: the clock of `datetime` and `date`, the home folder, and a locale's month names.
UNCALLED = {"expanduser", "home", "now", "setlocale", "strftime", "today", "utcnow"}


def barred_imports(module: Module) -> Iterator[str]:
    """The imports of a module that reach outside, by place."""
    for line, name in imports(module):
        parts = name.split(".")
        if {".".join(parts[:count]) for count in range(1, len(parts) + 1)} & BARRED:
            yield f"{module.path}:{line}: imports {name}"


def barred_calls(module: Module) -> Iterator[str]:
    """The calls in a module that ask for the time, the user or the locale, by place."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in UNCALLED:
            yield f"{module.path}:{node.lineno}: calls {node.func.attr}"


#: What serves a page needs a network of its own, a word that nobody can guess, and threads; no file is made there.
SERVING = "generator.preview"


@pytest.mark.parametrize("name", [name for name in modules() if not name.startswith(SERVING)])
def test_no_module_reaches_outside(name: str) -> None:
    assert [*barred_imports(modules()[name]), *barred_calls(modules()[name])] == []


#: Runs the command where every socket fails, and neither chance nor the user's name can be had.
CUT_OFF = """
import os, random, socket, sys, time

def refuse(*_, **__):
    raise AssertionError("a build asked for the network, for chance or for the user")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
random.random = os.getlogin = refuse
from generator.cli.main import main
main(sys.argv[1:], prog_name="supplement")
"""


def build(folder: Path, out: Path, **environment: str) -> None:
    """Builds a copy of the project's content, cut off from the network, in an environment."""
    words = ["build", str(folder / "content"), "--out", str(out), "--jobs", "1"]
    command = [sys.executable, "-W", "error", "-c", CUT_OFF, *words]
    settings = {"PATH": "", "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the project's content."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


def test_a_build_is_the_same_in_other_surroundings_without_a_network(content: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    build(content, here, LC_ALL="C", TZ="Pacific/Auckland", PYTHONHASHSEED="1", HOME=str(tmp_path))
    build(content, there, LC_ALL="C.UTF-8", TZ="America/Los_Angeles", PYTHONHASHSEED="2", COLUMNS="40")
    files = sorted(path.relative_to(here) for path in here.rglob("[!.]*.*"))
    assert files == sorted(path.relative_to(there) for path in there.rglob("[!.]*.*"))
    assert {file.suffix for file in files} == {".txt", ".htm", ".pdf"}
    assert [file for file in files if (here / file).read_bytes() != (there / file).read_bytes()] == []
