"""What the checks of the lesson on the perceptron ask of a neuron and of its decisions."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import torch
from torch.nn import functional

from autograder import Rng, Student, expect
from autograder.expect import Way
from autograder.student import Function

#: The most telling ones first: a student, and a diagnosis, see only what is wrong with the first that fails.
SHAPES = [(3,), (2, 3), (), (1,), (1, 1), (2, 1, 3)]

#: Weighted sums of 3, -3 and 6, without a bias.
CLEAR = (torch.tensor([[3.0, 0.0], [-3.0, 0.0], [2.0, 2.0]]), torch.tensor([1.0, 2.0]), torch.tensor(0.0))

Sample = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
Oracle = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]


def linear(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """torch's weighted sum, of one output and without its dimension."""
    return functional.linear(inputs, weights.unsqueeze(0), bias.unsqueeze(0)).squeeze(-1)


def sigmoid_of_linear(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """torch's perceptron."""
    return torch.sigmoid(linear(inputs, weights, bias))


def neuron(rng: Rng, *shape: int) -> Sample:
    """Inputs of this shape, with weights and a bias whose sizes lie between 0.5 and 2: none could be left out."""
    signs = torch.where(rng.uniform(shape[-1] + 1) < 0, -1.0, 1.0)
    parameters = signs * rng.uniform(shape[-1] + 1, low=0.5, high=2.0)
    return rng.normal(*shape), parameters[:-1], parameters[-1]


def each_sample(function: Way) -> Sequence[Way]:
    """The ways to call a function of samples: with the whole batch, or with one sample after the other."""
    return function, expect.by_parts(function, 1, summed=True)


def expect_shapes(function: Way, rng: Rng, sample: Sample, dtype: torch.dtype | None = None) -> None:
    """The result has one number for each sample, however the inputs lie in memory, and depends on the weights."""
    because = "only the last dimension is summed away; every one before it stays, even of length 1"
    for shape in SHAPES:
        expect.tensor(function(*neuron(rng, *shape, 4)), shape, dtype, because=because)
    _, weights, bias = sample
    because = "these inputs are transposed ones: view cannot flatten them, reshape can"
    straight = expect.shape(function(*sample), (2, 3))
    for inputs in (expect.turned(sample[0], 1, 2), expect.turned(sample[0], 0, 1)):
        expect.close(function(inputs, weights, bias), straight, because=because)
    results = [expect.shape(function(CLEAR[0], w, CLEAR[2]), (3,)) for w in (CLEAR[1], -CLEAR[1])]
    differ = not torch.equal(*results)
    expect.that(differ, "the result depends on the weights", got=f"{results[0].tolist()} for other weights too")


def expect_values(
    function: Function, oracle: Oracle, rng: Rng, shapes: Iterable[tuple[int, ...]], because: str | None = None
) -> None:
    """The values are the oracle's for inputs of each of these shapes."""
    for shape in shapes:
        sample = neuron(rng, *shape)
        expect.values(function(*sample), oracle(*sample), because=because)


def expect_gradient(function: Function, oracle: Oracle, rng: Rng) -> None:
    """Gradients flow to inputs, weights and bias, and are right."""
    sample = neuron(rng, 4, 3)
    way = expect.right_way(each_sample(function), oracle, *sample)
    expect.gradient(way, oracle, *sample, wrt=(0, 1, 2))


def expect_untouched(function: Function, ways: Sequence[Way], oracle: Oracle, rng: Rng, *others: Any) -> None:
    """Inputs, weights and bias are left as they were, with and without the other arguments."""
    expect.right_way(ways, oracle, *CLEAR)
    large = (torch.tensor([[1000.0, -1000.0], [-3.0, 0.5]]), torch.tensor([2.0, -2.0]), torch.tensor(-0.5))
    cases = [large, neuron(rng, 4, 3), neuron(rng, 3)]
    expect.untouched_in(function, *cases, *[(*case, *others) for case in cases if others])


def classes(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """1. on the one side of the boundary and on it, 0. on the other."""
    return (linear(inputs, weights, bias) >= 0).float()


def beside(threshold: float, rng: Rng) -> tuple[Sample, torch.Tensor]:
    """Samples on both sides of a threshold, none so near that rounding decides; and their classes."""
    inputs, weights, bias = neuron(rng, 6, 3)
    steps = torch.tensor([-2.0, -0.5, -0.1, 0.1, 0.5, 2.0])[rng.permutation(6)]
    wanted = torch.logit(torch.tensor(threshold)) + steps
    inputs[:, 0] += (wanted - linear(inputs, weights, bias)) / weights[0]
    return (inputs, weights, bias), (steps > 0).float()


def predict_ways(student: Student) -> Sequence[Way]:
    """The ways to call predict at the threshold 0.5: that this is the default has a check of its own."""

    def with_threshold(inputs: torch.Tensor, weights: torch.Tensor, bias: torch.Tensor) -> object:
        return student.predict(inputs, weights, bias, 0.5)

    return student.predict, with_threshold, *each_sample(student.predict)[1:], *each_sample(with_threshold)[1:]
