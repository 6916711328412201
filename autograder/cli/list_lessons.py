"""What there is to do."""

from __future__ import annotations

from autograder.cli.output import out


def list_lessons() -> None:
    """Show the lessons, their exercises, and what each is worth."""
    from rich.table import Table

    from autograder.course.exercises import available_lessons, optional_in, points_of

    table = Table("lesson", "exercise", "points", box=None, pad_edge=False)
    table.columns[2].justify = "right"
    for lesson in available_lessons():
        worth = points_of(lesson)
        for name, points in worth.items():
            told = "optional" if name in optional_in(lesson) else f"{points:g}"
            table.add_row(lesson if name == next(iter(worth)) else "", name, told)
        table.add_row("", "in all", f"{sum(worth.values()):g}", style="bold", end_section=True)
    out.print(table)
