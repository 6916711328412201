"""What a command imports before it answers: torch takes seconds, and few commands need it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.seldom import one_in

#: Runs the command, and writes down which modules were imported.
RUN = """
import json, sys
from autograder.cli.app import main
sys.argv = ["autograder", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    assert ended.code in (0, 2), ended.code
json.dump(sorted(sys.modules), open("modules.json", "w"))
"""
#: Says instead of starting a zygote what is imported by then.
STOPPED = """
import autograder.channel.zygote
class Stopped:
    def __init__(self, **_):
        raise SystemExit(0)
autograder.channel.zygote.Zygote = Stopped
"""
TOLD = (
    "--help",
    "list",
    "list mlp",
    "hint sigmoid",
    "hint sigmoit",
    "mistakes sigmoid",
    "check no",
    "check --help",
    "check --student no.py",
    "grade mlp --gradebook --submitted no",
    "start mlp",
    "reset no",
    "watch no",
    "collect no.zip",
    "similar no",
    "report",
)
RIGHT = "import torch\ndef sigmoid(x): return 1 / (1 + torch.exp(-x.clamp(-80, 80)))\n"


def loaded(*words: str, code: str = RUN, folder: Path) -> set[str]:
    """The modules that a fresh interpreter has after the command."""
    (folder / "activations.py").write_text(RIGHT, encoding="utf-8")
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(json.loads((folder / "modules.json").read_text(encoding="utf-8")))


@pytest.mark.ci
@pytest.mark.parametrize("words", one_in(2, TOLD))
def test_what_is_only_said_needs_neither_torch_nor_pytest(words: str, tmp_path: Path) -> None:
    found = loaded(*words.split(), folder=tmp_path)
    assert not {"torch", "numpy", "matplotlib", "pytest", "IPython", "nbgrader"} & found


def test_the_zygote_of_a_check_starts_before_anything_else_is_imported(tmp_path: Path) -> None:
    found = loaded("check", "sigmoid", code=STOPPED + RUN, folder=tmp_path)
    assert "autograder.channel.zygote" in found
    assert not {"torch", "numpy", "pytest"} & found


@pytest.mark.ci
def test_a_check_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    """Neither what draws, nor torch's compiler, which takes as long as torch itself."""
    found = loaded("check", "sigmoid", folder=tmp_path)
    assert {"torch", "pytest", "autograder.examiner.session"} <= found
    assert not {"matplotlib", "IPython", "torch._dynamo", "sympy"} & found


IN_PLACE = """
import json, sys, torch
from autograder.channel.inline import InlineChannel
from autograder.examiner.session import Examiner
channel = InlineChannel({"__name__": "submission", "torch": torch})
exec(open("activations.py").read(), channel._answers.namespace)
report = Examiner().examine(channel, "activations", "mine", ["sigmoid"])
assert report.passed, report
json.dump(sorted(sys.modules), open("modules.json", "w"))
"""


@pytest.mark.ci
def test_neither_does_a_check_in_a_notebook(tmp_path: Path) -> None:
    """There the student's side is in the same process."""
    assert not {"torch._dynamo", "sympy", "torch.distributed.tensor"} & loaded(code=IN_PLACE, folder=tmp_path)
