"""Checks of the lesson on optimizers."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import nn

from autograder import Rng, Student, exercise, expect
from autograder.failures import Mismatch
from autograder.student import Instance, Parameters

#: The values, or the gradients, of several parameters.
Tensors = list[torch.Tensor]
Gradients = Sequence[torch.Tensor | None]

SHAPES = [(3,), (2, 3)]

IN_PLACE = "w - lr * gradient, written into the Parameter itself: `p -= ...` under no_grad, not `p = p - ...`"
NONE = "a gradient of None means that nothing arrived: neither parameter nor memory changes"
ONE_WALK = "a generator can be walked through only once: keep a list of it"
OWN_STATE = (
    "each optimizer has a memory of its own, all zeros at first: none on the class or in a default argument"
)


def draw(rng: Rng, shapes: Sequence[tuple[int, ...]] = SHAPES) -> Tensors:
    """A random tensor of each shape."""
    return [rng.normal(*shape) for shape in shapes]


def draw_history(rng: Rng, steps: int, shapes: Sequence[tuple[int, ...]] = SHAPES) -> list[Tensors]:
    """Gradients for each of several steps."""
    return [draw(rng, shapes) for _ in range(steps)]


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


def one_count_path(start: Tensors, history: Sequence[Gradients], lr: float) -> list[Tensors]:
    """Adam with one step count for all parameters, which goes on where a gradient is None."""
    values = [value.double() for value in start]
    means = [torch.zeros_like(value) for value in values]
    squares = [torch.zeros_like(value) for value in values]
    path = []
    for t, gradients in enumerate(history, 1):
        for i, g in enumerate(gradients):
            if g is not None:
                means[i] = 0.9 * means[i] + 0.1 * g
                squares[i] = 0.999 * squares[i] + 0.001 * g**2
                scale = (squares[i] / (1 - 0.999**t)).sqrt() + 1e-8
                values[i] = values[i] - lr * means[i] / (1 - 0.9**t) / scale
        path.append([value.clone() for value in values])
    return path


def made(student: Student, name: str, parameters: Any, **settings: Any) -> Instance:
    """An optimizer of the student's."""
    return expect.instance(getattr(student, name)(parameters, **settings))


def walk(parameters: Parameters, optimizer: Instance, history: Sequence[Gradients]) -> list[Tensors]:
    """The values after each step of the student's optimizer."""
    path = []
    for gradients in history:
        parameters.set_gradients(gradients)
        optimizer.step()
        path.append(parameters.values())
    return path


def follow(
    student: Student, name: str, start: Tensors, history: Sequence[Gradients], **settings: Any
) -> list[Tensors]:
    """The values after each step of a new optimizer of the student's."""
    parameters = student.kit.parameters(start)
    return walk(parameters, made(student, name, parameters, **settings), history)


def same_path(found: list[Tensors], wanted: list[Tensors], because: str | None = None, **tolerance: float) -> None:
    """Every parameter has the right value after each step."""
    for step, (got, right) in enumerate(zip(found, wanted, strict=True), 1):
        expect.that(len(got) == len(right), "the optimizer leaves the parameters in place", because=because)
        for one, other in zip(got, right, strict=True):
            place = f"a parameter of shape {tuple(other.shape)} after step {step}"
            expect.close(one, other, because=f"{place}: {because}" if because else place, **tolerance)


def moved(before: Tensors, after: Tensors, requirement: str, because: str | None = None) -> None:
    """Every element of every parameter has another, finite, value."""
    alike = len(before) == len(after) and all(x.shape == y.shape for x, y in zip(before, after, strict=True))
    expect.that(alike, "the parameters keep their shapes", because=because)
    changed = all(bool(torch.all(x != y) and torch.isfinite(y).all()) for x, y in zip(before, after, strict=True))
    expect.that(changed, requirement, got=after[0], because=because)


def unchanged(before: Gradients, after: Gradients, requirement: str, because: str | None = None) -> None:
    """Exactly the same tensors, and None where there was None."""
    expect.that(len(before) == len(after), requirement, because=because)
    for old, new in zip(before, after, strict=True):
        if old is None or new is None:
            became = "it became None" if new is None else "it was None"
            expect.that(old is new, requirement, got=new, because=became)
        else:
            expect.that(torch.equal(old, new), requirement, got=new, because=because)


