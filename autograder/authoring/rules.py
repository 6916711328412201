"""What a lesson must be like before anything is made from it.

Each rule yields its findings as sentences that tell the author what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from autograder.authoring.leaks import BEGIN, END
from autograder.authoring.percent import Cell, course_extra, marks, place
from autograder.course.grade_ids import check_of, exercise_of, grade_id_of

_LOCKED = (
    '{"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, '
    '"task": false}'
)
_CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")  # nbformat's rule


def structure(cells: Sequence[Cell]) -> Iterator[str]:
    """Exercises are complete, named once, and marked as nbgrader wants them."""
    validator = course_extra("nbgrader.nbgraderformat").MetadataValidator()
    ids = [grade_id_of(cell.metadata) or "" for cell in cells]
    for grade_id, count in Counter(filter(None, ids)).items():
        if count > 1:
            yield f"{count} cells have the grade_id {grade_id!r}: give each its own"
    for position, cell in enumerate(cells):
        if garbled := cell.metadata.get("incorrectly_encoded_metadata"):
            yield f"the metadata of {place(cell)} cannot be read: {garbled}"
        try:
            validator.validate_cell(cell)
        except Exception as error:  # jsonschema's, and nbgrader's own for another version of its schema
            key = "".join(f"{step}: " for step in getattr(error, "path", ()))
            yield f"the nbgrader metadata of {place(cell)} is not valid: {key}{str(error).splitlines()[0]}"
        yield from _regions(cell)
        yield from _partners(cell, ids[:position], ids[position + 1 :])
    yield from _imports(cells)


def points(cells: Sequence[Cell], of_checks: Mapping[str, float]) -> Iterator[str]:
    """A check cell is worth the sum of its checks."""
    checks = {exercise_of(grade_id_of(cell.metadata)): cell for cell in cells if marks(cell).get("grade")}
    stated = {exercise: marks(cell).get("points", 0) for exercise, cell in checks.items() if exercise}
    for exercise in stated:
        if exercise not in of_checks:
            yield f"{exercise!r} has a check cell but no checks: write them in its checks.py"
    for exercise, total in of_checks.items():
        if exercise not in stated:
            yield (
                f"{exercise!r} has checks but no check cell: add one with grade_id {check_of(exercise)!r} below "
                "its solution cell, or take its checks out, too"
            )
        elif not isinstance(stated[exercise], (int, float)):
            continue  # said where its structure is looked at
        elif stated[exercise] != total:
            yield (
                f"the check cell of {exercise!r} states {stated[exercise]:g} points but its checks sum to "
                f'{total:g}: write "points": {total:g} there, or change what the checks are worth'
            )


def _regions(cell: Cell) -> Iterator[str]:
    found = [mark for line in cell.source.splitlines() for mark in (BEGIN, END) if mark in line]
    if found != [BEGIN, END] * (len(found) // 2):
        yield f"{place(cell)} has {BEGIN} and {END} lines that do not match: write them in turn, in pairs"
    if found and not marks(cell).get("solution"):
        yield f"{place(cell)} has a solution region but is no solution cell: give it nbgrader metadata"
    if marks(cell).get("solution") and not found:
        yield f"{place(cell)} has no {BEGIN}, so students would lose its signature too: add a region"


def _imports(cells: Sequence[Cell]) -> Iterator[str]:
    """Every exercise needs the imports, and nbgrader puts back only cells that it knows."""
    first = next((cell for cell in cells if cell.cell_type == "code"), None)
    if first is None or not any(marks(cell).get("solution") for cell in cells):
        return
    if not marks(first).get("locked") or marks(first).get("solution") or marks(first).get("grade"):
        yield (
            f"{place(first)} is the first one with code and must hold the imports, locked, so that they come back "
            f"where a student has deleted them: give it nbgrader={_LOCKED}"
        )


def _partners(cell: Cell, earlier: Sequence[str], later: Sequence[str]) -> Iterator[str]:
    grade_id = grade_id_of(cell.metadata)
    if not grade_id:
        return
    if not _CELL_ID.fullmatch(grade_id):
        yield f"the grade_id {grade_id!r} must be 1 to 64 letters, digits, - or _: it is the cell's id too"
    if marks(cell).get("solution") and check_of(grade_id) not in later:
        yield f"{place(cell)} has no check cell after it: add one with grade_id {check_of(grade_id)!r}"
    if marks(cell).get("grade"):
        yield from _check_cell(cell, grade_id, earlier)


def _check_cell(cell: Cell, grade_id: str, earlier: Sequence[str]) -> Iterator[str]:
    exercise = exercise_of(grade_id)
    if exercise is None:
        yield f"{place(cell)} is graded, so its grade_id must be 'check-' and that of the solution cell before it"
    elif exercise not in earlier:
        yield (
            f"{place(cell)} has no solution cell before it: put back the one with grade_id {exercise!r}, or take "
            "the check cell and the exercise's checks out, too"
        )
    exercise = exercise or grade_id
    if not re.search(rf"""\bcheck\(\s*['"]{re.escape(exercise)}['"]""", cell.source):
        yield f"{place(cell)} must call check({exercise!r})"
    if "active-ipynb" not in cell.metadata.get("tags", []):
        yield f'{place(cell)} would run when the script is imported: give it tags=["active-ipynb"]'
