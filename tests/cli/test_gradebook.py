"""`autograder grade --gradebook`, as it is typed."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.course.exercises import points_of
from tests.banks import ROOT
from tests.cli.conftest import Command
from tests.warm import nbgrader

LESSON = "mlp"
RIGHT = "def count_parameters(model):\n    return sum(p.numel() for p in model.parameters() if p.requires_grad)"


def command(course: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=course, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "nbgrader_config.json", tmp_path)
    shutil.copytree(ROOT / "source" / LESSON, tmp_path / "source" / LESSON)
    return tmp_path


def hand_in(course: Path, student: str, text: str) -> None:
    folder = course / "submitted" / student / LESSON
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_text(text, encoding="utf-8")


@pytest.mark.long
def test_a_class_is_in_the_gradebook_and_nbgrader_goes_on_from_there(course: Path) -> None:
    notebook = nbformat.read(ROOT / "release" / LESSON / f"{LESSON}.ipynb", 4)
    hand_in(course, "cleo", nbformat.writes(notebook))
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "count_parameters":
            cell.source = RIGHT
    for student in ("ada", "ben"):
        hand_in(course, student, nbformat.writes(notebook))
    hand_in(course, "dan", "no notebook")
    words = ("autograder", "grade", LESSON, "--gradebook", "--trust-submissions", "--jobs", "2")
    done = command(course, *words)
    assert done.returncode == 1, f"somebody was not graded\n{done.stderr}"
    assert "Traceback" not in done.stdout + done.stderr
    assert "not valid JSON" in done.stdout
    page = course / "feedback" / "ada" / LESSON / f"{LESSON}.html"
    made = page.stat().st_mtime_ns
    for step in (("autograde", LESSON), ("generate_feedback", LESSON), ("export",)):
        after = nbgrader(course, *step)
        assert after.returncode == 0, after.stderr
    assert page.stat().st_mtime_ns == made, "nbgrader finds nothing to do"
    with (course / "grades.csv").open(newline="") as file:
        scores = {row["student_id"]: row["score"] for row in csv.DictReader(file)}
    worth = points_of(LESSON)["count_parameters"]
    assert scores == {"ada": str(worth), "ben": str(worth), "cleo": "0.0", "dan": ""}


@pytest.mark.ci
def test_what_is_missing_is_said(course: Path, autograder: Command) -> None:
    shutil.rmtree(course / "source")
    hand_in(course, "ada", "{}")
    done = autograder("grade", LESSON, "--gradebook")
    assert done.code == 2
    assert "there is no" in done.err


def test_nobody_handed_in(course: Path, autograder: Command) -> None:
    done = autograder("grade", LESSON, "--gradebook")
    assert done.code == 2
    assert "there is no folder submitted" in done.err
