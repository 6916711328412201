"""Checks of the lesson on multi-layer perceptrons."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import torch

from autograder import Rng, Student, exercise, expect
from autograder.failures import Mismatch, StudentError
from autograder.lessons.mlp.network import (
    CLASSES,
    ENDS,
    HALF,
    HIDDEN,
    INPUTS,
    SIZES,
    after,
    close,
    gradients,
    instead,
    made,
    positive,
    random_part,
    ready,
    reference,
)
from autograder.show import number_of
from autograder.student import Module


@exercise("SimpleMLP", points=0)
def test_mlp_exists(student: Student) -> None:
    """There is a class SimpleMLP(input_size, hidden_size, num_classes)."""
    expect.defined(student.SimpleMLP, "input_size", "hidden_size", "num_classes")


@exercise("SimpleMLP", points=0)
def test_mlp_depends(student: Student, rng: Rng) -> None:
    """It is an nn.Module that gives logits for each sample, and they depend on the sample."""
    x = positive(rng, 3, INPUTS)
    for network in (made(student, SIZES), ready(student, rng)):
        result = expect.tensor(network(x), because="forward returns the logits")
        got = f"a tensor of shape {tuple(result.shape)}"
        expect.that(result.shape == (3, CLASSES), f"3 samples give 3 rows of {CLASSES} logits", got=got)
        if not close(result, network(positive(rng, 3, INPUTS))):
            return
    expect.that(False, "other inputs give other outputs", got=result[0])


@exercise("SimpleMLP", points=1, needs=["test_mlp_depends"])
def test_mlp_shape(student: Student, rng: Rng) -> None:
    """It turns (batch, input_size) into (batch, num_classes)."""
    for inputs, hidden, classes, batch in [(5, 8, 3, 7), (2, 6, 4, 3), (100, 64, 5, 32)]:
        network = made(student, (inputs, hidden, hidden // 2, classes))
        expect.shape(network.as_it_came(rng.normal(batch, inputs)), (batch, classes))


@exercise("SimpleMLP", points=1)
def test_mlp_layers(student: Student) -> None:
    """It has three registered linear layers, input -> hidden -> hidden // 2 -> classes, and nothing else."""
    for sizes in [(5, 8, 4, 3), SIZES]:
        a, b, c, d = sizes
        has_layers(student, sizes, because=f"SimpleMLP({a}, {b}, {d}) is {a} -> {b} -> {c} -> {d}, and no more")


@exercise("SimpleMLP", points=1, needs=["test_mlp_layers"])
def test_mlp_odd_hidden_size(student: Student) -> None:
    """An odd hidden size is halved downwards: 7 becomes 3, 15 becomes 7."""
    for sizes in [(6, 7, 3, 2), (11, 15, 7, 3)]:
        has_layers(student, sizes, because=f"{sizes[1]} // 2 is {sizes[2]}")


@exercise("SimpleMLP", points=0, needs=["test_mlp_depends"])
def test_mlp_chain(student: Student) -> None:
    """Its registered parameters are those of linear layers, each as wide as the one before it."""
    network = made(student, SIZES)
    got = [tuple(parameter.value.shape) for parameter in network.module.parameters()]
    requirement = f"the registered parameters make a way from {INPUTS} inputs to {CLASSES} classes"
    expect.that(len(network.layers) > 1, requirement, got=got, because="what is not registered cannot be loaded")


@exercise("SimpleMLP", points=1, needs=["test_mlp_chain"])
def test_mlp_registered(student: Student, rng: Rng) -> None:
    """state_dict() holds the parameters, .to() converts them, and two networks share none."""
    one, other = made(student, SIZES), made(student, SIZES)
    x, first = positive(rng, 6, INPUTS), one.active(rng)
    second = [(1.5 * weight, bias) for weight, bias in first]
    one.load(first)
    other.load(second)
    state = one.module.state()
    for parameter in one.module.parameters():
        expect.that(parameter.name in state, f"state_dict() holds {parameter.name}", got=sorted(state))
        expect.close(state[parameter.name], parameter.value, because="state_dict() holds its values")

    expected = expect.tensor(other(x))
    other.load(first)
    before = expect.tensor(one(x))
    expect.close(before, other(x), because="two networks with the same weights give the same output")
    one.module.to(dtype=torch.float64)
    for parameter in one.module.parameters():
        expect.tensor(parameter.value, dtype=torch.float64, because="`.to(torch.float64)` converts a network")
    one.module.to(dtype=one.dtype)
    one.load(second)
    expect.close(one(x), expected, because="after `.to()` the network still computes with its parameters")
    shared = not close(before, other(x))  # it had the first weights, and still has
    expect.that(not shared, "each network has parameters of its own", got="they are shared")


