"""Checks of the lesson on training."""

from dataclasses import replace
from functools import partial
from typing import Any

import torch

from autograder import Rng, Student, exercise, expect
from autograder.failures import Mismatch
from autograder.lessons.training.runs import (
    LONG_STEPS,
    MEMORIES,
    PLAIN,
    Batch,
    Rule,
    Tensors,
    Training,
    draw_batch,
    first_step,
    moved,
    on_either,
    right_training,
    same_weights,
    split,
    values,
)
from autograder.show import number_of
from autograder.student import Module

ORDER = "clear, forward, backward, step: each gradient is used once, in its own step"
SAME_OBJECTS = "use the model, criterion and optimizer that you are given"


# --- train_step


@exercise("train_step", points=0)
def test_train_step_exists(student: Student) -> None:
    """There is a function train_step(model, criterion, optimizer, inputs, labels)."""
    expect.defined(student.train_step, "model", "criterion", "optimizer", "inputs", "labels")


@exercise("train_step", points=1)
def test_train_step_returns(student: Student, rng: Rng) -> None:
    """The result is a Python float, not a tensor, and tells one batch from another."""

    def check(kind: str) -> None:
        training = Training.of_sizes(rng, (4, 4), criterion=kind)
        given = training.given(student)
        first, second = (expect.python_float(student.train_step(*given, *batch)) for batch in training.batches)
        expect.that(first != second, "two batches have two losses", got=f"{first:.6g} for both")

    on_either(check)


@exercise("train_step", points=1)
def test_train_step_loss(student: Student, rng: Rng) -> None:
    """The result is the loss of the batch before the update, as it is."""

    def check(kind: str) -> None:
        training = Training.of_sizes(rng, (6,), criterion=kind)
        loss = student.train_step(*training.given(student), *training.batches[0])
        because = "criterion(outputs, labels), computed before the weights move"
        expect.close(loss, training.losses[0], because=because)
        not_rounded([loss])

    on_either(check)


@exercise("train_step", points=2)
def test_train_step_update(student: Student, rng: Rng) -> None:
    """One step moves every weight as the optimizer says, from this batch's gradients."""

    def check(kind: str) -> None:
        training = Training.of_sizes(rng, (6, 6, 6), LONG_STEPS, kind)
        given = training.given(student)
        first = first_step(student, given, training.batches)
        moved(training.weights, first, ORDER)
        same_weights(first, training.path[0], ORDER)

    on_either(check)


@exercise("train_step", points=2)
def test_train_step_fresh(student: Student, rng: Rng) -> None:
    """Each step uses the gradients of its own batch, and none of an earlier one."""

    def check(kind: str) -> None:
        training = Training.of_sizes(rng, (4, 4, 4), criterion=kind)
        going_on = training.given(student)
        before = training.weights
        for number, batch in enumerate(training.batches, 1):
            anew = replace(training, weights=before).given(student)
            student.train_step(*going_on, *batch)
            student.train_step(*anew, *batch)
            after = values(going_on[0])
            moved(before, after, ORDER)
            because = f"step {number}, as your first step goes from these weights: old gradients must not add up"
            same_weights(after, values(anew[0]), because)
            before = after

    on_either(check)


@exercise("train_step", points=1, needs=["test_train_step_update"])
def test_train_step_repeated(student: Student, rng: Rng) -> None:
    """Several steps in a row follow a right loop, with momentum and with Adam."""

    def check(kind: str) -> None:
        for rule in MEMORIES:
            training = Training.of_sizes(rng, (4, 4, 1, 3, 5), rule, kind)
            given = training.given(student)
            for number, (batch, wanted) in enumerate(zip(training.batches, training.path, strict=True), 1):
                student.train_step(*given, *batch)
                same_weights(values(given[0]), wanted, f"after step {number} with {rule[0]}: {ORDER}")

    on_either(check)


@exercise("train_step", points=1)
def test_train_step_criteria(student: Student, rng: Rng) -> None:
    """It works with any criterion, which gets the outputs and the labels as they are."""
    for name in ("mse", "bce_with_logits", "cross_entropy"):
        training = Training.of_sizes(rng, (6,), criterion=name)
        given = training.given(student)
        student.train_step(*given, *training.batches[0])
        same_weights(values(given[0]), training.path[0], f"{name}: criterion(outputs, labels), nothing in between")


