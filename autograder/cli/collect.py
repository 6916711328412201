"""What a learning platform gives out, put where grading finds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.ending import FAILED, PASSED, USAGE
from autograder.cli.output import err, out

if TYPE_CHECKING:
    from autograder.download.collect import Collected

#: What became of a submission, in the order in which it is said.
_SAID = {
    "new": "new",
    "newer": "newer than what was there",
    "same": "there already",
    "older": "older than what is there, which stays",
}


def collect(
    download: Annotated[Path, typer.Argument(metavar="ZIP|FOLDER", help="What the platform gave out.")],
    lesson: Annotated[
        str | None,
        typer.Argument(metavar="LESSON", help="The only lesson that is wanted.", show_default=False),
    ] = None,
) -> None:
    """Put a download of Moodle, Canvas or GitHub Classroom into submitted/STUDENT/LESSON/, with its times.

    A zip of submissions as it comes, a folder of cloned repositories, or folders of students. A lesson is told by
    the cells of a file, not by its name; names become ids by the class list in the gradebook. Nothing newer is
    overwritten and nothing deleted.

    Exit code 0: all were placed; 1: somebody was not; 2: nobody was.
    """
    from autograder.cli.files import ready_to_write_in
    from autograder.download.collect import collect
    from autograder.grading.selection import lesson_named
    from autograder.nbgrader.people import people_of

    wanted = None if lesson is None else lesson_named(lesson)
    ready_to_write_in(Path("submitted"))
    found = collect(download, Path("submitted"), people_of(Path.cwd()), wanted)
    _show(found)
    raise typer.Exit(USAGE if not found.placed else FAILED if found.unplaced else PASSED)


def _show(found: Collected) -> None:
    for one in found.placed:
        for note in one.notes:
            out.say(f"{one.student}, {one.lesson}: {note}")
        if one.how == "older":
            there = f"what is there, of {one.at:%Y-%m-%d %H:%M} UTC, is newer: it stays"
            out.say(f"{one.student}, {one.lesson}: {there}")
    for lesson, counts in found.counts.items():
        said = ", ".join(f"{counts[how]} {words}" for how, words in _SAID.items() if counts[how])
        out.say(f"{lesson}: {said}")
    if found.strangers:
        out.say(f"not on the class list, and called by the name that there is: {', '.join(found.strangers)}")
    if found.platform == "Canvas" and found.placed:
        late = f"; it marks as late: {', '.join(found.late)}" if found.late else ""
        out.say(f"Canvas gives no times of submission, and those of its archive are taken instead{late}")
    for who, reason in found.unplaced:
        err.say(f"not placed: {who}: {reason}")
    if not found.placed and not found.unplaced:
        err.say("there is nothing in it that somebody could have handed in")
