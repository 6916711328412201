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
# # Losses
#
# A network makes predictions. A **loss** says, in a single number, how wrong they are.
# Training does nothing but make that number smaller, so the loss decides what the network learns.
# In this lesson you write the four losses that most networks are trained with.
#
# **After this lesson you can**
#
# - say what a loss measures, and why accuracy cannot do its job;
# - write mean squared error, for predicting quantities;
# - write cross-entropy from logits, for choosing one of several classes;
# - write binary cross-entropy, from probabilities and from logits, for yes or no;
# - explain why softmax (or sigmoid) and log belong together in one stable step;
# - see where broadcasting quietly turns a loss into nonsense.
#
# **Time needed:** about 140 minutes, by our estimate: 35 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `mse_loss` | \* | mean squared error |
# | `cross_entropy` | \*\* | one of several classes, from logits |
# | `binary_cross_entropy` | \*\* | yes or no, from probabilities |
# | `bce_with_logits` | \*\*\* | yes or no, from logits |
# | `test_cross_entropy` | \*\* | a test that finds mistakes (optional) |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("mse_loss")` in a cell of your own, then `hint("mse_loss", 2)`: each tells a little more. `reset("mse_loss")`
# shows an exercise as it was given to you, `check()` the whole lesson, and `progress()` the whole course.
#
# Some cells ask what you expect, with `guess(...)`: write the letter of your answer into the cell, run it, then read on.
# Nobody grades it, and it stays in the cell, so you see later what you thought.
#
# The cells with the imports and the checks are locked: an import of your own goes into a new cell.
# The code of most pictures is folded: a click on the dots below its picture's text shows it.
# One cell, the last, shows what your functions do. Until you have written them, it says what it needs.
#
# **Symbols.** Each stands for one thing in this lesson:
#
# | symbol | what it is |
# | --- | --- |
# | $t$ | the target: a quantity, or 1 for yes and 0 for no |
# | $\hat y$ | a predicted quantity |
# | $z$ | a logit: any real number, not yet a probability |
# | $p$ | a probability |
# | $c$, $C$ | the number of the right class, and of classes |
# | $m$, $n$ | samples in the batch, and numbers in all |
# | $\varepsilon$ | a tiny number that keeps a logarithm away from 0 |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %% nbgrader={"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
import torch
from torch.nn import functional as F

# %% tags=["active-ipynb"] nbgrader={"grade": false, "grade_id": "notebook-imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
# import matplotlib.pyplot as plt
# from torch import nn
#
# from autograder import check, grids, guess, hint, needs, progress, reset
#
# plt.style.use("autograder.worker.pictures")

# %% [markdown]
# ## 1. What a loss measures
#
# A loss compares predictions with targets and returns one number, with three properties and a convention:
#
# 1. it is **smallest when the predictions are right**, and larger the more wrong they are;
# 2. it is **one number**, because "smaller" must have a meaning: a tensor of shape `()`;
# 3. it has a **useful slope**: for every prediction, the gradient says which way is better, and by how much;
# 4. by convention it is a **mean** over the batch, so that its size does not depend on how many samples there are.
#    (Some losses are sums. Then the learning rate has to know the batch size.)
#
# Why not just count the mistakes? Look at six points on a line. We want to call the points on the right "class 1",
# and all that we may choose is the border between the classes.

# %% tags=["active-ipynb", "folded"]
# points = torch.tensor([-2.6, -1.4, -0.6, 0.8, 1.5, 2.5])
# labels = torch.tensor([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
# border = torch.linspace(-4, 4, 801)
# scores = points - border[:, None]  # positive: the point is right of the border, so we say class 1
# mistakes = ((scores > 0).float() != labels).float().mean(1)
# smooth = F.binary_cross_entropy_with_logits(
#     scores, labels.expand_as(scores), reduction="none"
# ).mean(1)
#
# fig, ax = plt.subplots(figsize=(8, 3.8), layout="constrained")
# ax.plot(border, mistakes, color="C3", linewidth=2, label="share of mistakes: a staircase")
# ax.plot(border, smooth, color="C0", linewidth=2, label="a loss: a slope to follow")
# for label, marker, name in [(0, "o", "samples of class 0"), (1, "s", "samples of class 1")]:
#     chosen = points[labels == label]
#     ax.scatter(chosen, torch.full_like(chosen, -0.12), marker=marker, color="black", s=45,
#                facecolor="white" if label == 0 else "black", label=name, zorder=3)
# ax.set_title("Counting mistakes gives no direction; a loss does")
# ax.set(xlabel="position of the border", ylabel="how wrong")
# ax.grid(alpha=0.3)
# ax.legend(loc="upper center");

