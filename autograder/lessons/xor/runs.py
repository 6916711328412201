"""What the checks of XOR compare with: the right training, and networks in which a mistake shows."""

import itertools
from collections.abc import Sequence
from functools import partial
from typing import Any

import torch
from torch.nn import functional as F

from autograder import Rng, Student, expect
from autograder.failures import Mismatch
from autograder.show import kind
from autograder.student import Module

INPUTS = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
SHAPES = {"fc1.weight": (8, 2), "fc1.bias": (8,), "fc2.weight": (1, 8), "fc2.bias": (1,)}
#: The starts of the learning check: one run in 25 fails, five hardly ever (benchmarks/xor_fairness.py).
STARTS = range(5)
#: Each of the starts has all four rows right by epoch 100.
LEARNING_EPOCHS = 150
#: A gradient or ReLU input nearer to zero than this may change its sign when sums are taken in another order.
MARGIN = 2e-4


def _shut(b2: float) -> list[torch.Tensor]:
    """Weights of a network whose hidden neurons never fire, so that nothing but its last bias can learn."""
    return [torch.zeros(8, 2), torch.full((8,), -100.0), 0.3 * torch.ones(1, 8), torch.tensor([b2])]


#: With lr = 0.05 the loss falls, rises again, and is hardly ever lower than it was in epoch 11.
SHUT = _shut(0.5)
#: Epochs after which a training that stops early, or lowers its lr, has done so.
LONG = 150
#: The loss falls by the same amount in each of more than 1000 epochs with lr = 0.05.
FALLING = _shut(60.0)
#: Logits of -30, 30, 30 and -30, so that the loss is 1e-13.
SOLVED = [
    torch.cat([torch.ones(2, 2), torch.zeros(6, 2)]),
    torch.tensor([0.0, *[-1.0] * 7]),
    torch.tensor([[60.0, -120.0, *[0.0] * 6]]),
    torch.tensor([-30.0]),
]


def initial_weights(rng: Rng) -> list[torch.Tensor]:
    """Weights and biases as `nn.Linear` draws them, uniform within 1 / sqrt(fan in), ordered as `SHAPES`."""
    bounds = (2**-0.5, 2**-0.5, 8**-0.5, 8**-0.5)
    return [rng.uniform(*s, low=-b, high=b) for s, b in zip(SHAPES.values(), bounds, strict=True)]


def start(number: int) -> list[torch.Tensor]:
    """The initial weights of a start of the learning check, the same for everyone."""
    return initial_weights(Rng("xor", f"start {number}"))


def logits(weights: Sequence[torch.Tensor], inputs: torch.Tensor) -> torch.Tensor:
    """What the network of the lesson answers with these weights."""
    w1, b1, w2, b2 = weights
    return F.linear(torch.relu(F.linear(inputs, w1, b1)), w2, b2)


def trained(weights: Sequence[torch.Tensor], num_epochs: int) -> tuple[list[float], list[torch.Tensor], float]:
    """Losses and weights of the right training in float64, and how near it came to a change of sign."""
    leaves = [weight.double().requires_grad_() for weight in weights]
    optimizer = torch.optim.Adam(leaves, lr=0.05)
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


def steady_weights(rng: Rng) -> list[torch.Tensor]:
    """Initial weights whose first epochs do not depend on rounding.

    Adam divides a gradient by its own size, so one that is almost zero moves its weight by a whole lr in a
    direction that the order of the shuffled samples decides. Such starts are passed over.
    """

    def steady() -> list[torch.Tensor]:
        while True:
            weights = initial_weights(rng)
            if trained(weights, 11)[2] > MARGIN:
                return weights

    return rng.once(steady, "steady")


def network(student: Student, weights: Sequence[torch.Tensor], *, watched: bool = False) -> Module:
    """The kit's XOR network with these weights; watched, if it is to count its runs."""
    watch: dict[str, tuple[str]] = {"watch": ("Watch",)} if watched else {}
    net = student.kit.network(fc1=("Linear", 2, 8), relu=("ReLU",), fc2=("Linear", 8, 1), **watch)
    net.load(weights)
    return net


def train(student: Student, net: Module, num_epochs: int, lr: float = 0.05) -> Any:
    """What train_xor returns, called by name or, where it has other names, by position."""
    rows = student.train_xor.describe().get("parameters")
    names = [row[0] for row in rows if isinstance(row, list) and row] if isinstance(rows, list) else []
    if len(names) == 3 and not {"num_epochs", "lr"} <= set(names):
        return student.train_xor(net, num_epochs, lr)
    return student.train_xor(net, num_epochs=num_epochs, lr=lr)


def long_history(student: Student) -> Any:
    """What train_xor returns of the training in which nothing but the last bias can learn."""
    with student.shared("train_xor"):
        return train(student, network(student, SHUT), LONG)


def follows(student: Student, weights: list[torch.Tensor], num_epochs: int) -> None:
    """The model ends where Adam takes it in this many epochs, or in as many as train_xor has listed losses.

    One epoch too many or too few, or one loss, is the matter of the check on the list.
    """
    net = network(student, weights)
    listed = count_of(train(student, net, num_epochs)) or num_epochs
    run = (num_epochs, listed) if abs(listed - num_epochs) == 1 else (num_epochs,)
    expect.first_answer([partial(_ended, net, weights, epochs) for epochs in run], unless=(Mismatch,))


def _ended(net: Module, weights: list[torch.Tensor], epochs: int) -> None:
    for parameter, right in zip(net.parameters(), trained(weights, epochs)[1], strict=True):
        because = f"{parameter.name} after num_epochs={epochs} with lr=0.05, from given weights"
        expect.close(parameter.value, right, rtol=2e-4, atol=5e-5, because=because)


def distance(net: Module, weights: Sequence[torch.Tensor]) -> float:
    """How far the weights of a network are from these."""
    pairs = zip(net.parameters(), weights, strict=True)
    return float(torch.stack([(p.value.double() - w.double()).square().sum() for p, w in pairs]).sum().sqrt())


def losses_of(weights: Sequence[torch.Tensor], num_epochs: int) -> torch.Tensor:
    """The right losses of these epochs."""
    return torch.tensor(trained(weights, num_epochs)[0], dtype=torch.float64)


def count_of(history: Any) -> int | None:
    """How many losses there are, where it is a list or the like."""
    return len(history) if isinstance(history, (list, tuple)) else None


def numbers(history: Any) -> torch.Tensor:
    """The losses, as numbers of whatever type; those of a list of tensors as far as they have crossed."""
    items = list(history) if isinstance(history, (list, tuple)) else [history]
    crossed = list(itertools.takewhile(lambda item: isinstance(item, (int, float, torch.Tensor)), items))
    requirement = "the result is a list of numbers"
    expect.that(len(crossed) > 0, requirement, got=kind(history))
    try:
        return torch.cat([torch.as_tensor(item, dtype=torch.float64).flatten() for item in crossed])
    except (TypeError, ValueError, RuntimeError, OverflowError):
        raise Mismatch(requirement, got=kind(history)) from None


def same_losses(found: Any, right: torch.Tensor, because: str) -> None:
    """The first losses are the right ones: how many there are is another check's matter."""
    values = numbers(found)[: len(right)]
    expect.close(values, right[: len(values)], rtol=2e-4, atol=2e-5, because=because)