@exercise("train_step", points=1)
def test_train_step_untouched(student: Student, rng: Rng) -> None:
    """The batch is left as it is."""

    def check(kind: str) -> None:
        training = Training.of_sizes(rng, (4,), criterion=kind)
        given = training.given(student)
        expect.untouched(student.train_step, *given, *training.batches[0])
        moved(training.weights, values(given[0]), ORDER)

    on_either(check)


def not_rounded(losses: Any) -> None:
    """The losses have more digits than anybody would print."""
    found = torch.as_tensor(losses, dtype=torch.float64)
    rounded = torch.allclose(found, found.round(decimals=5), rtol=0, atol=1e-9)
    expect.that(not rounded, "the losses are not rounded", got=losses)


# --- train


@exercise("train", points=0)
def test_train_exists(student: Student) -> None:
    """There is a function train(model, criterion, optimizer, dataloader, num_epochs)."""
    expect.defined(student.train, "model", "criterion", "optimizer", "dataloader", "num_epochs")


@exercise("train", points=1)
def test_train_returns(student: Student, rng: Rng) -> None:
    """The result is a list of num_epochs Python floats, which are not all the same."""
    for epochs in (1, 3):
        data = draw_batch(rng, 8)
        training = Training.drawn(rng, partial(split, data, 4))
        loader = student.kit.loader(*data, batch_size=4)
        found = expect.floats(student.train(*training.given(student), loader, epochs), epochs)
    expect.that(len(set(found)) > 1, "the losses change while the model learns", got=found)


@exercise("train", points=1)
def test_train_losses(student: Student, rng: Rng) -> None:
    """Each epoch's loss is the mean of its batch losses, each taken before its update, as it is."""
    data = draw_batch(rng, 8)
    training = Training.drawn(rng, partial(split, data, 4, epochs=3))
    loader = student.kit.loader(*data, batch_size=4)
    losses = history(student.train(*training.given(student), loader, 3))
    wanted = [sum(training.losses[i : i + 2]) / 2 for i in (0, 2, 4)]
    expect.close(losses, wanted, because="one number for each epoch, starting anew in each")
    not_rounded(losses)


def history(value: Any) -> Any:
    """The list of losses, also where something else is returned with it: that is one check's matter."""
    parts = list(value.values()) if isinstance(value, dict) else value
    lists = [part for part in parts if isinstance(part, (list, tuple))] if isinstance(parts, (list, tuple)) else []
    return lists[0] if len(lists) == 1 else value


@exercise("train", points=1)
def test_train_last_batch(student: Student, rng: Rng) -> None:
    """A smaller last batch counts as one batch, like the others."""
    for samples, size in ((7, 4), (5, 4), (3, 8)):
        training = _uneven(rng, samples, size)
        inputs, labels = (torch.cat(parts) for parts in zip(*training.batches, strict=True))
        loader = student.kit.loader(inputs, labels, batch_size=size)
        losses = history(student.train(*training.given(student), loader, 1))
        wanted = [sum(training.losses) / len(training.losses)]
        because = f"{samples} samples in batches of {size}: sum / number of batches"
        expect.close(losses, wanted, because=because, rtol=0, atol=6e-3)


def _uneven(rng: Rng, samples: int, size: int) -> Training:
    """A training of one epoch in which the mean over batches is visibly another than the mean over samples."""
    while True:
        training = Training.drawn(rng, lambda: split(draw_batch(rng, samples), size))
        counts = [len(inputs) for inputs, _ in training.batches]
        over_samples = sum(c * loss for c, loss in zip(counts, training.losses, strict=True)) / samples
        over_batches = sum(training.losses) / len(counts)
        if len(counts) == 1 or abs(over_samples - over_batches) > 0.05:
            return training


@exercise("train", points=2)
def test_train_weights(student: Student, rng: Rng) -> None:
    """After all epochs the weights are those of a right loop over the same batches."""
    for rule in reversed(MEMORIES):  # Adam tells more of who takes the steps, and who remembers
        data = draw_batch(rng, 8)
        training = Training.drawn(rng, partial(split, data, 4, epochs=3), rule)
        given = training.given(student)
        loader = student.kit.loader(*data, batch_size=4)
        for epochs, wanted in ((2, training.path[3]), (1, training.path[5])):
            student.train(*given, loader, epochs)
            because = f"{rule[0]}: one training step for each batch of each epoch; {SAME_OBJECTS}"
            same_weights(values(given[0]), wanted, because)


