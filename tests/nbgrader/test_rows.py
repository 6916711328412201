"""What is written to a gradebook for many students at once, and a process that is lost meanwhile."""

from __future__ import annotations

import sqlite3
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from autograder.grading.classes import LOST, Finished
from autograder.grading.job import Job
from autograder.nbgrader.configured import tools_on_the_path
from autograder.nbgrader.conversions import Conversion, Conversions
from autograder.nbgrader.rows import Assignment, Changes, put, template, write
from autograder.nbgrader.stage import Assigned, Converted, Order
from autograder.report.results import Report
from autograder.submission.intake import HandIn

# nbgrader's own use of its data base
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.fixture
def gradebook(tmp_path: Path) -> Any:
    with tools_on_the_path():
        found = Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}")
    for name in ("quiz", "other"):
        found.add_assignment(name)
        found.add_notebook(name, name)
        found.add_grade_cell("check-one", name, name, max_score=3, cell_type="code")
        found.add_solution_cell("one", name, name)
    for student in ("ada", "ben"):
        found.add_student(student)
        for name in ("quiz", "other"):
            found.add_submission(name, student)
    with found:
        yield found


def test_another_gradebook_learns_an_assignment_and_a_student_and_nothing_else(
    gradebook: Gradebook, tmp_path: Path
) -> None:
    with gradebook.engine.connect() as connection:
        alone = template(connection, "quiz")
        rows = Assignment.of(connection, "quiz").rows(connection, "ada")
    path = tmp_path / "copy.db"
    path.write_bytes(alone)
    with Gradebook(f"sqlite:///{path}") as copy:
        assert [each.name for each in copy.assignments] == ["quiz"]
        assert copy.students == []
        put(copy.engine, rows)
        assert copy.find_grade("check-one", "quiz", "quiz", "ada").max_score == 3
        assert [student.id for student in copy.students] == ["ada"]


def test_a_score_that_a_person_gives_meanwhile_stays(gradebook: Gradebook) -> None:
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    with gradebook.engine.connect() as connection:
        assignment = Assignment.of(connection, "quiz")
        memory.deserialize(template(connection, "quiz"))
        before = {student: assignment.rows(connection, student) for student in ("ada", "zoe")}
    assert before["zoe"] == {name: {} for name in before["ada"]}
    elsewhere = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool)
    put(elsewhere, before["ada"])
    changes = []
    with elsewhere.begin() as connection:
        connection.exec_driver_sql("update grade set auto_score = 2, needs_manual_grade = 0")
        changes.append(Changes.between(before["ada"], assignment.rows(connection, "ada")))
    memory.close()
    zoe = {"id": "zoe", "first_name": None, "last_name": None, "email": None, "lms_user_id": None}
    changes.append(Changes.between(before["zoe"], {"student": {"zoe": zoe}}))

    grade = gradebook.find_grade("check-one", "quiz", "quiz", "ada")
    grade.manual_score = 1.5
    gradebook.add_student("zoe")
    gradebook.db.commit()
    write(gradebook, changes)
    gradebook.db.expire_all()
    assert (grade.auto_score, grade.manual_score, grade.needs_manual_grade) == (2.0, 1.5, False)
    assert gradebook.find_grade("check-one", "other", "other", "ada").auto_score is None
    assert gradebook.find_grade("check-one", "quiz", "quiz", "ben").auto_score is None


class Fragile:
    """Tools that end with the process, or fail, for some students."""

    count = 1

    def submit(self, call: Any, order: Order) -> Future[Converted]:
        future: Future[Converted] = Future()
        student = order.entry.student
        errors = {"kills": BrokenExecutor("gone"), "fails": ValueError("no such thing")}
        if student in errors:
            future.set_exception(errors[student])
        else:
            future.set_result(Converted(student))
        return future

    def renew(self) -> None:
        pass


def test_who_ends_the_process_or_fails_costs_no_other() -> None:
    conversions = Conversions(Fragile())
    for student in ("ada", "kills", "ben", "fails", "cleo"):
        finished = Finished(Job(None, "quiz", student), Report("quiz", student, 3.0))
        order = Order(Assigned(Path(), "quiz", "submitted", b"", "stage"), HandIn(student), {})
        conversions.begin(Conversion(finished, order, ""))
    troubles = {made.student: made.trouble for _, made in conversions.ready(all_of_them=True)}
    alike = dict.fromkeys(("ada", "ben", "cleo"))
    assert troubles == {**alike, "kills": LOST, "fails": "ValueError: no such thing"}
    assert conversions.ready(all_of_them=True) == []
