"""Trees of files that no student makes by hand: each costs its student alone, in both ways of grading."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nbgrader")

from autograder.course.exercises import points_of
from tests.attacks.arena import ROOT
from tests.warm import nbgrader

pytestmark = pytest.mark.ci

LESSON = "activations"
WORTH = points_of(LESSON)["relu"]
RELU = "def relu(x):\n    return x.clamp(min=0)\n"
SECRET = "a file of the host"

#: student -> what is done to the folder with the notebook; nobody of them may be graded.
HOPELESS: dict[str, Callable[[Path], object]] = {}

#: Names of folders with nothing else that is odd: whose may be shown are graded.
ODD_NAMES = (
    *("a" * 252, "ก" * 84, "__init__", "star*", "bracket[1]", "é", unicodedata.normalize("NFD", "é")),
    *("a,b", "{x}", "$(id)", "'; drop table student", "<script>", "two words"),
)
UNUSABLE_NAMES = (".hidden", "new\nline", "\x1b[2J", "\udcff")


def hopeless(make: Callable[[Path], object]) -> Callable[[Path], object]:
    HOPELESS[make.__name__] = make
    return make


@hopeless
def deep(folder: Path) -> None:
    start = os.open(".", os.O_RDONLY)
    os.chdir(folder)
    for _ in range(1_100):
        os.mkdir("d")  # noqa: PTH102 - as a path, it would be too long
        os.chdir("d")
    os.fchdir(start)
    os.close(start)


@hopeless
def many(folder: Path) -> None:
    for number in range(10_000):
        (folder / f"{number}.txt").touch()


@hopeless
def links(folder: Path) -> None:
    for number in range(1_500):
        (folder / f"{number}.txt").symlink_to("nowhere")


@hopeless
def link_to_itself(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder.name)


@hopeless
def pipe_as_notebook(folder: Path) -> None:
    (folder / f"{LESSON}.ipynb").unlink()
    os.mkfifo(folder / f"{LESSON}.ipynb")


@hopeless
def closed(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.rmtree(folder)  # root may open everything: for root, there is nothing at all
    else:
        folder.chmod(0o444)


@dataclass
class Graded:
    """What came of the class on one way: the points by student, None for who is not graded, and what was said."""

    points: dict[str, float | None]
    reasons: dict[str, str]
    status: int
    output: str
    course: Path


@pytest.fixture(scope="module")
def course(walls: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A course whose class handed in nothing but such trees, and two honest students."""
    folder = tmp_path_factory.mktemp("trees")
    course = folder / "course"
    shutil.copytree(ROOT / "source" / LESSON, course / "source" / LESSON)
    shutil.copy(ROOT / "nbgrader_config.json", course)
    (folder / "host.txt").write_text(SECRET)
    nbgrader(course, "generate_assignment", LESSON)
    for student in ("ada", "zoe", "linked-file", *HOPELESS, *ODD_NAMES, *UNUSABLE_NAMES):
        hand_in(course / "submitted" / student / LESSON)
    for student, spoil in HOPELESS.items():
        spoil(course / "submitted" / student / LESSON)
    (course / "submitted" / "linked-file" / LESSON / "notes.txt").symlink_to(folder / "host.txt")
    elsewhere = hand_in(folder / "elsewhere" / LESSON)
    (elsewhere / "notes.txt").write_text(SECRET)
    (course / "submitted" / "linked-folder").symlink_to(folder / "elsewhere")
    yield course
    # pytest deletes old folders by recursion, and would end in it
    subprocess.run(["rm", "-rf", str(course / "submitted" / "deep")], check=True)


def hand_in(folder: Path) -> Path:
    folder.mkdir(parents=True)
    cell = {"cell_type": "code", "source": "import torch\n" + RELU, "metadata": {}, "outputs": []}
    text = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
    (folder / f"{LESSON}.ipynb").write_text(text)
    return folder


