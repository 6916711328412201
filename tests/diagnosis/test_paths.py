"""Whoever examines a submission tells which mistake it is: a notebook, a terminal, a class, nbgrader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder import notebook
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.grading.classes import Class
from autograder.grading.examine import examine_all
from autograder.grading.executors import Here
from autograder.grading.job import Job
from autograder.grading.reports import report_path
from autograder.grading.store import Store
from autograder.grading.work import Setting, Task, Workplace
from autograder.report.card import Card
from autograder.report.results import Report
from autograder.submission.cells import read

pytestmark = pytest.mark.ci

SOURCE = "def line(x):\n    y = x + 1\n    return y + y\n"
NAME = "adds before it doubles"


@pytest.fixture
def job(course: Path) -> Job:
    """A submission with a mistake."""
    path = course / "submitted" / "ada" / "lines.py"
    path.parent.mkdir(parents=True)
    path.write_text(SOURCE, encoding="utf-8")
    return Job(path, "lines", "ada")


def names(report: Report) -> list[str]:
    return [one.name for one in report.exercises[0].misconceptions]


@pytest.mark.usefixtures("course", "lent_zygote")
def test_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    examiner = Examiner()
    monkeypatch.setattr(notebook, "_examiner", lambda: examiner)
    namespace: dict[str, Any] = {"__name__": "theirs", "check": notebook.check}
    exec(f"{SOURCE}\nreport = check('line').report", namespace)
    report = namespace["report"]
    assert names(report) == [NAME]
    assert f"your line {NAME}." in Card(report, in_notebook=True).html()


def test_a_terminal(job: Job, zygote: Zygote) -> None:
    (report,) = examine_all([job], Examiner(), zygote)
    assert names(report) == [NAME]
    assert report.as_json()["exercises"][0]["misconceptions"][0]["hint"] == "What is done first?"


@pytest.mark.usefixtures("lent_zygote")
def test_a_class(course: Path, job: Job) -> None:
    """Also where the verdict is one that was kept."""
    for _ in range(2):
        hands = Here()
        run = Class([job], hands, Store(Setting(course, "salt", trusted=True)))
        assert [names(report) for report in run.reports()] == [[NAME]]
        hands.close()
        (written,) = json.loads(report_path(course, "lines", "ada").read_text(encoding="utf-8"))
        assert written["exercises"][0]["diagnosis"] == "named"
    assert run.reused == 1
    assert list((course / ".autograder" / "transcripts" / "lines").glob("line-*.json"))


@pytest.mark.usefixtures("lent_zygote")
def test_what_nbgrader_asks_for(course: Path, job: Job) -> None:
    place = Workplace(Setting(course, "salt", trusted=True))
    assert job.path is not None
    done = place.examined(Task(read(job.path, "ada"), "lines", ("line",), shown=True))
    place.close()
    assert done.report is not None
    assert names(done.report) == [NAME]
    assert done.lasting