# %% [markdown]
# The staircase is flat almost everywhere. Standing on a step, its gradient is zero: nothing tells you which way to go.
# The loss has a slope, at every point but the bottom, and it leads down to a border without mistakes.
# So we *train* with a loss, and we *report* the accuracy.

# %% [markdown]
# ## 2. Mean squared error
#
# To predict a quantity (a temperature, a price), measure how far off each prediction is, square it, and take the mean
# over all $n$ numbers:
#
# $$\mathrm{MSE}(\hat y, t) = \frac{1}{n} \sum_{i=1}^{n} (\hat y_i - t_i)^2$$
#
# **By hand.** Predictions $[1.0, 2.5, 3.8]$, targets $[1.2, 2.3, 4.0]$:
#
# | prediction $\hat y$ | target $t$ | $\hat y - t$ | $(\hat y - t)^2$ |
# | ---: | ---: | ---: | ---: |
# | 1.0 | 1.2 | −0.2 | 0.04 |
# | 2.5 | 2.3 | 0.2 | 0.04 |
# | 3.8 | 4.0 | −0.2 | 0.04 |
#
# The mean is $(0.04 + 0.04 + 0.04) / 3 = 0.04$.
#
# The square does two things. It makes every error positive, so that errors cannot cancel: the plain mean of $\hat y - t$
# above is only $-0.07$. And it punishes large errors more: twice the error costs four times as much.
# The slope $2(\hat y - t)$ grows with the error too, so the worst predictions are pulled hardest.

# %% tags=["active-ipynb", "folded"]
# predictions = torch.linspace(-2, 4, 301, requires_grad=True)
# squared = F.mse_loss(predictions, torch.ones_like(predictions), reduction="none")
# (slope,) = torch.autograd.grad(squared.sum(), predictions)
# x = predictions.detach()
#
# fig, (left, right) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained")
# left.plot(x, squared.detach(), color="C0", linewidth=2, label="squared error")
# left.plot(x, (x - 1).abs(), "--", color="gray", label="absolute error, to compare")
# left.set(title="The loss of one prediction", xlabel=r"prediction $\hat y$", ylabel="loss")
# right.plot(x, slope, color="C1", linewidth=2, label=r"slope $2(\hat y - t)$")
# right.axhline(0, color="black", linewidth=0.8)
# right.set_title("Its gradient: the pull on the prediction")
# right.set(xlabel=r"prediction $\hat y$", ylabel=r"$d\,\mathrm{loss} / d\,\hat y$")
# for ax in (left, right):
#     ax.axvline(1, color="C2", linestyle=":", linewidth=1.5, label="target t = 1")
#     ax.grid(alpha=0.3)
#     ax.legend(loc="upper center" if ax is left else "upper left")

# %% [markdown]
# ### What broadcasting does to a loss
#
# A network often returns predictions of shape `(3, 1)`, one column, while the targets have shape `(3,)`.

# %% tags=["active-ipynb"]
# guess(
#     "Predictions have shape (3, 1), targets have shape (3,). What is predictions - targets?",
#     a="(3,)",
#     b="(3, 1)",
#     c="(3, 3)",
#     d="an error",
#     answer=None,
# )

# %% tags=["active-ipynb", "folded"]
# column = torch.tensor([[1.0], [2.5], [3.8]])
# targets = torch.tensor([1.2, 2.3, 4.0])
# meant = targets.unsqueeze(1)
# right = [("predictions", column), "-", ("targets", meant), "=", ("difference", column - meant)]
# wrong = [("predictions", column), "-", ("targets", targets), "=", ("difference", column - targets)]
# grids((f"right: the mean of the squares is {(column - meant).square().mean():.2f}", right),
#       (f"wrong: the mean of the squares is {(column - targets).square().mean():.2f}", wrong))
# plt.show()

# %% [markdown]
# PyTorch *broadcasts*: every prediction meets every target. Nine differences instead of three, and a loss of $2.64$ instead of $0.04$.
# Nothing crashed.
# Worse, a network that minimises this learns to predict the *mean* of all targets, whatever its input: that is the best single answer to
# every target at once. People have lost days to this bug.
#
# A careful loss therefore refuses: **when the two shapes are not exactly equal, raise a `ValueError`** that says what they are.
# `(3, 1)` against `(3,)` differ, although both hold three numbers. In Python you raise an error with
# `raise ValueError("a message with what went wrong")`.

