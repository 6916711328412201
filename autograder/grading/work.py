"""One submission, examined in a process that has a sandbox and an examiner of its own: what an executor runs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from autograder.channel.process import CELL_SECONDS, ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course import courses
from autograder.course.salt import course_salt
from autograder.examiner.session import Examiner
from autograder.grading.released import Released
from autograder.grading.sandboxed import sandbox_name, sandboxed_zygote
from autograder.report.results import Report
from autograder.submission.cells import Submission
from autograder.wire.frames import Message

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Setting:
    """What all submissions of a run are examined with.

    course: its directory. salt: of the random inputs. sandbox: what they run in. trusted, device: see
    `sandboxed_zygote`.
    """

    course: Path
    salt: str
    sandbox: str = "none"
    trusted: bool = False
    device: str = "cpu"

    @classmethod
    def here(cls, course: Path, *, trusted: bool, device: str) -> Setting:
        """The setting of a course on this machine; a device other than the CPU is tried. Raises `GraderError`."""
        sandbox = sandbox_name(trusted=trusted)
        if device != "cpu":
            zygote = sandboxed_zygote(trusted=trusted, device=device)
            zygote.close()
            device = zygote.device
        return cls(course, course_salt(course), sandbox, trusted, device)


@dataclass(frozen=True)
class Task:
    """A submission, and what is to be examined of it; no lesson's is only run.

    shown: whether what its cells show is wanted, with pictures; where it is not, released cells that give nothing
    to the student's are not run. undrawn: the sources of cells whose pictures are not wanted even so.
    """

    submission: Submission
    lesson: str | None
    exercises: tuple[str, ...]
    shown: bool = False
    undrawn: frozenset[str] = frozenset()
    cell_seconds: float = CELL_SECONDS


@dataclass(frozen=True)
class Done:
    """What came of a task.

    report: None where it is no lesson's. results: of each cell, where they are wanted. lasting: whether the same
    would come of it again, however busy the machine is.
    """

    report: Report | None
    lasting: bool
    sandbox: str = "none"
    results: tuple[Message, ...] = ()


def examined(setting: Setting, task: Task) -> Done:
    """Examine a submission. Raises `GraderError` or `OSError` where the grader itself fails."""
    return _in_the_thread(lambda: _examined(setting, task))


def stop() -> None:
    """End the sandboxes of this process, and what runs in them."""
    while _ZYGOTES:
        _ZYGOTES.pop().close()
    _tools.cache_clear()


def _examined(setting: Setting, task: Task) -> Done:
    zygote, examiner = _tools(setting)
    channel = ProcessChannel(
        zygote,
        task.submission if task.shown else _needed(setting, task),
        task.cell_seconds,
        pictures=task.shown,
        undrawn=task.undrawn,
        lesson=task.lesson,
    )
    report = None
    try:
        channel.start()
        if task.lesson is not None:
            report = examiner.examine(channel, task.lesson, task.submission.id, task.exercises)
    finally:
        channel.stop()
    return Done(report, not channel.interrupted, zygote.sandbox, tuple(channel.results) if task.shown else ())


def _needed(setting: Setting, task: Task) -> Submission:
    """The submission without the cells that need not run."""
    if task.lesson is None:
        return task.submission
    cells = task.submission.cells
    idle = _released(setting.course, task.lesson).idle(cells)
    return replace(task.submission, cells=tuple(cell for number, cell in enumerate(cells) if number not in idle))


@cache
def _tools(setting: Setting) -> tuple[Zygote, Examiner]:
    courses.enter(setting.course)
    # the zygote imports for some seconds: time in which the examiner can be made
    zygote = sandboxed_zygote(trusted=setting.trusted, device=setting.device)
    _ZYGOTES.append(zygote)
    return zygote, Examiner(setting.salt)


@cache
def _released(course: Path, lesson: str) -> Released:
    return Released.of_course(course, lesson)


#: What was started here, to be ended.
_ZYGOTES: list[Zygote] = []


@cache
def _thread() -> ThreadPoolExecutor:
    """The thread that all of it happens in: a sandbox ends with the thread that started it."""
    return ThreadPoolExecutor(1, "examiner")


def _in_the_thread(work: Callable[[], _Result]) -> _Result:
    return _thread().submit(work).result()
