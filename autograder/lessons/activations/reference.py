"""The kit's own right version of every exercise on activations, written with torch's built-ins."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch.nn import functional


def sigmoid(x: torch.Tensor) -> torch.Tensor:
    """Logistic sigmoid of every element, same as x (torch.sigmoid)."""
    return torch.sigmoid(x)


def tanh(x: torch.Tensor) -> torch.Tensor:
    """Hyperbolic tangent of every element, same as x (torch.tanh)."""
    return torch.tanh(x)


def relu(x: torch.Tensor) -> torch.Tensor:
    """max(0, x) of every element, same as x (torch.relu)."""
    return torch.relu(x)


def leaky_relu(x: torch.Tensor, negative_slope: float = 0.01) -> torch.Tensor:
    """x where positive, negative_slope * x elsewhere, same as x (torch.nn.functional.leaky_relu)."""
    return functional.leaky_relu(x, negative_slope)


def softmax(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """Probabilities along dim, same as x (torch.softmax)."""
    return torch.softmax(x, dim=dim)


def plot_activations(x: torch.Tensor) -> Figure:
    """Figure of sigmoid, tanh, ReLU and leaky ReLU over x, shape (n,), in a 2x2 grid."""
    curves = {
        "sigmoid": torch.sigmoid(x),
        "tanh": torch.tanh(x),
        "ReLU": torch.relu(x),
        "leaky ReLU": functional.leaky_relu(x, 0.01),
    }
    figure, grid = plt.subplots(2, 2)
    for axes, (name, y) in zip(grid.flat, curves.items(), strict=True):
        axes.plot(x.numpy(force=True), y.numpy(force=True), label=name)
        axes.set(title=name, xlabel="x", ylabel="value")
        axes.grid(True)
        axes.legend()
    return figure


def test_softmax(softmax: Callable[..., torch.Tensor]) -> None:
    """Compares with torch.softmax along both dimensions, with large scores, and looks at x afterwards."""
    scores = torch.tensor([[0.0, 2.0], [1000.0, 1001.0]])
    given = scores.clone()
    torch.testing.assert_close(softmax(given), torch.softmax(scores, -1))
    torch.testing.assert_close(given, scores)
    torch.testing.assert_close(softmax(scores, dim=0), torch.softmax(scores, 0))
