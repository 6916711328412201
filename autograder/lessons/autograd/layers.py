"""What the checks of a linear layer's gradients hand over and compare with."""

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import functional

from autograder import Rng, Student, expect
from autograder.failures import Mismatch, StudentError
from autograder.show import text

#: Samples, inputs and outputs; among them one sample, one output, and square matrices.
LAYERS = [(3, 4, 2), (1, 3, 2), (4, 2, 1), (3, 3, 3)]
_USUAL = [(3, 4, 2), (3, 3, 3)]
#: What is given back, in its order.
NAMES = ("grad_x", "grad_weight", "grad_bias")


def draw_layer(rng: Rng, samples: int, inputs: int, outputs: int) -> list[torch.Tensor]:
    """Random x, weight and grad_output."""
    shapes = [(samples, inputs), (outputs, inputs), (samples, outputs)]
    return [rng.normal(*shape) for shape in shapes]


def right_layer(x: torch.Tensor, weight: torch.Tensor, grad_output: torch.Tensor) -> Sequence[torch.Tensor]:
    """By torch's autograd, the slopes along x, weight and bias."""
    leaves = [tensor.detach().clone().requires_grad_() for tensor in (x, weight, x.new_zeros(len(weight)))]
    return torch.autograd.grad(functional.linear(*leaves), leaves, grad_output)


def three(value: Any) -> Sequence[torch.Tensor]:
    """A tuple (or list) of three tensors."""
    items = expect.sequence(value, 3, because="grad_x, grad_weight, grad_bias")
    return [expect.tensor(item) for item in items]


def parts(value: Any) -> Sequence[Any]:
    """What came back, in its order: how many there are, and in which form, is the matter of one check."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, (list, tuple)) else [value]


def one_of_three(student: Student, rng: Rng, place: int) -> None:
    """One of the results is right, in whatever shape: for the worked example, and for random layers.

    Products of which the shapes do not fit are the matter of another check: then it is asked for square matrices.
    """
    x, weight = torch.tensor([[1.0, 2.0], [3.0, -1.0]]), torch.tensor([[1.0, -1.0], [0.5, 1.0]])
    worked = [x, weight, torch.tensor([[0.0, 2.0], [1.0, -1.0]])]
    for layer in [worked, *(draw_layer(rng, *sizes) for sizes in LAYERS)]:
        try:
            found = parts(student.linear_backward(*layer))
        except StudentError:
            if layer[0].shape == layer[1].shape == layer[2].shape:
                raise
            continue
        because = f"{NAMES[place]}{' of the worked example' if layer is worked else ''}"
        expect.that(
            len(found) > place, f"there is a result number {place + 1}", got=f"{len(found)}", because=because
        )
        expect.values(found[place], right_layer(*layer)[place], because=because)


def fitting(student: Student, rng: Rng) -> list[torch.Tensor]:
    """A random layer on which it comes to its end, and with one of the results right, or a multiple of it."""
    problems, got = [], ""
    for sizes in _USUAL:
        layer = draw_layer(rng, *sizes)
        try:
            found = parts(student.linear_backward(*layer))
        except StudentError as error:
            problems.append(error)
            continue
        if any(_is_multiple(one, right) for one, right in zip(found, right_layer(*layer), strict=False)):
            return layer
        got = text(list(found))
    if len(problems) == len(_USUAL):
        raise problems[-1]
    raise Mismatch("one of the three results is right, or a multiple of it", got=got)


def _is_multiple(value: Any, wanted: torch.Tensor) -> bool:
    found = expect.reshaped(value, wanted.shape)
    if not isinstance(found, torch.Tensor) or found.shape != wanted.shape:
        return False
    got, right = found.double(), wanted.double()
    factor = (got * right).sum() / right.square().sum()
    return bool(factor != 0) and torch.allclose(got, factor * right, rtol=1e-3, atol=1e-4)
