"""A lesson of one's own."""

from __future__ import annotations

from typing import Annotated

import typer

from autograder.cli.output import out


def new(lesson: Annotated[str, typer.Argument(help="Its name, as in `autograder new trees`.")]) -> None:
    """Write the skeleton of a lesson in your course: it builds, checks and grades as it is."""
    from autograder.authoring.build import build
    from autograder.authoring.skeleton import add_lesson
    from autograder.course.courses import here, renewed
    from autograder.course.exercises import points_of

    written = add_lesson(here()[0], lesson)
    course = renewed()
    if course.root is not None:
        written += build(course.root, [lesson], points_of=points_of)
    for path in written:
        out.say(f"wrote {path}")
    out.say(f"edit solutions/{lesson}.py (the text) and lessons/{lesson}/ (checks, hints), then: autograder build")
