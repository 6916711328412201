"""The questions that a lesson asks by `guess(...)`, and the answers that are kept for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.authoring.percent import Cell, place
from autograder.course.courses import Course
from autograder.course.questions import NAME, answers
from autograder.failures import CourseError


def findings(course: Course, lesson: str, cells: Sequence[Cell]) -> Iterator[str]:
    """What of the two does not belong to the other, or gives itself away."""
    try:
        kept = answers(course, lesson)
    except CourseError as error:
        yield str(error)
        return
    path, asked = course.file(lesson, NAME), set()
    for cell in cells:
        for call in _calls(cell):
            question, choices, answer = _read(call)
            asked.add(question)
            if question not in kept:
                yield f"{path}: there is no answer to {question!r}, which {place(cell)} asks"
            elif kept[question].answer not in choices:
                yield f"{path}: {kept[question].answer!r} is no choice of {question!r} in {place(cell)}"
            if answer is not None:
                yield f"{place(cell)} answers its own question: write answer=None there"
    yield from (f"{path}: no cell asks {question!r}" for question in kept if question not in asked)


def _calls(cell: Cell) -> Iterator[ast.Call]:
    if cell.cell_type != "code" or "guess(" not in cell.source:
        return
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:  # of magics, or said elsewhere
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "guess":
            yield node


def _read(call: ast.Call) -> tuple[object, list[object], object]:
    """The question, the choices, and the answer, where each is written out."""
    words = {keyword.arg: getattr(keyword.value, "value", None) for keyword in call.keywords}
    answer = words.pop("answer", None)
    return getattr(call.args[0], "value", None) if call.args else None, list(words.values()), answer
