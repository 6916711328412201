"""The kit's right versions of the exercises on backward propagation.

Nodes keep their operands under the name that the lesson gives, and under others that are usual: a student's
zero_grad is tried on them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch


def numerical_gradient(
    function: Callable[[list[float]], float], inputs: list[float], eps: float = 1e-4
) -> list[float]:
    """Central differences of a function of a list of n floats: n floats."""

    def moved(place: int, distance: float) -> float:
        return function([x + distance if i == place else x for i, x in enumerate(inputs)])

    return [(moved(i, eps) - moved(i, -eps)) / (2 * eps) for i in range(len(inputs))]


class Value:
    """A node of a graph of scalars: data and grad, both floats."""

    def __init__(self, data: float, operands: Sequence[Value] = (), slopes: Sequence[float] = ()) -> None:
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = tuple(operands), tuple(slopes)
        self.parents = self.children = self.inputs = self.prev = self._prev = self.operands

    def __add__(self, other: Value | float) -> Value:
        other = _node(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other: Value | float) -> Value:
        other = _node(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent: float) -> Value:
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self) -> Value:
        """e to the power of this."""
        value = math.exp(self.data)
        return Value(value, (self,), (value,))

    def log(self) -> Value:
        """The natural logarithm."""
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self) -> Value:
        """The hyperbolic tangent."""
        value = math.tanh(self.data)
        return Value(value, (self,), (1 - value * value,))

    def relu(self) -> Value:
        """The larger of this and 0; its slope at 0 is 0."""
        return Value(max(0.0, self.data), (self,), (float(self.data > 0),))

    def nodes(self) -> list[Value]:
        """All that this one depends on, itself included, each after its operands."""
        order: list[Value] = []
        seen: set[Value] = set()
        stack = [(self, False)]
        while stack:
            node, is_done = stack.pop()
            if is_done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((operand, False) for operand in node.operands)
        return order

    def backward(self) -> None:
        """Add to the grad of each node the slope of this one along it."""
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    def __neg__(self) -> Value:
        return self * -1.0

    def __sub__(self, other: Value | float) -> Value:
        return self + -_node(other)

    def __truediv__(self, other: Value | float) -> Value:
        return self * _node(other) ** -1

    def __radd__(self, other: float) -> Value:
        return self + other

    def __rmul__(self, other: float) -> Value:
        return self * other

    def __rsub__(self, other: float) -> Value:
        return _node(other) - self

    def __rtruediv__(self, other: float) -> Value:
        return _node(other) / self


def zero_grad(root: Value) -> None:
    """Set the grad of a node, and of every node that it depends on, to 0.0."""
    waiting, seen = [root], {root}
    while waiting:
        node = waiting.pop()
        node.grad = 0.0
        new = set(node.operands) - seen
        seen |= new
        waiting += new


def linear_backward(
    x: torch.Tensor, weight: torch.Tensor, grad_output: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """For x (m, n), weight (k, n) and grad_output (m, k): slopes along x, weight and bias."""
    return torch.mm(grad_output, weight), torch.mm(grad_output.t(), x), torch.sum(grad_output, dim=0)


def _node(number: Value | float) -> Value:
    return number if isinstance(number, Value) else Value(number)
