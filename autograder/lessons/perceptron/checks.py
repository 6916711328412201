"""Checks of the lesson on the perceptron."""

from dataclasses import replace
from itertools import product
from typing import Any

import torch

from autograder import Rng, Student, exercise, expect
from autograder.failures import Mismatch
from autograder.lessons.perceptron.neurons import (
    CLEAR,
    beside,
    classes,
    each_sample,
    expect_gradient,
    expect_shapes,
    expect_untouched,
    expect_values,
    linear,
    neuron,
    predict_ways,
    sigmoid_of_linear,
)
from autograder.lessons.perceptron.rosenblatt import (
    CORNERS,
    GATES,
    INSEPARABLE,
    UNEVEN,
    Task,
    agree,
    as_long_as,
    counted,
    counted_by_the_rule,
    counts,
    expect_errors,
    expect_parameters,
    follows,
    gate,
    integer_samples,
    learn,
    parameters,
    real_samples,
    separable_samples,
    spacious_samples,
)
from autograder.show import number_of


@exercise("weighted_sum", points=0)
def test_weighted_sum_exists(student: Student) -> None:
    """There is a function weighted_sum(inputs, weights, bias)."""
    expect.defined(student.weighted_sum, "inputs", "weights", "bias")


@exercise("weighted_sum", points=1)
def test_weighted_sum_shape(student: Student, rng: Rng) -> None:
    """The result has the shape of inputs without its last dimension, and is float32."""
    expect_shapes(student.weighted_sum, rng, neuron(rng, 2, 3, 4), torch.float32)


@exercise("weighted_sum", points=1)
def test_weighted_sum_one_sample(student: Student, rng: Rng) -> None:
    """The value is right for one sample."""
    by_hand = [torch.tensor([2.0, 1.0]), torch.tensor([0.5, -1.0]), torch.tensor(0.25)]
    expect.values(student.weighted_sum(*by_hand), torch.tensor(0.25), because="0.5 * 2 - 1 * 1 + 0.25")
    expect_values(student.weighted_sum, linear, rng, [(1,), (5,)])


@exercise("weighted_sum", points=1)
def test_weighted_sum_batch(student: Student, rng: Rng) -> None:
    """The values are right for a batch, one for each row."""
    by_hand = torch.tensor([[2.0, 1.0], [0.0, 3.0], [4.0, 0.0]])
    z = student.weighted_sum(by_hand, torch.tensor([0.5, -1.0]), torch.tensor(0.25))
    expect.values(z, torch.tensor([0.25, -2.75, 2.25]), because="the table in the text")
    expect_values(student.weighted_sum, linear, rng, [(3, 3), (6, 2)])


@exercise("weighted_sum", points=1)
def test_weighted_sum_leading_dimensions(student: Student, rng: Rng) -> None:
    """The values are right for any number of leading dimensions."""
    because = "the sum goes over the last dimension"
    expect_values(student.weighted_sum, linear, rng, [(3, 3, 3), (2, 4, 5), (2, 3, 2, 5)], because)


@exercise("weighted_sum", points=1)
def test_weighted_sum_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to inputs, weights and bias."""
    expect_gradient(student.weighted_sum, linear, rng)


@exercise("weighted_sum", points=1)
def test_weighted_sum_untouched(student: Student, rng: Rng) -> None:
    """Inputs, weights and bias are left as they were."""
    expect_untouched(student.weighted_sum, each_sample(student.weighted_sum), linear, rng)


@exercise("weighted_sum", points=3, builtins=("linear",))
def test_weighted_sum_own_work(student: Student) -> None:
    """It does not call torch's linear layer."""
    way = expect.right_way(each_sample(student.weighted_sum), linear, *CLEAR)
    expect.not_delegated(student, "weighted_sum", lambda: way(*CLEAR))


@exercise("perceptron", points=0)
def test_perceptron_exists(student: Student) -> None:
    """There is a function perceptron(inputs, weights, bias)."""
    expect.defined(student.perceptron, "inputs", "weights", "bias")


@exercise("perceptron", points=1)
def test_perceptron_shape(student: Student, rng: Rng) -> None:
    """The result has one output a sample, shape (...), and is float32."""
    expect_shapes(student.perceptron, rng, neuron(rng, 2, 3, 4), torch.float32)


@exercise("perceptron", points=2)
def test_perceptron_values(student: Student, rng: Rng) -> None:
    """The values are the sigmoid of the weighted sum."""
    by_hand = torch.tensor([[2.0, 1.0], [0.0, 3.0], [4.0, 0.0]])
    y = student.perceptron(by_hand, torch.tensor([0.5, -1.0]), torch.tensor(0.25))
    expect.values(y, torch.tensor([0.562177, 0.060087, 0.904651]), because="the table in the text")
    because = "sigmoid(w · x + b) of each sample"
    expect_values(student.perceptron, sigmoid_of_linear, rng, [(3, 3), (6, 2)], because)


