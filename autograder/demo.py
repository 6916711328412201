"""A small class, graded for real with nbgrader: what `make demo` shows.

Nine students hand in every lesson, each in a way of their own. Their notebooks are made from the release, as
a student would, and are graded into nbgrader's gradebook, two lessons at a time.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import as_completed
from contextlib import chdir, closing
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.course.courses import kits_own
from autograder.course.exercises import exercises_of
from autograder.course.grade_ids import check_of, grade_id_of
from autograder.course.salt import course_salt
from autograder.failures import GraderError
from autograder.grading.classes import Class
from autograder.grading.executors import Here, cores, workers
from autograder.grading.store import Store
from autograder.grading.work import Setting
from autograder.report.results import Report
from autograder.sandbox.probe import probe

#: Seconds for a cell: there is a loop without an end in every lesson of this class.
_CELL_SECONDS = 3

#: Lessons that are graded at the same time.
_AT_A_TIME = 2

#: What examines in this process, one lesson after another.
_HERE = Here()

#: For each lesson, a right function spoilt in one typical way: (exercise, the right words, the wrong ones).
MISTAKES = {
    "perceptron": ("predict", ">=", ">"),
    "activations": ("softmax", ".sum(dim=dim, keepdim=True)", ".sum()"),
    "mlp": ("count_parameters", "if", "if not"),
    "losses": ("mse_loss", ".mean()", ".sum()"),
    "autograd": ("linear_backward", ".sum(dim=0)", ".mean(dim=0)"),
    "optimizers": ("SGD", "-=", "+="),
    "training": ("train_step", "optimizer.zero_grad()", "pass"),
    "xor": ("train_xor", "optimizer.zero_grad()", "pass"),
}


@dataclass(frozen=True)
class Classmate:
    """A member of the class, and what they do to a notebook; torn: they hand in half a file."""

    id: str
    change: Callable[[str, NotebookNode, dict[str, str]], None]
    torn: bool = False

    def hand_in(self, lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
        """What becomes of the released notebook, as the text of a file."""
        self.change(lesson, notebook, solutions)
        text = str(nbformat.writes(notebook))
        return text[: len(text) // 2] if self.torn else text


def perfect(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """Every exercise solved."""
    _fill(notebook, solutions, exercises_of(lesson))


def half(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """The first half of the exercises solved."""
    names = exercises_of(lesson)
    _fill(notebook, solutions, names[: len(names) // 2])


def untouched(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """As it was handed out."""


def mistaken(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """One typical mistake."""
    name, right, wrong = MISTAKES[lesson]
    _fill(notebook, solutions, exercises_of(lesson))
    cell = _solution_cells(notebook)[name]
    before, found, after = cell.source.rpartition(right)
    if not found:
        raise GraderError(f"the demo's mistake in {lesson} no longer fits solutions/{lesson}.py: no {right!r}")
    cell.source = before + wrong + after


def warning(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """Right, with warnings and prints on stderr from every exercise."""
    _fill(notebook, solutions, exercises_of(lesson))
    noise = "import sys, warnings\nwarnings.warn('look at me')\nprint('a line on stderr', file=sys.stderr)\n"
    for cell in _solution_cells(notebook).values():
        cell.source = noise + cell.source


def raising(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """A cell at the top raises; the exercises after it are right."""
    _fill(notebook, solutions, exercises_of(lesson))
    notebook.cells.insert(0, nbformat.v4.new_code_cell("import a_module_that_nobody_has", id="first"))


def endless(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """The first exercise loops for ever; the others are right."""
    names = exercises_of(lesson)
    _fill(notebook, solutions, names[1:])
    cell = _solution_cells(notebook)[names[0]]
    cell.source = cell.source.replace("raise NotImplementedError()", "while True: pass")


def deleted(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> None:
    """Everything right, and the first test cell deleted."""
    _fill(notebook, solutions, exercises_of(lesson))
    first = check_of(exercises_of(lesson)[0])
    notebook.cells = [cell for cell in notebook.cells if grade_id_of(cell.metadata) != first]


CLASS = (
    Classmate("ada", perfect),
    Classmate("ben", half),
    Classmate("cleo", untouched),
    Classmate("dan", mistaken),
    Classmate("eve", warning),
    Classmate("fay", raising),
    Classmate("gus", endless),
    Classmate("hal", deleted),
    Classmate("ivy", untouched, torn=True),
)


@dataclass(frozen=True)
class Row:
    """A student in one lesson: the gradebook's score, None for what was not graded, and the report."""

    student: str
    lesson: str
    score: float | None
    report: Report


