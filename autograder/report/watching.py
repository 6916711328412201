"""What `autograder watch` shows: one exercise, the score of the lesson, how far the course is, and the keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from autograder.course.exercises import points_of
from autograder.course.hints import hints_of
from autograder.course.ideas import idea_of
from autograder.course.progress import Standing
from autograder.grading.desk import Desk
from autograder.report.card import MARKS, folding, not_begun, panel, words
from autograder.report.points import out_of
from autograder.report.standing import CourseLines, scored

#: What is beside an exercise that nobody has tried yet.
_OPEN = "·"
#: Columns of the bar that shows how far a lesson is.
_BAR = 20


def screen(desk: Desk, keys: Mapping[str, str], *, listed: bool = False, steps: bool = True) -> RenderableType:
    """All of it. keys: what each does, where there are any. listed: the exercises in place of one of them.

    steps: with what is done right now.
    """
    body = [_list(desk)] if listed else list(_body(desk, keys))
    parts = [*_head(desk), *body, *_said(desk, steps=steps), _how_far(desk), _keys(keys)]
    return Group(*(part for part in parts if part is not None))


def _head(desk: Desk) -> Iterator[RenderableType]:
    """The file, what each exercise of its lesson earned, and what a person should know of its cells."""
    yield Text.assemble((desk.lesson, "bold"), "  ", words(desk.path.as_posix(), style="dim"))
    line = Text()
    for exercise, standing in desk.progress.of(desk.lesson).exercises.items():
        mark, style = _mark(desk, exercise, standing)
        if exercise == desk.focus:
            style += " underline"
        # an exercise is not cut in two at the end of a line
        line.append_text(Text(f"{mark}\u00a0{exercise}", style=style)).append("  ")
    line.rstrip()
    yield line
    for note in desk.sheet.notes if desk.sheet is not None else ():
        yield words(f"note: {note}", style="yellow")


def _mark(desk: Desk, exercise: str, standing: Standing | None) -> tuple[str, str]:
    result = desk.result(exercise)
    if result is not None and not_begun(result):
        return _OPEN, "dim"
    passed = result.passed if result is not None else standing is not None and standing.complete
    if passed:
        return MARKS["passed"], "green"
    return (MARKS["failed"], "red") if result is not None else (_OPEN, "dim")


def _body(desk: Desk, keys: Mapping[str, str]) -> Iterator[RenderableType | None]:
    """What was completed just now, the exercise that is looked at, and the hint that was asked for."""
    lesson, result = desk.lesson, desk.result(desk.focus)
    for name in desk.completed:
        yield from _praise(lesson, name)
    if result is not None and not result.passed:
        now = f"write {result.name}, and save the file." if not_begun(result) else ""
        yield panel(result, full=False, only_first=True, now=now)
        yield _hint(lesson, result.name, desk.hint)
    elif result is not None:
        if not desk.completed:
            yield words(f"{MARKS['passed']} {result.name} is right.", style="green")
        yield words(_next(desk, keys), style="bold")


def _praise(lesson: str, exercise: str) -> Iterator[RenderableType]:
    yield words(f"{MARKS['passed']} Well done: all checks of {exercise} pass.", style="bold green")
    idea = idea_of(lesson, exercise)
    if idea:
        yield Padding(Markdown(idea), (0, 0, 0, 2))


def _next(desk: Desk, keys: Mapping[str, str]) -> str:
    """What comes after an exercise that is complete."""
    lesson = desk.progress.of(desk.lesson)
    score = scored(lesson.lesson, lesson)
    if desk.following is None:
        return f"{score}: the course is complete"
    how = " (press n)" if "n" in keys else ""
    return f"{score}, next: {desk.following}{how}"


def _hint(lesson: str, exercise: str, place: int) -> RenderableType | None:
    hints = hints_of(lesson, exercise)
    if not place or not hints:
        return None
    more = "; h: the next" if place < len(hints) else "; h: the first again" if len(hints) > 1 else ""
    about = words(f"(hint {place} of {len(hints)}{more})", style="dim")
    return Padding(Group(Markdown(hints[place - 1]), about), (0, 0, 0, 2))


def _list(desk: Desk) -> RenderableType:
    """The exercises of the lesson that is worked on, and the lessons of the course."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    worth = points_of(desk.lesson)
    for exercise, standing in desk.progress.of(desk.lesson).exercises.items():
        mark, style = _mark(desk, exercise, standing)
        points = out_of(standing.points if standing is not None else 0.0, worth[exercise])
        table.add_row(f"{mark} {exercise}", points if worth[exercise] else "optional", style=style)
    return Group(folding(table), "", CourseLines(desk.progress), "")


def _said(desk: Desk, *, steps: bool) -> Iterator[RenderableType]:
    if desk.said:
        yield words(desk.said, style="yellow")
    if desk.step and steps:
        step = words(f"… {desk.step}", style="dim")
        step.no_wrap, step.overflow = True, "ellipsis"  # what changes often is not to move what is below it
        yield step


def _how_far(desk: Desk) -> RenderableType:
    """The lesson and the course, in one line."""
    course = desk.progress.lessons
    complete = sum(one.complete for one in course)
    of_course = f"{scored('course', *course)}, {complete} of {len(course)} lessons complete"
    lesson = desk.progress.of(desk.lesson)
    bar = ProgressBar(lesson.max_points or 1.0, lesson.points, _BAR, finished_style="green")
    line = Table.grid(padding=(0, 2))
    line.add_row(words(scored(lesson.lesson, lesson)), bar, of_course)
    return folding(line)


def _keys(keys: Mapping[str, str]) -> RenderableType | None:
    if not keys:
        return None
    return Text("  ").join(Text.assemble((key, "bold"), f": {does}") for key, does in keys.items())