# %% [markdown]
# ### Exercise: `mse_loss`
#
# Write the mean squared error. Predictions and targets have the same shape, which may be any: `(3,)`, `(8, 1)`, `(2, 3, 4)`.
# The mean is over *every* element. Return a tensor of shape `()`, not a Python float: the gradient must flow back to the predictions.
# Shapes that differ are a `ValueError`. Leave the inputs as they were.
#
# This holds for all four losses: inputs may be views of other tensors, such as `x.t()`, which `reshape` can flatten and `view` cannot. They may live
# on a GPU, so make constants where they are, with `torch.zeros_like(x)` or `device=x.device`. And a loss may be computed in float32, also from float64 inputs.
#
# The grader looks for the formula, so `F.mse_loss`, `nn.MSELoss` and their relatives are not allowed.

# %% nbgrader={"grade": false, "grade_id": "mse_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mse_loss(predictions: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean squared error: the mean over all elements of the squared difference.

    Args: predictions: any shape, float32 or float64. targets: the same shape.
    Returns: shape (), in the dtype of the inputs or in float32.
    Raises: ValueError when the two shapes differ.
    """
    ### BEGIN SOLUTION
    if predictions.shape != targets.shape:
        shapes = f"{tuple(predictions.shape)} and {tuple(targets.shape)}"
        raise ValueError(f"predictions and targets differ in shape: {shapes}")
    return (predictions - targets).square().mean()
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-mse_loss", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
# check("mse_loss")

# %% [markdown]
# ## 3. Cross-entropy from logits
#
# Now the network chooses one of $C$ classes. It returns $C$ numbers $z_1, \dots, z_C$ for each sample, the **logits**.
# They may be any real numbers, and a larger one means "more likely". Softmax turns them into probabilities:
#
# $$p_j = \frac{e^{z_j}}{\sum_k e^{z_k}}$$
#
# Let $c$ be the right class. The loss of one sample is the *surprise* about the truth, $-\ln p_c$:
# nothing when the network was sure and right ($p_c = 1$), and without limit when it was sure and wrong ($p_c \to 0$).
# **Cross-entropy** is the mean surprise over the batch:
#
# $$\mathrm{CE}(z, c) = -\frac{1}{m} \sum_{i=1}^{m} \ln p_{i,\,c_i}$$
#
# **By hand.** Two samples and three classes, with logits $[[2.0, 0.5, -1.0], [0.1, 1.5, 0.2]]$ and right classes $[0, 1]$:
#
# | logits $z$ | $e^{z}$ | sum | right class $c$ | $p_c$ | $-\ln p_c$ |
# | :--- | :--- | ---: | ---: | ---: | ---: |
# | 2.0, 0.5, −1.0 | **7.389**, 1.649, 0.368 | 9.406 | 0 | 7.389 / 9.406 = 0.786 | 0.241 |
# | 0.1, 1.5, 0.2 | 1.105, **4.482**, 1.221 | 6.808 | 1 | 4.482 / 6.808 = 0.658 | 0.418 |
#
# The mean is $(0.241 + 0.418) / 2 = 0.330$.

# %% tags=["active-ipynb"]
# guess(
#     "A network for ten classes has learned nothing yet. What is its cross-entropy?",
#     a="0",
#     b="about 0.9",
#     c="about 2.3",
#     d="10",
#     answer=None,
# )

# %% [markdown]
# A number worth knowing: a network that has learned nothing gives every class the probability $1/C$, and its loss is $\ln C$.
# With ten classes that is $2.30$. If training *starts* far above it, something is wrong.

# %% tags=["active-ipynb", "folded"]
# probability = torch.linspace(0.005, 1, 400)
# logit = torch.linspace(-8, 8, 321)
#
# fig, (left, right) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained")
# left.plot(probability, -probability.log(), color="C0", linewidth=2, label="surprise, −ln p")
# left.plot([0.786, 0.658], [0.241, 0.418], "o", color="C3", label="the two samples above")
# left.set_title("Sure and wrong is expensive")
# left.set(xlabel="probability given to the right class", ylabel="loss")
# curves = [(2, "C0", "-"), (3, "C1", "--"), (10, "C2", "-.")]
# for classes, color, style in curves:
#     z = torch.zeros(len(logit), classes)
#     z[:, 0] = logit
#     loss = F.cross_entropy(z, torch.zeros(len(logit), dtype=torch.int64), reduction="none")
#     label = f"{classes} classes: ln {classes} = {loss[160]:.2f} at 0"
#     right.plot(logit, loss, color=color, linestyle=style, linewidth=2, label=label)
#     right.plot(0, loss[160], "o", color=color)
# right.set_title("The right class's logit moves, the others stay at 0")
# right.set(xlabel="logit of the right class", ylabel="loss")
# for ax in (left, right):
#     ax.grid(alpha=0.3)
#     ax.legend()

# %% [markdown]
# On the right side of each curve the loss fades to zero. On the left it becomes a straight line: one more unit of wrong logit, one more unit
# of loss. The gradient is as simple as a gradient can be: $\partial\,\mathrm{loss} / \partial z_j = p_j - 1$ for the right class,
# and $p_j$ for every other.

# %% [markdown]
# **Along which dimension?** The classes of a sample stand in its row, so the probabilities of a row add up to 1: the softmax runs along
# `dim=1`. Along `dim=0` it lets the *samples* compete with each other. Again nobody complains, for the shapes are the same:

# %% tags=["active-ipynb", "folded"]
# logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 1.5, 0.2]])
# right, wrong = torch.softmax(logits, dim=1), torch.softmax(logits, dim=0)
# grids(("right: along dim=1, each row adds up to 1",
#        [("logits", logits), "->", ("probabilities", right), "->", ("sum(dim=1)", right.sum(1))]),
#       ("wrong: along dim=0, each column does",
#        [("logits", logits), "->", ("no probabilities", wrong), "->", ("sum(dim=1)", wrong.sum(1))]))
# plt.show()

# %% [markdown]
# ### Why softmax and log are one step
#
# The formula suggests two steps: softmax, then log. On paper they are fine. In float32 they are not:
#
# - $e^{z}$ **overflows** to `inf` once $z$ is above 88.7, and `inf / inf` is `nan`;
# - $e^{z}$ **underflows** to `0` once $z$ is below −104, and $\ln 0$ is `-inf`.
#
# Networks do reach such logits, above all when training goes wrong, which is just when you need the loss to be right.
# So let the logarithm act before anything is rounded:
#
# $$-\ln p_c = -\ln \frac{e^{z_c}}{\sum_k e^{z_k}} = \ln \Big( \sum_k e^{z_k} \Big) - z_c$$
#
# The second term is now a plain logit, and nothing can go wrong with it. The first has a name, **log-sum-exp**.
# Take out the largest logit $z_{\max}$ of the sample, and it is safe as well:
#
# $$\ln \sum_k e^{z_k} = z_{\max} + \ln \sum_k e^{z_k - z_{\max}}$$
#
# Every exponent is now at most 0, so nothing overflows. One of them is exactly 0, so the sum is at least 1, and its log is fine.
#
# **By hand.** Logits $[1000, 999, -1000]$, right class 1. Here $z_{\max} = 1000$, and the sum is
# $e^{0} + e^{-1} + e^{-2000} = 1 + 0.368 + 0$. So the log-sum-exp is $1000 + \ln 1.368 = 1000.313$ and the loss is
# $1000.313 - 999 = 1.313$. The formula as it stands gives `nan`. The log of `torch.softmax`, which takes the maximum out for itself,
# is right for this class, and `-inf` for the third one, where −2000.313 is right:

# %% tags=["active-ipynb"]
# z = torch.tensor([1000.0, 999.0, -1000.0])
# print("exp:                ", z.exp())
# print("softmax by formula: ", z.exp() / z.exp().sum())
# print("softmax, then log:  ", [round(v, 3) for v in torch.softmax(z, 0).log().tolist()])
# print("in one step:        ", [round(v, 3) for v in torch.log_softmax(z, 0).tolist()])

# %% tags=["active-ipynb", "folded"]
# logit = torch.linspace(-200, 200, 801)
# z = torch.stack([logit, torch.zeros_like(logit)], dim=1)  # two classes; the first is the right one
# one_step = -torch.log_softmax(z, dim=1)[:, 0]
# by_formula = -(z.exp() / z.exp().sum(1, keepdim=True)).log()[:, 0]
# finite = by_formula.isfinite()
#
# fig, ax = plt.subplots(figsize=(8, 3.8), layout="constrained")
# ax.plot(logit, one_step, "C0", linewidth=5, alpha=0.35, label="softmax and log in one step")
# ax.plot(logit[finite], by_formula[finite], "--", color="C3", label="exp, divide, then log")
# lost = {"color": "C3", "alpha": 0.12}
# ax.axvspan(-200, logit[finite].min(), label="where two steps give inf or nan", **lost)
# ax.axvspan(logit[finite].max(), 200, **lost)
# for position, word in [(-150, "inf"), (145, "nan")]:
#     ax.text(position, 110, word, ha="center", fontsize=14, color="C3")
# ax.set_title("The same formula in float32, written in two ways")
# ax.set(xlabel="logit of the right class (the other is 0)", ylabel="loss", xlim=(-200, 200))
# ax.grid(alpha=0.3)
# ax.legend(loc="upper right");

# %% [markdown]
# Adding a small number inside the logarithm stops the `inf`, but not the `nan`, and it is wrong where it matters most: at a logit of −1000 the loss is
# 1000, not the 18 that $-\ln 10^{-8}$ gives, and its slope would be zero. The rearranged formula costs nothing and is right everywhere.

# %% [markdown]
# ### Exercise: `cross_entropy`
#
# Write the mean cross-entropy of logits of shape `(batch, classes)` and targets of shape `(batch,)`: the number of the right class of
# each sample, int64, from 0 to classes − 1. Return a tensor of shape `()`. It must be right for logits of ±1000, and for a batch of one.
#
# `torch.logsumexp` and `torch.log_softmax` are allowed, and so is doing everything yourself. `F.cross_entropy`, `F.nll_loss` and their `nn` modules are not.
#
# One piece of indexing you will want: to take from row $i$ the entry number `targets[i]`. There are several ways: `gather`,
# a pair of index tensors, or a mask made with `F.one_hot`.

# %% nbgrader={"grade": false, "grade_id": "cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cross_entropy(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean over the batch of -log softmax(logits)[target], stable for large logits.

    Args: logits: (batch, classes), float32 or float64. targets: (batch,), int64, the right classes.
    Returns: shape (), in the dtype of the inputs or in float32.
    """
    ### BEGIN SOLUTION
    right_logits = logits.gather(1, targets.unsqueeze(1)).squeeze(1)
    return (torch.logsumexp(logits, dim=1) - right_logits).mean()
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-cross_entropy", "locked": true, "points": 15, "schema_version": 3, "solution": false, "task": false}
# check("cross_entropy")