@exercise("SimpleMLP", points=1, needs=["test_mlp_chain"])
def test_mlp_forward(student: Student, rng: Rng) -> None:
    """Where no neuron is cut off, the layers are applied one after the other to the inputs."""
    network = made(student, SIZES)
    weights = network.active(rng, size=5.0)
    x = positive(rng, 32, INPUTS)
    x[:, 0] *= -0.5  # whoever cuts off or normalises the inputs is seen
    network.load(weights)
    result, logits = network(x), reference(x, weights)
    because = "fc3(ReLU(fc2(ReLU(fc1(x))))), with x as it comes"
    because = instead(result, x, weights, (0, 1), (0,), (1,)) or random_part(network, x) or because
    if after(result, reference(x.clamp(min=0), weights)) is not None:
        because = "what is negative in the inputs has no effect, but nothing comes before fc1"
    if after(result, logits) is None:  # what comes after the last layer has a check of its own
        expect.close(result, logits, because=because)


@exercise("SimpleMLP", points=2, needs=["test_mlp_chain"])
def test_mlp_first_relu(student: Student, rng: Rng) -> None:
    """There is a ReLU between fc1 and fc2."""
    cuts_off(student, rng, 0)


@exercise("SimpleMLP", points=2, needs=["test_mlp_chain"])
def test_mlp_second_relu(student: Student, rng: Rng) -> None:
    """There is a ReLU between fc2 and fc3."""
    for place in range(1, max(len(made(student, SIZES).layers) - 1, 2)):
        cuts_off(student, rng, place)


@exercise("SimpleMLP", points=2, needs=["test_mlp_chain"])
def test_mlp_logits(student: Student, rng: Rng) -> None:
    """The outputs are logits: nothing comes after fc3."""
    network = made(student, SIZES)
    weights = network.active(rng)
    logits = torch.tensor([-2.0, 0.5, 3.0, -0.25, 1.5]).expand(16, CLASSES)
    weights[-1] = (torch.zeros_like(weights[-1][0]), logits[0])  # whatever comes before, fc3 gives its bias
    network.load(weights)
    result = network(positive(rng, 16, INPUTS))
    if network.layers[-1].bias is None:  # that has been told; zero is what is left
        logits = torch.zeros_like(logits)
    name = after(result, logits)
    hint = "with its weights at zero fc3 gives its bias, and what comes after fc3 changes that"
    if name == "dropout":
        hint = "some of the logits are zero, the others too large: this is what a dropout after fc3 does"
    elif name:
        hint = f"this is the {name} of the logits, but the outputs are the logits themselves"
    expect.close(result, logits, because=hint)


@exercise("SimpleMLP", points=1, needs=["test_mlp_depends"])
def test_mlp_modes(student: Student, rng: Rng) -> None:
    """Training and evaluation mode give the same output, and are only changed from outside."""
    network = ready(student, rng)
    x = positive(rng, 32, INPUTS)
    outputs = []
    for training in (True, False):
        network.module.train(training)
        outputs.append(expect.tensor(network(x)))
        modes = network.module.modes()
        change = "train() puts it into training" if training else "eval() puts it into evaluation"
        expect.that(set(modes) == {training}, f"{change} mode, with all its layers", got=modes)
    hint = "the same in both modes: there is no dropout and no normalisation in this network"
    expect.close(outputs[0], outputs[1], because=hint)
    because = random_part(network, x)
    expect.that(because is None, "evaluation mode leaves nothing to chance", because=because)


