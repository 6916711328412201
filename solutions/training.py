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
# # Training: the loop around it all
#
# A network, a loss, gradients, an optimizer: you know all the parts. Training is the loop that makes them work together.
# It has five steps, and it is short. It is also where most of the silent bugs of deep learning live: swap two lines, and
# nothing crashes, but the network learns badly or not at all.
#
# **After this lesson you can**
#
# - put the five steps of a training step in order, and say what goes wrong in every other order;
# - say what a batch and an epoch are, and what the loss of an epoch is;
# - explain why a network has a training mode and an evaluation mode, and measure accuracy honestly;
# - tell from a loss curve what may be wrong with a loop.
#
# **Time needed:** about 100 minutes, by our estimate: 35 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `train_step` | \*\* | one update from one batch |
# | `train` | \* | all batches, again and again |
# | `evaluate` | \*\* | the accuracy, in evaluation mode |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("train_step")` in a cell of your own, then `hint("train_step", 2)`: each tells a little more. `reset("train_step")`
# shows an exercise as it was given to you, `check()` the whole lesson, and `progress()` the whole course.
#
# Some cells ask what you expect, with `guess(...)`: write the letter of your answer into the cell, run it, then read on.
# Nobody grades it, and it stays in the cell, so you see later what you thought.
#
# The cells with the imports and the checks are locked: an import of your own goes into a new cell.
# The code of most pictures is folded: a click on the dots below its picture's text shows it.
# One cell shows what your functions do. Until you have written them, it says what it needs.
#
# **Symbols.** Each stands for one thing in this lesson:
#
# | symbol | what it is |
# | --- | --- |
# | $w$, $x$ | a weight and an input |
# | $\hat y$, $t$ | the output of a model, and the label |
# | $z$ | a logit |
# | $\sigma$ | the sigmoid: it makes a probability of a logit |
# | $m$ | the number of samples |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %% nbgrader={"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
import torch
from torch import nn
from torch.utils.data import DataLoader

# %% tags=["active-ipynb"] nbgrader={"grade": false, "grade_id": "notebook-imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
# import matplotlib.pyplot as plt
# from torch.utils.data import TensorDataset
#
# from autograder import check, guess, hint, needs, progress, reset
#
# plt.style.use("autograder.worker.pictures")
# BLUE, ORANGE, GREEN, PINK = "#0072b2", "#d55e00", "#009e73", "#cc79a7"

# %% [markdown]
# ## 1. Data in batches
#
# Our data are two half moons that reach into each other: points in the plane, with label 0 or 1. No straight line separates them.
# We train on 150 points and keep 50 aside, to see later how well the network does on points that it never met.

# %% tags=["active-ipynb", "folded"]
# def moons(how_many, seed):
#     """Points (how_many, 2) of two half moons, and their labels (how_many, 1), 0 or 1."""
#     generator = torch.Generator().manual_seed(seed)
#     angle = torch.pi * torch.rand(how_many, generator=generator)
#     label = (torch.arange(how_many) % 2).float()
#     x = torch.where(label == 0, angle.cos(), 1 - angle.cos())
#     y = torch.where(label == 0, angle.sin(), 0.5 - angle.sin())
#     noise = 0.2 * torch.randn(how_many, 2, generator=generator)
#     return torch.stack([x, y], dim=1) + noise, label.unsqueeze(1)
#
#
# def draw_points(ax, points, labels):
#     for value, color, marker in ((0, BLUE, "o"), (1, ORANGE, "s")):
#         chosen = points[labels.squeeze(1) == value]
#         look = {"color": color, "marker": marker, "edgecolor": "white", "s": 40}
#         ax.scatter(*chosen.T, label=f"label {value}", **look)
#     ax.set(xlabel="first input", ylabel="second input", xlim=(-1.8, 2.8), ylim=(-1.3, 1.8))
#
#
# train_points, train_labels = moons(150, seed=1)
# test_points, test_labels = moons(50, seed=2)
# fig, (left, right) = plt.subplots(1, 2, figsize=(12, 4), sharey=True, layout="constrained")
# draw_points(left, train_points, train_labels)
# left.set_title("150 points to train on")
# draw_points(right, test_points, test_labels)
# right.set(title="50 points to test on", ylabel="")
# left.legend(loc="upper right")
# plt.show()

