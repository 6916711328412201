"""A class list, into nbgrader's gradebook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.ending import FAILED, PASSED, USAGE
from autograder.cli.output import err, out
from autograder.failures import UsageError


def roster(
    csv: Annotated[Path, typer.Argument(metavar="CSV", help="The class list, as Moodle or Canvas exports it.")],
) -> None:
    """Put the students of a class list into nbgrader's gradebook: id, first name, last name, email.

    Nobody is removed, and what the list leaves empty stays. From then on, tables and pages show names beside ids.

    Exit code 0: every line was read; 1: some were not; 2: nothing was.
    """
    if not csv.exists():
        raise UsageError(f"there is no file {csv}")
    from autograder.nbgrader.roster import enter, roster_in

    found = roster_in(csv)
    for line, why in found.unread:
        err.say(f"line {line} was not read: {why}", "yellow")
    if not found.students:
        err.say(f"{csv} names no student")
        raise typer.Exit(USAGE)
    entered = enter(found, Path.cwd())
    for student in entered.new:
        out.say(f"new: {student}")
    for student, what in entered.changed:
        out.say(f"changed: {student}: {what}")
    counts = f"{len(entered.new)} new, {len(entered.changed)} changed, {entered.same} as before"
    out.say(f'{counts}; the ids are from the column "{found.ids}"')
    raise typer.Exit(FAILED if found.unread else PASSED)
