"""A submission in a worker process of its own, which requests reach over the wire."""

from __future__ import annotations

import contextlib
import math
import time
from typing import Any

from autograder import wire
from autograder.channel import replied
from autograder.failures import Failure, StudentCrash, StudentTimeout
from autograder.lessons import IMPORTS
from autograder.submission import Submission
from autograder.troubles import name_of, troubles_of
from autograder.wire import Message
from autograder.worker.beside import pieces
from autograder.workers import FORK_SECONDS, GraderError, Worker, Zygote

#: Seconds that one cell of a submission may run, and all that is done with a submission.
CELL_SECONDS = 60.0
TOTAL_SECONDS = 600.0
_LAST_SECONDS = 0.2
_ATTEMPTS = 3


class ProcessChannel:
    """A submission in a worker; a worker that dies is started again without the cell that killed it.

    cell_seconds, total_seconds: how long one cell, and everything together, may take. pictures: whether the
    outputs of its cells hold the figures that they show; drawing them is most of the work of some notebooks.
    lesson: whose imports are there from the start.
    """

    def __init__(
        self,
        zygote: Zygote,
        submission: Submission,
        cell_seconds: float = CELL_SECONDS,
        total_seconds: float = TOTAL_SECONDS,
        *,
        pictures: bool = False,
        lesson: str | None = None,
    ) -> None:
        self.sandbox = zygote.sandbox
        self.generation = 0
        self.submission = submission
        #: for each cell, what running it gave: {"outputs": [...], "error": {...} | None, "errors", "notes"}
        self.results: list[Message] = []
        self._zygote = zygote
        self._cell_seconds = cell_seconds
        self._total_seconds = total_seconds
        self._deadline = math.inf
        self._pictures = pictures
        self._imports = IMPORTS.get(lesson or "", ())
        self._fatal: set[int] = set()
        self._worker: Worker | None = None

    def source(self) -> str:
        """The source of the submission, as it was read here."""
        return self.submission.source

    def ask(self, op: str, timeout: float, **parameters: Any) -> Message:
        """The reply to one request; whatever keeps it from coming is the student's failure."""
        worker = self.start()
        seconds = min(timeout, self._left())
        try:
            return replied(worker.exchange(op, seconds, parameters))
        except wire.WireTimeout:
            self.stop()
            raise StudentTimeout(seconds) from None
        except wire.WireError as error:
            self.stop()
            raise StudentCrash(f"Your code ended the process that it ran in ({error}).") from None

    def start(self) -> Worker:
        """The worker with all cells run; nothing happens where it is there already."""
        if math.isinf(self._deadline):
            self._deadline = time.monotonic() + self._total_seconds
        while self._worker is None:
            worker = self._opened()
            self._worker = worker if self._run_cells(worker) else None
            if self._worker is None:
                worker.kill()
        return self._worker

    def stop(self) -> None:
        """End the worker; the next request starts another one."""
        self.generation += 1
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def troubles(self) -> list[str]:
        """What went wrong in its cells, a line each."""
        return troubles_of(self.submission.cells, self.results)

    def forget(self) -> None:
        """Drop the objects that were handed out; a worker that has died holds none."""
        if self._worker is not None:
            with contextlib.suppress(Failure):
                self.ask("forget", 5.0)

    def renew(self) -> None:
        """The next request meets a new worker, in which only the cells have run."""
        self.stop()

    def _opened(self) -> Worker:
        """A new worker that answers: one that dies before it ran any of the student's code is no one's fault."""
        parameters = {"kind": self.submission.kind, "pictures": self._pictures and not self.results}
        parameters |= {"filename": self.submission.path.name, "imports": list(self._imports)}
        problem = ""
        for _ in range(_ATTEMPTS):
            worker = self._zygote.fork()
            try:
                for name, content, more in pieces(self.submission.beside):
                    worker.exchange("place", FORK_SECONDS, {"name": name, "content": content, "more": more})
                worker.exchange("open", FORK_SECONDS, parameters)
            except wire.WireError as error:
                worker.kill()
                problem = str(error)
            else:
                return worker
        raise GraderError(f"a new worker did not answer: {problem}")

    def _run_cells(self, worker: Worker) -> bool:
        """Run the cells, without those known to be fatal; False when one more turned out to be."""
        for index, cell in enumerate(self.submission.cells):
            if index in self._fatal:
                continue
            seconds = min(self._cell_seconds, self._left())
            try:
                parameters = {"source": cell.source, "name": name_of(cell)}
                result = worker.exchange("run", seconds, parameters).get("ok")
            except wire.WireError as error:
                self._fatal.add(index)
                self._note(index, _fatal_result(error, seconds))
                return False
            if index >= len(self.results):
                self._note(index, result if isinstance(result, dict) else {"outputs": [], "error": None})
        return True

    def _left(self) -> float:
        """Seconds that the submission still has; a little always, so that what needs none goes on."""
        return max(self._deadline - time.monotonic(), _LAST_SECONDS)

    def _note(self, index: int, result: Message) -> None:
        self.results[index:] = [result]


def _fatal_result(error: wire.WireError, seconds: float) -> Message:
    if isinstance(error, wire.WireTimeout):
        problem = {"type": "Timeout", "message": f"this cell did not finish within {seconds:g} seconds"}
    else:
        problem = {"type": "Crash", "message": "this cell ended the process that it ran in"}
    return {"outputs": [], "error": {**problem, "where": "", "below": "nothing"}}
