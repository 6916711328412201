"""Worker processes, seen from the grader: a zygote that is started once, and a fork of it per submission."""

from __future__ import annotations

import contextlib
import itertools
import json
import math
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from autograder import wire
from autograder.channel import replied
from autograder.failures import Failure, StudentCrash, StudentTimeout
from autograder.sandbox.log import open_log
from autograder.submission import Submission
from autograder.wire import Message

_START_SECONDS = 120.0
_FORK_SECONDS = 30.0
_ATTEMPTS = 3
#: Seconds that one cell of a submission may run, and all that is done with a submission.
CELL_SECONDS = 60.0
TOTAL_SECONDS = 600.0
_LAST_SECONDS = 0.2

# a parent that ran an operation in several threads makes its children hang in the next one
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "MPLBACKEND": "agg"}

#: From the zygote's command to the command that starts it behind the outer wall.
Wrapper = Callable[[list[str]], list[str]]


class GraderError(Exception):
    """The grader itself failed; the submission is not graded, and not given 0."""


class Zygote:
    """The warm process that workers are forked from; one that died is started again.

    wrapper: puts the command behind the outer wall; None runs it as a plain process, for submissions that
    are trusted. limits: the fields of `autograder.sandbox.inner.Limits` for each worker.
    """

    def __init__(
        self, wrapper: Wrapper | None = None, sandbox: str = "none", limits: Message | None = None
    ) -> None:
        self.sandbox = sandbox
        self._wrapper = wrapper
        self._limits = limits or {}
        self._start()

    def fork(self) -> Worker:
        """A new worker. Raises `GraderError` when none can be had."""
        try:
            return self._fork()
        except _ZygoteDied:
            self.close()
            self._start()
        try:
            return self._fork()
        except _ZygoteDied as error:
            raise GraderError(str(error)) from None

    def close(self) -> None:
        """End the zygote; its workers die with it."""
        self._control.close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def _start(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        mode = "trust" if self._wrapper is None else "confine"
        # -P: a file in the folder where this was started, such as random.py, must not shadow a module
        command = [sys.executable, "-P", "-m", "autograder.worker.zygote", str(theirs.fileno()), mode]
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the zygote
        self._process = subprocess.Popen(
            self._wrapper(command) if self._wrapper else command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            env={} if self._wrapper else {**os.environ, **_ONE_THREAD},
            start_new_session=True,
        )
        theirs.close()
        self._ready = False

    def _fork(self) -> Worker:
        if not self._ready:
            self._hear(_START_SECONDS)
            self._ready = True
        mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        log, their_log = open_log()
        try:
            socket.send_fds(self._control, [json.dumps(self._limits).encode()], [theirs.fileno(), their_log])
            answer, pidfds = self._hear(_FORK_SECONDS)
        except OSError:
            raise _ZygoteDied(self._last_words()) from None
        finally:
            theirs.close()
            os.close(their_log)
        return Worker(mine, int(answer["pid"]), pidfds[0] if pidfds else None, log)

    def _hear(self, seconds: float) -> tuple[Message, list[int]]:
        if not select.select([self._control], [], [], seconds)[0]:
            raise _ZygoteDied(f"the worker process did not answer within {seconds:g} seconds")
        data, fds, _, _ = socket.recv_fds(self._control, 4096, 1)
        if not data:
            raise _ZygoteDied(self._last_words())
        return json.loads(data), fds

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self._log.seek(0)
        words = self._log.read()[-2000:].decode(errors="replace").strip().splitlines()
        return f"the worker process ended: {words[-1] if words else 'without a word'}"


class _ZygoteDied(Exception):
    """The zygote is gone, or does not answer."""


class Worker:
    """One forked process and the connection to it."""

    def __init__(self, connection: socket.socket, pid: int, pidfd: int | None, log: int) -> None:
        self._connection = connection
        self._pid = pid
        self._pidfd = pidfd
        self._log = log
        self._numbers = itertools.count(1)

    def exchange(self, op: str, seconds: float, parameters: Message) -> Message:
        """Send a request and receive its reply, before one deadline for both.

        Raises `wire.WireError` when what comes back is late, malformed, or the answer to something else.
        """
        number = next(self._numbers)
        deadline = time.monotonic() + seconds
        wire.send(self._connection, {"id": number, "op": op, "with": parameters}, deadline)
        reply = wire.receive(self._connection, deadline)
        if reply.get("id") != number:
            raise wire.WireError("an answer that nobody asked for")
        return reply

    def kill(self) -> None:
        """End the process; it has no say in it."""
        with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
            if self._pidfd is not None:
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
                select.select([self._pidfd], [], [], 5.0)
            elif self._pid:  # none is told behind the outer wall, where numbers mean other processes
                os.kill(self._pid, signal.SIGKILL)
        if self._pidfd is not None:
            os.close(self._pidfd)
        self._connection.close()
        os.close(self._log)


class ProcessChannel:
    """A submission in a worker; a worker that dies is started again without the cell that killed it.

    cell_seconds, total_seconds: how long one cell, and everything together, may take. pictures: whether the
    outputs of its cells hold the figures that they show; drawing them is most of the work of some notebooks.
    """

    def __init__(
        self,
        zygote: Zygote,
        submission: Submission,
        cell_seconds: float = CELL_SECONDS,
        total_seconds: float = TOTAL_SECONDS,
        *,
        pictures: bool = False,
    ) -> None:
        self.sandbox = zygote.sandbox
        self.generation = 0
        self.submission = submission
        #: for each cell, what running it gave: {"outputs": [...], "error": {...} | None}
        self.results: list[Message] = []
        self._zygote = zygote
        self._cell_seconds = cell_seconds
        self._total_seconds = total_seconds
        self._deadline = math.inf
        self._pictures = pictures
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
        errors = (result.get("error") for result in self.results)
        return [_in_a_line(error) for error in errors if isinstance(error, dict)]

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
        problem = ""
        for _ in range(_ATTEMPTS):
            worker = self._zygote.fork()
            try:
                worker.exchange("open", _FORK_SECONDS, parameters)
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
                result = worker.exchange("run", seconds, {"source": cell.source}).get("ok")
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


def _in_a_line(error: Message) -> str:
    kind, message, where = (str(error.get(key, ""))[:200] for key in ("type", "message", "where"))
    return f"{kind}: {message}" + (f" ({where})" if where else "")


def _fatal_result(error: wire.WireError, seconds: float) -> Message:
    if isinstance(error, wire.WireTimeout):
        problem = {"type": "Timeout", "message": f"this cell did not finish within {seconds:g} seconds"}
    else:
        problem = {"type": "Crash", "message": "this cell ended the process that it ran in"}
    return {"outputs": [], "error": {**problem, "where": ""}}
