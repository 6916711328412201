"""What a class did in all lessons of a course, side by side."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from autograder.report.measures import correlation
from autograder.report.survey import CheckSurvey, Survey


@dataclass(frozen=True)
class Pair:
    """How the scores of two lessons go together: Pearson's r over the n submissions that have both."""

    first: str
    second: str
    r: float | None
    n: int


def pairs(surveys: Sequence[Survey]) -> list[Pair]:
    """Each two of the lessons."""
    return [_pair(first, second) for first, second in combinations(surveys, 2)]


def pairs_in_words(found: Sequence[Pair]) -> str:
    """Which two go together most, and which least."""
    known = sorted(((pair.r, pair) for pair in found if pair.r is not None), key=lambda one: one[0])
    if not known:
        return "There are too few submissions in two lessons to say how their scores go together."
    (low, least), (high, most) = known[0], known[-1]
    said = f"Most alike are {most.first} and {most.second} (r = {high:.2f})"
    return f"{said}." if least is most else f"{said}, least {least.first} and {least.second} ({low:.2f})."


def hardest(surveys: Sequence[Survey], most: int) -> list[CheckSurvey]:
    """The checks with points that the smallest part of a class passed; none that everybody did."""
    checks = [check for survey in surveys for check in survey.checks if check.points and check.share < 1]
    return sorted(checks, key=lambda check: check.share)[:most]


def overall(surveys: Sequence[Survey]) -> list[float]:
    """For each submission the mean of what part of the points it has, over the lessons in which it was graded."""
    names = dict.fromkeys(name for survey in surveys for name in survey.shares)
    return [statistics.fmean(survey.shares[name] for survey in surveys if name in survey.shares) for name in names]


def _pair(first: Survey, second: Survey) -> Pair:
    both = sorted(first.shares.keys() & second.shares.keys())
    r = correlation([first.shares[name] for name in both], [second.shares[name] for name in both])
    return Pair(first.lesson, second.lesson, r, len(both))
