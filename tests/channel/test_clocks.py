"""Limits count what a submission uses of a processor, or sleeps away, and never what others take from it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from autograder.channel import clocks
from autograder.channel.clocks import PATIENCE, Allowance, ProcessClock, Reading
from autograder.channel.inline import InlineChannel
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.failures import StudentTimeout
from autograder.student import Student
from autograder.submission.cells import Cell, Submission

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux pins a process, and tells of the queue")
#: How many others there are on the one processor that a submission has here.
OTHERS = 4
#: What takes half a second of a processor, however long that is on the wall.
WORK = """
import time
def work():
    start = time.process_time()
    while time.process_time() - start < 0.5:
        pass
    return "done"
"""


@pytest.fixture
def crowded() -> Iterator[int]:
    """A processor on which others run all the time."""
    processor = min(os.sched_getaffinity(0))
    code = f"import os; os.sched_setaffinity(0, {{{processor}}}); print(flush=True)\nwhile True: pass"
    command = [sys.executable, "-c", code]
    # each in a session of its own: the kernel may share processors out by session first
    others = [subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) for _ in range(OTHERS)]
    for other in others:
        assert other.stdout
        other.stdout.readline()
    yield processor
    for other in others:
        other.kill()
        other.communicate()


def channel_of(zygote: Zygote, *cells: str, total: float = 600.0, cell: float = 60.0) -> ProcessChannel:
    submission = Submission("one", Path("one"), "notebook", tuple(map(Cell, cells)))
    return ProcessChannel(zygote, submission, cell, total)


# --- on a busy machine ------------------------------------------------------------------------------


@linux
def test_what_others_take_of_a_processor_costs_nothing(zygote: Zygote, crowded: int) -> None:
    """Not in a request, not in a cell, and not of the time of the whole submission."""
    pin = f"import os\nos.sched_setaffinity(0, {{{crowded}}})"
    channel = channel_of(zygote, pin, WORK, "work()", total=3.0, cell=1.0)
    start = time.monotonic()
    try:
        channel.start()
        assert [result["error"] for result in channel.results] == [None, None, None]
        assert [Student(channel, 1.0).work() for _ in range(2)] == ["done", "done"]
    finally:
        channel.stop()
    assert time.monotonic() - start > 3, "nobody was in its way"
    assert not channel.spent()


@linux
def test_a_loop_without_an_end_ends_on_a_busy_machine_too(zygote: Zygote, crowded: int) -> None:
    pin = f"import os\nos.sched_setaffinity(0, {{{crowded}}})"
    channel = channel_of(zygote, pin, "def work():\n    while True: pass")
    try:
        with pytest.raises(StudentTimeout, match=r"within 0\.5 seconds"):
            Student(channel, 0.5).work()
    finally:
        channel.stop()


@linux
def test_a_check_in_a_notebook_counts_in_the_same_way(crowded: int) -> None:
    before, names = os.sched_getaffinity(0), {}
    exec(WORK, names)
    os.sched_setaffinity(0, {crowded})
    try:
        start = time.monotonic()
        assert Student(InlineChannel(names), 1.0).work() == "done"
        assert time.monotonic() - start > 1, "nobody was in its way"
    finally:
        os.sched_setaffinity(0, before)


def queue_of(process: int | str) -> float:
    """Seconds that its thread has waited for a processor."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


@linux
def test_what_the_grader_itself_waits_for_a_processor_costs_nothing(zygote: Zygote, crowded: int) -> None:
    if not Path("/proc/thread-self/schedstat").exists():
        pytest.skip("this kernel does not tell of the queue")
    channel, before = channel_of(zygote, "x = 1"), os.sched_getaffinity(0)
    try:
        channel.start()
        worker = channel._worker
        assert worker
        os.sched_setaffinity(0, {crowded})
        used = elapsed = mine = its = 0.0
        while mine < 0.3:
            start, earlier = time.monotonic(), worker.used
            queues = queue_of("thread-self"), queue_of(worker._pid)
            worker.exchange({"op": "source"}, 10.0)
            used += worker.used - earlier
            mine += queue_of("thread-self") - queues[0]
            its += queue_of(worker._pid) - queues[1]
            elapsed += time.monotonic() - start
        # a tenth of all time counts in any case
        assert used < elapsed - mine - its + elapsed / PATIENCE + 0.1
    finally:
        os.sched_setaffinity(0, before)
        channel.stop()


# --- what never ends --------------------------------------------------------------------------------

