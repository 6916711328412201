"""How requests reach the student's code in the same process, as in a notebook."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import threading
from collections.abc import Callable, Iterator, MutableMapping
from types import FrameType
from typing import Any, Unpack, cast

from autograder.channel.clocks import Allowance, ProcessClock
from autograder.channel.protocol import Channel, replied
from autograder.failures import StudentError, StudentTimeout
from autograder.wire import frames as wire
from autograder.wire.messages import Options, Reply, Request, Sent
from autograder.worker import devices, operators
from autograder.worker.answers import Answers


class InlineChannel(Channel):
    """Serves requests in this process, for a student's own notebook.

    Values still cross as frames, so that a check cannot lean on sharing objects with student code. There is all
    the time in the world; what went wrong the student has seen, and a crash would end the notebook as well.
    """

    apart = False

    def __init__(self, namespace: MutableMapping[str, Any]) -> None:
        self._answers = Answers(namespace)
        self._source: str | None = None

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        if request["op"] == "device":
            return {"ok": devices.computes_on()[0]}
        sent = wire.encode({"id": 0, "ask": request, **options})
        if options.get("watch"):
            operators.warm_up()  # what torch imports at the first use takes seconds, and is not the student's
        try:
            with deadline(timeout) as expired:
                frame = wire.encode(self._answers.answer(cast("Sent", wire.decode(sent, placed=True))))
        except wire.WireError as error:
            raise StudentError("ValueError", f"the result is too large to look at: {error}") from None
        except Exception as error:  # an object of theirs that cannot even be described
            raise StudentError(type(error).__name__, str(error)[:600]) from None
        if expired():
            raise StudentTimeout(timeout)
        return replied(wire.decode(frame))

    def source(self) -> str:
        if self._source is None:  # to read it takes longer than most checks
            self._source = str(self.ask({"op": "source"}, 10.0)["ok"])
        return self._source

    def renew(self) -> None:
        self.ask({"op": "replace", "source": ""}, 10.0)
        self.generation += 1


#: Seconds from one interruption of a student's code that goes on all the same to the next.
_AGAIN = 0.2


class _Expired(BaseException):
    """Raised inside student code when its time is up; no `except Exception` catches it."""


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[Callable[[], bool]]:
    """Interrupt what runs inside once it has used `seconds`: by a timer's signal, else by another thread.

    Yields what says afterwards whether they were used up.
    """
    used_up = False
    with contextlib.closing(ProcessClock.own()) as clock:
        allowance = Allowance(clock, seconds)
        here = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        with (_by_signal if here else _by_thread)(allowance):
            yield lambda: used_up
        used_up = allowance.left <= 0


@contextlib.contextmanager
def _by_signal(allowance: Allowance) -> Iterator[None]:
    def on_alarm(signum: int, frame: FrameType | None) -> None:
        left = allowance.left
        if left <= 0:
            raise _Expired
        signal.setitimer(signal.ITIMER_REAL, left, _AGAIN)

    previous = signal.signal(signal.SIGALRM, on_alarm)
    with contextlib.suppress(_Expired):
        # repeated: a loop that swallows the first exception meets the next
        signal.setitimer(signal.ITIMER_REAL, allowance.seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)


@contextlib.contextmanager
def _by_thread(allowance: Allowance) -> Iterator[None]:
    """For Windows, and where this is not the main thread; what waits outside of Python goes on waiting."""
    thread, done = ctypes.c_ulong(threading.get_ident()), threading.Event()

    def watch() -> None:
        pause = allowance.seconds
        while not done.wait(pause):
            pause = max(allowance.left, _AGAIN)
            if allowance.left <= 0:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(_Expired))

    watcher = threading.Thread(target=watch, daemon=True)
    with contextlib.suppress(_Expired):
        watcher.start()
        try:
            yield
        finally:
            while watcher.is_alive():
                with contextlib.suppress(_Expired):  # it may come as late as here
                    done.set()
                    watcher.join()
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
