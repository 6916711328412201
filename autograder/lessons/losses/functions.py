"""What the checks of the lesson on losses ask of a function of two tensors, one thing at a time."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

import torch

from autograder import Rng, Student, expect
from autograder.failures import Mismatch, StudentError
from autograder.show import text
from autograder.student import Function

Inputs = tuple[torch.Tensor, torch.Tensor]
Oracle = Callable[..., torch.Tensor]
#: What gives a tensor of the shape that it is called with.
Draw = Callable[..., torch.Tensor]

#: Any is allowed for the element-wise losses; (5, 1) is what a network with one output returns.
SHAPES = [(7,), (5, 1), (4, 3), (2, 3, 4)]

# torch would broadcast all but two of these pairs without a word
_UNEQUAL = [
    ((4, 1), (4,)),
    ((4,), (4, 1)),
    ((4,), (1,)),
    ((4, 3), (3,)),
    ((4, 3), (4, 1)),
    ((1, 1), (1,)),
    ((3,), (4,)),
    ((2, 3), (3, 2)),
]
_CUT = "`.detach()`, `.item()`, `.data`, numpy or `torch.no_grad()` cut the graph"


def called(function: Function, first: torch.Tensor, second: torch.Tensor) -> Any:
    """What the function gives, for a table of one row where it raises for a row; that has a check of its own."""
    try:
        return function(first, second)
    except StudentError:
        if first.dim() != 1 or second.shape != first.shape:
            raise
        return function(first[None], second[None])


def agrees(
    function: Function,
    oracle: Oracle,
    first: torch.Tensor,
    second: torch.Tensor,
    *,
    atol: float = 1e-5,
    because: str | None = None,
    rounding: str | None = None,
) -> None:
    """The number is the oracle's; of which type and shape is told elsewhere.

    because: said of any wrong value. rounding: said of one that is not finite, or that is too small.
    """
    found, right = expect.number(called(function, first, second), because=because), float(oracle(first, second))
    clipped = not math.isfinite(found) or 0 <= found < right
    named = _named(found, right, first, second) or (rounding if clipped else None) or because
    expect.close(found, right, atol=atol, because=named)


def singles(function: Function, oracle: Oracle, rows: Iterable[tuple[float, float]], **options: Any) -> None:
    """The number is the oracle's for each of these samples alone; options: see `agrees`."""
    for first, second in rows:
        agrees(function, oracle, torch.tensor([first]), torch.tensor([second]), **options)


def means(function: Function, oracle: Oracle, inputs: Iterable[Inputs]) -> None:
    """The number is the oracle's, the mean over all elements, for each of these inputs."""
    for first, second in inputs:
        because = f"the mean is over all {first.numel()} elements of shape {tuple(first.shape)}"
        agrees(function, oracle, first, second, because=because)


def _named(found: float, right: float, first: torch.Tensor, second: torch.Tensor) -> str | None:
    """What a wrong number is, where it is a known multiple of the right one, or its root."""
    count, batch = first.numel(), len(first)
    factors = [
        (-1.0, "its sign is turned round: a minus is missing, or one is too many"),
        (1 / math.log(2), "the logarithm is the natural one, `torch.log`"),
        (1 / math.log(10), "the logarithm is the natural one, `torch.log`"),
    ]
    if first.shape == second.shape:
        factors += [
            (count, f"this is a sum: the mean divides it by {count}"),
            (count / batch, f"the mean is over all {count} elements, not over {batch} rows"),
        ]
    else:
        factors += [
            (batch, f"this is a sum: the mean divides it by {batch}"),
            (batch / count, f"the mean is over the samples, not over all {count} elements"),
        ]
    factors += [(0.5, "this is half of it"), (2.0, "this is twice as much")]
    if abs(right) < 1e-3 or not math.isfinite(found):
        return None
    if math.isclose(found * found, right, rel_tol=1e-3):
        return "this is the square root of it"
    fitting = [
        name for factor, name in factors if factor != 1 and math.isclose(found, factor * right, rel_tol=1e-3)
    ]
    return fitting[0] if fitting else None


def one_number(function: Function, inputs: Iterable[Inputs], others: Sequence[Inputs]) -> None:
    """Each of the inputs gives a tensor of shape (), and the first of the others a loss that no other one has."""
    for pair in inputs:
        expect.shape(function(*pair), ())
    losses = [level(function(*pair)) for pair in others]
    got = ", ".join(f"{loss:.6g}" for loss in losses)
    changed = all(abs(loss - losses[0]) > 1e-6 for loss in losses[1:])
    expect.that(changed, "other inputs give another loss", got=got)


def grows(function: Function, *ways: Sequence[Inputs]) -> None:
    """Along each way the loss changes from step to step in the same direction: upwards, or all of them downwards.

    A minus that is missing has lost its points elsewhere.
    """
    signs = set()
    for way in ways:
        losses = [level(function(*pair)) for pair in way]
        steps = [b - a for a, b in pairwise(losses)]
        signs |= {math.copysign(1, step) if abs(step) > 1e-6 else 0 for step in steps}
        got = ", ".join(f"{loss:.4g}" for loss in losses) + " for inputs that are worse and worse"
        requirement = "the loss is smallest where the inputs are right, and grows from there"
        expect.that(signs in ({1}, {-1}), requirement, got=got)


def tells_apart(function: Function, oracle: Oracle, ones: Sequence[float], zeros: Sequence[float]) -> None:
    """The loss of samples that are worse and worse grows, or it follows its formula for each of the two targets.

    ones: what to give for samples with the target 1, zeros: for those with the target 0.
    """
    try:
        multiple_for_both(function, oracle, ones, zeros)
    except Mismatch:
        targets = torch.eye(2)
        steps = zip(ones, zeros, strict=True)
        grows(function, [(one * targets + zero * (1 - targets), targets) for one, zero in steps])


