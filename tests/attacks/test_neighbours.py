"""Submissions that are examined at the same time neither see nor hurt each other."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from autograder.course.exercises import points_of
from autograder.grading.classes import Class
from autograder.grading.examine import Job
from autograder.grading.executors import Processes
from autograder.grading.store import Store
from autograder.grading.work import Setting
from autograder.report.results import Report

pytestmark = pytest.mark.ci

WORTH = points_of("activations")["relu"]
RIGHT = "import torch\ndef relu(x):\n    return x.clamp(min=0)\n"

#: Leaves traces for some seconds, and says when that was.
QUIET = """
import os, threading, time
start = time.time()
open("neighbour-file", "w").write("here")
threading.current_thread().name = "neighbour-thread"
time.sleep(8)
kept = os.path.exists("neighbour-file")
raise RuntimeError(repr({"from": start, "to": time.time(), "kept": kept}))
"""

#: Looks for such traces all the time, and does to every process what it may.
PROWLER = """
import os, signal, time
start, seen, hurt = time.time(), set(), set()
while time.time() < start + 8:
    for folder, folders, files in os.walk("/"):
        folders[:] = [name for name in folders if name not in ("usr", "lib", "lib64", "site-packages")]
        seen |= {name for name in (*folders, *files) if "neighbour" in name}
    for number in range(2, 60):
        if number != os.getpid():
            try:
                os.kill(number, signal.SIGSTOP)
                hurt.add(number)
            except OSError:
                pass
raise RuntimeError(repr({"from": start, "to": time.time(), "seen": sorted(seen), "hurt": sorted(hurt)}))
"""


def said(report: Report) -> Any:
    """What a submission has found, as the flag of its cell tells it."""
    (told,) = [flag.detail for flag in report.flags if flag.kind == "cell"]
    return ast.literal_eval(told[told.index("{") : told.index("}") + 1])


def test_neighbours_are_neither_seen_nor_hurt(walls: None, tmp_path: Path) -> None:
    jobs = []
    for name, more in (("prowler", PROWLER), ("quiet", QUIET)):
        path = tmp_path / f"{name}.py"
        path.write_text(f"{RIGHT}\n# %%\n{more}", encoding="utf-8")
        jobs.append(Job(path, "activations", name))
    hands = Processes(2)
    try:
        run = Class(jobs, hands, Store(Setting(tmp_path, "salt", "bubblewrap")))
        reports = {report.submission: report for report in run.reports()}
    finally:
        hands.close()
    quiet, prowler = said(reports["quiet"]), said(reports["prowler"])
    assert max(quiet["from"], prowler["from"]) < min(quiet["to"], prowler["to"]), "they ran at the same time"
    assert (prowler["seen"], prowler["hurt"], quiet["kept"]) == ([], [], True)
    assert {name: report.points for name, report in reports.items()} == {"quiet": WORTH, "prowler": WORTH}