@exercise("SimpleMLP", points=1, needs=["test_mlp_chain"])
def test_mlp_gradient(student: Student, rng: Rng) -> None:
    """Gradients reach every parameter, and the inputs."""
    # All positive: every neuron is active, and none is near the bend of its ReLU.
    network = made(student, SIZES)
    weights = network.active(rng)
    x, cotangent = positive(rng, 6, INPUTS).requires_grad_(), positive(rng, 6, CLASSES)
    for parameter in network.module.parameters():
        expect.that(parameter.requires_grad, f"{parameter.name} is trainable", got="requires_grad=False")
    network.load(weights)
    hint = "`.detach()`, `.data`, numpy and `torch.no_grad()` cut the graph"
    result = expect.tensor(network.as_it_came(x), because="a gradient can only start from one tensor").float()
    reach = result.requires_grad
    expect.that(reach, "gradients flow from the result to the inputs", got="no graph", because=hint)
    (slope,) = torch.autograd.grad(result.sum(), x, allow_unused=True)
    expect.that(slope is not None, "a gradient reaches the inputs", got="none", because=hint)

    end = ENDS.get(after(result, reference(x, weights)) or "", ENDS[""])
    wanted = gradients(lambda leaves: end(reference(x, leaves)), weights, cotangent)
    exact = close(result, end(reference(x, weights)))  # else the values are told of elsewhere
    found, names = network.gradients(x, cotangent), [parameter.name for parameter in network.module.parameters()]
    for place, right in network.placed(wanted).items():
        gradient = found[place] if place < len(found) else None
        arrives = gradient is not None and bool(gradient.any())
        expect.that(arrives, f"a gradient reaches {names[place]}", got="none", because=hint)
        if exact and gradient is not None:
            atol = 1e-4 * float(right.abs().max())
            because = f"this is the gradient of {names[place]}"
            expect.close(gradient.reshape(right.shape), right, rtol=1e-3, atol=atol, because=because)


@exercise("SimpleMLP", points=1, needs=["test_mlp_depends"])
def test_mlp_batch_of_one(student: Student, rng: Rng) -> None:
    """A batch of one sample stays a batch, also with a single class."""
    network = ready(student, rng)
    x = positive(rng, 3, INPUTS)
    together = expect.tensor(network(x))
    alone = expect.shape(network(x[1:2]), (1, *together.shape[1:]), because="a batch of one sample")
    over_batch = close(together.sum(0), torch.ones_like(together[0]))  # a softmax that has been told
    if random_part(network, x) is None and not over_batch:
        expect.close(alone, together[1:2], because="a sample's logits do not depend on the rest of its batch")
    single = made(student, (INPUTS, HIDDEN, HALF, 1))
    single.module.eval()
    expect.shape(single(x), (3, 1), because="three samples, one class")
    expect.shape(single(x[:1]), (1, 1), because="one sample, one class")


@exercise("SimpleMLP", points=1, needs=["test_mlp_depends"])
def test_mlp_untouched(student: Student, rng: Rng) -> None:
    """The inputs are left as they were."""
    network = made(student, SIZES)
    with student.SimpleMLP.guarded() as modified:
        network(rng.normal(4, INPUTS))
    hint = "an in-place operation on x changes the caller's tensor"
    expect.that(not modified, "the inputs are left as they were", got="x changed", because=hint)


@exercise("count_parameters", points=0)
def test_count_parameters_exists(student: Student) -> None:
    """There is a function count_parameters(model)."""
    expect.defined(student.count_parameters, "model")


@exercise("count_parameters", points=2)
def test_count_parameters_values(student: Student, rng: Rng) -> None:
    """Weights and biases of linear layers are counted: 8,709 for the sizes 100, 64, 32, 5."""
    counts(student, kit_network(student, SIZES), 8709)
    for _ in range(3):
        a, b, c, d = (int(size) for size in rng.integers(2, 30, 4))
        hint = f"three linear layers, {a} -> {b} -> {c} -> {d}, with biases"
        counts(student, kit_network(student, (a, b, c, d)), (a + 1) * b + (b + 1) * c + (c + 1) * d, because=hint)