# %% [markdown]
# ## 4. Binary cross-entropy
#
# Often there are only two answers: yes or no, spam or not. Then one number is enough: the probability $p$ of "yes".
# The target is $t = 1$ for yes and $t = 0$ for no. The surprise is $-\ln p$ when the truth is yes, and $-\ln(1 - p)$ when it is no.
# One line says both:
#
# $$\mathrm{BCE}(p, t) = -\frac{1}{n} \sum_{i=1}^{n} \Big[ t_i \ln p_i + (1 - t_i) \ln (1 - p_i) \Big]$$
#
# For $t = 1$ the second term vanishes, for $t = 0$ the first.
#
# **By hand.**
#
# | probability $p$ | target $t$ | what is left of the formula | loss |
# | ---: | ---: | :--- | ---: |
# | 0.9 | 1 | $-\ln 0.9$ | 0.105 |
# | 0.2 | 0 | $-\ln 0.8$ | 0.223 |
# | 0.6 | 1 | $-\ln 0.6$ | 0.511 |
#
# The mean is $(0.105 + 0.223 + 0.511) / 3 = 0.280$.
#
# **Soft targets.** Nothing forces $t$ to be 0 or 1. If 7 people of 10 call a picture a cat, $t = 0.7$ is an honest target.
# Both terms then count, and the loss is smallest at $p = t$, though it is not zero there: a coin that falls heads 7 times of 10 surprises you, however well you know it.

