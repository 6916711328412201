"""Objects that the kit makes on the student's side, to be handed to the student's functions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

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


def loader(inputs: torch.Tensor, labels: torch.Tensor, batch_size: int) -> DataLoader[Any]:
    """The samples in batches, in order; the last batch may be smaller."""
    return DataLoader(TensorDataset(inputs, labels), batch_size=batch_size, shuffle=False)


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
