"""One long-lived pytest session that examines submission after submission.

Collection happens once. After that a check costs what its requests cost, instead of a session of its own.
"""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
import torch

import autograder
from autograder.channel.protocol import Channel
from autograder.course.courses import here
from autograder.course.exercises import Check, checks_of, optional_in
from autograder.examiner import plugin
from autograder.examiner.collection import collected
from autograder.examiner.recording import Record
from autograder.failures import CourseError, Failure, Finding, GraderError, Outcome
from autograder.report.results import CheckResult, ExerciseResult, Flag, Report
from autograder.rng import PUBLIC_SEED
from autograder.show import first_lines

#: Troubles of the cells that a report names, and characters of each.
_TROUBLES, _TROUBLE = 10, 4_000

#: Plugins that pytest brings along.
_UNUSED = (
    *("cacheprovider", "capture", "debugging", "doctest", "faulthandler", "junitxml", "legacypath", "logging"),
    *("monkeypatch", "pastebin", "recwarn", "setuponly", "setupplan", "stepwise", "subtests"),
    *("terminal", "threadexception", "tmpdir", "unittest", "unraisableexception", "warnings"),
)

#: Called with (checks done, checks in all, title of the next).
Progress = Callable[[int, int, str], None]


class Examiner:
    """Runs checks against a submission and reports; one per process is enough.

    seed: of the random inputs; the course's secret salt when grading.
    """

    def __init__(self, seed: str = PUBLIC_SEED) -> None:
        for course in here():
            for lesson in course.lessons:
                course.checks(lesson)  # what is wrong with them is said by the course, not by pytest
        self._outcomes = _Outcomes()
        self._seed = seed
        self._channel: Channel | None = None
        folder = Path(autograder.__file__).parent
        self._config, self._items = collected(
            [
                *(str(course.file(lesson, "checks.py")) for course in here() for lesson in course.lessons),
                f"--rootdir={folder}",
                f"--confcutdir={folder}",
                f"--config-file={os.devnull}",
                "--import-mode=importlib",
                "--assert=plain",
                "--noconftest",
                *("-p", "autograder.examiner.plugin"),
                # what checks do not use would cost them a third of a millisecond each
                *(word for name in _UNUSED for word in ("-p", f"no:{name}")),
            ],
            self._outcomes,
            self._prepare,
        )
        if self._outcomes.broken:
            raise GraderError(f"a check cannot be collected: {self._outcomes.broken}")

    def _prepare(self, config: pytest.Config) -> None:
        config.option.tbstyle = "no"  # making one takes 50 ms, and nobody would read it
        config.stash[plugin.CONNECT] = self._connect
        config.stash[plugin.SEED] = self._seed

    @property
    def seed(self) -> str:
        """What the random inputs start from."""
        return self._config.stash[plugin.SEED]

    def reseed(self, seed: str) -> None:
        """From now on the random inputs are those of this seed."""
        self._config.stash[plugin.SEED] = seed

    def examine(
        self,
        channel: Channel,
        lesson: str,
        submission: str,
        exercises: Sequence[str] | None = None,
        progress: Progress | None = None,
        only: Collection[str] | None = None,
        record: Record | None = None,
        enough: int | None = None,
        right_siblings: bool = False,
    ) -> Report:
        """The report of one submission in one lesson, or in some exercises of it.

        only: these checks only, the others being taken as passed. record: where what the checks hear is kept.
        enough: after so many checks that were tried and lost their points, the others are left out.
        right_siblings: the exercises beside these are known to be right, so that none of the kit's need stand in.
        """
        self._config.stash[plugin.RIGHT_SIBLINGS] = right_siblings
        checks = [c for c in checks_of(lesson) if exercises is None or c.exercise in exercises]
        checks = [c for c in checks if only is None or c.id in only]
        passed = [c.id for c in checks_of(lesson) if only is not None and c.id not in only]
        start = channel.began or time.perf_counter()
        try:
            done = list(_until(enough, self.results(channel, checks, progress, passed, record)))
        finally:
            self._config.stash[plugin.RIGHT_SIBLINGS] = False
        results = {result.id: result for result, _ in done}
        flags = [flag for _, flags in done for flag in flags]
        names, optional = dict.fromkeys(check.exercise for check in checks), optional_in(lesson)
        return Report(
            lesson=lesson,
            submission=submission,
            max_points=sum((c.points for c in checks if c.exercise not in optional), 0.0),
            sandbox=channel.sandbox,
            device=channel.device,
            versions=versions(),
            seconds=time.perf_counter() - start,
            flags=(*flags, *_troubles(channel)),
            exercises=tuple(
                ExerciseResult(
                    name,
                    tuple(results[c.id] for c in checks if c.exercise == name and c.id in results),
                    optional=name in optional,
                )
                for name in names
            ),
        )

    def _connect(self, _: object) -> Channel:
        if self._channel is None:
            raise GraderError("a check ran without a submission")
        return self._channel

    def results(
        self,
        channel: Channel,
        checks: Sequence[Check],
        progress: Progress | None = None,
        passed: Collection[str] = (),
        record: Record | None = None,
    ) -> Generator[tuple[CheckResult, list[Flag]], None, None]:
        """What comes of each check, and what a person should know, as soon as it is done.

        passed: ids of checks that are taken as passed. record: where what the checks hear is kept.
        """
        self._channel = channel
        self._config.stash[plugin.RECORD] = record
        plugin.forget_results(self._config, passed)
        items = [self._items[check.id] for check in checks]
        try:
            for number, check in enumerate(checks):
                if progress is not None:
                    progress(number, len(checks), check.title)
                start = time.perf_counter()
                self._outcomes.begin(channel.spent())
                if self._outcomes.error is None:
                    # what comes next says what pytest need not set up anew: it looks for the module's file
                    nextitem = next((item for item in items[number + 1 :] if item is not items[number]), None)
                    self._config.hook.pytest_runtest_protocol(item=items[number], nextitem=nextitem)
                result = self._outcomes.result(check, time.perf_counter() - start)
                yield (
                    result,
                    [Flag("delegation", check.exercise, detail) for detail in self._outcomes.delegated()],
                )
        finally:
            self._channel = self._config.stash[plugin.RECORD] = None
            if items:
                self._config.hook.pytest_runtest_teardown(item=items[-1], nextitem=None)


