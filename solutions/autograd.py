# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Backward propagation
#
# You have called `.backward()` since the first lesson, and found the slopes of a loss in `.grad`. Nobody told you how they
# got there. There is no magic in it: one rule of school calculus, and the patience to write every step down.
# In this lesson you build the machine yourself, and then do for a whole layer what it does for single numbers.
#
# **After this lesson you can**
#
# - measure a slope by trying, and say how far to trust it;
# - follow the chain rule backwards through a network, by hand;
# - write an engine that remembers what it computed and differentiates it;
# - say why gradients add up, and what `zero_grad` is for;
# - write the gradients of a linear layer as three matrix products.
#
# **Time needed:** about 180 minutes, by our estimate: 40 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `numerical_gradient` | \* | slopes by trying: your own checker |
# | `Value` | \*\*\* | a number that remembers where it came from |
# | `zero_grad` | \* | all gradients back to zero |
# | `linear_backward` | \*\* | the gradients of a linear layer |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("Value")` in a cell of your own, then `hint("Value", 2)`: each tells a little more. `reset("Value")`
# shows an exercise as it was given to you, `check()` the whole lesson, and `progress()` the whole course.
# A few cells show what your functions do. Until you have written them, such a cell says what it needs.
#
# Some cells ask what you expect, with `guess(...)`: write the letter of your answer into the cell, run it, then read on.
# Nobody grades it, and it stays in the cell, so you see later what you thought.
#
# The cells with the imports and the checks are locked: an import of your own goes into a new cell.
# The code of most pictures is folded: a click on the dots below its picture's text shows it.
#
# **Symbols.** Each stands for one thing in this lesson:
#
# | symbol | what it is |
# | --- | --- |
# | $f$, $x$ | a function, and the number that goes in |
# | $\varepsilon$ | a small distance |
# | $L$ | the loss, the one number at the end |
# | $\partial L / \partial w$ | the slope of $L$ along $w$: how much $L$ grows for each unit that $w$ grows |
# | $G$ | the slopes of $L$ along the outputs of a layer |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %% nbgrader={"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
import itertools
import math
from collections.abc import Callable, Sequence

import torch

# %% tags=["active-ipynb"] nbgrader={"grade": false, "grade_id": "notebook-imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
# import matplotlib.pyplot as plt
#
# from autograder import check, guess, hint, needs, progress, reset
#
# plt.style.use("autograder.worker.pictures")

# %% [markdown]
# ## 1. A slope, measured
#
# What is the slope of $f$ at $x$? Go a little to the right, see how much $f$ has grown, and divide by the distance:
#
# $$\text{forward difference:}\quad \frac{f(x + \varepsilon) - f(x)}{\varepsilon}$$
#
# This leans to one side. It is better to look as far to the left as to the right:
#
# $$\text{central difference:}\quad \frac{f(x + \varepsilon) - f(x - \varepsilon)}{2 \varepsilon}$$

# %% tags=["active-ipynb"]
# guess(
#     "At a tenth of the distance, the forward difference is ten times better. And the central one?",
#     a="ten times, too",
#     b="twenty times",
#     c="a hundred times",
#     d="no better",
#     answer=None,
# )

# %% [markdown]
# **By hand.** For $f(x) = x^3$ at $x = 2$ the slope is $3 x^2 = 12$. Measured:
#
# | $\varepsilon$ | $f(2 + \varepsilon)$ | $f(2 - \varepsilon)$ | forward | central |
# | ---: | ---: | ---: | ---: | ---: |
# | 1 | 27 | 1 | 19 | 13 |
# | 0.1 | 9.261 | 6.859 | 12.61 | 12.01 |
# | 0.01 | 8.120601 | 7.880599 | 12.0601 | 12.0001 |
#
# With a tenth of the distance the forward difference is ten times better, and the central one a *hundred* times: its error is $\varepsilon^2$
# here, exactly. So why not take $\varepsilon = 10^{-15}$?

# %% tags=["active-ipynb"]
# guess(
#     "Which distance measures the slope of tanh at 1 best, by central differences of floats?",
#     a="0.01",
#     b="0.00001",
#     c="1e-10",
#     d="1e-15",
#     answer=None,
# )

# %% [markdown]
# Because a computer rounds. The two values of $f$ are then nearly equal, their
# difference is mostly rounding, and it is divided by a tiny number. Between the two evils lies a best distance.

