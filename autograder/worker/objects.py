"""Objects of the submission's that stay here; what crosses for them are handles."""

from __future__ import annotations

import itertools
from typing import Any

import torch
from matplotlib.figure import Figure
from torch import nn

from autograder.wire.values import Foreign, Handle, is_a
from autograder.worker.describe import short_repr

_DEPTH = 8


class Objects:
    """What was handed out, by handle."""

    def __init__(self) -> None:
        self._kept: dict[int, Any] = {}
        self._numbers = itertools.count(1)

    def __getitem__(self, handle: Handle) -> Any:
        return self._kept[handle.id]

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Drop them all."""
        self._kept.clear()

    def keep(self, kind: str, value: Any) -> Handle:
        """A new handle for an object."""
        number = next(self._numbers)
        self._kept[number] = value
        return Handle(number, kind, type(value).__name__)

    def live(self, value: Any) -> Any:
        """What was sent, with handles turned into the objects that they stand for."""
        if isinstance(value, Handle):
            return self[value]
        if isinstance(value, (list, tuple)):
            return type(value)(map(self.live, value))
        return value

    def argument(self, value: Any) -> Any:
        """What the student's function is given: not the leaf itself, or an in-place operation would raise."""
        value = self.live(value)
        return value.clone() if isinstance(value, torch.Tensor) and value.requires_grad else value

    def described(self, value: Any, depth: int = 0) -> Any:
        """What came back, with objects that stay here turned into handles or descriptions."""
        if is_a(value, torch.Tensor):
            return value.detach()
        if is_a(value, nn.Module):
            return self.keep("module", value)
        if is_a(value, Figure):
            return self.keep("figure", value)
        if not is_a(value, type) and any(callable(getattr(value, m, None)) for m in ("step", "zero_grad")):
            return self.keep("instance", value)
        if depth < _DEPTH and is_a(value, list, tuple):
            items = [self.described(item, depth + 1) for item in value]
            return items if is_a(value, list) else tuple(items)
        if value is None or is_a(value, bool, int, float, str, list, tuple):
            return value
        if is_a(value, dict) and all(is_a(key, str) for key in value):
            return {key: self.described(item, depth + 1) for key, item in value.items()}
        return Foreign(type(value).__name__, short_repr(value))