def generator_works(student: Student, name: str, rng: Rng) -> None:
    """Both of two steps move all parameters."""
    start, (first, second) = draw(rng), draw_history(rng, 2)
    parameters = student.kit.parameters(start)
    optimizer = made(student, name, parameters.generator(), lr=0.1)
    after_one, after_two = walk(parameters, optimizer, [first, second])
    moved(start, after_one, "the first step moves all parameters", ONE_WALK)
    moved(after_one, after_two, "the second step moves all parameters", ONE_WALK)


def none_is_left_alone(student: Student, name: str, rng: Rng, **settings: float) -> None:
    """A None in any place, at first or later, keeps that parameter as it is, and only that one."""
    shapes = [(3,), (2, 2), (2,)]
    start, (first, second, third) = draw(rng, shapes), draw_history(rng, 3, shapes)
    history: list[Gradients] = [[None, *first[1:]], second, [third[0], None, third[2]], [None, None, None]]
    parameters = student.kit.parameters(start)
    before = start
    optimizer = made(student, name, parameters, **settings)
    for gradients in history:
        (after,) = walk(parameters, optimizer, [gradients])
        left = parameters.gradients()
        for i, gradient in enumerate(gradients):
            if gradient is None:
                unchanged(
                    before[i : i + 1], after[i : i + 1], "a parameter whose grad is None keeps its value", NONE
                )
                unchanged([None], left[i : i + 1], "a grad of None stays None")
            else:
                requirement = "a parameter that has a gradient moves, whatever the others have"
                moved(before[i : i + 1], after[i : i + 1], requirement, NONE)
        before = after


def cleared(parameters: Parameters, because: str | None = None) -> None:
    """Every gradient is None or zero."""
    for gradient in parameters.gradients():
        empty = gradient is None or not gradient.any()
        expect.that(empty, "zero_grad sets every gradient to zero or None", got=gradient, because=because)


def zero_grad_works(student: Student, name: str, rng: Rng, **settings: float) -> None:
    """zero_grad clears gradients and nothing else, at any time."""
    start, history = draw(rng), draw_history(rng, 4)
    parameters = student.kit.parameters(start)
    optimizer = made(student, name, parameters, **settings)
    optimizer.zero_grad()
    path = []
    for gradients in history:
        parameters.set_gradients(gradients)
        optimizer.zero_grad()
        cleared(parameters)
        path += walk(parameters, optimizer, [gradients])
        optimizer.zero_grad()
        cleared(parameters)
        unchanged(path[-1], parameters.values(), "zero_grad does not change the parameters")
        optimizer.zero_grad()
    moved(start, path[-1], "steps move the parameters")
    without = follow(student, name, start, history, **settings)
    because = "zero_grad clears the gradients, but not what the optimizer remembers of earlier steps"
    same_path(path, without, because)


def gradients_are_read_only(student: Student, name: str, rng: Rng, **settings: float) -> None:
    """Three steps with the same gradients, which stay exactly as they are."""
    start, gradients = draw(rng), draw(rng)
    parameters = student.kit.parameters(start)
    optimizer = made(student, name, parameters, **settings)
    parameters.set_gradients(gradients)
    for number in range(1, 4):
        optimizer.step()
        because = "keep a copy, `.clone()`, of a gradient that you want to change or remember"
        requirement = f"step number {number} does not change the gradients"
        unchanged(gradients, parameters.gradients(), requirement, because)
    moved(start, parameters.values(), "steps move the parameters")


def optimizers_are_independent(student: Student, name: str, rng: Rng, **settings: float) -> None:
    """Two optimizers take turns; then a new one goes on with the parameters of the first."""
    starts = [draw(rng), draw(rng)]
    histories = [draw_history(rng, 4), draw_history(rng, 4)]
    parameters = [student.kit.parameters(start) for start in starts]
    optimizers = [made(student, name, own, **settings) for own in parameters]
    paths: list[list[Tensors]] = [[], []]
    for step in range(4):
        for i in (0, 1):
            paths[i] += walk(parameters[i], optimizers[i], histories[i][step : step + 1])
    for i in (0, 1):
        same_path(paths[i], torch_path(name, starts[i], histories[i], **settings), OWN_STATE)
    history = draw_history(rng, 2)
    anew = walk(parameters[0], made(student, name, parameters[0], **settings), history)
    same_path(anew, torch_path(name, paths[0][-1], history, **settings), OWN_STATE)


