"""A class on an executor: everybody has a report, whatever happens to those who examine."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

import pytest

from autograder.course.exercises import points_of
from autograder.failures import GraderError
from autograder.grading import classes, executors
from autograder.grading.classes import Class
from autograder.grading.executors import Here, Processes, workers
from autograder.grading.job import Job
from autograder.grading.store import Store
from autograder.grading.work import Done, Setting, Task
from autograder.report.results import Report
from autograder.submission.cells import read

LESSON = "activations"


class Fake:
    """Workers that answer as they are told to, by what the submission says."""

    def __init__(self, count: int = 2) -> None:
        self.count = count
        self.lost: tuple[type[Exception], ...] = (EOFError,)
        self.asked: Counter[str] = Counter()
        self.renewed = 0

    def examine(self, _: Setting, task: Task) -> Future[Done]:
        source = task.submission.cells[0].source
        self.asked[source] += 1
        future: Future[Done] = Future()
        if "kills" in source:
            future.set_exception(BrokenExecutor("gone"))
        elif "lost" in source:
            future.set_exception(EOFError())
        elif "fails" in source:
            future.set_exception(GraderError("no worker can be started"))
        else:
            future.set_result(Done(Report(task.lesson, "", 60.0), lasting="late" not in source))
        return future

    def renew(self) -> None:
        self.renewed += 1


@pytest.fixture
def grade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Report]]:
    """Grades a class of texts; a report for each student."""

    def grade(hands: Any, **texts: str) -> dict[str, Report]:
        monkeypatch.setattr(classes, "joined", lambda known, new: new)
        jobs = []
        for name, text in texts.items():
            path = tmp_path / name / f"{LESSON}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            jobs.append(Job(path, LESSON, name))
        return {report.submission: report for report in graded(jobs, hands, tmp_path)}

    return grade


def graded(jobs: Sequence[Job], hands: Any, folder: Path) -> list[Report]:
    return list(Class(jobs, hands, Store(Setting(folder, "salt"))).reports())


def test_the_same_twice_is_examined_once(grade: Callable[..., dict[str, Report]]) -> None:
    hands = Fake()
    assert set(grade(hands, ada="x = 1", ben="x = 1", cleo="x = 2")) == {"ada", "ben", "cleo"}
    assert list(hands.asked.values()) == [1, 1]


def test_a_failure_of_the_grader_is_one_students(grade: Callable[..., dict[str, Report]]) -> None:
    reports = grade(Fake(), ada="fails = 1", ben="x = 1")
    assert (reports["ada"].graded, reports["ben"].graded) == (False, True)
    assert reports["ada"].reason == "no worker can be started"


def test_a_submission_that_is_lost_for_good_is_one_students(grade: Callable[..., dict[str, Report]]) -> None:
    reports = grade(Fake(), ada="lost = 1", ben="x = 1")
    assert (reports["ada"].graded, reports["ben"].graded) == (False, True)


def test_what_cannot_be_read_is_one_students(grade: Callable[..., dict[str, Report]]) -> None:
    reports = grade(Fake(), ada="\0" * 30 * 2**20, ben="x = 1")
    assert (reports["ada"].graded, reports["ben"].graded) == (False, True)


def test_who_ends_a_process_is_found_among_several(grade: Callable[..., dict[str, Report]]) -> None:
    hands = Fake()
    reports = grade(hands, ada="x = 1", ben="kills = 1", cleo="x = 2", dan="x = 3", eve="kills = 2")
    assert {name for name, report in reports.items() if not report.graded} == {"ben", "eve"}
    assert "the process that examined it ended" in str(reports["ben"].reason)
    assert hands.renewed >= 2


def test_only_what_would_come_again_is_kept(grade: Callable[..., dict[str, Report]]) -> None:
    hands = Fake()
    grade(hands, ada="late = 1", ben="x = 1")
    grade(hands, ada="late = 1", ben="x = 1")
    assert hands.asked["late = 1"] == 2


def test_one_at_a_time_needs_no_further_process() -> None:
    alone, several = workers(1), workers(2)
    alone.close()
    several.close()
    assert (type(alone), type(several)) == (Here, Processes)


@pytest.mark.parametrize(("submissions", "count"), [(0, 1), (1, 1), (7, 1), (8, 2), (12, 3), (1000, 3)])
def test_a_further_process_is_started_where_it_is_worth_it(
    submissions: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "cores", lambda: 3)
    assert executors.at_a_time(submissions) == count


PRESSED_EARLY = """
import os, signal, threading, time
from autograder.grading.executors import Processes

def press():
    time.sleep(0.6)  # Python itself is there by then
    os.killpg(0, signal.SIGINT)

signal.signal(signal.SIGINT, lambda *_: None)
threading.Thread(target=press).start()
hands = Processes(2)
print(hands.submit(len, "abc").result())
"""


def test_ctrl_c_while_processes_start_is_no_traceback() -> None:
    """What they are forked from imports for seconds, and goes on."""
    command = [sys.executable, "-c", PRESSED_EARLY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True)
    assert (done.stdout, done.stderr) == ("3\n", "")


RIGHT = "import torch\ndef relu(x):\n    return x.clamp(min=0)\n"


@pytest.mark.ci
@pytest.mark.parametrize("count", [pytest.param(1, marks=pytest.mark.long), 2])
def test_really_examined(count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With processes of their own and without: the points of relu, and nobody's verdict is another's."""
    folder = tmp_path / "submitted"
    folder.mkdir()
    texts = {"ada": RIGHT, "ben": RIGHT.replace("min=0", "min=1"), "cleo": RIGHT + "# mine\n"}
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    jobs = [Job(folder / f"{name}.py", LESSON, name) for name in texts]
    hands = workers(count)
    try:
        run = Class(jobs, hands, Store(Setting(tmp_path, "salt", trusted=True)))
        points = {report.submission: report.points for report in run.reports()}
    finally:
        hands.close()
    assert points["ada"] == points["cleo"] == points_of(LESSON)["relu"]
    assert points["ben"] is not None
    assert points["ben"] < points["ada"]


@pytest.mark.parametrize("count", [pytest.param(1, marks=pytest.mark.long), 2])
def test_to_close_ends_what_never_ends(count: int, tmp_path: Path) -> None:
    hands = workers(count)
    setting = Setting(tmp_path, "salt", trusted=True)
    path = tmp_path / "ada.py"
    path.write_text("x = 1\n", encoding="utf-8")
    hands.examine(setting, Task(read(path), LESSON, ())).result()  # now the sandbox is there
    path.write_text("while True:\n    pass\n", encoding="utf-8")
    threading.Timer(1.0, hands.close).start()
    with pytest.raises((GraderError, BrokenExecutor)):
        hands.examine(setting, Task(read(path), LESSON, ("relu",))).result(60)
