"""What the trial found against the checks, in sentences that say where it stands and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from autograder.audit.equivalents import equivalents, file_of, line_of
from autograder.audit.named import misnamed
from autograder.audit.trial import Tried
from autograder.audit.versions import Lesson
from autograder.report.results import CheckResult


def findings(lesson: Lesson, tried: Sequence[Tried]) -> Iterator[str]:
    """What is wrong with the checks of a lesson, or with what they were tried on. Raises `CourseError`."""
    unfit = {check.id for one in tried if one.version.kind == "solution" for check in _all_lost(one)}
    judges = {"solution": _solution, "stub": _stub, "right": _right, "mistake": _wrong, "wrong": _wrong}
    for one in tried:
        if one.version.kind in judges:
            yield from judges[one.version.kind](one)
        if one.version.kind == "mistake":
            yield from _elsewhere(one, unfit)
    yield from misnamed(tried)
    yield from _mutants(lesson, tried, equivalents(lesson.course, lesson.name))


def missed(tried: Sequence[Tried], listed: Mapping[tuple[str, str], str]) -> list[Tried]:
    """What must lose points and keeps all, less the mutants that are listed as equivalent."""
    kept = [one for one in tried if one.version.wrong and not one.costs]
    return [one for one in kept if one.version.kind != "mutant" or _key(one) not in listed]


def _solution(one: Tried) -> Iterator[str]:
    for check in _all_lost(one):
        yield f"{one.version.place}: the solution does not pass {_told(check)}"


def _stub(one: Tried) -> Iterator[str]:
    for exercise in one.report.exercises:
        earned = [check.id for check in exercise.checks if check.points]
        if earned:
            yield f"{one.version.place}: the stub of {exercise.name} earns points in {', '.join(earned)}"


def _right(one: Tried) -> Iterator[str]:
    version = one.version
    start = f"{version.place}: {version.title!r} is a right version of {version.exercise}"
    yield from (f"{start}, and does not pass {_told(check)}" for check in _lost(one.own.checks))
    yield from (f"{start}, but raises: {flag.detail}" for flag in one.report.flags if flag.kind == "cell")


def _wrong(one: Tried) -> Iterator[str]:
    version = one.version
    start = f"{version.place}: {version.title!r}"
    if not one.costs:
        yield f"{start} keeps all points of {version.exercise}: let a check see it"
    elif version.killed_by and version.killed_by not in {check.id for check in one.killers}:
        seen = ", ".join(check.id for check in one.killers) or "no check"
        yield f"{start} is there to try {version.killed_by}, but {seen} saw it"


def _elsewhere(one: Tried, unfit: Collection[str]) -> Iterator[str]:
    """What a mistake costs beside its own exercise, less the checks that do not pass anyway."""
    version = one.version
    for exercise in one.others:
        for check in _lost(exercise.checks):
            if check.id not in unfit:
                what = f"{version.title!r} is a mistake in {version.exercise}, and {exercise.name} loses"
                yield f"{version.place}: {what} {_told(check)}"


def _mutants(lesson: Lesson, tried: Sequence[Tried], listed: Mapping[tuple[str, str], str]) -> Iterator[str]:
    path = file_of(lesson.course, lesson.name)
    mutants = {_key(one): one for one in tried if one.version.kind == "mutant"}
    for (exercise, change), one in mutants.items():
        if not one.costs and (exercise, change) not in listed:
            yield (
                f"no check sees this mutant of {exercise}. Let one see it; or, if it is as right as the solution, "
                f'add this line below [{exercise}] in {path}, with the reason:\n    {line_of(change)}""'
            )
        elif one.costs and (exercise, change) in listed:
            seen = ", ".join(check.id for check in one.killers)
            yield f"{path}: {seen} of {exercise} sees this mutant, so it is not equivalent: {change}"
    for exercise, change in listed:
        if exercise not in lesson.exercises:
            yield f"{path}: there is no exercise {exercise}"
        elif (exercise, change) not in mutants:
            yield f"{path}: the solution of {exercise} has no such mutant any more, take out the line: {change}"


def _key(one: Tried) -> tuple[str, str]:
    return one.version.exercise, one.version.title


def _all_lost(one: Tried) -> list[CheckResult]:
    return [check for exercise in one.report.exercises for check in _lost(exercise.checks)]


def _lost(checks: Sequence[CheckResult]) -> list[CheckResult]:
    return [check for check in checks if check.outcome != "passed"]


def _told(check: CheckResult) -> str:
    sentence = check.finding.sentence if check.finding else check.outcome
    return f"{check.id}: {sentence}"
