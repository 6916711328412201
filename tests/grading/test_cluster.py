"""A class on a real Dask cluster: the verdicts of this machine, though a worker is killed half-way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="comes with the extra `cluster`")

from distributed import Client

from autograder.course.exercises import points_of
from autograder.examiner.digest import digest
from autograder.failures import GraderError
from autograder.grading.classes import Class
from autograder.grading.cluster import Cluster, Terms, fingerprint
from autograder.grading.job import Job
from autograder.grading.store import Store
from autograder.grading.work import Setting
from autograder.report.results import Report

pytestmark = pytest.mark.ci

LESSON = "activations"
SALT = "s" * 64
RIGHT = "import torch\ndef relu(x):\n    return x.clamp(min={0})\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where workers run: a folder with a copy of the course's secret, and nothing else."""
    folder = tmp_path_factory.mktemp("worker")
    (folder / ".autograder").mkdir()
    (folder / ".autograder" / "salt").write_text(SALT)
    return folder


@pytest.fixture(scope="module")
def address(place: Path) -> Iterator[str]:
    """A scheduler with two workers."""
    scheduler_file = place / "scheduler.json"
    started = partial(subprocess.Popen, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    scheduler, worker = (
        [sys.executable, "-m", f"distributed.cli.dask_{name}"] for name in ("scheduler", "worker")
    )
    where = ["--scheduler-file", str(scheduler_file), "--no-dashboard"]
    processes = [
        started([*scheduler, *where, "--host", "127.0.0.1", "--port", "0"]),
        *(started([*worker, *where, "--nthreads", "1"]) for _ in range(2)),
    ]
    try:
        with Client(scheduler_file=str(scheduler_file), timeout=120, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
            yield client.scheduler.address
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(60)


def test_a_class_is_whole_though_a_worker_is_killed(address: str, tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(6)]
    for number, name in enumerate(names):
        (tmp_path / f"{name}.py").write_text(RIGHT.format(number % 2), encoding="utf-8")
    jobs = [Job(tmp_path / f"{name}.py", LESSON, name) for name in names]
    cluster = Cluster(address)
    points: dict[str, float | None] = {}
    try:
        assert cluster.count == 2
        for report in Class(jobs, cluster, Store(Setting(tmp_path, SALT, trusted=True))).reports():
            assert report.graded, report.reason
            points[report.submission] = report.points
            if len(points) == 1:
                with Client(address, set_as_default=False) as client:
                    os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
    finally:
        cluster.close()
    wrong, worth = points["s1"], points_of(LESSON)["relu"]
    assert points == {name: wrong if number % 2 else worth for number, name in enumerate(names)}
    assert wrong is not None
    assert wrong < worth


def ungraded(address: str, place: Path, setting: Setting) -> Report:
    path = place / "ada.py"
    path.write_text("x = 1", encoding="utf-8")
    cluster = Cluster(address)
    try:
        (report,) = Class([Job(path, LESSON, "ada")], cluster, Store(setting)).reports()
    finally:
        cluster.close()
    assert not report.graded
    return report


def test_another_secret_is_no_verdict(address: str, tmp_path: Path) -> None:
    """It is not sent in the clear, and that of the worker's own file is another one."""
    report = ungraded(address, tmp_path, Setting(tmp_path, "another", trusted=True))
    assert "does not have the course's secret" in str(report.reason)


def test_other_checks_are_no_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    terms = Terms(True, "cpu", SALT, digest(SALT), digest("other checks"))
    with pytest.raises(GraderError, match=f"another version of .* the checks of {LESSON}"):
        terms.setting(LESSON)
    agreed = Terms(True, "cpu", SALT, digest(SALT), fingerprint(LESSON)).setting(LESSON)
    assert (agreed.course, agreed.salt) == (tmp_path, SALT)


def test_nobody_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.grading.cluster._PATIENCE", 1)
    with pytest.raises(GraderError, match=re.escape("no Dask scheduler at tcp://127.0.0.1:9")):
        Cluster("tcp://127.0.0.1:9")
