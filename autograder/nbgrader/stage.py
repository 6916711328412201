"""One graded submission through nbgrader's own converters, beside the course: what is to be written, and files.

Gradebook, autograded/ and feedback/ are a stage of this process's: so several can work at the same time, and a
course never holds half of a submission.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import SADeprecationWarning, SAWarning
from sqlalchemy.pool import StaticPool
from traitlets.log import get_logger

from autograder.course import courses
from autograder.failures import GraderError
from autograder.grading.drawings import Drawings
from autograder.grading.work import Done, Task
from autograder.nbgrader.arrivals import Arrivals
from autograder.nbgrader.configured import configuration, course_directory
from autograder.nbgrader.rows import Assignment, Changes, Rows, put
from autograder.submission.cells import Submission
from autograder.submission.intake import HandIn
from autograder.wire.frames import Message

#: Nobody's name: nothing is looked for in submitted/.
_NOBODY = ""


@dataclass(frozen=True)
class Assigned:
    """What all submissions of a run have in common.

    submitted: the folder that they are in. template: a gradebook that knows the assignment alone. stages: a folder
    in the course, below its root, for the stages.
    """

    course: Path
    lesson: str
    submitted: str
    template: bytes
    stages: str


@dataclass(frozen=True)
class Order:
    """A submission to be converted: what was handed in, what came of it, and what the gradebook knows of it.

    done: None where it was not examined; `reason` says why, unless the file itself shows that.
    """

    assigned: Assigned
    entry: HandIn
    rows: Rows
    task: Task | None = None
    done: Done | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Converted:
    """What has become of it: what is to be written, the folders with its files, and why these are not whole."""

    student: str
    changes: Changes = field(default_factory=Changes)
    autograded: Path | None = None
    feedback: Path | None = None
    trouble: str | None = None


def converted(order: Order) -> Converted:
    """Convert a submission, as `nbgrader autograde` and then `nbgrader generate_feedback` do."""
    with warnings.catch_warnings(), chdir(order.assigned.course):  # as nbgrader's own commands do
        for category in (SAWarning, SADeprecationWarning):  # nbgrader's own use of its data base
            warnings.simplefilter("ignore", category)
        assigned = replace(order.assigned, template=b"")
        return _stage(assigned).converted(order)


class _Known:
    """Stands in for the pool of a run: what examining gave is known."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def done(self, task: Task) -> Done:
        """What came of the examination. Raises `GraderError` where nothing did."""
        if self._order.reason is not None or self._order.task is None or self._order.done is None:
            raise GraderError(self._order.reason or "it was not examined")
        examined, now = self._order.task.submission, task.submission
        if (examined.cells, examined.beside) != (now.cells, now.beside):
            raise GraderError("its files have changed while it was graded")
        return self._order.done

    def drawings(self, lesson: str) -> Drawings:
        """The pictures that the course keeps."""
        return _drawings(self._order.assigned.course, lesson)


class _Autograde(Autograde):
    """The converter, for submissions that are named."""

    def init_notebooks(self) -> None:
        """There are those that it was told of."""

    def convert(self, order: Order) -> Path:
        """Convert a submission; the folder with what has become of it."""
        self.assignments: dict[str, list[str]] = {
            self._format_source(order.assigned.lesson, order.entry.student): []
        }
        self.exporter.arrivals = Arrivals(self, [order.entry])
        self.exporter.pool = _Known(order)
        self.convert_notebooks()
        return Path(self._format_dest(order.assigned.lesson, order.entry.student))


class NamedFeedback(GenerateFeedback):
    """The converter, for submissions that are named."""

    def init_notebooks(self) -> None:
        """There are those that it was told of."""

    def name(self, lesson: str, students: Iterable[str]) -> None:
        """Tell whose pages are to be made."""
        folders = (Path(self._format_source(lesson, student)) for student in students)
        self.assignments = {str(folder): sorted(map(str, folder.glob("*.ipynb"))) for folder in folders}

    def convert(self, lesson: str, student: str) -> Path:
        """Make the pages of a submission; their folder."""
        self.name(lesson, [student])
        self.convert_notebooks()
        return Path(self._format_dest(lesson, student))


class _Stage:
    """A gradebook in memory, folders of this process's own, and the converters that work on them."""

    def __init__(self, assigned: Assigned) -> None:
        courses.enter(assigned.course)
        self._lesson = assigned.lesson
        self._place = Path(assigned.stages) / str(os.getpid())
        # another connection sees it under this name, until this one is closed
        name = f"file:{assigned.stages}/{os.getpid()}?mode=memory&cache=shared"
        self._memory = sqlite3.connect(name, uri=True, check_same_thread=False)
        self._url = f"sqlite:///{name}&uri=true"
        self._engine: Engine = create_engine("sqlite://", creator=lambda: self._memory, poolclass=StaticPool)
        self._assigned = assigned

    def converted(self, order: Order) -> Converted:
        """Convert a submission here."""
        student = order.entry.student
        self._set(order)
        autograde, generate_feedback = self._converters
        made, pages, trouble = None, None, None
        with _errors() as said:
            try:
                made = autograde.convert(order)
                pages = generate_feedback.convert(self._lesson, student)
            except NbGraderException as error:
                trouble = _words(next(iter(said), error))
        with self._engine.connect() as connection:
            after = Assignment.of(connection, self._lesson).rows(connection, student)
        return Converted(student, Changes.between(order.rows, after), made, pages, trouble)

    def _set(self, order: Order) -> None:
        """Let the gradebook know what the course's own does of this student."""
        with sqlite3.connect(":memory:") as empty:
            empty.deserialize(order.assigned.template)
            empty.backup(self._memory)
        empty.close()
        put(self._engine, order.rows)

    @cached_property
    def _converters(self) -> tuple[_Autograde, NamedFeedback]:
        """nbgrader's converters with their exporters, made once: that takes longer than a submission."""
        config = configuration(self._assigned.course)
        directory = course_directory(config, self._assigned.course, self._lesson)
        directory.db_url, directory.student_id = self._url, _NOBODY
        directory.submitted_directory = self._assigned.submitted
        directory.autograded_directory = str(self._place / "autograded")
        directory.feedback_directory = str(self._place / "feedback")
        found = _Autograde(coursedir=directory, config=config), NamedFeedback(coursedir=directory, config=config)
        for each in found:
            each.force = True
            each.start()
        return found


_stage = cache(_Stage)


@cache
def _drawings(course: Path, lesson: str) -> Drawings:
    def run(_: Submission) -> tuple[Message, ...]:
        raise GraderError("nothing is run here")

    return Drawings.of_course(course, lesson, run)


@contextmanager
def _errors() -> Iterator[list[BaseException]]:
    """What nbgrader catches and calls an error, until the block ends."""
    said: list[BaseException] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.extend(filter(None, [sys.exception()]))  # type: ignore[method-assign]  # a class for a line
    logger: Any = get_logger()
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


def _words(error: BaseException) -> str:
    """What an error says, and its kind where it is neither ours nor nbgrader's."""
    ours = isinstance(error, (GraderError, NbGraderException))
    return str(error) if ours else f"{type(error).__name__}: {error}"
