"""Checks of the lesson on multi-layer perceptrons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import torch
from torch.nn import functional

from autograder import Rng, Student, exercise, expect
from autograder.failures import Mismatch, StudentError
from autograder.student import Module

# All widths differ, so that each parameter is known by its shape alone.
INPUTS, HIDDEN, HALF, CLASSES = SIZES = (5, 8, 4, 3)
Tensors = Sequence[torch.Tensor]
NAMES = ("fc1", "relu1", "fc2", "relu2", "fc3")


@exercise("SimpleMLP", points=0)
def test_mlp_exists(student: Student) -> None:
    """There is a class SimpleMLP(input_size, hidden_size, num_classes)."""
    expect.defined(student.SimpleMLP, "input_size", "hidden_size", "num_classes")


@exercise("SimpleMLP", points=1)
def test_mlp_shape(student: Student, rng: Rng) -> None:
    """It is an nn.Module that turns (batch, input_size) into (batch, num_classes)."""
    for inputs, hidden, classes, batch in [(5, 8, 3, 7), (2, 6, 4, 3), (100, 64, 5, 32)]:
        network = expect.module(student.SimpleMLP(inputs, hidden, classes))
        expect.shape(network(rng.normal(batch, inputs)), (batch, classes))


@exercise("SimpleMLP", points=1)
def test_mlp_layers(student: Student) -> None:
    """It has three registered linear layers, input -> hidden -> hidden // 2 -> classes, and nothing else."""
    for sizes in [SIZES, (100, 64, 32, 5)]:
        a, b, c, d = sizes
        hint = f"SimpleMLP({a}, {b}, {d}) has layers {a} -> {b} -> {c} -> {d}, each with a bias"
        arranged(made(student, sizes), empty_weights(sizes), because=hint)


@exercise("SimpleMLP", points=1, needs=["test_mlp_layers"])
def test_mlp_odd_hidden_size(student: Student) -> None:
    """An odd hidden size is halved downwards: 7 becomes 3, 15 becomes 7."""
    for sizes in [(6, 7, 3, 2), (11, 15, 7, 3)]:
        arranged(made(student, sizes), empty_weights(sizes), because=f"{sizes[1]} // 2 is {sizes[2]}")


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_registered(student: Student, rng: Rng) -> None:
    """state_dict() holds the parameters, .to() converts them, and two networks share none."""
    x, first, second = rng.normal(6, INPUTS), random_weights(rng), random_weights(rng)
    one, other = loaded(student, first), loaded(student, second)
    state = one.state()
    for parameter in one.parameters():
        expect.that(parameter.name in state, f"state_dict() holds {parameter.name}", got=sorted(state))
        expect.close(state[parameter.name], parameter.value, because="state_dict() holds its values")

    expected = expect.tensor(other(x))
    other.load(arranged(other, first))
    expect.close(one(x), other(x), because="two networks with the same weights give the same output")
    one.to(dtype=torch.float64)
    for parameter in one.parameters():
        expect.tensor(parameter.value, dtype=torch.float64, because="`.to(torch.float64)` converts a network")
    one.to(dtype=torch.float32)
    one.load(arranged(one, second))
    expect.close(one(x), expected, because="after `.to()` the network still computes with its parameters")
    expect.that(not close(one(x), other(x)), "each network has parameters of its own", got="they are shared")


