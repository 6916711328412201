"""The small examples of the lesson on activations, and what is drawn of them."""

import torch

from autograder import Student
from autograder.sketch import Sketch
from autograder.student import Function

FEW = torch.tensor([-2.0, 0.0, 2.0])
LARGE = torch.tensor([-1000.0, 1000.0])
NEAR = torch.linspace(-6.0, 6.0, 61)
FAR = torch.linspace(-120.0, 120.0, 61)
SCORES = torch.tensor([[1.0, 2.0, 3.0], [1.0, 3.0, 5.0]])


def sigmoid(student: Student, sketch: Sketch) -> None:
    _squashing(student.sigmoid, sketch)


def tanh(student: Student, sketch: Sketch) -> None:
    _squashing(student.tanh, sketch)


def relu(student: Student, sketch: Sketch) -> None:
    sketch.call(student.relu, FEW)
    sketch.curve(NEAR, student.relu(NEAR), up="relu(x)")


def leaky_relu(student: Student, sketch: Sketch) -> None:
    sketch.call(student.leaky_relu, FEW)
    sketch.curve(NEAR, student.leaky_relu(NEAR), up="leaky_relu(x)")
    sketch.call(student.leaky_relu, FEW, negative_slope=0.5)
    sketch.curve(NEAR, student.leaky_relu(NEAR, negative_slope=0.5), up="leaky_relu(x, negative_slope=0.5)")


def softmax(student: Student, sketch: Sketch) -> None:
    sketch.bars(sketch.call(student.softmax, SCORES), 2, 3)
    sketch.bars(sketch.call(student.softmax, SCORES, dim=0), 2, 3)
    sketch.call(student.softmax, torch.tensor([1000.0, 1001.0, 1002.0]))


def _squashing(function: Function, sketch: Sketch) -> None:
    up = f"{function.name}(x)"
    sketch.call(function, FEW)
    sketch.curve(NEAR, function(NEAR), up=up)
    sketch.call(function, LARGE)
    sketch.curve(FAR, function(FAR), up=up)
