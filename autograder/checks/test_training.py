"""Checks of the lesson on training."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import nn

from autograder import Rng, Student, exercise, expect
from autograder.student import Module, Remote

Tensors = list[torch.Tensor]
#: Inputs and labels of one batch.
Batch = tuple[torch.Tensor, torch.Tensor]

CRITERIA: dict[str, Callable[..., Any]] = {
    "bce_with_logits": nn.BCEWithLogitsLoss(),
    "cross_entropy": nn.CrossEntropyLoss(),
    "mse": nn.MSELoss(),
}

ORDER = "clear, forward, backward, step: each gradient is used once, in its own step"
SAME_OBJECTS = "use the model, criterion and optimizer that you are given"


def draw_batch(rng: Rng, samples: int, criterion: str = "bce_with_logits") -> Batch:
    """Random inputs (samples, 3), and labels as the criterion expects them."""
    inputs = rng.normal(samples, 3)
    if criterion == "cross_entropy":
        return inputs, rng.integers(0, 2, samples)
    if criterion == "mse":
        return inputs, rng.normal(samples, 2)
    return inputs, rng.integers(0, 2, samples, 1).float()


class Twins:
    """The same small network twice: the kit's on the student's side, torch's on this one."""

    def __init__(self, student: Student, rng: Rng, criterion: str = "bce_with_logits", norm: bool = False) -> None:
        outputs = 1 if criterion == "bce_with_logits" else 2
        middle: dict[str, Any] = {"norm": ("BatchNorm1d", 5)} if norm else {}
        layers = {"fc1": ("Linear", 3, 5), **middle, "act": ("Tanh",), "fc2": ("Linear", 5, outputs)}
        self.theirs: Module = student.kit.network(**layers)
        normalise = [nn.BatchNorm1d(5)] if norm else []
        self.ours = nn.Sequential(nn.Linear(3, 5), *normalise, nn.Tanh(), nn.Linear(5, outputs))
        with torch.no_grad():
            for parameter in self.ours.parameters():
                parameter.copy_(rng.normal(*parameter.shape))
        self.theirs.load([parameter.detach() for parameter in self.ours.parameters()])
        self.criterion: Remote = student.kit.criterion(criterion)
        self.measure = CRITERIA[criterion]
        self.student = student

    def optimizers(self, name: str = "SGD", **options: float) -> tuple[Remote, torch.optim.Optimizer]:
        """An optimizer of torch's for each of the two."""
        ours: torch.optim.Optimizer = getattr(torch.optim, name)(self.ours.parameters(), **options)
        return self.student.kit.optimizer(name, self.theirs, **options), ours

    def right_step(self, optimizer: torch.optim.Optimizer, batch: Batch) -> float:
        """One training step of ours: the loss before it."""
        optimizer.zero_grad()
        loss = self.measure(self.ours(batch[0]), batch[1])
        loss.backward()
        optimizer.step()
        return float(loss.item())

    def right_epochs(self, optimizer: torch.optim.Optimizer, batches: Sequence[Batch], epochs: int) -> list[float]:
        """Training of ours: the plain mean of the batch losses of each epoch."""
        losses = [[self.right_step(optimizer, batch) for batch in batches] for _ in range(epochs)]
        return [sum(row) / len(row) for row in losses]

    def same_weights(self, because: str | None = None) -> None:
        """The two have the same weights."""
        found = [parameter.value for parameter in self.theirs.parameters()]
        wanted = [parameter.detach() for parameter in self.ours.parameters()]
        expect.that(len(found) == len(wanted), "the model keeps its parameters", because=because)
        for one, other in zip(found, wanted, strict=True):
            expect.close(one, other, because=because)


def split(inputs: torch.Tensor, labels: torch.Tensor, size: int) -> list[Batch]:
    """The batches of a loader that does not shuffle."""
    return list(zip(inputs.split(size), labels.split(size), strict=True))


@exercise("train_step", points=0)
def test_train_step_exists(student: Student) -> None:
    """There is a function train_step(model, criterion, optimizer, inputs, labels)."""
    expect.defined(student.train_step, "model", "criterion", "optimizer", "inputs", "labels")


