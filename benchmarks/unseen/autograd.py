# Wrong submissions by somebody who had read the contracts and nothing else. Which mistake of mistakes.py each
# is (`# told:`) was written down before any of them was run.
import itertools
import math
from collections.abc import Callable, Sequence

import torch

# %% Value: the slopes are set and not added up, a node that is used twice keeps the last path only
# told: overwrites what came another way instead of adding to it
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = tuple(operands)
        self.slopes = tuple(slopes)

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        seen = {self}
        todo = [self]
        while todo:
            for node in todo.pop().operands:
                if node not in seen:
                    seen.add(node)
                    todo.append(node)
        return sorted(seen, key=lambda node: node.number)

    def backward(self):
        flow = {node: 0.0 for node in self.nodes()}
        flow[self] = 1.0
        for node in reversed(self.nodes()):
            node.grad += flow[node]
            for operand, slope in zip(node.operands, node.slopes):
                flow[operand] = slope * flow[node]

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% Value: the order is found by a function that calls itself, so a chain of thousands of nodes is too deep
# told: finds its order by a function that calls itself, too deep for a long chain
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = list(operands)
        self._back = lambda g: []

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        out = Value(self.data + other.data, [self, other])
        out._back = lambda g: [g, g]
        return out

    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        out = Value(a * b, [self, other])
        out._back = lambda g: [b * g, a * g]
        return out

    def __pow__(self, exponent):
        x = self.data
        out = Value(x**exponent, [self])
        out._back = lambda g: [exponent * x ** (exponent - 1) * g]
        return out

    def exp(self):
        out = Value(math.exp(self.data), [self])
        out._back = lambda g: [math.exp(self.data) * g]
        return out

    def log(self):
        out = Value(math.log(self.data), [self])
        out._back = lambda g: [g / self.data]
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), [self])
        out._back = lambda g: [(1 - math.tanh(self.data) ** 2) * g]
        return out

    def relu(self):
        out = Value(self.data if self.data > 0 else 0.0, [self])
        out._back = lambda g: [g if self.data > 0 else 0.0]
        return out

    def nodes(self):
        topo = []
        visited = set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v.operands:
                    build(child)
                topo.append(v)

        build(self)
        return topo

    def backward(self):
        order = self.nodes()
        slopes = dict.fromkeys(order, 0.0)
        slopes[self] = 1.0
        for node in reversed(order):
            node.grad += slopes[node]
            for child, g in zip(node.operands, node._back(slopes[node])):
                slopes[child] += g

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% Value: backward passes on what stands in grad itself, so a second call passes on the old slopes as well
# told: passes on its whole grad, in which the last walk still is
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = list(operands)
        self._back = lambda g: []

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        out = Value(self.data + other.data, [self, other])
        out._back = lambda g: [g, g]
        return out

    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        out = Value(a * b, [self, other])
        out._back = lambda g: [b * g, a * g]
        return out

    def __pow__(self, exponent):
        x = self.data
        out = Value(x**exponent, [self])
        out._back = lambda g: [exponent * x ** (exponent - 1) * g]
        return out

    def exp(self):
        out = Value(math.exp(self.data), [self])
        out._back = lambda g: [math.exp(self.data) * g]
        return out

    def log(self):
        out = Value(math.log(self.data), [self])
        out._back = lambda g: [g / self.data]
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), [self])
        out._back = lambda g: [(1 - math.tanh(self.data) ** 2) * g]
        return out

    def relu(self):
        out = Value(self.data if self.data > 0 else 0.0, [self])
        out._back = lambda g: [g if self.data > 0 else 0.0]
        return out

    def nodes(self):
        order, visited = [], set()
        stack = [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in visited:
                visited.add(node)
                stack.append((node, True))
                stack.extend((child, False) for child in node.operands)
        return order

    def backward(self):
        topo = self.nodes()
        self.grad += 1.0
        for v in reversed(topo):
            for child, g in zip(v.operands, v._back(v.grad)):
                child.grad += g

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% Value: the slope of the power keeps the exponent, one should be taken off
# told: does not lower the exponent in the slope of a power
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = tuple(operands)
        self.slopes = tuple(slopes)

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data**exponent,))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        seen = {self}
        todo = [self]
        while todo:
            for node in todo.pop().operands:
                if node not in seen:
                    seen.add(node)
                    todo.append(node)
        return sorted(seen, key=lambda node: node.number)

    def backward(self):
        flow = {node: 0.0 for node in self.nodes()}
        flow[self] = 1.0
        for node in reversed(self.nodes()):
            node.grad += flow[node]
            for operand, slope in zip(node.operands, node.slopes):
                flow[operand] += slope * flow[node]

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% Value: slopes go down breadth first at the first meeting, before a shared node has got all of its own
# told: passes a slope on before all of it has arrived
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = tuple(operands)
        self.slopes = tuple(slopes)

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        seen = {self}
        todo = [self]
        while todo:
            for node in todo.pop().operands:
                if node not in seen:
                    seen.add(node)
                    todo.append(node)
        return sorted(seen, key=lambda node: node.number)

    def backward(self):
        slope_of = {self: 1.0}
        queue = [self]
        for node in queue:
            g = slope_of[node]
            node.grad += g
            for operand, s in zip(node.operands, node.slopes):
                if operand not in slope_of:
                    slope_of[operand] = 0.0
                    queue.append(operand)
                slope_of[operand] += s * g

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% Value: the slopes of the operands are held in a dictionary by operand, so in x * x or x + x one of the two is lost
# told: keeps one slope for each operand, so in a * a one of the two is lost
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = tuple(operands)
        self.slopes = dict(zip(operands, slopes))

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        seen = {self}
        todo = [self]
        while todo:
            for node in todo.pop().operands:
                if node not in seen:
                    seen.add(node)
                    todo.append(node)
        return sorted(seen, key=lambda node: node.number)

    def backward(self):
        flow = {node: 0.0 for node in self.nodes()}
        flow[self] = 1.0
        for node in reversed(self.nodes()):
            node.grad += flow[node]
            for operand, slope in node.slopes.items():
                flow[operand] += slope * flow[node]

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% Value: tanh takes the square of its input and not of its output for the slope; and the slope of relu at 0 is 1
# told: takes the slope of tanh of the input instead of the output
# and: gives relu the slope 1 at 0 itself
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data = float(data)
        self.grad = 0.0
        self.operands = list(operands)
        self._back = lambda g: []

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        out = Value(self.data + other.data, [self, other])
        out._back = lambda g: [g, g]
        return out

    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        out = Value(a * b, [self, other])
        out._back = lambda g: [b * g, a * g]
        return out

    def __pow__(self, exponent):
        x = self.data
        out = Value(x**exponent, [self])
        out._back = lambda g: [exponent * x ** (exponent - 1) * g]
        return out

    def exp(self):
        out = Value(math.exp(self.data), [self])
        out._back = lambda g: [math.exp(self.data) * g]
        return out

    def log(self):
        out = Value(math.log(self.data), [self])
        out._back = lambda g: [g / self.data]
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), [self])
        out._back = lambda g: [(1 - self.data**2) * g]
        return out

    def relu(self):
        out = Value(self.data if self.data > 0 else 0.0, [self])
        out._back = lambda g: [g if self.data >= 0 else 0.0]
        return out

    def nodes(self):
        order, visited = [], set()
        stack = [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in visited:
                visited.add(node)
                stack.append((node, True))
                stack.extend((child, False) for child in node.operands)
        return order

    def backward(self):
        order = self.nodes()
        slopes = dict.fromkeys(order, 0.0)
        slopes[self] = 1.0
        for node in reversed(order):
            node.grad += slopes[node]
            for child, g in zip(node.operands, node._back(slopes[node])):
                slopes[child] += g

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -Value.of(other)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


# %% zero_grad: visits the nodes by calling itself for each operand, which is too deep for a long chain
# told: calls itself for each operand, too deep for a long chain
# told: visits a shared node once for every way that leads to it
def zero_grad(root):
    root.grad = 0.0
    for op in root.operands:
        zero_grad(op)


# %% zero_grad: clears the root and the nodes right below it only
# told: goes no further than the operands of the root
def zero_grad(root):
    root.grad = 0.0
    for child in root.operands:
        child.grad = 0.0


# %% zero_grad: does not go on below a node whose grad is already 0
# told: stops at nodes that are zero already
def zero_grad(root):
    stack = [root]
    while stack:
        node = stack.pop()
        if node.grad == 0.0:
            continue  # was cleared before
        node.grad = 0.0
        stack.extend(node.operands)


# %% numerical_gradient: a step to one side only, so it is a forward difference
# told: looks to the right only: a forward difference
def numerical_gradient(function, inputs, eps=1e-4):
    base = function(list(inputs))
    grads = []
    for i in range(len(inputs)):
        moved = list(inputs)
        moved[i] += eps
        grads.append((function(moved) - base) / eps)
    return grads


# %% numerical_gradient: both sides are measured but divided by eps in place of 2 eps
# told: divides by eps, though the two points are further apart
def numerical_gradient(function, inputs, eps=1e-4):
    def at(i, h):
        return function([x + h if j == i else x for j, x in enumerate(inputs)])

    return [(at(i, eps) - at(i, -eps)) / eps for i in range(len(inputs))]


# %% numerical_gradient: moves the caller's own list to and fro, and rounding leaves it a little different
# told: puts the inputs back by arithmetic, which is not always exact
def numerical_gradient(function, inputs, eps=1e-4):
    result = []
    for k in range(len(inputs)):
        inputs[k] += eps
        above = function(inputs)
        inputs[k] -= 2 * eps
        below = function(inputs)
        inputs[k] += eps
        result.append((above - below) / (2 * eps))
    return result


# %% numerical_gradient: the copies are made once before the loop, so earlier inputs stay moved
# told: does not move an input back before it goes on to the next
def numerical_gradient(function, inputs, eps=1e-4):
    up, down = inputs.copy(), inputs.copy()
    grad = [0.0] * len(inputs)
    for i in range(len(inputs)):
        up[i] = up[i] + eps
        down[i] = down[i] - eps
        grad[i] = (function(up) - function(down)) / (2 * eps)
    return grad


# %% linear_backward: the gradient of the weight comes out transposed
# told: gives grad_weight transposed
def linear_backward(x, weight, grad_output):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(dim=0)
    return grad_x, grad_weight, grad_bias


# %% linear_backward: the bias gets the mean over the batch and not the sum
# told: takes the mean over the batch for the bias
def linear_backward(x, weight, grad_output):
    dx = torch.matmul(grad_output, weight)
    dw = torch.einsum("mk,mn->kn", grad_output, x)
    db = grad_output.mean(0)
    return dx, dw, db
