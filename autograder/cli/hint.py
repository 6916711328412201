"""Hints."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cli.output import out


def hint(
    exercise: Annotated[str, typer.Argument(help="The exercise, as in `autograder hint softmax`.")],
    number: Annotated[int, typer.Argument(help="Which hint; they grow more telling.", min=1)] = 1,
) -> None:
    """Show a hint for an exercise."""
    from rich.markdown import Markdown

    from autograder.course.exercises import lesson_of, vocabulary
    from autograder.course.hints import hints_of
    from autograder.failures import UsageError
    from autograder.grading.selection import unknown

    lesson = lesson_of(exercise)
    if lesson is None:
        raise UsageError(unknown(exercise, list(vocabulary())))
    hints = hints_of(lesson, exercise)
    if number > len(hints):
        raise UsageError(f"{exercise} has {len(hints)} hints")
    out.print(Markdown(hints[number - 1]))
    more = f"; the next: autograder hint {exercise} {number + 1}" if number < len(hints) else ""
    out.print(f"\n(hint {number} of {len(hints)}{more})", style="dim")