@exercise("count_parameters", points=1)
def test_count_parameters_int(student: Student) -> None:
    """The count is a Python int."""
    networks = [kit_network(student, sizes) for sizes in [(5, 8, 4, 3), SIZES]]
    for network in networks:
        network.freeze(0, 1)  # whoever counts the frozen ones gives an int as well
    small, large = (student.count_parameters(network) for network in networks)
    differ = expect.number(small) != expect.number(large)
    expect.that(differ, "a small and a large network have different counts", got=small)
    hint = None if isinstance(small, torch.Tensor) else "`int(...)` makes one of a float or of a number of numpy's"
    expect.python_int(small, because=hint)


@exercise("count_parameters", points=1)
def test_count_parameters_frozen(student: Student) -> None:
    """Frozen parameters are not counted, and stay frozen."""
    sizes = [8 * 5, 8, 4 * 8, 4, 3 * 4, 3]
    for frozen in [(0, 1), (2,), (3, 5), (1, 2, 3, 4)]:
        network = kit_network(student, (5, 8, 4, 3))
        network.freeze(*frozen)
        trainable = [place not in frozen for place in range(6)]
        wanted = sum(size for size, kept in zip(sizes, trainable, strict=True) if kept)
        because = f"frozen are {len(frozen)} of its 6 parameters"
        found = expect.number(student.count_parameters(network), because=because)
        # asked before anything is expected: who makes them trainable is told from who counts the frozen
        after = [parameter.requires_grad for parameter in network.parameters()]
        expect.equal(found, wanted, because=because)
        expect.that(after == trainable, "counting changes no requires_grad", got=after)


@exercise("count_parameters", points=1)
def test_count_parameters_any_model(student: Student) -> None:
    """Other layers are counted too, nested ones and shared weights, but no running averages."""
    network = student.kit.network
    model = network(
        first=("Linear", 4, 6), norm=("BatchNorm1d", 6), drop=("Dropout", 0.5), last=("Linear", 6, 2, False)
    )
    hint = "4·6 + 6 in the first layer, 6 + 6 in the normalisation, 6·2 in a last layer without bias"
    counts(student, model, 54, because=hint)
    counts(student, network(norm=("BatchNorm1d", 7)), 14, because="BatchNorm1d(7)")
    counts(student, network(only=("Linear", 3, 4)), 16, because="Linear(3, 4)")
    body = ("Sequential", ("first", "Linear", 3, 4), ("second", "Sequential", ("deep", "Linear", 4, 4)))
    hint = "a Linear(3, 4) in a Sequential, a Linear(4, 4) in a Sequential inside it, and a Linear(4, 2)"
    counts(student, network(body=body, head=("Linear", 4, 2)), 46, because=hint)
    shared = network(first=("Linear", 4, 4), relu=("ReLU",), second=("Tied", "first", 4, 4))
    counts(student, shared, 24, because="two layers share one weight of 4·4, which counts once; each has 4 biases")
    counts(student, network(only=("Conv2d", 3, 2, 5)), 152, because="Conv2d(3, 2, 5): 2·3·5·5 + 2")
    hint = "an nn.MultiheadAttention has parameters of its own beside those of the layer inside it"
    counts(student, network(only=("MultiheadAttention", 4, 2)), 80, because=hint)
    hint = "an nn.GRU(2, 3) has parameters with other names than weight and bias"
    counts(student, network(only=("GRU", 2, 3)), 63, because=hint)


@exercise("layer_shapes", points=0)
def test_layer_shapes_exists(student: Student) -> None:
    """There is a function layer_shapes(model, inputs)."""
    expect.defined(student.layer_shapes, "model", "inputs")


@exercise("layer_shapes", points=0)
def test_layer_shapes_some(student: Student, rng: Rng) -> None:
    """The result tells the widths after fc1 and fc2."""
    x = rng.normal(9, INPUTS)

    def check(network: Module) -> None:
        answer = student.layer_shapes(network, x)
        found = [entry for entry in entries(answer) if entry]
        widths = {entry[-1] for entry in found}
        alike = {len(entry) for entry in found} in ({1}, {2})
        expect.that(alike and {HIDDEN, HALF} <= widths, "the result is a list of six shapes", got=answer)

    on_either(student, SIZES, check)


