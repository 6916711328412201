"""What a class did, for its instructor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.output import err


def report(
    lesson: Annotated[
        str | None,
        typer.Argument(metavar="LESSON", help="All lessons where none is named.", show_default=False),
    ] = None,
    csv: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write a line for each check, too; - is standard output.")
    ] = None,
) -> None:
    """Make a page of a class that was graded: scores, mistakes, and what each check tells.

    It is written to .autograder/reports/LESSON.html, or all-lessons.html. Nobody is named on it but in its last
    part, which is folded, and left out in print.
    """
    from autograder.cli.files import ready_to_write, write
    from autograder.course import atomic
    from autograder.course.courses import here
    from autograder.grading.reports import page_path, surveys_of
    from autograder.report.checks_csv import table
    from autograder.report.instructor import course_page, lesson_page

    ready_to_write(csv)
    found = surveys_of(Path.cwd(), lesson)
    path = page_path(Path.cwd(), lesson)
    atomic.write(path, course_page(here()[0].title, found) if lesson is None else lesson_page(found[0]))
    if csv is not None:
        write(table(found), csv)
    written = [str(path.relative_to(Path.cwd())), *([csv] if csv not in (None, "-") else [])]
    err.say(f"wrote {' and '.join(written)}")