# %% tags=["active-ipynb", "folded"]
# slope = 1 - math.tanh(1) ** 2  # of tanh at 1, exactly
# distances = [10 ** (-k / 4) for k in range(2, 53)]
# forward = [(math.tanh(1 + e) - math.tanh(1)) / e for e in distances]
# central = [(math.tanh(1 + e) - math.tanh(1 - e)) / (2 * e) for e in distances]
#
# fig, ax = plt.subplots(figsize=(8, 3.8), layout="constrained")
# for values, color, style, name in [
#     (forward, "C1", "s--", "forward difference"),
#     (central, "C0", "o-", "central difference"),
# ]:
#     errors = [abs(value - slope) for value in values]
#     ax.loglog(distances, errors, style, color=color, markersize=4, label=name)
# ax.axvline(1e-4, color="C2", linestyle=":", linewidth=2, label="1e-4, what we take")
# ax.annotate("rounding", xy=(2e-10, 3e-5), fontsize=11)
# ax.annotate("too far away", xy=(2e-3, 1e-9), fontsize=11)
# ax.set_title("How wrong a measured slope is: tanh at 1, in double precision")
# ax.set(xlabel="distance ε (smaller to the left)", ylabel="error of the slope")
# ax.grid(alpha=0.3)
# ax.legend(loc="lower left");

# %% [markdown]
# At $\varepsilon = 10^{-4}$ the central difference is right to nine places, the forward one to four or five. (That holds for Python's floats. In float32 rounding
# begins much earlier.)
#
# A function of several numbers has a slope along each of them. Move one, leave the others where they are, measure; then the next.
# The list of all slopes is the **gradient**. It costs two calls of the function for *every* number. For a network with a million weights
# that is two million forward passes for one step: nobody trains so. But it is simple, so it is trustworthy, and that
# makes it the perfect *checker* for anything cleverer.

# %% [markdown]
# ### Exercise: `numerical_gradient`
#
# Measure the gradient of a function by central differences.
#
# - `function` takes a list of floats and returns a float; `inputs` is the list at which the slopes are wanted.
# - Return a plain list of floats, one slope for each input, in their order.
# - `eps` is the distance to *either* side, as in the formula above.
# - Leave `inputs` exactly as it was. Beware: `x + eps - eps` is not always `x` in floating point.

# %% nbgrader={"grade": false, "grade_id": "numerical_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numerical_gradient(
    function: Callable[[list[float]], float], inputs: list[float], eps: float = 1e-4
) -> list[float]:
    """Slopes of a function along each of its inputs, by central differences.

    Args: function: takes a list of n floats, returns a float. inputs: n floats, left as they were.
        eps: the distance to either side.
    Returns: a list of n floats.
    """
    ### BEGIN SOLUTION
    slopes = []
    for i, x in enumerate(inputs):
        above, below = list(inputs), list(inputs)
        above[i], below[i] = x + eps, x - eps
        slopes.append((function(above) - function(below)) / (2 * eps))
    return slopes
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-numerical_gradient", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
# check("numerical_gradient")

# %% [markdown]
# ## 2. The chain rule, backwards
#
# Measuring asks for every weight: what if you were a little larger? The clever way asks the question once, at the end, and passes
# the answer back. It rests on one rule. If $z$ depends on $y$ and $y$ depends on $x$, slopes multiply:
#
# $$\frac{\partial z}{\partial x} = \frac{\partial z}{\partial y} \cdot \frac{\partial y}{\partial x}$$
#
# If $y$ triples every change of $x$, and $z$ doubles every change of $y$, then $z$ grows six times as fast as $x$.
#
# **By hand.** Take the small network of the lesson `mlp`, with its numbers and its input $x = (1, 2)$:
#
# $$W_1 = \begin{pmatrix} 1 & -1 \\ 0.5 & 1 \end{pmatrix},\;
# b_1 = \begin{pmatrix} 0 \\ -0.5 \end{pmatrix},\quad
# W_2 = \begin{pmatrix} 3 & 1 \end{pmatrix},\; b_2 = \begin{pmatrix} -1 \end{pmatrix},\quad
# W_3 = \begin{pmatrix} 2 \\ -1 \end{pmatrix},\; b_3 = \begin{pmatrix} 0.5 \\ 0 \end{pmatrix}$$
#
# Forward you know it: $z_1 = (-1, 2)$, after the ReLU $h_1 = (0, 2)$, then $z_2 = 1$, $h_2 = 1$, and the outputs are $y = (2.5, -1)$.
# Suppose that they should be $(2, 0)$. The mean squared error is $L = \frac12 \big( (2.5 - 2)^2 + (-1 - 0)^2 \big) = 0.625$.
#
# Now back, from $L$ towards the input.

