"""What examines in one run of the converter, and begins with those submissions that nbgrader asks for next."""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from traitlets.log import get_logger

from autograder.channel.devices import in_words
from autograder.course.exercises import available_lessons
from autograder.failures import Unreadable
from autograder.grading.ahead import Ahead
from autograder.grading.drawings import Drawings
from autograder.grading.executors import at_a_time, workers
from autograder.grading.sandboxed import lacking
from autograder.grading.work import Done, Setting, Task
from autograder.nbgrader.tasks import Planner
from autograder.submission.cells import Submission
from autograder.wire.frames import Message


class Pool:
    """Examines for an exporter, which is made once a run; without one, a notebook at a time.

    setting: what is examined with. seconds: that one cell may use.
    """

    def __init__(self, exporter: Any, setting: Setting, seconds: float) -> None:
        self._setting, self._seconds = setting, seconds
        self._drawn: dict[str, Drawings] = {}
        converter = getattr(exporter, "parent", None)
        count = len(converter.assignments) if converter is not None else 1
        self._workers = workers(at_a_time(count))
        coming: Iterator[Task] = iter(())
        if converter is not None:
            weakref.finalize(exporter, self._workers.close)
            lesson, db_url = converter.coursedir.assignment_id, converter.coursedir.db_url
            if self._workers.count > 1 and lesson in available_lessons():
                coming = self._expected(exporter.arrivals, lesson, db_url)
        self._ahead = Ahead(setting, self._workers, coming)

    def done(self, task: Task) -> Done:
        """What comes of a task. Raises `GraderError` or `OSError` where the grader itself fails."""
        return self._ahead.result(task)

    def drawings(self, lesson: str) -> Drawings:
        """The pictures of a lesson that look the same for everybody."""
        if lesson not in self._drawn:
            self._drawn[lesson] = Drawings.of_course(self._setting.course, lesson, self._results)
        return self._drawn[lesson]

    def _results(self, submission: Submission) -> tuple[Message, ...]:
        task = Task(submission, submission.id, (), True)
        return self._workers.examine(self._setting, task).result().results

    def _expected(self, arrivals: Any, lesson: str, db_url: str) -> Iterator[Task]:
        """What will be examined, in order, as far as that can be told beforehand."""
        planner = Planner.of_gradebook(db_url, lesson, self.drawings(lesson), self._seconds)
        for entry in arrivals.coming:
            with contextlib.suppress(Unreadable, OSError):
                yield planner.task(entry)


def pool_of(exporter: Any, course: Path, trusted: bool, device: str, seconds: float) -> Pool:
    """The pool of a run, made when it is first asked for. Raises `GraderError` where there is no sandbox."""
    if exporter is None:
        return _alone(course, trusted, device, seconds)
    if not hasattr(exporter, "pool"):
        exporter.pool = Pool(exporter, _setting(course, trusted, device), seconds)
    pool: Pool = exporter.pool
    return pool


@cache
def _alone(course: Path, trusted: bool, device: str, seconds: float) -> Pool:
    return Pool(None, _setting(course, trusted, device), seconds)


def _setting(course: Path, trusted: bool, device: str) -> Setting:
    setting = Setting.here(course, trusted=trusted, device=device)
    get_logger().info("submissions run %s", in_words(setting.device, setting.sandbox))
    for wall in lacking():
        get_logger().warning("missing in the sandbox: %s", wall)
    return setting
