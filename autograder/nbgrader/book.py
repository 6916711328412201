"""A class that is graded into nbgrader's gradebook, autograded/ and feedback/, many submissions at once.

nbgrader's own converters make what is written, beside the course and in several processes (`stage`); here it goes
to its place. Killed at any moment, a run leaves nothing behind that nbgrader or the next run takes for done.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from autograder.course import atomic
from autograder.examiner.digest import digest, handed_in
from autograder.failures import CannotWrite, GraderError
from autograder.grading.classes import Class, Finished, Workers
from autograder.grading.drawings import Drawings
from autograder.grading.examine import ungraded
from autograder.grading.executors import Local
from autograder.grading.job import Job
from autograder.grading.reports import write_report
from autograder.grading.submissions import require_folder
from autograder.grading.work import Done, Setting, Task
from autograder.nbgrader.arrivals import Arrivals
from autograder.nbgrader.configured import configuration, course_directory, make_assignment, tools_on_the_path
from autograder.nbgrader.conversions import Conversion, Conversions
from autograder.nbgrader.examine import Examine
from autograder.nbgrader.late import extensions_of
from autograder.nbgrader.rows import Assignment, Rows, template, write
from autograder.nbgrader.stage import Assigned, Converted, NamedFeedback, Order
from autograder.nbgrader.tasks import Planner
from autograder.report.results import Report
from autograder.submission.cells import Submission
from autograder.submission.intake import HandIn
from autograder.wire.frames import Message

#: Where submissions are while they are converted, below the course.
_STAGES = ".autograder/stage"
#: For each student, what the files and scores that are there were made from.
_RECORDS = Path(".autograder") / "gradebook"
#: Seconds between two transactions.
_SECONDS = 2.0


class Book:
    """The gradebook of a course, for the submissions of one lesson.

    The assignment is made where it is missing. jobs: by student. submitted: where they are, None for what the
    configuration says. student: an id, or a pattern of ids. fresh: nothing that is there is taken for done. notes:
    what a person should know.
    Raises `UsageError` where that folder is not there, and `GraderError`.
    """

    def __init__(
        self, course: Path, lesson: str, submitted: Path | None, student: str | None, fresh: bool
    ) -> None:
        self._course, self._lesson = course, lesson
        self._config = configuration(course)
        self._directory = course_directory(self._config, course, lesson)
        if submitted is not None:
            self._directory.submitted_directory = str(submitted)
        require_folder(self.submitted)
        self._directory.student_id = student or "*"
        self._autograde = Autograde(coursedir=self._directory, config=self._config)
        self._autograde.force = True
        with _quiet():
            self._require_assignment()
            try:
                arrivals = Arrivals(self._autograde)
            except NbGraderException as error:
                raise GraderError(str(error)) from None
        self.notes = arrivals.notes
        #: of these, nbgrader gets to see what was handed in
        self._coming = {entry.student for entry in arrivals.coming}
        entries = sorted((*arrivals.coming, *arrivals.left_out), key=lambda entry: entry.student)
        self._entries = {entry.student: entry for entry in entries}
        self.jobs = [Job(e.path, lesson, e.student, None, e.reason, e.notes, e.alone) for e in entries]
        self._record = {} if fresh else self._recorded()

    def reader(self, hands: Workers, setting: Setting) -> Callable[[Job], Task]:
        """What is to be examined of a job, with all that its cells show."""

        def run(submission: Submission) -> tuple[Message, ...]:
            return hands.examine(setting, Task(submission, submission.id, (), True)).result().results

        drawings = Drawings.of_course(self._course, self._lesson, run)
        seconds = Examine(config=self._config).timeout
        planner = Planner.of_gradebook(self._directory.db_url, self._lesson, drawings, seconds)
        return lambda job: planner.task(self._entries[job.submission])

    def entered(self, run: Class, tools: Local) -> Iterator[Report]:
        """The report of each submission of a run, once its scores and files are there.

        Raises `CannotWrite`.
        """
        unchanged: list[str] = []
        conversions, written = Conversions(tools), time.monotonic()
        with _quiet(), self._stages() as stages, self._opened() as gradebook:
            assigned, assignment, there = self._known(gradebook, stages)
            extensions = repr(extensions_of(self._config, self._course))
            common = digest([hashlib.sha256(assigned.template).hexdigest(), repr(self._config), extensions])
            for finished in run.finished():
                student = finished.job.submission
                made_from = digest([common, self._made_from(finished)])
                if student not in self._coming:
                    yield finished.report
                elif student in there and self._is_done(student, made_from):
                    unchanged.append(student)
                    yield finished.report
                else:
                    with gradebook.engine.connect() as connection:
                        rows = assignment.rows(connection, student)
                    order = _order(assigned, rows, self._entries[student], finished)
                    conversions.begin(Conversion(finished, order, made_from))
                if time.monotonic() - written > _SECONDS:
                    yield from self._write(gradebook, conversions.ready(all_of_them=False))
                    written = time.monotonic()
            yield from self._write(gradebook, conversions.ready(all_of_them=True))
        self._renew_feedback(unchanged)

    @property
    def submitted(self) -> Path:
        """The folder with the submissions."""
        return Path(self._directory.submitted_directory)

    @property
    def gradebook(self) -> Path:
        """The file of the gradebook, where it is one."""
        return Path(self._directory.db_url.removeprefix("sqlite:///"))

    def made(self, student: str) -> tuple[Path, Path]:
        """Where the graded notebook of a student is, and the feedback page."""
        autograded, feedback = self._places(student)
        return autograded / f"{self._lesson}.ipynb", feedback / f"{self._lesson}.html"

    def _require_assignment(self) -> None:
        with tools_on_the_path(), self._opened() as gradebook:
            try:
                there = bool(gradebook.find_assignment(self._lesson).notebooks)
            except MissingEntry:
                there = False
        if not there:
            make_assignment(self._config, self._course, self._lesson)

    def _opened(self) -> Gradebook:
        return Gradebook(self._directory.db_url, self._directory.course_id)

    @contextmanager
    def _stages(self) -> Iterator[str]:
        """A folder for what is being converted; those of runs that were killed go."""
        folder = self._course / _STAGES
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for other in folder.iterdir():
            if not _is_running(other.name.partition("-")[0]):
                shutil.rmtree(other, ignore_errors=True)
        mine = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder))
        try:
            yield f"{_STAGES}/{mine.name}"
        finally:
            shutil.rmtree(mine, ignore_errors=True)

    def _known(self, gradebook: Gradebook, stages: str) -> tuple[Assigned, Assignment, set[str]]:
        """What all submissions have in common, the assignment, and whose submissions are in the gradebook."""
        with gradebook.engine.connect() as connection:
            assignment = Assignment.of(connection, self._lesson)
            alone = template(connection, self._lesson)
            there = assignment.students(connection)
        submitted = self._directory.submitted_directory
        return Assigned(self._course, self._lesson, submitted, alone, stages), assignment, there

    def _made_from(self, finished: Finished) -> list[object]:
        """What a submission's scores and files depend on, besides the assignment and the configuration."""
        entry, report, task = self._entries[finished.job.submission], finished.report, finished.task
        at = self._directory.get_existing_timestamp(self._autograde._format_source(self._lesson, entry.student))
        checks = [replace(check, seconds=0.0) for exercise in report.exercises for check in exercise.checks]
        told = [asdict(replace(exercise, checks=())) for exercise in report.exercises]
        flags = [asdict(flag) for flag in report.flags]
        where = None if entry.path is None else os.path.relpath(entry.path, self._directory.root)
        return [
            [ascii(where), list(map(ascii, entry.notes)), str(at)],
            handed_in(task.submission) if task is not None else "",
            [report.graded, report.reason, report.sandbox, flags, [asdict(check) for check in checks], told],
            list(finished.results),
        ]

    def _is_done(self, student: str, made_from: str) -> bool:
        return self._record.get(student) == made_from and self.made(student)[0].is_file()

    def _places(self, student: str) -> tuple[Path, Path]:
        """Where the files of a student go."""
        course = self._directory
        folders = (course.autograded_directory, course.feedback_directory)
        first, second = (Path(course.format_path(folder, student, self._lesson)) for folder in folders)
        return first, second

    def _write(self, gradebook: Gradebook, ready: Sequence[tuple[Conversion, Converted]]) -> Iterator[Report]:
        """Write what is ready: old files go, then come the scores, then the files."""
        if not ready:
            return
        for _, made in ready:
            for folder in self._places(made.student):
                if os.path.lexists(folder):
                    shutil.rmtree(folder)
        try:
            write(gradebook, [made.changes for _, made in ready])
        except SQLAlchemyError as error:
            words = str(getattr(error, "orig", None) or error)
            raise CannotWrite(errno.EIO, words, self._directory.db_url) from None
        for conversion, made in ready:
            for place, files in zip(self._places(made.student), (made.autograded, made.feedback), strict=True):
                if files is not None and files.is_dir():
                    place.parent.mkdir(parents=True, exist_ok=True)
                    files.replace(place)
            if made.trouble is None:
                self._record[made.student] = conversion.made_from
        atomic.write(self._course / _RECORDS / f"{self._lesson}.json", json.dumps(self._record, sort_keys=True))
        yield from (self._report(conversion.finished, made) for conversion, made in ready)

    def _report(self, finished: Finished, made: Converted) -> Report:
        """The report; not graded is what could not be converted: nbgrader takes it up again in its next run."""
        if made.trouble is None or not finished.report.graded:
            return finished.report
        report = ungraded(finished.job, f"nbgrader could not write it: {made.trouble}", finished.report.sandbox)
        write_report(report, self._course)
        return report

    def _renew_feedback(self, unchanged: Sequence[str]) -> None:
        """Let nbgrader make those pages again that are missing, or older than a person's scores and comments."""
        if not unchanged:
            return
        feedback = NamedFeedback(coursedir=self._directory, config=self._config)
        feedback.name(self._lesson, unchanged)
        with _quiet():
            try:
                feedback.start()
            except NbGraderException as error:
                raise CannotWrite(errno.EIO, str(error), self._directory.feedback_directory) from None

    def _recorded(self) -> dict[str, str]:
        try:
            found = json.loads((self._course / _RECORDS / f"{self._lesson}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}  # everything is made again
        return found if isinstance(found, dict) else {}


def _order(assigned: Assigned, rows: Rows, entry: HandIn, finished: Finished) -> Order:
    report, task = finished.report, finished.task
    if not report.graded:
        return Order(assigned, entry, rows, task, reason=None if task is None else report.reason)
    flags = tuple(flag for flag in report.flags if flag.kind != "file")  # those the entry has
    return Order(assigned, entry, rows, task, Done(replace(report, flags=flags), True, finished.results))


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    return True


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own use of its data base
        yield
