"""Examining in this very process: what a notebook defines, and files where no other process can be forked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import replace
from functools import cache
from typing import Any

from autograder.channel.inline import InlineChannel
from autograder.channel.own import OwnChannel
from autograder.channel.protocol import Channel
from autograder.channel.zygote import Zygote
from autograder.course.courses import Course
from autograder.course.exercises import exercises_of
from autograder.course.reference import source_of
from autograder.diagnosis.diagnose import Physician
from autograder.diagnosis.examples import asked, with_examples
from autograder.diagnosis.transcripts import at_home
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner, Progress
from autograder.grading.job import Job
from autograder.report.results import Report
from autograder.report.standing import first_failure
from autograder.submission.cells import Submission
from autograder.worker.devices import standing_in
from autograder.worker.generators import Generators
from autograder.worker.state import shipped


def examined(
    namespace: MutableMapping[str, Any],
    lesson: str,
    exercises: Sequence[str] | None,
    examiner: Examiner,
    progress: Progress | None = None,
) -> Report:
    """The report of the functions and classes in a namespace; exercises: None for all of the lesson.

    Of the exercises that are begun and wrong, the first is told which mistake it is, and shown an example: that is
    the one to look at. What the checks draw and set changes nothing of what runs here.
    """
    generators = Generators.now()  # the next random number in the notebook is the one that it would have been
    try:
        with shipped(), _staying():  # the checks run in this process, too
            channel, record = InlineChannel(namespace), Record()
            report = examiner.examine(channel, lesson, "notebook", exercises, progress, record=record)
            first = first_failure(report)
            if first is None:
                return report
            alone = replace(report, exercises=(first,))
            alone = with_examples(alone, asked(alone, channel), _right_versions)
            told = _told(alone, channel.source(), record, examiner).exercises[0]
            return replace(report, exercises=tuple(told if each is first else each for each in report.exercises))
    finally:
        generators.restore()


def examined_file(
    submission: Submission, job: Job, examiner: Examiner, progress: Progress | None = None
) -> Report:
    """The report of a file of one's own, whose cells run here; nobody looks which mistake it is."""
    channel = OwnChannel(submission, job.lesson)
    try:
        with shipped():
            channel.start()
            report = examiner.examine(channel, job.lesson, job.submission, job.exercises, progress)
            given = asked(report, channel)
    finally:
        channel.stop()
    return with_examples(report, given, _right_versions)


def shell() -> Any:
    """IPython's session in this process; None where there is none."""
    return sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None


@contextmanager
def _right_versions(_: Course, lesson: str) -> Iterator[Channel]:
    """The lesson's own, in this process, which has imported all that they need."""
    namespace: dict[str, Any] = {"__name__": "right"}
    exec(source_of(lesson, exercises_of(lesson)), namespace)
    yield InlineChannel(namespace)


def _staying() -> AbstractContextManager[None]:
    """`exit()` in a student's function ends the call, and not the notebook in which it is checked."""
    session = shell()
    return standing_in([(session, "ask_exit", _end_call)] if session is not None else [])


def _end_call() -> None:
    raise SystemExit


def _told(report: Report, source: str, record: Record, examiner: Examiner) -> Report:
    """The report with which mistake it is; the mistakes run in a process of their own, where one can be forked."""
    if not hasattr(os, "fork"):
        return report
    with ExitStack() as stack:

        @cache
        def zygote() -> Zygote:
            return stack.enter_context(closing(Zygote()))

        return Physician(examiner, zygote, at_home(examiner.seed, "auto")).diagnosed(report, source, record).report
