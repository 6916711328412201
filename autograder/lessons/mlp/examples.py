"""The small examples of the lesson on multi-layer perceptrons."""

from collections.abc import Sequence
from typing import Any

import torch

from autograder import Student, expect
from autograder.sketch import Sketch
from autograder.student import Module

LAYERS: dict[str, Sequence[Any]] = {
    "fc1": ("Linear", 4, 6),
    "relu1": ("ReLU",),
    "fc2": ("Linear", 6, 3),
    "relu2": ("ReLU",),
    "fc3": ("Linear", 3, 2),
}
#: What `LAYERS` is, as it would be written.
NETWORK = "SimpleMLP(4, 6, 2)"


def SimpleMLP(student: Student, sketch: Sketch) -> None:
    made: list[Any] = []

    def shapes() -> list[tuple[int, ...]]:
        made.append(expect.module(student.SimpleMLP(4, 6, 2)))
        return [tuple(parameter.value.shape) for parameter in made[0].parameters()]

    found = sketch.show(f"the shapes of the parameters of {NETWORK}", shapes)
    x = torch.ones(2, 4)
    sketch.show(f"the shape of {NETWORK}(torch.ones(2, 4))", lambda: tuple(expect.tensor(made[0](x)).shape))
    module: Module = made[0]
    module.load([torch.linspace(-1.0, 1.0, torch.Size(shape).numel()).reshape(shape) for shape in found])
    module.eval()
    sketch.show(f"{NETWORK}(torch.ones(2, 4)), all weights and biases going from -1 to 1", lambda: module(x))


def count_parameters(student: Student, sketch: Sketch) -> None:
    net = student.kit.network(fc1=("Linear", 2, 3), fc2=("Linear", 3, 1))
    call = "count_parameters(nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1)))"
    sketch.show(call, lambda: student.count_parameters(net))
    net.freeze(0)
    sketch.show(f"{call}, the weight of the first layer being frozen", lambda: student.count_parameters(net))
    tied = student.kit.network(fc1=("Linear", 3, 3), fc2=("Tied", "fc1", 3, 3))
    sketch.show(
        "count_parameters of two nn.Linear(3, 3) that share one weight", lambda: student.count_parameters(tied)
    )


def layer_shapes(student: Student, sketch: Sketch) -> None:
    net, x = student.kit.network(**LAYERS), torch.zeros(2, 4)
    sketch.show(f"layer_shapes({NETWORK}, torch.zeros(2, 4))", lambda: student.layer_shapes(net, x))
