"""The autograder for Gradescope, run as its harness does: here, below another root than /autograder."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.failures import UsageError
from autograder.report.gradescope import write_autograder
from tests.banks import ROOT

pytestmark = pytest.mark.ci

LESSON = "mlp"


@pytest.fixture(scope="module")
def uploaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Gradescope makes of the zip: /autograder, with the zip's files in source/, and the script beside."""
    folder = tmp_path_factory.mktemp("exports") / LESSON
    write_autograder(LESSON, folder)
    root = tmp_path_factory.mktemp("autograder")
    with zipfile.ZipFile(folder.with_suffix(".zip")) as packed:
        packed.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    (root / "run_autograder").chmod(0o755)
    (root / "venv").symlink_to(Path(sys.executable).parent.parent)  # setup.sh would install it
    return root


def run(root: Path, name: str, content: bytes) -> subprocess.CompletedProcess[str]:
    for folder in ("submission", "results"):
        shutil.rmtree(root / folder, ignore_errors=True)
        (root / folder).mkdir()
    (root / "submission" / name).write_bytes(content)
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "OMP_NUM_THREADS")}
    environment = {**clean, "AUTOGRADER_ROOT": str(root)}
    command = [str(root / "run_autograder")]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)


def test_a_submission_is_graded_by_the_kit_that_was_uploaded(uploaded: Path) -> None:
    done = run(uploaded, "my answers.py", (ROOT / "solutions" / f"{LESSON}.py").read_bytes())
    assert done.returncode == 0, done.stderr
    found = json.loads((uploaded / "results" / "results.json").read_text(encoding="utf-8"))
    assert found["score"] == sum(test["max_score"] for test in found["tests"]) == 25.0
    assert {test["status"] for test in found["tests"]} == {"passed"}
    assert 'graded from "my answers.py"' in found["output"]


def test_what_cannot_be_read_gets_no_score(uploaded: Path) -> None:
    """Without a results.json, Gradescope says that something failed; with one, it would be 0."""
    done = run(uploaded, f"{LESSON}.ipynb", b'{"cells": [')
    assert done.returncode == 1
    assert "was not graded: mlp.ipynb: the notebook is not valid JSON" in done.stderr
    assert not (uploaded / "results" / "results.json").exists()


def test_made_again_it_keeps_its_secret_and_touches_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / LESSON
    write_autograder(LESSON, folder)
    secret = folder / "course" / ".autograder" / "salt"
    before = secret.read_bytes()
    write_autograder(LESSON, folder)
    assert secret.read_bytes() == before
    assert (folder / "setup.sh").stat().st_mode & stat.S_IXUSR
    (tmp_path / "mine").mkdir()
    with pytest.raises(UsageError, match="move it away"):
        write_autograder(LESSON, tmp_path / "mine")
