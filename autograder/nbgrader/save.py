"""Writes scores to nbgrader's gradebook; not graded is not zero."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

from autograder.course.grade_ids import grade_id_of
from autograder.nbgrader import MARK


class SaveVerdicts(SaveAutoGrades):
    """SaveAutoGrades that leaves what was not graded for a person."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Save the scores; those of an ungraded notebook as "needs manual grading"."""
        self._ungraded = MARK in nb.metadata
        return super().preprocess(nb, resources)

    def _add_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._add_score(cell, resources)
        if self._ungraded:
            name = grade_id_of(cell.metadata)
            grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
