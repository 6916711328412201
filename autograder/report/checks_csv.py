"""The checks of a class as a table of comma-separated values: a line for each."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.report.scores import in_csv
from autograder.report.survey import Survey

#: n: submissions graded; passed: those that passed; share: their part; discrimination: point-biserial, or nothing.
HEADER = ("lesson", "exercise", "check", "title", "points", "n", "passed", "share", "discrimination")


def table(surveys: Sequence[Survey]) -> str:
    """The table, with numbers as spreadsheets in any language read them."""
    rows: list[tuple[object, ...]] = [HEADER]
    for check in (check for survey in surveys for check in survey.checks):
        apart = "" if check.discrimination is None else f"{check.discrimination:.4f}"
        counted = (f"{check.points:g}", check.n, check.passed, f"{check.share:.4f}", apart)
        rows.append((check.lesson, check.exercise, check.id, check.title, *counted))
    return in_csv(rows)
