"""From the words of a command line to what is examined: lessons, exercises and submitted files."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from autograder.course.courses import course_of
from autograder.course.exercises import available_lessons, vocabulary
from autograder.failures import UsageError
from autograder.grading.job import Job
from autograder.submission.cells import files_in, lesson_for

#: An optimizer, in code: torch.optim, and that of `student.kit`.
_OPTIMIZER = re.compile(rb"\boptim\b|\.optimizer\(")


def selected(words: Sequence[str]) -> dict[str, tuple[str, ...] | None]:
    """The lessons that words name, each with the exercises named, None for all of them."""
    chosen: dict[str, tuple[str, ...] | None] = {}
    homes = vocabulary()
    for word in words or available_lessons():
        if word in available_lessons():
            chosen[word] = None
        elif word in homes:
            before = chosen.get(homes[word], ())
            chosen[homes[word]] = None if before is None else (*before, word)
        else:
            raise UsageError(unknown(word, [*available_lessons(), *homes]))
    return {lesson: chosen[lesson] for lesson in available_lessons() if lesson in chosen}


def lesson_named(word: str) -> str:
    """The lesson of that name; raises `UsageError`."""
    if word in available_lessons():
        return word
    lesson = vocabulary().get(word)
    if lesson is not None:
        raise UsageError(f"{word} is an exercise of {lesson}, and a class is graded in a whole lesson")
    raise UsageError(unknown(word, available_lessons()))


def unknown(word: str, known: Sequence[str]) -> str:
    """There is no such name, and which may have been meant."""
    near = difflib.get_close_matches(word, known, n=1)
    meant = f"Did you mean {near[0]!r}?" if near else "`autograder list` shows the lessons and exercises."
    return f"there is no lesson or exercise named {word!r}. {meant}"


def jobs(chosen: dict[str, tuple[str, ...] | None], paths: Sequence[Path]) -> list[Job]:
    """What to examine: each file with the lesson that it belongs to.

    Raises `UsageError` for a path that is not there, and where a file belongs to none of the lessons.
    """
    found: list[Job] = []
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no file or folder {path}")
        files = files_in(path)
        mine = [_job(file, chosen, alone=not path.is_dir()) for file in files]
        if not any(mine):
            wanted = ", ".join(chosen)
            raise UsageError(
                f"{path} holds nothing for {wanted}: name the file after its lesson (activations.py, "
                "activations.ipynb), or name one lesson, as in `autograder check activations --student FILE`"
            )
        found += [job for job in mine if job is not None]
    return found


def trains(work: Sequence[Job]) -> bool:
    """Whether an optimizer of torch's may be needed for it, as far as the words of its files tell."""
    files = {job.path for job in work if job.path is not None}
    for lesson in {job.lesson for job in work}:
        course = course_of(lesson)
        own = () if course is None else course.file(lesson, "").glob("*.py")
        files |= {path for path in own if path.name != "mistakes.py"}  # of which nothing runs here
    return any(map(_names_an_optimizer, files))


def _names_an_optimizer(file: Path) -> bool:
    try:
        return _OPTIMIZER.search(file.read_bytes()) is not None
    except OSError:  # whoever examines it says so
        return False


def default_path() -> Path:
    """Where a student works when no path is given: exercises/, or here."""
    exercises = Path("exercises")
    return exercises if exercises.is_dir() else Path()


def _job(file: Path, chosen: dict[str, tuple[str, ...] | None], *, alone: bool) -> Job | None:
    lesson = lesson_for(file, tuple(chosen), alone=alone)
    if lesson is None or lesson not in chosen:
        return None
    # one's own file may be a link; of what others hand in, none is followed
    return Job(file.resolve(), lesson, file.as_posix(), chosen[lesson])
