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
# # Optimizers
#
# A loss says how wrong a network is. Its gradient says, for every weight, which way is uphill.
# An **optimizer** is the few lines of code that turn this into learning: it reads the gradients and moves the weights.
# In this lesson you write the two that train most networks today.
#
# **After this lesson you can**
#
# - say what gradient descent does, and what the learning rate decides;
# - explain why a long narrow valley is hard, and how momentum helps;
# - say what Adam adds: a step size for each weight, and why its averages need a correction at the start;
# - build an optimizer that works like `torch`'s, for you have built two.
#
# **Time needed:** about 100 minutes, by our estimate: 35 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `SGD` | \*\* | gradient descent with momentum |
# | `Adam` | \*\*\* | a step size for each weight |
# | `test_sgd` | \*\*\* | a test that finds mistakes (optional) |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("SGD")` in a cell of your own, then `hint("SGD", 2)`: each tells a little more. `reset("SGD")`
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
# | $w$ | a weight; $x$ and $y$ are the two weights of the valley |
# | $L$ | the loss, as a function of the weights |
# | $g$ | the gradient |
# | $\eta$ | the learning rate, `lr` in code |
# | $u$, $\mu$ | the velocity, and what survives of it in a step (`momentum`) |
# | $m$, $v$ | Adam's running means, of the gradients and of their squares |
# | $\beta_1$, $\beta_2$ | how slowly these two forget (`betas`) |
# | $t$ | the number of the step, from 1 |
# | $\varepsilon$ | a tiny number that keeps a division safe (`eps`) |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %% nbgrader={"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
from collections.abc import Iterable

import torch
from torch import nn

# %% tags=["active-ipynb"] nbgrader={"grade": false, "grade_id": "notebook-imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
# import matplotlib.pyplot as plt
# import numpy as np
#
# from autograder import check, guess, hint, play, progress, reset
#
# plt.style.use("autograder.worker.pictures")

# %% [markdown]
# ## 1. Gradient descent and the learning rate
#
# Stand on a hillside in fog. You cannot see the bottom, but your feet feel the slope.
# So you take a step downhill, feel again, and step again.
#
# The slope under your feet is the gradient $g = \nabla L(w)$. It points uphill, so we go the other way:
#
# $$w \leftarrow w - \eta \, g$$
#
# The number $\eta$ ("eta") is the **learning rate**, `lr` in code. It says how much of the gradient becomes a step.
#
# **By hand.** Let $L(w) = w^2$, so that $g = 2w$. Start at $w = 4$ with $\eta = 0.1$:
#
# | step | $w$ | $g = 2w$ | $w - 0.1\,g$ |
# | ---: | ---: | ---: | ---: |
# | 1 | 4.000 | 8.000 | 3.200 |
# | 2 | 3.200 | 6.400 | 2.560 |
# | 3 | 2.560 | 5.120 | 2.048 |

# %% tags=["active-ipynb"]
# guess(
#     "The same loss, from w = 4, but with a learning rate of 0.9. What happens?",
#     a="one step reaches the bottom",
#     b="it jumps across the bottom, and gets nearer",
#     c="it jumps across the bottom, ever higher",
#     d="it stays where it is",
#     answer=None,
# )

# %% [markdown]
# Each step multiplies $w$ by $1 - 2\eta = 0.8$. This one number tells everything about this loss:
#
# - $\eta = 0.02$ gives a factor of $0.96$: it works, but it crawls;
# - $\eta = 0.4$ gives a factor of $0.2$: a few steps and we are there;
# - $\eta = 0.9$ gives a factor of $-0.8$: each step jumps over the bottom, yet they shrink;
# - $\eta = 1.05$ gives a factor of $-1.1$: each step lands *higher* on the other side. The loss explodes.

