"""A real browser on a running preview; where there is none, these tests are skipped and say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.preview.running import Running, make_project, running

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The machine's own Chromium."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine (Debian: apt-get install chromium)")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        try:
            one = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        except api.Error as error:
            pytest.skip(f"the chromium of this machine does not start: {error.message.splitlines()[0]}")
        yield one
        one.close()


@pytest.fixture
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of a small project that the test may edit."""
    with running(make_project(tmp_path_factory.mktemp("project"))) as one:
        yield one


@pytest.fixture
def page(browser: Any, preview: Running) -> Iterator[Any]:
    """A page of the browser; afterwards nothing was logged as a fault and nothing was asked of anybody else."""
    page = browser.new_page(viewport={"width": 1360, "height": 800})
    faults: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    page.close()
    # Why blocked: the browser's driver puts listeners into the frame, which may run none.
    expected = ("Failed to load resource", "Blocked script")
    assert [one for one in faults if not one.startswith(expected)] == []
    assert {urlsplit(url).netloc for url in asked} <= {urlsplit(preview.address).netloc}
