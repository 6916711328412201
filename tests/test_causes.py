"""What a student reads of an exception whose own words would lead astray."""

from __future__ import annotations

import linecache
import math
from typing import Any

import numpy as np
import pytest
import torch

from autograder.channel.inline import InlineChannel
from autograder.failures import StudentError
from autograder.student import Student

X = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)


def raised(line: str, x: torch.Tensor = X) -> str:
    """What is told of an exception that this line of a function of x raises."""
    source = f"def f(x):\n    {line}\n"
    linecache.cache["<told>"] = (len(source), None, source.splitlines(keepends=True), "<told>")
    namespace: dict[str, Any] = {"torch": torch, "np": np, "numpy": np, "math": math, "plt": None}
    exec(compile(source, "<told>", "exec"), namespace)
    with pytest.raises(StudentError) as error:
        Student(InlineChannel(namespace)).f(x)
    return str(error.value)


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("return 1 / (1 + np.exp(-x))", "torch.exp, not np.exp"),
        ("return numpy.maximum(x, 0)", "torch.maximum, not numpy.maximum"),
        ("return torch.from_numpy(np.tanh(x.numpy()))", "torch.tanh, not np.tanh"),
        ("return torch.from_numpy(x.numpy())", "stay with torch's functions"),
        ("return np.ones((2, 2)) + x.detach().numpy() + x", "an array of numpy's meets a tensor here"),
    ],
)
def test_numpy_is_not_cured_by_more_numpy(line: str, cure: str) -> None:
    told = raised(line)
    assert cure in told
    assert "detach" not in told.partition("where:")[0]


def test_a_picture_needs_torchs_own_advice() -> None:
    """Where something is drawn, no gradient is asked for."""
    assert "detach().numpy()" in raised("plt = x; plt.numpy()  # ax.plot(x.numpy())")


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("return max(x, 0)", "torch.maximum"),
        ("return x if x > 0 else 0 * x", "torch.where"),
        ("return math.exp(x)", "math.exp takes one number, torch.exp a whole tensor"),
        ("return torch.mean(x.t().view(-1))", "reshape takes any"),
    ],
)
def test_what_to_write_instead_is_told(line: str, cure: str) -> None:
    told = raised(line)
    assert cure in told
    assert line in told


@pytest.mark.parametrize("line", ["raise ValueError('mine')", "return x + torch.ones(3)", "return undefined"])
def test_other_messages_are_told_as_they_are(line: str) -> None:
    assert "(" not in raised(line).partition("where:")[0].replace("(2)", "").replace("(3)", "")
