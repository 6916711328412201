"""What the checks of zero_grad build: a graph with gradients in it, and what is in it afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import torch

from autograder import Student, expect
from autograder.lessons.autograd.graphs import PRODUCT, SUM, Expression
from autograder.student import Look

#: What is put into every `grad`, so that it does not matter whether backward() is right.
_MARK = 0.75


@dataclass(frozen=True)
class _Graph:
    """A graph: its steps so far, the nodes below the root, the root last, and others above it or beside it."""

    made: Expression
    below: list[int]
    others: list[int]
    end: int

    @property
    def root(self) -> int:
        """The node that is cleared."""
        return self.below[-1]


def _graph(drawn: Sequence[float], join: str, length: int, ladder: int) -> _Graph:
    """root = (a + b) + a, then length or ladder more steps; beside it c, and above it end = root + c."""
    made = Expression()
    operation = SUM if join == "+" else PRODUCT
    a, b, c = (made.leaf(x) for x in drawn)
    first = made.of(operation, a, b)
    below = [a, b, first, made.of(operation, first, a)]
    for _ in range(length):
        below.append(made.of(operation, below[-1], b))
    for _ in range(ladder):
        below.append(made.of(operation, below[-1], below[-1]))
    return _Graph(made, below, [c], made.of(operation, below[-1], c))


@dataclass(frozen=True)
class Cleared:
    """What was in the nodes before zero_grad, and what is in them after it.

    below: how many of them are those below the root, the root last.
    """

    before: Look
    after: Look
    below: int

    @property
    def empty(self) -> torch.Tensor:
        """Which of the nodes below the root had a gradient and have none now, be it 0 or None."""
        before, after = self.before.grad[: self.below], self.after.grad[: self.below]
        return (before != 0) & ((after == 0) | after.isnan())


def run(
    student: Student, drawn: Sequence[float], *, never: bool = False, length: int = 0, ladder: int = 0
) -> Cleared:
    """zero_grad of a graph with gradients in it.

    never: nobody has called backward() on the root, nor on what is made of it. length, ladder: of a chain, or of
    nodes that are used twice, on top. It is done in the first way that comes to its end, whatever is wrong with
    sums, or with backward().
    """
    fills = ("inner", "mark") if never else ("backward and mark", "mark", "backward")
    found: Cleared = expect.first_answer(
        [partial(_run, student, _graph(drawn, join, length, ladder), fill) for join in "+*" for fill in fills]
    )
    return found


def clears(student: Student, drawn: Sequence[float]) -> None:
    """All nodes of a graph are cleared, also of one whose nodes are used twice."""
    for ladder in (0, 3):
        found = run(student, drawn, ladder=ladder)
        zeros = torch.zeros(found.below, dtype=torch.float64)
        because = "grad of a, b and the nodes made of them, the root last"
        expect.close(found.after.grad[: found.below], zeros, because=because)


def clears_some(found: Cleared) -> None:
    """A node below the root is cleared, be it not all of them: that has a check of its own."""
    requirement = "nodes that the root depends on are cleared"
    expect.that(bool(found.empty[:-1].any()), requirement, got=found.after.grad[: found.below])


def clears_far(found: Cleared) -> None:
    """The node that is furthest from the root is cleared."""
    requirement = "the grad of the first node of the chain is 0.0 afterwards"
    expect.that(bool(found.empty[0]), requirement, got=float(found.after.grad[0]))


def _run(student: Student, graph: _Graph, fill: str) -> Cleared:
    made, below = graph.made, graph.below
    shown = below if len(below) < 60 else [*below[:4], *below[-3:]]
    places = [*shown, *graph.others, graph.end]
    if fill == "inner":
        made.do("backward", below[2])
    if "backward" in fill:
        made.do("backward", graph.end)
    if "mark" in fill:
        made.do("mark", _MARK)
    made.look(places)
    made.do("call", "zero_grad", graph.root)
    made.look(places)
    before, after = student.Value.trace(made.steps)
    return Cleared(before, after, len(shown))


def leaves_data(student: Student, drawn: Sequence[float]) -> None:
    """The numbers stay, and where zero_grad has cleared, backward() gives what it gives in a new graph."""
    found = run(student, drawn)
    clears_some(found)
    expect.close(found.after.data, found.before.data, because="data of all nodes")
    join = SUM if float(found.before.data[2]) == sum(drawn[:2]) else PRODUCT
    (fresh,) = _after_backward(student, drawn, join[0])
    again = [partial(_after_backward, student, drawn, join[0], fill) for fill in ("mark", "backward")]
    (cleared,) = expect.first_answer(again)
    expect.close(cleared.grad[found.empty], fresh.grad[found.empty], because="grad after zero_grad and backward()")


def _after_backward(student: Student, drawn: Sequence[float], join: str, fill: str = "") -> list[Look]:
    """What is in the nodes below the root after backward(); with a fill, after it and zero_grad."""
    graph = _graph(drawn, join, 0, 0)
    if fill:
        graph.made.do(*(("mark", _MARK) if fill == "mark" else ("backward", graph.root)))
        graph.made.do("call", "zero_grad", graph.root)
    graph.made.do("backward", graph.root)
    graph.made.look(graph.below)
    return student.Value.trace(graph.made.steps)
