"""The small examples of the lesson on the perceptron, and what is drawn of them."""

import torch

from autograder import Student
from autograder.sketch import Sketch
from autograder.student import Function

INPUTS = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
WEIGHTS, BIAS = torch.tensor([10.0, 1.0]), torch.tensor(0.5)
#: Inputs of one number: with the weight 1 and no bias they are the weighted sums.
SUMS = torch.linspace(-6.0, 6.0, 61)
ONE, NONE = torch.tensor([1.0]), torch.tensor(0.0)
CORNERS = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND = torch.tensor([0.0, 0.0, 0.0, 1.0])


def weighted_sum(student: Student, sketch: Sketch) -> None:
    sketch.call(student.weighted_sum, INPUTS, WEIGHTS, BIAS)
    sketch.call(student.weighted_sum, INPUTS[0], WEIGHTS, BIAS)


def perceptron(student: Student, sketch: Sketch) -> None:
    sketch.call(student.perceptron, torch.tensor([[-2.0], [0.0], [2.0]]), ONE, NONE)
    _over_sums(student.perceptron, sketch)
    sketch.call(student.perceptron, torch.tensor([[-1000.0], [1000.0]]), ONE, NONE)


def predict(student: Student, sketch: Sketch) -> None:
    sketch.call(student.predict, torch.tensor([[-1.0], [0.0], [0.2], [1.0]]), ONE, NONE)
    sketch.call(student.predict, torch.tensor([[-1.0], [0.0], [0.2], [1.0]]), ONE, NONE, threshold=0.7)
    _over_sums(student.predict, sketch, threshold=0.7)


def fit_perceptron(student: Student, sketch: Sketch) -> None:
    found = sketch.call(student.fit_perceptron, CORNERS, AND)
    if isinstance(found, tuple) and len(found) == 3:
        sketch.line(found[0], found[1], CORNERS, AND)


def _over_sums(function: Function, sketch: Sketch, **options: float) -> None:
    y = function(SUMS[:, None], ONE, NONE, **options)
    words = ", ".join([function.name, *(f"{key}={value:g}" for key, value in options.items())])
    sketch.curve(SUMS, y, across="weighted sum", up=words)
