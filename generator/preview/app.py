"""The page's addresses. None of them names a file: supplements are asked for by key, pages of a PDF by number."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from generator.preview.draft import Draft, View
from generator.preview.history import NoRedline, Revision, redline_page, revisions
from generator.preview.loader import Loader
from generator.preview.printed import Printed, Printer
from generator.preview.security import FRAME_POLICY, PAGE_POLICY
from generator.preview.told import source_data
from generator.preview.views import data_of, text_of
from generator.templates import templates_folder

#: How many pages may listen at once, and how many events may wait for one of them before it has to begin anew.
MOST_LISTENERS, MOST_WAITING = 24, 2000
#: The files of the page itself, each with its type.
SCRIPTS = ("list.js", "morph.js", "notes.js", "preview.js", "print.js", "source.js", "tabs.js")
PARTS = {"preview.css": "text/css", "icon.svg": "image/svg+xml", **dict.fromkeys(SCRIPTS, "text/javascript")}
_POLICY = "Content-Security-Policy"


class Events:
    """What happened, passed on to every page that listens."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def attach(self) -> None:
        """Afterwards what is told goes to the loop that runs now."""
        self._loop = asyncio.get_running_loop()

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Passes an event on, from whatever thread."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._put, f"event: {name}\ndata: {json.dumps(data)}\n\n")

    def end(self) -> None:
        """Ends every stream."""
        self._put(None)

    def _put(self, said: str | None) -> None:
        for queue in list(self._queues):
            if queue.qsize() >= MOST_WAITING:
                self._queues.discard(queue)  # nobody reads it
            else:
                queue.put_nowait(said)

    async def stream(self, first: str) -> AsyncIterator[str]:
        """The events from now on."""
        if len(self._queues) >= MOST_LISTENERS:
            return
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield first
            while (said := await queue.get()) is not None:
                yield said
        finally:
            self._queues.discard(queue)


