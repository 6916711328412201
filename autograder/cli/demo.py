"""A small class, graded for real."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.output import err, out
from autograder.cli.screen import Screen

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from autograder.demo import Row


def demo(
    lessons: Annotated[
        list[str] | None,
        typer.Argument(metavar="LESSON", help="[default: the first two]", show_default=False),
    ] = None,
    course: Annotated[
        Path | None, typer.Option(help="Where to make the course directory. [default: a temporary folder]")
    ] = None,
) -> None:
    """Grade a class of nine made-up students into a gradebook, and show what comes out."""
    import tempfile

    from autograder.demo import grade_class, lessons_built
    from autograder.sandbox.probe import probe

    kit = Path.cwd()
    chosen = chosen_lessons(lessons_built(kit), lessons or [])
    folder = course or Path(tempfile.mkdtemp(prefix="autograder-demo-"))
    with err.status("making the class", spinner="line") as status:
        rows = grade_class(folder, kit, chosen, lambda words: status.update(f"grading {words}"))
    Screen(width=max(out.width, 70 + 11 * len(chosen)), highlight=False).print(demo_table(rows))
    if not probe().sufficient:
        out.print("no sandbox can be had here, so this class ran as plain processes; `grade` would not do that")
    out.say(f"feedback pages: {folder}/feedback/STUDENT/LESSON/LESSON.html")


def chosen_lessons(built: list[str], words: Sequence[str]) -> list[str]:
    """The lessons that are named, in teaching order, or few enough to wait for. Raises `UsageError`."""
    from autograder.failures import UsageError
    from autograder.grading.selection import unknown

    for word in words:
        if word not in built:
            raise UsageError(unknown(word, built))
    return [lesson for lesson in built if lesson in (words or built[:2])]


def demo_table(rows: Sequence[Row]) -> Table:
    """A line for each student, a column for each lesson, and what went wrong first."""
    from rich.table import Table

    from autograder.report.card import folding, words
    from autograder.report.summary import in_short, problems

    lessons = list(dict.fromkeys(row.lesson for row in rows))
    table = Table("student", *lessons, "seconds", "what went wrong first")
    for column in table.columns[1:-1]:
        column.justify = "right"
    for student in dict.fromkeys(row.student for row in rows):
        mine = {row.lesson: row for row in rows if row.student == student}
        cells = [_score(mine[lesson]) for lesson in lessons]
        seconds = sum(row.report.seconds for row in mine.values())
        found = [in_short(row.report, 2) for row in mine.values() if problems(row.report)]
        table.add_row(words(student), *cells, f"{seconds:.1f}", words(next(iter(found), "")))
    return folding(table)


def _score(row: Row) -> Text:
    from rich.text import Text

    from autograder.report.points import out_of

    if row.score is None:
        return Text("not\ngraded", style="yellow")  # two lines, for eight lessons leave little room
    style = "green" if row.score == row.report.max_points else "red"
    return Text(out_of(row.score, row.report.max_points), style=style)
