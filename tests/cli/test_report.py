"""`autograder report`: a page, and a sheet, of the reports that grading left."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.cli import app as cli
from autograder.grading.reports import write_report
from tests.report.classes import CLASS, report

LINES = 1 + 5

Run = Callable[..., int]


@pytest.fixture
def graded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course directory where activations was graded."""
    monkeypatch.chdir(tmp_path)
    for one in CLASS:
        write_report(one, tmp_path)
    return tmp_path


@pytest.fixture
def run(graded: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command there, and gives its exit code."""

    def run(*words: str) -> int:
        monkeypatch.setattr(sys, "argv", ["autograder", "report", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return ended.value.code

    return run


def test_a_lesson_has_a_page_and_a_sheet(graded: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("activations", "--csv", "checks.csv") == 0
    page, sheet = capsys.readouterr().err.removeprefix("wrote ").strip().split(" and ")
    assert "activations: what the class did" in Path(page).read_text(encoding="utf-8")
    assert sheet == "checks.csv"
    assert len((graded / "checks.csv").read_text(encoding="utf-8").splitlines()) == LINES


def test_all_graded_lessons_are_on_one_page(graded: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write_report(report("ada", *CLASS[0].exercises, lesson="mlp"), graded)
    assert run("--csv", "-") == 0
    shown = capsys.readouterr()
    text = Path(shown.err.split()[-1]).read_text(encoding="utf-8")
    assert "Fundamentals of neural networks: what the class did" in text
    assert {line.split(",")[0] for line in shown.out.splitlines()[1:]} == {"activations", "mlp"}


def test_what_was_not_graded_has_no_report(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("losses") == 2
    assert "run `autograder grade losses` first" in capsys.readouterr().err


def test_a_report_that_cannot_be_read_is_named(graded: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    (graded / ".autograder/reports/activations/fay.json").write_text(json.dumps([{"lesson": 1}]))
    assert run("activations") == 2
    said = capsys.readouterr().err
    assert "fay.json cannot be read" in said
    assert "delete it" in said