@exercise("SGD", points=0)
def test_sgd_exists(student: Student) -> None:
    """There is a class SGD(params, lr, momentum=0.0)."""
    expect.defined(student.SGD, "params", lr=0.1, momentum=0.0)


@exercise("SGD", points=1)
def test_sgd_one_step(student: Student, rng: Rng) -> None:
    """The first step moves each parameter by -lr times its gradient."""
    start = [torch.tensor([1.0, -2.0]), torch.tensor([[0.5]])]
    gradients = [torch.tensor([10.0, 4.0]), torch.tensor([[-1.0]])]
    wanted = [torch.tensor([0.0, -2.4]), torch.tensor([[0.6]])]
    same_path(follow(student, "SGD", start, [gradients], lr=0.1), [wanted], IN_PLACE)
    start, history = draw(rng), draw_history(rng, 1)
    same_path(follow(student, "SGD", start, history, lr=0.3), torch_path("SGD", start, history, lr=0.3), IN_PLACE)


@exercise("SGD", points=1, needs=["test_sgd_one_step"])
def test_sgd_plain(student: Student, rng: Rng) -> None:
    """20 steps without momentum, which is the default, follow torch.optim.SGD."""
    start, history = draw(rng), draw_history(rng, 20)
    wanted = torch_path("SGD", start, history, lr=0.05)
    same_path(follow(student, "SGD", start, history, lr=0.05), wanted)
    same_path(follow(student, "SGD", start, history[:2], lr=0.05, momentum=0.0), wanted[:2])


@exercise("SGD", points=2, needs=["test_sgd_one_step"])
def test_sgd_momentum(student: Student, rng: Rng) -> None:
    """With momentum, 2 and 20 steps follow torch.optim.SGD, also where a gradient is zero."""
    start = [torch.tensor([4.0])]
    by_hand = [[torch.tensor([8.0])], [torch.tensor([6.4])], [torch.tensor([3.68])]]
    wanted = [[torch.tensor([3.2])], [torch.tensor([1.84])], [torch.tensor([0.248])]]
    because = "v = momentum v + gradient, then w = w - lr v"
    same_path(follow(student, "SGD", start, by_hand, lr=0.1, momentum=0.9), wanted, because)
    for momentum, steps in ((0.9, 20), (0.5, 5)):
        start, history = draw(rng), draw_history(rng, steps)
        history[3] = [torch.zeros(3), torch.zeros(2, 3)]
        settings = {"lr": 0.05, "momentum": momentum}
        wanted = torch_path("SGD", start, history, **settings)
        same_path(follow(student, "SGD", start, history, **settings), wanted, because)


@exercise("SGD", points=1, needs=["test_sgd_momentum"])
def test_sgd_shapes(student: Student, rng: Rng) -> None:
    """Parameters may have any shape, () included, each with a velocity of its own."""
    shapes = [(), (1,), (4,), (3, 2), (2, 1, 3)]
    start, history = draw(rng, shapes), draw_history(rng, 3, shapes)
    settings = {"lr": 0.1, "momentum": 0.9}
    same_path(follow(student, "SGD", start, history, **settings), torch_path("SGD", start, history, **settings))


@exercise("SGD", points=1)
def test_sgd_generator(student: Student, rng: Rng) -> None:
    """The parameters may come as a generator."""
    generator_works(student, "SGD", rng)


@exercise("SGD", points=1)
def test_sgd_none(student: Student, rng: Rng) -> None:
    """A parameter whose grad is None is left alone, and the others move."""
    none_is_left_alone(student, "SGD", rng, lr=0.1, momentum=0.9)


