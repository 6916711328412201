"""A class: each submission is looked up or examined, and its report is on disk as soon as it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from autograder.course.exercises import exercises_of
from autograder.failures import GraderError, Unreadable
from autograder.grading.examine import noted, submission_of, ungraded
from autograder.grading.job import Job
from autograder.grading.reports import write_report
from autograder.grading.store import Store, joined, missing
from autograder.grading.work import Done, Setting, Task
from autograder.report.results import Report
from autograder.wire.frames import Message

#: Why a submission is not graded whose process was lost.
LOST = "the process that examined it ended, as where memory runs out"


class Workers(Protocol):
    """What examines, in this process or elsewhere."""

    #: how many submissions can be examined at the same time
    count: int
    #: what is raised for a submission that was lost with a process, for good
    lost: tuple[type[Exception], ...]

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        """Have a submission examined."""
        ...

    def renew(self) -> None:
        """Start over, after a process has ended that should not have."""
        ...

    def close(self) -> None:
        """End them, whatever they are doing."""
        ...


@dataclass(frozen=True)
class Finished:
    """The report of a submission, and what it was made from.

    task: what was examined; None where nothing could be read. results: what each cell showed, where it is wanted.
    """

    job: Job
    report: Report
    task: Task | None = None
    results: tuple[Message, ...] = ()


def plain(job: Job) -> Task:
    """What is to be examined of a job, where nobody looks at what the cells show. Raises `Unreadable`."""
    return Task(submission_of(job), job.lesson, exercises_of(job.lesson))


@dataclass
class _Pending:
    """A submission that is being examined, for everybody who handed in the same."""

    key: str
    task: Task
    known: Report | None
    jobs: list[Job] = field(default_factory=list)


class Class:
    """Grades the submissions of one lesson; those that cannot be graded are reported so, and the others go on.

    reused: how many reports came from the store, or were those of an identical submission. examined: how many
    submissions were examined so far. read: what is to be examined of a job, all exercises of the lesson; raises
    `Unreadable` or `OSError`. home: where the reports go, the course where it is not said.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        workers: Workers,
        store: Store,
        read: Callable[[Job], Task] = plain,
        home: Path | None = None,
    ) -> None:
        self.total = len(jobs)
        self.reused = self.examined = 0
        self._waiting = iter(jobs)
        self._read = read
        self._home = home or store.setting.course
        self._setting, self._workers, self._store = store.setting, workers, store
        self._pending: dict[Future[Done], _Pending] = {}
        #: those that were being examined when a process ended: one at a time, to see which of them ends it
        self._suspects: list[_Pending] = []
        self._alone = False

    @property
    def running(self) -> list[str]:
        """Who is being examined now."""
        return [item.jobs[0].submission for item in self._pending.values()][: self._workers.count]

    def reports(self) -> Iterator[Report]:
        """The report of each submission, as it is known; by then it is on disk."""
        return (each.report for each in self.finished())

    def finished(self) -> Iterator[Finished]:
        """The same, with what each was made from."""
        for each in self._all():
            write_report(each.report, self._home)
            yield each

    def _all(self) -> Iterator[Finished]:
        while True:
            yield from self._fill()
            if not self._pending:
                return
            done, _ = wait(self._pending, return_when=FIRST_COMPLETED)
            ended = [future for future in done if isinstance(future.exception(), BrokenExecutor)]
            for future in done - set(ended):
                yield from self._finished(future)
            if ended:
                yield from self._broken()

    def _fill(self) -> Iterator[Finished]:
        """Give the workers enough to do; what came of those for whom nothing is to be done."""
        self._alone = bool(self._suspects)
        if self._suspects:
            if not self._pending:
                self._submit(self._suspects.pop())
            return
        count = self._workers.count
        while len(self._pending) < (2 * count if count > 1 else 1):  # several never wait for the next ones
            job = next(self._waiting, None)
            if job is None:
                return
            each = self._begun(job)
            if each is not None:
                yield each

    def _begun(self, job: Job) -> Finished | None:
        """Start to examine a job; what came of it, where that is known already."""
        try:
            task = self._read(job)
        except (Unreadable, OSError) as error:
            return Finished(job, ungraded(job, str(error), self._setting.sandbox))
        key = self._store.key(task)
        twin = next((item for item in (*self._pending.values(), *self._suspects) if item.key == key), None)
        if twin is not None:
            twin.jobs.append(job)
            return None
        known = self._store.known(key, job.lesson)
        results = self._store.shown(key, job.lesson) if known is not None and task.shown else ()
        wanted = missing(known, job.lesson) if results is not None else task.exercises
        if known is not None and not wanted:
            self.reused += 1
            return Finished(job, _of(job, known), task, results or ())
        self._submit(_Pending(key, replace(task, exercises=wanted), known, [job]))
        return None

    def _submit(self, item: _Pending) -> None:
        self._pending[self._workers.examine(self._setting, item.task)] = item

    def _finished(self, future: Future[Done]) -> Iterator[Finished]:
        item = self._pending.pop(future)
        try:
            done = future.result()
        except (GraderError, OSError) as error:
            yield from self._ungraded(item, str(error))
            return
        except self._workers.lost:
            yield from self._ungraded(item, LOST)
            return
        assert done.report is not None, "a class is graded in a lesson"
        self.examined += 1
        report = joined(item.known, done.report)
        if done.lasting:
            if item.task.shown:
                self._store.keep_shown(item.key, report.lesson, done.results)
            self._store.keep(item.key, report)
        self.reused += len(item.jobs) - 1
        yield from (Finished(job, _of(job, report), item.task, done.results) for job in item.jobs)

    def _broken(self) -> Iterator[Finished]:
        """A process has ended that should not have.

        Whoever was alone in it is not graded; of several nobody is, until each was tried alone.
        """
        items = list(self._pending.values())
        self._pending.clear()
        self._workers.renew()
        if not self._alone:
            self._suspects += items
            return
        for item in items:
            yield from self._ungraded(item, LOST)

    def _ungraded(self, item: _Pending, reason: str) -> Iterator[Finished]:
        sandbox = self._setting.sandbox
        return (Finished(job, ungraded(job, reason, sandbox), item.task) for job in item.jobs)


def _of(job: Job, report: Report) -> Report:
    """The report as that of a job's."""
    return noted(replace(report, submission=job.submission), job.notes)
