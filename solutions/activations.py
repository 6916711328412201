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
# # Activation functions
#
# A neuron adds up its inputs and then passes the sum through a small function, its *activation function*.
# That small function is what makes a network of neurons more than one big sum.
# In this lesson you write the five activation functions that nearly every network uses, and draw them.
#
# **After this lesson you can**
#
# - say why a network without activation functions is no stronger than a single layer;
# - write sigmoid, tanh, ReLU, leaky ReLU and softmax, and sketch each of them from memory;
# - explain how a ReLU neuron "dies", and what a leaky ReLU does about it;
# - turn a correct formula into code that is still correct for very large numbers.
#
# **Time needed:** about 150 minutes, by our estimate: 35 to read, guess and play, the rest to write.
#
# | exercise | difficulty | what you write |
# | --- | --- | --- |
# | `sigmoid` | \* | any number into (0, 1) |
# | `tanh` | \*\* | any number into (-1, 1) |
# | `relu` | \* | negative becomes 0 |
# | `leaky_relu` | \* | negative becomes small |
# | `softmax` | \*\*\* | scores into probabilities |
# | `plot_activations` | \*\* | the four curves in one figure |
# | `test_softmax` | \*\* | a test that finds mistakes (optional) |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the check
# below it, as often as you like: it tells you what is right and what is not yet. If you are stuck, run
# `hint("sigmoid")` in a cell of your own, then `hint("sigmoid", 2)`: each tells a little more. `reset("sigmoid")`
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
# | $x$ | what goes into an activation function |
# | $W$, $w$, $b$ | weights and bias of the layer before it |
# | $\sigma$ | the sigmoid |
# | $s$ | the slope of a leaky ReLU on the negative side |
# | $c$ | the number that softmax takes away from all scores |
#
# **Academic honesty.** Talk about ideas with anyone, but write every line yourself, and name every person, page
# or tool that helped you.

# %% nbgrader={"grade": false, "grade_id": "imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure

# %% tags=["active-ipynb"] nbgrader={"grade": false, "grade_id": "notebook-imports", "locked": true, "schema_version": 3, "solution": false, "task": false}
# from autograder import check, guess, hint, needs, progress, reset
#
# plt.style.use("autograder.worker.pictures")

# %% [markdown]
# ## 1. Why a network needs non-linearity
#
# A *linear layer* computes $W\boldsymbol{x} + \boldsymbol{b}$: it multiplies, adds, and nothing else.
# Put one on top of another and work out the brackets:
#
# $$W_2\,(W_1\boldsymbol{x} + \boldsymbol{b}_1) + \boldsymbol{b}_2
# \;=\; \underbrace{W_2 W_1}_{W}\,\boldsymbol{x} + \underbrace{W_2\boldsymbol{b}_1 + \boldsymbol{b}_2}_{\boldsymbol{b}}$$
#
# The result is again *one* linear layer. A hundred layers collapse in the same way.
#
# **By hand.** Take the layers $f(x) = 2x + 1$ and $g(x) = -3x + 4$. Then
# $g(f(x)) = -3(2x + 1) + 4 = -6x + 1$: a straight line, just as before.
#
# Now put a bend between them. With $\max(0, x)$, which you will soon know as ReLU, two neurons are enough for
#
# $$\max(0, x) + \max(0, -x) = |x|,$$
#
# and no straight line can do that: $|x|$ goes down, then up. The function between the layers is the
# activation function. For the layers not to collapse, it is enough that it is *not a straight line*.
#
# For a network that can learn *everything*, it is not quite enough. Take $x^2$: layers of squares do not collapse, but
# one hidden layer of them makes parabolas, and no number of neurons makes anything else. With enough neurons in one
# hidden layer a network can follow every continuous curve as closely as you like, if its activation function is *not a
# polynomial* (Leshno and others, 1993). None of the functions of this lesson is one.
#
# The picture shows what a bend does: three networks with exactly the same random weights, one hidden layer of 10
# neurons. The only difference is the function between the layers.

