"""Wrong versions of the exercises of backward propagation, each with its misconception and a hint.

One cell a version: the exercise, then the misconception in a teacher's words, then the hint. Cells of the same
name are spellings of the same mistake.
"""


# %% numerical_gradient: looks to the right only: a forward difference
# hint: How far do you look to the left of x? Compare the two formulas of section 1.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above = list(inputs)
        above[i] = x + eps
        slopes.append((function(above) - function(inputs)) / eps)
    return slopes


# %% numerical_gradient: looks to the right only: a forward difference
def numerical_gradient(function, inputs, eps=1e-4):
    here = function(inputs)
    return [(function([*inputs[:i], inputs[i] + eps, *inputs[i + 1 :]]) - here) / eps for i in range(len(inputs))]


# %% numerical_gradient: looks to the left only: a backward difference
# hint: How far do you look to the right of x? Compare the formulas of section 1.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        below = list(inputs)
        below[i] = x - eps
        slopes.append((function(inputs) - function(below)) / eps)
    return slopes


# %% numerical_gradient: divides by eps, though the two points are further apart
# hint: How far is it from the point on the left to the point on the right?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / eps)
    return slopes


# %% numerical_gradient: multiplies by eps where it should divide: a pair of brackets is missing
# hint: In which order does Python compute a / 2 * eps? Put in numbers.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / 2 * eps)
    return slopes


# %% numerical_gradient: multiplies by eps where it should divide: a pair of brackets is missing
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) * eps / 2)
    return slopes


# %% numerical_gradient: returns the difference without dividing by the distance
# hint: A slope is growth for each unit of distance. Over which distance did the function grow?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append(function(above) - function(below))
    return slopes


# %% numerical_gradient: subtracts before it has divided: brackets are missing around the difference
# hint: Which of the two numbers does your division reach? Look at how Python reads a - b / c.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append(function(above) - function(below) / (2 * eps))
    return slopes


# %% numerical_gradient: subtracts the right from the left, so every slope has the wrong sign
# hint: If the function grows, is your result positive? Which of the two values comes first?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(below) - function(above)) / (2 * eps))
    return slopes


# %% numerical_gradient: goes only half of eps to either side
# hint: What does the exercise say that eps is: the distance to either side, or the whole way?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps / 2, x - eps / 2
        slopes.append((function(above) - function(below)) / eps)
    return slopes


# %% numerical_gradient: does not use the eps that it is given
# hint: Call your function with eps=0.5 and with eps=0.1. Should the results for x**3 be the same?
def numerical_gradient(function, inputs, eps=1e-4):
    h = 1e-4
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + h, x - h
        slopes.append((function(above) - function(below)) / (2 * h))
    return slopes


# %% numerical_gradient: has another eps than 1e-4 where none is given
# hint: What is the default in the signature of the exercise, and in yours?
def numerical_gradient(function, inputs, eps=1e-3):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: has another eps than 1e-4 where none is given
def numerical_gradient(function, inputs, eps=1e-6):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: cannot be called without eps
# hint: What is eps when somebody leaves it out? Look at the signature of the exercise.
def numerical_gradient(function, inputs, eps):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: moves by eps times x, so the distance depends on the input
# hint: How far do you move an input that is 0? The distance is the same for all.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x * (1 + eps), x * (1 - eps)
        slopes.append((function(above) - function(below)) / (2 * eps * x))
    return slopes


# %% numerical_gradient: moves all inputs at once
# hint: Which input does your slope belong to? How many of them may move while you measure one?
def numerical_gradient(function, inputs, eps=1e-4):
    above = [x + eps for x in inputs]
    below = [x - eps for x in inputs]
    return [(function(above) - function(below)) / (2 * eps) for _ in inputs]


# %% numerical_gradient: does not move an input back before it goes on to the next
# hint: Print the list that you hand to the function in the second round. Which inputs have moved?
def numerical_gradient(function, inputs, eps=1e-4):
    above, below, slopes = list(inputs), list(inputs), []
    for i in range(len(inputs)):
        above[i] += eps
        below[i] -= eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: does not move an input back before it goes on to the next
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    moved = list(inputs)
    for i in range(len(inputs)):
        moved[i] = inputs[i] + eps
        above = function(moved)
        moved[i] = inputs[i] - eps
        slopes.append((above - function(moved)) / (2 * eps))
    return slopes


# %% numerical_gradient: moves the caller's own list and leaves it moved
# hint: Whose list do you write to? What is in it when your function has returned?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i in range(len(inputs)):
        x = inputs[i]
        inputs[i] = x + eps
        above = function(inputs)
        inputs[i] = x - eps
        below = function(inputs)
        slopes.append((above - below) / (2 * eps))
    return slopes


# %% numerical_gradient: puts the inputs back by arithmetic, which is not always exact
# hint: Is 0.3 + 0.1 - 0.2 + 0.1 the same as 0.3 + 0.1 - 0.1? Ask Python, and think of keeping the number
# itself.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i in range(len(inputs)):
        inputs[i] += eps
        above = function(inputs)
        inputs[i] -= 2 * eps
        below = function(inputs)
        inputs[i] += eps
        slopes.append((above - below) / (2 * eps))
    return slopes


