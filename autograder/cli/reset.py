"""An exercise anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.output import out


def reset(
    exercise: Annotated[str, typer.Argument(help="The exercise, as in `autograder reset softmax`.")],
    student: Annotated[
        Path | None,
        typer.Option(help="The file, or its folder. [default: work/, else exercises/, else this folder]"),
    ] = None,
) -> None:
    """Begin an exercise anew: its cell is as it was given to you, and what it held is kept beside the file."""
    from autograder.course.exercises import lesson_of, vocabulary
    from autograder.failures import UsageError
    from autograder.grading.selection import unknown
    from autograder.submission.reset import reset as again

    if lesson_of(exercise) is None:
        raise UsageError(unknown(exercise, list(vocabulary())))
    done = again(exercise, student)
    if done.old is None:
        told = f"{exercise} in {done.path} is as it was given to you; nothing was changed"
    else:
        told = f"{exercise} in {done.path} is as it was given to you again; what it held is in {done.old}"
    for line in filter(None, (told, done.note)):
        out.say(line)
    if done.old is not None and done.path.suffix == ".ipynb":
        out.say("if it is open in Jupyter: File > Reload Notebook from Disk", "dim")
