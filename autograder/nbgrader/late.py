"""Late submissions, by nbgrader's own plugin point: points off for each day, and who has more time."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float, Unicode
from traitlets.config import Config

from autograder.failures import GraderError

_DAY = 24 * 60 * 60
_COLUMNS = ("student", "lesson", "days")


class LatePenalty(LateSubmissionPlugin):
    """Takes points off for each day that has begun after the due date that the gradebook knows.

    `AssignLatePenalties.plugin_class` names it. nbgrader takes at most what the submission has scored.
    """

    points_per_day = Float(0.0, min=0, help="Points off for each day that has begun.").tag(config=True)
    grace_minutes = Float(0.0, min=0, help="Minutes that cost nothing; after them, they count.").tag(config=True)
    extensions = Unicode(
        "", help="A CSV file in the course: student, lesson (empty for all) and days more to hand in."
    ).tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """The points that a submission loses; None where it loses none. Raises `GraderError`.

        total_seconds_late: after the due date, and what an extension in the gradebook adds to that.
        """
        lesson = getattr(self.parent, "assignment_id", "")
        extensions = extensions_of(self.config, _root(self.parent))
        late = total_seconds_late - _DAY * days_more(extensions, student_id, lesson)
        if late <= 60 * self.grace_minutes:
            return None
        return min(score, self.points_per_day * math.ceil(late / _DAY))


def extensions_of(config: Config, course: Path) -> str:
    """The file with the extensions that a configuration names, as text; nothing where it names none.

    Raises `GraderError` where it cannot be read: nobody is to lose points for that.
    """
    name = config.LatePenalty.get("extensions", "")
    try:
        return (course / name).read_text(encoding="utf-8-sig") if name else ""
    except (OSError, UnicodeDecodeError) as error:
        raise GraderError(f"the extensions in {name} cannot be read: {error}") from None


def days_more(text: str, student: str, lesson: str) -> float:
    """How many days more a student has for a lesson. Raises `GraderError` where a line says something else."""
    rows = csv.DictReader(text.splitlines())
    names = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if text.strip() and not set(_COLUMNS) <= set(names):
        raise GraderError(f"the extensions begin with a line that names the columns: {','.join(_COLUMNS)}")
    rows.fieldnames = names
    found = 0.0
    for row in rows:
        try:
            days = float(row["days"] or "")
        except ValueError:
            raise GraderError(f"extensions, line {rows.line_num}: {row['days']!r} is no number of days") from None
        if (row["student"] or "").strip() == student and (row["lesson"] or "").strip() in ("", lesson):
            found = max(found, days)
    return found


def _root(preprocessor: Any) -> Path:
    """The course that a preprocessor works in: its exporter's converter knows."""
    exporter = getattr(preprocessor, "parent", None)
    directory = getattr(getattr(exporter, "parent", None), "coursedir", None)
    return Path.cwd() if directory is None else Path(directory.root)