# %% tags=["active-ipynb"]
# guess(
#     "One neuron's ReLU was shut: z is -1. How do its weights learn from this sample?",
#     a="as if it were open",
#     b="half as much",
#     c="not at all",
#     d="in the other direction",
#     answer=None,
# )

# %% [markdown]
# Each line uses only the line before it, and numbers from the way forward:
#
# | slope of $L$ along | computation | result |
# | --- | --- | --- |
# | the outputs $y$ | $\frac22 (y - \text{target})$ | $(0.5,\; -1)$ |
# | $W_3$ | each output's slope, times what the weight multiplied: $h_2 = 1$ | $(0.5,\; -1)$ |
# | $b_3$ | each output's slope, times 1 | $(0.5,\; -1)$ |
# | $h_2$ | two ways lead to $L$, and they add: $2 \cdot 0.5 + (-1) \cdot (-1)$ | $2$ |
# | $z_2$ | the ReLU was open ($z_2 > 0$): as it is | $2$ |
# | $W_2$ | $2$, times what the weights multiplied: $h_1 = (0, 2)$ | $(0,\; 4)$ |
# | $b_2$ | $2 \cdot 1$ | $2$ |
# | $h_1$ | $2 \cdot (3, 1)$ | $(6,\; 2)$ |
# | $z_1$ | the first ReLU was shut ($-1 < 0$), the second open | $(0,\; 2)$ |
# | $W_1$ | rows: the slope of $z_1$, times the input $(1, 2)$ | $\begin{pmatrix} 0 & 0 \\ 2 & 4 \end{pmatrix}$ |
# | $b_1$ | as $z_1$ | $(0,\; 2)$ |
#
# Believe it? Measure one. Make the second weight of $W_2$ a hundredth larger, $1.01$. Then $z_2 = 1.02$, the outputs are $(2.54, -1.02)$, and the loss
# is $0.666$: it grew by $0.041$, and $0.041 / 0.01 = 4.1$. The table says $4$. (That was a forward difference; a central one gives $4.0000$.)
#
# Here are all of these numbers on the network. Above, in each circle, the value from the way forward; below, the slope from the way back.

# %% tags=["active-ipynb", "folded"]
# W1, b1 = torch.tensor([[1.0, -1.0], [0.5, 1.0]]), torch.tensor([0.0, -0.5])
# W2, b2 = torch.tensor([[3.0, 1.0]]), torch.tensor([-1.0])
# W3, b3 = torch.tensor([[2.0], [-1.0]]), torch.tensor([0.5, 0.0])
# weights = [W1, b1, W2, b2, W3, b3]
# x = torch.tensor([1.0, 2.0])
# for tensor in [x, *weights]:
#     tensor.requires_grad_()
# z1 = W1 @ x + b1
# h1 = z1.clamp(min=0)
# z2 = W2 @ h1 + b2
# h2 = z2.clamp(min=0)
# y = W3 @ h2 + b3
# loss = (y - torch.tensor([2.0, 0.0])).square().mean()
# layers = [x, z1, h1, z2, h2, y, loss.reshape(1)]
# for tensor in layers[:-1]:
#     tensor.retain_grad()
# loss.backward()
#
# names = ["x", "z₁", "h₁ = ReLU(z₁)", "z₂", "h₂ = ReLU(z₂)", "y", "loss"]
# columns = [[(2 * k, 1.1 * (len(layer) - 1) - 2.2 * i) for i in range(len(layer))]
#            for k, layer in enumerate(layers)]
# between = [W1, "relu", W2, "relu", W3, None]
#
# fig, ax = plt.subplots(figsize=(12, 4.4), layout="constrained")
# for left, right, how in zip(columns, columns[1:], between):
#     for j, (x1, y1) in enumerate(right):
#         for i, (x0, y0) in enumerate(left):
#             if isinstance(how, str) and i != j:
#                 continue
#             shut = isinstance(how, str) and layers[columns.index(left)][i] < 0
#             ax.plot([x0, x1], [y0, y1], color="0.5", linestyle=":" if shut else "-", zorder=1)
#             if isinstance(how, torch.Tensor):
#                 place = (0.7 * x0 + 0.3 * x1, 0.7 * y0 + 0.3 * y1)
#                 ax.text(*place, f"{how[j, i]:g}", ha="center", va="center", fontsize=10,
#                         bbox={"facecolor": fig.get_facecolor(), "edgecolor": "none", "pad": 1.5},
#                         zorder=2)
#             elif shut:
#                 ax.text((x0 + x1) / 2, y0 + 0.15, "shut", ha="center", fontsize=10)
# for column, layer, name in zip(columns, layers, names):
#     ax.text(column[0][0], 2.0, name, ha="center", fontsize=11)
#     slopes = torch.ones(1) if layer is layers[-1] else layer.grad
#     for (px, py), value, slope in zip(column, layer.tolist(), slopes.tolist()):
#         ax.scatter(px, py, s=2600, color="white", edgecolor="black", zorder=3)
#         ax.text(px, py + 0.14, f"{value:g}", ha="center", va="bottom", fontsize=10,
#                 color="C0", zorder=4)
#         ax.plot([px - 0.3, px + 0.3], [py, py], "-", color="lightgray", zorder=4)
#         ax.text(px, py - 0.14, f"{slope:g}", ha="center", va="top", fontsize=10,
#                 color="C1", weight="bold", zorder=4)
# legend = "in a circle: the value above, the slope of the loss below (bold); on a line: the weight"
# ax.text(6, -2.1, legend, ha="center", fontsize=10)
# ax.set_title("Values go forward, slopes come back")
# ax.set(xlim=(-0.8, 12.8), ylim=(-2.4, 2.5))
# ax.axis("off");

