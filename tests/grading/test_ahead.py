"""What is examined before anybody asks is what is asked for, or it costs time and nothing else."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

import pytest

from autograder.failures import GraderError
from autograder.grading.ahead import Ahead
from autograder.grading.work import Done, Setting, Task
from autograder.report.results import Report
from autograder.submission.cells import Cell, Submission

SETTING = Setting(Path(), "salt")


def task(name: str, source: str = "x = 1") -> Task:
    return Task(Submission(name, Path(name), "notebook", (Cell(source),)), "activations", ())


class Recording:
    """Workers that note what they are asked for, in order."""

    count = 1
    lost: tuple[type[Exception], ...] = ()

    def __init__(self) -> None:
        self.asked: list[Task] = []
        self.renewed = False

    def examine(self, setting: Setting, task: Task) -> Future[Done]:
        self.asked.append(task)
        future: Future[Done] = Future()
        if task.submission.id == "zoe" and not self.renewed:
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(Done(Report("activations", task.submission.id, 0.0), lasting=True))
        return future

    def renew(self) -> None:
        self.renewed = True

    def close(self) -> None:
        pass


def who(done: Done) -> str:
    """Whose it is."""
    assert done.report is not None
    return done.report.submission


@pytest.fixture
def workers() -> Recording:
    return Recording()


def test_the_next_ones_are_begun_before_they_are_asked_for(workers: Recording) -> None:
    tasks = [task(name) for name in ("ada", "ben", "cleo", "dan")]
    ahead = Ahead(SETTING, workers, iter(tasks))
    assert who(ahead.result(tasks[0])) == "ada"
    assert workers.asked == tasks[:3], "two ahead for one worker"
    assert [who(ahead.result(each)) for each in tasks[1:]] == ["ben", "cleo", "dan"]
    assert workers.asked == tasks, "nobody twice"


def test_who_turns_out_otherwise_is_examined_anew(workers: Recording) -> None:
    ahead = Ahead(SETTING, workers, iter([task("ada"), task("ben")]))
    changed = task("ada", "x = 2")
    assert who(ahead.result(changed)) == "ada"
    assert workers.asked == [task("ada"), task("ben"), changed]
    ahead.result(task("ben"))
    assert len(workers.asked) == 3


def test_who_is_passed_over_holds_nobody_up(workers: Recording) -> None:
    tasks = [task(name) for name in ("ada", "ben", "cleo", "dan", "eve", "fay")]
    ahead = Ahead(SETTING, workers, iter(tasks))
    ahead.result(tasks[0])
    for each in tasks[2:]:
        ahead.result(each)
    assert workers.asked == tasks


def test_nobody_expected_is_examined_when_asked_for(workers: Recording) -> None:
    assert who(Ahead(SETTING, workers, iter(())).result(task("ada"))) == "ada"


def test_a_process_that_ends_is_a_failure_of_the_grader(workers: Recording) -> None:
    ahead = Ahead(SETTING, workers, iter([task("zoe"), task("ada")]))
    with pytest.raises(GraderError, match="the process that examined it ended"):
        ahead.result(task("zoe"))
    assert workers.renewed
    assert who(ahead.result(task("ada"))) == "ada"
