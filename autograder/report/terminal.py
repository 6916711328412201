"""Reports in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from autograder.failures import Outcome
from autograder.report.card import MARKS, folding, not_begun, panel, words
from autograder.report.points import out_of
from autograder.report.results import ExerciseResult, Report
from autograder.report.summary import NOTHING, in_short, notes


def show_report(report: Report, console: Console, *, briefly: bool = False) -> None:
    """What `show_lines` shows, and what is wrong with each exercise that is begun.

    briefly: a lesson of which nothing is begun has no more than a line.
    """
    if briefly and report.exercises and all(map(not_begun, report.exercises)) and not notes(report):
        console.print(words(f"{report.submission}  {report.lesson}  not begun yet", style="dim"))
        return
    show_lines(report, console)
    for exercise in report.exercises:
        if not exercise.passed and not not_begun(exercise):
            console.print(panel(exercise, full=False))


def show_lines(report: Report, console: Console) -> None:
    """A line for the submission, notes on it, and a line for each exercise."""
    head = f"{report.submission}  {report.lesson}"
    if not report.graded:
        console.print(words(f"{head}  not graded: {report.reason}", style="yellow"))
    else:
        style = "green" if report.passed else "red"
        score = f"{out_of(report.points or 0.0, report.max_points)} points"
        console.print(words(f"{head}  {score if report.max_points else 'optional'}", style=f"bold {style}"))
    for note in notes(report):
        console.print(words(f"note: {note}", style="yellow"))
    if report.exercises:
        console.print(_exercises(report))


def _exercises(report: Report) -> Table:
    """Each exercise in a line: a mark, what it earned, and how much of it is right."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for exercise in report.exercises:
        score = out_of(exercise.points, exercise.max_points)
        mark, style, told = _in_a_line(exercise)
        told = ", ".join(filter(None, (told, "optional" if exercise.optional else "")))
        name = words(f"{MARKS[mark]} {exercise.name}", style=style)
        table.add_row(name, score if exercise.max_points else "", told, style="dim" if style == "dim" else "")
    return folding(table)


def _in_a_line(exercise: ExerciseResult) -> tuple[Outcome, str, str]:
    """The mark of an exercise, its style, and what there is to say beside the points."""
    if exercise.passed:
        return "passed", "green", ""
    if not_begun(exercise):
        return "skipped", "dim", "not begun yet"
    right = sum(check.outcome == "passed" for check in exercise.checks)
    wrong: Outcome = next((check.outcome for check in exercise.checks if check.wrong), "skipped")
    style = "yellow" if wrong in ("timeout", "skipped") else "red"
    return wrong, style, f"{right} of {len(exercise.checks)} checks pass"


def class_table(
    reports: Iterable[Report],
    names: Mapping[str, str] = MappingProxyType({}),
    page: Callable[[str], Path] | None = None,
    absent: Sequence[str] = (),
    *,
    timed: bool = True,
) -> Table:
    """A line for each submission: score, seconds, and what went wrong; then one for each who handed in nothing.

    names: of these students by id, in a column of their own where somebody has one. page: where the page of a
    student is, to which a terminal that knows links then leads. timed: whether the seconds are shown.
    """
    with_names = any(names.values())
    table = Table("student", *(["name"] if with_names else []))
    table.add_column("score", justify="right")
    if timed:
        table.add_column("seconds", justify="right")
    table.add_column("what went wrong")
    for report in reports:
        score = "not graded" if not report.graded else out_of(report.points or 0.0, report.max_points)
        style = "green" if report.passed else "yellow" if not report.graded else "red"
        student, wrong = words(report.submission), words(in_short(report))
        if page is not None:
            student.stylize(Style(link=page(report.submission).resolve().as_uri()))
        name = [words(names.get(report.submission, ""))] if with_names else []
        seconds = [f"{report.seconds:.2f}"] if timed else []
        table.add_row(student, *name, Text(score, style=style), *seconds, wrong)
    for each in absent:
        name = [words(names.get(each, ""))] if with_names else []
        table.add_row(words(each), *name, "–", *([""] if timed else []), NOTHING, style="dim")
    return folding(table)