# %% tags=["active-ipynb", "folded"]
# curve = np.linspace(-6, 6, 200)
# fig, panels = plt.subplots(1, 4, figsize=(14, 3.6), sharey=True, layout="constrained")
# verdicts = {0.02: "too small", 0.4: "good", 0.9: "zigzag", 1.05: "diverges"}
# for ax, (lr, verdict) in zip(panels, verdicts.items()):
#     k = np.arange(8 if lr > 1 else 12)
#     w = 4 * (1 - 2 * lr) ** k  # after k steps: times the factor, k times
#     w = w[np.abs(w) <= 6]
#     ax.plot(curve, curve**2, color="lightgray", zorder=0)
#     ax.plot(w, w**2, "-", color="C0", linewidth=1)
#     ax.scatter(w, w**2, c=np.arange(len(w)), cmap="viridis_r", s=35, zorder=2)
#     ax.plot(w[0], w[0] ** 2, "o", color="black", markersize=9, fillstyle="none", label="start")
#     ax.set(title=f"lr = {lr}: {verdict}", xlabel="weight w")
#     ax.grid(alpha=0.3)
# panels[0].set_ylabel("loss w²")
# panels[0].legend(loc="upper center")
# fig.suptitle("Gradient descent with four learning rates (dots darken as steps go by)")
# plt.show()

# %% [markdown]
# ## 2. Momentum
#
# One weight is easy. With two, trouble starts: the loss may be steep in one direction and nearly flat in another.
# Take the valley
#
# $$L(x, y) = \tfrac12 x^2 + 25\, y^2, \qquad \nabla L = (x,\; 50 y).$$
#
# Across the valley (in $y$) a step multiplies by $1 - 50\eta$, so $\eta$ must stay below $0.04$ or we fly out.
# Along the valley (in $x$) a step multiplies by $1 - \eta$, which is then never better than $0.96$: slow.
# One learning rate cannot please both.
#
# **Momentum** gives the weight a memory of where it was going, like a ball that rolls. The memory is a **velocity** $u$,
# zero at first, and $\mu$ says how much of it survives each step:
#
# $$u \leftarrow \mu\, u + g \qquad\qquad w \leftarrow w - \eta\, u$$
#
# Across the valley the gradients change sign from step to step and cancel out in $u$.
# Along the valley they all agree and add up, to as much as $\frac{1}{1-\mu}$ times one gradient: ten times for $\mu = 0.9$.
# With $\mu = 0$ it is plain gradient descent again.
#
# **By hand.** Again $L(w) = w^2$ from $w = 4$, with $\eta = 0.1$ and $\mu = 0.9$:
#
# | step | $w$ | $g = 2w$ | $u = 0.9\,u + g$ | $w - 0.1\,u$ |
# | ---: | ---: | ---: | ---: | ---: |
# | 1 | 4.000 | 8.000 | 8.000 | 3.200 |
# | 2 | 3.200 | 6.400 | 13.600 | 1.840 |
# | 3 | 1.840 | 3.680 | 15.920 | 0.248 |
# | 4 | 0.248 | 0.496 | 14.824 | -1.234 |
#
# The first step is the same as without momentum: there is no past yet. Then it gets faster and faster.
# At step 4 the gradient is almost zero, but the ball has speed and rolls *through* the bottom. It will come back.
#
# Here are the same numbers from `torch`'s own optimizer, then plain gradient descent and momentum in the valley
# (mind the axes: $y$ is stretched, the valley is narrower than it looks).

# %% tags=["active-ipynb"]
# weight = torch.tensor(4.0, requires_grad=True)
# optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9)
# for number in range(1, 5):
#     optimizer.zero_grad()
#     (weight**2).backward()
#     before, slope = weight.item(), weight.grad.item()
#     optimizer.step()
#     print(f"step {number}:  w {before:6.3f}   gradient {slope:6.3f}   new w {weight.item():6.3f}")

