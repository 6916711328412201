"""Cells of a lesson that need not run where nobody looks at what they show."""

from __future__ import annotations

from pathlib import Path

from autograder.grading.released import Released
from autograder.submission.cells import Cell, Submission, read
from tests.banks import ROOT

GIVEN = read(ROOT / "release" / "perceptron" / "perceptron.ipynb")


def handed_in(*more: Cell) -> Submission:
    return Submission("ada", Path("perceptron.ipynb"), "notebook", (*GIVEN.cells, *more))


def test_what_only_shows_something_is_not_run() -> None:
    """So that an endless loop in one exercise does not hold up the checks of another."""
    left = Released.at_home("perceptron").needed(handed_in()).cells
    assert {cell.grade_id for cell in left} >= {"weighted_sum", "fit_perceptron"}
    demonstrations = [cell for cell in GIVEN.cells if 'needs("fit_perceptron")' in cell.source]
    assert demonstrations
    assert not {cell.source for cell in demonstrations} & {cell.source for cell in left}


def test_what_somebody_builds_on_is_run() -> None:
    shown = next(cell for cell in GIVEN.cells if cell.source.startswith("corners = "))
    perceptron = Released.at_home("perceptron")
    assert shown not in perceptron.needed(handed_in()).cells
    assert shown in perceptron.needed(handed_in(Cell("mine = corners.sum()"))).cells


def test_what_a_function_adds_to_is_its_own_name() -> None:
    """Not that of a cell which happens to call something of its own the same."""
    curve = next(cell for cell in GIVEN.cells if cell.source.startswith("z = "))
    perceptron = Released.at_home("perceptron")
    total = Cell("def predict(inputs):\n    z = 0\n    for x in inputs:\n        z += x\n    return z")
    assert curve not in perceptron.needed(handed_in(total)).cells
    assert curve in perceptron.needed(handed_in(Cell("z += 1"))).cells


def test_where_the_lesson_is_not_here_all_is_run() -> None:
    assert Released.at_home("nowhere").needed(handed_in()).cells == GIVEN.cells
