"""Requests that several checks have in common, as a training or a drawing: asked once for a submission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from autograder.failures import Failure
from autograder.wire.messages import Reply, Request


class Script:
    """Requests in their order, and what came of each: an answer or a failure."""

    def __init__(self) -> None:
        self._lines: list[tuple[Request, bool, Reply | Failure]] = []
        self._next = 0
        self._whole = False

    def start(self) -> None:
        """From the first request again; all of them, where a check ended before it had asked for everything."""
        if not self._whole:
            self._lines.clear()
        self._next = 0

    def end(self, failure: BaseException | None) -> None:
        """A check has heard enough, or has failed: for what was asked last, or by itself and before the end."""
        self._whole |= failure is None or (bool(self._lines) and failure is self._lines[-1][2])

    def reply(self, request: Request, ask: Callable[[], Reply], *, watched: bool) -> Reply:
        """What the next request gets: what it got the last time, or what comes of asking."""
        if not self._whole:
            self._lines.append((request, watched, _asked(ask)))
        said, was_watched, reply = self._lines[self._next] if self._next < len(self._lines) else (None, None, None)
        if said is None or reply is None or (said["op"], was_watched) != (request["op"], watched):
            raise AssertionError("checks that share requests make the same ones, in the same order")
        self._next += 1
        if isinstance(reply, Failure):
            raise reply
        return reply


@dataclass
class Scripts:
    """The scripts of one submission by name; each has random numbers of its own, from the seed and its name."""

    seed: str
    _of_name: dict[str, Script] = field(default_factory=dict)

    def script(self, name: str) -> Script:
        """The script of this name, at its start."""
        script = self._of_name.setdefault(name, Script())
        script.start()
        return script


def _asked(ask: Callable[[], Reply]) -> Reply | Failure:
    try:
        return ask()
    except Failure as failure:
        return failure
