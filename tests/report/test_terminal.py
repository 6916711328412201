"""What a terminal shows: how far somebody has come in a course."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

from rich.console import Console

from autograder.course.courses import kits_own
from autograder.course.exercises import points_of
from autograder.course.progress import Progress, Standing
from autograder.failures import Finding, Mismatch, Unmet
from autograder.report.card import panel
from autograder.report.results import ExerciseResult
from autograder.report.standing import CourseLines, LessonCard, line
from autograder.report.terminal import class_table, show_lines, show_report
from tests.report.test_card import EXAMPLE, STUB, report, result


def done(*lessons: str) -> dict[str, Standing]:
    return {name: Standing(points, True) for lesson in lessons for name, points in points_of(lesson).items()}


def worth(lesson: str) -> str:
    return f"{sum(points_of(lesson).values()):g}"


def shown(renderable: object, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    console.print(renderable)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]  # a StringIO


def test_a_course_is_a_line_for_each_lesson() -> None:
    earned = {**done("perceptron"), "sigmoid": Standing(3.0, True), "tanh": Standing(1.0, False)}
    for width in (80, 50):
        lines = shown(CourseLines(Progress(kits_own(), earned)), width)
        rows = {line.split()[1 if "✓" in line else 0]: line for line in lines}
        assert [name for name in rows if name in kits_own().order] == list(kits_own().order)
        assert "✓" in rows["perceptron"], "no colour alone says that it is complete"
        assert f"{worth('perceptron')}/{worth('perceptron')}" in rows["perceptron"]
        assert rows["activations"].split()[-2:] == [f"4/{worth('activations')}", "tanh"]
        assert rows["mlp"].split()[-1] == f"0/{worth('mlp')}"


def letters(lines: list[str]) -> Counter[str]:
    """All that is written, however it is broken into lines and whatever is drawn beside it."""
    return Counter(re.sub("[^\\w/✓✗…]", "", "".join(lines)))


def test_in_a_narrow_terminal_nothing_is_cut() -> None:
    earned = {name: Standing(1.0, True) for name in ("mse_loss", "cross_entropy", "count_parameters")}
    wrong = [result(), result("failed", found=Mismatch("x" * 50))]
    long = [ExerciseResult("binary_cross_entropy", tuple(wrong)), ExerciseResult("weighted_sum", tuple(wrong))]
    ours = replace(report(), exercises=tuple(long), submission="ada-king-countess-of-lovelace")
    tables = [CourseLines(Progress(kits_own(), earned)), class_table([ours, ours], absent=["somebody-else"])]
    for table in [*tables, LessonCard(ours)._renderable()]:
        for width in (40, 30):
            assert letters(shown(table, width)) == letters(shown(table, 200))
    console = Console(file=io.StringIO(), width=30)
    show_lines(ours, console)
    assert "…" not in console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO


def test_the_bar_is_narrow_before_a_name_is_broken() -> None:
    lines = shown(CourseLines(Progress(kits_own(), {"mse_loss": Standing(1.0, True)})), 44)
    assert len(lines) == 1 + len(kits_own().order)
    assert any("losses" in line and line.endswith("cross_entropy") for line in lines)


def test_what_comes_next() -> None:
    earned, all_of_it = {"sigmoid": Standing(3.0, True)}, worth("activations")
    course = f"{sum(float(worth(lesson)) for lesson in kits_own().order):g}"
    said = line(Progress(kits_own(), earned), "activations")
    assert said == f"activations 3/{all_of_it} · course 3/{course} · next: tanh"
    said = line(Progress(kits_own(), done("activations")), "activations")
    assert said == f"activations {all_of_it}/{all_of_it}, next: mlp · course {all_of_it}/{course}"
    whole = Progress(kits_own(), done(*kits_own().order))
    assert line(whole, "xor").endswith(f"course {course}/{course} · the course is complete")


def printed(*exercises: ExerciseResult) -> list[str]:
    console = Console(file=io.StringIO(), width=80)
    show_report(replace(report(), exercises=exercises), console)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]  # a StringIO


def test_every_exercise_is_a_line_and_what_is_wrong_comes_below() -> None:
    right = ExerciseResult("sigmoid", (result(), result()))
    stub = ExerciseResult("tanh", (result(points=0.0, max_points=0.0), result("error", found=STUB)))
    wrong = ExerciseResult("relu", (result(), result("failed", found=Mismatch("x")), result("skipped")))
    spent = ExerciseResult("softmax", (result("skipped", found=Unmet("time")),))
    lines = printed(right, stub, wrong, spent)
    said = [" ".join(line.split()) for line in lines[1:5]]
    assert said == [
        "✓ sigmoid 2/2",
        "– tanh 0/1 not begun yet",
        "✗ relu 1/3 1 of 3 checks pass",
        "– softmax 0/1 0 of 1 checks pass",
    ]
    panels = [line.split()[1] for line in lines if line.startswith("╭")]
    assert panels == ["relu", "softmax"], "what is right, or not begun, has no more than its line"


def test_what_is_too_wide_hangs_under_its_label() -> None:
    """Also at 80 columns one sees where a value begins, and where the next does."""
    found = Finding("value", "w " * 60, call="f(" + "1, " * 60 + ")", expected="[1,\n 2]", got="9" * 90)
    check = replace(result("failed"), title="t " * 60, finding=found, printed="p " * 60)
    exercise = replace(report(check).exercises[0], example=EXAMPLE)
    inside = [line[2:-1] for line in shown(panel(exercise)) if line.startswith("│")]
    labels = ("example:", "right:", "yours:", "required:", "call:", "expected:", "got:", "printed:")
    starts = {label: next(line for line in inside if line.lstrip().startswith(label)) for label in labels}
    edges = {line.index(label) + len(label) for label, line in starts.items()}
    assert len(edges) == 1, "labels end below each other"
    begin = edges.pop() + 1
    for label in ("required:", "call:", "got:", "printed:"):
        following = inside[inside.index(starts[label]) + 1]
        assert following[:begin].isspace()
        assert not following[begin].isspace()
    assert "2]" in inside[inside.index(starts["expected:"]) + 1]
    title = next(number for number, line in enumerate(inside) if line.startswith("✗ Not yet: t"))
    assert inside[title + 1].startswith("  t"), "a title hangs beside its mark"
