"""What a verdict depends on, as digests: the software, a lesson's checks, and what was handed in."""

from __future__ import annotations

import ast
import hashlib
import json
import platform
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import autograder
from autograder.course.courses import Course, course_of
from autograder.course.exercises import exercises_of, tested_by
from autograder.course.mistakes import mistakes_of
from autograder.failures import CourseError
from autograder.submission.cells import Submission

#: The rooms that a submission goes through until there is a verdict, and what is in none of them.
_ROOMS = (
    "submission",
    "wire",
    "worker",
    "sandbox",
    "channel",
    "student",
    "expect",
    "examiner",
    "diagnosis",
    "course",
)
_ALONE = (
    *("__init__.py", "causes.py", "failures.py", "rng.py", "show.py", "sketch.py"),
    *("grading/released.py", "grading/work.py", "picture/data.py", "report/results.py"),
)
#: Libraries that student code computes with, and that read and run it.
_LIBRARIES = ("torch", "numpy", "scipy", "matplotlib", "ipython", "pytest", "safetensors")
#: Files of a lesson's folder that have no say in a verdict.
_SILENT = ("mistakes.py", "examples.py")


@cache
def software() -> str:
    """The grader's own code, and the versions of what it runs on."""
    folder = Path(autograder.__file__).parent
    rooms = [path for room in _ROOMS for path in sorted((folder / room).rglob("*.py"))]
    paths = [*rooms, *(folder / name for name in _ALONE)]
    code = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    libraries = {name: _version(name) for name in _LIBRARIES}
    return digest([code, libraries, platform.python_version(), platform.machine()])


def content(lesson: str) -> dict[str, str]:
    """For each exercise of a lesson, what is checked of it and all that its checks can use."""
    course = course_of(lesson)
    return {} if course is None else _content(course, lesson)


def told(lesson: str) -> dict[str, str]:
    """For each exercise of a lesson, what it is told by beside its points: the lesson's mistakes, and examples."""
    course = course_of(lesson)
    examples = course.text(lesson, "examples.py") if course else ""
    try:
        return {name: digest([examples, _mistakes(lesson, name)]) for name in exercises_of(lesson)}
    except CourseError:  # said where the mistakes are used
        unread = course.text(lesson, "mistakes.py") if course else ""
        return dict.fromkeys(exercises_of(lesson), digest([examples, unread]))


def handed_in(submission: Submission) -> str:
    """The cells of a submission, and the files beside it that they may open."""
    cells = [(cell.source, cell.grade_id) for cell in submission.cells]
    beside = [(name, hashlib.sha256(content).hexdigest()) for name, content in submission.beside]
    # what a script raises is told with its file's name
    name = submission.path.name if submission.kind == "script" else ""
    return digest([submission.kind, name, cells, beside])


def digest(value: object) -> str:
    """A digest of what JSON can say."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


@cache
def _content(course: Course, lesson: str) -> dict[str, str]:
    source = course.text(lesson, "checks.py")
    own = _by_exercise(course.tree(lesson, "checks.py"))
    lines = source.splitlines()
    taken = {number for ranges in own.values() for found in ranges for number in found}
    shared = [line for number, line in enumerate(lines, 1) if number not in taken]
    others = {
        path.name: path.read_text(encoding="utf-8")
        for path in course.file(lesson, "checks.py").parent.glob("*.py")
        if path.name not in ("checks.py", *_SILENT)
    }
    found = {}
    for name in exercises_of(lesson):
        mine = [lines[number - 1] for ranges in own.get(name, ()) for number in ranges]
        tested = tested_by(lesson, name)  # a test of an exercise is tried on its mistakes
        found[name] = digest([shared, others, mine, _mistakes(lesson, tested) if tested else []])
    return found


def _mistakes(lesson: str, exercise: str) -> list[dict[str, object]]:
    """What is known of an exercise's mistakes, wherever they stand."""
    return [asdict(one) | {"line": 0} for one in mistakes_of(lesson, exercise)]


def _by_exercise(tree: ast.Module) -> dict[str, list[range]]:
    """The lines of the checks that are marked with the name of an exercise."""
    found: dict[str, list[range]] = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        for name in _exercises(node.decorator_list):
            first = min(decorator.lineno for decorator in node.decorator_list)
            found.setdefault(name, []).append(range(first, (node.end_lineno or first) + 1))
    return found


def _exercises(decorators: Iterable[ast.expr]) -> Iterator[str]:
    for mark in decorators:
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "exercise":
            yield from (str(name.value) for name in mark.args[:1] if isinstance(name, ast.Constant))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
