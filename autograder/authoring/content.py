"""What the grader needs to know of a lesson, and what of it is missing or cannot be read, in sentences."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.course.courses import Course
from autograder.course.exercises import checks_of, exercises_of
from autograder.course.hints import sections
from autograder.course.mistakes import mistakes
from autograder.failures import CourseError

#: Files of a lesson's folder that are Python, besides its checks.
_PYTHON = ("reference.py", "given.py")


def findings(course: Course, lesson: str) -> Iterator[str]:
    """What an author should mend before anything is built: each names the file, and the line where it has one."""
    yield from _shared_names(course, lesson)
    yield from _checks(course, lesson)
    yield from _by_exercise(course, lesson, "hints.md", "there are no hints for {}", "give hints for")
    yield from _by_exercise(course, lesson, "ideas.md", "there is no sentence on the idea of {}", "tell of")
    yield from _python(course, lesson)
    yield from _mistakes(course, lesson)


def _shared_names(course: Course, lesson: str) -> Iterator[str]:
    for other in course.lessons:
        for name in set(exercises_of(lesson)) & set(exercises_of(other)) if other != lesson else ():
            path = course.file(lesson, "checks.py")
            yield f"{path}: {name} is an exercise of {other} as well: give one of them another name"


def _checks(course: Course, lesson: str) -> Iterator[str]:
    path = course.file(lesson, "checks.py")
    before: list[str] = []
    for check in checks_of(lesson):
        mine = [other.id for other in checks_of(lesson) if other.exercise == check.exercise]
        for need in check.needs:
            if need not in mine or need not in before:
                yield f"{path}: {check.id} needs {need}, which is no earlier check of {check.exercise}"
        if check.title == check.id:
            yield f"{path}: {check.id} has no docstring: its first line is the title that a student reads"
        before.append(check.id)


def _by_exercise(course: Course, lesson: str, name: str, missing: str, what: str) -> Iterator[str]:
    """A text with a heading for each exercise has something below each, and no other heading."""
    path = course.file(lesson, name)
    try:
        found, names = sections(course.text(lesson, name)), exercises_of(lesson)
    except CourseError as error:
        yield str(error)
        return
    yield from (f"{path}: {missing.format(each)}" for each in names if not found.get(each, "").strip())
    yield from (f"{path}: there is no exercise {each} to {what}" for each in found if each not in names)


def _python(course: Course, lesson: str) -> Iterator[str]:
    for name in _PYTHON:
        try:
            tree = course.tree(lesson, name)
        except CourseError as error:
            yield str(error)
        else:
            yield from _references(course, lesson, tree) if name == "reference.py" else ()


def _references(course: Course, lesson: str, tree: ast.Module) -> Iterator[str]:
    """Where an exercise may call another one, each has a right version to stand in for it."""
    path, names = course.file(lesson, "reference.py"), exercises_of(lesson)
    defined = {getattr(node, "name", "") for node in tree.body}
    for name in names if len(names) > 1 else ():
        if name not in defined:
            yield f"{path}: there is no right version of {name}, to stand in where another exercise calls it"


def _mistakes(course: Course, lesson: str) -> Iterator[str]:
    """Every exercise has a mistake at least, and each of them a name of its own."""
    path, names = course.file(lesson, "mistakes.py"), exercises_of(lesson)
    try:
        found = mistakes(course, lesson)
    except CourseError as error:
        yield str(error)
        return
    for mistake in found:
        if mistake.exercise not in names:
            yield f"{path}, line {mistake.line}: there is no exercise {mistake.exercise} to make a mistake in"
    for name in names:
        if all(mistake.exercise != name for mistake in found):
            yield f"{path}: there is no mistake of {name}: write one that students make"
    twice = [mistake for mistake in found if sum(other.id == mistake.id for other in found) > 1]
    yield from (f"{path}, line {same.line}: {same.id} names two mistakes: reword one" for same in twice)
