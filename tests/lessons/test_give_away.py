"""What a lesson gives to everybody is no answer: as an exercise it earns no more than |x| does."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import nbformat
import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.courses import kits_own
from autograder.course.exercises import exercises_of
from autograder.examiner.session import Examiner
from autograder.submission.cells import read
from tests.banks import ROOT
from tests.seldom import one_in

Definition: TypeAlias = ast.FunctionDef | ast.ClassDef


def definitions(sources: Sequence[str]) -> list[Definition]:
    """The functions and classes of some cells, those in other functions too."""
    found = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, Definition)]
    methods = {id(child) for node in found if isinstance(node, ast.ClassDef) for child in node.body}
    return [node for node in found if id(node) not in methods]


def released(lesson: str) -> list[Definition]:
    cells = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4).cells
    return definitions([cell.source for cell in cells if cell.cell_type == "code"])


def given(lesson: str) -> list[Definition]:
    return [node for node in released(lesson) if node.name not in exercises_of(lesson)]


def under_another_name(node: Definition, exercise: Definition) -> str:
    """The definition with the exercise's name, and the names of its arguments."""
    names = {node.name: exercise.name}
    if isinstance(node, ast.FunctionDef) and isinstance(exercise, ast.FunctionDef):
        names |= {a.arg: b.arg for a, b in zip(node.args.args, exercise.args.args, strict=False)}
    return re.sub(r"[A-Za-z_]\w*", lambda word: names.get(word[0], word[0]), ast.unparse(node))


GIVEN = [(lesson, node) for lesson in kits_own().order for node in given(lesson)]


def bend(exercise: Definition) -> str:
    """The exercise as the absolute value of its first argument: that has a shape, at least."""
    if isinstance(exercise, ast.ClassDef) or not exercise.args.args:
        return ""
    return f"def {exercise.name}({ast.unparse(exercise.args)}):\n    return abs({exercise.args.args[0].arg})"


def earned(lesson: str, cells: Sequence[str], folder: Path, examiner: Examiner, zygote: Zygote) -> set[str]:
    """The checks that cost points and pass, of the exercise file with these cells after it."""
    path = folder / f"{lesson}.py"
    stubs = (ROOT / "exercises" / f"{lesson}.py").read_text(encoding="utf-8")
    path.write_text("\n\n# %%\n".join((stubs, *cells)), encoding="utf-8")
    channel = ProcessChannel(zygote, read(path))
    try:
        report = examiner.examine(channel, lesson, lesson)
    finally:
        channel.stop()
    return {check.id for each in report.exercises for check in each.checks if check.points}


@pytest.mark.ci
@pytest.mark.parametrize(("lesson", "node"), one_in(3, GIVEN, lambda given: f"{given[0]}-{given[1].name}"))
def test_what_is_given_is_no_answer(
    lesson: str, node: Definition, examiner: Examiner, zygote: Zygote, tmp_path: Path
) -> None:
    exercises = [other for other in released(lesson) if other.name in exercises_of(lesson)]
    cells = [ast.unparse(other) for other in given(lesson)]
    cells += [under_another_name(node, exercise) for exercise in exercises]
    points = earned(lesson, cells, tmp_path, examiner, zygote)
    assert not points or points <= earned(lesson, list(map(bend, exercises)), tmp_path, examiner, zygote)
