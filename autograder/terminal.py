"""Reports in a terminal and in files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.card import number, panel, words
from autograder.report import CheckResult, Report, dumps
from autograder.selection import UsageError

if TYPE_CHECKING:
    from autograder.demo import Row


def show_report(report: Report, console: Console) -> None:
    """A line for the submission, and a panel for each exercise that is not complete."""
    head = f"{report.submission}  {report.lesson}"
    if not report.graded:
        console.print(words(f"{head}  not graded: {report.reason}", style="yellow"))
        return
    style = "green" if report.passed else "red"
    score = f"{number(report.points or 0.0)}/{number(report.max_points)}"
    console.print(words(f"{head}  {score} points", style=f"bold {style}"))
    for flag in report.flags:
        if flag.kind == "cell":
            console.print(words(f"running the submission raised {flag.detail}", style="yellow"))
    for exercise in report.exercises:
        if not exercise.passed:
            console.print(panel(exercise, full=False))


def class_table(reports: Sequence[Report]) -> Table:
    """A line for each submission: score, seconds, and what went wrong."""
    table = Table("student", "score", "seconds", "what went wrong")
    for column in table.columns[1:3]:
        column.justify = "right"
    for report in reports:
        score = (
            "not graded" if not report.graded else f"{number(report.points or 0.0)}/{number(report.max_points)}"
        )
        style = "green" if report.passed else "yellow" if not report.graded else "red"
        name, wrong = words(report.submission), words(problem(report))
        table.add_row(name, Text(score, style=style), f"{report.seconds:.2f}", wrong)
    return table


def demo_table(rows: Sequence[Row]) -> Table:
    """A line for each student, a column for each lesson, and what went wrong first."""
    lessons = list(dict.fromkeys(row.lesson for row in rows))
    table = Table("student", *lessons, "seconds", "what went wrong first")
    for column in table.columns[1:-1]:
        column.justify = "right"
    for student in dict.fromkeys(row.student for row in rows):
        mine = {row.lesson: row for row in rows if row.student == student}
        cells = [_score(mine[lesson]) for lesson in lessons]
        seconds = sum(row.seconds for row in mine.values())
        problems = dict.fromkeys(row.problem for row in mine.values() if row.problem)
        table.add_row(words(student), *cells, f"{seconds:.1f}", words(next(iter(problems), "")))
    return table


def _score(row: Row) -> Text:
    if row.score is None:
        return Text("not graded", style="yellow")
    style = "green" if row.score == row.max_score else "red"
    return Text(f"{number(row.score)}/{number(row.max_score)}", style=style)


def problem(report: Report) -> str:
    """What went wrong, in a few words: the first check of each exercise that did not pass."""
    if not report.graded:
        return report.reason or ""
    parts = []
    for exercise in report.exercises:
        wrong = [check for check in exercise.checks if check.outcome not in ("passed", "skipped")]
        if wrong:
            parts.append(f"{exercise.name}: {_in_short(wrong[0])}")
    return "; ".join(parts)


def _in_short(check: CheckResult) -> str:
    if "Not implemented yet" in check.message:
        return "not implemented"
    if check.outcome == "timeout":
        return "does not end"
    if check.outcome == "error":
        return check.message.splitlines()[0]
    return check.title.rstrip(".")


def write_json(reports: Sequence[Report], destination: str) -> None:
    """Write reports as a JSON list to a file, or to standard output for "-"."""
    text = dumps(reports)
    if destination == "-":
        sys.stdout.write(text)
        return
    try:
        Path(destination).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {destination}: {error.strerror}") from None
