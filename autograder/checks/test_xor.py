"""Checks of the lesson on XOR."""

from collections.abc import Callable, Sequence

import torch
from torch.nn import functional as F

from autograder import Rng, Student, exercise, expect
from autograder.failures import StudentError
from autograder.student import Axes, Figure, Module

INPUTS = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
SHAPES = {"fc1.weight": (8, 2), "fc1.bias": (8,), "fc2.weight": (1, 8), "fc2.bias": (1,)}
FAN_IN = {"fc1": 2, "fc2": 8}
#: The starts of the learning check: one run in 25 fails, five hardly ever (benchmarks/xor_fairness.py).
STARTS = range(5)
#: A gradient or ReLU input nearer to zero than this may change its sign when sums are taken in another order.
MARGIN = 2e-4


def initial_weights(rng: Rng) -> list[torch.Tensor]:
    """Weights and biases as `nn.Linear` draws them, uniform within 1 / sqrt(fan in), ordered as `SHAPES`."""
    bounds = [FAN_IN[name.split(".")[0]] ** -0.5 for name in SHAPES]
    return [rng.uniform(*s, low=-b, high=b) for s, b in zip(SHAPES.values(), bounds, strict=True)]


def start(number: int) -> list[torch.Tensor]:
    """The initial weights of a start of the learning check, the same for everyone."""
    return initial_weights(Rng("xor", f"start {number}"))


def logits(weights: Sequence[torch.Tensor], inputs: torch.Tensor) -> torch.Tensor:
    """What the network of the lesson answers with these weights."""
    w1, b1, w2, b2 = weights
    return F.linear(torch.relu(F.linear(inputs, w1, b1)), w2, b2)


def trained(
    weights: Sequence[torch.Tensor], num_epochs: int, lr: float
) -> tuple[list[float], list[torch.Tensor], float]:
    """Losses and weights of the right training in float64, and how near it came to a change of sign."""
    leaves = [weight.double().requires_grad_() for weight in weights]
    optimizer = torch.optim.Adam(leaves, lr=lr)
    losses, distances = [], []
    for epoch in range(1, num_epochs + 1):
        loss = F.binary_cross_entropy_with_logits(logits(leaves, INPUTS.double()), TARGETS.double())
        distances.append(F.linear(INPUTS.double(), leaves[0], leaves[1]).detach().abs().min())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        for leaf in leaves:
            root = (optimizer.state[leaf]["exp_avg_sq"] / (1 - 0.999**epoch)).sqrt()
            # exactly zero is the gradient of a neuron that is off; it is zero in any order
            distances += [root[root > 0].min()] if (root > 0).any() else []
    return losses, [leaf.detach() for leaf in leaves], float(min(distances))


def steady_weights(rng: Rng, num_epochs: int, lr: float) -> list[torch.Tensor]:
    """Initial weights whose first epochs do not depend on rounding.

    Adam divides a gradient by its own size, so one that is almost zero moves its weight by a whole lr in a
    direction that the order of the shuffled samples decides. Such starts are passed over.
    """
    while True:
        weights = initial_weights(rng)
        if trained(weights, num_epochs, lr)[2] > MARGIN:
            return weights


def network(student: Student, weights: Sequence[torch.Tensor]) -> Module:
    """The kit's XOR network with these weights."""
    net = student.kit.network(fc1=("Linear", 2, 8), relu=("ReLU",), fc2=("Linear", 8, 1))
    net.load(weights)
    return net


def available_device(student: Student) -> str:
    """The device to compute on, where the student's code runs: CUDA, else MPS, else the CPU."""
    here = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    for name in [name for name, is_here in here.items() if is_here]:
        try:
            student.kit.network(fc=("Linear", 1, 1)).to(device=name)
        except StudentError:  # the kit's own request: a sandbox may have no access to the device
            continue
        return name
    return "cpu"


# --- xor_data


@exercise("xor_data", points=0)
def test_xor_data_exists(student: Student) -> None:
    """There is a function xor_data(device=None)."""
    expect.defined(student.xor_data, device=None)