ENDLESS = {
    "running": "while True: pass",
    "sleeping": "time.sleep(1e6)",
    "napping": "while True: time.sleep(0.001)",
    "waiting for a thread that runs": "threads(1)[0].join()",
    "running beside threads that run": "threads(20)\n    while True: pass",
    "waiting for threads that sleep": "threads(20, time.sleep, 1e6)[0].join()",
    "stopped": "os.kill(os.getpid(), signal.SIGSTOP)",
}
THREADS = """
import os, signal, threading, time
def spin():
    while True: pass
def threads(count, target=spin, *args):
    made = [threading.Thread(target=target, args=args, daemon=True) for _ in range(count)]
    for thread in made: thread.start()
    return made
"""


def assert_it_is_ended(zygote: Zygote, what: str) -> None:
    """One of these in a function runs into the limit of the request that calls it."""
    channel = channel_of(zygote, THREADS, f"def work():\n    {ENDLESS[what]}")
    try:
        with pytest.raises(StudentTimeout, match=r"within 0\.5 seconds"):
            Student(channel, 0.5).work()
    finally:
        channel.stop()


@pytest.mark.parametrize("what", ENDLESS)
def test_whatever_never_ends_is_ended(zygote: Zygote, what: str) -> None:
    assert_it_is_ended(zygote, what)


# --- the rule ---------------------------------------------------------------------------------------


class Told(ProcessClock):
    """Clocks that say what they are told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, processor: float | None, queued: float | None) -> None:
        super().__init__()
        self.now = Reading(100.0, processor, queued)
        self.queue = False
        monkeypatch.setattr(clocks.time, "monotonic", lambda: self.now.wall)

    def read(self) -> Reading:
        return self.now

    def is_queued(self) -> bool:
        return self.queue

    def go_on(self, seconds: float, *, running: float = 0.0, queued: float = 0.0) -> None:
        """So many seconds pass, of which the process ran and was in the queue for these."""
        processor = None if self.now.processor is None else self.now.processor + running
        waited = None if self.now.queued is None else self.now.queued + queued
        self.now = Reading(self.now.wall + seconds, processor, waited)


@pytest.mark.parametrize(
    ("running", "queued", "used"), [(0, 0, 5), (5, 0, 5), (2, 3, 2), (1, 3, 2), (0, 5, 0.5), (10, 0, 10)]
)
def test_used_is_all_but_the_time_in_the_queue(
    monkeypatch: pytest.MonkeyPatch, running: float, queued: float, used: float
) -> None:
    """And at least what all threads had of processors, and a tenth of the time that passed."""
    clock = Told(monkeypatch, 7.0, 3.0)
    allowance = Allowance(clock, 1.0)
    clock.go_on(5, running=running, queued=queued)
    assert allowance.used == pytest.approx(used)


def test_where_the_queue_is_not_told_of_processor_time_counts_and_patience_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Told(monkeypatch, 7.0, None)
    allowance = Allowance(clock, 2.0)
    clock.go_on(10, running=1.5)
    assert allowance.left == pytest.approx(0.5)
    clock.go_on(PATIENCE * 2 - 10)
    assert allowance.left <= 0


def test_where_nothing_is_told_all_time_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Told(monkeypatch, None, None)
    allowance = Allowance(clock, 2.0)
    clock.go_on(1.5)
    assert allowance.left == pytest.approx(0.5)
    clock.go_on(0.5)
    assert allowance.left == 0
    assert allowance.used == 2


def test_who_is_in_the_queue_has_not_slept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel tells of the queue when it is left: until then it looks like sleep."""
    clock = Told(monkeypatch, 7.0, 3.0)
    allowance = Allowance(clock, 2.0)
    clock.queue = True
    clock.go_on(5, running=1)
    assert allowance.left > 0
    clock.go_on(1, running=1)
    assert allowance.left == 0


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="there are no pidfds here")
def test_a_process_that_is_gone_tells_no_more_and_time_goes_on() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    pidfd = os.pidfd_open(child.pid)
    with closing(ProcessClock.of(pidfd)) as clock:
        assert clock.read().processor is not None
        allowance = Allowance(clock, 5.0)
        child.communicate(b"\n")
        assert clock.read().processor is None
        assert not clock.is_queued()
        assert allowance.used > 0
    os.close(pidfd)


def test_without_a_pidfd_there_is_the_time_on_the_wall() -> None:
    with closing(ProcessClock.of(None)) as clock:
        assert (clock.read().processor, clock.read().queued, clock.is_queued()) == (None, None, False)
