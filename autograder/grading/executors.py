"""Where the submissions of a class are examined: in this process, or in several of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import forkserver, resource_tracker
from typing import TypeVar

from autograder.grading import work
from autograder.grading.work import Done, Setting, Task

T = TypeVar("T")
R = TypeVar("R")

#: Submissions that make a further process worth its start.
_EACH = 4


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def at_a_time(submissions: int) -> int:
    """How many to examine at a time: one for each processor, where there is enough to do.

    A process takes about as long to start as it takes to examine four submissions.
    """
    return max(1, min(cores(), submissions // _EACH))


def workers(count: int) -> Local:
    """What examines so many submissions at a time."""
    return Here() if count == 1 else Processes(count)


class Here:
    """This process, one submission after another."""

    count = 1
    #: what is raised where a process of theirs is lost, which their `renew` does not mend
    lost: tuple[type[Exception], ...] = ()

    def __init__(self) -> None:
        self._places: dict[Setting, work.Workplace] = {}

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        """Examine a submission, and only then return: of two threads that read Python, 3.11 trips over one."""
        if setting not in self._places:
            self._places[setting] = work.Workplace(setting)
        return self.submit(self._places[setting].examined, task)

    def submit(self, call: Callable[[T], R], argument: T) -> Future[R]:
        """Call a function, and only then return."""
        future: Future[R] = Future()
        try:
            future.set_result(call(argument))
        except Exception as error:
            future.set_exception(error)
        return future

    def renew(self) -> None:
        """Nothing breaks here without ending all."""

    def close(self) -> None:
        """End what runs."""
        for place in self._places.values():
            place.close()


class Processes:
    """Processes of this machine; they end with `close`, whatever they are doing."""

    lost: tuple[type[Exception], ...] = ()

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = self._started()

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        """Have a submission examined in one of them."""
        return self._pool.submit(work.examined, setting, task)

    def submit(self, call: Callable[[T], R], argument: T) -> Future[R]:
        """Have a function of a module called in one of them."""
        return self._pool.submit(call, argument)

    def renew(self) -> None:
        """Start over, after one of them has ended that should not have."""
        self.close()
        self._pool = self._started()

    def close(self) -> None:
        """End them."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        mine = set(multiprocessing.active_children()) - self._others
        for process in mine:  # a submission may be in an endless loop
            process.terminate()
        for process in mine:
            process.join(5)

    def _started(self) -> ProcessPoolExecutor:
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # they share the machine already
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([work.__name__])
        _start_server()
        self._others = set(multiprocessing.active_children())
        return ProcessPoolExecutor(self.count, mp_context=context, initializer=_settle)


Local = Here | Processes


def _start_server() -> None:
    """Start what processes are forked from; Ctrl-C does not reach it, and ends no import of its in a traceback."""
    resource_tracker.ensure_running()  # first: starting it lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle() -> None:
    """Ctrl-C ends it without a word; so does the end of the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End with the process that asked, however that ended; the sandbox ends with this one."""
    asked = multiprocessing.parent_process()
    if asked is not None:
        asked.join()
        os.kill(os.getpid(), signal.SIGKILL)
