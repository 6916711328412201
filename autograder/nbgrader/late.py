"""Late submissions, by nbgrader's own plugin point: points off for each day, and who has more time."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float, Unicode
from traitlets.config import Config

from autograder.failures import GraderError

_DAY = 24 * 60 * 60
_COLUMNS = ("student", "lesson", "days")


@dataclass(frozen=True)
class Extension:
    """Who has more time. place: file and line, for messages. lesson: empty for all lessons."""

    place: str
    student: str
    lesson: str
    days: float


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


def extensions_of(config: Config, course: Path) -> tuple[Extension, ...]:
    """Who has more time, as the file says that a configuration names; nobody where it names none.

    Raises `GraderError` where it cannot be read: nobody is to lose points for that.
    """
    name = config.LatePenalty.get("extensions", "")
    try:
        return tuple(_extensions(name, (course / name).read_text(encoding="utf-8-sig"))) if name else ()
    except FileNotFoundError:
        raise GraderError(
            f"the course's configuration names {name} (LatePenalty.extensions), and that file is not there: make "
            f"it, with {','.join(_COLUMNS)} as its first line, or take the key out"
        ) from None
    except (UnicodeDecodeError, csv.Error):
        raise GraderError(f"{name} cannot be read: save it as CSV in UTF-8") from None
    except OSError as error:
        raise GraderError(f"{name} cannot be read: {error.strerror}") from None


def _extensions(name: str, text: str) -> Iterator[Extension]:
    rows = csv.DictReader(text.splitlines())
    names = [(each or "").strip().lower() for each in rows.fieldnames or ()]
    if text.strip() and not set(_COLUMNS) <= set(names):
        raise GraderError(f"{name}, line 1: it has to name the columns: {','.join(_COLUMNS)}")
    rows.fieldnames = names
    for row in rows:
        more = row.pop(None, [])  # csv has no name for it
        student, lesson, days = ((row[column] or "").strip() for column in _COLUMNS)
        if any(more):  # a decimal comma
            days = ",".join([days, *more])
        if not (student or lesson or days):
            continue  # as spreadsheets leave them
        place = f"{name}, line {rows.line_num}"
        try:
            number = float(days)
        except ValueError:
            number = -1.0
        if not number >= 0:
            raise GraderError(f"{place}: {days!r} is no number of days")
        yield Extension(place, student, lesson, number)


def days_more(extensions: Sequence[Extension], student: str, lesson: str) -> float:
    """How many days more a student has for a lesson."""
    mine = (each.days for each in extensions if each.student == student and each.lesson in ("", lesson))
    return max(mine, default=0.0)


def unknown(extensions: Iterable[Extension], people: Collection[str], lessons: Collection[str]) -> Iterator[str]:
    """What a person should know: which lines are of a student or a lesson that nobody knows."""
    for each in extensions:
        if each.student not in people:
            yield f"{each.place}: {each.student!r} is no student of this course, and nobody gets these days"
        elif each.lesson and each.lesson not in lessons:
            yield f"{each.place}: {each.lesson!r} is no lesson, and nobody gets these days"


def _root(preprocessor: Any) -> Path:
    """The course that a preprocessor works in: its exporter's converter knows."""
    exporter = getattr(preprocessor, "parent", None)
    directory = getattr(getattr(exporter, "parent", None), "coursedir", None)
    return Path.cwd() if directory is None else Path(directory.root)
