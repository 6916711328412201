"""Whatever is killed, and whenever: it costs what ran at that moment, and nothing is left behind."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.examiner.session import Examiner
from autograder.failures import GraderError
from autograder.grading.examine import examine_all
from autograder.grading.job import Job
from autograder.grading.sandboxed import wall
from autograder.report.results import Report
from autograder.submission.cells import Submission, read
from tests.attacks.arena import ROOT, descendants

pytestmark = pytest.mark.ci

EXERCISES = ("sigmoid", "tanh", "relu", "leaky_relu", "softmax")
POINTS = 50

#: Seconds after which nothing of a killed grader may be left.
GONE = 60.0


def solution() -> Submission:
    return read(ROOT / "solutions" / "activations.py")


def graded(zygote: Zygote, examiner: Examiner, submission: Submission) -> tuple[Report, ProcessChannel]:
    channel = ProcessChannel(zygote, submission)
    try:
        channel.start()
        return examiner.examine(channel, "activations", "x", EXERCISES), channel
    finally:
        channel.stop()


@contextlib.contextmanager
def killing(after: float, victims: Callable[[], Iterable[int]]) -> Iterator[None]:
    """Some time later, SIGKILL for every process that `victims()` names then."""

    def strike() -> None:
        time.sleep(after)
        for pid in victims():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=strike)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def test_killing_a_sandbox_costs_what_ran_in_it(walled: Zygote, judge: Examiner) -> None:
    """At random moments: one cell or one check is lost, and the others are as they were."""
    graded(walled, judge, solution())  # the first one waits for the zygote
    whole, _ = graded(walled, judge, solution())
    assert whole.points == POINTS
    own = descendants(walled._process.pid)
    rng = random.Random(4)
    struck = 0
    for _ in range(8):
        with killing(rng.uniform(0, 1.2 * whole.seconds), lambda: descendants(walled._process.pid) - own):
            report, channel = graded(walled, judge, solution())
        # those below may need what it defines, as most need the imports, and then they fail in a way of their own
        fatal = [i for i, result in enumerate(channel.results) if (result["error"] or {}).get("type") == "Crash"]
        lost = [check for exercise in report.exercises for check in exercise.checks if check.outcome != "passed"]
        struck += bool(fatal or lost)
        assert len(fatal) <= 1
        if fatal:
            assert report.points == without(walled, judge, fatal[0])
        else:
            # a check may be needed by others, which are skipped then
            assert len([check for check in lost if check.outcome != "skipped"]) <= 1
    assert struck > 1


def without(zygote: Zygote, examiner: Examiner, index: int) -> float | None:
    """The score of the solution without one of its cells."""
    whole = solution()
    cells = tuple(cell for number, cell in enumerate(whole.cells) if number != index)
    return graded(zygote, examiner, Submission("x", whole.path, "script", cells))[0].points


def test_killing_everything_in_the_sandbox_costs_no_other_submission(walled: Zygote, judge: Examiner) -> None:
    """The zygote and bubblewrap are started again."""
    rng = random.Random(5)
    for _ in range(2):
        with killing(rng.uniform(0.05, 0.5), lambda: descendants(os.getpid()) & family(walled)):
            report, channel = graded(walled, judge, solution())
        fatal = [result for result in channel.results if result["error"]]
        lost = [check for exercise in report.exercises for check in exercise.checks if check.outcome == "error"]
        assert len(fatal) + (0 if fatal else len(lost)) <= 1
        assert graded(walled, judge, solution())[0].points == POINTS


def family(zygote: Zygote) -> set[int]:
    return {zygote._process.pid} | descendants(zygote._process.pid)


def test_a_grader_that_fails_gives_no_zero(judge: Examiner) -> None:
    """A zygote that cannot start is the grader's failure: the submission is left for another run."""
    broken = Zygote(lambda command: ["false"], "bubblewrap")
    job = Job(ROOT / "solutions" / "activations.py", "activations", "x")
    (report,) = examine_all([job], judge, broken)
    broken.close()
    assert not report.graded
    assert report.points is None
    assert report.reason
    with pytest.raises(GraderError):
        Zygote(lambda command: ["false"]).fork()


def test_a_sandbox_that_cannot_be_had_says_why(walls: None, judge: Examiner) -> None:
    """What a worker says before it has run anything of the student's is the reason that a TA reads."""
    broken = Zygote(wall(), "bubblewrap", {"memory": 2**31, "colour": "red"})
    job = Job(ROOT / "solutions" / "activations.py", "activations", "x")
    (report,) = examine_all([job], judge, broken)
    broken.close()
    assert not report.graded
    assert report.reason is not None
    assert report.reason.startswith("a new worker did not answer: the ")
    assert report.reason.endswith("TypeError: Limits.__init__() got an unexpected keyword argument 'colour'")


