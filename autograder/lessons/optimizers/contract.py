"""What both optimizers have to do, whatever their rule: the checks that are asked of SGD and of Adam alike."""

from typing import Any

import torch

from autograder import Rng, Student, expect
from autograder.failures import Mismatch, StudentError
from autograder.lessons.optimizers.paths import (
    IN_PLACE,
    SETTINGS,
    THREE,
    TWO,
    Gradients,
    Tensors,
    begun,
    draw,
    draw_history,
    draw_slope,
    follow,
    made,
    moved,
    names_of,
    one_count_path,
    same_path,
    torch_path,
    unchanged,
    walk,
)
from autograder.student import Function, Parameters

NONE = "a gradient of None means that nothing arrived: neither parameter nor memory changes"
OTHERS = "the others go on, when one parameter has no gradient"
NO_TRACE = "as if it were alone and had missed no step: neither its memory nor that of another has changed"
ONE_WALK = "a generator can be walked through only once: keep a list of it"
NO_RULE = "these points are for a rule that you wrote, so there has to be one"
OWN_SHAPES = (
    "each parameter has a memory of its own, of its own shape, and all of them make step number t together"
)
OWN_STATE = (
    "each optimizer has a memory of its own, all zeros at first: none on the class or in a default argument"
)


def exists(student: Student, name: str, **settings: Any) -> None:
    """The class is there, and takes parameters and settings, whatever the names of these are."""
    function: Function = getattr(student, name)
    try:
        expect.defined(function, "params", **settings)
    except Mismatch:
        if len(names_of(function) or []) < 2:
            raise


def every_step_moves(student: Student, name: str, rng: Rng) -> None:
    """Each of three steps moves the parameters, as a list and as a generator."""
    start, history = draw(rng), draw_slope(rng, 3)
    path = follow(student, name, start, history, anchored=True, lr=0.1)
    for number, after in enumerate(path, 1):
        moved(start, after, f"step {number} moves the parameters", IN_PLACE)
    parameters = student.kit.parameters(start)
    path = walk(parameters, made(student, name, parameters.generator(), lr=0.1), history, start)
    for number, after in enumerate(path, 1):
        moved(start, after, f"step {number} moves the parameters that came as a generator", ONE_WALK)


def remembers(student: Student, name: str, rng: Rng) -> None:
    """There is a memory: the same gradients make other steps after others than at first."""
    start, (gradients,) = draw(rng), draw_slope(rng, 1)
    before = [[-3 * g for g in gradients], [2 * g for g in gradients]]
    later = follow(student, name, start, [*before, gradients], anchored=True, **SETTINGS[name])[2]
    (first,) = follow(student, name, start, [gradients], anchored=True, **SETTINGS[name])
    because = "the velocity remembers them" if name == "SGD" else "the averages remember them"
    moved(first, later, "a step also depends on the gradients before it", because)


def together_as_alone(student: Student, name: str, rng: Rng) -> None:
    """Several parameters of different shapes move as each of them does alone."""
    shapes = [(), (4,), (3, 2), (2, 1, 3)]
    start, history = draw(rng, shapes), draw_history(rng, 3, shapes)
    together = follow(student, name, start, history, anchored=True, **SETTINGS[name])
    for i in range(len(shapes)):
        own = [[gradients[i]] for gradients in history]
        alone = follow(student, name, start[i : i + 1], own, anchored=True, **SETTINGS[name])
        moved(start[i : i + 1], alone[2], "steps move the parameters", IN_PLACE)
        same_path([values[i : i + 1] for values in together], alone, OWN_SHAPES)


def none_is_left_alone(student: Student, name: str, rng: Rng) -> None:
    """A None in any place, at first or later, keeps that parameter as it is, and only that one."""
    start, (first, second, third) = draw(rng, THREE), draw_slope(rng, 3, THREE)
    history: list[Gradients] = [[None, *first[1:]], second, [third[0], None, third[2]], [None, None, None]]
    parameters, optimizer = begun(student, name, start, **SETTINGS[name])
    for gradients in history:
        (after,) = walk(parameters, optimizer, [gradients], start)
        left = parameters.gradients()
        for i, gradient in enumerate(gradients):
            was, is_now = start[i : i + 1], after[i : i + 1]
            if gradient is None:
                unchanged(was, is_now, "a parameter whose grad is None keeps its value", NONE)
                unchanged([None], left[i : i + 1], "a grad of None stays None")
            else:
                stuck = all(torch.equal(old, new) for old, new in zip(start, after, strict=True))
                moved(was, is_now, "a parameter that has a gradient moves", IN_PLACE if stuck else OTHERS)


def goes_on(student: Student, name: str, rng: Rng) -> None:
    """Steps without a gradient leave no trace: the others are those of a parameter that never missed one."""
    remembers(student, name, rng)
    start, history = draw(rng, TWO), draw_history(rng, 6, TWO)
    holes: list[Gradients] = [[None, history[0][1]], [None, history[1][1]], history[2], [history[3][0], None]]
    holes += [[None, None], history[5]]
    if name == "Adam" and one_count_holds(student, start, history, holes):
        return
    found = follow(student, name, start, holes, anchored=True, **SETTINGS[name])
    for i in range(len(TWO)):
        steps = [number for number, gradients in enumerate(holes) if gradients[i] is not None]
        own = [[holes[number][i]] for number in steps]
        alone = follow(student, name, start[i : i + 1], own, anchored=True, **SETTINGS[name])
        same_path([found[number][i : i + 1] for number in steps], alone, NO_TRACE)


