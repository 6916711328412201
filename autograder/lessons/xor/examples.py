"""The small examples of the lesson on XOR, the loss as it goes, and what a network makes of the plane."""

from typing import Any

import torch

from autograder import Student, expect
from autograder.lessons.xor.runs import INPUTS, SHAPES, TARGETS, network, start, train
from autograder.sketch import Sketch, grid

REACH = (-0.5, 1.5)
EPOCHS = 60
#: With these the network has learned: weights and biases of `SHAPES`, logits of -4, 4, 4 and -4.
LEARNED = [
    torch.cat([torch.ones(2, 2), torch.zeros(6, 2)]),
    torch.tensor([0.0, *[-1.0] * 7]),
    torch.tensor([[8.0, -16.0, *[0.0] * 6]]),
    torch.tensor([-4.0]),
]


def xor_data(student: Student, sketch: Sketch) -> None:
    sketch.show('xor_data("cpu")', lambda: student.xor_data("cpu"))


def XORNet(student: Student, sketch: Sketch) -> None:
    made: list[Any] = []

    def shapes() -> list[tuple[int, ...]]:
        made.append(expect.module(student.XORNet()))
        return [tuple(parameter.value.shape) for parameter in made[0].parameters()]

    if sketch.show("the shapes of the parameters of XORNet()", shapes) == list(SHAPES.values()):
        made[0].load(LEARNED)
        made[0].eval()
        sketch.show(
            "the logits of XORNet() on the four rows, with weights that have learned", lambda: made[0](INPUTS)
        )
        logits = made[0](grid(*REACH))
        if isinstance(logits, torch.Tensor):
            sketch.plane(logits > 0, REACH, INPUTS, TARGETS)


def train_xor(student: Student, sketch: Sketch) -> None:
    net = network(student, start(0))
    history = train(student, net, EPOCHS)
    some = history[::20] if isinstance(history, list) else history
    sketch.show(f"every twentieth loss of train_xor(model, num_epochs={EPOCHS})", lambda: some)
    sketch.curve(torch.arange(1.0, EPOCHS + 1), history, "epoch", "loss")
    net.eval()
    sketch.plane(net(grid(*REACH)) > 0, REACH, INPUTS, TARGETS)


def predict_xor(student: Student, sketch: Sketch) -> None:
    net = network(student, LEARNED)
    sketch.show("predict_xor(model, inputs) of a model that has learned", lambda: student.predict_xor(net, INPUTS))
    found = student.predict_xor(net, grid(*REACH))
    if isinstance(found, tuple) and len(found) == 2:
        sketch.plane(found[1], REACH, INPUTS, TARGETS)