# %% tags=["active-ipynb", "folded"]
# def valley(x, y):
#     return 0.5 * x**2 + 25 * y**2
#
#
# def path(optimizer_class, number_of_steps=60, **settings):
#     """The points that an optimizer of torch visits in the valley, one row each."""
#     point = torch.tensor([-4.5, 0.6], dtype=torch.float64, requires_grad=True)
#     optimizer = optimizer_class([point], **settings)
#     points = [point.detach().clone()]
#     for _ in range(number_of_steps):
#         optimizer.zero_grad()
#         valley(*point).backward()
#         optimizer.step()
#         points.append(point.detach().clone())
#     return torch.stack(points).numpy()
#
#
# def draw_valley(ax):
#     x, y = np.meshgrid(np.linspace(-5, 3.5, 200), np.linspace(-1, 1, 200))
#     levels = [0.1, 0.5, 1.5, 3, 5, 8, 12, 18]
#     ax.contour(x, y, valley(x, y), levels=levels, colors="lightgray", linewidths=1)
#     ax.plot(0, 0, "k*", markersize=14, zorder=3)
#     ax.set(xlim=(-5, 3.5), ylim=(-1, 1), xlabel="x (flat direction)", ylabel="y (steep direction)")
#
#
# fig, panels = plt.subplots(1, 3, figsize=(14, 3.8), sharey=True, layout="constrained")
# for ax, title, settings in [
#     (panels[0], "lr = 0.036: zigzag, 30 steps", {"lr": 0.036}),
#     (panels[1], "lr = 0.015: no zigzag, but slower, 30 steps", {"lr": 0.015}),
#     (panels[2], "lr = 0.015, momentum = 0.8, 30 steps", {"lr": 0.015, "momentum": 0.8}),
# ]:
#     draw_valley(ax)
#     points = path(torch.optim.SGD, 30, **settings)
#     color = "C1" if "momentum" in settings else "C0"
#     ax.plot(*points.T, "o-", color=color, markersize=4, label="path from (-4.5, 0.6)")
#     ax.set_title(title)
#     ax.legend(loc="upper right")
# for ax in panels[1:]:
#     ax.set_ylabel("")
# fig.suptitle("Plain gradient descent and momentum in the valley (the star is the lowest point)")
# plt.show()

# %% [markdown]
# ### Exercise: `SGD`
#
# SGD stands for *stochastic* gradient descent: in training, each gradient comes from a few random samples.
# The optimizer does not care where gradients come from. It finds them in the `.grad` of each parameter.
#
# Write a plain class (nothing to inherit from) that does what `torch.optim.SGD` does at a constant learning rate.
# You may not use `torch.optim`. Mind these five points; each is a bug that people really make:
#
# 1. **A generator can be read only once.** A generator makes its items one by one, when a loop asks for them, and then it is empty.
#    `params` may be a list, or a generator such as `model.parameters()`. Make your own list of it.
# 2. **The same objects must change.** `w = w - ...` makes a *new* tensor, and the network never hears of it. Change the parameter
#    in place (`w -= ...`, `w.copy_(...)`) or through `w.data`.
# 3. **Autograd must not watch.** A parameter requires gradients, and PyTorch refuses to change one in place while it records.
#    Do the update within the context manager `torch.no_grad()` (it goes into a `with` statement, and holds for the indented block
#    below it), or work on `.data`.
# 4. **A gradient of `None`** means "nothing arrived here". Leave such a parameter alone: it does not move, and its velocity
#    waits as it is. (This is not the same as a gradient of zero: there the velocity keeps rolling.)
# 5. **Gradients are read, never written**, except by `zero_grad`. One trap: a velocity that *is* the gradient tensor,
#    and not a copy of it, changes when the gradient does.
#
# `zero_grad` clears the gradients, to zero or to `None`, as you like. It is needed because a backward pass *adds* to `.grad`.
# It does not touch the parameters or the velocities.


# %% nbgrader={"grade": false, "grade_id": "SGD", "locked": false, "schema_version": 3, "solution": true, "task": false}
class SGD:
    """Gradient descent with momentum: u = momentum u + gradient, then w = w - lr u; at first u = 0.

    Follows torch.optim.SGD over any number of steps, at a constant lr.

    Args:
        params: the parameters to update; any iterable, also a generator.
        lr: the learning rate, a float.
        momentum: the part of the velocity that survives each step, a float; 0: plain descent.
    """

    def __init__(self, params: Iterable[nn.Parameter], lr: float, momentum: float = 0.0) -> None:
        ### BEGIN SOLUTION
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]
        ### END SOLUTION

    def step(self) -> None:
        """Move every parameter once, in place; leave a parameter whose grad is None alone."""
        ### BEGIN SOLUTION
        with torch.no_grad():
            for p, velocity in zip(self.params, self.velocities, strict=True):
                if p.grad is None:
                    continue
                velocity.mul_(self.momentum).add_(p.grad)
                p -= self.lr * velocity
        ### END SOLUTION

    def zero_grad(self) -> None:
        """Clear the gradient of every parameter, to zero or to None."""
        ### BEGIN SOLUTION
        for p in self.params:
            p.grad = None
        ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-SGD", "locked": true, "points": 16, "schema_version": 3, "solution": false, "task": false}
