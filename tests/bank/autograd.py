"""Submissions of the lesson on backward propagation: wrong ones must lose a point, right ones none."""
# ruff: noqa: B008, B905, C420, E402, E731, F811, F821, F841, RUF005, RUF012, UP018 - cells stand alone, some wrong on purpose

# %% wrong numerical_gradient: returns a tuple of an array's numbers
# killed by: test_numerical_gradient_list
import numpy as np


def numerical_gradient(function, inputs, eps=1e-4):
    x = np.array(inputs)
    steps = eps * np.eye(len(x))
    return [np.float32((function(list(x + d)) - function(list(x - d))) / (2 * eps)) for d in steps]


# %% wrong numerical_gradient: is zero whatever the function
# killed by: test_numerical_gradient_list
def numerical_gradient(function, inputs, eps=1e-4):
    return [0.0 for _ in inputs]


# %% wrong numerical_gradient: improves the central difference by Richardson's extrapolation
# killed by: test_numerical_gradient_central
def numerical_gradient(function, inputs, eps=1e-4):
    def central(i, distance):
        above = [x + distance * (i == j) for j, x in enumerate(inputs)]
        below = [x - distance * (i == j) for j, x in enumerate(inputs)]
        return (function(above) - function(below)) / (2 * distance)

    return [(4 * central(i, eps / 2) - central(i, eps)) / 3 for i in range(len(inputs))]


# %% wrong Value: asks torch's autograd
# killed by: test_value_own_work
class Value:
    def __init__(self, data, node=None):
        self.node = torch.tensor(float(data), dtype=torch.float64, requires_grad=True) if node is None else node
        self.node.retain_grad()

    @property
    def data(self):
        return self.node.item()

    @property
    def grad(self):
        return 0.0 if self.node.grad is None else self.node.grad.item()

    @grad.setter
    def grad(self, value):
        self.node.grad = torch.tensor(value, dtype=torch.float64)

    def backward(self):
        self.node.backward(retain_graph=True)

    def __pow__(self, exponent):
        return Value(0, self.node**exponent)

    def exp(self):
        return Value(0, self.node.exp())

    def log(self):
        return Value(0, self.node.log())

    def tanh(self):
        return Value(0, self.node.tanh())

    def relu(self):
        return Value(0, self.node.relu())

    def __neg__(self):
        return Value(0, -self.node)


def _lifted(operation):
    def apply(self, other):
        return Value(0, operation(self.node, other.node if isinstance(other, Value) else other))

    return apply


for _name in ("add", "sub", "mul", "truediv"):
    for _side in ("", "r"):
        setattr(Value, f"__{_side}{_name}__", _lifted(getattr(torch.Tensor, f"__{_side}{_name}__")))


# %% wrong Value: does nothing but keep its number
# killed by: test_value_sum_and_product
class Value:
    def __init__(self, data):
        self.data, self.grad = float(data), 0.0

    def backward(self):
        self.grad += 1.0


# %% wrong zero_grad: clears a copy
# killed by: test_zero_grad_clears
import copy


def zero_grad(root):
    for node in copy.deepcopy(root).nodes():
        node.grad = 0.0


# %% wrong zero_grad: clears nothing
# killed by: test_zero_grad_clears
def zero_grad(root):
    root.nodes()


# %% wrong linear_backward: asks torch.autograd
# killed by: test_linear_backward_own_work
def linear_backward(x, weight, grad_output):
    x, weight = x.detach().requires_grad_(), weight.detach().requires_grad_()
    bias = weight.new_zeros(len(weight)).requires_grad_()
    return torch.autograd.grad(x @ weight.T + bias, [x, weight, bias], grad_output)


