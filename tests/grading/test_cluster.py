"""A class on a real Dask cluster: the verdicts of this machine, though a worker is killed half-way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="comes with the extra `cluster`")

from distributed import Client

from autograder.failures import GraderError
from autograder.grading.classes import Class
from autograder.grading.cluster import Cluster, Terms, fingerprint
from autograder.grading.digest import digest
from autograder.grading.executors import Here
from autograder.grading.job import Job
from autograder.grading.store import Store
from autograder.grading.work import Setting
from autograder.report.results import Report

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


def graded(
    folder: Path, hands: Here | Cluster, hook: Callable[[], None] = lambda: None
) -> dict[str, float | None]:
    """The points of a class of ten; something happens after the first report."""
    submitted = folder / "submitted"
    submitted.mkdir(parents=True)
    names = [f"s{number}" for number in range(10)]
    for number, name in enumerate(names):
        (submitted / f"{name}.py").write_text(RIGHT.format(number % 3), encoding="utf-8")
    jobs = [Job(submitted / f"{name}.py", LESSON, name) for name in names]
    found: dict[str, float | None] = {}
    for report in Class(jobs, hands, Store(Setting(folder, SALT, trusted=True))).reports():
        assert report.graded, report.reason
        found[report.submission] = report.points
        if len(found) == 1:
            hook()
    return found


def test_a_class_is_whole_though_a_worker_is_killed(address: str, tmp_path: Path) -> None:
    here, cluster = Here(), Cluster(address)

    def kill_one() -> None:
        with Client(address, set_as_default=False) as client:
            os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)

    try:
        assert cluster.count == 2
        assert graded(tmp_path / "there", cluster, kill_one) == graded(tmp_path / "here", here)
    finally:
        cluster.close()
        here.close()


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
