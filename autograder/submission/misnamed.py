"""Which name a student has given to what an exercise calls otherwise."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterable
from functools import cache

from autograder.course.courses import Course, course_of
from autograder.course.exercises import lesson_of, vocabulary
from autograder.course.places import released
from autograder.failures import Unreadable, UsageError
from autograder.submission.cells import read
from autograder.submission.outline import outline_of
from autograder.submission.scopes import DEFINITIONS

_LIKE = 0.75
#: What students put before and after a name: `my_relu`, `relu2`, `relu_fn`.
_BEFORE = re.compile(r"^(?:the|my|own|new|custom)(?=\w{3})")
_AFTER = re.compile(r"(?<=\w{3})(?:function|func|fn|activation|implementation|impl|final|new|v?\d+)$")


def misnamed(name: str, names: Iterable[str]) -> str | None:
    """Which of these names was probably meant to be `name`; None where there is none.

    An exercise of its own is none of them: `relu` is no slip of who has yet to write `leaky_relu`. Nor is what the
    lesson's notebook defines as it is given out.
    """
    lesson = lesson_of(name) or ""
    given = {*vocabulary(), *_given_out(course_of(lesson), lesson)}
    own = {_plain(found): found for found in names if found not in given}
    near = difflib.get_close_matches(_plain(name), own, n=1, cutoff=_LIKE)
    return own[near[0]] if near else None


def functions_in(source: str) -> list[str]:
    """The names that a source gives to functions and classes: an exercise is one of the two."""
    own = outline_of(source).own
    return [name for name, node in own.items() if isinstance(node, (*DEFINITIONS, ast.Lambda))]


@cache
def _given_out(course: Course | None, lesson: str) -> tuple[str, ...]:
    """The functions and classes of a lesson's notebook as students get it; none where it is not here."""
    try:
        return () if course is None else tuple(functions_in(read(released(course, lesson)).source))
    except (UsageError, Unreadable, OSError):
        return ()


def _plain(name: str) -> str:
    """What is left of a name without its case, underscores and ornaments."""
    return _AFTER.sub("", _BEFORE.sub("", name.lower().replace("_", "")))
