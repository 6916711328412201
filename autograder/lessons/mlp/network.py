"""A network of the student's as the checks of `SimpleMLP` see it: layer by layer, so that a mistake costs once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from autograder import Rng, Student, expect
from autograder.student import Module

# The sizes of the lesson's example. All widths differ, so that each parameter is known by its shape alone.
INPUTS, HIDDEN, HALF, CLASSES = SIZES = (100, 64, 32, 5)
Weights = list[tuple[torch.Tensor, torch.Tensor]]
Function = Callable[[torch.Tensor], torch.Tensor]

#: What comes after the last layer: nothing, or what students put there.
ENDS: dict[str, Function] = {
    "": lambda z: z,
    "softmax": lambda z: z.softmax(-1),
    "log_softmax": lambda z: z.log_softmax(-1),
    "softmax over the batch": lambda z: z.softmax(0),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "ReLU": functional.relu,
}
#: What they put where a ReLU belongs.
OTHERS: dict[str, Function] = {
    "no activation function": lambda z: z,
    "a leaky ReLU": functional.leaky_relu,
    "a sigmoid": torch.sigmoid,
    "a tanh": torch.tanh,
    "a GELU": functional.gelu,
    "an ELU": functional.elu,
    "a SiLU": functional.silu,
    "a softplus": functional.softplus,
    "a PReLU": lambda z: functional.leaky_relu(z, 0.25),
    "a SELU": functional.selu,
    "a ReLU6": functional.relu6,
    "an absolute value": torch.abs,
    "a softmax": lambda z: z.softmax(-1),
}


@dataclass(frozen=True)
class Layer:
    """A linear layer from n to m, by the places of its parameters; one `turned` is kept for `x @ w`."""

    n: int
    m: int
    weight: int
    turned: bool
    bias: int | None


class Network:
    """A network of the student's as a chain of linear layers, whatever widths it has.

    A mistake in the widths, in what forward returns or in what comes last is told once; the rest can still be
    right. It is given inputs of its own dtype, and the same random numbers at each call.
    """

    def __init__(self, student: Student, module: Module, inputs: int, classes: int) -> None:
        self.student, self.module = student, module
        parameters = module.parameters()
        self.dtype = parameters[0].value.dtype if parameters else torch.float32
        self.layers = chain([tuple(parameter.value.shape) for parameter in parameters], inputs, classes)

    def as_it_came(self, x: torch.Tensor) -> Any:
        """What forward returns."""
        self.student.kit.seed(0)
        return self.module(x.to(self.dtype))

    def __call__(self, x: torch.Tensor) -> Any:
        """The logits, also where forward returns something beside them."""
        result = self.as_it_came(x)
        if isinstance(result, dict):
            result = list(result.values())
        if isinstance(result, (list, tuple)):
            result = next((item for item in result if isinstance(item, torch.Tensor)), result)
        return result.float() if isinstance(result, torch.Tensor) else result

    def gradients(self, x: torch.Tensor, cotangent: torch.Tensor) -> list[torch.Tensor | None]:
        """d sum(network(x) * cotangent) / d each parameter; None where no gradient arrives."""
        return self.module.gradients(x.detach().to(self.dtype), cotangent.to(self.dtype))

    def load(self, weights: Weights) -> None:
        """Put these weights into its layers, and it into evaluation mode; other parameters stay."""
        values = [parameter.value for parameter in self.module.parameters()]
        for place, value in self.placed(weights).items():
            values[place] = value.reshape(values[place].shape)
        self.module.load(values)
        self.module.eval()

    def placed(self, weights: Weights) -> dict[int, torch.Tensor]:
        """Weights and biases by their places among its parameters."""
        places: dict[int, torch.Tensor] = {}
        for layer, (weight, bias) in zip(self.layers, weights, strict=True):
            places[layer.weight] = weight.T.contiguous() if layer.turned else weight
            if layer.bias is not None:
                places[layer.bias] = bias
        return places

    def active(self, rng: Rng, size: float = 1.0) -> Weights:
        """Weights that make hidden neurons about `size` for inputs of about 1, and logits about 1."""
        weights: Weights = []
        for layer in self.layers:
            scale = size / layer.n if not weights else 1 / layer.n
            bias = positive(rng, layer.m) / 5 if layer.bias is not None else torch.zeros(layer.m)
            weights.append((scale * positive(rng, layer.m, layer.n), bias))
        weight, bias = weights[-1]
        ramp = torch.tensor([(-1) ** k * (k + 1) / CLASSES for k in range(len(weight))])  # no two rows alike
        return [*weights[:-1], (weight * ramp[:, None] / size, bias)]


def chain(shapes: Sequence[tuple[int, ...]], inputs: int, classes: int) -> list[Layer]:
    """The layers that lead from `inputs` to `classes` over all matrices among the shapes; none where none do."""

    def way(width: int, left: frozenset[int]) -> list[Layer] | None:
        if not left:
            return [] if width == classes else None
        for place in sorted(left):
            m, n = shapes[place]
            for start, end, turned in ((n, m, False), (m, n, True)):
                rest = way(end, left - {place}) if start == width else None
                if rest is not None:
                    return [Layer(start, end, place, turned, None), *rest]
        return None

    matrices = frozenset(place for place, shape in enumerate(shapes) if len(shape) == 2 and min(shape) > 1)
    layers = way(inputs, matrices) if len(matrices) <= 6 else None
    return with_biases(layers or [], shapes)


def with_biases(layers: Sequence[Layer], shapes: Sequence[tuple[int, ...]]) -> list[Layer]:
    """The layers with their biases: the next parameter as long as the layer is wide, or else the first."""
    result: list[Layer] = []
    taken: set[int | None] = set()
    for layer in layers:
        forms = ((layer.m,), (1, layer.m), (layer.m, 1))
        places = [place for place, shape in enumerate(shapes) if shape in forms and place not in taken]
        later = [place for place in places if place > layer.weight]
        bias = min(later or places, default=None)
        taken.add(bias)
        result.append(Layer(layer.n, layer.m, layer.weight, layer.turned, bias))
    return result


def made(student: Student, sizes: Sequence[int]) -> Network:
    """The student's network of these widths."""
    inputs, hidden, _, classes = sizes
    return Network(student, expect.module(student.SimpleMLP(inputs, hidden, classes)), inputs, classes)