@exercise("train_step", points=1)
def test_train_step_returns(student: Student, rng: Rng) -> None:
    """The result is a Python float, not a tensor."""
    twins = Twins(student, rng)
    theirs, _ = twins.optimizers(lr=0.1)
    expect.python_float(student.train_step(twins.theirs, twins.criterion, theirs, *draw_batch(rng, 4)))


@exercise("train_step", points=2)
def test_train_step_loss(student: Student, rng: Rng) -> None:
    """The result is the loss of the batch before the update, whatever the criterion."""
    for name in CRITERIA:
        twins, batch = Twins(student, rng, name), draw_batch(rng, 6, name)
        theirs, ours = twins.optimizers(lr=1.0)
        loss = student.train_step(twins.theirs, twins.criterion, theirs, *batch)
        because = f"{name}: criterion(outputs, labels), computed before the weights move"
        expect.close(loss, twins.right_step(ours, batch), because=because)


@exercise("train_step", points=2)
def test_train_step_update(student: Student, rng: Rng) -> None:
    """One step moves every weight as the optimizer says, from this batch's gradients."""
    for name in CRITERIA:
        twins, batch = Twins(student, rng, name), draw_batch(rng, 6, name)
        theirs, ours = twins.optimizers(lr=0.5)
        student.train_step(twins.theirs, twins.criterion, theirs, *batch)
        twins.right_step(ours, batch)
        twins.same_weights(f"{name}: {ORDER}")


@exercise("train_step", points=3, needs=["test_train_step_update"])
def test_train_step_repeated(student: Student, rng: Rng) -> None:
    """Several steps in a row follow a right loop, with SGD, momentum and Adam."""
    sizes = [4, 4, 1, 3, 5]
    for name, options in (
        ("SGD", {"lr": 0.5}),
        ("SGD", {"lr": 0.1, "momentum": 0.9}),
        ("Adam", {"lr": 0.05}),
    ):
        twins = Twins(student, rng)
        theirs, ours = twins.optimizers(name, **options)
        for number, samples in enumerate(sizes, 1):
            batch = draw_batch(rng, samples)
            student.train_step(twins.theirs, twins.criterion, theirs, *batch)
            twins.right_step(ours, batch)
            twins.same_weights(f"after step {number} with {name}: {ORDER}; old gradients must not add up")


@exercise("train_step", points=1, needs=["test_train_step_update"])
def test_train_step_untouched(student: Student, rng: Rng) -> None:
    """The batch is left as it is."""
    twins = Twins(student, rng)
    theirs, _ = twins.optimizers(lr=0.1)
    expect.untouched(student.train_step, twins.theirs, twins.criterion, theirs, *draw_batch(rng, 4))


@exercise("train", points=0)
def test_train_exists(student: Student) -> None:
    """There is a function train(model, criterion, optimizer, dataloader, num_epochs)."""
    expect.defined(student.train, "model", "criterion", "optimizer", "dataloader", "num_epochs")


@exercise("train", points=1)
def test_train_returns(student: Student, rng: Rng) -> None:
    """The result is a list of num_epochs Python floats."""
    for epochs in (1, 3):
        twins = Twins(student, rng)
        theirs, _ = twins.optimizers(lr=0.1)
        loader = student.kit.loader(*draw_batch(rng, 8), batch_size=4)
        expect.floats(student.train(twins.theirs, twins.criterion, theirs, loader, epochs), epochs)


@exercise("train", points=2)
def test_train_losses(student: Student, rng: Rng) -> None:
    """Each epoch's loss is the mean of its batch losses, each taken before its update."""
    for criterion in ("bce_with_logits", "mse"):
        twins, data = Twins(student, rng, criterion), draw_batch(rng, 8, criterion)
        theirs, ours = twins.optimizers(lr=0.5)
        loader = student.kit.loader(*data, batch_size=4)
        losses = student.train(twins.theirs, twins.criterion, theirs, loader, 3)
        wanted = twins.right_epochs(ours, split(*data, 4), 3)
        expect.close(losses, wanted, because="one number for each epoch, starting anew in each")