@exercise("train", points=1)
def test_train_shuffled(student: Student, rng: Rng) -> None:
    """Every epoch takes the batches that the loader deals then: one that shuffles deals others each time."""
    data, orders = draw_batch(rng, 6), _orders(rng, 8)
    training, others = rng.once(lambda: _dealt(rng, data, orders), "dealt")
    given = training.given(student)
    student.train(*given, student.kit.loader(*data, batch_size=3, orders=orders), 3)
    because = "walk through the loader anew in each epoch, instead of keeping the batches of the first"
    found = values(given[0])
    ways = [partial(same_weights, found, wanted, because) for wanted in (training.path[-1], *others)]
    expect.first_answer(ways, unless=(Mismatch,))


def _orders(rng: Rng, passes: int) -> list[list[int]]:
    """Orders of six samples, no two of the same batches of three in a row."""
    orders: list[list[int]] = []
    while len(orders) < passes:
        order = rng.permutation(6).tolist()
        if all(set(order[:3]) != set(other[:3]) for other in orders[-2:]):
            orders.append(order)
    return orders


def _batches(data: Batch, orders: list[list[int]]) -> list[Batch]:
    return [batch for order in orders for batch in split((data[0][order], data[1][order]), 3)]


def _dealt(rng: Rng, data: Batch, orders: list[list[int]]) -> tuple[Training, list[Tensors]]:
    """A training of three epochs that depends on the orders, and where other right ones end.

    Those look at all batches beforehand, or after each epoch, or both.
    """
    while True:
        training = Training.drawn(rng, lambda: _batches(data, orders[:3]))

        def end(chosen: list[list[int]], weights: Tensors = training.weights) -> Tensors:
            return right_training(weights, _batches(data, chosen), "mse", PLAIN)[1][-1]

        kept = zip(end(3 * orders[:1]), training.path[-1], strict=True)
        if not all(torch.allclose(one, other, rtol=0, atol=0.02) for one, other in kept):
            return training, [end(orders[1:4]), end(orders[:6:2]), end(orders[1:7:2])]


@exercise("train", points=1)
def test_train_all_epochs(student: Student, rng: Rng) -> None:
    """num_epochs epochs at the optimizer's own rate, also when the loss is tiny or stands still."""
    inputs, ones = rng.normal(4, 3), torch.ones(4, 1)
    # every output is near 40: for a label of 0 the gradient stays the same, for 1 it is tiny, and so is the loss
    weights = [rng.normal(5, 3), rng.normal(5), rng.uniform(1, 5), torch.tensor([40.0])]
    rule: Rule = ("SGD", {"lr": 0.002, "momentum": 0.9})
    falling, still = 60 * [(inputs, 1 - ones)], 60 * [(inputs, ones)]
    path = rng.once(lambda: right_training(weights, falling + still, "bce_with_logits", rule)[1], "all epochs")
    given = Training(weights, [], "bce_with_logits", rule, [], []).given(student)
    student.train(*given, student.kit.loader(inputs, 1 - ones, batch_size=4), 60)
    because = "60 epochs in which the gradient hardly changes: the learning rate is not yours to change"
    same_weights(values(given[0]), path[59], because)
    losses = history(student.train(*given, student.kit.loader(inputs, ones, batch_size=4), 60))
    because = "60 epochs make a list of 60 losses, however small these are and whether or not they still fall"
    count = len(losses) if isinstance(losses, (list, tuple, torch.Tensor)) else 0
    expect.that(count >= 60, "no epoch is left out", because=because, got=number_of(count, "loss", "losses"))
    because = "60 more epochs, in which momentum still moves the weights while the loss is tiny"
    same_weights(values(given[0]), path[119], because)


@exercise("train", points=1)
def test_train_mode(student: Student, rng: Rng) -> None:
    """A model with batch norm, which arrives in training mode, is trained in training mode."""
    layers = {"fc1": ("Linear", 3, 5), "norm": ("BatchNorm1d", 5), "act": ("Tanh",), "fc2": ("Linear", 5, 2)}
    model = student.kit.network(**layers)
    first, second = rng.normal(5, 3), rng.normal(2, 5)
    before = [first, torch.zeros(5), torch.ones(5), torch.zeros(5), second, torch.zeros(2)]
    model.load(before)
    data = draw_batch(rng, 9)
    loader = student.kit.loader(*data, batch_size=3)
    optimizer = student.kit.optimizer("SGD", model, lr=0.2)
    student.train(model, student.kit.criterion("mse"), optimizer, loader, 2)
    moved(before, values(model), ORDER)
    batches = model.state().get("norm.num_batches_tracked")
    because = "batch norm uses, and takes note of, the batch's own mean and variance while it learns"
    noted = expect.tensor(batches, (), because=because).item()
    expect.that(noted >= 6, "all 6 batches are seen in training mode", because=because, got=f"{noted} of them")


