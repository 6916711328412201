"""Checks on one's own work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.ending import FAILED, PASSED, UNREAD, USAGE
from autograder.cli.output import Device, err, out


def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="LESSON|EXERCISE", show_default=False)] = None,
    student: Annotated[
        list[Path] | None,
        typer.Option(help="A .py, a .ipynb, or a folder of them. [default: exercises/, or this folder]"),
    ] = None,
    json: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the reports; - is standard output.")
    ] = None,
    device: Annotated[Device, typer.Option(help="What it is trained on.")] = Device.auto,
) -> None:
    """Run the checks on your own work, or on files that you trust.

    Exit code 0: everything passed; 1: something failed; 2: something could not be read.
    """
    from autograder.channel.zygote import Zygote
    from autograder.cli.files import ready_to_write, write_json
    from autograder.grading.selection import default_path, jobs, selected, trains

    ready_to_write(json)
    work = jobs(selected(names or []), student or [default_path()])
    # where no process can be forked, as on Windows, what is one's own runs in this one
    zygote = Zygote(device=device.value, warm=trains(work)) if hasattr(os, "fork") else None
    console = err if json == "-" else out
    try:
        # imported now that the zygote does the same beside it: both take seconds, most of them torch's
        from autograder.channel.devices import tried
        from autograder.examiner.session import Examiner
        from autograder.grading.examine import examine_all
        from autograder.report.terminal import show_report

        if zygote is not None:
            tried(zygote)
        reports = []
        for report in examine_all(work, Examiner(), zygote):
            reports.append(report)
            show_report(report, console)
            if console.closed and json is None:
                raise typer.Exit(UNREAD)
    finally:
        if zygote is not None:
            zygote.close()
    if json is not None:
        write_json(reports, json)
    if any(not report.graded for report in reports):
        raise typer.Exit(USAGE)
    raise typer.Exit(PASSED if all(report.passed for report in reports) else FAILED)
