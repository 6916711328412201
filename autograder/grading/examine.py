"""Examining submitted files, one after another, each in a worker of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from autograder.channel.process import CELL_SECONDS, ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import points_of
from autograder.diagnosis.diagnose import Physician
from autograder.diagnosis.examples import asked, in_a_process, with_examples
from autograder.diagnosis.transcripts import at_home
from autograder.examiner.recording import Record
from autograder.examiner.session import Examiner, Progress, versions
from autograder.failures import GraderError, Unreadable
from autograder.grading.job import Job
from autograder.grading.released import Released
from autograder.report.results import Flag, Report
from autograder.submission.cells import Submission, read
from autograder.submission.tree import beside

#: What is said while there is nothing to count yet.
RUNNING = f"running your cells, each for {CELL_SECONDS:g} seconds at most"


def examine_all(
    jobs: Iterable[Job], examiner: Examiner, zygote: Zygote | None, progress: Progress | None = None
) -> Iterator[Report]:
    """The report of each job, as it is done; what cannot be graded is reported so, and the others go on.

    zygote: None for files of one's own, where no process can be forked: they run in this one.
    """
    for job in jobs:
        try:
            report = noted(examine(submission_of(job), job, examiner, zygote, progress), job.notes)
        except (Unreadable, GraderError, OSError) as error:
            report = ungraded(job, str(error), zygote.sandbox if zygote else "none")
        yield report


def submission_of(job: Job) -> Submission:
    """The submission of a job, with the files beside it; raises `Unreadable`."""
    if job.path is None:
        raise Unreadable(job.reason or "there is no file")
    submission = read(job.path, job.submission)
    return replace(submission, beside=beside(job.path)) if job.alone else submission


def examine(
    submission: Submission, job: Job, examiner: Examiner, zygote: Zygote | None, progress: Progress | None = None
) -> Report:
    """The report of a submission that could be read; without a zygote, nobody looks which mistake it is."""
    if zygote is None:
        from autograder.grading.here import examined_file  # it needs what else only workers import

        return examined_file(submission, job, examiner, progress)
    channel = ProcessChannel(zygote, Released.at_home(job.lesson).needed(submission), lesson=job.lesson)
    record = Record()
    try:
        if progress is not None:
            progress(0, 0, RUNNING)
        channel.start()
        report = examiner.examine(channel, job.lesson, job.submission, job.exercises, progress, record=record)
        given = asked(report, channel)
    finally:
        channel.stop()
    if progress is not None and not report.passed:
        checks = sum(len(exercise.checks) for exercise in report.exercises)
        progress(checks, checks, "which mistake it is")
    report = with_examples(report, given, in_a_process(lambda: zygote))
    physician = Physician(examiner, lambda: zygote, at_home(examiner.seed, zygote.device))
    return physician.diagnosed(report, channel.source(), record).report


def noted(report: Report, notes: Iterable[str]) -> Report:
    """The report with what a person should know of the file, first among its flags."""
    return replace(report, flags=(*(Flag("file", "", note) for note in notes), *report.flags))


def ungraded(job: Job, reason: str, sandbox: str = "none") -> Report:
    """A report without points, with the job's notes: not graded is not zero."""
    worth = points_of(job.lesson)
    names: Sequence[str] = job.exercises or tuple(worth)
    report = Report(
        lesson=job.lesson,
        submission=job.submission,
        max_points=sum((worth[name] for name in names), 0.0),
        graded=False,
        reason=reason,
        sandbox=sandbox,
        versions=versions(),
    )
    return noted(report, job.notes)
