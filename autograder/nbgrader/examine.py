"""Replaces nbgrader's `Execute`: cells run in a sandbox, and the verdict comes from the examiner."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import nbformat.v4
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Enum, Integer
from traitlets.log import get_logger

from autograder.channel.devices import CHOICES, in_words
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import GraderError, Zygote
from autograder.course.exercises import available_lessons, exercises_of
from autograder.course.grade_ids import check_of, exercise_of, grade_id_of
from autograder.course.salt import course_salt
from autograder.examiner.session import Examiner
from autograder.grading.drawings import NOTHING_SHARED, Drawings
from autograder.grading.examine import noted, ungraded
from autograder.grading.job import Job
from autograder.grading.reports import write_report
from autograder.grading.sandboxed import lacking, sandboxed_zygote
from autograder.nbgrader import MARK
from autograder.nbgrader.clean import clean_outputs
from autograder.report.card import Card, number
from autograder.report.results import ExerciseResult, Report
from autograder.submission.cells import Cell, Submission
from autograder.submission.intake import HandIn
from autograder.submission.tree import beside
from autograder.wire.frames import Message


class Examine(NbGraderPreprocessor):
    """Runs the student's cells in a sandbox, and puts each exercise's score and card into its check cell."""

    timeout = Integer(60, min=1, help="Seconds that one cell may use.").tag(config=True)
    trust_submissions = Bool(
        False,
        help="Run submissions in a plain process where no sandbox can be had. They can then do anything.",
    ).tag(config=True)
    device = Enum(
        CHOICES,
        default_value="cpu",
        help="What submissions are trained on. SECURITY.md says what a GPU in the sandbox gives away.",
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Run and examine one notebook; raises `GraderError` or `OSError` where the grader itself fails."""
        names = resources["nbgrader"]
        if self.parent is not None and not hasattr(self.parent, "arrivals"):
            raise GraderError(
                "Autograde.exporter_class in the course's configuration must name SubmissionExporter, as the "
                "kit's own nbgrader_config.json does"
            )
        if MARK in nb.metadata:
            self._report_ungraded(names, nb.metadata[MARK])
            return nb, resources
        try:
            self._examine(nb, names)
        except (GraderError, OSError) as error:
            self._leave_ungraded(names, str(error))
            raise
        return nb, resources

    def _examine(self, nb: NotebookNode, names: dict[str, str]) -> None:
        lesson = names["notebook"] if names["notebook"] in available_lessons() else None
        zygote = _zygote(self.trust_submissions, self.device)
        cells = [cell for cell in nb.cells if cell.cell_type == "code"]
        graded = {} if lesson is None else _check_cells(cells, lesson)
        entry = self._entry(names["student"])
        submission = _submission(names["student"], cells, graded, entry)
        drawings = None if lesson is None else _drawings(Path.cwd(), lesson, zygote)
        plan = drawings.plan(submission.cells) if drawings else NOTHING_SHARED
        undrawn = {submission.cells[number].source for number in plan.shown}
        channel = ProcessChannel(
            zygote, plan.running(submission), self.timeout, pictures=True, undrawn=undrawn, lesson=lesson
        )
        try:
            start = time.perf_counter()
            channel.start()
            self._show_outputs(
                [cell for cell in cells if grade_id_of(cell.metadata) not in graded],
                plan.results(channel.results, len(submission.cells)),
            )
            if lesson is not None:
                report = self._grade(channel, lesson, names["student"], graded)
                report = replace(noted(report, entry.notes), seconds=time.perf_counter() - start)
                write_report(report, Path.cwd())
        finally:
            channel.stop()

    def _leave_ungraded(self, names: dict[str, str], reason: str) -> None:
        """Not graded is not zero: nbgrader drops the notebook and takes it up again in the next run."""
        self.log.error(
            "%s is not graded, because the grader itself failed; run it again: %s", names["student"], reason
        )
        self._report_ungraded(names, reason)
        with Gradebook(names["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(
                names["notebook"], names["assignment"], names["student"]
            )
            for grade in submitted.grades:
                grade.needs_manual_grade = True
            gradebook.db.commit()

    def _report_ungraded(self, names: dict[str, str], reason: str) -> None:
        if names["notebook"] in available_lessons():
            notes = self._entry(names["student"]).notes
            job = Job(None, names["notebook"], names["student"], reason=reason, notes=notes)
            write_report(ungraded(job, reason), Path.cwd())

    def _entry(self, student: str) -> HandIn:
        """What was handed in, as the exporter that this belongs to has decided."""
        arrivals = getattr(self.parent, "arrivals", None)
        found: HandIn = arrivals.of_student(student) if arrivals is not None else HandIn(student)
        return found

    def _grade(
        self, channel: ProcessChannel, lesson: str, student: str, graded: dict[str, NotebookNode]
    ) -> Report:
        exercises = list(filter(None, map(exercise_of, graded)))
        report = _examiner(Path.cwd()).examine(channel, lesson, student, exercises)
        where = f"ran in the sandbox ({channel.sandbox})"
        if channel.sandbox == "none":
            where = "ran without a sandbox, because submissions are trusted"
        self.log.info("%s: %g of %g points; %s", student, report.points, report.max_points, where)
        for flag in report.flags:
            where = f" in {flag.exercise}" if flag.exercise else ""
            self.log.warning("%s: %s%s: %r", student, flag.kind, where, flag.detail)
        for exercise in report.exercises:
            cell = graded[check_of(exercise.name)]
            cell.outputs = [_card_output(report, exercise, cell.metadata.nbgrader.points)]
        return report

    def _show_outputs(self, cells: list[NotebookNode], results: list[Message]) -> None:
        for cell, result in zip(cells, results, strict=False):
            cell.outputs = clean_outputs(output for output in map(_output, _listed(result)) if output)
            error = result.get("error")
            if isinstance(error, dict):
                cell.outputs.append(_error_output(error))
            if utils.is_grade(cell):
                name = grade_id_of(cell.metadata)
                self.log.warning("%s runs beside the student's code: not forge-proof", name)


@cache
def _examiner(course: Path) -> Examiner:
    return Examiner(course_salt(course))


@cache
def _drawings(course: Path, lesson: str, zygote: Zygote) -> Drawings:
    def run(submission: Submission) -> list[Message]:
        channel = ProcessChannel(zygote, submission, pictures=True, lesson=lesson)
        try:
            channel.start()
        finally:
            channel.stop()
        return channel.results

    return Drawings.of_course(course, lesson, run)


@cache
def _zygote(trusted: bool, device: str) -> Zygote:
    zygote = sandboxed_zygote(trusted=trusted, device=device)
    get_logger().info("submissions run %s", in_words(zygote.device, zygote.sandbox))
    for wall in lacking():
        get_logger().warning("missing in the sandbox: %s", wall)
    return zygote


def _check_cells(cells: list[NotebookNode], lesson: str) -> dict[str, NotebookNode]:
    """The check cells of a lesson's exercises by grade_id; of duplicates, the first."""
    found: dict[str, NotebookNode] = {}
    for cell in cells:
        name = grade_id_of(cell.metadata)
        if name and utils.is_grade(cell) and exercise_of(name) in exercises_of(lesson):
            found.setdefault(name, cell)
    return found


def _submission(
    student: str, cells: list[NotebookNode], graded: dict[str, NotebookNode], entry: HandIn
) -> Submission:
    named = [Cell(cell.source, grade_id_of(cell.metadata)) for cell in cells]
    parts = tuple(cell for cell in named if cell.grade_id not in graded)
    files = beside(entry.path) if entry.path is not None and entry.alone else ()
    return Submission(student, Path(student), "notebook", parts, files)


def _card_output(report: Report, exercise: ExerciseResult, worth: float) -> NotebookNode:
    """The card, and the score as nbgrader reads it: of a check cell whose points were changed, the same share."""
    one = Report(report.lesson, report.submission, exercise.max_points, exercises=(exercise,))
    share = exercise.points / exercise.max_points if exercise.max_points else 0.0
    data = {"text/plain": number(share * worth), "text/html": Card(one, in_notebook=True).html()}
    return nbformat.v4.new_output("execute_result", data, execution_count=None)


def _listed(result: Message) -> list[Any]:
    outputs = result.get("outputs")
    return outputs if isinstance(outputs, list) else []


def _output(output: Any) -> NotebookNode | None:
    """A notebook output from what the sandbox says it was; anything unexpected is left out."""
    if not isinstance(output, dict):
        return None
    if output.get("type") == "stream" and output.get("name") in ("stdout", "stderr"):
        return nbformat.v4.new_output("stream", name=output["name"], text=str(output.get("text", "")))
    data = output.get("data")
    kind = {"display": "display_data", "result": "execute_result"}.get(str(output.get("type")))
    if kind and isinstance(data, dict):
        texts = {key: value for key, value in data.items() if isinstance(value, str)}
        return nbformat.v4.new_output(kind, texts)
    return None


def _error_output(error: Message) -> NotebookNode:
    name, message, where = (str(error.get(key, "")) for key in ("type", "message", "where"))
    trace = [f"{name}: {message}", *([where] if where else [])]
    return nbformat.v4.new_output("error", ename=name, evalue=message, traceback=trace)
