"""Workers: each task once, whatever becomes of the processes that do them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

import pytest

from generator.filing import workers
from generator.filing.workers import Died, work_through


@dataclass
class Told:
    """Says which process did a task; the task 7 ends its process."""

    def __call__(self, task: int) -> tuple[int, int]:
        """The task and the process."""
        if task == 7:
            os._exit(3)
        return task, os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("forked", [False, True])
def test_a_worker_ends_after_its_tasks_and_another_goes_on(jobs: int, forked: bool) -> None:
    done = dict(work_through(range(6), Told(), jobs, forked=forked, most=2))
    assert [done[number][0] for number in range(6)] == list(range(6))  # type: ignore[index]
    processes = [done[number][1] for number in range(6)]  # type: ignore[index]
    others = [one for one in processes if one != os.getpid()]
    assert max(map(others.count, others)) <= 2 and len(others) >= 5


@dataclass
class Loading:
    """Loads a package that no copy of a process may have, and opens what cannot be pickled."""

    opened: object = None

    def __call__(self, task: int) -> tuple[int, bool]:
        """The process, and whether it began anew."""
        anew = "uncopied" not in sys.modules
        sys.modules.setdefault("uncopied", sys)
        self.opened = lambda: task
        return os.getpid(), anew


def test_no_worker_is_a_copy_of_a_process_that_has_loaded_what_bears_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "UNFORKABLE", frozenset({"uncopied"}))
    monkeypatch.delitem(sys.modules, "uncopied", raising=False)
    try:
        done = dict(work_through(range(4), Loading(), 2, forked=True))
    finally:
        sys.modules.pop("uncopied", None)
    results = [done[number] for number in range(4)]
    assert results[0][0] == os.getpid()  # type: ignore[index]
    firsts = dict(reversed(results))  # type: ignore[arg-type]
    assert len(firsts) == 3 and all(firsts.values())


def test_without_a_measure_one_process_is_this_one() -> None:
    assert {process for _, (_, process) in work_through(range(3), Told(), 1)} == {os.getpid()}  # type: ignore[misc]


def test_a_task_that_ends_its_worker_is_told_and_the_rest_is_done() -> None:
    done = dict(work_through([5, 6, 7, 8], Told(), 2, most=3))
    assert isinstance(done[2], Died) and done[2].how == "exit code 3"
    assert [done[number][0] for number in (0, 1, 3)] == [5, 6, 8]  # type: ignore[index]