def one_count_holds(student: Student, start: Tensors, history: list[Tensors], holes: list[Gradients]) -> bool:
    """Whether Adam counts the steps once for all parameters, and is right but for that.

    The paper and most textbooks do, and know no None. Where the rule itself is wrong, which is another check's
    matter, it is enough that a parameter moves as it does without the others.
    """
    found = follow(student, "Adam", start, holes, **SETTINGS["Adam"])
    right = follow(student, "Adam", start, history, **SETTINGS["Adam"])
    try:
        same_path(right, torch_path("Adam", start, history, lr=0.1))
    except Mismatch:
        wanted = [
            follow(student, "Adam", start[i : i + 1], [g[i : i + 1] for g in holes], **SETTINGS["Adam"])
            for i in (0, 1)
        ]
        paths = [[values[i : i + 1] for values in found] for i in (0, 1)]
    else:
        return any(_agree([found], [one_count_path(start, holes, 0.1, idle)]) for idle in (True, False))
    return _agree(paths, wanted)


def _agree(paths: list[list[Tensors]], others: list[list[Tensors]]) -> bool:
    try:
        for path, other in zip(paths, others, strict=True):
            same_path(path, other)
    except Mismatch:
        return False
    return True


def zero_grad_works(student: Student, name: str, rng: Rng) -> None:
    """zero_grad clears gradients and nothing else, at any time."""
    start, history = draw(rng, TWO), draw_history(rng, 4, TWO)
    parameters, optimizer = begun(student, name, start, **SETTINGS[name])
    for gradients in (history[0], [None, history[0][1]], [None, None]):
        parameters.set_gradients(gradients)
        optimizer.zero_grad()
        cleared(parameters)
        unchanged(start, parameters.values(), "zero_grad does not change the parameters")
    try:
        wanted = follow(student, name, start, history, anchored=True, **SETTINGS[name])
    except StudentError:  # the steps are other checks' matter
        return
    path = []
    for gradients in history:
        path += walk(parameters, optimizer, [gradients], start)
        optimizer.zero_grad()
        cleared(parameters)
        unchanged(path[-1], parameters.values(), "zero_grad does not change the parameters")
    because = "zero_grad clears the gradients, but not what the optimizer remembers of earlier steps"
    same_path(path, wanted, because)


def cleared(parameters: Parameters) -> None:
    """Every gradient is None or zero."""
    for gradient in parameters.gradients():
        empty = gradient is None or not gradient.any()
        expect.that(empty, "zero_grad sets every gradient to zero or None", got=gradient)


def gradients_are_read_only(student: Student, name: str, rng: Rng) -> None:
    """Three steps with the same gradients, which stay exactly as they are."""
    start, (gradients,) = draw(rng, TWO), draw_slope(rng, 1, TWO)
    parameters, optimizer = begun(student, name, start, **SETTINGS[name])
    parameters.set_gradients(gradients)
    for number in range(1, 4):
        optimizer.step()
        because = "keep a copy, `.clone()`, of a gradient that you want to change or remember"
        requirement = f"step number {number} does not change the gradients"
        unchanged(gradients, parameters.gradients(), requirement, because)
    moved(start, parameters.values(), "steps move the parameters", IN_PLACE)


def optimizers_are_independent(student: Student, name: str, rng: Rng) -> None:
    """Two optimizers take turns as if each were alone; then a new one begins with the parameters of the first."""
    remembers(student, name, rng)
    settings = SETTINGS[name]
    starts = [draw(rng, TWO), draw(rng, TWO)]
    histories = [draw_history(rng, 4, TWO), draw_history(rng, 4, TWO)]
    alone = [follow(student, name, starts[i], histories[i], anchored=True, **settings) for i in (0, 1)]
    parameters = [student.kit.parameters(start) for start in starts]
    optimizers = [made(student, name, own, **settings) for own in parameters]
    paths: list[list[Tensors]] = [[], []]
    for step in range(4):
        for i in (0, 1):
            paths[i] += walk(parameters[i], optimizers[i], histories[i][step : step + 1], starts[i])
    for i in (0, 1):
        same_path(paths[i], alone[i], OWN_STATE)
    end, history = paths[0][-1], draw_history(rng, 2, TWO)
    anew = walk(parameters[0], made(student, name, parameters[0], **settings), history, end)
    same_path(anew, follow(student, name, end, history, anchored=True, **settings), OWN_STATE)


def own_rule(student: Student, name: str, rng: Rng) -> None:
    """Under a constant gradient, steps of SGD go along it, and steps of Adam are of much the same size for all."""
    start, (gradients,) = draw(rng), draw_slope(rng, 1)
    gradients[0] = gradients[0] * torch.tensor([[1.0, 2.0, 5.0], [10.0, 3.0, 1.0]])
    settings: dict[str, Any] = SETTINGS["Adam"] if name == "Adam" else {"lr": 0.1}
    step = follow(student, name, start, [gradients] * 2, anchored=True, **settings)[1][0].double() - start[0]
    downhill = -step * gradients[0].sign()
    same_way = bool((downhill > 0).all() or (downhill < 0).all())
    if name == "SGD":
        expect.that(same_way, "a step of SGD goes along the gradient", got=step, because=NO_RULE)
    else:
        alike = same_way and bool(((downhill / downhill.mean() - 1).abs() < 0.2).all())
        requirement = "a step of Adam is as long for every weight, where gradients are constant"
        expect.that(alike, requirement, got=step, because=NO_RULE)


def not_delegated(student: Student, name: str, rng: Rng) -> None:
    """The rule is the student's own: there is one, and torch's optimizers take no part in it."""
    own_rule(student, name, rng)
    if name == "Adam":
        remembers(student, name, rng)
    parameters, history = student.kit.parameters(draw(rng)), draw_history(rng, 2)

    def steps() -> None:
        optimizer = made(student, name, parameters, **SETTINGS[name])
        for gradients in history:
            parameters.set_gradients(gradients)
            optimizer.step()

    expect.not_delegated(student, name, steps)
