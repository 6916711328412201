"""Whose word counts: the gradebook's, where it has a score, else that of the last report."""

from __future__ import annotations

import csv
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.cli import app as cli
from autograder.failures import UsageError
from autograder.grading.reports import write_report
from autograder.nbgrader.people import people_of
from autograder.nbgrader.scores import scores_of
from autograder.report.results import CheckResult, ExerciseResult, Report

# nbgrader's own use of its data base
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


def report(student: str, points: float | None) -> Report:
    check = CheckResult("test_sgd", "It steps.", "passed", points or 0.0, 35.0, None, 0.1)
    graded = points is not None
    exercises = (ExerciseResult("SGD", (check,)),) if graded else ()
    return Report("optimizers", student, 35.0, graded, None if graded else "no sandbox", exercises=exercises)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In the gradebook: ada, with a person's points and late; ben, not graded; cleo, graded before she handed in
    again; dan, with nothing. Reports are there of ben and cleo, and of eve, whom the gradebook does not know."""
    root = tmp_path_factory.mktemp("course")
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        for student in ("ada", "ben", "cleo", "dan"):
            gradebook.add_student(student, first_name=student.title(), lms_user_id=f"1{len(student)}")
        gradebook.add_assignment("optimizers", duedate=datetime(2026, 11, 22))
        gradebook.add_notebook("optimizers", "optimizers")
        gradebook.add_grade_cell("check-SGD", "optimizers", "optimizers", max_score=35, cell_type="code")
        for student in ("ada", "ben", "cleo"):
            gradebook.add_submission("optimizers", student)
        for student, auto, manual in (("ada", 10.0, 20.0), ("cleo", 10.0, None)):
            grade = gradebook.find_grade("check-SGD", "optimizers", "optimizers", student)
            grade.auto_score, grade.manual_score = auto, manual
        late = gradebook.find_submission_notebook("optimizers", "optimizers", "ada")
        late.late_submission_penalty = 3.0
        gradebook.db.commit()
    for student, points in (("ben", None), ("cleo", 35.0), ("eve", 12.0)):
        write_report(report(student, points), root)
    return root


def test_a_persons_word_counts_and_what_is_not_graded_has_no_score(course: Path) -> None:
    found = {score.person.id: score for score in scores_of(course, ["optimizers"]).found}
    assert {name: score.score for name, score in found.items()} == {
        "ada": 17.0,
        "ben": None,
        "cleo": 10.0,
        "dan": 0.0,
        "eve": 12.0,
    }
    assert not found["dan"].handed_in
    assert found["eve"].words == "SGD 12/35"


def test_where_gradebook_and_report_differ_it_is_said(course: Path) -> None:
    note, stranger = scores_of(course).notes
    assert stranger.startswith("optimizers, with a score, and not on the class list: eve: ")
    assert note.startswith("cleo, optimizers: the checks gave 10 in the gradebook and 35 in the last report")
    assert "`autograder grade optimizers --gradebook`" in note


def hand_in(course: Path, student: str, lesson: str = "optimizers") -> Path:
    path = course / "submitted" / student / lesson / f"{lesson}.py"
    path.parent.mkdir(parents=True)
    path.write_text("x = 1")
    return path


def test_a_score_of_what_was_there_before_is_said(course: Path, tmp_path: Path) -> None:
    """What a person gave by hand to what cannot be graded is no such score."""
    course = shutil.copytree(course, tmp_path / "course")
    write_report(report("cleo", None), course)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        gradebook.find_grade("check-SGD", "optimizers", "optimizers", "ben").manual_score = 7.0
        gradebook.db.commit()
    scores = scores_of(course)
    assert {score.person.id: score.score for score in scores.found}["ben"] == 7.0
    note, _ = scores.notes
    assert note.startswith("cleo, optimizers: what was handed in last is not graded (no sandbox)")
    assert "in the gradebook, 10," in note


def test_what_came_in_since_is_said_and_is_not_zero(course: Path, tmp_path: Path) -> None:
    course = shutil.copytree(course, tmp_path / "course")
    write_report(report("cleo", 10.0), course)
    for student in ("ada", "ben", "dan", "eve", "fay"):
        os.utime(hand_in(course, student), (0, 0))
    hand_in(course, "cleo")
    hand_in(course, "gus", "xor")
    scores = scores_of(course, ["optimizers"])
    found = {score.person.id: score.score for score in scores.found}
    assert found == {"ada": 17.0, "ben": None, "cleo": 10.0, "dan": None, "eve": 12.0, "fay": None}
    (note,) = scores.notes
    assert note.startswith("optimizers, changed in submitted/ since it was graded: cleo: ")


def test_who_has_a_score_and_handed_in_nothing_is_named(course: Path, tmp_path: Path) -> None:
    course = shutil.copytree(course, tmp_path / "course")
    write_report(report("cleo", 10.0), course)
    for student in ("ada", "ben"):
        os.utime(hand_in(course, student), (0, 0))
    (note,) = scores_of(course).notes
    assert note.startswith("optimizers, with a score, and nothing in submitted/: cleo, eve: ")


def test_the_class_list_is_the_gradebooks(course: Path) -> None:
    assert next((one.id, one.first_name, one.number) for one in people_of(course)) == ("ada", "Ada", "13")
    assert people_of(course / "nowhere") == ()


def test_without_any_score_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="run `autograder grade optimizers` first"):
        scores_of(tmp_path, ["optimizers"])


def test_the_command_says_where_it_went_and_who_waits(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(course)
    monkeypatch.setattr(sys, "argv", ["autograder", "export", "optimizers", "--to", "csv"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    said = "exports/grades.csv: optimizers 3 graded, not graded: ben, 1 handed in nothing\n"
    assert capsys.readouterr().out == said
    with (course / "exports" / "grades.csv").open(newline="") as file:
        scores = {row["student_id"]: (row["raw_score"], row["score"]) for row in csv.DictReader(file)}
    assert scores["ada"] == ("20.0", "17.0")
    assert scores["ben"] == ("", "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["optimizers", "--to", "moodle"], 0, "exports/sheet.csv: optimizers 1 filled in\n"),
        (["optimizers", "--to", "canvas"], 2, "a worksheet is Moodle's, and of one lesson"),
        (["--to", "moodle"], 2, "a worksheet is Moodle's, and of one lesson"),
    ],
)
def test_a_worksheet_is_filled_in(
    words: list[str],
    code: int,
    said: str,
    course: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(course)
    (course / "sheet.csv").write_text("Identifier,Full name,Grade\nParticipant 7,Ada,\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["autograder", "export", *words, "--worksheet", "sheet.csv"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    shown = capsys.readouterr()
    assert ended.value.code == code
    assert said in shown.out + shown.err
    if not code:
        written = (course / "exports" / "sheet.csv").read_text(encoding="utf-8")
        assert written.splitlines()[1] == "Participant 7,Ada,17"
