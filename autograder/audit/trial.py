"""The trial: every version is examined, in parallel, by the graders' own hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from functools import cached_property

from autograder.audit.versions import Lesson, Version
from autograder.failures import GraderError
from autograder.grading.classes import Workers
from autograder.grading.work import Done, Setting, Task
from autograder.report.results import CheckResult, ExerciseResult, Report

#: Seconds that a cell of a version may use: all of them are ours, and none has much to do.
_CELL_SECONDS = 10.0


@dataclass(frozen=True)
class Tried:
    """A version, and the report on it."""

    version: Version
    report: Report

    @cached_property
    def own(self) -> ExerciseResult:
        """What came of its exercise; raises `StopIteration` for what is a version of all."""
        return next(found for found in self.report.exercises if found.name == self.version.exercise)

    @property
    def others(self) -> list[ExerciseResult]:
        """What came of the exercises beside its own."""
        return [found for found in self.report.exercises if found.name != self.version.exercise]

    @property
    def killers(self) -> list[CheckResult]:
        """The checks of its exercise that saw something wrong."""
        return [check for check in self.own.checks if check.wrong]

    @property
    def costs(self) -> bool:
        """Whether it lost points of its exercise."""
        return any(check.max_points > check.points for check in self.own.checks)

    @property
    def alone(self) -> CheckResult | None:
        """The only check worth points that saw it, where there is only one."""
        seen = [check for check in self.killers if check.max_points]
        return seen[0] if len(seen) == 1 else None


def tried(lessons: Sequence[Lesson], setting: Setting, hands: Workers) -> Iterator[list[Tried]]:
    """What came of each lesson's versions, lesson by lesson, while the next ones are tried.

    Raises `GraderError` or `OSError` where one could not be examined.
    """
    begun = [[hands.examine(setting, _task(lesson, version)) for version in lesson.versions] for lesson in lessons]
    for lesson, futures in zip(lessons, begun, strict=True):
        came = []
        for version, future in zip(lesson.versions, futures, strict=True):
            done = _done(version, future)
            if not done.lasting:  # on a busy machine that may be no doing of its own
                done = _done(version, hands.examine(setting, _task(lesson, version)))
            assert done.report is not None, "it is a lesson's"
            came.append(Tried(version, done.report))
        yield came


def _task(lesson: Lesson, version: Version) -> Task:
    """What is to be examined; what stands beside a wrong version is the solution's, which is tried as well."""
    return Task(
        lesson.submission(version),
        lesson.name,
        version.examined,
        cell_seconds=_CELL_SECONDS,
        enough=version.enough,
        right_siblings=version.wrong and version.examined == (version.exercise,),
    )


def _done(version: Version, future: Future[Done]) -> Done:
    try:
        return future.result()
    except BrokenExecutor:
        raise GraderError(f"the process that examined {version.place or version.title} ended") from None
