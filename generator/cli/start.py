"""The command as a process: how it ends where it is stopped, or where nobody takes what it has to say.

Why apart from `main`: Ctrl-C may come while that is still being imported.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

#: What shells give for a command that was stopped with Ctrl-C, and for one whose reader is gone.
STOPPED, UNREAD = 130, 141
UNWRITABLE = 2
#: How many new objects there are before the collector looks for rings among them: more than a command makes and keeps
#: while it starts, some 175,000. To look through them takes a tenth of its time, and finds next to nothing; a batch
#: makes some 400 more a supplement.
COLLECT_AFTER = 250_000


class Unwritable(Exception):
    """A standard stream takes nothing more. No OSError: nobody who expects one of another file takes it for that."""

    def __init__(self, error: OSError, stream: str) -> None:
        super().__init__(f"{stream} cannot be written: {error.strerror}")
        self.code = UNREAD if error.errno == errno.EPIPE else UNWRITABLE


class _Stream(io.FileIO):
    """A standard stream that says so when it cannot be written."""

    def write(self, data: object) -> int:
        try:
            return super().write(data)  # type: ignore[arg-type]
        except OSError as error:
            raise Unwritable(error, "standard error" if self.fileno() == 2 else "standard output") from None


def run() -> NoReturn:
    """Runs the command, and ends the process with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        _open_streams()
        code = _run()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = STOPPED
    except Unwritable as error:
        code = error.code
        if code != UNREAD:
            with suppress(Unwritable):
                print(f"supplement: {error}", file=sys.stderr, flush=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Unwritable:  # what it holds goes nowhere, or Python would try again at its end, and say so
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(code)


def _run() -> int:
    """The command's exit code."""
    import click

    from generator.cli.main import main

    try:
        code = main(prog_name="supplement", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return STOPPED
    except SystemExit as ended:
        code = ended.code
    return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """Standard output and error are streams of this module.

    Talk that was closed goes nowhere; data that were cannot be written, since nobody would notice.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # or the next file that is opened has its number
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    sys.stdout, sys.stderr = _opened(sys.stdout, 1), _opened(sys.stderr, 2)


def _opened(stream: TextIO | None, number: int) -> TextIO:
    """A stream in place of one of Python's, None where that was closed; a console of Windows stays what it is."""
    if stream is None:
        return io.TextIOWrapper(io.BufferedWriter(_Stream(number, "w", closefd=False)), "utf-8", "backslashreplace")
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # Python was asked not to buffer
    if type(raw) is not io.FileIO or not isinstance(stream, io.TextIOWrapper):
        return stream
    errors = "surrogateescape" if stream.errors == "strict" else stream.errors  # a file's name may be no text
    return io.TextIOWrapper(
        io.BufferedWriter(_Stream(number, "w", closefd=False)), stream.encoding, errors,
        line_buffering=stream.line_buffering, write_through=stream.write_through,
    )  # fmt: skip
