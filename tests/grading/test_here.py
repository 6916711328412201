"""A notebook's check, and `autograder check`, on a system without what only Unix has, as Windows is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.ci

#: What others import is imported first: they have versions for Windows. Then all of this is gone.
WINDOWS = """
import importlib, multiprocessing, os, signal, socket, subprocess, sys, time
import IPython, jinja2, matplotlib.pyplot, pytest, rich.console, torch, typer

GONE = {
    os: "fork forkpty waitpid setsid killpg getuid geteuid getgid pidfd_open memfd_create sched_getaffinity "
    "mkfifo O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_DIRECTORY set_blocking",
    signal: "setitimer SIGALRM SIGKILL SIGHUP pidfd_send_signal ITIMER_REAL pthread_sigmask",
    socket: "AF_UNIX send_fds recv_fds",
    time: "clock_gettime",
}
for module, names in GONE.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
for name in ("fcntl", "grp", "pwd", "resource", "syslog", "termios"):
    sys.modules[name] = None
"""

WRONG = """
import torch

# %%
def sigmoid(x):
    return 1 / (1 + torch.exp(x))

# %%
def tanh(x):
    return beside.right(x)

# %%
def relu(x):
    while True:
        pass

# %%
import beside
from autograder import check
check("sigmoid")
"""


def on_windows(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a fresh interpreter says to this code, there."""
    source = f"{WINDOWS}\n{code}"
    return subprocess.run(
        [sys.executable, "-c", source],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
    )


def test_files_are_checked_in_process(tmp_path: Path) -> None:
    """One after another, each with the module beside it."""
    (tmp_path / "beside.py").write_text("import torch\ndef right(x):\n    return 2 * torch.sigmoid(2 * x) - 1\n")
    script, notebook = tmp_path / "activations.py", tmp_path / "activations.ipynb"
    script.write_text(WRONG)
    cells = [{"cell_type": "code", "source": part} for part in WRONG.split("# %%\n")]
    notebook.write_text(json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}))
    code = "from autograder.channel import inline\nfrom autograder.cli.app import main\n"
    impatient = "real = inline.deadline\ninline.deadline = lambda seconds: real(min(seconds, 0.2))\n"
    names = ["sigmoid", "tanh", "relu", "--student", str(script), "--student", str(notebook)]
    arguments = ["autograder", "check", *names, "--json", "-"]
    done = on_windows(f"{code}{impatient}sys.argv = {arguments!r}\nmain()", tmp_path)
    assert done.returncode == 1, done.stderr
    reports = json.loads(done.stdout)
    assert [report["submission"] for report in reports] == [script.as_posix(), notebook.as_posix()]
    for report in reports:
        sigmoid, tanh, relu = report["exercises"]
        assert (report["graded"], report["flags"]) == (True, [])
        assert 0 < sigmoid["points"] < sigmoid["max_points"]
        assert sigmoid["example"]["call"].startswith("sigmoid(")
        assert tanh["points"] == tanh["max_points"]
        assert "timeout" in [check["outcome"] for check in relu["checks"]]


def test_a_notebooks_check_works_and_ends_an_endless_loop(tmp_path: Path) -> None:
    loop = "while True:\n        try:\n            pass\n        except Exception:\n            pass\n"
    code = (
        "from autograder import check\nfrom autograder.channel import inline\nimport torch\n"
        "real = inline.deadline\ninline.deadline = lambda seconds: real(min(seconds, 0.2))\n"
        "def sigmoid(x):\n    return 1 / (1 + torch.exp(-x))\n"
        f"def relu(x):\n    {loop}"
        "check('sigmoid')\ncheck('relu')\n"
    )
    done = on_windows(code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "sigmoid  10/10" in done.stdout
    assert "… Not yet" in done.stdout
