"""The lessons: a solution has full marks, a stub has none, and the checks keep to their rules."""

from __future__ import annotations

import ast
import runpy
import warnings
from functools import cache

import matplotlib.pyplot as plt
import pytest

from autograder.examiner import Examiner
from autograder.exercises import available_lessons, checks_of, exercises_of
from autograder.lessons import IMPORTS, LESSONS
from autograder.percent import read_cells
from autograder.process_channel import ProcessChannel
from autograder.report import Report
from autograder.submission import read
from autograder.workers import Zygote
from tests.banks import ROOT

EXERCISES = [(lesson, name) for lesson in available_lessons() for name in exercises_of(lesson)]


def examined(folder: str, lesson: str, examiner: Examiner, zygote: Zygote) -> Report:
    channel = ProcessChannel(zygote, read(ROOT / folder / f"{lesson}.py"))
    try:
        return examiner.examine(channel, lesson, lesson)
    finally:
        channel.stop()


@cache
def solution(lesson: str) -> str:
    return (ROOT / "solutions" / f"{lesson}.py").read_text(encoding="utf-8")


def test_every_lesson_of_the_design_is_there() -> None:
    assert available_lessons() == LESSONS
    assert sorted(path.stem for path in (ROOT / "solutions").glob("*.py")) == sorted(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lessons_imports_are_those_of_its_notebook(lesson: str) -> None:
    """They are there for a submission that has lost the cell."""
    cells = [cell.source for cell in read_cells(solution(lesson)) if cell.cell_type == "code"]
    assert imported("\n".join(IMPORTS[lesson])) == imported("\n".join(cells))


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


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_the_solution_teaches_before_it_asks(lesson: str, exercise: str) -> None:
    """An exercise's cell comes after prose, and its check comes after it."""
    text = solution(lesson)
    place, check = text.find(f'"grade_id": "{exercise}"'), text.find(f'"grade_id": "check-{exercise}"')
    assert 0 < text.find("# %% [markdown]") < place < check
    assert f'check("{exercise}")' in text[check:]
