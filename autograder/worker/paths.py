"""Values and gradients that parameters are given, and the steps of a student's optimizer with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import nn


def load(parameters: Sequence[nn.Parameter], values: Sequence[torch.Tensor]) -> list[tuple[int, ...]] | None:
    """Copy values into the parameters, in order; the shapes of the parameters where they do not fit."""
    shapes = [tuple(p.shape) for p in parameters]
    if shapes != [tuple(v.shape) for v in values]:
        return shapes
    with torch.no_grad():
        for parameter, value in zip(parameters, values, strict=True):
            parameter.copy_(value)
    return None


def give(parameters: Sequence[nn.Parameter], gradients: Sequence[torch.Tensor | None]) -> bool:
    """Give each parameter its gradient, or none; whether the shapes fitted."""
    pairs = list(zip(parameters, gradients, strict=True))
    if any(g is not None and g.shape != p.shape for p, g in pairs):
        return False
    for parameter, gradient in pairs:
        parameter.grad = None if gradient is None else gradient.detach().clone()
    return True


def walk(
    parameters: Sequence[nn.Parameter],
    optimizer: Any,
    history: Sequence[Sequence[torch.Tensor | None]],
    start: Sequence[torch.Tensor] | None = None,
) -> list[list[torch.Tensor]]:
    """The values after each step; it ends early where gradients no longer fit the parameters.

    start: the values before each step, where one step is not to begin at the end of the other.
    """
    path = []
    for gradients in history:
        if not give(parameters, gradients):
            break
        if start is not None:
            load(parameters, start)
        optimizer.step()
        path.append([p.detach().clone() for p in parameters])
    return path
