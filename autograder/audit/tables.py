"""What the trial says: what each check kills, what a mistake costs, which mistakes cannot be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from autograder.audit.equivalents import equivalents
from autograder.audit.findings import missed
from autograder.audit.trial import Tried
from autograder.audit.versions import Lesson, Version, counted
from autograder.course.exercises import Check, checks_of

#: A mistake that costs more than this part of its exercise is listed.
DEAR = 0.7


@dataclass(frozen=True)
class Seen:
    """A check, how many wrong versions it kills, and how many no other check worth points kills."""

    check: Check
    kills: int
    alone: int


@dataclass(frozen=True)
class Row:
    """A lesson in a line: what was tried, how many mutants are listed as equivalent, and what was missed."""

    lesson: str
    mistakes: int
    spellings: int
    right: int
    mutants: int
    equivalent: int
    missed: int


def seen(lesson: str, tried: Sequence[Tried]) -> list[Seen]:
    """For each check of a lesson, in order, what it kills."""
    wrong = [one for one in tried if one.version.wrong]
    kills = Counter(check.id for one in wrong for check in one.killers)
    alone = Counter(one.alone.id for one in wrong if one.alone is not None)
    return [Seen(check, kills[check.id], alone[check.id]) for check in checks_of(lesson)]


def costs(tried: Sequence[Tried]) -> list[tuple[Version, float]]:
    """What part of its exercise's points each mistake costs, dearest first within its exercise."""
    order = list(dict.fromkeys(one.version.exercise for one in tried))
    found = [(one.version, 1 - one.own.points / (one.own.max_points or 1.0)) for one in whole(tried)]
    return sorted(found, key=lambda pair: (order.index(pair[0].exercise), -pair[1]))


def alike(tried: Sequence[Tried]) -> list[tuple[Version, ...]]:
    """Mistakes of one exercise of which every check says the same, in the same words."""
    groups: dict[Hashable, list[Version]] = {}
    for one in whole(tried):
        groups.setdefault((one.version.exercise, _words(one)), []).append(one.version)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def row(lesson: Lesson, tried: Sequence[Tried]) -> Row:
    """The lesson in a line; only what was missed hangs on what was tried."""
    versions, listed = lesson.versions, equivalents(lesson.course, lesson.name)
    return Row(
        lesson=lesson.name,
        mistakes=counted(versions, "mistake", first=True),
        spellings=counted(versions, "mistake"),
        right=counted(versions, "right"),
        mutants=counted(versions, "mutant"),
        equivalent=len(listed),
        missed=len(missed(tried, listed)),
    )


def whole(tried: Sequence[Tried]) -> list[Tried]:
    """The mistakes in their first spelling, which all checks have seen."""
    return [one for one in tried if one.version.kind == "mistake" and not one.version.number]


def _words(one: Tried) -> Hashable:
    """All that its checks say, but for the line of the student's that raised."""
    return tuple(
        (check.id, check.outcome, check.finding and replace(check.finding, where="")) for check in one.own.checks
    )