# %% numerical_gradient: uses one list under two names, so the two points are the same
# hint: After `b = a`, how many lists are there? What happens to a when you change b?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i in range(len(inputs)):
        above = below = list(inputs)
        above[i] += eps
        below[i] -= eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: uses one list under two names, so the two points are the same
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i in range(len(inputs)):
        above = list(inputs)
        below = above
        above[i] = inputs[i] + eps
        below[i] = inputs[i] - eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: hands a single number to the function, which takes a list
# hint: What does the function expect, and what do you give to it? Look at the first bullet of the exercise.
def numerical_gradient(function, inputs, eps=1e-4):
    return [(function(x + eps) - function(x - eps)) / (2 * eps) for x in inputs]


# %% numerical_gradient: hands over a list of one number, and leaves the other inputs out
# hint: How many inputs does the function have? How many are in the list that you hand over?
def numerical_gradient(function, inputs, eps=1e-4):
    return [(function([x + eps]) - function([x - eps])) / (2 * eps) for x in inputs]


# %% numerical_gradient: returns after the first input
# hint: How far to the right does your return stand? When is the loop left?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / (2 * eps))
        return slopes


# %% numerical_gradient: returns one number instead of a list
# hint: How many slopes does a function of three inputs have?
def numerical_gradient(function, inputs, eps=1e-4):
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slope = (function(above) - function(below)) / (2 * eps)
    return slope


# %% numerical_gradient: returns one number instead of a list
def numerical_gradient(function, inputs, eps=1e-4):
    total = 0.0
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        total += (function(above) - function(below)) / (2 * eps)
    return total


# %% numerical_gradient: returns a tensor or an array instead of a plain list
# hint: What does type(...) say of your result? Which method makes a list of it?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = torch.zeros(len(inputs), dtype=torch.float64)
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes[i] = (function(above) - function(below)) / (2 * eps)
    return slopes


# %% numerical_gradient: returns a tensor or an array instead of a plain list
import numpy as np


def numerical_gradient(function, inputs, eps=1e-4):
    x = np.array(inputs)
    moves = eps * np.eye(len(x))
    return np.array([(function(list(x + d)) - function(list(x - d))) / (2 * eps) for d in moves])


# %% numerical_gradient: computes in float32, where rounding is much too coarse
# hint: How many digits has a float32, and how many are left of a difference of two nearly equal numbers?
def numerical_gradient(function, inputs, eps=1e-4):
    x = torch.tensor(inputs)
    moves = eps * torch.eye(len(x))
    return [(function((x + d).tolist()) - function((x - d).tolist())) / (2 * eps) for d in moves]


# %% numerical_gradient: rounds the slopes
# hint: Who asked for fewer digits? A checker needs all of them.
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append(round((function(above) - function(below)) / (2 * eps), 3))
    return slopes


# %% numerical_gradient: rounds the slopes
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append(round((function(above) - function(below)) / (2 * eps), 4))
    return slopes


# %% numerical_gradient: returns the slopes in the wrong order
# hint: Which slope belongs to the first input, and where does it stand in your list?
def numerical_gradient(function, inputs, eps=1e-4):
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.insert(0, (function(above) - function(below)) / (2 * eps))
    return slopes


# %% numerical_gradient: gives the value of the function along with, or instead of, its slopes
# hint: What is asked for: what the function is, or how fast it grows?
def numerical_gradient(function, inputs, eps=1e-4):
    return [function(list(inputs)) for _ in inputs]