def grade_class(course: Path, kit: Path, lessons: Sequence[str], say: Callable[[str], None]) -> list[Row]:
    """Make a course directory, let the class hand in, and grade it; a row for each lesson and student.

    say: is told which lessons are being graded, whenever that changes.
    """
    make_course(course, kit, lessons)
    for lesson in lessons:
        hand_in(course, kit, lesson)
    rows: dict[str, list[Row]] = {}
    with closing(workers(min(_AT_A_TIME, cores(), len(lessons)))) as tools:
        # the last lessons take longest
        graded = {tools.submit(grade_lesson, (course, lesson)): lesson for lesson in reversed(lessons)}
        for future in as_completed(graded):
            rows[graded[future]] = future.result()
            say(", ".join(lesson for lesson in lessons if lesson not in rows))
    return [row for lesson in lessons for row in rows[lesson]]


def make_course(course: Path, kit: Path, lessons: Sequence[str]) -> None:
    """A course directory with nbgrader's configuration, source notebooks, a secret, and a gradebook of lessons."""
    from autograder.nbgrader.configured import configuration, make_assignment

    course.mkdir(parents=True, exist_ok=True)
    settings = json.loads((kit / "nbgrader_config.json").read_text(encoding="utf-8"))
    settings["Examine"] = {"timeout": _CELL_SECONDS}
    (course / "nbgrader_config.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    course_salt(course)
    for lesson in lessons:
        shutil.copytree(kit / "source" / lesson, course / "source" / lesson)
        make_assignment(configuration(course), course, lesson)


def hand_in(course: Path, kit: Path, lesson: str) -> None:
    """What each student of the class makes of a lesson, in submitted/."""
    source = nbformat.read(kit / "source" / lesson / f"{lesson}.ipynb", as_version=4)
    solutions = {name: cell.source for name, cell in _solution_cells(source).items()}
    for student in CLASS:
        release = nbformat.read(kit / "release" / lesson / f"{lesson}.ipynb", as_version=4)
        folder = course / "submitted" / student.id / lesson
        folder.mkdir(parents=True)
        text = student.hand_in(lesson, release, solutions)
        (folder / f"{lesson}.ipynb").write_text(text, encoding="utf-8")


def setting_of(course: Path) -> Setting:
    """What the class is graded with: it means no harm, and is trusted where no sandbox can be had."""
    return Setting.here(course, trusted=not probe().sufficient, device="cpu")


def grade_lesson(place: tuple[Path, str]) -> list[Row]:
    """Grade a lesson into the gradebook of a course, as `autograder grade LESSON --gradebook` does."""
    from nbgrader.api import Gradebook

    from autograder.nbgrader.book import Book

    course, lesson = place
    setting = setting_of(course)
    with chdir(course):  # as the command does
        book = Book(course, lesson, None, None, fresh=False)
        run = Class(book.jobs, _HERE, Store(setting), book.reader(_HERE, setting))
        reports = {report.submission: report for report in book.entered(run, _HERE)}
    rows = []
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        for student in CLASS:
            submission = gradebook.find_submission(lesson, student.id)
            score = None if submission.needs_manual_grade else submission.score
            rows.append(Row(student.id, lesson, score, reports[student.id]))
    return rows


def lessons_built(kit: Path) -> list[str]:
    """The lessons that have a source notebook here; raises `GraderError` where there is none."""
    found = [lesson for lesson in kits_own().order if (kit / "source" / lesson / f"{lesson}.ipynb").exists()]
    if not found:
        raise GraderError("run the demo in a clone of the kit: there is no source/ folder here")
    return found


def _fill(notebook: NotebookNode, solutions: dict[str, str], names: Sequence[str]) -> None:
    cells = _solution_cells(notebook)
    for name in names:
        cells[name].source = solutions[name]


def _solution_cells(notebook: NotebookNode) -> dict[str, NotebookNode]:
    cells = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution"))
    return {grade_id_of(cell.metadata) or "": cell for cell in cells}
