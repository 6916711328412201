"""Files of one's own work: what each says when it is saved, as soon as it is whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import watchfiles

from autograder.course.exercises import available_lessons
from autograder.course.places import EXERCISES, WORK
from autograder.failures import Unreadable, UsageError
from autograder.submission.cells import Submission, files_in, is_code_file, lesson_for, read
from autograder.submission.tree import beside

#: Where one's own work lies, below the folder of a course: lessons that were picked, and all of them.
FOLDERS = (WORK, EXERCISES)
#: Parts of a path from there on.
_DEEPEST = 3
#: Milliseconds in which an editor's changes of a file are one change, and until a look whether all is still there.
_STEP, _GROUP, _LOOK = 30, 150, 1_000
#: Seconds between two tries to read a file that is half-written, or gone for a moment; and how many there are.
_WAIT, _TRIES = 0.15, 8


@dataclass(frozen=True)
class Saved:
    """A file as it was saved: what it says, or why it cannot be read.

    name: as people know it. lesson: that it belongs to; None for a module of one's own.
    """

    path: Path
    name: str
    lesson: str | None
    submission: Submission | None
    problem: str = ""


def own_files(lesson: str | None) -> list[tuple[Path, str]]:
    """The files of a lesson, or of all lessons, with the lesson of each, those to go on with first.

    That is what was saved last in work/, and then what lies in exercises/, in teaching order. Raises `UsageError`
    where there is nothing.
    """
    wanted = available_lessons() if lesson is None else (lesson,)
    found = []
    for folder in _folders():
        for path in filter(_is_near, files_in(folder)):
            mine = lesson_for(path, wanted, alone=False)
            if mine in wanted:
                picked = folder == Path(FOLDERS[0])
                when = -path.stat().st_mtime if picked else wanted.index(mine)
                found.append(((not picked, when), path, mine))
    if not found:
        what, name = ("a lesson", "LESSON") if lesson is None else (lesson, lesson)
        raise UsageError(
            f"there is no file of {what} in {WORK}/ or {EXERCISES}/ here: `autograder start {name}` puts it there"
        )
    return [(path, mine) for _, path, mine in sorted(found, key=lambda entry: entry[0])]


def seen(path: Path) -> Saved:
    """What a file says now."""
    name = path.as_posix()
    lesson = lesson_for(path, available_lessons(), alone=False)
    try:
        # one's own file may be a link
        submission = replace(read(path.resolve(), name), beside=beside(path.resolve()))
    except Unreadable as error:
        if not path.exists():
            return Saved(path, name, lesson, None, "the file is gone; as soon as it is back, it is checked again")
        return Saved(path, name, lesson, None, str(error))
    if not any(cell.source.strip() for cell in submission.cells):
        return Saved(path, name, lesson, None, "there is no code in it")
    return Saved(path, name, lesson, submission)


def whole(path: Path) -> Saved:
    """What a file says once it is written: an editor may be about to, or have put another one in its place."""
    found = seen(path)
    for _ in range(_TRIES):
        if not found.problem:
            break
        time.sleep(_WAIT)
        found = seen(path)
    return found


class Watch(threading.Thread):
    """Tells of each file in `FOLDERS` that is saved, until it is stopped.

    tell: is called with each, in this thread; and with an exception, where watching cannot go on.
    """

    def __init__(self, tell: Callable[[Saved | Exception], None]) -> None:
        super().__init__(name="watch", daemon=True)
        self._tell = tell
        self._over = threading.Event()

    def stop(self) -> None:
        """From another thread: tell of no more."""
        self._over.set()

    def run(self) -> None:
        try:
            while not self._over.is_set():
                for path in self._changes():
                    self._tell(whole(path))
        except Exception as error:
            self._tell(error)

    def _changes(self) -> Iterator[Path]:
        """The files that are saved, until a folder is made that was not there."""
        folders = _folders()
        batches = watchfiles.watch(
            *folders,
            watch_filter=_is_work,
            debounce=_GROUP,
            step=_STEP,
            stop_event=self._over,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        for batch in batches:
            yield from sorted({_below(Path(name)) for _, name in batch})
            if _folders() != folders:
                return


def _folders() -> list[Path]:
    return [folder for folder in map(Path, FOLDERS) if folder.is_dir()]


def _below(path: Path) -> Path:
    """The same file, as seen from here."""
    for folder in _folders():
        for root in (folder.absolute(), folder.resolve()):
            if path.is_relative_to(root):
                return folder / path.relative_to(root)
    return path


def _is_work(_: watchfiles.Change, name: str) -> bool:
    path = _below(Path(name))
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    return is_code_file(path) and not hidden and _is_near(path)


def _is_near(path: Path) -> bool:
    """Whether a file is no deeper than work/LESSON/FILE: what lies below is of another project."""
    return len(path.parts) <= _DEEPEST
