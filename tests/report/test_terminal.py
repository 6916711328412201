"""What a terminal shows: how far somebody has come in a course."""

from __future__ import annotations

import io

from rich.console import Console

from autograder.course.courses import kits_own
from autograder.course.exercises import points_of
from autograder.course.progress import Progress, Standing
from autograder.report.terminal import course_table, where_next


def done(*lessons: str) -> dict[str, Standing]:
    return {name: Standing(points, True) for lesson in lessons for name, points in points_of(lesson).items()}


def shown(renderable: object, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    console.print(renderable)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]  # a StringIO


def test_a_course_is_a_line_for_each_lesson() -> None:
    earned = {**done("perceptron"), "sigmoid": Standing(10.0, True), "tanh": Standing(3.0, False)}
    for width in (80, 50):
        lines = shown(course_table(Progress(kits_own(), earned)), width)
        rows = {line.split()[1 if "✓" in line else 0]: line for line in lines}
        assert [name for name in rows if name in kits_own().order] == list(kits_own().order)
        assert "✓" in rows["perceptron"], "no colour alone says that it is complete"
        assert "36/36" in rows["perceptron"]
        assert "13/60" in rows["activations"]
        assert rows["activations"].split()[-1] == "tanh"
        assert rows["mlp"].split()[-1] == "0/25"


def test_what_comes_next() -> None:
    earned = {"sigmoid": Standing(10.0, True)}
    assert where_next(Progress(kits_own(), earned), "activations") == "activations 10/60, next: tanh"
    assert where_next(Progress(kits_own(), done("activations")), "activations") == "activations 60/60, next: mlp"
    whole = Progress(kits_own(), done(*kits_own().order))
    assert where_next(whole, "xor") == "xor 23/23: the course is complete"
