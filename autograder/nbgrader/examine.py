"""Replaces nbgrader's `Execute`: cells run in a sandbox, and the verdict comes from the examiner."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Enum, Integer

from autograder.channel.devices import CHOICES
from autograder.course.exercises import available_lessons
from autograder.course.grade_ids import check_of, grade_id_of
from autograder.failures import GraderError
from autograder.grading.examine import noted, ungraded
from autograder.grading.job import Job
from autograder.grading.reports import write_report
from autograder.nbgrader import MARK
from autograder.nbgrader.clean import clean_outputs
from autograder.nbgrader.pool import pool_of
from autograder.nbgrader.tasks import Planned
from autograder.report.card import html_of
from autograder.report.points import number
from autograder.report.results import ExerciseResult, Report
from autograder.submission.intake import HandIn
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
        course = Path.cwd()
        pool = pool_of(self.parent, course, self.trust_submissions, self.device, self.timeout)
        entry = self._entry(names["student"])
        drawings = None if lesson is None else pool.drawings(lesson)
        planned = Planned.of(nb, lesson, entry, drawings, self.timeout)
        done = pool.done(planned.task)
        self._show_outputs(planned.own, planned.results(done.results))
        if done.report is not None:
            report = noted(done.report, entry.notes)
            self._show_cards(report, planned.graded)
            write_report(report, course)

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
        return arrivals.of_student(student) if arrivals is not None else HandIn(student)

    def _show_cards(self, report: Report, graded: dict[str, NotebookNode]) -> None:
        where = f"ran in the sandbox ({report.sandbox})"
        if report.sandbox == "none":
            where = "ran without a sandbox, because submissions are trusted"
        self.log.info("%s: %g of %g points; %s", report.submission, report.points, report.max_points, where)
        for flag in report.flags:
            where = f" in {flag.exercise}" if flag.exercise else ""
            self.log.warning("%s: %s%s: %r", report.submission, flag.kind, where, flag.detail)
        for exercise in report.exercises:
            cell = graded[check_of(exercise.name)]
            cell.outputs = [_card_output(exercise, cell.metadata.nbgrader.points)]

    def _show_outputs(self, cells: list[NotebookNode], results: list[Message]) -> None:
        for cell, result in zip(cells, results, strict=False):
            outputs = result.get("outputs")
            shown = map(_output, outputs if isinstance(outputs, list) else [])
            cell.outputs = clean_outputs(output for output in shown if output)
            error = result.get("error")
            if isinstance(error, dict):
                cell.outputs.append(_error_output(error))
            if utils.is_grade(cell):
                name = grade_id_of(cell.metadata)
                self.log.warning("%s runs beside the student's code: not forge-proof", name)


def _card_output(exercise: ExerciseResult, worth: float) -> NotebookNode:
    """The card, and the score as nbgrader reads it: of a check cell whose points were changed, the same share."""
    share = exercise.points / exercise.max_points if exercise.max_points else 0.0
    data = {"text/plain": number(share * worth), "text/html": html_of(exercise, finished=True)}
    return _new("execute_result", data=NotebookNode(data), metadata=NotebookNode(), execution_count=None)


def _output(output: Any) -> NotebookNode | None:
    """A notebook output from what the sandbox says it was; anything unexpected is left out."""
    if not isinstance(output, dict):
        return None
    if output.get("type") == "stream" and output.get("name") in ("stdout", "stderr"):
        return _new("stream", name=output["name"], text=str(output.get("text", "")))
    data = output.get("data")
    kind = {"display": "display_data", "result": "execute_result"}.get(str(output.get("type")))
    if kind and isinstance(data, dict):
        texts = {key: value for key, value in data.items() if isinstance(value, str)}
        count = {"execution_count": None} if kind == "execute_result" else {}
        return _new(kind, data=NotebookNode(texts), metadata=NotebookNode(), **count)
    return None


def _error_output(error: Message) -> NotebookNode:
    name, message, where = (str(error.get(key, "")) for key in ("type", "message", "where"))
    trace = [f"{name}: {message}", *([where] if where else [])]
    return _new("error", ename=name, evalue=message, traceback=trace)


def _new(kind: str, **parts: Any) -> NotebookNode:
    """What `nbformat.v4.new_output` gives, but not validated: whoever writes the notebook does that anyway."""
    return NotebookNode(output_type=kind, **parts)
