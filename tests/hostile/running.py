"""A command in a process of its own: no socket, bounded time and memory, and every file that it opens written down."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.house.modules import ROOT

SECONDS = 10
MEMORY = 1536 << 20
#: Where every socket fails, memory is bounded, and the files that are opened are said at the end.
CONFINED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
opened = []

def watch(event, arguments):
    if event.startswith("socket."):
        os.write(2, b"A SOCKET WAS ASKED FOR")
        os._exit(99)
    if event == "open":
        opened.append(str(arguments[0]))

sys.addaudithook(watch)
from generator.cli.main import main
try:
    main(sys.argv[1:], prog_name="supplement")
finally:
    for name in ("/etc/passwd", "elsewhere"):
        if any(name in one for one in opened):
            os.write(2, b"A FILE FROM OUTSIDE WAS OPENED")
""".replace("MEMORY", str(MEMORY))


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    output: str
    talk: str

    @property
    def found(self) -> list[dict[str, Any]]:
        """The findings of a command that was asked for JSON."""
        found: list[dict[str, Any]] = json.loads(self.output)["diagnostics"]
        return found


def supplement(folder: Path, *words: str) -> Done:
    """Runs a command in a folder; it ends in time, without a traceback, a socket or a file from elsewhere."""
    command = [sys.executable, "-W", "error", "-c", CONFINED, *words]
    environment = {"PATH": "", "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS)
    assert "Traceback" not in done.stderr and "the tool failed" not in done.stdout + done.stderr, done.stderr
    assert "WAS" not in done.stderr, done.stderr
    return Done(done.returncode, done.stdout, done.stderr)
