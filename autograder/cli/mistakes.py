"""The mistakes that are known."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from autograder.cli.output import out


def mistakes(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[LESSON|EXERCISE]", help="All lessons where none is named.", show_default=False),
    ] = None,
) -> None:
    """Show the mistakes that students make, each with the hint that leads out of it."""
    from rich.text import Text

    from autograder.course.exercises import exercises_of
    from autograder.course.mistakes import mistakes_of
    from autograder.grading.selection import selected

    width = min(out.width, 115) - 2
    text = Text()
    for lesson, exercises in selected([name] if name else []).items():
        for exercise in exercises or exercises_of(lesson):
            mine = mistakes_of(lesson, exercise)
            count = f"{len(mine)} mistake{'' if len(mine) == 1 else 's'}"
            text.append(exercise, "bold").append(f"  {lesson}, {count}\n\n", "dim")
            for mistake in mine:
                text.append(textwrap.fill(mistake.name, width, subsequent_indent="  ") + "\n")
                text.append(textwrap.indent(textwrap.fill(mistake.hint, width), "  ") + "\n\n", "dim")
    text.rstrip()
    out.print(text, soft_wrap=True)