@exercise("xor_data", points=1)
def test_xor_data_shapes(student: Student) -> None:
    """Inputs have shape (4, 2) and targets (4, 1), both float32."""
    inputs, targets = expect.pair(student.xor_data(), because="it returns the inputs and the targets")
    expect.tensor(inputs, (4, 2), torch.float32, because="the inputs: four samples of two numbers")
    expect.tensor(targets, (4, 1), torch.float32, because="the targets: one number for each of four samples")


@exercise("xor_data", points=1)
def test_xor_data_values(student: Student) -> None:
    """The rows are those of the truth table, in the order 00, 01, 10, 11."""
    inputs, targets = expect.pair(student.xor_data("cpu"))
    expect.close(inputs, INPUTS, because="the inputs in the order 00, 01, 10, 11")
    expect.close(targets, TARGETS, because="XOR is 1 where exactly one of the two inputs is 1")


@exercise("xor_data", points=1, needs=["test_xor_data_values"])
def test_xor_data_device(student: Student) -> None:
    """The tensors are on the device that was asked for, by default on the available one."""
    wanted = {None: available_device(student), "cpu": "cpu", torch.device("cpu"): "cpu"}
    for device, type_ in wanted.items():
        for value in expect.pair(student.xor_data(device=device)):
            found = expect.tensor(value).device
            expect.that(found.type == type_, f"xor_data(device={device!r}) is on {type_}", got=str(found))
    try:
        answer = student.xor_data(device="meta")
    except StudentError:  # whoever looks at the numbers cannot do so on this device, and need not
        return
    for value in expect.pair(answer):
        expect.that(
            not isinstance(value, torch.Tensor),
            'xor_data(device="meta") is on the device "meta"',
            got=f"a tensor on {getattr(value, 'device', None)}",
            because='"meta" is a device without memory, there on every machine',
        )


# --- XORNet


@exercise("XORNet", points=0)
def test_xornet_exists(student: Student) -> None:
    """There is a class XORNet, an nn.Module made without arguments."""
    expect.defined(student.XORNet)
    expect.module(student.XORNet())


@exercise("XORNet", points=1)
def test_xornet_layers(student: Student) -> None:
    """It has the layers fc1 from 2 to 8 and fc2 from 8 to 1, and 33 trainable parameters."""
    net = expect.module(student.XORNet())
    state = net.state()
    for name, shape in SHAPES.items():
        expect.that(name in state, f"there is a parameter {name}", got=", ".join(sorted(state))[:200])
        expect.shape(state[name], shape, because=f"that is the shape of {name}")
    owned = net.parameters()
    count = sum(parameter.value.numel() for parameter in owned if parameter.requires_grad)
    expect.that(count == 33 and len(owned) == 4, "there are 33 trainable parameters in 4 tensors", got=count)


@exercise("XORNet", points=2, needs=["test_xornet_layers"])
def test_xornet_output(student: Student, rng: Rng) -> None:
    """It computes fc1, ReLU, fc2 and returns logits of shape (m, 1)."""
    net = expect.module(student.XORNet())
    for size in (4, 1, 9):
        weights = initial_weights(rng)
        _load(net, weights)
        inputs = INPUTS if size == 4 else 2 * rng.normal(size, 2)
        found = expect.shape(net(inputs), (size, 1))
        expect.close(found, logits(weights, inputs), because="fc2(relu(fc1(x))) with the same weights")


@exercise("XORNet", points=1, needs=["test_xornet_output"])
def test_xornet_gradients(student: Student, rng: Rng) -> None:
    """Gradients reach every weight and bias."""
    net = expect.module(student.XORNet())
    weights, inputs, cotangent = initial_weights(rng), rng.normal(9, 2), rng.normal(9, 1)
    _load(net, weights)
    leaves = [weight.clone().requires_grad_() for weight in weights]
    wanted = torch.autograd.grad(logits(leaves, inputs), leaves, cotangent)
    by_shape = {gradient.shape: gradient for gradient in wanted}
    for parameter, gradient in zip(net.parameters(), net.gradients(inputs, cotangent), strict=True):
        expect.that(gradient is not None, f"a gradient reaches {parameter.name}", got="none")
        right = by_shape[parameter.value.shape]
        expect.close(gradient, right, rtol=1e-3, because=f"the gradient of {parameter.name}")


