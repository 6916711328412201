"""The kit's right versions of the exercises on optimizers."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import nn


class SGD:
    """torch.optim.SGD with the two methods of the contract."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self._optimizer = torch.optim.SGD(params, lr=lr, momentum=momentum)

    def step(self) -> None:
        """Move every parameter that has a gradient."""
        self._optimizer.step()

    def zero_grad(self) -> None:
        """Set every gradient to None."""
        self._optimizer.zero_grad()


class Adam:
    """torch.optim.Adam with the two methods of the contract."""

    def __init__(
        self,
        params: Iterable[nn.Parameter],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
    ) -> None:
        self._optimizer = torch.optim.Adam(params, lr=lr, betas=betas, eps=eps)

    def step(self) -> None:
        """Move every parameter that has a gradient."""
        self._optimizer.step()

    def zero_grad(self) -> None:
        """Set every gradient to None."""
        self._optimizer.zero_grad()
