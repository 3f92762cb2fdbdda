"""Worker processes: tasks go out one by one, results come back, and a worker that dies takes one task with it.

Why not the pool of the standard library: its workers outlive a parent that was killed, waiting for each other.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass
from threading import active_count
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from generator.filing.lock import Lock

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")
R = TypeVar("R")
#: So many tasks are worth the start of a process.
WORTH = 16
#: Packages with threads of their own outside of Python (Pango reads the list of fonts in one).
UNFORKABLE = frozenset({"weasyprint"})


class Work(Protocol[T_contra, R_co]):
    """What is done with a task; it is pickled to each worker, and never raises."""

    def __call__(self, task: T_contra, /) -> R_co: ...


@dataclass(frozen=True, slots=True)
class Died:
    """A worker ended before it gave a result; `exit_code` as the system says it, negative for a signal."""

    exit_code: int | None

    @property
    def how(self) -> str:
        """How it ended, in words."""
        code = self.exit_code or 0
        return f"signal {-code}" if code < 0 else f"exit code {code}"


@dataclass
class _Worker(Generic[T, R]):
    """A process, what it is at, and both ways of talking to it."""

    process: BaseProcess
    orders: Connection
    results: Connection
    task: int = -1
    given: int = 0

    def dismiss(self) -> None:
        """It has nothing more to do: it ends after what it is at."""
        self.orders.close()


def default_jobs(count: int, worth: int = WORTH) -> int:
    """How many processes so many tasks are worth, on so many cores as this process may use.

    `worth` is how many tasks take about as long as a process takes to start.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, count // worth))


def work_through(
    tasks: Sequence[T], work: Work[T, R], jobs: int, lock: Lock | None = None, *, forked: bool = False, most: int = 0
) -> Generator[tuple[int, R | Died], None, None]:
    """The result of every task with the task's number, as they come; with one job in this process, else in others.

    A `lock` is held by every worker too, so that it stands as long as one of them writes. `forked` workers begin with
    all that this process has loaded for the first task, where the system can give it to them and no library that
    the task loaded is one of `UNFORKABLE`. After `most` tasks, unless that is 0, a worker ends
    and another takes its place, even if one job is asked for: what a library never gives back, its process does.

    When the caller closes the iterator, or an exception ends it, no worker is left.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1 and not 0 < most < len(tasks):
        for number, task in enumerate(tasks):
            yield number, work(task)
        return
    from multiprocessing.connection import wait  # a command that works alone starts sooner without it

    waiting = list(reversed(range(len(tasks))))
    forked = forked and _may_fork()
    used = copy(work)  # what has worked cannot be pickled, for workers that are not forked
    if forked:
        yield waiting.pop(), used(tasks[0])
        forked = _may_fork()
    workers: list[_Worker[T, R]] = []
    try:
        while waiting or workers:
            while waiting and len(workers) < jobs:
                workers.append(_start_forked(used, lock, workers) if forked else _start(work, lock))
                _give(workers[-1], tasks, waiting)
            ready = wait([worker.results for worker in workers])
            for worker in [one for one in workers if one.results in ready]:
                number, result = worker.task, _result(worker)
                if isinstance(result, Died) or not waiting or worker.given == most:
                    workers.remove(worker)
                    _end(worker)
                else:
                    _give(worker, tasks, waiting)
                yield number, result
    finally:
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            _end(worker)


def _may_fork() -> bool:
    """Whether a copy of this process would be a whole one: where it has threads, the copy has not."""
    return sys.platform == "linux" and active_count() == 1 and not UNFORKABLE & sys.modules.keys()


def _start(work: Work[T, R], lock: Lock | None) -> _Worker[T, R]:
    """A new worker. Its pipes are its own: where this process ends, however it does, the worker reads the end."""
    from multiprocessing import get_context

    context = get_context("spawn")
    orders, to_worker = context.Pipe(duplex=False)
    from_worker, results = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(orders, results, work, lock), daemon=True)
    return _started(_Worker(process, to_worker, from_worker), orders, results)


def _start_forked(work: Work[T, R], lock: Lock | None, others: Sequence[_Worker[T, R]]) -> _Worker[T, R]:
    """The same, as a copy of this process: it lets go of this process's ends of all pipes, its own and the others'."""
    from multiprocessing import get_context

    context = get_context("fork")
    orders, to_worker = context.Pipe(duplex=False)
    from_worker, results = context.Pipe(duplex=False)
    foreign = [to_worker, from_worker, *(end for other in others for end in (other.orders, other.results))]
    process = context.Process(target=_serve, args=(orders, results, work, lock, foreign), daemon=True)
    return _started(_Worker(process, to_worker, from_worker), orders, results)


def _started(worker: _Worker[T, R], *ends: Connection) -> _Worker[T, R]:
    """The worker, running; its ends of the pipes are its own now."""
    with _undisturbed():
        worker.process.start()
    for end in ends:
        end.close()
    return worker


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started ignores Ctrl-C, from its first moment: whoever started it says when to stop."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread, where no Ctrl-C arrives
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _give(worker: _Worker[T, R], tasks: Sequence[T], waiting: list[int]) -> None:
    """The worker is at the next task; where it has died, that is found when its result is read."""
    worker.task = waiting.pop()
    worker.given += 1
    with suppress(OSError):
        worker.orders.send(tasks[worker.task])


def _result(worker: _Worker[T, R]) -> R | Died:
    """What a worker says, or how it died."""
    try:
        result: R = worker.results.recv()
    except (EOFError, OSError):
        worker.process.join()
        return Died(worker.process.exitcode)
    return result


def _end(worker: _Worker[T, R]) -> None:
    """The worker is gone, and its pipes are closed."""
    worker.dismiss()
    worker.process.join()
    worker.results.close()
    worker.process.close()


def _serve(
    orders: Connection, results: Connection, work: Work[T, R], lock: Lock | None, foreign: Sequence[Connection] = ()
) -> None:
    """Does what is asked until nothing more will be; `lock` is only held, `foreign` ends of pipes are let go of."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in foreign:
        end.close()
    assert lock is None or lock.descriptor >= 0
    with suppress(EOFError, OSError):
        while True:
            results.send(work(orders.recv()))