# %% [markdown]
# We do not show the network all points at once. A **batch** is a handful of samples whose mean loss gives one gradient and so one
# update. An **epoch** is one pass over all samples, batch by batch. With 150 samples and a batch size of 32:
#
# | batch | 1 | 2 | 3 | 4 | 5 |
# | :--- | ---: | ---: | ---: | ---: | ---: |
# | samples | 32 | 32 | 32 | 32 | 22 |
#
# The last batch is smaller, because 150 is no multiple of 32. An epoch makes 5 updates, so 20 epochs make 100.
# The bookkeeping is done by a `DataLoader`. It is an object that you can loop over; each turn gives the inputs and the labels
# of one batch.

# %% tags=["active-ipynb"]
# loader = DataLoader(TensorDataset(train_points, train_labels), batch_size=32)
# print(len(loader), "batches")
# for x, y in loader:
#     print("inputs", tuple(x.shape), "  labels", tuple(y.shape))

# %% [markdown]
# ## 2. One training step
#
# For one batch, training does five things:
#
# 1. **clear** the old gradients: the optimizer's `zero_grad()`;
# 2. **forward**: the model turns the inputs into outputs;
# 3. **loss**: the criterion compares outputs and labels; call it with the outputs first, then the labels;
# 4. **backward**: the loss's `backward()` computes the gradients;
# 5. **step**: the optimizer's `step()` moves the parameters.
#
# Three rules explain every correct order, and every wrong one:
#
# - `backward()` does not *set* the gradients. It **adds** to what is in `.grad`;
# - `step()` uses whatever is in `.grad` at that moment, old, new or nothing;
# - `zero_grad()` throws away whatever is in `.grad` at that moment, used or not.
#
# **By hand.** One weight, $w = 1$. The model is $\hat y = w x$, the loss $(\hat y - t)^2$, and its gradient $2 (\hat y - t)\, x$.
# There is one sample, $x = 2$ and $t = 6$, so the right weight is 3. The learning rate is 0.1:
#
# | step | $w$ | output $\hat y$ | loss | gradient | new $w$ |
# | ---: | ---: | ---: | ---: | ---: | ---: |
# | 1 | 1.00 | 2.00 | 16.00 | -16.0 | 2.60 |
# | 2 | 2.60 | 5.20 | 0.64 | -3.2 | 2.92 |
# | 3 | 2.92 | 5.84 | 0.03 | -0.6 | 2.98 |
#
# Now forget to clear. In step 2, `.grad` is $-16.0 - 3.2 = -19.2$, and the new weight is $2.60 + 1.92 = 4.52$, far beyond 3.
# The old gradient pushed a second time.
#
# ### What goes wrong in every other order
#
# | order | what happens |
# | :--- | :--- |
# | clear, forward, backward, step | right |
# | forward, clear, backward, step | right: the old gradients are gone before the new ones come |
# | forward, backward, step, clear | right: cleared for the next batch |
# | forward, backward, step | each step uses the **sum of all gradients so far**; the weights swing wildly |
# | forward, backward, clear, step | the new gradients are thrown away before their use: **nothing ever moves** |
# | clear, forward, step, backward | at `step` there is no gradient; the next `clear` removes the one that came late: **nothing ever moves** |
# | step, clear, forward, backward | the right order, begun at its end: the same updates, each one batch later; only the last gradient is **never used** |
# | clear once an epoch, then forward, backward, step | each step uses the **sum of the epoch's gradients so far** |
# | forward, step, clear, backward | the weights change between forward and backward: PyTorch notices in most networks and stops with an error |
#
# Next, the same network with the same first weights met the same batches, and only the order differed.

