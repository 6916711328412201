"""Checks on one's own work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from autograder.cli.ending import FAILED, PASSED, UNREAD, USAGE
from autograder.cli.output import Device, choice, err, out, say_left_out

if TYPE_CHECKING:
    from autograder.channel.zygote import Zygote
    from autograder.cli.screen import Screen
    from autograder.grading.job import Job
    from autograder.report.results import Report


def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="LESSON|EXERCISE", show_default=False)] = None,
    student: Annotated[
        list[Path] | None,
        typer.Option(
            help="A .py, a .ipynb, or a folder of them. [default: work/, else exercises/, else this folder]"
        ),
    ] = None,
    json: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the reports; - is standard output.")
    ] = None,
    device: Annotated[Device, choice(Device, "What it is trained on.")] = Device.auto,
) -> None:
    """Run the checks on your own work, or on files that you trust.

    What your own work has earned is remembered, and shown as a table of the course.

    Exit code 0: everything passed; 1: something failed; 2: something could not be read.
    """
    from autograder.channel.zygote import Zygote
    from autograder.cli.files import ready_to_write
    from autograder.grading.selection import jobs, left_out, own_work, selected, trains

    ready_to_write(json)
    chosen = selected(names or [])
    work = jobs(chosen, student) if student else own_work(chosen, named=bool(names))
    say_left_out(left_out(work, student or ()))
    # where no process can be forked, as on Windows, what is one's own runs in this one
    zygote = Zygote(device=device.value, warm=trains(work)) if hasattr(os, "fork") else None
    console = err if json == "-" else out
    reports = []
    with nullcontext() if zygote is None else closing(zygote):
        for report in _shown(work, zygote, console, briefly=not names and len(work) > 1):
            reports.append(report)
            if console.closed and json is None:
                raise typer.Exit(UNREAD)
    _remember(work, reports, console, everything=student is None)
    _end(reports, json)


def _shown(work: list[Job], zygote: Zygote | None, console: Screen, *, briefly: bool) -> Iterator[Report]:
    """The report of each file, once it is on the screen, with a bar below the last one.

    briefly: see `show_report`.
    """
    from autograder.cli.progress import counted

    with counted(work, err) as bar:
        # imported now that the zygote does the same beside it: both take seconds, most of them torch's
        from autograder.channel.devices import tried
        from autograder.examiner.session import Examiner
        from autograder.grading.examine import examine_all
        from autograder.report.terminal import show_report

        if zygote is not None:
            tried(zygote)
        for report in examine_all(work, Examiner(), zygote, bar.step):
            with bar.aside():
                show_report(report, console, briefly=briefly)
            yield report


def _remember(work: list[Job], reports: list[Report], console: Screen, *, everything: bool) -> None:
    """Keep what one's own work has earned, and show how far the course is.

    everything: whether all of it is one's own; else that is only what lies where one works by default.
    """
    from autograder.course.places import newer_elsewhere
    from autograder.grading.earnings import is_own, remembered
    from autograder.report.standing import CourseLines, line

    mine = [report for job, report in zip(work, reports, strict=True) if everything or is_own(job)]
    for progress in remembered(mine):
        console.print()
        console.print(CourseLines(progress))
        lessons = [report.lesson for report in mine if report.lesson in progress.course.lessons]
        begun = [lesson for lesson in lessons if progress.of(lesson).begun]
        for lesson in dict.fromkeys(begun or lessons[:1]):
            console.print(line(progress, lesson), style="bold", markup=False)
    for report in mine if everything else ():
        newer = newer_elsewhere(report.lesson, Path(report.submission))
        if newer is not None:
            note = f"note: {newer} is newer than {report.submission}, which was checked"
            err.say(f"{note}; --student {newer} checks it", "yellow")


def _end(reports: list[Report], json: str | None) -> NoReturn:
    """Write the reports where they are wanted, and end with the exit code."""
    from autograder.cli.files import write
    from autograder.report.results import dumps

    if json is not None:
        write(dumps(reports), json)
    if any(not report.graded for report in reports):
        raise typer.Exit(USAGE)
    raise typer.Exit(PASSED if all(report.passed for report in reports) else FAILED)