# %% tags=["active-ipynb", "folded"]
# p = torch.linspace(0.002, 0.998, 500)
#
# fig, ax = plt.subplots(figsize=(8, 4), layout="constrained")
# curves = [(1.0, "C1", "-"), (0.0, "C0", "--"), (0.7, "C2", "-.")]
# for t, color, style in curves:
#     loss = F.binary_cross_entropy(p, torch.full_like(p, t), reduction="none")
#     ax.plot(p, loss, color=color, linestyle=style, linewidth=2, label=f"target {t:g}")
# ax.plot(0.7, 0.611, "o", color="C2", label="smallest at p = 0.7, but 0.611")
# ax.set_title("Binary cross-entropy as the probability moves")
# ax.set(xlabel="probability p of class 1", ylabel="loss", ylim=(-0.2, 6))
# ax.grid(alpha=0.3)
# ax.legend(loc="upper center");

# %% [markdown]
# ### At exactly 0 and 1
#
# A sigmoid in float32 returns exactly `1.0` once its input is above 17, so probabilities of exactly 0 and 1 do happen. Then:
#
# - sure and wrong ($p = 0$, $t = 1$): $-\ln 0$ is `inf`. One such sample makes the mean of the whole batch infinite;
# - sure and *right* ($p = 1$, $t = 1$): the other term is $0 \cdot \ln 0$, which is `0 * -inf`, and that is `nan`.
#
# So keep the logarithm away from 0. Any of these will do: clamp $p$ into $[\varepsilon, 1 - \varepsilon]$ first, add $\varepsilon$ inside both logarithms,
# or let neither logarithm fall below −100, as PyTorch does. Sure and wrong is then a large loss (16 for $\varepsilon = 10^{-7}$), and sure and right is 0,
# give or take $\varepsilon$.
#
# Which $\varepsilon$? That depends on where it stands. Added inside a logarithm, it meets a number near 0, and $10^{-8}$ is fine.
# In a clamp, $1 - \varepsilon$ has to be a number below 1, and float32 has only about seven digits:

# %% tags=["active-ipynb"]
# for epsilon in (1e-6, 1e-7, 1e-8, 1e-12):
#     upper = torch.tensor(1.0) - epsilon  # the upper end of a clamp, in float32
#     print(f"1 - {epsilon:g} = {upper:.9f}   so log(1 - p) is at least {torch.log(1 - upper):.2f}")

# %% [markdown]
# With $\varepsilon = 10^{-8}$ the upper end of the clamp *is* 1, and the clamp does nothing there. So clamp with $10^{-7}$.

# %% [markdown]
# ### Exercise: `binary_cross_entropy`
#
# Write the mean binary cross-entropy of probabilities in $[0, 1]$, ends included, and targets in $[0, 1]$, soft ones included.
# The two have the same shape, which may be any; shapes that differ are a `ValueError`. Return a tensor of shape `()`.
# At probabilities of exactly 0 and 1 the loss is finite: large (above 10) where wrong, and about 0 where right.
#
# `F.binary_cross_entropy`, `F.binary_cross_entropy_with_logits` and their `nn` modules are not allowed.

# %% nbgrader={"grade": false, "grade_id": "binary_cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def binary_cross_entropy(probabilities: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean over all elements of -(t log p + (1 - t) log(1 - p)), finite even where p is 0 or 1.

    Args: probabilities: any shape, in [0, 1], float32 or float64.
        targets: the same shape, in [0, 1].
    Returns: shape (), in the dtype of the inputs or in float32.
    Raises: ValueError when the two shapes differ.
    """
    ### BEGIN SOLUTION
    if probabilities.shape != targets.shape:
        shapes = f"{tuple(probabilities.shape)} and {tuple(targets.shape)}"
        raise ValueError(f"probabilities and targets differ in shape: {shapes}")
    eps = 1e-7  # the smallest power of ten that 1 - eps still notices in float32
    p = probabilities.clamp(eps, 1 - eps)
    return -(targets * p.log() + (1 - targets) * (1 - p).log()).mean()
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-binary_cross_entropy", "locked": true, "points": 14, "schema_version": 3, "solution": false, "task": false}
# check("binary_cross_entropy")

# %% [markdown]
# ## 5. Binary cross-entropy on logits

# %% tags=["active-ipynb"]
# guess(
#     "Sigmoid, clamp, log: how does a logit of 30 learn from the target 0?",
#     a="fastest of all, for it is most wrong",
#     b="slowly",
#     c="not at all",
#     d="in the wrong direction",
#     answer=None,
# )

# %% [markdown]
# The clamp has a price. Where it acts, it returns a constant, and a constant has no slope. A sample that is as wrong as can be
# then has a gradient of exactly zero: the network never learns from its worst mistake.
#
# (Writing the sigmoid as `1 / (1 + torch.exp(-z))` makes it worse: the value is right, but at $z \le -89$, where the exponential
# is `inf`, the gradient is `nan`. `torch.sigmoid` has no such hole.)
#
# The cure is the one you know. The probability came from a logit, $p = \sigma(z) = 1 / (1 + e^{-z})$, so put sigmoid and log into one step.
# Two facts about the sigmoid are enough:
#
# $$-\ln \sigma(z) = \ln(1 + e^{-z}) \qquad\text{and}\qquad 1 - \sigma(z) = \sigma(-z)$$
#
# The function $\ln(1 + e^{z})$ is called **softplus**. Put both facts into the formula of binary cross-entropy, and no division and no
# logarithm of a rounded probability is left. That is for you to do, with pencil and paper.
#
# One thing is left to mind: written literally, $e^{z}$ still overflows above 88.7. But look at $\ln(1 + e^{z}) = \ln(e^{0} + e^{z})$: it is a
# log-sum-exp, of only two numbers, and you know how to make that safe.
#
# **By hand.** Logits $[-0.5, 1.5, -2.0, 3.0]$ against $[0, 1, 0, 1]$:
#
# | logit $z$ | target $t$ | $\ln(1 + e^{z})$ | $\ln(1 + e^{-z})$ | loss |
# | ---: | ---: | ---: | ---: | ---: |
# | −0.5 | 0 | 0.474 | 0.974 | 0.474 |
# | 1.5 | 1 | 1.701 | 0.201 | 0.201 |
# | −2.0 | 0 | 0.127 | 2.127 | 0.127 |
# | 3.0 | 1 | 3.049 | 0.049 | 0.049 |
#
# The mean is $0.851 / 4 = 0.213$.

# %% tags=["active-ipynb", "folded"]
# z = torch.linspace(-30, 30, 601, requires_grad=True)
# x = z.detach()
#
# fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
# for t, color, style in [(1.0, "C1", "-"), (0.0, "C0", "--")]:
#     loss = F.binary_cross_entropy_with_logits(z, torch.full_like(z, t), reduction="none")
#     left.plot(x, loss.detach(), color=color, linestyle=style, linewidth=2, label=f"target {t:g}")
# left.plot(0, 0.693, "o", color="black", label="no idea: ln 2 = 0.693")
# left.set(title="The loss as the logit moves", xlabel="logit z", ylabel="loss")
# left.set(xlim=(-8, 8), ylim=(-0.3, 8.3))
# left.legend(loc="upper center")
#
# t = torch.zeros_like(z)
# one_step = F.binary_cross_entropy_with_logits(z, t, reduction="sum")
# two_steps = F.binary_cross_entropy(torch.sigmoid(z).clamp(1e-7, 1 - 1e-7), t, reduction="sum")
# (slope,), (clamped,) = torch.autograd.grad(one_step, z), torch.autograd.grad(two_steps, z)
# right.plot(x, slope, color="C0", linewidth=5, alpha=0.4, label="in one step")
# right.plot(x, clamped, "--", color="C3", linewidth=1.8, label="sigmoid, clamp, then log")
# right.annotate("most wrong,\nand no gradient", xy=(23, 0.02), xytext=(18, 0.35), color="C3",
#                arrowprops={"arrowstyle": "->", "color": "C3"})
# right.set_title("The gradient when the target is 0")
# right.set(xlabel="logit z", ylabel="d loss / d z", xlim=(-32, 38))
# right.legend(loc="upper left", fontsize=8)
# for ax in (left, right):
#     ax.grid(alpha=0.3)

# %% [markdown]
# The gradient of the one-step loss is $\sigma(z) - t$: prediction minus target, the same simple form as for cross-entropy.
# This is why a network for yes or no returns logits while it trains, and needs a sigmoid only when somebody wants to see a probability.

# %% [markdown]
# ### Exercise: `bce_with_logits`
#
# Write the mean binary cross-entropy of *logits*, any real numbers, and targets of 0 or 1. The two have the same shape, which may be any;
# shapes that differ are a `ValueError`. Return a tensor of shape `()`. At logits of ±1000 it must be right: 1000 where wrong, 0 where right.
#
# `F.softplus`, `F.logsigmoid` and `torch.logaddexp` are allowed, and so is doing everything yourself.
# `F.binary_cross_entropy`, `F.binary_cross_entropy_with_logits` and their `nn` modules are not.

# %% nbgrader={"grade": false, "grade_id": "bce_with_logits", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bce_with_logits(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean binary cross-entropy of sigmoid(logits), in one step that is stable for large logits.

    Args: logits: any shape, float32 or float64. targets: the same shape, 0 or 1.
    Returns: shape (), in the dtype of the inputs or in float32.
    Raises: ValueError when the two shapes differ.
    """
    ### BEGIN SOLUTION
    if logits.shape != targets.shape:
        shapes = f"{tuple(logits.shape)} and {tuple(targets.shape)}"
        raise ValueError(f"logits and targets differ in shape: {shapes}")
    return (F.softplus(logits) - logits * targets).mean()
    ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-bce_with_logits", "locked": true, "points": 16, "schema_version": 3, "solution": false, "task": false}