# %% [markdown]
# The picture's numbers are PyTorch's, which does the same with its tensors. So are these: compare them with the table.

# %% tags=["active-ipynb"]
# for name, weight in zip(["W1", "b1", "W2", "b2", "W3", "b3"], weights):
#     print(f"slope of the loss along {name}: {weight.grad.tolist()}")

# %% [markdown]
# Look at what happened:
#
# - One walk forward and one walk back gave the slopes along *all* weights (and along the input) at once.
# - Every step needed only something **local**: of a product, what the other factor was; of a ReLU, whether it was open.
# - Where two ways lead from a number to the loss, their slopes **add**.
# - A shut ReLU passes nothing back. The first row of $W_1$ learns nothing from this sample.
#
# This walk is **backward propagation**, and a library that does it by itself has **autograd**.

# %% [markdown]
# ## 3. A number that remembers
#
# To walk back, somebody must have written down the way. So we make a number that does: a **node** knows its value, `data`, the nodes that it was
# computed from, its *operands*, and for each operand the local slope. All nodes and operands together are a **graph**.
#
# | operation | value | local slope along $a$ | along $b$ |
# | --- | --- | --- | --- |
# | sum | $a + b$ | $1$ | $1$ |
# | product | $a\,b$ | $b$ | $a$ |
# | power | $a^c$, $c$ a plain number | $c\,a^{c-1}$ | |
# | exponential | $e^a$ | $e^a$ | |
# | logarithm | $\ln a$ | $1 / a$ | |
# | hyperbolic tangent | $\tanh a$ | $1 - \tanh^2 a$ | |
# | ReLU | $\max(a, 0)$ | $1$ where $a > 0$, else $0$ | |
#
# The rest is made of these: $-a$ is $a \cdot (-1)$, $a - b$ is $a + (-b)$, and $a / b$ is $a \cdot b^{-1}$.
#
# Python lets a class say what `+` means: for `a + b` it calls `a.__add__(b)`, for `a * b` it calls `a.__mul__(b)`, for `a ** 3` it calls
# `a.__pow__(3)`. Where the left one is a plain number, as in `2 + b`, Python finds that a number cannot add a node, and asks the right one: `b.__radd__(2)`.
#
# ### In which order?
#
# Backward propagation hands each node's slope to its operands. One thing must not go wrong: a node may pass its slope on only
# when *all* of it has arrived.
#
# **By hand.** Let $a = 3$, $b = a \cdot a = 9$, $c = b + a = 12$ and $d = b \cdot c = 108$. What is the slope of $d$ along $a$?
#
# | node | slope arrives from | together | passes on |
# | --- | --- | ---: | --- |
# | $d$ | it is the end | $1$ | $12$ to $b$, $9$ to $c$ |
# | $c$ | $d$: $9$ | $9$ | $9$ to $b$, $9$ to $a$ |
# | $b$ | $d$: $12$; $c$: $9$ | $21$ | $3 \cdot 21 = 63$ to $a$, twice |
# | $a$ | $c$: $9$; $b$: $63$ and $63$ | $135$ | |
#
# (Check: $d = a^4 + a^3$, and $4 a^3 + 3 a^2 = 108 + 27 = 135$.) Had $b$ come before $c$, it would have passed on its first $12$ alone, $36$ twice, and
# $a$ would have got $81$, without any error message.
#
# An order in which every node comes after its operands is called *topological*; we walk through it from its end. There are several ways to find one.
# The simplest: a node is always *made* after its operands. So number the nodes as they are made, and go from the highest number down.
#
# | | $a$ | $b$ | $c$ | $d$ |
# | --- | ---: | ---: | ---: | ---: |
# | made as number | 0 | 1 | 2 | 3 |
# | `data` | 3 | 9 | 12 | 108 |
# | `grad` after `d.backward()` | 135 | 21 | 9 | 1 |
# | after `d.backward()` again | 270 | 42 | 18 | 2 |
#
# The last line is PyTorch's rule for weights: backward **adds** to what is in `grad`, and does not look at it otherwise. What arrives in a walk is counted apart
# from what is there already; a node that passes on its whole `grad` is right the first time and wrong the second.

