"""Single operations of the student's scalars: numbers, slopes, and which of them other checks can build on."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import torch

from autograder import Rng, Student, expect
from autograder.failures import Mismatch, StudentError, Unmet
from autograder.lessons.autograd.graphs import (
    ALL,
    EXPONENTS,
    PRODUCT,
    SUM,
    Expression,
    Operation,
    data,
    expect_slopes,
)

#: With these an operation is tried, before another check builds on it.
_PROBES: dict[str, list[list[float]]] = {"**": [[1.3, 2], [1.7, -1]], "log": [[1.7]], "relu": [[0.7], [-1.3]]}
NEEDS_ONE = "needs: a sum or a product that is right, and its slopes"


def operands(rng: Rng, operation: Operation) -> list[float]:
    """Random operands that an operation can be applied to, far from kinks and poles: of nodes and of numbers."""
    name, sides = operation
    drawn: list[float] = rng.uniform(len(sides), low=0.4, high=1.8, dtype=torch.float64).tolist()
    if name not in ("**", "log"):
        signs = rng.integers(0, 2, len(sides)).tolist()
        drawn = [x * (2 * sign - 1) for x, sign in zip(drawn, signs, strict=True)]
    if name == "**":
        drawn[1] = EXPONENTS[int(rng.integers(0, len(EXPONENTS), 1))]
    return drawn


def single(operation: Operation, drawn: Sequence[float]) -> tuple[Expression, list[int], int]:
    """One operation on leaves: the expression, the places of the leaves, and of the result."""
    made = Expression()
    places = [made.leaf(x) if side == "n" else x for side, x in zip(operation[1], drawn, strict=True)]
    root = made.of(operation, *places)
    leaves = [int(place) for side, place in zip(operation[1], places, strict=True) if side == "n"]
    return made, leaves, root


def right_data(student: Student, operation: Operation, drawn: Sequence[float]) -> None:
    """The `data` of the result is right."""
    made, _, root = single(operation, drawn)
    made.look([root])
    (look,) = student.Value.trace(made.steps)
    expect.close(look.data[0], data(made.steps, [root])[0], because=f"data of {written(operation, drawn)}")


def right_slopes(student: Student, operation: Operation, drawn: Sequence[float]) -> None:
    """What backward() of the result adds to the `grad` of each operand is right."""
    made, leaves, root = single(operation, drawn)
    which = "both operands" if len(leaves) == 2 else "the operand"
    expect_slopes(student, made, root, leaves, f"grad of {which} of {written(operation, drawn)}")


def written(operation: Operation, drawn: Sequence[float]) -> str:
    """The operation on these numbers, as code."""
    name, sides = operation
    if len(sides) == 1:
        return f"-Value({drawn[0]:.4g})" if name == "negative" else f"Value({drawn[0]:.4g}).{name}()"
    words = [f"Value({x:.4g})" if side == "n" else f"{x:.4g}" for side, x in zip(sides, drawn, strict=True)]
    return f" {name} ".join(words)


def working(student: Student, operations: Iterable[Operation] = ALL) -> list[Operation]:
    """Those of the operations that are right, with their slopes: what another check may build on."""
    found = []
    for operation in operations:
        try:
            for drawn in _PROBES.get(operation[0], [[0.7, -1.3]]):
                right_data(student, operation, drawn[: len(operation[1])])
                right_slopes(student, operation, drawn[: len(operation[1])])
        except (Mismatch, StudentError):
            continue
        found.append(operation)
    return found


def joining(student: Student) -> Operation:
    """A sum, or where the student's is wrong a product, to join several ways; `Unmet` where neither is right."""
    found = working(student, [SUM, PRODUCT])
    if not found:
        raise Unmet(NEEDS_ONE)
    return found[0]


def numbers_of(student: Student, rng: Rng, operations: list[Operation]) -> None:
    """The data of single operations, twice with random operands."""
    all_of(partial(right_data, student, operation, operands(rng, operation)) for operation in operations * 2)


def slopes_along(student: Student, rng: Rng, operations: list[Operation]) -> None:
    """The slopes of single operations along their operands, twice with random ones."""
    all_of(partial(right_slopes, student, operation, operands(rng, operation)) for operation in operations * 2)


def all_of(tries: Iterable[Callable[[], None]]) -> None:
    """All of them are right; each is asked for, also after one that is not: that tells mistakes apart."""
    problems: list[Mismatch | StudentError] = []
    for one in tries:
        try:
            one()
        except (Mismatch, StudentError) as error:
            problems.append(error)
    if problems:
        raise problems[0]


def operands_untouched(student: Student, rng: Rng) -> None:
    """No operation that comes to its end changes its operands; one of them must be right. Nor does backward()."""
    for operation in ALL:
        drawn = operands(rng, operation)
        made = Expression()
        places = [made.leaf(x) if side == "n" else x for side, x in zip(operation[1], drawn, strict=True)]
        leaves = list(made.nodes)
        made.look(leaves)
        made.of(operation, *places)
        made.look(leaves)
        with contextlib.suppress(StudentError):
            before, after = student.Value.trace(made.steps)
            because = f"{operation[0]} makes a new Value, and leaves its operands alone"
            expect.close(after.data, before.data, because=f"data of the operands; {because}")
            expect.close(after.grad, before.grad, because=f"grad of the operands; {because}")
    made, leaves, root = single(joining(student), [0.7, -1.3])
    made.do("backward", root)
    made.look([*leaves, root])
    (look,) = student.Value.trace(made.steps)
    because = "data after backward(), which changes grad and nothing else"
    expect.close(look.data, data(made.steps, [*leaves, root]), because=because)
