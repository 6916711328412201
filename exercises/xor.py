# %% [markdown]
# *This file is made from the notebook of the same name, for people who prefer an editor.*
#
# Put your code in the place of each `# YOUR CODE HERE` and the line below it, then run in a terminal, with the
# Python that you installed the kit for (`.venv/bin/python` if you followed its README):
#
#     python -m autograder check xor --student exercises/xor.py
#     python -m autograder hint xor_data
#
# What only works in a notebook, such as plots, `check(...)` and `hint(...)`, is commented out.

# %% [markdown]
# # XOR: the problem one neuron cannot solve
#
# Two switches, one lamp: the lamp is on when exactly one switch is on. A child understands this at once. A
# single perceptron never will, however long you train it. In this notebook you see why, add one hidden
# layer, and then put together everything a real training run consists of: data, network, loss, optimizer,
# loop, curve and evaluation.
#
# **After this lesson you can**
#
# - explain in two sentences why no straight line solves XOR;
# - say what a hidden layer does to the points before the last layer sees them;
# - wrap tensors in a `DataLoader` and write a full training loop around it;
# - read a loss curve on a logarithmic axis;
# - judge a trained network by its probabilities, its classes and its decision boundary.
#
# **Time needed:** about 150 minutes, by our estimate: 40 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `xor_data` | \* | the four samples, as tensors |
# | `XORNet` | \* | a network with one hidden layer |
# | `train_xor` | \*\*\* | the training loop |
# | `plot_losses` | \* | the loss curve |
# | `predict_xor` | \*\* | probabilities and classes |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("xor_data")` in a cell of your own, then `hint("xor_data", 2)`: each tells a little more. `reset("xor_data")`
# shows an exercise as it was given to you, `check()` the whole lesson, and `progress()` the whole course.
#
# Some cells ask what you expect, with `guess(...)`: write the letter of your answer into the cell, run it, then read on.
# Nobody grades it, and it stays in the cell, so you see later what you thought.
#
# The cells with the imports and the checks are locked: an import of your own goes into a new cell.
# The code of most pictures is folded: a click on the dots below its picture's text shows it.
# A few cells show what your functions do. Until you have written them, such a cell says what it needs.
#
# **Symbols.** Each stands for one thing in this lesson:
#
# | symbol | what it is |
# | --- | --- |
# | $x_1$, $x_2$, $t$ | the two inputs and the target |
# | $w$, $b$, $W$ | weights and biases |
# | $h$ | the hidden neurons' outputs |
# | $z$, $p$ | the logit, and the probability $\sigma(z)$ |
# | $\ell$ | the loss of a sample |
# | $m$ | the number of samples in a batch |
# | $\eta$ | the learning rate |
# | $k$ | the number of a step or an epoch |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %%
import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


# %% tags=["active-ipynb"]
# from autograder import check, guess, hint, needs, play, progress, reset
#
# plt.style.use("autograder.worker.pictures")

# %% [markdown]
# ## 1. Why a perceptron cannot
#
# XOR means *exclusive or*: one or the other, but not both. This is its truth table, in the order in which
# we keep it all through this notebook:
#
# | $x_1$ | $x_2$ | AND | OR | XOR |
# | :-: | :-: | :-: | :-: | :-: |
# | 0 | 0 | 0 | 0 | **0** |
# | 0 | 1 | 0 | 1 | **1** |
# | 1 | 0 | 0 | 1 | **1** |
# | 1 | 1 | 1 | 1 | **0** |
#
# A perceptron with step activation answers 1 where its weighted sum is at least zero:
#
# $$w_1 x_1 + w_2 x_2 + b \ge 0.$$
#
# The set of points where the sum is exactly zero is a straight line. So the perceptron cuts the plane along
# a line and answers 1 on one side of it. For AND and OR such a line is easy to find. Look for one for XOR:

# %% tags=["active-ipynb", "folded"]
# corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
# # For each problem: the answers in truth-table order, and the s of each line x1 + x2 = s.
# problems = {
#     "AND: one line is enough": ([0, 0, 0, 1], [1.5]),
#     "OR: one line is enough": ([0, 1, 1, 1], [0.5]),
#     "XOR: it takes two": ([0, 1, 1, 0], [0.5, 1.5]),
# }
# along = torch.linspace(-0.4, 1.4, 50)
# figure, panels = plt.subplots(1, 3, figsize=(12, 4.2), layout="constrained")
# for panel, (title, (answers, sums)) in zip(panels, problems.items(), strict=True):
#     for s, style in zip(sums, ["-", "--"], strict=False):
#         panel.plot(along, s - along, style, color="black", label=f"$x_1 + x_2 = {s}$")
#     for answer, marker, colour in [(0, "o", "C0"), (1, "s", "C1")]:
#         points = [corner for corner, a in zip(corners, answers, strict=True) if a == answer]
#         look = {"s": 160, "marker": marker, "color": colour, "edgecolor": "black", "zorder": 3}
#         panel.scatter(*zip(*points, strict=True), label=f"answer {answer}", **look)
#     panel.set(title=title, xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
#     panel.set(xlim=(-0.4, 1.4), ylim=(-0.4, 1.4))
#     panel.grid(alpha=0.3)
#     panel.legend(loc="lower center", bbox_to_anchor=(0.5, -0.42), ncols=2)
# plt.show()

# %% [markdown]
# Not finding a line is no proof that there is none. You proved it in `perceptron`: the four rows of the table ask for four inequalities,
# and these contradict each other. A perceptron gets at most three of the four rows right.
#
# Let us try anyway, with a hundred thousand random lines:

# %% tags=["active-ipynb"]
# generator = torch.Generator().manual_seed(1)
# # Each line has w1, w2 and b from -2 to 2; each row of the table has x1, x2, and a 1 to go with b.
# lines = 4 * torch.rand(100_000, 3, generator=generator) - 2
# table = torch.tensor([[0, 0, 1.0], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
# for name, answers in {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}.items():
#     right = ((lines @ table.T >= 0) == torch.tensor(answers, dtype=torch.bool)).sum(dim=1)
#     all_four, best = (right == 4).sum(), right.max()
#     print(f"{name:>3}: {all_four:6,} lines get all 4 rows; the best line gets {best}")

# %% [markdown]
# ## 2. What a hidden layer changes
#
# Two lines are enough for XOR, so use two neurons, and a third one that combines them. Let the two hidden
# neurons be ReLUs ($\max(0, \cdot)$) with weights chosen by hand:
#
# $$h_1 = \max(0,\; x_1 + x_2), \qquad h_2 = \max(0,\; x_1 + x_2 - 1), \qquad z = h_1 - 2 h_2 - 0.5.$$
#
# The final number $z$ is called the **logit**. The sigmoid $p = 1 / (1 + e^{-z})$ turns it into a
# probability, and we answer 1 where $p > 0.5$, which is where $z > 0$. Work through the rows yourself
# before you read them:
#
# | $x_1$ | $x_2$ | $h_1$ | $h_2$ | $z$ | $p$ | class | XOR |
# | :-: | :-: | :-: | :-: | :-: | :-: | :-: | :-: |
# | 0 | 0 | 0 | 0 | -0.5 | 0.378 | 0 | 0 |
# | 0 | 1 | 1 | 0 | 0.5 | 0.622 | 1 | 1 |
# | 1 | 0 | 1 | 0 | 0.5 | 0.622 | 1 | 1 |
# | 1 | 1 | 2 | 1 | -0.5 | 0.378 | 0 | 0 |
#
# All four are right. How can that be, when the last neuron is only a perceptron and draws a straight line?

# %% tags=["active-ipynb"]
# guess(
#     "What does the hidden layer do for the last neuron?",
#     a="it bends the line that this one draws",
#     b="it moves the points, so that a line is enough",
#     c="it tries two lines, and takes the better",
#     answer=None,
# )

# %% [markdown]
# Because it no longer sees $(x_1, x_2)$. It sees $(h_1, h_2)$, and there the hidden layer has moved the
# points: 01 and 10 now lie on the same spot, and a line fits between them and the rest.

