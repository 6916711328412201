"""The mistakes that a class made, the most frequent first, each with an example that names nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from autograder.picture.data import Example
from autograder.report.card import not_begun
from autograder.report.results import ExerciseResult, Misconception, Report
from autograder.report.survey import Survey


@dataclass(frozen=True)
class Met:
    """A mistake, or what nobody knows (`name` is empty then), of an exercise.

    sure: the students of whom it was told, alone or with another one. possible: those of whom it is one of several
    that fit. of: all who were graded. first: for what nobody knows, the check at which most of them fail first.
    """

    exercise: str
    name: str
    hint: str
    sure: int
    possible: int
    of: int
    example: Example | None = None
    first: str = ""

    @property
    def share(self) -> float:
        """The part of the class of which it was told for sure."""
        return self.sure / self.of


@dataclass
class _Tally:
    misconception: Misconception | None
    sure: int = 0
    possible: int = 0
    examples: Counter[Example] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)


def met(survey: Survey) -> list[Met]:
    """The mistakes of a class in a lesson, those told of most students first."""
    tallies: dict[tuple[str, str], _Tally] = {}
    names = _names(survey.reports)
    for exercise in (exercise for report in survey.graded for exercise in report.exercises):
        for found in exercise.misconceptions or _unknown(exercise):
            key = exercise.name, found.id if found else ""
            _count(tallies.setdefault(key, _Tally(found)), exercise, names)
    made = [_met(survey, exercise, tally) for (exercise, _), tally in tallies.items()]
    return sorted(made, key=lambda one: (-one.sure, -one.possible))


def _unknown(exercise: ExerciseResult) -> tuple[None, ...]:
    """One that nobody knows, where somebody looked."""
    return (None,) if exercise.diagnosis == "unknown" and not not_begun(exercise) else ()


def _count(tally: _Tally, exercise: ExerciseResult, names: re.Pattern[str] | None) -> None:
    if exercise.diagnosis == "possible":
        tally.possible += 1
        return
    tally.sure += 1
    if tally.misconception is None:
        tally.first.update([check.title for check in exercise.checks if check.wrong][:1])
    elif exercise.diagnosis == "named" and exercise.example and not _tells(exercise.example, names):
        tally.examples[exercise.example] += 1


def _names(reports: Iterable[Report]) -> re.Pattern[str] | None:
    """What finds a student in a text; an id of digits, or of a letter or two, is found in too many."""
    ids = [one.submission for one in reports if len(one.submission) > 2 and not one.submission.isdecimal()]
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, ids))})(?!\w)") if ids else None


def _tells(example: Example, names: re.Pattern[str] | None) -> bool:
    """Whether an example names a student: what came back may be any text."""
    texts: Sequence[str] = (example.call, example.expected, example.got)
    return names is not None and any(map(names.search, texts))


def _met(survey: Survey, exercise: str, tally: _Tally) -> Met:
    told = tally.misconception
    example = next((one for one, _ in tally.examples.most_common(1)), None)
    first = next((title for title, _ in tally.first.most_common(1)), "")
    words = (told.name, told.hint) if told else ("", "")
    return Met(exercise, *words, tally.sure, tally.possible, len(survey.graded), example, first)
