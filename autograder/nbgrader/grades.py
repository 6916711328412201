"""Exports grades as nbgrader's own plugins do; not graded is not zero, there, either."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student
from nbgrader.plugins import ExportPlugin

from autograder.nbgrader.people import person_of
from autograder.report.scores import Score, canvas_table, moodle_table, nbgrader_table


class GradesCsv(ExportPlugin):
    """Writes what nbgrader's own export does, but no score for a submission of which no cell has one yet."""

    table: Callable[[Sequence[Score]], str] = staticmethod(nbgrader_table)

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that `--to` names, else grades.csv, with the assignments and students asked for."""
        path = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", path)
        found = scores(gradebook, set(map(str, self.assignment)), set(map(str, self.student)))
        path.write_text(self.table(list(found)), encoding="utf-8")


class CanvasCsv(GradesCsv):
    """Writes what Canvas imports: `nbgrader export --exporter autograder.nbgrader.grades.CanvasCsv`."""

    table = staticmethod(canvas_table)


class MoodleCsv(GradesCsv):
    """Writes what Moodle imports: `nbgrader export --exporter autograder.nbgrader.grades.MoodleCsv`."""

    table = staticmethod(moodle_table)


def scores(gradebook: Gradebook, assignments: set[str], students: set[str]) -> Iterator[Score]:
    """The score of each student in each assignment.

    assignments, students: the names of those that are wanted; none named means all of them. Who handed in nothing
    has 0; who handed in something that is not graded has no score.
    """
    for assignment in gradebook.assignments:
        for student in gradebook.students:
            if (not assignments or assignment.name in assignments) and (not students or student.id in students):
                yield _score(gradebook, assignment, student)


def _score(gradebook: Gradebook, assignment: Assignment, student: Student) -> Score:
    name, person, due = str(assignment.name), person_of(student), assignment.duedate
    try:
        submission = gradebook.find_submission(name, student.id)
    except MissingEntry:
        return Score(name, person, assignment.max_score, 0.0, handed_in=False, due=due)
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    found = [grade.auto_score for grade in grades if grade.auto_score is not None]
    checked = sum(found, 0.0) if found else None
    by_hand = any(grade.manual_score is not None for grade in grades)
    raw = submission.score if found or by_hand else None
    penalty, at = submission.late_submission_penalty, submission.timestamp
    return Score(name, person, assignment.max_score, raw, penalty, checked=checked, at=at, due=due)
