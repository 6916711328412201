"""The small examples of the lesson on optimizers, and the ways that they take over a valley."""

from typing import Any

import torch

from autograder import Student
from autograder.lessons.optimizers.paths import begun
from autograder.sketch import Sketch

VALUE = torch.tensor([1.0, -2.0])
GRADIENTS = (torch.tensor([0.5, -4.0]), torch.tensor([1.0, 2.0]))
#: Where the way begins, and how steep the valley is in each direction.
START, VALLEY = torch.tensor([-4.0, 2.0]), (1.0, 8.0)
STEPS = 16


def SGD(student: Student, sketch: Sketch) -> None:
    _steps(student, sketch, "SGD", lr=0.1)
    _steps(student, sketch, "SGD", lr=0.1, momentum=0.9)
    _way(student, sketch, "SGD", lr=0.06, momentum=0.6)


def Adam(student: Student, sketch: Sketch) -> None:
    _steps(student, sketch, "Adam", lr=0.1)
    _way(student, sketch, "Adam", lr=0.5)


def _steps(student: Student, sketch: Sketch, name: str, **settings: float) -> None:
    """What a parameter is after each of two steps."""

    def values() -> list[Any]:
        parameters, optimizer = begun(student, name, [VALUE], **settings)
        return [value for (value,) in parameters.walk(optimizer, [[gradient] for gradient in GRADIENTS])]

    words = ", ".join(["[p]", *(f"{key}={value:g}" for key, value in settings.items())])
    sketch.show(f"p = [1, -2] after each of two steps of {name}({words}), gradients [0.5, -4] and [1, 2]", values)


def _way(student: Student, sketch: Sketch, name: str, **settings: float) -> None:
    """Step by step downhill: each gradient is that of the place where the step before has led."""
    parameters, optimizer = begun(student, name, [START], **settings)
    points = [START]
    while len(points) <= STEPS:
        steps = parameters.walk(optimizer, [[torch.tensor(VALLEY) * points[-1]]])
        if len(steps) != 1 or len(steps[0]) != 1:
            return
        points.append(steps[0][0])
    sketch.path(points, VALLEY)
