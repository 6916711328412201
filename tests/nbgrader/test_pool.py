"""`nbgrader autograde` examines a class ahead: whatever was handed in is what is asked for afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4

pytest.importorskip("nbgrader")

from tests import warm
from tests.banks import ROOT

pytestmark = pytest.mark.ci

#: Writes down, instead of examining, whether each submission had been begun when it was asked for.
SPY = """
from concurrent.futures import Future
from pathlib import Path
from autograder.grading import ahead
from autograder.nbgrader import pool
from autograder.grading.work import Done, Setting
from autograder.report.results import Report

class Workers:
    count, lost = 2, ()
    def examine(self, setting, task):
        future = Future()
        future.set_result(Done(Report("activations", task.submission.id, 0.0), True))
        return future
    def close(self):
        pass

def result(self, task):
    self._fill()
    begun = [each for each, _ in self._begun]
    with Path("asked.txt").open("a") as file:
        print(task.submission.id, task in begun, file=file)
    return before(self, task)

before, ahead.Ahead.result = ahead.Ahead.result, result
pool.workers = lambda count: Workers()
pool._setting = lambda course, *_: Setting(course, "salt")
"""


def nbgrader(course: Path, *words: str) -> None:
    done = warm.nbgrader(course, *words)
    assert done.returncode == 0, done.stderr


def handed_in() -> dict[str, Any]:
    """Notebooks to which all sorts of things were done."""
    made = {name: nbformat.read(ROOT / "release/activations/activations.ipynb", 4) for name in "abcdefg"}
    code = {name: [cell for cell in found.cells if cell.cell_type == "code"] for name, found in made.items()}
    made["b"].cells.insert(3, v4.new_code_cell("mine = 1"))
    made["c"].cells = [cell for cell in made["c"].cells if cell.cell_type != "code"]
    made["d"].cells.append(v4.new_code_cell(code["d"][5].source, metadata=code["d"][5].metadata))
    for cell in code["e"]:
        cell.metadata = {}
    code["f"][0].source += "\nimport random"
    for cell in code["g"]:
        cell.source = cell.source.replace("raise NotImplementedError()", "return x  # ") + "\n\n"
    return made


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    course = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.json", course)
    shutil.copytree(ROOT / "source" / "activations", course / "source" / "activations")
    nbgrader(course, "generate_assignment", "activations")
    for name, notebook in handed_in().items():
        folder = course / "submitted" / name / "activations"
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / "activations.ipynb")
    script = course / "submitted" / "script" / "activations"
    script.mkdir(parents=True)
    shutil.copy(ROOT / "exercises" / "activations.py", script)
    (course / "nbgrader_config.py").write_text(SPY, encoding="utf-8")
    nbgrader(course, "autograde", "activations")
    reports = course / ".autograder" / "reports" / "activations"
    assert {json.loads(path.read_text())[0]["submission"] for path in reports.glob("*.json")} >= set("abcdefg")
    return dict(line.split() for line in (course / "asked.txt").read_text().splitlines())


def test_everybody_was_begun_before(asked: dict[str, str]) -> None:
    assert asked == dict.fromkeys([*"abcdefg", "script"], "True")
