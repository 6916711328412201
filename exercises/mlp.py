# %% [markdown]
# *This file is made from the notebook of the same name, for people who prefer an editor.*
#
# Put your code in the place of each `# YOUR CODE HERE` and the line below it, then run in a terminal, with the
# Python that you installed the kit for (`.venv/bin/python` if you followed its README):
#
#     python -m autograder check mlp --student exercises/mlp.py
#     python -m autograder hint SimpleMLP
#
# What only works in a notebook, such as plots, `check(...)` and `hint(...)`, is commented out.

# %% [markdown]
# # Multi-layer perceptrons
#
# One neuron draws one straight line through the plane. Put neurons side by side and you get a *layer*;
# put layers one after another, with a bend between them, and you get a *multi-layer perceptron* (MLP),
# the network that all the others grew out of. In this lesson you build one as a PyTorch module.
#
# **After this lesson you can**
#
# - write a network as an `nn.Module`, with its layers in `__init__` and its computation in `forward`;
# - say what it means that a parameter is *registered*, and what goes wrong when it is not;
# - follow the shape of a batch through a network, layer by layer;
# - count the parameters of a network, by hand and by code;
# - explain why a stack of linear layers without activation functions is just one linear layer.
#
# **Time needed:** about 100 minutes, by our estimate: 35 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `SimpleMLP` | \*\* | a network with two hidden layers |
# | `count_parameters` | \* | how many numbers a model learns |
# | `layer_shapes` | \*\* | the shape of a batch after every layer |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("SimpleMLP")` in a cell of your own, then `hint("SimpleMLP", 2)`: each tells a little more. `reset("SimpleMLP")`
# shows an exercise as it was given to you, `check()` the whole lesson, and `progress()` the whole course.
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
# | $x$, $X$ | one sample; a batch of them, a row each |
# | $W$, $b$ | the weights of a layer as a matrix, and its biases |
# | $n$, $m$ | numbers that go into a layer, and that come out |
# | $z$, $Z$ | weighted sums, of a sample and of a batch |
# | $h$ | the outputs of a hidden layer, after the ReLU |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %%
import torch
from torch import nn


# %% tags=["active-ipynb"]
# import matplotlib.pyplot as plt
#
# from autograder import check, grids, guess, hint, progress, reset
#
# plt.style.use("autograder.worker.pictures")

# %% [markdown]
# ## 1. From one neuron to a network
#
# A neuron computes a weighted sum of its $n$ inputs, adds a bias and applies an activation function.
# A **layer** of $m$ neurons does this $m$ times, each neuron with its own weights. Write the weights of
# the neurons as the rows of a matrix $W$ of shape $(m, n)$, and the biases as a vector $b$ of shape $(m,)$;
# then all the weighted sums come out at once:
#
# $$z = W x + b$$
#
# This is what `nn.Linear(n, m)` computes. Data come in **batches**: the rows of a matrix $X$ of shape
# $(\text{batch}, n)$ are the samples. Each row is treated alike, and the result has shape
# $(\text{batch}, m)$:
#
# $$Z = X W^\top + b$$
#
# Our network has three such layers, called `fc1`, `fc2` and `fc3` (*fc* stands for *fully connected*: every
# neuron sees every output of the layer before). The activation function between them is
# $\text{ReLU}(z) = \max(0, z)$, element by element:
#
# $$h_1 = \text{ReLU}(W_1 x + b_1), \qquad h_2 = \text{ReLU}(W_2 h_1 + b_2), \qquad
# \text{logits} = W_3 h_2 + b_3$$
#
# $h_1$ and $h_2$ are the *hidden* layers: nobody outside the network sees them. The outputs are **logits**:
# one score for each class, any real number, the larger the more likely. They are not probabilities: the
# loss function will apply the softmax itself, because there it can be done in a numerically safe way. So
# nothing comes after the third layer, neither a ReLU (scores may well be negative) nor a softmax.
#
# Here is such a network with 4 inputs, 6 and 3 hidden neurons, and 2 classes.