# %% [markdown]
# ### Exercise: `Value`
#
# Write the engine. Most of it is one line for each operation.
#
# - `Value(3)` has `data` 3.0 and `grad` 0.0, both Python floats, whatever number came in.
# - `+ - * /` and the unary minus take nodes, and plain numbers on either side; `**` takes a number as its exponent. `exp() log() tanh() relu()` are methods.
#   Each gives a new `Value`, and changes neither operand. `relu` has the slope 0 at 0.
# - `backward()` **adds** to the `grad` of every node that this one depends on, itself included, the slope of this one along it. The slope along itself is 1.
#   Each node passes its slope on once, when it has all of it. Called again, it adds the same again.
# - A chain of 5,000 operations must work. Python allows about 1,000 calls inside each other, so a method that
#   calls itself for the operand, and there for the operand's operand, does not come far: keep a list of what is still to be visited instead.
# - `math` has all that you need. PyTorch's autograd is not allowed here: you are building it.
#
# The lines below `backward` are given: they make the other operations of yours. All other names are your own business: change
# `operands`, `slopes` and `nodes` as you like, or do it in another way altogether. (With the name `operands`, or `nodes`, the next exercise can be tried on the kit's
# `Value` as well.)

# %% nbgrader={"grade": false, "grade_id": "Value", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Value:
    """A number that remembers what it was computed from: a node of a graph.

    data: the number. grad: what backward() has added up, 0.0 at first; both are Python floats.
    operands: the nodes that it was computed from. slopes: its local slope along each of them.
    number: how many nodes were made before it.
    """

    made = itertools.count()

    def __init__(
        self, data: float, operands: Sequence["Value"] = (), slopes: Sequence[float] = ()
    ) -> None:
        self.number = next(Value.made)
        ### BEGIN SOLUTION
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = operands, slopes
        ### END SOLUTION

    @staticmethod
    def of(number: "Value | float") -> "Value":
        """A plain number as a node; a node as it is."""
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other: "Value | float") -> "Value":
        ### BEGIN SOLUTION
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))
        ### END SOLUTION

    def __mul__(self, other: "Value | float") -> "Value":
        ### BEGIN SOLUTION
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))
        ### END SOLUTION

    def __pow__(self, exponent: float) -> "Value":
        ### BEGIN SOLUTION
        slope = exponent * self.data ** (exponent - 1)
        return Value(self.data**exponent, (self,), (slope,))
        ### END SOLUTION

    def exp(self) -> "Value":
        """e to the power of this."""
        ### BEGIN SOLUTION
        value = math.exp(self.data)
        return Value(value, (self,), (value,))
        ### END SOLUTION

    def log(self) -> "Value":
        """The natural logarithm."""
        ### BEGIN SOLUTION
        return Value(math.log(self.data), (self,), (1 / self.data,))
        ### END SOLUTION

    def tanh(self) -> "Value":
        """The hyperbolic tangent."""
        ### BEGIN SOLUTION
        value = math.tanh(self.data)
        return Value(value, (self,), (1 - value**2,))
        ### END SOLUTION

    def relu(self) -> "Value":
        """The larger of this and 0; its slope at 0 is 0."""
        ### BEGIN SOLUTION
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))
        ### END SOLUTION

    def nodes(self) -> list["Value"]:
        """All that this one depends on, itself included, each once, as they were made."""
        ### BEGIN SOLUTION
        found, waiting = {self}, [self]
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found.add(operand)
                    waiting.append(operand)
        return sorted(found, key=lambda node: node.number)
        ### END SOLUTION

    def backward(self) -> None:
        """Add to the grad of each node the slope of this one along it."""
        ### BEGIN SOLUTION
        arrived = {self: 1.0}
        for node in reversed(self.nodes()):
            node.grad += arrived[node]
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                arrived[operand] = arrived.get(operand, 0.0) + slope * arrived[node]
        ### END SOLUTION

    # given: the other operations, made of those above

    def __neg__(self) -> "Value":
        return self * -1.0

    def __sub__(self, other: "Value | float") -> "Value":
        return self + -Value.of(other)

    def __truediv__(self, other: "Value | float") -> "Value":
        return self * Value.of(other) ** -1

    def __radd__(self, other: float) -> "Value":
        return self + other

    def __rmul__(self, other: float) -> "Value":
        return self * other

    def __rsub__(self, other: float) -> "Value":
        return Value.of(other) - self

    def __rtruediv__(self, other: float) -> "Value":
        return Value.of(other) / self


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-Value", "locked": true, "points": 36, "schema_version": 3, "solution": false, "task": false}
# check("Value")

