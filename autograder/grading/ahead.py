"""What is examined before anybody asks: the submissions that come next in a run."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future

from autograder.failures import GraderError
from autograder.grading.classes import LOST, Workers
from autograder.grading.work import Done, Setting, Task


class Ahead:
    """Has tasks done in the order in which they will be asked for, some of them ahead of that.

    expected: what will be asked for, as far as that can be told; a wrong guess costs time, and nothing else.
    """

    def __init__(self, setting: Setting, workers: Workers, expected: Iterator[Task]) -> None:
        self._setting, self._workers, self._expected = setting, workers, expected
        self._begun: list[tuple[Task, Future[Done]]] = []

    def result(self, task: Task) -> Done:
        """What comes of a task. Raises `GraderError` or `OSError` where the grader itself fails."""
        self._fill()
        place = next(
            (n for n, (begun, _) in enumerate(self._begun) if begun.submission.id == task.submission.id), None
        )
        future = None
        if place is not None:
            begun, ahead = self._begun[place]
            future = ahead if begun == task else None
            for _, passed_over in self._begun[:place]:  # nobody asked for them in their turn
                passed_over.cancel()
            del self._begun[: place + 1]
            self._fill()
        if future is None:
            future = self._workers.examine(self._setting, task)
        try:
            return future.result()
        except BrokenExecutor:
            self._begun.clear()
            self._workers.renew()
            raise GraderError(LOST) from None

    def _fill(self) -> None:
        while len(self._begun) < 2 * self._workers.count:
            task = next(self._expected, None)
            if task is None:
                return
            self._begun.append((task, self._workers.examine(self._setting, task)))
