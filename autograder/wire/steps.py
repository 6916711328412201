"""Expressions that cross: their steps, the requests that have them computed, and what is seen in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

import torch

#: One step of an expression: its name, then numbers, or the places of earlier steps.
Step = Sequence[Any]


class Trace(TypedDict):
    op: Literal["trace"]
    target: str
    steps: Sequence[Step]


class Apply(TypedDict):
    op: Literal["apply"]
    target: str
    steps: Sequence[Step]
    inputs: Sequence[float]
    options: Mapping[str, float]


class Look(TypedDict):
    """What is in nodes of a graph, float64; nan for what is no number, and of which types the numbers are."""

    data: torch.Tensor
    grad: torch.Tensor
    data_types: list[str]
    grad_types: list[str]
