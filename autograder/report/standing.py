"""How far somebody has come: a lesson and its course in a line, a checked lesson and a course as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.progress_bar import ProgressBar
from rich.table import Table

from autograder.course.progress import LessonProgress, Progress
from autograder.failures import Outcome
from autograder.report.card import COLOURS, MARKS, folding, html_of, not_begun, panel, words
from autograder.report.html import template
from autograder.report.points import number, out_of
from autograder.report.results import ExerciseResult, Report
from autograder.report.shown import Shown

#: Columns of a lesson's bar, and the fewest; characters that no row has.
_BAR, _SHORT, _WIDE = 20, 4, 1_000


def line(progress: Progress, lesson: str, exercise: str = "") -> str:
    """The points of a lesson and of its course, and what comes next; `exercise` is what was checked just now."""
    mine = progress.of(lesson)
    parts = [scored(lesson, mine)]
    if len(progress.lessons) > 1:
        parts.append(scored("course", *progress.lessons))
    if not mine.complete:
        unfinished = exercise in mine.exercises and exercise not in mine.done
        return " · ".join([*parts, *([] if unfinished else [f"next: {mine.open}"])])
    after = progress.after(lesson)
    parts[0] += f", next: {after}" if after else ""
    return " · ".join([*parts, *([] if after else ["the course is complete"])])


def scored(name: str, *lessons: LessonProgress) -> str:
    """A name, and what is earned of all that these lessons are worth."""
    earned, worth = sum(each.points for each in lessons), sum(each.max_points for each in lessons)
    return f"{name} {out_of(earned, worth)}"


class _Row(NamedTuple):
    """An exercise of a lesson in a line, the same in a notebook and in a terminal."""

    name: str
    outcome: Outcome
    points: str
    told: str


@dataclass(frozen=True, repr=False)
class LessonCard(Shown):
    """What came of all exercises of a lesson: a line each, and the card of the first that is begun and wrong.

    hints and standing: as for a `Card`.
    """

    report: Report
    hints: Mapping[str, Sequence[str]] = field(default_factory=dict)
    standing: str = ""

    def html(self) -> str:
        score = out_of(self.report.points or 0.0, self.report.max_points)
        table = template("lesson.html").render(
            title=self.report.lesson,
            score=score,
            rows=list(_rows(self.report)),
            marks=MARKS,
            colours=COLOURS,
            standing=self.standing,
        )
        first = first_failure(self.report)
        if first is None or is_missing(first):
            return table
        return f"{table}\n{html_of(first, self.hints.get(first.name, ()))}"

    def _renderable(self) -> RenderableType:
        table = Table.grid(padding=(0, 2))
        for row in _rows(self.report):
            table.add_row(words(f"{MARKS[row.outcome]} {row.name}"), words(row.points), words(row.told))
        first = first_failure(self.report)
        shown = [] if first is None or is_missing(first) else [panel(first, in_notebook=True)]
        return Group(folding(table), words(self.standing), *shown)


def first_failure(report: Report) -> ExerciseResult | None:
    """The first exercise of a report that is begun and wrong; one that is not there at all comes last."""
    wrong = [each for each in report.exercises if not each.passed and not not_begun(each)]
    return min(wrong, key=is_missing, default=None)


def is_missing(exercise: ExerciseResult) -> bool:
    """Whether nothing of that name is there, as where its cell was not run."""
    return any(check.kind == "missing" for check in exercise.checks)


def _rows(report: Report) -> Iterator[_Row]:
    for exercise in report.exercises:
        points = out_of(exercise.points, exercise.max_points)
        wrong = next((check for check in exercise.checks if check.wrong), None)
        if exercise.passed or wrong is None:
            yield _Row(exercise.name, "passed", points, "all checks pass")
        elif not_begun(exercise) or is_missing(exercise):
            told = "not begun yet" if not_begun(exercise) else "not there yet: run its cell"
            yield _Row(exercise.name, "skipped", points, told)
        else:
            yield _Row(exercise.name, wrong.outcome, points, f"not yet: {wrong.title}")


@dataclass(frozen=True)
class CourseLines:
    """A line for each lesson of a course: whether it is complete, what is earned, the exercise to go on with."""

    progress: Progress

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A narrow terminal has a shorter bar, or none, before a name is broken."""
        wide = console.measure(self._table(_BAR), options=options.update(width=_WIDE)).maximum
        bar = min(_BAR, _BAR - wide + options.max_width)
        yield self._table(bar if bar >= _SHORT else 0)

    def _table(self, bar: int) -> Table:
        table = Table("", "lesson", *[""] * bool(bar), "points", "next", box=None, pad_edge=False)
        table.columns[-2].justify = "right"
        for lesson in self.progress.lessons:
            mark = MARKS["passed"] if lesson.complete else ""
            style = "green" if lesson.complete else "" if lesson.begun else "dim"
            worth = lesson.max_points or 1.0
            drawn = ProgressBar(worth, lesson.points, bar, complete_style="cyan", finished_style="green")
            points = out_of(lesson.points, lesson.max_points)
            following = words((lesson.open or "") if lesson.begun else "")
            table.add_row(mark, words(lesson.lesson, style=style), *[drawn] * bool(bar), points, following)
        return folding(table)


@dataclass(frozen=True, repr=False)
class CourseTable(Shown):
    """How far somebody is in a course: a line for each lesson, what comes next, and how to begin anew."""

    progress: Progress

    @property
    def next(self) -> LessonProgress | None:
        """The lesson to go on with: the first that is begun and not complete, else the first that is not."""
        left = [lesson for lesson in self.progress.lessons if not lesson.complete]
        return next((lesson for lesson in left if lesson.begun), left[0] if left else None)

    def html(self) -> str:
        return template("course.html").render(
            title=self.progress.course.title,
            total=scored("course", *self.progress.lessons),
            lessons=[(lesson, _words(lesson)) for lesson in self.progress.lessons],
            next=self._next(),
            reset=self._reset(),
            number=number,
            colours=COLOURS,
        )

    def _renderable(self) -> RenderableType:
        total = words(f"{scored('course', *self.progress.lessons)}. {self._next()}")
        return Group(words(self.progress.course.title), "", CourseLines(self.progress), "", total, self._reset())

    def _next(self) -> str:
        found = self.next
        return f"Next: {found.open}, in {found.lesson}." if found else "Nothing is left: the course is complete."

    def _reset(self) -> str:
        name = (self.next or self.progress.lessons[0]).exercises
        return f'reset("{next(iter(name), "EXERCISE")}") shows an exercise as it was, and forgets its points.'


def _words(lesson: LessonProgress) -> str:
    """How many of its exercises are done."""
    if lesson.complete:
        return "✓ complete"
    if not lesson.begun:
        return "not begun"
    return f"{len(lesson.done.intersection(lesson.counting))} of {len(lesson.counting)}"
