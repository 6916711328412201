"""A class, without a gradebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.ending import FAILED, PASSED, Interrupted, file_problem
from autograder.cli.output import Device, err, out

if TYPE_CHECKING:
    from rich.console import RenderableType

    from autograder.grading.examine import Job
    from autograder.report.results import Report


def grade(
    lesson: Annotated[str, typer.Argument(help="The lesson, as in `autograder grade activations`.")],
    submitted: Annotated[Path, typer.Option(help="The folder with the submissions.")] = Path("submitted"),
    student: Annotated[str | None, typer.Option(metavar="ID", help="Grade this student only.")] = None,
    json: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write all reports; - is standard output.")
    ] = None,
    trust_submissions: Annotated[
        bool, typer.Option("--trust-submissions", help="Without a sandbox, run them as plain processes.")
    ] = False,
    device: Annotated[
        Device, typer.Option(help="What they are trained on; SECURITY.md says what a GPU gives away.")
    ] = Device.cpu,
) -> None:
    """Grade a class of untrusted submissions in a sandbox, without a gradebook.

    Exit code 0: the whole class was graded, whatever the scores; 1: somebody was not graded; 2: nobody was.
    """
    from autograder.channel.zygote import GraderError
    from autograder.cli.json_file import ready_for_json, write_json
    from autograder.grading.selection import UsageError, lesson_named
    from autograder.grading.submissions import submissions
    from autograder.report.terminal import class_table

    ready_for_json(json)
    jobs = submissions(submitted, lesson_named(lesson), student)
    reports: list[Report] = []
    failed = ""
    try:
        _grade(jobs, trust_submissions, device.value, reports)
    except OSError as error:
        failed = file_problem(error)
    except KeyboardInterrupt:
        raise Interrupted(f"{_kept(reports, jobs)}; run the same command again to grade everybody") from None
    if failed and not reports:
        raise GraderError(failed)
    if json is not None:
        try:
            write_json(reports, json)
        except UsageError as error:
            failed = failed or str(error)
    (err if json == "-" else out).print(class_table(reports))
    if failed:
        raise UsageError(f"{failed}; {_kept(reports, jobs)}")
    raise typer.Exit(PASSED if all(report.graded for report in reports) else FAILED)


def _grade(jobs: list[Job], trusted: bool, device: str, reports: list[Report]) -> None:
    """Grade a class, and say who is being graded; each report is appended as it is done."""
    from autograder.channel.devices import in_words
    from autograder.grading.sandboxed import lacking, sandboxed_zygote
    from autograder.grading.submissions import grade as grade_all

    zygote = sandboxed_zygote(trusted=trusted, device=device)
    err.print(f"submissions run {in_words(zygote.device, zygote.sandbox)}", soft_wrap=True)
    for wall in lacking():
        err.print(f"missing in the sandbox: {wall}", style="yellow", markup=False, soft_wrap=True)
    try:
        with err.status(_now(jobs, 0), spinner="line") as status:  # the usual one cannot be shown in ASCII
            for report in grade_all(jobs, zygote, Path.cwd()):
                reports.append(report)
                status.update(_now(jobs, len(reports)))
    finally:
        zygote.close()


def _now(jobs: list[Job], done: int) -> RenderableType:
    """Who is being graded."""
    from autograder.report.card import words

    return words(f"grading {jobs[done].submission} ({done + 1} of {len(jobs)})" if done < len(jobs) else "")


def _kept(reports: list[Report], jobs: list[Job]) -> str:
    """How far grading came, and where that is."""
    where = f", and the reports are in .autograder/reports/{jobs[0].lesson}" if reports else ""
    return f"{len(reports)} of {len(jobs)} submissions were graded{where}"