# %% tags=["active-ipynb", "folded"]
# generator = torch.Generator().manual_seed(3)
# inputs = torch.linspace(-3, 3, 301)
# weights = torch.randn(10, generator=generator)
# biases = torch.randn(10, generator=generator)
# hidden = inputs[:, None] * weights + biases
# output_weights = torch.randn(10, generator=generator) / 3
#
# fig, ax = plt.subplots(figsize=(8, 4))
# ax.plot(inputs, hidden @ output_weights, ":", label="nothing between the layers")
# ax.plot(inputs, torch.tanh(hidden) @ output_weights, "--", label="tanh between the layers")
# ax.plot(inputs, torch.relu(hidden) @ output_weights, "-", label="ReLU between the layers")
# ax.set_title("The same weights, with and without an activation function")
# ax.set(xlabel="input x", ylabel="output")
# ax.grid(alpha=0.3)
# ax.legend()
# plt.show()

# %% [markdown]
# Without an activation function the network can only draw a straight line, whatever its weights are. With tanh it
# draws a smooth curve, with ReLU a line with bends, and training can move those bends to where they are needed.

# %% [markdown]
# ## 2. Sigmoid
#
# The sigmoid squeezes any number into the interval $(0, 1)$, so its output can be read as a probability:
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
#
# **By hand**, for $x = 2$: $e^{-2} \approx 0.1353$, so $\sigma(2) \approx \frac{1}{1.1353} \approx 0.8808$.
#
# | $x$ | $e^{-x}$ | $\sigma(x)$ | slope $\sigma(x)\,(1 - \sigma(x))$ |
# | ---: | ---: | ---: | ---: |
# | $-2$ | 7.3891 | 0.1192 | 0.1050 |
# | $0$ | 1.0000 | 0.5000 | 0.2500 |
# | $2$ | 0.1353 | 0.8808 | 0.1050 |
# | $10$ | 0.0000454 | 0.99995 | 0.0000454 |
#
# Two things to see, here and in the picture:
#
# - $\sigma(-x) = 1 - \sigma(x)$: the curve is symmetric about the point $(0, \tfrac12)$.
# - The slope is never more than $\tfrac14$, and almost 0 where $|x|$ is large. We say that the sigmoid *saturates*.
#   Learning follows slopes, so a saturated neuron learns very slowly, and through ten layers of sigmoids a
#   gradient shrinks by at least $4^{10} \approx 1{,}000{,}000$ (weights aside). This is the
#   *vanishing gradient* problem.

# %% tags=["active-ipynb", "folded"]
# inputs = torch.linspace(-8, 8, 401, requires_grad=True)
# outputs = torch.sigmoid(inputs)
# (slopes,) = torch.autograd.grad(outputs.sum(), inputs)
#
# fig, ax = plt.subplots(figsize=(8, 4))
# ax.plot(inputs.detach(), outputs.detach(), label="sigmoid")
# ax.plot(inputs.detach(), slopes, linestyle="--", label="its slope")
# ax.axhline(0.25, color="gray", linestyle=":", label="1/4, the largest slope")
# ax.set(title="The sigmoid and its slope", xlabel="x", ylabel="value")
# ax.grid(alpha=0.3)
# ax.legend()
# plt.show()

# %% [markdown]
# **Mind large numbers.** A float32 holds nothing above about $3.4 \cdot 10^{38}$, so $e^x$ becomes `inf` (infinity)
# for every $x$ above about 88.7. On paper $\frac{e^x}{1 + e^x}$ is the sigmoid too, but look at what a computer
# makes of it at $x = 1000$.

# %% tags=["active-ipynb"]
# guess(
#     "What is exp(1000) / (1 + exp(1000)) in float32?",
#     a="1",
#     b="inf",
#     c="nan",
#     d="an error",
#     answer=None,
# )

# %% tags=["active-ipynb"]
# infinity = torch.tensor(1000.0).exp()
# print("e^1000             =", infinity.item())
# print("infinity/infinity  =", (infinity / infinity).item(), "  (nan: not a number)")
# print("1/infinity         =", (1 / infinity).item())

# %% [markdown]
# Dividing *by* infinity does no harm: to the *value*, that is. For its gradient, autograd multiplies an infinity by a zero: with this form the gradient
# is `nan` for $x \le -89$, where the true slope is 0. `torch.sigmoid` has no such hole. Yours may have it: gradients are
# tested for $|x| \le 30$ only.

