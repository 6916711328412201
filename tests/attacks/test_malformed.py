"""`autograder grade` on files that are no notebooks: each ends with a clear status, and none stops the class."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.arena import ROOT
from tests.attacks.malformed import DAMAGED, fifty_megabytes, malformed
from tests.attacks.tampering import MARK, files_beside

#: A name is a student's text, too, and need not even be Unicode.
NAMES = [
    *("[bold]x.py", "[link=x]y.py", "\x1b[2J.py", "new\nline.py", "-rf.py", "\u202egnp.py", " .py", "%s%n.py"),
    *("a" * 200 + ".py", "'; drop table.py", "<script>.ipynb", "é数😀.ipynb", "\udcff\udcfe.py", "$(id).ipynb"),
]

#: What is no regular file, by whose it is.
IRREGULAR = ("link", "dangling", "pipe", "folder", "link-in-the-way")


@dataclass
class Class:
    """What `autograder grade activations` said of a class, and what it wrote."""

    folder: Path
    status: int
    output: bytes
    errors: bytes
    reports: dict[str, dict[str, Any]]


@pytest.fixture(scope="module", params=[60, pytest.param(200, marks=pytest.mark.long)])
def notebooks(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """So many malformed notebooks."""
    hopeless, damaged = malformed(request.param - 23, seed=1), malformed(22, seed=2, changes=DAMAGED)
    huge = fifty_megabytes(None, {"cells": [{}]})  # type: ignore[arg-type]  # there is nothing to choose
    found = {**dict(hopeless), **dict(damaged), "fifty_megabytes": huge}
    assert len(found) == request.param
    return found


@pytest.fixture(scope="module")
def graded(walls: None, notebooks: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Class:
    """All of them, files with strange names, and what is no file, graded at once."""
    folder = tmp_path_factory.mktemp("malformed")
    submitted = folder / "submitted"
    submitted.mkdir()
    for name, data in notebooks.items():
        (submitted / f"{name}.ipynb").write_bytes(data)
    for name in NAMES:
        (submitted / name).write_text("not JSON, and hardly Python")
    hand_in_irregular(submitted)
    eve = submitted / "eve" / "activations"
    eve.mkdir(parents=True)
    files_beside({}, eve)
    (eve / "activations.py").write_text(right())
    program = "from autograder.cli.app import main; main()"
    command = [sys.executable, "-c", program, "grade", "activations", "--json", "reports.json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True)
    reports = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    by_name = {report["submission"]: report for report in reports}
    assert len(by_name) == len(reports)
    return Class(folder, done.returncode, done.stdout, done.stderr, by_name)


def right() -> str:
    return (ROOT / "solutions" / "activations.py").read_text(encoding="utf-8")


def hand_in_irregular(submitted: Path) -> None:
    secret = submitted.parent / "secret.py"
    secret.write_text(right())
    (submitted.parent / "elsewhere").mkdir()
    (submitted.parent / "elsewhere" / "activations.py").write_text(right())
    places = {name: submitted / name / "activations" / "activations.py" for name in IRREGULAR}
    for name, place in places.items():
        (place.parent.parent if name == "link-in-the-way" else place.parent).mkdir(parents=True)
    places["link"].symlink_to(secret)
    places["dangling"].symlink_to("nowhere")
    os.mkfifo(places["pipe"])
    places["folder"].mkdir()
    places["link-in-the-way"].parent.symlink_to(submitted.parent / "elsewhere")


def test_malformed_notebooks(graded: Class, notebooks: dict[str, bytes]) -> None:
    """Each is graded as far as it goes, or says why not."""
    assert notebooks.keys() <= graded.reports.keys()
    damaged = {change.__name__ for change in DAMAGED}
    for name in notebooks:
        report = graded.reports[name]
        assert report["graded"] == (name.rpartition("-")[0] in damaged), name
        if report["graded"]:
            assert 0 <= report["points"] <= report["max_points"] == 60
        else:
            assert report["points"] is None
            assert 10 < len(report["reason"]) < 300
            assert "Traceback" not in report["reason"]


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_too_much_code_is_not_read(suffix: str, tmp_path: Path) -> None:
    """A syntax tree takes hundreds of times the memory of its source, and no time limit holds in the grader."""
    text = "x = 1\n" * 2_500_000
    cell = {"cell_type": "code", "source": text, "metadata": {}, "outputs": [], "execution_count": None}
    path = tmp_path / f"large{suffix}"
    path.write_text(text if suffix == ".py" else json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}))
    program = "import sys, pathlib\nfrom autograder.failures import Unreadable\n"
    program += "from autograder.submission.cells import read\n"
    program += "try:\n    read(pathlib.Path(sys.argv[1])).source\nexcept Unreadable:\n    print('not read')\n"
    command = [sys.executable, "-c", program, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.stdout == "not read\n", done.stderr[-500:]


def test_the_status_says_that_some_are_ungraded(graded: Class) -> None:
    assert graded.status == 1
    assert b"Traceback" not in graded.errors


def test_strange_names_stop_nothing(graded: Class, notebooks: dict[str, bytes]) -> None:
    """Every file has its report, and none does anything to the terminal."""
    assert graded.reports.keys() == {*notebooks, *(Path(name).stem for name in NAMES), *IRREGULAR, "eve"}
    output = graded.output.decode("utf-8")
    assert not [c for c in output if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize("name", IRREGULAR)
def test_what_is_no_regular_file(name: str, graded: Class) -> None:
    """It is neither followed nor waited for, and earns nothing."""
    assert not graded.reports[name]["graded"]
    assert graded.reports[name]["points"] is None


def test_files_beside_a_submission_have_no_effect(graded: Class) -> None:
    """A conftest.py, a pytest.ini or a torch.py beside it is nobody's business."""
    assert graded.reports["eve"]["points"] == 60
    assert not (graded.folder / MARK).exists()