@exercise("perceptron", points=1)
def test_perceptron_stability(student: Student) -> None:
    """Weighted sums of 1000 and -1000 give 1 and 0 instead of nan."""
    way = expect.right_way(each_sample(student.perceptron), sigmoid_of_linear, *CLEAR)
    inputs = torch.tensor([[10.0, 0.0], [0.0, 10.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    weights, bias = torch.tensor([99.0, -101.0]), torch.tensor(10.0)  # sums 1000, -1000, 109, -91 and 8
    because = "exp overflows above 88.7 in float32, and inf / inf is nan"
    right = sigmoid_of_linear(inputs, weights, bias)
    for some in (slice(None), slice(1), slice(1, 2)):
        expect.values(way(inputs[some], weights, bias), right[some], atol=1e-4, because=because)


@exercise("perceptron", points=1)
def test_perceptron_gradient(student: Student, rng: Rng) -> None:
    """Gradients flow to inputs, weights and bias."""
    expect_gradient(student.perceptron, sigmoid_of_linear, rng)


@exercise("perceptron", points=1)
def test_perceptron_untouched(student: Student, rng: Rng) -> None:
    """Inputs, weights and bias are left as they were."""
    expect_untouched(student.perceptron, each_sample(student.perceptron), sigmoid_of_linear, rng)


@exercise("predict", points=0)
def test_predict_exists(student: Student) -> None:
    """There is a function predict(inputs, weights, bias, threshold=0.5)."""
    expect.defined_somehow(student.predict, "inputs", "weights", "bias", threshold=0.5)


@exercise("predict", points=1)
def test_predict_shape(student: Student, rng: Rng) -> None:
    """The result has one class a sample, shape (...), and is floating point."""

    def predict(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> Any:
        result = expect.first_answer(predict_ways(student)[:2], inputs, weights, bias)
        dtype = expect.tensor(result).dtype
        floating = "the classes are floats, 1. and 0."
        expect.that(dtype.is_floating_point, floating, got=str(dtype), because="a comparison gives booleans")
        return result

    (inputs, weights, bias), _ = beside(0.5, rng)
    expect_shapes(predict, rng, (inputs.reshape(2, 3, 3), weights, bias))


@exercise("predict", points=1)
def test_predict_classes(student: Student, rng: Rng) -> None:
    """At the default threshold the classes are 1 and 0 on the two sides of the boundary."""
    weights, bias = torch.tensor([1.0, 2.0]), torch.tensor(-2.0)
    because = "1 where the output is at least 0.5, else 0"
    far = torch.tensor([[1002.0, 0.0], [-998.0, 0.0], [0.0, 1.25], [0.0, 0.75], [6.0, -1.5], [-4.0, 2.5]])
    expect.values(student.predict(far, weights, bias), classes(far, weights, bias), because=because)
    sample, right = beside(0.5, rng)
    expect.values(student.predict(*sample), right, because=because)


@exercise("predict", points=1)
def test_predict_at_the_threshold(student: Student) -> None:
    """An output exactly at the threshold counts as 1: >= rather than >."""
    way = expect.right_way(predict_ways(student), classes, *CLEAR)
    inputs = torch.tensor([[1.0, 1.0], [2.0, 0.0], [0.0, 2.0], [5.0, -3.0], [1.0, 0.0], [4.0, 1.0]])
    because = "the weighted sums are 0, 0, 0, 0, -1 and 3; at 0 the output is exactly 0.5"
    ones = torch.tensor([1.0, 1.0, 1.0, 1.0, 0.0, 1.0])
    expect.values(way(inputs, torch.tensor([1.0, 1.0]), torch.tensor(-2.0)), ones, because=because)
    nothing = way(torch.tensor([[3.0, -4.0]]), torch.zeros(2), torch.tensor(0.0))
    expect.values(nothing, torch.ones(1), because="with zero weights and bias the output is exactly 0.5")


@exercise("predict", points=2)
def test_predict_other_thresholds(student: Student, rng: Rng) -> None:
    """Another threshold is compared with the output, not with the weighted sum."""
    z = torch.linspace(-3, 3, 13)
    second = torch.arange(13.0) % 4
    line = (torch.stack([z - 2 * second + 1, second], dim=1), torch.tensor([1.0, 2.0]), torch.tensor(-1.0))
    for threshold in (0.1, 0.3, 0.7, 0.9):

        def predict(*sample: torch.Tensor, threshold: float = threshold) -> object:
            return student.predict(*sample, threshold=threshold)

        because = f"1 where the output is at least {threshold}, else 0"
        ways = each_sample(predict)
        expect.values(expect.first_answer(ways, *line), (torch.sigmoid(z) >= threshold).float(), because=because)
        sample, right = beside(threshold, rng)
        expect.values(expect.first_answer(ways, *sample), right, because=because)


@exercise("predict", points=1)
def test_predict_untouched(student: Student, rng: Rng) -> None:
    """Inputs, weights and bias are left as they were."""
    expect_untouched(student.predict, predict_ways(student), classes, rng, 0.5)


@exercise("fit_perceptron", points=0)
def test_fit_perceptron_exists(student: Student) -> None:
    """There is a function fit_perceptron(inputs, targets, lr=1.0, max_epochs=100)."""
    expect.defined_somehow(student.fit_perceptron, "inputs", "targets", lr=1.0, max_epochs=100)


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_shapes(student: Student, rng: Rng) -> None:
    """It returns weights of shape (n,) and a bias of shape (), which depend on the targets."""
    constant = gate((1, 1, 1, 1), max_epochs=5)  # no mistake, so nothing is ever added to the bias
    for task in [gate(GATES["OR"], max_epochs=5), constant, integer_samples(rng, 6, 3, max_epochs=5)]:
        result = learn(student, task)
        parameters(result, task.inputs.shape[1])
        expect.shape(result[0], task.inputs.shape[1:], because="weights: one for each input")
        expect.shape(result[1], (), because="bias: one number, a tensor such as torch.tensor(0.0)")
    one, other = (torch.hstack(parameters(learn(student, gate(GATES[name])), 2)) for name in ("AND", "NAND"))
    expect.that(not torch.equal(one, other), "what is learned depends on the targets", got="AND and NAND alike")


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_errors_are_ints(student: Student) -> None:
    """The third value is a list, and the numbers of mistakes in it are Python ints."""
    result = learn(student, gate(GATES["AND"]))
    errors = expect.sequence(result, 3, because="return weights, bias, errors")[2]
    expect.that(isinstance(errors, (list, tuple)) and len(errors) > 0, "errors is a list of ints", got=errors)
    for count in errors:
        expect.python_int(count, because="int(...) makes one of a float or of a tensor with one element")
    expect.that(any(errors), "AND is not learned without a mistake", got=errors)


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_first_epoch(student: Student) -> None:
    """After one epoch the weights and the bias are those worked out by hand."""
    for name in ("OR", "AND", "NAND"):
        task = gate(GATES[name], max_epochs=1)
        result = learn(student, task)
        found, right = parameters(result, 2), task.fit()
        run = (task, as_long_as(result, task))
        if any(agree(*found, each.fit()) for each in run):
            continue
        if any(agree(*found, each.fit(above=True)) for each in run):
            raise Mismatch(
                "a weighted sum of exactly 0 counts as 1",
                "the step is 1 where the weighted sum is >= 0, not only > 0; at the start it is 0 for each sample",
                expected=f"{[*right.weights.tolist(), right.bias.item()]}, weights and bias of {name}",
                got=str(torch.hstack(found).tolist()),
            )
        expect_parameters(result, task, f"after one epoch of {name}")


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_parameters(student: Student) -> None:
    """The weights and the bias learned for OR, AND and NAND are right."""
    for name, table in GATES.items():
        expect_parameters(learn(student, gate(table)), gate(table), f"learned for {name}")


@exercise("fit_perceptron", points=2)
def test_fit_perceptron_errors(student: Student, rng: Rng) -> None:
    """The numbers of mistakes are right, epoch by epoch, the final 0 included."""
    because = "each sample is judged by the parameters that it meets, and each epoch is counted anew"
    for name, table in GATES.items():
        expect_errors(learn(student, gate(table)), gate(table), f"{name}; {because}")
    xor = gate(INSEPARABLE["XOR"], max_epochs=6)
    expect_errors(learn(student, xor), xor, f"XOR; {because}")
    task = separable_samples(rng, 6)
    expect_errors(learn(student, task), task, because)


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_every_epoch(student: Student, rng: Rng) -> None:
    """Weights and bias are right after each epoch, also where no line separates the classes."""
    for samples in (gate(GATES["AND"]), gate(INSEPARABLE["XOR"]), integer_samples(rng, 8, 2)):
        for epochs in (1, 2, 3, 4, 6):
            task = replace(samples, max_epochs=epochs)
            result = learn(student, task)
            if not follows(result, as_long_as(result, task)):
                expect_parameters(result, task, f"with max_epochs={epochs}")


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_order(student: Student, rng: Rng) -> None:
    """The samples are visited in the order given."""
    because = "depend on the order: no shuffling, one sample at a time"
    task = separable_samples(rng, 7)
    orders = [torch.arange(7), torch.arange(7).flip(0), rng.permutation(7)]
    tasks = [Task(task.inputs[order], task.targets[order]) for order in orders]
    orders = [torch.arange(4).flip(0), torch.tensor([2, 0, 3, 1])]
    tasks += [Task(CORNERS[order], gate(GATES["AND"]).targets[order]) for order in orders]
    for task in tasks:
        expect_parameters(learn(student, task), task, because)


@exercise("fit_perceptron", points=1, needs=["test_fit_perceptron_parameters"])
def test_fit_perceptron_learning_rate(student: Student, rng: Rng) -> None:
    """Each correction is multiplied by the learning rate lr, of the bias too; the default is 1."""
    task = gate(GATES["AND"])
    result = student.fit_perceptron(task.inputs, task.targets)
    expect_parameters(result, task, "learned for AND without lr, which is 1 then")
    for lr in (0.5, 2.0):
        task = gate(GATES["AND"], lr)
        result = student.fit_perceptron(task.inputs, task.targets, lr=lr)
        expect_parameters(result, task, f"learned for AND at lr={lr}")
    task = real_samples(rng, lr=0.1)
    expect_parameters(student.fit_perceptron(task.inputs, task.targets, lr=0.1), task, "learned at lr=0.1")


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_stops(student: Student) -> None:
    """Learning stops after the first epoch without a mistake, and not before."""
    one_an_epoch = True  # a list of other numbers tells less, and has lost its points elsewhere
    for name, table in {**GATES, "always 1": (1, 1, 1, 1)}.items():
        result = learn(student, gate(table))
        errors = counts(result)
        because = f"{name} is learned, and an epoch without a mistake is the last one"
        one_an_epoch = one_an_epoch and counted_by_the_rule(errors, gate(table))
        stopped = len(errors) < 100 and not (one_an_epoch and 0 in errors[:-1])
        expect.that(stopped, "learning has stopped", got=errors, because=because)
        learned = gate(table).right(*parameters(result, 2))
        expect.that(learned == 4, f"learning went on until {name} was learned", got=f"{learned} of 4 are right")


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_max_epochs(student: Student) -> None:
    """If every epoch has a mistake, learning stops after max_epochs epochs, by default 100."""
    because = "no line separates the two classes, so every epoch allowed is run"
    for epochs in (1, 4, 13, 100):
        task = replace(UNEVEN, max_epochs=epochs)
        asked = {} if epochs == 100 else {"max_epochs": epochs}
        result = student.fit_perceptron(task.inputs, task.targets, **asked)
        try:
            expect_parameters(result, task, f"with max_epochs={epochs}")
        except Mismatch:  # whether the rule is right has checks of its own, the list of errors can tell as well
            if not counted(result):
                raise
            expect.sequence(counts(result), epochs, because=f"max_epochs={epochs}: {because}")


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_learns_separable(student: Student) -> None:
    """It learns all 14 truth tables of two inputs that a line can separate."""
    for table in product((0, 1), repeat=4):
        if table not in INSEPARABLE.values():
            learned = gate(table).right(*parameters(learn(student, gate(table)), 2))
            needed = f"what it learned for 00 01 10 11 with the targets {table} is right for all four"
            expect.that(learned == 4, needed, got=f"{learned} right")


@exercise("fit_perceptron", points=1, needs=["test_fit_perceptron_learns_separable"])
def test_fit_perceptron_fails_at_xor(student: Student) -> None:
    """On XOR and XNOR no epoch is without a mistake, and at most 3 of 4 are right."""
    for name, table in INSEPARABLE.items():
        result = learn(student, gate(table))
        right = gate(table).right(*parameters(result, 2))
        expect.that(right <= 3, f"a line gets at most 3 of 4 of {name} right", got=right)
        errors = counts(result) if counted(result) else []
        if len(errors) == 100:  # one an epoch
            mistaken = all(isinstance(count, (int, float)) and count > 0 for count in errors)
            because = "no straight line separates the two classes"
            expect.that(mistaken, f"no epoch of {name} is right", got=errors, because=because)


@exercise("fit_perceptron", points=1)
def test_fit_perceptron_more_inputs(student: Student, rng: Rng) -> None:
    """It works for any number of inputs and of samples."""
    for m, n in [(5, 1), (7, 3), (10, 5)]:
        task = spacious_samples(rng, m, n)
        learned = task.right(*parameters(learn(student, task), n))
        needed = f"{m} samples of {number_of(n, 'input')} that a plane can separate are learned"
        expect.that(learned == m, needed, got=f"{learned} of {m} right")


@exercise("fit_perceptron", points=1, needs=["test_fit_perceptron_parameters"])
def test_fit_perceptron_untouched(student: Student) -> None:
    """Inputs and targets are left as they were."""
    task = gate(GATES["AND"])
    # the last sample first: nothing of it is 0, where code that clears it would not show
    samples = (task.inputs.flip(0), task.targets.flip(0))
    expect.untouched_in(student.fit_perceptron, samples, (*samples, 1.0, 100))
