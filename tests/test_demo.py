"""The demo: a class of nine scores what it should in each way of grading."""

from __future__ import annotations

import ast
import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from rich.console import Console

from autograder import demo
from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.cli.demo import chosen_lessons, demo_table
from autograder.course.exercises import available_lessons, exercises_of, points_of
from autograder.demo import CLASS, MISTAKES, Row
from autograder.examiner.session import Examiner
from autograder.failures import Finding, GraderError, UsageError
from autograder.grading import examine as session
from autograder.grading import sandboxed
from autograder.grading import submissions as grading
from autograder.grading.classes import Class
from autograder.grading.examine import examine_all
from autograder.grading.executors import Here
from autograder.grading.job import Job
from autograder.grading.store import Store
from autograder.grading.work import Setting
from autograder.report.results import CheckResult, ExerciseResult, Flag, Report, dumps, loads
from autograder.report.summary import in_short
from autograder.sandbox.probe import Walls
from autograder.submission.cells import read
from tests import warm

ROOT = Path(__file__).parent.parent
LESSON = "activations"

#: What this class scores in the lesson.
SCORES = {
    "ada": 60.0,
    "ben": 27.0,
    "cleo": 0.0,
    "dan": 54.0,
    "eve": 60.0,
    "fay": 60.0,
    "gus": 50.0,
    "hal": 60.0,
    "ivy": None,
}


@cache
def release(lesson: str) -> str:
    return (ROOT / "release" / lesson / f"{lesson}.ipynb").read_text(encoding="utf-8")


@cache
def solutions(lesson: str) -> dict[str, str]:
    notebook = nbformat.read(ROOT / "source" / lesson / f"{lesson}.ipynb", as_version=4)
    return {name: cell.source for name, cell in solution_cells(notebook).items()}


def solution_cells(notebook: NotebookNode) -> dict[str, NotebookNode]:
    graded = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return {cell.metadata.nbgrader.grade_id: cell for cell in graded if cell.metadata.nbgrader.solution}


def handed_in(student: str, lesson: str) -> str:
    hand_in = next(member.hand_in for member in CLASS if member.id == student)
    return hand_in(lesson, nbformat.reads(release(lesson), as_version=4), dict(solutions(lesson)))


def examined(folder: Path, student: str, lesson: str, examiner: Examiner, zygote: Zygote) -> Report:
    path = folder / f"{lesson}.ipynb"
    path.write_text(handed_in(student, lesson), encoding="utf-8")
    return next(examine_all([Job(path, lesson, student)], examiner, zygote))


def lost(report: Report) -> dict[str, float]:
    return {e.name: e.max_points - e.points for e in report.exercises if e.points < e.max_points}


# --- the class, graded ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Graded:
    """The course directory after the demo, and its table."""

    course: Path
    rows: dict[str, Row]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graded]:
    course = tmp_path_factory.mktemp("demo") / "course"
    rows = {row.student: row for row in demo.grade_class(course, ROOT, [LESSON], lambda running: None)}
    yield Graded(course, rows)
    shutil.rmtree(course)


def nbgrader(course: Path, *words: str) -> str:
    """What a command of nbgrader's says."""
    run = warm.nbgrader(course, *words, "--log-level=INFO")
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stderr