@exercise("XORNet", points=1, needs=["test_xornet_layers"])
def test_xornet_initialisation(student: Student) -> None:
    """Every new network starts from its own random weights, as nn.Linear makes them."""
    states = [expect.module(student.XORNet()).state() for _ in range(24)]
    for name, shape in SHAPES.items():
        bound = FAN_IN[name.split(".")[0]] ** -0.5
        values = torch.stack([expect.shape(state.get(name), shape) for state in states]).double()
        expect.that(
            len(values.flatten(1).unique(dim=0)) == len(states),
            "two new networks start from different weights",
            got=f"{name} came out the same twice",
            because="a seed, or weights set by hand, give every network the same start",
        )
        largest, spread = values.abs().max().item(), values.std().item()
        because = f"nn.Linear draws {name} uniformly between -{bound:.3f} and {bound:.3f}"
        got = f"values up to {largest:.3f}, with a standard deviation of {spread:.3f}"
        # of two million samples of 24 such values, the spreads were between 0.47 and 1.41 of the usual one
        default = largest <= bound + 1e-6 and 0.3 < spread / (bound / 3**0.5) < 1.7
        expect.that(default, "the initial weights are the default ones", got=got, because=because)


def _load(net: Module, weights: Sequence[torch.Tensor]) -> None:
    """Load weights into a student's network, whose layers may have been created in another order."""
    by_shape = {weight.shape: weight for weight in weights}
    net.load([by_shape[parameter.value.shape] for parameter in net.parameters()])


# --- train_xor


@exercise("train_xor", points=0)
def test_train_xor_exists(student: Student) -> None:
    """There is a function train_xor(model, num_epochs=1000, lr=0.05)."""
    expect.defined(student.train_xor, "model")
    expect.defined(student.train_xor, "model", num_epochs=1000, lr=0.05)


@exercise("train_xor", points=0)
def test_train_xor_runs(student: Student, rng: Rng) -> None:
    """One epoch of training runs through."""
    student.train_xor(network(student, initial_weights(rng)), num_epochs=1)


@exercise("train_xor", points=1, needs=["test_train_xor_runs"])
def test_train_xor_history(student: Student, rng: Rng) -> None:
    """It returns one loss for each epoch, as Python floats."""
    for num_epochs in (1, 7):
        net = network(student, initial_weights(rng))
        expect.floats(student.train_xor(net, num_epochs=num_epochs), num_epochs)


@exercise("train_xor", points=1, needs=["test_train_xor_runs"])
def test_train_xor_losses(student: Student, rng: Rng) -> None:
    """The losses are the binary cross-entropy of the logits, before each update."""
    weights = steady_weights(rng, 10, 0.05)
    losses, _, _ = trained(weights, 10, 0.05)
    found = student.train_xor(network(student, weights), num_epochs=10, lr=0.05)
    expect.close(found, losses, rtol=2e-4, atol=2e-5, because="the first ten epochs from given weights")


@exercise("train_xor", points=2, needs=["test_train_xor_runs"])
def test_train_xor_weights(student: Student, rng: Rng) -> None:
    """Adam has moved the model's own weights to the right places after 1, 3 and 10 epochs."""
    weights = steady_weights(rng, 10, 0.05)
    for num_epochs in (1, 3, 10):
        net = network(student, weights)
        student.train_xor(net, num_epochs=num_epochs, lr=0.05)
        _expect_weights(net, trained(weights, num_epochs, 0.05)[1], f"after {num_epochs} epochs with lr=0.05")


