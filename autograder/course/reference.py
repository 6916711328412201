"""A lesson's own right version of each exercise: stands in for a sibling that the student got wrong.

It crosses to the student's side as source, and only for the checks of an exercise that calls the sibling.
"""

from __future__ import annotations

import ast
from collections.abc import Collection

from autograder.course.courses import course_of
from autograder.course.exercises import exercises_of


def source_of(lesson: str, names: Collection[str]) -> str:
    """The source of a lesson's reference without the exercises that are not in `names`. Raises `CourseError`."""
    course = course_of(lesson)
    if course is None:
        return ""
    tree = course.tree(lesson, "reference.py")
    hidden = set(exercises_of(lesson)) - set(names)
    tree.body = [node for node in tree.body if getattr(node, "name", None) not in hidden]
    return ast.unparse(tree)