def test_two_submissions_at_once_blame_none(walled: Zygote, judge: Examiner) -> None:
    """A sandbox holds one: starting a second ends the first, which is the grader's doing, not the student's."""
    first, second = (ProcessChannel(walled, solution()) for _ in range(2))
    try:
        first.start()
        assert judge.examine(second, "activations", "second", EXERCISES).points == POINTS
        with pytest.raises(GraderError, match="grade it again"):
            judge.examine(first, "activations", "first", EXERCISES)
    finally:
        first.stop()
        second.stop()


GRADER = """
import sys
from pathlib import Path
from autograder.grading import work
from autograder.grading.classes import Class
from autograder.grading.executors import workers
from autograder.grading.store import Store
from autograder.grading.submissions import submissions
from autograder.channel.zygote import Zygote
if __name__ == "__main__":
    mode, count = sys.argv[1], int(sys.argv[2])
    if mode == "trusting":
        work.sandboxed_zygote = lambda **_: Zygote()
    store = Store(work.Setting(Path.cwd(), "salt", mode))
    for report in Class(submissions(Path("submitted"), "activations"), workers(count), store).reports():
        print(report.submission, flush=True)
"""

ENDLESS = {
    "in a cell": "while True:\n    pass\n",
    "in a check": "def sigmoid(x):\n    while True:\n        pass\n",
    "stopped": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n",
}


@pytest.mark.parametrize(
    ("mode", "count", "moment"),
    [
        pytest.param("walled", "1", "stopped", marks=pytest.mark.long),
        pytest.param("walled", "1", "in a check", marks=pytest.mark.long),
        ("walled", "2", "in a cell"),
        pytest.param("trusting", "1", "in a cell", marks=pytest.mark.long),
    ],
)
def test_killing_the_grader_leaves_nothing(
    mode: str, count: str, moment: str, walls: None, tmp_path: Path
) -> None:
    """No process, no half-written verdict; the verdict that was finished is there."""
    submitted = tmp_path / "submitted"
    submitted.mkdir()
    (submitted / "a.py").write_text("def relu(x):\n    return x.clamp(min=0)\n")
    (submitted / "b.py").write_text(ENDLESS[moment])
    (tmp_path / "grader.py").write_text(GRADER)
    command = [sys.executable, "grader.py", mode, count]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    grader = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True)
    assert grader.stdout is not None
    assert grader.stdout.readline() == "a\n"
    time.sleep(0.7)  # now b is in its loop
    left = descendants(grader.pid)
    assert len(left) >= 2
    grader.kill()
    grader.wait()
    deadline = time.monotonic() + GONE
    while (alive := {pid for pid in left if running(pid)}) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive
    reports = [
        path
        for path in (tmp_path / ".autograder" / "reports" / "activations").glob("*.json")
        if path.name[0] != "."
    ]
    assert [path.stem for path in reports] == ["a"]
    (report,) = json.loads(reports[0].read_text(encoding="utf-8"))
    assert report["graded"]


@pytest.mark.long
def test_runs_that_are_killed_add_up(walls: None, tmp_path: Path) -> None:
    """The last run has the verdicts of all, and has examined nobody whose verdict was there."""
    submitted = tmp_path / "submitted"
    submitted.mkdir()
    for number in range(6):
        (submitted / f"s{number}.py").write_text(f"def relu(x):\n    return x.clamp(min={number % 2})\n")
    (tmp_path / "grader.py").write_text(GRADER)
    command, environment = [sys.executable, "grader.py", "walled", "2"], {**os.environ, "PYTHONPATH": str(ROOT)}
    verdicts = tmp_path / ".autograder" / "verdicts" / "activations"
    kept: dict[Path, int] = {}
    for stop in (2, 6):
        grader = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True)
        assert grader.stdout is not None
        told = [grader.stdout.readline() for _ in range(stop)]
        grader.kill()
        grader.wait()
        assert all(told)
        now = {path: path.stat().st_mtime_ns for path in verdicts.glob("[0-9a-f]*.json")}
        assert kept.items() <= now.items(), "a verdict that was there was made again"
        kept = now
    assert len(kept) == 6
    reports = (tmp_path / ".autograder" / "reports" / "activations").glob("s*.json")
    points = {path.stem: json.loads(path.read_text(encoding="utf-8"))[0]["points"] for path in reports}
    assert points == {f"s{number}": points["s1" if number % 2 else "s0"] for number in range(6)}
    assert points["s0"] > points["s1"]


def running(pid: int) -> bool:
    """Whether there is such a process, and it is no zombie that waits for this machine's init."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