# %% wrong linear_backward: calls backward() of a linear layer
# killed by: test_linear_backward_own_work
def linear_backward(x, weight, grad_output):
    layer = torch.nn.Linear(weight.shape[1], weight.shape[0]).to(weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
    x = x.detach().clone().requires_grad_()
    layer(x).backward(grad_output)
    return x.grad, layer.weight.grad, layer.bias.grad


# %% wrong linear_backward: asks torch.func.vjp
# killed by: test_linear_backward_own_work
from torch.func import vjp


def linear_backward(x, weight, grad_output):
    bias = weight.new_zeros(len(weight))
    _, pull = vjp(lambda x, w, b: x @ w.T + b, x, weight, bias)
    return pull(grad_output)


# %% wrong linear_backward: is zero whatever comes
# killed by: test_linear_backward_shapes
def linear_backward(x, weight, grad_output):
    return torch.zeros_like(x), torch.zeros_like(weight), torch.zeros_like(weight[:, 0])


# %% right numerical_gradient: moves the list itself, and puts each number back
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i in range(len(inputs)):
        kept = inputs[i]
        inputs[i] = kept + eps
        up = function(inputs)
        inputs[i] = kept - eps
        down = function(inputs)
        inputs[i] = kept
        slopes.append((up - down) / (2 * eps))
    return slopes


# %% right numerical_gradient: by slices, divides in two steps
def numerical_gradient(function, inputs, eps=1e-4):
    def at(i, x):
        return function(inputs[:i] + [x] + inputs[i + 1 :])

    return [(at(i, x + eps) / 2 - at(i, x - eps) / 2) / eps for i, x in enumerate(inputs)]


# %% right numerical_gradient: float64 tensors, and a list at the end
def numerical_gradient(function, inputs, eps=1e-4):
    points = torch.tensor(inputs, dtype=torch.float64)
    steps = eps * torch.eye(len(points), dtype=torch.float64)
    found = [function((points + s).tolist()) - function((points - s).tolist()) for s in steps]
    return (torch.tensor(found, dtype=torch.float64) / (2 * eps)).tolist()


# %% right numerical_gradient: numpy, a tuple at the end
import numpy as np


def numerical_gradient(function, inputs, eps=1e-4):
    x, out = np.asarray(inputs, dtype=float), []
    for i in range(x.size):
        e = np.zeros_like(x)
        e[i] = eps
        out.append(float(np.subtract(function(list(x + e)), function(list(x - e))) / (2 * eps)))
    return tuple(out)


# %% right numerical_gradient: the mean of a forward and a backward difference, and it prints
def numerical_gradient(function, inputs, eps=1e-4):
    print("measuring", inputs)
    here = function([*inputs])
    slopes = []
    for i in range(len(inputs)):
        moved = inputs.copy()
        moved[i] += eps
        forward = (function(moved) - here) / eps
        moved[i] = inputs[i] - eps
        slopes.append((forward + (here - function(moved)) / eps) / 2)
    return slopes


# %% right Value: closures that get what has arrived, recursion with a raised limit
import sys


class Value:
    def __init__(self, data, _children=()):
        self.data = float(data)
        self.grad = 0.0
        self._prev = set(_children)
        self._backward = lambda g, send: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))

        def _backward(g, send):
            send(self, g)
            send(other, g)

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))

        def _backward(g, send):
            send(self, other.data * g)
            send(other, self.data * g)

        out._backward = _backward
        return out

    def __pow__(self, c):
        out = Value(self.data**c, (self,))
        out._backward = lambda g, send: send(self, c * self.data ** (c - 1) * g)
        return out

    def exp(self):
        out = Value(math.exp(self.data), (self,))
        out._backward = lambda g, send: send(self, out.data * g)
        return out

    def log(self):
        out = Value(math.log(self.data), (self,))
        out._backward = lambda g, send: send(self, g / self.data)
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,))
        out._backward = lambda g, send: send(self, (1 - out.data**2) * g)
        return out

    def relu(self):
        out = Value(0.0 if self.data < 0 else self.data, (self,))
        out._backward = lambda g, send: send(self, (out.data > 0) * g)
        return out

    def backward(self):
        sys.setrecursionlimit(100_000)
        topo, visited = [], set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)

        build(self)
        arrived = {v: 0.0 for v in topo}
        arrived[self] = 1.0

        def send(v, g):
            arrived[v] += g

        for v in reversed(topo):
            v._backward(arrived[v], send)
        for v in topo:
            v.grad += arrived[v]

    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __neg__ = lambda self: self * -1
    __sub__ = lambda self, other: self + (-other)
    __rsub__ = lambda self, other: other + (-self)
    __truediv__ = lambda self, other: self * other**-1
    __rtruediv__ = lambda self, other: other * self**-1


def zero_grad(root):
    waiting, seen = [root], set()
    while waiting:
        v = waiting.pop()
        if v not in seen:
            seen.add(v)
            v.grad = 0.0
            waiting.extend(v._prev)


# %% right Value: one tape for all
class Value:
    tape = []

    def __init__(self, data, *edges):
        self.data, self.grad, self.edges = float(data), 0.0, edges
        self.at = len(Value.tape)
        Value.tape.append(self)

    def _lift(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, o):
        o = Value._lift(o)
        return Value(self.data + o.data, (self.at, 1.0), (o.at, 1.0))

    def __sub__(self, o):
        o = Value._lift(o)
        return Value(self.data - o.data, (self.at, 1.0), (o.at, -1.0))

    def __mul__(self, o):
        o = Value._lift(o)
        return Value(self.data * o.data, (self.at, o.data), (o.at, self.data))

    def __truediv__(self, o):
        o = Value._lift(o)
        return Value(self.data / o.data, (self.at, 1 / o.data), (o.at, -self.data / o.data**2))

    def __radd__(self, o):
        return Value._lift(o) + self

    def __rsub__(self, o):
        return Value._lift(o) - self

    def __rmul__(self, o):
        return Value._lift(o) * self

    def __rtruediv__(self, o):
        return Value._lift(o) / self

    def __neg__(self):
        return Value(-self.data, (self.at, -1.0))

    def __pow__(self, n):
        return Value(self.data**n, (self.at, n * self.data ** (n - 1)))

    def exp(self):
        return Value(math.exp(self.data), (self.at, math.exp(self.data)))

    def log(self):
        return Value(math.log(self.data), (self.at, 1 / self.data))

    def tanh(self):
        return Value(math.tanh(self.data), (self.at, 1 / math.cosh(self.data) ** 2))

    def relu(self):
        return Value(self.data * (self.data > 0), (self.at, int(self.data > 0)))

    def _arrived(self):
        adjoint = [0.0] * (self.at + 1)
        adjoint[self.at] = 1.0
        for at in range(self.at, -1, -1):
            if adjoint[at]:
                for below, slope in Value.tape[at].edges:
                    adjoint[below] += adjoint[at] * slope
        return adjoint

    def backward(self):
        for node, g in zip(Value.tape, self._arrived()):
            node.grad += g


def zero_grad(root):
    reached = [False] * root.at + [True]
    for at in range(root.at, -1, -1):
        if reached[at]:
            Value.tape[at].grad = 0.0
            for below, _ in Value.tape[at].edges:
                reached[below] = True


