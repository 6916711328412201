"""What the checks of the lesson on XOR see in a figure."""

import torch

from autograder import Rng, Student, expect
from autograder.student import Axes


def falling_losses(rng: Rng, length: int) -> list[float]:
    """Losses as those of a training that goes well."""
    curve = 0.7 * 0.95 ** torch.arange(length) * (1 + 0.1 * rng.uniform(length))
    return [float(value) for value in curve]


def draws(heights: torch.Tensor, losses: list[float]) -> bool:
    """Whether the heights of a line are the losses."""
    wanted = torch.tensor(losses, dtype=torch.float64)
    return heights.shape == wanted.shape and torch.allclose(heights, wanted, rtol=1e-4, atol=0)


def drawn_axes(student: Student) -> Axes:
    """The axes in which plot_losses has drawn its losses, or the first."""
    with student.shared("plot_losses") as rng:
        losses = falling_losses(rng, 40)
        found = expect.figure(student.plot_losses(losses)).axes
    expect.that(len(found) > 0, "there are axes in the figure", got="an empty figure")
    return next((axes for axes in found if any(draws(line.y, losses) for line in axes.lines)), found[0])
