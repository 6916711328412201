"""What there is to do."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cli.output import out


def list_lessons(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="LESSON|EXERCISE", help="All lessons where none is named.", show_default=False),
    ] = None,
) -> None:
    """Show the lessons, their exercises, and what each is worth."""
    from rich.table import Table

    from autograder.course.exercises import optional_in, points_of
    from autograder.grading.selection import selected
    from autograder.report.card import folding

    table = Table("lesson", "exercise", "points", box=None, pad_edge=False)
    table.columns[2].justify = "right"
    for lesson, exercises in selected(names or []).items():
        worth = {name: points for name, points in points_of(lesson).items() if name in (exercises or (name,))}
        for name, points in worth.items():
            told = "optional" if name in optional_in(lesson) else f"{points:g}"
            table.add_row(lesson if name == next(iter(worth)) else "", name, told)
        if exercises is None:
            table.add_row("", "in all", f"{sum(worth.values()):g}", style="bold", end_section=True)
    out.print(folding(table))