@exercise("train", points=1, needs=["test_train_losses"])
def test_train_last_batch(student: Student, rng: Rng) -> None:
    """A smaller last batch counts as one batch, like the others."""
    for samples, size in ((7, 3), (5, 4), (3, 8)):
        twins, data = Twins(student, rng), draw_batch(rng, samples)
        theirs, ours = twins.optimizers(lr=0.5)
        loader = student.kit.loader(*data, batch_size=size)
        losses = student.train(twins.theirs, twins.criterion, theirs, loader, 2)
        wanted = twins.right_epochs(ours, split(*data, size), 2)
        expect.close(losses, wanted, because=f"{samples} samples in batches of {size}: sum / number of batches")


@exercise("train", points=3)
def test_train_weights(student: Student, rng: Rng) -> None:
    """After all epochs the weights are those of a right loop over the same batches."""
    for name, options in (("SGD", {"lr": 0.2, "momentum": 0.9}), ("Adam", {"lr": 0.05})):
        twins, data = Twins(student, rng), draw_batch(rng, 8)
        theirs, ours = twins.optimizers(name, **options)
        loader = student.kit.loader(*data, batch_size=3)
        for epochs in (2, 1):
            student.train(twins.theirs, twins.criterion, theirs, loader, epochs)
            twins.right_epochs(ours, split(*data, 3), epochs)
            because = f"{name}: one training step for each batch of each epoch; {SAME_OBJECTS}"
            twins.same_weights(because)


@exercise("train", points=1, needs=["test_train_weights"])
def test_train_mode(student: Student, rng: Rng) -> None:
    """A model with batch norm, which arrives in training mode, is trained in training mode."""
    twins, data = Twins(student, rng, norm=True), draw_batch(rng, 9)
    theirs, ours = twins.optimizers(lr=0.2)
    loader = student.kit.loader(*data, batch_size=3)
    student.train(twins.theirs, twins.criterion, theirs, loader, 2)
    twins.right_epochs(ours, split(*data, 3), 2)
    twins.same_weights("batch norm uses the batch's own mean and variance while it learns")


@exercise("evaluate", points=0)
def test_evaluate_exists(student: Student) -> None:
    """There is a function evaluate(model, inputs, labels)."""
    expect.defined(student.evaluate, "model", "inputs", "labels")


def echo(student: Student) -> Module:
    """A network whose logits (m, 1) are its inputs (m, 1)."""
    network = student.kit.network(fc=("Linear", 1, 1))
    network.load([torch.ones(1, 1), torch.zeros(1)])
    return network


def column(*values: float) -> torch.Tensor:
    """The values as (m, 1)."""
    return torch.tensor(values).unsqueeze(1)


@exercise("evaluate", points=1)
def test_evaluate_returns(student: Student) -> None:
    """The result is a Python float in [0, 1]."""
    accuracy = student.evaluate(echo(student), column(2.0, -1.0, 3.0), column(1.0, 0.0, 0.0))
    expect.python_float(accuracy)
    expect.that(0 <= accuracy <= 1, "the accuracy lies in [0, 1]", got=accuracy)


@exercise("evaluate", points=2)
def test_evaluate_values(student: Student, rng: Rng) -> None:
    """The result is the part of the samples that is predicted right."""
    logits = column(2.0, -3.0, 4.0, -1.5, 5.0)
    labels = column(1.0, 0.0, 1.0, 0.0, 1.0)
    because = "logits (m, 1) and labels (m, 1) are compared one by one"
    expect.close(student.evaluate(echo(student), logits, labels), 1.0, because=because)
    expect.close(student.evaluate(echo(student), logits, 1 - labels), 0.0, because=because)
    expect.close(student.evaluate(echo(student), logits, column(1.0, 1.0, 1.0, 0.0, 1.0)), 0.8, because=because)
    expect.close(student.evaluate(echo(student), column(-2.0), column(0.0)), 1.0, because="a single sample")
    logits = rng.uniform(11, 1, low=1.0, high=4.0) * (2 * rng.integers(0, 2, 11, 1) - 1)
    labels = rng.integers(0, 2, 11, 1).float()
    wanted = ((logits > 0) == (labels > 0)).double().mean().item()
    expect.close(student.evaluate(echo(student), logits, labels), wanted, because=because)


