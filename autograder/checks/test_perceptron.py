"""Checks of the lesson on the perceptron."""

import math
from dataclasses import dataclass
from itertools import product
from typing import Any

import torch
from torch.nn import functional

from autograder import Rng, Student, exercise, expect

SHAPES = [(), (1,), (3,), (2, 3), (1, 1), (2, 1, 3)]

CORNERS = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
GATES = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0)}
INSEPARABLE = {"XOR": (0, 1, 1, 0), "XNOR": (1, 0, 0, 1)}


def linear(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """torch's weighted sum, of one output and without its dimension."""
    return functional.linear(inputs, weights.unsqueeze(0), bias.unsqueeze(0)).squeeze(-1)


def sigmoid_of_linear(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """torch's perceptron."""
    return torch.sigmoid(linear(inputs, weights, bias))


@dataclass(frozen=True)
class Fit:
    """What Rosenblatt's rule gives; `margin` is the least |weighted sum| met once a parameter is not zero."""

    weights: torch.Tensor
    bias: torch.Tensor
    errors: list[int]
    margin: float


def rosenblatt(inputs: torch.Tensor, targets: torch.Tensor, lr: float = 1.0, max_epochs: int = 100) -> Fit:
    """The rule by its definition, in Python numbers; exact for integers."""
    w, b = [0.0] * inputs.shape[1], 0.0
    errors: list[int] = []
    margin = float("inf")
    while len(errors) < max_epochs and 0 not in errors:
        errors.append(0)
        for x, t in zip(inputs.tolist(), targets.tolist(), strict=True):
            z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
            if any(w) or b:
                margin = min(margin, abs(z))
            error = t - (1 if z >= 0 else 0)
            w = [wi + lr * error * xi for wi, xi in zip(w, x, strict=True)]
            b += lr * error
            errors[-1] += int(error != 0)
    return Fit(torch.tensor(w), torch.tensor(b), errors, margin)


def returned(result: Any, n: int) -> tuple[torch.Tensor, torch.Tensor, Any]:
    """Weights, bias and errors in one form.

    Their exact shapes and types have checks of their own, and are let through here: one mistake costs once.
    """
    weights, bias, errors = expect.sequence(result, 3, because="return weights, bias, errors")
    if isinstance(bias, (int, float)):
        bias = torch.tensor(float(bias))
    if isinstance(errors, torch.Tensor):
        errors = errors.tolist()
    if isinstance(errors, (list, tuple)):
        errors = [_plain_count(item) for item in errors]
    weights = _reshaped(weights, (n,), "the first of the three is the weights, one for each input")
    return weights, _reshaped(bias, (), "the second of the three is the bias, one number"), errors


def _reshaped(value: Any, shape: tuple[int, ...], because: str) -> torch.Tensor:
    flat = expect.tensor(value, because=because).detach().flatten()
    return expect.shape(flat, (math.prod(shape),), because=because).reshape(shape)


def _plain_count(item: Any) -> Any:
    if isinstance(item, torch.Tensor) and item.numel() == 1:
        item = item.item()
    return int(item) if isinstance(item, float) and item.is_integer() else item


def expect_parameters(result: Any, right: Fit, because: str) -> None:
    """The weights and the bias that came back are those of the rule."""
    weights, bias, _ = returned(result, len(right.weights))
    expect.close(weights, right.weights, because=f"the weights {because}")
    expect.close(bias, right.bias, because=f"the bias {because}")


def expect_errors(result: Any, right: Fit, because: str) -> None:
    """The counts of mistakes that came back are those of the rule."""
    expect.equal(returned(result, len(right.weights))[2], right.errors, because=because)


def truth(table: tuple[int, ...]) -> torch.Tensor:
    """The targets of a truth table, in the order 00 01 10 11."""
    return torch.tensor(table, dtype=torch.float32)


def decided(result: Any) -> list[int]:
    """What the learned weights decide for 00 01 10 11, by the definition."""
    weights, bias, _ = returned(result, 2)
    return (CORNERS.double() @ weights.double() + bias.double() >= 0).int().tolist()


def integer_samples(rng: Rng, m: int, n: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole numbers, so that every weighted sum is exact and a decision at 0 is no matter of rounding."""
    return rng.integers(-3, 4, m, n).float(), rng.integers(0, 2, m).float()


def separable_samples(rng: Rng, m: int, n: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole numbers that are learned in a few epochs, so that max_epochs plays no part."""
    for _ in range(200):
        inputs = rng.integers(-3, 4, m, n).float()
        targets = (inputs @ rng.normal(n) + rng.normal() >= 0).float()
        if 2 < len(rosenblatt(inputs, targets).errors) <= 10:
            break
    return inputs, targets


@exercise("weighted_sum", points=0)
def test_weighted_sum_exists(student: Student) -> None:
    """There is a function weighted_sum(inputs, weights, bias)."""
    expect.defined(student.weighted_sum, "inputs", "weights", "bias")


@exercise("weighted_sum", points=1)
def test_weighted_sum_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of inputs without its last dimension, and is float32."""
    because = "only the last dimension is summed away; every one before it stays, even of length 1"
    for shape in SHAPES:
        z = student.weighted_sum(rng.normal(*shape, 4), rng.normal(4), rng.normal())
        expect.tensor(z, shape, torch.float32, because=because)


@exercise("weighted_sum", points=1)
def test_weighted_sum_one_sample(student: Student, rng: Rng) -> None:
    """The value is right for one sample."""
    by_hand = [torch.tensor([2.0, 1.0]), torch.tensor([0.5, -1.0]), torch.tensor(0.25)]
    expect.close(student.weighted_sum(*by_hand), torch.tensor(0.25), because="0.5 * 2 - 1 * 1 + 0.25")
    for n in (1, 5):
        inputs, weights, bias = rng.normal(n), rng.normal(n), rng.normal() + 1
        expect.close(student.weighted_sum(inputs, weights, bias), linear(inputs, weights, bias))


@exercise("weighted_sum", points=1)
def test_weighted_sum_batch(student: Student, rng: Rng) -> None:
    """The values are right for a batch, one for each row."""
    by_hand = torch.tensor([[2.0, 1.0], [0.0, 3.0], [4.0, 0.0]])
    z = student.weighted_sum(by_hand, torch.tensor([0.5, -1.0]), torch.tensor(0.25))
    expect.close(z, torch.tensor([0.25, -2.75, 2.25]), because="the table in the text")
    for m, n in [(3, 3), (6, 2)]:
        inputs, weights, bias = rng.normal(m, n), rng.normal(n), rng.normal() + 1
        expect.close(student.weighted_sum(inputs, weights, bias), linear(inputs, weights, bias))


@exercise("weighted_sum", points=1)
def test_weighted_sum_leading_dimensions(student: Student, rng: Rng) -> None:
    """The values are right for any number of leading dimensions."""
    for shape in [(3, 3, 3), (2, 4, 5), (2, 3, 2, 5)]:
        inputs, weights, bias = rng.normal(*shape), rng.normal(shape[-1]), rng.normal() + 1
        z = student.weighted_sum(inputs, weights, bias)
        expect.close(z, linear(inputs, weights, bias), because="the sum goes over the last dimension")


@exercise("weighted_sum", points=1, needs=["test_weighted_sum_batch"])
def test_weighted_sum_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to inputs, weights and bias."""
    inputs, weights, bias = rng.normal(4, 3), rng.normal(3), rng.normal()
    expect.gradient(student.weighted_sum, linear, inputs, weights, bias, wrt=(0, 1, 2))


@exercise("weighted_sum", points=1, needs=["test_weighted_sum_batch"])
def test_weighted_sum_untouched(student: Student, rng: Rng) -> None:
    """Inputs, weights and bias are left as they were."""
    expect.untouched(student.weighted_sum, rng.normal(4, 3), rng.normal(3), rng.normal())


@exercise("weighted_sum", points=3, needs=["test_weighted_sum_batch"])
def test_weighted_sum_own_work(student: Student, rng: Rng) -> None:
    """It does not call torch's linear layer."""
    inputs, weights, bias = rng.normal(4, 3), rng.normal(3), rng.normal()
    expect.not_delegated(student, "weighted_sum", lambda: student.weighted_sum(inputs, weights, bias))


@exercise("perceptron", points=0)
def test_perceptron_exists(student: Student) -> None:
    """There is a function perceptron(inputs, weights, bias)."""
    expect.defined(student.perceptron, "inputs", "weights", "bias")


@exercise("perceptron", points=1)
def test_perceptron_shape(student: Student, rng: Rng) -> None:
    """The result has one output a sample, shape (...), and is float32."""
    for shape in SHAPES:
        y = student.perceptron(rng.normal(*shape, 4), rng.normal(4), rng.normal())
        expect.tensor(y, shape, torch.float32, because="one output for each sample")


@exercise("perceptron", points=2)
def test_perceptron_values(student: Student, rng: Rng) -> None:
    """The values are the sigmoid of the weighted sum."""
    by_hand = torch.tensor([[2.0, 1.0], [0.0, 3.0], [4.0, 0.0]])
    y = student.perceptron(by_hand, torch.tensor([0.5, -1.0]), torch.tensor(0.25))
    expect.close(y, torch.tensor([0.562177, 0.060087, 0.904651]), because="the table in the text")
    for shape in [(3,), (3, 3), (2, 3, 4)]:
        inputs, weights, bias = rng.normal(*shape), rng.normal(shape[-1]), rng.normal() + 1
        y = student.perceptron(inputs, weights, bias)
        expect.close(y, sigmoid_of_linear(inputs, weights, bias), because="sigmoid(w · x + b) of each sample")


@exercise("perceptron", points=1, needs=["test_perceptron_values"])
def test_perceptron_saturates(student: Student) -> None:
    """Weighted sums of 1000 and -1000 give 1 and 0 instead of nan."""
    inputs = torch.tensor([[10.0, 0.0], [0.0, 10.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    weights, bias = torch.tensor([99.0, -101.0]), torch.tensor(10.0)  # sums 1000, -1000, 109, -91 and 8
    because = "exp overflows above 88.7 in float32, and inf / inf is nan"
    y = student.perceptron(inputs, weights, bias)
    expect.close(y, sigmoid_of_linear(inputs, weights, bias), atol=1e-4, because=because)
    expect.close(student.perceptron(inputs[1], weights, bias), torch.tensor(0.0), atol=1e-4, because=because)


@exercise("perceptron", points=1, needs=["test_perceptron_values"])
def test_perceptron_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to inputs, weights and bias."""
    inputs, weights, bias = rng.normal(4, 3), rng.normal(3), rng.normal()
    expect.gradient(student.perceptron, sigmoid_of_linear, inputs, weights, bias, wrt=(0, 1, 2))


@exercise("perceptron", points=1, needs=["test_perceptron_values"])
def test_perceptron_untouched(student: Student, rng: Rng) -> None:
    """Inputs, weights and bias are left as they were."""
    expect.untouched(student.perceptron, rng.normal(4, 3), rng.normal(3), rng.normal())


@exercise("predict", points=0)
def test_predict_exists(student: Student) -> None:
    """There is a function predict(inputs, weights, bias, threshold=0.5)."""
    expect.defined(student.predict, "inputs", "weights", "bias", threshold=0.5)


@exercise("predict", points=1)
def test_predict_shape(student: Student, rng: Rng) -> None:
    """The result has one class a sample, shape (...), and is floating point."""
    for shape in SHAPES:
        classes = student.predict(rng.normal(*shape, 4), rng.normal(4), rng.normal())
        dtype = expect.shape(classes, shape, because="one class for each sample").dtype
        floating = "the classes are floats, 1. and 0."
        expect.that(dtype.is_floating_point, floating, got=str(dtype), because="a comparison gives booleans")


@exercise("predict", points=1)
def test_predict_classes(student: Student, rng: Rng) -> None:
    """At the default threshold the classes are 1 and 0 on the two sides of the boundary."""
    weights, bias = torch.tensor([1.0, 2.0]), torch.tensor(-2.0)
    because = "1 where the output is at least 0.5, else 0"
    expect.close(student.predict(torch.tensor([2.0, 1.0]), weights, bias), torch.tensor(1.0), because=because)
    expect.close(student.predict(torch.tensor([0.0, 0.0]), weights, bias), torch.tensor(0.0), because=because)
    far = torch.tensor([[1002.0, 0.0], [-998.0, 0.0], [0.0, 1.25], [0.0, 0.75], [6.0, -1.5], [-4.0, 2.5]])
    expect.close(student.predict(far, weights, bias), torch.tensor([1.0, 0, 1, 0, 1, 0]), because=because)
    inputs, weights, bias = _away_from(0.5, rng)
    expect.close(
        student.predict(inputs, weights, bias),
        (sigmoid_of_linear(inputs, weights, bias) >= 0.5).float(),
        because=because,
    )


@exercise("predict", points=1)
def test_predict_at_the_threshold(student: Student) -> None:
    """An output exactly at the threshold counts as 1: >= rather than >."""
    inputs = torch.tensor([[1.0, 1.0], [2.0, 0.0], [0.0, 2.0], [5.0, -3.0], [1.0, 0.0], [2.0, 1.0]])
    classes = student.predict(inputs, torch.tensor([1.0, 1.0]), torch.tensor(-2.0))
    because = "the weighted sums are 0, 0, 0, 0, -1 and 1; at 0 the output is exactly 0.5"
    expect.close(classes, torch.tensor([1.0, 1.0, 1.0, 1.0, 0.0, 1.0]), because=because)
    nothing = student.predict(torch.tensor([3.0, -4.0]), torch.zeros(2), torch.tensor(0.0))
    expect.close(nothing, torch.tensor(1.0), because="with zero weights and bias the output is exactly 0.5")


@exercise("predict", points=2)
def test_predict_other_thresholds(student: Student, rng: Rng) -> None:
    """Another threshold is compared with the output, not with the weighted sum."""
    z = torch.linspace(-3, 3, 13)
    second = torch.arange(13.0) % 4
    inputs = torch.stack([z - 2 * second + 1, second], dim=1)
    weights, bias = torch.tensor([1.0, 2.0]), torch.tensor(-1.0)
    for threshold in (0.1, 0.3, 0.7, 0.9):
        because = f"1 where the output is at least {threshold}, else 0"
        classes = student.predict(inputs, weights, bias, threshold=threshold)
        expect.close(classes, (torch.sigmoid(z) >= threshold).float(), because=because)
        some = _away_from(threshold, rng)
        classes = student.predict(*some, threshold=threshold)
        expect.close(classes, (sigmoid_of_linear(*some) >= threshold).float(), because=because)


@exercise("predict", points=1, needs=["test_predict_classes"])
def test_predict_untouched(student: Student, rng: Rng) -> None:
    """Inputs, weights and bias are left as they were."""
    expect.untouched(student.predict, rng.normal(4, 3), rng.normal(3), rng.normal())


def _away_from(threshold: float, rng: Rng) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Samples whose outputs are not so near the threshold that rounding decides."""
    inputs, weights, bias = 2 * rng.normal(40, 3), rng.normal(3), rng.normal()
    far = (sigmoid_of_linear(inputs, weights, bias) - threshold).abs() > 0.01
    return inputs[far], weights, bias


@exercise("fit_perceptron", points=0)
def test_fit_exists(student: Student) -> None:
    """There is a function fit_perceptron(inputs, targets, lr=1.0, max_epochs=100)."""
    expect.defined(student.fit_perceptron, "inputs", "targets", lr=1.0, max_epochs=100)


@exercise("fit_perceptron", points=1)
def test_fit_shapes(student: Student, rng: Rng) -> None:
    """It returns weights of shape (n,), a bias of shape () and a list."""
    constant = (CORNERS, torch.ones(4))  # no mistake, so nothing is ever added to the bias
    for inputs, targets in [(CORNERS, truth(GATES["OR"])), constant, integer_samples(rng, 6, 3)]:
        result = student.fit_perceptron(inputs, targets, max_epochs=5)
        weights, bias, errors = expect.sequence(result, 3, because="return weights, bias, errors")
        expect.shape(weights, inputs.shape[1:], because="weights: one for each input")
        expect.shape(bias, (), because="bias: one number, a tensor such as torch.tensor(0.0)")
        expect.that(isinstance(errors, (list, tuple)), "the third value, errors, is a list", got=errors)


@exercise("fit_perceptron", points=1)
def test_fit_errors_are_ints(student: Student) -> None:
    """The numbers of mistakes are Python ints."""
    result = student.fit_perceptron(CORNERS, truth(GATES["AND"]))
    errors = expect.sequence(result, 3, because="return weights, bias, errors")[2]
    expect.that(isinstance(errors, (list, tuple)) and len(errors) > 0, "errors is a list of ints", got=errors)
    for count in errors:
        expect.python_int(count, because="int(...) makes one of a float or of a tensor with one element")


@exercise("fit_perceptron", points=1)
def test_fit_first_epoch(student: Student) -> None:
    """After one epoch the weights and the bias are those worked out by hand."""
    for name, weights in {"OR": [0.0, 1.0], "AND": [1.0, 1.0], "NAND": [-1.0, -1.0]}.items():
        bias = -1.0 if name == "NAND" else 0.0
        right = Fit(torch.tensor(weights), torch.tensor(bias), [], 0.0)
        result = student.fit_perceptron(CORNERS, truth(GATES[name]), lr=1.0, max_epochs=1)
        expect_parameters(result, right, f"after one epoch of {name}")


@exercise("fit_perceptron", points=1)
def test_fit_parameters(student: Student) -> None:
    """The weights and the bias learned for OR, AND and NAND are right."""
    for name, table in GATES.items():
        result = student.fit_perceptron(CORNERS, truth(table), lr=1.0)
        expect_parameters(result, rosenblatt(CORNERS, truth(table)), f"learned for {name}")


@exercise("fit_perceptron", points=2)
def test_fit_errors(student: Student, rng: Rng) -> None:
    """The numbers of mistakes are right, epoch by epoch, the final 0 included."""
    because = "each sample is judged by the parameters that it meets, and each epoch is counted anew"
    for name, table in GATES.items():
        result = student.fit_perceptron(CORNERS, truth(table), lr=1.0)
        expect_errors(result, rosenblatt(CORNERS, truth(table)), f"{name}; {because}")
    inputs, targets = separable_samples(rng, 6, 2)
    expect_errors(student.fit_perceptron(inputs, targets, lr=1.0), rosenblatt(inputs, targets), because)


@exercise("fit_perceptron", points=1)
def test_fit_every_epoch(student: Student, rng: Rng) -> None:
    """Weights, bias and mistakes are right after each epoch, also where no line separates the classes."""
    samples = [
        (CORNERS, truth(GATES["AND"])),
        (CORNERS, truth(INSEPARABLE["XOR"])),
        integer_samples(rng, 8, 2),
    ]
    for inputs, targets in samples:
        for epochs in (1, 2, 3, 4, 6):
            result = student.fit_perceptron(inputs, targets, lr=1.0, max_epochs=epochs)
            right = rosenblatt(inputs, targets, max_epochs=epochs)
            expect_parameters(result, right, f"after at most {epochs} epochs")
            expect_errors(result, right, f"mistakes of at most {epochs} epochs")


@exercise("fit_perceptron", points=1)
def test_fit_order(student: Student, rng: Rng) -> None:
    """The samples are visited in the order given."""
    because = "depend on the order: no shuffling, one sample at a time"
    inputs, targets = separable_samples(rng, 7, 2)
    for order in (torch.arange(7), torch.arange(7).flip(0), rng.permutation(7)):
        result = student.fit_perceptron(inputs[order], targets[order], lr=1.0)
        expect_parameters(result, rosenblatt(inputs[order], targets[order]), because)
    for order in (torch.arange(4).flip(0), torch.tensor([2, 0, 3, 1])):
        targets = truth(GATES["AND"])[order]
        result = student.fit_perceptron(CORNERS[order], targets, lr=1.0)
        expect_parameters(result, rosenblatt(CORNERS[order], targets), because)


@exercise("fit_perceptron", points=1, needs=["test_fit_parameters"])
def test_fit_learning_rate(student: Student, rng: Rng) -> None:
    """Each correction is multiplied by the learning rate, of the bias too; the default is 1."""
    inputs, targets = CORNERS, truth(GATES["AND"])
    for lr in (0.5, 2.0):
        result = student.fit_perceptron(inputs, targets, lr=lr)
        expect_parameters(result, rosenblatt(inputs, targets, lr=lr), f"learned for AND at lr={lr}")
    result = student.fit_perceptron(inputs, targets)
    expect_parameters(result, rosenblatt(inputs, targets), "learned for AND without lr, which is 1 then")
    inputs, targets = _real_samples(rng, lr=0.1)
    result = student.fit_perceptron(inputs, targets, lr=0.1)
    expect_parameters(result, rosenblatt(inputs, targets, lr=0.1), "learned at lr=0.1")


@exercise("fit_perceptron", points=1)
def test_fit_stops(student: Student) -> None:
    """Learning stops after the first epoch without a mistake."""
    tables = {**GATES, "always 1": (1, 1, 1, 1)}
    for name, table in tables.items():
        errors = returned(student.fit_perceptron(CORNERS, truth(table), lr=1.0), 2)[2]
        number = len(rosenblatt(CORNERS, truth(table)).errors)
        expect.sequence(errors, number, because=f"{name} takes {number} epochs, the last without a mistake")
        expect.equal(errors[-1], 0, because="the 0 of the last epoch belongs to the list")


@exercise("fit_perceptron", points=1)
def test_fit_max_epochs(student: Student) -> None:
    """If every epoch has a mistake, learning stops after max_epochs epochs, by default 100."""
    because = "XOR is never learned, so every epoch allowed is run"
    for epochs in (1, 4, 13):
        result = student.fit_perceptron(CORNERS, truth(INSEPARABLE["XOR"]), max_epochs=epochs)
        expect.sequence(returned(result, 2)[2], epochs, because=f"max_epochs={epochs}: {because}")
    result = student.fit_perceptron(CORNERS, truth(INSEPARABLE["XOR"]))
    expect.sequence(returned(result, 2)[2], 100, because=because)


@exercise("fit_perceptron", points=1)
def test_fit_learns_separable(student: Student) -> None:
    """It learns all 14 truth tables of two inputs that a line can separate."""
    for table in product((0, 1), repeat=4):
        if table not in INSEPARABLE.values():
            result = student.fit_perceptron(CORNERS, truth(table), lr=1.0)
            expect.equal(decided(result), list(table), because="decisions of what it learned for 00 01 10 11")


@exercise("fit_perceptron", points=1)
def test_fit_fails_at_xor(student: Student) -> None:
    """On XOR and XNOR no epoch is without a mistake, and at most 3 of 4 are right."""
    for name, table in INSEPARABLE.items():
        result = student.fit_perceptron(CORNERS, truth(table))
        right = sum(a == b for a, b in zip(decided(result), table, strict=True))
        expect.that(right <= 3, f"a line gets at most 3 of 4 of {name} right", got=right)
        errors = returned(result, 2)[2]
        mistaken = isinstance(errors, list) and all(isinstance(count, int) and count > 0 for count in errors)
        because = "no straight line separates the two classes"
        expect.that(mistaken and len(errors) > 0, f"no epoch of {name} is right", got=errors, because=because)


@exercise("fit_perceptron", points=1)
def test_fit_more_inputs(student: Student, rng: Rng) -> None:
    """It works for any number of inputs and of samples."""
    for m, n in [(5, 1), (7, 3), (10, 5)]:
        inputs, targets = separable_samples(rng, m, n)
        result = student.fit_perceptron(inputs, targets, lr=1.0)
        expect_parameters(result, rosenblatt(inputs, targets), f"for {m} samples of {n} inputs")


@exercise("fit_perceptron", points=1, needs=["test_fit_parameters"])
def test_fit_untouched(student: Student) -> None:
    """Inputs and targets are left as they were."""
    expect.untouched(student.fit_perceptron, CORNERS, truth(GATES["AND"]))


def _real_samples(rng: Rng, lr: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Samples that are learned without a decision so near 0 that rounding makes it."""
    for _ in range(200):
        inputs = rng.normal(6, 2)
        targets = (inputs.sum(1) > 0.3).float()
        right = rosenblatt(inputs, targets, lr)
        if 2 < len(right.errors) <= 10 and right.margin > 1e-3:
            break
    return inputs, targets