@exercise("SGD", points=1, needs=["test_sgd_momentum", "test_sgd_none"])
def test_sgd_resumes(student: Student, rng: Rng) -> None:
    """After steps without a gradient, a parameter goes on with the velocity that it had."""
    start, history = draw(rng), draw_history(rng, 5)
    holes: list[Gradients] = [history[0], [None, history[1][1]], [None, None], [history[3][0], None], history[4]]
    settings = {"lr": 0.1, "momentum": 0.9}
    wanted = torch_path("SGD", start, holes, **settings)
    same_path(follow(student, "SGD", start, holes, **settings), wanted, NONE)


@exercise("SGD", points=1)
def test_sgd_zero_grad(student: Student, rng: Rng) -> None:
    """zero_grad clears all gradients, also where there are none, and nothing else."""
    zero_grad_works(student, "SGD", rng, lr=0.1, momentum=0.9)


@exercise("SGD", points=1, needs=["test_sgd_momentum"])
def test_sgd_independent(student: Student, rng: Rng) -> None:
    """Several optimizers do not disturb each other."""
    optimizers_are_independent(student, "SGD", rng, lr=0.1, momentum=0.9)


@exercise("SGD", points=1, needs=["test_sgd_one_step"])
def test_sgd_gradients_untouched(student: Student, rng: Rng) -> None:
    """step reads the gradients and never changes them."""
    gradients_are_read_only(student, "SGD", rng, lr=0.1, momentum=0.9)


@exercise("SGD", points=5, needs=["test_sgd_one_step", "test_sgd_plain"])
def test_sgd_not_delegated(student: Student, rng: Rng) -> None:
    """SGD does not use torch.optim."""
    start, history = draw(rng), draw_history(rng, 2)
    expect.not_delegated(student, "SGD", lambda: follow(student, "SGD", start, history, lr=0.1, momentum=0.9))


@exercise("Adam", points=0)
def test_adam_exists(student: Student) -> None:
    """There is a class Adam(params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8)."""
    expect.defined(student.Adam, "params", lr=1e-3, betas=(0.9, 0.999), eps=1e-8)


@exercise("Adam", points=1)
def test_adam_one_step(student: Student, rng: Rng) -> None:
    """The first step is lr long for every weight, however large its gradient is."""
    start = [torch.tensor([1.0, 1.0, 1.0, 1.0])]
    gradients = [torch.tensor([8.0, -8.0, 0.1, 1000.0])]
    wanted = [torch.tensor([0.9, 1.1, 0.9, 0.9])]
    because = "after the bias correction m_hat is the gradient and v_hat its square, in step t = 1"
    same_path(follow(student, "Adam", start, [gradients], lr=0.1), [wanted], because)
    start, history = draw(rng), draw_history(rng, 1)
    wanted = torch_path("Adam", start, history, lr=0.3)[0]
    same_path(follow(student, "Adam", start, history, lr=0.3), [wanted], because)


@exercise("Adam", points=3, needs=["test_adam_one_step"])
def test_adam_steps(student: Student, rng: Rng) -> None:
    """2 and 20 steps follow torch.optim.Adam."""
    start, by_hand = [torch.tensor([4.0])], [[torch.tensor([8.0])], [torch.tensor([7.8])]]
    wanted = [[torch.tensor([3.9])], [torch.tensor([3.800074])]]
    same_path(follow(student, "Adam", start, by_hand, lr=0.1), wanted, "m_hat = 7.895 and v_hat = 62.42")
    start, history = draw(rng), draw_history(rng, 20)
    history[7] = [torch.zeros(3), torch.zeros(2, 3)]
    history[12:15] = [[100 * g for g in gradients] for gradients in history[12:15]]
    wanted = torch_path("Adam", start, history, lr=0.1)
    same_path(follow(student, "Adam", start, history, lr=0.1), wanted)


@exercise("Adam", points=1, needs=["test_adam_steps"])
def test_adam_settings(student: Student, rng: Rng) -> None:
    """lr, betas and eps are used, and have torch's defaults."""
    start = [0.01 * value for value in draw(rng)]
    history = draw_history(rng, 10)
    defaults = torch_path("Adam", start, history)
    because = "the defaults are lr=1e-3, betas=(0.9, 0.999), eps=1e-8"
    same_path(follow(student, "Adam", start, history), defaults, because, atol=1e-6)
    for settings in ({"lr": 0.03, "betas": (0.5, 0.9)}, {"lr": 0.03, "betas": (0.0, 0.99)}, {"eps": 0.1}):
        wanted = torch_path("Adam", start, history[:5], **settings)
        given = ", ".join(f"{key}={value}" for key, value in settings.items())
        same_path(follow(student, "Adam", start, history[:5], **settings), wanted, given, atol=1e-6)


