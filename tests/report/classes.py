"""A class of four in a lesson of two exercises, with one more who was not graded."""

from __future__ import annotations

from autograder.failures import Finding, Outcome
from autograder.picture.data import Example, Picture
from autograder.report.results import CheckResult, ExerciseResult, Flag, Misconception, Report

WRONG = Finding("value", "the values are right", expected="1", got="2")
TODO = Finding("not_implemented", "Not implemented yet.")
BARS = Picture("bars", (), (), ((0.25, 0.75), (0.5, 0.5)), ((0.125, 0.375), (0.25, 0.25)))
MISTAKE = Misconception("softmax-whole", "divides by the sum over the `whole` tensor", "Which sum is 1?")
OTHER = Misconception("softmax-other", "forgets the exponential", "What grows?")


def check(
    exercise: str, word: str, outcome: Outcome, points: float, finding: Finding | None = None
) -> CheckResult:
    earned = points if outcome == "passed" else 0.0
    found = None if outcome == "passed" else finding or WRONG
    return CheckResult(f"test_{exercise}_{word}", f"The {word}.", outcome, earned, points, found, 0.25)


def softmax(
    *ends: Outcome, mistakes: tuple[Misconception, ...] = (), got: str = "[0, 0]", told: str = ""
) -> ExerciseResult:
    names = ("values", "large_inputs", "own_work")
    checks = [check("softmax", *pair, 2.0) for pair in zip(names, ends, strict=True)]
    example = Example("softmax([1, 2])", "[0.3, 0.7]", got, BARS) if mistakes else None
    return ExerciseResult("softmax", tuple(checks), mistakes, told or ("named" if mistakes else ""), example)  # type: ignore[arg-type]  # a word of five


def relu(*ends: Outcome, finding: Finding | None = None, told: str = "") -> ExerciseResult:
    checks = [check("relu", *pair, 1.0, finding) for pair in zip(("values", "own_work"), ends, strict=True)]
    return ExerciseResult("relu", tuple(checks), (), told)  # type: ignore[arg-type]  # a word of five


def report(name: str, *exercises: ExerciseResult, seconds: float = 1.0, lesson: str = "activations") -> Report:
    return Report(lesson, name, 8.0, seconds=seconds, exercises=exercises)


ADA = report("ada", softmax("passed", "passed", "passed"), relu("passed", "passed"))
BEN = report("ben", softmax("failed", "skipped", "skipped", mistakes=(MISTAKE,)), relu("passed", "failed"))
CLEO = report(
    "cleo",
    softmax("failed", "skipped", "skipped", mistakes=(MISTAKE,), got="'cleo was here'"),
    relu("failed", "failed", told="unknown"),
    seconds=3.0,
)
DAN = report(
    "dan",
    softmax("passed", "failed", "passed", mistakes=(MISTAKE, OTHER), told="possible"),
    relu("error", "error", finding=TODO),
)
EVE = Report("activations", "eve", 8.0, False, "the file is empty", flags=(Flag("file", "", "<b>no.py</b>"),))
CLASS = (ADA, BEN, CLEO, DAN, EVE)
