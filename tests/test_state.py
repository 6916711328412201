"""A verdict does not depend on what a submission, or a notebook, has set for its whole process."""

from __future__ import annotations

import random
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
import torch

from autograder.examiner import Examiner
from autograder.exercises import points_of
from autograder.process_channel import ProcessChannel
from autograder.submission import Cell, Submission, read
from autograder.worker.answers import Answers
from autograder.worker.generators import Generators
from autograder.worker.state import shipped
from autograder.workers import Zygote

ROOT = Path(__file__).parent.parent

#: What a demonstration may leave behind: it must cost nothing.
SETTINGS = {
    "float64": "torch.set_default_dtype(torch.float64)",
    "no gradients": "torch.set_grad_enabled(False)",
    "deterministic": "torch.use_deterministic_algorithms(True)",
    "anomalies": "torch.autograd.set_detect_anomaly(True)",
    "warnings": "import warnings; warnings.simplefilter('error')",
    "pictures": "import matplotlib.pyplot as plt; plt.rcParams['axes.grid'] = True; plt.xkcd()",
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("lesson", ["training", "mlp"])
def test_a_setting_costs_nothing(lesson: str, setting: str, examiner: Examiner, zygote: Zygote) -> None:
    solution = read(ROOT / "solutions" / f"{lesson}.py")
    submission = Submission(setting, solution.path, "script", (*solution.cells, Cell(setting)))
    channel = ProcessChannel(zygote, submission)
    try:
        report = examiner.examine(channel, lesson, setting)
    finally:
        channel.stop()
    lost = [f"{c.id}: {c.message}" for e in report.exercises for c in e.checks if c.outcome != "passed"]
    assert not lost, "\n".join(lost)
    assert report.points == sum(points_of(lesson).values())


def test_inside_a_request_all_is_as_shipped_and_afterwards_as_it_was() -> None:
    seen = []

    def look() -> None:
        seen.append((torch.get_default_dtype(), torch.is_grad_enabled(), mpl.rcParams["lines.linewidth"]))

    answers = Answers({"look": look})
    torch.set_default_dtype(torch.float64)
    torch.set_grad_enabled(False)
    mpl.rcParams["lines.linewidth"] = 9.0
    try:
        with shipped():
            look()
        call = {"target": "look", "method": "__call__", "args": [], "kwargs": {}}
        answers.answer({"id": 1, "op": "call", "with": call})
        look()
    finally:
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
        mpl.rcParams["lines.linewidth"] = mpl.rcParamsDefault["lines.linewidth"]
    usual = (torch.float32, True, mpl.rcParamsDefault["lines.linewidth"])
    assert seen == [usual, usual, (torch.float64, False, 9.0)]


def test_generators_are_put_back() -> None:
    before = Generators.now()
    first = (torch.rand(1).item(), random.random(), np.random.rand())
    before.restore()
    assert (torch.rand(1).item(), random.random(), np.random.rand()) == first


class SimpleMLP(torch.nn.Linear):
    """Draws random numbers when it is made."""

    def __init__(self, input_size: int, hidden_size: int, num_classes: int) -> None:
        super().__init__(input_size, num_classes)


def test_a_check_leaves_the_next_random_number_alone() -> None:
    from autograder.notebook import check

    torch.manual_seed(1)
    expected = torch.rand(1)
    torch.manual_seed(1)
    check("SimpleMLP")
    assert torch.equal(torch.rand(1), expected)
