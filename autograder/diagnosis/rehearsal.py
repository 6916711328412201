"""One process in which mistake after mistake is run, until one of them ends it or does not end."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Unpack

from autograder.channel.protocol import Channel, replied
from autograder.channel.zygote import FORK_SECONDS, Worker, Zygote
from autograder.failures import StudentCrash, StudentTimeout
from autograder.submission.outline import parsed
from autograder.wire import frames as wire
from autograder.wire.messages import Open, Options, Reply, Request, Run

#: Seconds in which a mistake is read, which defines functions and does nothing else.
_READ_SECONDS = 20.0
#: Words of code that changes more than its own module: what runs after it gets a new process.
_LASTING = re.compile(
    r"\bset_\w+\(|\buse_deterministic|\bseterr|\brcParams|\bplt\.(?:ioff|ion|style|rc)\b|\bmanual_seed|\bwarnings\b|"
    r"\bsetattr\(|\bsys\.|\bos\.|\bglobals\(|\b(?:torch|nn|F|np|math|plt)(?:\.\w+)* = "
)
#: What can be changed in place.
_MUTABLE = (ast.List, ast.Dict, ast.Set)


def remembers(source: str) -> bool:
    """Whether one check may leave something to the next: on a class, in a default argument, or beside all."""
    once: list[ast.AST | None] = []  # what is made once, for all calls
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Global):
            return True
        if isinstance(node, ast.ClassDef | ast.Module):
            once += [part.value for part in node.body if isinstance(part, ast.Assign | ast.AnnAssign)]
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            once += [*node.args.defaults, *node.args.kw_defaults]
    return any(isinstance(part, _MUTABLE) for value in once if value is not None for part in ast.walk(value))


class Rehearsal(Channel):
    """A channel to the mistake that was put on last; each of them meets a module in which only the lesson is.

    zygote: gives what its processes are forked from. imports: what the lesson gives to every submission.
    """

    apart = True

    def __init__(self, zygote: Callable[[], Zygote], imports: tuple[str, ...]) -> None:
        #: seconds that its processes have used for all requests together
        self.used = 0.0
        self._zygote, self._imports = zygote, imports
        self._worker: Worker | None = None
        self._right = self._mistake = self._shown = ""
        self._is_on = False

    def put_on(self, right: str, mistake: str, *, shown: bool) -> None:
        """From now on, requests reach a module with right versions of everything, and this mistake.

        shown: whether its source is told: to search it takes longer than most checks, and few look at it.
        """
        if _LASTING.search(self._mistake):
            self.close()
        self._right, self._mistake, self._shown, self._is_on = right, mistake, mistake if shown else "", False

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.kill()
        self._worker, self._is_on = None, False
        self.generation += 1

    def ask(self, request: Request, timeout: float, **options: Unpack[Options]) -> Reply:
        if request["op"] == "replace":
            raise StudentCrash("The siblings of a mistake are right: there is nothing to replace.")
        try:
            worker = self._ready()
            return replied(self._exchange(worker, request, timeout, **options))
        except wire.WireTimeout:
            self.close()
            raise StudentTimeout(timeout) from None
        except wire.WireError as error:
            self.close()
            raise StudentCrash(f"the process ended ({error})") from None

    def source(self) -> str:
        return self._shown

    def renew(self) -> None:
        self._is_on = False

    def _ready(self) -> Worker:
        """The process, with the mistake in it."""
        if self._worker is None:
            self._worker = self._zygote().fork()
        if not self._is_on:
            request: Open = {
                "op": "open",
                "kind": "script",
                "filename": "mistake.py",
                "imports": list(self._imports),
                "pictures": False,
            }
            self._exchange(self._worker, request, FORK_SECONDS)
            for part in (self._right, self._mistake):
                run: Run = {"op": "run", "source": part, "name": "", "pictures": False}
                self._exchange(self._worker, run, _READ_SECONDS)
            self._is_on = True
        return self._worker

    def _exchange(self, worker: Worker, request: Request, seconds: float, **options: Unpack[Options]) -> Reply:
        before = worker.used
        try:
            return worker.exchange(request, seconds, **options)
        finally:
            self.used += worker.used - before
