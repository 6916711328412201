"""A verdict does not depend on what a submission, or a notebook, has set for its whole process."""

from __future__ import annotations

import random
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
import torch

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import points_of
from autograder.examiner.session import Examiner
from autograder.submission.cells import Cell, Submission, read
from autograder.wire.messages import Call
from autograder.worker.answers import Answers
from autograder.worker.generators import Generators
from autograder.worker.state import shipped
from tests.banks import ROOT

#: What a demonstration may leave behind: it must cost nothing.
SETTINGS = {
    "float64": "torch.set_default_dtype(torch.float64)",
    "no gradients": "torch.set_grad_enabled(False)",
    "deterministic": "torch.use_deterministic_algorithms(True)",
    "anomalies": "torch.autograd.set_detect_anomaly(True)",
    "warnings": "import warnings; warnings.simplefilter('error')",
    "device": "torch.set_default_device('meta')",
    "half precision": "torch.set_float32_matmul_precision('medium'); torch.set_autocast_enabled('cpu', True)",
    "no small numbers": "torch.set_flush_denormal(True)",
    "inference": "torch.inference_mode().__enter__()",
    "numpy's errors": "import numpy as np; np.seterr(all='raise')",
    "pictures": "import matplotlib.pyplot as plt; plt.rcParams['axes.grid'] = True; plt.xkcd()",
}


@pytest.mark.ci
@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("lesson", ["mlp", pytest.param("training", marks=pytest.mark.long)])
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


#: Code of an exercise that is right, and that a setting further up would make raise.
RAISED = {
    "tanh": "import warnings\nwarnings.filterwarnings('error', 'old')\n"
    "def tanh(x):\n    warnings.warn('old')\n    return 1 - 2 / ((2 * x).exp() + 1)",
    "sigmoid": "import numpy as np\nnp.seterr(all='raise')\n"
    "def sigmoid(x):\n    np.float32(1e38) * np.float32(1e38)\n    return 1 / (1 + (-x).exp())",
}


@pytest.mark.parametrize("exercise", RAISED)
def test_a_warning_is_no_failure(exercise: str, examiner: Examiner, zygote: Zygote) -> None:
    solution = read(ROOT / "solutions" / "activations.py")
    submission = Submission("one", solution.path, "script", (*solution.cells, Cell(RAISED[exercise])))
    channel = ProcessChannel(zygote, submission)
    try:
        report = examiner.examine(channel, "activations", "one", [exercise])
    finally:
        channel.stop()
    assert [c.message for e in report.exercises for c in e.checks if c.outcome != "passed"] == []


def settings() -> dict[str, object]:
    """All that a cell may set and that a check must not meet."""
    return {
        "dtype": torch.get_default_dtype(),
        "gradients": torch.is_grad_enabled(),
        "inference": torch.is_inference_mode_enabled(),
        "device": torch.get_default_device(),
        "made": torch.zeros(1).device,
        "precision": torch.get_float32_matmul_precision(),
        "autocast": torch.is_autocast_enabled("cpu"),
        "small": sys.float_info.min * 0.5 > 0,
        "numpy": np.geterr(),
        "warnings": [action for action, *_ in warnings.filters if action == "error"],
        "pictures": mpl.rcParams["lines.linewidth"],
    }


#: Each takes a setting away from what is shipped, and back again.
CHANGES: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
    "dtype": (
        lambda: torch.set_default_dtype(torch.float64),
        lambda: torch.set_default_dtype(torch.float32),
    ),
    "gradients": (lambda: torch.set_grad_enabled(False), lambda: torch.set_grad_enabled(True)),
    "device": (lambda: torch.set_default_device("meta"), lambda: torch.set_default_device(None)),
    "precision": (
        lambda: torch.set_float32_matmul_precision("medium"),
        lambda: torch.set_float32_matmul_precision("highest"),
    ),
    "autocast": (
        lambda: torch.set_autocast_enabled("cpu", True),
        lambda: torch.set_autocast_enabled("cpu", False),
    ),
    "small": (lambda: torch.set_flush_denormal(True), lambda: torch.set_flush_denormal(False)),
    "numpy": (
        lambda: np.seterr(all="raise"),
        lambda: np.seterr(divide="warn", over="warn", under="ignore", invalid="warn"),
    ),
    "pictures": (
        lambda: mpl.rcParams.update({"lines.linewidth": 9.0}),
        lambda: mpl.rcParams.update({"lines.linewidth": mpl.rcParamsDefault["lines.linewidth"]}),
    ),
}
CALL: Call = {"op": "call", "target": "look", "method": "__call__", "args": [], "kwargs": {}}


@pytest.mark.parametrize("name", CHANGES)
def test_inside_a_request_all_is_as_shipped_and_afterwards_as_it_was(name: str) -> None:
    seen: list[dict[str, object]] = []
    answers = Answers({"look": lambda: seen.append(settings())})
    change, back = CHANGES[name]
    with shipped():
        usual = settings()
    change()
    try:
        before = settings()
        answers.answer({"id": 1, "ask": CALL})
        after = settings()
    finally:
        back()
    assert seen == [usual]
    assert before == after
    assert before[name] != usual[name]
    with shipped():
        assert settings() == usual


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_function_sets_does_not_outlast_its_call(name: str) -> None:
    change, back = CHANGES[name]
    answers = Answers({"look": lambda: (change(), None)[1]})
    before = settings()
    try:
        reply = answers.answer({"id": 1, "ask": CALL})
        assert "error" not in reply
        assert settings() == before
    finally:
        back()


@pytest.mark.parametrize(
    "around",
    [torch.device("meta"), torch.inference_mode(), warnings.catch_warnings()],
    ids=["another device", "inference mode", "warnings"],
)
def test_a_check_inside_a_with_statement(around: Any) -> None:
    with shipped():
        usual = settings()
    outside = settings()
    with around:
        if isinstance(around, warnings.catch_warnings):
            warnings.simplefilter("error")
        before = settings()
        with shipped():
            assert settings() == usual
        assert settings() == before != usual
    assert settings() == outside


def test_generators_are_put_back() -> None:
    before = Generators.now()
    first = (torch.rand(1).item(), random.random(), np.random.rand())
    before.restore()
    assert (torch.rand(1).item(), random.random(), np.random.rand()) == first


def draw() -> tuple[float, float, float]:
    return torch.rand(1).item(), random.random(), float(np.random.rand())


def test_a_request_with_a_seed_starts_the_generators_anew() -> None:
    drawn: list[tuple[float, float, float]] = []
    answers = Answers({"look": lambda: drawn.append(draw())})
    before = Generators.now()
    try:
        for seed in (7, 7, 8, None):
            answers.answer({"id": 1, "ask": CALL, **({} if seed is None else {"seed": seed})})
    finally:
        before.restore()
    first, again, other, next_one = drawn
    assert first == again
    for numbers in (other, next_one):
        assert not set(first) & set(numbers)
    assert not set(other) & set(next_one)


def test_every_worker_starts_from_the_same_random_numbers(zygote: Zygote) -> None:
    source = "import random, numpy as np, torch\n"
    source += "print(torch.rand(1).item(), random.random(), np.random.rand(), list({'a', 'b', 'c', 'd'}))"
    found = []
    for process in (zygote, other := Zygote()):
        channel = ProcessChannel(process, Submission("one", Path("one.py"), "script", (Cell(source),)))
        channel.start()
        found.append(channel.results[0]["outputs"])
        channel.stop()
    other.close()
    assert found[0] == found[1] != []


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