# %% [markdown]
# ### Exercise: `sigmoid`
#
# Write `sigmoid(x)`.
#
# - `x` is a tensor of any shape: one number, a vector, a matrix, a batch of images.
# - The result has the shape, the dtype and the device of `x`: work on the whole tensor at once, and all three follow.
#   (`x` may be a view of another tensor, such as `a.t()`: `reshape` can flatten that, `view` cannot.)
# - It is correct for $|x|$ up to 1000, and gradients flow through it (they are tested for $|x| \le 30$). For
#   $|x| \le 20$ its values are right to $10^{-6}$: the tails count, too.
# - `x` itself stays as it was.
# - The point is to build it yourself: torch's own sigmoid is not allowed in any spelling (`torch.sigmoid`,
#   `x.sigmoid()`, `nn.Sigmoid`, `expit`, `logsigmoid`). Everything else is.

# %% nbgrader={"grade": false, "grade_id": "sigmoid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(x: torch.Tensor) -> torch.Tensor:
    """Squash every element of x into (0, 1): 1 / (1 + exp(-x)).

    Args:
        x: any shape, floating point; left unchanged.

    Returns:
        Same shape, dtype and device as x; finite and correct for |x| up to 1000.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + torch.exp(-x))
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-sigmoid", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
# check("sigmoid")

# %% [markdown]
# ## 3. Tanh
#
# The hyperbolic tangent has the same S shape, but its values lie in $(-1, 1)$:
#
# $$\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}$$
#
# **By hand**, for $x = 1$: $e \approx 2.7183$ and $e^{-1} \approx 0.3679$, so
# $\tanh(1) \approx \frac{2.3504}{3.0862} \approx 0.7616$. Also $\tanh(0) = 0$ and $\tanh(-1) \approx -0.7616$.
#
# - It is symmetric about $(0, 0)$: $\tanh(-x) = -\tanh(x)$. So inputs that are as often negative as positive give outputs
#   that are, too: they are *zero-centred*, which makes the next layer's work easier. (Those of a sigmoid are all
#   positive, whatever comes in. And if all inputs are positive, so are the outputs of tanh.)
# - Its slope is $1 - \tanh^2(x)$: 1 in the middle, four times that of the sigmoid. But it saturates too.
# - It is a sigmoid in disguise, stretched and shifted: $\tanh(x) = 2\,\sigma(2x) - 1$.

# %% tags=["active-ipynb", "folded"]
# inputs = torch.linspace(-6, 6, 401, requires_grad=True)
#
# fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
# for name, function in [("sigmoid", torch.sigmoid), ("tanh", torch.tanh)]:
#     outputs = function(inputs)
#     (slopes,) = torch.autograd.grad(outputs.sum(), inputs)
#     left.plot(inputs.detach(), outputs.detach(), label=name)
#     right.plot(inputs.detach(), slopes, label=f"slope of {name}")
# left.set(title="Sigmoid and tanh", xlabel="x", ylabel="value")
# right.set(title="Their slopes", xlabel="x", ylabel="slope")
# for ax in (left, right):
#     ax.grid(alpha=0.3)
#     ax.legend()
# plt.show()

# %% [markdown]
# ### Exercise: `tanh`
#
# Write `tanh(x)`.
#
# - Any shape; the result has the shape, the dtype and the device of `x`.
# - It is correct for $|x|$ up to 1000. The formula above, typed in as it stands, is not: think of what its
#   numerator and denominator become at $x = 1000$. Rewrite it first, with pencil and paper.
# - Gradients flow through it (tested for $|x| \le 30$), and `x` itself stays as it was.
# - torch's own tanh is not allowed in any spelling. Everything else is, a sigmoid for example, yours or torch's.

# %% nbgrader={"grade": false, "grade_id": "tanh", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tanh(x: torch.Tensor) -> torch.Tensor:
    """Squash every element of x into (-1, 1): (exp(x) - exp(-x)) / (exp(x) + exp(-x)).

    Args:
        x: any shape, floating point; left unchanged.

    Returns:
        Same shape, dtype and device as x; finite and correct for |x| up to 1000.
    """
    ### BEGIN SOLUTION
    # Times exp(-x) above and below: what is left stands below the bar, where inf does no harm.
    return 2 / (1 + torch.exp(-2 * x)) - 1
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-tanh", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
# check("tanh")

# %% [markdown]
# ## 4. ReLU
#
# The *rectified linear unit* is the simplest bend there is: positive numbers pass, negative ones become 0.
#
# $$\operatorname{ReLU}(x) = \max(0, x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{if } x \le 0 \end{cases}$$
#
# **By hand**: $\operatorname{ReLU}([-3,\ {-0.5},\ 0,\ 2,\ 1000]) = [0,\ 0,\ 0,\ 2,\ 1000]$.
#
# - For positive $x$ the slope is exactly 1, however large $x$ is: it does not saturate there, so gradients get
#   through many layers. That, and its low price, made it the default of deep learning.
# - For negative $x$ the slope is exactly 0.
# - At $x = 0$ there is a kink and no slope. Any number from 0 to 1 will do there (torch takes 0), and no check asks.

# %% tags=["active-ipynb", "folded"]
# inputs = torch.linspace(-4, 4, 401, requires_grad=True)
# outputs = torch.relu(inputs)
# (slopes,) = torch.autograd.grad(outputs.sum(), inputs)
#
# fig, ax = plt.subplots(figsize=(8, 4))
# ax.plot(inputs.detach(), outputs.detach(), label="ReLU")
# ax.plot(inputs.detach(), slopes, linestyle="--", label="its slope: 0, then 1")
# ax.set(title="ReLU and its slope", xlabel="x", ylabel="value")
# ax.grid(alpha=0.3)
# ax.legend()
# plt.show()

# %% [markdown]
# ### Exercise: `relu`
#
# Write `relu(x)`.
#
# - Any shape; the result has the shape, the dtype and the device of `x`.
# - Gradients flow through it: slope 1 where `x` is positive, slope 0 where it is negative.
# - `x` itself stays as it was. Beware: `x[x < 0] = 0` writes into the caller's tensor, and so does every method
#   whose name ends in an underscore: `x.clamp_(min=0)` changes `x`, `x.clamp(min=0)` gives a new tensor.
# - torch's own `relu` and `threshold` are not allowed in any spelling. Everything else is.

# %% nbgrader={"grade": false, "grade_id": "relu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu(x: torch.Tensor) -> torch.Tensor:
    """Keep every positive element of x and replace the others by 0: max(0, x).

    Args:
        x: any shape, floating point; left unchanged.

    Returns:
        Same shape, dtype and device as x.
    """
    ### BEGIN SOLUTION
    return torch.clamp(x, min=0)
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-relu", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
# check("relu")

# %% [markdown]
# ## 5. The dying ReLU, and the leaky one
#
# Slope 0 has a price. Think of a neuron $\operatorname{ReLU}(wx + b)$ whose $w$ and $b$ have been pushed so low, by one
# step too large, that $wx + b$ is negative for *every* sample. Then its output is 0 for every sample, its
# slope is 0 for every sample, so no gradient reaches $w$ and $b$, so they never change again. The neuron is *dead*.
#
# **By hand.** A neuron has learned $y = x$ from 51 samples between 0 and 2: $w = 1$ and $b = 0$. Now one label is wrong:
# for $x = 1$ somebody has typed $-1000$ instead of 1. The error of this sample is $1 - (-1000) = 1001$, so the gradient of
# the mean squared error is $2 \cdot 1001 \cdot 1 / 51 \approx 39$, with respect to $w$ and to $b$ alike. One step with learning
# rate 0.1 leads to $w = 1 - 3.9 = -2.9$ and $b = 0 - 3.9 = -3.9$, so $wx + b$ now lies between $-9.8$ and $-3.9$: negative for
# all samples. The label may be right again in the next step, but the gradient is the error times the slope: 0, forever.
#
# The *leaky ReLU* lets a little through on the negative side. Its slope there is a small number $s$, the
# `negative_slope`, instead of 0:
#
# $$\operatorname{LeakyReLU}(x) = \begin{cases} x & \text{if } x > 0 \\ s\,x & \text{if } x \le 0 \end{cases}
# \qquad 0 \le s \le 1,\ \text{usually } s = 0.01$$
#
# **By hand**, with $s = 0.01$: $[-100,\ {-2},\ 0,\ 3]$ becomes $[-1,\ {-0.02},\ 0,\ 3]$.

# %% tags=["active-ipynb", "folded"]
# inputs = torch.linspace(-4, 4, 401)
# fig, ax = plt.subplots(figsize=(8, 4))
# ax.plot(inputs, inputs, ":", color="gray", label="s = 1: a straight line")
# ax.plot(inputs, torch.nn.functional.leaky_relu(inputs, 0.2), "-.", label="leaky ReLU, s = 0.2")
# ax.plot(inputs, torch.nn.functional.leaky_relu(inputs, 0.01), "-", label="leaky ReLU, s = 0.01")
# ax.plot(inputs, torch.relu(inputs), "--", label="s = 0: the ReLU")
# ax.set(title="Leaky ReLU with four slopes", xlabel="x", ylabel="value", ylim=(-1.5, 4.2))
# ax.grid(alpha=0.3)
# ax.legend()
# plt.show()

# %% [markdown]
# Now watch a neuron die. It is to learn $y = x$ on $[0, 2]$ by 300 steps of gradient descent, from $w = b = \tfrac12$, and
# it learns well. But in step 100, and only there, one of the 51 labels is $-1000$. It does all this twice: once as a ReLU,
# once as a leaky ReLU with $s = 0.1$.

# %% tags=["active-ipynb"]
# guess(
#     "After the wrong label, which of the two neurons finds back to y = x?",
#     a="the ReLU",
#     b="the leaky ReLU",
#     c="both",
#     d="neither",
#     answer=None,
# )

# %% tags=["active-ipynb", "folded"]
# samples = torch.linspace(0, 2, 51)
#
#
# def train_neuron(activation):
#     """Fit activation(w * samples + b) to the samples; return the outputs and each step's error."""
#     w = torch.tensor(0.5, requires_grad=True)
#     b = torch.tensor(0.5, requires_grad=True)
#     errors = []
#     for step in range(300):
#         labels = samples.clone()
#         if step == 100:
#             labels[25] = -1000.0
#         outputs = activation(w * samples + b)
#         loss = (outputs - labels).square().mean()
#         slope_w, slope_b = torch.autograd.grad(loss, (w, b))
#         with torch.no_grad():
#             w -= 0.1 * slope_w
#             b -= 0.1 * slope_b
#         errors.append((outputs - samples).square().mean().item())
#     return activation(w * samples + b).detach(), errors
#
#
# def leaky(z):
#     return torch.nn.functional.leaky_relu(z, 0.1)
#
#
# fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
# left.plot(samples, samples, color="gray", linewidth=6, alpha=0.3, label="what it should learn")
# for name, activation, style in [("ReLU", torch.relu, "C1--"), ("leaky ReLU", leaky, "C0-")]:
#     outputs, errors = train_neuron(activation)
#     left.plot(samples, outputs, style, label=f"{name} neuron after 300 steps")
#     right.semilogy(errors, style, label=name)
# right.axvline(100, color="gray", linestyle=":", label="the wrong label")
# left.set(title="The dead neuron and the living one", xlabel="input x", ylabel="output")
# right.set_title("Their errors while training")
# right.set(xlabel="step", ylabel="mean squared error (log scale)")
# for ax in (left, right):
#     ax.grid(alpha=0.3)
#     ax.legend()
# plt.show()

