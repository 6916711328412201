"""The small examples of the lesson on backward propagation."""

from functools import partial

import torch

from autograder import Student
from autograder.lessons.autograd.functions import CUBE, PRODUCT_OF_THREE
from autograder.lessons.autograd.graphs import FUNCTIONS, PRODUCT, QUOTIENT, SUM, Expression, Operation
from autograder.sketch import Sketch

X = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
WEIGHT = torch.tensor([[1.0, 0.0], [2.0, 10.0]])
SLOPES = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])

#: Operations on a = 0.5 and b = 4, as they are written.
WRITTEN: dict[str, tuple[Operation, tuple[float, ...]]] = {
    "a + b": (SUM, (0.5, 4.0)),
    "a * b": (PRODUCT, (0.5, 4.0)),
    "a - b": (("-", "nn"), (0.5, 4.0)),
    "a / b": (QUOTIENT, (0.5, 4.0)),
    "-a": (("negative", "n"), (0.5,)),
    "a ** 3": (("**", "nx"), (0.5, 3)),
    **{f"a.{operation[0]}()": (operation, (0.5,)) for operation in FUNCTIONS},
    "a - 2": (("-", "nx"), (0.5, 2)),
    "2 / a": (("/", "xn"), (2, 0.5)),
}


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
    for text, written in WRITTEN.items():
        sketch.show(f"the data of {text}, where a is Value(0.5)", partial(_data, student, *written))
    for text, written in WRITTEN.items():
        sketch.show(f"the grad of a after ({text}).backward()", partial(_grad, student, *written))
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
    made = Expression()
    made.look([_of(made, operation, numbers)])
    return student.Value.trace(made.steps)[0].data.item()


def _grad(student: Student, operation: Operation, numbers: tuple[float, ...]) -> float:
    """The slope along a, the first or only node of the operation."""
    made = Expression()
    end = _of(made, operation, numbers)
    made.do("backward", end)
    made.look([made.nodes[0]])
    return student.Value.trace(made.steps)[0].grad.item()


def _grads(student: Student, made: Expression, look: int = 0) -> list[float]:
    """The slopes that a look sees."""
    grads: list[float] = student.Value.trace(made.steps)[look].grad.tolist()
    return grads


def _of(made: Expression, operation: Operation, numbers: tuple[float, ...]) -> int:
    sides = operation[1]
    return made.of(
        operation,
        *(made.leaf(x) if side == "n" else x for side, x in zip(sides, numbers, strict=True)),
    )
