"""The page answers its own browser on this machine, and nobody else; nothing below it is a file."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from generator.preview.security import Site, is_loopback
from tests.preview.running import Running


def test_every_answer_says_how_it_may_be_used(preview: Running) -> None:
    key = preview.key("fee-table")
    for path in ("", "list", "preview.js", "frame", f"draft/{key}", f"page/{key}", f"text/{key}", "no-such-thing", "/"):
        answer, _ = preview.ask(path)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors" in policy
        assert "unsafe-eval" not in policy and "script-src 'unsafe" not in policy


def test_the_page_runs_its_own_scripts_only(preview: Running) -> None:
    answer, body = preview.ask()
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert b"<style" not in body and b" style=" not in body and b"http:" not in body and b"https:" not in body


def test_a_draft_by_itself_runs_nothing(preview: Running) -> None:
    answer, _ = preview.ask(f"page/{preview.key('fee-table')}")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'")
    assert "script" not in policy


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}", ""]
)
def test_a_foreign_name_is_refused(preview: Running, host: str) -> None:
    """DNS rebinding: a name of somebody else's that was made to lead here."""
    answer, body = preview.ask("list", Host=host.format(port=urlsplit(preview.address).port))
    assert answer.status in (400, 421) and b"fee-table" not in body


def test_two_names_are_refused(preview: Running) -> None:
    port = urlsplit(preview.address).port
    answer, _ = preview.ask("list", Host=f"127.0.0.1:{port}", host=f"evil.example:{port}")
    assert answer.status in (400, 421)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_names_of_this_machine_are_answered(preview: Running, name: str) -> None:
    assert preview.ask("list", Host=f"{name}:{urlsplit(preview.address).port}")[0].status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_a_foreign_origin_is_refused(preview: Running, origin: str) -> None:
    answer, body = preview.ask("list", Origin=origin.format(port=urlsplit(preview.address).port))
    assert answer.status == 403 and b"fee-table" not in body


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_not_fetch(preview: Running, site: str) -> None:
    assert preview.ask("list", Sec_Fetch_Site=site)[0].status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_written(preview: Running, method: str) -> None:
    answer, _ = preview.ask("list", method)
    assert answer.status == 405 and answer.headers["Allow"] == "GET, HEAD"


def test_without_the_token_nothing_is_said(preview: Running) -> None:
    for path in ("/", "/list", "/x/list", f"/{'A' * 22}/list", "//list", "/%2e%2e/list"):
        answer, body = preview.ask(path)
        assert answer.status == 404 and b"fee-table" not in body


@pytest.mark.parametrize(
    "path",
    [
        "../pyproject.toml", "..%2f..%2fetc%2fpasswd", "preview.css/../page.html", "content/fee-table.yaml",
        "page.html",
        "draft/..%2f..%2fcontent%2ffee-table.yaml", "draft/content/fee-table.yaml", "draft/fee-table", "text/%00",
        "page/../../../../etc/passwd", "picture/{key}/..%2f1", "picture/{key}/-1", "picture/{key}/9999999999999",
        "source/{key}?path=../../etc/passwd", "source/{key}?path=", "changes/{key}?revision=--output=x",
        "changes/{key}?revision=HEAD:content", "frame.html", "morph.js%00.css", "data/{key}x",
    ],
)  # fmt: skip
def test_no_address_names_a_file(preview: Running, path: str) -> None:
    before = sorted(preview.folder.rglob("*"))
    answer, body = preview.ask(path.format(key=preview.key("fee-table")))
    assert answer.status == 404, body[:200]
    assert b"registrant" not in body and b"root:" not in body
    assert sorted(preview.folder.rglob("*")) == before


def test_head_is_answered_without_a_body(preview: Running) -> None:
    assert preview.ask("list", "HEAD")[0].status == 200


@pytest.mark.parametrize(
    ("host", "answers", "refuses"),
    [
        (
            "127.0.0.1",
            ["127.0.0.1:80", "localhost:80", "[::1]:80"],
            ["evil:80", "127.0.0.1:81", "10.0.0.1:80", "", ":80"],
        ),
        ("0.0.0.0", ["127.0.0.1:80", "10.0.0.1:80", "[fe80::1]:80"], ["evil:80", "10.0.0.1.evil:80", "10.0.0.1:8080"]),
        ("desk.local", ["desk.local:80", "localhost:80"], ["evil.local:80"]),
    ],
)
def test_which_names_are_our_own(host: str, answers: list[str], refuses: list[str]) -> None:
    site = Site(host, 80, "t")
    assert [name for name in answers if not site.is_own(name)] == []
    assert [name for name in refuses if site.is_own(name)] == []


def test_what_is_loopback() -> None:
    assert all(map(is_loopback, ["127.0.0.1", "127.1.2.3", "localhost", "::1"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.evil", "localhost.evil"]))
    assert Site("::1", 8, "t").address == "http://[::1]:8/t/"
    assert Site("0.0.0.0", 8, "t").address == "http://127.0.0.1:8/t/"