@exercise("SimpleMLP", points=3, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_forward(student: Student, rng: Rng) -> None:
    """The output is that of a reference network with the same weights."""
    weights = random_weights(rng)
    x = 3 * rng.normal(32, INPUTS)
    expect.close(loaded(student, weights)(x), reference(x, weights), because="fc1, ReLU, fc2, ReLU, fc3")


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_first_relu(student: Student, rng: Rng) -> None:
    """There is a ReLU between fc1 and fc2."""
    weights = random_weights(rng)
    weights[2:4] = [value.abs() + 0.1 for value in weights[2:4]]  # so the second ReLU has nothing to do
    x = 3 * rng.normal(32, INPUTS)
    hint = "fc2 gets max(0, fc1's output), so it never sees a negative number"
    expect.close(loaded(student, weights)(x), reference(x, weights), because=hint)


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_second_relu(student: Student, rng: Rng) -> None:
    """There is a ReLU between fc2 and fc3."""
    weights = random_weights(rng)
    weights[:2] = [value.abs() + 0.1 for value in weights[:2]]  # so the first ReLU has nothing to do
    x = rng.uniform(32, INPUTS, low=0.0, high=3.0)
    hint = "fc3 gets max(0, fc2's output), so it never sees a negative number"
    expect.close(loaded(student, weights)(x), reference(x, weights), because=hint)


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_logits(student: Student, rng: Rng) -> None:
    """The outputs are logits: nothing comes after fc3."""
    weights = random_weights(rng)
    weights[4] = torch.zeros(CLASSES, HALF)  # whatever the hidden layers do, fc3 gives its bias
    weights[5] = torch.tensor([-2.0, 0.5, 7.0])
    hint = "with its weights at zero, fc3 gives its bias; a ReLU, sigmoid or softmax after it changes that"
    result = loaded(student, weights)(rng.normal(4, INPUTS))
    expect.close(result, weights[5].expand(4, CLASSES), because=hint)


@exercise("SimpleMLP", points=2, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_modes(student: Student, rng: Rng) -> None:
    """Training and evaluation mode give the same output, and are only changed from outside."""
    network = loaded(student, random_weights(rng))
    x = rng.normal(32, INPUTS) + 1
    outputs = []
    for training in (True, False):
        network.train(training)
        outputs.append(expect.tensor(network(x)))
        modes = network.modes()
        change = "train() puts it into training" if training else "eval() puts it into evaluation"
        expect.that(set(modes) == {training}, f"{change} mode, with all its layers", got=modes)
    hint = "the same in both modes: there is no dropout and no normalisation in this network"
    expect.close(outputs[0], outputs[1], because=hint)


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape", "test_mlp_layers"])
def test_mlp_gradient(student: Student, rng: Rng) -> None:
    """Gradients reach every parameter, and the inputs."""
    # All positive: every neuron is active, and none is near the bend of its ReLU.
    weights = [value.abs() + 0.1 for value in random_weights(rng)]
    x, cotangent = rng.uniform(6, INPUTS, low=0.1, high=1.0), rng.normal(6, CLASSES)
    network = loaded(student, weights)
    for parameter in network.parameters():
        expect.that(parameter.requires_grad, f"{parameter.name} is trainable", got="requires_grad=False")
    expect.gradient(network, lambda inputs: reference(inputs, weights), x)

    leaves = [value.clone().requires_grad_() for value in weights]
    wanted = torch.autograd.grad(reference(x, leaves), leaves, cotangent)
    parameters, found = network.parameters(), network.gradients(x, cotangent)
    for parameter, gradient, right in zip(parameters, found, arranged(network, wanted), strict=True):
        hint = "`.detach()`, `.data` and numpy cut the graph"
        expect.that(gradient is not None, f"a gradient reaches {parameter.name}", got="none", because=hint)
        expect.close(gradient, right, rtol=1e-3, because=f"this is the gradient of {parameter.name}")


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape"])
def test_mlp_batch_of_one(student: Student, rng: Rng) -> None:
    """A batch of one sample stays a batch, also with a single class."""
    network = made(student, SIZES)
    network.eval()
    x = rng.normal(3, INPUTS)
    together = expect.shape(network(x), (3, CLASSES))
    alone = expect.shape(network(x[1:2]), (1, CLASSES), because="a batch of one sample")
    expect.close(alone, together[1:2], because="a sample's logits do not depend on the rest of its batch")
    single = made(student, (INPUTS, HIDDEN, HALF, 1))
    expect.shape(single(x), (3, 1), because="three samples, one class")
    expect.shape(single(x[:1]), (1, 1), because="one sample, one class")


@exercise("SimpleMLP", points=1, needs=["test_mlp_shape"])
def test_mlp_inputs_untouched(student: Student, rng: Rng) -> None:
    """The inputs are left as they were."""
    network = made(student, SIZES)
    with student.SimpleMLP.guarded() as modified:
        network(rng.normal(4, INPUTS))
    hint = "an in-place operation on x changes the caller's tensor"
    expect.that(not modified, "the inputs are left as they were", got="x changed", because=hint)


@exercise("count_parameters", points=0)
def test_count_exists(student: Student) -> None:
    """There is a function count_parameters(model)."""
    expect.defined(student.count_parameters, "model")


@exercise("count_parameters", points=2)
def test_count_values(student: Student, rng: Rng) -> None:
    """Weights and biases of linear layers are counted: 8,709 for the sizes 100, 64, 32, 5."""
    expect.equal(count(student, kit_network(student, (100, 64, 32, 5))), 8709)
    for _ in range(3):
        a, b, c, d = (int(size) for size in rng.integers(2, 30, 4))
        hint = f"three linear layers, {a} -> {b} -> {c} -> {d}, with biases"
        wanted = (a + 1) * b + (b + 1) * c + (c + 1) * d
        expect.equal(count(student, kit_network(student, (a, b, c, d))), wanted, because=hint)


@exercise("count_parameters", points=1)
def test_count_int(student: Student) -> None:
    """The count is a Python int."""
    expect.python_int(student.count_parameters(kit_network(student, SIZES)))


@exercise("count_parameters", points=1)
def test_count_frozen(student: Student, rng: Rng) -> None:
    """Frozen parameters are not counted, and stay frozen."""
    sizes = [value.numel() for value in empty_weights(SIZES)]
    for frozen in [(0, 1), (2,), (3, 5), (1, 2, 3, 4)]:
        network = kit_network(student, SIZES)
        network.freeze(*frozen)
        trainable = [place not in frozen for place in range(6)]
        wanted = sum(size for size, counts in zip(sizes, trainable, strict=True) if counts)
        hint = f"{len(frozen)} of its 6 parameters are frozen"
        expect.equal(count(student, network), wanted, because=hint)
        after = [parameter.requires_grad for parameter in network.parameters()]
        expect.that(after == trainable, "counting changes no requires_grad", got=after)


@exercise("count_parameters", points=1)
def test_count_any_model(student: Student) -> None:
    """Other layers are counted too, nested ones and normalisation, but not its running averages."""
    network = student.kit.network(
        first=("Linear", 4, 6), norm=("BatchNorm1d", 6), drop=("Dropout", 0.5), last=("Linear", 6, 2, False)
    )
    hint = "4·6 + 6 in the first layer, 6 + 6 in the normalisation, 6·2 in a last layer without bias"
    expect.equal(count(student, network), 54, because=hint)
    expect.equal(count(student, student.kit.network(norm=("BatchNorm1d", 7))), 14, because="BatchNorm1d(7)")
    expect.equal(count(student, student.kit.network(only=("Linear", 3, 4))), 16, because="Linear(3, 4)")
    body = ("Sequential", ("first", "Linear", 3, 4), ("second", "Sequential", ("deep", "Linear", 4, 4)))
    nested = student.kit.network(body=body, head=("Linear", 4, 2))
    hint = "a Linear(3, 4) in a Sequential, a Linear(4, 4) in a Sequential inside it, and a Linear(4, 2)"
    expect.equal(count(student, nested), 46, because=hint)


@exercise("layer_shapes", points=0)
def test_shapes_exists(student: Student) -> None:
    """There is a function layer_shapes(model, inputs)."""
    expect.defined(student.layer_shapes, "model", "inputs")


@exercise("layer_shapes", points=1)
def test_shapes_form(student: Student, rng: Rng) -> None:
    """The result is a list (or tuple) of six tuples."""
    x = rng.normal(9, INPUTS)

    def check(network: Module) -> None:
        for entry in expect.sequence(student.layer_shapes(network, x), 6):
            expect.that(isinstance(entry, tuple), "each shape is a tuple", got=entry)

    on_either(student, SIZES, check)


@exercise("layer_shapes", points=2)
def test_shapes_values(student: Student, rng: Rng) -> None:
    """The shapes are those of the input and after each of fc1, relu1, fc2, relu2 and fc3."""
    for batch, sizes in [(32, (100, 64, 32, 5)), (9, SIZES), (2, (6, 7, 3, 2))]:
        x = rng.normal(batch, sizes[0])

        def check(network: Module, x: torch.Tensor = x, sizes: Sequence[int] = sizes) -> None:
            expect.equal(student.layer_shapes(network, x), shapes(len(x), sizes))

        on_either(student, sizes, check)


@exercise("layer_shapes", points=1)
def test_shapes_again(student: Student, rng: Rng) -> None:
    """A batch of one works, and each call on the same network starts anew."""

    def check(network: Module) -> None:
        for batch in (1, 4, 1):
            x = rng.normal(batch, INPUTS)
            hint = f"a batch of {batch}, after other calls" if batch > 1 else "a batch of one"
            expect.equal(student.layer_shapes(network, x), shapes(batch, SIZES), because=hint)
            expect.shape(network(x), (batch, CLASSES), because="the network still works")

    on_either(student, SIZES, check)


@exercise("layer_shapes", points=1, needs=["test_shapes_values"])
def test_shapes_leaves_all(student: Student, rng: Rng) -> None:
    """The network's mode, its weights and the inputs are left as they were."""
    x = rng.normal(4, INPUTS)

    def check(network: Module) -> None:
        before = [parameter.value for parameter in network.parameters()]
        for training in (True, False):
            network.train(training)
            student.layer_shapes(network, x)
            kept = set(network.modes()) == {training}
            expect.that(kept, f"the network and its layers keep training={training}", got=network.modes())
        for parameter, value in zip(network.parameters(), before, strict=True):
            expect.close(parameter.value, value, because=f"{parameter.name} stays as it was")
        expect.untouched(student.layer_shapes, network, x)

    on_either(student, SIZES, check)


def reference(x: torch.Tensor, weights: Tensors) -> torch.Tensor:
    """The network of the lesson, from its six parameters in order."""
    hidden = functional.relu(functional.linear(x, weights[0], weights[1]))
    hidden = functional.relu(functional.linear(hidden, weights[2], weights[3]))
    return functional.linear(hidden, weights[4], weights[5])


def empty_weights(sizes: Sequence[int]) -> list[torch.Tensor]:
    """Weight and bias of each layer, in order, all zero."""
    return [value for n, m in pairwise(sizes) for value in (torch.zeros(m, n), torch.zeros(m))]


def random_weights(rng: Rng) -> list[torch.Tensor]:
    """Weight and bias of each layer, in order."""
    return [rng.uniform(*value.shape) for value in empty_weights(SIZES)]


def made(student: Student, sizes: Sequence[int]) -> Module:
    """The student's network of these widths."""
    inputs, hidden, _, classes = sizes
    return expect.module(student.SimpleMLP(inputs, hidden, classes))


def loaded(student: Student, weights: Tensors) -> Module:
    """The student's network with these weights, in evaluation mode."""
    network = made(student, SIZES)
    network.load(arranged(network, weights))
    network.eval()
    return network


def arranged(network: Module, weights: Tensors, because: str | None = None) -> list[torch.Tensor]:
    """The weights in the order and form of the network's own parameters, which are known by their shapes.

    A weight may be stored as nn.Linear does or transposed, for `x @ w`, and a bias as a row.
    """
    found = [parameter.value.shape for parameter in network.parameters()]
    left, result = list(weights), []
    for shape in found:
        candidates = ((place, form) for place, value in enumerate(left) for form in forms(value))
        place, fit = next((pair for pair in candidates if pair[1].shape == shape), (0, None))
        if fit is not None:
            del left[place]
            result.append(fit.contiguous())
    if len(found) < len(weights):
        because = "a layer in a plain list, or made in forward, is not registered; each layer has a bias"
    wanted = ", ".join(str(tuple(value.shape)) for value in weights)
    right = len(result) == len(found) == len(weights)
    got = [tuple(shape) for shape in found]
    expect.that(right, f"the registered parameters have the shapes {wanted}", got=got, because=because)
    return result


def forms(value: torch.Tensor) -> list[torch.Tensor]:
    """The forms in which a layer may keep a weight or a bias."""
    return [value, value.T] if value.dim() == 2 else [value, value[None]]


def close(value: object, other: object) -> bool:
    """Whether two results are tensors with the same values."""
    if not isinstance(value, torch.Tensor) or not isinstance(other, torch.Tensor) or value.shape != other.shape:
        return False
    return torch.allclose(value.double(), other.double(), rtol=1e-4, atol=1e-5)


def kit_network(student: Student, sizes: Sequence[int]) -> Module:
    """The kit's network of these widths, with children fc1, relu1, fc2, relu2 and fc3."""
    a, b, c, d = sizes
    layers = (("Linear", a, b), ("ReLU",), ("Linear", b, c), ("ReLU",), ("Linear", c, d))
    return student.kit.network(**dict(zip(NAMES, layers, strict=True)))


def count(student: Student, network: Module) -> object:
    """What count_parameters gives; the type of the number is a check of its own."""
    value = student.count_parameters(network)
    return value.item() if isinstance(value, torch.Tensor) and value.numel() == 1 else value


def shapes(batch: int, sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The shapes of a batch through a network of these widths."""
    a, b, c, d = sizes
    return [(batch, a), (batch, b), (batch, b), (batch, c), (batch, c), (batch, d)]


def on_either(student: Student, sizes: Sequence[int], check: Callable[[Module], None]) -> None:
    """The check passes on the kit's network or on the student's own; a failure is told of the kit's."""
    try:
        check(kit_network(student, sizes))
    except (Mismatch, StudentError) as failure:
        try:
            check(made(student, sizes))
        except (Mismatch, StudentError):
            raise failure from None