def multiple_for_both(function: Function, oracle: Oracle, ones: Sequence[float], zeros: Sequence[float]) -> None:
    """For most samples with the target 1, and for most with 0, the loss is a multiple of the oracle's."""
    for values, target in ((ones, 1.0), (zeros, 0.0)):
        multiple_of(function, oracle, [(value, target) for value in values])


def multiple_of(function: Function, oracle: Oracle, rows: Sequence[Inputs | tuple[float, float]]) -> None:
    """For most of these inputs the loss is a multiple of the oracle's, always the same.

    Two numbers stand for a single sample.
    """
    inputs = [(_filled(first), _filled(second)) for first, second in rows]
    ratios = [level(called(function, *pair)) / float(oracle(*pair)) for pair in inputs]
    shares = [sum(math.isclose(ratio, other, rel_tol=1e-3) for other in ratios) / len(ratios) for ratio in ratios]
    usual = ratios[shares.index(max(shares))]
    right = max(shares) > 0.6 and abs(usual) > 1e-3
    expect.that(right, "the loss is computed by its formula", because="the values are wrong")


def _filled(value: torch.Tensor | float) -> torch.Tensor:
    return value if isinstance(value, torch.Tensor) else torch.tensor([value])


def layout_ignored(function: Function, *inputs: Inputs) -> None:
    """The result is the same for inputs that lie in memory in another order."""
    for first, second in inputs:
        plain = function(first.contiguous(), second.contiguous())
        found = function(first, second)
        expect.close(level(found), level(plain), because="the same numbers, laid out in memory in another order")


def layout_and_device(student: Student, name: str, first: Draw, second: Draw) -> None:
    """Each of the two inputs may be a transposed view, and they may stand on any device."""
    function: Function = getattr(student, name)
    layout_ignored(function, (first(3, 5).t(), second(5, 3)))
    layout_ignored(function, (first(5, 3), second(3, 5).t()))
    expect.device_followed(student, name, first(4, 3), second(4, 3))


def unequal_refused(function: Function, first: Draw, second: Draw) -> None:
    """Shapes that differ are a ValueError, and shapes that are the same are none.

    All pairs are asked before the first is told: which of them are let through shows what is compared.
    """
    function(first(2, 3), second(2, 3))
    let_through = []
    for one, other in _UNEQUAL:
        try:
            expect.raises(ValueError, function, first(*one), second(*other))
        except Mismatch as mismatch:
            let_through.append(mismatch)
    if let_through:
        raise let_through[0]


def slope(function: Function, oracle: Oracle, first: torch.Tensor, second: torch.Tensor) -> None:
    """The gradient with respect to the first argument is the oracle's, or that of the function's own values.

    Wrong values have lost their points elsewhere; here a gradient that is cut off, or cut in part, is found.
    """
    leaf = first.clone().requires_grad_()
    result = expect.tensor(called(function, leaf, second), because="a Python number has no gradient")
    flows = "gradients flow from the result to the inputs"
    expect.that(result.requires_grad, flows, got="no graph", because=_CUT)
    (found,) = torch.autograd.grad(result.mean(), leaf, allow_unused=True)
    expect.that(found is not None, "gradients flow to the first argument", got="none", because=_CUT)
    (right,) = torch.autograd.grad(oracle(leaf, second), leaf)
    if torch.allclose(found, right, rtol=1e-3, atol=1e-5):
        return
    own = _differences(function, first, second)
    size = float(own.abs().max())
    if size < 1e-4 or not torch.allclose(found, own, rtol=0.03, atol=0.01 * size):
        because = "part of the graph may be cut off, by `.detach()` or numpy"
        requirement = "the gradient with respect to the first argument is right"
        raise Mismatch(requirement, because, expected=text(right), got=text(found))


def slopes(function: Function, oracle: Oracle, inputs: Iterable[Inputs]) -> None:
    """The gradients are right for each of these inputs; the last are given as float64."""
    *floats, (first, second) = inputs
    for pair in floats:
        slope(function, oracle, *pair)
    slope(function, oracle, first.double(), second.double() if second.is_floating_point() else second)


def _differences(function: Function, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """The gradient by central differences of what the function gives, averaged where that is not one number."""
    step, slopes = 0.02, []
    for unit in torch.eye(first.numel(), dtype=first.dtype):
        move = step * unit.reshape(first.shape)
        above, below = (level(called(function, moved, second)) for moved in (first + move, first - move))
        slopes.append((above - below) / (2 * step))
    return torch.tensor(slopes, dtype=first.dtype).reshape(first.shape)


def level(value: Any) -> float:
    """One number for what a loss gave: itself, or the mean where there are several."""
    if isinstance(value, torch.Tensor) and value.numel() > 1:
        value = value.double().mean()
    return float(expect.number(value))


def pairs(first: Draw, second: Draw, shapes: Iterable[tuple[int, ...]] = SHAPES) -> list[Inputs]:
    """Two tensors of each of these shapes."""
    return [(first(*shape), second(*shape)) for shape in shapes]


def probabilities(rng: Rng, *shape: int) -> torch.Tensor:
    """Away from 0 and 1, so that a clamp or a small constant in a logarithm makes no difference."""
    return rng.uniform(*shape, low=0.05, high=0.95)


def zeros_and_ones(rng: Rng, *shape: int) -> torch.Tensor:
    """Both of them, where there is more than one."""
    count = math.prod(shape)
    values = torch.cat([torch.tensor([0.0, 1.0])[:count], rng.integers(0, 2, max(count - 2, 0)).float()])
    return values[rng.permutation(count)].reshape(shape)
