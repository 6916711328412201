"""A small class, graded for real with nbgrader: what `make demo` shows.

Nine students hand in every lesson, each in a way of their own. Their notebooks are made from the release, as
a student would, and then nbgrader's own commands do the rest.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.exercises import exercises_of, points_of
from autograder.lessons import LESSONS
from autograder.sandbox.probe import probe
from autograder.workers import GraderError

#: Seconds for a cell: there is a loop without an end in every lesson of this class.
_CELL_SECONDS = 5

Cells = dict[str, NotebookNode]

#: For each lesson, a right function spoilt in one typical way: (exercise, the right words, the wrong ones).
MISTAKES = {
    "perceptron": ("predict", ">=", ">"),
    "activations": ("softmax", ".sum(dim=dim, keepdim=True)", ".sum()"),
    "mlp": ("count_parameters", "if", "if not"),
    "losses": ("mse_loss", ".mean()", ".sum()"),
    "optimizers": ("SGD", "-=", "+="),
    "training": ("train_step", "optimizer.zero_grad()", "pass"),
    "xor": ("train_xor", "optimizer.zero_grad()", "pass"),
}


#: What nbgrader's log says of a submission, and how the table says it.
_SAID = {
    r"is not graded: ([^(;\n]+)": "{}",
    r"The cell (\S+) was missing": "{} was missing, and is back",
    r""": cell: ["']?(\w+)""": "a cell raised {}",
}


@dataclass(frozen=True)
class Student:
    """A member of the class, and what they hand in."""

    id: str
    story: str
    hand_in: Callable[[str, NotebookNode, dict[str, str]], str]


