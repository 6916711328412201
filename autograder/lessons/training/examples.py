"""The small examples of the lesson on training, and how the loss goes."""

from typing import Any

import torch

from autograder import Student
from autograder.sketch import Sketch
from autograder.student import Module, Remote

INPUTS = torch.tensor([[1.0], [2.0], [3.0]])
LABELS = torch.tensor([[2.0], [4.0], [9.0]])
START = [torch.tensor([[0.0]]), torch.tensor([0.0])]
EPOCHS = 12
GIVEN = "nn.Linear(1, 1) from zero, nn.MSELoss() and SGD with lr=0.02"
LOGITS = torch.tensor([[-2.0], [0.2], [0.4], [3.0]])


def train_step(student: Student, sketch: Sketch) -> None:
    parts: list[Any] = []

    def step() -> Any:
        parts.extend(_parts(student))
        return student.train_step(*parts, INPUTS, LABELS)

    rows = "inputs [[1], [2], [3]] and labels [[2], [4], [9]]"
    sketch.show(f"train_step with {GIVEN}, {rows}", step)
    sketch.show("weight and bias after it", lambda: [float(p.value.item()) for p in parts[0].parameters()])
    parts[:] = _parts(student)
    steps = torch.arange(1.0, EPOCHS + 1)
    losses = [student.train_step(*parts, INPUTS, LABELS) for _ in range(EPOCHS)]
    sketch.show("the losses of its first four steps", lambda: losses[:4])
    sketch.curve(steps, losses, "step", "loss")


def train(student: Student, sketch: Sketch) -> None:
    def losses(epochs: int) -> Any:
        loader = student.kit.loader(INPUTS, LABELS, 2)
        return student.train(*_parts(student), loader, epochs)

    rows = "batches of 2 of the inputs [[1], [2], [3]] and labels [[2], [4], [9]]"
    sketch.show(f"train for 3 epochs, with {GIVEN}, on {rows}", lambda: losses(3))
    sketch.curve(torch.arange(1.0, EPOCHS + 1), losses(EPOCHS), "epoch", "loss")


def evaluate(student: Student, sketch: Sketch) -> None:
    net = student.kit.network(fc1=("Linear", 1, 1))
    net.load([torch.tensor([[1.0]]), torch.tensor([0.0])])
    labels = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    call = "evaluate where the logits are [[-2], [0.2], [0.4], [3]] and the labels [[0], [1], [1], [0]]"
    sketch.show(call, lambda: student.evaluate(net, LOGITS, labels))


def _parts(student: Student) -> tuple[Module, Remote, Remote]:
    """A network, a criterion and an optimizer, as if nothing had been trained yet."""
    net = student.kit.network(fc1=("Linear", 1, 1))
    net.load(START)
    return net, student.kit.criterion("mse"), student.kit.optimizer("SGD", net, lr=0.02)
