"""The lessons: a solution has full marks, a stub has none, and the checks keep to their rules."""

from __future__ import annotations

import ast
import re
import runpy
import warnings
from functools import cache

import matplotlib.pyplot as plt
import nbformat
import pytest
import torch

from autograder.authoring.percent import read_cells
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.courses import kits_own
from autograder.course.exercises import available_lessons, checks_of, exercises_of
from autograder.examiner.session import Examiner
from autograder.report.results import Report
from autograder.submission.cells import read
from tests.banks import ROOT

EXERCISES = [(lesson, name) for lesson in available_lessons() for name in exercises_of(lesson)]


LESSONS = kits_own().order


def examined(folder: str, lesson: str, examiner: Examiner, zygote: Zygote) -> Report:
    channel = ProcessChannel(zygote, read(ROOT / folder / f"{lesson}.py"))
    try:
        return examiner.examine(channel, lesson, lesson)
    finally:
        channel.stop()


@cache
def solution(lesson: str) -> str:
    return (ROOT / "solutions" / f"{lesson}.py").read_text(encoding="utf-8")


@cache
def notebook(step: str, lesson: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / step / lesson / f"{lesson}.ipynb", as_version=4)


def test_every_lesson_of_the_design_is_there() -> None:
    assert available_lessons() == LESSONS
    assert sorted(path.stem for path in (ROOT / "solutions").glob("*.py")) == sorted(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lessons_imports_are_those_of_its_notebook(lesson: str) -> None:
    """They are there for a submission that has lost the cell."""
    cells = [cell.source for cell in read_cells(solution(lesson)) if cell.cell_type == "code"]
    assert imported("\n".join(kits_own().given(lesson))) == imported("\n".join(cells))


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_a_lesson_gives_is_there_as_its_notebook_gives_it(lesson: str) -> None:
    locked = [cell for cell in read_cells(solution(lesson)) if cell.metadata.get("nbgrader", {}).get("locked")]
    assert functions("\n".join(kits_own().given(lesson))) == functions("\n".join(c.source for c in locked))


def functions(source: str) -> dict[str, list[str]]:
    """The bodies of the functions at the top level, without docstrings."""
    found = [s for s in ast.parse(source).body if isinstance(s, ast.FunctionDef)]
    return {f.name: [ast.dump(s) for s in f.body if not isinstance(s, ast.Expr)] for f in found}


def imported(source: str) -> set[tuple[str, str, str]]:
    """Module, name and what it is called, of each import at the top level."""
    statements = ast.parse(source).body
    plain = {(a.name, "", a.asname or a.name) for s in statements if isinstance(s, ast.Import) for a in s.names}
    names = ((s.module, a) for s in statements if isinstance(s, ast.ImportFrom) for a in s.names)
    return plain | {(str(module), alias.name, alias.asname or alias.name) for module, alias in names}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_solution_has_full_marks(lesson: str, examiner: Examiner, zygote: Zygote) -> None:
    report = examined("solutions", lesson, examiner, zygote)
    wrong = [f"{c.id}: {c.message}" for each in report.exercises for c in each.checks if c.outcome != "passed"]
    assert not wrong
    assert report.flags == ()
    assert report.points == report.max_points > 0


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_exercise_file_has_no_points_at_all(lesson: str, examiner: Examiner, zygote: Zygote) -> None:
    report = examined("exercises", lesson, examiner, zygote)
    assert [each.name for each in report.exercises] == list(exercises_of(lesson))
    assert [each.points for each in report.exercises] == [0.0] * len(report.exercises)
    for each in report.exercises:
        assert any("Not implemented yet" in check.message for check in each.checks), "a stub says what to do"
        assert not [check.id for check in each.checks if check.outcome == "timeout"]


@pytest.mark.parametrize("lesson", LESSONS)
def test_importing_a_solution_does_nothing_else(lesson: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = plt.get_fignums()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        names = runpy.run_path(str(ROOT / "solutions" / f"{lesson}.py"), run_name=lesson)
    assert capfd.readouterr() == ("", "")
    assert plt.get_fignums() == before
    assert set(exercises_of(lesson)) <= set(names)


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_the_titles_of_checks(lesson: str, exercise: str) -> None:
    """Sentences, short enough for a line, and never two the same."""
    titles = [check.title for check in checks_of(lesson) if check.exercise == exercise]
    assert all(title.endswith(".") and len(title) <= 100 for title in titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_the_points_of_checks(lesson: str, exercise: str) -> None:
    """That something exists earns nothing; all points are whole."""
    points = [check.points for check in checks_of(lesson) if check.exercise == exercise]
    assert points[0] == 0
    assert sum(points) > 0
    assert all(each >= 0 and each == int(each) for each in points)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_needs_of_checks(lesson: str) -> None:
    """A need is an earlier check of the same exercise; the first check needs nothing, and all need it."""
    earlier: dict[str, list[str]] = {}
    for check in checks_of(lesson):
        before = earlier.setdefault(check.exercise, [])
        assert set(check.needs) <= set(before), f"{check.id} needs {check.needs}"
        assert not before or before[0] in check.needs
        before.append(check.id)


def test_the_ids_of_checks_are_unique() -> None:
    ids = [check.id for lesson in LESSONS for check in checks_of(lesson)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_exercises_come_in_the_order_of_the_notebook(lesson: str) -> None:
    """In `autograder list`, in reports and among the hints, as a student meets them."""
    marked = [cell.metadata.get("nbgrader", {}) for cell in notebook("release", lesson).cells]
    assert exercises_of(lesson) == tuple(mark["grade_id"] for mark in marked if mark.get("solution"))
    hints = kits_own().file(lesson, "hints.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^## (.+)$", hints, re.MULTILINE)) == exercises_of(lesson)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("step", ["source", "release"])
def test_no_line_of_code_runs_off_its_cell(lesson: str, step: str) -> None:
    """JupyterLab shows 105 characters beside its list of files, in a window of 1280 pixels."""
    code = [cell.source for cell in notebook(step, lesson).cells if cell.cell_type == "code"]
    assert not [line for source in code for line in source.splitlines() if len(line) > 100]


def test_all_texts_agree_where_exp_overflows() -> None:
    assert torch.tensor(88.7).exp().isfinite()
    assert torch.tensor(88.8).exp().isinf()
    texts = [*ROOT.glob("solutions/*.py"), *ROOT.glob("*.md"), *(ROOT / "autograder").rglob("*.md")]
    texts += (ROOT / "autograder" / "checks").glob("*.py")
    said = [found for path in texts for found in re.findall(r"above \$?88\S*", path.read_text(encoding="utf-8"))]
    assert len(said) >= 3
    assert all(found.startswith("above 88.7") for found in said)


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_every_student_needs_is_locked(lesson: str) -> None:
    """nbgrader puts locked cells back: the imports, and what a lesson gives to its exercises."""
    code = [cell for cell in notebook("release", lesson).cells if cell.cell_type == "code"]
    marks = [cell.metadata.get("nbgrader", {}) for cell in code]
    assert [mark.get("grade_id") for mark in marks[:2]] == ["imports", "notebook-imports"]
    (imported,) = re.findall(r"^from autograder import (.+)$", code[1].source, re.MULTILINE)
    assert {"check", "guess", "hint"} <= set(imported.split(", "))
    for cell, mark in zip(code, marks, strict=True):
        if "active-ipynb" not in cell.metadata.get("tags", []) and not mark.get("solution"):
            assert mark.get("locked"), f"scripts run this, so it is no mere picture: {cell.source}"
            assert cell.metadata.deletable is cell.metadata.editable is False


@pytest.mark.parametrize("lesson", LESSONS)
def test_cells_that_use_an_exercise_say_so(lesson: str) -> None:
    """Then they do not stop "Run All" in a notebook that is not finished."""
    for cell in notebook("release", lesson).cells:
        if cell.cell_type != "code" or "nbgrader" in cell.metadata:
            continue
        called = {name for name in exercises_of(lesson) if re.search(rf"(?<![\w.]){name}\(", cell.source)}
        guarded = re.findall(r"^with needs\((.+)\):$", cell.source, re.MULTILINE)
        assert called <= set(re.findall(r"\w+", " ".join(guarded))), cell.source


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_the_solution_teaches_before_it_asks(lesson: str, exercise: str) -> None:
    """An exercise's cell comes after prose, and its check comes after it."""
    text = solution(lesson)
    place, check = text.find(f'"grade_id": "{exercise}"'), text.find(f'"grade_id": "check-{exercise}"')
    assert 0 < text.find("# %% [markdown]") < place < check
    assert f'check("{exercise}")' in text[check:]
