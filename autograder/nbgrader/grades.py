"""Exports grades in nbgrader's columns; not graded is not zero, there, either."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student, SubmittedAssignment
from nbgrader.plugins import ExportPlugin

#: What nbgrader's own export has, in its order.
COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


class GradesCsv(ExportPlugin):
    """Writes what nbgrader's own export does, but no score for a submission of which no cell has one yet."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that `--to` names, else grades.csv, with the assignments and students asked for."""
        path = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", path)
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows(gradebook, set(map(str, self.assignment)), set(map(str, self.student))))


def rows(gradebook: Gradebook, assignments: set[str], students: set[str]) -> Iterator[dict[str, Any]]:
    """The scores of each student in each assignment, by `COLUMNS`; None is what is not there.

    assignments, students: the names of those that are wanted; none named means all of them. Who handed in nothing
    has 0; who handed in something that is not graded has no score.
    """
    for assignment in gradebook.assignments:
        for student in gradebook.students:
            if (not assignments or assignment.name in assignments) and (not students or student.id in students):
                yield _row(gradebook, assignment, student)


def _row(gradebook: Gradebook, assignment: Assignment, student: Student) -> dict[str, Any]:
    row = {
        **dict.fromkeys(COLUMNS),
        "assignment": assignment.name,
        "duedate": assignment.duedate,
        "student_id": student.id,
        "last_name": student.last_name,
        "first_name": student.first_name,
        "email": student.email,
        "max_score": assignment.max_score,
    }
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return {**row, **dict.fromkeys(("raw_score", "late_submission_penalty", "score"), 0.0)}
    penalty = submission.late_submission_penalty
    row |= {"timestamp": submission.timestamp, "late_submission_penalty": penalty}
    if _has_no_score(submission):
        return row
    return {**row, "raw_score": submission.score, "score": max(0.0, submission.score - penalty)}


def _has_no_score(submission: SubmittedAssignment) -> bool:
    grades: list[Any] = [grade for notebook in submission.notebooks for grade in notebook.grades]
    return all(grade.auto_score is None and grade.manual_score is None for grade in grades)
