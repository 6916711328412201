"""Worker processes, seen from the grader: a zygote that is started once, and a fork of it per submission."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from autograder.channel.clocks import PATIENCE, Allowance, ProcessClock
from autograder.failures import Ended, GraderError
from autograder.sandbox.log import last_words, open_log, read_log

if TYPE_CHECKING:  # torch comes with the frames; a zygote is started first, and imports it at the same time
    from autograder.wire.frames import Message
    from autograder.wire.messages import Options, Reply, Request

#: Seconds on the wall until a zygote is given up: it imports for a few of them, many more on a busy machine.
_START_SECONDS = 600.0
#: Seconds in which a new worker must be there, and answer, if nothing keeps it from a processor.
FORK_SECONDS = 30.0

# a parent that ran an operation in several threads makes its children hang in the next one
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "MPLBACKEND": "agg", "PYTHONHASHSEED": "0"}

#: From the zygote's command to the command that starts it behind the outer wall.
Wrapper = Callable[[list[str]], list[str]]


class Zygote:
    """The warm process that workers are forked from; one that died is started again.

    Behind the outer wall one worker is alive at a time: a new one ends the one before, whose submission is then
    not graded (`GraderError`), for it has done nothing wrong.

    wrapper: puts the command behind the outer wall; None runs it as a plain process, for submissions that
    are trusted. limits: the fields of `autograder.sandbox.inner.Limits` for each worker. device: for "cpu" they
    see no GPU; for anything else the best that they can have. warm: whether what many submissions do once in a
    process, as the first step of an optimizer, is done before they are forked; a few workers do without.
    """

    def __init__(
        self,
        wrapper: Wrapper | None = None,
        sandbox: str = "none",
        limits: Message | None = None,
        device: str = "auto",
        *,
        warm: bool = True,
    ) -> None:
        self.sandbox = sandbox
        self.device = device
        self._warm = warm
        self._wrapper = wrapper
        self._limits = limits or {}
        self._last: Worker | None = None
        self._closed = self._interrupted = False
        self._start()

    def fork(self) -> Worker:
        """A new worker. Raises `GraderError` when none can be had."""
        self._refuse_where_ended()
        try:
            try:
                return self._fork()
            except _ZygoteDied:
                self._refuse_where_ended()
                self._end()
                self._start()
                return self._fork()
        except (_ZygoteDied, OSError, ValueError) as error:  # as of a machine without descriptors or disk space
            raise GraderError(f"no worker can be started: {error}") from None

    def interrupt(self) -> None:
        """From another thread: whoever waits for a worker or its answer, or asks for one, gets `Ended`."""
        self._interrupted = True
        if self._last is not None:
            self._last.end()

    def resume(self) -> None:
        """From now on, there are workers again."""
        self._interrupted = False

    def _refuse_where_ended(self) -> None:
        if self._closed or self._interrupted:
            raise Ended("grading was ended")

    def close(self) -> None:
        """End the zygote; its workers die with it, and there are no more."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # whoever waits for an answer in another thread gets none
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
        command = [sys.executable, "-P", "-m", "autograder.worker.zygote", str(theirs.fileno()), mode, self.device]
        command += ["warm"] if self._warm else ["bare"]
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
        if self._wrapper is not None and self._last is not None:
            self._last.displaced = True
        try:
            socket.send_fds(self._control, [json.dumps(self._limits).encode()], [theirs.fileno(), their_log])
            answer, pidfds = self._hear(PATIENCE * FORK_SECONDS)
        except OSError:
            raise _ZygoteDied(self._last_words()) from None
        finally:
            theirs.close()
            os.close(their_log)
        self._last = Worker(mine, int(answer["pid"]), pidfds[0] if pidfds else None, log)
        if self._interrupted:  # while it was waited for
            self._last.end()
        return self._last

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
        words = last_words(self._log.read()[-2000:].decode(errors="replace"))
        return f"the worker process ended: {words or 'without a word'}"


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
        self._clock = ProcessClock.of(pidfd)
        #: seconds that it has used for all requests together, as `ProcessClock` counts them
        self.used = 0.0
        #: whether the zygote ended it for the sake of another one
        self.displaced = False
        self._ended = False

    def exchange(self, request: Request, seconds: float, **options: Unpack[Options]) -> Reply:
        """Send a request and receive its reply, before the process has used `seconds` for both.

        Raises `wire.WireError` when what comes back is late, malformed, or the answer to something else, and
        `GraderError` when the process was ended for the sake of another one, or by `end`.
        """
        from autograder.wire import frames as wire

        allowance = Allowance(self._clock, seconds)
        number = next(self._numbers)
        try:
            wire.send(self._connection, {"id": number, "ask": request, **options}, lambda: allowance.left)
            reply = wire.receive(self._connection, lambda: allowance.left)
            if reply.get("id") != number:
                raise wire.WireError("an answer that nobody asked for")
            return reply
        except wire.WireError:
            if self._ended:
                raise Ended("grading was ended") from None
            if self.displaced:
                raise GraderError(
                    "another submission was started in its sandbox before it was done; grade it again"
                ) from None
            raise
        finally:
            self.used += allowance.used

    def last_words(self) -> str:
        """What the process wrote below Python and was not asked for until now, the last of it, in a line."""
        return last_words(read_log(self._log))

    def end(self) -> None:
        """From another thread: who waits for an answer of it gets `Ended`, and is to kill it."""
        self._ended = True
        with contextlib.suppress(OSError):  # it is killed already
            self._connection.shutdown(socket.SHUT_RDWR)

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
        self._clock.close()
        self._connection.close()
        os.close(self._log)
