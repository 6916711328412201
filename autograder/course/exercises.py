"""The mark that makes a test a check of an exercise, and the catalogue of all of them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from autograder.course.courses import Course, course_of, here

Test = TypeVar("Test", bound=Callable[..., None])

#: What a check is marked with.
_MARK = "exercise"
#: Seconds that one request of a check may use, unless the check says otherwise.
DEFAULT_TIMEOUT = 5.0


@dataclass(frozen=True)
class Check:
    """One check: a test function with the exercise that it belongs to, and what passing it is worth."""

    id: str
    title: str
    lesson: str
    exercise: str
    points: float
    needs: tuple[str, ...]
    timeout: float
    builtins: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    optional: bool = False
    tests: str = ""


def exercise(
    name: str,
    *,
    points: float,
    needs: Sequence[str] = (),
    timeout: float = DEFAULT_TIMEOUT,
    builtins: Sequence[str] = (),
    given: Sequence[str] = (),
    optional: bool = False,
    tests: str = "",
) -> Callable[[Test], Test]:
    """Mark a test function as a check of the exercise `name`.

    points: what passing earns. needs: ids of checks without which this one is skipped; the first check of
    an exercise is needed by all its others. timeout: seconds that one request to the student's code may use, as
    `autograder.channel.clocks` counts them. builtins: what the exercise re-implements, and therefore may not call;
    they stand at the check that looks for them. given: other exercises of which it is handed results: where the
    student's are wrong, the kit's stand in for them. optional: the exercise's
    points are shown, and count for nothing. tests: what the exercise is a test of: another one, on versions and
    mistakes of which it is tried. One of its checks says these two for all.
    """

    def mark(test: Test) -> Test:
        title = (inspect.getdoc(test) or test.__name__).splitlines()[0]
        lesson = Path(test.__code__.co_filename).parent.name
        lists = tuple(needs), timeout, tuple(builtins), tuple(given)
        test.check = Check(  # type: ignore[attr-defined]  # the mark travels on the function, as pytest's do
            test.__name__, title, lesson, name, float(points), *lists, optional, tests
        )
        return test

    return mark


def checks_of(lesson: str) -> tuple[Check, ...]:
    """The checks of a lesson in the order of discovery, with the implied needs filled in."""
    course = course_of(lesson)
    return () if course is None else _checks(course, lesson)


@cache
def _checks(course: Course, lesson: str) -> tuple[Check, ...]:
    names = _read(course, lesson) or vars(course.checks(lesson))
    marked = [value for value in names.values() if inspect.isfunction(value) and hasattr(value, "check")]
    found: list[Check] = [test.check for test in marked]
    first = {check.exercise: check.id for check in reversed(found)}  # of several, the first stays
    return tuple(_with_first(check, first[check.exercise]) for check in found)


def _read(course: Course, lesson: str) -> dict[str, Any] | None:
    """The marked functions of checks.py, without what they do: to say what there is to do, no check is imported.

    None where a file has its checks in another way, as made in a loop, or taken from another module.
    """
    names: dict[str, Any] = {_MARK: exercise}
    try:
        outline = ast.Module(list(_outline(course.tree(lesson, "checks.py"))), [])
        exec(compile(outline, course.file(lesson, "checks.py"), "exec"), names)
    except Exception:  # where it is wrong, to import it says so, and in which line
        return None
    return names


class _NotPlain(Exception):
    """More than its constants and its marked functions decide what the checks of a file are."""


def _outline(tree: ast.Module) -> Iterator[ast.stmt]:
    """The constants of a file with checks, and the marks and docstrings of its functions. Raises `_NotPlain`."""
    constants: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and _names(node.decorator_list) & {_MARK}:
            yield _without_body(node)
        elif isinstance(node, ast.Assign) and _is_literal(node.value):
            constants |= _names(node.targets)
            yield node
        elif isinstance(node, ast.ImportFrom):
            taken = [alias.name for alias in node.names if alias.name != _MARK or alias.asname]
            if any(name.startswith(("test", _MARK, "*")) for name in taken):
                raise _NotPlain
        elif _names([node]) & {_MARK, *(() if isinstance(node, ast.FunctionDef) else constants)}:
            raise _NotPlain


def _without_body(node: ast.FunctionDef) -> ast.stmt:
    """A function that nobody calls, with the docstring and the decorators of this one."""
    nothing = ast.arguments([], [], None, [], [], None, [])
    body: list[ast.stmt] = [ast.Pass()] if ast.get_docstring(node) is None else node.body[:1]
    bare = ast.FunctionDef(node.name, nothing, body, node.decorator_list)
    return ast.fix_missing_locations(ast.copy_location(bare, node))


def _names(nodes: Sequence[ast.AST]) -> set[str]:
    """The names, also those of attributes, that stand in them."""
    parts = [part for node in nodes for part in ast.walk(node)]
    found = {part.id for part in parts if isinstance(part, ast.Name)}
    return found | {part.attr for part in parts if isinstance(part, ast.Attribute)}


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def _with_first(check: Check, first: str) -> Check:
    needs = check.needs if check.id == first or first in check.needs else (first, *check.needs)
    return replace(check, needs=needs)


def exercises_of(lesson: str) -> tuple[str, ...]:
    """The exercises of a lesson, in order."""
    return tuple(dict.fromkeys(check.exercise for check in checks_of(lesson)))


def points_of(lesson: str) -> dict[str, float]:
    """What each exercise of a lesson is worth: the sum of its checks' points; nothing, where it is optional."""
    totals: dict[str, float] = {}
    for check in checks_of(lesson):
        counts = 0.0 if check.exercise in optional_in(lesson) else check.points
        totals[check.exercise] = totals.get(check.exercise, 0.0) + counts
    return totals


def optional_in(lesson: str) -> frozenset[str]:
    """The exercises of a lesson that count for nothing, as the mark of one of their checks says."""
    return frozenset(check.exercise for check in checks_of(lesson) if check.optional)


def tested_by(lesson: str, exercise: str) -> str:
    """The exercise that this one is a test of; "" where it is none."""
    return next((check.tests for check in checks_of(lesson) if check.exercise == exercise and check.tests), "")


def builtins_of(exercise: str) -> tuple[str, ...]:
    """The built-ins that an exercise re-implements and therefore may not call."""
    checks = checks_of(vocabulary().get(exercise, ""))
    return tuple(name for check in checks if check.exercise == exercise for name in check.builtins)


def given_to(lesson: str, exercise: str) -> frozenset[str]:
    """The exercises whose results the checks of an exercise hand to it."""
    return frozenset(name for check in checks_of(lesson) if check.exercise == exercise for name in check.given)


def available_lessons() -> tuple[str, ...]:
    """The lessons that have checks, in teaching order."""
    return tuple(lesson for course in here() for lesson in course.lessons)


def lesson_of(name: str) -> str | None:
    """The lesson that has an exercise of this name."""
    return vocabulary().get(name)


def vocabulary() -> dict[str, str]:
    """Every exercise name with its lesson, the first that has it."""
    return _vocabulary(here())


@cache
def _vocabulary(courses: tuple[Course, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for course in courses:
        for lesson in course.lessons:
            for check in _checks(course, lesson):
                found.setdefault(check.exercise, lesson)
    return found
