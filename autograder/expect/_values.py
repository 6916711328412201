"""What a value may be expected to be: its type, its shape, its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

import torch

from autograder.failures import Mismatch
from autograder.show import cut, kind, number_of, text
from autograder.student import Figure, Instance, Module
from autograder.wire.values import Foreign

Wanted = TypeVar("Wanted")

_NOTHING = object()
# a number as Python, numpy or a person writes it: 8709, np.int64(8709), array(0.25, dtype=float32), 8,709
_WRITTEN = re.compile(r"(?:[\w.]+\()?(-?(?:\d[\d,_]*)?\.?\d+\.?(?:e[-+]?\d+)?|nan|-?inf)(?:, dtype=\w+)?\)?")


def that(condition: bool, requirement: str, *, got: Any = _NOTHING, because: str | None = None) -> None:
    """The condition holds; `got` is the value that is shown when it does not."""
    if not condition:
        shown = cut(got) if isinstance(got, str) else text(got)
        raise Mismatch(requirement, because, got="" if got is _NOTHING else shown)


def tensor(
    value: Any,
    shape: Sequence[int] | None = None,
    dtype: torch.dtype | None = None,
    *,
    because: str | None = None,
) -> torch.Tensor:
    """The value is a tensor, of this shape and element type where they are given."""
    if not isinstance(value, torch.Tensor):
        raise _mistyped("the result is a tensor", because, value)
    if shape is not None and tuple(value.shape) != tuple(shape):
        got = f"shape {tuple(value.shape)}"
        raise Mismatch(f"the result has shape {tuple(shape)}", because, kind="shape", got=got)
    if dtype is not None and value.dtype != dtype:
        raise Mismatch(f"the result has dtype {dtype}", because, kind="dtype", got=str(value.dtype))
    return value


def shape(value: Any, shape: Sequence[int], *, because: str | None = None) -> torch.Tensor:
    """The value is a tensor of this shape."""
    return tensor(value, shape, because=because)


def close(
    value: Any, expected: Any, *, rtol: float = 1e-4, atol: float = 1e-5, because: str | None = None
) -> None:
    """Numbers, lists of numbers or tensors of the same shape that agree everywhere; compared in float64."""
    wanted = torch.as_tensor(expected, dtype=torch.float64).detach().cpu()
    if isinstance(expected, torch.Tensor):
        found = tensor(value, expected.shape, because=because).detach().cpu().to(torch.float64)
    else:
        found = _numbers(value, wanted, because)
    if not torch.allclose(found, wanted, rtol=rtol, atol=atol, equal_nan=True):
        requirement = "the value is right" if wanted.dim() == 0 else "the values are right"
        shown, got = difference(found, wanted, rtol, atol)
        raise Mismatch(requirement, because, expected=shown, got=got)


def equal(value: Any, expected: Any, *, because: str | None = None) -> None:
    """Exactly equal: ints, strings, bools, None, and lists and tuples of them."""
    if not _equal(value, expected):
        raise Mismatch("the result is exactly right", because, expected=text(expected), got=kind(value))


def number(value: Any, *, because: str | None = None) -> int | float:
    """One number, in whatever type it comes: of Python's or numpy's, a tensor or a list with one element, a text.

    For checks of the value alone, where the type has a check of its own.
    """
    plain = value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else value
    if isinstance(plain, torch.Tensor) and plain.numel() == 1 and not plain.is_complex():
        plain = plain.item()
    if isinstance(plain, (Foreign, str)):
        written = plain.text if isinstance(plain, Foreign) else plain
        found = _WRITTEN.fullmatch(written.strip()) if len(written) < 60 else None
        plain = float(found[1].replace(",", "").replace("_", "")) if found else plain
    if not isinstance(plain, (int, float)) or isinstance(plain, bool):
        raise _mistyped("the result is one number", because, value)
    return int(plain) if float(plain).is_integer() else plain


def python_float(value: Any, *, because: str | None = None) -> float:
    """A Python float, not a tensor."""
    if not isinstance(value, float):
        raise _mistyped("the result is a Python float", because or _item_hint(value), value)
    return value


def python_int(value: Any, *, because: str | None = None) -> int:
    """A Python int, not a tensor and not a bool."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise _mistyped("the result is a Python int", because or _item_hint(value), value)
    return value


