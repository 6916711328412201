"""Objects that the kit makes on the student's side, to be handed to the student's functions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, Sampler, TensorDataset

from autograder.worker.elsewhere import Elsewhere
from autograder.worker.watch import Watch

#: Short names of some criteria; any other is named as in `torch.nn`.
_CRITERIA = {"bce_with_logits": "BCEWithLogitsLoss", "cross_entropy": "CrossEntropyLoss", "mse": "MSELoss"}


def network(layers: Iterable[Any]) -> nn.Sequential:
    """A Sequential with named children, from `[(name, layer type, *arguments), ...]`.

    A layer type is the name of a class in `torch.nn`. The arguments of a "Sequential" are layers in the same form.
    `(name, "Tied", other, n, m)` is a linear layer that shares the weight of the one before it that is called
    `other`. Parameters are float32 on the CPU, whatever the submission made the default.
    """
    made: OrderedDict[str, nn.Module] = OrderedDict()
    with torch.device("cpu"):
        for name, kind, *args in layers:
            made[name] = _tied(made[args[0]], *args[1:]) if kind == "Tied" else _layer(kind)(*args)
    return nn.Sequential(made).float()


def _layer(kind: str) -> Callable[..., nn.Module]:
    own: dict[str, Callable[..., nn.Module]] = {"Watch": Watch, "Sequential": lambda *layers: network(layers)}
    return own.get(kind) or _named(nn, kind, nn.Module)


def _named(library: Any, name: str, base: type) -> Any:
    """The class of a library that has this name. Raises `ValueError` where there is none of this kind."""
    found = getattr(library, name, None)
    if not (isinstance(found, type) and issubclass(found, base)):
        raise ValueError(f"{library.__name__} has no {base.__name__} called {name}")
    return found


def _tied(other: nn.Module, inputs: int, outputs: int) -> nn.Linear:
    layer = nn.Linear(inputs, outputs)
    layer.weight = other.weight  # type: ignore[assignment]  # a Parameter, where `other` is a linear layer
    return layer


def criterion(name: str) -> nn.Module:
    """torch's own loss module, by its name in `torch.nn` or a short one."""
    made: nn.Module = _named(nn, _CRITERIA.get(name, name), nn.Module)()
    return made


def optimizer(name: str, parameters: Any, options: dict[str, float]) -> torch.optim.Optimizer:
    """torch's own optimizer over a module's parameters or a list of parameters."""
    owned = parameters.parameters() if isinstance(parameters, nn.Module) else parameters
    made: torch.optim.Optimizer = _named(torch.optim, name, torch.optim.Optimizer)(owned, **options)
    return made


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
    "meta": Elsewhere,
    "seed": torch.manual_seed,  # so that two calls draw the same
}