@exercise("train_xor", points=1, needs=["test_train_xor_runs"])
def test_train_xor_settings(student: Student, rng: Rng) -> None:
    """num_epochs and lr are obeyed, by position and by name."""
    weights = steady_weights(rng, 5, 0.2)
    losses, moved, _ = trained(weights, 5, 0.2)
    calls: list[Callable[[Module], object]] = [
        lambda net: student.train_xor(net, 5, 0.2),
        lambda net: student.train_xor(net, lr=0.2, num_epochs=5),
    ]
    for call in calls:
        net = network(student, weights)
        found = expect.floats(call(net), 5)
        expect.close(found, losses, rtol=2e-4, atol=2e-5, because="5 epochs with lr=0.2")
        _expect_weights(net, moved, "after 5 epochs with lr=0.2")


@exercise("train_xor", points=1, needs=["test_train_xor_runs"], timeout=120)
def test_train_xor_defaults(student: Student, rng: Rng) -> None:
    """By default it trains for 1000 epochs with lr=0.05."""
    weights = steady_weights(rng, 10, 0.05)
    found = expect.floats(student.train_xor(network(student, weights)), 1000, because="num_epochs=1000")
    losses, _, _ = trained(weights, 10, 0.05)
    expect.close(found[:10], losses, rtol=2e-4, atol=2e-5, because="the first ten epochs with lr=0.05")


@exercise("train_xor", points=2, needs=["test_train_xor_runs"], timeout=120)
def test_train_xor_learns(student: Student) -> None:
    """A network trained with it gets all four rows right, from at least one of five starts."""
    device = available_device(student)
    best = 0
    for number in STARTS:
        net = network(student, start(number))
        net.to(device=device)
        student.train_xor(net, num_epochs=1000, lr=0.05)
        net.to(device="cpu")
        answers = expect.shape(net(INPUTS), (4, 1)) > 0
        best = max(best, int((answers == (TARGETS > 0.5)).sum()))
        if best == 4:
            return
    got = f"at most {best} of 4, from {len(STARTS)} starts"
    expect.that(False, "all four rows are right after 1000 epochs", got=got)


def _expect_weights(net: Module, wanted: Sequence[torch.Tensor], when: str) -> None:
    for parameter, right in zip(net.parameters(), wanted, strict=True):
        because = f"{parameter.name} {when}, from given weights"
        expect.close(parameter.value, right, rtol=2e-4, atol=5e-5, because=because)


# --- plot_losses


@exercise("plot_losses", points=0)
def test_plot_losses_exists(student: Student) -> None:
    """There is a function plot_losses(losses)."""
    expect.defined(student.plot_losses, "losses")


@exercise("plot_losses", points=1)
def test_plot_losses_line(student: Student, rng: Rng) -> None:
    """It returns a Figure with the losses drawn as a line."""
    for length in (40, 100):
        losses = _falling_losses(rng, length)
        figure = expect.figure(student.plot_losses(losses))
        lines = [line for axes in figure.axes for line in axes.lines]
        expect.that(len(lines) > 0, "there is a line in the figure", got="none")
        expect.that(
            any(_draws(line.y, losses) for line in lines),
            "the line's heights are the losses",
            got=lines[0].y,
            because=f"the losses were {losses[0]:.4g}, {losses[1]:.4g}, ... in {length} epochs",
        )


@exercise("plot_losses", points=1)
def test_plot_losses_scale(student: Student, rng: Rng) -> None:
    """The y axis is logarithmic."""
    losses = _falling_losses(rng, 40)
    axes = _axes_of(expect.figure(student.plot_losses(losses)), losses)
    expect.that(axes.yscale == "log", "the y axis is logarithmic", got=f"a {axes.yscale} scale")


@exercise("plot_losses", points=1)
def test_plot_losses_labels(student: Student, rng: Rng) -> None:
    """Both axes are labelled."""
    losses = _falling_losses(rng, 40)
    axes = _axes_of(expect.figure(student.plot_losses(losses)), losses)
    for name, label in (("x", axes.xlabel), ("y", axes.ylabel)):
        expect.that(bool(label.strip()), f"the {name} axis has a label", got="an empty one")


