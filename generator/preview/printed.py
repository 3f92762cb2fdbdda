"""The PDF of a draft and the pictures of its pages, made in a process of their own."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from generator.document.nodes import Document
from generator.errors import Unwritable

#: How many PDFs are kept; how long, in seconds, one may take; points to pixels.
MOST_KEPT, LONGEST, SCALE = 3, 60, 1.6


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF with a PNG of each page; or why there is none."""

    pdf: bytes = b""
    pages: tuple[bytes, ...] = ()
    fault: str = ""


def print_document(document: Document, looks: Path | None) -> Printed:
    """The PDF of a document and its pages."""
    from io import BytesIO

    import pypdfium2

    from generator.writers.pdf import write_pdf

    try:
        data = write_pdf(document, looks)
    except Unwritable as error:
        return Printed(fault=str(error))
    except Exception as error:  # of a project's own template, most likely
        return Printed(fault=f"{type(error).__name__}: {error}")
    pages = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            stream = BytesIO()
            page.render(scale=SCALE).to_pil().save(stream, "PNG")
            pages.append(stream.getvalue())
    return Printed(data, tuple(pages))


def _work(orders: Connection) -> None:
    """Prints what is ordered until nobody orders any more. Runs in the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    with suppress(EOFError, OSError):
        while True:
            orders.send(print_document(*orders.recv()))


class Printer:
    """Prints documents one after the other in a process that is started when the first is wanted."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._orders: Connection | None = None
        self._kept: OrderedDict[object, Printed] = OrderedDict()

    def printed(self, name: object, document: Document, looks: Path | None) -> Printed:
        """The PDF of a document; `name` stands for it as it is. Waits for it, so not for the thread that serves."""
        with self._one_at_a_time:
            if (kept := self._kept.get(name)) is not None:
                return kept
            try:
                orders = self._started()
                orders.send((document, looks))
                if not orders.poll(LONGEST):
                    self.end()
                    return Printed(fault=f"it took longer than {LONGEST} seconds")
                printed: Printed = orders.recv()
            except (EOFError, OSError):
                self.end()
                return Printed(fault="the process that prints has ended; look again")
            self._kept[name] = printed
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return printed

    def _started(self) -> Connection:
        if self._orders is None:
            spawn = multiprocessing.get_context("spawn")
            self._orders, theirs = spawn.Pipe()
            self._process = spawn.Process(target=_work, args=(theirs,), name="printer", daemon=True)
            self._process.start()
            theirs.close()
        return self._orders

    def end(self) -> None:
        """Afterwards the process is gone; the next PDF starts another, which reads the templates anew."""
        process, self._process, self._orders = self._process, None, None
        self._kept.clear()
        if process:
            process.kill()
