"""Submissions that a person may want to look at side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.output import out

#: Pairs that are shown: of more than a person looks at, those that say most.
_MOST = 50
_HINT = (
    "A hint for a person, and no proof: two who learnt together, or from one page, are alike as well, and whoever "
    "copied what many have is not seen. Read both before you say a word. No score and no report knows of this."
)


def similar(
    lesson: Annotated[str, typer.Argument(help="The lesson, as in `autograder similar activations`.")],
) -> None:
    """List pairs of submissions in submitted/ that share code which few others have, in most exercises first.

    Names, comments and layout do not count, nor does what was handed out, what the lesson's own answers have, or
    what a large part of the class wrote. It is a hint for a person, and no proof; nothing is written.
    """
    from rich.table import Table

    from autograder.grading.selection import lesson_named
    from autograder.grading.similar import similar
    from autograder.report.card import folding

    name = lesson_named(lesson)
    class_ = similar(Path("submitted"), Path.cwd(), name)
    found = class_.pairs
    if class_.unread:
        out.say(f"cannot be read, and left out: {', '.join(class_.unread)}")
    if not found:
        out.say(f"no two of {class_.submissions} submissions are more alike than others")
        return
    table = Table("submissions", "", "share of rarer code", "in common", "where")
    for pair in found[:_MOST]:
        where = ", ".join(each or "outside of the exercises" for each in pair.exercises)
        table.add_row(pair.first, pair.second, f"{pair.share:.0%}", str(pair.common), where)
    out.print(folding(table))
    if len(found) > _MOST:
        out.say(f"and {len(found) - _MOST} more pairs")
    out.say(_HINT)