# %% [markdown]
# Here is the network of section 2 once more, now in your engine: its loss as a function of the six numbers in $W_1$ and $W_2$, and their slopes, walked back and measured.
# Two ways that have nothing in common agree; that is what makes a check worth something.

# %% tags=["active-ipynb"]
# with needs("Value", "numerical_gradient"):
#     def relu(v):
#         return v.relu() if isinstance(v, Value) else max(v, 0.0)
#
#     def network(w):
#         first = relu(w[0] * 1 + w[1] * 2 + 0)
#         second = relu(w[2] * 1 + w[3] * 2 - 0.5)
#         hidden = relu(w[4] * first + w[5] * second - 1)
#         return ((2 * hidden + 0.5 - 2) ** 2 + (-1 * hidden) ** 2) / 2
#
#     numbers = [1.0, -1.0, 0.5, 1.0, 3.0, 1.0]
#     nodes = [Value(number) for number in numbers]
#     end = network(nodes)
#     end.backward()
#     print(f"loss {end.data}")
#     print("walked back:", [node.grad for node in nodes])
#     print("measured:   ", [round(s, 6) for s in numerical_gradient(network, numbers)])

# %% [markdown]
# ## 4. Why gradients add up, and how to clear them
#
# That backward *adds* is no whim. It lets several losses share their weights: walk back from one, then from the other, and `grad` holds
# the slope of their sum. The price: before a *new* question you have to clear what is left of the old one. PyTorch works alike. There `optimizer.zero_grad()` clears the
# gradients of the weights, and a training loop without it follows the sum of all slopes since the beginning.
#
# **By hand.** Let $a = 3$ and $b = a \cdot a$, so the slope of $b$ along $a$ is $6$.
#
# | what is called | `a.grad` | `b.grad` |
# | --- | ---: | ---: |
# | nothing yet | 0 | 0 |
# | `b.backward()` | 6 | 1 |
# | `b.backward()` | 12 | 2 |
# | `zero_grad(b)` | 0 | 0 |
# | `b.backward()` | 6 | 1 |
#
# Three things about PyTorch that you can now explain:
#
# - **Only the weights keep their `grad`**, that is, the tensors that you made and that nobody computed (*leaves*). The nodes in between forget
#   theirs, to save memory, unless you ask with `retain_grad()`, as the picture above did. Your `Value` keeps all.
# - **After `backward()` the graph is gone**, for the same reason: a second call is a `RuntimeError`, unless the first was `backward(retain_graph=True)`.
# - **`torch.no_grad()` and `detach()`** mean: write nothing down. Under `no_grad` results have no operands; `x.detach()` is the same number, as a
#   leaf without a past. No slope passes through either.

# %% [markdown]
# ### Exercise: `zero_grad`
#
# Set the `grad` of `root`, and of every node that it depends on, to `0.0`. Nodes that `root` does not depend on keep theirs, `data` stays as it is, and afterwards `backward()` works as
# before. It must work at any time, also where nobody has called `backward()`, and for a chain of 5,000 operations.
#
# The check tries it on your own `Value`. Where that is not right yet, it tries the kit's, whose nodes have `operands` and `nodes()` as described above: right on either is right.