@exercise("Adam", points=1, needs=["test_adam_steps"])
def test_adam_eps(student: Student, rng: Rng) -> None:
    """Gradients of zero and tiny ones are safe: eps is added after the square root."""
    start = [torch.tensor([1.0, 2.0, 3.0])]
    zeros = [[torch.tensor([0.0, 0.0, 1.0])], [torch.tensor([0.0, 1.0, 0.0])]]
    wanted = torch_path("Adam", start, zeros, lr=0.1)
    same_path(follow(student, "Adam", start, zeros, lr=0.1), wanted, "0 / (0 + eps) is 0, but 0 / 0 is nan")
    tiny = [[1e-8 * g for g in gradients] for gradients in draw_history(rng, 3, [(5,)])]
    start = draw(rng, [(5,)])
    wanted = torch_path("Adam", start, tiny, lr=0.1)
    because = "gradients around 1e-8 show where eps is: sqrt(v_hat) + eps"
    same_path(follow(student, "Adam", start, tiny, lr=0.1), wanted, because)


@exercise("Adam", points=1, needs=["test_adam_steps"])
def test_adam_shapes(student: Student, rng: Rng) -> None:
    """Parameters may have any shape, () included, each with averages of its own."""
    shapes = [(), (1,), (4,), (3, 2), (2, 1, 3)]
    start, history = draw(rng, shapes), draw_history(rng, 3, shapes)
    same_path(follow(student, "Adam", start, history, lr=0.1), torch_path("Adam", start, history, lr=0.1))


@exercise("Adam", points=1)
def test_adam_generator(student: Student, rng: Rng) -> None:
    """The parameters may come as a generator."""
    generator_works(student, "Adam", rng)


@exercise("Adam", points=1)
def test_adam_none(student: Student, rng: Rng) -> None:
    """A parameter whose grad is None is left alone, and the others move."""
    none_is_left_alone(student, "Adam", rng, lr=0.1)


@exercise("Adam", points=1, needs=["test_adam_steps", "test_adam_none"])
def test_adam_resumes(student: Student, rng: Rng) -> None:
    """After steps without a gradient, a parameter goes on with the averages that it had."""
    start, history = draw(rng), draw_history(rng, 6)
    holes: list[Gradients] = [[None, history[0][1]], [None, history[1][1]], history[2], history[3]]
    holes += [[history[4][0], None], history[5]]
    found = follow(student, "Adam", start, holes, lr=0.1)
    try:
        # the paper and most textbooks count the steps once for all parameters, and know no None
        same_path(found, one_count_path(start, holes, lr=0.1))
    except Mismatch:
        same_path(found, torch_path("Adam", start, holes, lr=0.1), NONE)


@exercise("Adam", points=1)
def test_adam_zero_grad(student: Student, rng: Rng) -> None:
    """zero_grad clears all gradients, also where there are none, and nothing else."""
    zero_grad_works(student, "Adam", rng, lr=0.1)


@exercise("Adam", points=1, needs=["test_adam_steps"])
def test_adam_independent(student: Student, rng: Rng) -> None:
    """Several optimizers do not disturb each other."""
    optimizers_are_independent(student, "Adam", rng, lr=0.1)


@exercise("Adam", points=1, needs=["test_adam_one_step"])
def test_adam_gradients_untouched(student: Student, rng: Rng) -> None:
    """step reads the gradients and never changes them."""
    gradients_are_read_only(student, "Adam", rng, lr=0.1)


@exercise("Adam", points=6, needs=["test_adam_one_step", "test_adam_steps"])
def test_adam_not_delegated(student: Student, rng: Rng) -> None:
    """Adam does not use torch.optim."""
    start, history = draw(rng), draw_history(rng, 2)
    expect.not_delegated(student, "Adam", lambda: follow(student, "Adam", start, history, lr=0.1))