# %% tags=["active-ipynb", "folded"]
# def draw_network(sizes, names):
#     figure, axes = plt.subplots(figsize=(8, 4))
#     columns = [[(x, size / 2 - i - 0.5) for i in range(size)] for x, size in enumerate(sizes)]
#     for left, right in zip(columns, columns[1:]):
#         for (x0, y0) in left:
#             for (x1, y1) in right:
#                 axes.plot([x0, x1], [y0, y1], "-", color="0.75", linewidth=0.8, zorder=1)
#     colors = ["gray", "C0", "C0", "C1"]
#     for column, name, color in zip(columns, names, colors):
#         axes.scatter(*zip(*column), s=420, color=color, edgecolor="black", zorder=2)
#         axes.text(column[0][0], max(sizes) / 2 + 0.35, name, ha="center", va="bottom")
#     for x, name in enumerate(["fc1", "fc2", "fc3"]):
#         sentence = f"{name}: {sizes[x]} -> {sizes[x + 1]}"
#         axes.text(x + 0.5, -max(sizes) / 2 - 0.4, sentence, ha="center")
#     axes.set_ylim(-max(sizes) / 2 - 0.8, max(sizes) / 2 + 1.2)
#     axes.axis("off")
#     return figure
#
# draw_network([4, 6, 3, 2], ["input\n4", "hidden, ReLU\n6", "hidden, ReLU\n3", "logits\n2"]);

# %% [markdown]
# ### A worked example
#
# Take the smallest network of this kind: 2 inputs, 2 hidden neurons, then 1, then 2 classes. With
#
# $$W_1 = \begin{pmatrix} 1 & -1 \\ 0.5 & 1 \end{pmatrix},\;
# b_1 = \begin{pmatrix} 0 \\ -0.5 \end{pmatrix},\quad
# W_2 = \begin{pmatrix} 3 & 1 \end{pmatrix},\; b_2 = \begin{pmatrix} -1 \end{pmatrix},\quad
# W_3 = \begin{pmatrix} 2 \\ -1 \end{pmatrix},\; b_3 = \begin{pmatrix} 0.5 \\ 0 \end{pmatrix}$$
#
# the input $x = (1, 2)$ gives, by hand:
#
# | step | computation | result |
# | --- | --- | --- |
# | first layer | $(1 \cdot 1 - 1 \cdot 2 + 0,\;\; 0.5 \cdot 1 + 1 \cdot 2 - 0.5)$ | $(-1,\; 2)$ |
# | ReLU | negative becomes 0 | $(0,\; 2)$ |
# | second layer | $3 \cdot 0 + 1 \cdot 2 - 1$ | $(1)$ |
# | ReLU | positive stays | $(1)$ |
# | third layer | $(2 \cdot 1 + 0.5,\;\; -1 \cdot 1 + 0)$ | $(2.5,\; -1)$ |
#
# Class 0 wins, 2.5 to -1. Now forget the first ReLU: the second layer gets $(-1, 2)$ and gives
# $3 \cdot (-1) + 2 - 1 = -2$, the second ReLU makes it 0, and the logits are $(0.5,\; 0)$. One missing ReLU
# raises no error: it is simply another network. The same in code:

# %% tags=["active-ipynb"]
# W1, b1 = torch.tensor([[1.0, -1.0], [0.5, 1.0]]), torch.tensor([0.0, -0.5])
# W2, b2 = torch.tensor([[3.0, 1.0]]), torch.tensor([-1.0])
# W3, b3 = torch.tensor([[2.0], [-1.0]]), torch.tensor([0.5, 0.0])
# X = torch.tensor([[1.0, 2.0]])  # a batch of one sample
#
# h1 = (X @ W1.T + b1).clamp(min=0)
# h2 = (h1 @ W2.T + b2).clamp(min=0)
# print("hidden:", h1, h2)
# print("logits:", h2 @ W3.T + b3)

