"""Rosenblatt's rule, what there is to learn, and what came back."""

from dataclasses import dataclass, replace
from typing import Any

import torch

from autograder import Rng, Student, expect

CORNERS = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
GATES = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0)}
INSEPARABLE = {"XOR": (0, 1, 1, 0), "XNOR": (1, 0, 0, 1)}


@dataclass(frozen=True)
class Fit:
    """What a rule gives; `margin` is the least |weighted sum| met once a parameter is not zero."""

    weights: torch.Tensor
    bias: torch.Tensor
    errors: list[int]
    margin: float


@dataclass(frozen=True)
class Task:
    """What fit_perceptron is asked to learn, and how."""

    inputs: torch.Tensor
    targets: torch.Tensor
    lr: float = 1.0
    max_epochs: int = 100

    def fit(self, *, above: bool = False) -> Fit:
        """Rosenblatt's rule by its definition, in Python numbers; exact for integers.

        above: with the mistaken step that is 1 only for weighted sums above 0.
        """
        w, b = [0.0] * self.inputs.shape[1], 0.0
        errors: list[int] = []
        margin = float("inf")
        while len(errors) < self.max_epochs and 0 not in errors:
            errors.append(0)
            for x, t in zip(self.inputs.tolist(), self.targets.tolist(), strict=True):
                z = sum(wi * xi for wi, xi in zip(w, x, strict=True)) + b
                if any(w) or b:
                    margin = min(margin, abs(z))
                error = t - (1 if z > 0 or (z == 0 and not above) else 0)
                w = [wi + self.lr * error * xi for wi, xi in zip(w, x, strict=True)]
                b += self.lr * error
                errors[-1] += int(error != 0)
        return Fit(torch.tensor(w), torch.tensor(b), errors, margin)

    def right(self, weights: torch.Tensor, bias: torch.Tensor) -> int:
        """How many samples these parameters decide rightly; either way where the weighted sum is 0."""
        z = self.inputs.double() @ weights.double() + bias.double()
        return max(int((step == (self.targets > 0.5)).sum()) for step in (z >= 0, z > 0))


def gate(table: tuple[int, ...], lr: float = 1.0, max_epochs: int = 100) -> Task:
    """The four corners with the targets of a truth table, in the order 00 01 10 11."""
    return Task(CORNERS, torch.tensor(table, dtype=torch.float32), lr, max_epochs)


#: XOR of an uneven square: never learned either, and the parameters tell how many epochs were run.
UNEVEN = replace(gate(INSEPARABLE["XOR"]), inputs=torch.tensor([[3.0, 2.0], [4.0, 1.0], [3.0, 4.0], [4.0, 4.0]]))


def learn(student: Student, task: Task) -> Any:
    """What fit_perceptron returns; by position where it has other names for its arguments."""
    fit = student.fit_perceptron
    ways = [
        lambda inputs, targets: fit(inputs, targets, lr=task.lr, max_epochs=task.max_epochs),
        lambda inputs, targets: fit(inputs, targets, task.lr, task.max_epochs),
    ]
    return expect.first_answer(ways, task.inputs, task.targets)


