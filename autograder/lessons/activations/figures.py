"""What the checks of the lesson on activations see in a figure."""

from collections.abc import Iterable
from itertools import pairwise

import torch
from torch.nn import functional

from autograder import Student, expect
from autograder.failures import Unmet
from autograder.student import Axes, Figure

CURVES = ("sigmoid", "tanh", "ReLU", "leaky ReLU")

#: The points over which figures are drawn: too few for a good picture, enough to tell the curves apart.
POINTS = torch.linspace(-4.0, 5.0, 37)


def drawn_axes(student: Student) -> list[Axes]:
    """The axes that hold a line, in what plot_activations drew: what it should return has a check of its own."""
    with student.shared("plot_activations"):
        result = student.plot_activations(POINTS.clone())
        items = result if isinstance(result, (list, tuple)) else [result]
        figures = [item for item in (*items, student.plot_activations.drawn()) if isinstance(item, Figure)]
        if not figures:
            raise Unmet("needs: a figure")
        axes = [a for a in figures[0].axes if a.lines]
    if not axes:
        raise Unmet("needs: a figure with curves in it")
    return axes


def expect_each(axes: list[Axes], found: Iterable[object], requirement: str, got: object, because: str) -> None:
    """Four axes have it, or all of them where there are fewer: how many there are has a check of its own."""
    expect.that(sum(map(bool, found)) >= min(4, len(axes)), requirement, got=got, because=because)


def shown(axes: Axes) -> frozenset[str]:
    """Which of CURVES the axes hold, drawn over exactly POINTS."""
    x = POINTS.double()
    right = {"sigmoid": torch.sigmoid(x), "tanh": torch.tanh(x), "ReLU": torch.relu(x)}
    lines = [line for line in axes.lines if line.x.shape == line.y.shape == x.shape]
    curves = [line.y.double() for line in lines if torch.allclose(line.x.double(), x, atol=1e-4)]
    found = {name for name, y in right.items() for curve in curves if torch.allclose(curve, y, atol=1e-4)}
    return frozenset(found | {"leaky ReLU"} if any(map(is_leaky, curves)) else found)


def is_leaky(y: torch.Tensor) -> bool:
    """Whether y is the leaky ReLU of POINTS for some slope between 0 and 1: the lesson leaves it open."""
    x = POINTS.double()
    slope = float(y[0] / x[0])
    return 1e-4 < slope < 1 - 1e-4 and torch.allclose(y, functional.leaky_relu(x, slope), atol=1e-4)


def levels(places: Iterable[float]) -> int:
    """How many different places there are, in fractions of a figure's size."""
    return 1 + sum(after - before > 0.05 for before, after in pairwise(sorted(places)))
