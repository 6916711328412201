"""Submissions of a lesson side by side: copies are told, whatever the file, and nothing is written."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest

from autograder.cli import app as cli
from tests.banks import ROOT
from tests.submission.test_likeness import DISGUISED, SOFTMAX, anybody


def hand_in(student: str, softmax: str) -> None:
    """The release with an answer to softmax in it, under the usual name."""
    notebook = nbformat.read(ROOT / "release" / "activations" / "activations.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "softmax":
            cell.source = softmax
    place = Path("submitted") / student / "activations"
    place.mkdir(parents=True)
    nbformat.write(notebook, place / "activations.ipynb")


@pytest.fixture
def class_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ben's copy of ada's is a script under a name of his own; ivy has not begun."""
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        hand_in(f"s{number}", anybody(number))
    hand_in("ada", SOFTMAX)
    hand_in("ivy", "def softmax(x, dim=-1):\n    raise NotImplementedError()")
    (tmp_path / "submitted" / "ben").mkdir()
    (tmp_path / "submitted" / "ben" / "activations final.py").write_text(DISGUISED)
    (tmp_path / "submitted" / "fay" / "activations").mkdir(parents=True)
    (tmp_path / "submitted" / "fay" / "activations" / "activations.ipynb").write_text("{")
    return tmp_path


def test_the_list_is_for_a_person(
    class_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the pair and the exercise, says that it proves nothing, and leaves nothing behind."""
    before = sorted(class_.rglob("*"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "argv", ["autograder", "similar", "activations"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    (row,) = [line for line in shown.splitlines() if "ada" in line]
    assert "ben" in row
    assert "100%" in row
    assert "softmax" in row
    assert not any(name in shown for name in ("s0", "ivy"))
    assert "cannot be read, and left out: fay\n" in shown
    assert "A hint for a person, and no proof" in shown
    assert sorted(class_.rglob("*")) == before
