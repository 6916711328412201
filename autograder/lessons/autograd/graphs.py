"""What the checks of scalars compute: expressions, written down, drawn at random, and differentiated by torch."""

import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import torch

from autograder import Rng, Student, expect

#: An operation: its name, and what stands on its sides, "n" a node or "x" a plain number.
Operation = tuple[str, str]

SUM, PRODUCT, QUOTIENT = ("+", "nn"), ("*", "nn"), ("/", "nn")
BINARY: list[Operation] = [SUM, PRODUCT, ("-", "nn"), QUOTIENT]
ON_THE_RIGHT: list[Operation] = [(name, "nx") for name in "+*-/"]
ON_THE_LEFT: list[Operation] = [(name, "xn") for name in "+*-/"]
POWER: Operation = ("**", "nx")
FUNCTIONS: list[Operation] = [(name, "n") for name in ("exp", "log", "tanh", "relu")]
NEGATIVE: Operation = ("negative", "n")
ALL: list[Operation] = [*BINARY, NEGATIVE, *ON_THE_RIGHT, *ON_THE_LEFT, POWER, *FUNCTIONS]

_COMPUTED: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
#: Numbers in a random expression stay below this, and divisors and what has a logarithm above its inverse.
_LARGE = 8.0
EXPONENTS = (2, 3, -1, 0.5)


class Expression:
    """Steps as they cross; each method gives the place of what it adds. `nodes` are the places of all nodes."""

    def __init__(self) -> None:
        self.steps: list[list[Any]] = []
        self.nodes: list[int] = []

    def leaf(self, number: float) -> int:
        """A node made of a number."""
        return self._node("make", number)

    def of(self, operation: Operation, *operands: float) -> int:
        """A node made by an operation; operands: places of nodes, and where a number stands, the number."""
        name, sides = operation
        places = [self._add("number", x) if side == "x" else x for side, x in zip(sides, operands, strict=True)]
        return self._node(name, *places)

    def do(self, *step: Any) -> None:
        """A step that makes nothing: "backward", "call", "mark" or "look"."""
        self._add(*step)

    def look(self, places: Iterable[int]) -> None:
        """Look at the nodes at these places."""
        self._add("look", *places)

    def _node(self, *step: Any) -> int:
        self.nodes.append(self._add(*step))
        return self.nodes[-1]

    def _add(self, *step: Any) -> int:
        self.steps.append(list(step))
        return len(self.steps) - 1


def values(steps: Sequence[Sequence[Any]]) -> list[Any]:
    """What torch computes for these steps, in float64: a tensor for each node, None where there is none."""
    slots: list[Any] = []
    for name, *given in steps:
        found = None
        if name == "make":
            found = torch.tensor(float(given[0]), dtype=torch.float64, requires_grad=True)
        elif name == "number":
            found = given[0]
        elif name in _COMPUTED:
            found = _COMPUTED[name](*(slots[place] for place in given))
        elif name == "negative":
            found = -slots[given[0]]
        elif name in ("exp", "log", "tanh", "relu"):
            found = getattr(torch, name)(slots[given[0]])
        slots.append(found)
    return slots


def slopes(steps: Sequence[Sequence[Any]], root: int, places: Sequence[int]) -> torch.Tensor:
    """By torch's autograd, the slopes of one node along others; 0 along those that it does not depend on."""
    slots = values(steps)
    found = torch.autograd.grad(slots[root], [slots[place] for place in places], allow_unused=True)
    return torch.stack([torch.zeros((), dtype=torch.float64) if one is None else one for one in found])


def data(steps: Sequence[Sequence[Any]], places: Sequence[int]) -> torch.Tensor:
    """What torch computes at these places."""
    slots = values(steps)
    return torch.stack([slots[place].detach() for place in places])


def grown(student: Student, made: Expression, roots: Sequence[int], places: Sequence[int]) -> torch.Tensor:
    """What backward() of these nodes, one after the other, adds to the `grad` of others."""
    made.look(places)
    for root in roots:
        made.do("backward", root)
    made.look(places)
    before, after = student.Value.trace(made.steps)[-2:]
    return after.grad - before.grad.nan_to_num()


def expect_slopes(student: Student, made: Expression, root: int, places: Sequence[int], because: str) -> None:
    """What backward() of a node adds to the `grad` of others are its slopes along them, by torch.

    In relation to what it adds to its own, which is 1: that has a check of its own.
    """
    added = grown(student, made, [root], [*places, root])
    unit = float(added[-1]) if added[-1].isfinite() and added[-1] != 0 else 1.0
    expect.close(added[:-1] / unit, slopes(made.steps, root, places), because=because)


# --- random graphs


def random_graph(rng: Rng, operations: Sequence[Operation], size: int) -> tuple[Expression, list[int], int]:
    """An expression of about this many operations, its leaves, and its end, which depends on nearly all of it.

    Numbers stay moderate, and away from kinks and poles, so that rounding decides nothing.
    """
    made = Expression()
    leaves = [made.leaf(x) for x in _signed(rng, 4)]
    numbers = dict(zip(leaves, (step[1] for step in made.steps), strict=True))
    unused = set(leaves)
    joins = [operation for operation in operations if operation in BINARY] or [SUM]
    while len(numbers) < len(leaves) + size or len(unused) > 1:
        late = len(numbers) >= len(leaves) + size
        operation = joins[0] if late else operations[int(rng.integers(0, len(operations), 1))]
        chosen = _operands_in(rng, operation, sorted(unused) if late else list(numbers))
        result = _plain(operation, [numbers[int(x)] if side == "n" else x for side, x in chosen])
        if result is None and not late:
            continue
        place = made.of(operation, *(x for _, x in chosen))
        numbers[place] = 0.0 if result is None else result
        unused = (unused - {int(x) for side, x in chosen if side == "n"}) | {place}
    return made, leaves, max(unused)


def _operands_in(rng: Rng, operation: Operation, places: Sequence[int]) -> list[tuple[str, float]]:
    """The sides of an operation, each with a place or a number; of two nodes, mostly different ones."""
    order = rng.permutation(len(places)).tolist()
    chosen: list[tuple[str, float]] = []
    for side in operation[1]:
        if side == "n":
            chosen.append((side, places[order[len(chosen) % len(order)]]))
        elif operation == POWER:
            chosen.append((side, EXPONENTS[int(rng.integers(0, len(EXPONENTS), 1))]))
        else:
            chosen.append((side, _signed(rng, 1)[0]))
    return chosen


def _signed(rng: Rng, count: int) -> list[float]:
    sizes, signs = rng.uniform(count, low=0.5, high=1.8, dtype=torch.float64), 2 * rng.integers(0, 2, count) - 1
    found: list[float] = (sizes * signs).tolist()
    return found


def _plain(operation: Operation, operands: Sequence[float]) -> float | None:
    """The result as a float; None where the operation is better not applied to these."""
    name, small = operation[0], 1 / _LARGE
    last = operands[-1]
    is_bad = {
        "/": abs(last) < small,
        "**": operands[0] < small,
        "log": last < small,
        "relu": abs(last) < small,
        "exp": last > 2,
        "tanh": abs(last) > 2,
    }
    if is_bad.get(name, False):
        return None
    with torch.no_grad():
        steps = [["number", torch.tensor(x, dtype=torch.float64)] for x in operands]
        found = float(values([*steps, [name, *range(len(operands))]])[-1])
    return found if small / 4 < abs(found) < _LARGE or (name == "relu" and found == 0) else None
