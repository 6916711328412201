"""The submissions of a class, from the folder that they were handed in to."""

from __future__ import annotations

from pathlib import Path

from autograder.failures import UsageError
from autograder.grading.job import Job
from autograder.submission.intake import handed_in


def submissions(folder: Path, lesson: str, student: str | None = None) -> list[Job]:
    """What is handed in for a lesson below `folder`, by student; one of whom nothing can be graded is among them.

    Either nbgrader's layout, FOLDER/STUDENT/LESSON/LESSON.ipynb (or .py), or plain files FOLDER/STUDENT.ipynb.
    Raises `UsageError` when there is nobody.
    """
    require_folder(folder)
    found = handed_in(folder, lesson, student or "*")
    if not found:
        whose = f" of {student}" if student else ""
        raise UsageError(f"{folder} holds no submission{whose} for {lesson}: no STUDENT/{lesson}/{lesson}.ipynb")
    return [Job(e.path, lesson, e.student, None, e.reason, e.notes, e.alone) for e in found]


def require_folder(folder: Path) -> None:
    """Raises `UsageError` where the folder with the submissions is not there."""
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}; --submitted names the one with the submissions")
