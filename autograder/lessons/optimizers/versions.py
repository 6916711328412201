"""Right versions of SGD in styles that differ: what a test of it must let pass. They are never imported."""

from collections.abc import Iterable

import torch
from torch import nn


class SGD_of_torch:
    """It hands everything over to torch's own."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.inner = torch.optim.SGD(params, lr=lr, momentum=momentum)

    def step(self) -> None:
        self.inner.step()

    def zero_grad(self) -> None:
        self.inner.zero_grad()


class SGD_in_place:
    """It changes parameters and velocities in place, and sets gradients to None."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self) -> None:
        for p, velocity in zip(self.params, self.velocities, strict=True):
            if p.grad is not None:
                velocity *= self.momentum
                velocity += p.grad
                p.sub_(self.lr * velocity)

    def zero_grad(self) -> None:
        for p in self.params:
            p.grad = None


class SGD_through_data:
    """It gives each parameter new data and a new velocity, and fills the gradients with zeros."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.pairs = [[p, torch.zeros_like(p)] for p in params]
        self.settings = lr, momentum

    def step(self) -> None:
        lr, momentum = self.settings
        for pair in self.pairs:
            p, velocity = pair
            if p.grad is None:
                continue
            pair[1] = momentum * velocity + p.grad.data
            p.data = p.data - lr * pair[1]

    def zero_grad(self) -> None:
        for p, _ in self.pairs:
            if p.grad is not None:
                p.grad.zero_()


class SGD_by_copy:
    """It copies the new values into each parameter, and puts new zeros in the place of the gradients."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.params, self.lr, self.momentum = tuple(params), lr, momentum
        self.state = dict.fromkeys(range(len(self.params)), torch.tensor(0.0))

    def step(self) -> None:
        for number, p in enumerate(self.params):
            if p.grad is not None:
                self.state[number] = self.state[number] * self.momentum + p.grad
                with torch.no_grad():
                    p.copy_(p - self.state[number] * self.lr)

    def zero_grad(self) -> None:
        for p in self.params:
            p.grad = None if p.grad is None else torch.zeros_like(p)


class SGD_with_steps_for_velocities:
    """Its velocity is the step itself: the sign and the learning rate are in it."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.steps = {p: torch.zeros_like(p) for p in params}
        self.lr, self.momentum = lr, momentum

    @torch.no_grad()
    def step(self) -> None:
        for p, step in self.steps.items():
            if p.grad is not None:
                step.mul_(self.momentum).sub_(p.grad, alpha=self.lr)
                p.add_(step)

    def zero_grad(self) -> None:
        for p in self.steps:
            p.grad = None


class SGD_in_double:
    """It computes in float64, and leaves the parameters the dtype that they have."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.parameters = [*params]
        self.lr, self.momentum = lr, momentum
        self.velocity = [torch.zeros_like(p, dtype=torch.float64) for p in self.parameters]

    def step(self) -> None:
        for p, velocity in zip(self.parameters, self.velocity, strict=True):
            if p.grad is not None:
                velocity.mul_(self.momentum).add_(p.grad)
                p.detach().copy_(p.detach() - self.lr * velocity)

    def zero_grad(self) -> None:
        for p in self.parameters:
            p.grad = None


class SGD_with_a_clone_first:
    """Its first velocity is a clone of the gradient, and without momentum it has none."""

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        self.group, self.rate, self.kept = list(params), lr, momentum
        self.memory: dict[nn.Parameter, torch.Tensor] = {}

    def step(self) -> None:
        for p in self.group:
            if p.grad is None:
                continue
            way = p.grad.detach()
            if self.kept:
                if p in self.memory:
                    way = self.memory[p].mul_(self.kept).add_(way)
                else:
                    way = self.memory[p] = way.clone()
            p.data.add_(way, alpha=-self.rate)

    def zero_grad(self) -> None:
        for p in self.group:
            if p.grad is not None:
                p.grad.data.fill_(0.0)
