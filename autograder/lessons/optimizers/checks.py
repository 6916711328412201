"""Checks of the lesson on optimizers."""

from itertools import chain

import torch

from autograder import Rng, Student, exercise, expect
from autograder.lessons.optimizers.contract import (
    every_step_moves,
    exists,
    goes_on,
    gradients_are_read_only,
    none_is_left_alone,
    not_delegated,
    optimizers_are_independent,
    together_as_alone,
    zero_grad_works,
)
from autograder.lessons.optimizers.paths import (
    SETTINGS,
    USUAL,
    draw,
    draw_history,
    first_step,
    follow,
    follows_torch,
    moved,
    same_path,
    torch_path,
)

DESCENT = "w - lr * gradient"
VELOCITY = "v = momentum v + gradient, then w = w - lr v"
CORRECTED = "after the bias correction m_hat is the gradient and v_hat its square, in step t = 1"
#: The last exercise is for who likes it. Where it is to count in your course, write False, and build.
OPTIONAL = True


@exercise("SGD", points=0)
def test_sgd_exists(student: Student) -> None:
    """There is a class SGD(params, lr, momentum=0.0)."""
    exists(student, "SGD", lr=0.1, momentum=0.0)


@exercise("SGD", points=1)
def test_sgd_one_step(student: Student, rng: Rng) -> None:
    """The first step moves each parameter by -lr times its gradient."""
    start, history = [torch.tensor([4.0])], [[torch.tensor([g])] for g in (8.0, 6.4, -5.0)]
    first_step(student, "SGD", start, history, [torch.tensor([3.2])], DESCENT, lr=0.1)
    start, history = draw(rng), draw_history(rng, 3)
    (right,) = torch_path("SGD", start, history[:1], lr=0.3)
    first_step(student, "SGD", start, history, right, DESCENT, lr=0.3)


@exercise("SGD", points=1, needs=["test_sgd_one_step"])
def test_sgd_plain(student: Student, rng: Rng) -> None:
    """20 steps without momentum, which is the default, follow torch.optim.SGD."""
    expect.defined(student.SGD, "params", lr=0.05, momentum=0.0)
    start, history = draw(rng), draw_history(rng, 20)
    follows_torch(student, "SGD", start, history, "momentum=0.0", lr=0.05, momentum=0.0)
    zero = follow(student, "SGD", start, history[:3], lr=0.05, momentum=0.0)
    default = follow(student, "SGD", start, history[:3], lr=0.05)
    alike = all(map(torch.equal, chain(*zero), chain(*default)))
    expect.that(alike, "momentum is 0.0 where none is given", got="other steps than with momentum=0.0")


@exercise("SGD", points=2, needs=["test_sgd_one_step"])
def test_sgd_momentum(student: Student, rng: Rng) -> None:
    """With momentum, 2 and 20 steps follow torch.optim.SGD, also where a gradient is zero."""
    start = [torch.tensor([4.0])]
    by_hand = [[torch.tensor([8.0])], [torch.tensor([6.4])], [torch.tensor([3.68])]]
    wanted = [[torch.tensor([3.2])], [torch.tensor([1.84])], [torch.tensor([0.248])]]
    same_path(follow(student, "SGD", start, by_hand, **SETTINGS["SGD"]), wanted, VELOCITY)
    for momentum, steps in ((0.9, 20), (0.5, 5)):
        start, history = draw(rng), draw_history(rng, steps)
        history[3] = [torch.zeros(2, 3)]
        follows_torch(student, "SGD", start, history, VELOCITY, lr=0.05, momentum=momentum)


@exercise("SGD", points=1)
def test_sgd_shapes(student: Student, rng: Rng) -> None:
    """Parameters may have any shapes, () included, each with a velocity of its own."""
    together_as_alone(student, "SGD", rng)


@exercise("SGD", points=1)
def test_sgd_generator(student: Student, rng: Rng) -> None:
    """The parameters may come as a generator."""
    every_step_moves(student, "SGD", rng)


@exercise("SGD", points=1)
def test_sgd_none(student: Student, rng: Rng) -> None:
    """A parameter whose grad is None is left alone, and the others move."""
    none_is_left_alone(student, "SGD", rng)


@exercise("SGD", points=1, needs=["test_sgd_none"])
def test_sgd_resumes(student: Student, rng: Rng) -> None:
    """After steps without a gradient, a parameter goes on with the velocity that it had."""
    goes_on(student, "SGD", rng)


@exercise("SGD", points=1)
def test_sgd_zero_grad(student: Student, rng: Rng) -> None:
    """zero_grad clears all gradients, also where there are none, and nothing else."""
    zero_grad_works(student, "SGD", rng)


@exercise("SGD", points=1)
def test_sgd_independent(student: Student, rng: Rng) -> None:
    """Several optimizers do not disturb each other."""
    optimizers_are_independent(student, "SGD", rng)


