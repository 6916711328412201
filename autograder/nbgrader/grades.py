"""Exports grades as nbgrader does; not graded is not zero there, either."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, SubmittedAssignment
from nbgrader.plugins import CsvExportPlugin

_SCORES = ("raw_score", "score")


class GradesCsv(CsvExportPlugin):
    """CsvExportPlugin that leaves the scores of a submission empty when none of its cells has one yet."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that `--to` names, else grades.csv."""
        super().export(gradebook)
        path = Path(self.to or "grades.csv")
        # opened as nbgrader opens it, in the encoding of the locale
        with path.open(newline="") as file:
            header, *rows = csv.reader(file)
        ungraded = {
            (assignment.name, submission.student.id)
            for assignment in gradebook.assignments
            for submission in assignment.submissions
            if _has_no_score(submission)
        }
        with path.open("w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for row in rows:
                named = dict(zip(header, row, strict=False))
                if (named["assignment"], named["student_id"]) in ungraded:
                    named |= dict.fromkeys(_SCORES, "")
                    row = list(named.values())
                writer.writerow(row)


def _has_no_score(submission: SubmittedAssignment) -> bool:
    grades: list[Any] = [grade for notebook in submission.notebooks for grade in notebook.grades]
    return all(grade.auto_score is None and grade.manual_score is None for grade in grades)