# %% [markdown]
# ## 2. Why the activation functions are there
#
# In `activations` you saw two linear layers collapse into one, with the weights $W_2 W_1$ and the bias $W_2 b_1 + b_2$.
# In numbers, with the matrices from above:
#
# $$W_2 W_1 = \begin{pmatrix} 3 & 1 \end{pmatrix} \begin{pmatrix} 1 & -1 \\ 0.5 & 1 \end{pmatrix}
# = \begin{pmatrix} 3.5 & -2 \end{pmatrix}, \qquad W_2 b_1 + b_2 = -0.5 - 1 = -1.5$$
#
# Check it with $x = (1, 2)$: $3.5 - 4 - 1.5 = -2$, exactly what the network without its first ReLU gave.
#
# The ReLU breaks this. It has one bend, and a network adds many of them up, each in its own place. Below are three random networks of one input and one output. In both panels they have the same weights;
# on the left without, on the right with the two ReLUs.

# %% tags=["active-ipynb", "folded"]
# torch.manual_seed(7)
# x = torch.linspace(-3, 3, 400)[:, None]
# figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6))
# for number, style in enumerate(["-", "--", "-."]):
#     first, second, third = nn.Linear(1, 16), nn.Linear(16, 8), nn.Linear(8, 1)
#     for layer in (first, second, third):
#         nn.init.normal_(layer.weight)
#         nn.init.normal_(layer.bias, std=1.5)
#     bent = nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), third)
#     for axes, network in ((left, nn.Sequential(first, second, third)), (right, bent)):
#         axes.plot(x, network(x).detach(), style, label=f"network {number + 1}")
# left.set_title("Without ReLU: a straight line")
# right.set_title("With ReLU: as many bends as you need")
# for axes in (left, right):
#     axes.set_xlabel("input x")
#     axes.set_ylabel("output")
#     axes.grid(alpha=0.3)
#     axes.legend()
# figure.tight_layout()

# %% [markdown]
# ### How closely can bends follow a curve?
#
# Take one hidden layer of ReLUs, $\max(0, x - b_i)$, with their bends at even distances. Their weighted sum is a line with bends there,
# and only the output weights are left to choose. For a given curve the best ones can be computed at once (by *least squares*). Here
# are 2, 4 and 16 ReLUs that follow a sine, and the dots are their bends.
#
# With twice as many, the largest error falls to about a quarter. This is the picture behind the theorem of universal approximation,
# which you met in `activations`: enough bends follow every continuous curve. It says that weights *exist*. It does not say how
# many neurons you need, or that training finds the weights.
#
# How many does it take for an error below 0.001? Guess, then try it: change the numbers in the last lines.

# %% tags=["active-ipynb"]
# guess(
#     "Which is the smallest number of ReLUs with a largest error below 0.001?",
#     a="32",
#     b="64",
#     c="256",
#     d="1024",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# def follow_sine(neurons):
#     """The points x, the places of the bends, and the best sum of so many ReLUs."""
#     x = torch.linspace(-torch.pi, torch.pi, 401)
#     bends = torch.linspace(-torch.pi, torch.pi, neurons + 1)[:-1]
#     hidden = torch.relu(x[:, None] - bends)
#     columns = torch.cat([hidden, torch.ones(401, 1)], dim=1)  # the ones are for the output bias
#     best = torch.linalg.lstsq(columns, torch.sin(x)[:, None]).solution
#     return x, bends, (columns @ best)[:, 0]
#
#
# figure, panels = plt.subplots(1, 3, figsize=(12, 3.4), sharey=True, layout="constrained")
# for axes, neurons in zip(panels, [2, 4, 16]):
#     x, bends, y = follow_sine(neurons)
#     axes.plot(x, torch.sin(x), "--", color="gray", label="sine")
#     axes.plot(x, y, label=f"{neurons} ReLUs")
#     heights = [y[(x - bend).abs().argmin()] for bend in bends]
#     axes.plot(bends, heights, "ko", markersize=4)
#     error = (y - torch.sin(x)).abs().max()
#     axes.set(title=f"{neurons} ReLUs: largest error {error:.3f}", xlabel="input x", ylim=(-1.5, 2))
#     axes.grid(alpha=0.3)
#     axes.legend(loc="upper left", ncols=2)
# panels[0].set_ylabel("output")
# plt.show()