@exercise("layer_shapes", points=1, needs=["test_layer_shapes_some"])
def test_layer_shapes_form(student: Student, rng: Rng) -> None:
    """The result is a list (or tuple) of six tuples."""
    x = rng.normal(9, INPUTS)

    def check(network: Module) -> None:
        for entry in expect.sequence(student.layer_shapes(network, x), 6):
            shape = isinstance(entry, tuple) and all(type(size) is int for size in entry)
            expect.that(shape, "each shape is a tuple of ints", got=entry)

    on_either(student, SIZES, check)


@exercise("layer_shapes", points=2)
def test_layer_shapes_values(student: Student, rng: Rng) -> None:
    """The shapes are those of the input and after each of fc1, relu1, fc2, relu2 and fc3."""
    for batch, sizes in [(32, (100, 64, 32, 5)), (9, (5, 8, 4, 3)), (2, (6, 7, 3, 2))]:
        x, (a, b, c, d) = rng.normal(batch, sizes[0]), sizes
        right = [(batch, a), (batch, b), (batch, b), (batch, c), (batch, c), (batch, d)]

        def check(network: Module, x: torch.Tensor = x, right: object = right) -> None:
            answer = student.layer_shapes(network, x)
            shapes = list(answer.values()) if isinstance(answer, dict) else answer  # its type is told elsewhere
            expect.equal(shapes, right)

        on_either(student, sizes, check)


@exercise("layer_shapes", points=1, needs=["test_layer_shapes_some"])
def test_layer_shapes_again(student: Student, rng: Rng) -> None:
    """A batch of one works, and each call on the same network starts anew."""

    def check(network: Module) -> None:
        first = entries(student.layer_shapes(network, rng.normal(9, INPUTS)))
        for batch in (1, 4, 1):
            x = rng.normal(batch, INPUTS)
            answer = student.layer_shapes(network, x)
            wanted = [(batch, *entry[1:]) if len(entry) == 2 else entry for entry in first]
            hint = f"a batch of {batch}, after other calls" if batch > 1 else "a batch of one"
            requirement = f"the shapes are those of the first call, but for the batch: {wanted}"
            expect.that(entries(answer) == wanted, requirement, got=answer, because=hint)
            expect.shape(network(x), (batch, CLASSES), because="the network still works")

    on_either(student, SIZES, check)


@exercise("layer_shapes", points=1, needs=["test_layer_shapes_some"])
def test_layer_shapes_leaves_all(student: Student, rng: Rng) -> None:
    """The network's mode, its parameters and hooks, and the inputs are left as they were."""
    x = rng.normal(4, INPUTS)

    def check(network: Module) -> None:
        before, hooks = network.parameters(), network.hooks()
        for training in (True, False):
            network.train(training)
            student.layer_shapes(network, x)
            kept = set(network.modes()) == {training}
            expect.that(kept, f"the network and its layers keep training={training}", got=network.modes())
        left = sum(network.hooks()) - sum(hooks)
        hint = "a hook stays until the handle that registering it gave is told to `remove()` it"
        expect.that(left == 0, "no hook is left on the network", got=f"{left} more after two calls", because=hint)
        for old, new in zip(before, network.parameters(), strict=False):
            same = close(old.value, new.value) and old.value.dtype == new.value.dtype
            expect.that(same, f"{old.name} stays as it was", got="other values, or of another type")
            expect.that(old.requires_grad == new.requires_grad, f"{old.name} stays trainable", got="it is frozen")
        expect.that(len(before) == len(network.parameters()), "all parameters stay", got="some are gone")
        expect.untouched(student.layer_shapes, network, x)

    on_either(student, SIZES, check)


def has_layers(student: Student, sizes: Sequence[int], because: str) -> None:
    """The registered parameters are the weights and biases of these layers, in any order and form."""
    wanted = [shape for n, m in pairwise(sizes) for shape in ((m, n), (m,))]
    found = [tuple(parameter.value.shape) for parameter in made(student, sizes).module.parameters()]
    right, came = (Counter(map(in_one_form, shapes)) for shapes in (wanted, found))
    if came < right and all(len(shape) == 1 for shape in right - came):
        because = "each layer has a bias"
    elif not found:
        because = "a layer in a plain list, or made in forward, is not registered"
    requirement = f"the registered parameters have the shapes {', '.join(map(str, wanted))}"
    expect.that(came == right, requirement, got=found, because=because)


