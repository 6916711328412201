"""What the checks of training compare with: right runs over the same batches, from the same weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import nn

from autograder import Rng, Student, expect
from autograder.failures import Failure
from autograder.student import Module, Remote

Tensors = list[torch.Tensor]
#: Inputs and labels of one batch.
Batch = tuple[torch.Tensor, torch.Tensor]
#: The name of one of torch's optimizers, and its settings.
Rule = tuple[str, dict[str, float]]

CRITERIA: dict[str, Callable[..., Any]] = {
    "bce_with_logits": nn.BCEWithLogitsLoss(),
    "cross_entropy": nn.CrossEntropyLoss(),
    "mse": nn.MSELoss(),
    "flat": nn.MSELoss(),
}
#: Outputs and labels of shape (m,), which stay what they are when they are squeezed or flattened.
FLAT = "flat"
PLAIN: Rule = ("SGD", {"lr": 0.2})
LONG_STEPS: Rule = ("SGD", {"lr": 0.5})
MEMORIES: list[Rule] = [("SGD", {"lr": 0.1, "momentum": 0.9}), ("Adam", {"lr": 0.05})]


def draw_batch(rng: Rng, samples: int, criterion: str = "mse") -> Batch:
    """Random inputs (samples, 3), and labels as the criterion expects them."""
    inputs = rng.normal(samples, 3)
    if criterion == "cross_entropy":
        return inputs, rng.integers(0, 2, samples)
    if criterion in ("mse", FLAT):
        return inputs, rng.normal(samples, *([2] if criterion == "mse" else []))
    return inputs, rng.integers(0, 2, samples, 1).float()


def draw_weights(rng: Rng, criterion: str = "mse") -> Tensors:
    """Random weights and biases of a network with 3 inputs, 5 hidden neurons, and outputs for the criterion."""
    outputs = 1 if criterion in ("bce_with_logits", FLAT) else 2
    return [rng.normal(*shape) for shape in ((5, 3), (5,), (outputs, 5), (outputs,))]


def right_training(
    weights: Tensors, batches: Sequence[Batch], criterion: str, rule: Rule, dtype: torch.dtype = torch.float32
) -> tuple[list[float], list[Tensors]]:
    """The loss of each batch before its update, and the weights after it, when every batch makes one step."""
    end = [nn.Flatten(0)] if criterion == FLAT else []
    model = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, len(weights[3])), *end).to(dtype)
    model.load_state_dict(dict(zip(model.state_dict(), weights, strict=True)))
    name, options = rule
    optimizer: torch.optim.Optimizer = getattr(torch.optim, name)(model.parameters(), **options)
    losses, path = [], []
    for inputs, labels in batches:
        optimizer.zero_grad()
        wanted = labels.to(dtype) if labels.is_floating_point() else labels
        loss = CRITERIA[criterion](model(inputs.to(dtype)), wanted)
        loss.backward()
        optimizer.step()
        losses.append(float(loss.item()))
        path.append([parameter.detach().float().clone() for parameter in model.parameters()])
    return losses, path


@dataclass(frozen=True)
class Training:
    """First weights, batches in the order in which they are used, and what a right training makes of them."""

    weights: Tensors
    batches: Sequence[Batch]
    criterion: str
    rule: Rule
    losses: list[float]
    path: list[Tensors]

    @classmethod
    def drawn(
        cls, rng: Rng, draw: Callable[[], Sequence[Batch]], rule: Rule = PLAIN, criterion: str = "mse"
    ) -> "Training":
        """A training that does not depend on rounding: drawn anew where it comes out otherwise in float64."""

        def steady() -> "Training":
            while True:
                weights, batches = draw_weights(rng, criterion), draw()
                losses, path = right_training(weights, batches, criterion, rule)
                exact = right_training(weights, batches, criterion, rule, torch.float64)[1]
                pairs = [pair for rows in zip(path, exact, strict=True) for pair in zip(*rows, strict=True)]
                if all(torch.allclose(one, other, rtol=1e-5, atol=1e-6) for one, other in pairs):
                    return cls(weights, batches, criterion, rule, losses, path)

        return rng.once(steady, criterion, rule[0])

    @classmethod
    def of_sizes(cls, rng: Rng, sizes: Sequence[int], rule: Rule = PLAIN, criterion: str = "mse") -> "Training":
        """One with new samples, so many in each batch."""
        return cls.drawn(rng, lambda: [draw_batch(rng, size, criterion) for size in sizes], rule, criterion)

    def given(self, student: Student) -> tuple[Module, Remote, Remote]:
        """A network with the first weights, the criterion and the optimizer, for the student's functions."""
        end = {"flat": ("Flatten", 0)} if self.criterion == FLAT else {}
        model = student.kit.network(
            fc1=("Linear", 3, 5), act=("Tanh",), fc2=("Linear", 5, len(self.weights[3])), **end
        )
        model.load(self.weights)
        name, options = self.rule
        criterion = student.kit.criterion("mse" if self.criterion == FLAT else self.criterion)
        return model, criterion, student.kit.optimizer(name, model, **options)


def values(model: Module) -> Tensors:
    """The weights of a model on the student's side."""
    return [parameter.value for parameter in model.parameters()]


def first_step(student: Student, given: tuple[Module, Remote, Remote], batches: Sequence[Batch]) -> Tensors:
    """The weights after the first of these training steps.

    What comes after it is asked for as well, and what is in `.grad` then: so a step that never has gradients is
    told from one that has those of the batch before, and from one that never comes.
    """
    path = []
    for batch in batches:
        student.train_step(*given, *batch)
        path.append(values(given[0]))
    given[0].kept_gradients()
    return path[0]


def same_weights(found: Tensors, wanted: Tensors, because: str) -> None:
    """The weights that were found are these."""
    expect.that(len(found) == len(wanted), "the model keeps its parameters", because=because)
    for one, other in zip(found, wanted, strict=True):
        expect.close(one, other, because=because)


def moved(before: Tensors, after: Tensors, because: str) -> None:
    """Some of the weights have changed visibly."""
    pairs = zip(before, after, strict=False)
    changed = any(o.shape != n.shape or not torch.allclose(o, n, rtol=0, atol=1e-3) for o, n in pairs)
    expect.that(changed, "the weights of the model move", because=because, got="the weights that it had")


def on_either(check: Callable[[str], None]) -> None:
    """What is right on outputs of shape (m, 2) or of shape (m,) is right: shapes are another check's matter."""
    expect.first_answer([partial(check, "mse"), partial(check, FLAT)], unless=(Failure,))


def split(batch: Batch, size: int, epochs: int = 1) -> list[Batch]:
    """The batches of a loader that does not shuffle."""
    return epochs * list(zip(batch[0].split(size), batch[1].split(size), strict=True))