# %% [markdown]
# For a hundred steps you see one curve, because the two neurons are the same there: $wx + b$ is positive for all samples.
# The wrong label throws both of them onto the negative side. From then on the error of the ReLU neuron never moves: it is
# dead. The leaky one crawls at first, at a tenth of the slope. But as soon as it is on the positive side for some of the
# samples, it learns again what it had known before.
#
# ### Exercise: `leaky_relu`
#
# Write `leaky_relu(x, negative_slope=0.01)`.
#
# - Any shape; the result has the shape, the dtype and the device of `x`.
# - `negative_slope` is a number from 0 to 1, both included; it is 0.01 when the caller does not give it.
# - Gradients flow through it: slope 1 where `x` is positive, `negative_slope` where it is negative.
# - `x` itself stays as it was.
# - torch's own `leaky_relu`, `prelu` and `rrelu` are not allowed in any spelling. Everything else is, a ReLU for
#   example, yours or torch's.

# %% nbgrader={"grade": false, "grade_id": "leaky_relu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def leaky_relu(x: torch.Tensor, negative_slope: float = 0.01) -> torch.Tensor:
    """Keep every positive element of x and multiply the others by negative_slope.

    Args:
        x: any shape, floating point; left unchanged.
        negative_slope: a number in [0, 1].

    Returns:
        Same shape, dtype and device as x.
    """
    ### BEGIN SOLUTION
    return torch.where(x > 0, x, negative_slope * x)
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-leaky_relu", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
# check("leaky_relu")