# --- evaluate


def echo(student: Student) -> Module:
    """A network whose logits (m, 1) are its inputs (m, 1)."""
    model = student.kit.network(fc=("Linear", 1, 1), watch=("Watch",))
    model.load([torch.ones(1, 1), torch.zeros(1)])
    return model


def column(*numbers: float) -> torch.Tensor:
    """The numbers as (m, 1)."""
    return torch.tensor(numbers).unsqueeze(1)


def number(value: Any) -> float:
    """The result where it is a number of whatever type; that it is a float is one check's matter."""
    found = value.item() if isinstance(value, torch.Tensor) and value.numel() == 1 else value
    expect.that(isinstance(found, (int, float)), "the result is a number", got=value)
    return float(found)


class Scale:
    """Accuracies, between what as many samples get when all are right, and what when none is.

    So a result in percent is one check's matter only.
    """

    def __init__(self, student: Student) -> None:
        self.student = student
        self.echo = echo(student)
        self.ends: dict[int, tuple[float, float]] = {}

    def part_right(self, inputs: torch.Tensor, labels: torch.Tensor, model: Module | None = None) -> float:
        """The part that the student's function counts as right; the model is one that echoes, if none is given."""
        found = number(self.student.evaluate(model or self.echo, inputs, labels))
        none, full = self._ends(len(labels))
        return (found - none) / (full - none)

    def _ends(self, samples: int) -> tuple[float, float]:
        if samples not in self.ends:
            logits, labels = 2 * torch.ones(samples, 1), (torch.zeros(samples, 1), torch.ones(samples, 1))
            none, full = (number(self.student.evaluate(self.echo, logits, each)) for each in labels)
            requirement = "right predictions give another accuracy than wrong ones"
            expect.that(full != none, requirement, got=f"{full:.6g} for both")
            self.ends[samples] = none, full
        return self.ends[samples]


def was_run(model: Module) -> dict[str, int]:
    """How the student's function ran the model, which it did."""
    counts = model.watched()
    expect.that(counts["runs"] > 0, "evaluate asks the model for its outputs", got="it was not called")
    return counts


@exercise("evaluate", points=0)
def test_evaluate_exists(student: Student) -> None:
    """There is a function evaluate(model, inputs, labels)."""
    expect.defined(student.evaluate, "model", "inputs", "labels")


@exercise("evaluate", points=1)
def test_evaluate_returns(student: Student) -> None:
    """The result is a Python float: 1.0 when all samples are right, 0.0 when none is."""
    because = "the accuracy is a part of 1, neither percent nor a count"
    for labels, wanted in ((column(1.0, 1.0, 1.0), 1.0), (column(0.0, 0.0, 0.0), 0.0)):
        accuracy = expect.python_float(student.evaluate(echo(student), column(2.0, 1.0, 3.0), labels))
        expect.close(accuracy, wanted, because=because)


@exercise("evaluate", points=2)
def test_evaluate_values(student: Student, rng: Rng) -> None:
    """The result is the part of the samples that is predicted right."""
    logits = column(2.0, -3.0, 4.0, -1.5, 5.0)
    labels = column(1.0, 0.0, 1.0, 0.0, 1.0)
    drawn = rng.uniform(11, 1, low=1.0, high=4.0) * (2 * rng.integers(0, 2, 11, 1) - 1)
    others = rng.integers(0, 2, 11, 1).float()
    cases = [
        (logits, labels, 1.0),
        (logits, 1 - labels, 0.0),
        (logits, column(1.0, 1.0, 1.0, 0.0, 1.0), 0.8),
        (column(-2.0), column(0.0), 1.0),
        (drawn, others, ((drawn > 0) == (others > 0)).double().mean().item()),
    ]
    scale = Scale(student)
    answers = [scale.part_right(inputs, classes) for inputs, classes, _ in cases]
    for found, (_, classes, wanted) in zip(answers, cases, strict=True):
        because = f"logits (m, 1) and labels (m, 1) are compared one by one, here m = {len(classes)}"
        expect.close(found, wanted, because=because)
    right, wrong = (number(student.evaluate(scale.echo, logits, each)) for each in (labels, 1 - labels))
    got = f"{right:.6g} for all"
    expect.that(right > wrong, "the more predictions are right, the larger the accuracy", got=got)


