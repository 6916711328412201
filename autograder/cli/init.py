"""A course of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.output import out


def init(folder: Annotated[Path, typer.Argument(help="The course directory to make.")]) -> None:
    """Make a course of your own, that works at once: for `autograder` and for nbgrader."""
    from autograder.authoring.skeleton import make_course
    from autograder.course.salt import course_salt

    for path in make_course(folder):
        out.say(f"wrote {path}")
    course_salt(folder)
    out.say(f"next, in {folder}: autograder new LESSON")
