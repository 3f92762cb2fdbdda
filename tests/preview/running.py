"""A preview that runs in a process of its own, as a user starts it, on a small project."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
FEES = "content/fee-table.yaml"
SHOWN = ("fee-table", "fee-waiver", "trustees", "per-target")


def make_project(folder: Path) -> Path:
    """A folder with some supplements of the tour and their registrant, without a style: LEG-01 is found in each."""
    shutil.copytree(ROOT / "content/tour/registrants", folder / "content/registrants")
    for name in SHOWN:
        shutil.copy(ROOT / f"content/tour/{name}.yaml", folder / "content")
    registrant = folder / "content/registrants/harbor.yaml"
    registrant.write_text(re.sub(r"\nstyle:\n(?:  .*\n)+", "\n", registrant.read_text("utf-8")), "utf-8")
    return folder


def edit(file: Path, old: str, new: str) -> None:
    """Puts other words into a file, as an editor saves it: written aside, and renamed into place."""
    text = file.read_text("utf-8")
    assert old in text
    save(file, text.replace(old, new, 1))


def save(file: Path, text: str) -> None:
    """Saves a file as many editors do."""
    aside = file.with_name(f".{file.name}.swp")
    aside.write_text(text, "utf-8")
    aside.replace(file)


@dataclass
class Running:
    """A preview that runs, where its project is, and what it says."""

    process: subprocess.Popen[str]
    address: str
    folder: Path

    def ask(self, path: str = "", method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer to a request, below the token; a path that begins with `/` is asked for as it is."""
        site = urlsplit(self.address)
        connection = HTTPConnection(site.hostname or "", site.port, timeout=60)
        target = path if path.startswith("/") else f"{site.path}{path}"
        connection.putrequest(method, target, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read() if method != "HEAD" else b""
        connection.close()
        return answer, body

    def data(self, path: str) -> Any:
        """The data at an address."""
        answer, body = self.ask(path)
        assert answer.status == 200, (path, answer.status, body)
        return json.loads(body)

    def key(self, name: str) -> str:
        """The key of a supplement, once it is listed."""
        for _ in range(300):
            for one in self.data("list")["entries"]:
                if one["name"] == name:
                    return str(one["key"])
            time.sleep(0.1)
        raise AssertionError(f"{name} is not listed")

    def draft(self, name: str, part: int = 0) -> Any:
        """The draft of a supplement."""
        return self.data(f"draft/{self.key(name)}?part={part}")

    def wait(self, name: str, wanted: str, seconds: float = 30) -> Any:
        """The draft of a supplement, once some words are in it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            draft = self.draft(name)
            if wanted in json.dumps(draft, ensure_ascii=False):
                return draft
            time.sleep(0.05)
        said = [one["message"] for one in draft["findings"]]
        raise AssertionError(f"{wanted!r} did not appear in {name}: {said}")


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Running]:
    """A preview of a folder's content; it ends at once when it is interrupted, and never shows a traceback."""
    command = [sys.executable, "-m", "generator", "preview", "--no-open", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stderr
    said: list[str] = []
    stream = process.stderr
    hearing = threading.Thread(target=lambda: said.extend(stream), daemon=True)
    hearing.start()
    try:
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "".join(said)
        yield Running(process, address, folder)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        begun = time.monotonic()
        code = process.wait(20)
        took = time.monotonic() - begun
        hearing.join(5)
        process.stdout.close()
        process.stderr.close()
    assert "Traceback" not in "".join(said), "".join(said)
    assert code == 0, "".join(said)
    assert took < 5