def in_one_form(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The same for a weight and one that is turned, and for a bias and one that is a row."""
    if len(shape) == 2:
        return shape[1:] if shape[0] == 1 else tuple(sorted(shape))
    return shape


def cuts_off(student: Student, rng: Rng, place: int) -> None:
    """After this layer what is negative becomes 0, so more negative is all the same; what is positive passes.

    Whatever else the network does, it does in the same way to both: only this place is looked at.
    """
    network = made(student, SIZES)
    name = f"fc{place + 1}"
    hidden = len(network.layers) - 1
    got = number_of(hidden, "hidden layer")
    expect.that(hidden > place, f"there is a hidden layer {name}, and a ReLU after it", got=got)
    x, weights = positive(rng, 8, INPUTS), network.active(rng)
    negative = torch.arange(network.layers[place].m) % 2 == 0
    has_bias = network.layers[place].bias is not None

    def output(below: float, above: float) -> Any:
        weight, bias = weights[place]
        factor = torch.where(negative, -below, above)
        # with a bias that is negative on its own, it does not matter what the layer is given
        changed = weight * torch.where(negative & has_bias, 0.0, factor)[:, None]
        placed = [*weights[:place], (changed, (bias + 1) * factor), *weights[place + 1 :]]
        network.load(placed)
        result = network(x)
        return result, instead(result, x, placed, (place,), (0, 1))

    (result, found), (lower, _), (higher, _) = output(1.0, 1.0), output(4.0, 1.0), output(1.0, 1.5)
    requirement = f"a number that is negative after {name} counts as 0, however negative it is"
    got = "when it becomes more negative, the output changes"
    hint = found or f"the next layer gets something else than max(0, {name}'s output)"
    expect.that(close(result, lower), requirement, got=got, because=hint)
    passes = not close(result, higher)
    expect.that(passes, f"what is positive after {name} passes", got="it has no effect", because=found)


def kit_network(student: Student, sizes: Sequence[int]) -> Module:
    """The kit's network of these widths, with children fc1, relu1, fc2, relu2 and fc3."""
    fc1, fc2, fc3 = (("Linear", n, m) for n, m in pairwise(sizes))
    return student.kit.network(fc1=fc1, relu1=("ReLU",), fc2=fc2, relu2=("ReLU",), fc3=fc3)


def counts(student: Student, network: Module, wanted: int, because: str | None = None) -> None:
    """count_parameters gives this number; of which type is a check of its own."""
    expect.equal(expect.number(student.count_parameters(network), because=because), wanted, because=because)


def entries(answer: Any) -> list[tuple[int, ...]]:
    """The shapes in what layer_shapes gave, in whatever form: tuples, lists, texts, the tensors themselves."""
    items = list(answer.values()) if isinstance(answer, dict) else answer
    return [sizes_in(item) for item in items] if isinstance(items, (list, tuple)) else []


def sizes_in(item: Any) -> tuple[int, ...]:
    """One shape, in whatever form it comes; () where there is none."""
    if isinstance(item, (list, tuple)) and len(item) == 2 and isinstance(item[0], str):
        return sizes_in(item[1])  # the name of a layer and its shape
    if isinstance(item, torch.Tensor):
        return tuple(item.shape)
    if isinstance(item, str):
        return tuple(int(size) for size in re.findall(r"\d{1,9}", item))
    known = isinstance(item, (list, tuple)) and all(type(size) is int for size in item)
    return tuple(item) if known else ()


def on_either(student: Student, sizes: Sequence[int], check: Callable[[Module], None]) -> None:
    """The check passes on the kit's network or on the student's own; a failure is told of the kit's."""

    def on_own() -> None:
        with student.aside():
            check(made(student, sizes).module)

    expect.first_answer([lambda: check(kit_network(student, sizes)), on_own], unless=(Mismatch, StudentError))
