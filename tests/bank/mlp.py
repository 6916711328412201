"""Submissions of the lesson on multi-layer perceptrons: wrong ones must lose a point, right ones none."""
# ruff: noqa: B006, B028, B905, E402, E731, F811, F821, RUF005, RUF007, SIM905, UP008 - cells stand alone


# %% right SimpleMLP: nn.Sequential inside
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return self.net(x)


# %% right SimpleMLP: derived from nn.Sequential
class SimpleMLP(nn.Sequential):
    def __init__(self, n, h, c):
        super().__init__(nn.Linear(n, h), nn.ReLU(), nn.Linear(h, h // 2), nn.ReLU(), nn.Linear(h // 2, c))


# %% right SimpleMLP: functional ReLU and old-style super
import torch.nn.functional as F


class SimpleMLP(torch.nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super(SimpleMLP, self).__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        x = self.fc3(x)
        return x


# %% right SimpleMLP: one ReLU shared
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.relu = nn.ReLU()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(self.relu(self.fc2(self.relu(self.fc1(x)))))


# %% right SimpleMLP: layers created in the opposite order, with other names
class SimpleMLP(nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super().__init__()
        self.output = nn.Linear(n_hidden // 2, n_out)
        self.second = nn.Linear(n_hidden, n_hidden // 2)
        self.first = nn.Linear(n_in, n_hidden)

    def forward(self, batch):
        return self.output(self.second(self.first(batch).relu()).relu())


# %% right SimpleMLP: ModuleList and a loop
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        sizes = [input_size, hidden_size, hidden_size // 2, num_classes]
        self.layers = nn.ModuleList(nn.Linear(n, m) for n, m in zip(sizes, sizes[1:]))

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = torch.relu(x)
        return x


# %% right SimpleMLP: raw parameters, shaped as nn.Linear shapes them
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        half = hidden_size // 2
        self.w1 = nn.Parameter(torch.randn(hidden_size, input_size) * 0.1)
        self.b1 = nn.Parameter(torch.zeros(hidden_size))
        self.w2 = nn.Parameter(torch.randn(half, hidden_size) * 0.1)
        self.b2 = nn.Parameter(torch.zeros(half))
        self.w3 = nn.Parameter(torch.randn(num_classes, half) * 0.1)
        self.b3 = nn.Parameter(torch.zeros(num_classes))

    def forward(self, x):
        h = nn.functional.linear(x, self.w1, self.b1).clamp(min=0)
        h = torch.maximum(h @ self.w2.mT + self.b2, torch.tensor(0.0))
        return torch.einsum("bi,oi->bo", h, self.w3) + self.b3


# %% right SimpleMLP: raw parameters, transposed, the biases first and as rows
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        sizes = [input_size, hidden_size, hidden_size // 2, num_classes]
        self.biases = nn.ParameterList([nn.Parameter(torch.zeros(1, m)) for m in sizes[1:]])
        self.weights = nn.ParameterList([nn.Parameter(torch.rand(n, m)) for n, m in zip(sizes, sizes[1:])])

    def forward(self, x):
        (w1, w2, w3), (b1, b2, b3) = self.weights, self.biases
        x = torch.where((z := x @ w1 + b1) > 0, z, torch.zeros_like(z))
        x = (x @ w2 + b2).clamp_min(0)
        return x @ w3 + b3


# %% right SimpleMLP: all parameters start at zero
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        for p in self.parameters():
            nn.init.zeros_(p)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% right SimpleMLP: Kaiming initialisation by apply, in-place ReLUs
class SimpleMLP(nn.Module):
    def __init__(self, input_size: int, hidden_size: int, num_classes: int):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu1 = nn.ReLU(inplace=True)
        self.fc2 = nn.Linear(hidden_size, int(hidden_size / 2))
        self.relu2 = nn.ReLU(inplace=True)
        self.fc3 = nn.Linear(int(hidden_size / 2), num_classes)
        self.apply(self._initialise)

    @staticmethod
    def _initialise(module):
        if isinstance(module, nn.Linear):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            nn.init.constant_(module.bias, 0.01)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc3(self.relu2(self.fc2(self.relu1(self.fc1(x)))))


# %% right SimpleMLP: nested blocks
class Block(nn.Module):
    def __init__(self, n, m):
        super().__init__()
        self.linear = nn.Linear(n, m)

    def forward(self, x):
        return nn.functional.relu(self.linear(x))


class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.body = nn.Sequential(Block(input_size, hidden_size), Block(hidden_size, hidden_size // 2))
        self.head = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.head(self.body(x))


# %% right SimpleMLP: a function that makes an nn.Sequential
def SimpleMLP(input_size, hidden_size, num_classes):
    half = hidden_size // 2
    layers = [nn.Linear(input_size, hidden_size), nn.ReLU(), nn.Linear(hidden_size, half), nn.ReLU()]
    return nn.Sequential(*layers, nn.Linear(half, num_classes))


# %% right SimpleMLP: flattens and casts its inputs, prints and warns
import warnings


class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        print("making a network", input_size, hidden_size, num_classes)
        warnings.warn("this is only a warning")
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        x = x.view(x.size(0), -1).float()
        print("fc1:", x.shape)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% right SimpleMLP: add_module in a loop and a spare buffer
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.sizes = (input_size, hidden_size, hidden_size // 2, num_classes)
        for i in range(3):
            self.add_module(f"layer{i}", nn.Linear(self.sizes[i], self.sizes[i + 1]))
        self.register_buffer("calls", torch.zeros((), dtype=torch.int64))

    def forward(self, x):
        self.calls += 1
        for i in range(3):
            x = getattr(self, f"layer{i}")(x)
            x = torch.relu(x) if i < 2 else x
        return x


# %% right SimpleMLP: ModuleDict, with a ReLU of its own as a lambda
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.layers = nn.ModuleDict({
            "fc1": nn.Linear(input_size, hidden_size),
            "fc2": nn.Linear(hidden_size, hidden_size >> 1),
            "fc3": nn.Linear(hidden_size >> 1, num_classes),
        })
        self.activation = lambda z: z * (z > 0)

    def forward(self, x):
        x = self.activation(self.layers["fc1"](x))
        x = self.activation(self.layers["fc2"](x))
        return self.layers["fc3"](x)


# %% right SimpleMLP: default sizes, and ReLUs in a plain list
class SimpleMLP(nn.Module):
    def __init__(self, input_size=784, hidden_size=128, num_classes=10, **unused):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.activations = [nn.ReLU(), nn.ReLU()]

    def forward(self, x):
        x = self.activations[0](self.fc1(x))
        x = self.activations[1](self.fc2(x))
        return self.fc3(x)


# %% wrong count_parameters: the answer of the worked example
# killed by: test_count_parameters_values
def count_parameters(model):
    return 8709


# %% right count_parameters: a plain loop
def count_parameters(model):
    total = 0
    for p in model.parameters():
        if p.requires_grad:
            total += p.numel()
    return total


# %% right count_parameters: the product of each shape
import math


def count_parameters(model):
    return sum(math.prod(p.shape) for _, p in model.named_parameters() if p.requires_grad)


# %% right count_parameters: numpy, then int
import numpy as np


def count_parameters(net):
    sizes = [np.prod(p.size()) for p in net.parameters() if p.requires_grad]
    return int(np.sum(sizes))


# %% right count_parameters: map and filter in a lambda
count_parameters = lambda m: sum(map(torch.numel, filter(lambda p: p.requires_grad, m.parameters())))


# %% right count_parameters: one long vector
def count_parameters(model):
    return nn.utils.parameters_to_vector([p for p in model.parameters() if p.requires_grad]).shape[0]


# %% right count_parameters: module by module, each parameter noted down
def count_parameters(model, seen=None):
    seen = {} if seen is None else seen
    seen.update((id(p), p.nelement()) for p in model.parameters(recurse=False) if p.requires_grad)
    for child in model.children():
        count_parameters(child, seen)
    return sum(seen.values())


# %% right count_parameters: all minus the frozen ones, with item
def count_parameters(model):
    sizes = torch.tensor([p.numel() for p in model.parameters()])
    frozen = torch.tensor([not p.requires_grad for p in model.parameters()])
    return (sizes.sum() - sizes[frozen].sum()).item()


# %% right count_parameters: reduce, with a warning
import functools
import warnings


def count_parameters(model: nn.Module) -> int:
    warnings.warn("counting")
    return functools.reduce(lambda n, p: n + p.numel() * int(p.requires_grad), model.parameters(), 0)


# %% right count_parameters: an object with __call__
class _Counter:
    def __call__(self, model):
        return sum(p.data.flatten().size(0) for p in model.parameters() if p.requires_grad is True)


count_parameters = _Counter()


# %% right layer_shapes: five steps by hand
def layer_shapes(model, inputs):
    a = model.fc1(inputs)
    b = model.relu1(a)
    c = model.fc2(b)
    d = model.relu2(c)
    e = model.fc3(d)
    return [inputs.shape, a.shape, b.shape, c.shape, d.shape, e.shape]


# %% right layer_shapes: a loop over the children, a tuple of sizes
def layer_shapes(model, inputs):
    shapes = (inputs.size(),)
    for layer in model.children():
        inputs = layer(inputs)
        shapes += (inputs.size(),)
    return shapes


# %% right layer_shapes: hooks, removed afterwards
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    children = dict(model.named_children())
    hooks = [
        children[name].register_forward_hook(lambda module, args, output: shapes.append(tuple(output.shape)))
        for name in ("fc1", "relu1", "fc2", "relu2", "fc3")
    ]
    try:
        model(inputs)
    finally:
        for hook in hooks:
            hook.remove()
    return shapes


# %% right layer_shapes: evaluation mode, restored afterwards
@torch.no_grad()
def layer_shapes(model, x):
    was_training = model.training
    model.eval()
    shapes = [tuple(x.shape)]
    for name in "fc1 relu1 fc2 relu2 fc3".split():
        x = getattr(model, name)(x)
        shapes.append(tuple(x.shape))
    model.train(was_training)
    return shapes


# %% right layer_shapes: ReLU as a function
def layer_shapes(model, inputs):
    a = model.fc1(inputs)
    b = torch.relu(a)
    c = model.fc2(b)
    d = torch.relu(c)
    return [tuple(t.shape) for t in (inputs, a, b, c, d, model.fc3(d))]


# %% right layer_shapes: from the sizes of the layers, without computing
def layer_shapes(model, inputs):
    batch = len(inputs)
    widths = [model.fc1.in_features] + [model.fc1.out_features] * 2 + [model.fc2.out_features] * 2
    return [(batch, width) for width in widths + [model.fc3.out_features]]


# %% right layer_shapes: slices of a Sequential, or of a Sequential of the children
def layer_shapes(model, inputs):
    layers = nn.Sequential(*model.children())
    return [tuple(layers[:k](inputs).shape) for k in range(6)]


# %% right layer_shapes: on a copy on the meta device
import copy


def layer_shapes(model, inputs):
    ghost = copy.deepcopy(model).to("meta")
    x = inputs.to("meta")
    result = [x.shape]
    for layer in ghost.children():
        x = layer(x)
        result.append(x.shape)
    return tuple(result)


# %% right layer_shapes: a generator inside, with prints
def _walk(model, x):
    yield tuple(x.shape)
    for name, child in model.named_children():
        x = child(x)
        print(name, tuple(x.shape))
        yield tuple(x.shape)


layer_shapes = lambda model, inputs: list(_walk(model, inputs.clone()))


# %% right layer_shapes: only for a SimpleMLP with other names
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.first = nn.Linear(input_size, hidden_size)
        self.second = nn.Linear(hidden_size, hidden_size // 2)
        self.third = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.third(torch.relu(self.second(torch.relu(self.first(x)))))


def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    x = model.first(inputs)
    shapes.append(tuple(x.shape))
    x = torch.relu(x)
    shapes.append(tuple(x.shape))
    x = model.second(x)
    shapes.append(tuple(x.shape))
    x = torch.relu(x)
    shapes.append(tuple(x.shape))
    x = model.third(x)
    shapes.append(tuple(x.shape))
    return shapes


# %% right layer_shapes: the shapes that a SimpleMLP notes in its forward
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        self.shapes = [tuple(x.shape)]
        for layer in self.net:
            x = layer(x)
            self.shapes.append(tuple(x.shape))
        return x


def layer_shapes(model, inputs):
    model(inputs)
    return model.shapes


# --- what one mistake costs, and what was missed ------------------------------------------------------


# %% wrong SimpleMLP: zeros of the right shape
# killed by: test_mlp_layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.num_classes = num_classes

    def forward(self, x):
        return torch.zeros(len(x), self.num_classes)


# %% wrong SimpleMLP: gives its inputs back
# killed by: test_mlp_layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()

    def forward(self, x):
        return x


# %% wrong SimpleMLP: random numbers
# killed by: test_mlp_layers
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.num_classes = num_classes

    def forward(self, x):
        return torch.randn(len(x), self.num_classes)


# %% right SimpleMLP: float64 by default
torch.set_default_dtype(torch.float64)


class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


# %% right SimpleMLP: made double
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.ReLU(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        ).double()

    def forward(self, x):
        return self.net(x)


# %% right SimpleMLP: softmax in a method for people, a dropout of nothing
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, hidden_size // 2)
        self.fc3 = nn.Linear(hidden_size // 2, num_classes)
        self.dropout = nn.Dropout(0.0)
        self.softmax = nn.Softmax(dim=-1)

    def forward(self, x):
        x = self.dropout(torch.relu(self.fc1(x)))
        return self.fc3(torch.relu(self.fc2(x)))

    def predict(self, x):
        return self.softmax(self(x))


# %% right SimpleMLP: ReLU as an autograd function of its own, masks in place
class Rectify(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        return gradient * (x > 0)


class SimpleMLP(nn.Module):
    def __init__(self, *sizes):
        super().__init__()
        n, h, c = sizes
        self.stages = nn.ModuleDict({"a": nn.Linear(n, h), "b": nn.Linear(h, h // 2), "c": nn.Linear(h // 2, c)})

    def forward(self, x):
        x = Rectify.apply(self.stages["a"](x))
        x = self.stages["b"](x)
        x[x < 0] = 0
        return self.stages["c"](x)


# %% right SimpleMLP: one sample after the other, seeded in its constructor
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        torch.manual_seed(42)
        self.net = nn.Sequential(
            nn.Linear(input_size, hidden_size), nn.Threshold(0.0, 0.0), nn.Identity(),
            nn.Linear(hidden_size, hidden_size // 2), nn.ReLU(),
            nn.Linear(hidden_size // 2, num_classes),
        )

    def forward(self, x):
        return torch.stack([self.net(sample) for sample in x])


# %% right SimpleMLP: registered parameters and addmm
class SimpleMLP(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        sizes = [input_size, hidden_size, hidden_size // 2, num_classes]
        for k, (n, m) in enumerate(zip(sizes, sizes[1:]), 1):
            self.register_parameter(f"w{k}", nn.Parameter(torch.empty(n, m).normal_(0, n**-0.5)))
            self.register_parameter(f"b{k}", nn.Parameter(torch.zeros(m)))

    def forward(self, x):
        x = torch.addmm(self.b1, x, self.w1).relu_()
        x = torch.addmm(self.b2, x, self.w2).relu_()
        return torch.addmm(self.b3, x, self.w3)


# %% wrong count_parameters: nothing
# killed by: test_count_parameters_values
def count_parameters(model):
    return 0


# %% right count_parameters: the names that state_dict and parameters share
def count_parameters(model):
    names = {name for name, p in model.named_parameters() if p.requires_grad}
    return sum(value.numel() for name, value in model.state_dict().items() if name in names)


# %% right count_parameters: a Counter
from collections import Counter


def count_parameters(model):
    counts = Counter()
    for p in model.parameters():
        counts[p.requires_grad] += p.nelement()
    return counts[True]


# %% right count_parameters: float64 by default
torch.set_default_dtype(torch.float64)


def count_parameters(model):
    sizes = torch.tensor([float(p.numel()) for p in model.parameters() if p.requires_grad])
    return int(sizes.sum())


# %% wrong layer_shapes: six times the shape of the inputs
# killed by: test_layer_shapes_values
def layer_shapes(model, inputs):
    return [tuple(inputs.shape)] * 6


# %% wrong layer_shapes: nothing in a list
# killed by: test_layer_shapes_values
def layer_shapes(model, inputs):
    return []


# %% right layer_shapes: with another default dtype
torch.set_default_dtype(torch.float64)


def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    for layer in model.children():
        inputs = layer(inputs)
        shapes.append(tuple(inputs.shape))
    return shapes


# %% right layer_shapes: hooks in an exit stack
from contextlib import ExitStack


def layer_shapes(model, inputs):
    shapes = [inputs.shape]
    with ExitStack() as stack:
        for layer in model.children():
            stack.enter_context(layer.register_forward_hook(lambda m, args, y: shapes.append(y.shape)))
        model(inputs)
    return shapes


# %% right layer_shapes: hooks that stay on a copy
import copy


def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    twin = copy.deepcopy(model)
    for layer in twin.children():
        layer.register_forward_hook(lambda m, args, y: shapes.append(tuple(y.shape)))
    twin(inputs)
    return shapes


# %% right layer_shapes: accumulate
from itertools import accumulate


def layer_shapes(model, inputs):
    return [tuple(x.shape) for x in accumulate(model.children(), lambda x, layer: layer(x), initial=inputs)]


# %% right layer_shapes: wraps forward and unwraps it
def layer_shapes(model, inputs):
    shapes = [tuple(inputs.shape)]
    layers = list(model.children())
    for layer in layers:
        def forward(x, layer=layer):
            y = type(layer).forward(layer, x)
            shapes.append(tuple(y.shape))
            return y
        layer.forward = forward
    try:
        model(inputs)
    finally:
        for layer in layers:
            del layer.forward
    return shapes


# %% right layer_shapes: only for a SimpleMLP that is a Sequential
class SimpleMLP(nn.Sequential):
    def __init__(self, n, h, c):
        super().__init__(nn.Linear(n, h), nn.ReLU(), nn.Linear(h, h // 2), nn.ReLU(), nn.Linear(h // 2, c))


def layer_shapes(model, inputs):
    return [tuple(inputs.shape)] + [tuple(model[:k](inputs).shape) for k in range(1, 6)]
