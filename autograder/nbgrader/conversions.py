"""Graded submissions that are being converted, in this process or in several; one that is lost costs no other."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass

from autograder.grading.classes import LOST, Finished
from autograder.grading.executors import Local
from autograder.nbgrader.stage import Converted, Order, converted


@dataclass(frozen=True)
class Conversion:
    """A submission that is being converted; made_from: a digest of all that it depends on."""

    finished: Finished
    order: Order
    made_from: str


class Conversions:
    """Those that have been begun, and those that are ready, with what became of them."""

    def __init__(self, tools: Local) -> None:
        self._tools = tools
        self._begun: dict[Future[Converted], Conversion] = {}
        self._ready: list[tuple[Conversion, Converted]] = []

    def begin(self, conversion: Conversion) -> None:
        """Have a submission converted; waits where many are being converted already."""
        self._begun[self._tools.submit(converted, conversion.order)] = conversion
        self._wait(2 * self._tools.count)

    def ready(self, *, all_of_them: bool) -> list[tuple[Conversion, Converted]]:
        """Those that have become ready since this was asked for last."""
        if all_of_them:
            self._wait(0)
        ready, self._ready = self._ready, []
        return ready

    def _wait(self, left: int) -> None:
        while len(self._begun) > left:
            done, _ = wait(self._begun, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenExecutor) for future in done):
                self._try_alone()
                return
            pairs = [(future, self._begun.pop(future)) for future in done]
            self._ready += [(conversion, _became(future, conversion)) for future, conversion in pairs]

    def _try_alone(self) -> None:
        """A process has ended that should not have: one at a time, to see which of them ends it."""
        again = list(self._begun.values())
        self._begun.clear()
        self._tools.renew()
        for conversion in again:
            future = self._tools.submit(converted, conversion.order)
            if isinstance(future.exception(), BrokenExecutor):
                self._tools.renew()
            self._ready.append((conversion, _became(future, conversion)))


def _became(future: Future[Converted], conversion: Conversion) -> Converted:
    """What has become of a submission; whatever went wrong costs it alone."""
    error = future.exception()
    if error is None:
        return future.result()
    words = LOST if isinstance(error, BrokenExecutor) else f"{type(error).__name__}: {error}"
    return Converted(conversion.order.entry.student, trouble=words)