# %% right Value: slots, local slopes as functions, an iterative postorder
class Value:
    __slots__ = ("_deriv", "_in", "data", "grad")

    def __init__(self, data, inputs=(), deriv=None):
        self.data, self.grad, self._in, self._deriv = float(data), 0.0, inputs, deriv

    @classmethod
    def _op(cls, forward, deriv, *inputs):
        inputs = tuple(v if isinstance(v, cls) else cls(v) for v in inputs)
        return cls(forward(*(v.data for v in inputs)), inputs, deriv)

    def __add__(self, other):
        return self._op(lambda a, b: a + b, lambda a, b: (1, 1), self, other)

    def __radd__(self, other):
        return self._op(lambda a, b: a + b, lambda a, b: (1, 1), other, self)

    def __sub__(self, other):
        return self._op(lambda a, b: a - b, lambda a, b: (1, -1), self, other)

    def __rsub__(self, other):
        return self._op(lambda a, b: a - b, lambda a, b: (1, -1), other, self)

    def __mul__(self, other):
        return self._op(lambda a, b: a * b, lambda a, b: (b, a), self, other)

    def __rmul__(self, other):
        return self._op(lambda a, b: a * b, lambda a, b: (b, a), other, self)

    def __truediv__(self, other):
        return self._op(lambda a, b: a / b, lambda a, b: (1 / b, -a / b / b), self, other)

    def __rtruediv__(self, other):
        return self._op(lambda a, b: a / b, lambda a, b: (1 / b, -a / b / b), other, self)

    def __neg__(self):
        return self._op(lambda a: -a, lambda a: (-1,), self)

    def __pow__(self, n):
        return self._op(lambda a: a**n, lambda a: (n * a ** (n - 1),), self)

    def exp(self):
        return self._op(math.exp, lambda a: (math.exp(a),), self)

    def log(self):
        return self._op(math.log, lambda a: (1 / a,), self)

    def tanh(self):
        return self._op(math.tanh, lambda a: (1 - math.tanh(a) ** 2,), self)

    def relu(self):
        return self._op(lambda a: max(a, 0), lambda a: (1 if a > 0 else 0,), self)

    def _postorder(self):
        order, seen, stack = [], {id(self)}, [(self, iter(self._in))]
        while stack:
            node, rest = stack[-1]
            for below in rest:
                if id(below) not in seen:
                    seen.add(id(below))
                    stack.append((below, iter(below._in)))
                    break
            else:
                order.append(node)
                stack.pop()
        return order

    def backward(self):
        bag = {id(self): 1.0}
        for node in self._postorder()[::-1]:
            g = bag.pop(id(node))
            node.grad += g
            if node._in:
                for below, d in zip(node._in, node._deriv(*(v.data for v in node._in))):
                    bag[id(below)] = bag.get(id(below), 0.0) + g * d


def zero_grad(root):
    for node in root._postorder():
        node.grad = 0.0


