"""What a check may expect of a value that came back; each raises `Mismatch` in a student's words.

No expectation trusts the type of what it is given: anything at all may have come back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import torch

from autograder.delegation import forbidden_calls
from autograder.failures import Delegation, Mismatch, StudentError
from autograder.show import cut, kind, text
from autograder.student import Figure, Function, Instance, Module, Student

Wanted = TypeVar("Wanted")

_NOTHING = object()


def that(condition: bool, requirement: str, *, got: Any = _NOTHING, because: str | None = None) -> None:
    """The condition holds; `got` is the value that is shown when it does not."""
    if not condition:
        shown = cut(got) if isinstance(got, str) else text(got)
        raise Mismatch(requirement, because, got="" if got is _NOTHING else shown)


def defined(function: Function, *positional: str, **keywords: Any) -> None:
    """The name exists, is callable, and takes these positional and these keyword arguments."""
    name = function.name
    found = function.describe()
    wanted = f"{name}({', '.join([*positional, *(f'{k}={text(v)}' for k, v in keywords.items())])})"
    if found.get("exists") is not True:
        troubles = function.session.channel.troubles()
        because = f"running your code raised {troubles[0]}" if troubles else None
        raise Mismatch(f"there is a function or class named {name}, as in {wanted}", because, got="no such name")
    if found.get("callable") is not True:
        raise Mismatch(f"{name} can be called, as in {wanted}", got=cut(str(found.get("type"))))
    parameters = found.get("parameters")
    if isinstance(parameters, list) and not _accepts(parameters, len(positional), list(keywords)):
        names = [str(row[0]) for row in parameters if isinstance(row, list) and row]
        raise Mismatch(f"{name} can be called as {wanted}", got=cut(f"{name}({', '.join(names)})"))


def tensor(
    value: Any,
    shape: Sequence[int] | None = None,
    dtype: torch.dtype | None = None,
    *,
    because: str | None = None,
) -> torch.Tensor:
    """The value is a tensor, of this shape and element type where they are given."""
    if not isinstance(value, torch.Tensor):
        raise Mismatch("the result is a tensor", because, got=kind(value))
    if shape is not None and tuple(value.shape) != tuple(shape):
        raise Mismatch(f"the result has shape {tuple(shape)}", because, got=f"shape {tuple(value.shape)}")
    if dtype is not None and value.dtype != dtype:
        raise Mismatch(f"the result has dtype {dtype}", because, got=str(value.dtype))
    return value


def shape(value: Any, shape: Sequence[int], *, because: str | None = None) -> torch.Tensor:
    """The value is a tensor of this shape."""
    return tensor(value, shape, because=because)


def same_as(value: Any, like: torch.Tensor, *, because: str | None = None) -> torch.Tensor:
    """The value is a tensor with the shape, dtype and device of another."""
    result = tensor(value, like.shape, like.dtype, because=because)
    if result.device.type != like.device.type:
        raise Mismatch(f"the result is on the device {like.device}", because, got=str(result.device))
    return result


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
        raise Mismatch(requirement, because, **_difference(found, wanted, rtol, atol))


def equal(value: Any, expected: Any, *, because: str | None = None) -> None:
    """Exactly equal: ints, strings, bools, None, and lists and tuples of them."""
    if not _equal(value, expected):
        raise Mismatch("the result is exactly right", because, expected=text(expected), got=kind(value))


def python_float(value: Any, *, because: str | None = None) -> float:
    """A Python float, not a tensor."""
    if not isinstance(value, float):
        raise Mismatch("the result is a Python float", because or _item_hint(value), got=kind(value))
    return value


def python_int(value: Any, *, because: str | None = None) -> int:
    """A Python int, not a tensor and not a bool."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Mismatch("the result is a Python int", because or _item_hint(value), got=kind(value))
    return value


def floats(value: Any, length: int, *, because: str | None = None) -> list[float]:
    """A list (or tuple) of this many Python floats."""
    items = sequence(value, length, because=because)
    for item in items:
        if not isinstance(item, float):
            raise Mismatch("the list holds Python floats", because or _item_hint(item), got=kind(item))
    return [float(item) for item in items]


