"""`autograder audit`: what it says, and its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.authoring.skeleton import add_lesson, make_course
from autograder.cli import app as cli
from autograder.course import courses
from autograder.grading import executors
from autograder.grading.executors import Here

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(hands: Here, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `autograder audit` in a folder: its exit code, and what it wrote."""

    def run(folder: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(executors, "workers", lambda count: hands)
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(sys, "argv", ["autograder", "audit", *words])
        monkeypatch.chdir(folder)
        with pytest.raises(SystemExit) as ended:
            cli.main()
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err
        assert isinstance(ended.value.code, int)
        return ended.value.code, shown.out, shown.err

    return run


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    """A course with one lesson, as `init` and `new` make it."""
    courses.enter(tmp_path)
    make_course(tmp_path)
    add_lesson(courses.here()[0], "trees")
    courses.renewed()
    return tmp_path


def test_a_new_course_is_clean(trees: Path, run: Run) -> None:
    code, said, _ = run(trees)
    assert code == 0
    assert "nothing was found against it" in said
    assert "| trees  |        1 |         1 |              1 |       3 |          0 |      0 |" in said


def test_what_is_found_is_code_1(trees: Path, run: Run) -> None:
    path = trees / "lessons" / "trees" / "mistakes.py"
    path.write_text(path.read_text(encoding="utf-8").replace("2 * x", "x**2"), encoding="utf-8")
    code, said, _ = run(trees, "trees")
    assert code == 1
    assert f"{path}, line 7: 'doubles instead of squaring' keeps all points of trees_square" in said
    assert "|       3 |          0 |      1 |" in said


def test_what_cannot_be_tried_is_code_2(trees: Path, run: Run, tmp_path: Path) -> None:
    code, _, said = run(trees, "forest")
    assert (code, "there is no lesson or exercise named 'forest'" in said) == (2, True)
    path = trees / "lessons" / "trees" / "checks.py"
    path.write_text(path.read_text(encoding="utf-8").replace("x.square()", "y"), encoding="utf-8")
    code, _, said = run(trees)
    assert (code, "the check test_trees_square_values is broken" in said) == (2, True)
    (trees / "solutions" / "trees.py").unlink()
    code, _, said = run(trees)
    assert (code, "solutions/trees.py is missing" in said) == (2, True)