# %% tags=["active-ipynb", "folded"]
# plain = {"00": (0, 0), "01": (0, 1), "10": (1, 0), "11": (1, 1)}
# hidden = {"00": (0, 0), "01 and 10": (1, 0), "11": (2, 1)}
# figure, (before, after) = plt.subplots(1, 2, figsize=(10, 4.4), layout="constrained")
# for panel, points in [(before, plain), (after, hidden)]:
#     for name, point in points.items():
#         answer = int(name not in ("00", "11"))
#         panel.scatter(*point, s=160, marker="os"[answer], color=["C0", "C1"][answer],
#                       edgecolor="black", zorder=3,
#                       label=f"answer {answer}" if name not in ("01", "11") else None)
#         panel.annotate(name, point, xytext=(10, 8), textcoords="offset points", fontsize=12)
#     panel.grid(alpha=0.3)
# before.set(title="what goes in: no line separates", xlabel="$x_1$", ylabel="$x_2$")
# before.set(xlim=(-0.4, 1.5), ylim=(-0.4, 1.5))
# before.legend(loc="center")
# h1 = torch.linspace(-0.4, 2.6, 2)
# after.plot(h1, (h1 - 0.5) / 2, color="black", label="$h_1 - 2 h_2 - 0.5 = 0$")
# after.set(title="what the last neuron sees: one line does", xlabel="$h_1$", ylabel="$h_2$")
# after.set(xlim=(-0.4, 2.6), ylim=(-0.6, 1.6))
# after.legend(loc="upper left")
# plt.show()

# %% [markdown]
# **To play with.** How do the points get there? In the first half of the slider's way each point moves to its two weighted sums. Both
# neurons look at $x_1 + x_2$ only, so the plane closes to a line. In the second half the ReLUs fold that line: whatever is
# negative goes to 0.

# %% tags=["active-ipynb", "folded"]
# def seen(point, share):
#     """Where a point of the plane is, with that share of the way to the hidden layer done."""
#     x1, x2 = point
#     pulled, bent = min(2 * share, 1), max(2 * share - 1, 0)
#     sums = (x1 + x2, x1 + x2 - 1)
#     moved = [x + pulled * (s - x) for x, s in zip(point, sums)]
#     return [m + bent * (max(m, 0) - m) for m in moved]
#
#
# def fold(canvas, share):
#     steps = [k / 10 - 0.5 for k in range(21)]
#     for place in (-0.5, 0, 0.5, 1, 1.5):
#         for path in ([(place, s) for s in steps], [(s, place) for s in steps]):
#             canvas.line(*zip(*[seen(point, share) for point in path]), color="#999999")
#     canvas.title = "The plane, on its way into the hidden layer"
#     if share == 1:
#         canvas.line([-0.7, 3.1], [-0.6, 1.3], style="--")
#         canvas.title = "What the last neuron sees: one line is enough"
#     canvas.samples([seen(corner, share) for corner in corners], [0, 1, 1, 0])
#
#
# play(fold, {"share of the way": [k / 20 for k in range(21)]}, start=[0], size=(420, 330),
#      xlim=(-0.7, 3.1), ylim=(-1.1, 2.2), xticks=[0, 1, 2, 3], yticks=[-1, 0, 1, 2],
#      xlabel="first hidden neuron", ylabel="second hidden neuron")

# %% [markdown]
# We found these weights by thinking. From here on, gradient descent finds them for us.
#
# ## 3. The data and its loader
#
# The whole data set is the truth table: four samples of two inputs, and one target each. In PyTorch a data
# set is a tensor whose first dimension counts the samples:
#
# - inputs of shape $(4, 2)$, dtype float32;
# - targets of shape $(4, 1)$, dtype float32. Floats, because the loss does arithmetic with them; and with a
#   second dimension of 1, because that is the shape of the network's output. A target of shape $(4,)$ would
#   not fit.
#
# Tensors live on a **device**: the CPU or a graphics card. Two tensors can only work together when they are
# on the same one. This function picks the best that your machine has; it is given:

# %%
def available_device() -> torch.device:
    """The device to compute on: CUDA where there is one, else Apple's MPS, else the CPU."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


# %% [markdown]
# The `DataLoader`, and the `TensorDataset` that packs the tensors for it, you know from `training`. New is `shuffle=True`: every
# **epoch** (one full pass over the data) has an order of its own. Here is one at work on six made-up samples, in batches of two.
# Run it twice: the order changes, the pairs stay together.

# %% tags=["active-ipynb"]
# numbers = torch.arange(6.0).reshape(6, 1)
# toy = DataLoader(TensorDataset(numbers, 10 * numbers), batch_size=2, shuffle=True)
# for epoch in range(2):
#     print(f"epoch {epoch}:", [(x.flatten().tolist(), y.flatten().tolist()) for x, y in toy])

# %% [markdown]
# XOR has four samples, so we shall use a batch size of 4: every batch is the whole table.
#
# ### Exercise: `xor_data`
#
# Return the inputs and the targets of the truth table, in the order 00, 01, 10, 11, as two float32 tensors
# of shapes $(4, 2)$ and $(4, 1)$. Both live on `device`; when that is `None`, on the one that
# `available_device` picks.

# %%
def xor_data(device: torch.device | str | None = None) -> tuple[torch.Tensor, torch.Tensor]:
    """The truth table of XOR, its rows in the order 00, 01, 10, 11.

    Args: device: where the tensors live; None means the available one (CUDA, else MPS, else CPU).
    Returns: inputs (4, 2) and targets (4, 1), both float32.
    """
    # YOUR CODE HERE
    raise NotImplementedError()


# %% tags=["active-ipynb"]
# check("xor_data")

# %% [markdown]
# ## 4. The network
#
# By hand we needed two hidden neurons. For training we take eight. Gradient descent starts from random
# weights, and a hidden neuron can start in a place from where it never becomes useful; with eight of them,
# enough are left.
#
# $$h = \max(0,\; W_1 x + b_1), \qquad z = W_2 h + b_2.$$
#
# | layer | weights | biases | together |
# | --- | :-: | :-: | :-: |
# | `fc1`: 2 inputs to 8 hidden neurons | $8 \times 2 = 16$ | 8 | 24 |
# | `fc2`: 8 hidden neurons to 1 logit | $1 \times 8 = 8$ | 1 | 9 |
# | | | | **33** |
#
# The ReLU in between has no parameters, and yet everything hangs on it: without it the two layers would be one, and draw one
# straight line.

# %% tags=["active-ipynb", "folded"]
# columns = {
#     "inputs": [(0, 4.5, "$x_1$"), (0, 2.5, "$x_2$")],
#     "hidden, ReLU": [(2, 7 - k, f"$h_{k + 1}$") for k in range(8)],
#     "logit": [(4, 3.5, "$z$")],
# }
# layers = list(columns.values())
# figure, axes = plt.subplots(figsize=(8, 5), layout="constrained")
# for left, right in zip(layers[:-1], layers[1:], strict=True):
#     for x0, y0, _ in left:
#         for x1, y1, _ in right:
#             axes.plot([x0, x1], [y0, y1], "-", color="grey", linewidth=0.8, zorder=1)
# fills = ["white", "#56b4e9", "#e69f00"]
# for (name, neurons), colour in zip(columns.items(), fills, strict=True):
#     axes.text(neurons[0][0], 8, name, ha="center", fontsize=12)
#     for x, y, label in neurons:
#         axes.scatter(x, y, s=750, color=colour, edgecolor="black", zorder=2)
#         axes.text(x, y, label, ha="center", va="center", fontsize=11, zorder=3)
# axes.text(1, -1.1, "fc1: 16 weights, 8 biases", ha="center", fontsize=11)
# axes.text(3, -1.1, "fc2: 8 weights, 1 bias", ha="center", fontsize=11)
# axes.set(title="The network: every line is a weight", ylim=(-1.6, 8.8))
# axes.axis("off")
# plt.show()

# %% [markdown]
# The network returns the **logit** $z$, not the probability. The sigmoid is left to the loss, which then
# takes sigmoid and logarithm in one numerically safe step. A sigmoid at the end of the network as well
# would be one too many.
#
# ### Exercise: `XORNet`
#
# Write an `nn.Module` with a linear layer `fc1` from 2 to 8, a ReLU, and a linear layer `fc2` from 8 to 1.
# `forward` takes inputs of shape $(m, 2)$ and returns logits of shape $(m, 1)$. Leave the initial weights
# as PyTorch makes them, random and different for every new network.

# %%
class XORNet(nn.Module):
    """One hidden layer: fc1 from 2 to 8, ReLU, fc2 from 8 to 1; default initial weights."""

    def __init__(self) -> None:
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError()

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """The logits (not probabilities) of inputs.

        Args: inputs: (m, 2). Returns: (m, 1).
        """
        # YOUR CODE HERE
        raise NotImplementedError()


# %% tags=["active-ipynb"]
# check("XORNet")

# %% [markdown]
# ## 5. The loss and the optimizer
#
# **The loss** says how wrong the network is, as one number. For a yes-or-no question that is the *binary
# cross-entropy*. With target $t$ (0 or 1) and probability $p = \sigma(z)$ it is
#
# $$\ell(z, t) = -t \log p - (1 - t) \log (1 - p),$$
#
# averaged over the batch. Some values, worked out by hand:
#
# | logit $z$ | probability $p$ | loss if $t = 1$ | loss if $t = 0$ | in words |
# | :-: | :-: | :-: | :-: | --- |
# | 0 | 0.500 | $\log 2 = 0.693$ | 0.693 | no idea: where training starts |
# | 0.5 | 0.622 | 0.474 | 0.974 | leaning towards 1 |
# | 2 | 0.881 | 0.127 | 2.127 | fairly sure of 1 |
# | 6 | 0.998 | 0.002 | 6.002 | certain, and expensive if wrong |
#
# So our hand-made network, with all four logits at 0.5 on the right side, has a loss of 0.474.
# `nn.BCEWithLogitsLoss` is this loss, and it takes the **logits**: the sigmoid is inside.

# %% tags=["active-ipynb", "folded"]
# z = torch.linspace(-6, 6, 200)
# figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
# axes.plot(z, torch.log1p(torch.exp(-z)), color="C1", label="target 1")
# axes.plot(z, torch.log1p(torch.exp(z)), "--", color="C0", label="target 0")
# axes.plot(0, 0.6931, "o", color="black", label="no idea: 0.693")
# axes.set_title("Binary cross-entropy: a mistake costs more the surer you are")
# axes.set(xlabel="logit $z$", ylabel="loss")
# axes.grid(alpha=0.3)
# axes.legend()
# plt.show()

# %% [markdown]
# **The optimizer** is Adam, which you wrote in `optimizers`. Two of its properties count here. Its first step is $\eta$ long for every weight,
# whether the gradient was 0.3 or 0.0003: weights with small gradients learn as well, which is why Adam gets XOR done in a few hundred
# steps. And Adam has a **memory**: make a new one in every epoch, and it forgets all it knew.
#
# ## 6. The training loop
#
# Every training loop in PyTorch has the same five steps for each batch:
#
# 1. clear the old gradients (`zero_grad`), because PyTorch *adds* new gradients to whatever is there;
# 2. forward: compute the logits;
# 3. compute the loss;
# 4. backward: compute the gradient of the loss with respect to every weight (`backward`);
# 5. let the optimizer move the weights (`step`).
#
# Around them, an inner loop runs over the batches and an outer one over the epochs. The loss of an epoch is
# the mean of the losses of its batches, each taken before the weights moved. With four samples and a batch
# size of 4 there is one batch an epoch, hence one step an epoch. Its loss is a tensor that still holds on
# to the whole computation; its `item` method gives the plain Python number that is worth keeping.
#
# ### Exercise: `train_xor`
#
# Train `model` on the XOR data with Adam and `nn.BCEWithLogitsLoss`, through a shuffled `DataLoader` of
# batch size 4, for `num_epochs` epochs with learning rate `lr`. The data must be on the device where the
# model's parameters already are; do not move the model. The model itself is trained, not a copy of it.
# Return the list of the losses of the epochs, as Python floats.

# %%
def train_xor(model: nn.Module, num_epochs: int = 1000, lr: float = 0.05) -> list[float]:
    """Train the model in place on XOR, with Adam and BCEWithLogitsLoss; return each epoch's loss.

    The samples come through a shuffled DataLoader of batch size 4, on the device of the model's
    parameters.

    Args:
        model: maps (m, 2) to logits (m, 1).
        num_epochs: passes over the data.
        lr: Adam's learning rate.

    Returns: num_epochs Python floats, each the mean of the epoch's batch losses, taken before the
        update.
    """
    # YOUR CODE HERE
    raise NotImplementedError()


# %% tags=["active-ipynb"]
# check("train_xor")

# %% [markdown]
# Now train your own network. The cells that show it need your functions.

# %% tags=["active-ipynb"]
# guess(
#     "What is about the loss of a network before its first step?",
#     a="0",
#     b="0.7",
#     c="1",
#     d="2",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# with needs("XORNet", "train_xor"):
#     torch.manual_seed(0)
#     net = XORNet().to(available_device())
#     history = train_xor(net)
#     for epoch in [0, 9, 99, 999]:
#         print(f"loss in epoch {epoch + 1:4}: {history[epoch]:.6f}")

# %% [markdown]
# The first loss is near $\log 2 = 0.693$, the loss of a network that has no idea. The last is nearly zero.
#
# Would it have worked from any start?

# %% tags=["active-ipynb"]
# guess(
#     "Of a hundred networks with other first weights, how many learn all four rows?",
#     a="all",
#     b="about 96",
#     c="about 50",
#     d="about 4",
#     answer=None,
# )

# %% [markdown]
# **Not every start is a lucky one.** Of 4,000 networks with different random weights, 3,841 (96%) learned
# all four rows with these settings. The others had too few useful hidden neurons, and got stuck. You can
# read it from the curve: it goes flat at about 0.35, 0.48 or 0.69 instead of falling on. If it happens to
# you, make a new network and train again; the check does the same, from up to five starts.
#
# ## 7. The loss curve
#
# A good loss falls by several powers of ten. On an ordinary axis everything after the first hundred epochs
# is a flat line at the bottom. On a **logarithmic** axis each power of ten gets the same height, and you
# see whether the network is still learning. Here is the same made-up loss, $0.7 \cdot 0.99^{\,k}$ in epoch
# $k$, on both:

# %% tags=["active-ipynb", "folded"]
# epochs = torch.arange(1000)
# curve = 0.7 * 0.99**epochs
# figure, (linear, logarithmic) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained")
# linear.plot(epochs, curve)
# linear.set(title="ordinary axis: it seems to stop", xlabel="epoch $k$", ylabel="made-up loss")
# logarithmic.semilogy(epochs, curve)
# logarithmic.set_title("logarithmic axis: it never stopped")
# logarithmic.set(xlabel="epoch $k$", ylabel="made-up loss")
# for panel in (linear, logarithmic):
#     panel.grid(alpha=0.3)
# plt.show()

# %% [markdown]
# Numbers to check by hand: after 230 epochs the curve is at $0.7 \cdot 0.99^{230} \approx 0.07$, after 460
# at about $0.007$. One power of ten every 230 epochs: a straight line on the right.
#
# ### Exercise: `plot_losses`
#
# Return a matplotlib `Figure` that shows the loss of each epoch as a line, with a logarithmic y axis and a
# label on both axes. Return the figure itself, do not only show it. The x axis may count epochs from 0 or
# from 1.

# %%
def plot_losses(losses: list[float]) -> Figure:
    """A figure of the loss per epoch as a line, on a logarithmic y axis, with both axes labelled.

    Args: losses: one positive number for each epoch. Returns: the matplotlib Figure.
    """
    # YOUR CODE HERE
    raise NotImplementedError()


# %% tags=["active-ipynb"]
# check("plot_losses")

# %% [markdown]
# And this is the history of the network that you trained above:

# %% tags=["active-ipynb"]
# with needs("plot_losses"):
#     plot_losses(history)
#     plt.show()

# %% [markdown]
# ## 8. The evaluation
#
# A small loss is good news, but what does the network *answer*? Two steps lead from the logit to the
# answer:
#
# $$p = \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad
# \text{class} = \begin{cases} 1 & p > 0.5 \\ 0 & p < 0.5. \end{cases}$$
#
# For example, $z = 0.3$ gives $p = 0.574$ and class 1, and $z = -1.2$ gives $p = 0.231$ and class 0. Mind
# the threshold: it is 0.5 for the *probability*. For the logit it is 0, so comparing the logit with 0.5
# would call $z = 0.3$ a 0.
#
# ### Exercise: `predict_xor`
#
# Return the pair `(probabilities, classes)` for inputs of shape $(m, 2)$. Both have shape $(m, 1)$. The
# classes are the floats `0.` and `1.`, and 1 means that the probability is above 0.5 (at exactly 0.5, where hardly
# any probability is, either class is right). The model returns logits, as `XORNet` does. Nobody needs gradients here, so you may
# switch them off.

# %%
def predict_xor(model: nn.Module, inputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The probability of class 1 for each sample, and the class.

    Args: model: maps (m, 2) to logits (m, 1). inputs: (m, 2), on the model's device.
    Returns: probabilities (m, 1) and classes (m, 1), float32: 1. where the probability is above
        0.5, else 0.
    """
    # YOUR CODE HERE
    raise NotImplementedError()

