"""What is to be examined of a notebook, whether nbgrader asks for it now or will later."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook

from autograder.course.exercises import exercises_of
from autograder.course.grade_ids import exercise_of, grade_id_of
from autograder.grading.drawings import NOTHING_SHARED, Drawings, Plan
from autograder.grading.work import Task
from autograder.nbgrader.reading import notebook_of
from autograder.nbgrader.restore import released_cells, restore
from autograder.submission.cells import Cell, Submission
from autograder.submission.intake import HandIn
from autograder.submission.tree import beside
from autograder.wire.frames import Message


@dataclass(frozen=True)
class Planned:
    """A notebook with what is to be done for it.

    task: what is examined. graded: the check cells of the lesson's exercises, by grade_id. own: the other code
    cells, in order.
    """

    task: Task
    graded: dict[str, NotebookNode]
    own: list[NotebookNode]
    _plan: Plan

    @classmethod
    def of(
        cls, nb: NotebookNode, lesson: str | None, entry: HandIn, drawings: Drawings | None, seconds: float
    ) -> Planned:
        """The plan for a notebook whose cells were restored."""
        cells = [cell for cell in nb.cells if cell.cell_type == "code"]
        graded = {} if lesson is None else _check_cells(cells, lesson)
        own = [cell for cell in cells if grade_id_of(cell.metadata) not in graded]
        parts = tuple(Cell(cell.source, grade_id_of(cell.metadata)) for cell in own)
        files = beside(entry.path) if entry.path is not None and entry.alone else ()
        submission = Submission(entry.student, Path(entry.student), "notebook", parts, files)
        plan = drawings.plan(parts) if drawings else NOTHING_SHARED
        exercises = tuple(filter(None, map(exercise_of, graded)))
        undrawn = frozenset(parts[number].source for number in plan.shown)
        task = Task(plan.running(submission), lesson, exercises, True, undrawn, seconds)
        return cls(task, graded, own, plan)

    def results(self, ran: tuple[Message, ...]) -> list[Message]:
        """What each of its own cells shows, given what those that ran gave."""
        return self._plan.results(ran, len(self.own))


@dataclass(frozen=True)
class Planner:
    """What is to be examined of a lesson's submissions.

    released: the cells in the gradebook. seconds: that one cell may use.
    """

    lesson: str
    released: dict[str, NotebookNode]
    drawings: Drawings
    seconds: float

    @classmethod
    def of_gradebook(cls, db_url: str, lesson: str, drawings: Drawings, seconds: float) -> Planner:
        """The planner for a lesson in the gradebook."""
        with Gradebook(db_url) as gradebook:
            released = released_cells(gradebook.find_notebook(lesson, lesson))
        return cls(lesson, released, drawings, seconds)

    def task(self, entry: HandIn) -> Task:
        """What is to be examined of what was handed in. Raises `Unreadable` or `OSError`."""
        nb = notebook_of(entry)
        restore(nb, copy.deepcopy(self.released))
        return Planned.of(nb, self.lesson, entry, self.drawings, self.seconds).task


def _check_cells(cells: list[NotebookNode], lesson: str) -> dict[str, Any]:
    """The check cells of a lesson's exercises by grade_id; of duplicates, the first."""
    found: dict[str, NotebookNode] = {}
    for cell in cells:
        name = grade_id_of(cell.metadata)
        if name and utils.is_grade(cell) and exercise_of(name) in exercises_of(lesson):
            found.setdefault(name, cell)
    return found
