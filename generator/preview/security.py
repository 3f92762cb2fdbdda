"""What the server answers at all: its own page in this browser, and nobody else."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
#: The page: its own script and style, pictures of pages, frames with drafts; nothing from elsewhere, nothing inline.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: A frame with words of authors: its looks, and nothing that runs, loads or leads anywhere.
FRAME_POLICY = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
#: The address of a machine, not a name that somebody else may point at this one.
_ADDRESS = re.compile(r"\d{1,3}(\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\]")
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
}


def is_loopback(host: str) -> bool:
    """Whether a host that was asked for is this machine and reached from nowhere else."""
    return host in ("localhost", "::1", "[::1]") or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


@dataclass(frozen=True, slots=True)
class Site:
    """Where the page is served: host as it was asked for, port, and the word that every address begins with."""

    host: str
    port: int
    token: str

    @property
    def address(self) -> str:
        """The address to open."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host and '[' not in host else host}:{self.port}/{self.token}/"

    def is_own(self, host: str) -> bool:
        """Whether the Host of a request is this site.

        Why: a foreign name that was made to point here (DNS rebinding) would make this page its own.
        """
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        asked = f"[{self.host}]" if ":" in self.host else self.host
        return name in (*LOOPBACK, asked) or (not is_loopback(self.host) and bool(_ADDRESS.fullmatch(name)))


class Guard:
    """Passes on what the page itself asks for, without the token; refuses everything else. Adds headers to all."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            try:
                await self._answer(scope, receive, _with_headers(send))
            except Exception:  # a fault of ours: the browser hears 500, the terminal hears all
                traceback.print_exc()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if refusal := self._refusal(scope["method"], Headers(scope=scope)):
            status, words = refusal
            headers = {"Allow": "GET, HEAD"} if status == 405 else {}
            await PlainTextResponse(f"{words}\n", status, headers)(scope, receive, send)
            return
        _, token, rest = [*scope["path"].split("/", 2), "", ""][:3]
        if not compare_digest(token.encode(), self._site.token.encode()):
            words = "Nothing is served here. Open the address that `supplement preview` printed."
            await PlainTextResponse(f"{words}\n", 404)(scope, receive, send)
            return
        await self._app({**scope, "path": f"/{rest}", "raw_path": None}, receive, send)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not self._site.is_own(hosts[0]):
            return 421, "This server does not go by that name."
        if any(origin != f"http://{hosts[0]}" for origin in origins):
            return 403, "Another site may not ask."
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "Another site may not ask."
        if method not in ("GET", "HEAD"):
            return 405, "This page can only be read."
        return None


def _with_headers(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        await send(message)

    return told
