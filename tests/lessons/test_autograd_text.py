"""The lesson on backward propagation: what it works out by hand is what comes out."""

from __future__ import annotations

import math
import runpy
from functools import cache
from typing import Any

import pytest
import torch
from torch import nn

from tests.banks import ROOT

PATH = ROOT / "solutions" / "autograd.py"


@cache
def lesson() -> tuple[str, dict[str, Any]]:
    """Its prose, on one line, and its solutions."""
    lines = [line.removeprefix("# ") for line in PATH.read_text(encoding="utf-8").splitlines()]
    return " ".join(lines), runpy.run_path(str(PATH))


def pair(values: torch.Tensor) -> str:
    return "(" + r",\; ".join(f"{value:g}" for value in values.flatten().tolist()) + ")"


def matrix(values: torch.Tensor) -> str:
    rows = [" & ".join(f"{value:g}" for value in row) for row in values.reshape(-1, values.shape[-1]).tolist()]
    return r"\begin{pmatrix} " + r" \\ ".join(rows) + r" \end{pmatrix}"


def says(*texts: str) -> None:
    missing = [text for text in texts if text not in lesson()[0]]
    assert not missing


@pytest.mark.parametrize("eps", [1.0, 0.1, 0.01])
def test_the_table_of_measured_slopes(eps: float) -> None:
    right, left = (2 + eps) ** 3, (2 - eps) ** 3
    found = [eps, right, left, (right - 8) / eps, (right - left) / (2 * eps)]
    says("| " + " | ".join(f"{value:.7g}" for value in found) + " |")


def test_how_far_a_measured_slope_can_be_trusted() -> None:
    exact = 1 - math.tanh(1) ** 2
    measured = lesson()[1]["numerical_gradient"](lambda x: math.tanh(x[0]), [1.0])
    assert abs(measured[0] - exact) < 5e-9
    assert 5e-6 < abs((math.tanh(1 + 1e-4) - math.tanh(1)) / 1e-4 - exact) < 5e-5
    says("the central difference is right to nine places, the forward one to four or five")


def network() -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    """The network of the lesson `mlp` with its numbers: every tensor in it by name, and the loss."""
    found = {
        "x": torch.tensor([1.0, 2.0]),
        "W1": torch.tensor([[1.0, -1.0], [0.5, 1.0]]),
        "b1": torch.tensor([0.0, -0.5]),
        "W2": torch.tensor([[3.0, 1.0]]),
        "b2": torch.tensor([-1.0]),
        "W3": torch.tensor([[2.0], [-1.0]]),
        "b3": torch.tensor([0.5, 0.0]),
    }
    for tensor in found.values():
        tensor.requires_grad_()
    found["z1"] = nn.functional.linear(found["x"], found["W1"], found["b1"])
    found["h1"] = found["z1"].relu()
    found["z2"] = nn.functional.linear(found["h1"], found["W2"], found["b2"])
    found["h2"] = found["z2"].relu()
    found["y"] = nn.functional.linear(found["h2"], found["W3"], found["b3"])
    return found, nn.functional.mse_loss(found["y"], torch.tensor([2.0, 0.0]))


def test_the_walk_back_through_the_network() -> None:
    tensors, loss = network()
    slopes = dict(zip(tensors, torch.autograd.grad(loss, list(tensors.values())), strict=True))
    assert loss.item() == 0.625
    says("= 0.625$")
    for name, start in {
        "y": "the outputs $y$",
        "W3": "$W_3$",
        "b3": "$b_3$",
        "W2": "$W_2$",
        "h1": "$h_1$",
        "z1": "$z_1$",
        "b1": "$b_1$",
    }.items():
        row = next(
            line for line in PATH.read_text(encoding="utf-8").splitlines() if line.startswith(f"# | {start}")
        )
        assert row.endswith(f"| ${pair(slopes[name])}$ |"), row
    for name in ("h2", "z2", "b2"):
        assert slopes[name].tolist() == [2.0]
    says(matrix(slopes["W1"]))


def test_the_weight_that_is_moved() -> None:
    assert lesson()[1]["numerical_gradient"](moved, [1.0]) == pytest.approx([4.0])
    says(f"the loss is ${moved([1.01]):.3f}$", f"it grew by ${moved([1.01]) - 0.625:.3f}$", "= 4.1$")


def moved(weight: list[float]) -> float:
    """The loss where the second weight of W2 is another, in double precision."""
    second = 3 * 0 + weight[0] * 2 - 1
    return float(((2 * second + 0.5 - 2) ** 2 + second**2) / 2)


def test_the_table_of_the_order() -> None:
    value = lesson()[1]["Value"]
    a = value(3)
    b = a * a
    c = b + a
    d = b * c
    nodes = (a, b, c, d)
    says("| `data` | " + " | ".join(f"{node.data:g}" for node in nodes) + " |")
    for row in ("`grad` after `d.backward()`", "after `d.backward()` again"):
        d.backward()
        says(f"| {row} | " + " | ".join(f"{node.grad:g}" for node in nodes) + " |")
    early = 2 * a.data * c.data + b.data
    says(f"`a` would have got ${early:g}$".replace("`a`", "$a$"))


def test_the_table_of_zero_grad() -> None:
    names = lesson()[1]
    a = names["Value"](3)
    b = a * a
    told = []
    for action in (b.backward, b.backward, lambda: names["zero_grad"](b), b.backward):
        action()
        told.append(f"| {a.grad:g} | {b.grad:g} |")
    calls = ("`b.backward()`", "`b.backward()`", "`zero_grad(b)`", "`b.backward()`")
    says(" ".join(f"| {call} {cells}" for call, cells in zip(calls, told, strict=True)))


def test_the_layer_of_two_samples() -> None:
    x, weight = torch.tensor([[1.0, 2.0], [3.0, -1.0]]), torch.tensor([[1.0, -1.0], [0.5, 1.0]])
    behind = torch.tensor([[0.0, 2.0], [1.0, -1.0]])
    along = lesson()[1]["linear_backward"](x, weight, behind)
    says(matrix(x), matrix(weight), matrix(behind))
    says(*(f"along }} {name}: {matrix(values)}" for name, values in zip("XWb", along, strict=True)))
