"""One submission, examined in a process that has a sandbox and an examiner of its own: what an executor runs."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.channel.process import CELL_SECONDS, ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course import courses
from autograder.course.salt import course_salt
from autograder.diagnosis.diagnose import Physician
from autograder.diagnosis.examples import asked, in_a_process, with_examples
from autograder.diagnosis.transcripts import of_course
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner
from autograder.grading.released import Released
from autograder.grading.sandboxed import sandbox_name, sandboxed_zygote
from autograder.report.results import Report
from autograder.submission.cells import Submission
from autograder.wire.frames import Message

#: Seconds of processor time in which one submission's mistakes are looked for; what is found out is kept for all.
_DIAGNOSIS_SECONDS = 120.0


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
    to the student's are not run. undrawn: the sources of cells whose pictures are not wanted even so. enough,
    right_siblings: see `Examiner.examine`.
    """

    submission: Submission
    lesson: str | None
    exercises: tuple[str, ...]
    shown: bool = False
    undrawn: frozenset[str] = frozenset()
    cell_seconds: float = CELL_SECONDS
    enough: int | None = None
    right_siblings: bool = False


@dataclass(frozen=True)
class Done:
    """What came of a task.

    report: None where it is no lesson's. results: of each cell, where they are wanted. lasting: whether the same
    would come of it again, however busy the machine is.
    """

    report: Report | None
    lasting: bool
    results: tuple[Message, ...] = ()


class Workplace:
    """A sandbox and an examiner, made when they are first needed, and the thread that they live in.

    A sandbox ends with the thread that started it, so that all happens in one.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._thread = ThreadPoolExecutor(1, "examiner")
        self._zygote: Zygote | None = None
        self._examiner: Examiner | None = None
        self._closed = False

    def examined(self, task: Task) -> Done:
        """Examine a submission. Raises `GraderError` or `OSError` where the grader itself fails."""
        return self._thread.submit(self._examined, task).result()

    def close(self) -> None:
        """End the sandbox, and what runs in it; from now on there is a `GraderError` instead of an examination."""
        self._closed = True
        if self._zygote is not None:
            self._zygote.close()
        self._thread.shutdown(wait=False)

    def _tools(self) -> tuple[Zygote, Examiner]:
        if self._zygote is None:
            courses.enter(self._setting.course)
            # it imports for some seconds: time in which the examiner can be made
            self._zygote = sandboxed_zygote(trusted=self._setting.trusted, device=self._setting.device)
            if self._closed:
                self._zygote.close()
        if self._examiner is None:
            self._examiner = Examiner(self._setting.salt)
            gc.collect()
            gc.freeze()  # all of torch and pytest is here to stay, and need not be looked through again
        return self._zygote, self._examiner

    def _examined(self, task: Task) -> Done:
        zygote, examiner = self._tools()
        submission = task.submission
        if not task.shown and task.lesson is not None:
            submission = _released(self._setting.course, task.lesson).needed(submission)
        channel = ProcessChannel(
            zygote,
            submission,
            task.cell_seconds,
            pictures=task.shown,
            undrawn=task.undrawn,
            lesson=task.lesson,
        )
        record, report, given, interrupted = Record(), None, {}, False
        try:
            channel.start()
            if task.lesson is not None:
                report = examiner.examine(
                    channel,
                    task.lesson,
                    task.submission.id,
                    task.exercises,
                    record=record,
                    enough=task.enough,
                    right_siblings=task.right_siblings,
                )
            interrupted = channel.interrupted
            if report is not None and task.enough is None:
                given = asked(report, channel)
        finally:
            channel.stop()
        results = tuple(channel.results) if task.shown else ()
        if report is None or task.enough is not None:  # what is given up early is not told why it is wrong
            return Done(report, not interrupted, results)
        shelf = of_course(self._setting.course, self._setting.salt, self._setting.device)
        report = with_examples(report, given, in_a_process(lambda: zygote))
        found = Physician(examiner, lambda: zygote, shelf, _DIAGNOSIS_SECONDS).diagnosed(
            report, channel.source(), record
        )
        return Done(found.report, found.whole and not interrupted, results)


#: The workplace of a setting, and the released cells of a course's lesson.
_workplace, _released = cache(Workplace), cache(Released.of_course)


def examined(setting: Setting, task: Task) -> Done:
    """Examine a submission in this process, which keeps its sandbox and examiner for the next one."""
    return _workplace(setting).examined(task)
