"""What the checks of a linear layer's gradients hand over and compare with."""

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import functional

from autograder import Rng, Student, expect
from autograder.failures import Mismatch, Unmet

#: Samples, inputs and outputs; among them one sample, one output, and square matrices.
LAYERS = [(3, 4, 2), (1, 3, 2), (4, 2, 1), (3, 3, 3)]
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


def one_of_three(student: Student, rng: Rng, place: int) -> None:
    """One of the results is right, in whatever shape: for the worked example, and for random layers."""
    x, weight = torch.tensor([[1.0, 2.0], [3.0, -1.0]]), torch.tensor([[1.0, -1.0], [0.5, 1.0]])
    layers = [[x, weight, torch.tensor([[0.0, 2.0], [1.0, -1.0]])], *(draw_layer(rng, *sizes) for sizes in LAYERS)]
    for number, layer in enumerate(layers):
        found = expect.sequence(student.linear_backward(*layer), 3, because="grad_x, grad_weight, grad_bias")
        because = f"{NAMES[place]}{' of the worked example' if number == 0 else ''}"
        expect.values(found[place], right_layer(*layer)[place], because=because)


def needs_one(student: Student) -> None:
    """`Unmet` where none of the three results is right."""
    layer = [
        tensor.float() for tensor in ((torch.arange(6.0) - 2).reshape(3, 2), torch.eye(2) + 1, torch.ones(3, 2))
    ]
    layer[2][1, 0] = -2.0
    found = three(student.linear_backward(*layer))
    for got, right in zip(found, right_layer(*layer), strict=True):
        try:
            expect.values(got, right)
        except Mismatch:
            continue
        return
    raise Unmet("needs: one of the three results that is right")