# check("SGD")

# %% [markdown]
# ## 3. Adam
#
# Momentum smooths the *direction*. But all weights still share one learning rate, and their gradients may differ by
# factors of a thousand. **Adam** (Kingma and Ba, 2014) looks at how large each weight's gradients usually are, and divides by that.
# It keeps two running averages for each weight:
#
# $$m \leftarrow \beta_1\, m + (1 - \beta_1)\, g \qquad\text{(the mean of the gradients)}$$
# $$v \leftarrow \beta_2\, v + (1 - \beta_2)\, g^2 \qquad\text{(the mean of their squares)}$$
#
# Both start at zero, with $\beta_1 = 0.9$ and $\beta_2 = 0.999$ by default.
# So $m$ remembers about the last $\frac{1}{1-\beta_1} = 10$ gradients, $v$ about the last 1000.
#
# ### Why the averages need a correction
#
# After the first step, $m = 0.1\,g$ and $v = 0.001\,g^2$. Both are far too small, because they were averaged with the zeros
# that they started from. After $t$ steps with the same gradient, $m$ is $(1 - \beta_1^t)\,g$ and $v$ is $(1 - \beta_2^t)\,g^2$.
# So we know exactly how much is missing, and divide it out. This is the **bias correction**:
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad\qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# Here $t$ counts the steps and **starts at 1**: with $t = 0$ you would divide by zero.
# The tiny $\varepsilon = 10^{-8}$ is added *after* the square root. It keeps the division safe where all gradients were zero.
# The corrected $\hat m$ and $\hat v$ are used once and thrown away. The averages $m$ and $v$ themselves stay uncorrected.
#
# **By hand.** Once more $L(w) = w^2$ from $w = 4$, with $\eta = 0.1$:
#
# | $t$ | $w$ | $g$ | $m$ | $v$ | $\hat m$ | $\hat v$ | $\hat m / \sqrt{\hat v}$ | new $w$ |
# | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
# | 1 | 4.0000 | 8.0 | 0.80 | 0.0640 | 8.000 | 64.00 | 1.0000 | 3.9000 |
# | 2 | 3.9000 | 7.8 | 1.50 | 0.1248 | 7.895 | 62.42 | 0.9993 | 3.8001 |

# %% tags=["active-ipynb"]
# guess(
#     "Were all gradients a thousand times larger, how long would Adam's first step be?",
#     a="a thousand times as long",
#     b="about 32 times as long",
#     c="the same",
#     d="a thousandth",
#     answer=None,
# )

# %% [markdown]
# Look at the first row: $\hat m / \sqrt{\hat v} = g / |g|$. **The first step of Adam is `lr` long for every weight**, however large or
# small its gradient is. Later a step is about `lr` long while the gradients agree, and shorter while they quarrel.
# That is why one `lr` works for so many networks. (Steps can be longer, too: when gradients were tiny for a long time and then
# jump, $v$ lags behind $m$, and the longest of the next steps is 6.6 `lr`. No gradients whatever make one longer than 7.3 `lr`.)
#
# The picture shows how long the steps would be without the correction, when every gradient is the same.

# %% tags=["active-ipynb", "folded"]
# t = np.arange(1, 3001)
# fig, ax = plt.subplots(figsize=(7.5, 4), layout="constrained")
# ax.semilogx(t, (1 - 0.9**t) / np.sqrt(1 - 0.999**t), color="C3", label="no correction")
# ax.semilogx(1, 0.1 / np.sqrt(0.001), "o", color="C3", label="its first step: 3.16 lr")
# ax.semilogx(t, np.ones(len(t)), color="C2", linewidth=2, label="with bias correction: 1 lr")
# ax.set(xlabel="step t", ylabel="length of the step, in units of lr", ylim=(0, 7.5))
# ax.set_title("Adam under a constant gradient: without the correction it starts with leaps")
# ax.grid(alpha=0.3)
# ax.legend()
# plt.show()