# %% nbgrader={"grade": false, "grade_id": "zero_grad", "locked": false, "schema_version": 3, "solution": true, "task": false}
def zero_grad(root: Value) -> None:
    """Set the grad of root, and of every node that it depends on, to 0.0."""
    ### BEGIN SOLUTION
    for node in root.nodes():
        node.grad = 0.0
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-zero_grad", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
# check("zero_grad")

# %% [markdown]
# With these two you can train. One neuron, $\tanh(w x + b)$, learns from five samples; every number in it is a `Value` of yours. A step is: walk back, move each
# weight a little against its slope, clear.

# %% tags=["active-ipynb", "folded"]
# with needs("Value", "zero_grad"):
#     samples = [(-2.0, -0.9), (-1.0, -0.8), (0.0, -0.3), (1.0, 0.5), (2.0, 0.9)]
#     w, b = Value(-0.5), Value(0.5)
#     history = []
#     for step in range(60):
#         errors = [((w * x + b).tanh() - target) ** 2 for x, target in samples]
#         mean = sum(errors) / len(errors)
#         mean.backward()
#         w.data -= 0.1 * w.grad
#         b.data -= 0.1 * b.grad
#         zero_grad(mean)
#         history.append((mean.data, w.data, b.data))
#
#     fig, (left, right) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained")
#     left.plot([row[0] for row in history], color="C0", linewidth=2)
#     left.set(title="The loss of one neuron, by your engine", xlabel="step", ylabel="loss")
#     left.set_yscale("log")
#     line = [-3 + 6 * k / 200 for k in range(201)]
#     for when, style in [(0, ":"), (9, "--"), (59, "-")]:
#         _, slope, shift = history[when]
#         curve = [math.tanh(slope * x + shift) for x in line]
#         right.plot(line, curve, style, color="C1", linewidth=2, label=f"after step {when + 1}")
#     right.plot(*zip(*samples), "o", color="black", label="samples")
#     right.set(title="What it has learned", xlabel="x", ylabel="output", ylim=(-1.9, 1.1))
#     right.legend(loc="lower right")
#     for ax in (left, right):
#         ax.grid(alpha=0.3)
#     plt.show()

# %% [markdown]
# ## 5. A layer at a time
#
# A node for each number is clear, and slow. PyTorch's nodes are whole tensors: one for a linear layer, with a rule that takes the slopes along all outputs, and
# gives the slopes along all inputs, weights and biases. Here is that rule.
#
# For a batch $X$ of shape $(m, n)$, a weight $W$ of shape $(k, n)$ and a bias $b$ of shape $(k,)$ the layer computes $Y = X W^\top + b$. In single numbers:
#
# $$y_{ij} = \sum_{l} x_{il}\, w_{jl} + b_j$$
#
# What comes from behind is $G$, of the shape of $Y$: $g_{ij}$ is the slope of the loss along $y_{ij}$. Now ask of each number where it goes, and add over all the ways:
#
# - $x_{il}$ goes into every output of *its own sample* $i$, each time multiplied by $w_{jl}$: its slope is $\sum_j g_{ij}\, w_{jl}$.
# - $w_{jl}$ goes into output $j$ of *every sample*, each time multiplied by $x_{il}$: its slope is $\sum_i g_{ij}\, x_{il}$.
# - $b_j$ goes into output $j$ of every sample, as it is: its slope is $\sum_i g_{ij}$.
#
# A sum over the index that two matrices share is a matrix product. Which of them has to be transposed? The shapes tell: the slopes along a matrix have the shape of
# that matrix.
#
# | along | shape | made of |
# | --- | --- | --- |
# | $X$ | $(m, n)$ | $G$: $(m, k)$ and $W$: $(k, n)$ |
# | $W$ | $(k, n)$ | $G$: $(m, k)$ and $X$: $(m, n)$ |
# | $b$ | $(k,)$ | $G$: $(m, k)$ |
#
# But beware of square matrices, whose shapes always fit.
#
# **By hand.** The first layer of our network, with a second sample in the batch:
#
# $$X = \begin{pmatrix} 1 & 2 \\ 3 & -1 \end{pmatrix},\quad
# W = \begin{pmatrix} 1 & -1 \\ 0.5 & 1 \end{pmatrix},\quad
# G = \begin{pmatrix} 0 & 2 \\ 1 & -1 \end{pmatrix}$$
#
# | slope along | computation | |
# | --- | --- | --- |
# | $x_{11}$ | $0 \cdot 1 + 2 \cdot 0.5$ | $1$ |
# | $x_{12}$ | $0 \cdot (-1) + 2 \cdot 1$ | $2$ |
# | $w_{11}$ | $0 \cdot 1 + 1 \cdot 3$ | $3$ |
# | $w_{21}$ | $2 \cdot 1 + (-1) \cdot 3$ | $-1$ |
# | $b_1$ | $0 + 1$ | $1$ |
#
# and, all of them together,
#
# $$\text{along } X: \begin{pmatrix} 1 & 2 \\ 0.5 & -2 \end{pmatrix},\quad
# \text{along } W: \begin{pmatrix} 3 & -1 \\ -1 & 5 \end{pmatrix},\quad
# \text{along } b: \begin{pmatrix} 1 & 1 \end{pmatrix}$$
#
# Nothing is divided by the size of the batch: if the loss is a mean, that division is in $G$ already.

