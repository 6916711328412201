"""Functions of a list of floats, as steps, whose slopes are measured, and what is right of them."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch

from autograder import Rng, Student
from autograder.lessons.autograd.graphs import values
from autograder.student import Slopes

Steps = list[list[Any]]

#: x[0] ** 3
CUBE: Steps = [["input", 0], ["number", 3], ["**", 0, 1]]
#: x[0] * x[1] * x[2]
PRODUCT_OF_THREE: Steps = [["input", 0], ["input", 1], ["*", 0, 1], ["input", 2], ["*", 2, 3]]
#: 1e8 * x[0] ** 3, whose measured slope at 0 is 1e8 * eps ** 2, whichever difference is taken
_STEEP: Steps = [*CUBE, ["number", 1e8], ["*", 2, 3]]


def polynomial(size: int) -> Steps:
    """The sum of (i + 1) * x[i] ** 2 over all inputs."""
    steps: Steps = []
    total = -1
    for i in range(size):
        start = len(steps)
        steps += [["input", i], ["number", 2], ["**", start, start + 1]]
        steps += [["number", float(i + 1)], ["*", start + 2, start + 3]]
        if total >= 0:
            steps.append(["+", total, start + 4])
        total = len(steps) - 1
    return steps


def random_functions(rng: Rng) -> Iterator[tuple[Steps, list[float]]]:
    """Three functions with inputs: of one number, of two, and of four that all count for something else."""
    yield [["input", 0], ["exp", 0]], rng.uniform(1, dtype=torch.float64).tolist()
    tilted: Steps = [
        ["input", 0],
        ["tanh", 0],
        ["input", 1],
        ["*", 1, 2],
        ["number", 3],
        ["**", 2, 4],
        ["-", 3, 5],
    ]
    yield tilted, rng.uniform(2, dtype=torch.float64).tolist()
    yield polynomial(4), rng.uniform(4, low=0.5, high=1.5, dtype=torch.float64).tolist()


def right_slopes_of(steps: Steps, inputs: Sequence[float]) -> torch.Tensor:
    """By torch's autograd, the slopes of the last step along each input."""
    leaves = [["make", x] for x in inputs]
    places: list[int] = []
    moved: Steps = []
    for name, *given in steps:
        if name == "input":
            places.append(given[0])
            continue
        moved.append([name, *(given if name == "number" else [places[place] for place in given])])
        places.append(len(leaves) + len(moved) - 1)
    slots = values([*leaves, *moved])
    return torch.stack(torch.autograd.grad(slots[places[-1]], slots[: len(leaves)]))


def central(x: float, eps: float) -> float:
    """The central difference of x ** 3."""
    return ((x + eps) ** 3 - (x - eps) ** 3) / (2 * eps)


def slopes_of(student: Student, steps: Steps, inputs: Sequence[float], **options: float) -> Slopes:
    """What the student measures of a function; name and default of eps are the matter of one check."""
    function = student.numerical_gradient
    rows = [row for row in function.describe().get("parameters") or [] if isinstance(row, list) and len(row) == 3]
    if len(rows) == 3 and (options or rows[2][2] is False):
        options = {str(rows[2][0]): options.get("eps", 1e-4)}
    return function.of_function(steps, inputs, **options)


def ratio(student: Student, one: dict[str, float], other: dict[str, float]) -> float:
    """What the measured slope of a steep cube at 0 is with some options, in relation to it with others."""
    first, second = (student.numerical_gradient.of_function(_STEEP, [0.0], **options) for options in (one, other))
    return float(first.numbers[0] / second.numbers[0])
