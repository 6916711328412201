"""`equivalents.toml` of a lesson: the mutants that are as right as the solution, a line each, with the reason.

[softmax]
"return x / x.sum(dim=dim) => return x / x.sum(dim)" = "dim is the first argument of sum"
"""

from __future__ import annotations

import json
from pathlib import Path

from autograder.course.courses import Course
from autograder.failures import CourseError

_NAME = "equivalents.toml"


def file_of(course: Course, lesson: str) -> Path:
    """Where they are listed; it need not be there."""
    return course.file(lesson, _NAME)


def equivalents(course: Course, lesson: str) -> dict[tuple[str, str], str]:
    """For each exercise and change that is listed, the reason. Raises `CourseError`."""
    path = file_of(course, lesson)
    found: dict[tuple[str, str], str] = {}
    for exercise, lines in course.fields(lesson, _NAME).items():
        for change, reason in lines.items() if isinstance(lines, dict) else [(exercise, "")]:
            if not isinstance(reason, str) or not reason.strip():
                raise CourseError(f"{path}: say below [{exercise}] why this is equivalent: {change}")
            found[exercise, change] = reason
    return found


def line_of(change: str) -> str:
    """The line that lists a mutant, but for the reason."""
    return f"{json.dumps(change, ensure_ascii=False)} = "