@exercise("evaluate", points=1, needs=["test_evaluate_values"])
def test_evaluate_threshold(student: Student) -> None:
    """A probability just above 0.5 means 1, just below means 0."""
    logits = column(0.3, 0.05, 0.45, -0.05, -0.3, -0.6, 0.7)
    labels = (logits > 0).float()
    because = "the model returns logits: probability 0.5 is logit 0"
    expect.close(student.evaluate(echo(student), logits, labels), 1.0, because=because)
    expect.close(student.evaluate(echo(student), column(0.2, 0.3), column(0.0, 0.0)), 0.0, because=because)


def with_modes(
    student: Student, rng: Rng, norm: bool, dropout: float
) -> tuple[Module, torch.Tensor, torch.Tensor]:
    """A network whose mode matters, with inputs, and labels that fit its predictions in evaluation mode."""
    layers: dict[str, Any] = {"fc1": ("Linear", 2, 16)}
    ours: list[nn.Module] = [nn.Linear(2, 16)]
    if norm:
        layers["norm"] = ("BatchNorm1d", 16)
        ours.append(nn.BatchNorm1d(16))
    layers |= {"act": ("ReLU",), "drop": ("Dropout", dropout), "fc2": ("Linear", 16, 1)}
    reference = nn.Sequential(*ours, nn.ReLU(), nn.Dropout(dropout), nn.Linear(16, 1)).eval()
    inputs = 3 + rng.normal(200, 2)  # far from the mean of 0 that batch norm starts with
    with torch.no_grad():
        for parameter in reference.parameters():
            parameter.copy_(rng.normal(*parameter.shape))
        # both classes about equally often, and no sample near the border: thresholds are another check's matter
        list(reference.parameters())[-1].sub_(reference(inputs).median())
        inputs = inputs[reference(inputs).squeeze(1).abs() > 1]
        labels = (reference(inputs) > 0).float()
    network = student.kit.network(**layers)
    network.load([parameter.detach() for parameter in reference.parameters()])
    return network, inputs, labels


@exercise("evaluate", points=2, needs=["test_evaluate_values"])
def test_evaluate_mode(student: Student, rng: Rng) -> None:
    """Evaluation mode: dropout passes everything on, batch norm uses and keeps its running statistics."""
    for norm, dropout in ((False, 0.5), (True, 0.0)):
        network, inputs, labels = with_modes(student, rng, norm, dropout)
        before = network.state()
        because = "in training mode dropout is random, and batch norm depends on the batch: call model.eval()"
        expect.close(student.evaluate(network, inputs, labels), 1.0, because=because, atol=1e-3)
        expect.close(student.evaluate(network, inputs[:1], 1 - labels[:1]), 0.0, because=because)
        after = network.state()
        for name, value in before.items():
            expect.close(after.get(name), value, because=f"evaluation does not change the model's {name}")


@exercise("evaluate", points=2, needs=["test_evaluate_mode"])
def test_evaluate_restores(student: Student, rng: Rng) -> None:
    """The model is left in the mode in which it came, training or evaluation."""
    network, inputs, labels = with_modes(student, rng, True, 0.5)
    for training in (True, False, True):
        network.train(training)
        student.evaluate(network, inputs, labels)
        modes = network.modes()
        mode = "training" if training else "evaluation"
        expect.that(bool(modes) and all(m is training for m in modes), f"a model in {mode} mode stays in it")


@exercise("evaluate", points=1, needs=["test_evaluate_values"])
def test_evaluate_untouched(student: Student, rng: Rng) -> None:
    """Inputs, labels and weights are left as they are."""
    twins, batch = Twins(student, rng), draw_batch(rng, 6)
    expect.untouched(student.evaluate, twins.theirs, *batch)
    twins.same_weights("evaluating is not learning")