# %% tags=["active-ipynb"]
# check("predict_xor")

# %% [markdown]
# ### The evaluation table
#
# What does your network answer? Write the table that says it: a line for each sample, with what went in, what should come out, the
# probability, the class, and whether that is right; and the accuracy below. Nobody grades it. For the network that we made by
# hand in section 2 it could look like this:
#
# ```text
# input | target | probability | class | verdict
#  0 0  |   0    |    0.378    |   0   | right
#  0 1  |   1    |    0.622    |   1   | right
#  1 0  |   1    |    0.622    |   1   | right
#  1 1  |   0    |    0.378    |   0   | right
# accuracy: 100%
# ```
#
# (`zip` walks through several lists or tensors side by side, `item()` makes a number of a tensor with one element, and in
# an f-string `{p:.3f}` shows three digits.)

# %% tags=["active-ipynb"]
# with needs("xor_data", "predict_xor"):
#     samples, targets = xor_data(available_device())
#     probabilities, classes = predict_xor(net, samples)
#     # YOUR TABLE HERE: print it from these four tensors

# %% [markdown]
# ### The decision boundary
#
# The network was trained on four points, but it has an answer for every point of the plane. Ask it for the
# probability on a fine grid and colour the plane by it. The black line is where the probability is 0.5, the
# decision boundary. A perceptron could only draw one straight line. Your network bends.

