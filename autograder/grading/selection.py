"""From the words of a command line to what is examined: lessons, exercises and submitted files."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.course.courses import course_of
from autograder.course.exercises import available_lessons, vocabulary
from autograder.course.places import EXERCISES, WORK, own_file
from autograder.failures import Unreadable, UsageError
from autograder.grading.job import Job
from autograder.submission.cells import files_in, is_code_file, lesson_for, lesson_in, read
from autograder.submission.reset import is_begun

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
        mine = _of(files_in(path), chosen, alone=not path.is_dir())
        if not mine:
            _require_code(path)
            wanted = ", ".join(chosen)
            raise UsageError(
                f"{path} holds nothing for {wanted}: name the file after its lesson (activations.py, "
                "activations.ipynb), or name one lesson, as in `autograder check activations --student FILE`"
            )
        found += mine
    return found


def left_out(work: Sequence[Job], paths: Sequence[Path]) -> list[str]:
    """The names of files in those folders that are not examined: they are of another lesson, or of none."""
    taken = {job.path for job in work}
    files = (file for path in paths if path.is_dir() for file in files_in(path))
    return [file.name for file in files if file.resolve() not in taken]


def _require_code(path: Path) -> None:
    """Raise `UsageError` with the reason where a file that somebody names cannot be read."""
    try:
        if not path.is_dir():
            read(path.resolve())
    except Unreadable as error:
        raise UsageError(f"{path} cannot be checked: {error}") from None


def own_work(chosen: dict[str, tuple[str, ...] | None], *, named: bool) -> list[Job]:
    """What somebody works on in this folder: of a lesson what is in work/, else in exercises/.

    Where there is neither, what lies here (see `_here`). named: whether each of the lessons was asked for. Raises
    `UsageError` where one that was is not there, or nothing is.
    """
    files_of = {lesson: own_file(lesson) for lesson in chosen}
    mine = {lesson: file for lesson, file in files_of.items() if file is not None and file.parent == Path(WORK)}
    rest = {lesson: exercises for lesson, exercises in chosen.items() if lesson not in mine}
    files: Iterable[Path] = ()
    if Path(EXERCISES).is_dir():
        files = files_in(Path(EXERCISES))
    elif not Path(WORK).is_dir():
        files = _here()
    found = [Job(file.resolve(), lesson, file.as_posix(), chosen[lesson]) for lesson, file in mine.items()]
    found += _of(files, rest, alone=False)
    missing = [lesson for lesson in chosen if lesson not in {job.lesson for job in found}]
    if missing and (named or not found):
        what, start = (missing[0], f"start {missing[0]}") if named else ("lesson", "start")
        raise UsageError(
            f"there is no {what} here to check: `autograder {start}` puts it into {WORK}/; "
            "for a file elsewhere, or of another name, say --student FILE"
        )
    return sorted(found, key=lambda job: list(chosen).index(job.lesson))


def _here() -> Iterator[Path]:
    """The files in this folder that are called like a lesson, or that define an exercise; none below it.

    What is found is run: a script in a folder that happens to be called training is not one's work on a lesson.
    """
    lessons = available_lessons()
    called_like_one = {own_file(lesson) for lesson in lessons}
    for path in sorted(Path().iterdir()):
        is_shown = is_code_file(path) and path.is_file() and not path.name.startswith((".", "__"))
        if is_shown and (path in called_like_one or lesson_in(path, lessons)):
            yield path


def lesson_to_hand_in() -> str:
    """The only lesson that somebody works on here, in work/ where there is one, or the only one that is begun.

    Raises `UsageError` where there is none, or where there are several.
    """
    files = {lesson: file for lesson in available_lessons() if (file := own_file(lesson)) is not None}
    there = {lesson: file for lesson, file in files.items() if file.parent == Path(WORK)} or files
    if not there:
        raise UsageError(f"there is no lesson here to hand in: `autograder start` puts one into {WORK}/")
    begun = [lesson for lesson, file in there.items() if len(there) == 1 or _is_begun(lesson, file)]
    if len(begun) != 1:
        names = begun or list(there)
        what = "of these lessons, several are begun" if begun else "of these lessons, none is begun"
        raise UsageError(f"{what}: {', '.join(names)}. Name the one to hand in: autograder submit {names[0]}")
    return begun[0]


def _is_begun(lesson: str, file: Path) -> bool:
    course = course_of(lesson)
    try:
        return course is not None and is_begun(course, lesson, file)
    except UsageError:  # how it was given out is not known
        return True


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


def _of(files: Iterable[Path], chosen: dict[str, tuple[str, ...] | None], *, alone: bool) -> list[Job]:
    """Those of the files that belong to one of the lessons."""
    pairs = ((file, lesson_for(file, tuple(chosen), alone=alone)) for file in files)
    # one's own file may be a link; of what others hand in, none is followed
    return [
        Job(file.resolve(), lesson, file.as_posix(), chosen[lesson]) for file, lesson in pairs if lesson in chosen
    ]