# %% Value: keeps the number as it came, an int too
# hint: What does type(Value(3).data) say? Python has a function that makes a float of an int.
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = data, 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: starts with a grad that is an int
# hint: Is 0 a float? What does type(Value(2.0).grad) say?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: starts with a grad that is an int
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: starts with a grad of None, to which nothing can be added
# hint: What is None + 1.0? Which number leaves a sum as it is?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), None
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: starts with a grad of None, to which nothing can be added
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), None
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad = (node.grad or 0.0) + arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: starts with a grad of 1
# hint: Before anybody has called backward(), how much has arrived?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 1.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: keeps tensors instead of Python floats
# hint: What does type(...) say of data and grad? The engine of this lesson works with plain floats.
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = torch.tensor(float(data)), torch.tensor(0.0)
        self.operands, self.slopes = operands, slopes

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
        return Value(self.data.exp(), (self,), (self.data.exp(),))

    def log(self):
        return Value(self.data.log(), (self,), (1 / self.data,))

    def tanh(self):
        return Value(self.data.tanh(), (self,), (1 - self.data.tanh() ** 2,))

    def relu(self):
        return Value(self.data.relu(), (self,), ((self.data > 0) * 1.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: keeps tensors instead of Python floats
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = torch.tensor(float(data), dtype=torch.float64), torch.tensor(0.0, dtype=torch.float64)
        self.operands, self.slopes = operands, slopes

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
        return Value(self.data.exp(), (self,), (self.data.exp(),))

    def log(self):
        return Value(self.data.log(), (self,), (1 / self.data,))

    def tanh(self):
        return Value(self.data.tanh(), (self,), (1 - self.data.tanh() ** 2,))

    def relu(self):
        return Value(self.data.relu(), (self,), ((self.data > 0) * 1.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: calls its number something other than data
# hint: Under which name does the exercise look for the number?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.value, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.value + other.value, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.value * other.value, (self, other), (other.value, self.value))

    def __pow__(self, exponent):
        return Value(self.value**exponent, (self,), (exponent * self.value ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.value), (self,), (math.exp(self.value),))

    def log(self):
        return Value(math.log(self.value), (self,), (1 / self.value,))

    def tanh(self):
        return Value(math.tanh(self.value), (self,), (1 - math.tanh(self.value) ** 2,))

    def relu(self):
        return Value(max(self.value, 0.0), (self,), (1.0 if self.value > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: calls its gradient something other than grad
# hint: Under which name does the exercise look for the slope that has arrived?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.gradient = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.gradient += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: knows no plain numbers: it asks every operand for its data
# hint: What is `other` in a + 2, and what has it no attribute of? Look at what Value.of does.
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    def __neg__(self):
        return self * Value(-1.0)

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * other**-1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


# %% Value: does not work where a plain number stands on the left
# hint: In 2 + a, whose __add__ does Python ask first? Whom does it ask then, and by which name?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1


# %% Value: does not work where a plain number stands on the left
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other


# %% Value: does not work where a plain number stands on the left
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: subtracts the wrong way round where a number stands on the left
# hint: In 5 - a Python calls a.__rsub__(5). Which of the two comes first in the difference?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other

    def __rsub__(self, other):
        return self - other
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: subtracts the wrong way round where a number stands on the left
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other

    __rsub__ = __sub__
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: divides the wrong way round where a number stands on the left
# hint: In 5 / a Python calls a.__rtruediv__(5). Which of the two is divided by which?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self

    def __rtruediv__(self, other):
        return self / other


# %% Value: divides the wrong way round where a number stands on the left
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self

    __rtruediv__ = __truediv__


# %% Value: subtracts and divides the wrong way round where a number stands on the left
# hint: In 5 - a Python calls a.__rsub__(5). Which of the two comes first? And in 5 / a?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other

    def __rsub__(self, other):
        return self - other

    def __rtruediv__(self, other):
        return self / other


# %% Value: returns a plain number, which remembers nothing
# hint: What does type(a + b) say? Who is to remember a and b?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        return self.data + Value.of(other).data

    def __mul__(self, other):
        return self.data * Value.of(other).data

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: changes its own number instead of making a new node
# hint: After c = a + b, what is a.data? And what will become of an expression in which a stands twice?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        self.data += Value.of(other).data
        return self

    def __mul__(self, other):
        self.data *= Value.of(other).data
        return self

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: changes its own number instead of making a new node
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        self.data = self.data + other.data
        return Value(self.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: changes its own number instead of making a new node
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        self.data = max(self.data, 0.0)
        return Value(self.data, (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: gives a slope to the last node alone: it does not know its operands, or they had their turn before it
# hint: Which nodes does your result know that it was made of? And which node has a slope to pass on at the
# start: at which end of your order does it stand?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        return Value(self.data + Value.of(other).data)

    def __mul__(self, other):
        return Value(self.data * Value.of(other).data)

    def __pow__(self, exponent):
        return Value(self.data**exponent)

    def exp(self):
        return Value(math.exp(self.data))

    def log(self):
        return Value(math.log(self.data))

    def tanh(self):
        return Value(math.tanh(self.data))

    def relu(self):
        return Value(max(self.data, 0.0))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: gives a slope to the last node alone: it does not know its operands, or they had their turn before it
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in self.nodes():
            node.grad += arrived.get(node, 0.0)
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived.get(node, 0.0)

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: loses its past where the sign changes: -a knows nothing of a
# hint: Which nodes does -a know that it was made of? And a - b, which is made of it?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    def __neg__(self):
        return Value(-self.data)
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has differences and quotients without a past
# hint: Which nodes does a - b know that it was made of? And a / b?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0

    def __sub__(self, other):
        return Value(self.data - Value.of(other).data)

    def __truediv__(self, other):
        return Value(self.data / Value.of(other).data)
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has differences and quotients without a past
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0

    def __sub__(self, other):
        return Value(self.data - Value.of(other).data)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has differences and quotients without a past
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        return Value(self.data / Value.of(other).data)
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: forgets the node where the other operand is a plain number
# hint: In a * 2, which node has to get a slope? Is it among the operands of your result?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.data + other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other

    def __rsub__(self, other):
        return -self + other
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: lets one of two operands go without its slope: it works on a copy of it, or does not visit it
# hint: Is Value(b.data) the node b? And does your walk come to both operands of a sum?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value(other.data if isinstance(other, Value) else other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value(other.data if isinstance(other, Value) else other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: lets one of two operands go without its slope: it works on a copy of it, or does not visit it
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return Value(number.data if isinstance(number, Value) else number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: lets one of two operands go without its slope: it works on a copy of it, or does not visit it
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, node = [self], self
        while node.operands:
            node = node.operands[0]
            found.append(node)
        return found[::-1]

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slope of a product along a factor for that factor itself
# hint: If b = 5, how much does a * b grow when a grows by 1? Does that depend on a?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (self.data, other.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        other = Value.of(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, -self.data / other.data**2))
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slope of a product along a factor for that factor itself
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (self.data, other.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slopes of a product for 1, as in a sum
# hint: If b = 5, how much does a * b grow when a grows by 1?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (1.0, 1.0))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slopes of a sum for its operands
# hint: How much does a + b grow when a grows by 1? Does it matter how large b is?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (self.data, other.data))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slopes of a sum for its operands
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

    @staticmethod
    def of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (other.data, self.data))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: gives both operands of a difference the same slope
# hint: What becomes of a - b when b grows?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, 1.0))
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of a quotient along its divisor
# hint: Write a / b as a times a power of b. What is the slope of that power, and what is its sign?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        other = Value.of(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, self.data / other.data**2))
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of a quotient along its divisor
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        other = Value.of(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, -1 / other.data**2))
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of a quotient along its divisor
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        other = Value.of(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, -self.data / other.data))
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of a quotient along its divisor
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        other = Value.of(other)
        return Value(self.data / other.data, (self, other), (1 / other.data, 1 / self.data))
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: divides without a rest
# hint: What is 7 // 2 in Python, and what is 7 / 2?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)

    def __truediv__(self, other):
        other = Value.of(other)
        return Value(self.data // other.data, (self, other), (1 / other.data, -self.data / other.data**2))
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has no division, or no subtraction, though it has all that they are made of
# hint: Which method does Python call for a / b, and for a - b? What does the class say of it?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self


# %% Value: has no division, or no subtraction, though it has all that they are made of
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has no division, or no subtraction, though it has all that they are made of
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    def __sub__(self, other):
        return self + Value.of(other) * -1.0
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: leaves the exponent out of the slope of a power
# hint: What is the derivative of x**3 at 2? What is yours?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(self.data**exponent, (self,), (self.data ** (exponent - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: does not lower the exponent in the slope of a power
# hint: What is the derivative of x**3? Which exponent is left?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes a power for a product
# hint: What is 2 ** 3, and what is 2 * 3?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(self.data * exponent, (self,), (exponent,))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: wants a Value for an exponent
# hint: What is the exponent in a ** 2: a node, or a plain number?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(self.data**exponent.data, (self,), (exponent.data * self.data ** (exponent.data - 1),))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: knows only the square: any exponent counts as 2
# hint: Where does the exponent that came in stand in your line?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(self.data**2, (self,), (2 * self.data,))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slope of exp for that of a power
# hint: exp(a) is e to the power of a: it is the exponent that moves. What is so special about the derivative of
# exp?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (self.data * math.exp(self.data - 1),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of exp
# hint: What is the derivative of exp at 0? And at 1? Measure it with your numerical_gradient.
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (1.0,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of exp
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (self.data,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of exp
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data) * self.data,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes a logarithm to another base
# hint: Which logarithm belongs to e? What is yours of math.e?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log10(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes a logarithm to another base
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log2(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of the logarithm
# hint: Look at the curve of the logarithm: is it steep at 0.1, and at 10? Which function does the table have?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / math.log(self.data),))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of the logarithm
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of the logarithm
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (-1 / self.data**2,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a wrong slope of the logarithm
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1.0,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: forgets the square in the slope of tanh
# hint: How steep is tanh at 0, and far to the left? Put both into your formula.
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data),))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slope of tanh of the input instead of the output
# hint: In the table, what is squared: a, or tanh(a)?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - self.data**2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the slope of the sigmoid for that of tanh
# hint: How steep is tanh at 0? Put 0 into your formula.
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (t * (1 - t),))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: computes a sigmoid instead of tanh
# hint: What is tanh of 0, and what is yours?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        s = 1 / (1 + math.exp(-self.data))
        return Value(s, (self,), (s * (1 - s),))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: lets a shut ReLU pass slopes on
# hint: If a = -2 and grows a little, what does max(a, 0) do?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: gives relu the slope 1 at 0 itself
# hint: The exercise names the slope at 0. Which side of the comparison has it?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data >= 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: gives relu the slope 1 at 0 itself
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (float(max(self.data, 0.0) == self.data),))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes the value of relu for its slope
# hint: If a = 3 and grows by 1, by how much does max(a, 0) grow?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (max(self.data, 0.0),))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: computes another function than relu
# hint: What is max(a, 0) for a = -2? And yours?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(abs(self.data), (self,), (1.0 if self.data > 0 else -1.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: computes another function than relu
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.01 * self.data), (self,), (1.0 if self.data > 0 else 0.01,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: computes another function than relu
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(min(self.data, 0.0), (self,), (1.0 if self.data < 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a backward() that changes nothing: it is empty, or does not begin with the slope 1 at the node itself
# hint: How steep is a node along itself? Whose grad is another after your backward() than before it?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        pass

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a backward() that changes nothing: it is empty, or does not begin with the slope 1 at the node itself
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        return self.nodes()

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a backward() that changes nothing: it is empty, or does not begin with the slope 1 at the node itself
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 0.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: has a backward() that changes nothing: it is empty, or does not begin with the slope 1 at the node itself
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        for node in reversed(self.nodes()):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: begins with its own number instead of the slope 1
# hint: How steep is a node along itself? Does that depend on its data?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: self.data}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes slopes on to its own operands, and no further
# hint: Who passes the slope on from the operands to theirs?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        self.grad += 1.0
        for operand, slope in zip(self.operands, self.slopes, strict=True):
            operand.grad += slope

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: forgets to multiply by what has arrived
# hint: The chain rule multiplies two slopes. Which of them is in your line, and which is not?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        self.grad += 1.0
        for node in reversed(self.nodes()):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: adds what has arrived to the local slope instead of multiplying
# hint: If y triples x and z doubles y, is z five times x, or six times?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope + arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: overwrites what came another way instead of adding to it
# hint: In a * a, how often does a slope arrive at a? What is left of the first one?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: overwrites grad instead of adding to it
# hint: Where does your code assign to grad with a single =? What was in there?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad = slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: sets grad to what has arrived in this walk, whatever was there
# hint: What should be in grad after two calls? Which sign stands between grad and what has arrived?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad = arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: sets grad to what has arrived in this walk, whatever was there
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        order = self.nodes()
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes on its whole grad, in which the last walk still is
# hint: In the second walk, what is in the grad of a node in between before anything arrives? Is that passed on,
# too?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.nodes()):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes on its whole grad, in which the last walk still is
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        self.grad += 1.0
        for node in reversed(self.nodes()):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes on its whole grad, and calls itself for each operand
# hint: What is in the grad of a node in between in the second walk? And how many calls inside each other does a
# chain of 5,000 nodes need?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        order, seen = [], set()
        
        def visit(node):
            if node not in seen:
                seen.add(node)
                for operand in node.operands:
                    visit(operand)
                order.append(node)
        
        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes on its whole grad, and calls itself for each operand
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        order, seen = [], set()
        
        def visit(node):
            if node not in seen:
                seen.add(node)
                for operand in node.operands:
                    visit(operand)
                order.append(node)
        
        visit(self)
        self.grad += 1.0
        for node in reversed(order):
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: finds its order by a function that calls itself, too deep for a long chain
# hint: How many calls inside each other does a chain of 5,000 nodes need, and how many does Python allow? What
# could remember the nodes that are still to be visited?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        order, seen = [], set()
        
        def visit(node):
            if node not in seen:
                seen.add(node)
                for operand in node.operands:
                    visit(operand)
                order.append(node)
        
        visit(self)
        return order

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: finds its order by a function that calls itself, too deep for a long chain
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.depth = 0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found = {self}
        
        def visit(node):
            for operand in node.operands:
                if operand not in found:
                    found.add(operand)
                    visit(operand)
        
        visit(self)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: walks every way by itself, so shared nodes are visited again and again
# hint: In b = a + a, c = b + b, d = c + c, how many ways lead from d to a? How often should a node pass its
# slope on?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self, arrived=1.0):
        self.grad += arrived
        for operand, slope in zip(self.operands, self.slopes, strict=True):
            operand.backward(arrived * slope)

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: walks every way by itself, so shared nodes are visited again and again
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        waiting = [(self, 1.0)]
        while waiting:
            node, arrived = waiting.pop()
            node.grad += arrived
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                waiting.append((operand, arrived * slope))

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: calls backward() of its operands, which begin with the slope 1 again
# hint: With which slope does the backward() of an operand begin? With which should it?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        self.grad = 1.0
        for operand, slope in zip(self.operands, self.slopes, strict=True):
            operand.backward()
            operand.grad += slope * self.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes a slope on before all of it has arrived
# hint: Look at a, b, c, d of section 3: in which order does your code come to b and c? What is missing when b
# passes on?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        order = [self]
        for node in order:
            order += [operand for operand in dict.fromkeys(node.operands) if operand not in order]
        return order[::-1]

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes a slope on before all of it has arrived
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        order, waiting = [], [self]
        while waiting:
            node = waiting.pop()
            if node not in order:
                order.append(node)
                waiting.extend(node.operands)
        return order[::-1]

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: passes a slope on before all of it has arrived
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        order = [self]
        for node in order:
            order += [operand for operand in dict.fromkeys(node.operands) if operand not in order]
        arrived = dict.fromkeys(order, 0.0)
        arrived[self] = 1.0
        for node in order:
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] += slope * arrived[node]
        for node in order:
            node.grad += arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: gives its slopes to the leaves only
# hint: Which nodes get a grad, by the text of the exercise? Those in between as well?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            if not node.operands:
                node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: leaves out the node that backward() is called on
# hint: How steep is a node along itself, and where should that be found afterwards?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            if node is not self:
                node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: keeps one slope for each operand, so in a * a one of the two is lost
# hint: How many entries has a dictionary (or a set) in which the same node stands twice?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            edges = dict(zip(node.operands, node.slopes, strict=True))
            for operand, slope in edges.items():
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: remembers from the first walk whom it has visited, so the second does little
# hint: What is in your marks when the second walk begins? Who takes them away?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.visited = False
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        self.visited = True
        while waiting:
            for operand in waiting.pop().operands:
                if not operand.visited:
                    operand.visited = True
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: remembers from the first walk whom it has visited, so the second does little
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]
            node.operands, node.slopes = (), ()

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: remembers from the first walk whom it has visited, so the second does little
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.done = False
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        if self.done:
            return
        self.done = True
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes a step downhill in backward(), so the numbers change
# hint: What is backward() to change: grad, or data? Whose work is the step?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]
            node.data -= 0.1 * node.grad

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% Value: takes slopes away from grad instead of adding them
# hint: Which sign stands between grad and what has arrived?
class Value:
    made = itertools.count()

    def __init__(self, data, operands=(), slopes=()):
        self.number = next(Value.made)
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes

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
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def nodes(self):
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad -= arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]

    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, other: self + -Value.of(other)
    __truediv__ = lambda self, other: self * Value.of(other) ** -1
    __radd__ = lambda self, other: self + other
    __rmul__ = lambda self, other: self * other
    __rsub__ = lambda self, other: Value.of(other) - self
    __rtruediv__ = lambda self, other: Value.of(other) / self


# %% zero_grad: clears the root alone
# hint: Which nodes does the root depend on? What is left in theirs?
def zero_grad(root):
    root.grad = 0.0


# %% zero_grad: clears the leaves only
# hint: Which nodes does the exercise name? Those in between as well?
def zero_grad(root):
    for node in root.nodes():
        if not node.operands:
            node.grad = 0.0


# %% zero_grad: leaves out the root itself
# hint: Is the root among the nodes that you go through?
def zero_grad(root):
    for node in root.nodes():
        if node is not root:
            node.grad = 0.0


# %% zero_grad: leaves out the root itself
def zero_grad(root):
    waiting, seen = list(root.operands), set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            node.grad = 0.0
            waiting.extend(node.operands)


# %% zero_grad: leaves out the leaves
# hint: When do you clear a node: also when it has no operands?
def zero_grad(root):
    for node in root.nodes():
        if node.operands:
            node.grad = 0.0


# %% zero_grad: goes no further than the operands of the root
# hint: Who clears the operands of the operands?
def zero_grad(root):
    root.grad = 0.0
    for node in root.operands:
        node.grad = 0.0


# %% zero_grad: follows only one of the operands
# hint: A sum has two operands. Which of them do you go on with?
def zero_grad(root):
    node = root
    while True:
        node.grad = 0.0
        if not node.operands:
            break
        node = node.operands[0]


# %% zero_grad: follows only one of the operands
def zero_grad(root):
    node = root
    while True:
        node.grad = 0.0
        if not node.operands:
            break
        node = node.operands[-1]


# %% zero_grad: changes nothing in the graph
# hint: Does your line assign to node.grad, or to something else? Print a grad before and after.
def zero_grad(root):
    for node in root.nodes():
        node.grad == 0.0


# %% zero_grad: changes nothing in the graph
def zero_grad(root):
    for node in root.nodes():
        grad = node.grad
        grad = 0.0


# %% zero_grad: changes nothing in the graph
def zero_grad(root):
    return None


# %% zero_grad: changes nothing in the graph
def zero_grad(root):
    for node in root.nodes():
        node.gradient = 0.0


# %% zero_grad: sets grad to None
# hint: What is None + 1.0? Which number does the exercise ask for?
def zero_grad(root):
    for node in root.nodes():
        node.grad = None


# %% zero_grad: sets grad to 1
# hint: What should be in grad before anything has arrived?
def zero_grad(root):
    for node in root.nodes():
        node.grad = 1.0


# %% zero_grad: clears the numbers as well
# hint: What is each node's data for? Who asked you to change it?
def zero_grad(root):
    for node in root.nodes():
        node.data = node.grad = 0.0


# %% zero_grad: clears the numbers as well
def zero_grad(root):
    for node in root.nodes():
        node.data, node.grad = 0.0, 0.0


# %% zero_grad: clears the numbers instead of the gradients
# hint: Which attribute of a node holds what has arrived?
def zero_grad(root):
    for node in root.nodes():
        node.data = 0.0


# %% zero_grad: cuts the graph apart
# hint: After your function, whom can the root pass a slope on to?
def zero_grad(root):
    for node in root.nodes():
        node.grad = 0.0
        node.operands, node.slopes = (), ()


# %% zero_grad: cuts the graph apart
def zero_grad(root):
    for node in root.nodes():
        node.grad = 0.0
    root.operands, root.slopes = (), ()


# %% zero_grad: calls itself for each operand, too deep for a long chain
# hint: How many calls inside each other does a chain of 5,000 nodes need, and how many does Python allow?
def zero_grad(root):
    seen = set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            node.grad = 0.0
            for operand in node.operands:
                visit(operand)

    visit(root)


# %% zero_grad: visits a shared node once for every way that leads to it
# hint: In b = a + a, c = b + b, d = c + c, how often does your function come to a? What could it remember?
def zero_grad(root):
    root.grad = 0.0
    for operand in root.operands:
        zero_grad(operand)


# %% zero_grad: visits a shared node once for every way that leads to it
def zero_grad(root):
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.grad = 0.0
        waiting.extend(node.operands)


# %% zero_grad: stops at nodes that are zero already
# hint: Can there be something to clear below a node whose own grad is zero?
def zero_grad(root):
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.grad != 0.0:
            node.grad = 0.0
            waiting.extend(node.operands)


# %% zero_grad: clears every node that there is, also those that the root does not depend on
# hint: Which nodes does the root depend on? What of a node that was made of it?
import gc


def zero_grad(root):
    for node in gc.get_objects():
        if isinstance(node, Value):
            node.grad = 0.0


# %% zero_grad: takes its argument for a list of nodes
# hint: What comes in: a list, or the node at the end?
def zero_grad(root):
    for node in root:
        node.grad = 0.0


# %% zero_grad: asks the root for something that a node does not have
# hint: What does the error message say that a Value has no attribute of? Which attributes did you give to it?
def zero_grad(root):
    for parameter in root.parameters():
        parameter.grad = 0.0


# %% zero_grad: asks the root for something that a node does not have
def zero_grad(root):
    root.zero_grad()


# %% zero_grad: asks the root for something that a node does not have
def zero_grad(root):
    for node in root.topo:
        node.grad = 0.0


# %% zero_grad: takes away 1 instead of everything
# hint: After two calls of backward(), what is left when you take away 1?
def zero_grad(root):
    for node in root.nodes():
        node.grad -= 1.0


# %% zero_grad: calls backward(), which adds instead of clearing
# hint: What does backward() do to grad?
def zero_grad(root):
    for node in root.nodes():
        node.grad = 0.0
    root.backward()


# %% linear_backward: gives grad_weight transposed
# hint: Which shape has weight, and which has your grad_weight? Which of the two matrices has to be turned?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, x.T @ grad_output, grad_output.sum(0)


# %% linear_backward: transposes the weight on the way back
# hint: In which shape comes grad_output, and in which must grad_x leave? Write the shapes of your product below
# each other.
def linear_backward(x, weight, grad_output):
    return grad_output @ weight.T, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: multiplies the matrices of grad_x in the wrong order
# hint: Write the shapes of your product below each other: do the inner ones agree?
def linear_backward(x, weight, grad_output):
    return weight @ grad_output, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: multiplies the matrices of grad_x in the wrong order
def linear_backward(x, weight, grad_output):
    return weight.T @ grad_output, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: multiplies the matrices of grad_x in the wrong order
def linear_backward(x, weight, grad_output):
    return (weight.T @ grad_output).T, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: multiplies the matrices of grad_weight without turning one
# hint: Which index do grad_output and x share: the sample, or the output? Over which does your product add up?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output @ x, grad_output.sum(0)


# %% linear_backward: multiplies the matrices of grad_weight without turning one
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, x @ grad_output, grad_output.sum(0)


# %% linear_backward: multiplies the matrices of grad_weight without turning one
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output @ x.T, grad_output.sum(0)


# %% linear_backward: multiplies element by element where a matrix product is needed
# hint: What is the difference between * and @? Over which index has the sum to run?
def linear_backward(x, weight, grad_output):
    return grad_output * weight, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: multiplies element by element where a matrix product is needed
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output * x, grad_output.sum(0)


# %% linear_backward: multiplies element by element where a matrix product is needed
def linear_backward(x, weight, grad_output):
    return grad_output * weight, grad_output * x, grad_output.sum(0)


# %% linear_backward: divides by the size of the batch
# hint: Where does a mean come in: in this layer, or in the loss behind it? What is in grad_output already?
def linear_backward(x, weight, grad_output):
    n = len(x)
    return grad_output @ weight / n, grad_output.T @ x / n, grad_output.sum(0) / n


# %% linear_backward: divides by the size of the batch
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x / len(x), grad_output.mean(0)


# %% linear_backward: divides by the size of the batch
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x / x.shape[0], grad_output.sum(0)


# %% linear_backward: takes the mean over the batch for the bias
# hint: The bias goes into every sample's output. Do the slopes along several ways add up, or is their mean
# taken?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.mean(0)


# %% linear_backward: takes the mean over the batch for the bias
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.mean(dim=0)


# %% linear_backward: adds up grad_bias over the outputs instead of the samples
# hint: Which shape has the bias? Which dimension of grad_output has to go?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(1)


# %% linear_backward: adds up grad_bias over the outputs instead of the samples
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.T.sum(0)


# %% linear_backward: does not add up grad_bias at all
# hint: Which shape has the bias, and which has your grad_bias?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output


# %% linear_backward: does not add up grad_bias at all
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.clone()


# %% linear_backward: adds up grad_bias to a single number
# hint: Which shape has the bias? How many outputs does the layer have?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum()


# %% linear_backward: keeps a dimension too many in grad_bias
# hint: Which shape has the bias: (k,), or (1, k)?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0, keepdim=True)


# %% linear_backward: takes grad_bias for ones, as if nothing came from behind
# hint: How much does the loss grow when an output grows? Who tells you?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, torch.ones_like(weight[:, 0])


# %% linear_backward: takes grad_bias for ones, as if nothing came from behind
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, torch.full_like(weight[:, 0], len(x))


# %% linear_backward: gives grad_bias of the first sample, or the last, alone
# hint: Every sample adds its slope. How many are in your result?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output[0]


# %% linear_backward: gives grad_bias of the first sample, or the last, alone
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output[-1]


# %% linear_backward: keeps the last sample's part of grad_weight, instead of adding them up
# hint: What does each round of your loop do with what was there before?
def linear_backward(x, weight, grad_output):
    grad_weight = torch.zeros_like(weight)
    for row, slopes in zip(x, grad_output):
        grad_weight = torch.outer(slopes, row)
    return grad_output @ weight, grad_weight, grad_output.sum(0)


# %% linear_backward: returns the three in another order
# hint: Which order does the exercise name? Which shape has the first of your results?
def linear_backward(x, weight, grad_output):
    return grad_output.T @ x, grad_output @ weight, grad_output.sum(0)


# %% linear_backward: returns the three in another order
def linear_backward(x, weight, grad_output):
    return grad_output.T @ x, grad_output.sum(0), grad_output @ weight


# %% linear_backward: returns the three in another order
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.sum(0), grad_output.T @ x


# %% linear_backward: leaves out the bias
# hint: How many things are learned, or passed on, in a linear layer?
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x


# %% linear_backward: returns one tensor instead of three
# hint: What do you hand back, and to whom does it belong? Three things are asked for.
def linear_backward(x, weight, grad_output):
    return grad_output @ weight


# %% linear_backward: returns one tensor instead of three
def linear_backward(x, weight, grad_output):
    return grad_output.T @ x


# %% linear_backward: returns a dictionary
# hint: In which form does the exercise ask for the three tensors?
def linear_backward(x, weight, grad_output):
    return {"x": grad_output @ weight, "weight": grad_output.T @ x, "bias": grad_output.sum(0)}


# %% linear_backward: returns the way downhill instead of the slopes
# hint: Does the exercise ask for the slopes, or for a step against them?
def linear_backward(x, weight, grad_output):
    return -grad_output @ weight, -grad_output.T @ x, -grad_output.sum(0)


# %% linear_backward: returns the way downhill instead of the slopes
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, -grad_output.T @ x, -grad_output.sum(0)


# %% linear_backward: forgets what comes from behind: its slopes are those of the outputs' sum
# hint: Where does grad_output stand in your lines? What would the slopes be if it were twice as large?
def linear_backward(x, weight, grad_output):
    ones = torch.ones_like(grad_output)
    return ones @ weight, ones.T @ x, ones.sum(0)


# %% linear_backward: computes the layer itself instead of its gradients
# hint: What is asked for: what the layer gives, or how the loss depends on what goes in?
def linear_backward(x, weight, grad_output):
    return x @ weight.T, weight, grad_output.sum(0)


# %% linear_backward: computes the layer itself instead of its gradients
def linear_backward(x, weight, grad_output):
    y = x @ weight.T
    return y, y, y.sum(0)


# %% linear_backward: confuses grad_x with what x itself is needed for
# hint: Whose slope is it, and what was that multiplied by on the way forward? Look at the two sums of section
# 5.
def linear_backward(x, weight, grad_output):
    return grad_output @ weight * x, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: confuses grad_x with what x itself is needed for
def linear_backward(x, weight, grad_output):
    return grad_output @ weight + x, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: confuses grad_x with what x itself is needed for
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ (grad_output @ weight), grad_output.sum(0)


# %% linear_backward: changes grad_output on the way
# hint: Which of your lines writes into an argument? What ends in an underscore, or has = after its sign?
def linear_backward(x, weight, grad_output):
    grad_output *= 1.0 / len(x)
    grad_output *= len(x) + 1.0
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: changes grad_output on the way
def linear_backward(x, weight, grad_output):
    grad_x, grad_weight = grad_output @ weight, grad_output.T @ x
    grad_output[0] += grad_output[1:].sum(0)
    return grad_x, grad_weight, grad_output[0].clone()


# %% linear_backward: turns the caller's own tensors by an operation in place
# hint: Which of your methods ends in an underscore? What does that mean in PyTorch?
def linear_backward(x, weight, grad_output):
    grad_x, grad_bias = grad_output @ weight, grad_output.sum(0)
    return grad_x, grad_output.t_() @ x, grad_bias


# %% linear_backward: turns the caller's own tensors by an operation in place
def linear_backward(x, weight, grad_output):
    x.t_()
    return grad_output @ weight, (x @ grad_output).T, grad_output.sum(0)


# %% linear_backward: uses view, which fails for a tensor that is a view of another
# hint: Which method flattens a tensor whatever it looks like in memory?
def linear_backward(x, weight, grad_output):
    flat = x.view(-1).view(x.shape)
    return grad_output @ weight, grad_output.T @ flat, grad_output.sum(0)


# %% linear_backward: uses view, which fails for a tensor that is a view of another
def linear_backward(x, weight, grad_output):
    flat = grad_output.view(-1)
    grad_output = flat.view(len(x), -1)
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: gives float32 whatever comes in
# hint: What is the dtype of your results for float64 arguments?
def linear_backward(x, weight, grad_output):
    x, weight, grad_output = x.float(), weight.float(), grad_output.float()
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: gives float32 whatever comes in
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0).float()


# %% linear_backward: gives float32 whatever comes in
def linear_backward(x, weight, grad_output):
    grad_x, grad_weight, grad_bias = torch.zeros(x.shape), torch.zeros(weight.shape), torch.zeros(len(weight))
    grad_x += grad_output @ weight
    grad_weight += grad_output.T @ x
    grad_bias += grad_output.sum(0)
    return grad_x, grad_weight, grad_bias


# %% linear_backward: makes its results on the CPU, wherever the arguments are
# hint: Where does torch.zeros make a tensor? Which function makes one beside another?
def linear_backward(x, weight, grad_output):
    grad_bias = torch.zeros(len(weight), dtype=x.dtype)
    for slopes in grad_output:
        grad_bias = grad_bias + slopes
    return grad_output @ weight, grad_output.T @ x, grad_bias


# %% linear_backward: returns arrays of numpy's, or lists
# hint: What does type(...) say of your results? The exercise asks for tensors.
def linear_backward(x, weight, grad_output):
    return (grad_output @ weight).numpy(), (grad_output.T @ x).numpy(), grad_output.sum(0).numpy()


# %% linear_backward: returns arrays of numpy's, or lists
def linear_backward(x, weight, grad_output):
    return (grad_output @ weight).tolist(), (grad_output.T @ x).tolist(), grad_output.sum(0).tolist()


# %% linear_backward: squeezes its results, so that a batch of one, or one output, loses a dimension
# hint: Which shape has grad_x for a single sample? Which dimensions does squeeze() take away?
def linear_backward(x, weight, grad_output):
    return (grad_output @ weight).squeeze(), (grad_output.T @ x).squeeze(), grad_output.sum(0)


# %% linear_backward: squeezes its results, so that a batch of one, or one output, loses a dimension
def linear_backward(x, weight, grad_output):
    return (grad_output @ weight).squeeze(), grad_output.T @ x, grad_output.sum(0)


# %% linear_backward: squeezes its results, so that a batch of one, or one output, loses a dimension
def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0).squeeze()
