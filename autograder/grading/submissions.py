"""Grading a class without nbgrader: from a folder of submissions to a report each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.channel.zygote import Zygote
from autograder.course import atomic
from autograder.course.salt import course_salt
from autograder.examiner.session import Examiner
from autograder.grading.examine import Job, examine_all
from autograder.grading.selection import UsageError
from autograder.report.results import Report, dumps
from autograder.submission.intake import handed_in

_REPORTS = Path(".autograder") / "reports"
#: Bytes of a file's name on the systems that there are.
_NAME_BYTES = 255


def submissions(folder: Path, lesson: str, student: str | None = None) -> list[Job]:
    """What is handed in for a lesson below `folder`, by student; who handed in nothing to grade is one of them.

    Either nbgrader's layout, FOLDER/STUDENT/LESSON/LESSON.ipynb (or .py), or plain files FOLDER/STUDENT.ipynb.
    Raises `UsageError` when there is nobody.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}; --submitted names the one with the submissions")
    found = handed_in(folder, lesson, student or "*")
    if not found:
        whose = f" of {student}" if student else ""
        raise UsageError(f"{folder} holds no submission{whose} for {lesson}: no STUDENT/{lesson}/{lesson}.ipynb")
    return [Job(e.path, lesson, e.student, None, e.reason, e.notes, e.alone) for e in found]


def grade(jobs: list[Job], zygote: Zygote, course: Path) -> Iterator[Report]:
    """The report of each submission; it is on disk before the next one starts."""
    examiner = Examiner(course_salt(course))
    for report in examine_all(jobs, examiner, zygote):
        write_report(report, course)
        yield report


def write_report(report: Report, course: Path) -> Path:
    """Write a report to .autograder/reports/LESSON/STUDENT.json, in one step: never half of it."""
    path = report_path(course, report.lesson, report.submission)
    atomic.write(path, dumps([report]))
    return path


def report_path(course: Path, lesson: str, student: str) -> Path:
    """Where the report of a submission is, whoever graded it.

    A student's name that is too long for a file's is cut, and told apart by a digest.
    """
    name = f"{student}.json"
    if len(os.fsencode(name)) > _NAME_BYTES:
        digest = hashlib.sha256(student.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        name = f"{student[:40]}-{digest}.json"
    return course / _REPORTS / lesson / name