@pytest.mark.ci
@pytest.mark.timeout(0)  # how long a class takes is the machine's business
class TestTheClass:
    def test_scores(self, graded: Graded) -> None:
        assert {name: row.score for name, row in graded.rows.items()} == SCORES
        assert {row.report.max_points for row in graded.rows.values()} == {60.0}
        assert {name: row.report.points for name, row in graded.rows.items()} == SCORES
        assert [row.student for row in graded.rows.values()] == [student.id for student in CLASS]

    def test_only_the_wrong_function_costs_points(self, graded: Graded) -> None:
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{graded.course / 'gradebook.db'}") as gradebook:
            grades = {
                student: {
                    grade.name.removeprefix("check-"): grade.max_score - (grade.auto_score or 0.0)
                    for notebook in gradebook.find_submission(LESSON, student).notebooks
                    for grade in notebook.grades
                    if grade.auto_score != grade.max_score
                }
                for student in ("dan", "gus", "ben", "ivy")
            }
            ivy = [
                (grade.auto_score, grade.needs_manual_grade)
                for notebook in gradebook.find_submission(LESSON, "ivy").notebooks
                for grade in notebook.grades
            ]
        assert grades["dan"] == {"softmax": 60.0 - (SCORES["dan"] or 0.0)}
        assert grades["gus"] == {"sigmoid": 10.0}
        worth = [name for name, points in points_of(LESSON).items() if points]
        assert set(grades["ben"]) == set(worth[3:])
        assert ivy == [(None, True)] * len(exercises_of(LESSON))

    def test_what_the_table_says(self, graded: Graded) -> None:
        problem = {name: in_short(row.report) for name, row in graded.rows.items()}
        assert problem["ada"] == problem["eve"] == ""
        assert problem["ben"] == "leaky_relu, softmax, plot_activations: not implemented"
        assert problem["dan"].startswith("softmax: ")
        assert "instead of" in problem["dan"]
        assert "ModuleNotFoundError" in problem["fay"]
        assert problem["gus"].endswith("sigmoid: does not end")
        assert "not valid JSON" in problem["ivy"]
        assert all(row.report.seconds > 0 for row in graded.rows.values() if row.score is not None)

    @pytest.mark.parametrize("student", SCORES)
    def test_everybody_has_a_feedback_page(self, graded: Graded, student: str) -> None:
        page = (graded.course / "feedback" / student / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
        if student == "ivy":
            assert page.index("could not be read and is not graded") < page.index("Student's answer")
            assert "(not graded)</h4>" in page
            assert "Score:" not in page
            return
        assert f"(Score: {SCORES[student]:.1f} / 60.0)" in page
        assert page.count("<img") > 4, "the plots that the cells draw"
        for exercise in exercises_of(LESSON):
            assert f">{exercise}</span>" in page, "the card of each exercise"

    @pytest.mark.long
    def test_a_second_run_grades_nobody_again(self, graded: Graded) -> None:
        before = (graded.course / "gradebook.db").read_bytes()
        log = nbgrader(graded.course, "autograde", LESSON)
        assert "ran in the sandbox" not in log
        assert log.count("Skipping existing assignment") == len(CLASS)
        assert (graded.course / "gradebook.db").read_bytes() == before

    def test_what_is_exported(self, graded: Graded) -> None:
        nbgrader(graded.course, "export", "--to=class.csv")
        with (graded.course / "class.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["student_id"]: row for row in csv.DictReader(file)}
        exported = {name: row["score"] for name, row in rows.items()}
        assert exported == {name: "" if score is None else str(score) for name, score in SCORES.items()}
        assert rows["ivy"]["raw_score"] == ""
        assert rows["ivy"]["max_score"] == "60.0"

    @pytest.mark.long
    def test_autograder_check_says_the_same(
        self, graded: Graded, examiner: Examiner, zygote: Zygote, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # nothing of gus's has to wait for a minute here
        monkeypatch.setattr(session, "ProcessChannel", partial(ProcessChannel, cell_seconds=1.0))
        folder = graded.course / "submitted"
        jobs = grading.submissions(folder, LESSON)
        reports = {report.submission: report for report in examine_all(jobs, examiner, zygote)}
        assert {name: report.points for name, report in reports.items()} == SCORES
        assert lost(reports["dan"]) == {"softmax": 60.0 - (SCORES["dan"] or 0.0)}
        assert {flag.kind for name in SCORES for flag in reports[name].flags} <= {"cell"}

    def test_autograder_grade_says_the_same(self, graded: Graded) -> None:
        """With the course's secret seed; the others tell nothing new."""
        folder, some = graded.course / "submitted", {"ada", "dan", "fay", "ivy"}
        jobs = [job for job in grading.submissions(folder, LESSON) if job.submission in some]
        setting = Setting.here(graded.course, trusted=True, device="cpu")
        hands = Here()
        try:
            scores = {r.submission: r.points for r in Class(jobs, hands, Store(setting)).reports()}
        finally:
            hands.close()
        assert scores == {name: SCORES[name] for name in some}

    def test_a_score_that_a_person_gives_is_shown(self, graded: Graded) -> None:
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{graded.course / 'gradebook.db'}") as gradebook:
            (notebook,) = gradebook.find_submission(LESSON, "ivy").notebooks
            for grade in notebook.grades:
                grade.manual_score, grade.needs_manual_grade = 0.0, False
            gradebook.db.commit()
        nbgrader(graded.course, "generate_feedback", LESSON)
        page = (graded.course / "feedback" / "ivy" / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
        assert "(Score: 0.0 / 60.0)" in page


# --- what the students do, in every lesson ------------------------------------------------------------


@pytest.mark.parametrize("lesson", available_lessons())
class TestHandingIn:
    @pytest.mark.long
    def test_the_mistake_costs_points_of_its_exercise_only(
        self, lesson: str, tmp_path: Path, examiner: Examiner, zygote: Zygote
    ) -> None:
        exercise, _, _ = MISTAKES[lesson]
        report = examined(tmp_path, "dan", lesson, examiner, zygote)
        assert list(lost(report)) == [exercise]
        assert 0 < lost(report)[exercise] < sum(points_of(lesson).values())
        outcomes = {check.outcome for result in report.exercises for check in result.checks}
        assert outcomes <= {"passed", "failed", "skipped"}, "a mistake in thinking, not in Python"

    def test_every_hand_in_is_what_its_story_says(self, lesson: str) -> None:
        right = solutions(lesson)
        names = exercises_of(lesson)
        assert set(names) == set(right)
        written = {
            student.id: solution_cells(nbformat.reads(handed_in(student.id, lesson), as_version=4))
            for student in CLASS
            if student.id != "ivy"
        }
        sources = {who: {name: cell.source for name, cell in cells.items()} for who, cells in written.items()}
        assert sources["ada"] == sources["fay"] == sources["hal"] == right
        assert sources["cleo"] == {name: sources["cleo"][name] for name in right}
        assert not any(BEGIN in source for source in sources["cleo"].values())
        assert [name for name in names if sources["ben"][name] == right[name]] == list(names[: len(names) // 2])
        assert [name for name in names if sources["dan"][name] != right[name]] == [MISTAKES[lesson][0]]
        assert all(sources["eve"][name].endswith(right[name]) for name in names)
        assert [name for name in names if sources["gus"][name] != right[name]] == [names[0]]
        for source in (text for cells in sources.values() for text in cells.values()):
            ast.parse(source)

    def test_the_loop_is_a_loop(self, lesson: str) -> None:
        """In a class, each method has one; the body of each is as deep as its stub was."""
        notebook = nbformat.reads(handed_in("gus", lesson), as_version=4)
        tree = ast.parse(solution_cells(notebook)[exercises_of(lesson)[0]].source)
        assert any(isinstance(node, ast.While) for node in ast.walk(tree))
        assert not any(isinstance(node, ast.Raise) for node in ast.walk(tree))

    def test_deleted_and_torn(self, lesson: str, tmp_path: Path) -> None:
        first = f"check-{exercises_of(lesson)[0]}"
        assert f'"{first}"' in release(lesson)
        assert f'"{first}"' not in handed_in("hal", lesson)
        path = tmp_path / f"{lesson}.ipynb"
        path.write_text(handed_in("ivy", lesson), encoding="utf-8")
        with pytest.raises(Exception, match="not valid JSON"):
            read(path)


BEGIN = "### BEGIN SOLUTION"


def test_a_mistake_that_fits_no_more_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MISTAKES, LESSON, ("softmax", "no such words", "others"))
    with pytest.raises(GraderError, match=r"no longer fits solutions/activations\.py: no 'no such words'"):
        handed_in("dan", LESSON)


# --- what goes wrong ----------------------------------------------------------------------------------


def test_without_source_notebooks_there_is_no_demo(tmp_path: Path) -> None:
    assert demo.lessons_built(ROOT) == list(available_lessons())
    with pytest.raises(GraderError, match="in a clone of the kit"):
        demo.lessons_built(tmp_path)


def test_few_lessons_are_graded_unless_others_are_named() -> None:
    built = list(available_lessons())
    assert chosen_lessons(built, []) == ["perceptron", "activations"]
    assert chosen_lessons(built, ["xor", "losses"]) == ["losses", "xor"]
    with pytest.raises(UsageError, match=r"'loses'.*Did you mean 'losses'"):
        chosen_lessons(built, ["loses"])


def table_of(reports: list[Report]) -> list[str]:
    rows = [Row(report.submission, report.lesson, report.points, loads(dumps([report]))[0]) for report in reports]
    console = Console(width=120, color_system=None)
    with console.capture() as captured:
        console.print(demo_table(rows))
    return [" ".join(line.replace("│", " ").split()) for line in captured.get().splitlines() if "│" in line]


def test_the_table_is_made_of_reports() -> None:
    """As they are read from files: of those not graded the reason is there, and of all others the points."""
    finding = Finding("value", "the value is right", expected="1", got="2")
    wrong = CheckResult("test_it", "It works.", "failed", 0.0, 2.0, finding, 0.0)
    passed = CheckResult("test_it", "It works.", "passed", 2.0, 2.0, None, 0.0)
    note = Flag("file", "", "graded from mlp (1).ipynb")
    ada = {"submission": "ada", "max_points": 2.0, "seconds": 1.25}
    ivy = {"submission": "ivy", "max_points": 2.0, "graded": False}
    assert table_of(
        [
            Report("mlp", **ada, exercises=(ExerciseResult("SimpleMLP", (passed,)),)),
            Report("xor", **ada, exercises=(ExerciseResult("XORNet", (wrong,)),), flags=(note,)),
            Report("mlp", **ivy, reason="the file is empty"),
            Report("xor", **ivy, reason="the folder is empty"),
        ]
    ) == [
        "ada 2/2 0/2 2.5 graded from mlp (1).ipynb; XORNet: 2 instead of 1",
        "ivy not not 0.0 the file is empty",
        "graded graded",
    ]


@pytest.mark.parametrize("sufficient", [True, False])
def test_where_no_sandbox_can_be_had_the_class_is_trusted(
    sufficient: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (demo, sandboxed):
        monkeypatch.setattr(module, "probe", lambda: Walls(sufficient=sufficient))
    setting = demo.setting_of(tmp_path)
    assert setting.trusted is not sufficient