@pytest.fixture(scope="module")
def by_grade(course: Path) -> Graded:
    """`autograder grade`."""
    command = [sys.executable, "-m", "autograder", "grade", LESSON, "--json", "reports.json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "1000"}
    done = subprocess.run(
        command, cwd=course, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    reports = json.loads((course / "reports.json").read_text(encoding="utf-8"))
    return graded(reports, done, course)


@pytest.fixture(scope="module")
def by_nbgrader(course: Path, by_grade: Graded) -> Graded:
    """`nbgrader autograde` and its feedback, started in another folder, as a formgrader on a hub is."""
    shutil.rmtree(course / ".autograder" / "reports")
    other = course.parent / "other"
    other.mkdir()
    done = nbgrader(other, "autograde", LESSON, f"--course-dir={course}")
    nbgrader(other, "generate_feedback", LESSON, f"--course-dir={course}")
    paths = (course / ".autograder" / "reports" / LESSON).glob("*.json")
    return graded([json.loads(path.read_text(encoding="utf-8"))[0] for path in paths], done, course)


def graded(reports: list[dict[str, Any]], done: subprocess.CompletedProcess[str], course: Path) -> Graded:
    points = {report["submission"]: report["points"] for report in reports}
    reasons = {report["submission"]: report["reason"] for report in reports if not report["graded"]}
    return Graded(points, reasons, done.returncode, done.stdout + done.stderr, course)


@pytest.fixture(params=["by_grade", pytest.param("by_nbgrader", marks=pytest.mark.long)])
def way(request: pytest.FixtureRequest) -> Graded:
    """Both ways of grading."""
    found: Graded = request.getfixturevalue(request.param)
    return found


def test_who_handed_in_an_honest_folder_is_graded(way: Graded) -> None:
    assert "Traceback" not in way.output
    assert {way.points[name] for name in ("ada", "zoe", "linked-file")} == {WORTH}


@pytest.mark.parametrize("student", [*HOPELESS, "linked-folder"])
def test_a_hopeless_tree_costs_its_student_alone(student: str, way: Graded) -> None:
    assert way.points[student] is None
    assert len(way.reasons[student]) > 10
    assert way.reasons[student] in way.output


def test_odd_names_are_names(way: Graded) -> None:
    assert {name: way.points[name] for name in ODD_NAMES} == dict.fromkeys(ODD_NAMES, WORTH)


def test_a_name_that_cannot_be_shown_stops_nobody(way: Graded) -> None:
    """The terminal's way shows such a name without its control characters; a data base cannot hold all of them."""
    shown = {name.encode("utf-8", "backslashreplace").decode() for name in UNUSABLE_NAMES}
    found = {name.encode("utf-8", "backslashreplace").decode(): points for name, points in way.points.items()}
    assert shown <= found.keys()
    assert all(found[name] in (None, WORTH) for name in shown)


@pytest.mark.long
def test_no_file_of_the_host_is_copied(by_nbgrader: Graded) -> None:
    for step in ("autograded", "feedback"):
        texts = [path for path in (by_nbgrader.course / step).rglob("*") if path.is_file()]
        assert texts
        assert not [path for path in texts if SECRET in path.read_text(encoding="utf-8", errors="replace")]


@pytest.mark.long
def test_the_gradebook_has_a_row_for_each_and_no_zero(by_nbgrader: Graded) -> None:
    from nbgrader.api import Gradebook

    assert by_nbgrader.status == 0
    with Gradebook(f"sqlite:///{by_nbgrader.course / 'gradebook.db'}") as gradebook:
        rows = {row.student.id: row for row in gradebook.assignment_submissions(LESSON)}
        waiting = {name for name, row in rows.items() if row.needs_manual_grade}
        scores = {name: row.score for name, row in rows.items() if name not in waiting}
    assert set(scores) == {"ada", "zoe", "linked-file", *ODD_NAMES}
    assert set(scores.values()) == {WORTH}
    nothing_at_all = {"closed"} if os.geteuid() == 0 else set()
    assert waiting >= HOPELESS.keys() - nothing_at_all


@pytest.mark.long
def test_everyone_who_is_graded_has_a_page(by_nbgrader: Graded) -> None:
    for student in ("ada", *ODD_NAMES):
        assert (by_nbgrader.course / "feedback" / student / LESSON / f"{LESSON}.html").exists(), student
