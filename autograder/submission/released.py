"""An exercise as students are given it: a cell of the released notebook, of the course directory or installed."""

from __future__ import annotations

from pathlib import Path

from autograder.course.courses import Course
from autograder.failures import Unreadable
from autograder.submission.cells import read


def stub_of(course: Course, lesson: str, exercise: str) -> str:
    """The text of an exercise's cell before anything is written into it. Raises `Unreadable`."""
    name = Path("release", lesson, f"{lesson}.ipynb")
    folders = (course.root or Path.cwd(), *course.content.parents[:2])
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        raise Unreadable(f"the released notebook of {lesson} is not here: copy the cell from {name.as_posix()}")
    found = (cell.source for cell in read(path).cells if cell.grade_id == exercise)
    stub = next(found, None)
    if stub is None:
        raise Unreadable(f"{name.as_posix()} has no cell of {exercise}")
    return stub
