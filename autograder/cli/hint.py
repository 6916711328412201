"""Hints."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cli.output import out


def hint(
    exercise: Annotated[str, typer.Argument(help="The exercise, as in `autograder hint softmax`.")],
    number: Annotated[int, typer.Argument(help="Which hint; they grow more telling.")] = 1,
) -> None:
    """Show a hint for an exercise."""
    from rich.markdown import Markdown

    from autograder.course.exercises import available_lessons, exercises_of, lesson_of, vocabulary
    from autograder.course.hints import hints_of
    from autograder.failures import UsageError
    from autograder.grading.selection import unknown

    lesson = lesson_of(exercise)
    if lesson is None and exercise in available_lessons():
        names = ", ".join(exercises_of(exercise))
        raise UsageError(f"{exercise} is a lesson, and hints are those of an exercise: {names}")
    if lesson is None:
        raise UsageError(unknown(exercise, list(vocabulary())))
    hints = hints_of(lesson, exercise)
    if not 1 <= number <= len(hints):
        raise UsageError(f"{exercise} has {len(hints)} hints, 1 to {len(hints)}")
    out.print(Markdown(hints[number - 1]))
    more = f"; the next: autograder hint {exercise} {number + 1}" if number < len(hints) else ""
    out.print(f"\n(hint {number} of {len(hints)}{more})", style="dim")
