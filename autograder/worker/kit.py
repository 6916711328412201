"""Objects that the kit makes on the student's side, to be handed to the student's functions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, Sampler, TensorDataset

from autograder.worker.watch import Watch

_LAYERS: dict[str, Callable[..., nn.Module]] = {
    "Linear": nn.Linear,
    "ReLU": nn.ReLU,
    "LeakyReLU": nn.LeakyReLU,
    "Sigmoid": nn.Sigmoid,
    "Tanh": nn.Tanh,
    "Dropout": nn.Dropout,
    "BatchNorm1d": nn.BatchNorm1d,
    "Flatten": nn.Flatten,
    "Identity": nn.Identity,
    "Watch": Watch,
    "Sequential": lambda *layers: network(layers),
}
_CRITERIA: dict[str, Callable[[], nn.Module]] = {
    "bce_with_logits": nn.BCEWithLogitsLoss,
    "cross_entropy": nn.CrossEntropyLoss,
    "mse": nn.MSELoss,
}
_OPTIMIZERS: dict[str, Callable[..., torch.optim.Optimizer]] = {
    "SGD": torch.optim.SGD,
    "Adam": torch.optim.Adam,
}


def network(layers: Iterable[Any]) -> nn.Sequential:
    """A Sequential with named children, from `[(name, layer type, *arguments), ...]`.

    The arguments of a "Sequential" are layers in the same form.
    """
    return nn.Sequential(OrderedDict((name, _LAYERS[kind](*args)) for name, kind, *args in layers))


def criterion(name: str) -> nn.Module:
    """torch's own loss module."""
    return _CRITERIA[name]()


def optimizer(name: str, parameters: Any, options: dict[str, float]) -> torch.optim.Optimizer:
    """torch's own optimizer over a module's parameters or a list of parameters."""
    owned = parameters.parameters() if isinstance(parameters, nn.Module) else parameters
    return _OPTIMIZERS[name](owned, **options)


class _Dealer(Sampler[int]):
    """Deals the samples in a given order in each pass, and begins anew after the last of the orders."""

    def __init__(self, orders: Sequence[Sequence[int]]) -> None:
        self.orders = orders
        self.passes = 0

    def __len__(self) -> int:
        return len(self.orders[0])

    def __iter__(self) -> Iterator[int]:
        order = self.orders[self.passes % len(self.orders)]
        for place, index in enumerate(order, 1):
            # a look at the first batch is not a pass
            self.passes += place == len(order)
            yield index


def loader(
    inputs: torch.Tensor, labels: torch.Tensor, batch_size: int, orders: list[list[int]] | None = None
) -> DataLoader[Any]:
    """The samples in batches, in order or in the order given for each pass; the last batch may be smaller."""
    sampler = None if orders is None else _Dealer(orders)
    return DataLoader(TensorDataset(inputs, labels), batch_size=batch_size, sampler=sampler)


def parameters(values: list[torch.Tensor]) -> list[nn.Parameter]:
    """A list of trainable parameters with these values."""
    return [nn.Parameter(value.detach().clone()) for value in values]


MAKERS: dict[str, Callable[..., Any]] = {
    "network": network,
    "criterion": criterion,
    "optimizer": optimizer,
    "loader": loader,
    "parameters": parameters,
    "generator": iter,
}