# %% tags=["active-ipynb", "folded"]
# X = torch.tensor([[1.0, 2.0], [3.0, -1.0]], requires_grad=True)
# W = torch.tensor([[1.0, -1.0], [0.5, 1.0]], requires_grad=True)
# b = torch.tensor([0.0, -0.5], requires_grad=True)
# G = torch.tensor([[0.0, 2.0], [1.0, -1.0]])
# (X @ W.T + b).backward(G)
#
# fig, axes = plt.subplots(2, 4, figsize=(10, 4.6), layout="constrained")
# values = [("Y = X Wᵀ + b", X @ W.T + b), ("X", X), ("W", W), ("b", b)]
# grids = [("G: comes from behind", G), ("slopes along X", X.grad), ("slopes along W", W.grad)]
# grids += [("slopes along b", b.grad)]
# for row, tables in zip(axes, (values, grids)):
#     for ax, (title, tensor) in zip(row, tables):
#         table = tensor.detach().reshape(-1, tensor.shape[-1])
#         ax.imshow(table, cmap="PuOr_r", vmin=-8, vmax=8)
#         for (i, j), number in zip(itertools.product(*map(range, table.shape)), table.flatten()):
#             ax.text(j, i, f"{number:g}", ha="center", va="center", fontsize=13)
#         ax.set_title(f"{title}   {tuple(tensor.shape)}", fontsize=10)
#         ax.set(xticks=[], yticks=[])
# fig.suptitle("Each table of slopes has the shape of what it belongs to (b is drawn as one row)");

# %% [markdown]
# ### Exercise: `linear_backward`
#
# Write the rule, for any $m$, $n$ and $k$. Return the three tensors in the order of `x`, `weight`, `bias`, as a tuple.
#
# - The bias itself is not needed: no slope depends on it.
# - Leave the arguments as they were. They may be views of other tensors, float32 or float64, and on any device; results are where they are.
# - Autograd is not allowed here: no `backward`, and no `torch.autograd.grad`. (To check yourself, of course, it is.)

# %% nbgrader={"grade": false, "grade_id": "linear_backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def linear_backward(
    x: torch.Tensor, weight: torch.Tensor, grad_output: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Slopes of a loss along the input, the weight and the bias of y = x @ weight.T + bias.

    Args: x: (m, n). weight: (k, n). grad_output: (m, k), the slopes of the loss along y.
    Returns: grad_x (m, n), grad_weight (k, n) and grad_bias (k,), in the dtype of the arguments.
    """
    ### BEGIN SOLUTION
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-linear_backward", "locked": true, "points": 12, "schema_version": 3, "solution": false, "task": false}
# check("linear_backward")

# %% [markdown]
# ## Summary
#
# - A slope can be measured: look as far to the left as to the right. It is slow, and the best checker there is.
# - Backward propagation is the chain rule, walked from the loss to the weights: what arrives, times the local slope, is passed on; what comes by several ways is added.
# - A node passes its slope on when all of it has arrived. The order in which nodes were made, backwards, takes care of it.
# - Gradients add up until somebody clears them.
# - For a whole layer the rule is two matrix products and a sum, and the shapes tell which.
#
# ## What's next
#
# You know now what a loss is, and where its slopes come from. In **optimizers** you write what is done with them. When a network will not learn, come back to
# this page: look at the slopes, layer by layer, and find the place where they stop.
