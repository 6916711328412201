"""A submission in a worker process of its own, which requests reach over the wire."""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Any, Unpack

from autograder.channel.budget import Room, Seconds
from autograder.channel.protocol import Channel, replied
from autograder.channel.troubles import name_of, troubles_of
from autograder.channel.zygote import FORK_SECONDS, Worker, Zygote
from autograder.course.courses import course_of
from autograder.failures import GraderError, StudentCrash, StudentTimeout, TimeSpent
from autograder.submission.cells import Submission
from autograder.submission.outline import is_too_deep
from autograder.wire import frames as wire
from autograder.wire.frames import Message
from autograder.wire.messages import CellResult, Open, Options, Place, Reply, Request, Run
from autograder.worker.beside import pieces

#: Seconds that one cell of a submission may use, and all of a submission, however often it is started again.
CELL_SECONDS = 60.0
TOTAL_SECONDS = 600.0
#: The part of all seconds that may be gone when a cell is run for the first time: the checks need the rest.
_FOR_CELLS = 0.5
#: Where so many cells ran out of time, each further one gets half as long as the one before, down to this part.
_PATIENCE, _LEAST = 3, 1 / 16
_ATTEMPTS = 3
_TOO_DEEP = "this cell is nested too deeply to be read: split its longest expression into several lines"


