"""How far somebody has come in a course: what each exercise earned when it was last checked, at home.

A help to the memory and no verdict: nobody is graded by it, and where it is lost, the next check starts anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import atomic
from autograder.course.caches import caches
from autograder.course.courses import Course
from autograder.course.exercises import points_of
from autograder.failures import CannotWrite


@dataclass(frozen=True)
class Standing:
    """What an exercise earned when it was last checked. complete: all of its checks passed."""

    points: float
    complete: bool


@dataclass(frozen=True)
class LessonProgress:
    """A lesson's exercises in order, those that were checked with what they earned, the others with None."""

    lesson: str
    exercises: Mapping[str, Standing | None]
    max_points: float

    @property
    def points(self) -> float:
        """What is earned so far."""
        return sum(standing.points for standing in self.exercises.values() if standing is not None)

    @property
    def begun(self) -> bool:
        """Whether any exercise was checked yet."""
        return any(standing is not None for standing in self.exercises.values())

    @property
    def complete(self) -> bool:
        """Whether nothing is left: what is worth no points may be left out."""
        return self.open is None

    @property
    def open(self) -> str | None:
        """The first exercise that is worth points and not complete; None where there is none left."""
        return next((name for name in self.counting if name not in self.done), None)

    @property
    def done(self) -> frozenset[str]:
        """The exercises that are complete, optional ones among them."""
        return frozenset(name for name, each in self.exercises.items() if each is not None and each.complete)

    @property
    def counting(self) -> tuple[str, ...]:
        """The exercises that are worth points; the others are optional."""
        worth = points_of(self.lesson)
        return tuple(name for name in self.exercises if worth[name])


@dataclass(frozen=True)
class Progress:
    """What was earned in a course, by the names of its exercises."""

    course: Course
    earned: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def lessons(self) -> tuple[LessonProgress, ...]:
        """The lessons in teaching order."""
        return tuple(self.of(lesson) for lesson in self.course.lessons)

    def of(self, lesson: str) -> LessonProgress:
        """How far one lesson of the course is."""
        worth = points_of(lesson)
        standings = {name: _at_most(self.earned.get(name), points) for name, points in worth.items()}
        return LessonProgress(lesson, standings, sum(worth.values()))

    def after(self, lesson: str) -> str | None:
        """The lesson to go on with: the next that is not complete, else the first such; None at the end."""
        names = self.course.lessons
        place = names.index(lesson) + 1
        return next((name for name in names[place:] + names[:place] if not self.of(name).complete), None)


def progress_in(course: Course) -> Progress:
    """What is remembered of a course; a file that is not there, or damaged, is an empty one."""
    try:
        fields = json.loads(_file(course).read_text(encoding="utf-8"))
        earned = {str(name): Standing(float(points), bool(done)) for name, (points, done) in fields.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        earned = {}
    return Progress(course, earned)


def remember(course: Course, earned: Mapping[str, Standing]) -> Progress:
    """Put what exercises have earned just now in the place of what they had, and say what is known then."""
    known = progress_in(course).earned
    progress = Progress(course, {**known, **earned})
    if progress.earned != known:  # to write a file may take longer than all checks
        _keep(progress)
    return progress


def forget(course: Course, exercises: Collection[str] | None = None) -> Progress:
    """Forget what these exercises have earned, or all of the course, and say what is known then."""
    earned = {} if exercises is None else progress_in(course).earned
    progress = Progress(course, {name: each for name, each in earned.items() if name not in (exercises or ())})
    _keep(progress)
    return progress


def _keep(progress: Progress) -> None:
    """Write it; where nothing can be written, the next check knows less."""
    fields = {name: [standing.points, standing.complete] for name, standing in progress.earned.items()}
    with contextlib.suppress(CannotWrite):
        atomic.write(_file(progress.course), json.dumps(fields, indent=1, sort_keys=True))


def _at_most(standing: Standing | None, points: float) -> Standing | None:
    """What was earned when the exercise was worth more is not more than all of it today."""
    return None if standing is None else Standing(min(standing.points, points), standing.complete)


def _file(course: Course) -> Path:
    """One file a course: another clone of the same course goes on where this one is."""
    which = json.dumps([course.title, list(course.order)])
    return caches() / "progress" / f"{hashlib.sha256(which.encode()).hexdigest()[:20]}.json"
