"""What the checks of optimizers walk along: draws, the right paths, the student's, and how they are compared."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import torch
from torch import nn

from autograder import Rng, Student, expect
from autograder.failures import Failure, Mismatch
from autograder.show import number_of
from autograder.student import Function, Instance, Parameters

#: The values, or the gradients, of several parameters.
Tensors = list[torch.Tensor]
Gradients = Sequence[torch.Tensor | None]

#: The settings of each optimizer in the order of its signature, and the usual values of some.
ORDER = {"SGD": ("lr", "momentum"), "Adam": ("lr", "betas", "eps")}
USUAL: dict[str, Any] = {"betas": (0.9, 0.999), "eps": 1e-8}
#: With these each of the two has a memory.
SETTINGS: dict[str, dict[str, Any]] = {"SGD": {"lr": 0.1, "momentum": 0.9}, "Adam": {"lr": 0.1, **USUAL}}
#: One parameter; and several that are alike, so that one memory for all of them costs no other check's points.
ONE = [(2, 3)]
TWO = [(3,), (3,)]
THREE = [(3,), (3,), (3,)]

IN_PLACE = "change the Parameter itself, `p -= ...` under no_grad: `p = p - ...` only makes a new tensor"
FROM_ONE = "the first step is t = 1: with t = 0 the bias correction divides by 1 - beta**0, which is zero"


def draw(rng: Rng, shapes: Sequence[tuple[int, ...]] = ONE) -> Tensors:
    """A random value for a parameter of each shape."""
    return [rng.normal(*shape) for shape in shapes]


def draw_history(rng: Rng, steps: int, shapes: Sequence[tuple[int, ...]] = ONE) -> list[Tensors]:
    """Gradients for each of several steps: of either sign, none nearly zero."""
    signs = [[2.0 * rng.integers(0, 2, *shape) - 1 for shape in shapes] for _ in range(steps)]
    return [[sign * rng.uniform(*sign.shape, low=0.5, high=1.5) for sign in row] for row in signs]


def draw_slope(rng: Rng, steps: int, shapes: Sequence[tuple[int, ...]] = ONE) -> list[Tensors]:
    """Gradients that keep their signs from step to step, so that none takes back what another has moved."""
    (signs,) = draw_history(rng, 1, shapes)
    return [list(map(torch.copysign, row, signs)) for row in draw_history(rng, steps, shapes)]


def torch_path(name: str, start: Tensors, history: Sequence[Gradients], **settings: Any) -> list[Tensors]:
    """The values after each step of torch's own optimizer."""
    parameters = [nn.Parameter(value.clone()) for value in start]
    optimizer = getattr(torch.optim, name)(parameters, **settings)
    path = []
    for gradients in history:
        for parameter, gradient in zip(parameters, gradients, strict=True):
            parameter.grad = None if gradient is None else gradient.clone()
        optimizer.step()
        path.append([parameter.detach().clone() for parameter in parameters])
    return path


def one_count_path(start: Tensors, history: Sequence[Gradients], lr: float, idle: bool) -> list[Tensors]:
    """Adam with one step count for all parameters, which goes on where a gradient is None.

    idle: whether it also counts steps in which every gradient is None.
    """
    values = [value.double() for value in start]
    means = [torch.zeros_like(value) for value in values]
    squares = [torch.zeros_like(value) for value in values]
    path, t = [], 0
    for gradients in history:
        t += idle or any(g is not None for g in gradients)
        for i, g in enumerate(gradients):
            if g is not None:
                means[i] = 0.9 * means[i] + 0.1 * g
                squares[i] = 0.999 * squares[i] + 0.001 * g**2
                scale = (squares[i] / (1 - 0.999**t)).sqrt() + 1e-8
                values[i] = values[i] - lr * means[i] / (1 - 0.9**t) / scale
        path.append([value.clone() for value in values])
    return path


# --- the student's optimizer


def names_of(function: Function) -> list[str] | None:
    """The names of its parameters; None where they are not known, or any are taken."""
    rows = function.describe().get("parameters")
    known = isinstance(rows, list) and all(isinstance(row, list) and len(row) == 3 for row in rows)
    if not isinstance(rows, list) or not known or any(row[1] == "VAR_KEYWORD" for row in rows):
        return None
    return [str(row[0]) for row in rows]


