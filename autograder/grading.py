"""Grading a class without nbgrader: from a folder of submissions to a report each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder import atomic
from autograder.examiner import Examiner
from autograder.intake import irregular_files, irregular_part
from autograder.report import Report, dumps
from autograder.salt import course_salt
from autograder.selection import UsageError
from autograder.session import Job, examine_all, ungraded
from autograder.submission import files_in
from autograder.workers import Zygote

_REPORTS = Path(".autograder") / "reports"


def submissions(folder: Path, lesson: str, student: str | None = None) -> list[Job]:
    """What is handed in for a lesson below `folder`, by student.

    Either nbgrader's layout, FOLDER/STUDENT/LESSON/LESSON.ipynb (or .py), or plain files FOLDER/STUDENT.ipynb.
    Raises `UsageError` when there is nothing.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}; --submitted names the one with the submissions")
    found: dict[str, Path] = {}
    for path in [*files_in(folder), *irregular_files(folder)]:
        name = _student(path.relative_to(folder), lesson)
        if name is not None and (student is None or name == student):
            found.setdefault(name, path)
    if not found:
        whose = f" of {student}" if student else ""
        raise UsageError(f"{folder} holds no submission{whose} for {lesson}: no STUDENT/{lesson}/{lesson}.ipynb")
    return [Job(found[name], lesson, name) for name in sorted(found)]


def grade(jobs: list[Job], folder: Path, zygote: Zygote, course: Path) -> Iterator[Report]:
    """The report of each submission; it is on disk before the next one starts."""
    examiner = Examiner(course_salt(course))
    for job in jobs:
        link = irregular_part(job.path, folder)
        if link is not None:
            reason = f"{link.name} is a link or a special file, not a file that was handed in"
            report = ungraded(job, reason, zygote.sandbox)
        else:
            report = next(examine_all([job], examiner, zygote))
        write_report(report, course)
        yield report


def write_report(report: Report, course: Path) -> Path:
    """Write a report to .autograder/reports/LESSON/STUDENT.json, in one step: never half of it."""
    path = course / _REPORTS / report.lesson / f"{report.submission}.json"
    atomic.write(path, dumps([report]))
    return path


def _student(path: Path, lesson: str) -> str | None:
    """Whose a file is: STUDENT/LESSON/LESSON.*, STUDENT/LESSON.*, or STUDENT.*."""
    if path.suffix not in (".py", ".ipynb"):
        return None
    if len(path.parts) == 1:
        return path.stem
    if path.stem == lesson and (len(path.parts) == 2 or (len(path.parts) == 3 and path.parts[1] == lesson)):
        return path.parts[0]
    return None