# %% tags=["active-ipynb"]
# guess(
#     "Which of these four orders has the lowest loss after 15 epochs?",
#     a="the right one",
#     b="the one that never clears",
#     c="the one that clears before step",
#     d="the one that clears once an epoch",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# guess(
#     "And whose loss is the same in every epoch, to the last digit?",
#     a="that of the right one",
#     b="that of the one that never clears",
#     c="that of the one that clears before step",
#     d="that of none",
#     answer=None,
# )

# %% tags=["active-ipynb", "folded"]
# # The loss of each of 15 epochs, kept from runs with SGD at lr = 0.3, in batches of 32.
# in_order = {
#     "right": [0.660, 0.584, 0.503, 0.425, 0.365, 0.323, 0.294, 0.274, 0.259, 0.248, 0.240, 0.232,
#               0.226, 0.221, 0.217],
#     "never cleared": [0.629, 0.355, 0.301, 0.278, 0.622, 0.494, 0.913, 0.740, 1.411, 0.621, 0.465,
#                       0.307, 0.261, 0.286, 0.233],
#     "cleared before step: nothing ever moves": [0.691] * 15,
#     "cleared once an epoch": [0.629, 0.419, 0.284, 0.243, 0.224, 0.212, 0.206, 0.200, 0.197, 0.193,
#                               0.190, 0.187, 0.184, 0.182, 0.179],
# }
# fig, ax = plt.subplots(figsize=(9, 4.6), layout="constrained")
# looks = [("o-", BLUE), ("s--", ORANGE), ("^:", GREEN), ("x-.", PINK)]
# for (order, curve), (style, color) in zip(in_order.items(), looks):
#     ax.plot(range(1, 16), curve, style, color=color, label=order)
# ax.set(xlabel="epoch", ylabel="mean loss of the batches", title="Four orders of the same lines")
# ax.set_ylim(0, 1.5)
# ax.grid(alpha=0.3)
# ax.legend(loc="upper left")
# plt.show()

# %% [markdown]
# Look at the lowest curve: cleared once an epoch, the loss falls *faster* than in the right order. Yet this is a bug. Its
# steps are up to five times as long as the learning rate says, because an epoch has five batches. In batches of 4 there are
# 38, and in the same 15 epochs its loss swings up and down and ends at 0.33, where the right order ends at 0.13.
# Never conclude from a falling loss that the loop is right.
#
# ### Exercise: `train_step`
#
# Make one update of the model from one batch, and return the loss of that batch as a Python `float`.
#
# - The loss is the one **before** the update: the one that you call `backward()` on.
# - A loss is a tensor of shape `()`. Its method `item()` gives the plain number. (A loss on which you never call `backward()`, as in
#   an evaluation, keeps its whole computation graph in memory for as long as you keep the tensor.)
# - You may clear the gradients at any place that leaves the update right. A model that arrives here for the first time has none.


