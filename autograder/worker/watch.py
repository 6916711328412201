"""A layer that changes nothing and counts how the network around it was run."""

from __future__ import annotations

import itertools
from collections import Counter

import torch
from torch import nn

_numbers = itertools.count(1)
#: By number, and not kept in the layer itself: what runs in a copy of the network counts as well.
_counts: dict[int, Counter[str]] = {}


class Watch(nn.Module):
    """Passes its input on; counts runs, those in training mode, and those that built a graph."""

    def __init__(self) -> None:
        super().__init__()
        self.number = next(_numbers)
        _counts[self.number] = Counter()

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """The inputs, as they are."""
        _counts[self.number].update(runs=1, training=self.training, graphs=inputs.requires_grad)
        return inputs


def counts(module: nn.Module) -> dict[str, int]:
    """How often the network was run, was in training mode then, and built a graph: runs, training, graphs."""
    found: Counter[str] = Counter(runs=0, training=0, graphs=0)
    for layer in module.modules():
        if isinstance(layer, Watch):
            found.update(_counts[layer.number])
    return dict(found)
