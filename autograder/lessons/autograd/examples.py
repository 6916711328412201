"""The small examples of the lesson on backward propagation."""

from functools import partial

import torch

from autograder import Student
from autograder.lessons.autograd.functions import CUBE, PRODUCT_OF_THREE
from autograder.lessons.autograd.graphs import (
    FUNCTIONS,
    NEGATIVE,
    POWER,
    PRODUCT,
    QUOTIENT,
    SUM,
    Expression,
    Operation,
)
from autograder.lessons.autograd.operations import single, written
from autograder.sketch import Sketch

X = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
WEIGHT = torch.tensor([[1.0, 0.0], [2.0, 10.0]])
SLOPES = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])

#: Operations, with the numbers that they are tried on; the first Value is one half in all of them.
TRIED: list[tuple[Operation, tuple[float, ...]]] = [
    *((operation, (0.5, 4.0)) for operation in (SUM, PRODUCT, ("-", "nn"), QUOTIENT)),
    (NEGATIVE, (0.5,)),
    (POWER, (0.5, 3)),
    *((operation, (0.5,)) for operation in FUNCTIONS),
    (("-", "nx"), (0.5, 2)),
    (("/", "xn"), (2, 0.5)),
]


def numerical_gradient(student: Student, sketch: Sketch) -> None:
    function = student.numerical_gradient
    sketch.show("numerical_gradient(f, [2.0]), f(x) = x[0] ** 3", lambda: function.of_function(CUBE, [2.0]).result)
    sketch.show(
        "numerical_gradient(f, [2.0], eps=0.5), f(x) = x[0] ** 3",
        lambda: function.of_function(CUBE, [2.0], eps=0.5).result,
    )
    sketch.show(
        "numerical_gradient(f, [2.0, 3.0, 4.0]), f(x) = x[0] * x[1] * x[2]",
        lambda: function.of_function(PRODUCT_OF_THREE, [2.0, 3.0, 4.0]).result,
    )


def Value(student: Student, sketch: Sketch) -> None:
    for tried in TRIED:
        sketch.show(f"the data of {written(*tried)}", partial(_data, student, *tried))
    for tried in TRIED:
        call = f"the grad of Value(0.5) after c = {written(*tried)} and c.backward()"
        sketch.show(call, partial(_grad, student, *tried))
    made = Expression()
    a, b = made.leaf(2.0), made.leaf(-3.0)
    c = made.of(PRODUCT, a, b)
    d = made.of(SUM, c, a)
    for _ in range(2):
        made.do("backward", d)
        made.look([a, b, c, d])
    for times, call in enumerate(("after d.backward()", "after d.backward() once more")):
        sketch.show(
            f"the grad of a = Value(2.0), b = Value(-3.0), c = a * b and d = c + a {call}",
            partial(_grads, student, made, times),
        )


def zero_grad(student: Student, sketch: Sketch) -> None:
    made = Expression()
    a, b, other = (made.leaf(number) for number in (2.0, -3.0, 1.0))
    root = made.of(SUM, made.of(PRODUCT, a, b), a)
    made.do("mark", 5.0)
    made.do("call", "zero_grad", root)
    made.look([a, b, root, other])
    sketch.show(
        "the grad of a, b, root = a * b + a and another Value, each of them 5.0, after zero_grad(root)",
        partial(_grads, student, made),
    )


def linear_backward(student: Student, sketch: Sketch) -> None:
    sketch.call(student.linear_backward, X, WEIGHT, SLOPES)


def _data(student: Student, operation: Operation, numbers: tuple[float, ...]) -> float:
    """What the operation gives."""
    made, _, root = single(operation, numbers)
    made.look([root])
    return student.Value.trace(made.steps)[0].data.item()


def _grad(student: Student, operation: Operation, numbers: tuple[float, ...]) -> float:
    """The slope along the first or only node of the operation."""
    made, leaves, root = single(operation, numbers)
    made.do("backward", root)
    made.look(leaves[:1])
    return _grads(student, made)[0]


def _grads(student: Student, made: Expression, look: int = 0) -> list[float]:
    """The slopes that a look sees."""
    grads: list[float] = student.Value.trace(made.steps)[look].grad.tolist()
    return grads