# %% nbgrader={"grade": false, "grade_id": "train_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_step(
    model: nn.Module,
    criterion: nn.Module,
    optimizer: torch.optim.Optimizer,
    inputs: torch.Tensor,
    labels: torch.Tensor,
) -> float:
    """Update the model once, from one batch, and return the loss before the update.

    Args:
        model: maps inputs to outputs.
        criterion: maps (outputs, labels) to a loss of shape ().
        optimizer: holds the parameters of the model.
        inputs: one batch of samples; the first dimension counts them.
        labels: what the criterion expects for them.

    Returns: the loss as a Python float.
    """
    ### BEGIN SOLUTION
    optimizer.zero_grad()
    loss = criterion(model(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss.item()
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-train_step", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
# check("train_step")

# %% [markdown]
# ## 3. Epochs
#
# One step does little. We go through all batches, and then again, `num_epochs` times.
# For each epoch we note one number: the **plain mean of its batch losses**.
#
# **By hand.** Ten samples in batches of 4, so three batches of 4, 4 and 2 samples. Their losses are 0.9, 0.7 and 0.2.
# The loss of the epoch is
#
# $$\frac{0.9 + 0.7 + 0.2}{3} = 0.6 .$$
#
# The last batch counts as one batch, though it is smaller. (The mean over *samples* would be
# $(4 \cdot 0.9 + 4 \cdot 0.7 + 2 \cdot 0.2) / 10 = 0.68$. Both are used in practice; here we agree on the first.)
#
# Note what this number is: each batch loss was measured before the update of its batch, so the network was changing all the time.
# It is a running report, cheap because we have the losses anyway, and not the loss of the network at the end of the epoch.
#
# How large should a batch be?

# %% tags=["active-ipynb"]
# guess(
#     "After 30 epochs of the same 150 samples, which batch size has the lowest loss?",
#     a="4",
#     b="32",
#     c="150",
#     d="all the same",
#     answer=None,
# )

# %% [markdown]
# Small batches make more updates in an epoch, so the loss falls faster from epoch to epoch (on the
# left), but each update follows the noise of a few samples. Large batches make few, calm updates: update for update they are
# as good (on the right), and each update costs more.

# %% tags=["active-ipynb", "folded"]
# # The loss of each of 30 epochs, kept from three runs with SGD at lr = 0.3.
# by_batch_size = {
#     150: [0.691, 0.675, 0.660, 0.646, 0.631, 0.617, 0.602, 0.586, 0.571, 0.555, 0.539, 0.522, 0.506,
#           0.490, 0.474, 0.459, 0.444, 0.430, 0.416, 0.404, 0.392, 0.381, 0.370, 0.361, 0.352, 0.343,
#           0.336, 0.329, 0.322, 0.316],
#     32: [0.664, 0.588, 0.512, 0.430, 0.372, 0.334, 0.299, 0.280, 0.269, 0.254, 0.243, 0.245, 0.230,
#          0.241, 0.226, 0.220, 0.218, 0.225, 0.219, 0.207, 0.213, 0.198, 0.203, 0.194, 0.208, 0.209,
#          0.201, 0.191, 0.198, 0.192],
#     4: [0.456, 0.255, 0.219, 0.237, 0.202, 0.198, 0.194, 0.181, 0.169, 0.172, 0.163, 0.150, 0.149,
#         0.132, 0.122, 0.134, 0.113, 0.116, 0.111, 0.105, 0.098, 0.093, 0.083, 0.086, 0.077, 0.084,
#         0.096, 0.088, 0.081, 0.074],
# }
# fig, (left, right) = plt.subplots(1, 2, figsize=(12, 4.2), sharey=True, layout="constrained")
# looks = [("s-", BLUE), ("o--", ORANGE), ("^:", GREEN)]
# for (batch_size, curve), (style, color) in zip(by_batch_size.items(), looks):
#     updates = -(-150 // batch_size)
#     epochs = torch.arange(1, 31)
#     look = {"color": color, "markersize": 4}
#     left.plot(epochs, curve, style, **look, label=f"batch size {batch_size}")
#     right.plot(epochs * updates, curve, style, **look, label=f"updates per epoch: {updates}")
# left.set(title="Loss by epoch", xlabel="epoch", ylabel="mean loss of the batches", ylim=(0, 0.75))
# right.set(title="The same runs by update", xlabel="number of updates (log scale)", xscale="log")
# for ax in (left, right):
#     ax.grid(alpha=0.3)
# left.legend(loc="upper right")
# right.legend(loc="lower left")
# plt.show()

# %% [markdown]
# ### Exercise: `train`
#
# Train the model for `num_epochs` epochs: in each, one training step for every batch of the loader, in the order in which it
# gives them. Use the optimizer that you are given for all of them; it remembers things from step to step. Return the list
# of the epochs' losses, `num_epochs` Python floats.
#
# You may call your `train_step`. When `train` is graded, a mistake in `train_step` does not count again.
# Whether you put the model in training mode first is up to you: it arrives in training mode.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(
    model: nn.Module,
    criterion: nn.Module,
    optimizer: torch.optim.Optimizer,
    dataloader: DataLoader[tuple[torch.Tensor, ...]],
    num_epochs: int,
) -> list[float]:
    """Train the model on all batches, num_epochs times, and return the loss of each epoch.

    Args:
        model, criterion, optimizer: as for train_step.
        dataloader: gives (inputs, labels) for each batch; can be walked through once per epoch.
        num_epochs: the number of passes over the data.

    Returns: num_epochs Python floats, each the plain mean of the losses of that epoch's batches.
    """
    ### BEGIN SOLUTION
    model.train()
    history = []
    for _ in range(num_epochs):
        batch_losses = []
        for inputs, labels in dataloader:
            batch_losses.append(train_step(model, criterion, optimizer, inputs, labels))
        history.append(sum(batch_losses) / len(batch_losses))
    return history
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-train", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
# check("train")

# %% [markdown]
# ## 4. Evaluation
#
# After training we want to know: what part of some samples does the network get right? This is its **accuracy**, between 0 and 1.
#
# The output of our network is one **logit** $z$ for each sample, and the probability of label 1 is $\sigma(z) = 1 / (1 + e^{-z})$.
# We predict 1 where the probability is above 0.5. Since $\sigma(0) = 0.5$, that is where **the logit is above 0**: no sigmoid needed.
# (At exactly 0.5 either answer will do. The perceptron had to say `>=`, because its rule starts there, with every weighted sum 0.
# A trained network gives exactly 0.5 to almost nothing.)
#
# **By hand.** Four samples:
#
# | logit | 2.0 | -1.0 | 0.3 | -0.2 |
# | :--- | ---: | ---: | ---: | ---: |
# | probability | 0.88 | 0.27 | 0.57 | 0.45 |
# | predicted | 1 | 0 | 1 | 0 |
# | label | 1 | 0 | 0 | 1 |
# | right? | yes | yes | no | no |
#
# The accuracy is $2 / 4 = 0.5$. Note the third: whoever compares the *logit* with 0.5 predicts 0 there.
#
# One trap is a matter of shape. Logits and labels have shape `(m, 1)`. Squeeze one of them to `(m,)` and compare, and broadcasting
# makes a table of shape `(m, m)`, each prediction against every label. Its mean is a number between 0 and 1. It is just not the accuracy.
#
# ### Two modes
#
# Some layers behave differently while a network learns. **Dropout** switches inputs off at random, so that the network cannot lean
# on a few of them. **Batch normalisation** brings each input to mean 0 and variance 1, which makes training steadier. Neither
# makes sense once you want an answer. Every module has a flag `training` that tells them; the method `train()` sets it to true,
# in all submodules too, and `eval()` sets it to false.
#
# | layer | in training mode | in evaluation mode |
# | :--- | :--- | :--- |
# | `Dropout` | zeroes some of its inputs at random | passes everything on |
# | `BatchNorm1d` | normalises with the mean and variance of **this batch**, and keeps running averages of them | normalises with the running averages, changes nothing |
# | `Linear`, `ReLU`, ... | the same | the same |
#
# So an evaluation in training mode does two kinds of harm. The answer is random, or depends on which samples happen to sit in the batch.
# And batch norm *learns* from the test data.
# The picture shows one network with dropout, measured 300 times on the same 50 test points, in either mode.

# %% tags=["active-ipynb", "folded"]
# # How many of 300 measurements got so many of the 50 points right, kept from one network.
# in_training_mode = {44: 3, 45: 20, 46: 41, 47: 119, 48: 105, 49: 12}
# in_evaluation_mode = 48 / 50
# fig, ax = plt.subplots(figsize=(8, 3.8), layout="constrained")
# accuracies = [right / 50 for right in in_training_mode]
# label = "300 measurements in training mode"
# ax.bar(accuracies, list(in_training_mode.values()), width=0.015, color=ORANGE, label=label)
# label = f"all 300 in evaluation mode: {in_evaluation_mode:.2f}"
# ax.axvline(in_evaluation_mode, color=BLUE, linestyle="--", linewidth=3, label=label)
# ax.set_title("The same network, the same data")
# ax.set(xlabel="accuracy on the same 50 points", ylabel="how often", xlim=(0.84, 1))
# ax.grid(alpha=0.3)
# ax.legend(loc="upper left")
# plt.show()

# %% [markdown]
# Two more habits of a good evaluation:
#
# - **No graph.** Nothing will be differentiated, so do it within the context manager `torch.no_grad()`, which saves time and memory.
# - **Leave things as you found them.** Remember whether the model was in training mode, and restore that at the end.
#   Otherwise an evaluation in the middle of training silently switches dropout off for the rest of it.
#
# ### Exercise: `evaluate`
#
# Return the accuracy of the model on some samples, as a Python `float`. The model gives logits `(m, 1)`; the labels are 0 or 1,
# of shape `(m, 1)`. Predict 1 where the probability is above 0.5. Compute in evaluation mode and without a
# graph, and leave `model.training` as it was, whichever it was.


# %% nbgrader={"grade": false, "grade_id": "evaluate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def evaluate(model: nn.Module, inputs: torch.Tensor, labels: torch.Tensor) -> float:
    """Compute the part of the samples that a binary classifier gets right.

    Evaluation mode is used, no graph is built, and model.training is restored afterwards.

    Args:
        model: maps inputs to logits (m, 1); label 1 is predicted where its probability is over 0.5.
        inputs: m samples.
        labels: (m, 1), each 0 or 1.

    Returns: the accuracy, a Python float in [0, 1].
    """
    ### BEGIN SOLUTION
    was_training = model.training
    model.eval()
    with torch.no_grad():
        predictions = (model(inputs) > 0).float()
    model.train(was_training)
    return (predictions == labels).float().mean().item()
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-evaluate", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
# check("evaluate")

# %% [markdown]
# ## 5. What the loop makes of the moons
#
# Here is what all of this is for, and it is your own loop that does it: this cell calls your `train` and your `evaluate`.
# The colours show the probability that the network gives to label 1, and the black line is where it is 0.5. Before training
# the line has nothing to do with the data. Epoch by epoch your loop bends it around the moons. The points in the picture are
# the test points, which the network never met.

# %% tags=["active-ipynb"]
# torch.manual_seed(3)
# network = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
# optimizer = torch.optim.Adam(network.parameters(), lr=0.03)
# side = torch.linspace(-1.8, 2.8, 120), torch.linspace(-1.3, 1.8, 90)
# grid = torch.cartesian_prod(*side)
#
# with needs("train", "evaluate"):
#     epochs, stages = 0, []
#     for more in (0, 10, 50):
#         train(network, nn.BCEWithLogitsLoss(), optimizer, loader, more)
#         epochs += more
#         known = evaluate(network, train_points, train_labels)
#         new = evaluate(network, test_points, test_labels)
#         chance = torch.sigmoid(network(grid)).detach().reshape(120, 90).T
#         stages.append((epochs, known, new, chance))
#
#     fig, panels = plt.subplots(1, 3, figsize=(14, 4.8), sharey=True, layout="constrained")
#     for ax, (epochs, known, new, chance) in zip(panels, stages):
#         colors = ax.pcolormesh(*side, chance, cmap="RdBu_r", vmin=0, vmax=1, alpha=0.5)
#         ax.contour(*side, chance, levels=[0.5], colors="black")
#         draw_points(ax, test_points, test_labels)
#         accuracy = f"{known:.2f} on training points, {new:.2f} on test points"
#         ax.set_title(f"after {epochs} epochs\naccuracy {accuracy}", fontsize=10)
#     for ax in panels[1:]:
#         ax.set_ylabel("")
#     handles = panels[0].get_legend_handles_labels()
#     fig.legend(*handles, loc="outside lower center", ncols=2, title="test points")
#     fig.colorbar(colors, ax=panels, label="probability of label 1")
#     plt.show()

# %% [markdown]
# ## 6. A clinic for training loops
#
# Six loops are ill. You see nothing but the loss of their first 15 epochs (solid), beside that of the healthy loop (dashed, as far as it
# is in the panel). Mind the axes: each panel has its own. Which has what?
#
# 1. the gradients are cleared between `backward` and `step`;
# 2. the gradients are never cleared;
# 3. the learning rate is a hundred times too large;
# 4. the learning rate is thirty times too small;
# 5. the optimizer was given the parameters of the last layer only;
# 6. the labels were shuffled, and the points were not.

# %% tags=["active-ipynb", "folded"]
# healthy = in_order["right"]
# patients = {
#     "A": [0.690, 0.687, 0.684, 0.682, 0.679, 0.677, 0.674, 0.671, 0.669, 0.666, 0.664, 0.661, 0.659,
#           0.656, 0.654],
#     "B": in_order["never cleared"],
#     "C": [0.665, 0.609, 0.564, 0.528, 0.497, 0.472, 0.450, 0.432, 0.415, 0.401, 0.389, 0.377, 0.367,
#           0.358, 0.349],
#     "D": [54.886, 140.779, 3.915, 3.216, 3.910, 3.220, 3.910, 3.220, 3.910, 3.220, 3.910, 3.220,
#           3.910, 3.220, 3.910],
#     "E": [0.696, 0.694, 0.692, 0.691, 0.690, 0.689, 0.689, 0.688, 0.687, 0.687, 0.686, 0.686, 0.685,
#           0.685, 0.685],
#     "F": in_order["cleared before step: nothing ever moves"],
# }
# fig, panels = plt.subplots(2, 3, figsize=(12, 5.4), sharex=True, layout="constrained")
# for ax, (name, curve) in zip(panels.flat, patients.items()):
#     ax.plot(range(1, 16), healthy, "--", color="gray")
#     ax.plot(range(1, 16), curve, "o-", color=BLUE, markersize=4)
#     low, high = min(curve), max(curve)
#     margin = 0.1 * (high - low) or 0.01
#     ax.set(title=f"patient {name}", ylim=(low - margin, high + margin))
#     ax.grid(alpha=0.3)
# for ax in panels[1]:
#     ax.set_xlabel("epoch")
# for ax in panels[:, 0]:
#     ax.set_ylabel("loss")
# plt.show()

# %% [markdown]
# <details><summary>The diagnoses (decide first)</summary>
#
# - **A is 4.** It falls on a straight line, and too slowly to be of use: nothing is wrong but the size of the steps.
# - **B is 2.** It falls, and then is thrown up again and again, because old gradients keep pushing.
# - **C is 5.** It falls calmly and stays above the healthy one: a network of which only a part learns.
# - **D is 3.** Look at the axis: a loss of 140 is far above the 0.69 of knowing nothing. Each step jumps over the goal.
# - **E is 6.** It falls a little, from 0.696 to 0.685, and ends near $\ln 2 = 0.693$: the points say nothing about these labels.
# - **F is 1.** The same loss in every epoch, to the last digit. Nothing has moved at all.
#
# </details>

# %% [markdown]
# ## Summary
#
# - A training step: clear, forward, loss, backward, step. `backward` adds, `step` uses what is there, `zero_grad` wipes what is there:
#   from this you can work out what any other order does.
# - An epoch is one pass over the data in batches. Its loss is the mean of its batch losses, each taken before its update.
# - Evaluate in evaluation mode, without a graph, and restore the mode. Compare shapes before you compare values.
# - A falling loss does not prove that the loop is right, but the shape of its curve tells much.
#
# ## What's next
#
# In `xor` you put everything together, on the little problem that a single perceptron cannot solve. After that,
# the same loop, unchanged, trains networks that read handwritten digits.
