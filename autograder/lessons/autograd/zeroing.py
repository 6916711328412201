"""What the checks of zero_grad build: a graph with gradients in it, and what is in it afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import torch

from autograder import Student, expect
from autograder.lessons.autograd.graphs import PRODUCT, SUM, Expression, agree
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


def cleared(
    student: Student,
    drawn: Sequence[float],
    *,
    others: bool = False,
    again: bool = False,
    never: bool = False,
    length: int = 0,
    ladder: int = 0,
) -> None:
    """zero_grad clears the nodes below its root.

    others: and keeps those of others. again: and leaves the numbers, and backward() as it was. never: also where
    nobody has called backward() on that root. length, ladder: of a chain, or of nodes that are used twice, on top.
    """
    looks = expect.first_answer(
        [
            partial(_looks, student, _graph(drawn, join, length, ladder), fill, again=again)
            for join in "+*"
            for fill in (("mark", "backward") if never else ("backward and mark", "mark", "backward"))
        ]
    )
    graph = _graph(drawn, "+", length, ladder)
    shown = _shown(graph)
    before, after = looks[:2]
    zeros = torch.zeros(len(shown), dtype=torch.float64)
    expect.that(bool(before.grad.any()), "there is a gradient to clear", got="none")
    because = "grad of nodes below the root" if length or ladder else "grad of a, b and the nodes made of them"
    agree(after.grad[: len(shown)], zeros, because)
    if others:
        beside = "grad of nodes that the root does not depend on"
        agree(after.grad[len(shown) :], before.grad[len(shown) :], beside)
    if again:
        agree(after.data, before.data, "data is no business of zero_grad")
        agree(looks[3].grad, looks[2].grad, "backward() works as before")


def clears(student: Student, drawn: Sequence[float]) -> None:
    """It clears the nodes of a graph, those of a bigger one, and a single node."""
    cleared(student, drawn)
    cleared(student, drawn, ladder=3)


def _shown(graph: _Graph) -> list[int]:
    return graph.below if len(graph.below) < 60 else [*graph.below[:4], *graph.below[-3:]]


def _looks(student: Student, graph: _Graph, fill: str, *, again: bool) -> list[Look]:
    """Before and after zero_grad; again: then the gradients of a graph like it, and those of this one."""
    made = graph.made
    places = [*_shown(graph), *graph.others, graph.end]
    if "backward" in fill:
        made.do("backward", graph.end)
    if "mark" in fill:
        made.do("mark", _MARK)
    made.look(places)
    made.do("call", "zero_grad", graph.root)
    made.look(places)
    if not again:
        return student.Value.trace(made.steps)
    made.do("backward", graph.root)
    made.look(_shown(graph))
    fresh = _graph([float(step[1]) for step in made.steps[:3]], _join(made), 0, 0)
    fresh.made.do("backward", fresh.root)
    fresh.made.look(_shown(fresh))
    (wanted,) = student.Value.trace(fresh.made.steps)
    before, after, found = student.Value.trace(made.steps)
    return [before, after, wanted, found]


def _join(made: Expression) -> str:
    return str(made.steps[3][0])
