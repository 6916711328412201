"""Checks ask for enough to tell mistakes apart that cost the same points."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from autograder.channel.process import ProcessChannel
from autograder.channel.zygote import Zygote
from autograder.course.exercises import checks_of
from autograder.examiner.session import Examiner
from autograder.failures import StudentError
from autograder.wire.frames import Message
from tests.banks import Entry, entries
from tests.seldom import one_in

#: A check that both fail, and two mistakes that only its later or further requests can tell apart.
ALIKE = [
    (
        "test_mse_loss_values",
        "takes the square root of the mean at the end, RMSE",
        "takes the absolute error instead of the squared one",
    ),
    (
        "test_mse_loss_unequal_shapes",
        "lets shapes that differ broadcast",
        "compares only the first dimension of the shapes",
    ),
    (
        "test_sgd_one_step",
        "makes a new tensor, `p = p - ...`, instead of changing the parameter",
        "reads the gradients once, when it is made",
    ),
]


class Listening(ProcessChannel):
    """Keeps what comes back: numbers, to four digits, and the types of exceptions."""

    heard: list[Any]

    def ask(self, op: str, timeout: float, **parameters: Any) -> Message:
        try:
            reply = super().ask(op, timeout, **parameters)
        except StudentError as error:
            self.heard.append(error.type_name)
            raise
        self.heard.append(plain(reply.get("ok")))
        return reply


def plain(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return [f"{number:.4g}" for number in value.flatten().tolist()]
    return [plain(item) for item in value] if isinstance(value, list) else type(value).__name__


def _is_of(check: str, entry: Entry) -> bool:
    return check.startswith(f"test_{entry.exercise.lower()}_") and not entry.spelling


@pytest.mark.parametrize(("check", "one", "other"), ALIKE)
def test_mistakes_that_cost_the_same_answer_differently(
    check: str, one: str, other: str, examiner: Examiner, zygote: Zygote
) -> None:
    heard = []
    for title in (one, other):
        (entry,) = [e for e in entries() if e.title == title and _is_of(check, e)]
        channel = Listening(zygote, entry.submission())
        channel.start()
        channel.heard = []
        try:
            ((result, _),) = examiner.results(channel, [c for c in checks_of(entry.lesson) if c.id == check])
        finally:
            channel.stop()
        assert result.outcome == "failed"
        heard.append(channel.heard)
    assert heard[0] != heard[1]


#: What each of the four axes needs besides its curve, as the names of mistakes have it.
FURNITURE = ("titles", "labels", "grids", "legends")
LACKS = "lacks two or more of titles, axis labels, grid, and a legend with entries"
WITHOUT_NAMES = """
def plot_activations(x):
    fig, axes = plt.subplots(2, 2)
    for ax, f in zip(axes.flat, [sigmoid, tanh, relu, leaky_relu]):
        ax.plot(x, f(x))
        ax.set_title(f.__name__)
        ax.grid()
        ax.legend()
    return fig
"""


@pytest.mark.parametrize(
    "entry",
    one_in(
        5,
        [
            Entry(
                "activations",
                "plot_activations",
                False,
                "a title and a grid, a legend without names",
                WITHOUT_NAMES,
            ),
            *(e for e in entries() if e.title == LACKS),
        ],
    ),
)
def test_who_is_said_to_lack_two_things_lacks_two(entry: Entry, examiner: Examiner, zygote: Zygote) -> None:
    channel = ProcessChannel(zygote, entry.submission())
    try:
        (exercise,) = examiner.examine(channel, entry.lesson, entry.title, [entry.exercise]).exercises
    finally:
        channel.stop()
    lost = {check.id.removeprefix("test_plot_activations_") for check in exercise.checks if not check.points}
    assert len(lost & set(FURNITURE)) >= 2
    assert lost <= {*FURNITURE, "exists"}
