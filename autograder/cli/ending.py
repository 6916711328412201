"""How a command ends that could not do its work: in words that say what to do, and never in a traceback."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from autograder.failures import CannotWrite, CourseError, GraderError, UsageError

#: What only the extra `course` installs.
_COURSE = ("jupytext", "nbconvert", "nbformat", "nbgrader", "nh3")

PASSED, FAILED, USAGE, UNREAD = 0, 1, 2, 141
#: The exit code of what Ctrl-C ended, as shells have it; Typer makes one of a `KeyboardInterrupt`, too.
INTERRUPTED = 130


class Interrupted(Exception):
    """Somebody pressed Ctrl-C; the message says how to go on."""


@contextmanager
def interrupts() -> Iterator[list[int]]:
    """A list that holds something once Ctrl-C was pressed: of the exception, a library may make another one."""
    pressed: list[int] = []

    def press(number: int, _: FrameType | None) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def interrupted(error: BaseException) -> bool:
    """Whether it is what Ctrl-C ends in."""
    ended = isinstance(error, SystemExit) and error.code == INTERRUPTED
    return ended or isinstance(error, (Interrupted, KeyboardInterrupt))


def sentence(error: BaseException) -> str | None:
    """What went wrong and what to do, in words; None for a mistake in the kit, which needs its traceback."""
    if isinstance(error, (UsageError, CourseError)):
        return str(error)
    if isinstance(error, GraderError):
        return f"nothing was graded: {error}"
    if isinstance(error, OSError):
        return file_problem(error)
    if isinstance(error, ModuleNotFoundError) and (error.name or "").partition(".")[0] in _COURSE:
        return f'this needs {error.name}, which comes with the extra `course`: pip install -e ".[course]"'
    return None


def file_problem(error: OSError) -> str:
    """Which file it is, and what is the matter with it."""
    if isinstance(error, CannotWrite) or error.strerror is None:
        return str(error)
    if error.filename and isinstance(error, (FileExistsError, NotADirectoryError)):
        return f"{error.filename}: there is a file where a folder has to be: rename it, or remove it"
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
