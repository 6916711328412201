"""What a lesson calls right in its questions is computed here, and so are the numbers of its reasons."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from autograder.course.courses import kits_own
from autograder.course.questions import answers
from tests.lessons import test_prose as prose


def told(lesson: str, beginning: str) -> tuple[str, str]:
    """What is right, and why, of the question that begins so."""
    ((answer, because),) = (
        (kept.answer, kept.because)
        for question, kept in answers(kits_own(), lesson).items()
        if question.startswith(beginning)
    )
    return answer, because


def test_perceptron() -> None:
    torch.manual_seed(7)
    first, second = torch.rand(3), torch.rand(3)
    torch.manual_seed(7)
    assert torch.equal(first, torch.rand(3))
    assert not torch.equal(first, second)
    assert told("perceptron", "The seed")[0] == "the first and the third"
    mistakes = prose.rosenblatt(prose.GATES["AND"])[2]
    assert len(mistakes) == len(prose.rosenblatt(prose.GATES["AND"], lr=10)[2]) == 6
    assert told("perceptron", "How many epochs")[0] == "six, as with 1"
    w, b, _ = prose.rosenblatt(prose.GATES["XOR"])
    says = prose.CORNERS @ torch.tensor(w) + b >= 0
    assert sum(says.int() == torch.tensor(prose.GATES["XOR"])) == 2
    assert told("perceptron", "How many of the four")[0] == "two"


def test_activations() -> None:
    big = torch.tensor(1000.0).exp()
    assert str((big / (1 + big)).item()) == told("activations", "What is exp")[0]
    cat, dog, _ = torch.softmax(torch.tensor([10.0, 5.0, 0.0]), 0).tolist()
    answer, because = told("activations", "The scores")
    assert (answer, cat > 0.99) == ("more than 0.99", True)
    assert f"{cat / dog:.0f} times as probable as dog" in because


def test_mlp() -> None:
    (source,) = (source for source in prose.text("mlp", "code") if "def follow_sine" in source)
    names = {"torch": torch}
    exec(source[: source.index("figure, panels")], names)
    errors = {}
    for neurons in (16, 32, 64):
        x, _, y = names["follow_sine"](neurons)
        errors[neurons] = (y - torch.sin(x)).abs().max().item()
    answer, because = told("mlp", "Which is the smallest")
    assert errors[32] > 0.001 > errors[int(answer)]
    assert all(f"{errors[neurons]:.1g}"[:5] in because for neurons in (32, 64))
    assert f"{errors[16]:.3f}" in because
    with pytest.raises(RuntimeError):
        torch.ones(2, 3) @ torch.ones(4, 3).T + torch.ones(2)
    assert told("mlp", "X is (4, 3)")[0] == "an error"


def test_losses() -> None:
    assert str(tuple((torch.ones(3, 1) - torch.ones(3)).shape)) == told("losses", "Predictions have")[0]
    answer, because = told("losses", "A network for ten")
    assert f"about {math.log(10):.1f}" == answer
    assert f"ln 10 = {math.log(10):.2f}" in because
    logit = torch.tensor([30.0], requires_grad=True)
    F.binary_cross_entropy(torch.sigmoid(logit).clamp(1e-7, 1 - 1e-7), torch.zeros(1)).backward()
    assert logit.grad is not None
    assert (logit.grad.item(), told("losses", "Sigmoid, clamp")[0]) == (0.0, "not at all")


def test_autograd() -> None:
    slope = 1 - math.tanh(1) ** 2
    errors = {e: abs((math.tanh(1 + e) - math.tanh(1 - e)) / (2 * e) - slope) for e in (1e-2, 1e-5, 1e-10, 1e-15)}
    answer, because = told("autograd", "Which distance")
    assert min(errors, key=lambda e: errors[e]) == float(answer)
    assert all(words in because for words in ("6e-12 here", "3e-7 at 1e-10", "0.09 at 1e-15"))
    assert [f"{errors[e]:.0e}" for e in (1e-5, 1e-10, 1e-15)] == ["6e-12", "3e-07", "9e-02"]


def test_optimizers() -> None:
    w = [4 * (1 - 2 * 0.9) ** step for step in range(3)]
    assert (w[1] < 0 < w[2], abs(w[2]) < abs(w[1]) < w[0]) == (True, True)
    rates = np.logspace(-3, 0.5, 36)
    sgd, adam = torch.optim.SGD, torch.optim.Adam
    runs = {"SGD": prose.ends(sgd, rates), "Adam": prose.ends(adam, rates)}
    runs["momentum"] = prose.ends(sgd, rates, momentum=0.8)
    assert min(runs, key=lambda name: min(runs[name])) == told("optimizers", "Each takes")[0]


def test_training() -> None:
    curves = {name: curve[-1] for name, curve in prose.stored("training", "in_order").items()}
    assert min(curves, key=lambda name: curves[name]) == "cleared once an epoch"
    assert told("training", "Which of these four")[0] == "the one that clears once an epoch"
    sizes = {size: curve[-1] for size, curve in prose.stored("training", "by_batch_size").items()}
    assert str(min(sizes, key=lambda size: sizes[size])) == told("training", "After 30 epochs")[0]
    assert f"make {-(-150 // 4)} updates" in told("training", "After 30 epochs")[1]


def test_xor() -> None:
    assert f"log 2 = {math.log(2):.3f}" in told("xor", "What is about")[1]
    assert told("xor", "Of a hundred")[0] == f"about {100 * 3841 / 4000:.0f}"
