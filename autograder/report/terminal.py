"""Reports in a terminal and in files."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.cli.screen import leave_output
from autograder.course import atomic
from autograder.grading.selection import UsageError
from autograder.report.card import number, panel, words
from autograder.report.results import Report, dumps
from autograder.report.summary import in_short, notes, problems

if TYPE_CHECKING:
    from autograder.demo import Row


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


def demo_table(rows: Sequence[Row]) -> Table:
    """A line for each student, a column for each lesson, and what went wrong first."""
    lessons = list(dict.fromkeys(row.lesson for row in rows))
    table = Table("student", *lessons, "seconds", "what went wrong first")
    for column in table.columns[1:-1]:
        column.justify = "right"
    for student in dict.fromkeys(row.student for row in rows):
        mine = {row.lesson: row for row in rows if row.student == student}
        cells = [_score(mine[lesson]) for lesson in lessons]
        seconds = sum(row.report.seconds for row in mine.values())
        found = [in_short(row.report, 2) for row in mine.values() if problems(row.report)]
        table.add_row(words(student), *cells, f"{seconds:.1f}", words(next(iter(found), "")))
    return table


def _score(row: Row) -> Text:
    if row.score is None:
        return Text("not graded", style="yellow")
    style = "green" if row.score == row.report.max_points else "red"
    return Text(f"{number(row.score)}/{number(row.report.max_points)}", style=style)


def ready_for_json(destination: str | None) -> None:
    """Raises `UsageError` where reports could not be written there in the end: that is known before the work."""
    if destination in (None, "-"):
        return
    path = Path(str(destination))
    if path.is_dir():
        raise UsageError(f"cannot write {destination}: it is a folder")
    if not path.parent.is_dir():
        raise UsageError(f"cannot write {destination}: there is no folder {path.parent}")


def write_json(reports: Sequence[Report], destination: str) -> None:
    """Write reports as a JSON list to a file, or to standard output for "-". Raises `UsageError`."""
    text = dumps(reports)
    try:
        if destination == "-":
            _to_output(text)
        else:
            _to_file(text, Path(destination))
    except BrokenPipeError:  # as of `| head`
        leave_output()
    except OSError as error:
        where = "standard output" if destination == "-" else destination
        raise UsageError(f"cannot write {where}: {error.strerror}") from None


def _to_output(text: str) -> None:
    if sys.stdout is None:
        raise UsageError("cannot write standard output: it is closed")
    if not (sys.stdout.encoding or "").lower().startswith("utf"):
        # in JSON, what is not ASCII stands within strings, and can be written as an escape there
        text = "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)
    sys.stdout.write(text)
    sys.stdout.flush()


def _to_file(text: str, path: Path) -> None:
    """Whole or not at all; only what is no file, such as a pipe, is written to as it is."""
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")
        return
    mask = os.umask(0)
    os.umask(mask)
    atomic.write(path.resolve(), text, mode=0o666 & ~mask)
