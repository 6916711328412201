"""Expressions that a check has computed with a class or a function of the submission's."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from autograder.channel.protocol import listed
from autograder.failures import StudentCrash
from autograder.show import cut, text
from autograder.student._conversation import Conversation
from autograder.wire.steps import Step

#: Steps of an expression that a message shows.
_SHOWN = 12
_NAMES = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Look:
    """What was in the nodes of a graph: numbers as float64, nan for what is none, and the types that they had."""

    data: torch.Tensor
    grad: torch.Tensor
    data_types: list[str]
    grad_types: list[str]


@dataclass(frozen=True)
class Slopes:
    """What a function gave for a function: as it is, and its numbers, all nan where there are too many or too few.

    inputs: the list that it was given, as it is after the call. types: those of the numbers.
    """

    result: Any
    numbers: torch.Tensor
    inputs: torch.Tensor
    types: list[str]


def trace(conversation: Conversation, target: str, steps: Sequence[Step]) -> list[Look]:
    """What each step "look" saw; see `autograder.worker.expressions`."""
    conversation.last_call = told(target, steps)
    answer = conversation.answer({"op": "trace", "target": target, "steps": [list(step) for step in steps]})
    seen = [_look(fields, len(step) - 1) for fields, step in zip(listed(answer), _looks(steps), strict=False)]
    if len(seen) != len(_looks(steps)):
        raise StudentCrash("The process that runs your code did not say what is in the nodes.")
    return seen


def apply(
    conversation: Conversation,
    target: str,
    steps: Sequence[Step],
    inputs: Sequence[float],
    options: Mapping[str, float],
) -> Slopes:
    """What the function gives for the function of these steps, at these inputs."""
    settings = "".join(f", {name}={value:g}" for name, value in options.items())
    conversation.last_call = cut(f"{target}(f, {text(list(inputs))}{settings}) for f(x) = {written(steps)}", 300)
    answer = conversation.answer(
        {
            "op": "apply",
            "target": target,
            "steps": [list(step) for step in steps],
            "inputs": list(inputs),
            "options": dict(options),
        }
    )
    fields = answer if isinstance(answer, dict) else {}
    types = [str(name) for name in listed(fields.get("types"))]
    numbers, after = (_numbers(fields.get(name), len(inputs)) for name in ("numbers", "inputs"))
    return Slopes(fields.get("result"), numbers, after, types)


def _looks(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step[0] == "look"]


def _look(fields: Any, length: int) -> Look:
    """The answer, made sure of: it is the student's word and may be anything."""
    told_of = fields if isinstance(fields, dict) else {}
    types = [[str(name) for name in listed(told_of.get(key))] for key in ("data_types", "grad_types")]
    return Look(_numbers(told_of.get("data"), length), _numbers(told_of.get("grad"), length), *types)


def _numbers(value: Any, length: int) -> torch.Tensor:
    fits = isinstance(value, torch.Tensor) and value.shape == (length,) and value.dtype == torch.float64
    return value if fits else torch.full((length,), math.nan, dtype=torch.float64)


def told(target: str, steps: Sequence[Step]) -> str:
    """The statements that compute a short expression, as they would be written; of a long one, how long it is."""
    lines = [line for line in _statements(target, steps) if line]
    if len(lines) > _SHOWN:
        return f"an expression of {len(lines)} steps that begins with {cut('; '.join(lines[:_SHOWN]), 240)}"
    return cut("; ".join(lines), 300)


def _statements(target: str, steps: Sequence[Step]) -> list[str]:
    """A line for each step; nodes are a, b, c, and so on."""
    names: list[str] = []
    lines = []
    nodes = 0
    for name, *given in steps:
        if name == "number":
            names.append(f"{given[0]:.6g}")
            continue
        if name in ("backward", "call", "look", "mark"):
            names.append("")
            lines.append(_done(name, given, names))
            continue
        names.append(_NAMES[nodes] if nodes < len(_NAMES) else f"n{nodes}")
        nodes += 1
        value = (
            f"{target}({given[0]:.6g})" if name == "make" else _applied(name, [names[place] for place in given])
        )
        lines.append(f"{names[-1]} = {value}")
    return lines


def _done(name: str, given: Sequence[Any], names: Sequence[str]) -> str:
    if name == "mark":
        return f"every grad = {given[0]:g}"
    if name == "call":
        return f"{given[0]}({names[given[1]]})"
    return f"{names[given[0]]}.backward()" if name == "backward" else ""


def written(steps: Sequence[Step]) -> str:
    """A function's steps as one expression."""
    parts: list[str] = []
    for name, *given in steps:
        if name == "number":
            parts.append(f"{given[0]:.6g}")
        elif name == "input":
            parts.append(f"x[{given[0]}]")
        else:
            words = [parts[place] for place in given]
            parts.append(_applied(name, [f"({word})" if " " in word else word for word in words], method=False))
    return parts[-1]


def _applied(name: str, operands: Sequence[str], *, method: bool = True) -> str:
    if name == "negative":
        return f"-{operands[0]}"
    if len(operands) == 2:
        return f"{operands[0]} {name} {operands[1]}"
    return f"{operands[0]}.{name}()" if method else f"{name}({operands[0].strip('()')})"