# %% right Value: a dataclass that is compared by identity, ordered by depth
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    grad: float = 0.0
    edges: list = field(default_factory=list, repr=False)
    depth: int = 0

    def __post_init__(self):
        self.data = float(self.data)
        self.depth = 1 + max((node.depth for node, _ in self.edges), default=-1)

    @staticmethod
    def _made(data, *edges):
        return Value(data, edges=list(edges))

    def __add__(self, other):
        if not isinstance(other, Value):
            return Value._made(self.data + other, (self, 1.0))
        return Value._made(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value._made(self.data * other, (self, other))
        return Value._made(self.data * other.data, (self, other.data), (other, self.data))

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return Value._made(-self.data, (self, -1.0))

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * (other**-1 if isinstance(other, Value) else 1 / other)

    def __rtruediv__(self, other):
        return self**-1 * other

    def __pow__(self, n):
        return Value._made(self.data**n, (self, n * self.data ** (n - 1)))

    def exp(self):
        e = math.exp(self.data)
        return Value._made(e, (self, e))

    def log(self):
        return Value._made(math.log(self.data), (self, 1 / self.data))

    def tanh(self):
        t = math.tanh(self.data)
        return Value._made(t, (self, 1 - t * t))

    def relu(self):
        return Value._made(max(0.0, self.data), (self, 1.0 * (self.data > 0)))

    def all(self):
        found, new = {self}, {self}
        while new:
            new = {below for node in new for below, _ in node.edges} - found
            found |= new
        return sorted(found, key=lambda node: -node.depth)

    def backward(self):
        flow = dict.fromkeys(self.all(), 0.0)
        flow[self] = 1.0
        for node, g in flow.items():
            node.grad += g
            for below, slope in node.edges:
                flow[below] += g * slope


def zero_grad(root: Value):
    for node in root.all():
        node.grad = 0.0


# %% right Value: a dataclass with ==, so by id(), and counts of who still has to deliver
from collections import Counter
from dataclasses import dataclass


@dataclass
class Value:
    data: float
    parents: tuple = ()
    local: tuple = ()

    def __post_init__(self):
        self.data, self.grad = float(self.data), 0.0

    def __add__(self, other):
        other = lift(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = lift(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + lift(other) * -1

    def __truediv__(self, other):
        return self * lift(other) ** -1

    def __radd__(self, other):
        return lift(other) + self

    def __rsub__(self, other):
        return lift(other) - self

    def __rmul__(self, other):
        return lift(other) * self

    def __rtruediv__(self, other):
        return lift(other) / self

    def exp(self):
        return Value(math.e**self.data, (self,), (math.e**self.data,))

    def log(self):
        return Value(math.log(self.data), (self,), (self.data**-1,))

    def tanh(self):
        t = 2 / (1 + math.exp(-2 * self.data)) - 1
        return Value(t, (self,), (1 - t**2,))

    def relu(self):
        return Value(self.data, (self,), (1,)) if self.data > 0 else Value(0, (self,), (0,))

    def reach(self):
        found, queue = {id(self): self}, [self]
        for node in queue:
            for below in node.parents:
                if id(below) not in found:
                    found[id(below)] = below
                    queue.append(below)
        return queue

    def backward(self):
        users = Counter(id(below) for node in self.reach() for below in node.parents)
        arrived, ready = Counter({id(self): 1.0}), [self]
        while ready:
            node = ready.pop()
            g = arrived[id(node)]
            node.grad += g
            for below, slope in zip(node.parents, node.local):
                arrived[id(below)] += g * slope
                users[id(below)] -= 1
                if not users[id(below)]:
                    ready.append(below)


def lift(x):
    return x if isinstance(x, Value) else Value(x)


def zero_grad(root):
    for node in root.reach():
        node.grad = 0.0


# %% right Value: micrograd's, with the old gradients set aside while it walks
class Value:
    def __init__(self, data, _children=(), _op=""):
        self.data = float(data)
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = _children
        self._op = _op

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, other):
        assert isinstance(other, (int, float)), "only numbers"
        out = Value(self.data**other, (self,), f"**{other}")

        def _backward():
            self.grad += (other * self.data ** (other - 1)) * out.grad

        out._backward = _backward
        return out

    def exp(self):
        out = Value(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = Value(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        t = (math.exp(2 * self.data) - 1) / (math.exp(2 * self.data) + 1)
        out = Value(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), "ReLU")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo, visited, stack = [], set(), [(self, False)]
        while stack:
            v, done = stack.pop()
            if done:
                topo.append(v)
            elif v not in visited:
                visited.add(v)
                stack.append((v, True))
                stack.extend((child, False) for child in v._prev)
        before = [v.grad for v in topo]
        for v in topo:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()
        for v, old in zip(topo, before):
            v.grad += old

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"


def zero_grad(root):
    stack, seen = [root], set()
    while stack:
        v = stack.pop()
        v.grad = 0.0
        seen.add(v)
        stack.extend(c for c in v._prev if c not in seen)


# %% right Value: a class for each operation
class Value:
    def __init__(self, data=0.0):
        self.data, self.grad, self.args = float(data), 0.0, ()

    def slopes(self):
        return ()

    def __add__(self, other):
        return Add(self, other)

    def __radd__(self, other):
        return Add(other, self)

    def __sub__(self, other):
        return Sub(self, other)

    def __rsub__(self, other):
        return Sub(other, self)

    def __mul__(self, other):
        return Mul(self, other)

    def __rmul__(self, other):
        return Mul(other, self)

    def __truediv__(self, other):
        return Div(self, other)

    def __rtruediv__(self, other):
        return Div(other, self)

    def __neg__(self):
        return Sub(0, self)

    def __pow__(self, n):
        return Pow(self, n)

    def exp(self):
        return Exp(self)

    def log(self):
        return Log(self)

    def tanh(self):
        return Tanh(self)

    def relu(self):
        return Relu(self)

    def __iter__(self):
        marks, path = {}, [self]
        while path:
            top = path[-1]
            marks.setdefault(top, False)
            new = [a for a in top.args if a not in marks]
            if new:
                path.append(new[0])
                continue
            if not marks[top]:
                marks[top] = True
                yield top
            path.pop()

    def backward(self):
        coming = {self: 1.0}
        for node in reversed(list(self)):
            g = coming[node]
            node.grad = node.grad + g
            for arg, slope in zip(node.args, node.slopes()):
                coming[arg] = coming.get(arg, 0.0) + slope * g


class Operation(Value):
    def __init__(self, *args):
        args = [a if isinstance(a, Value) else Value(a) for a in args]
        super().__init__(self.compute(*(a.data for a in args)))
        self.args = args


class Add(Operation):
    compute = staticmethod(lambda a, b: a + b)

    def slopes(self):
        return (1.0, 1.0)


class Sub(Operation):
    compute = staticmethod(lambda a, b: a - b)

    def slopes(self):
        return (1.0, -1.0)


class Mul(Operation):
    compute = staticmethod(lambda a, b: a * b)

    def slopes(self):
        return self.args[1].data, self.args[0].data


class Div(Operation):
    compute = staticmethod(lambda a, b: a / b)

    def slopes(self):
        a, b = (arg.data for arg in self.args)
        return 1 / b, -a / b**2


class Pow(Operation):
    def __init__(self, base, n):
        self.n = n
        super().__init__(base)

    def compute(self, a):
        return math.pow(a, self.n)

    def slopes(self):
        return (self.n * math.pow(self.args[0].data, self.n - 1),)


class Exp(Operation):
    compute = staticmethod(math.exp)

    def slopes(self):
        return (self.data,)


class Log(Operation):
    compute = staticmethod(math.log)

    def slopes(self):
        return (1 / self.args[0].data,)


class Tanh(Operation):
    compute = staticmethod(math.tanh)

    def slopes(self):
        return (1 - self.data * self.data,)


class Relu(Operation):
    compute = staticmethod(lambda a: a if a > 0 else 0)

    def slopes(self):
        return (float(self.args[0].data > 0),)


def zero_grad(root):
    for node in root:
        node.grad = 0.0


# %% right Value: a heap of numbers, methods made in a loop
import heapq
import operator


class Value:
    born = 0

    def __init__(self, data, below=()):
        self.data, self.grad, self.below = float(data), 0.0, below
        self.birth = Value.born = Value.born + 1

    def __lt__(self, other):
        return self.birth > other.birth

    def __pow__(self, n):
        return Value(self.data**n, [(self, n * self.data ** (n - 1))])

    def __neg__(self):
        return Value(-self.data, [(self, -1.0)])

    def relu(self):
        return Value(abs(self.data) / 2 + self.data / 2, [(self, float(self.data > 0))])

    def walk(self):
        heap, coming = [self], {self: 1.0}
        while heap:
            node = heapq.heappop(heap)
            yield node, coming[node]
            for below, slope in node.below:
                if below not in coming:
                    heapq.heappush(heap, below)
                coming[below] = coming.get(below, 0.0) + slope * coming[node]

    def backward(self):
        for node, g in self.walk():
            node.grad += g


def _binary(name, slopes):
    compute = getattr(operator, name)

    def apply(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(compute(self.data, other.data), list(zip((self, other), slopes(self.data, other.data))))

    setattr(Value, f"__{name}__", apply)
    setattr(Value, f"__r{name}__", lambda self, other: apply(Value(other), self))


for _name, _slopes in {
    "add": lambda a, b: (1.0, 1.0),
    "sub": lambda a, b: (1.0, -1.0),
    "mul": lambda a, b: (b, a),
    "truediv": lambda a, b: (1 / b, -a / b**2),
}.items():
    _binary(_name, _slopes)
for _name, _slope in {
    "exp": lambda a: math.exp(a),
    "log": lambda a: 1 / a,
    "tanh": lambda a: 1 - math.tanh(a) ** 2,
}.items():
    setattr(
        Value,
        _name,
        lambda self, f=getattr(math, _name), d=_slope: Value(f(self.data), [(self, d(self.data))]),
    )


def zero_grad(root):
    for node, _ in root.walk():
        node.grad = 0.0


# %% right Value: is a float itself
class Value(float):
    def __new__(cls, data, operands=(), slopes=()):
        return super().__new__(cls, data)

    def __init__(self, data, operands=(), slopes=()):
        self.data, self.grad, self.operands, self.slopes = float(data), 0.0, operands, slopes

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other

    def __add__(self, other):
        return Value(float(self) + float(other), (self, node(other)), (1.0, 1.0))

    __radd__ = __add__

    def __mul__(self, other):
        return Value(float(self) * float(other), (self, node(other)), (float(other), float(self)))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -node(other)

    def __rsub__(self, other):
        return -self + other

    def __pow__(self, n):
        return Value(float(self) ** n, (self,), (n * float(self) ** (n - 1),))

    def __truediv__(self, other):
        return self * node(other) ** -1

    def __rtruediv__(self, other):
        return node(other) * self**-1

    def exp(self):
        return Value(math.exp(self), (self,), (math.exp(self),))

    def log(self):
        return Value(math.log(self), (self,), (1 / float(self),))

    def tanh(self):
        return Value(math.tanh(self), (self,), (1 - math.tanh(self) ** 2,))

    def relu(self):
        return Value(max(float(self), 0.0), (self,), (float(float(self) > 0),))

    def nodes(self):
        order, stack, seen = [], [self], set()
        while stack:
            top = stack[-1]
            if top in seen:
                if stack.pop() not in order[-1:] and top not in seen_done:
                    order.append(top)
                    seen_done.add(top)
                continue
            if not seen:
                seen_done = set()
            seen.add(top)
            stack.extend(o for o in top.operands if o not in seen)
        return order

    def backward(self):
        come = {self: 1.0}
        for n in reversed(self.nodes()):
            n.grad += come[n]
            for o, s in zip(n.operands, n.slopes):
                come[o] = come.get(o, 0.0) + s * come[n]


def node(x):
    return x if isinstance(x, Value) else Value(x)


def zero_grad(root):
    for n in root.nodes():
        n.grad = 0.0


# %% right Value: rules in a dictionary, data and grad as properties over one list
class Value:
    RULES = {
        "+": (lambda a, b: a + b, lambda a, b: [1.0, 1.0]),
        "*": (lambda a, b: a * b, lambda a, b: [b, a]),
        "exp": (math.exp, lambda a: [math.exp(a)]),
        "log": (math.log, lambda a: [1.0 / a]),
        "tanh": (math.tanh, lambda a: [1.0 - math.tanh(a) ** 2]),
        "relu": (lambda a: max(a, 0.0), lambda a: [float(a > 0)]),
    }

    def __init__(self, data, rule=None, inputs=()):
        self.both = [float(data), 0.0]
        self.rule, self.inputs = rule, list(inputs)

    data = property(lambda self: self.both[0], lambda self, x: self.both.__setitem__(0, x))
    grad = property(lambda self: self.both[1], lambda self, x: self.both.__setitem__(1, x))

    def _by(self, rule, *others):
        inputs = [self, *(o if isinstance(o, Value) else Value(o) for o in others)]
        return Value(self.RULES[rule][0](*(v.data for v in inputs)), self.RULES[rule][1], inputs)

    def __add__(self, o):
        return self._by("+", o)

    def __mul__(self, o):
        return self._by("*", o)

    def __pow__(self, n):
        return Value(self.data**n, lambda a: [n * a ** (n - 1)], [self])

    def __getattr__(self, name):
        if name in Value.RULES:
            return lambda: self._by(name)
        raise AttributeError(name)

    __radd__, __rmul__ = __add__, __mul__
    __neg__ = lambda self: -1.0 * self
    __sub__ = lambda self, o: self + -1.0 * o
    __rsub__ = lambda self, o: o + -1.0 * self
    __truediv__ = lambda self, o: self * (o**-1.0)
    __rtruediv__ = lambda self, o: o * (self**-1.0)

    def backward(self):
        pairs = [[self, 1.0]]
        pending = {}
        seen, stack = {self}, [self]
        while stack:
            for v in stack.pop().inputs:
                pending[v] = pending.get(v, 0) + 1
                if v not in seen:
                    seen.add(v)
                    stack.append(v)
        sums = dict.fromkeys(seen, 0.0)
        sums[self] = 1.0
        ready = [self]
        while ready:
            v = ready.pop(0)
            v.grad += sums[v]
            for w, slope in zip(v.inputs, v.rule(*(x.data for x in v.inputs)) if v.rule else []):
                sums[w] += slope * sums[v]
                pending[w] -= 1
                if pending[w] == 0:
                    ready.append(w)


def zero_grad(root):
    seen, stack = {root}, [root]
    while stack:
        v = stack.pop()
        v.grad = 0.0
        for w in v.inputs:
            if w not in seen:
                seen.add(w)
                stack.append(w)


# %% right Value: visited flags on the nodes, a field for what arrives
class Value:
    def __init__(self, data, parents=(), weights=()):
        self.data = data + 0.0
        self.grad = 0.0
        self.parents, self.weights = parents, weights
        self.flow, self.mark = 0.0, 0

    walks = 0

    def order(self):
        Value.walks += 1
        out, todo = [], [self]
        while todo:
            n = todo[-1]
            if n.mark == Value.walks:
                todo.pop()
                if n.flow is not None:
                    out.append(n)
                    n.flow = None
                continue
            n.mark, n.flow = Value.walks, 0.0
            for p in n.parents:
                if p.mark != Value.walks:
                    todo.append(p)
        return out[::-1]

    def backward(self):
        nodes = self.order()
        for n in nodes:
            n.flow = 0.0
        self.flow = 1.0
        for n in nodes:
            n.grad += n.flow
            for p, w in zip(n.parents, n.weights):
                p.flow += w * n.flow

    def __add__(self, o):
        return (
            Value(self.data + o.data, (self, o), (1.0, 1.0))
            if isinstance(o, Value)
            else Value(self.data + o, (self,), (1.0,))
        )

    def __mul__(self, o):
        return (
            Value(self.data * o.data, (self, o), (o.data, self.data))
            if isinstance(o, Value)
            else Value(self.data * o, (self,), (o,))
        )

    def __radd__(self, o):
        return self.__add__(o)

    def __rmul__(self, o):
        return self.__mul__(o)

    def __neg__(self):
        return self.__mul__(-1)

    def __sub__(self, o):
        return self.__add__(o.__neg__())

    def __rsub__(self, o):
        return self.__neg__().__add__(o)

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data**n / self.data,))

    def __truediv__(self, o):
        return self.__mul__(o.__pow__(-1)) if isinstance(o, Value) else self.__mul__(1 / o)

    def __rtruediv__(self, o):
        return self.__pow__(-1).__mul__(o)

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        e = math.exp(-2 * self.data)
        return Value((1 - e) / (1 + e), (self,), (4 * e / (1 + e) ** 2,))

    def relu(self):
        return self * 1.0 if self.data > 0 else self * 0.0


def zero_grad(root):
    for n in root.order():
        n.grad = 0.0


# %% right Value: math by torch and numpy, without autograd
import numpy as np


class Value:
    def __init__(self, data, edges=None):
        self.data, self.grad, self.edges = float(data), 0.0, edges or {}
        self.rank = 1 + max([v.rank for v in self.edges], default=0)

    def _edges(*pairs):
        out = {}
        for v, slope in pairs:
            if isinstance(v, Value):
                out[v] = out.get(v, 0.0) + float(slope)
        return out

    def __add__(self, o):
        return Value(self.data + getattr(o, "data", o), Value._edges((self, 1), (o, 1)))

    def __mul__(self, o):
        x = getattr(o, "data", o)
        return Value(self.data * x, Value._edges((self, x), (o, self.data)))

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return 0 - self

    def __sub__(self, o):
        return Value(self.data - getattr(o, "data", o), Value._edges((self, 1), (o, -1)))

    def __rsub__(self, o):
        return Value(o - self.data, {self: -1.0})

    def __truediv__(self, o):
        x = getattr(o, "data", o)
        return Value(self.data / x, Value._edges((self, 1 / x), (o, -self.data / x**2)))

    def __rtruediv__(self, o):
        return Value(o / self.data, {self: -o / self.data**2})

    def __pow__(self, n):
        return Value(np.power(self.data, float(n)), {self: float(n * np.power(self.data, float(n - 1)))})

    def exp(self):
        y = torch.tensor(self.data, dtype=torch.float64).exp().item()
        return Value(y, {self: y})

    def log(self):
        return Value(np.log(self.data), {self: 1 / self.data})

    def tanh(self):
        y = float(np.tanh(self.data))
        return Value(y, {self: 1 - y**2})

    def relu(self):
        return Value(torch.relu(torch.tensor(self.data, dtype=torch.float64)).item(), {self: float(self.data > 0)})

    def under(self):
        level, seen = [self], {self: None}
        while level:
            level = [w for v in level for w in v.edges if w not in seen and not seen.update({w: None})]
        return list(seen)

    def backward(self):
        g = {self: 1.0}
        for v in sorted(self.under(), key=lambda v: v.rank, reverse=True):
            v.grad += g[v]
            for w, slope in v.edges.items():
                g[w] = g.get(w, 0.0) + slope * g[v]


def zero_grad(root):
    for v in root.under():
        v.grad = 0.0


# %% right Value: inherits its arithmetic, and asks a deque
from collections import deque


class Arithmetic:
    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __sub__(self, other):
        return self + (-1) * other

    def __rsub__(self, other):
        return other + (-1) * self

    def __neg__(self):
        return (-1) * self

    def __truediv__(self, other):
        return self * other ** (-1)

    def __rtruediv__(self, other):
        return other * self ** (-1)


class Value(Arithmetic):
    def __init__(self, data: float, *, sources=(), pull=None):
        self.data = float(data)
        self.grad = float()
        self.sources = sources
        self.pull = pull
        self.height = max((s.height + 1 for s in sources), default=0)

    def __add__(self, other):
        if not hasattr(other, "pull"):
            other = Value(other)
        return Value(self.data + other.data, sources=(self, other), pull=lambda g: (g, g))

    def __mul__(self, other):
        if not hasattr(other, "pull"):
            other = Value(other)
        return Value(self.data * other.data, sources=(self, other), pull=lambda g: (g * other.data, g * self.data))

    def __pow__(self, power):
        return Value(self.data**power, sources=(self,), pull=lambda g: (g * power * self.data ** (power - 1),))

    def exp(self):
        out = math.exp(self.data)
        return Value(out, sources=(self,), pull=lambda g: (g * out,))

    def log(self):
        return Value(math.log(self.data), sources=(self,), pull=lambda g: (g / self.data,))

    def tanh(self):
        out = math.tanh(self.data)
        return Value(out, sources=(self,), pull=lambda g: (g - g * out * out,))

    def relu(self):
        return Value(self.data if self.data > 0 else 0, sources=(self,), pull=lambda g: (g * (self.data > 0),))

    def backward(self):
        g, seen, queue = {id(self): 1.0}, {id(self): self}, deque([self])
        while queue:
            for s in queue.popleft().sources:
                if seen.setdefault(id(s), s) is s and id(s) not in g:
                    g[id(s)] = 0.0
                    queue.append(s)
        for node in sorted(seen.values(), key=lambda n: n.height)[::-1]:
            node.grad += g[id(node)]
            for s, part in zip(node.sources, node.pull(g[id(node)]) if node.pull else ()):
                g[id(s)] += part


def zero_grad(root):
    queue, seen = deque([root]), {id(root)}
    while queue:
        node = queue.popleft()
        node.grad = 0.0
        for s in node.sources:
            if id(s) not in seen:
                seen.add(id(s))
                queue.append(s)


# %% right Value: postorder by a list that is looked through
class Value:
    def __init__(self, data, a=None, b=None, da=0.0, db=0.0):
        self.data, self.grad = float(data), 0.0
        self.a, self.b, self.da, self.db = a, b, da, db

    def __add__(self, o):
        o = o if type(o) is Value else Value(o)
        return Value(self.data + o.data, self, o, 1.0, 1.0)

    def __mul__(self, o):
        o = o if type(o) is Value else Value(o)
        return Value(self.data * o.data, self, o, o.data, self.data)

    def __radd__(self, o):
        return self + o

    def __rmul__(self, o):
        return self * o

    def __neg__(self):
        return Value(-self.data, self, None, -1.0)

    def __sub__(self, o):
        return self + (-o)

    def __rsub__(self, o):
        return (-self) + o

    def __truediv__(self, o):
        return self * (o**-1)

    def __rtruediv__(self, o):
        return (self**-1) * o

    def __pow__(self, n):
        return Value(self.data**n, self, None, n * self.data ** (n - 1))

    def exp(self):
        return Value(math.exp(self.data), self, None, math.exp(self.data))

    def log(self):
        return Value(math.log(self.data), self, None, 1 / self.data)

    def tanh(self):
        return Value(math.tanh(self.data), self, None, 1 - math.tanh(self.data) ** 2)

    def relu(self):
        return Value((self.data > 0) * self.data, self, None, float(self.data > 0))

    def topo(self):
        order, todo = [], [self]
        while todo:
            v = todo[-1]
            missing = [w for w in (v.a, v.b) if w is not None and w not in order]
            if missing:
                todo += missing
            else:
                if v not in order:
                    order.append(v)
                todo.pop()
        return order

    def backward(self):
        order = self.topo()
        g = [0.0] * len(order)
        place = {v: i for i, v in enumerate(order)}
        g[-1] = 1.0
        for i in range(len(order) - 1, -1, -1):
            v = order[i]
            v.grad += g[i]
            for w, d in ((v.a, v.da), (v.b, v.db)):
                if w is not None:
                    g[place[w]] += d * g[i]


def zero_grad(root):
    for v in root.topo():
        v.grad = 0.0


# %% right Value: refuses what it does not know by NotImplemented, has more than is asked
from numbers import Real


class Value:
    """Numbers, their history, and some comfort."""

    _count = 0

    def __init__(self, data: float, *history, label: str = ""):
        if not isinstance(data, Real):
            raise TypeError("a number, please")
        self.data: float = float(data)
        self.grad: float = 0.0
        self.history, self.label = history, label
        Value._count += 1
        self.key = Value._count

    def _other(self, o):
        return o if isinstance(o, Value) else Value(o) if isinstance(o, Real) else None

    def __add__(self, o):
        o = self._other(o)
        return NotImplemented if o is None else Value(self.data + o.data, (self, 1.0), (o, 1.0))

    def __mul__(self, o):
        o = self._other(o)
        return NotImplemented if o is None else Value(self.data * o.data, (self, o.data), (o, self.data))

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1

    def __pos__(self):
        return self

    def __abs__(self):
        return self.relu() + (-self).relu()

    def __sub__(self, o):
        return self + -1 * o

    def __rsub__(self, o):
        return -1 * self + o

    def __truediv__(self, o):
        return self * (1 / o)

    def __rtruediv__(self, o):
        return Value(o / self.data, (self, -o / self.data**2))

    def __pow__(self, n):
        if not isinstance(n, Real):
            return NotImplemented
        return Value(self.data**n, (self, n * self.data ** (n - 1)))

    def __float__(self):
        return self.data

    def exp(self):
        return Value(math.exp(self.data), (self, math.exp(self.data)))

    def log(self):
        return Value(math.log(self.data), (self, 1 / self.data))

    def tanh(self):
        return Value(math.tanh(self.data), (self, 1 - math.tanh(self.data) ** 2))

    def sigmoid(self):
        return 1 / (1 + (-self).exp())

    def relu(self):
        return Value(self.data if self.data > 0 else 0.0, (self, 1.0 if self.data > 0 else 0.0))

    def backward(self, seed: float = 1.0):
        arrived = {self.key: (self, seed)}
        while arrived:
            node, g = arrived.pop(max(arrived))
            node.grad += g
            for below, slope in node.history:
                arrived[below.key] = (below, arrived.get(below.key, (below, 0.0))[1] + slope * g)

    def zero_grad(self):
        zero_grad(self)


def zero_grad(root):
    todo, done = {root.key: root}, set()
    while todo:
        key, node = todo.popitem()
        node.grad = 0.0
        done.add(key)
        todo.update({below.key: below for below, _ in node.history if below.key not in done})
    return root


# %% right zero_grad: a stack and a set
def zero_grad(root):
    stack, seen = [root], set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        node.grad = 0.0
        stack.extend(node.operands)


# %% right zero_grad: level by level
def zero_grad(value):
    level, done = {value}, set()
    while level:
        for node in level:
            node.grad = 0.0
        done |= level
        level = {below for node in level for below in node.operands} - done


# %% right zero_grad: recursion with a raised limit, returns the root
import sys


def zero_grad(root):
    sys.setrecursionlimit(50_000)
    seen = set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            node.grad = 0.0
            for operand in node.operands:
                visit(operand)

    visit(root)
    return root


# %% right zero_grad: takes away what is there
def zero_grad(root: "Value") -> None:
    for node in reversed(root.nodes()):
        node.grad -= node.grad


# %% right zero_grad: a plain 0
def zero_grad(root):
    [setattr(node, "grad", 0) for node in {*root.nodes(), root}]


# %% right linear_backward: einsum
def linear_backward(x, weight, grad_output):
    return (
        torch.einsum("mk,kn->mn", grad_output, weight),
        torch.einsum("mk,mn->kn", grad_output, x),
        torch.einsum("mk->k", grad_output),
    )


# %% right linear_backward: matmul and transposes, a list
def linear_backward(x, weight, grad_output):
    grad_weight = torch.matmul(x.transpose(0, 1), grad_output).transpose(0, 1)
    ones = torch.ones(1, len(x), dtype=x.dtype, device=x.device)
    return [grad_output.matmul(weight), grad_weight, (ones @ grad_output).flatten()]


# %% right linear_backward: sample by sample, outer products
def linear_backward(x, weight, grad_output):
    grad_x, grad_weight = torch.zeros_like(x), torch.zeros_like(weight)
    grad_bias = torch.zeros_like(weight[:, 0])
    for i in range(x.shape[0]):
        grad_x[i] = weight.T @ grad_output[i]
        grad_weight += torch.outer(grad_output[i], x[i])
        grad_bias += grad_output[i]
    return grad_x, grad_weight, grad_bias


# %% right linear_backward: broadcasting, under no_grad, with a named tuple
from collections import namedtuple

Gradients = namedtuple("Gradients", "x weight bias")


@torch.no_grad()
def linear_backward(x, weight, grad_output):
    return Gradients(
        (grad_output[:, :, None] * weight[None]).sum(1),
        (grad_output[:, :, None] * x[:, None, :]).sum(0),
        grad_output.sum(0),
    )


# %% right linear_backward: F.linear and addmm
import torch.nn.functional as F


def linear_backward(x, weight, grad_output):
    nothing = torch.zeros((), dtype=x.dtype, device=x.device)
    return (
        F.linear(grad_output, weight.T),
        F.linear(grad_output.T, x.T),
        torch.addmv(nothing, grad_output.T, torch.ones_like(x[:, 0])),
    )


# %% right linear_backward: names of its own for the arguments
def linear_backward(a, w, g):
    gT = g.mT
    return g.mm(w), gT.mm(a), g.sum(axis=0)