def floats(value: Any, length: int, *, because: str | None = None) -> list[float]:
    """A list (or tuple) of this many Python floats."""
    items = sequence(value, length, because=because)
    for item in items:
        if not isinstance(item, float):
            raise _mistyped("the list holds Python floats", because or _item_hint(item), item)
    return [float(item) for item in items]


def sequence(value: Any, length: int, *, because: str | None = None) -> Sequence[Any]:
    """A list or tuple of this length."""
    if not isinstance(value, (list, tuple)):
        raise _mistyped(f"the result is a list of {number_of(length, 'item')}", because, value)
    if len(value) != length:
        got = f"{number_of(len(value), 'item')}: {text(value)}"
        raise Mismatch(f"the result has {number_of(length, 'item')}", because, kind="shape", got=got)
    return value


def pair(value: Any, *, because: str | None = None) -> Sequence[Any]:
    """A tuple (or list) of two values."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise _mistyped("the result is a pair of two values", because, value)
    return value


def module(value: Any, *, because: str | None = None) -> Module:
    """An `nn.Module`."""
    return _typed(value, Module, "the result is an nn.Module", because)


def figure(value: Any, *, because: str | None = None) -> Figure:
    """A matplotlib Figure."""
    return _typed(value, Figure, "the result is a matplotlib Figure", because)


def instance(value: Any, *, because: str | None = None) -> Instance:
    """An optimizer object, with `step()` and `zero_grad()`."""
    return _typed(value, Instance, "the result is an object with step() and zero_grad()", because)


def _numbers(value: Any, wanted: torch.Tensor, because: str | None) -> torch.Tensor:
    if isinstance(value, torch.Tensor):
        found = value.detach().cpu().to(torch.float64)
    else:
        try:
            found = torch.tensor(value, dtype=torch.float64)
        except (TypeError, ValueError, RuntimeError, OverflowError):
            raise _mistyped("the result is a number or numbers", because, value) from None
    if found.shape != wanted.shape:
        values = f"the result has {number_of(wanted.numel(), 'value')}"
        requirement = values if wanted.dim() else "the result is one number"
        raise Mismatch(requirement, because, kind="shape", got=kind(value))
    return found


def difference(found: torch.Tensor, wanted: torch.Tensor, rtol: float, atol: float) -> tuple[str, str]:
    """What was expected and what came: the values where they are few, otherwise the first place that differs."""
    if wanted.numel() <= 6:
        return text(wanted.to(torch.float32)), text(found.to(torch.float32))
    wrong = ~torch.isclose(found, wanted, rtol=rtol, atol=atol, equal_nan=True)
    place = wrong.nonzero()[0].tolist()
    index = place[0] if len(place) == 1 else tuple(place)
    count = f"values that differ: {int(wrong.sum())} of {wanted.numel()}"
    right, came = (f"{values[tuple(place)].item():.6g}" for values in (wanted, found))
    return f"{right} at index {index}", f"{came} ({count})"


def _equal(value: Any, expected: Any) -> bool:
    if isinstance(expected, (list, tuple)):
        alike = isinstance(value, (list, tuple)) and len(value) == len(expected)
        return alike and all(_equal(a, b) for a, b in zip(value, expected, strict=True))
    if isinstance(value, torch.Tensor) or isinstance(expected, bool) != isinstance(value, bool):
        return False
    return bool(value == expected)


def _typed(value: Any, wanted: type[Wanted], requirement: str, because: str | None) -> Wanted:
    if not isinstance(value, wanted):
        raise _mistyped(requirement, because, value)
    return value


def _mistyped(requirement: str, because: str | None, value: Any) -> Mismatch:
    return Mismatch(requirement, because, kind="type", got=kind(value))


def _item_hint(value: Any) -> str | None:
    return "`.item()` makes a Python number of a tensor" if isinstance(value, torch.Tensor) else None