class Pages:
    """The answers to all addresses, for the supplements of one loader."""

    def __init__(self, loader: Loader, events: Events, printer: Printer) -> None:
        self._loader, self._events, self._printer = loader, events, printer
        self._revisions: dict[str, list[Revision]] = {}

    def app(self) -> Starlette:
        """The application."""
        routes = {
            "/": self.page,
            "/frame": self.frame,
            "/sheet": self.sheet,
            "/list": self.list,
            "/events": self.listen,
            "/draft/{key}": self.draft,
            "/page/{key}": self.alone,
            "/source/{key}": self.source,
            "/text/{key}": self.text,
            "/data/{key}": self.data,
            "/printed/{key}": self.printed,
            "/picture/{key}/{number:int}": self.picture,
            "/pdf/{key}": self.pdf,
            "/revisions/{key}": self.revisions,
            "/changes/{key}": self.changes,
            **{f"/{name}": self.part for name in PARTS},
        }
        return Starlette(routes=[Route(path, answer) for path, answer in routes.items()])

    async def page(self, request: Request) -> Response:
        """The page itself."""
        return _html(_shipped("page.html"), PAGE_POLICY)

    async def part(self, request: Request) -> Response:
        """The page's style, its script, its icon."""
        name = request.url.path.rpartition("/")[2]
        return Response(_shipped(name), media_type=PARTS[name])

    async def frame(self, request: Request) -> Response:
        """The frame that drafts are shown in, empty."""
        return _html(_shipped("frame.html"), FRAME_POLICY)

    async def sheet(self, request: Request) -> Response:
        """The frame that redlines are shown in, empty."""
        return _html(_shipped("sheet.html"), FRAME_POLICY)

    async def list(self, request: Request) -> Response:
        """The supplements, and what is wrong beyond single ones."""
        entries = [one.data() for one in self._loader.entries.values()]
        return JSONResponse({"entries": entries, "project": self._loader.project})

    async def listen(self, request: Request) -> Response:
        """The stream of events."""
        return StreamingResponse(self._events.stream("retry: 500\n\n"), media_type="text/event-stream")

    async def draft(self, request: Request) -> Response:
        """A draft with its findings."""
        draft = await self._draft(request)
        return _absent() if draft is None else JSONResponse(draft.data(_part(request)))

    async def alone(self, request: Request) -> Response:
        """The page of a draft by itself."""
        return await self._of_view(request, lambda _, view: _html(view.page, FRAME_POLICY))

    async def source(self, request: Request) -> Response:
        """Where a value is typed, and how it came about."""
        draft = await self._draft(request)
        path = request.query_params.get("path", "")
        if draft is None:
            return _absent()
        said = await run_in_threadpool(source_data, draft, _part(request), path)
        return JSONResponse(said) if said else _absent()

    async def text(self, request: Request) -> Response:
        """The EDGAR text."""
        formats = self._loader.supplements.formats
        return await self._of_view(request, lambda _, view: _plain(text_of(view, formats["text"])))

    async def data(self, request: Request) -> Response:
        """What is read back, as YAML or JSON."""
        form = request.query_params.get("form", "yaml")
        wording = self._loader.supplements.wording
        return await self._of_view(request, lambda _, view: _plain(data_of(view, wording, form)))

    async def printed(self, request: Request) -> Response:
        """How many pages the PDF has, once it is there; or why there is none."""
        return await self._of_view(request, lambda draft, view: _pages(draft, self._print(draft, view)))

    async def picture(self, request: Request) -> Response:
        """The picture of a page of the PDF."""
        number = request.path_params["number"]

        def answer(draft: Draft, view: View) -> Response:
            pages = self._print(draft, view).pages
            return Response(pages[number], media_type="image/png") if number < len(pages) else _absent()

        return await self._of_view(request, answer)

    async def pdf(self, request: Request) -> Response:
        """The PDF; none where `build` would write none, for what is kept may be filed."""

        def answer(draft: Draft, view: View) -> Response:
            if draft.state == "error":
                return _plain("There is no PDF to keep: `build` writes none until the errors are mended.", 404)
            printed = self._print(draft, view)
            return Response(printed.pdf, media_type="application/pdf") if printed.pdf else _plain(printed.fault)

        return await self._of_view(request, answer)

    async def revisions(self, request: Request) -> Response:
        """The commits that changed a supplement's file."""

        def answer(draft: Draft, _: View) -> Response:
            found = revisions(draft.source.path)
            return JSONResponse([{"name": one.name, "day": one.day, "subject": one.subject} for one in found])

        return await self._of_view(request, answer)

    async def changes(self, request: Request) -> Response:
        """The redline against a revision, the last one if none is named."""
        wanted = request.query_params.get("revision", "")
        wording = self._loader.supplements.wording

        def answer(draft: Draft, view: View) -> Response:
            found = [one for one in revisions(draft.source.path) if wanted in ("", one.name)]
            if not found:
                return _plain("This file is in no commit yet: there is nothing to compare it with.", 404)
            try:
                return _html(redline_page(view, wording, found[0]), FRAME_POLICY)
            except NoRedline as error:
                return _plain(str(error), 404)

        return await self._of_view(request, answer)

    def _print(self, draft: Draft, view: View) -> Printed:
        name = (draft.source.path, view.loaded.source.name, draft.serial)
        return self._printer.printed(name, view.document, self._loader.supplements.formats["pdf"].looks)

    async def _draft(self, request: Request) -> Draft | None:
        return await asyncio.wrap_future(self._loader.draft(request.path_params["key"]))

    async def _of_view(self, request: Request, answer: Callable[[Draft, View], Response]) -> Response:
        """An answer that is made of a document, in another thread; 404 where there is no such document."""
        draft = await self._draft(request)
        if draft is None or (view := draft.view(_part(request))) is None:
            return _absent()
        return await run_in_threadpool(answer, draft, view)


def _part(request: Request) -> int:
    part = request.query_params.get("part", "0")
    return int(part) if part.isascii() and part.isdigit() and len(part) < 4 else 0


def _shipped(name: str) -> str:
    return (templates_folder() / "preview" / name).read_text("utf-8")


def _html(page: str, policy: str) -> Response:
    return Response(page, media_type="text/html", headers={_POLICY: policy})


def _plain(text: str, status: int = 200) -> Response:
    return PlainTextResponse(text, status)


def _absent() -> Response:
    return _plain("There is no such thing.", 404)


def _pages(draft: Draft, printed: Printed) -> Response:
    ready = bool(printed.pdf) and draft.state != "error"
    return JSONResponse({"serial": draft.serial, "pages": len(printed.pages), "fault": printed.fault, "ready": ready})