# %% [markdown]
# ## 3. A network is an `nn.Module`
#
# PyTorch's way to write a network is a class derived from `nn.Module`, with two methods:
#
# - `__init__` **creates** the layers, once, and keeps each of them as an attribute. It begins with
#   `super().__init__()`, which sets up the bookkeeping: without that line the first layer that you assign
#   raises an `AttributeError`.
# - `forward` **computes** the output from the input, each time the network is used. You write `forward`, but
#   you call the network itself: `network(x)`, not `network.forward(x)`.
#
# Layers are modules, too: `nn.Linear`, `nn.ReLU`, and `nn.Conv2d`, which slides a small window over a picture (more of it in section 6).
# Modules hold modules, and so networks are built of networks.
#
# Here is a single sigmoid neuron with two inputs as a module.

# %% tags=["active-ipynb"]
# class Neuron(nn.Module):
#     def __init__(self):
#         super().__init__()
#         self.linear = nn.Linear(2, 1)
#
#     def forward(self, inputs):
#         return torch.sigmoid(self.linear(inputs))
#
# neuron = Neuron()
# print(neuron)
# print("output of shape", tuple(neuron(torch.zeros(5, 2)).shape))

# %% [markdown]
# ### Registration
#
# When you assign a layer (or an `nn.Parameter`) to an attribute of a module, the module **registers** it.
# Everything that is done to a network as a whole goes through this register:
#
# - `network.parameters()` hands the parameters to an optimizer;
# - `network.state_dict()` gives all of them in a dictionary, by name, which `torch.save` can write to a file, and
#   `network.load_state_dict(...)` puts such a dictionary back;
# - `network.to(device)` or `.to(torch.float64)` moves or converts them;
# - `network.train()` and `network.eval()` switch every layer inside to training or evaluation mode
#   (some layers that you meet later behave differently in the two).
#
# The first of the two networks below keeps its layers in a plain Python list.

# %% tags=["active-ipynb"]
# guess(
#     "Two linear layers in a plain Python list: how many of their 4 weights and biases learn?",
#     a="all 4",
#     b="the 2 weights",
#     c="those of the last layer",
#     d="none",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# class Forgetful(nn.Module):
#     def __init__(self):
#         super().__init__()
#         self.layers = [nn.Linear(3, 2), nn.Linear(2, 1)]
#
# class Mindful(nn.Module):
#     def __init__(self):
#         super().__init__()
#         self.layers = nn.ModuleList([nn.Linear(3, 2), nn.Linear(2, 1)])
#
# for network in (Forgetful(), Mindful()):
#     names = [name for name, _ in network.named_parameters()]
#     print(f"{type(network).__name__:10} registered:", names)

# %% [markdown]
# The first one computes, and never learns: the optimizer does not know that its layers exist. When you want a list of layers, use
# `nn.ModuleList` or `nn.Sequential`.