def sequence(value: Any, length: int, *, because: str | None = None) -> Sequence[Any]:
    """A list or tuple of this length."""
    if not isinstance(value, (list, tuple)):
        raise Mismatch(f"the result is a list of {length} items", because, got=kind(value))
    if len(value) != length:
        raise Mismatch(f"the result has {length} items", because, got=f"{len(value)} items: {text(value)}")
    return value


def pair(value: Any, *, because: str | None = None) -> Sequence[Any]:
    """A tuple (or list) of two values."""
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise Mismatch("the result is a pair of two values", because, got=kind(value))
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


def gradient(
    function: Callable[..., Any],
    oracle: Callable[..., torch.Tensor],
    *args: Any,
    wrt: Sequence[int] = (0,),
    rtol: float = 1e-3,
    atol: float = 1e-5,
    because: str | None = None,
    **kwargs: Any,
) -> None:
    """The gradient of a weighted sum of the result is the oracle's, for the arguments at places `wrt`.

    The weights differ from element to element: under a plain sum the gradient of softmax is zero, and
    would check nothing.
    """
    wanted = _gradients(oracle, args, wrt, kwargs)
    result, inputs = _called(function, args, wrt, kwargs)
    output = tensor(result, because=because)
    if not output.requires_grad:
        raise Mismatch("gradients flow from the result to the inputs", because or _detached_hint(), got="no graph")
    if output.shape != _called(oracle, args, wrt, kwargs)[0].shape:
        raise Mismatch("the result has the right shape", because, got=f"shape {tuple(output.shape)}")
    found = torch.autograd.grad(output, inputs, _weights(output), allow_unused=True)
    for place, got, right in zip(wrt, found, wanted, strict=True):
        if got is None:
            raise Mismatch(f"gradients flow to argument {place + 1}", because or _detached_hint(), got="none")
        if not torch.allclose(got.double(), right.double(), rtol=rtol, atol=atol):
            values = _difference(got.double(), right.double(), rtol, atol)
            raise Mismatch(f"the gradient with respect to argument {place + 1} is right", because, **values)


def gradcheck(function: Callable[..., Any], *args: Any, because: str | None = None) -> None:
    """float64 analytical gradients agree with finite differences."""
    inputs = tuple(
        arg.detach().double().requires_grad_()
        if isinstance(arg, torch.Tensor) and arg.is_floating_point()
        else arg
        for arg in args
    )
    output = tensor(function(*inputs), because=because)
    if not output.requires_grad:
        raise Mismatch("gradients flow from the result to the inputs", because or _detached_hint(), got="no graph")
    same_dtype = output.dtype == torch.float64
    that(same_dtype, "float64 inputs give a float64 result", got=str(output.dtype), because=because)
    if not torch.autograd.gradcheck(function, inputs, raise_exception=False):
        raise Mismatch("the gradients agree with finite differences (float64)", because)