# check("bce_with_logits")

# %% [markdown]
# ## 6. Yours beside torch's
#
# From here on the course uses torch's losses. They are modules: make one, then call it with predictions and targets. This cell
# does so with three, and your own beside them; they should agree to the last digit shown. Add `nn.BCELoss()`, which takes probabilities,
# beside your `binary_cross_entropy`.

# %% tags=["active-ipynb"]
# torch.manual_seed(0)
# scores, answers = torch.randn(6, 4), torch.randint(0, 4, (6,))
# logits, targets = torch.randn(6, 1), torch.randint(0, 2, (6, 1)).float()
#
# with needs("mse_loss", "cross_entropy", "bce_with_logits"):
#     yours = [mse_loss(logits, targets), cross_entropy(scores, answers)]
#     yours += [bce_with_logits(logits, targets)]
#     torchs = [nn.MSELoss()(logits, targets), nn.CrossEntropyLoss()(scores, answers)]
#     torchs += [nn.BCEWithLogitsLoss()(logits, targets)]
#     for own, other in zip(yours, torchs):
#         print(f"yours {own:.6f}, torch's {other:.6f}")

# %% [markdown]
# ## 7. Who tests the test? (optional)
#
# A loss that is wrong still goes down: a network that is trained with it learns something, and nobody sees that it is the
# wrong thing. So a loss is worth a test, and a test is worth one, too. It is good for two things: given a wrong function it
# **raises** an exception, and given a right one, in whatever style that is written, it **raises nothing**.
#
# ### Exercise: `test_cross_entropy`
#
# Write `test_cross_entropy(cross_entropy)`. It is given a function `cross_entropy(logits, targets)`, and raises an exception
# when that is wrong.
#
# - Whatever the exercise above asks for may be broken: the value, for a batch of several samples, logits of 1000, and that
#   the logits stay as they were.
# - Numbers of floating point are never compared by `==`: `torch.testing.assert_close(actual, expected)` allows for the last
#   digits. To compare with torch's own loss is fine.
# - It is tried on six functions with a mistake, and on right ones. What it returns or prints does not matter.
#
# This exercise is for who likes it: its points are shown, and do not count.

