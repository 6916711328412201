"""How far a class is graded: a bar in a terminal, and a line now and then where there is none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from autograder.grading.classes import Class
    from autograder.report.results import Report

#: Lines that are written where there is no terminal.
_LINES = 20
#: Names of those who are being examined that there is room for.
_NAMES = 4


@contextmanager
def shown(run: Class, console: Console) -> Iterator[_Shown]:
    """Show how far a run is, until the block ends."""
    if not console.is_terminal:
        yield _Lines(run, console)
        return
    columns = (
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[words]}", markup=False),
    )
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        yield _Bar(run, progress)


class _Shown:
    """Counts reports."""

    def __init__(self, run: Class) -> None:
        self.done = self.ungraded = 0
        self._run, self._start = run, time.monotonic()

    def count(self, report: Report) -> None:
        """One more is done."""
        self.done += 1
        self.ungraded += not report.graded
        self._show()

    def words(self) -> str:
        """What is known beside how many are done."""
        rate = self.done / max(time.monotonic() - self._start, 1e-9)
        parts = [f"{self.ungraded} not graded"] if self.ungraded else []
        parts.append(f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute")
        names = self._run.running
        parts += [", ".join(names[:_NAMES])] if names else []
        return "; ".join(parts)

    def _show(self) -> None:
        raise NotImplementedError


class _Bar(_Shown):
    def __init__(self, run: Class, progress: Progress) -> None:
        super().__init__(run)
        self._progress = progress
        self._task = progress.add_task("grading", total=run.total, words="")

    def _show(self) -> None:
        self._progress.update(self._task, completed=self.done, words=self.words())


class _Lines(_Shown):
    def __init__(self, run: Class, console: Console) -> None:
        super().__init__(run)
        self._console = console

    def _show(self) -> None:
        before, now = ((_LINES * done) // self._run.total for done in (self.done - 1, self.done))
        if now > before:
            line = f"{self.done} of {self._run.total}; {self.words()}"
            self._console.print(line, markup=False, soft_wrap=True)