# %% [markdown]
# And here all three walk down the same valley, from the same point. Adam does not care that one direction is fifty times
# steeper: at the start each of its steps is 0.3 long in $x$ *and* in $y$. It runs past the lowest point, turns and comes back.

# %% tags=["active-ipynb", "folded"]
# walkers = {
#     "SGD, lr = 0.036": (torch.optim.SGD, {"lr": 0.036}, "C0", "o-"),
#     "SGD, lr = 0.015, momentum = 0.8":
#         (torch.optim.SGD, {"lr": 0.015, "momentum": 0.8}, "C1", "s-"),
#     "Adam, lr = 0.3": (torch.optim.Adam, {"lr": 0.3}, "C2", "^-"),
# }
# fig, (left, right) = plt.subplots(
#     1, 2, figsize=(14, 4.8), width_ratios=[3, 2], layout="constrained"
# )
# draw_valley(left)
# for label, (optimizer_class, settings, color, style) in walkers.items():
#     points = path(optimizer_class, **settings)
#     left.plot(*points.T, style, color=color, markersize=4, linewidth=1.2, label=label)
#     right.semilogy(valley(*points.T), style, color=color, markersize=4, markevery=3)
# left.plot(-4.5, 0.6, "ko", markersize=9, fillstyle="none")
# left.set_title("Three paths in the same valley, 60 steps each")
# left.legend(loc="lower right")
# right.set(title="The loss along each path, marked alike", xlabel="step")
# right.set_ylabel("loss (log scale)")
# right.grid(alpha=0.3)
# plt.show()

# %% [markdown]
# Which optimizer is best? Ask first: at which learning rate?

# %% tags=["active-ipynb"]
# guess(
#     "Each takes its best learning rate. Which of the three ends lowest after 60 steps?",
#     a="SGD",
#     b="momentum",
#     c="Adam",
#     d="all end alike",
#     answer=None,
# )

# %% [markdown]
# Below, each dot is a run of 60 steps.
# The curves of SGD break off on the right: beyond some learning rate the loss explodes (here at 0.04, as computed above).
# Momentum moves that limit up. Adam never explodes here, because its steps cannot be longer than 7.3 `lr`; but it needs
# a larger `lr` than the others, and it keeps circling around the bottom.
#
# The optimizer matters: each at its best rate, they end at 0.21 (SGD), 0.0055 (Adam) and 0.000014 (momentum), from 19.1 at the
# start. The rate matters as much: at a tenth of that rate they end at 6.9, 3.7 and 3.2, and all of the difference is gone.
# So when a network does not learn, try learning rates a factor of 3 or 10 apart *before* anything else.

# %% tags=["active-ipynb", "folded"]
# rates = np.logspace(-3, 0.5, 36)
# fig, ax = plt.subplots(figsize=(8, 4.4), layout="constrained")
# for label, optimizer_class, settings, style in [
#     ("SGD", torch.optim.SGD, {}, "o-"),
#     ("SGD, momentum = 0.8", torch.optim.SGD, {"momentum": 0.8}, "s-"),
#     ("Adam", torch.optim.Adam, {}, "^-"),
# ]:
#     ends = [path(optimizer_class, 60, lr=float(lr), **settings)[-1] for lr in rates]
#     final = np.array([valley(*end) for end in ends])
#     ax.loglog(rates, np.where(final < 100, final, np.nan), style, markersize=4, label=label)
# ax.axhline(valley(-4.5, 0.6), color="gray", linestyle=":", label="loss at the start")
# ax.set(xlabel="learning rate (log scale)", ylabel="loss after 60 steps (log scale)")
# ax.set_ylim(1e-7, 100)
# ax.set_title("Three optimizers at 36 learning rates")
# ax.grid(alpha=0.3)
# ax.legend(loc="lower left")
# plt.show()

# %% [markdown]
# **To play with.** Let them race: choose a learning rate for all three, and go through the steps. Where are the two kinds of SGD
# thrown out of the valley, and what does Adam do there?