def _falling_losses(rng: Rng, length: int) -> list[float]:
    curve = 0.7 * 0.95 ** torch.arange(length) * (1 + 0.1 * rng.uniform(length))
    return [float(value) for value in curve]


def _draws(heights: torch.Tensor, losses: list[float]) -> bool:
    wanted = torch.tensor(losses, dtype=torch.float64)
    return heights.shape == wanted.shape and torch.allclose(heights, wanted, rtol=1e-4, atol=0)


def _axes_of(figure: Figure, losses: list[float]) -> Axes:
    """The axes in which the losses are drawn, or the first."""
    found = figure.axes
    expect.that(len(found) > 0, "there are axes in the figure", got="an empty figure")
    return next((axes for axes in found if any(_draws(line.y, losses) for line in axes.lines)), found[0])


# --- predict_xor


@exercise("predict_xor", points=0)
def test_predict_xor_exists(student: Student) -> None:
    """There is a function predict_xor(model, inputs)."""
    expect.defined(student.predict_xor, "model", "inputs")


@exercise("predict_xor", points=1)
def test_predict_xor_shapes(student: Student, rng: Rng) -> None:
    """It returns probabilities and classes, both of shape (m, 1)."""
    net = network(student, initial_weights(rng))
    for size in (4, 1, 7):
        probabilities, classes = expect.pair(
            student.predict_xor(net, rng.normal(size, 2)), because="it returns probabilities and classes"
        )
        expect.tensor(probabilities, (size, 1), torch.float32, because="the probabilities")
        found = expect.shape(classes, (size, 1), because="the classes")
        allowed = found.dtype in (torch.float32, torch.int64)
        expect.that(allowed, "the classes are the floats 0. and 1.", got=str(found.dtype))


@exercise("predict_xor", points=1)
def test_predict_xor_probabilities(student: Student, rng: Rng) -> None:
    """The probabilities are the sigmoid of the model's logits."""
    weights, inputs = _balanced(rng)
    probabilities = expect.pair(student.predict_xor(network(student, weights), inputs))[0]
    expect.close(probabilities, torch.sigmoid(logits(weights, inputs)), because="the sigmoid of the logits")


@exercise("predict_xor", points=1)
def test_predict_xor_classes(student: Student, rng: Rng) -> None:
    """The class is 1 where the probability is above 0.5, and 0 elsewhere."""
    weights, inputs = _balanced(rng)
    classes = expect.pair(student.predict_xor(network(student, weights), inputs))[1]
    expect.close(classes, (logits(weights, inputs) > 0).float(), because="the probability against 0.5")
    undecided = network(student, [torch.zeros(shape) for shape in SHAPES.values()])
    ties = expect.shape(expect.pair(student.predict_xor(undecided, INPUTS))[1], (4, 1))
    either = bool(((ties == 0) | (ties == 1)).all())
    expect.that(either, "the class is 0 or 1, also at a probability of exactly 0.5", got=ties)


@exercise("predict_xor", points=1, needs=["test_predict_xor_probabilities"])
def test_predict_xor_untouched(student: Student, rng: Rng) -> None:
    """The inputs and the model's weights are left as they were."""
    weights, inputs = _balanced(rng)
    net = network(student, weights)
    expect.untouched(student.predict_xor, net, inputs)
    for parameter, before in zip(net.parameters(), weights, strict=True):
        expect.close(parameter.value, before, rtol=0, atol=0, because=f"{parameter.name} after predicting")


def _balanced(rng: Rng) -> tuple[list[torch.Tensor], torch.Tensor]:
    """Weights and inputs for which half of the logits are positive, some below 0.5, and none nearly zero."""
    w1, b1, w2, b2 = initial_weights(rng)
    inputs = 3 * rng.normal(60, 2)
    first = logits([w1, b1, w2, b2], inputs)
    scale = 1 / first.std()
    weights = [w1, b1, w2 * scale, (b2 - first.median()) * scale]
    return weights, inputs[logits(weights, inputs).flatten().abs() > MARGIN]
