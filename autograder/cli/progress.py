"""How far the work is: a bar in a terminal; where there is none, of a class a line now and then, else nothing."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from autograder.grading.classes import Class
    from autograder.grading.job import Job
    from autograder.report.results import Report

#: Lines that are written where there is no terminal.
_LINES = 20
#: Names of those who are being examined that there is room for.
_NAMES = 4
#: Seconds between two drawings of a bar that no thread draws.
_DRAWN = 0.1
#: Columns of that bar, and characters of what is checked.
_WIDTH, _WORDS = 20, 40


@contextmanager
def shown(run: Class, console: Console) -> Iterator[Count]:
    """Show how far a run is, until the block ends."""
    if not console.is_terminal:
        yield Count(run, partial(_write_line, console))
        return
    columns = (
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[words]}", markup=False),
    )
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        task = progress.add_task("grading", total=run.total, words="")
        yield Count(run, lambda count: progress.update(task, completed=count.done, words=count.words()))


class Count:
    """Counts the reports of a run. show: is called with it after each of them."""

    def __init__(self, run: Class, show: Callable[[Count], None]) -> None:
        self.done = self.ungraded = 0
        self.total = run.total
        self._run, self._show, self._start = run, show, time.monotonic()

    def count(self, report: Report) -> None:
        """One more is done."""
        self.done += 1
        self.ungraded += not report.graded
        self._show(self)

    def words(self) -> str:
        """What is known beside how many are done."""
        rate = self._run.examined / max(time.monotonic() - self._start, 1e-9)
        parts = [f"{self.ungraded} not graded"] if self.ungraded else []
        if self._run.examined:
            parts.append(f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute")
        names = self._run.running
        parts += [", ".join(names[:_NAMES])] if names else []
        return "; ".join(parts)


def _write_line(console: Console, count: Count) -> None:
    """Say now and then how far it is."""
    before, now = ((_LINES * done) // count.total for done in (count.done - 1, count.done))
    if now > before:
        line = "; ".join(filter(None, [f"{count.done} of {count.total}", count.words()]))
        console.print(line, markup=False, soft_wrap=True)


@contextmanager
def counted(jobs: Sequence[Job], console: Console) -> Iterator[Checks]:
    """Show how many checks of one's own work are done, until the block ends; nothing where there is no terminal.

    It is drawn by whoever counts, and by no thread: meanwhile torch is imported, and processes are forked.
    """
    if not console.is_terminal:
        yield Checks()
        return
    columns = (
        TextColumn("checking"),
        BarColumn(_WIDTH),
        MofNCompleteColumn(),
        TextColumn("{task.fields[words]}", markup=False),
    )
    with Progress(
        *columns,
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bar:
        yield _Counted(jobs, bar)


class Checks:
    """Counts the checks of several files, one after the other; shows nothing."""

    def step(self, done: int, total: int, title: str) -> None:
        """So many checks of this file are done, and this comes next."""

    @contextmanager
    def aside(self) -> Iterator[None]:
        """A file is done: no bar is there while what came of it is shown."""
        yield


class _Counted(Checks):
    def __init__(self, jobs: Sequence[Job], bar: Progress) -> None:
        from autograder.course.exercises import checks_of

        counts = (
            sum(job.exercises is None or each.exercise in job.exercises for each in checks_of(job.lesson))
            for job in jobs
        )
        self._bar, self._drawn = bar, 0.0
        self._task = bar.add_task("checking", total=sum(counts), words="starting")
        self._before = self._file = 0
        bar.refresh()

    def step(self, done: int, total: int, title: str) -> None:
        self._file = total
        now = time.monotonic()
        if done in (0, total) or now - self._drawn > _DRAWN:
            self._drawn = now
            words = textwrap.shorten(title, _WORDS, placeholder="…")
            self._bar.update(self._task, completed=self._before + done, words=words, refresh=True)

    @contextmanager
    def aside(self) -> Iterator[None]:
        self._before, self._file = self._before + self._file, 0
        self._bar.stop()
        yield
        self._bar.update(self._task, completed=self._before, words="")
        if not self._bar.finished:
            self._bar.start()