# %% tags=["active-ipynb", "folded"]
# racers = [("SGD", torch.optim.SGD, {}, "#0072b2", "-"),
#           ("momentum", torch.optim.SGD, {"momentum": 0.8}, "#d55e00", "--"),
#           ("Adam", torch.optim.Adam, {}, "#009e73", ":")]
# speeds = [0.003, 0.01, 0.02, 0.036, 0.05, 0.1, 0.3, 1]
# ways = {(name, lr): path(kind, 60, lr=lr, **settings)
#         for name, kind, settings, _, _ in racers for lr in speeds}
#
#
# def race(canvas, lr, steps):
#     losses = []
#     for name, _, _, color, style in racers:
#         way = ways[name, lr][:steps + 1]
#         near = way[valley(*way.T) < 100]  # beyond, an optimizer has left the valley for good
#         canvas.line(*near.T, color=color, style=style)
#         if len(near) < len(way):
#             losses.append(f"{name} is out")
#             continue
#         canvas.dots(*way[-1:].T, color=color)
#         losses.append(f"{name} {valley(*way[-1]):.2g}")
#     canvas.title = "Loss: " + ",  ".join(losses) + "\n(blue: SGD; orange, dashed: momentum 0.8; "
#     canvas.title += "green, dotted: Adam)"
#
#
# def rings(canvas):
#     turn = np.linspace(0, 2 * np.pi, 61)
#     for level in (0.1, 0.5, 1.5, 3, 5, 8, 12, 18):
#         x, y = np.sqrt(2 * level) * np.cos(turn), np.sqrt(level / 25) * np.sin(turn)
#         canvas.line(x, y, color="#cccccc")
#     canvas.dots([0], [0], color="black", size=3)
#
#
# play(race, {"learning rate": speeds, "steps": [0, 1, 2, 3, 5, 8, 12, 20, 30, 40, 60]},
#      start=[0.02, 30], behind=rings, size=(600, 270), xlim=(-5, 3.5), ylim=(-1, 1),
#      xticks=range(-5, 4), yticks=[-1, 0, 1], xlabel="x (flat direction)", ylabel="y (steep)")

# %% [markdown]
# ### Exercise: `Adam`
#
# Write Adam as a plain class, without `torch.optim`. All five points of `SGD` hold again, and three new ones:
#
# 1. Every parameter has its own $m$ and $v$, of its own shape. They belong to *this* optimizer: two optimizers share nothing.
# 2. The step count $t$ is 1 in the first step. `torch` counts the steps of each parameter by itself, so one whose grad is `None` for
#    a while does not count those steps. One common counter for all is accepted too: the two differ only after a `None`.
# 3. $\varepsilon$ goes outside of the square root, and after the correction, exactly as in the formula above.
#    With gradients as small as $10^{-8}$ you would see the difference.


# %% nbgrader={"grade": false, "grade_id": "Adam", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Adam:
    """Adam with bias correction: w = w - lr m_hat / (sqrt(v_hat) + eps); m and v are zero at first.

    Follows torch.optim.Adam over any number of steps, at a constant lr.

    Args:
        params: the parameters to update; any iterable, also a generator.
        lr: the learning rate, a float.
        betas: the decay of the mean m and of the mean of squares v, two floats.
        eps: what is added to the square root of the corrected v, a float.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2014, algorithm 1.
    """

    def __init__(
        self,
        params: Iterable[nn.Parameter],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
    ) -> None:
        ### BEGIN SOLUTION
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = [0] * len(self.params)
        ### END SOLUTION

    def step(self) -> None:
        """Move every parameter once, in place; leave a parameter whose grad is None alone."""
        ### BEGIN SOLUTION
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.t[i] += 1
                self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
                self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
                m_hat = self.m[i] / (1 - self.beta1 ** self.t[i])
                v_hat = self.v[i] / (1 - self.beta2 ** self.t[i])
                p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
        ### END SOLUTION

    def zero_grad(self) -> None:
        """Clear the gradient of every parameter, to zero or to None."""
        ### BEGIN SOLUTION
        for p in self.params:
            p.grad = None
        ### END SOLUTION


# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-Adam", "locked": true, "points": 19, "schema_version": 3, "solution": false, "task": false}
# check("Adam")

