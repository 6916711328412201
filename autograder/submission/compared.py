"""A file beside the notebook that was given out: what is gone from it, what was changed that is not to be, what is
there twice. A sentence each, and what it means for whoever hands it in; nothing is executed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.course.courses import Course
from autograder.course.exercises import exercises_of
from autograder.course.grade_ids import check_of, exercise_of, grade_id_of
from autograder.course.places import released
from autograder.failures import UsageError
from autograder.submission.cells import Submission, joined, notebook_cells, source_of
from autograder.submission.misnamed import functions_in, misnamed
from autograder.submission.names import DEFINITION, bound
from autograder.submission.outline import parsed
from autograder.submission.scopes import DEFINITIONS
from autograder.worker.magics import python_of


@dataclass(frozen=True)
class _Part:
    """A cell of a notebook, with what nbgrader says of it."""

    name: str | None
    source: str
    locked: bool
    outputs: list[Any]


def amiss(submission: Submission, text: str, course: Course, lesson: str) -> list[str]:
    """What is amiss with a file of this text that is a submission in a lesson of the course."""
    found = list(_twice_or_never(submission, lesson))
    try:
        given = _parts(released(course, lesson).read_text(encoding="utf-8"))
    except UsageError:  # it is not here, so that there is nothing to compare with
        return found
    mine = _parts(text) if submission.kind == "notebook" else []
    names = [part.name for part in mine]
    if any(names):  # some programs lose them, and then exercises are found by what cells define
        found += _gone([part.name for part in given if part.name and part.name not in names], lesson)
        found += _changed(mine, given)
    return found


def claims(text: str) -> dict[str, float]:
    """The points that the cards in a notebook show, by exercise: those of when it was saved; 0 without a card."""
    found: dict[str, float] = {}
    for part in _parts(text):
        exercise = exercise_of(part.name)
        if exercise is not None:
            points = [_points(output) for output in part.outputs if isinstance(output, dict)]
            found[exercise] = max(filter(math.isfinite, points), default=0.0)
    return found


def _twice_or_never(submission: Submission, lesson: str) -> Iterator[str]:
    """Exercises that no cell gives a meaning to, and those that several define."""
    sources = [python_of(cell.source) for cell in submission.cells]
    pairs = zip(submission.cells, sources, strict=True)
    torn = {name for c, source in pairs if not parsed(source).body for name in DEFINITION.findall(c.source)}
    names = frozenset().union(*map(bound, sources))
    nodes = (node for source in sources for node in parsed(source).body)
    times = Counter(node.name for node in nodes if isinstance(node, DEFINITIONS))
    for name in exercises_of(lesson):
        if times[name] > 1:
            yield f"{name} is defined {times[name]} times: the last one that runs counts; delete the others"
        elif name in torn - names:
            what = f"the cell of {name} is not Python yet, and nothing in it counts"
            yield f"{what}: `autograder check {name}` says where"
        elif name not in names:
            yield _never(name, submission.source)


def _never(name: str, source: str) -> str:
    meant = misnamed(name, functions_in(source))
    if meant is not None:
        return f"nothing in it defines {name}, but something that is called `{meant}`: is it misspelt?"
    return f"nothing in it defines {name}: `autograder reset {name}` says how to get it back"


def _gone(names: Sequence[str], lesson: str) -> Iterator[str]:
    checks = [exercise for name in names if (exercise := exercise_of(name)) is not None]
    if checks:
        cells = "the check cell was" if len(checks) == 1 else "the check cells were"
        yield f"{cells} deleted ({', '.join(checks)}): the grader has its own, and no points are lost"
    other = [name for name in names if name not in (*map(check_of, checks), *exercises_of(lesson))]
    if other:
        yield f"deleted, and not yours to delete: {', '.join(other)}; what is below may need what was in there"


def _changed(mine: Sequence[_Part], given: Sequence[_Part]) -> Iterator[str]:
    before = {part.name: part.source.strip() for part in given if part.locked}
    for part in mine:
        if part.name not in before or part.source.strip() == before[part.name]:
            continue
        exercise = exercise_of(part.name)
        if exercise is not None:
            yield f"the check cell of {exercise} was changed: the grader uses its own, so that changes no score"
        else:
            yield f"the locked cell {part.name} was changed: what you need in it, put into a cell of your own"


def _parts(text: str) -> list[_Part]:
    return [_part(cell) for cell in notebook_cells(text) if isinstance(cell, dict)]


def _part(cell: dict[str, Any]) -> _Part:
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    outputs = cell.get("outputs")
    return _Part(
        grade_id_of(metadata),
        source_of(cell),
        bool(isinstance(marks, dict) and marks.get("locked")),
        outputs if isinstance(outputs, list) else [],
    )


def _points(output: Mapping[str, Any]) -> float:
    """The points that an output shows; not a number where it shows none."""
    data = output.get("data")
    shown = joined(data.get("text/plain")) if isinstance(data, dict) else ""
    try:
        return float(shown)
    except ValueError:
        return math.nan
