"""Beginning an exercise anew: its stub comes back into the file that somebody works on, what it held is kept."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.course import atomic
from autograder.course.courses import Course, course_of
from autograder.course.exercises import exercises_of, lesson_of
from autograder.course.places import EXERCISES, OLD, WORK, own_file, released
from autograder.course.progress import forget
from autograder.failures import Unreadable, UsageError
from autograder.submission.cells import read, text_of
from autograder.submission.stubs import in_notebook, in_script


@dataclass(frozen=True)
class Reset:
    """What was done. old: where the text is now that stood there; None where it was the stub already.

    note: what a person should know, if anything.
    """

    path: Path
    old: Path | None
    note: str = ""


def reset(exercise: str, given: Path | None = None) -> Reset:
    """Give an exercise its stub back, keep the old text beside the file, and forget what it has earned.

    given: the file, or the folder that it is in; where none is given, it is the file that somebody works on here.
    The old text is written first. Raises `UsageError` or `CannotWrite`; then the file is as it was.
    """
    lesson = lesson_of(exercise)
    course = course_of(lesson or "")
    if lesson is None or course is None:
        raise UsageError(f"there is no exercise named {exercise!r}")
    stub = stub_of(course, lesson, exercise)
    path = _file(lesson, given)
    put = in_notebook if path.suffix.lower() == ".ipynb" else in_script
    try:
        done = put(text_of(path.resolve()), exercise, stub)
    except (UsageError, Unreadable) as error:
        raise UsageError(f"{path}: {error}") from None
    if done.old.strip() == stub.strip():
        forget(course, [exercise])
        return Reset(path, None, done.note)
    old = _kept(path.parent / OLD, exercise, done.old)
    atomic.write(path.resolve(), done.text, mode=path.stat().st_mode & 0o777)
    forget(course, [exercise])
    return Reset(path, old, done.note)


def stub_of(course: Course, lesson: str, exercise: str) -> str:
    """The text of an exercise as it was given out. Raises `UsageError` or `Unreadable`."""
    stub = stubs_of(course, lesson).get(exercise)
    if stub is None:
        raise UsageError(f"the notebook of {lesson} as it was given out has no cell of {exercise}")
    return stub


def stubs_of(course: Course, lesson: str) -> dict[str, str]:
    """The text of each exercise as it was given out. Raises `UsageError` or `Unreadable`."""
    cells = read(released(course, lesson)).cells
    return {cell.grade_id: cell.source for cell in cells if cell.grade_id in exercises_of(lesson)}


def begun_for_an_editor(course: Course, lesson: str) -> Path | None:
    """The file in exercises/ in which some of a lesson is written already; None where none is."""
    path = Path(EXERCISES, f"{lesson}.py")
    return path if path.is_file() and is_begun(course, lesson, path) else None


def is_begun(course: Course, lesson: str, path: Path) -> bool:
    """Whether an exercise of a lesson is not in a file as it was given out; also where the file cannot be read.

    Raises `UsageError` where nobody knows how that was.
    """
    stubs = stubs_of(course, lesson).values()
    try:
        source = read(path.resolve()).source
    except Unreadable:
        return True
    return any(stub not in source for stub in stubs)


def _file(lesson: str, given: Path | None) -> Path:
    if given is None:
        found = own_file(lesson)
        if found is None:
            raise UsageError(f"there is no {WORK}/{lesson}.ipynb here: `autograder start {lesson}` puts it there")
        return found
    names = [given / f"{lesson}{suffix}" for suffix in (".ipynb", ".py")] if given.is_dir() else [given]
    path = next((path for path in names if path.is_file()), None)
    if path is None:
        what = f"{given} holds no {lesson}.ipynb or {lesson}.py" if given.is_dir() else f"there is no file {given}"
        raise UsageError(what)
    return path


def _kept(folder: Path, exercise: str, text: str) -> Path:
    """The text in a file of its own, named after the exercise and the time; no kind of file that is checked."""
    folder.mkdir(exist_ok=True)
    stem = f"{exercise}-{datetime.now():%Y-%m-%d-%H%M%S}"
    names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    path = next(path for path in (folder / f"{name}.txt" for name in names) if not path.exists())
    atomic.write(path, text if text.endswith("\n") else f"{text}\n", mode=atomic.usual_mode())
    return path