def made(student: Student, name: str, parameters: Any, **settings: Any) -> Instance:
    """An optimizer of the student's.

    A setting that has another name there is given by that name, and one that is not there at all only if it has
    an unusual value: names are the matter of one check.
    """
    function: Function = getattr(student, name)
    names = names_of(function)
    if names is not None:
        full = len(names) == 1 + len(ORDER[name])
        renamed = dict(zip(ORDER[name], names[1:] if full else names[1:2], strict=False))
        absent = [key for key in settings if key not in names and key not in renamed]
        left_out = [key for key in absent if key == "momentum" or settings[key] == USUAL.get(key)]
        settings = {k if k in names else renamed.get(k, k): v for k, v in settings.items() if k not in left_out}
    return expect.instance(function(parameters, **settings))


def begun(student: Student, name: str, start: Tensors, **settings: Any) -> tuple[Parameters, Instance]:
    """Parameters with these values, and a new optimizer of the student's that has them."""
    parameters = student.kit.parameters(start)
    return parameters, made(student, name, parameters, **settings)


def follow(
    student: Student,
    name: str,
    start: Tensors,
    history: Sequence[Gradients],
    *,
    anchored: bool = False,
    **settings: Any,
) -> list[Tensors]:
    """The values after each step of a new optimizer of the student's; if anchored, each step is from the start."""
    return walk(*begun(student, name, start, **settings), history, start if anchored else None)


def walk(
    parameters: Parameters, optimizer: Instance, history: Sequence[Gradients], start: Tensors | None = None
) -> list[Tensors]:
    """The values after each step of the student's optimizer; each step from the start, if one is given."""
    path = parameters.walk(optimizer, history, start)
    got = number_of(len(path), "step")
    expect.that(len(path) == len(history), "the optimizer leaves the parameters in place", got=got)
    return path


# --- what is expected of values


def same_path(found: list[Tensors], wanted: list[Tensors], because: str | None = None, **tolerance: float) -> None:
    """Every parameter has the right value after each step."""
    for step, (got, right) in enumerate(zip(found, wanted, strict=True), 1):
        expect.that(len(got) == len(right), "the optimizer leaves the parameters in place", because=because)
        for one, other in zip(got, right, strict=True):
            place = f"a parameter of shape {tuple(other.shape)} after step {step}"
            expect.close(one, other, because=f"{place}: {because}" if because else place, **tolerance)


def follows_torch(
    student: Student,
    name: str,
    start: Tensors,
    history: Sequence[Gradients],
    because: str,
    *,
    atol: float = 1e-5,
    **settings: Any,
) -> None:
    """A new optimizer of the student's goes where torch's goes with the same settings."""
    wanted = torch_path(name, start, history, **settings)
    same_path(follow(student, name, start, history, **settings), wanted, because, atol=atol)


def moved(before: Tensors, after: Tensors, requirement: str, because: str | None = None) -> None:
    """Every element of every parameter has another value, be it nan: values are other checks' matter."""
    changed = len(before) == len(after) and all(bool((x != y).all()) for x, y in zip(before, after, strict=True))
    expect.that(changed, requirement, got=after[0] if after else "none", because=because)


def unchanged(before: Gradients, after: Gradients, requirement: str, because: str | None = None) -> None:
    """Exactly the same tensors, nan where there was nan, and None where there was None."""
    expect.that(len(before) == len(after), requirement, because=because)
    for old, new in zip(before, after, strict=True):
        if old is None or new is None:
            became = "it became None" if new is None else "it was None"
            expect.that(old is new, requirement, got=new, because=became)
        else:
            alike = old.shape == new.shape and torch.allclose(old, new, rtol=0, atol=0, equal_nan=True)
            expect.that(alike, requirement, got=new, because=because)


def first_step(
    student: Student,
    name: str,
    start: Tensors,
    history: list[Tensors],
    wanted: Tensors,
    because: str,
    **settings: Any,
) -> None:
    """The values after one step are right; where they are not, the reason is told.

    Only then the steps after it are asked for, of an optimizer that was made when there were gradients: they show
    in which of several ways the first came about, each from the start, for nan is there to stay.
    """
    found = follow(student, name, start, history[:1], **settings)
    values = torch.cat([value.flatten() for value in found[0]])
    if not torch.isfinite(values).any():
        because = FROM_ONE
    elif torch.equal(values, torch.cat([value.flatten() for value in start])):
        because = IN_PLACE
    try:
        same_path(found, [wanted], because)
    except Mismatch:
        with suppress(Failure):
            parameters = student.kit.parameters(start)
            parameters.set_gradients([torch.ones_like(value) for value in start])
            walk(parameters, made(student, name, parameters, **{**SETTINGS[name], "lr": 0.03}), history, start)
        raise