# %% [markdown]
# ### Exercise: `SimpleMLP`
#
# Write the network of section 1 as a module.
#
# | layer | from | to |
# | --- | --- | --- |
# | `fc1` | `input_size` | `hidden_size` |
# | ReLU | | |
# | `fc2` | `hidden_size` | `hidden_size // 2` |
# | ReLU | | |
# | `fc3` | `hidden_size // 2` | `num_classes` |
#
# - The input has shape `(batch, input_size)`; the result is the logits, of shape `(batch, num_classes)`.
#   A batch of one sample is still a batch: `(1, input_size)` gives `(1, num_classes)`.
# - `//` is whole-number division: with `hidden_size` 7 the second hidden layer has 3 neurons.
# - Each linear layer has a bias, each parameter is registered and trainable, and there are no others.
# - How the weights are initialised is up to you; `nn.Linear` already draws small random numbers.
# - What you call the attributes is up to you as well, and a ReLU may be a module, a function, or one module
#   used twice. With the names `fc1`, `relu1`, `fc2`, `relu2` and `fc3` the third exercise will also work on
#   your own network.
#
# The check loads its own weights into your network, finding its parameters by their shapes, and
# compares the output with a network of its own.

# %%
class SimpleMLP(nn.Module):
    """Three fully connected layers, a ReLU after each of the first two; the outputs are logits.

    The layers go input_size -> hidden_size -> hidden_size // 2 -> num_classes, each with a bias.
    """

    def __init__(self, input_size: int, hidden_size: int, num_classes: int) -> None:
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Compute the logits of a batch.

        Args: x: (batch, input_size), floating point. Returns: (batch, num_classes).
        """
        # YOUR CODE HERE
        raise NotImplementedError()


# %% tags=["active-ipynb"]
# check("SimpleMLP")

# %% [markdown]
# ## 4. Counting parameters
#
# How big is a network? Usually one says how many numbers it learns. A linear layer from $n$ to $m$ has a
# weight matrix of $m \cdot n$ numbers and $m$ biases:
#
# $$m \cdot n + m$$
#
# By hand, for `SimpleMLP(100, 64, 5)`:
#
# | layer | weights | biases | together |
# | --- | --- | --- | --- |
# | `fc1`: 100 to 64 | 64 · 100 = 6,400 | 64 | 6,464 |
# | `fc2`: 64 to 32 | 32 · 64 = 2,048 | 32 | 2,080 |
# | `fc3`: 32 to 5 | 5 · 32 = 160 | 5 | 165 |
# | **sum** | 8,608 | 101 | **8,709** |
#
# ReLU has no parameters at all. Nearly all of them are weights, and most sit where two large layers meet:

# %% tags=["active-ipynb", "folded"]
# figure, panels = plt.subplots(1, 2, figsize=(10, 3.4))
# for axes, (inputs, hidden, classes) in zip(panels, [(100, 64, 5), (784, 256, 10)]):
#     sizes = [inputs, hidden, hidden // 2, classes]
#     weights = [n * m for n, m in zip(sizes, sizes[1:])]
#     axes.bar(["fc1", "fc2", "fc3"], weights, color="C0", label="weights")
#     axes.bar(["fc1", "fc2", "fc3"], sizes[1:], bottom=weights, color="C1", label="biases")
#     for position, (weight, bias) in enumerate(zip(weights, sizes[1:])):
#         axes.text(position, weight + bias, f"{weight + bias:,}", ha="center", va="bottom")
#     axes.set_title(f"({inputs}, {hidden}, {classes}): {sum(weights) + sum(sizes[1:]):,} parameters")
#     axes.set_xlabel("layer")
#     axes.set_ylabel("number of parameters")
#     axes.margins(y=0.12)
#     axes.legend()
# figure.tight_layout()

# %% [markdown]
# Two things need care when a program counts.
#
# **Frozen parameters.** A parameter with `requires_grad` set to `False` is *frozen*: it stays as it is
# while the others learn. This is done a lot when a large network, trained by somebody else, gets a new last
# layer. Frozen parameters are not *trainable*, so they do not count here.
#
# **Buffers.** A module may also keep tensors that nobody learns. *Batch normalisation* (`nn.BatchNorm1d`) is a layer that
# brings each of its inputs to mean 0 and variance 1, and for that it keeps running averages of both. Such tensors are
# *buffers*: `state_dict()` holds them, because they must be saved, and `parameters()` does not.

# %% tags=["active-ipynb"]
# layer = nn.Linear(3, 2)
# layer.bias.requires_grad = False  # frozen: 6 trainable numbers are left of 8
# for name, parameter in layer.named_parameters():
#     print(f"{name:8} shape {tuple(parameter.shape)}   trainable: {parameter.requires_grad}")
#
# normalisation = nn.BatchNorm1d(4)
# print("parameters:", [name for name, _ in normalisation.named_parameters()])
# print("buffers:   ", [name for name, _ in normalisation.named_buffers()])

# %% [markdown]
# ### Exercise: `count_parameters`
#
# Return how many trainable numbers a model has, as a Python `int` (not a tensor).
#
# - `model` is any `nn.Module`, not only a `SimpleMLP`, and whatever layers it is made of.
# - Frozen parameters and buffers do not count.
# - A parameter that two layers share is learned once, and counts once.
# - The model stays as it is.

# %%
def count_parameters(model: nn.Module) -> int:
    """Count the trainable scalars of a model.

    Args: model: any nn.Module.
    Returns: a Python int; frozen parameters and buffers do not count, and a parameter that two
        layers share counts once.
    """
    # YOUR CODE HERE
    raise NotImplementedError()


# %% tags=["active-ipynb"]
# check("count_parameters")

# %% [markdown]
# ## 5. Shapes through the network
#
# Most errors in deep learning are errors of shape, and the best way to find them is to write down the shape
# after every step. A batch of 32 samples through a network with `input_size` 100, `hidden_size` 64 and
# 5 classes:
#
# | after | shape |
# | --- | --- |
# | the input | `(32, 100)` |
# | `fc1` | `(32, 64)` |
# | `relu1` | `(32, 64)` |
# | `fc2` | `(32, 32)` |
# | `relu2` | `(32, 32)` |
# | `fc3` | `(32, 5)` |
#
# The first number, the batch size, goes through unchanged. A linear layer changes the last one, and a
# ReLU changes nothing: it works element by element.
#
# **A puzzle of shapes.** Take $X$ of shape `(4, 3)`, four samples, and the $W$ of a layer from 3 to 2, of shape `(2, 3)`, with biases $b$ of
# shape `(2,)`. For each line of the cell after the next, decide: an error, or which shape? And is it what you want?

# %% tags=["active-ipynb"]
# guess(
#     "X is (4, 3), W is (2, 3) and b is (2,). What is W @ X.T + b?",
#     a="(2, 4)",
#     b="(4, 2)",
#     c="(2, 3)",
#     d="an error",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# puzzles = {
#     "X @ W.T + b": lambda X, W, b: X @ W.T + b,
#     "X @ W + b": lambda X, W, b: X @ W + b,
#     "W @ X.T + b": lambda X, W, b: W @ X.T + b,
#     "W @ X.T + b[:, None]": lambda X, W, b: W @ X.T + b[:, None],
#     "(X @ W.T).sum() + b": lambda X, W, b: (X @ W.T).sum() + b,
#     "X[0] @ W.T + b": lambda X, W, b: X[0] @ W.T + b,
# }
# shapes = torch.ones(4, 3), torch.ones(2, 3), torch.ones(2)
# for line, compute in puzzles.items():
#     try:
#         print(f"{line:21} {tuple(compute(*shapes).shape)}")
#     except RuntimeError as error:
#         print(f"{line:21} {error}")

# %% [markdown]
# The first is the layer. The second does not fit, and says so: that is the good kind of mistake. The third fails only because 4 is not 2: with
# a batch of two it runs, and adds each bias to a *sample*:

# %% tags=["active-ipynb", "folded"]
# batch = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
# weight, bias = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]), torch.tensor([10.0, 20.0])
# right, wrong = batch @ weight.T + bias, weight @ batch.T + bias
# grids(
#     ("right: a row for each sample, and each column has its bias",
#      [("X", batch), "@", ("W.T", weight.T), "+", ("b", bias), "=", ("X @ W.T + b", right)]),
#     ("wrong: a column for each sample, and sample 0 has the bias of neuron 0",
#      [("W", weight), "@", ("X.T", batch.T), "+", ("b", bias), "=", ("W @ X.T + b", wrong)]),
# )
# plt.show()

# %% [markdown]
# Both are `(2, 2)`, and nobody complains. The fourth is right, but lies on its side. The fifth has thrown the samples
# together, and has the shape of one answer. The last is right for one sample, without the batch.
#
# The picture shows the numbers themselves, in a smaller network: 8 samples, one a row. White is zero: orange is
# positive, purple is negative, and each ReLU turns all that is purple into white.

# %% tags=["active-ipynb", "folded"]
# torch.manual_seed(0)
# network = nn.Sequential(nn.Linear(12, 10), nn.ReLU(), nn.Linear(10, 5), nn.ReLU(), nn.Linear(5, 3))
# samples = torch.randn(8, 12)
# stages = [network[:depth](samples).detach() for depth in range(6)]
# # A ReLU has the colours of its layer.
# limits = [stages[index].abs().max() for index in (0, 1, 1, 3, 3, 5)]
# widths = [stage.shape[1] for stage in stages]
# figure, panels = plt.subplots(1, 6, figsize=(13, 3.6), width_ratios=widths, layout="constrained")
# names = ["input", "fc1", "relu1", "fc2", "relu2", "fc3"]
# for axes, stage, limit, name in zip(panels, stages, limits, names):
#     shades = axes.imshow(stage / limit, cmap="PuOr_r", vmin=-1, vmax=1, aspect="auto")
#     axes.set_title(f"{name}\n({stage.shape[0]}, {stage.shape[1]})", fontsize=10)
#     axes.set_xticks([])
#     axes.set_yticks([])
# panels[0].set_ylabel("8 samples")
# figure.colorbar(shades, ax=panels, label="value / largest of its layer", ticks=[-1, 0, 1])

# %% [markdown]
# ### Exercise: `layer_shapes`
#
# Write a function that makes this table for a network and a batch. The network is a module with five
# children, named `fc1`, `relu1`, `fc2`, `relu2` and `fc3`, which are applied in this order. (The check uses
# such a network of its own; if your function only understands your own `SimpleMLP`, that is tried as well.)
#
# - `inputs` is a batch of shape `(batch, input_size)`, of any batch size.
# - Return a list (or tuple) of six shapes: of the input, then after each of the five children.
#   Each shape is a tuple of ints; a `torch.Size` is one. It is the shape as a whole, batch size included.
# - Leave everything as it was: the inputs, the weights and the mode, and leave no hook of yours behind. If you call
#   `model.eval()`, put the network back into the mode in which you found it.
#
# There are two good ways to do it. Modules are callable, and so are the children of a module: you can do by
# hand, step by step, what `forward` does. Or use *forward hooks*. A hook is a function of yours that PyTorch calls
# for you: after `handle = child.register_forward_hook(hook)`, each call of the child ends with
# `hook(child, inputs, output)`, until `handle.remove()`. Register one on each child, and run the whole network once.

# %%
def layer_shapes(model: nn.Module, inputs: torch.Tensor) -> list[tuple[int, ...]]:
    """List the shapes of a batch on its way through a network's fc1, relu1, fc2, relu2 and fc3.

    Args: model: an nn.Module with those five children; inputs: (batch, input_size).
    Returns: six tuples: the shape of the inputs, then the shape after each child.
    The model is left as it was: its mode, its parameters, and without a hook.
    """
    # YOUR CODE HERE
    raise NotImplementedError()

# %% tags=["active-ipynb"]
# check("layer_shapes")

# %% [markdown]
# ### Forward only
#
# PyTorch records what is computed with parameters, so that gradients can be computed later. Whoever only wants an answer needs no
# record: `torch.no_grad()` switches it off. It is a *context manager*, an object for a `with` statement: it holds for the indented
# block below, and no further. The numbers are the same; only time and memory are saved.

# %% tags=["active-ipynb"]
# network = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
# for recording in (torch.enable_grad(), torch.no_grad()):
#     with recording:
#         answer = network(X)
#     name = type(recording).__name__
#     print(f"{name:11} answer {answer.item():.4f}, recorded: {answer.requires_grad}")

# %% [markdown]
# ## 6. Other families of networks
#
# Yours is a **feedforward** network: numbers go in, through the layers, and out. Three other families share its parts and differ
# in what is connected to what. The picture has five items below (pixels of a row, words of a sentence) and what is made of them above.
#
# | family | what sees what | in PyTorch | made for |
# | --- | --- | --- | --- |
# | feedforward | everything sees everything, each connection has its own weight | `nn.Linear` | a row of a table |
# | convolutional | each sees its neighbours only, with the **same** few weights everywhere | `nn.Conv2d` | pictures |
# | recurrent | one item after the other; what is remembered goes along | `nn.LSTM` | sequences, step by step |
# | transformer | everything sees everything, and **how much** is computed from the items themselves (*attention*) | `nn.TransformerEncoder` | text, and by now nearly all |

# %% tags=["active-ipynb", "folded"]
# figure, panels = plt.subplots(1, 4, figsize=(13, 3), layout="constrained")
# pull = {"arrowstyle": "-|>", "shrinkA": 9, "shrinkB": 9}
# share = {(i, j): 1 + 5 * ((i * i + 3 * j + 1) % 5 == 0) for i in range(5) for j in range(5)}
# styles = {-1: "-", 0: "--", 1: ":"}  # a convolution's three weights
# families = ["feedforward", "convolutional", "recurrent", "transformer"]
# for axes, family in zip(panels, families):
#     for i in range(5):
#         for j in range(5):
#             look = {"color": "0.35", "linewidth": 0.8, "linestyle": "-"}
#             if family == "convolutional":
#                 look |= {"color": f"C{i - j + 1}", "linestyle": styles.get(i - j), "linewidth": 1.8}
#             if family == "transformer":
#                 look |= {"color": "C0", "linewidth": share[i, j] / 1.7}
#             near = abs(i - j) <= 1 if family == "convolutional" else i == j
#             if near or family in ("feedforward", "transformer"):
#                 axes.annotate("", xy=(j, 1), xytext=(i, 0), arrowprops=pull | look)
#         if family == "recurrent" and i < 4:
#             again = {"color": "C1", "linewidth": 2}
#             axes.annotate("", xy=(i + 1, 1), xytext=(i, 1), arrowprops=pull | again)
#     for height in (0, 1):
#         axes.scatter(range(5), [height] * 5, s=150, color="white", edgecolor="black", zorder=3)
#     axes.set(title=family, xlim=(-0.5, 4.5), ylim=(-0.3, 1.3))
#     axes.axis("off")
# plt.show()

# %% [markdown]
# ## Summary
#
# - A layer is many neurons at once: $X W^\top + b$. A multi-layer perceptron is linear layers with an
#   activation function between them; without it they collapse into a single linear layer.
# - An `nn.Module` creates its layers in `__init__` and uses them in `forward`. What is assigned to an
#   attribute is registered; what hides in a plain list is not, and never learns.
# - A linear layer from $n$ to $m$ has $m \cdot n + m$ parameters. Frozen parameters and buffers are not
#   trainable.
# - The batch size goes through the network unchanged; linear layers change the last dimension.
# - The outputs are logits: any real numbers, with nothing after the last layer.
#
# ## What's next
#
# The network computes, but its weights are random, and so are its answers. To improve them we first need a
# number that says how wrong an answer is: the next lesson, `losses`, makes one from the logits. The
# `optimizers` then make that number smaller, step by step. The same recipe, with 784 inputs (28 x 28 pixels)
# and 10 classes, reads handwritten digits.