# %% tags=["active-ipynb"]
# ticks = torch.linspace(-0.5, 1.5, 201)
# x2, x1 = torch.meshgrid(ticks, ticks, indexing="ij")
# grid = torch.stack([x1.flatten(), x2.flatten()], dim=1).to(available_device())
#
# with needs("predict_xor"):
#     shade = predict_xor(net, grid)[0].detach().reshape(x1.shape).cpu()
#     figure, axes = plt.subplots(figsize=(6.6, 5.4), layout="constrained")
#     levels = torch.linspace(0, 1, 21)
#     colours = axes.contourf(x1, x2, shade, levels=levels, cmap="RdBu_r", alpha=0.8)
#     figure.colorbar(colours, label="probability of class 1", ticks=[0, 0.25, 0.5, 0.75, 1])
#     axes.contour(x1, x2, shade, levels=[0.5], colors="black", linewidths=2)
#     looks = {0: ("o", "C0"), 1: ("s", "C1")}
#     for corner, answer in zip(corners, [0, 1, 1, 0], strict=True):
#         marker, colour = looks[answer]
#         axes.scatter(*corner, s=180, marker=marker, color=colour, edgecolor="white", zorder=3)
#     for answer, (marker, colour) in looks.items():
#         axes.scatter([], [], s=100, marker=marker, color=colour, label=f"target {answer}")
#     axes.plot([], [], color="black", linewidth=2, label="boundary: probability 0.5")
#     axes.set_title("What the network answers in the plane")
#     axes.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
#     axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=3)
#     plt.show()

