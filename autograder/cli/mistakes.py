"""The mistakes that are known."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Annotated

import typer

from autograder.cli.output import err, out


def mistakes(
    name: Annotated[
        str | None,
        typer.Argument(metavar="LESSON|EXERCISE", help="All lessons where none is named.", show_default=False),
    ] = None,
    html: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write a page of them, each with an example and a picture.")
    ] = None,
) -> None:
    """Show the mistakes that students make, each with the hint that leads out of it."""
    from autograder.course.exercises import exercises_of
    from autograder.grading.selection import selected

    chosen = {
        lesson: exercises or exercises_of(lesson) for lesson, exercises in selected([name] if name else []).items()
    }
    if html is None:
        _show(chosen)
    else:
        _write(chosen, html)


def _show(chosen: Mapping[str, Sequence[str]]) -> None:
    from rich.text import Text

    from autograder.course.mistakes import mistakes_of

    width = min(out.width, 115) - 2
    text = Text()
    for lesson, exercises in chosen.items():
        for exercise in exercises:
            mine = mistakes_of(lesson, exercise)
            count = f"{len(mine)} mistake{'' if len(mine) == 1 else 's'}"
            text.append(exercise, "bold").append(f"  {lesson}, {count}\n\n", "dim")
            for mistake in mine:
                text.append(textwrap.fill(mistake.name, width, subsequent_indent="  ") + "\n")
                text.append(textwrap.indent(textwrap.fill(mistake.hint, width), "  ") + "\n\n", "dim")
    text.rstrip()
    out.print(text, soft_wrap=True)


def _write(chosen: Mapping[str, Sequence[str]], destination: str) -> None:
    from autograder.cli.files import ready_to_write, write

    ready_to_write(destination)
    from autograder.channel.zygote import Zygote
    from autograder.diagnosis.gallery import chapters
    from autograder.report.gallery import page

    with closing(Zygote(device="cpu")) as zygote:
        found = [one for lesson, names in chosen.items() for one in chapters(lesson, names, lambda: zygote)]
    write(page(found), destination)
    if destination != "-":
        err.say(f"wrote {destination}")