@exercise("evaluate", points=1)
def test_evaluate_threshold(student: Student) -> None:
    """A probability just above 0.5 means 1, just below means 0."""
    because = "the model returns logits: probability 0.5 is logit 0"
    scale = Scale(student)
    for logits in (column(0.3, 0.05, 0.45, 0.7), column(-0.05, -0.3, -0.6, -0.45)):
        labels = (logits > 0).float()
        expect.close(scale.part_right(logits, labels), 1.0, because=because)


def with_modes(student: Student, rng: Rng, norm: bool, label: int) -> tuple[Module, torch.Tensor, torch.Tensor]:
    """A network whose mode matters, with inputs, and labels that fit its predictions in evaluation mode.

    Dropout, with its factor of 2, makes a sum of 16 positive terms larger or smaller than nine tenths of what it
    was; batch norm, with the batch's own mean, makes half of the terms zero. So each turns many answers round.
    """
    middle: dict[str, Any] = {"norm": ("BatchNorm1d", 16)} if norm else {"drop": ("Dropout", 0.5)}
    layers = {"fc1": ("Linear", 2, 16), **middle, "act": ("ReLU",), "fc2": ("Linear", 16, 1), "watch": ("Watch",)}
    first, last = rng.uniform(16, 2, low=0.5), rng.uniform(1, 16, low=0.5)
    inputs = 3 + rng.uniform(100, 1, low=0.0, high=0.2) * torch.ones(1, 2)
    sums = torch.relu(inputs @ first.T) @ last.T
    sign = 2.0 * label - 1
    scales = [torch.ones(16), torch.zeros(16)] if norm else []
    model = student.kit.network(**layers)
    model.load([first, torch.zeros(16), *scales, sign * last, -0.9 * sign * sums.min().reshape(1)])
    return model, inputs, torch.full((100, 1), float(label))


@exercise("evaluate", points=2)
def test_evaluate_mode(student: Student, rng: Rng) -> None:
    """Evaluation mode: dropout passes everything on, batch norm uses and keeps its running statistics."""
    because = "in training mode dropout is random, and batch norm depends on the batch: call model.eval()"
    scale = Scale(student)
    for norm in (False, True):
        for label in (1, 0):
            model, inputs, labels = with_modes(student, rng, norm, label)
            before = model.state()
            expect.close(scale.part_right(inputs, labels, model), 1.0, because=because)
            after = model.state()
            for name, value in before.items():
                expect.close(after.get(name), value, because=f"evaluation does not change the model's {name}")


@exercise("evaluate", points=1)
def test_evaluate_restores(student: Student, rng: Rng) -> None:
    """The model is left in the mode in which it came, training or evaluation."""
    model, inputs, labels = with_modes(student, rng, True, 1)
    for training in (True, False, True):
        model.train(training)
        student.evaluate(model, inputs, labels)
        modes = model.modes()
        mode = "training" if training else "evaluation"
        expect.that(bool(modes) and all(m is training for m in modes), f"a model in {mode} mode stays in it")
    in_training = was_run(model)["training"]
    expect.that(in_training == 0, "the model is in evaluation mode while it is run, all its layers")


@exercise("evaluate", points=1)
def test_evaluate_no_graph(student: Student, rng: Rng) -> None:
    """No graph is built: autograd is off while the model runs."""
    model, inputs, labels = with_modes(student, rng, True, 1)
    student.evaluate(model, inputs, labels)
    because = (
        "run the model inside `with torch.no_grad():`; `.detach()` comes too late, the graph is there by then"
    )
    expect.that(was_run(model)["graphs"] == 0, "the outputs of the model have no graph", because=because)


@exercise("evaluate", points=1)
def test_evaluate_untouched(student: Student, rng: Rng) -> None:
    """Inputs, labels and weights are left as they are, and everything can still be trained."""
    model, inputs, labels = with_modes(student, rng, True, 0)
    before = model.parameters()
    expect.untouched(student.evaluate, model, inputs, labels)
    was_run(model)
    after = model.parameters()
    expect.that(len(after) == len(before), "the model keeps its parameters")
    for old, new in zip(before, after, strict=True):
        expect.close(new.value, old.value, because="evaluating is not learning", rtol=0, atol=0)
        because = "evaluating freezes nothing"
        expect.that(new.requires_grad, f"{new.name} still asks for gradients", because=because)