@exercise("SGD", points=1)
def test_sgd_gradients_untouched(student: Student, rng: Rng) -> None:
    """step reads the gradients and never changes them."""
    gradients_are_read_only(student, "SGD", rng)


@exercise("SGD", points=5, builtins=("torch.optim",))
def test_sgd_own_work(student: Student, rng: Rng) -> None:
    """SGD does not use torch.optim."""
    not_delegated(student, "SGD", rng)


@exercise("Adam", points=0)
def test_adam_exists(student: Student) -> None:
    """There is a class Adam(params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8)."""
    exists(student, "Adam", lr=1e-3, **USUAL)


@exercise("Adam", points=1)
def test_adam_one_step(student: Student, rng: Rng) -> None:
    """The first step is lr long for every weight, however large its gradient is."""
    start, history = [torch.tensor([4.0])], [[torch.tensor([g])] for g in (8.0, 7.8, -5.0)]
    first_step(student, "Adam", start, history, [torch.tensor([3.9])], CORRECTED, **SETTINGS["Adam"])
    start, history = [torch.ones(4)], [[scale * torch.tensor([8.0, -8.0, 0.1, 1000.0])] for scale in (1, -0.5, 2)]
    right = [torch.tensor([0.9, 1.1, 0.9, 0.9])]
    first_step(student, "Adam", start, history, right, CORRECTED, **SETTINGS["Adam"])
    start, history = draw(rng), draw_history(rng, 3)
    (right,) = torch_path("Adam", start, history[:1], lr=0.3)
    first_step(student, "Adam", start, history, right, CORRECTED, lr=0.3, **USUAL)


@exercise("Adam", points=3, needs=["test_adam_one_step"])
def test_adam_steps(student: Student, rng: Rng) -> None:
    """2 and 20 steps follow torch.optim.Adam."""
    start, by_hand = [torch.tensor([4.0])], [[torch.tensor([g])] for g in (8.0, 7.8, -5.0, 0.5)]
    wanted = [[torch.tensor([3.9])], [torch.tensor([3.800074])]]
    found = follow(student, "Adam", start, by_hand, **SETTINGS["Adam"])
    same_path(found[:2], wanted, "m_hat = 7.895 and v_hat = 62.42 in step 2")
    start, history = draw(rng), draw_history(rng, 20)
    history[7] = [torch.zeros(2, 3)]
    history[12:15] = [[100 * g for g in gradients] for gradients in history[12:15]]
    because = "m and v from the gradients of all steps so far, each corrected by its own beta"
    follows_torch(student, "Adam", start, history, because, **SETTINGS["Adam"])


@exercise("Adam", points=1, needs=["test_adam_steps"])
def test_adam_settings(student: Student, rng: Rng) -> None:
    """lr, betas and eps are used, and have torch's defaults."""
    expect.defined(student.Adam, "params", lr=1e-3, **USUAL)
    start = [0.01 * value for value in draw(rng)]
    history = draw_history(rng, 10)
    because = "the defaults are lr=1e-3, betas=(0.9, 0.999), eps=1e-8"
    follows_torch(student, "Adam", start, history, because, atol=1e-6)
    for betas in ((0.5, 0.9), (0.0, 0.99)):
        given = f"lr=0.03, betas={betas}"
        follows_torch(student, "Adam", start, history[:5], given, atol=1e-6, lr=0.03, betas=betas)
    moved(
        follow(student, "Adam", start, history[:5])[-1],
        follow(student, "Adam", start, history[:5], eps=0.1)[-1],
        "eps is used: with eps=0.1 the steps are shorter",
    )
    tiny = [[1e-7 * g for g in gradients] for gradients in history[:3]]
    default = follow(student, "Adam", start, tiny)
    same_path(default, follow(student, "Adam", start, tiny, eps=1e-8), "without eps as with eps=1e-8", atol=1e-6)


@exercise("Adam", points=1, needs=["test_adam_steps"])
def test_adam_eps(student: Student, rng: Rng) -> None:
    """Gradients of zero and tiny ones are safe: eps is added after the square root."""
    start = [torch.tensor([1.0, 2.0, 3.0])]
    zeros = [[torch.tensor([0.0, 0.0, 1.0])], [torch.tensor([0.0, 1.0, 0.0])]]
    follows_torch(student, "Adam", start, zeros, "0 / (0 + eps) is 0, but 0 / 0 is nan", **SETTINGS["Adam"])
    tiny = [[1e-8 * g for g in gradients] for gradients in draw_history(rng, 3)]
    because = "gradients around 1e-8 show where eps is, and how large: sqrt(v_hat) + 1e-8"
    follows_torch(student, "Adam", draw(rng), tiny, because, **SETTINGS["Adam"])


@exercise("Adam", points=1)
def test_adam_shapes(student: Student, rng: Rng) -> None:
    """Parameters may have any shapes, () included, each with averages of its own."""
    together_as_alone(student, "Adam", rng)