class ProcessChannel(Channel):
    """A submission in a worker; a worker that dies is started again without the cell that killed it.

    cell_seconds, total_seconds: what one cell, and everything together, may use, whatever is started again, as
    `ProcessClock` counts it: when that is used up, every request is a `TimeSpent`. pictures: whether the
    outputs of its cells hold the figures that they show; drawing them is most of the work of some notebooks.
    undrawn: the sources of cells whose figures are not drawn even so.
    lesson: whose imports are there from the start.
    """

    apart = True

    def __init__(
        self,
        zygote: Zygote,
        submission: Submission,
        cell_seconds: float = CELL_SECONDS,
        total_seconds: float = TOTAL_SECONDS,
        *,
        pictures: bool = False,
        undrawn: Collection[str] = (),
        lesson: str | None = None,
    ) -> None:
        self.sandbox = zygote.sandbox
        #: whether a process of it was ended, or has ended: on another day it may get further
        self.interrupted = False
        self.submission = submission
        #: for each cell, what running it gave: {"outputs": [...], "error": {...} | None, "errors", "notes"}
        self.results: list[Message] = []
        self._zygote = zygote
        self._cell_seconds = cell_seconds
        self._time = Seconds(total_seconds)
        self._room = Room()
        self._pictures = pictures
        self._undrawn = undrawn
        course = course_of(lesson) if lesson is not None else None
        self._given = course.given(lesson) if course is not None and lesson is not None else ()
        self._fatal: set[int] = set()
        self._crashes: list[str] = []
        self._slow = 0
        self._worker: Worker | None = None

    def source(self) -> str:
        """The source of the submission, as it was read here."""
        return self.submission.source

    def spent(self) -> TimeSpent | None:
        """What there is to say when all of its time is used up."""
        return None if self._time.left else TimeSpent(self._time.total)

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        """The reply to one request; whatever keeps it from coming is the student's failure."""
        self.start()
        if self._worker is None:
            raise TimeSpent(self._time.total)
        seconds = min(timeout, self._time.left)
        try:
            return replied(self._exchange(self._worker, request, seconds, **options))
        except wire.WireTimeout:
            self.interrupted = True
            self.stop()
            raise self.spent() or StudentTimeout(seconds) from None
        except wire.WireError as error:
            self.interrupted = True
            self._crashes.append(self._worker.last_words())
            self.stop()
            raise StudentCrash(f"Your code ended the process that it ran in ({error}).") from None

    def start(self) -> None:
        """Have a worker with all cells run; nothing happens where it is there already, or no time is left."""
        if self.began is None:
            self.began = time.perf_counter()
        while self._worker is None and self._time.left:
            worker = self._opened()
            self._worker = worker if self._run_cells(worker) else None
            if self._worker is None:
                worker.kill()

    def stop(self) -> None:
        """End the worker; the next request starts another one."""
        self.generation += 1
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def troubles(self) -> list[str]:
        """What went wrong in its cells, a line each."""
        return troubles_of(self.submission.cells, self.results)

    def crashes(self) -> list[str]:
        """What the processes that its code ended had written last, none twice."""
        return list(dict.fromkeys(words for words in self._crashes if words))

    def renew(self) -> None:
        """The next request meets a new worker, in which only the cells have run."""
        self.stop()

    def _exchange(self, worker: Worker, request: Request, seconds: float, **options: Unpack[Options]) -> Reply:
        before = worker.used
        try:
            return worker.exchange(request, seconds, **options)
        finally:
            self._time.spend(worker.used - before)

    def _opened(self) -> Worker:
        """A new worker that answers: one that dies before it ran any of the student's code is no one's fault."""
        request: Open = {
            "op": "open",
            "kind": self.submission.kind,
            "filename": self.submission.path.name,
            "imports": list(self._given),
            "pictures": self._pictures and not self.results,
        }
        problem = ""
        for _ in range(_ATTEMPTS):
            worker = self._zygote.fork()
            try:
                for name, content, more in pieces(self.submission.beside):
                    place: Place = {"op": "place", "name": name, "content": content, "more": more}
                    self._exchange(worker, place, FORK_SECONDS)
                self._exchange(worker, request, FORK_SECONDS)
            except wire.WireError as error:
                problem = "; ".join(filter(None, (str(error), worker.last_words())))
                worker.kill()
            else:
                return worker
        raise GraderError(f"a new worker did not answer: {problem}")

    def _run_cells(self, worker: Worker) -> bool:
        """Run the cells, without those known to be fatal; False when one more turned out to be."""
        for index, cell in enumerate(self.submission.cells):
            if index in self._fatal:
                continue
            is_new = index >= len(self.results)
            seconds = self._for_a_new_cell() if is_new else min(self._cell_seconds, self._time.left)
            if is_new and not seconds:
                self._leave_out_from(index)
                break
            if is_new and is_too_deep(cell.source):
                self._fatal.add(index)  # where Python reads it all the same, the rules on source could not
                self._note(index, _not_run("RecursionError", _TOO_DEEP))
                continue
            try:
                drawn = cell.source not in self._undrawn
                run: Run = {"op": "run", "source": cell.source, "name": name_of(cell), "pictures": drawn}
                result = self._exchange(worker, run, seconds).get("ok")
            except wire.WireError as error:
                self.interrupted = True
                if not isinstance(error, wire.WireTimeout):
                    self._crashes.append(worker.last_words())
                if self._time.left:  # else it is not to blame that time is up while it runs once more
                    self._fatal.add(index)
                    self._slow += isinstance(error, wire.WireTimeout)
                    self._note(index, _fatal_result(error, seconds))
                return False
            if is_new:
                self._note(index, result)
        return True

    def _for_a_new_cell(self) -> float:
        """Seconds for a cell that has not run yet: less after many that never ended; some stay for the checks."""
        patience = max(_LEAST, 0.5 ** max(self._slow - _PATIENCE + 1, 0))
        return min(patience * self._cell_seconds, max(self._time.left - (1 - _FOR_CELLS) * self._time.total, 0.0))

    def _leave_out_from(self, index: int) -> None:
        self.interrupted = True
        self._fatal.update(range(index, len(self.submission.cells)))
        seconds = _FOR_CELLS * self._time.total
        message = f"this cell and those below it were not run: those above took {seconds:g} seconds"
        self._note(index, _not_run("Timeout", message))

    def _note(self, index: int, result: Any) -> None:
        self.results[index:] = [self._room.kept(result)]


def _fatal_result(error: wire.WireError, seconds: float) -> CellResult:
    if isinstance(error, wire.WireTimeout):
        return _not_run("Timeout", f"this cell did not finish within {seconds:.3g} seconds")
    return _not_run("Crash", "this cell ended the process that it ran in")


def _not_run(kind: str, message: str) -> CellResult:
    return {"outputs": [], "error": {"type": kind, "message": message, "where": "", "below": "nothing"}}
