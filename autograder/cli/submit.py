"""What is handed in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.ending import FAILED, PASSED
from autograder.cli.output import err, out

if TYPE_CHECKING:
    from autograder.report.results import Report


def submit(
    lesson: Annotated[
        str | None,
        typer.Argument(
            help="Where none is named: the only one in work/, or that you have begun.", show_default=False
        ),
    ] = None,
) -> None:
    """Make the file to upload, and say what a grader would find in it.

    It is run from a clean start, as the grader does it, in a sandbox where there is one. The file is made whatever
    the score is.

    Exit code 0: everything passed; 1: something failed; 2: it could not be read or run.
    """
    from autograder.course.courses import course_of
    from autograder.course.exercises import lesson_of
    from autograder.course.places import other_uploads, own_file, put_to_submit
    from autograder.failures import Unreadable, UsageError
    from autograder.grading.selection import lesson_named, lesson_to_hand_in
    from autograder.submission.cells import submission_of, text_of
    from autograder.submission.compared import amiss, claims

    lesson = lesson_to_hand_in() if lesson is None else lesson_named(lesson_of(lesson) or lesson)
    path, course = own_file(lesson), course_of(lesson)
    if path is None or course is None:
        raise UsageError(f"there is no {lesson} here to hand in: `autograder start {lesson}` puts it into work/")
    try:
        text = text_of(path.resolve())
        submission = submission_of(text, path)
    except Unreadable as error:
        raise UsageError(f"{path} cannot be handed in: {error}") from None
    upload = put_to_submit(lesson, path, text)
    out.say(f"wrote {upload}")
    saved = datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%d %H:%M:%S")
    with err.status(f"running {path} from a clean start"):
        from autograder.grading.rehearsal import rehearsed

        done = rehearsed(submission, lesson, claims(text) if submission.kind == "notebook" else {})
    out.say(f"{path}, saved {saved}, was run {_how(done.report.sandbox)}")
    found = [*amiss(submission, text, course, lesson), *done.hidden, *map(_stale, other_uploads(lesson, upload))]
    _show(done.report, found, upload)
    raise typer.Exit(PASSED if done.report.passed else FAILED)


def _how(sandbox: str) -> str:
    """How it was run, and how that differs from what the grader does, if it does."""
    if sandbox != "none":
        return f"from a clean start, as the grader runs it: in a sandbox ({sandbox})"
    return "from a clean start, as `autograder check` does it: the grader's sandbox cannot be had here"


def _stale(path: Path) -> str:
    return f"{path} is from an earlier time, and of no use now: delete it, so that it is not uploaded by mistake"


def _show(report: Report, found: list[str], upload: Path) -> None:
    """The report, what to look at before the upload, and the file."""
    from autograder.grading.earnings import remembered
    from autograder.grading.rehearsal import unfinished
    from autograder.report.points import number
    from autograder.report.terminal import show_lines

    remembered([report])
    show_lines(report, out)
    if not report.passed:
        out.say(f"what is wrong, and which mistake it is: autograder check {report.lesson}")
    for sentence in [*unfinished(report), *found]:
        out.say(f"look: {sentence}")
    score = f"{number(report.points or 0.0)} of {number(report.max_points)} points"
    out.say(f"to upload: {upload}", "bold")
    out.say(f"  it earned {score} here; when it is graded, the random inputs are others")