# %% [markdown]
# ## 6. Softmax
#
# The four functions so far look at one number at a time. The softmax looks at a whole row of numbers, the *scores* or
# *logits* of several classes, and turns them into probabilities: all positive, and together exactly 1.
#
# $$\operatorname{softmax}(\boldsymbol{x})_i = \frac{e^{x_i}}{\sum_j e^{x_j}}$$
#
# **By hand**, for a picture that a network scores with 2 for cat, 1 for dog and 0 for bird:
#
# | | cat | dog | bird | sum |
# | --- | ---: | ---: | ---: | ---: |
# | score $x_i$ | 2 | 1 | 0 | |
# | $e^{x_i}$ | 7.389 | 2.718 | 1.000 | 11.107 |
# | probability | 0.665 | 0.245 | 0.090 | 1.000 |
#
# Divide one probability by another: the sum cancels out, and $e^{x_i} / e^{x_j} = e^{x_i - x_j}$ is left. So one point
# more in score multiplies the *ratio* of two classes by $e \approx 2.718$: cat is $0.665 / 0.245 \approx 2.72$ times as
# probable as dog. (Not the probability itself: that can never grow beyond 1.) Only the *differences* between scores
# matter, and larger differences give a sharper decision. Next come the same scores times 0.2, 1 and 5.

