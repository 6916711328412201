"""What a class did in a lesson: scores, checks, and where points were lost. Nobody is named in it."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from autograder.report.card import not_begun
from autograder.report.measures import correlation
from autograder.report.results import CheckResult, ExerciseResult, Report


@dataclass(frozen=True)
class CheckSurvey:
    """How a check ended for the n submissions that were graded with it.

    passed, skipped: numbers of submissions; what was skipped waited for another check, and did not pass.
    discrimination: the point-biserial correlation of passing it with the points of all other checks of the lesson.
    """

    lesson: str
    exercise: str
    id: str
    title: str
    points: float
    n: int
    passed: int
    skipped: int
    discrimination: float | None

    @property
    def share(self) -> float:
        """The part of the submissions that passed it."""
        return self.passed / self.n


@dataclass(frozen=True)
class ExerciseSurvey:
    """What a class did in an exercise; mean: of the points; seconds: the median of what its checks took."""

    name: str
    max_points: float
    n: int
    mean: float
    full: int
    not_begun: int
    seconds: float


@dataclass(frozen=True)
class Ending:
    """What was lost in all checks whose names end alike, as `dtype`: the same thing is asked of several exercises.

    lost: points a submission. waiting: the part of them of checks that were not tried, as another had failed.
    """

    words: str
    exercises: tuple[str, ...]
    worth: float
    lost: float
    waiting: float

    @property
    def share(self) -> float:
        """The part that was lost of what these checks are worth."""
        return self.lost / self.worth if self.worth else 0.0


@dataclass(frozen=True)
class Survey:
    """The reports of a class in a lesson, and what can be counted of them."""

    lesson: str
    reports: tuple[Report, ...]

    @cached_property
    def graded(self) -> tuple[Report, ...]:
        """Those that have points: what is not graded is no zero, and counts nowhere."""
        return tuple(report for report in self.reports if report.graded)

    @cached_property
    def scores(self) -> tuple[float, ...]:
        """The points of each submission that was graded."""
        return tuple(report.points or 0.0 for report in self.graded)

    @cached_property
    def max_points(self) -> float:
        """What the lesson is worth."""
        return max((report.max_points for report in self.reports), default=0.0)

    @cached_property
    def shares(self) -> dict[str, float]:
        """For each submission, the part of the points that it has."""
        return {one.submission: (one.points or 0.0) / one.max_points for one in self.graded if one.max_points}

    @cached_property
    def exercises(self) -> tuple[ExerciseSurvey, ...]:
        """The exercises in order."""
        found: dict[str, list[ExerciseResult]] = {}
        for result in (exercise for report in self.graded for exercise in report.exercises):
            found.setdefault(result.name, []).append(result)
        return tuple(_exercise(name, results) for name, results in found.items())

    @cached_property
    def checks(self) -> tuple[CheckSurvey, ...]:
        """The checks in order, exercise by exercise."""
        found: dict[tuple[str, str], list[tuple[CheckResult, float]]] = {}
        for report, score in zip(self.graded, self.scores, strict=True):
            for exercise in report.exercises:
                for check in exercise.checks:
                    rest = score if exercise.optional else score - check.points
                    found.setdefault((exercise.name, check.id), []).append((check, rest))
        order = [exercise.name for exercise in self.exercises]
        keys = sorted(found, key=lambda key: order.index(key[0]))
        return tuple(_check(self.lesson, exercise, found[exercise, id]) for exercise, id in keys)

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """What was lost by how the names of checks end, the most first; then, with no words, in all others."""
        words = endings({(check.exercise, check.id) for check in self.checks})
        results: dict[str, list[tuple[str, CheckResult]]] = {}
        for report in self.graded:
            for exercise in (one for one in report.exercises if not one.optional):
                for check in exercise.checks:
                    results.setdefault(words[exercise.name, check.id], []).append((exercise.name, check))
        found = [_ending(ending, some, len(self.graded)) for ending, some in results.items()]
        return tuple(sorted((one for one in found if one.worth), key=lambda one: (not one.words, -one.lost)))


def endings(checks: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """How the name of each check ends, given as its exercise and id: "own work", of `test_tanh_own_work`.

    An ending is what two exercises share, and the whole name of a check in one of them: "untouched" is that of
    `test_sgd_gradients_untouched` as well. It is empty for all others.
    """
    of_exercise: dict[str, list[str]] = {}
    for exercise, id in checks:
        of_exercise.setdefault(exercise, []).append(id)
    tails = {(exercise, id): id.split("_")[_common(ids) :] for exercise, ids in of_exercise.items() for id in ids}
    whole = {tuple(tail) for tail in tails.values()}
    users: dict[tuple[str, ...], set[str]] = {}
    for (exercise, _), tail in tails.items():
        for end in _ends(tail):
            users.setdefault(end, set()).add(exercise)
    shared = {end: len(users[end]) for end in whole if len(users[end]) > 1}
    known = {key: [end for end in _ends(tail) if end in shared] for key, tail in tails.items()}
    best = {key: max(ends, key=shared.__getitem__, default=()) for key, ends in known.items()}
    return {key: " ".join(words) for key, words in best.items()}


def _ends(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The last words, the longest first."""
    return [tuple(words[first:]) for first in range(len(words))]


def _common(ids: Sequence[str]) -> int:
    """How many words all names of an exercise begin with; of each, one word at least is its own."""
    parts = [id.split("_") for id in ids]
    most = min(map(len, parts)) - 1
    return next((i for i in range(most) if len({words[i] for words in parts}) > 1), most)


def _exercise(name: str, results: Sequence[ExerciseResult]) -> ExerciseSurvey:
    return ExerciseSurvey(
        name,
        max(one.max_points for one in results),
        len(results),
        statistics.fmean(one.points for one in results),
        sum(one.passed for one in results),
        sum(map(not_begun, results)),
        statistics.median(sum(check.seconds for check in one.checks) for one in results),
    )


def _check(lesson: str, exercise: str, results: Sequence[tuple[CheckResult, float]]) -> CheckSurvey:
    latest = results[-1][0]
    ends = Counter(check.outcome for check, _ in results)
    passed = [float(check.outcome == "passed") for check, _ in results]
    apart = correlation(passed, [rest for _, rest in results])
    return CheckSurvey(
        *(lesson, exercise, latest.id, latest.title, latest.max_points),
        *(len(results), ends["passed"], ends["skipped"], apart),
    )


def _ending(words: str, results: Sequence[tuple[str, CheckResult]], n: int) -> Ending:
    lost = [(check.max_points - check.points, check.outcome == "skipped") for _, check in results]
    return Ending(
        words,
        tuple(dict.fromkeys(exercise for exercise, _ in results)),
        sum(check.max_points for _, check in results) / n,
        sum(points for points, _ in lost) / n,
        sum(points for points, skipped in lost if skipped) / n,
    )
