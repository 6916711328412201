"""The submissions of a lesson compared with each other; nothing is run, and nothing of it goes into a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from autograder.course.courses import course_of
from autograder.course.exercises import available_lessons, exercises_of
from autograder.failures import Unreadable
from autograder.grading.submissions import require_folder, submissions
from autograder.submission.cells import Cell, is_code_file, read
from autograder.submission.fingerprints import fingerprints
from autograder.submission.intake import handed_in
from autograder.submission.likeness import Alike, Parts, alike
from autograder.submission.outline import parsed
from autograder.submission.tree import scan

#: Where the text of a lesson stands, and where its right answers do.
_TEXTS = ("release/{0}/{0}.ipynb", "exercises/{0}.py")
_ANSWERS = ("source/{0}/{0}.ipynb", "solutions/{0}.py")


@dataclass(frozen=True)
class Similar:
    """The pairs of a class that are told, of how many submissions they are, and whose cannot be read."""

    submissions: int
    pairs: tuple[Alike, ...]
    unread: tuple[str, ...] = ()


def similar(submitted: Path, course: Path, lesson: str) -> Similar:
    """The pairs of submissions that share what few others have.

    What was handed out, and what the lesson's own right answers have, says nothing. Files that cannot be read are
    compared with none. Raises `UsageError` where there is no submission.
    """
    released = list(_cells(course, lesson, _TEXTS))
    right = "\n".join(cell.source for cell in _cells(course, lesson, _ANSWERS))
    home = course_of(lesson)
    reference = "" if home is None else home.text(lesson, "reference.py")
    known = frozenset().union(*(fingerprints(each) for each in [right, reference, *(c.source for c in released)]))
    given = {cell.source for cell in released}
    works: dict[str, Parts] = {}
    unread = []
    for student, path in _files(submitted, lesson).items():
        try:
            works[student] = parts_of(read(path).cells, lesson, given)
        except Unreadable:
            unread.append(student)
    return Similar(len(works), tuple(alike(works, known)), tuple(unread))


def _files(submitted: Path, lesson: str) -> dict[str, Path]:
    """Each student's file: the one in its usual place, where there is no other, else what would be graded."""
    require_folder(submitted)
    found = {}
    for folder in submitted.iterdir():
        usual = folder / lesson / f"{lesson}.ipynb"
        if not folder.is_symlink() and usual.is_file() and _code_in(folder, lesson) == [usual]:
            found[folder.name] = usual
    others = {entry.stem if entry.is_file() else entry.name for entry in submitted.iterdir()} - found.keys()
    if not found:  # all of them at once, and somebody has to be there
        return {job.submission: job.path for job in submissions(submitted, lesson) if job.path is not None}
    for name in others:
        found |= {each.student: each.path for each in handed_in(submitted, lesson, escape(name)) if each.path}
    return dict(sorted(found.items()))


def _code_in(folder: Path, lesson: str) -> list[Path]:
    """The files of a student's folder that may be of a lesson, by where they are."""
    code = [path for path in scan(folder).kept() if is_code_file(path)]
    return [path for path in code if path.relative_to(folder).parts[0] not in {*available_lessons()} - {lesson}]


def parts_of(cells: Sequence[Cell], lesson: str, given: Collection[str] = ()) -> Parts:
    """The fingerprints of cells by exercise, that of a cell being told by its grade_id, else by what it defines.

    given: sources of cells that were handed out, which are not looked at.
    """
    exercises = exercises_of(lesson)
    found: dict[str, set[int]] = defaultdict(set)
    for cell in cells:
        if cell.source in given:
            continue
        marks = fingerprints(cell.source)
        if marks:
            found[_exercise(cell, exercises)] |= marks
    return {name: frozenset(found[name]) for name in (*exercises, "") if name in found}


def _exercise(cell: Cell, exercises: Sequence[str]) -> str:
    if cell.grade_id in exercises:
        return str(cell.grade_id)
    names = [getattr(node, "name", "") for node in parsed(cell.source).body]
    return next((name for name in exercises if name in names), "")


def _cells(course: Path, lesson: str, places: Sequence[str]) -> Iterator[Cell]:
    for place in places:
        try:
            yield from read(course / place.format(lesson)).cells
        except (Unreadable, OSError):
            continue