def raises(error: type[Exception], function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """The call raises this exception or a subclass, as far as the names of classes tell."""
    try:
        result = function(*args, **kwargs)
    except StudentError as raised:
        if raised.type_name == "NotImplementedError":
            raise
        if error.__name__ in (raised.type_name, *raised.bases):
            return
        got = cut(f"{raised.type_name}: {raised.message}")
        raise Mismatch(f"the call raises {error.__name__}", got=got) from None
    raise Mismatch(f"the call raises {error.__name__}", got=f"no exception, but {kind(result)}")


def untouched(function: Function, *args: Any, because: str | None = None, **kwargs: Any) -> None:
    """The call does not modify its tensor arguments."""
    with function.guarded() as modified:
        function(*args, **kwargs)
    if modified:
        hint = (
            because or "an in-place operation such as `x += 1`, `x[...] = ` or `x.exp_()` changes the caller's x"
        )
        raise Mismatch("the inputs are left as they were", hint, got=f"tensor argument {modified[0] + 1} changed")


def not_delegated(student: Student, exercise: str, action: Callable[[], Any]) -> None:
    """Neither the source of the exercise nor what `action` executes calls the built-in that it re-implements."""
    function: Function = getattr(student, exercise)
    with function.watched() as operators:
        action()
    found = forbidden_calls(exercise, function.session.channel.source(), operators)
    if found:
        raise Delegation(
            f"{exercise} is written by you, from simpler operations",
            "the exercise is to build it, so its ready-made version may not be called",
            got=cut(f"a call of {', '.join(found[:3])}"),
        )


def _accepts(parameters: list[Any], positional: int, keywords: list[str]) -> bool:
    rows = [row for row in parameters if isinstance(row, list) and list(map(type, row)) == [str, str, bool]]
    kinds = [row[1] for row in rows]
    ordered = [row for row in rows if row[1] in ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD")]
    if len(ordered) < positional and "VAR_POSITIONAL" not in kinds:
        return False
    by_name = [row for row in rows if row[1] in ("POSITIONAL_OR_KEYWORD", "KEYWORD_ONLY")]
    named = {row[0] for row in by_name if row not in ordered[:positional]}
    if "VAR_KEYWORD" not in kinds and not set(keywords) <= named:
        return False
    rest = [row for row in ordered[positional:] if row[0] not in keywords]
    only = [row for row in rows if row[1] == "KEYWORD_ONLY" and row[0] not in keywords]
    return all(row[2] for row in [*rest, *only])


def _numbers(value: Any, wanted: torch.Tensor, because: str | None) -> torch.Tensor:
    if isinstance(value, torch.Tensor):
        found = value.detach().cpu().to(torch.float64)
    else:
        try:
            found = torch.tensor(value, dtype=torch.float64)
        except (TypeError, ValueError, RuntimeError, OverflowError):
            raise Mismatch("the result is a number or numbers", because, got=kind(value)) from None
    if found.shape != wanted.shape:
        raise Mismatch(
            f"the result has {wanted.numel()} values" if wanted.dim() else "the result is one number",
            because,
            got=kind(value),
        )
    return found


def _difference(found: torch.Tensor, wanted: torch.Tensor, rtol: float, atol: float) -> dict[str, str]:
    """The values where they are few; otherwise the first place that differs."""
    if wanted.numel() <= 6:
        return {"expected": text(wanted.to(torch.float32)), "got": text(found.to(torch.float32))}
    wrong = ~torch.isclose(found, wanted, rtol=rtol, atol=atol, equal_nan=True)
    place = wrong.nonzero()[0].tolist()
    index = place[0] if len(place) == 1 else tuple(place)
    return {
        "expected": f"{wanted[tuple(place)].item():.6g} at index {index}",
        "got": f"{found[tuple(place)].item():.6g} ({int(wrong.sum())} of {wanted.numel()} values differ)",
    }


def _equal(value: Any, expected: Any) -> bool:
    if isinstance(expected, (list, tuple)):
        alike = isinstance(value, (list, tuple)) and len(value) == len(expected)
        return alike and all(_equal(a, b) for a, b in zip(value, expected, strict=True))
    if isinstance(value, torch.Tensor) or isinstance(expected, bool) != isinstance(value, bool):
        return False
    return bool(value == expected)


def _typed(value: Any, wanted: type[Wanted], requirement: str, because: str | None) -> Wanted:
    if not isinstance(value, wanted):
        raise Mismatch(requirement, because, got=kind(value))
    return value


def _called(
    function: Callable[..., Any], args: Sequence[Any], wrt: Sequence[int], kwargs: dict[str, Any]
) -> tuple[Any, list[torch.Tensor]]:
    copies = [
        arg.detach().clone().requires_grad_(place in wrt) if isinstance(arg, torch.Tensor) else arg
        for place, arg in enumerate(args)
    ]
    return function(*copies, **kwargs), [copies[place] for place in wrt]


def _weights(output: torch.Tensor) -> torch.Tensor:
    ramp = torch.linspace(0.5, 1.5, max(output.numel(), 1), dtype=torch.float64)[: output.numel()]
    signs = torch.where(torch.arange(output.numel()) % 3 == 1, -1.0, 1.0)
    return (ramp * signs).reshape(output.shape).to(output.dtype).to(output.device)


def _gradients(
    oracle: Callable[..., torch.Tensor], args: Sequence[Any], wrt: Sequence[int], kwargs: dict[str, Any]
) -> Sequence[torch.Tensor]:
    output, inputs = _called(oracle, args, wrt, kwargs)
    return torch.autograd.grad(output, inputs, _weights(output))


def _item_hint(value: Any) -> str | None:
    return "`.item()` makes a Python number of a tensor" if isinstance(value, torch.Tensor) else None


def _detached_hint() -> str:
    return "`.detach()`, `.item()`, `.data`, numpy or `torch.no_grad()` cut the graph"