# %% tags=["active-ipynb"]
# guess(
#     "The scores 2, 1, 0 make cat 0.665. How probable is cat with the scores 10, 5, 0?",
#     a="0.665, as before",
#     b="about 0.83",
#     c="more than 0.99",
#     d="five times 0.665",
#     answer=None,
# )

# %% tags=["active-ipynb", "folded"]
# scores = torch.tensor([2.0, 1.0, 0.0])
# fig, panels = plt.subplots(1, 3, figsize=(11, 3.5), sharey=True, layout="constrained")
# for ax, scale in zip(panels, [0.2, 1, 5]):
#     bars = ax.bar(["cat", "dog", "bird"], torch.softmax(scale * scores, dim=0))
#     ax.bar_label(bars, fmt="%.3f")
#     scaled = [round(scale * s, 1) for s in scores.tolist()]
#     ax.set(title=f"scores {scaled}", xlabel="class", ylim=(0, 1.15))
#     ax.grid(axis="y", alpha=0.3)
# panels[0].set(ylabel="probability")
# plt.show()

# %% [markdown]
# ### Along which dimension?
#
# Scores usually come in batches, a row for each sample and a column for each class. `dim` says which way the
# probabilities have to add up: it is the dimension that the sum runs *over*. In a matrix, `dim=1` (or `dim=-1`, "the
# last one") makes every **row** sum to 1, `dim=0` every **column**. With a row for each sample, you want `dim=1`.
#
# Here are both for the same scores of two samples:

# %% tags=["active-ipynb", "folded"]
# scores = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 3.0]])
# panels = {
#     "scores": scores,
#     "softmax with dim=1: rows sum to 1": torch.softmax(scores, dim=1),
#     "softmax with dim=0: columns sum to 1": torch.softmax(scores, dim=0),
# }
# fig, axs = plt.subplots(1, 3, figsize=(12, 2.8), layout="constrained")
# for ax, (title, values) in zip(axs, panels.items()):
#     ax.imshow(values, cmap="Blues", vmin=0, vmax=1.6 * values.max())
#     for row in range(2):
#         for column in range(3):
#             number = f"{values[row, column]:.3f}"
#             ax.text(column, row, number, ha="center", va="center", fontsize=13)
#     ax.set_xticks(range(3), ["cat", "dog", "bird"])
#     ax.set_yticks(range(2), ["sample 0", "sample 1"])
#     ax.set_title(title, fontsize=11)
# plt.show()

# %% [markdown]
# ### Numerical stability
#
# What about the scores 1000, 1001 and 1002? On paper they are as good as 0, 1 and 2, for only the differences matter.
# A computer that takes the exponentials first gets infinity three times, and infinity by infinity is `nan`.
# The scores $-1000$, $-1001$, $-1002$ fare no better: three exponentials of 0, and $0/0$ is `nan` as well.
#
# The way out is to use that freedom ourselves. Take away the same number $c$ from all the scores, and
#
# $$\frac{e^{x_i - c}}{\sum_j e^{x_j - c}}
# = \frac{e^{-c}\, e^{x_i}}{e^{-c} \sum_j e^{x_j}}
# = \frac{e^{x_i}}{\sum_j e^{x_j}},$$
#
# so the probabilities do not change. Choose for $c$ the **largest** score: then the largest exponent is
# exactly 0, nothing can overflow, and the sum is at least $e^0 = 1$, so nothing is divided by 0.
#
# **By hand**: $[1000, 1001, 1002]$ minus 1002 is $[-2, -1, 0]$, with exponentials $0.135,\ 0.368,\ 1$, their sum
# $1.503$, and the probabilities $0.090,\ 0.245,\ 0.665$. The same three numbers as above, back to front.
#
# **One maximum for each row.** In a batch, every row needs *its own* $c$. With the maximum of the whole tensor, the
# row $[0, 1]$ beside a row $[1000, 1001]$ would become $[-1001, -1000]$: two exponentials of 0, and `nan` again.

