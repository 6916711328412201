"""What the cells of an exercise are called: nbgrader's grade_id, `sigmoid` and then `check-sigmoid`."""

from __future__ import annotations

from collections.abc import Mapping

_CHECK = "check-"


def grade_id_of(metadata: object) -> str | None:
    """The grade_id in a cell's metadata, None where there is none; a file may say anything there."""
    marks = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    name = marks.get("grade_id") if isinstance(marks, Mapping) else None
    return name if isinstance(name, str) else None


def check_of(exercise: str) -> str:
    """The grade_id of the check cell of an exercise."""
    return f"{_CHECK}{exercise}"


def exercise_of(grade_id: str | None) -> str | None:
    """The exercise whose check cell has this grade_id; None for any other cell."""
    return grade_id.removeprefix(_CHECK) if grade_id and grade_id.startswith(_CHECK) else None
