"""What an author sees in an editor: the real YAML language server with our schema.

The server is installed once into a cache folder outside the repository, from the package registry that npm is
set up with. Without npm or the registry these tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.library.kinds import supplement_kinds
from generator.library.schema import SCHEMAS, schema_file, schema_text
from tests.editor.language_server import LanguageServer, language_server
from tests.house.modules import ROOT

VERSION = "2.0.0"
SHIPPED = sorted((ROOT / "content").rglob("*.yaml"))
LINE = "# yaml-language-server: $schema=../templates/schema/{}.schema.json\n"
HEAD = LINE.format("supplement") + "registrant: harbor\ndate: 2026-01-02\n"
CHANGE = HEAD + "changes:\n  - operation: notice\n"
CONTENT = CHANGE + "    content:\n"


def installed(version: str) -> Path:
    """The server's program, installed where it was not; skips where it cannot be."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("there is no npm")
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "supplement-tests" / version
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        package = f"yaml-language-server@{version}"
        command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", package]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        except subprocess.TimeoutExpired:
            pytest.skip("the package registry does not answer")
        if done.returncode:
            pytest.skip(f"the package registry cannot be reached: {done.stderr.strip().splitlines()[-1:]}")
    return program


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schemas as they are now."""
    folder = tmp_path_factory.mktemp("project")
    for name in SCHEMAS:
        file = folder / "templates" / schema_file(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(schema_text(name), encoding="utf-8")
    (folder / "content").mkdir()
    return folder


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[LanguageServer]:
    """A server that was told of the project."""
    with language_server(installed(VERSION), project) as running:
        yield running


@pytest.fixture(scope="module")
def file(project: Path) -> Path:
    """A file of content."""
    return project / "content" / "new.yaml"


def test_the_keys_of_a_supplement_are_offered(server: LanguageServer, file: Path) -> None:
    offered = server.completions(file, LINE.format("supplement") + "‸\n")
    assert {"registrant", "date", "funds", "targets", "changes"} <= offered.keys()
    assert "date" not in server.completions(file, HEAD + "‸\n")
    assert "Which document" not in offered["targets"]["documentation"]
    assert offered["targets"]["documentation"] == "The documents that it amends"


def test_the_operations_are_offered(server: LanguageServer, file: Path) -> None:
    offered = server.completions(file, HEAD + "changes:\n  - operation: ‸\n")
    assert {"replace_section", "add_after", "notice"} <= offered.keys()


def test_the_kinds_of_content_are_offered(server: LanguageServer, file: Path) -> None:
    offered = server.completions(file, CONTENT + "      - ‸\n")
    assert {"paragraph", "bullets", "fee_table", "people"} <= offered.keys()


def test_the_short_form_of_a_date_is_offered(server: LanguageServer, file: Path) -> None:
    assert "immediately" in server.completions(file, HEAD + "effective: ‸\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "sup‸ersedes: 2026-01-01\n", "earlier supplements"),
        (CHANGE + "    loca‸tion: {section: Risks}\n", "Where"),
        (CONTENT + "      - fee_ta‸ble: {rows: {other_expenses: 0.03}}\n", "fee table"),
        (CONTENT + "      - fee_table:\n          cap‸tion: Fees\n", "Annual Fund Operating Expenses"),
    ],
)
def test_a_key_is_explained(server: LanguageServer, file: Path, text: str, said: str) -> None:
    assert said in server.hover(file, text)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (HEAD + "chnages: []\n", 3, "chnages is not allowed"),
        (CHANGE + "    locatoin: {section: Risks}\n", 5, "locatoin is not allowed"),
        (CONTENT + "      - fee_tabel: {rows: {}}\n", 6, "fee_tabel is not allowed"),
        (
            CONTENT + "      - fee_table:\n          captoin: Fees\n          rows: {a: 1}\n",
            7,
            "captoin is not allowed",
        ),
        (HEAD + "changes:\n  - operation: replace\n", 4, "replace_section"),
        (HEAD.replace("2026-01-02", "1/2/2026"), 2, "write year-month-day"),
        (HEAD + "effective: soon\n", 3, "Effective"),
        (HEAD + "split: perhaps\n", 3, "yes"),
    ],
)
def test_what_is_wrong_is_underlined(server: LanguageServer, file: Path, text: str, line: int, said: str) -> None:
    (finding, *_) = [one for one in server.findings(file, text) if said in one["message"]]
    assert finding["range"]["start"]["line"] == line


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.name)
def test_nothing_in_shipped_content_is_underlined(server: LanguageServer, file: Path, shipped: Path) -> None:
    name = "registrant" if shipped.parent.name == "registrants" else "supplement"
    assert server.findings(file, LINE.format(name) + shipped.read_text("utf-8")) == []


@pytest.mark.parametrize("kind", supplement_kinds())
def test_nothing_in_a_new_supplement_is_underlined(
    server: LanguageServer, project: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    done = CliRunner().invoke(main, ["new", kind])
    assert done.exit_code == 0, done.output
    written = project / "content" / f"{kind}.yaml"
    assert server.findings(written, written.read_text("utf-8")) == []
