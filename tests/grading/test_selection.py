"""From the words of a command line to what is examined."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.exercises import available_lessons
from autograder.grading.job import Job
from autograder.grading.selection import trains
from tests.banks import ROOT


@pytest.mark.parametrize("lesson", available_lessons())
def test_which_lessons_train_with_an_optimizer(lesson: str) -> None:
    job = Job(ROOT / "exercises" / f"{lesson}.py", lesson, "mine")
    assert trains([job]) == (lesson in ("optimizers", "training", "xor"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("torch.optim.Adam(net.parameters())", True),
        ("from torch import optim as o", True),
        ("# the optimizer comes later: this is optimal", False),
        ("", False),
    ],
)
def test_whether_a_file_does(text: str, wanted: bool, tmp_path: Path) -> None:
    path = tmp_path / "mlp.py"
    path.write_text(text, encoding="utf-8")
    assert trains([Job(path, "mlp", "mine")]) is wanted


def test_what_cannot_be_read_is_said_by_whoever_examines_it(tmp_path: Path) -> None:
    assert not trains([Job(tmp_path / "gone.py", "mlp", "mine"), Job(None, "mlp", "other", reason="nothing")])
