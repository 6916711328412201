"""The reports of a class, a file each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import atomic
from autograder.course.exercises import available_lessons
from autograder.failures import UsageError
from autograder.grading.selection import lesson_named
from autograder.report.results import Report, dumps, loads
from autograder.report.survey import Survey

_REPORTS = Path(".autograder") / "reports"
#: Bytes of a file's name on the systems that there are.
_NAME_BYTES = 255


def write_report(report: Report, course: Path) -> Path:
    """Write a report to .autograder/reports/LESSON/STUDENT.json, in one step: never half of it."""
    path = report_path(course, report.lesson, report.submission)
    atomic.write(path, dumps([report]))
    return path


def report_path(course: Path, lesson: str, student: str) -> Path:
    """Where the report of a submission is, whoever graded it."""
    return course / _REPORTS / lesson / file_name(student, ".json")


def reports_in(course: Path, lesson: str) -> Iterator[Report]:
    """The reports of a lesson that are there; what is no report is left out."""
    folder = course / _REPORTS / lesson
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            yield from loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue


@dataclass(frozen=True)
class Kept:
    """The reports of students in a lesson, each read when its turn comes: a class may have thousands.

    To go through them raises `UsageError` where one cannot be read.
    """

    course: Path
    lesson: str
    students: Sequence[str]

    def __iter__(self) -> Iterator[Report]:
        for student in self.students:
            yield from _read(report_path(self.course, self.lesson, student))


def file_name(student: str, suffix: str) -> str:
    """A student's name as that of a file; one that is too long is cut, and told apart by a digest."""
    name = f"{student}{suffix}"
    if len(os.fsencode(name)) > _NAME_BYTES:
        digest = hashlib.sha256(student.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        name = f"{student[:40]}-{digest}{suffix}"
    return name


def page_path(course: Path, lesson: str | None) -> Path:
    """Where the page of a class is, beside the reports that it is made of; of all lessons without one."""
    return course / _REPORTS / f"{lesson or 'all-lessons'}.html"


def surveys_of(course: Path, lesson: str | None) -> list[Survey]:
    """The class in a lesson; without one, in each that has reports, in teaching order. Raises `UsageError`."""
    names = available_lessons() if lesson is None else [lesson_named(lesson)]
    found = [Survey(name, reports_of(course, name)) for name in names]
    found = [survey for survey in found if survey.reports]
    if not found:
        of, which = (f" of {lesson}", lesson) if lesson else ("", "LESSON")
        raise UsageError(f"there are no reports{of} in {_REPORTS}: run `autograder grade {which}` first")
    return found


def reports_of(course: Path, lesson: str) -> tuple[Report, ...]:
    """The reports of a lesson, by the names of their files. Raises `UsageError` where one cannot be read."""
    return tuple(report for path in sorted((course / _REPORTS / lesson).glob("*.json")) for report in _read(path))


def _read(path: Path) -> list[Report]:
    try:
        return loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read ({error}): delete it, and grade the lesson again") from None
