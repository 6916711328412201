"""What `nbgrader export` writes: nbgrader's own columns, and no zero for what nobody has graded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from autograder.nbgrader.grades import GradesCsv
from autograder.report.scores import COLUMNS

# nbgrader's own use of its data base
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gradebook]:
    """Two assignments; ada is graded, late in one of them, ben waits for a person, cleo handed in nothing."""
    path = tmp_path_factory.mktemp("grades") / "gradebook.db"
    with Gradebook(f"sqlite:///{path}") as gradebook:
        for student in ("ada", "ben", "cleo"):
            gradebook.add_student(student, last_name="Doe, Jr." if student == "ada" else None)
        for name in ("quiz", "exam"):
            gradebook.add_assignment(name)
            gradebook.add_notebook(name, name)
            gradebook.add_grade_cell("check-double", name, name, max_score=3, cell_type="code")
            for student in ("ada", "ben"):
                gradebook.add_submission(name, student)
            found = gradebook.find_grade("check-double", name, name, "ada")
            found.auto_score, found.needs_manual_grade = 2.5, False
        gradebook.find_submission_notebook("exam", "exam", "ada").late_submission_penalty = 1.0
        gradebook.db.commit()
        yield gradebook


def exported(gradebook: Gradebook, path: Path, **wanted: Any) -> dict[tuple[str, str], dict[str, str]]:
    GradesCsv(to=str(path), **wanted).export(gradebook)
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["assignment"], row["student_id"]): row for row in csv.DictReader(file)}


def test_scores(gradebook: Gradebook, tmp_path: Path) -> None:
    rows = exported(gradebook, tmp_path / "all.csv")
    scores = {key: (row["raw_score"], row["score"], row["max_score"]) for key, row in rows.items()}
    assert scores == {
        ("quiz", "ada"): ("2.5", "2.5", "3.0"),
        ("quiz", "ben"): ("", "", "3.0"),
        ("quiz", "cleo"): ("0.0", "0.0", "3.0"),
        ("exam", "ada"): ("2.5", "1.5", "3.0"),
        ("exam", "ben"): ("", "", "3.0"),
        ("exam", "cleo"): ("0.0", "0.0", "3.0"),
    }
    assert rows["quiz", "ada"]["last_name"] == "Doe, Jr."


def test_what_is_graded_is_written_as_nbgrader_does(gradebook: Gradebook, tmp_path: Path) -> None:
    CsvExportPlugin(to=str(tmp_path / "stock.csv"), student=["cleo"]).export(gradebook)
    exported(gradebook, tmp_path / "ours.csv", student=["cleo"])
    assert (tmp_path / "ours.csv").read_text() == (tmp_path / "stock.csv").read_text()
    assert (tmp_path / "ours.csv").read_text().startswith(",".join(COLUMNS) + "\n")


def test_only_what_is_asked_for(gradebook: Gradebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    GradesCsv(student=["ada", "ben"], assignment=["exam"]).export(gradebook)
    with Path("grades.csv").open(newline="") as file:
        asked_for = [(row["assignment"], row["student_id"]) for row in csv.DictReader(file)]
    assert sorted(asked_for) == [("exam", "ada"), ("exam", "ben")]