@exercise("Adam", points=1)
def test_adam_generator(student: Student, rng: Rng) -> None:
    """The parameters may come as a generator."""
    every_step_moves(student, "Adam", rng)


@exercise("Adam", points=1)
def test_adam_none(student: Student, rng: Rng) -> None:
    """A parameter whose grad is None is left alone, and the others move."""
    none_is_left_alone(student, "Adam", rng)


@exercise("Adam", points=1, needs=["test_adam_none"])
def test_adam_resumes(student: Student, rng: Rng) -> None:
    """After steps without a gradient, a parameter goes on with the averages that it had."""
    goes_on(student, "Adam", rng)


@exercise("Adam", points=1)
def test_adam_zero_grad(student: Student, rng: Rng) -> None:
    """zero_grad clears all gradients, also where there are none, and nothing else."""
    zero_grad_works(student, "Adam", rng)


@exercise("Adam", points=1)
def test_adam_independent(student: Student, rng: Rng) -> None:
    """Several optimizers do not disturb each other."""
    optimizers_are_independent(student, "Adam", rng)


@exercise("Adam", points=1)
def test_adam_gradients_untouched(student: Student, rng: Rng) -> None:
    """step reads the gradients and never changes them."""
    gradients_are_read_only(student, "Adam", rng)


@exercise("Adam", points=6, builtins=("torch.optim",))
def test_adam_own_work(student: Student, rng: Rng) -> None:
    """Adam does not use torch.optim."""
    not_delegated(student, "Adam", rng)


#: What the students' test is tried on, besides right versions: each breaks one of the lesson's points.
MISTAKES = (
    "moves the parameters uphill",
    "forgets the learning rate",
    "makes a new tensor, `p = p - ...`, instead of changing the parameter",
    "has no memory: the velocity is not kept from one step to the next",
    "averages: it weights the gradient by 1 - momentum",
    "has another default for momentum than 0, or none",
    "has one velocity for several parameters, or for all",
    "uses the gradient tensor itself as the first velocity, not a copy of it",
    "takes a gradient of None for a gradient of zero",
    "keeps the generator, which is empty after its first use",
    "changes the gradients in step",
    "leaves the gradients as they are in zero_grad",
)
LETS_PASS = ["test_test_sgd_lets_pass"]


@exercise("test_sgd", points=0, optional=OPTIONAL, tests="SGD")
def test_test_sgd_exists(student: Student) -> None:
    """There is a function test_sgd(SGD)."""
    expect.defined(student.test_sgd, "SGD")


@exercise("test_sgd", points=0, timeout=20)  # at its first use, torch.testing imports what takes seconds
def test_test_sgd_lets_pass(student: Student) -> None:
    """It raises for no right version, in whatever style that is written."""
    expect.lets_pass(student, "test_sgd", MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_uphill(student: Student) -> None:
    """It notices an SGD that walks uphill."""
    expect.notices(student, "test_sgd", MISTAKES[0], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_learning_rate(student: Student) -> None:
    """It notices an SGD that forgets the learning rate."""
    expect.notices(student, "test_sgd", MISTAKES[1], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_in_place(student: Student) -> None:
    """It notices an SGD that leaves the parameters as they are, and changes new tensors."""
    expect.notices(student, "test_sgd", MISTAKES[2], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_memory(student: Student) -> None:
    """It notices an SGD that forgets its velocity after each step."""
    expect.notices(student, "test_sgd", MISTAKES[3], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_average(student: Student) -> None:
    """It notices an SGD that averages gradients instead of adding them up."""
    expect.notices(student, "test_sgd", MISTAKES[4], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_default(student: Student) -> None:
    """It notices an SGD that takes a momentum of its own when none is given."""
    expect.notices(student, "test_sgd", MISTAKES[5], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_own_velocities(student: Student) -> None:
    """It notices an SGD that has one velocity for all parameters."""
    expect.notices(student, "test_sgd", MISTAKES[6], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_copy(student: Student) -> None:
    """It notices an SGD that has the gradient itself for a velocity, and no copy of it."""
    expect.notices(student, "test_sgd", MISTAKES[7], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_none(student: Student) -> None:
    """It notices an SGD that rolls on where a gradient is None."""
    expect.notices(student, "test_sgd", MISTAKES[8], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_generator(student: Student) -> None:
    """It notices an SGD that reads its generator twice."""
    expect.notices(student, "test_sgd", MISTAKES[9], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_untouched(student: Student) -> None:
    """It notices an SGD that changes the gradients in step."""
    expect.notices(student, "test_sgd", MISTAKES[10], MISTAKES)


@exercise("test_sgd", points=1, needs=LETS_PASS)
def test_test_sgd_zero_grad(student: Student) -> None:
    """It notices an SGD that clears no gradients in zero_grad."""
    expect.notices(student, "test_sgd", MISTAKES[11], MISTAKES)