def parameters(result: Any, n: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The weights and the bias that came back, in one form.

    Their exact shapes and types have checks of their own, and are let through here: one mistake costs once.
    """
    if not isinstance(result, (list, tuple)) or len(result) != 2:
        expect.sequence(result, 3, because="return weights, bias, errors")
    weights, bias = result[:2]
    if n > 1 and isinstance(bias, torch.Tensor) and bias.numel() == n:  # the other way round
        weights, bias = bias, weights
    weights, bias = expect.reshaped(weights, (n,)), expect.reshaped(bias, ())
    expect.shape(weights, (n,), because="the first of the three is the weights, one for each input")
    expect.shape(bias, (), because="the second of the three is the bias, one number")
    return weights, bias


def counted(result: Any) -> bool:
    """Whether numbers of mistakes came back, in whatever form."""
    complete = isinstance(result, (list, tuple)) and len(result) == 3
    return complete and isinstance(result[2], (list, tuple, torch.Tensor))


def counts(result: Any) -> list[Any]:
    """The numbers of mistakes that came back, ints where they are whole."""
    errors = expect.sequence(result, 3, because="return weights, bias, errors")[2]
    errors = errors.flatten().tolist() if isinstance(errors, torch.Tensor) else errors
    expect.that(isinstance(errors, (list, tuple)), "the third of the three is the list of mistakes", got=errors)
    return [_plain_count(item) for item in errors]


def _plain_count(item: Any) -> Any:
    if isinstance(item, torch.Tensor) and item.numel() == 1:
        item = item.item()
    return int(item) if isinstance(item, float) and item.is_integer() else item


def expect_parameters(result: Any, task: Task, because: str) -> None:
    """The weights and the bias are those of the rule, as `follows` takes it."""
    if not follows(result, task):
        weights, bias = parameters(result, task.inputs.shape[1])
        right = task.fit()
        expect.close(weights, right.weights, because=f"the weights {because}")
        expect.close(bias, right.bias, because=f"the bias {because}")


def follows(result: Any, task: Task) -> bool:
    """Whether the parameters are those of the rule; what a weighted sum of 0 counts as has a check of its own."""
    found = parameters(result, task.inputs.shape[1])
    return any(agree(*found, task.fit(above=above)) for above in (False, True))


def as_long_as(result: Any, task: Task) -> Task:
    """The task with as many epochs as errors came back: how many are run has a check of its own.

    The list may be wrong, so this task is to be tried beside the one that was asked for.
    """
    epochs = len(counts(result)) if counted(result) else 0
    return replace(task, max_epochs=max(task.max_epochs, epochs))


def agree(weights: torch.Tensor, bias: torch.Tensor, fit: Fit) -> bool:
    """Whether these are the parameters of a fit."""
    found, right = (torch.hstack(both).double() for both in ((weights, bias), (fit.weights, fit.bias)))
    return torch.allclose(found, right, rtol=1e-4, atol=1e-5)


def expect_errors(result: Any, task: Task, because: str) -> None:
    """The numbers of mistakes are those of the rule, as far as it goes."""
    errors = counts(result)
    if not counted_by_the_rule(errors, task):
        expect.equal(errors, task.fit().errors, because=because)


def counted_by_the_rule(errors: list[Any], task: Task) -> bool:
    """Whether the numbers of mistakes are those of the rule, as far as it goes: when to stop has its own check."""
    for fit in (task.fit(), task.fit(above=True)):
        asked, more = errors[: len(fit.errors)], errors[len(fit.errors) :]
        if asked == fit.errors and (fit.errors[-1] or not any(more)):
            return True
    return False


def integer_samples(rng: Rng, m: int, n: int, max_epochs: int = 100) -> Task:
    """Whole numbers, so that every weighted sum is exact and a decision at 0 is no matter of rounding."""
    return Task(rng.integers(-3, 4, m, n).float(), rng.integers(0, 2, m).float(), max_epochs=max_epochs)


def separable_samples(rng: Rng, m: int) -> Task:
    """Pairs of whole numbers that are learned in a few epochs, so that max_epochs plays no part."""
    while True:
        inputs = rng.integers(-3, 4, m, 2).float()
        task = Task(inputs, (inputs @ rng.normal(2) + rng.normal() >= 0).float())
        if all(2 < len(fit.errors) <= 10 for fit in (task.fit(), task.fit(above=True))):
            return task


def spacious_samples(rng: Rng, m: int, n: int) -> Task:
    """Whole numbers with so much room between their classes that a rule which learns at all learns them."""
    while True:
        plane, offset = rng.normal(n), rng.normal()
        pool = rng.integers(-3, 4, 20 * m, n).float()
        distances = (pool @ plane + offset) / torch.cat([plane, offset.reshape(1)]).norm()
        far = (distances.abs() > 1).nonzero().flatten()[:m]
        task = Task(pool[far], (distances[far] > 0).float())
        if len(far) == m and 0 < task.targets.sum() < m:
            return task


def real_samples(rng: Rng, lr: float) -> Task:
    """Samples that are learned without a decision so near 0 that rounding makes it."""
    while True:
        inputs = rng.normal(6, 2)
        task = Task(inputs, (inputs.sum(1) > 0.3).float(), lr)
        fits = (task.fit(), task.fit(above=True))
        if all(2 < len(fit.errors) <= 10 and fit.margin > 1e-3 for fit in fits):
            return task