# %% [markdown]
# Train another network from another start and draw it again: the boundary has another shape. Four points do
# not say what should happen between them and beyond, so every network makes up its own mind there.
#
# ## Summary
#
# - A perceptron draws one straight line; XOR needs two.
# - A hidden layer moves the points so that a line can separate them. Without the ReLU it would be a line
#   again.
# - Training means: data through a loader, logits from the network, a loss that takes logits, an optimizer
#   with a memory, and five steps for each batch.
# - The loss curve belongs on a logarithmic axis. A flat one may just mean an unlucky start.
# - Look at the answers, too: probabilities, classes and the boundary between them.
#
# ## The end of the course, and what comes next
#
# You began with one neuron that draws one line. You gave it a slope to follow, put many of it into layers, said in one number how
# wrong they are, and wrote the optimizers and the loop that make the number smaller. Nothing in this notebook is magic any
# more: you could write each of its parts yourself, because you have.
#
# What carries over to every larger network:
#
# - **Shapes first.** Write them down, and compare before you subtract.
# - **Logits, and a loss that takes them.** Exponentials and logarithms belong in one step.
# - **Five steps**, in an order that you can explain. A falling loss is no proof.
# - **Evaluate** on what the network never met, in evaluation mode, with several seeds.
#
# One line of `train_xor` knows that the data is XOR: the one that gets it. The five steps of the loop do not.
# Swap the table for 8 x 8 pictures of handwritten digits, the 2 inputs for 64, the one logit for ten and the
# loss for cross-entropy, and the same five steps learn to read. (`sklearn.datasets.load_digits` has 1,797 such pictures.) That is a
# good next project. After it: `nn.Conv2d` on larger pictures, then a small language model with attention. The loop stays the same.
