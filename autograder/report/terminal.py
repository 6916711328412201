"""Reports in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.report.card import number, panel, words
from autograder.report.results import Report
from autograder.report.summary import in_short, notes


def show_report(report: Report, console: Console) -> None:
    """A line for the submission, notes on it, and a panel for each exercise that is not complete."""
    head = f"{report.submission}  {report.lesson}"
    if not report.graded:
        console.print(words(f"{head}  not graded: {report.reason}", style="yellow"))
    else:
        style = "green" if report.passed else "red"
        score = f"{number(report.points or 0.0)}/{number(report.max_points)}"
        console.print(words(f"{head}  {score} points", style=f"bold {style}"))
    for note in notes(report):
        console.print(words(f"note: {note}", style="yellow"))
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
        name, wrong = words(report.submission), words(in_short(report))
        table.add_row(name, Text(score, style=style), f"{report.seconds:.2f}", wrong)
    return table
