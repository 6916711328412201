"""The small examples of the lesson on losses, and how each loss goes when one of its arguments moves."""

from collections.abc import Callable
from typing import Any

import torch

from autograder import Student
from autograder.sketch import Sketch

TABLE = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
GOALS = torch.tensor([[1.0, 0.0], [3.0, 0.0]])
SCORES = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 3.0]])
CLASSES = torch.tensor([0, 1])
MOVES = torch.linspace(-4.0, 4.0, 13)
#: So far that a sigmoid is rounded to 1 in float32.
FAR = torch.linspace(-24.0, 24.0, 13)
#: From 0 itself, where one of the two logarithms has no value.
CHANCES = torch.linspace(0.0, 0.96, 13)
ONE, NONE = torch.tensor([1.0]), torch.tensor([0.0])


def mse_loss(student: Student, sketch: Sketch) -> None:
    sketch.call(student.mse_loss, TABLE, GOALS)
    _moving(sketch, MOVES, lambda z: student.mse_loss(z, ONE), "prediction", "mse_loss, target 1")


def cross_entropy(student: Student, sketch: Sketch) -> None:
    sketch.call(student.cross_entropy, SCORES, CLASSES)

    def loss(z: torch.Tensor) -> Any:
        return student.cross_entropy(torch.cat([z, torch.zeros(2)])[None], CLASSES[:1])

    _moving(sketch, MOVES, loss, "z", "cross_entropy of [[z, 0, 0]], class 0")
    sketch.call(student.cross_entropy, torch.tensor([[1000.0, 0.0]]), torch.tensor([1]))


def binary_cross_entropy(student: Student, sketch: Sketch) -> None:
    sketch.call(student.binary_cross_entropy, torch.tensor([0.5, 0.9, 0.2]), torch.tensor([1.0, 1.0, 0.0]))
    words = "probability", "binary_cross_entropy, target 0"
    _moving(sketch, CHANCES, lambda p: student.binary_cross_entropy(p, NONE), *words)
    sketch.call(student.binary_cross_entropy, torch.tensor([0.3, 0.6]), torch.tensor([0.2, 0.7]))
    sketch.call(student.binary_cross_entropy, torch.tensor([0.0, 1.0]), torch.tensor([0.0, 1.0]))


def bce_with_logits(student: Student, sketch: Sketch) -> None:
    sketch.call(student.bce_with_logits, torch.tensor([0.0, 2.0, -1.0]), torch.tensor([1.0, 1.0, 0.0]))
    _moving(sketch, FAR, lambda z: student.bce_with_logits(z, NONE), "logit", "bce_with_logits, target 0")
    sketch.call(student.bce_with_logits, torch.tensor([1000.0, -1000.0]), torch.tensor([0.0, 1.0]))


def _moving(
    sketch: Sketch, places: torch.Tensor, loss: Callable[[torch.Tensor], Any], across: str, up: str
) -> None:
    """Draw the loss as one argument, a tensor of one number, moves."""
    sketch.curve(places, [loss(place) for place in places.split(1)], across, up)
