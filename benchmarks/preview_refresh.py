"""How long a save takes to reach the page of a preview, and what a preview weighs after many saves.

    python -m benchmarks.preview_refresh [--supplements 500] [--saves 60] [--refreshes 2000]

From the moment before the file is written to the moment at which the page has the new words; in a browser where there
is one, else to the arrival of the new draft at a client that listens as the page does.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from tests.preview.running import ROOT, Running, running, save

NAME = "supplement-0"
WORDS = "the cost of meetings of shareholders"
SEEN = """words => new Promise(seen => {
  const body = document.getElementById("draft").contentDocument.body;
  const look = () => {
    if (!body.textContent.includes(words)) return;
    watcher.disconnect();
    seen(performance.timeOrigin + performance.now());
  };
  const watcher = new MutationObserver(look);
  watcher.observe(body, { childList: true, subtree: true, characterData: true });
})"""


def make_project(folder: Path, count: int) -> Path:
    """A folder with many supplements: the tour's, over and over; the first is the one that is edited."""
    shutil.copytree(ROOT / "content/tour/registrants", folder / "content/registrants")
    tour = sorted((ROOT / "content/tour").glob("*.yaml"))
    shutil.copy(ROOT / "content/tour/fee-waiver.yaml", folder / f"content/{NAME}.yaml")
    for number in range(1, count):
        shutil.copy(tour[number % len(tour)], folder / f"content/supplement-{number}.yaml")
    return folder


def writer(preview: Running) -> Callable[[str], float]:
    """Saves the file with other words; gives the time before, in milliseconds."""
    file = preview.folder / f"content/{NAME}.yaml"
    text = file.read_text("utf-8")

    def write(words: str) -> float:
        begun = time.time() * 1000
        save(file, text.replace(WORDS, words))
        return begun

    return write


def in_browser(preview: Running, count: int) -> list[float]:
    """Milliseconds from save to the new words in the page."""
    from playwright.sync_api import sync_playwright

    took = []
    write = writer(preview)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 800})
        page.goto(f"{preview.address}#{NAME}")
        page.frame_locator("#draft").locator(f"text={WORDS}").wait_for()
        for turn in range(count):
            words = f"the cost of meeting {turn}."
            page.evaluate(f"words => {{ window.seen = ({SEEN})(words) }}", words)
            begun = write(words)
            took.append(page.evaluate("window.seen") - begun)
            time.sleep(0.1)
        browser.close()
    return took


@contextmanager
def listening(preview: Running) -> Iterator[HTTPResponse]:
    """The stream of events."""
    site = urlsplit(preview.address)
    connection = HTTPConnection(site.hostname or "", site.port, timeout=60)
    connection.request("GET", f"{site.path}events")
    yield connection.getresponse()
    connection.close()


def wait_for(stream: HTTPResponse, key: str) -> None:
    """Returns when a supplement was loaded."""
    while True:
        if stream.readline() == b"event: draft\n" and json.loads(stream.readline()[6:])["key"] == key:
            return


def without_browser(preview: Running, count: int) -> list[float]:
    """Milliseconds from save to the new words at a client that listens as the page does."""
    took = []
    write = writer(preview)
    key = preview.key(NAME)
    preview.draft(NAME)
    with listening(preview) as stream:
        for turn in range(count):
            begun = write(f"the cost of meeting {turn}.")
            words = ""
            while f"meeting {turn}." not in words:
                wait_for(stream, key)
                words = json.dumps(preview.data(f"draft/{key}"))
            took.append(time.time() * 1000 - begun)
            time.sleep(0.1)
    return took


def weight(preview: Running) -> float:
    """The memory of the preview's process in MB."""
    status = Path(f"/proc/{preview.process.pid}/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def wait_until_all_are_loaded(preview: Running) -> float:
    """The seconds until every supplement has been looked at."""
    begun = time.monotonic()
    while any(one["state"] == "waiting" for one in preview.data("list")["entries"] or [{"state": "waiting"}]):
        time.sleep(0.2)
    return time.monotonic() - begun


def refresh_often(preview: Running, count: int) -> None:
    """Saves and has the draft drawn anew, many times; says what the process weighs."""
    key = preview.key(NAME)
    preview.draft(NAME)
    write = writer(preview)
    with listening(preview) as stream:
        for turn in range(1, count + 1):
            write(f"the cost of meeting {turn}.")
            wait_for(stream, key)
            preview.data(f"draft/{key}")
            if turn in (100, count // 2, count):
                print(f"memory after {turn} refreshes: {weight(preview):.1f} MB", flush=True)


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--supplements", type=int, default=500)
    options.add_argument("--saves", type=int, default=60)
    options.add_argument("--refreshes", type=int, default=2000)
    wanted = options.parse_args()
    folder = Path(tempfile.mkdtemp())
    begun = time.monotonic()
    with running(make_project(folder, wanted.supplements)) as preview:
        preview.draft(NAME)
        print(f"first draft after {time.monotonic() - begun:.1f} s, among {wanted.supplements} supplements")
        print(f"all of them looked at {wait_until_all_are_loaded(preview):.1f} s later")
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        took = in_browser(preview, wanted.saves) if browser else without_browser(preview, wanted.saves)
        tenth = statistics.quantiles(took, n=10)
        where = "in the browser" if browser else "at a client"
        median = statistics.median(took)
        print(f"save to page, {where}: median {median:.0f} ms, 90% below {tenth[-1]:.0f} ms, n={len(took)}")
        if wanted.refreshes:
            refresh_often(preview, wanted.refreshes)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