def _until(
    enough: int | None, results: Generator[tuple[CheckResult, list[Flag]], None, None]
) -> Iterator[tuple[CheckResult, list[Flag]]]:
    """The results, no further than to so many that lost points."""
    lost = 0
    with closing(results):
        for result, flags in results:
            yield result, flags
            lost += result.wrong and result.max_points > 0
            if lost == enough:
                return


def _troubles(channel: Channel) -> list[Flag]:
    """What the submission's own cells raised, and what the processes wrote last that its code ended."""
    cells = [Flag("cell", "", trouble[:_TROUBLE]) for trouble in channel.troubles()[:_TROUBLES]]
    words = [f"its process ended, and wrote last: {words}" for words in channel.crashes()[:_TROUBLES]]
    return cells + [Flag("crash", "", text[:_TROUBLE]) for text in words]


class _Outcomes:
    """Remembers how the check that runs right now ended."""

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.skipped: str | None = None
        self.remarks: set[str] = set()
        self.called = False
        self.broken = ""

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken = report.longreprtext

    def delegated(self) -> list[str]:
        """What a person should know of built-ins that the exercise calls, or could call."""
        if isinstance(self.error, Failure) and self.error.finding.kind == "own_work":
            return [self.error.finding.got]
        return sorted(self.remarks)

    def begin(self, error: Failure | None) -> None:
        """A check starts, or ends before it does with an error that is known already."""
        self.error, self.skipped, self.remarks, self.called = error, None, set(), False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        report = yield
        if call.when == "call":
            self.called = True
            tries = item.stash.get(plugin.TRIES, None)
            self.remarks = set() if tries is None else tries.remarks
        if call.excinfo is not None:
            if isinstance(call.excinfo.value, pytest.skip.Exception):
                self.skipped = str(call.excinfo.value)
            elif self.error is None:
                self.error = call.excinfo.value
        return report

    def result(self, check: Check, seconds: float) -> CheckResult:
        outcome: Outcome = "passed"
        finding = None
        if self.skipped is not None:
            outcome, finding = "skipped", Finding("unmet", self.skipped)
        elif isinstance(self.error, Failure):
            outcome, finding = self.error.outcome, self.error.finding
        elif self.error is not None:
            if isinstance(self.error, (KeyboardInterrupt, SystemExit, OSError, GraderError)):
                raise self.error
            if isinstance(self.error, (NameError, ImportError)):  # an author's mistake, whatever came back
                last = traceback.extract_tb(self.error.__traceback__)[-1]
                place = f"{last.filename}, line {last.lineno}"
                raise CourseError(f"the check {check.id} is broken: {place}: {self.error}")
            lost = f"The check could not make sense of what came back: {self.error}"
            outcome, finding = "error", Finding("unclear", lost)
        elif not self.called:  # a check that did not run has not passed
            raise GraderError(f"pytest {pytest.__version__} did not run {check.id}")
        printed = first_lines(self.error.printed) if isinstance(self.error, Failure) else ""
        return CheckResult(
            id=check.id,
            title=check.title,
            outcome=outcome,
            points=check.points if outcome == "passed" else 0.0,
            max_points=check.points,
            finding=finding,
            seconds=round(seconds, 4),
            printed=printed.strip() and printed,
        )


def versions() -> dict[str, str]:
    """What a report says of the software that made it."""
    return {"autograder": autograder.__version__, "torch": torch.__version__.partition("+")[0]}
