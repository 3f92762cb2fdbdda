"""What authors type is words: nothing of it runs, loads or leaks, in whatever tab it is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.preview.running import ROOT, Running, make_project, running

HOSTILE = {
    "script": "<script>parent.stolen = 1; stolen = 1; alert(1)</script>",
    "handler": "<img src=x onerror=\"parent.stolen = 1; alert(1)\"><b onclick='alert(1)'>b</b>",
    "address": '<a href="javascript:parent.stolen=1">x</a> javascript:alert(1)',
    "frame": '<iframe srcdoc="<script>top.stolen = 1</script>"></iframe><object data="x"></object>',
    "style": '</style></iframe><style>*{display:none}</style><link rel=stylesheet href="http://evil.example/x.css">',
    "form": '<form action="http://evil.example/"><input name=q></form><meta http-equiv=refresh content="0;url=http://evil.example/">',
    "template": "{{ 7 * 7 }} {% raw %} {{ config }} ${7*7} #{7*7}",
    "span": '</span><span data-path="../../etc/passwd" tabindex="0">x</span>" onfocus="alert(1)" autofocus="',
}  # fmt: skip
CONTENT = """\
date: 2024-05-01
registrant:
  name: "Trust {name}"
  funds:
    growth: {{ name: Growth Fund }}
targets:
  - {{ document: prospectus, date: 2024-02-01 }}
changes:
  - operation: notice
    content:
      - paragraph: {words}
      - bullets: [{words}]
"""


def quoted(words: str) -> str:
    """Words as a YAML scalar in single quotes."""
    return "'" + words.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of supplements that say hostile things."""
    folder = make_project(tmp_path_factory.mktemp("project"))
    for name, words in HOSTILE.items():
        text = CONTENT.format(name=name, words=quoted(words))
        (folder / f"content/hostile-{name}.yaml").write_text(text, "utf-8")
    (folder / "content/hostile-key.yaml").write_text("date: 2024-05-01\n<img src=x onerror=alert(1)>: '<script>'\n")
    with running(folder) as one:
        yield one


@pytest.fixture
def preview(hostile: Running) -> Running:
    """The preview that the page is of."""
    return hostile


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_words(page: Any, preview: Running, name: str) -> None:
    words = HOSTILE[name]
    page.goto(f"{preview.address}#hostile-{name}")
    frame = page.frame(url="**/frame")
    frame.wait_for_selector("#draft-mark")
    assert words in frame.inner_text("body")
    assert frame.locator("script, img, iframe, object, form, link, a[href^=javascript]").count() == 0
    assert (
        frame.locator("body *").evaluate_all(
            "all => all.flatMap(one => one.getAttributeNames()).filter(one => one.startsWith('on'))"
        )
        == []
    )
    frame.click("li [data-path]")
    page.wait_for_selector("#source:not([hidden])")
    assert words[:60] in page.inner_text("#source")
    for key, panel in (("2", "#text"), ("4", "#data")):
        page.keyboard.press(key)
        page.wait_for_selector(f"{panel}:has-text('Trust {name}')")
    assert page.locator("main script, main img, main form, main iframe:not([sandbox])").count() == 0
    assert page.evaluate("[window.stolen, frames[0].stolen]") == [None, None]


def test_a_hostile_key_is_told_as_words(page: Any, preview: Running) -> None:
    page.goto(f"{preview.address}#hostile-key")
    page.wait_for_selector("#strip .fault")
    assert "<img src=x" in page.inner_text("#strip")
    assert page.locator("#strip img, #strip script").count() == 0


def test_a_draft_opened_alone_runs_nothing(page: Any, preview: Running) -> None:
    page.goto(f"{preview.address}page/{preview.key('hostile-script')}")
    assert "<script>" in page.inner_text("body") and page.locator("script").count() == 0


def test_script_in_the_frame_would_not_run(browser: Any, preview: Running) -> None:
    """Even if markup got in, as from a template of the project's own."""
    page = browser.new_page()
    page.goto(f"{preview.address}#fee-table")
    frame = page.frame(url="**/frame")
    frame.wait_for_selector("[data-path]")
    page.evaluate(
        """() => {
          const inside = document.getElementById("draft").contentDocument;
          const script = inside.createElement("script");
          script.textContent = "parent.stolen = 1";
          inside.body.append(script);
          const run = 'onerror="parent.stolen = 1" onclick="parent.stolen = 1"';
          inside.body.insertAdjacentHTML("beforeend", `<img src="x" ${run}><b ${run} id="b">b</b>`);
          inside.getElementById("b").click();
        }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.stolen") is None
    page.close()


@pytest.fixture
def foreign(preview: Running) -> Iterator[str]:
    """The address of another site on this machine, whose page tries what it can."""
    address = preview.address
    page = f"""<!DOCTYPE html><title>other</title><body>
      <iframe name=target></iframe><iframe src="{address}"></iframe>
      <form id=f method=post action="{address}list" target=target></form>
      <script>
        window.said = [];
        const tried = (name, made) => made.then(
          (answer) => answer.text().then((text) => said.push(name + text)), () => said.push(name + "refused"));
        tried("get ", fetch("{address}list"));
        tried("post ", fetch("{address}list", {{ method: "POST", body: "x" }}));
        tried("opaque ", fetch("{address}list", {{ mode: "no-cors" }}));
        const events = new EventSource("{address}events");
        events.onopen = () => said.push("events open");
        events.onerror = () => {{ events.close(); said.push("events refused"); }};
        const script = document.createElement("script");
        script.src = "{address}preview.js";
        script.onload = () => said.push("script loaded");
        script.onerror = () => said.push("script refused");
        document.body.append(script);
        document.getElementById("f").submit();
      </script>"""

    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Other) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_another_site_learns_nothing(browser: Any, preview: Running, foreign: str) -> None:
    page = browser.new_page()
    answers: list[tuple[str, int]] = []
    page.on("response", lambda one: answers.append((one.request.method + " " + urlsplit(one.url).path, one.status)))
    page.goto(foreign)
    page.wait_for_timeout(1000)
    said = page.evaluate("said")
    assert sorted(said) == sorted(
        ["get refused", "post refused", "opaque refused", "events refused", "script refused"]
    ) or ("opaque " in said and "fee-table" not in str(said))
    mine = [status for path, status in answers if urlsplit(preview.address).path in path]
    assert mine and set(mine) <= {403, 405, 421}
    page.close()


def test_no_template_of_the_page_has_an_address_of_elsewhere() -> None:
    for path in sorted((ROOT / "templates/preview").iterdir()):
        text = Path(path).read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http:" not in text and "https:" not in text and "//cdn" not in text
        assert "innerHTML" not in text or path.name in ("preview.js", "tabs.js")  # into frames where nothing runs
        assert "eval(" not in text