def perfect(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """Every exercise solved."""
    _fill(notebook, solutions, exercises_of(lesson))
    return str(nbformat.writes(notebook))


def half(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """The first half of the exercises solved."""
    names = exercises_of(lesson)
    _fill(notebook, solutions, names[: len(names) // 2])
    return str(nbformat.writes(notebook))


def untouched(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """As it was handed out."""
    return str(nbformat.writes(notebook))


def mistaken(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """One typical mistake."""
    name, right, wrong = MISTAKES[lesson]
    _fill(notebook, solutions, exercises_of(lesson))
    cell = _solution_cells(notebook)[name]
    before, found, after = cell.source.rpartition(right)
    if not found:
        raise GraderError(f"the demo's mistake in {lesson} no longer fits solutions/{lesson}.py: no {right!r}")
    cell.source = before + wrong + after
    return str(nbformat.writes(notebook))


def warning(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """Right, with warnings and prints on stderr from every exercise."""
    _fill(notebook, solutions, exercises_of(lesson))
    noise = "import sys, warnings\nwarnings.warn('look at me')\nprint('a line on stderr', file=sys.stderr)\n"
    for cell in _solution_cells(notebook).values():
        cell.source = noise + cell.source
    return str(nbformat.writes(notebook))


def raising(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """A cell at the top raises; the exercises after it are right."""
    _fill(notebook, solutions, exercises_of(lesson))
    notebook.cells.insert(0, nbformat.v4.new_code_cell("import a_module_that_nobody_has", id="first"))
    return str(nbformat.writes(notebook))


def endless(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """The first exercise loops for ever; the others are right."""
    names = exercises_of(lesson)
    _fill(notebook, solutions, names[1:])
    cell = _solution_cells(notebook)[names[0]]
    cell.source = cell.source.replace("raise NotImplementedError()", "while True: pass")
    return str(nbformat.writes(notebook))


def deleted(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """Everything right, and the first test cell deleted."""
    _fill(notebook, solutions, exercises_of(lesson))
    first = f"check-{exercises_of(lesson)[0]}"
    notebook.cells = [cell for cell in notebook.cells if _grade_id(cell) != first]
    return str(nbformat.writes(notebook))


def not_json(lesson: str, notebook: NotebookNode, solutions: dict[str, str]) -> str:
    """Half a file."""
    text = str(nbformat.writes(notebook))
    return text[: len(text) // 2]


CLASS = (
    Student("ada", "everything right", perfect),
    Student("ben", "half done", half),
    Student("cleo", "untouched", untouched),
    Student("dan", "one wrong function", mistaken),
    Student("eve", "right, with warnings on stderr", warning),
    Student("fay", "a cell raises at import", raising),
    Student("gus", "one function loops for ever", endless),
    Student("hal", "right, deleted a test cell", deleted),
    Student("ivy", "a file that is not JSON", not_json),
)


@dataclass(frozen=True)
class Row:
    """A line of the demo's table. `score` is None for what was not graded."""

    student: str
    story: str
    lesson: str
    score: float | None
    max_score: float
    seconds: float
    problem: str


def make_class(course: Path, kit: Path, lessons: Sequence[str]) -> None:
    """A course directory with source notebooks, nbgrader's configuration and the students' submissions."""
    course.mkdir(parents=True, exist_ok=True)
    shutil.copy(kit / "nbgrader_config.json", course)
    for lesson in lessons:
        shutil.copytree(kit / "source" / lesson, course / "source" / lesson)
        _nbgrader(course, "generate_assignment", lesson)
        solutions = _solutions(nbformat.read(kit / "source" / lesson / f"{lesson}.ipynb", as_version=4))
        for student in CLASS:
            release = nbformat.read(course / "release" / lesson / f"{lesson}.ipynb", as_version=4)
            folder = course / "submitted" / student.id / lesson
            folder.mkdir(parents=True)
            text = student.hand_in(lesson, release, solutions)
            (folder / f"{lesson}.ipynb").write_text(text, encoding="utf-8")


def grade(course: Path, lesson: str) -> Iterator[Row]:
    """Autograde a lesson and write its feedback, with nbgrader's commands; a row for each student."""
    from nbgrader.api import Gradebook

    options = [f"--Examine.timeout={_CELL_SECONDS}"]
    if not probe().sufficient:  # this class means no harm
        options.append("--Examine.trust_submissions=True")
    log = _nbgrader(course, "autograde", lesson, *options)
    _nbgrader(course, "generate_feedback", lesson)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        for student in CLASS:
            submission = gradebook.find_submission(lesson, student.id)
            ungraded = submission.needs_manual_grade
            yield Row(
                student.id,
                student.story,
                lesson,
                None if ungraded else submission.score,
                sum(points_of(lesson).values()),
                _seconds(log, student.id),
                _problem(
                    log, student.id, [grade for notebook in submission.notebooks for grade in notebook.grades]
                ),
            )


def lessons_built(kit: Path) -> list[str]:
    """The lessons that have a source notebook here; raises `GraderError` where there is none."""
    found = [lesson for lesson in LESSONS if (kit / "source" / lesson / f"{lesson}.ipynb").exists()]
    if not found:
        raise GraderError("run the demo in a clone of the kit: there is no source/ folder here")
    return found


def _nbgrader(course: Path, command: str, lesson: str, *options: str) -> str:
    words = [sys.executable, "-m", "nbgrader", command, lesson, "--log-level=INFO", *options]
    run = subprocess.run(words, cwd=course, capture_output=True, text=True, check=False, env=_environment())
    if run.returncode != 0:
        raise GraderError(f"nbgrader {command} {lesson} ended with status {run.returncode}: {_reason(run.stderr)}")
    return run.stderr


def _reason(log: str) -> str:
    """Why the grader failed, in its own words, else the last line."""
    said = re.search(
        r"the grader itself failed; run it again: (.*?)\s*(?=^\[\w+ \| |\Z)", log, re.DOTALL | re.MULTILINE
    )
    return said[1] if said else (log.strip().splitlines() or ["no message"])[-1]


def _seconds(log: str, student: str) -> float:
    found = re.search(rf"\| INFO\] {student}: ([\d.]+) seconds", log)
    return float(found[1]) if found else 0.0


def _problem(log: str, student: str, grades: Sequence[Any]) -> str:
    """What the log says of this submission, and the exercises that lost points."""
    own = re.split(r"Sanitizing \S*/submitted/", log)
    mine = next((part for part in own if part.startswith(f"{student}/")), "")
    said = ((words, re.search(pattern, mine)) for pattern, words in _SAID.items())
    notes = [words.format(found[1]) for words, found in said if found][:1]
    if any(grade.auto_score is None for grade in grades):
        return "".join(notes)
    lost = [grade for grade in grades if grade.score < grade.max_score]
    shown = [f"{grade.name.removeprefix('check-')} {grade.score:g}/{grade.max_score:g}" for grade in lost[:2]]
    points = ", ".join(shown) + (f" and {len(lost) - 2} more" if len(lost) > 2 else "")
    return "; ".join([*notes, *([points] if points else [])])


def _environment() -> dict[str, str]:
    """nbgrader starts `alembic`, which lies beside this interpreter."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _fill(notebook: NotebookNode, solutions: dict[str, str], names: Sequence[str]) -> None:
    cells = _solution_cells(notebook)
    for name in names:
        cells[name].source = solutions[name]


def _solutions(source: NotebookNode) -> dict[str, str]:
    return {name: cell.source for name, cell in _solution_cells(source).items()}


def _solution_cells(notebook: NotebookNode) -> Cells:
    cells = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution"))
    return {_grade_id(cell): cell for cell in cells}


def _grade_id(cell: NotebookNode) -> str:
    name: Any = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    return str(name)
