"""Serving the preview until the user ends it."""

from __future__ import annotations

import errno
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

import uvicorn

from generator.preview.app import Events, Pages
from generator.preview.loader import Loader
from generator.preview.printed import Printer
from generator.preview.project import Supplements, is_template
from generator.preview.security import Guard, Site
from generator.preview.watch import Watch


class PortInUse(Exception):
    """The address cannot be served; the message says why, and what to choose."""


class _Server(uvicorn.Server):
    """A server that ends its streams as soon as it is told to end."""

    def __init__(self, config: uvicorn.Config, preview: Preview) -> None:
        super().__init__(config)
        self._preview = preview

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to serve, and to watch."""
        self._preview.begin()
        await super().startup(sockets)

    def handle_exit(self, sig: int, frame: object) -> None:
        """Ends at once: nothing that a preview serves is worth waiting for."""
        self.should_exit = self.force_exit = True
        self._preview.events.end()


class Preview:
    """A preview of the supplements below some paths."""

    def __init__(self, paths: tuple[Path, ...], poll: bool = False) -> None:
        self.events, self.printer = Events(), Printer()
        self.supplements = Supplements(paths)
        self.loader = Loader(self.supplements, self.events.tell)
        self._watch = Watch(self.supplements.folders, self._changed, poll)

    def _changed(self, paths: set[Path]) -> None:
        if any(map(is_template, paths)):
            self.printer.end()
        self.loader.changed(paths)

    def begin(self) -> None:
        """Afterwards files are watched and supplements loaded; events go to the loop that runs now."""
        self.events.attach()
        self._watch.start()
        self.loader.start()

    def end(self) -> None:
        """Afterwards nothing is watched, loaded or printed."""
        self._watch.end()
        self.loader.end()
        self.printer.end()

    def app(self, site: Site) -> Guard:
        """The application, guarded."""
        return Guard(Pages(self.loader, self.events, self.printer).app(), site)


def serve(
    paths: tuple[Path, ...], host: str, port: int, *, poll: bool, open_page: bool, say: Callable[[str], None]
) -> None:
    """Serves a preview until it is interrupted; `say` hears the address. Raises PortInUse."""
    listening = _listen(host, port)
    site = Site(host, listening.getsockname()[1], token_urlsafe(16))
    preview = Preview(paths, poll)
    config = uvicorn.Config(
        preview.app(site), log_level="critical", access_log=False, server_header=False, date_header=False,
        lifespan="off", ws="none", timeout_graceful_shutdown=1,
    )  # fmt: skip
    say(site.address)
    if open_page:
        with suppress(webbrowser.Error):
            webbrowser.open(site.address)
    try:
        with listening, suppress(KeyboardInterrupt):
            _Server(config, preview).run(sockets=[listening])
    finally:
        preview.end()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens at a port, any free one for 0."""
    listening = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except (OSError, OverflowError) as error:
        if listening:
            listening.close()
        taken = isinstance(error, OverflowError) or error.errno in (errno.EADDRINUSE, errno.EACCES)
        remedy = "choose another --port, or leave it out" if taken else "choose another --host, or leave it out"
        why = getattr(error, "strerror", None) or error
        raise PortInUse(f"{f'{host}:{port}' if taken else host} cannot be served: {why}; {remedy}") from error
    return listening