# %% nbgrader={"grade": false, "grade_id": "test_cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def test_cross_entropy(cross_entropy) -> None:
    """Raise where cross_entropy(logits, targets) is wrong, and nothing where it is right.

    Args:
        cross_entropy: a version of the exercise above; any function with its arguments.
    """
    ### BEGIN SOLUTION
    logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1000.0, 3.0]])
    classes, given = torch.tensor([0, 2]), logits.clone()
    torch.testing.assert_close(cross_entropy(given, classes), F.cross_entropy(logits, classes))
    torch.testing.assert_close(given, logits)
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-test_cross_entropy", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# check("test_cross_entropy")

# %% [markdown]
# ## Summary
#
# | you predict | the network returns | loss | gradient with respect to what it returns |
# | :--- | :--- | :--- | :--- |
# | a quantity | the quantity $\hat y$ | mean squared error | $2(\hat y - t) / n$ |
# | one of $C$ classes | $C$ logits | cross-entropy | (softmax − one-hot target) $/\, m$ |
# | yes or no | one logit | BCE on logits | (sigmoid − target) $/\, n$ |
# | yes or no | a probability | BCE, clamped | large, or zero where the clamp acts |
#
# - A loss is one number: smallest when right, with a slope to follow, a mean over the batch.
# - Exponential and logarithm belong in one step. Hand logits to the loss, not probabilities.
# - Compare the shapes before you subtract. Broadcasting does not ask.
#
# ## What's next
#
# You can now say how wrong a network is. In **autograd** you find out where the slope of a loss comes from, and in **optimizers** you write the part that walks downhill:
# stochastic gradient descent, momentum and Adam. Later, a classifier for pictures of handwritten digits will need nothing new from this lesson:
# it is `cross_entropy` with ten classes, and its loss starts near $\ln 10 = 2.30$.