# %% [markdown]
# ## 4. Who tests the test? (optional)
#
# An optimizer that is wrong still goes downhill, most of the time. The loss gets smaller, only not as it should, and nobody
# looks for the reason. Here are three optimizers with $\eta = 0.1$ and $\mu = 0.9$ on the loss of the table for momentum,
# $L(w) = w^2$ from $w = 4$. Two of them are wrong:
#
# | what it does | after step 1 | after step 2 | after step 3 |
# | --- | ---: | ---: | ---: |
# | what it should | 3.200 | 1.840 | 0.248 |
# | it forgets its velocity after each step | 3.200 | 2.560 | 2.048 |
# | it averages: $u \leftarrow \mu\, u + (1 - \mu)\, g$ | 3.920 | 3.770 | 3.559 |
#
# All three go down. And whoever makes a single step does not see that the second one is wrong: in the first step there is no
# past yet that it could forget. So it is not enough that a test is strict. It has to bring about what shows the mistake, and
# to look where it shows.
#
# A test is good for two things: given a wrong class it **raises** an exception, and given a right one, in whatever style that
# is written, it **raises nothing**.
#
# ### Exercise: `test_sgd`
#
# Write `test_sgd(SGD)`. It is given a class `SGD(params, lr, momentum=0.0)` with `step()` and `zero_grad()`, and raises an
# exception when that is wrong.
#
# - Whatever the exercise on `SGD` asks for may be broken: the rule, with momentum and without, and each of the five points.
#   Go through them one by one. How many steps, how many parameters, which gradients does it take until a class that breaks
#   this point, and no other, differs from a right one?
# - No loss is needed: `p.grad = torch.tensor([1.0, 2.0])` gives a parameter a gradient by hand. To compare with
#   `torch.optim.SGD` is fine here.
# - All that you can count on are the parameters and their gradients. Right classes keep their velocities where they like, and
#   clear gradients to zero or to `None`. Numbers of floating point are never compared by `==`:
#   `torch.testing.assert_close(actual, expected)` allows for the last digits.
# - Test your test. It has to let `torch.optim.SGD` pass, and your own. It has to raise for
#   `lambda params, lr, momentum=0.0: torch.optim.SGD(params, lr, 0.5)`, which does not care for the momentum that it is given.
# - It is tried on twelve classes with a mistake, and on right ones. What it returns or prints does not matter.
#
# This exercise is for who likes it: its points are shown, and do not count.

# %% nbgrader={"grade": false, "grade_id": "test_sgd", "locked": false, "schema_version": 3, "solution": true, "task": false}
def test_sgd(SGD) -> None:
    """Raise an exception where SGD is wrong, and nothing where it is right.

    Args:
        SGD: a class with the arguments of that exercise, and with its two methods.
    """
    ### BEGIN SOLUTION
    for settings in ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9}):
        ours, torchs = ([nn.Parameter(torch.ones(2)) for _ in range(2)] for _ in range(2))
        one, other = SGD(iter(ours), **settings), torch.optim.SGD(torchs, **settings)
        for slopes in ((1.0, 3.0), (2.0, None)):
            for number, slope in enumerate(slopes):
                for p in (ours[number], torchs[number]):
                    p.grad = None if slope is None else torch.full_like(p, slope)
            one.step()
            other.step()
            torch.testing.assert_close(ours, torchs)
            torch.testing.assert_close([p.grad for p in ours], [p.grad for p in torchs])
            one.zero_grad()
            assert not any(p.grad is not None and p.grad.any() for p in ours)
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-test_sgd", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# check("test_sgd")

# %% [markdown]
# ## Summary
#
# - Gradient descent steps against the gradient. The learning rate is the first number to look at: too small crawls, too
#   large explodes.
# - Momentum adds up past gradients in a velocity. It damps the zigzag and speeds up along the valley.
# - Adam divides by the usual size of each weight's gradients, so each weight gets its own step size. The bias correction repairs
#   averages that start at zero.
# - An optimizer only reads `.grad` and changes parameters in place. Clearing the gradients is a separate act.
#
# ## What's next
#
# In `training`, forward pass, loss, gradients and optimizer meet in one loop, and their order matters.
