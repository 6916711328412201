"""The kit's right versions of the exercises on optimizers."""

from collections.abc import Callable, Iterable
from typing import Any

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


def test_sgd(SGD: Callable[..., Any]) -> None:
    """Goes beside torch.optim.SGD, with momentum and without, and looks at values and gradients each time."""
    usual: dict[str, Any] = {"lr": 0.1}
    for settings in (usual, {**usual, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)) for _ in range(2)] for _ in range(2))
        optimizer, right = SGD(iter(ours), **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ((1.0, 3.0), (2.0, None)):
            for number, slope in enumerate(slopes):
                for p in (ours[number], torchs[number]):
                    p.grad = None if slope is None else torch.full_like(p, slope)
            optimizer.step()
            right.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])
            optimizer.zero_grad()
            assert not any(p.grad is not None and p.grad.any() for p in ours)
