"""Time as a process used it: that it had to wait for a processor, since others were running, does not count."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

#: So many times its seconds a process may take on the wall, whatever keeps it.
PATIENCE = 10.0
#: Seconds until a process that is in the queue for a processor is looked at again.
_AGAIN = 0.02
#: In the number of a clock: that of a whole process, in time on a processor (CPUCLOCK_SCHED of Linux).
_SCHED = 2
#: How long this thread stood in the queue for a processor.
_OWN_QUEUE = Path("/proc/thread-self/schedstat")


class Reading(NamedTuple):
    """What the clocks of a process say, in seconds; None where the kernel does not tell."""

    wall: float
    #: on a processor, all its threads together
    processor: float | None
    #: in the queue for a processor: its first thread, and the one that reads the clocks and keeps it waiting
    queued: float | None


class ProcessClock:
    """The clocks of a process, read where its own code cannot reach them; close it after use.

    Used is the time in which a process does not stand in the queue for a processor. So sleeping is using, and
    what else runs on a busy machine takes nothing from it. What all its threads have of processors is the least
    that is used, and a tenth of the time on the wall. Where the kernel does not tell of the queue, used is this
    least; where it tells nothing, the time on the wall. The queue is told of when a process leaves it.
    While the thread that made this waits for a processor itself, the process is not to blame either.
    Sources: clock_getcpuclockid(3), proc(5), Documentation/scheduler/sched-stats.rst of Linux.
    """

    def __init__(
        self,
        processor: Callable[[], float] | None = None,
        schedstats: Sequence[Path] = (),
        stat: Path | None = None,
    ) -> None:
        self._processor = processor
        self._stat = stat
        self._schedstats: list[int] = []
        with contextlib.suppress(OSError):
            for path in schedstats:
                self._schedstats.append(os.open(path, os.O_RDONLY))
        self._tells = 0 < len(self._schedstats) == len(schedstats)

    @classmethod
    def of(cls, pidfd: int | None) -> Self:
        """Those of another process; without a pidfd, only the one on the wall."""
        pid = None if pidfd is None else _pid(pidfd)
        if pid is None:
            return cls()
        clock, folder = (~pid << 3) | _SCHED, Path(f"/proc/{pid}")
        queues = (folder / "schedstat", _OWN_QUEUE)
        return cls(lambda: time.clock_gettime(clock), queues, folder / "stat")

    @classmethod
    def own(cls) -> Self:
        """Those of this process, whose work this thread does."""
        return cls(time.process_time, (_OWN_QUEUE,))

    def read(self) -> Reading:
        """What they say now."""
        try:
            processor = self._processor() if self._processor else None
        except OSError:  # there is no such process any more
            processor = None
        return Reading(time.monotonic(), processor, self._queued())

    def is_queued(self) -> bool:
        """Whether the process is in the queue for a processor now, or on one."""
        if self._stat is None:
            return False
        try:
            # the name before it, in brackets, may hold anything
            return self._stat.read_bytes().rpartition(b")")[2].split()[0] == b"R"
        except (OSError, IndexError):
            return False

    def close(self) -> None:
        """Give back what it holds; from then on it knows nothing of the queue."""
        while self._schedstats:
            os.close(self._schedstats.pop())
        self._tells = False

    def _queued(self) -> float | None:
        if not self._tells:
            return None
        try:
            rows = [os.pread(schedstat, 128, 0).split() for schedstat in self._schedstats]
            # a kernel that does not count writes zeros, of turns as well
            return sum(int(row[1]) for row in rows) / 1e9 if all(int(row[2]) for row in rows) else None
        except (OSError, ValueError, IndexError):
            return None


class Allowance:
    """Seconds that a process may use from now on."""

    def __init__(self, clock: ProcessClock, seconds: float) -> None:
        self.seconds = seconds
        self._clock = clock
        self._start = clock.read()

    @property
    def used(self) -> float:
        """Seconds that it has used until now."""
        now = self._clock.read()
        least, queued = self._least(now), (self._start.queued, now.queued)
        if queued[0] is None or queued[1] is None:
            return least
        return max(least, now.wall - self._start.wall - (queued[1] - queued[0]))

    @property
    def left(self) -> float:
        """Seconds on the wall until it is worth to ask again; 0 or less when all are used up.

        A process that has just been in the queue for long must not pay for that: while it is there, only the
        least that it can have used counts.
        """
        elapsed = time.monotonic() - self._start.wall
        if elapsed < self.seconds:  # asking the kernel would be vain, and costs microseconds
            return self.seconds - elapsed
        if self._clock.is_queued():
            return _AGAIN if self._least(self._clock.read()) < self.seconds else 0.0
        return self.seconds - self.used

    def _least(self, now: Reading) -> float:
        elapsed = now.wall - self._start.wall
        if now.processor is None or self._start.processor is None:
            return elapsed
        return max(now.processor - self._start.processor, elapsed / PATIENCE)


def _pid(pidfd: int) -> int | None:
    """The number, on this side of all walls, of the process that a pidfd refers to."""
    try:
        fields = dict(line.split(":", 1) for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines())
        pid = int(fields["Pid"])
    except (OSError, ValueError, KeyError):
        return None
    return pid if pid > 0 else None
