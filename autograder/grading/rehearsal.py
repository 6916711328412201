"""What will be handed in, run as the grader runs it: from a clean start, and with nothing but the file itself."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.exercises import exercises_of
from autograder.failures import GraderError
from autograder.grading.released import Released
from autograder.grading.sandboxed import sandbox_name
from autograder.grading.work import Setting, Task, Workplace
from autograder.report.card import not_begun
from autograder.report.points import number
from autograder.report.results import Report
from autograder.rng import PUBLIC_SEED
from autograder.submission.cells import Cell, Submission
from autograder.submission.names import bound
from autograder.wire.frames import Message
from autograder.worker.magics import python_of

_NO_NAME = re.compile(r"name '(\w+)' is not defined")
_NO_MODULE = re.compile(r"No module named '(\w+)'")
#: Checks that may fail before an examination is given up: more than there are.
_ALL = 1_000_000
#: What a card's points may differ by from those that it was made of.
_ROUNDED = 1e-3
#: Characters of a cell's first line, where it has no name.
_LENGTH = 40


@dataclass(frozen=True)
class Rehearsed:
    """What came of it, and what of it only worked where it was written, a sentence each."""

    report: Report
    hidden: tuple[str, ...]


def rehearsed(submission: Submission, lesson: str, claimed: Mapping[str, float]) -> Rehearsed:
    """Examine a submission in a sandbox, or in a plain process where there is none; the seed is the public one.

    Which mistakes it makes is not looked for. claimed: the points that its own cards show. Raises `GraderError` or
    `OSError` where the grader itself fails.
    """
    if not hasattr(os, "fork"):
        raise GraderError(
            "this system cannot run it as the grader does, and the file to upload is made all the same"
        )
    sandbox = sandbox_name(trusted=True)
    # without the lesson's own that only show something, and with nothing drawn: that is nobody's score
    submission = Released.at_home(lesson).needed(submission)
    undrawn = frozenset(cell.source for cell in submission.cells)
    task = Task(submission, lesson, exercises_of(lesson), shown=True, undrawn=undrawn, enough=_ALL)
    with closing(Workplace(Setting(Path.cwd(), PUBLIC_SEED, sandbox, trusted=True))) as place:
        done = place.examined(task)
    assert done.report is not None, "a lesson was examined"
    found = [
        *_of_cells(submission.cells, done.results, submission.path.parent),
        *_of_checks(submission.cells, done.report),
        *_of_cards(done.report, claimed),
    ]
    return Rehearsed(done.report, tuple(dict.fromkeys(found)))


def unfinished(report: Report) -> list[str]:
    """The exercises that are as they were given out, in a sentence, if any are."""
    left = [exercise for exercise in report.exercises if not_begun(exercise)]
    points = sum(exercise.max_points for exercise in left if not exercise.optional)
    names = ", ".join(f"{exercise.name} (optional)" if exercise.optional else exercise.name for exercise in left)
    return [f"not begun yet ({number(points)} points): {names}"] if left else []


def _of_cells(cells: Sequence[Cell], results: Sequence[Message], folder: Path) -> Iterator[str]:
    """What cells use that was not there when they ran."""
    for place, (cell, result) in enumerate(zip(cells, results, strict=False)):
        for kind, message in _errors(result):
            name, module = _NO_NAME.search(message), _NO_MODULE.search(message)
            if kind == "NameError" and name:
                yield from _no_name(name[1], f"in {_called(cell)}", cells, place)
            elif module and Path(folder, f"{module[1]}.py").is_file():
                file = f"{module[1]}.py"
                yield f"{file} lies beside it, and is not handed in: copy what you need of it into a cell"


def _no_name(name: str, where: str, cells: Sequence[Cell], place: int) -> Iterator[str]:
    """A name that nothing above gives a meaning to; what a cell above failed to define has its own message."""
    homes = [number for number, cell in enumerate(cells) if name in bound(python_of(cell.source))]
    if not homes:
        yield (
            f"`{name}` is used {where}, and no cell defines it: it is misspelt, or its cell was deleted, and only "
            "your kernel still remembers it"
        )
    elif min(homes) > place:
        yield (
            f"`{name}` is used {where}, which stands above the cell that defines it ({_called(cells[homes[0]])}): "
            "it works only because of the order in which you ran them; move the definition up"
        )


def _of_checks(cells: Sequence[Cell], report: Report) -> Iterator[str]:
    """What the functions themselves use, and nothing defines."""
    for exercise in report.exercises:
        for check in exercise.checks:
            found = _NO_NAME.search(check.finding.what) if check.finding and check.kind == "raised" else None
            if found and check.finding and check.finding.what.startswith("NameError"):
                yield from _no_name(found[1], f"in {exercise.name}", cells, len(cells))


def _of_cards(report: Report, claimed: Mapping[str, float]) -> Iterator[str]:
    for exercise in report.exercises:
        shown = claimed.get(exercise.name, 0.0)
        if shown > exercise.points + _ROUNDED:
            yield (
                f"the card of {exercise.name} in your notebook says {number(shown)} points, a clean start gives "
                f"{number(exercise.points)}: restart the kernel, run all cells, and look at it again"
            )


def _errors(result: Message) -> list[tuple[str, str]]:
    """The exceptions of a cell: their types, and what they say."""
    errors: Any = result.get("errors", [result.get("error")])
    found = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    return [(str(error.get("type", "")), str(error.get("message", ""))) for error in found]


def _called(cell: Cell) -> str:
    """How a person finds a cell: by its name, else by how it begins."""
    if cell.grade_id:
        return f"the cell of {cell.grade_id}"
    return f"the cell `{cell.begins(_LENGTH)}`"
