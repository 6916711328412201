"""What the gradients of a function may be expected to be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch

from autograder.expect._values import difference, tensor
from autograder.failures import Mismatch


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
    right_one, leaves = _called(oracle, args, wrt, kwargs)
    wanted = torch.autograd.grad(_weighted(right_one), leaves)
    result, inputs = _called(function, args, wrt, kwargs)
    output = tensor(result, because=because)
    if not output.requires_grad:
        raise _no_gradient("gradients flow from the result to the inputs", because, "no graph")
    if output.numel() != right_one.numel():
        came = f"shape {tuple(output.shape)}"
        raise Mismatch("the result has the right shape", because, kind="shape", got=came)
    output = output.reshape(right_one.shape)  # the shape itself has a check of its own
    found = torch.autograd.grad(_weighted(output), inputs, allow_unused=True)
    for place, got, right in zip(wrt, found, wanted, strict=True):
        if got is None:
            raise _no_gradient(f"gradients flow to argument {place + 1}", because, "none")
        if not torch.allclose(got.double(), right.double(), rtol=rtol, atol=atol):
            requirement = f"the gradient with respect to argument {place + 1} is right"
            expected, shown = difference(got.double(), right.double(), rtol, atol)
            raise Mismatch(requirement, because, kind="gradient", expected=expected, got=shown)


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
        raise _no_gradient("gradients flow from the result to the inputs", because, "no graph")
    if output.dtype != torch.float64:
        raise Mismatch("float64 inputs give a float64 result", because, kind="dtype", got=str(output.dtype))
    if not torch.autograd.gradcheck(function, inputs, raise_exception=False):
        raise Mismatch("the gradients agree with finite differences (float64)", because, kind="gradient")


def _called(
    function: Callable[..., Any], args: Sequence[Any], wrt: Sequence[int], kwargs: dict[str, Any]
) -> tuple[Any, list[torch.Tensor]]:
    copies = [
        arg.detach().clone().requires_grad_(place in wrt) if isinstance(arg, torch.Tensor) else arg
        for place, arg in enumerate(args)
    ]
    return function(*copies, **kwargs), [copies[place] for place in wrt]


def _weighted(output: torch.Tensor) -> torch.Tensor:
    """A sum, also because of other results torch takes gradients only after it has imported symbolic shapes."""
    ramp = torch.linspace(0.5, 1.5, max(output.numel(), 1), dtype=torch.float64)[: output.numel()]
    signs = torch.where(torch.arange(output.numel()) % 3 == 1, -1.0, 1.0)
    return (output * (ramp * signs).reshape(output.shape).to(output.dtype).to(output.device)).sum()


def _no_gradient(requirement: str, because: str | None, got: str) -> Mismatch:
    hint = "`.detach()`, `.item()`, `.data`, numpy or `torch.no_grad()` cut the graph"
    return Mismatch(requirement, because or hint, kind="gradient", got=got)