def ready(student: Student, rng: Rng) -> Network:
    """The student's network, with weights that keep every neuron active where they can be loaded."""
    network = made(student, SIZES)
    if network.layers:
        network.load(network.active(rng))
    network.module.eval()
    return network


def positive(rng: Rng, *shape: int) -> torch.Tensor:
    """Numbers of about 1."""
    return rng.uniform(*shape, low=0.5, high=1.5)


def reference(x: torch.Tensor, weights: Weights, others: dict[int, Function] | None = None) -> torch.Tensor:
    """The network of the lesson; `others` stand in the place of some ReLUs."""
    for place, (weight, bias) in enumerate(weights):
        x = functional.linear(x, weight, bias)
        if place < len(weights) - 1:
            x = (others or {}).get(place, functional.relu)(x)
    return x


def gradients(function: Callable[[Weights], torch.Tensor], weights: Weights, cotangent: torch.Tensor) -> Weights:
    """The gradient of sum(function(weights) * cotangent) with respect to each weight and bias."""
    leaves = [(weight.clone().requires_grad_(), bias.clone().requires_grad_()) for weight, bias in weights]
    found = torch.autograd.grad(function(leaves), [leaf for pair in leaves for leaf in pair], cotangent)
    return list(zip(found[::2], found[1::2], strict=True))


def close(value: object, other: object) -> bool:
    """Whether two results are tensors with the same values."""
    if not isinstance(value, torch.Tensor) or not isinstance(other, torch.Tensor) or value.shape != other.shape:
        return False
    return torch.allclose(value.double(), other.double(), rtol=1e-4, atol=1e-5)


def after(result: object, logits: torch.Tensor) -> str | None:
    """What was done to the logits: "" for nothing, a name of ENDS, "dropout", or None where it is unknown."""
    if not isinstance(result, torch.Tensor) or result.shape != logits.shape:
        return None
    kept = result != 0
    factors = (result / logits)[kept]
    if 4 <= len(factors) < result.numel() and close(factors, factors[:1].expand_as(factors)) and factors[0] > 1:
        return "dropout"
    return next((name for name, end in ENDS.items() if close(result, end(logits))), None)


def instead(result: object, x: torch.Tensor, weights: Weights, *places: tuple[int, ...]) -> str | None:
    """What the student has in the place of the ReLUs after these layers, in a sentence, if it is one of OTHERS."""
    for which in places:
        where = "each ReLU" if len(which) > 1 else f"the ReLU after fc{which[0] + 1}"
        for name, function in OTHERS.items():
            if after(result, reference(x, weights, dict.fromkeys(which, function))) is not None:
                return f"the output is that of a network with {name} in the place of {where}"
    return None


def random_part(network: Network, x: torch.Tensor) -> str | None:
    """A sentence where the same sample gives several outputs in evaluation mode."""
    result = network(x[:1].expand(16, -1).contiguous())
    if not isinstance(result, torch.Tensor) or close(result, result[:1].expand_as(result)):
        return None
    return "the same sample, 16 times in a batch, gives different outputs: something is random, such as a dropout"
