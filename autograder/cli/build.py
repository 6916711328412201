"""The files that are made of a lesson's text."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.ending import FAILED, PASSED
from autograder.cli.output import out


def build(
    lessons: Annotated[list[str] | None, typer.Argument(metavar="LESSON", show_default=False)] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is stale; exit code 1 if anything is.")
    ] = False,
    from_notebooks: Annotated[
        bool,
        typer.Option("--from-notebooks", help="First carry edits of source/*.ipynb back into solutions/."),
    ] = False,
    discard_edits: Annotated[
        bool,
        typer.Option("--discard-edits", help="Overwrite what was edited in source/, release/ and exercises/."),
    ] = False,
) -> None:
    """Make source/, release/ and exercises/ from solutions/."""
    from autograder.authoring import build as building
    from autograder.course.courses import here
    from autograder.course.exercises import available_lessons, points_of
    from autograder.failures import BuildError, UsageError

    wanted = lessons or list(available_lessons())
    course = here()[0].root or Path.cwd()
    if not (course / "solutions").is_dir():
        raise UsageError(f"{course} is no directory of a course: there is no solutions/ in it")
    wrong = list(_wrong(course, wanted))
    if wrong:
        raise UsageError("\n  ".join(["nothing was built:", *wrong]))
    try:
        if check:
            stale = building.stale(course, wanted, points_of=points_of)
            for item in stale:
                out.say(str(item))
            out.print("" if stale else "everything is up to date")
            raise typer.Exit(FAILED if stale else PASSED)
        if from_notebooks and discard_edits:
            raise UsageError("--from-notebooks keeps the edits, --discard-edits throws them away: choose one")
        if from_notebooks:
            written = building.from_notebooks(course, wanted, points_of=points_of)
        else:
            written = building.build(course, wanted, points_of=points_of, discard_edits=discard_edits)
        for path in written:
            out.print(f"wrote {path}", markup=False)
        if not written:
            out.print("everything was up to date")
    except BuildError as error:
        raise UsageError(str(error)) from None


def _wrong(root: Path, lessons: list[str]) -> Iterator[str]:
    """What must be mended before anything is made."""
    from autograder.authoring import guesses
    from autograder.authoring.content import findings
    from autograder.authoring.percent import read_cells
    from autograder.course.courses import course_of, syntax_tree
    from autograder.failures import BuildError, CourseError

    for lesson in lessons:
        course = course_of(lesson)
        if course is not None:
            yield from findings(course, lesson)
        text = root / "solutions" / f"{lesson}.py"
        script = text.read_text(encoding="utf-8") if text.exists() else ""
        try:
            syntax_tree(script, text)
        except CourseError as error:
            yield str(error)
            continue
        with contextlib.suppress(BuildError):  # which the build meets as well, and tells
            yield from guesses.findings(course, lesson, read_cells(script)) if course is not None else ()
