"""Expressions, written down as steps: computed with a class of the student's, or as a function of floats.

A step is a name and what it is applied to: numbers, or the places of earlier steps, from 0.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import torch

from autograder.wire.steps import Look, Step

_BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
_METHODS = {"exp", "log", "tanh", "relu"}
#: Types that are told of numbers, and the most numbers of a result that are.
_KINDS, _ITEMS = 8, 1_000


def trace(steps: Sequence[Step], make: Callable[[float], Any], find: Callable[[str], Any]) -> list[Look]:
    """What is in the nodes of a graph at each step "look".

    "make" makes a node of a number, and "number" is a plain one. "backward" calls the method of one node, "call" a
    function of the student's, by its name, with one. "mark" puts a number into the `grad` of every node. "look"
    looks at the nodes at some places.
    """
    slots: list[Any] = []
    looks: list[Look] = []
    for name, *given in steps:
        made = None
        if name == "make":
            made = make(given[0])
        elif name == "backward":
            slots[given[0]].backward()
        elif name == "call":
            find(given[0])(slots[given[1]])
        elif name == "mark":
            for node in slots:
                if node is not None and type(node) not in (int, float):  # a class of theirs may derive from float
                    node.grad = given[0]
        elif name == "look":
            looks.append(_look([slots[place] for place in given]))
        else:
            made = _computed(name, given, slots, _by_method)
        slots.append(made)
    return looks


def function_of(steps: Sequence[Step]) -> Callable[[Sequence[float]], float]:
    """The last of these steps as a function of a list of floats; "input" is one of these, by its place."""

    def function(inputs: Sequence[float]) -> float:
        slots: list[float] = []
        for name, *given in steps:
            slots.append(inputs[given[0]] if name == "input" else _computed(name, given, slots, _by_math))
        return slots[-1]

    return function


def apply(
    target: Callable[..., Any], steps: Sequence[Step], inputs: list[float], options: dict[str, float]
) -> dict[str, Any]:
    """What a function gives for that of these steps: as it is, its numbers and their types; then the inputs."""
    result = target(function_of(steps), inputs, **options)
    try:
        items = list(islice(result, _ITEMS))
    except TypeError:
        items = [result]
    return {"result": result, "numbers": _numbers(items), "types": _types(items), "inputs": _numbers(inputs)}


def _computed(name: str, given: Sequence[Any], slots: Sequence[Any], method: Callable[[str, Any], Any]) -> Any:
    if name == "number":
        return given[0]
    if name in _BINARY:
        return _BINARY[name](slots[given[0]], slots[given[1]])
    if name == "negative":
        return -slots[given[0]]
    if name in _METHODS:
        return method(name, slots[given[0]])
    raise PermissionError(f"no step is called {name!r}")


def _by_method(name: str, node: Any) -> Any:
    return getattr(node, name)()


def _by_math(name: str, number: float) -> float:
    if name == "relu":
        return max(number, 0.0)
    computed: float = getattr(math, name)(number)
    return computed


def _look(nodes: Sequence[Any]) -> Look:
    data, grads = ([getattr(node, name, None) for node in nodes] for name in ("data", "grad"))
    return {
        "data": _numbers(data),
        "grad": _numbers(grads),
        "data_types": _types(data),
        "grad_types": _types(grads),
    }


def _types(values: Sequence[Any]) -> list[str]:
    return sorted({type(value).__name__ for value in values})[:_KINDS]


def _numbers(values: Sequence[Any]) -> torch.Tensor:
    """The values as float64, nan for what is no number."""
    return torch.tensor([_number(value) for value in values], dtype=torch.float64)


def _number(value: Any) -> float:
    try:
        return float(value)
    except Exception:  # a student's object may do anything
        return math.nan
