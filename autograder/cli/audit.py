"""The checks on trial."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.ending import FAILED, PASSED
from autograder.cli.output import err, out


def audit(
    lessons: Annotated[list[str] | None, typer.Argument(metavar="LESSON", show_default=False)] = None,
) -> None:
    """Put the checks on trial, in the directory of a course.

    Every mistake, and every mutant of a solution that is not listed as equivalent, must lose points, and in its
    own exercise only; the solution and every right version in tests/bank/ keep theirs; the stub earns none.

    Exit code 0: nothing was found against the checks; 1: something was; 2: they could not be tried.
    """
    from autograder.course.courses import here
    from autograder.failures import UsageError
    from autograder.grading.selection import lesson_named

    course = here()[0]
    root = course.root or Path.cwd()
    names = list(dict.fromkeys(map(lesson_named, lessons or course.lessons)))
    foreign = [name for name in names if name not in course.lessons]
    if foreign:
        raise UsageError(f"{foreign[0]} is a lesson of another course: audit it in its own directory")

    from autograder.audit.findings import findings
    from autograder.audit.show import show_lesson, summary
    from autograder.audit.tables import row
    from autograder.audit.trial import tried
    from autograder.audit.versions import Lesson
    from autograder.grading.executors import at_a_time, workers
    from autograder.grading.work import Setting
    from autograder.rng import PUBLIC_SEED

    setting = Setting(root, PUBLIC_SEED, trusted=True)
    accused = [Lesson(course, root, name) for name in names]
    count = sum(len(lesson.versions) for lesson in accused)
    rows, all_found = [], []
    with closing(workers(at_a_time(count))) as hands:
        err.say(f"trying {count} versions, {hands.count} at a time")
        for lesson, came in zip(accused, tried(accused, setting, hands), strict=True):
            found = list(findings(lesson, came))
            show_lesson(lesson, came, found, out)
            rows.append(row(lesson, came))
            all_found += found
    out.print("")
    out.say(summary(rows))
    raise typer.Exit(FAILED if all_found else PASSED)