# %% tags=["active-ipynb"]
# rows = torch.tensor([[0.0, 1.0], [1000.0, 1001.0]])
# print("exponentials as they stand:      ", rows.exp().tolist())
# print("minus the maximum of everything: ", (rows - 1001).exp().tolist())
# print("minus the maximum of each row:   ", (rows - torch.tensor([[1.0], [1001.0]])).exp().tolist())

# %% [markdown]
# ### Exercise: `softmax`
#
# Write `softmax(x, dim=-1)`.
#
# - `x` is a tensor of any shape with at least one dimension; `dim` may be positive, negative or 0, and is the last
#   dimension when the caller does not give it.
# - The result has the shape, the dtype and the device of `x`, and sums to 1 along `dim`.
# - It is correct for scores up to 1000 in absolute value, also when the rows of a batch differ wildly.
# - Gradients flow through it (tested for $|x| \le 30$), and `x` itself stays as it was.
# - torch's own `softmax`, `log_softmax` and `softmin` are not allowed in any spelling. Everything else is.

# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """Turn the scores along dim into probabilities: exp(x_i) / sum_j exp(x_j).

    Args:
        x: any shape with at least one dimension, floating point; left unchanged.
        dim: the dimension along which the result sums to 1; may be negative.

    Returns:
        Same shape, dtype and device as x; finite and correct for |x| up to 1000.
    """
    ### BEGIN SOLUTION
    exponentials = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return exponentials / exponentials.sum(dim=dim, keepdim=True)
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-softmax", "locked": true, "points": 15, "schema_version": 3, "solution": false, "task": false}
# check("softmax")

# %% [markdown]
# ## 7. Drawing them side by side
#
# A picture that others can read says what it shows: a title, names on both axes, a grid to read values from, and a
# legend. This is the smallest such picture, of a function that is not in this lesson:

# %% tags=["active-ipynb"]
# inputs = torch.linspace(-6, 6, 201)
# fig, ax = plt.subplots(figsize=(6, 3.5))
# ax.plot(inputs, torch.sin(inputs), label="sin(x)")
# ax.set(title="Sine", xlabel="x", ylabel="sin(x)")
# ax.grid(alpha=0.3)
# ax.legend()
# plt.show()

# %% [markdown]
# A figure can hold a grid of such axes: `plt.subplots(rows, columns)` returns the figure and an array of axes, and the
# array's `.flat` lets you loop over them one after the other.
#
# ### Exercise: `plot_activations`
#
# Write `plot_activations(x)`. It draws the four elementwise functions over the points `x`, a tensor of shape `(n,)`,
# and returns the matplotlib `Figure`.
#
# - The figure is a grid of 2 rows and 2 columns: sigmoid, tanh, ReLU, leaky ReLU, each in axes of its own.
# - Each of the four axes has a title, a label on the x axis, a label on the y axis, a grid and a legend.
# - Every curve is drawn with one `plot` over exactly the points `x`. More lines, an asymptote for example, are welcome.
# - Colours, words and sizes are your choice, and so is the slope of the leaky ReLU: at 0.01 it is hard to tell from
#   a ReLU, so anything above 0 and below 1 will do.
# - Use your own functions or torch's: here both are fine. `x` itself stays as it was.

# %% nbgrader={"grade": false, "grade_id": "plot_activations", "locked": false, "schema_version": 3, "solution": true, "task": false}
def plot_activations(x: torch.Tensor) -> Figure:
    """Draw sigmoid, tanh, ReLU and leaky ReLU over x in a 2x2 grid.

    Args:
        x: the points to draw at, shape (n,); left unchanged.

    Returns:
        The matplotlib figure; each of its four axes has a title, axis labels, a grid and a legend.
    """
    ### BEGIN SOLUTION
    curves = {"Sigmoid": sigmoid(x), "Tanh": tanh(x), "ReLU": relu(x)}
    curves["Leaky ReLU"] = leaky_relu(x, 0.1)
    figure, axes = plt.subplots(2, 2, figsize=(10, 7), layout="constrained")
    for ax, (name, y) in zip(axes.flat, curves.items(), strict=True):
        ax.plot(x, y, label=name)
        ax.set_title(name)
        ax.set_xlabel("x")
        ax.set_ylabel(f"{name}(x)")
        ax.grid(True)
        ax.legend()
    return figure
    ### END SOLUTION

# %% tags=["active-ipynb"]
# with needs("plot_activations"):
#     plot_activations(torch.linspace(-5, 5, 201))
#     plt.show()

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-plot_activations", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
# check("plot_activations")

# %% [markdown]
# ## 8. Who tests the test? (optional)
#
# So far the checks tested your functions. Now you write such a check yourself, and it is your check that is tested.
# A test is good for two things, and it can fail at both:
#
# - it **notices** mistakes: given a wrong function, it raises an exception, usually an `AssertionError`;
# - it **lets pass** what is right, in whatever style that is written: given a right function, it raises nothing.
#
# Here are two bad tests of a square root. One lets a function pass that is right for 4 and for little else. The other
# refuses one that is right, because two ways to compute a number may differ in its last digits:

# %% tags=["active-ipynb"]
# def test_four(root):
#     assert root(torch.tensor(4.0)) == 2
#
#
# def test_three(root):
#     assert root(torch.tensor(3.0)) == 3**0.5
#
#
# test_four(lambda x: x / 2)
# print("test_four lets x / 2 pass")
# try:
#     test_three(torch.sqrt)
# except AssertionError:
#     print("test_three refuses torch.sqrt:", torch.sqrt(torch.tensor(3.0)).item(), "is not", 3**0.5)

# %% [markdown]
# Numbers of floating point are compared up to a small difference: `torch.testing.assert_close(actual, expected)` does
# that, and compares shape and dtype as well.
#
# ### Exercise: `test_softmax`
#
# Write `test_softmax(softmax)`. It is given a function `softmax(x, dim=-1)`, and raises an exception when that is wrong.
#
# - Whatever the exercise above asks for may be broken: the values, along any `dim` and along the last one when none is
#   given, the shape, scores of 1000, and that `x` stays as it was.
# - For a right version it raises nothing, in whatever style that is written. To compare with torch's own softmax is fine.
# - It is tried on ten softmaxes with a mistake, and on right ones. What it returns or prints does not matter.
#
# This exercise is for who likes it: its points are shown, and do not count.

# %% nbgrader={"grade": false, "grade_id": "test_softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def test_softmax(softmax) -> None:
    """Raise an exception where softmax(x, dim=-1) is wrong, and nothing where it is right.

    Args:
        softmax: a version of the exercise above; any function with its arguments.
    """
    ### BEGIN SOLUTION
    scores = torch.tensor([[0.0, 2.0], [1000.0, 1001.0]])
    given = scores.clone()
    torch.testing.assert_close(softmax(given), torch.softmax(scores, -1))
    torch.testing.assert_close(given, scores)
    torch.testing.assert_close(softmax(scores, dim=0), torch.softmax(scores, 0))
    ### END SOLUTION

# %% tags=["active-ipynb"] nbgrader={"grade": true, "grade_id": "check-test_softmax", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
# check("test_softmax")

# %% [markdown]
# ## Summary
#
# | function | values | largest slope | saturates | where you meet it |
# | --- | --- | ---: | --- | --- |
# | sigmoid | $(0, 1)$ | 1/4 | on both sides | the output for a yes/no question |
# | tanh | $(-1, 1)$ | 1 | on both sides | recurrent networks, small networks |
# | ReLU | $[0, \infty)$ | 1 | on the negative side: neurons can die | hidden layers, the default |
# | leaky ReLU | all numbers | 1 | nowhere | hidden layers whose neurons die |
# | softmax | probabilities that sum to 1 | | when one score is far ahead | the output for one of several classes |
#
# - Without a non-linear function between them, linear layers collapse into one.
# - Where a function is flat, nothing is learned.
# - Formulas that are equal on paper need not be equal in floating point: keep large numbers out of `exp`.
#
# ## What's next
#
# In the next lesson, `mlp`, these functions go to work: you stack linear layers with ReLUs in between and build your
# first multi-layer perceptron. You will meet the softmax again in the lesson on losses, where it is merged with a
# logarithm, for the very reason that you have met here.
