"""What may still be expected of a function that is right in part, so that one mistake costs its own points."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from autograder.expect._calls import defined, untouched
from autograder.expect._values import close, tensor
from autograder.failures import Failure, Mismatch, StudentError, Unmet
from autograder.student import Function

#: A way to call a function of the submission: the function itself, or a wrapper that calls it as it can be called.
Way = Callable[..., Any]


def defined_somehow(function: Function, *positional: str, **optional: Any) -> None:
    """The name exists and can be called with the positional arguments, whatever became of the optional ones.

    That those have their names and defaults is for the checks that need them.
    """
    try:
        defined(function, *positional, **optional)
    except Mismatch:
        for count in range(len(optional) + 1):
            with contextlib.suppress(Mismatch):
                return defined(function, *positional, *list(optional)[:count])
        raise


def values(
    value: Any, expected: torch.Tensor, *, rtol: float = 1e-4, atol: float = 1e-5, because: str | None = None
) -> None:
    """The numbers are right, in whatever shape or type they come: those have checks of their own."""
    close(reshaped(value, expected.shape), expected, rtol=rtol, atol=atol, because=because)


def reshaped(value: Any, shape: Sequence[int]) -> Any:
    """The value as a tensor of this shape, where it holds as many numbers; anything else as it came."""
    if isinstance(value, (int, float, list, tuple)):
        try:
            value = torch.tensor(value, dtype=torch.float64)
        except (TypeError, ValueError, RuntimeError, OverflowError):
            return value
    if isinstance(value, torch.Tensor) and value.numel() == math.prod(shape):
        return value.reshape(tuple(shape))
    return value


def first_answer(ways: Sequence[Way], *args: Any, unless: tuple[type[Failure], ...] = (StudentError,)) -> Any:
    """What the first of the ways returns that raises none of these; the first one's failure where all do."""
    problems: list[Failure] = []
    for way in ways:
        try:
            return way(*args)
        except unless as error:
            problems.append(error)
    raise problems[0]


def right_way(ways: Sequence[Way], oracle: Callable[..., torch.Tensor], *args: Any) -> Way:
    """The first of the ways whose values are right for these arguments; `Unmet` where none is.

    Who is right for single samples, or for matrices only, has lost the points of that. What else there is to
    know of the function is asked in the way in which it can be called.
    """
    for way in ways:
        try:
            values(way(*args), oracle(*args))
        except (Mismatch, StudentError):
            continue
        return way
    raise Unmet("needs: values that are right")


def by_parts(function: Callable[..., Any], dims: int, *, summed: bool = False) -> Way:
    """A way to call a function with one part of its first argument after the other.

    A part has the last `dims` dimensions: 0 for single numbers, 1 for rows or samples. Its result has the part's
    shape, or none where it is `summed` up.
    """

    def apply(x: torch.Tensor, *others: Any) -> torch.Tensor:
        split = x.dim() - dims
        shape = () if summed else x.shape[split:]
        parts = x.reshape(-1, *x.shape[split:])
        results = [tensor(reshaped(function(part, *others), shape), shape) for part in parts]
        return torch.stack(results).reshape(*x.shape[:split], *shape)

    return apply


def turned(x: torch.Tensor, one: int, other: int) -> torch.Tensor:
    """The same tensor with two dimensions in the other order in memory, as a transposed one has them."""
    return x.transpose(one, other).contiguous().transpose(one, other)


def untouched_in(function: Function, *cases: tuple[Any, ...]) -> None:
    """No call that comes to its end modifies its tensor arguments; one of the cases must.

    The exception of the first case is raised where none comes to its end.
    """
    problems: list[StudentError] = []
    for case in cases:
        try:
            untouched(function, *case)
        except StudentError as error:
            problems.append(error)
    if len(problems) == len(cases):
        raise problems[0]
